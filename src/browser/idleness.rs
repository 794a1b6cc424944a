//! Work that can wait until the page has nothing else to do.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::panic_hook;
use super::timers::{self, Timer};

/// How long to wait where the browser does not say when it is idle, in milliseconds.
const WAIT: u32 = 300;

/// How long work waits that the page leaves no time for, in milliseconds.
const LATEST: u32 = 2000;

/// Work that waits. When it is dropped, it is called off.
pub(crate) enum Waiting {
    /// For the browser to be idle.
    Idle {
        /// The number that the browser gave.
        number: f64,
        /// Kept until then.
        _call: Closure<dyn FnMut()>,
    },
    /// For a while.
    Timed {
        /// Kept until then.
        _timer: Timer,
    },
}

/// Calls when the page is idle, or in two seconds: Chromium has been seen never to call in a frame of another origin.
pub(crate) fn when_idle(call: impl FnOnce() + 'static) -> Waiting {
    when_idle_or_after(LATEST, call)
}

/// Calls when the page is idle, or after so many milliseconds.
pub(crate) fn when_idle_or_after(milliseconds: u32, call: impl FnOnce() + 'static) -> Waiting {
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
            // What has been called already cannot be called off.
            let _ = cancel.call1(&gloo::utils::window(), &(*number).into());
        }
    }
}

/// Whether the reader asks sites to send no more than is needed.
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
