//! The catalogue as JSON, written by `circulars catalogue` and read by the viewer.

use super::letter::days;
use super::value::{Members, Value};
use crate::catalogue::{Catalogue, CataloguedDate, CataloguedLetter, CataloguedVersion};
use crate::ids::DocumentId;
use crate::letter::Issuer;

/// The catalogue as JSON, with two spaces for each level. A key without a value is absent.
pub fn catalogue_to_json(catalogue: &Catalogue) -> String {
    Members::new()
        .text("page", catalogue.page.as_deref())
        .value("letters", Value::List(catalogue.letters.iter().map(letter).collect()))
        .object()
        .to_json()
}

fn letter(letter: &CataloguedLetter) -> Value {
    let ids = |ids: &[DocumentId]| ids.iter().map(|id| Value::Text(id.to_string())).collect();
    Members::new()
        .shown("id", Some(&letter.id))
        .shown("date", letter.date.as_ref().map(|date| date as _))
        .text("issuer", letter.issuer.map(Issuer::code))
        .list("versions", letter.versions.iter().map(version).collect())
        .list("cites", ids(&letter.cites))
        .list("supersedes", ids(&letter.supersedes))
        .list("corrects", ids(&letter.corrects))
        .list("postpones", ids(&letter.postpones))
        .list("dates", letter.dates.iter().map(date).collect())
        .object()
}

fn date(date: &CataloguedDate) -> Value {
    let mut members = Members::new();
    members
        .text("kind", Some(date.kind.code()))
        .shown("first", Some(&date.first))
        .shown("last", Some(&date.last));
    if let Some(replaced) = date.replaces {
        members.value("replaces", days(replaced));
    }
    members.object()
}

fn version(version: &CataloguedVersion) -> Value {
    Members::new()
        .text("language", Some(version.language.code()))
        .text("file", Some(&version.file))
        .text("status", Some(version.status.code()))
        .text("reference", version.reference.as_deref())
        .text("subject", version.subject.as_deref())
        .object()
}
