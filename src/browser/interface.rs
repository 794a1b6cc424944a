//! The direction of writing around the element.

use web_sys::{Element, HtmlElement};

/// The attribute of the element or of its nearest ancestor that has it, across shadow roots.
fn nearest(element: &Element, attribute: &str) -> Option<String> {
    let found = element.closest(&format!("[{attribute}]")).ok().flatten();
    match found {
        Some(found) => found.get_attribute(attribute),
        None => nearest(&super::dom::host_around(element)?, attribute),
    }
}

/// The direction of writing around the element, as the page sets it (`dir`).
pub(crate) fn direction_around(host: &HtmlElement) -> Option<String> {
    nearest(host, "dir")
}
