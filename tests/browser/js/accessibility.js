// For readers who use a keyboard, a screen reader, large type, few colours or a small window.

// Notes what gets the focus by the keyboard, in `visited`, and in `covered` what then is out of sight or has no ring.
function watchFocus() {
  window.visited = [];
  window.covered = [];
  addEventListener('keyup', () => {
    const at = focused();
    const name = `${at.localName}.${at.className}`;
    visited.push(`${name}${at.closest('.copy') ? ' copies' : ''}`);
    if (!host.contains(at.getRootNode().host ?? at)) return;
    const bar = inControls('.top');
    if (!bar.contains(at) && isCovered(boxOf(at), boxOf(bar))) {
      const { top, bottom } = boxOf(at);
      const place = `${Math.round(top)}-${Math.round(bottom)} of ${Math.round(boxOf(bar).bottom)}-${innerHeight}`;
      covered.push(`${name} “${at.textContent}” ${place}`);
    }
    if (styleOf(at).outlineStyle === 'none') covered.push(`no ring: ${name}`);
  });
}

// Whether a box is under the bar or out of the window. What is higher than the window cannot be in it.
function isCovered(box, bar) {
  const isUnderBar = box.top < bar.bottom - 1 && box.bottom > 0;
  const isBelow = box.bottom > innerHeight + 1 && box.height < innerHeight;
  return isUnderBar || isBelow || box.bottom <= 0;
}

// Words in Latin letters that pass for Arabic, in an interface that writes none but names of documents, numbers and native names of
// languages.
function latinWordsThatPassForArabic() {
  const wrong = [];
  let seen = 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const around = walker.currentNode.parentElement;
    if (!/[a-zà-ÿ]{4}/i.test(text) || text.includes('@') || around.closest('style, svg')) continue;
    seen++;
    const { lang } = around.closest('[lang]') ?? host;
    if (lang === 'ar') wrong.push(text);
  }
  return seen > 10 ? wrong.join('\n') : `only ${seen} texts were looked at`;
}

// The relative luminance of a colour, by WCAG 2.2.
function luminance(colour) {
  const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// The colour of the ground on which an element stands.
function groundOf(element) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const colour = styleOf(at).backgroundColor;
    if (!/, 0\)$|transparent/.test(colour)) return colour;
  }
  return 'rgb(255, 255, 255)';
}

// The contrast of a colour with the ground of an element.
function contrast(colour, element) {
  const [dark, light] = [luminance(colour), luminance(groundOf(element))].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

// Signs and focus rings with less contrast than three to one (WCAG 2.2, 1.4.11).
function faintSigns() {
  const signs = [
    ['.languages a', 6], ['.tool', 4], ['summary', 2], ['.copy button', 3], ['.citation', 7], ['.permalink', 5], ['.peek', 5],
  ];
  const faint = [];
  const focusedOnce = new Set();
  for (const [sign, least] of signs) {
    const all = [...allInControls(sign), ...allInLetter(sign)].filter((element) => element.checkVisibility());
    if (all.length < least) faint.push(`only ${all.length} of ${sign}`);
    for (const element of all) {
      element.focus({ focusVisible: true, preventScroll: true });
      const { outlineStyle, outlineColor, color } = styleOf(element);
      if (focused() === element) {
        focusedOnce.add(sign);
        const isFaint = outlineStyle === 'none' || contrast(outlineColor, element.parentElement) < 3;
        if (isFaint) faint.push(`ring of ${sign}: ${outlineStyle} ${outlineColor}`);
      }
      if (contrast(color, element) < 3) faint.push(`sign of ${sign}: ${color}`);
    }
  }
  if (focusedOnce.size < 6) faint.push(`only these take the focus: ${[...focusedOnce]}`);
  return faint.join('\n');
}

// Whether nothing goes beyond a window that is 320 pixels wide.
function fitsInto320Pixels() {
  const isInside = (element) => !isShown(element) || boxOf(element).right <= 321;
  return document.documentElement.scrollWidth <= 320 && allInControls('button, a, p, dd, h2, li').every(isInside);
}

// What is pressed and is smaller than 24 pixels (WCAG 2.2, 2.5.8). Links within sentences are as large as their words; what is hidden
// until the keyboard comes is not pressed.
function smallTargets() {
  const targets = [...allInControls('button, summary, .languages a, .tools a'), ...allInLetter('.peek, .permalink')];
  const small = targets.filter((element) => {
    const { width, height } = boxOf(element);
    return width > 2 && (width < 24 || height < 24);
  });
  return small.map((element) => `${element.className} ${boxOf(element).width}x${boxOf(element).height}`).join('\n');
}

// How the underline of a citation is drawn.
function underlineOf(citation) {
  return styleOf(inLetter(citation)).textDecorationStyle;
}

// The colour of the frame of a button that is pressed, or is not.
function frameOfButton(pressed) {
  return styleOf(inLetter(`.peeked [aria-pressed=${pressed}]`)).borderTopColor;
}
