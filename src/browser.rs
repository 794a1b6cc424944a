//! The boundary to the browser: the only place that uses `web-sys`.
//!
//! Each module wraps one feature of browsers in plain types: it uses no type of the library. Errors of the browser end
//! here: they become a value or are ignored, and the letter stays readable.

pub(crate) mod addresses;
pub(crate) mod dates;
pub(crate) mod dom;
pub(crate) mod events;
pub(crate) mod idleness;
pub(crate) mod interface;
pub(crate) mod intl;
pub(crate) mod listening;
pub(crate) mod loading;
pub(crate) mod panic_hook;
pub(crate) mod presenting;
pub(crate) mod properties;
pub(crate) mod scroll_anchoring;
pub(crate) mod timers;

pub(crate) use js_sys::Function;
pub(crate) use values as json;
pub(crate) use wasm_bindgen::JsValue;
pub(crate) use web_sys::{Element, Event, HtmlDialogElement, HtmlElement};
