/**
 * The title and the links to other versions in the head of the page, where the page lets the element manage them
 * (`manage-head`).
 */

/** The title that the page had, and the links that were added, by element. */
const heads = new WeakMap();

/** Sets the title, and a link to each version; without a title, the head is as the page made it. */
export const describeHead = (element, title, versions = []) => {
  const { ownerDocument } = element;
  const before = heads.get(element);
  if (title === undefined && !before) return;
  const own = before?.own ?? ownerDocument.title;
  for (const link of before?.links ?? []) link.remove();
  ownerDocument.title = title ?? own;
  const links = versions.map(([hreflang, href]) => (
    Object.assign(ownerDocument.createElement('link'), { rel: 'alternate', hreflang, href })
  ));
  ownerDocument.head.append(...links);
  if (title === undefined) heads.delete(element);
  else heads.set(element, { own, links });
};
