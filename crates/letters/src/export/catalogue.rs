//! The catalogue as JSON, written by `circulars catalogue` and read by the viewer.

use super::letter::days;
use super::value::{Members, Value};
use crate::catalogue::{
    Catalogue, CataloguedDate, CataloguedLetter, CataloguedVersion, Newest, NewestLetter, Standing,
};
use crate::ids::DocumentId;
use crate::letter::Issuer;

/// The catalogue as JSON, with two spaces for each level. A key without a value is absent.
///
/// The first line of a large catalogue has the page and what a list shows first: `{"page":…,"newest":{…},`.
pub fn catalogue_to_json(catalogue: &Catalogue) -> String {
    let page = catalogue.page.as_deref();
    let letters = letters(catalogue, &|_| None);
    if !catalogue.is_large() {
        return Members::new().text("page", page).value("letters", letters).object().to_json();
    }
    let mut json = String::new();
    Members::new()
        .text("page", page)
        .value("newest", newest(&catalogue.newest()))
        .object()
        .write_compact(&mut json);
    json.pop();
    json.push(',');
    json.push_str(Members::new().value("letters", letters).object().to_json().trim_start_matches('{'));
    json
}

/// The catalogue as JSON in one line, in which the versions have records; `record` gives the address of the record for that of the
/// file, if there is one.
pub fn catalogue_with_records(catalogue: &Catalogue, record: &dyn Fn(&str) -> Option<String>) -> String {
    let mut json = String::new();
    let page = catalogue.page.as_deref();
    Members::new()
        .text("page", page)
        .value("letters", letters(catalogue, record))
        .object()
        .write_compact(&mut json);
    json
}

/// Gives the address of the record for that of a file.
type Records<'records> = &'records dyn Fn(&str) -> Option<String>;

fn letters(catalogue: &Catalogue, record: Records<'_>) -> Value {
    Value::List(catalogue.letters.iter().map(|entry| letter(entry, record)).collect())
}

fn newest(newest: &Newest) -> Value {
    Members::new()
        .number("count", Some(newest.count))
        .value("years", texts(newest.years.iter().map(|year| format!("{year:04}"))))
        .value("series", texts(newest.series.iter().map(ToString::to_string)))
        .value("languages", texts(newest.languages.iter().map(ToString::to_string)))
        .value("letters", Value::List(newest.letters.iter().map(newest_letter).collect()))
        .object()
}

fn newest_letter(NewestLetter { letter, standing }: &NewestLetter) -> Value {
    let effect = |(standing, by): &(Standing, &DocumentId)| {
        Members::new().text("standing", Some(code(*standing))).shown("by", Some(by)).object()
    };
    Members::new()
        .shown("id", Some(&letter.id))
        .shown("date", letter.date.as_ref().map(|date| date as _))
        .list("versions", letter.versions.iter().map(|entry| version(entry, &|_| None)).collect())
        .list("dates", letter.dates.iter().map(date).collect())
        .list("standing", standing.iter().map(effect).collect())
        .object()
}

const fn code(standing: Standing) -> &'static str {
    match standing {
        Standing::SupersededBy => "supersededBy",
        Standing::CorrectedBy => "correctedBy",
        Standing::PostponedBy => "postponedBy",
        Standing::Supersedes => "supersedes",
        Standing::Corrects => "corrects",
        Standing::Postpones => "postpones",
    }
}

fn texts(texts: impl Iterator<Item = String>) -> Value {
    Value::List(texts.map(Value::Text).collect())
}

fn letter(letter: &CataloguedLetter, record: Records<'_>) -> Value {
    let ids = |ids: &[DocumentId]| ids.iter().map(|id| Value::Text(id.to_string())).collect();
    Members::new()
        .shown("id", Some(&letter.id))
        .shown("date", letter.date.as_ref().map(|date| date as _))
        .text("issuer", letter.issuer.map(Issuer::code))
        .list("versions", letter.versions.iter().map(|entry| version(entry, record)).collect())
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

fn version(version: &CataloguedVersion, record: Records<'_>) -> Value {
    Members::new()
        .text("language", Some(version.language.code()))
        .text("file", Some(&version.file))
        .text("status", Some(version.status.code()))
        .text("reference", version.reference.as_deref())
        .text("subject", version.subject.as_deref())
        .text("record", record(&version.file).as_deref())
        .object()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value as Json;

    fn catalogue(count: usize) -> Catalogue {
        let version = CataloguedVersion {
            language: crate::ids::Language::English,
            file: "en.md".to_owned(),
            status: crate::letter::Status::default(),
            reference: None,
            subject: Some("A subject,\n\"quoted\"".to_owned()),
        };
        let letter = |number: usize| CataloguedLetter {
            versions: vec![version.clone()],
            ..CataloguedLetter::not_held(format!("sg/cl/2020/{number}").parse().unwrap())
        };
        Catalogue { page: Some("../?letter={id}".to_owned()), letters: (1..=count).map(letter).collect() }
    }

    #[test]
    fn the_first_line_of_a_large_catalogue_is_what_a_list_shows_first() {
        let json = catalogue_to_json(&catalogue(201));
        let whole: Json = serde_json::from_str(&json).unwrap();
        let line = json.lines().next().and_then(|line| line.strip_suffix(',')).unwrap();
        let first: Json = serde_json::from_str(&format!("{line}}}")).unwrap();
        assert_eq!(first["page"], whole["page"]);
        assert_eq!(first["newest"], whole["newest"]);
        assert_eq!(first["newest"]["count"], 201);
        assert_eq!(first["newest"]["letters"][0], whole["letters"][200]);
        assert_eq!(whole["letters"].as_array().unwrap().len(), 201);
    }

    #[test]
    fn a_small_catalogue_has_its_letters_alone() {
        let whole: Json = serde_json::from_str(&catalogue_to_json(&catalogue(200))).unwrap();
        assert!(whole.get("newest").is_none());
    }
}
