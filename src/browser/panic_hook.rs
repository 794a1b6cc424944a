//! What happens when the viewer stops in the middle of its work, by a fault of ours or because the page has taken away what stood there.
//!
//! A module that has stopped cannot be trusted any more. The page is told, so that it can start a fresh one
//! (`src/browser/element.js`); what the old one still listens to finds it silent.

use std::cell::{Cell, RefCell};

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    static STOPPED: Cell<bool> = const { Cell::new(false) };
    static TELL: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Calls the function, with the reason, when the viewer stops.
pub(crate) fn on_stop(tell: Function) {
    TELL.with(|known| known.replace(Some(tell)));
    yew::set_custom_panic_hook(Box::new(|panic| {
        if !STOPPED.replace(true)
            && let Some(tell) = TELL.with(|tell| tell.try_borrow().ok().and_then(|tell| tell.clone()))
        {
            // Whatever the page makes of it.
            let _ = tell.call1(&JsValue::NULL, &panic.to_string().into());
        }
    }));
}

/// Whether the viewer has stopped.
pub(crate) fn has_stopped() -> bool {
    STOPPED.get()
}
