//! Timers.

pub(crate) use gloo::timers::callback::Timeout as Timer;

use super::stopping;

/// Calls back once what has been asked for until now is done.
pub(crate) fn soon(call: impl FnOnce() + 'static) {
    wasm_bindgen_futures::spawn_local(async {
        if !stopping::has_stopped() {
            call();
        }
    });
}

/// Calls back after the given number of milliseconds, unless what it returns is dropped before.
pub(crate) fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timer {
    Timer::new(milliseconds, || {
        if !stopping::has_stopped() {
            call();
        }
    })
}
