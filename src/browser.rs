//! The edge to the browser: the only place that knows `web-sys`.
//!
//! Each module wraps one thing that browsers do well, in the terms of the viewer. What a browser refuses ends here: it
//! becomes a value, or nothing happens, and the letter stays readable.

pub(crate) mod addresses;
pub(crate) mod clipboard;
pub(crate) mod dates;
pub(crate) mod events;
pub(crate) mod fetching;
pub(crate) mod head;
pub(crate) mod history;
pub(crate) mod host;
pub(crate) mod idleness;
pub(crate) mod interface;
pub(crate) mod json;
pub(crate) mod layers;
pub(crate) mod listening;
pub(crate) mod naming;
pub(crate) mod place;
pub(crate) mod printing;
pub(crate) mod stopping;
pub(crate) mod styles;
pub(crate) mod timers;
pub(crate) mod tree;

pub(crate) use js_sys::Function;
pub(crate) use wasm_bindgen::JsValue;
pub(crate) use web_sys::{Element, Event, HtmlDialogElement, HtmlElement};
