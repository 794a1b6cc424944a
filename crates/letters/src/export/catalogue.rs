//! The catalogue as JSON, written by `circulars catalogue` and read by the viewer.

use super::letter::days;
use super::value::Value;
use crate::catalogue::{Catalogue, CataloguedDate, CataloguedLetter, CataloguedVersion};
use crate::ids::DocumentId;
use crate::letter::Issuer;

/// The catalogue as JSON, with two spaces for each level. A key without a value is absent.
pub fn catalogue_to_json(catalogue: &Catalogue) -> String {
    let letters = catalogue.letters.iter().map(letter).collect();
    let page = Value::text(catalogue.page.as_ref());
    Value::object([("page", page), ("letters", Some(Value::List(letters)))]).to_json()
}

fn letter(letter: &CataloguedLetter) -> Value {
    let ids = |ids: &[DocumentId]| Value::list(ids.iter().map(|id| Value::Text(id.to_string())));
    Value::object([
        ("id", Value::text(Some(&letter.id))),
        ("date", Value::text(letter.date)),
        ("issuer", Value::text(letter.issuer.map(Issuer::code))),
        ("versions", Value::list(letter.versions.iter().map(version))),
        ("cites", ids(&letter.cites)),
        ("supersedes", ids(&letter.supersedes)),
        ("corrects", ids(&letter.corrects)),
        ("postpones", ids(&letter.postpones)),
        ("dates", Value::list(letter.dates.iter().map(date))),
    ])
}

fn date(date: &CataloguedDate) -> Value {
    Value::object([
        ("kind", Value::text(Some(date.kind.code()))),
        ("first", Value::text(Some(date.first))),
        ("last", Value::text(Some(date.last))),
        ("replaces", date.replaces.map(days)),
    ])
}

fn version(version: &CataloguedVersion) -> Value {
    Value::object([
        ("language", Value::text(Some(version.language.code()))),
        ("file", Value::text(Some(&version.file))),
        ("status", Value::text(Some(version.status.code()))),
        ("reference", Value::text(version.reference.as_ref())),
        ("subject", Value::text(version.subject.as_ref())),
    ])
}
