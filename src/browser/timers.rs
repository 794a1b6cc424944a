//! Timers.

use gloo::timers::callback::Timeout;

/// Calls back after the given number of milliseconds, unless what it returns is dropped before.
pub(crate) fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, call)
}
