//! Addresses, resolved by the browser's own `URL`.

use web_sys::{HtmlElement, Url};

/// Whether the address of the page holds the view of the element.
pub(crate) fn hold_view(host: &HtmlElement) -> bool {
    host.get_attribute("history").as_deref() == Some("query")
}

/// Whether the address is that of this page, whatever its query.
pub(crate) fn is_this_page(address: &str) -> bool {
    let location = gloo::utils::window().location();
    let here = location.href().ok().and_then(|here| Url::new(&here).ok());
    let there = here.as_ref().and_then(|here| Url::new_with_base(address, &here.href()).ok());
    here.zip(there)
        .is_some_and(|(here, there)| here.origin() == there.origin() && here.pathname() == there.pathname())
}

/// The absolute address; `base` may itself be relative to the page. None unless it is an HTTP address: a catalogue
/// cannot link to anything else.
pub(crate) fn absolute(address: &str, base: Option<&str>) -> Option<String> {
    let page = gloo::utils::document().base_uri().ok().flatten()?;
    let base = match base {
        Some(base) => Url::new_with_base(base, &page).ok()?.href(),
        None => page,
    };
    let url = Url::new_with_base(address, &base).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then(|| url.href())
}
