//! Addresses, resolved by the browser's own `URL`.

use web_sys::Url;

/// Whether the address has the page's own origin.
pub(crate) fn is_of_this_origin(address: &str) -> bool {
    let origin = gloo::utils::window().location().origin().ok();
    let url = absolute(address, None).and_then(|address| Url::new(&address).ok());
    url.is_some_and(|url| Some(url.origin()) == origin)
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
