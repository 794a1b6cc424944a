//! JavaScript values: parsed from JSON by the browser, given by the page, or made for it. The library reads them as JSON.

use js_sys::{Array, Object, Reflect};
use letters::text::json::Json;
use wasm_bindgen::JsValue;

/// A JavaScript value.
#[derive(Clone, Debug, PartialEq)]
pub struct Value(pub JsValue);

impl Value {
    /// The member of an object; none where it is null.
    pub fn member(&self, name: &str) -> Option<Self> {
        let value = Reflect::get(&self.0, &name.into()).ok()?;
        (!value.is_undefined() && !value.is_null()).then_some(Self(value))
    }

    /// The elements of an array; none of anything else.
    pub fn elements(&self) -> Vec<Self> {
        if Array::is_array(&self.0) { Array::from(&self.0).iter().map(Self).collect() } else { Vec::new() }
    }

    /// The text of a string.
    pub fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    /// The number.
    pub fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    /// Whether it is `true`.
    pub fn is_true(&self) -> bool {
        self.0.as_bool() == Some(true)
    }
}

impl Json for Value {
    fn member(&self, name: &str) -> Option<Self> {
        Self::member(self, name)
    }

    fn elements(&self) -> Vec<Self> {
        Self::elements(self)
    }

    fn text(&self) -> Option<String> {
        Self::text(self)
    }

    fn count(&self) -> Option<usize> {
        // Counts are far smaller than what a number holds.
        self.number().filter(|number| *number >= 0.0 && number.fract() == 0.0).map(|number| number as usize)
    }

    fn is_true(&self) -> bool {
        Self::is_true(self)
    }
}

/// An array of the values.
pub fn array(values: impl Iterator<Item = JsValue>) -> JsValue {
    values.collect::<Array>().into()
}

/// An object with the members.
pub fn object<'name>(members: impl Iterator<Item = (&'name str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // A plain object takes every property.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}
