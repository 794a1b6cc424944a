//! Timers.

pub(crate) use gloo::timers::callback::Timeout as Timer;

use super::stopping;

/// Calls back after the given number of milliseconds, unless what it returns is dropped before.
pub(crate) fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timer {
    Timer::new(milliseconds, || {
        if !stopping::has_stopped() {
            call();
        }
    })
}
