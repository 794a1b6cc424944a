//! What the page that embeds the element says to it in properties: a catalogue, entries of a registry, a function that resolves.

use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use super::json::Value;
use letters::catalogue::Json;
use letters::ids::DocumentId;
use letters::ids::Language;
use letters::resolver::Entry;

/// The function of the page that resolves, if it has given one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Resolver(Function);

/// The value of a property of the element.
fn property(host: &HtmlElement, name: &str) -> Option<JsValue> {
    let value = Reflect::get(host, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// The catalogue that the page has given as an object.
pub(crate) fn catalogue(host: &HtmlElement) -> Option<Value> {
    property(host, "catalogue").filter(JsValue::is_object).map(Value)
}

/// The letter itself, where the page has given its text: one, or one for each language.
pub(crate) fn given_texts(host: &HtmlElement) -> Vec<(Option<Language>, Rc<str>)> {
    let Some(value) = property(host, "text") else { return Vec::new() };
    if let Some(text) = value.as_string() {
        return vec![(None, Rc::from(text))];
    }
    let value = Value(value);
    let text = |language: Language| Some((Some(language), Rc::from(value.member(language.code())?.text()?)));
    Language::ALL.into_iter().filter_map(text).collect()
}

/// The documents that the page knows: a list of objects with `id`, `href`, and optionally `title` and `language`.
pub(crate) fn registry(host: &HtmlElement) -> Vec<Entry> {
    let Some(list) = property(host, "registry") else { return Vec::new() };
    Value(list).elements().iter().filter_map(|value| entry(value, None)).collect()
}

/// The page's function.
pub(crate) fn resolver(host: &HtmlElement) -> Option<Resolver> {
    property(host, "resolver")?.dyn_into().ok().map(Resolver)
}

fn entry(value: &Value, id: Option<&DocumentId>) -> Option<Entry> {
    let text = |name: &str| value.member(name).and_then(|member| member.text());
    let id = match id {
        Some(id) => id.clone(),
        None => text("id")?.parse().ok()?,
    };
    let language = text("language").and_then(|tag| tag.parse::<Language>().ok());
    Some(Entry { id, address: text("href")?, title: text("title"), language })
}

/// The promise that the value is, whichever frame of the page has made it.
fn promise(value: &JsValue) -> Option<Promise> {
    let then = value.is_object().then(|| Reflect::get(value, &"then".into()).ok()).flatten()?;
    then.is_function().then(|| Promise::resolve(value))
}

impl Resolver {
    /// Asks for each of the documents, and gives each answer to `answered`: at once, or when a promise is kept. A function that
    /// throws, or answers nothing, leaves the document to the viewer's own rules.
    pub(crate) fn ask(
        &self,
        ids: &[DocumentId],
        language: Language,
        answered: impl Fn(Entry) + Clone + 'static,
    ) {
        for id in ids {
            let circumstances = Object::new();
            // A plain object takes every property.
            let _ = Reflect::set(&circumstances, &"language".into(), &language.tag().into());
            let answer = self.0.call2(&JsValue::NULL, &id.to_string().into(), &circumstances);
            let Ok(answer) = answer else { continue };
            match promise(&answer) {
                Some(promise) => {
                    let (id, answered) = (id.clone(), answered.clone());
                    spawn_local(async move {
                        if let Ok(answer) = JsFuture::from(promise).await
                            && let Some(entry) = entry(&Value(answer), Some(&id))
                        {
                            answered(entry);
                        }
                    });
                }
                None => entry(&Value(answer), Some(id)).into_iter().for_each(&answered),
            }
        }
    }
}
