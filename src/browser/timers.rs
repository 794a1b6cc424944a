//! Timers.

pub(crate) use gloo::timers::callback::Timeout as Timer;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::panic_hook;

/// Calls after the pending work has been done and painted. WebKit does not scroll to content that it has never laid out.
pub(crate) fn after_painting(call: impl FnOnce() + 'static) {
    let before = Closure::once_into_js(move || after(0, call).forget());
    // Without animation frames, as in a hidden page, nothing is scrolled.
    let _ = gloo::utils::window().request_animation_frame(before.unchecked_ref());
}

/// Calls after the given number of milliseconds, unless the timer is dropped first.
pub(crate) fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timer {
    after_boxed(milliseconds, Box::new(call))
}

// Compiled once, not for each closure.
fn after_boxed(milliseconds: u32, call: Box<dyn FnOnce()>) -> Timer {
    Timer::new(milliseconds, || {
        if !panic_hook::has_stopped() {
            call();
        }
    })
}
