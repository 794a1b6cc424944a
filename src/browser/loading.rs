//! The loader (`loader.js`), which gets records and catalogues for the viewer of one element.

use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::json::Value;
use super::panic_hook;
use super::presenting::Presenter;

#[wasm_bindgen]
extern "C" {
    /// What the viewer gets from the loader of its element.
    #[derive(Clone, Debug, PartialEq)]
    pub type Loader;

    /// What shows its letters.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn presenter(this: &Loader) -> Presenter;

    /// The nodes for the records, as the description says (`composition.js`).
    #[wasm_bindgen(method)]
    pub(crate) fn compose(this: &Loader, records: &JsValue, description: &JsValue) -> JsValue;

    #[wasm_bindgen(method)]
    fn record(this: &Loader, version: &JsValue, milliseconds: u32, done: &JsValue) -> Function;

    #[wasm_bindgen(method)]
    fn json(this: &Loader, address: &str, milliseconds: u32, done: &JsValue) -> Function;
}

/// A pending request. Dropping it ends the request and discards the response.
pub(crate) struct Call {
    end: Function,
    _done: Closure<Done>,
}

/// Takes the value, or the code of the failure.
type Done = dyn FnMut(JsValue, JsValue);

impl Drop for Call {
    fn drop(&mut self) {
        // Ending a request that has ended already does nothing.
        let _ = self.end.call0(&JsValue::NULL);
    }
}

impl Loader {
    /// Gets the record of a version and passes it to `done`, or the code of the failure. The timeout is in milliseconds.
    pub(crate) fn get_record(
        &self,
        version: &JsValue,
        milliseconds: u32,
        done: impl FnOnce(Result<Value, String>) + 'static,
    ) -> Call {
        let done = passing(Box::new(done));
        Call { end: self.record(version, milliseconds, done.as_ref().unchecked_ref()), _done: done }
    }

    /// Gets the JSON at the address in the same way; `undefined` where there is none.
    pub(crate) fn get_json(
        &self,
        address: &str,
        milliseconds: u32,
        done: impl FnOnce(Result<Value, String>) + 'static,
    ) -> Call {
        let done = passing(Box::new(done));
        Call { end: self.json(address, milliseconds, done.as_ref().unchecked_ref()), _done: done }
    }
}

// Compiled once, not for each closure.
fn passing(done: Box<dyn FnOnce(Result<Value, String>)>) -> Closure<Done> {
    let mut done = Some(done);
    Closure::new(move |value: JsValue, failure: JsValue| {
        if let Some(done) = done.take().filter(|_| !panic_hook::has_stopped()) {
            done(match failure.as_string() {
                Some(failure) => Err(failure),
                None => Ok(Value(value)),
            });
        }
    })
}
