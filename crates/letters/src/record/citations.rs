//! The citations of a record, and its links that lead nowhere.

use super::Writer;
use crate::citation::Link;
use crate::export::{self, Members, Value};
use crate::ids::Language;
use crate::resolver::{self, Reference};

/// The citations in the order of the text, each with its place: what `circulars read` prints, and what is needed to
/// resolve them again with a catalogue.
pub(super) fn list(writer: &Writer<'_>) -> Vec<Value> {
    writer.references.iter().map(|reference| citation(writer, reference)).collect()
}

fn citation(writer: &Writer<'_>, reference: &Reference) -> Value {
    let Reference { citation, target, title, .. } = reference;
    let target = target.as_ref();
    let mut members = export::citation(reference);
    members
        .text("titleLanguage", title.as_ref().map(|(_, language)| language.code()))
        .text("targetLanguage", target.and_then(|target| target.language).map(Language::code))
        .number("edition", target.and_then(|target| target.edition).map(usize::from))
        .text("link", citation.destination.as_deref());
    if citation.may_be_reversed {
        members.value("reversible", Value::Flag(true));
    }
    writer.add_place(citation.span.start, &mut members);
    members.object()
}

/// The letter's own links that lead nowhere, without those whose words cite a document.
pub(super) fn dead_links(writer: &Writer<'_>) -> Vec<Value> {
    let link = |Link { text, destination, .. }: &Link| {
        Members::new().text("text", Some(text)).text("link", Some(destination)).object()
    };
    resolver::dead_links(writer.letter, writer.references).iter().map(link).collect()
}
