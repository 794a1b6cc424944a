//! `circulars check`: which letters are checked, what is found, what is counted.

use crate::{Folder, circulars, letter};

/// The codes of the remarks about the letters of a folder.
fn codes(folder: &Folder) -> Vec<String> {
    let answer = circulars(&["check", folder.path(), "--format", "json"]);
    answer.json_lines().iter().map(|remark| remark["code"].as_str().unwrap().to_owned()).collect()
}

/// The line that counts.
fn counts(folder: &Folder) -> String {
    circulars(&["check", folder.path()]).stderr
}

const CLEAN: &str = "As you know.";
const WITH_A_WARNING: &str = "See [this page](#).";

#[test]
fn the_letters_that_ship_have_no_errors() {
    let answer = circulars(&["check", "letters"]);
    assert!(answer.stderr.contains(" letters: 0 errors, "), "{}", answer.stderr);
    assert_eq!(answer.status, Some(0));
}

#[test]
fn markdown_files_are_checked_in_inner_folders_too_and_no_other_files() {
    let folder = Folder::new("check-folders")
        .with("inner/deep/letter.md", letter("CL-24/1", WITH_A_WARNING))
        .with("letter.md", letter("CL-24/2", WITH_A_WARNING))
        .with("notes.txt", "no letter");
    let answer = circulars(&["check", folder.path(), "--format", "json"]);
    let remarks = answer.json_lines();
    let files: Vec<&str> = remarks.iter().map(|remark| remark["file"].as_str().unwrap()).collect();
    assert_eq!(files, [folder.file("inner/deep/letter.md"), folder.file("letter.md")]);
}

#[test]
fn a_single_file_is_checked_whatever_its_name() {
    let folder = Folder::new("check-file").with("letter.txt", letter("CL-24/1", WITH_A_WARNING));
    let answer = circulars(&["check", &folder.file("letter.txt")]);
    assert_eq!(answer.stderr, "1 letter: 0 errors, 1 warning\n");
}

#[test]
fn a_folder_without_letters_is_an_error() {
    let folder = Folder::new("check-none").with("notes.txt", "no letter");
    let answer = circulars(&["check", folder.path()]);
    assert_eq!(answer.stderr, format!("error: there are no letters (*.md) in {}\n", folder.path()));
    assert_eq!(answer.status, Some(1));
}

#[test]
fn one_of_a_kind_is_counted_in_the_singular() {
    let folder = Folder::new("check-singular").with("a.md", letter("CL-24/1", WITH_A_WARNING));
    assert_eq!(counts(&folder), "1 letter: 0 errors, 1 warning\n");
    let folder = Folder::new("check-singular-error").with("empty.md", "\n");
    assert_eq!(counts(&folder), "1 letter: 1 error, 0 warnings\n");
}

#[test]
fn none_and_several_of_a_kind_are_counted_in_the_plural() {
    let folder = Folder::new("check-plural")
        .with("a.md", letter("CL-24/1", CLEAN))
        .with("b.md", letter("CL-24/2", &format!("{WITH_A_WARNING} {WITH_A_WARNING}")));
    assert_eq!(counts(&folder), "2 letters: 0 errors, 2 warnings\n");
}

#[test]
fn only_errors_give_status_1() {
    let folder = Folder::new("check-status").with("a.md", letter("CL-24/1", WITH_A_WARNING));
    assert_eq!(circulars(&["check", folder.path()]).status, Some(0));
    let folder = folder.with("empty.md", "\n");
    assert_eq!(circulars(&["check", folder.path()]).status, Some(1));
}

#[test]
fn a_file_that_is_not_text_counts_as_an_error_and_the_others_are_checked() {
    let folder =
        Folder::new("check-pdf").with("a.md", "%PDF-1.7").with("b.md", letter("CL-24/1", WITH_A_WARNING));
    let answer = circulars(&["check", folder.path()]);
    assert!(answer.stderr.contains("convert it to Markdown first"), "{}", answer.stderr);
    assert!(answer.stderr.ends_with("2 letters: 1 error, 1 warning\n"), "{}", answer.stderr);
    assert!(answer.stdout.contains("warning[dead-link]"));
    assert_eq!(answer.status, Some(1));
}

#[test]
fn a_file_name_with_another_language_is_reported() {
    let folder =
        Folder::new("check-language").with("ru.md", include_str!("../../../../letters/cl-20-43/fr.md"));
    assert!(codes(&folder).contains(&"other-language".to_owned()));
}

#[test]
fn citations_that_lead_nowhere_and_links_that_contradict_their_words_are_reported() {
    let body = "See Resolution 7, Decision 482 of the Council and [Circular Letter \
                CL-20/43](https://www.itu.int/md/S20-CL-C-0043/en), and CL-24/1 itself.";
    let folder = Folder::new("check-citations").with("letter.md", letter("CL-24/1", body));
    assert_eq!(codes(&folder), ["ambiguous-citation", "unresolved-citation", "contradictory-link"]);
}

#[test]
fn read_says_of_the_same_citations_what_is_known_of_them() {
    let body = "See Resolution 7, Decision 482 of the Council and [Circular Letter \
                CL-20/43](https://www.itu.int/md/S20-CL-C-0043/en), and CL-24/1 itself.";
    let folder = Folder::new("read-citations").with("letter.md", letter("CL-24/1", body));
    let answer = circulars(&["read", &folder.file("letter.md")]);
    let read: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    let citations = read["citations"].as_array().unwrap();
    let states: Vec<&str> = citations.iter().map(|citation| citation["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["ambiguous", "unresolved", "ambiguous", "own"]);
    assert_eq!(citations[2]["target"], "https://www.itu.int/md/S20-CL-C-0043/en");
}

#[test]
fn the_folders_own_catalogue_resolves_citations() {
    let folder =
        Folder::new("check-own-catalogue").with("a.md", letter("CL-24/1", "See Circular Letter DM-24/1005."));
    assert_eq!(codes(&folder), ["unresolved-citation"]);
    let catalogue =
        r#"{ "letters": [{ "id": "sg/dm/2024/1005", "versions": [{ "language": "en", "file": "b.md" }] }] }"#;
    assert_eq!(codes(&folder.with("catalogue.json", catalogue)), [""; 0]);
}

#[test]
fn an_empty_catalogue_of_the_folder_counts_as_none() {
    let folder = Folder::new("check-empty-catalogue")
        .with("a.md", letter("CL-24/1", CLEAN))
        .with("catalogue.json", "");
    assert_eq!(counts(&folder), "1 letter: 0 errors, 0 warnings\n");
}

#[test]
fn progress_is_not_shown_where_standard_error_is_not_a_terminal() {
    assert!(!circulars(&["check", "letters"]).stderr.contains('\r'));
}
