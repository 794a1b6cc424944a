//! The metadata and citations of a letter, for programs: the contract of `circulars read` and of the element's methods.

use super::value::Value;
use crate::ids::Date;
use crate::letter::{Letter, Status};
use crate::resolver::{Reason, Reference};

/// The letter and its references as JSON, with two spaces for each level. A key without a value is absent.
pub fn to_json(letter: &Letter, references: &[Reference]) -> String {
    let Value::Object(mut members) = metadata(letter) else { return String::new() };
    members.extend(citations(references).map(|citations| ("citations", citations)));
    Value::Object(members).to_json()
}

/// The metadata of the letter.
pub fn metadata(letter: &Letter) -> Value {
    let head = &letter.metadata.letterhead;
    let status = Some(letter.metadata.status).filter(|status| *status != Status::AsIssued);
    let contacts = head.contacts.iter().map(|contact| {
        Value::object([
            ("name", Value::text(contact.name.as_ref())),
            ("phone", Value::texts(&contact.phones)),
            ("fax", Value::texts(&contact.faxes)),
            ("email", Value::texts(&contact.emails)),
        ])
    });
    let signatory = letter.metadata.signatory.as_ref().map(|signatory| {
        let (name, title) = (signatory.name.as_ref(), signatory.title.as_ref());
        Value::object([("name", Value::text(name)), ("title", Value::text(title))])
    });
    let annexes = letter.metadata.annexes.iter().map(|annex| {
        let (number, title) = (annex.number.as_ref(), annex.title.as_ref());
        Value::object([("number", Value::text(number)), ("title", Value::text(title))])
    });
    let dates = letter.metadata.key_dates.iter().map(|date| {
        Value::object([
            ("text", Value::text(Some(&date.text))),
            ("first", Value::text(Some(date.first))),
            ("last", Value::text(Some(date.last))),
            ("around", Value::text(Some(&date.around))),
            ("paragraph", date.paragraph.map(Value::Number)),
            ("kind", Value::text(Some(date.kind.code()))),
            ("about", Value::text(date.about.as_ref())),
            ("asked", Value::text(date.asked.as_ref())),
            ("until", Value::text(date.until)),
            ("replaces", date.replaces.map(days)),
        ])
    });
    Value::object([
        ("language", Value::text(letter.metadata.language.map(|language| language.code()))),
        ("status", Value::text(status.map(Status::code))),
        ("references", Value::texts(&head.references)),
        ("ids", Value::list(head.ids.iter().map(|id| Value::Text(id.to_string())))),
        ("issuer", Value::text(head.issuer.as_ref())),
        ("unit", Value::text(head.unit.as_ref())),
        ("place", Value::text(head.place.as_ref())),
        ("date", Value::text(head.date)),
        ("contact", Value::list(contacts)),
        ("addressees", Value::texts(&head.addressees)),
        ("copies", Value::texts(&head.copies)),
        ("subject", Value::texts(&letter.metadata.subject)),
        ("salutation", Value::text(letter.metadata.salutation.as_ref())),
        ("closing", Value::text(letter.metadata.closing.as_ref())),
        ("signed", Some(Value::Flag(letter.metadata.signed))),
        ("signatory", signatory),
        ("annexes", Value::list(annexes)),
        ("paragraphs", Some(Value::Number(letter.paragraphs()))),
        ("dates", Value::list(dates)),
    ])
}

/// The first and the last day of a date.
pub(super) fn days((first, last): (Date, Date)) -> Value {
    Value::object([("first", Value::text(Some(first))), ("last", Value::text(Some(last)))])
}

/// The citations of the letter, each with its target; none if it cites nothing.
pub fn citations(references: &[Reference]) -> Option<Value> {
    Value::list(references.iter().map(citation))
}

pub(crate) fn citation(reference: &Reference) -> Value {
    let Reference { citation, target, .. } = reference;
    let target = target.as_ref();
    let certainty = target.map(|target| if target.provenance.is_certain() { "certain" } else { "likely" });
    Value::object([
        ("text", Value::text(Some(&citation.text))),
        ("id", Value::text(Some(&citation.id))),
        ("in", Value::text(Some(citation.part.name()))),
        ("paragraph", citation.paragraph.map(Value::Number)),
        ("state", Value::text(Some(reference.state.name()))),
        ("reason", Value::text(reference.reason.map(Reason::name))),
        ("target", Value::text(target.map(|target| &target.address))),
        ("provenance", Value::text(target.map(|target| target.provenance.name()))),
        ("certainty", Value::text(certainty)),
        ("opens", Value::text(target.map(|target| target.opens.name()))),
        ("title", Value::text(reference.title.as_ref().map(|(title, _)| title))),
    ])
}
