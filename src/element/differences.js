/** The way through the differences between versions side by side. */

/** Goes to the next place in which versions side by side differ, and says which it is. */
export const walk = (button, element) => {
  const places = [...element.querySelectorAll('[data-difference]')];
  if (places.length === 0) return;
  const last = Math.max(...places.map(({ dataset }) => dataset.difference));
  const at = (Number(button.dataset.at ?? 0) % last) + 1;
  const there = places.filter(({ dataset }) => Number(dataset.difference) === at);
  button.dataset.at = at;
  for (const place of places) place.classList.toggle('arrived', there.includes(place));
  there[0]?.scrollIntoView({ block: 'center' });
  button.nextElementSibling.textContent = `${at} / ${last}: ${there[0]?.textContent}`;
};
