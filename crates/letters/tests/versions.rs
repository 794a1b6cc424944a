//! What versions of a letter have to do with each other: which paragraphs belong together, and where they differ.
//!
//! `letters/` and `tests/letters/` hold letters in up to six languages; `tests/versions/` single edits of them: `planted.tsv` changes a
//! fact, `harmless.tsv` only its form; `beyond.tsv` lists the edits that are judged wrongly, and why, and no test reads it. `cargo test --test versions -- --nocapture` prints what is found.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at what it does not expect"
)]

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use letters::alignment::{self, Pairing};
use letters::citation;
use letters::divergence::{self, Divergence, DivergenceKind};
use letters::facts::{self, LetterFacts, Shape};
use letters::ids::Language;
use letters::letter::{self, SegmentKind};

fn facts_of(text: &str, language: Language) -> LetterFacts {
    let letter = letter::read(text, Some(language));
    facts::of(&letter, &citation::find(&letter))
}

/// The versions of each letter, by the name of the letter.
fn parallel_letters() -> BTreeMap<String, Vec<(Language, String)>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut letters: BTreeMap<String, Vec<(Language, String)>> = BTreeMap::new();
    let mut add = |name: &str, code: &str, path: &PathBuf| {
        let language = code.parse().unwrap();
        letters.entry(name.to_owned()).or_default().push((language, fs::read_to_string(path).unwrap()));
    };
    for folder in ["../../letters", "tests/versions"] {
        for folder in fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()) {
            for path in fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.unwrap().path()) {
                add(
                    folder.file_name().unwrap().to_str().unwrap(),
                    path.file_stem().unwrap().to_str().unwrap(),
                    &path,
                );
            }
        }
    }
    letters.values_mut().for_each(|versions| versions.sort_by_key(|(language, _)| *language));
    letters.retain(|_, versions| versions.len() > 1);
    letters
}

fn compare(first: &LetterFacts, second: &LetterFacts) -> (Pairing, Vec<Divergence>) {
    let pairing = alignment::align(first, second);
    let divergences = divergence::find(first, second, &pairing);
    (pairing, divergences)
}

fn told(divergence: &Divergence) -> String {
    let words = |side: &divergence::Side| {
        side.facts.iter().map(|fact| fact.text.clone()).collect::<Vec<_>>().join(", ")
    };
    format!(
        "{} p{:?}: {} | {}",
        divergence.kind.name(),
        divergence.first.paragraph.or(divergence.second.paragraph),
        words(&divergence.first),
        words(&divergence.second)
    )
}

