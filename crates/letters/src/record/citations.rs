//! The citations of a record, and its links that lead nowhere.

use super::Writer;
use crate::citation::Link;
use crate::export::{self, Value};
use crate::ids::Language;
use crate::resolver::{self, Reference};

/// The citations in the order of the text, each with its place: what `circulars read` prints, and what is needed to
/// resolve them again with a catalogue.
pub(super) fn list(writer: &Writer<'_>) -> Option<Value> {
    Value::list(writer.references.iter().map(|reference| citation(writer, reference)))
}

fn citation(writer: &Writer<'_>, reference: &Reference) -> Value {
    let Reference { citation, target, title, .. } = reference;
    let language = target.as_ref().and_then(|target| target.language);
    let edition = target.as_ref().and_then(|target| target.edition);
    let [line, column] = writer.place(citation.span.start);
    let more = [
        ("titleLanguage", Value::text(title.as_ref().map(|(_, language)| language.code()))),
        ("targetLanguage", Value::text(language.map(Language::code))),
        ("edition", edition.map(|year| Value::Number(year.into()))),
        ("link", Value::text(citation.destination.as_ref())),
        ("reversible", citation.may_be_reversed.then_some(Value::Flag(true))),
        line,
        column,
    ];
    match (export::citation(reference), Value::object(more)) {
        (Value::Object(mut members), Value::Object(more)) => {
            members.extend(more);
            Value::Object(members)
        }
        (value, _) => value,
    }
}

/// The letter's own links that lead nowhere, without those whose words cite a document.
pub(super) fn dead_links(writer: &Writer<'_>) -> Option<Value> {
    let links = resolver::dead_links(writer.letter, writer.references);
    Value::list(links.iter().map(|Link { text, destination, .. }| {
        Value::object([("text", Value::text(Some(text))), ("link", Value::text(Some(destination)))])
    }))
}
