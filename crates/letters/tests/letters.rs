//! Specimen letters of every issuer, layout and language, each beside what it says about itself.
//!
//! `tests/letters/{name}.{language}.md` is a letter as a converter gives it, `….json` what must be read from it, written by
//! hand from the letter alone. The test prints how many fields are right for each language, and fails where one is not.
//! `cargo test --test letters -- --nocapture` shows the table; `LETTER=name` reads that letter alone.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it does not expect")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use letters::export::to_json;
use letters::ids::Language;
use letters::letter;
use serde_json::{Value, json};

const FIELDS: [&str; 18] = [
    "language",
    "references",
    "ids",
    "issuer",
    "unit",
    "place",
    "date",
    "contact",
    "addressees",
    "copies",
    "subject",
    "salutation",
    "closing",
    "signed",
    "signatory",
    "annexes",
    "paragraphs",
    "dates",
];

struct Specimen {
    name: String,
    language: Language,
    source: String,
    expected: Value,
}

fn specimens() -> Vec<Specimen> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let only = std::env::var("LETTER").unwrap_or_default();
    paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let code = name.rsplit('.').next().unwrap().to_owned();
            let expected = fs::read_to_string(path.with_extension("json")).unwrap();
            Specimen {
                language: Language::ALL.into_iter().find(|language| language.code() == code).unwrap(),
                source: letter::decode(&fs::read(&path).unwrap()).into_owned(),
                expected: serde_json::from_str(&expected).unwrap_or_else(|error| panic!("{name}: {error}")),
                name,
            }
        })
        .filter(|specimen| specimen.name.contains(&only))
        .collect()
}

/// What is read, without what the expectations leave out: the words around a date are for people.
fn read(source: &str, language: Option<Language>) -> Value {
    let mut read: Value = serde_json::from_str(&to_json(&letter::read(source, language), &[])).unwrap();
    for date in read.get_mut("dates").and_then(Value::as_array_mut).into_iter().flatten() {
        let date = date.as_object_mut().unwrap();
        date.remove("around");
        date.remove("paragraph");
    }
    read
}

#[test]
fn every_field_of_every_specimen_is_read_as_it_is_written() {
    let mut right: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    let specimens = specimens();
    for specimen in &specimens {
        let read = read(&specimen.source, None);
        for field in FIELDS {
            let (expected, found) = (&specimen.expected[field], &read[field]);
            if expected.is_null() && found.is_null() {
                continue;
            }
            let count = right.entry((field, specimen.language.code())).or_default();
            count.1 += 1;
            if expected == found {
                count.0 += 1;
            } else {
                wrong.push(format!("{} {field}\n  expected {expected}\n  read     {found}", specimen.name));
            }
        }
    }
    println!("{:12}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}", "field", "ar", "zh", "en", "fr", "ru", "es");
    for field in FIELDS {
        print!("{field:12}");
        for language in Language::ALL {
            let (right, all) = right.get(&(field, language.code())).copied().unwrap_or_default();
            print!("{:>8}", format!("{right}/{all}"));
        }
        println!();
    }
    assert!(
        wrong.is_empty(),
        "{} fields of {} letters are wrong:\n{}",
        wrong.len(),
        specimens.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_given_language_changes_nothing_where_it_is_the_right_one() {
    for specimen in specimens() {
        assert_eq!(
            read(&specimen.source, Some(specimen.language)),
            read(&specimen.source, None),
            "{}",
            specimen.name
        );
    }
}

#[test]
fn one_letter_says_the_same_in_all_six_languages() {
    let invariant = |specimen: Specimen| {
        let read = read(&specimen.source, None);
        let dates = read["dates"]
            .as_array()
            .unwrap()
            .iter()
            .map(|date| (date["first"].clone(), date["last"].clone()));
        (
            specimen.name.clone(),
            json!([read["ids"], read["date"], read["unit"], read["paragraphs"]]),
            dates.collect::<Vec<_>>(),
        )
    };
    let mut versions =
        specimens().into_iter().filter(|specimen| specimen.name.starts_with("parallel.")).map(invariant);
    let Some((_, values, dates)) = versions.next() else { return };
    for (name, its_values, its_dates) in versions {
        assert_eq!((&values, &dates), (&its_values, &its_dates), "{name}");
    }
}
