//! Names of languages, lists and plural categories, by the browser's own `Intl`. Languages are given as tags (BCP 47).

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The name of a language in the words of another: “anglais”. None where the browser has none.
pub(crate) fn language(code: &str, interface: &'static str) -> Option<String> {
    let names = formatter("DisplayNames", interface, &[("type", "language")])?;
    call(&names, "of", &code.into())?.as_string()
}

/// The words as a list: “chinois, espagnol et russe”. None where the browser cannot.
pub(crate) fn list(words: &[String], interface: &'static str) -> Option<String> {
    let array: Array = words.iter().map(|word| JsValue::from(word.as_str())).collect();
    call(&formatter("ListFormat", interface, &[])?, "format", &array)?.as_string()
}

/// The plural category of the number, as `Intl.PluralRules` names it: `one`, `few`, `other`.
pub(crate) fn plural_category(count: usize, interface: &'static str) -> Option<String> {
    call(&formatter("PluralRules", interface, &[])?, "select", &(count as f64).into())?.as_string()
}

/// A class of `Intl`, and the tag of its language.
type FormatterKind = (&'static str, &'static str);

thread_local! {
    /// The formatters made so far: making one takes the browser far longer than using it.
    static FORMATTERS: RefCell<Vec<(FormatterKind, JsValue)>> = const { RefCell::new(Vec::new()) };
}

fn formatter(class: &'static str, tag: &'static str, options: &[(&str, &str)]) -> Option<JsValue> {
    FORMATTERS.with(|formatters| {
        let mut formatters = formatters.try_borrow_mut().ok()?;
        if let Some((_, made)) = formatters.iter().find(|(kind, _)| *kind == (class, tag)) {
            return Some(made.clone());
        }
        let made = new_formatter(class, tag, options)?;
        formatters.push(((class, tag), made.clone()));
        Some(made)
    })
}

fn new_formatter(class: &str, tag: &str, options: &[(&str, &str)]) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
    let settings = Object::new();
    for (name, value) in options {
        // A plain object takes every property.
        let _ = Reflect::set(&settings, &(*name).into(), &(*value).into());
    }
    Reflect::construct(&class, &Array::of2(&tag.into(), &settings)).ok()
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(object, argument).ok()
}
