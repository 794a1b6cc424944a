document.addEventListener('letter-reference-open', (event) => {
  const address = new URL(event.detail.href ?? '', document.baseURI);
  if (address.origin === location.origin) return;
  event.preventDefault();
  window.open(address.href, '_top');
});
