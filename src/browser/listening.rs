//! Listens to events outside Yew's tree: on the letter, on the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget};

use super::panic_hook;

/// A listener. Dropping it removes it.
pub(crate) struct Listener {
    target: EventTarget,
    name: &'static str,
    call: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens on the document of the page.
    pub(crate) fn on_document(name: &'static str, call: impl Fn(Event) + 'static) -> Self {
        Self::new(&gloo::utils::document(), name, call)
    }

    /// Listens on the window.
    pub(crate) fn on_window(name: &'static str, call: impl Fn(Event) + 'static) -> Self {
        Self::new(&gloo::utils::window(), name, call)
    }

    /// Listens in the capturing phase, before the event reaches its target.
    pub(crate) fn new(target: &EventTarget, name: &'static str, call: impl Fn(Event) + 'static) -> Self {
        Self::boxed(target, name, Box::new(call))
    }

    // Compiled once, not for each closure.
    fn boxed(target: &EventTarget, name: &'static str, call: Box<dyn Fn(Event)>) -> Self {
        let call = Closure::<dyn Fn(Event)>::new(move |event| {
            if !panic_hook::has_stopped() {
                call(event);
            }
        });
        // Fails only for a value that is not a function.
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

/// The target of the event, or the nearest element around it, that matches the selector.
pub(crate) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}
