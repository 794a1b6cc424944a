//! Addresses, resolved by the browser's own `URL`.

use web_sys::Url;

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
