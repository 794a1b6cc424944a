// What an optimiser of scripts does that puts them into the page: their address is that of a text.
addEventListener('DOMContentLoaded', async () => {
  const answer = await fetch('/circular-letter.js');
  const script = document.createElement('script');
  script.type = 'module';
  script.src = URL.createObjectURL(new Blob([await answer.text()], { type: 'text/javascript' }));
  document.head.append(script);
});
