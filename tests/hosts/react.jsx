import 'circular-letter/define';

const resolver = (id) => id.startsWith('sg/cl/') ? { href: `/circulars/${id}` } : undefined;

export function Letter({ src, lang, pdf, onShown }) {
  return (
    <circular-letter src={src} lang={lang} resolver={resolver} onletter-load={(event) => onShown(event.detail.src)}>
      <p><a href={pdf}>PDF</a></p>
    </circular-letter>
  );
}
