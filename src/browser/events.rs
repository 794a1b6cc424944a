//! The events by which the element tells the page what happened.
//!
//! They bubble and cross shadow roots, so that a page can listen at any place above the element.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement, MouseEvent};

/// `letter-load`: the letter is shown. Detail: `src`.
pub(crate) fn letter_load(host: &HtmlElement, source: Option<&str>) {
    dispatch(host, "letter-load", &[("src", source)]);
}

/// `letter-error`: the letter cannot be shown, or not as a letter. Detail: `code`, `src`.
pub(crate) fn letter_error(host: &HtmlElement, code: &str, source: Option<&str>) {
    dispatch(host, "letter-error", &[("code", Some(code)), ("src", source)]);
}

fn dispatch(host: &HtmlElement, name: &str, detail: &[(&str, Option<&str>)]) {
    let object = Object::new();
    for (key, value) in detail {
        // A plain object takes every property.
        let _ = Reflect::set(&object, &(*key).into(), &value.map(Into::into).unwrap_or_default());
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&object);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // A listener that throws is the page's affair.
        let _ = host.dispatch_event(&event);
    }
}

/// The value of the button that was clicked, or in which something was.
pub(crate) fn value_of_button(event: &MouseEvent) -> Option<String> {
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    clicked.closest("button").ok()??.get_attribute("value")
}
