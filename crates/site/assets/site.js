// Marks the deadlines that have passed on the reader's day: what is written depends on no day.
const now = new Date();
const today = new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
for (const list of document.querySelectorAll('.deadlines')) {
  for (const entry of list.children) {
    const time = entry.querySelector('time');
    if (!time || time.dateTime >= today) continue;
    entry.classList.add('passed');
    time.after(` (${list.dataset.passed})`);
  }
}
