//! The letter as JSON: the contract of `circulars read`.

use serde::Serialize;

use crate::letter::{Letter, Status};
use crate::resolver::{Reason, Reference};

/// The letter and its references as JSON, with two spaces for each level. A key is absent where there is nothing for it.
pub fn to_json(letter: &Letter, references: &[Reference]) -> String {
    let head = &letter.letterhead;
    let letter = JsonLetter {
        language: letter.language.map(|language| language.code()),
        status: Some(letter.status).filter(|status| *status != Status::AsIssued).map(Status::code),
        references: &head.references,
        ids: head.ids.iter().map(ToString::to_string).collect(),
        issuer: head.issuer.as_deref(),
        unit: head.unit.as_deref(),
        place: head.place.as_deref(),
        date: head.date.map(|date| date.to_string()),
        contact: head
            .contacts
            .iter()
            .map(|contact| JsonContact {
                name: contact.name.as_deref(),
                phone: &contact.phones,
                fax: &contact.faxes,
                email: &contact.emails,
            })
            .collect(),
        addressees: &head.addressees,
        copies: &head.copies,
        subject: &letter.subject,
        salutation: letter.salutation.as_deref(),
        closing: letter.closing.as_deref(),
        signed: letter.signed,
        signatory: letter.signatory.as_ref().map(|signatory| JsonSignatory {
            name: signatory.name.as_deref(),
            title: signatory.title.as_deref(),
        }),
        annexes: letter
            .annexes
            .iter()
            .map(|annex| JsonAnnex { number: annex.number.as_deref(), title: annex.title.as_deref() })
            .collect(),
        paragraphs: letter.paragraphs(),
        dates: letter
            .key_dates
            .iter()
            .map(|date| JsonDate {
                text: &date.text,
                first: date.first.to_string(),
                last: date.last.to_string(),
                around: &date.around,
                paragraph: date.paragraph,
            })
            .collect(),
        citations: references.iter().map(JsonCitation::of).collect(),
    };
    // A structure of strings, lists and numbers can always be written.
    serde_json::to_string_pretty(&letter).unwrap_or_default()
}

#[derive(Serialize)]
struct JsonLetter<'letter> {
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    references: &'letter [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ids: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<&'letter str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'letter str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'letter str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contact: Vec<JsonContact<'letter>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    addressees: &'letter [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    copies: &'letter [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    subject: &'letter [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    salutation: Option<&'letter str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closing: Option<&'letter str>,
    signed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    signatory: Option<JsonSignatory<'letter>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    annexes: Vec<JsonAnnex<'letter>>,
    paragraphs: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dates: Vec<JsonDate<'letter>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citations: Vec<JsonCitation<'letter>>,
}

#[derive(Serialize)]
struct JsonCitation<'letter> {
    text: &'letter str,
    id: String,
    r#in: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<&'letter str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provenance: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certainty: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opens: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'letter str>,
}

impl<'letter> JsonCitation<'letter> {
    fn of(reference: &'letter Reference) -> Self {
        let Reference { citation, target, .. } = reference;
        let target = target.as_ref();
        Self {
            text: &citation.text,
            id: citation.id.to_string(),
            r#in: citation.part.name(),
            paragraph: citation.paragraph,
            state: reference.state.name(),
            reason: reference.reason.map(Reason::name),
            target: target.map(|target| target.address.as_str()),
            provenance: target.map(|target| target.provenance.name()),
            certainty: target.map(|target| if target.provenance.is_certain() { "certain" } else { "likely" }),
            opens: target.map(|target| target.opens.name()),
            title: reference.title.as_ref().map(|(title, _)| title.as_str()),
        }
    }
}

#[derive(Serialize)]
struct JsonDate<'letter> {
    text: &'letter str,
    first: String,
    last: String,
    around: &'letter str,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
}

#[derive(Serialize)]
struct JsonContact<'letter> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'letter str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    phone: &'letter [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    fax: &'letter [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    email: &'letter [String],
}

#[derive(Serialize)]
struct JsonSignatory<'letter> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'letter str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'letter str>,
}

#[derive(Serialize)]
struct JsonAnnex<'letter> {
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<&'letter str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'letter str>,
}
