//! JavaScript values: parsed from JSON by the loader, given by the page, or made for it.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// A JavaScript value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Value(pub(crate) JsValue);

impl Value {
    /// The member of an object; none where it is null.
    pub(crate) fn member(&self, name: &str) -> Option<Self> {
        let value = Reflect::get(&self.0, &name.into()).ok()?;
        (!value.is_undefined() && !value.is_null()).then_some(Self(value))
    }

    /// The elements of an array; none of anything else.
    pub(crate) fn elements(&self) -> Vec<Self> {
        if Array::is_array(&self.0) { Array::from(&self.0).iter().map(Self).collect() } else { Vec::new() }
    }

    /// The text of a string.
    pub(crate) fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    /// The number.
    pub(crate) fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    /// Whether it is `true`.
    pub(crate) fn is_true(&self) -> bool {
        self.0.as_bool() == Some(true)
    }
}

/// An array of the values.
pub(crate) fn array(values: impl Iterator<Item = JsValue>) -> JsValue {
    values.collect::<Array>().into()
}

/// An object with the members.
pub(crate) fn object<'name>(members: impl Iterator<Item = (&'name str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // A plain object takes every property.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}
