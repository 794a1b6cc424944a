// A page in a browser of another time: without what came after 2021.
delete HTMLElement.prototype.showPopover;
delete HTMLElement.prototype.hidePopover;
delete HTMLElement.prototype.togglePopover;
delete window.CSSStyleSheet;
delete Document.prototype.adoptedStyleSheets;
delete ShadowRoot.prototype.adoptedStyleSheets;
delete window.requestIdleCallback;
const matches = Element.prototype.matches;
const withoutPopover = (find) => function (selector) {
  if (/:popover-open|:modal/.test(selector)) throw new SyntaxError(`${selector} is no selector`);
  return find.call(this, selector);
};
Element.prototype.matches = withoutPopover(matches);