#[test]
fn parallel_versions_have_no_divergence() {
    let mut alarms = Vec::new();
    let mut compared = 0;
    for (name, versions) in parallel_letters() {
        let versions: Vec<(Language, LetterFacts)> =
            versions.iter().map(|(language, text)| (*language, facts_of(text, *language))).collect();
        for (at, (one, first)) in versions.iter().enumerate() {
            for (other, second) in &versions[at + 1..] {
                compared += 1;
                let (_, divergences) = compare(first, second);
                alarms.extend(
                    divergences
                        .iter()
                        .map(|divergence| format!("{name} {one}-{other}: {}", told(divergence))),
                );
            }
        }
    }
    println!("{compared} pairs of versions, {} alarms", alarms.len());
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

/// The pairs as a reader would write them down: “3=3”, “4=4+5”, “6=-”, by the numbers of paragraphs.
fn paragraphs(first: &LetterFacts, second: &LetterFacts, pairing: &Pairing) -> Vec<String> {
    let numbers = |version: &LetterFacts, range: &Range<usize>| {
        let of = |segment: &facts::SegmentFacts| segment.kind.paragraph().map(|number| number.to_string());
        let numbers: Vec<String> = version.segments[range.clone()].iter().filter_map(of).collect();
        if numbers.is_empty() { "-".to_owned() } else { numbers.join("+") }
    };
    let pairs = pairing.pairs.iter().map(|pair| (numbers(first, &pair.first), numbers(second, &pair.second)));
    pairs
        .filter(|pair| *pair != ("-".to_owned(), "-".to_owned()))
        .map(|(one, other)| format!("{one}={other}"))
        .collect()
}

/// What a publisher may have done to a paragraph of a version.
#[derive(Clone, Copy, Debug)]
enum Change {
    Removed,
    Split,
    Merged,
}

/// The text with the paragraph changed; none where it cannot be.
fn changed(text: &str, version: &LetterFacts, number: usize, change: Change) -> Option<String> {
    let span = |number: usize| {
        let segment =
            version.segments.iter().find(|segment| segment.kind == SegmentKind::Paragraph(number))?;
        (segment.shape == Shape::Text).then(|| segment.span.clone())
    };
    let own = span(number)?;
    Some(match change {
        Change::Removed => format!("{}{}", &text[..own.start], text[own.end..].trim_start()),
        Change::Split => {
            let paragraph = &text[own.clone()];
            let ends = ["。", ". ", "؛ ", "; "]
                .iter()
                .flat_map(|end| paragraph.match_indices(end).map(|(at, end)| at + end.len()));
            // Both halves say enough to be told apart.
            let middle = paragraph.len() / 2;
            let at = ends
                .filter(|at| *at > paragraph.len() / 4 && *at < paragraph.len() * 3 / 4)
                .min_by_key(|at| at.abs_diff(middle))?;
            format!("{}\n\n{}", &text[..own.start + at], text[own.start + at..].trim_start())
        }
        Change::Merged => {
            let next = span(number + 1)?;
            format!("{} {}", text[..own.end].trim_end(), &text[next.start..])
        }
    })
}

/// What the pairing should be after the change: the changed version first.
fn expected(paragraphs: usize, number: usize, change: Change) -> Vec<String> {
    let before = (1..number).map(|at| format!("{at}={at}"));
    let (middle, after): (Vec<String>, Vec<(usize, usize)>) = match change {
        Change::Removed => {
            (vec![format!("-={number}")], (number + 1..=paragraphs).map(|at| (at - 1, at)).collect())
        }
        Change::Split => (
            vec![format!("{number}+{}={number}", number + 1)],
            (number + 1..=paragraphs).map(|at| (at + 1, at)).collect(),
        ),
        Change::Merged => (
            vec![format!("{number}={number}+{}", number + 1)],
            (number + 2..=paragraphs).map(|at| (at - 1, at)).collect(),
        ),
    };
    before.chain(middle).chain(after.into_iter().map(|(one, other)| format!("{one}={other}"))).collect()
}

#[test]
fn every_paragraph_is_paired_with_its_own() {
    for (name, versions) in parallel_letters() {
        let versions: Vec<LetterFacts> =
            versions.iter().map(|(language, text)| facts_of(text, *language)).collect();
        for (at, first) in versions.iter().enumerate() {
            for second in &versions[at + 1..] {
                let (pairing, _) = compare(first, second);
                let all = first
                    .segments
                    .iter()
                    .filter(|segment| matches!(segment.kind, SegmentKind::Paragraph(_)))
                    .count();
                let own: Vec<String> = (1..=all).map(|number| format!("{number}={number}")).collect();
                assert_eq!(
                    paragraphs(first, second, &pairing),
                    own,
                    "{name} {:?} {:?}",
                    first.language,
                    second.language
                );
                let coverage = pairing.coverage(first, second);
                assert_eq!(coverage.paired, coverage.all, "{name}");
            }
        }
    }
}

#[test]
fn a_paragraph_removed_split_or_merged_leaves_the_rest_in_place() {
    let (mut tried, mut wrong) = (0, Vec::new());
    for (name, versions) in parallel_letters() {
        for (language, text) in &versions {
            let version = facts_of(text, *language);
            let all = version
                .segments
                .iter()
                .filter(|segment| matches!(segment.kind, SegmentKind::Paragraph(_)))
                .count();
            let others: Vec<(Language, LetterFacts)> = versions
                .iter()
                .filter(|(other, _)| other != language)
                .map(|(other, text)| (*other, facts_of(text, *other)))
                .collect();
            let changes = [Change::Removed, Change::Split, Change::Merged];
            for (number, change) in (1..=all).flat_map(|number| changes.map(|change| (number, change))) {
                let Some(text) = changed(text, &version, number, change) else { continue };
                let first = facts_of(&text, *language);
                for (other, second) in &others {
                    tried += 1;
                    let found = paragraphs(&first, second, &alignment::align(&first, second));
                    let expected = expected(all, number, change);
                    if found != expected {
                        let missing: Vec<String> =
                            expected.into_iter().filter(|pair| !found.contains(pair)).collect();
                        wrong.push(format!(
                            "{name} {language}-{other} {change:?} {number}: not {}\n  {}",
                            missing.join(" "),
                            found.join(" ")
                        ));
                    }
                }
            }
        }
    }
    println!("{tried} changes, {} paired otherwise", wrong.len());
    // A short paragraph without facts may be taken for a part of its neighbour; never in the letter that was issued.
    assert!(!wrong.iter().any(|line| line.starts_with("cl-20-43")), "{}", wrong.join("\n"));
    assert!(wrong.len() * 50 < tried, "{} of {tried}\n{}", wrong.len(), wrong.join("\n"));
}

/// A row of a table of edits: the column heads and the cells.
fn edits(name: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/versions").join(name);
    let table = fs::read_to_string(path).unwrap();
    let mut lines = table.lines();
    let heads: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines
        .map(|line| {
            heads.iter().map(|head| (*head).to_owned()).zip(line.split('\t').map(str::to_owned)).collect()
        })
        .collect()
}

/// What is found when the edit is made: in the edited version, compared with the other.
fn divergences_of(edit: &BTreeMap<String, String>) -> Vec<Divergence> {
    let version = |code: &str, find: Option<&String>, replace: Option<&String>| {
        let path = format!("{}/../../letters/{}/{code}.md", env!("CARGO_MANIFEST_DIR"), edit["letter"]);
        let mut text = fs::read_to_string(path).unwrap();
        if let (Some(find), Some(replace)) = (find, replace) {
            assert_eq!(text.matches(find.as_str()).count(), 1, "{find} in {code} of {}", edit["letter"]);
            text = text.replacen(find.as_str(), replace, 1);
        }
        facts_of(&text, code.parse().unwrap())
    };
    let edited = version(&edit["language"], edit.get("find"), edit.get("replace"));
    let other = version(&edit["other"], edit.get("other_find"), edit.get("other_replace"));
    compare(&edited, &other).1
}

#[test]
fn planted_differences_are_found() {
    let mut missed = Vec::new();
    let mut found: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for table in ["planted.tsv", "planted-paired.tsv"] {
        for edit in edits(table) {
            let divergences = divergences_of(&edit);
            let (right, all) = found.entry(edit["kind"].clone()).or_default();
            *all += 1;
            let named = |divergence: &Divergence| match divergence.kind {
                DivergenceKind::Facts(kind) => kind.name() == edit["kind"],
                DivergenceKind::Missing => false,
            };
            if divergences.iter().any(named) {
                *right += 1;
            } else {
                let said: Vec<String> = divergences.iter().map(told).collect();
                missed.push(format!(
                    "{table} {} {}: {} -> {}: {said:?}",
                    edit["letter"], edit["language"], edit["find"], edit["replace"]
                ));
            }
        }
    }
    println!("{found:?}");
    assert!(missed.is_empty(), "{} missed\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn another_form_of_the_same_fact_is_no_difference() {
    let mut alarms = Vec::new();
    for table in ["harmless.tsv", "harmless-paired.tsv"] {
        for edit in edits(table) {
            for divergence in divergences_of(&edit) {
                alarms.push(format!(
                    "{table} {} {}-{}: {} -> {}: {}",
                    edit["letter"],
                    edit["language"],
                    edit["other"],
                    edit["find"],
                    edit["replace"],
                    told(&divergence)
                ));
            }
        }
    }
    assert!(alarms.is_empty(), "{} alarms\n{}", alarms.len(), alarms.join("\n"));
}
