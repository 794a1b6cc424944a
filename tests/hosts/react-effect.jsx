'use client';
import { useEffect, useRef, useState } from 'react';

const resolver = (id) => id.startsWith('sg/cl/') ? { href: `/circulars/${id}` } : undefined;

export function Letter({ src, lang, html, onShown }) {
  const letter = useRef(null);
  // Once and for all: if it changed, React would take the letter out with it.
  const [inside] = useState({ __html: html });
  useEffect(() => {
    import('circular-letter/define');
    const element = letter.current;
    element.resolver = resolver;
    const shown = (event) => onShown(event.detail.src);
    element.addEventListener('letter-load', shown);
    return () => element.removeEventListener('letter-load', shown);
  }, [onShown]);
  return (
    <circular-letter ref={letter} src={src} lang={lang} ui-lang={lang} dangerouslySetInnerHTML={inside} suppressHydrationWarning />
  );
}
