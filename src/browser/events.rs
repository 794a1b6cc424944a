//! The events by which the element tells the page what happened.
//!
//! They bubble and cross shadow roots, so that a page can listen at any place above the element.

use js_sys::{Object, Reflect};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

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
