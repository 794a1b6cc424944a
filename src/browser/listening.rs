//! Listens to events outside of Yew's tree: on the letter, on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget};

use super::panic_hook;

/// A listener, as long as it is kept.
pub(crate) struct Listener {
    target: EventTarget,
    name: &'static str,
    call: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens before the event comes to its target.
    pub(crate) fn new(target: &EventTarget, name: &'static str, call: impl Fn(Event) + 'static) -> Self {
        let call = Closure::<dyn Fn(Event)>::new(move |event| {
            if !panic_hook::has_stopped() {
                call(event);
            }
        });
        // Only what is no function is refused.
        let _ = target.add_event_listener_with_callback_and_bool(name, call.as_ref().unchecked_ref(), true);
        Self { target: target.clone(), name, call }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let call = self.call.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback_and_bool(self.name, call, true);
    }
}

/// The element that the event is about, or the nearest around it, that the selector fits.
pub(crate) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}
