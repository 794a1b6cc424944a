//! Names of languages, lists and plurals, in the words of a language, by the browser's own `Intl`.

use std::cell::RefCell;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use letters::ids::Language;
use letters::interface::Message;

/// The name of a language in the words of another: “anglais”.
pub(crate) fn language(language: Language, interface: Language) -> String {
    let names = formatter("DisplayNames", interface, &[("type", "language")]);
    let name =
        names.and_then(|names| call(&names, "of", &language.code().into())).and_then(|name| name.as_string());
    name.unwrap_or_else(|| language.native_name().to_owned())
}

/// The words as a list: “chinois, espagnol et russe”.
pub(crate) fn list(words: &[String], interface: Language) -> String {
    let array: Array = words.iter().map(|word| JsValue::from(word.as_str())).collect();
    let lists = formatter("ListFormat", interface, &[]);
    let list = lists.and_then(|lists| call(&lists, "format", &array)).and_then(|list| list.as_string());
    list.unwrap_or_else(|| words.join(", "))
}

/// A message about so many of something. Its text has a form for each of the numbers that the language tells apart, under the names of
/// `Intl.PluralRules`: `one:{n} letter|other:{n} letters`.
pub(crate) fn counted(message: Message, count: usize, interface: Language) -> String {
    let rules = formatter("PluralRules", interface, &[]);
    let category = rules.and_then(|rules| call(&rules, "select", &(count as f64).into()));
    let category = category.and_then(|category| category.as_string()).unwrap_or_default();
    let forms = message.text(interface).split('|').filter_map(|form| form.split_once(':'));
    let forms: Vec<(&str, &str)> = forms.collect();
    let form = forms.iter().find(|(name, _)| *name == category).or(forms.last());
    form.map_or_else(String::new, |(_, form)| form.replace("{n}", &count.to_string()))
}

/// A class of `Intl`, in a language.
type Kind = (&'static str, Language);

thread_local! {
    /// What has been made of `Intl`: making it takes the browser far longer than using it.
    static FORMATTERS: RefCell<Vec<(Kind, JsValue)>> = const { RefCell::new(Vec::new()) };
}

fn formatter(class: &'static str, interface: Language, options: &[(&str, &str)]) -> Option<JsValue> {
    FORMATTERS.with(|formatters| {
        let mut formatters = formatters.try_borrow_mut().ok()?;
        if let Some((_, made)) = formatters.iter().find(|(kind, _)| *kind == (class, interface)) {
            return Some(made.clone());
        }
        let made = new_formatter(class, interface, options)?;
        formatters.push(((class, interface), made.clone()));
        Some(made)
    })
}

fn new_formatter(class: &str, interface: Language, options: &[(&str, &str)]) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
    let settings = Object::new();
    for (name, value) in options {
        // A plain object takes every property.
        let _ = Reflect::set(&settings, &(*name).into(), &(*value).into());
    }
    Reflect::construct(&class, &Array::of2(&interface.tag().into(), &settings)).ok()
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(object, argument).ok()
}
