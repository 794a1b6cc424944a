// Word files on the standalone page.

async function fileOf(name) {
  const answer = await fetch(`/word/${name}`);
  return new File([await answer.blob()], name);
}

// Chooses the file, as a reader does with the button of the page.
async function chooseWord(name) {
  const chosen = new DataTransfer();
  chosen.items.add(await fileOf(name));
  const input = document.querySelector('.open-word input');
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

// Drops the file on the page.
async function dropWord(name) {
  const dropped = new DataTransfer();
  dropped.items.add(await fileOf(name));
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: dropped }));
}

function fromWord() {
  return document.querySelector('.from-word');
}

function wordButton(words) {
  return [...fromWord().querySelectorAll('button')].find(({ textContent }) => textContent === words);
}
