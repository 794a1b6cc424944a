//! JSON, parsed by the browser.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::JsValue;

use crate::catalogue::Json;

/// A value that JSON or the page gives.
#[derive(Clone)]
pub(crate) struct Value(pub(crate) JsValue);

impl Value {
    /// Parses text. None where it is not JSON.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }
}

impl Json for Value {
    fn member(&self, name: &str) -> Option<Self> {
        let value = Reflect::get(&self.0, &name.into()).ok()?;
        (!value.is_undefined() && !value.is_null()).then_some(Self(value))
    }

    fn elements(&self) -> Vec<Self> {
        if Array::is_array(&self.0) { Array::from(&self.0).iter().map(Self).collect() } else { Vec::new() }
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }
}
