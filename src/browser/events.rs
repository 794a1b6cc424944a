//! The events that the element dispatches, and questions about those that it receives.
//!
//! Its own bubble and cross shadow roots, so that a page can listen on any ancestor of the element.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{
    CustomEvent, CustomEventInit, Element, Event, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent,
};

/// `letter-load`: the letter is shown. Detail: `src`.
pub(crate) fn letter_load(host: &HtmlElement, source: Option<&str>) {
    dispatch(host, "letter-load", &[("src", source)]);
}

/// `letter-references`: catalogue, `registry` and `resolver` have answered for the references of the letter.
pub(crate) fn letter_references(host: &HtmlElement) {
    dispatch(host, "letter-references", &[]);
}

/// `letter-card-open`: the card of a reference is shown. Detail: `id`, `text`, `state`.
pub(crate) fn card_open(host: &HtmlElement, id: &str, text: &str, state: &str) {
    dispatch(host, "letter-card-open", &[("id", Some(id)), ("text", Some(text)), ("state", Some(state))]);
}

/// `letter-error`: the letter cannot be shown, or not as a letter. Detail: `code`, `src`.
pub(crate) fn letter_error(host: &HtmlElement, code: &str, source: Option<&str>) {
    dispatch(host, "letter-error", &[("code", Some(code)), ("src", source)]);
}

/// `letter-language-changed`: the letter is shown in another language. Detail: `from`, `to`.
pub(crate) fn language_changed(host: &HtmlElement, from: Option<&str>, to: &str) {
    let detail = [("from", from), ("to", Some(to))];
    dispatch(host, "letter-language-changed", &detail);
}

/// `letter-reference-open`: a reader follows a reference. Detail: `id`, `href`, `text`, `state`. False if the page
/// handles it itself.
pub(crate) fn reference_open(host: &HtmlElement, id: &str, href: &str, text: &str, state: &str) -> bool {
    let detail = [("id", Some(id)), ("href", Some(href)), ("text", Some(text)), ("state", Some(state))];
    dispatch(host, "letter-reference-open", &detail)
}

/// `letter-report`: a reader reports a wrong reference. Detail: `id`, `href`, `text`, `state`, `src`.
pub(crate) fn report(
    host: &HtmlElement,
    id: &str,
    href: Option<&str>,
    text: &str,
    state: &str,
    source: Option<&str>,
) {
    let detail =
        [("id", Some(id)), ("href", href), ("text", Some(text)), ("state", Some(state)), ("src", source)];
    dispatch(host, "letter-report", &detail);
}

/// Whether another listener has prevented the default action.
pub(crate) fn is_answered(event: &Event) -> bool {
    event.default_prevented()
}

/// Prevents the browser's default action.
pub(crate) fn prevent_default(event: &Event) {
    event.prevent_default();
}

/// Prevents the browser's default action and all further listeners.
pub(crate) fn consume(event: &Event) {
    event.prevent_default();
    event.stop_propagation();
}

/// Whether the target is the element with the listener, not a descendant.
pub(crate) fn is_about_listener(event: &Event) -> bool {
    event.target() == event.current_target()
}

/// Whether the Escape key was pressed.
pub(crate) fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape")
}

/// Whether the pointer is a touch contact, which cannot hover.
pub(crate) fn is_touch(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

/// Whether it is a click of the primary button without modifiers, which would open another tab or save.
pub(crate) fn is_plain_click(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| {
        event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
    })
}

/// Dispatches an event. False if a listener cancelled it.
fn dispatch(host: &HtmlElement, name: &str, detail: &[(&str, Option<&str>)]) -> bool {
    let object = Object::new();
    for (key, value) in detail {
        // A plain object takes every property.
        let _ = Reflect::set(&object, &(*key).into(), &value.map(Into::into).unwrap_or_default());
    }
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_detail(&object);
    init.set_cancelable(name == "letter-reference-open");
    let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) else { return true };
    // Errors thrown by listeners are the page's own.
    host.dispatch_event(&event).unwrap_or(true)
}

/// The value of the button that was clicked.
pub(crate) fn value_of_button(event: &MouseEvent) -> Option<String> {
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    clicked.closest("button").ok()??.get_attribute("value")
}
