//! The languages that the reader may prefer, and the direction of writing around the element.

use web_sys::{Element, HtmlElement};

/// The tags of the languages, in order of precedence: that in the page's address, where the element keeps its view
/// there, or the element's `ui-lang`; that of the page around the element; that of the page; those of the browser.
pub(crate) fn languages(host: &HtmlElement) -> Vec<String> {
    let asked = super::history::query(host, "ui-lang").or_else(|| host.get_attribute("ui-lang"));
    // The element's own `lang` is that of the letter, so the search begins above it.
    let above = host.parent_element().or_else(|| super::dom::host_around(host));
    let around = above.and_then(|element| nearest(&element, "lang"));
    let window = gloo::utils::window();
    let root = window.document().and_then(|document| document.document_element());
    let page = root.and_then(|root| root.get_attribute("lang"));
    let browser = window.navigator().languages();
    let browser = browser.iter().filter_map(|tag| tag.as_string());
    [asked, around, page].into_iter().flatten().chain(browser).collect()
}

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
