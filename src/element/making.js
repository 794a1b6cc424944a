/** Makes elements of the controls: for modules that draw without the viewer. */

/** A label and its value, as Rust writes them (`Message::labelled`). */
export const labelled = (code, label, value) => `${label}${code === 'zh' ? '：' : ': '}${value}`;

/** An element with its attributes; those without a value are left out, and so are children that are none. */
export const create = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(Boolean));
  return element;
};
