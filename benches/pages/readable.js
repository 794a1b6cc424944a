/**
 * Runs in the page, before its own scripts: waits until the letter can be read, and tells when that was.
 *
 * The harness sends the text of this function to the browser, so it uses nothing outside itself.
 *
 * @param {object} probe
 * @param {string} probe.marker the words with which the body of the letter begins
 * @param {string} probe.host selects the element that has the letter, among its children or in its open shadow root
 * @param {{ at: string, property: string, value: string }} probe.style an ancestor of the words, and what its style sheet gives it
 * @param {string} [probe.needs] selects what must be there, too
 * @param {string} [probe.settled] the name of the event with which the page says that it has done everything
 * @param {string} [probe.refused] the name of the event with which it says that it cannot show the letter, with a code
 * @param {number} probe.patience milliseconds after which the visit has failed
 * @param {number} probe.rest milliseconds that the page is observed afterwards
 * @returns {Promise<{ readable: number, painted: number, shift: number, origin: number } | { failed: string }>} times in milliseconds from
 *   the start of the navigation (`origin`, since 1970); the sum of all layout shifts
 */
export async function watch({ marker, host, style, needs, settled, refused, patience, rest }) {
  let shift = 0;
  const shifts = new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (shift += value)));
  shifts.observe({ type: 'layout-shift', buffered: true });

  const frame = () => new Promise(requestAnimationFrame);
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const event = (name) => new Promise((resolve) => addEventListener(name, resolve, { once: true, capture: true }));
  const done = settled && event(settled);
  const refusal = refused && event(refused).then(({ detail }) => ({ failed: `${refused}: ${detail.code}` }));
  const late = wait(patience).then(() => ({ failed: `not readable after ${patience / 1000} s` }));

  /** The element that has the words. They may also be in a child that no slot shows, or in a text that is shown as it is. */
  const find = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.data.replace(/\s+/g, ' ').trim().startsWith(marker)) return walker.currentNode.parentElement;
    }
  };

  /** Reading the box makes the browser lay out the page, so that a child without a slot has none. */
  const isOnScreen = (element) => {
    const box = element.getBoundingClientRect();
    const isInside = box.width > 0 && box.height > 0 && box.top < innerHeight && box.bottom > 0;
    return isInside && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };

  const isStyled = (element) => {
    const styled = element.closest(style.at);
    return styled !== null && getComputedStyle(styled).getPropertyValue(style.property) === style.value;
  };

  const isReadable = () => {
    const element = document.querySelector(host);
    const words = element && ((element.shadowRoot && find(element.shadowRoot)) ?? find(element));
    return Boolean(words) && isOnScreen(words) && isStyled(words) && (!needs || document.querySelector(needs) !== null);
  };

  // What the callback of an animation frame sees is painted at the end of that frame, so before the callback of the next one.
  const reading = async () => {
    do await frame();
    while (!isReadable());
    await frame();
    return { readable: performance.now() };
  };
  const { readable, failed } = await Promise.race([reading(), late, ...(refusal ? [refusal] : [])]);
  if (failed) return { failed };

  await Promise.race([done, wait(patience)]);
  await wait(rest);
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return { readable, painted: paint?.startTime, shift, origin: performance.timeOrigin };
}
