//! `circulars page`.

use crate::{Folder, circulars};

#[test]
fn the_letter_is_printed_as_html() {
    let answer = circulars(&["page", "letters/cl-20-43/fr.md"]);
    assert!(answer.stdout.starts_with("<article"), "{}", answer.stdout);
    assert_eq!((answer.stderr.as_str(), answer.status), ("", Some(0)));
}

#[test]
fn an_empty_file_has_no_page() {
    let folder = Folder::new("page-empty").with("empty.md", "\n");
    let answer = circulars(&["page", &folder.file("empty.md")]);
    assert!(answer.stderr.ends_with("empty.md is empty\n"), "{}", answer.stderr);
    assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(1)));
}
