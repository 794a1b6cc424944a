//! Reads a catalogue from JSON, whichever parser produced it: the browser's `JSON.parse`, or a library.

use super::{Catalogue, CataloguedDate, CataloguedLetter, CataloguedVersion};
use crate::ids::{Date, DocumentId, Language};
use crate::letter::{DateKind, Issuer, Status};
use crate::text::json::Json;

/// Reads a catalogue. None if the value has no list of letters. A letter with an unknown id is ignored, and so is every
/// unreadable value in a letter.
pub fn read<J: Json>(value: &J) -> Option<Catalogue> {
    let letters = value.member("letters")?;
    let letters = letters.elements().iter().filter_map(letter).collect();
    Some(Catalogue { page: text(value, "page"), letters })
}

fn letter<J: Json>(value: &J) -> Option<CataloguedLetter> {
    let ids = |name: &str| {
        let list = value.member(name).map(|list| list.elements()).unwrap_or_default();
        list.iter().filter_map(|id| id.text()?.parse().ok()).collect::<Vec<DocumentId>>()
    };
    let versions = value.member("versions").map(|list| list.elements()).unwrap_or_default();
    Some(CataloguedLetter {
        id: text(value, "id")?.parse().ok()?,
        date: text(value, "date").and_then(|date| Date::from_iso(&date)),
        issuer: text(value, "issuer").and_then(|code| Issuer::from_code(&code)),
        versions: versions.iter().filter_map(version).collect(),
        cites: ids("cites"),
        supersedes: ids("supersedes"),
        corrects: ids("corrects"),
        postpones: ids("postpones"),
        dates: value
            .member("dates")
            .map(|list| list.elements())
            .unwrap_or_default()
            .iter()
            .filter_map(date)
            .collect(),
    })
}

fn date<J: Json>(value: &J) -> Option<CataloguedDate> {
    let (first, last) = days(value)?;
    let kind = DateKind::from_code(&text(value, "kind")?)?;
    Some(CataloguedDate { kind, first, last, replaces: value.member("replaces").as_ref().and_then(days) })
}

fn days<J: Json>(value: &J) -> Option<(Date, Date)> {
    let day = |name| Date::from_iso(&text(value, name)?);
    Some((day("first")?, day("last")?))
}

fn version<J: Json>(value: &J) -> Option<CataloguedVersion> {
    let code = text(value, "language")?;
    let status = text(value, "status");
    Some(CataloguedVersion {
        language: Language::ALL.into_iter().find(|language| language.code() == code)?,
        file: text(value, "file")?,
        status: status.and_then(|code| Status::from_code(&code)).unwrap_or_default(),
        reference: text(value, "reference"),
        subject: text(value, "subject"),
    })
}

fn text<J: Json>(value: &J, name: &str) -> Option<String> {
    value.member(name)?.text()
}
