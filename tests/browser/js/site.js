// A published site.

// Shows the page in a frame where no script runs.
function showWithoutScript(address) {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.width = 1000;
  frame.height = 800;
  frame.src = address;
  document.body.append(frame);
}

// An element in that page.
function inFrame(selector) {
  return document.querySelector('iframe').contentDocument?.querySelector(selector);
}

// Whether the page in the frame is wider than the frame, when that is so wide.
function frameOverflows(width) {
  const frame = document.querySelector('iframe');
  frame.width = width;
  return frame.contentDocument.documentElement.scrollWidth > width;
}
