//! The metadata and citations of a letter, for programs: the contract of `circulars read` and of the element's methods.

use super::value::{Members, Value};
use crate::ids::{Date, Language};
use crate::letter::{Annex, Contact, KeyDate, Letter, Metadata, ParagraphNumber, Status};
use crate::resolver::{Reason, Reference};

/// The letter and its references as JSON, with two spaces for each level. A key without a value is absent.
pub fn to_json(letter: &Letter, references: &[Reference]) -> String {
    let Value::Object(mut members) = metadata(letter) else { return String::new() };
    members.extend(citations(references).map(|citations| ("citations", citations)));
    Value::Object(members).to_json()
}

/// The metadata of the letter.
pub fn metadata(letter: &Letter) -> Value {
    let Metadata { letterhead: head, status, .. } = &letter.metadata;
    let metadata = &letter.metadata;
    let status = Some(*status).filter(|status| *status != Status::AsIssued);
    let signatory = metadata.signatory.as_ref();
    let mut members = Members::new();
    members
        .text("language", metadata.language.map(Language::code))
        .text("status", status.map(Status::code))
        .texts("references", &head.references)
        .list("ids", head.ids.iter().map(|id| Value::Text(id.to_string())).collect())
        .text("issuer", head.issuer.as_deref())
        .text("unit", head.unit.as_deref())
        .text("place", head.place.as_deref())
        .shown("date", head.date.as_ref().map(|date| date as _))
        .list("contact", head.contacts.iter().map(contact).collect())
        .texts("addressees", &head.addressees)
        .texts("copies", &head.copies)
        .texts("subject", &metadata.subject)
        .text("salutation", metadata.salutation.as_deref())
        .text("closing", metadata.closing.as_deref())
        .value("signed", Value::Flag(metadata.signed));
    if let Some(signatory) = signatory {
        let mut of_signatory = Members::new();
        of_signatory.text("name", signatory.name.as_deref()).text("title", signatory.title.as_deref());
        members.value("signatory", of_signatory.object());
    }
    members
        .list("annexes", metadata.annexes.iter().map(annex).collect())
        .number("paragraphs", Some(letter.paragraphs()))
        .list("dates", metadata.key_dates.iter().map(date).collect())
        .object()
}

fn contact(contact: &Contact) -> Value {
    Members::new()
        .text("name", contact.name.as_deref())
        .texts("phone", &contact.phones)
        .texts("fax", &contact.faxes)
        .texts("email", &contact.emails)
        .object()
}

fn annex(annex: &Annex) -> Value {
    Members::new().text("number", annex.number.as_deref()).text("title", annex.title.as_deref()).object()
}

fn date(date: &KeyDate) -> Value {
    let mut members = Members::new();
    members
        .text("text", Some(&date.text))
        .shown("first", Some(&date.first))
        .shown("last", Some(&date.last))
        .text("around", Some(&date.around))
        .number("paragraph", date.paragraph.and_then(ParagraphNumber::in_body))
        .shown("place", date.paragraph.as_ref().map(|number| number as _))
        .text("kind", Some(date.kind.code()))
        .text("about", date.about.as_deref())
        .text("asked", date.asked.as_deref())
        .shown("until", date.until.as_ref().map(|until| until as _));
    if let Some(replaced) = date.replaces {
        members.value("replaces", days(replaced));
    }
    members.object()
}

/// The first and the last day of a date.
pub(super) fn days((first, last): (Date, Date)) -> Value {
    Members::new().shown("first", Some(&first)).shown("last", Some(&last)).object()
}

/// The citations of the letter, each with its target; none if it cites nothing.
pub fn citations(references: &[Reference]) -> Option<Value> {
    let citations: Vec<Value> = references.iter().map(|reference| citation(reference).object()).collect();
    (!citations.is_empty()).then_some(Value::List(citations))
}

/// The members of a citation.
pub(crate) fn citation(reference: &Reference) -> Members {
    let Reference { citation, target, .. } = reference;
    let target = target.as_ref();
    let certainty = target.map(|target| if target.provenance.is_certain() { "certain" } else { "likely" });
    let mut members = Members::new();
    members
        .text("text", Some(&citation.text))
        .shown("id", Some(&citation.id))
        .text("in", Some(citation.part.name()))
        .number("paragraph", citation.paragraph.and_then(ParagraphNumber::in_body))
        .shown("place", citation.paragraph.as_ref().map(|number| number as _))
        .text("state", Some(reference.state.name()))
        .text("reason", reference.reason.map(Reason::name))
        .text("target", target.map(|target| target.address.as_str()))
        .text("provenance", target.map(|target| target.provenance.name()))
        .text("certainty", certainty)
        .text("opens", target.map(|target| target.opens.name()))
        .text("title", reference.title.as_ref().map(|(title, _)| title.as_str()));
    members
}
