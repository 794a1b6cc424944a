//! The language of the interface, and the direction of writing around the element.

use web_sys::{Element, HtmlElement};

use letters::ids::{Direction, Language};

/// The language in which to speak to the reader: the one that the page's address names, where that counts; the element's `ui-lang`, else the page's around the element, else the
/// browser's, else English.
pub(crate) fn language(host: &HtmlElement) -> Language {
    let asked = super::history::query(host, "ui-lang").or_else(|| host.get_attribute("ui-lang"));
    // The element's own `lang` is that of the letter, so the search begins above it.
    let around = || nearest(&host.parent_element().or_else(|| super::dom::host_around(host))?, "lang");
    let window = gloo::utils::window();
    let page = || window.document()?.document_element()?.get_attribute("lang");
    let browser = || window.navigator().languages().iter().find_map(|tag| tag.as_string()?.parse().ok());
    let parse = |tag: Option<String>| tag.and_then(|tag| tag.parse().ok());
    parse(asked)
        .or_else(|| parse(around()))
        .or_else(|| parse(page()))
        .or_else(browser)
        .unwrap_or(Language::English)
}

/// The attribute of the element, or of the nearest around it that has it, across the borders of shadow roots.
fn nearest(element: &Element, attribute: &str) -> Option<String> {
    let found = element.closest(&format!("[{attribute}]")).ok().flatten();
    match found {
        Some(found) => found.get_attribute(attribute),
        None => nearest(&super::dom::host_around(element)?, attribute),
    }
}

/// The direction of writing around the element, as the page says it.
pub(crate) fn direction_around(host: &HtmlElement) -> Direction {
    match nearest(host, "dir") {
        Some(direction) if direction.eq_ignore_ascii_case("rtl") => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}
