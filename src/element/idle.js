/** Waits for idle time. */

/**
 * Calls when the browser is idle, and at the latest after a time in milliseconds, unless the signal ends that; in browsers
 * that do not say when they are idle, after another time.
 */
export const whenIdle = (call, signal, latest, otherwise) => {
  const says = 'requestIdleCallback' in window;
  const number = says ? requestIdleCallback(call, { timeout: latest }) : setTimeout(call, otherwise);
  signal.addEventListener('abort', () => (says ? cancelIdleCallback : clearTimeout)(number));
};
