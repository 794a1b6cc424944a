// Asks whether the site has changed since the page was loaded, and loads it again if so. Hidden pages do not ask: a browser has few
// connections for a server.
const known = document.querySelector('script[data-count]').dataset.count;
const rest = () => new Promise((resolve) => setTimeout(resolve, 1000));
const visible = () => new Promise((resolve) => {
  const look = () => document.visibilityState === 'visible' && resolve();
  document.addEventListener('visibilitychange', look);
  look();
});
const asked = async () => {
  const answer = await fetch(`/.changes/${known}`);
  return answer.ok ? answer.text() : undefined;
};
for (;;) {
  await visible();
  const count = await asked().catch(() => undefined);
  if (count === undefined) await rest();
  else if (count !== known) {
    location.reload();
    break;
  }
}
