/** What the recipe says of properties and events, with all that no attribute can hold. */
import 'circular-letter/define';

import { run } from './react-host.jsx';

const catalogue = {
  letters: [{
    id: 'sg/cl/2020/43',
    versions: ['fr', 'es'].map((language) => ({ language, file: `/letters/cl-20-43/${language}.md` })),
  }],
};

const registry = [{ id: 'pp/res/99@2018', href: '/resolutions/99', title: 'Resolution 99', language: 'en' }];

/** Where the text is given, it comes before the catalogue. */
const Letter = ({ text, lang, kept, debug, history, onShown }) => (
  <circular-letter catalogue={catalogue} letter="sg/cl/2020/43" registry={registry} text={text} lang={lang} uiLang="en"
      debug={debug} history={history}
      onletter-load={(event) => onShown(event.detail.src)}
      onletter-language-change={(event) => kept && event.preventDefault()}
      onletter-language-changed={(event) => onShown(`${event.detail.from}–${event.detail.to}`)} />
);

run(Letter);
