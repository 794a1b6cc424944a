//! `circulars catalogue`.

use std::fs;

use serde_json::{Value, json};

use crate::{Answer, Folder, circulars, letter};

/// A folder with a letter.
fn folder(name: &str) -> Folder {
    Folder::new(name).with("cl-24-1/en.md", letter("CL-24/1", "See Circular Letter CL-20/43."))
}

fn page(catalogue: &str) -> Value {
    serde_json::from_str::<Value>(catalogue).unwrap().get("page").cloned().unwrap_or_default()
}

fn assert_done(answer: &Answer) {
    assert_eq!((answer.stderr.as_str(), answer.status), ("", Some(0)));
}

#[test]
fn the_catalogue_of_the_letters_is_current() {
    let made = circulars(&["catalogue", "letters"]).stdout;
    let kept = include_str!("../../../../letters/catalogue.json");
    let differing = made.lines().zip(kept.lines()).find(|(made, kept)| made != kept);
    assert!(
        made == kept,
        "{differing:?}: run: cargo run -- catalogue letters --output letters/catalogue.json"
    );
}

#[test]
fn the_catalogue_says_how_letters_relate() {
    let answer = circulars(&["catalogue", "letters"]);
    let catalogue: Value = serde_json::from_str(&answer.stdout).unwrap();
    let letters = catalogue["letters"].as_array().unwrap();
    let letter = |id: &str| letters.iter().find(|letter| letter["id"] == id).unwrap();
    assert_eq!(letter("br/cr/902")["supersedes"], json!(["br/cr/901", "br/cr/901/add/1"]));
    assert_eq!(letter("br/cace/901/corr/1")["corrects"], json!(["br/cace/901"]));
    assert_eq!(letter("tsb/collective/92/17")["postpones"], json!(["tsb/collective/91/17"]));
}

#[test]
fn letters_that_are_cited_and_not_held_have_only_their_ids() {
    let answer = circulars(&["catalogue", folder("catalogue-cited").path()]);
    let catalogue: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(catalogue["letters"][1], json!({ "id": "sg/cl/2020/43" }));
}

#[test]
fn addresses_are_relative_to_the_folder() {
    let answer = circulars(&["catalogue", folder("catalogue-addresses").path()]);
    let catalogue: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(catalogue["letters"][0]["versions"][0]["file"], "cl-24-1/en.md");
}

#[test]
fn a_text_without_a_reference_is_left_out_with_a_warning() {
    let folder = folder("catalogue-left-out").with("notes.md", "Notes of a meeting.\n");
    let answer = circulars(&["catalogue", folder.path()]);
    assert_eq!(answer.stderr, "warning: notes.md is not a letter, and is left out\n");
    assert!(!answer.stdout.contains("notes.md"));
    assert_eq!(answer.status, Some(0));
}

#[test]
fn the_page_of_the_folders_catalogue_is_kept() {
    let folder = folder("catalogue-page").with("catalogue.json", r#"{ "page": "../{id}", "letters": [] }"#);
    let kept = circulars(&["catalogue", folder.path()]);
    assert_eq!(page(&kept.stdout), "../{id}");
    let given = circulars(&["catalogue", folder.path(), "--page", "?letter={id}"]);
    assert_eq!(page(&given.stdout), "?letter={id}");
}

#[test]
fn output_replaces_the_folders_catalogue_and_keeps_its_page() {
    let folder = folder("catalogue-output").with("catalogue.json", r#"{ "page": "../{id}", "letters": [] }"#);
    let printed = circulars(&["catalogue", folder.path()]).stdout;
    let answer = circulars(&["catalogue", folder.path(), "--output", &folder.file("catalogue.json")]);
    assert_done(&answer);
    assert_eq!((answer.stdout, folder.read("catalogue.json")), (String::new(), printed));
    assert_eq!(folder.names(), ["catalogue.json", "cl-24-1"]);
}

#[test]
fn output_that_fails_leaves_the_file_as_it_was() {
    let folder = folder("catalogue-failure")
        .with("catalogue.json", r#"{ "page": "../{id}", "letters": [] }"#)
        .with("scan.md", "%PDF-1.7");
    let answer = circulars(&["catalogue", folder.path(), "--output", &folder.file("catalogue.json")]);
    assert_eq!(answer.status, Some(1));
    assert_eq!(folder.read("catalogue.json"), r#"{ "page": "../{id}", "letters": [] }"#);
    assert_eq!(folder.names(), ["catalogue.json", "cl-24-1", "scan.md"]);
}

#[test]
fn output_into_a_missing_folder_is_an_error() {
    let folder = folder("catalogue-nowhere");
    let answer = circulars(&["catalogue", folder.path(), "--output", &folder.file("nowhere/catalogue.json")]);
    assert!(answer.stderr.contains("nowhere/catalogue.json cannot be written"), "{}", answer.stderr);
    assert_eq!(answer.status, Some(1));
}

#[cfg(unix)]
#[test]
fn output_through_a_symbolic_link_replaces_what_it_leads_to() {
    let folder = folder("catalogue-link").with("real/catalogue.json", "");
    std::os::unix::fs::symlink("real/catalogue.json", folder.file("link.json")).unwrap();
    assert_done(&circulars(&["catalogue", folder.path(), "--output", &folder.file("link.json")]));
    assert!(fs::symlink_metadata(folder.file("link.json")).unwrap().is_symlink());
    assert!(folder.read("real/catalogue.json").contains("sg/cl/2024/1"));
}

#[test]
fn an_empty_catalogue_counts_as_none() {
    for empty in ["", " \n"] {
        let folder = folder("catalogue-empty").with("catalogue.json", empty);
        let answer = circulars(&["catalogue", folder.path()]);
        assert_eq!(page(&answer.stdout), Value::Null);
        assert!(
            answer.stderr.contains("catalogue.json is empty, so its page is not known"),
            "{}",
            answer.stderr
        );
        assert_eq!(answer.status, Some(0));
    }
}

#[test]
fn an_empty_catalogue_is_no_matter_where_the_page_is_given() {
    let folder = folder("catalogue-empty-page").with("catalogue.json", "");
    let answer = circulars(&["catalogue", folder.path(), "--page", "../{id}"]);
    assert_done(&answer);
    assert_eq!(page(&answer.stdout), "../{id}");
}

#[test]
fn a_catalogue_that_is_not_json_is_an_error_and_not_replaced() {
    let folder = folder("catalogue-broken").with("catalogue.json", "{");
    let answer = circulars(&["catalogue", folder.path(), "--output", &folder.file("catalogue.json")]);
    assert!(answer.stderr.contains("catalogue.json: not JSON"), "{}", answer.stderr);
    assert_eq!((answer.status, folder.read("catalogue.json")), (Some(1), "{".to_owned()));
}
