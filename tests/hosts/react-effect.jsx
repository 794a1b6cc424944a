'use client';
import { useEffect, useRef } from 'react';

const resolver = (id) => id.startsWith('sg/cl/') ? { href: `/circulars/${id}` } : undefined;

export function Letter({ src, lang, pdf, onShown }) {
  const letter = useRef(null);
  useEffect(() => {
    import('circular-letter/define');
    const element = letter.current;
    element.resolver = resolver;
    const shown = (event) => onShown(event.detail.src);
    element.addEventListener('letter-load', shown);
    return () => element.removeEventListener('letter-load', shown);
  }, [onShown]);
  return (
    <circular-letter ref={letter} src={src} lang={lang} ui-lang={lang}>
      <p><a href={pdf}>PDF</a></p>
    </circular-letter>
  );
}
