//! The address of the page, where the element is asked to say there what it shows (`history="query"`).

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Url, UrlSearchParams};

use super::json::Value;
use super::listening::Listener;
use super::scroll_anchoring::ScrollPosition;

/// What the entry of the browser's history remembers of the reader's place.
const PLACE: &str = "letterPlace";

/// Whether the element may change the address of the page.
pub(crate) fn is_kept(host: &HtmlElement) -> bool {
    host.get_attribute("history").as_deref() == Some("query")
}

/// What the address of the page says under the name.
pub(crate) fn query(host: &HtmlElement, name: &str) -> Option<String> {
    if !is_kept(host) {
        return None;
    }
    let search = gloo::utils::window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// What becomes of the place in the page that an address names (`#p4`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceInPage {
    /// It is named as before: the letter is the same, in whichever language.
    Kept,
    /// Another letter has other places.
    Left,
}

/// The address of the page with other values in its query; a value that is not there takes the name away. The rest stays.
pub(crate) fn address_with(values: &[(&str, Option<String>)], place: PlaceInPage) -> Option<String> {
    let location = gloo::utils::window().location();
    let href = location.href().ok()?;
    let (before_place, hash) = href.split_once('#').unwrap_or((&href, ""));
    let (page, query) = before_place.split_once('?').unwrap_or((before_place, ""));
    let mut address = page.to_owned();
    let pairs = query_with(query, values);
    if !pairs.is_empty() {
        address.push('?');
        address.push_str(&pairs);
    }
    if place == PlaceInPage::Kept && !hash.is_empty() {
        address.push('#');
        address.push_str(hash);
    }
    Some(address)
}

/// The query with other values, each at the place where its name stands already, or else at the end.
fn query_with(query: &str, values: &[(&str, Option<String>)]) -> String {
    let name = |pair: &str| pair.split_once('=').map_or(pair, |(name, _)| name).to_owned();
    let mut pairs: Vec<String> =
        query.split('&').filter(|pair| !pair.is_empty()).map(str::to_owned).collect();
    for (key, value) in values {
        let pair = value.as_ref().map(|value| format!("{key}={}", encoded(value)));
        let at = pairs.iter().position(|pair| name(pair) == *key);
        pairs.retain(|pair| name(pair) != *key);
        if let Some(pair) = pair {
            pairs.insert(at.unwrap_or(pairs.len()), pair);
        }
    }
    pairs.join("&")
}

/// The value as it stands in a query. Addresses are to be read: a slash or a comma needs no code there.
fn encoded(value: &str) -> String {
    if value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/,-.".contains(&byte)) {
        return value.to_owned();
    }
    String::from(js_sys::encode_uri_component(value)).replace("%2F", "/").replace("%2C", ",")
}

/// Whether the address is one of this page, whatever its query.
pub(crate) fn is_this_page(address: &str) -> bool {
    let location = gloo::utils::window().location();
    let here = location.href().ok().and_then(|here| Url::new(&here).ok());
    let there = here.as_ref().and_then(|here| Url::new_with_base(address, &here.href()).ok());
    here.zip(there)
        .is_some_and(|(here, there)| here.origin() == there.origin() && here.pathname() == there.pathname())
}

/// Adds an entry to the browser's history, and remembers in the one that is left where the reader was. False where the browser does not do
/// it, as after very many in a short time.
pub(crate) fn push(address: &str, place: Option<ScrollPosition>) -> bool {
    let Ok(history) = gloo::utils::window().history() else { return false };
    let state = js_sys::Object::new();
    // What the page itself has put there stays.
    if let Ok(own) = history.state()
        && own.is_object()
    {
        js_sys::Object::assign(&state, own.unchecked_ref());
    }
    let text = place.map(|place| format!("{} {} {}", place.piece, place.point, place.height));
    // A plain object takes every property.
    let _ = js_sys::Reflect::set(&state, &PLACE.into(), &text.unwrap_or_default().into());
    let _ = history.replace_state_with_url(&state, "", None);
    let is_pushed = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address)).is_ok();
    is_pushed && gloo::utils::window().location().href().is_ok_and(|here| here == address)
}

/// The place that the entry remembers that has been gone back to.
pub(crate) fn remembered_place() -> Option<ScrollPosition> {
    let state = gloo::utils::window().history().ok()?.state().ok()?;
    let text = Value(state).member(PLACE)?.text()?;
    let mut numbers = text.split(' ');
    Some(ScrollPosition {
        piece: numbers.next()?.parse().ok()?,
        point: numbers.next()?.parse().ok()?,
        height: numbers.next()?.parse().ok()?,
    })
}

/// Calls when the reader has gone back or forward.
pub(crate) fn on_move(call: impl Fn() + 'static) -> Listener {
    Listener::on_window("popstate", move |_| call())
}
