//! `circulars record`.

use crate::{Folder, circulars};
use serde_json::Value;

fn record(arguments: &[&str]) -> Value {
    let answer = circulars(&[&["record"], arguments].concat());
    assert_eq!((answer.stderr.as_str(), answer.status), ("", Some(0)));
    assert_eq!(answer.stdout.matches('\n').count(), 1, "one line");
    serde_json::from_str(&answer.stdout).unwrap()
}

#[test]
fn a_record_begins_with_its_version_and_the_address_of_the_markdown() {
    let answer = circulars(&["record", "letters/cl-20-43/fr.md"]);
    assert!(answer.stdout.starts_with(r#"{"version":2,"source":"fr.md","#), "{}", answer.stdout);
}

#[test]
fn a_record_has_the_metadata_and_the_citations_of_read() {
    let record = record(&["letters/cl-20-43/fr.md"]);
    let read = circulars(&["read", "letters/cl-20-43/fr.md"]);
    let mut read: Value = serde_json::from_str(&read.stdout).unwrap();
    let citations = read.as_object_mut().unwrap().remove("citations").unwrap();
    assert_eq!(record["letter"], read);
    let of_record = record["citations"].as_array().unwrap();
    assert_eq!(of_record.len(), citations.as_array().unwrap().len());
    for (of_record, of_read) in of_record.iter().zip(citations.as_array().unwrap()) {
        for (key, value) in of_read.as_object().unwrap() {
            assert_eq!(&of_record[key], value, "{key}");
        }
    }
}

#[test]
fn the_address_of_the_markdown_can_be_given() {
    let record = record(&["letters/cl-20-43/fr.md", "--source", "../text/fr.md"]);
    assert_eq!(record["source"], "../text/fr.md");
}

#[test]
fn an_empty_file_has_no_record() {
    let folder = Folder::new("record-empty").with("empty.md", "\n");
    let answer = circulars(&["record", &folder.file("empty.md")]);
    assert!(answer.stderr.ends_with("empty.md is empty\n"), "{}", answer.stderr);
    assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(1)));
}
