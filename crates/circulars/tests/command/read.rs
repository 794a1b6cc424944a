//! `circulars read`.

use serde_json::Value;

use crate::{Folder, circulars, circulars_with_input};

const CL_20_43: &str = include_str!("../fixtures/cl-20-43.fr.json");

#[test]
fn the_letter_is_printed_as_json() {
    let answer = circulars(&["read", "letters/cl-20-43/fr.md"]);
    assert_eq!((answer.stdout.as_str(), answer.status), (CL_20_43, Some(0)));
}

#[test]
fn a_dash_is_standard_input() {
    let input = include_bytes!("../../../../letters/cl-20-43/fr.md");
    assert_eq!(circulars_with_input(&["read", "-"], input).stdout, CL_20_43);
}

#[test]
fn a_byte_order_mark_is_not_part_of_the_text() {
    let input = include_str!("../../../../letters/cl-20-43/fr.md");
    let marked =
        circulars_with_input(&["read", "-", "--format", "json"], format!("\u{feff}{input}").as_bytes());
    let plain = circulars_with_input(&["read", "-", "--format", "json"], input.as_bytes());
    assert_eq!((marked.stdout, marked.stderr), (plain.stdout, plain.stderr));
}

#[test]
fn a_letter_with_errors_is_printed_all_the_same_with_status_1() {
    let folder = Folder::new("read-errors").with("letter.md", "Geneva, 31 April 2020\n\nRef.: CL-20/1\n");
    let answer = circulars(&["read", &folder.file("letter.md")]);
    assert!(answer.stdout.contains("\"CL-20/1\""), "{}", answer.stdout);
    assert_eq!(answer.status, Some(1));
}

#[test]
fn a_missing_file_is_an_error_of_the_input() {
    for command in ["read", "page", "check", "catalogue"] {
        let answer = circulars(&[command, "no-such-letter.md"]);
        assert!(answer.stderr.starts_with("error: no-such-letter.md cannot be read"), "{}", answer.stderr);
        assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(1)));
    }
}

#[test]
fn a_file_that_is_not_text_is_named_as_such() {
    let folder = Folder::new("read-pdf").with("letter.pdf", "%PDF-1.7");
    let answer = circulars(&["read", &folder.file("letter.pdf")]);
    assert!(answer.stderr.contains("convert it to Markdown first"), "{}", answer.stderr);
    assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(1)));
}

#[test]
fn a_catalogue_that_is_not_one_is_an_error_of_the_input() {
    let folder = Folder::new("read-catalogue").with("broken.json", "{").with("list.json", "[]");
    for (name, problem) in [("broken.json", "not JSON"), ("list.json", "is it a catalogue?")] {
        let answer = circulars(&["read", "letters/cl-20-43/fr.md", "--catalogue", &folder.file(name)]);
        assert!(answer.stderr.contains(problem), "{}", answer.stderr);
        assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(1)));
    }
}

#[test]
fn the_six_versions_of_cl_20_43_say_the_same() {
    let facts = |language: &str| {
        let answer = circulars(&["read", &format!("letters/cl-20-43/{language}.md")]);
        let letter: Value = serde_json::from_str(&answer.stdout).unwrap();
        assert_eq!(letter["language"], language);
        // The French text is the one that was issued.
        let status = if language == "fr" { Value::Null } else { "unofficial".into() };
        assert_eq!(letter["status"], status, "{language}");
        let each = |list: &str, keys: &[&str]| {
            let entries = letter[list].as_array().unwrap().iter();
            entries
                .map(|entry| keys.iter().map(|key| entry[*key].clone()).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        let same: Vec<_> = ["references", "ids", "unit", "date", "signed", "paragraphs"]
            .map(|key| letter[key].clone())
            .into();
        (
            same,
            each("contact", &["phone", "fax", "email"]),
            each("dates", &["first", "last", "paragraph"]),
            each("citations", &["id", "in", "paragraph", "state"]),
        )
    };
    let issued = facts("fr");
    for language in ["ar", "zh", "en", "ru", "es"] {
        assert_eq!(facts(language), issued, "{language}");
    }
}
