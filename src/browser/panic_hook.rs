//! The panic hook: the viewer may panic through a fault of its own, or because a script of the page has removed nodes
//! that it relies on.
//!
//! After a panic the state of the module cannot be trusted. The page is notified, so that it can start a fresh copy
//! (`src/element/element.js`), and the listeners and timers of the old one no longer do anything.

use std::cell::{Cell, RefCell};

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    static STOPPED: Cell<bool> = const { Cell::new(false) };
    static TELL: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Installs the hook: the function is called with the message of the panic.
pub(crate) fn on_stop(tell: Function) {
    TELL.with(|known| known.replace(Some(tell)));
    yew::set_custom_panic_hook(Box::new(|panic| {
        if !STOPPED.replace(true)
            && let Some(tell) = TELL.with(|tell| tell.try_borrow().ok().and_then(|tell| tell.clone()))
        {
            // An error in the page's function is not ours to handle.
            let _ = tell.call1(&JsValue::NULL, &panic.to_string().into());
        }
    }));
}

/// Whether the viewer has panicked.
pub(crate) fn has_stopped() -> bool {
    STOPPED.get()
}
