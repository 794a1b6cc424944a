//! Specimen letters of every issuer, layout and language, each with its expected metadata.
//!
//! `tests/letters/{name}.{language}.md` is a letter as a converter gives it, `….json` the expected result. The test
//! prints the number of correct fields for each language, and fails if one is wrong. `cargo test -p letters --test
//! letters -- --nocapture` shows the table; `LETTER=name` reads that letter alone. `UPDATE=1` writes the `….json` that
//! are missing and those that differ: it writes what the library reads, so compare it with the letter.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at what it does not expect")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use letters::export::{self, metadata};
use letters::ids::Language;
use letters::letter;
use serde_json::{Value, json};

/// The command that writes the expectations.
const UPDATE: &str = "UPDATE=1 cargo test -p letters --test letters";

const FIELDS: [&str; 19] = [
    "language",
    "status",
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
    /// The file with the expected result.
    expectation: PathBuf,
}

/// The specimens in the order of their names.
fn specimens() -> Vec<Specimen> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let only = std::env::var("LETTER").unwrap_or_default();
    let letters = paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    letters.map(|path| Specimen::at(path)).filter(|specimen| specimen.name.contains(&only)).collect()
}

impl Specimen {
    fn at(path: &Path) -> Self {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let code = name.rsplit_once('.').and_then(|(_, code)| code.parse().ok());
        Self {
            language: code.unwrap_or_else(|| panic!("{name}.md: a specimen is called NAME.LANGUAGE.md")),
            source: letter::decode(&fs::read(path).unwrap()).into_owned(),
            expectation: path.with_extension("json"),
            name,
        }
    }

    /// The expected result; none if there is no file.
    fn expected(&self) -> Option<Value> {
        let expected = fs::read_to_string(&self.expectation).ok()?;
        Some(serde_json::from_str(&expected).unwrap_or_else(|error| panic!("{}.json: {error}", self.name)))
    }

    /// The actual result.
    fn read(&self, language: Option<Language>) -> Value {
        serde_json::from_str(&self.expectation_as_read(language)).unwrap()
    }

    /// The actual result, in the format of the file of expectations.
    fn expectation_as_read(&self, language: Option<Language>) -> String {
        let mut read = metadata(&letter::read(&self.source, language));
        leave_out_words_around_dates(&mut read);
        format!("{}\n", read.to_json())
    }

    /// Writes the actual result as the expected one, and reports it.
    #[allow(clippy::explicit_write, reason = "what eprintln! writes is not shown when the test passes")]
    fn update(&self) {
        fs::write(&self.expectation, self.expectation_as_read(None)).unwrap();
        writeln!(io::stderr(), "wrote {}: compare it with the letter", self.expectation.display()).unwrap();
    }
}

/// The words around a date, and its place, are for people: the expectations leave them out.
fn leave_out_words_around_dates(read: &mut export::Value) {
    let export::Value::Object(members) = read else { return };
    for (name, value) in members {
        let export::Value::List(dates) = value else { continue };
        for date in dates.iter_mut().filter(|_| *name == "dates") {
            let export::Value::Object(members) = date else { continue };
            members.retain(|(name, _)| !matches!(*name, "around" | "paragraph"));
        }
    }
}

/// The fields in which a letter differs from its expected result, each with both values.
fn differences(expected: &Value, read: &Value) -> Vec<String> {
    let differing = FIELDS.into_iter().filter(|field| expected[field] != read[field]);
    differing
        .map(|field| format!("{field}\n  expected {}\n  read     {}", expected[field], read[field]))
        .collect()
}

/// The number of correct fields, and of all, for each field and language.
#[derive(Default)]
struct Accuracy(BTreeMap<(&'static str, Language), (usize, usize)>);

impl Accuracy {
    fn add(&mut self, language: Language, expected: &Value, read: &Value) {
        for field in FIELDS.into_iter().filter(|field| !(expected[field].is_null() && read[field].is_null()))
        {
            let (right, all) = self.0.entry((field, language)).or_default();
            *right += usize::from(expected[field] == read[field]);
            *all += 1;
        }
    }

    fn print(&self) {
        println!("{:12}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}", "field", "ar", "zh", "en", "fr", "ru", "es");
        for field in FIELDS {
            print!("{field:12}");
            for language in Language::ALL {
                let (right, all) = self.0.get(&(field, language)).copied().unwrap_or_default();
                print!("{:>8}", format!("{right}/{all}"));
            }
            println!();
        }
    }
}

#[test]
fn every_field_of_every_specimen_is_read_as_it_is_written() {
    let updates = std::env::var_os("UPDATE").is_some();
    let mut accuracy = Accuracy::default();
    let mut wrong = Vec::new();
    for specimen in specimens() {
        let read = specimen.read(None);
        let expected = specimen.expected();
        let differences = match &expected {
            Some(expected) => differences(expected, &read),
            None => vec![format!("has no {}.json beside it: write it with {UPDATE}", specimen.name)],
        };
        accuracy.add(specimen.language, expected.as_ref().unwrap_or(&Value::Null), &read);
        match &differences[..] {
            [] => {}
            _ if updates => specimen.update(),
            _ => wrong
                .extend(differences.iter().map(|difference| format!("{}.md {difference}", specimen.name))),
        }
    }
    accuracy.print();
    assert!(
        wrong.is_empty(),
        "{} differences; where the letter is read rightly, keep them with {UPDATE}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_given_language_changes_nothing_where_it_is_the_right_one() {
    for specimen in specimens() {
        assert_eq!(specimen.read(Some(specimen.language)), specimen.read(None), "{}", specimen.name);
    }
}

#[test]
fn one_letter_says_the_same_in_all_six_languages() {
    let invariant = |specimen: Specimen| {
        let read = specimen.read(None);
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
