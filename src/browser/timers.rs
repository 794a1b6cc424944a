//! Timers.

pub(crate) use gloo::timers::callback::Timeout as Timer;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::panic_hook;

/// Calls back once what has been asked for until now is done and painted. WebKit does not go to a place that it has never set.
pub(crate) fn after_painting(call: impl FnOnce() + 'static) {
    let before = Closure::once_into_js(move || after(0, call).forget());
    // Without frames, as in a page that nobody sees, nobody goes anywhere.
    let _ = gloo::utils::window().request_animation_frame(before.unchecked_ref());
}

/// Calls back after the given number of milliseconds, unless what it returns is dropped before.
pub(crate) fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timer {
    Timer::new(milliseconds, || {
        if !panic_hook::has_stopped() {
            call();
        }
    })
}
