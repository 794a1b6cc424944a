import { Letter } from './letter.jsx';

// Rendered by the server; the letter is shown in the browser.
export default function Page() {
  return <Letter />;
}
