const known = Number(document.querySelector('script[data-count]').dataset.count);
const rest = () => new Promise((resolve) => setTimeout(resolve, 1000));
for (;;) {
  try {
    const answer = await fetch(`/.changes/${known}`);
    if (answer.ok && Number(await answer.text()) !== known) location.reload();
  } catch {
    await rest();
  }
}
