/** What a server makes of the component: run by Node.js, it prints the HTML that the page begins with. */
import { renderToString } from 'react-dom/server';

import { Letter } from './react-effect.jsx';
import { INSIDE } from './react-host.jsx';

process.stdout.write(renderToString(
  <Letter src="/letters/cl-20-43/fr.md" lang="fr" html={INSIDE} onShown={() => {}} />,
));
