//! The element's properties, for values that no attribute can hold.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use super::json::Value;

/// A function of the page that is asked for documents.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Resolver(Function);

/// The value of a property of the element; none where it is null.
pub(crate) fn value(host: &HtmlElement, name: &str) -> Option<Value> {
    Value(host.into()).member(name)
}

/// The value of a property of the element, where it is a function.
pub(crate) fn resolver(host: &HtmlElement, name: &str) -> Option<Resolver> {
    value(host, name)?.0.dyn_into().ok().map(Resolver)
}

impl Resolver {
    /// Asks for the document, for a reader of the language, and passes the answer on: at once, or when a promise is
    /// settled. A function that throws, or a promise that is rejected, gives none.
    pub(crate) fn ask(&self, id: &str, language: &str, answered: impl FnOnce(Option<Value>) + 'static) {
        let circumstances = Object::new();
        // A plain object takes every property.
        let _ = Reflect::set(&circumstances, &"language".into(), &language.into());
        let answer = self.0.call2(&JsValue::NULL, &id.into(), &circumstances).ok();
        match answer.as_ref().and_then(promise) {
            Some(promise) => spawn_local(async move {
                answered(JsFuture::from(promise).await.ok().map(Value));
            }),
            None => answered(answer.map(Value)),
        }
    }
}

/// The value as a promise, whichever frame of the page created it.
fn promise(value: &JsValue) -> Option<Promise> {
    let then = value.is_object().then(|| Reflect::get(value, &"then".into()).ok()).flatten()?;
    then.is_function().then(|| Promise::resolve(value))
}
