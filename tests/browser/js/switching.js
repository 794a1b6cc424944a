// How long another language takes to be painted.

// Switches to each of the six languages so many times. Returns how long each switch takes, from the click to the task behind the frame in which
// the text is painted.
async function measureSwitching(rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    for (const language of ['en', 'ar', 'zh', 'ru', 'es', 'fr']) {
      times.push(await switchTo(language));
      await pause(50);
    }
  }
  return times;
}

function switchTo(language) {
  return new Promise((resolve) => {
    const start = performance.now();
    languageLink(language).click();
    const look = () => requestAnimationFrame(() => {
      if (!letter.lang.startsWith(language)) return look();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      port2.postMessage(null);
      return undefined;
    });
    look();
  });
}
