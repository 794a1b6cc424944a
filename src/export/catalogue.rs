//! The catalogue as JSON: what `circulars catalogue` writes and the viewer reads.

use serde::Serialize;

use crate::catalogue::{Catalogue, CataloguedLetter, Version};
use crate::document::DocumentId;
use crate::letter::Issuer;

/// The catalogue as JSON, with two spaces for each level. A key is absent where there is nothing for it.
pub fn catalogue_to_json(catalogue: &Catalogue) -> String {
    let json = JsonCatalogue {
        page: catalogue.page.as_deref(),
        letters: catalogue.letters.iter().map(JsonLetter::of).collect(),
    };
    // A structure of strings and lists can always be written.
    serde_json::to_string_pretty(&json).unwrap_or_default()
}

#[derive(Serialize)]
struct JsonCatalogue<'catalogue> {
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'catalogue str>,
    letters: Vec<JsonLetter<'catalogue>>,
}

#[derive(Serialize)]
struct JsonLetter<'catalogue> {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versions: Vec<JsonVersion<'catalogue>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cites: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    supersedes: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrects: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    postpones: Vec<String>,
}

#[derive(Serialize)]
struct JsonVersion<'catalogue> {
    language: &'static str,
    file: &'catalogue str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'catalogue str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<&'catalogue str>,
}

impl<'catalogue> JsonLetter<'catalogue> {
    fn of(letter: &'catalogue CataloguedLetter) -> Self {
        let ids = |ids: &[DocumentId]| ids.iter().map(ToString::to_string).collect();
        Self {
            id: letter.id.to_string(),
            date: letter.date.map(|date| date.to_string()),
            issuer: letter.issuer.map(Issuer::code),
            versions: letter.versions.iter().map(JsonVersion::of).collect(),
            cites: ids(&letter.cites),
            supersedes: ids(&letter.supersedes),
            corrects: ids(&letter.corrects),
            postpones: ids(&letter.postpones),
        }
    }
}

impl<'catalogue> JsonVersion<'catalogue> {
    fn of(version: &'catalogue Version) -> Self {
        Self {
            language: version.language.code(),
            file: &version.file,
            status: version.status.code(),
            reference: version.reference.as_deref(),
            subject: version.subject.as_deref(),
        }
    }
}
