//! The address of the page and the browser's history, where the element keeps its view there (`history="query"`).

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Url, UrlSearchParams};

use super::json::Value;
use super::listening::Listener;
use super::scroll_anchoring::ScrollPosition;

/// The key of the reader's position in the state of a history entry.
const PLACE: &str = "letterPlace";

/// Whether the element may change the address of the page.
pub(crate) fn is_kept(host: &HtmlElement) -> bool {
    host.get_attribute("history").as_deref() == Some("query")
}

/// The value of the name in the query of the page's address.
pub(crate) fn query(host: &HtmlElement, name: &str) -> Option<String> {
    if !is_kept(host) {
        return None;
    }
    let search = gloo::utils::window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The treatment of the fragment of the address (`#p4`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceInPage {
    /// It stays: the letter is the same, in whichever language.
    Kept,
    /// It is removed: another letter has other paragraphs.
    Left,
}

/// The address of the page with other values in its query; a name without a value is removed. The rest stays.
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

/// The query with other values, each in the place of its name, or else at the end.
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

/// The value, encoded for a query. Slashes and commas need no encoding there, and stay readable.
fn encoded(value: &str) -> String {
    if value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/,-.".contains(&byte)) {
        return value.to_owned();
    }
    String::from(js_sys::encode_uri_component(value)).replace("%2F", "/").replace("%2C", ",")
}

/// Whether the address is that of this page, whatever its query.
pub(crate) fn is_this_page(address: &str) -> bool {
    let location = gloo::utils::window().location();
    let here = location.href().ok().and_then(|here| Url::new(&here).ok());
    let there = here.as_ref().and_then(|here| Url::new_with_base(address, &here.href()).ok());
    here.zip(there)
        .is_some_and(|(here, there)| here.origin() == there.origin() && here.pathname() == there.pathname())
}

/// Adds an entry to the browser's history, and stores the reader's position in the current one. False where the browser
/// refuses, as it does after very many in a short time.
pub(crate) fn push(address: &str, position: Option<ScrollPosition>) -> bool {
    let Ok(history) = gloo::utils::window().history() else { return false };
    let state = js_sys::Object::new();
    // State that the page itself has stored there stays.
    if let Ok(own) = history.state()
        && own.is_object()
    {
        js_sys::Object::assign(&state, own.unchecked_ref());
    }
    let text = position.map(|at| format!("{} {} {}", at.piece, at.point, at.height));
    // A plain object takes every property.
    let _ = js_sys::Reflect::set(&state, &PLACE.into(), &text.unwrap_or_default().into());
    let _ = history.replace_state_with_url(&state, "", None);
    let is_pushed = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address)).is_ok();
    is_pushed && gloo::utils::window().location().href().is_ok_and(|here| here == address)
}

/// The position stored in the current entry of the history.
pub(crate) fn remembered_position() -> Option<ScrollPosition> {
    let state = gloo::utils::window().history().ok()?.state().ok()?;
    let text = Value(state).member(PLACE)?.text()?;
    let mut numbers = text.split(' ');
    Some(ScrollPosition {
        piece: numbers.next()?.parse().ok()?,
        point: numbers.next()?.parse().ok()?,
        height: numbers.next()?.parse().ok()?,
    })
}

/// Calls when the reader goes back or forward.
pub(crate) fn on_move(call: impl Fn() + 'static) -> Listener {
    Listener::on_window("popstate", move |_| call())
}
