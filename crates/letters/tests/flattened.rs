//! Letterheads in one paragraph: the specimens, with the lines of their heads joined, say the same or nothing.
//!
//! `cargo test -p letters --test flattened -- --nocapture` shows the figures.

#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use letters::letter::{self, Letter};

/// The smallest share of the fields that are read as in the specimen.
const SMALLEST_SHARE: f64 = 0.9;

/// The largest share of the fields that are read otherwise: the specimens have columns side by side, which no joined line
/// can tell apart.
const LARGEST_WRONG: f64 = 0.03;

#[test]
fn a_letterhead_in_one_paragraph_says_the_same_or_nothing() {
    let mut counts: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for (name, source) in specimens() {
        let whole = letter::read(&source, None);
        let Some(flat) = flattened(&source, &whole) else { continue };
        let read = letter::read(&flat, whole.metadata.language);
        for ((field, expected), (_, found)) in fields(&whole).into_iter().zip(fields(&read)) {
            if expected.is_empty() {
                continue;
            }
            let (all, same, other) = counts.entry(field).or_default();
            *all += 1;
            *same += usize::from(found == expected);
            *other += usize::from(!found.is_empty() && found != expected);
            if !found.is_empty() && found != expected {
                println!("{name}: {field} {found:?}, not {expected:?}");
            }
        }
    }
    let (mut all, mut same, mut other) = (0, 0, 0);
    for (field, count) in &counts {
        println!("{field}: {count:?}");
        all += count.0;
        same += count.1;
        other += count.2;
    }
    assert!(all > 200, "{all} fields");
    assert!(same as f64 >= SMALLEST_SHARE * all as f64, "{same} of {all} fields");
    assert!(other as f64 <= LARGEST_WRONG * all as f64, "{other} of {all} fields are others");
}

/// The specimens, by the names of their files.
fn specimens() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut specimens: Vec<(String, String)> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), fs::read_to_string(&path).ok()?)))
        .collect();
    specimens.sort();
    specimens
}

/// The letter with the lines up to its salutation in one paragraph, if its head is laid out in lines.
fn flattened(source: &str, letter: &Letter) -> Option<String> {
    let salutation = letter.metadata.salutation.as_deref()?;
    let (head, body) = source.split_once(salutation)?;
    // Of tables and HTML, joined lines would not be those of a converter.
    if head.contains(['|', '<', '{', '\u{2028}', '\u{b}', '`']) {
        return None;
    }
    let head = head.replace(['*', '#', '\\'], " ");
    let words: Vec<&str> = head.split_whitespace().collect();
    Some(format!("{} {salutation}\n{body}", words.join(" ")))
}

fn fields(letter: &Letter) -> [(&'static str, String); 9] {
    let head = &letter.metadata.letterhead;
    let contacts = head.contacts.iter().map(|contact| {
        [contact.name.clone().into_iter().collect(), contact.phones.clone(), contact.emails.clone()]
            .concat()
            .join(" ")
    });
    [
        ("references", head.references.join("; ")),
        ("issuer", head.issuer.clone().unwrap_or_default()),
        ("unit", head.unit.clone().unwrap_or_default()),
        ("place", head.place.clone().unwrap_or_default()),
        ("date", head.date.map_or_else(String::new, |date| date.to_string())),
        ("contacts", contacts.collect::<Vec<_>>().join("; ")),
        ("addressees", head.addressees.join("; ")),
        ("subject", letter.metadata.subject.join(" ")),
        ("salutation", letter.metadata.salutation.clone().unwrap_or_default()),
    ]
}

#[test]
fn the_text_of_a_flattened_letter_is_shown_as_it_came() {
    let source = "Radiocommunication Bureau Circular Letter CR/418 11 October 2017 To Administrations of Member \
                  States of the ITU Subject: Electronic notices Dear Sir/Madam, The Bureau accepts electronic notices \
                  from 1 February 2018. Yours faithfully, Ada SPECIMEN Director\n";
    let letter = letter::read(source, None);
    assert_eq!(letter.metadata.letterhead.references, ["CR/418"]);
    assert_eq!(letter.metadata.subject, ["Electronic notices"]);
    assert_eq!(
        letter.metadata.signatory.as_ref().and_then(|signatory| signatory.name.as_deref()),
        Some("Ada SPECIMEN")
    );
    assert_eq!(letter.parts.len(), 1);
    assert_eq!(
        letter.metadata.key_dates.iter().map(|date| date.first.to_string()).collect::<Vec<_>>(),
        ["2018-02-01"]
    );
}
