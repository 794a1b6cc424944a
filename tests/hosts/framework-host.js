// What the applications of the frameworks show, and what the scenarios work them by: `application.show()` renders the letter, or
// renders it again with something else; `application.leave()` takes it out; `application.loaded` are the letters of its events.

/** A function of the page, given to the element as a property. */
export const resolver = (id) => (id.startsWith('sg/cl/') ? { href: `/circulars/${id}` } : undefined);

/** Has the application rendered by the functions of a framework. */
export const run = (show, leave) => {
  const loaded = [];
  const shown = ({ detail }) => loaded.push(detail.src);
  const place = document.getElementById('place');
  window.application = {
    loaded,
    show: ({ src, lang }) => show(place, { src, lang, shown }),
    leave: () => leave(place),
  };
};
