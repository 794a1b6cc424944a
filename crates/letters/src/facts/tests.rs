//! Recognizing facts.

use super::*;
use crate::ids::Language;
use crate::letter;

/// The facts of a paragraph, each as its kind and its words.
fn found(language: Language, paragraph: &str) -> Vec<String> {
    let text = format!("CL-24/1\n\nSubject: A specimen\n\nDear Sir,\n\n{paragraph}");
    let letter = letter::read(&text, Some(language));
    let facts = of(&letter, &crate::citation::find(&letter));
    let last = facts.segments.last().map(|segment| segment.facts.as_slice()).unwrap_or_default();
    last.iter().map(|found| format!("{} {}", found.fact.kind().name(), found.text)).collect()
}

#[test]
fn what_is_part_of_one_fact_is_no_fact_of_another() {
    assert_eq!(
        found(
            Language::English,
            "Resolution 99 (Rev. Dubai, 2018) invites 25 people on 3 May 2024; write to a1@itu.int or call +41 22 730 6311."
        ),
        [
            "citation Resolution 99 (Rev. Dubai, 2018)",
            "number 25",
            "date 3 May 2024",
            "address a1@itu.int",
            "phone +41 22 730 6311"
        ]
    );
}

#[test]
fn an_address_stands_out_of_chinese_without_a_space() {
    assert_eq!(
        found(Language::Chinese, "请于2024年5月3日之前发至tsbreg@itu.int或传真至+41 22 730 5853。"),
        ["date 2024年5月3日", "address tsbreg@itu.int", "phone +41 22 730 5853"]
    );
}

#[test]
fn a_paragraph_knows_its_own_number() {
    let letter = letter::read(
        "CL-24/1\n\nSubject: A specimen\n\nDear Sir,\n\n2.1 It begins.",
        Some(Language::English),
    );
    assert_eq!(
        of(&letter, &[]).segments.last().and_then(|segment| segment.number.clone()).as_deref(),
        Some("2.1")
    );
}
