//! Data exchanged between the scripts of the page and the viewer: the element's properties as values of the library,
//! and values of the library as JavaScript objects.

use crate::browser::properties::{self, Resolver};
use crate::browser::{HtmlElement, JsValue, json};
use letters::export;
use letters::ids::{DocumentId, Language};
use letters::resolver::Entry;

/// The documents that the page knows (`registry`): a list of objects with `id`, `href`, and optionally `title` and
/// `language`.
pub(super) fn registry(host: &HtmlElement) -> Vec<Entry> {
    let list = properties::value(host, "registry").map(|list| list.elements()).unwrap_or_default();
    list.iter().filter_map(|value| entry(value, None)).collect()
}

/// The page's function that resolves citations (`resolver`).
pub(super) fn resolver(host: &HtmlElement) -> Option<Resolver> {
    properties::resolver(host, "resolver")
}

/// Asks the page's function for each of the documents. Those without an entry are left to the viewer's own rules.
pub(super) fn ask(
    resolver: &Resolver,
    ids: &[DocumentId],
    language: Language,
    answered: impl Fn(Option<Entry>) + Clone + 'static,
) {
    for id in ids {
        let (its_id, answered) = (id.clone(), answered.clone());
        resolver.ask(&id.to_string(), language.tag(), move |answer| {
            answered(answer.and_then(|answer| entry(&answer, Some(&its_id))));
        });
    }
}

fn entry(value: &json::Value, id: Option<&DocumentId>) -> Option<Entry> {
    let text = |name: &str| value.member(name).and_then(|member| member.text());
    let id = match id {
        Some(id) => id.clone(),
        None => text("id")?.parse().ok()?,
    };
    let language = text("language").and_then(|tag| tag.parse::<Language>().ok());
    Some(Entry { id, address: text("href")?, title: text("title"), language })
}

/// The value as a JavaScript value.
pub(super) fn exported(value: &export::Value) -> JsValue {
    match value {
        export::Value::Flag(flag) => (*flag).into(),
        export::Value::Number(number) => (*number as f64).into(),
        export::Value::Text(text) => text.as_str().into(),
        export::Value::List(values) => json::array(values.iter().map(exported)),
        export::Value::Object(members) => {
            json::object(members.iter().map(|(name, value)| (*name, exported(value))))
        }
    }
}
