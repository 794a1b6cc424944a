//! Work that can wait until the page has nothing else to do.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::panic_hook;
use super::timers::{self, Timer};

/// The delay where the browser does not report idle time, in milliseconds.
const WAIT: u32 = 300;

/// The longest delay on a page that is never idle, in milliseconds.
const LATEST: u32 = 2000;

/// Scheduled work. Dropping it cancels it.
pub(crate) enum Waiting {
    /// Runs when the browser is idle.
    Idle {
        /// The browser's handle of the request.
        number: f64,
        /// Kept alive until then.
        _call: Closure<dyn FnMut()>,
    },
    /// Runs after a delay.
    Timed {
        /// Kept alive until then.
        _timer: Timer,
    },
}

/// Calls when the page is idle, and after two seconds at the latest: Chromium may never call in a frame of another origin.
pub(crate) fn when_idle(call: impl FnOnce() + 'static) -> Waiting {
    when_idle_or_after(LATEST, call)
}

/// Calls when the page is idle, and after the given number of milliseconds at the latest.
pub(crate) fn when_idle_or_after(milliseconds: u32, call: impl FnOnce() + 'static) -> Waiting {
    when_idle_boxed(milliseconds, Box::new(call))
}

// Compiled once, not for each closure.
fn when_idle_boxed(milliseconds: u32, call: Box<dyn FnOnce()>) -> Waiting {
    let window = gloo::utils::window();
    let request = method("requestIdleCallback");
    let call = || {
        if !panic_hook::has_stopped() {
            call();
        }
    };
    match request {
        Some(request) => {
            let call = Closure::once(call);
            let options = Object::new();
            // A plain object takes any member.
            let _ = Reflect::set(&options, &"timeout".into(), &milliseconds.into());
            let number = request.call2(&window, call.as_ref(), &options).ok();
            let number = number.and_then(|number| number.as_f64());
            Waiting::Idle { number: number.unwrap_or_default(), _call: call }
        }
        None => Waiting::Timed { _timer: timers::after(WAIT, call) },
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if let Self::Idle { number, .. } = self
            && let Some(cancel) = method("cancelIdleCallback")
        {
            // A call that has been made already cannot be cancelled.
            let _ = cancel.call1(&gloo::utils::window(), &(*number).into());
        }
    }
}

/// Whether the reader has asked for reduced data usage.
pub(crate) fn saves_data() -> bool {
    let connection = Reflect::get(&gloo::utils::window().navigator(), &"connection".into()).ok();
    let saves = connection.filter(|connection| connection.is_object());
    saves
        .and_then(|connection| Reflect::get(&connection, &"saveData".into()).ok())
        .is_some_and(|saves| saves.is_truthy())
}

fn method(name: &str) -> Option<Function> {
    Reflect::get(&gloo::utils::window(), &name.into()).ok()?.dyn_into().ok()
}
