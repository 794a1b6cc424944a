//! JSON, parsed by the browser.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::JsValue;

use letters::catalogue::Json;
use letters::export;

/// A value that JSON or the page gives.
#[derive(Clone, Debug, PartialEq)]
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

/// The value as one of JavaScript.
pub(crate) fn object(value: &export::Value) -> JsValue {
    match value {
        export::Value::Flag(flag) => (*flag).into(),
        export::Value::Number(number) => (*number as f64).into(),
        export::Value::Text(text) => text.as_str().into(),
        export::Value::List(values) => values.iter().map(object).collect::<Array>().into(),
        export::Value::Object(members) => {
            let object = Object::new();
            for (name, value) in members {
                // A plain object takes every property.
                let _ = Reflect::set(&object, &(*name).into(), &self::object(value));
            }
            object.into()
        }
    }
}
