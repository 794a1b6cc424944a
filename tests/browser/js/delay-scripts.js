// What an optimiser of scripts puts into a page: it runs the others once the reader does something.
addEventListener('mousemove', () => {
  for (const delayed of document.querySelectorAll('script[type=delayed-module]')) {
    const script = document.createElement('script');
    script.type = delayed.dataset.type;
    script.src = delayed.dataset.src;
    delayed.replaceWith(script);
  }
}, { once: true });
