//! `circulars export`.

use serde_json::Value;

use crate::{Folder, circulars};

/// What the export of the file or folder in the format prints.
fn exported(path: &str, format: &str) -> String {
    let answer = circulars(&["export", path, "--to", format]);
    assert_eq!((answer.stderr.as_str(), answer.status), ("", Some(0)), "{path} to {format}");
    answer.stdout
}

#[test]
fn a_letter_is_exported_in_every_format() {
    for (format, first) in [
        ("bibtex", "@techreport{sg-cl-2020-43-fr,"),
        ("ris", "TY  - RPRT"),
        ("csl", "["),
        ("ics", "BEGIN:VCALENDAR"),
        ("vcf", "BEGIN:VCARD"),
        ("vcf3", "BEGIN:VCARD"),
        ("text", "Secrétariat général (SG)"),
        ("html", "<!doctype html>"),
    ] {
        let text = exported("letters/cl-20-43/fr.md", format);
        assert_eq!(text.lines().next(), Some(first));
    }
    // Nothing depends on the day on which it is written.
    assert!(exported("letters/cl-20-43/fr.md", "ics").contains("DTSTAMP:20201005T000000Z\r\n"));
    assert!(exported("letters/cl-20-43/fr.md", "vcf").contains("REV:20201005T000000Z\r\n"));
}

#[test]
fn a_folder_has_one_entry_for_each_letter_in_the_language_asked_for() {
    let items = |arguments: &[&str]| -> Vec<Value> {
        let answer = circulars(&[&["export", "letters", "--to", "csl"], arguments].concat());
        serde_json::from_str(&answer.stdout).unwrap()
    };
    let issued = items(&[]);
    let language = |items: &[Value]| {
        let one = items.iter().find(|item| item["number"] == "CL-20/43").unwrap();
        one["language"].as_str().unwrap().to_owned()
    };
    assert_eq!(issued.iter().filter(|item| item["number"] == "CL-20/43").count(), 1);
    assert_eq!(language(&issued), "fr");
    assert_eq!(language(&items(&["--language", "ru"])), "ru");
}

#[test]
fn a_file_of_html_has_the_versions_of_one_letter() {
    let html = exported("letters/cl-20-43", "html");
    assert_eq!(html.matches("<article ").count(), 6);
    assert!(html.starts_with("<!doctype html>\n<html lang=\"fr\""), "the version as issued is the first");
    let answer = circulars(&["export", "letters", "--to", "html"]);
    assert!(
        answer.stderr.starts_with("error: a file of HTML has one letter, and here are "),
        "{}",
        answer.stderr
    );
    assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(1)));
}

#[test]
fn a_second_version_in_one_language_is_told() {
    let letter = "Ref: CL-24/1\n\nGeneva, 5 January 2024\n\nSubject: One\n\nDear Sir,\n\nText.\n";
    let folder = Folder::new("export-twice").with("en.md", letter).with("second.md", letter);
    let answer = circulars(&["export", &folder.file(""), "--to", "html"]);
    assert!(answer.stdout.matches("<article ").count() == 1 && answer.status == Some(1), "{}", answer.stdout);
    assert!(
        answer.stderr.ends_with("second.md: there is another version of this letter in this language\n"),
        "{}",
        answer.stderr
    );
}

#[test]
fn what_is_no_letter_is_told_and_the_others_are_exported() {
    let letter = "Ref: CL-24/1\n\nGeneva, 5 January 2024\n\nSubject: One\n\nDear Sir,\n\nText.\n";
    let folder =
        Folder::new("export-some").with("one.md", letter).with("notes.md", "# Notes\n\nOf a meeting.\n");
    let answer = circulars(&["export", &folder.file(""), "--to", "ris"]);
    assert!(answer.stdout.contains("SN  - CL-24/1\r\n"), "{}", answer.stdout);
    assert!(answer.stderr.ends_with("notes.md: this is not a circular letter\n"), "{}", answer.stderr);
    assert_eq!(answer.status, Some(1));
    let answer = circulars(&["export", &folder.file("one.md"), "--to", "ics"]);
    assert!(answer.stderr.contains("there is no deadline or event"), "{}", answer.stderr);
    assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(1)));
}
