// A page that Turbo refreshes by bringing what is there to what the server sends.

import 'circular-letter/define';
import { session } from '@hotwired/turbo';

window.application = {
  rendered: 0,
  refresh() {
    session.refresh(location.href);
  },
};
addEventListener('turbo:render', () => {
  application.rendered += 1;
});
