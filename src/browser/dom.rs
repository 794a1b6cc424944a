//! The element's nodes: additions of the viewer, scrolling and focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ShadowRoot};

use super::timers;

/// A box for the controls of the element, which is in no tree yet. None where the element has no open shadow root.
pub(crate) fn new_box(host: &HtmlElement) -> Option<Element> {
    host.shadow_root()?;
    host.owner_document()?.create_element("div").ok()
}

/// Scrolls to the fragment of the page's address (`#p4`), and returns whether the letter has it: the letter was not
/// there yet when the browser looked for it.
pub(crate) fn scroll_to_place_in_address(article: &Element) -> bool {
    let hash = hash();
    let id = js_sys::decode_uri_component(hash.trim_start_matches('#')).map(String::from).unwrap_or_default();
    if id.is_empty() {
        return false;
    }
    let Some(place) = place(article, &id) else { return false };
    place.scroll_into_view();
    if article.has_attribute("data-long") {
        // Firefox and WebKit do not find the way to what they have never laid out.
        timers::after_painting(move || place.scroll_into_view());
    }
    true
}

/// Whether the address of the page names a place.
pub(crate) fn names_a_place() -> bool {
    !hash().is_empty()
}

fn hash() -> String {
    gloo::utils::window().location().hash().unwrap_or_default()
}

/// The element of the letter with the id. Another letter of the page may have the same id.
fn place(article: &Element, id: &str) -> Option<HtmlElement> {
    let children = article.query_selector_all("[id]").ok();
    let mut places = children.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.get(index)));
    places.find_map(|node| node.dyn_into::<HtmlElement>().ok().filter(|place| place.id() == id))
}

/// Scrolls to the beginning of the element if the reader is past it: another letter has replaced the one that was read.
pub(crate) fn scroll_to_start(host: &HtmlElement) {
    if host.get_bounding_client_rect().top() < 0.0 {
        host.scroll_into_view();
    }
}

/// Focuses the element.
pub(crate) fn focus(element: &HtmlElement) {
    // Fails only for an element that has been removed.
    let _ = element.focus();
}

/// Focuses the sheet if the focused element was removed with the previous letter.
pub(crate) fn keep_focus(host: &HtmlElement) {
    let document = host.owner_document();
    let active = document.as_ref().and_then(|document| document.active_element());
    let body = document.and_then(|document| document.body());
    let is_lost = active.is_none_or(|active| body.is_some_and(|body| body.is_same_node(Some(&active))));
    let sheet = host.shadow_root().and_then(|root| root.query_selector(".sheet").ok().flatten());
    if let Some(sheet) = sheet.filter(|_| is_lost).and_then(|sheet| html_element(&sheet)) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Fails only for an element that has been removed.
        let _ = sheet.focus_with_options(&options);
    }
}

/// The element as an HTML element.
pub(crate) fn html_element(element: &Element) -> Option<HtmlElement> {
    element.clone().dyn_into().ok()
}

/// The host of the shadow root that contains the element.
pub(crate) fn host_around(element: &Element) -> Option<Element> {
    Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host())
}

/// The value of the attribute.
pub(crate) fn attribute(element: &Element, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// Whether the element has the attribute.
pub(crate) fn has_attribute(element: &Element, name: &str) -> bool {
    element.has_attribute(name)
}

/// Sets the attribute, whose name is valid.
pub(crate) fn set_attribute(element: &Element, name: &str, value: &str) {
    // Only names that are not valid are refused.
    let _ = element.set_attribute(name, value);
}

/// The first descendant that matches the selector.
pub(crate) fn find(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}

/// The text of the element.
pub(crate) fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

/// Whether the page has put the letter into the element itself, to be read before any script.
pub(crate) fn has_static_letter(host: &HtmlElement) -> bool {
    host.query_selector(":scope > article:not([slot])").ok().flatten().is_some()
}
