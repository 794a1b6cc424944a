//! What the exports of one letter are; independent parsers read those of all letters (`tests/exports/parsers.mjs`).

use super::*;
use crate::ids::Language;
use crate::letter::{DateKind, Letter, read};

const LETTER: &str = "General Secretariat (SG)\n\nGeneva, 5 October 2020\n\nRef: CL-20/43\n\nContact: Ms Ada Specimen\n\n\
                      Tel: +41 22 730 6311\n\nE-mail: ada@example.int\n\nSubject: Fees & rights: 50% of {all}, a_b\n\n\
                      Dear Sir/Madam,\n\nThe workshop will be held on 3-4 March 2021. It begins at nine on 3-4 March 2021.\n\n\
                      Please register by 25 January 2021. Contributions must be submitted by 25 January 2021.\n\n\
                      Yours faithfully,\n\n(signed)\n\nJean Specimen\nSecretary-General\n";

fn letter() -> Letter {
    read(LETTER, Some(Language::English))
}

/// The values of the lines with the name.
fn values<'text>(text: &'text str, name: &str) -> Vec<&'text str> {
    text.lines().filter_map(|line| line.strip_prefix(name)).map(str::trim).collect()
}

#[test]
fn an_entry_of_bibtex_keeps_the_number_and_escapes_what_means_something_in_tex() {
    let entry = bibtex(&[Exported::described(&letter())]);
    assert!(entry.starts_with("@techreport{sg-cl-2020-43-en,\n"), "{entry}");
    for field in [
        "title       = {{Fees \\& rights: 50\\% of \\{all\\}, a\\_b}},",
        "author      = {{General Secretariat (SG)}},",
        "number      = {CL-20/43},",
        "date        = {2020-10-05},",
        "month       = oct,",
        "url         = {https://www.itu.int/md/S20-SG-CIR-0043/en},",
    ] {
        assert!(entry.contains(field), "{field} is not in {entry}");
    }
}

#[test]
fn letters_without_a_reference_have_keys_of_their_own() {
    let one = read(
        "Geneva, 5 October 2020\n\nSubject: Fees\n\nDear Sir,\n\nPlease register by 25 January 2021.\n",
        Some(Language::English),
    );
    let described = Exported::described(&one);
    let keys = bibtex(&[described.clone(), described.clone()]);
    assert_eq!(values(&keys, "@techreport{"), ["2020-10-05-fees-en,", "2020-10-05-fees-en-2,"]);
    assert!(!keys.contains("number "), "{keys}");
    let calendar = calendar(&[described.clone(), described], None).unwrap_or_default();
    let uids = values(&calendar, "UID:");
    assert!(uids.len() == 2 && uids.first() != uids.last(), "{uids:?}");
    assert!(calendar.contains("SUMMARY;LANGUAGE=en:"), "{calendar}");
}

#[test]
fn a_report_of_ris_ends_with_its_mark() {
    let report = ris(&[Exported::described(&letter()), Exported::described(&letter())]);
    assert_eq!(values(&report, "SN  - "), ["CL-20/43", "CL-20/43"]);
    assert_eq!(values(&report, "DA  - ").first(), Some(&"2020/10/05/"));
    assert!(report.starts_with("TY  - RPRT\r\n") && report.ends_with("ER  - \r\n"), "{report}");
}

#[test]
fn a_calendar_has_each_event_once_and_each_deadline() {
    let calendar = calendar(&[Exported::described(&letter())], None).unwrap_or_default();
    assert_eq!(
        values(&calendar, "UID:"),
        [
            "sg-cl-2020-43-deadline-2021-01-25@circular-letter",
            "sg-cl-2020-43-deadline-2021-01-25-2@circular-letter",
            "sg-cl-2020-43-event-2021-03-03@circular-letter"
        ],
        "{calendar}"
    );
    assert_eq!(values(&calendar, "DTEND;VALUE=DATE:"), ["20210126", "20210126", "20210305"]);
    assert_eq!(values(&calendar, "DTSTAMP:"), ["20201005T000000Z"; 3]);
    assert_eq!(values(&calendar, "TRIGGER:"), ["-P7D"; 2]);
    // One of them alone is the same event as among all.
    let whole = letter();
    let dates = &whole.metadata.key_dates;
    let second = dates.iter().filter(|date| date.kind == DateKind::Deadline).nth(1);
    let one = super::calendar(&[Exported::described(&whole)], second).unwrap_or_default();
    assert_eq!(values(&one, "UID:"), ["sg-cl-2020-43-deadline-2021-01-25-2@circular-letter"]);
    assert!(
        super::calendar(&[Exported::described(&read("Ref: CL-20/43\n\nDear Sir,\n", None))], None).is_none()
    );
}

#[test]
fn a_contact_is_a_card_with_numbers_to_dial() {
    let four = contact_cards(&[Exported::described(&letter())], CardVersion::Four).unwrap_or_default();
    assert_eq!(values(&four, "FN:"), ["Ms Ada Specimen"]);
    assert_eq!(values(&four, "TEL;VALUE=uri;TYPE=\"work,voice\":"), ["tel:+41227306311"]);
    let three = contact_cards(&[Exported::described(&letter())], CardVersion::Three).unwrap_or_default();
    assert_eq!(values(&three, "TEL;TYPE=WORK,VOICE:"), ["+41227306311"]);
    assert_eq!(values(&three, "N:"), ["Ms Ada Specimen;;;;"]);
}

#[test]
fn plain_text_has_a_line_for_each_paragraph_and_its_notes_in_brackets() {
    let noted = read("Dear Sir,\n\nOne thing[^1] matters.\n\n[^1]: Not two.\n", Some(Language::English));
    let text = plain_text(&Exported::whole(&noted, &[], None));
    assert_eq!(text, "Dear Sir,\n\nOne thing[1] matters.\n\n[1] Not two.\n");
    let source = "Dear Sir,\n\n1. One\n   more\n2. Two\n\n| a | b |\n|---|---|\n| c | d |\n";
    let text = plain_text(&Exported::whole(&read(source, Some(Language::English)), &[], None));
    assert_eq!(text, "Dear Sir,\n\n1. One more\n2. Two\n\na\tb\nc\td\n");
}

#[test]
fn a_file_of_html_has_all_versions_and_no_id_twice() {
    let (english, french) =
        (letter(), read("Réf.: CL-20/43\n\nMadame, Monsieur,\n\nTexte.\n", Some(Language::French)));
    let versions = [&english, &french].map(|letter| Exported::whole(letter, &[], None));
    let html = html_document(&versions, "p{margin:0}");
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">"), "{html}");
    assert!(html.contains("<title>CL-20/43: Fees &amp; rights: 50% of {all}, a_b</title>"), "{html}");
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{ids:?}");
    assert!(ids.contains(&"version-1") && ids.contains(&"version-2"), "{ids:?}");
}
