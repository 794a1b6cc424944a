//! Addresses, by the browser's own `URL`.

use web_sys::{HtmlElement, Url, UrlSearchParams};

/// The address, relative to another that may itself be relative to the page. None where it is none of the web: a catalogue can lead
/// nowhere else.
pub(crate) fn absolute(address: &str, base: Option<&str>) -> Option<String> {
    let page = gloo::utils::document().base_uri().ok().flatten()?;
    let base = match base {
        Some(base) => Url::new_with_base(base, &page).ok()?.href(),
        None => page,
    };
    let url = Url::new_with_base(address, &base).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then(|| url.href())
}

/// What the address of the page says under the name, where the element is asked to look there (`history="query"`).
pub(crate) fn query(host: &HtmlElement, name: &str) -> Option<String> {
    if host.get_attribute("history").as_deref() != Some("query") {
        return None;
    }
    let search = gloo::utils::window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}
