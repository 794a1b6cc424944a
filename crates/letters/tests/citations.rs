//! The gold set: passages in six languages with the citations that a reader finds in them, and many that only look like
//! citations.
//!
//! `tests/citations/{language}.jsonl` has one passage per line, in the input and output format of `circulars cite`:
//! written by people who knew the ids and the language, but not the rules of the finder. A citation is right if its
//! words and id are. The test prints precision and recall for each kind and language, and fails if they are low. `cargo
//! test --test citations -- --nocapture` shows them; `PASSAGE=words` shows the errors in the passages with these words,
//! and `WRONG=1` in all.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test stops at what it does not expect"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use letters::citation::{Circumstances, find_in_text};
use letters::ids::Date;
use letters::ids::Language;
use letters::letter::Issuer;
use serde_json::Value;

struct Passage {
    language: Language,
    text: String,
    circumstances: Circumstances,
    expected: Vec<(String, String)>,
}

fn passages() -> Vec<Passage> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/citations");
    let read = |language: Language| {
        let file = fs::read_to_string(folder.join(format!("{}.jsonl", language.code()))).unwrap_or_default();
        file.lines().map(|line| passage(line, language)).collect::<Vec<_>>()
    };
    Language::ALL.into_iter().flat_map(read).collect()
}

fn passage(line: &str, language: Language) -> Passage {
    let row: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    let date = row["context"]["date"].as_str().map(|date| {
        let mut parts = date.split('-').map(|part| part.parse::<u16>().unwrap());
        let mut part = || parts.next().unwrap();
        Date::new(part(), part().try_into().unwrap(), part().try_into().unwrap()).unwrap()
    });
    let issuer = row["context"]["issuer"].as_str().map(|issuer| match issuer {
        "sg" => Issuer::GeneralSecretariat,
        "tsb" => Issuer::StandardizationBureau,
        "br" => Issuer::RadiocommunicationBureau,
        "bdt" => Issuer::DevelopmentBureau,
        other => panic!("no issuer is called {other}"),
    });
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let expected = row["citations"].as_array().unwrap().iter();
    Passage {
        language,
        text: text(&row["text"]),
        circumstances: Circumstances { language: Some(language), issuer, date },
        expected: expected.map(|citation| (text(&citation["text"]), text(&citation["id"]))).collect(),
    }
}

/// The number of citations found, expected, and both.
#[derive(Clone, Copy, Default)]
struct Count {
    found: usize,
    wanted: usize,
    right: usize,
}

impl Count {
    fn precision(self) -> f64 {
        ratio(self.right, self.found)
    }

    fn recall(self) -> f64 {
        ratio(self.right, self.wanted)
    }

    fn add(&mut self, other: Self) {
        self.found += other.found;
        self.wanted += other.wanted;
        self.right += other.right;
    }
}

#[allow(clippy::cast_precision_loss, reason = "the counts are small")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// The kind of document, as in the table of ids.
fn kind(id: &str) -> String {
    let parts: Vec<&str> = id.split('/').collect();
    match &parts[..] {
        [.., "corr" | "add" | "rev", _] => "amendment".to_owned(),
        [body, "res" | "dec", ..] => format!("{body}/{}", parts[1]),
        [_, kind @ ("rec" | "question" | "opinion"), ..] => (*kind).to_owned(),
        ["council", "doc", ..] => "council/doc".to_owned(),
        [_, "doc", ..] => "conference/doc".to_owned(),
        [first, second, ..] => format!("{first}/{second}"),
        _ => id.to_owned(),
    }
}

#[test]
fn the_citations_of_the_gold_set_are_found() {
    let only = std::env::var("PASSAGE").ok();
    let all = std::env::var("WRONG").is_ok();
    let mut counts: BTreeMap<(String, Language), Count> = BTreeMap::new();
    for Passage { language, text, circumstances, expected } in passages() {
        let found: Vec<(String, String)> = find_in_text(&text, circumstances)
            .into_iter()
            .map(|found| (text[found.range].to_owned(), found.id.to_string()))
            .collect();
        let mut left = expected.clone();
        for citation in &found {
            let count = counts.entry((kind(&citation.1), language)).or_default();
            count.found += 1;
            if let Some(at) = left.iter().position(|wanted| wanted == citation) {
                left.remove(at);
                count.right += 1;
            }
        }
        for (_, id) in &expected {
            counts.entry((kind(id), language)).or_default().wanted += 1;
        }
        let is_wanted = only.as_ref().map_or(all, |words| text.contains(words.as_str()));
        if found != expected && is_wanted {
            println!("{language} {text}\n   expected {expected:?}\n   found    {found:?}");
        }
    }
    report(&counts);
}

fn report(counts: &BTreeMap<(String, Language), Count>) {
    let mut total = Count::default();
    let mut by_language: BTreeMap<Language, Count> = BTreeMap::new();
    let mut kinds: Vec<&String> = counts.keys().map(|(kind, _)| kind).collect();
    kinds.dedup();
    println!(
        "precision/recall (wanted)\n{:24}{:>16}{:>16}{:>16}{:>16}{:>16}{:>16}",
        "kind", "ar", "zh", "en", "fr", "ru", "es"
    );
    let cell = |count: &Count| format!("{:.2}/{:.2} ({})", count.precision(), count.recall(), count.wanted);
    for kind in kinds {
        print!("{kind:24}");
        for language in Language::ALL {
            let count = counts.get(&(kind.clone(), language)).copied().unwrap_or_default();
            print!("{:>16}", if count.found + count.wanted == 0 { String::new() } else { cell(&count) });
            by_language.entry(language).or_default().add(count);
            total.add(count);
        }
        println!();
    }
    print!("{:24}", "all");
    by_language
        .values()
        .for_each(|count| print!("{:>16}", format!("{:.3}/{:.3}", count.precision(), count.recall())));
    println!(
        "\nall languages: precision {:.4}, recall {:.4}, of {} citations",
        total.precision(),
        total.recall(),
        total.wanted
    );
    assert!(total.precision() >= 0.99 && total.recall() >= 0.97, "the citations as a whole");
    for (language, count) in by_language {
        assert!(count.precision() >= 0.98 && count.recall() >= 0.94, "the citations in {language}");
    }
}
