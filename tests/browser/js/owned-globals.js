// A page that has names of the browser for things of its own, as libraries of another time do.

window.Response = class Response {
  constructor(text) {
    this.text = text;
  }
};
window.Request = class Request {};
// As Prototype has it: of lists alone, and without a second argument.
Array.from = (list) => {
  const copy = [];
  for (let at = 0; at < list.length; at += 1) copy.push(list[at]);
  return copy;
};
