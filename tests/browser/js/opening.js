// How long a letter takes to open, and how smoothly it scrolls.

// The task behind the next frame: it is painted then.
function nextPaint() {
  return new Promise((then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  }));
}

// Watches the letter of the page that has just been opened. Returns after how many milliseconds its beginning is on the page, the whole of
// it, and the event; and how long the longest task was until then.
async function watchOpening() {
  const now = () => Math.round(performance.now());
  let longest = 0;
  const note = (list) => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); };
  new PerformanceObserver(note).observe({ type: 'longtask', buffered: true });
  const article = () => document.querySelector('circular-letter > article');
  const nextTask = () => new Promise((then) => setTimeout(then, 10));
  while (!article()?.querySelector('.subject')) await nextTask();
  const begun = now();
  const isAtEnd = (element) => element.textContent.includes('The end of a long letter');
  while (![...article()?.children ?? []].slice(-2).some(isAtEnd)) await nextTask();
  const whole = now();
  while (!letterEvents.some(({ name }) => name === 'letter-load')) await nextTask();
  const loaded = now();
  await nextPaint();
  return [begun, whole, loaded, longest];
}

// Opens the letter at the address. Returns after how many milliseconds it is announced, painted, and down to its last paragraph on the page;
// the median of the frames of two seconds of scrolling from the middle, what nineteen of twenty frames stay within, the longest; and how many
// elements the letter has.
async function measureOpening(address) {
  const start = performance.now();
  const since = () => Math.round(performance.now() - start);
  const isAnnounced = new Promise((then) => host.addEventListener('letter-load', then, { once: true }));
  host.src = address;
  await isAnnounced;
  const loaded = since();
  await nextPaint();
  const painted = since();
  while (!host.querySelector(':scope > article')?.textContent.includes('The end of a long letter')) await nextPaint();
  const whole = since();
  scrollTo(0, document.documentElement.scrollHeight / 2);
  await nextPaint();
  const frames = await framesOfScrolling(2000);
  const frame = (share) => frames[Math.floor(frames.length * share)];
  return [loaded, painted, whole, frame(0.5), frame(0.95), frames.at(-1), host.querySelectorAll('*').length];
}

// How long the frames are while the page scrolls for so many milliseconds, the shortest first.
async function framesOfScrolling(milliseconds) {
  const frames = [];
  let last = performance.now();
  const end = last + milliseconds;
  while (last < end) {
    scrollBy(0, 120);
    await new Promise(requestAnimationFrame);
    frames.push(performance.now() - last);
    last = performance.now();
  }
  return frames.sort((one, other) => one - other);
}
