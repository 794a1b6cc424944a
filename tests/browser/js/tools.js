// The tools that readers take something away with.

function tools() {
  return inControls('dialog.taking');
}

// Opens the tools.
function openTools() {
  inControls('.more').click();
}

// The button of the tools with these words.
function toolNamed(words) {
  return [...tools().querySelectorAll('button')].find((button) => button.textContent === words);
}

// Keeps in `files` what would be saved.
function takeFiles() {
  window.files = [];
  addEventListener('letter-export', (event) => {
    event.preventDefault();
    files.push(event.detail);
  });
}

// Keeps in `copies` what is copied, and in `saved` the names of files that are saved.
function watchTaking() {
  window.copies = [];
  window.saved = [];
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => copies.push(text) }, configurable: true });
  HTMLAnchorElement.prototype.click = function click() {
    if (this.download) saved.push(`${this.download} ${this.href.slice(0, 5)}`);
    else HTMLElement.prototype.click.call(this);
  };
}
