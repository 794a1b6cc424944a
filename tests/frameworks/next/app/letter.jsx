'use client';

import { useEffect, useRef, useState } from 'react';
import 'circular-letter/define';

const resolver = (id) => (id.startsWith('sg/cl/') ? { href: `/circulars/${id}` } : undefined);

const loaded = [];
const hear = ({ detail }) => loaded.push(detail.src);

// What the server renders is the letter in French, which the browser goes on with.
export function Letter() {
  const [shown, setShown] = useState({ src: '/letters/cl-20-43/fr.md', lang: 'fr' });
  const element = useRef(null);
  useEffect(() => {
    window.application = { loaded, show: setShown, leave: () => setShown(undefined) };
  }, []);
  // React sets no property and hears no event of what the server has rendered.
  useEffect(() => {
    if (!element.current) return undefined;
    const letter = element.current;
    letter.resolver = resolver;
    letter.addEventListener('letter-load', hear);
    return () => letter.removeEventListener('letter-load', hear);
  }, [shown]);
  if (!shown) return null;
  return (
    <circular-letter ref={element} src={shown.src} lang={shown.lang} ui-lang={shown.lang}>
      <a href={shown.src}>The letter as Markdown</a>
    </circular-letter>
  );
}
