// Notes what goes wrong in a page, from its very beginning, in `problems`, and the events of letters in `letterEvents`.

window.problems = [];
addEventListener('error', (event) => {
  problems.push(`error: ${event.message || event.target?.src || event.target?.href}`);
}, true);
addEventListener('unhandledrejection', (event) => problems.push(`rejection: ${event.reason}`));
addEventListener('securitypolicyviolation', (event) => {
  problems.push(`policy: ${event.violatedDirective} ${event.blockedURI}`);
});

const log = console.error;
console.error = (...words) => {
  problems.push(`console: ${words.join(' ')}`);
  log(...words);
};

window.letterEvents = [];
for (const name of ['letter-load', 'letter-error']) {
  addEventListener(name, (event) => {
    const shown = event.target.querySelector('article[lang] .subject') !== null;
    letterEvents.push({ name, shown, ...event.detail });
  });
}
