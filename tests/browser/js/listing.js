// Returns when the list of letters was there, in milliseconds since the navigation began, and how long a search took from the last key
// on, with the rest that it waits for.
async function measureList() {
  const element = document.querySelector('circular-letter');
  const listed = () => element.shadowRoot?.querySelector('.letters article, .letters li');
  while (!listed()) await new Promise((resolve) => requestAnimationFrame(resolve));
  const opened = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const field = element.shadowRoot.querySelector('.letters input[type=search], .letters input');
  const answered = new Promise((resolve) => element.addEventListener('letter-search', resolve, { once: true }));
  const began = performance.now();
  field.value = 'numbering 7';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await answered;
  return [opened, performance.now() - began];
}
