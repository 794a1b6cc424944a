import { Letter } from './react-effect.jsx';
import { run } from './react-host.jsx';

run(Letter);
