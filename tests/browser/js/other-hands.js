// Others change the letter: page translators, annotators, frameworks.

// The texts of the letter in which there are words.
function textsOfLetter() {
  const walker = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (/\p{L}{2}/u.test(walker.currentNode.data) && !walker.currentNode.parentElement.closest('font')) texts.push(walker.currentNode);
  return texts;
}

// What a page translator does: it puts elements of its own in the place of each text. Returns how many there were.
function translate() {
  const texts = textsOfLetter();
  for (const text of texts) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
    inner.textContent = `⟦${text.data}⟧`;
    outer.append(inner);
    text.replaceWith(outer);
  }
  return texts.length;
}

// What an annotator does: it divides texts, and wraps a part.
function annotate() {
  for (const text of textsOfLetter()) {
    const rest = text.splitText(Math.floor(text.length / 2));
    const mark = document.createElement('mark');
    rest.replaceWith(mark);
    mark.append(rest);
  }
}

function wordsOfLetter() {
  return letter.innerText.replace(/\s+/g, ' ').trim();
}

// Whether the letter is as it was without a translator, when its words were kept in `clean`.
function isClean() {
  return !letter.textContent.includes('⟦') && wordsOfLetter() === clean;
}

// Whether the letter can be seen.
function isSeen(words) {
  return letter?.slot === 'letter' && letter.innerText.includes(words) && letter.getClientRects().length > 0;
}
