//! Timers.

pub(crate) use gloo::timers::callback::Timeout as Timer;

/// Calls back after the given number of milliseconds, unless what it returns is dropped before.
pub(crate) fn after(milliseconds: u32, call: impl FnOnce() + 'static) -> Timer {
    Timer::new(milliseconds, call)
}
