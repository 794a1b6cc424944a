//! `circulars check`: how the versions of a letter differ.

use serde_json::{Value, json};

use crate::{Folder, circulars};

const ENGLISH: &str = include_str!("../../../../letters/cl-20-43/en.md");
const FRENCH: &str = include_str!("../../../../letters/cl-20-43/fr.md");
const CHINESE: &str = include_str!("../../../../letters/cl-20-43/zh.md");

/// The letter as issued, in French, with a Chinese version that lacks a paragraph and an English one with another date.
fn folder(name: &str) -> Folder {
    let english = ENGLISH.replace("take place on 22 February 2021", "take place on 24 February 2021");
    let chinese: Vec<&str> =
        CHINESE.split("\n\n").filter(|block| !block.starts_with("您将很快收到")).collect();
    Folder::new(name)
        .with("fr.md", FRENCH)
        .with("en.md", english.replace("You will soon receive", "\n\nYou will soon receive"))
        .with("zh.md", chinese.join("\n\n"))
}

/// The remarks that compare versions, as JSON.
fn remarks(folder: &Folder) -> Vec<Value> {
    let mut remarks = circulars(&["check", folder.path(), "--format", "json"]).json_lines();
    remarks.retain(|remark| !remark["detail"].is_null());
    remarks
}

#[test]
fn each_version_is_compared_with_the_one_that_was_issued() {
    let folder = folder("versions");
    let remarks = remarks(&folder);
    let told: Vec<Value> = remarks
        .iter()
        .map(|remark| json!([remark["file"], remark["line"], remark["code"], remark["detail"]]))
        .collect();
    let date = "date “24 February 2021” here, “22 février 2021” in fr.md";
    let paragraph = "it stands in fr.md, and not here";
    assert_eq!(
        told,
        [
            json!([folder.file("en.md"), 24, "divergence", date]),
            json!([folder.file("zh.md"), 29, "unpaired-paragraph", paragraph]),
        ]
    );
}

#[test]
fn differences_are_warnings() {
    assert_eq!(circulars(&["check", folder("versions-status").path()]).status, Some(0));
}

#[test]
fn programs_get_the_place_in_the_other_version_and_the_first_words_of_its_paragraph() {
    let folder = folder("versions-other");
    let [date, paragraph] = remarks(&folder).try_into().unwrap();
    let words = |other: &Value| {
        let [start, end] = ["start", "end"].map(|key| other[key].as_u64().unwrap() as usize);
        FRENCH.chars().skip(start).take(end - start).collect::<String>()
    };
    assert_eq!(words(&date["other"]), "22 février 2021");
    assert_eq!(date["other"]["file"], folder.file("fr.md"));
    assert_eq!((&date["other"]["line"], &date["other"]["column"]), (&26.into(), &425.into()));
    assert!(words(&paragraph["other"]).starts_with("Vous recevrez bientôt"));
    assert_eq!((&paragraph["other"]["line"], &paragraph["other"]["column"]), (&32.into(), &1.into()));
    assert_eq!(paragraph["other"]["paragraph"], "Vous recevrez bientôt, sous pli séparé, la circulaire…");
}

#[test]
fn people_get_both_places_of_a_difference() {
    let folder = folder("versions-human");
    let said = circulars(&["check", folder.path()]).stdout;
    for place in ["en.md:24:", "fr.md:26:425"] {
        assert!(said.contains(&folder.file(place)), "{place} in {said}");
    }
}

#[test]
fn people_and_programs_are_told_the_same_place_of_a_missing_paragraph() {
    let folder = folder("versions-place");
    let said = circulars(&["check", folder.path()]).stdout;
    let [_, remark] = remarks(&folder).try_into().unwrap();
    let place = format!("{}:{}:{}\n", folder.file("zh.md"), remark["line"], remark["column"]);
    let (_, said) = said.split_once("warning[unpaired-paragraph]").unwrap();
    assert!(said.contains(&place), "{place} in {said}");
}

#[test]
fn a_paragraph_that_the_issued_version_lacks_is_shown_where_it_would_be() {
    let folder = Folder::new("versions-added").with("fr.md", FRENCH).with(
        "en.md",
        ENGLISH.replace("You will soon", "The venue is in Annex 7 of 31 May 2021.\n\nYou will soon"),
    );
    let said = circulars(&["check", folder.path()]).stdout;
    let (_, said) = said.split_once("warning[unpaired-paragraph]").unwrap();
    assert!(said.contains("it stands here, and not in fr.md") && said.contains("it would be here"), "{said}");
    let [remark] = remarks(&folder).try_into().unwrap();
    assert_eq!(remark["other"]["start"], remark["other"]["end"]);
    assert_eq!(remark["other"].get("paragraph"), None);
}

#[test]
fn two_files_for_one_letter_and_language_are_reported() {
    let folder = Folder::new("duplicates").with("a/fr.md", FRENCH).with("b/fr.md", FRENCH);
    let told: Vec<Value> = remarks(&folder)
        .iter()
        .filter(|remark| remark["code"] == "duplicate-version")
        .map(|remark| json!([remark["file"], remark["detail"]]))
        .collect();
    assert_eq!(told, [json!([folder.file("b/fr.md"), format!("the other is {}", folder.file("a/fr.md"))])]);
}
