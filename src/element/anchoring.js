/**
 * Scroll anchoring: keeps the paragraph that is being read at its height on the screen, and the focus in it, while the letter
 * changes around it.
 *
 * A position is a text: the number of a piece of the letter, the point of it that is held, in thousandths of its height, and
 * the height of that point, in eighths of a CSS pixel from the upper edge of the window.
 */

/** The number of frames for which a position is held: the browser's own corrections follow in the frame after the change. */
const FRAMES = 2;

const boxOf = (element) => element.getBoundingClientRect();

/** The parent of the element in the flat tree: its slot, its parent, or the host of its shadow root. */
const around = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;

/** What scrolls the element: the nearest box around it that does, or the page. */
const scrollerOf = (host) => {
  const { body, documentElement, scrollingElement } = host.ownerDocument;
  const overflow = (element) => getComputedStyle(element).overflowY;
  for (let at = host; at; at = around(at)) {
    // The overflow of the body is that of the window, unless the root has its own.
    if (at === body && overflow(documentElement) === 'visible') break;
    if (/auto|scroll/.test(overflow(at)) && at.scrollHeight > at.clientHeight) return at;
  }
  return scrollingElement;
};

/** Describes the letter in the article to the browser and to the style sheet. What is right already is not written again: others watch it. */
const describe = (article, lang, dir, isLong) => {
  for (const [name, value] of Object.entries({ lang, dir })) {
    if (!value) article.removeAttribute(name);
    else if (article.getAttribute(name) !== value) article.setAttribute(name, value);
  }
  article.toggleAttribute('data-long', isLong);
};

/** The anchors, by element. */
const anchors = new WeakMap();

/** An anchor for the letter in the article of the element. */
export const anchorFor = (host, article) => {
  /** What is applied with the next change of the text. */
  let expected = {};
  let [held, focused, last, request, frames] = [];

  const first = (selector) => article.querySelector(selector);
  const all = (selector) => [...article.querySelectorAll(selector)];
  const active = () => host.getRootNode().activeElement;
  const scrolled = () => Math.trunc(scrollerOf(host)?.scrollTop);
  const heldPiece = () => held && first(`[data-piece="${held.split(' ')[0]}"]`);

  /** The lower edge of what covers the upper part of the window. */
  const upperEdge = () => Math.max(host.shadowRoot?.querySelector('.top')?.getBoundingClientRect().bottom ?? 0, 0);

  /** The piece that the reader has chosen, by the focus or the address. */
  const chosenPiece = (upper, lower) => {
    const isInSight = (piece) => piece && boxOf(piece).top >= upper - 1 && boxOf(piece).top < lower;
    return [':focus', ':target,.arrived'].map((selector) => first(selector)?.closest('[data-piece]')).find(isInSight);
  };

  /** The piece in the window under the pointer, or else at the line; the pieces are in their order. */
  const readPiece = (upper, line, lower) => {
    const seen = [];
    for (const piece of all('[data-piece]')) {
      const { top, bottom } = boxOf(piece);
      if (top >= lower) break;
      if (bottom > upper) seen.push(piece);
    }
    const pointed = first('[data-piece]:hover');
    return seen.includes(pointed) ? pointed : seen.find((piece) => boxOf(piece).bottom > line) ?? seen.at(-1);
  };

  /** The reader's position now; undefined if the letter is out of sight, or the reader at its very beginning. */
  const find = () => {
    const [upper, lower] = [upperEdge(), window.innerHeight];
    // Where readers look.
    const line = upper + (lower - upper) / 3;
    const chosen = chosenPiece(upper, lower);
    if (!chosen && !(scrolled() > 0)) return undefined;
    // A reader who has not scrolled since is still there, even where a shorter version could not be scrolled as far.
    if (!chosen && last?.scrolled === scrolled()) return last.position;
    const piece = chosen ?? readPiece(upper, line, lower);
    if (!piece) return undefined;
    const { top, height } = boxOf(piece);
    // What begins far out of sight is held at the line: in another language it may be much shorter.
    const at = top > upper - (line - upper) / 2 ? top : line;
    return `${piece.dataset.piece} ${Math.trunc(((at - top) / Math.max(height, 1)) * 1000)} ${Math.round(at * 8)}`;
  };

  /** Scrolls so that the position is where it was. */
  const restorePlace = () => {
    const piece = heldPiece();
    if (!piece) return;
    const [, point, height] = held.split(' ');
    const top = boxOf(piece).top + (point / 1000) * boxOf(piece).height - height / 8;
    if (Math.abs(top) >= 0.5) scrollerOf(host)?.scrollBy({ top, behavior: 'instant' });
  };

  /**
   * Gives the focus back to the link to the same document in the same paragraph, or else to its first link. The element that
   * had it may have been removed, or reused for another paragraph. Outside of paragraphs, it goes to the piece that is held.
   */
  const restoreFocus = () => {
    const piece = focused && (first(`[id="${focused.paragraph}"]`) ?? heldPiece());
    if (!piece) return;
    const now = active();
    const isElsewhere = now && now !== now.ownerDocument.body && !article.contains(now);
    const isSame = ({ dataset }) => dataset.document === focused.document;
    if (isElsewhere || (piece.contains(now) && isSame(now))) return;
    const links = [...piece.querySelectorAll('a[href]')];
    (links.find((link) => focused.document && isSame(link)) ?? links[0])?.focus();
  };

  const restore = () => {
    restorePlace();
    restoreFocus();
  };

  const onFrame = () => {
    request = undefined;
    restore();
    if (frames > 0) {
      frames -= 1;
      askForFrame();
      return;
    }
    last = held && { position: held, scrolled: scrolled() };
    held = focused = undefined;
  };

  const askForFrame = () => {
    request ??= requestAnimationFrame(onFrame);
  };

  const settle = () => {
    const { position, link, description } = expected;
    expected = {};
    if (description) describe(article, ...description);
    if (!position && !link) return;
    focused = link;
    held = position ?? held;
    frames = FRAMES;
    askForFrame();
  };

  // The text changes in one task, and this runs before it is painted.
  const observer = new MutationObserver(() => {
    settle();
    restore();
  });
  observer.observe(article, { childList: true, characterData: true, subtree: true });
  const position = () => expected.position ?? held ?? find();
  const describing = (lang, dir, isLong) => {
    expected.description = dir && [lang, dir, isLong];
  };

  anchors.get(host)?.end();
  const anchor = {
    position,
    /** The position to return to: the reader's, or the beginning if the reader is there. */
    positionToReturnTo: () => {
      const top = first('[data-piece]')?.getBoundingClientRect().top;
      return position() ?? (top >= 0 && top < window.innerHeight ? `0 0 ${Math.round(top * 8)}` : undefined);
    },
    /** Sets what is applied with the next change of the text: the position to hold, if there is one, and the description of the article. */
    expect: (next, ...description) => {
      describing(...description);
      expected.position = next ?? expected.position;
    },
    /** Has the focus go to the same link again with the next change of the text, which replaces the one that has it. */
    keepFocus: () => {
      const link = active();
      if (article.contains(link)) expected.link = { paragraph: link.closest('[data-piece]')?.id ?? '', document: link.dataset.document };
    },
    /** Applies what was expected with this description, whether the text has changed or not. */
    settle: (...description) => {
      describing(...description);
      settle();
    },
    end: () => {
      observer.disconnect();
      cancelAnimationFrame(request);
      // Nobody asks for a frame any more.
      request = 0;
    },
  };
  anchors.set(host, anchor);
  return anchor;
};

/** The element has left its page. */
export const endAnchor = (host) => anchors.get(host)?.end();
