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

#[test]
fn what_another_letter_says_of_a_letter_stands_before_it() {
    let page = |file: &str| {
        let answer = circulars(&["page", file, "--catalogue", "letters/catalogue.json"]);
        assert_eq!(answer.status, Some(0), "{}", answer.stderr);
        answer.stdout
    };
    let superseded = page("letters/cr-901/en.md");
    let expected = "<div class=\"standing\" lang=\"en\" dir=\"ltr\"><p>Superseded by: <a href=\"../?letter=br/cr/902\">Circular Letter CR/902</a>, \
                    <time datetime=\"2024-09-03\">2024-09-03</time></p>";
    assert!(superseded.starts_with(expected), "{}", superseded.lines().next().unwrap_or_default());
    assert!(superseded.contains("<article "));
    let postponed = page("letters/cl-23-901/fr.md");
    assert!(
        postponed.starts_with("<div class=\"standing\" lang=\"fr\" dir=\"ltr\"><p>Report annoncé dans: ")
    );
    // A letter that affects others says so in its own text.
    assert!(page("letters/cr-902/fr.md").starts_with("<article "));
}
