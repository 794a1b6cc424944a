//! What `circulars` promises to publishers and scripts.

#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::path::Path;
use std::process::{Command, Output};

fn circulars(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_circulars"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap()
}

fn file(name: &str, text: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn read_prints_the_letter_as_json() {
    let output = circulars(&["read", "letters/cl-20-43/fr.md"]);
    let expected = include_str!("fixtures/cl-20-43.fr.json");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn an_error_in_the_letter_is_said_with_its_place_and_what_to_do() {
    let letter =
        file("impossible-date.md", "Geneva, 31 April 2020\n\nRef.: CL-20/1\n\nSubject: A specimen\n");
    let output = circulars(&["read", &letter, "--language", "en"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(&format!(
        "{letter}:1:1: error[impossible-date]: the calendar does not have this day: correct"
    )));
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"CL-20/1\""));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_file_that_is_not_there_is_an_error_of_the_input() {
    let output = circulars(&["read", "no-such-letter.md"]);
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("error: no-such-letter.md cannot be read"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_file_that_is_not_text_is_named_as_such() {
    let output = circulars(&["read", &file("letter.pdf", "%PDF-1.7")]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("convert it to Markdown first"));
    assert_eq!((output.stdout.len(), output.status.code()), (0, Some(1)));
}

#[test]
fn a_wrong_call_is_answered_with_the_usage() {
    for arguments in [
        &[][..],
        &["write"],
        &["read"],
        &["read", "a", "b"],
        &["read", "a", "--language", "de"],
        &["read", "--all"],
        &["read", "-l", "fr"],
    ] {
        let output = circulars(arguments);
        assert!(
            String::from_utf8(output.stderr).unwrap().contains("circulars read FILE.md"),
            "{arguments:?}"
        );
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
