//! What `circulars` promises to publishers and scripts.

#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

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
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn what_is_to_be_mended_is_said_with_a_caret_under_its_place() {
    let letter =
        file("impossible-date.md", "Geneva, 31 April 2020\n\nRef.: CL-20/1\n\nSubject: A specimen\n");
    let output = circulars(&["read", &letter, "--language", "en"]);
    let said = String::from_utf8(output.stderr).unwrap();
    let expected = format!(
        "error[impossible-date]: the calendar does not have this day\n --> {letter}:1:9\n  |\n\
         1 | Geneva, 31 April 2020\n  |         ^^^^^^^^^^^^^\n  |\n  = help: correct the date"
    );
    assert!(said.contains(&expected), "{said}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("\"CL-20/1\""));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn programs_get_each_remark_as_a_line_of_json() {
    let letter = file("remarks.md", "Geneva, 31 April 2020\n\nRef.: CL-20/1\n\nSubject: [À](#) specimen\n");
    let output = circulars(&["read", &letter, "--format", "json"]);
    let said = String::from_utf8(output.stderr).unwrap();
    let remarks: Vec<serde_json::Value> =
        said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let dead = remarks.iter().find(|remark| remark["code"] == "dead-link").unwrap();
    assert_eq!(
        (&dead["line"], &dead["column"], &dead["start"], &dead["end"]),
        (&5.into(), &10.into(), &47.into(), &53.into())
    );
    assert_eq!(dead["severity"], "warning");
}

#[test]
fn check_looks_at_every_letter_of_a_folder_and_fails_on_errors() {
    let output = circulars(&["check", "letters"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("warning[dead-link]"));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "1 letters: 0 errors, 4 warnings\n");

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("checked");
    std::fs::create_dir_all(folder.join("inner")).unwrap();
    std::fs::write(folder.join("inner/ru.md"), include_str!("../letters/cl-20-43/fr.md")).unwrap();
    std::fs::write(folder.join("empty.md"), "\n").unwrap();
    std::fs::write(folder.join("notes.txt"), "no letter").unwrap();
    let output = circulars(&["check", folder.to_str().unwrap(), "--format", "json"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("\"other-language\"") && said.contains("\"empty\"") && !said.contains("notes.txt"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn check_says_where_there_are_no_letters() {
    let output = circulars(&["check", "src"]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("there are no letters (*.md) in src"));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn standard_input_is_a_file_too() {
    let output = Command::new(env!("CARGO_BIN_EXE_circulars"))
        .args(["read", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut child = output.unwrap();
    child.stdin.take().unwrap().write_all(include_bytes!("../letters/cl-20-43/fr.md")).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), include_str!("fixtures/cl-20-43.fr.json"));
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
        &["read", "a", "--format", "xml"],
        &["check"],
        &["check", "a", "--language", "fr"],
    ] {
        let output = circulars(arguments);
        assert!(
            String::from_utf8(output.stderr).unwrap().contains("circulars read FILE.md"),
            "{arguments:?}"
        );
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}
