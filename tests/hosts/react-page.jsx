import { Letter } from './react.jsx';
import { run } from './react-host.jsx';

run(Letter);
