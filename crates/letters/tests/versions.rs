//! Comparing versions of a letter: which paragraphs belong together, and where they differ.
//!
//! `letters/` and `tests/letters/` hold letters in up to six languages; `tests/versions/` single edits of them:
//! `planted.tsv` changes a fact, `harmless.tsv` only its form; `beyond.tsv` lists the edits that are misjudged, with
//! the reason, and no test reads it. `cargo test --test versions -- --nocapture` prints the results.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test stops at what it does not expect"
)]

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::thread;

use letters::alignment::{self, Pairing};
use letters::citation;
use letters::divergence::{self, Divergence, DivergenceKind};
use letters::facts::{self, LetterFacts, Shape};
use letters::ids::Language;
use letters::letter::{self, ParagraphNumber, Status};

/// A letter in one language, with its facts.
struct Version {
    language: Language,
    text: String,
    facts: LetterFacts,
}

fn facts_of(text: &str, language: Language) -> LetterFacts {
    let letter = letter::read(text, Some(language));
    facts::of(&letter, &citation::find(&letter))
}

/// The specimens that have several versions, and CL-20/43, by name, with their versions in the order of languages. They
/// are read once for all tests. Other letters that a publisher keeps in `letters/` may differ between their versions.
static PARALLEL_LETTERS: LazyLock<BTreeMap<String, Vec<Version>>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders =
        ["../../letters", "tests/versions"].into_iter().flat_map(|folder| entries(&root.join(folder)));
    let mut letters: BTreeMap<String, Vec<Version>> = BTreeMap::new();
    for path in folders.filter(|folder| folder.is_dir()).flat_map(|folder| entries(&folder)) {
        let name = path.parent().unwrap().file_name().unwrap().to_str().unwrap();
        let Ok(language) = path.file_stem().unwrap().to_string_lossy().parse::<Language>() else { continue };
        let text = fs::read_to_string(&path).unwrap();
        let facts = facts_of(&text, language);
        if name == "cl-20-43" || letter::read(&text, Some(language)).metadata.status == Status::Specimen {
            letters.entry(name.to_owned()).or_default().push(Version { language, text, facts });
        }
    }
    letters.values_mut().for_each(|versions| versions.sort_by_key(|version| version.language));
    letters.retain(|_, versions| versions.len() > 1);
    letters
});

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Every two versions of a letter, with the letter's name.
fn pairs() -> impl Iterator<Item = (&'static str, &'static Version, &'static Version)> {
    PARALLEL_LETTERS.iter().flat_map(|(name, versions)| {
        let firsts = versions.iter().enumerate();
        firsts.flat_map(move |(at, first)| {
            versions[at + 1..].iter().map(move |second| (name.as_str(), first, second))
        })
    })
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
    for (name, first, second) in pairs() {
        let (_, divergences) = compare(&first.facts, &second.facts);
        let languages = format!("{}-{}", first.language, second.language);
        alarms
            .extend(divergences.iter().map(|divergence| format!("{name} {languages}: {}", told(divergence))));
    }
    println!("{} pairs of versions, {} alarms", pairs().count(), alarms.len());
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

/// The pairs in short, “3=3”, “4=4+5”, “6=-”, by the numbers of paragraphs.
fn paragraphs(first: &LetterFacts, second: &LetterFacts, pairing: &Pairing) -> Vec<String> {
    let numbers = |version: &LetterFacts, range: &Range<usize>| {
        let of = |segment: &facts::SegmentFacts| {
            segment.kind.paragraph().and_then(ParagraphNumber::in_body).map(|number| number.to_string())
        };
        let numbers: Vec<String> = version.segments[range.clone()].iter().filter_map(of).collect();
        if numbers.is_empty() { "-".to_owned() } else { numbers.join("+") }
    };
    let pairs = pairing.pairs.iter().map(|pair| (numbers(first, &pair.first), numbers(second, &pair.second)));
    pairs
        .filter(|pair| *pair != ("-".to_owned(), "-".to_owned()))
        .map(|(one, other)| format!("{one}={other}"))
        .collect()
}

/// A change that a publisher may have made to a paragraph of a version.
#[derive(Clone, Copy, Debug)]
enum Change {
    Removed,
    Split,
    Merged,
}

/// The text with the paragraph changed; none where it cannot be.
fn changed(text: &str, version: &LetterFacts, number: usize, change: Change) -> Option<String> {
    let span = |number: usize| {
        let segment = version
            .segments
            .iter()
            .find(|segment| segment.kind.paragraph().and_then(ParagraphNumber::in_body) == Some(number))?;
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
            // Both halves have enough content to be distinguished.
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

/// The expected pairing after the change: the changed version first.
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

/// The numbers of a version's paragraphs.
fn paragraph_count(version: &LetterFacts) -> usize {
    version
        .segments
        .iter()
        .filter(|segment| segment.kind.paragraph().and_then(ParagraphNumber::in_body).is_some())
        .count()
}

#[test]
fn every_paragraph_is_paired_with_its_own() {
    for (name, first, second) in pairs() {
        let (pairing, _) = compare(&first.facts, &second.facts);
        let own: Vec<String> =
            (1..=paragraph_count(&first.facts)).map(|number| format!("{number}={number}")).collect();
        assert_eq!(
            paragraphs(&first.facts, &second.facts, &pairing),
            own,
            "{name} {}-{}",
            first.language,
            second.language
        );
        let coverage = pairing.coverage(&first.facts, &second.facts);
        assert_eq!(coverage.paired, coverage.all, "{name}");
    }
}

/// The number of changed versions that were paired with their others, and those with an unexpected result.
#[derive(Default)]
struct Changes {
    tried: usize,
    wrong: Vec<String>,
}

impl Changes {
    /// All changes of all paragraphs of one version, each paired with the other versions of the letter.
    fn of(name: &str, version: &Version, others: &[Version]) -> Self {
        let mut changes = Self::default();
        let all = paragraph_count(&version.facts);
        let kinds = [Change::Removed, Change::Split, Change::Merged];
        for (number, change) in (1..=all).flat_map(|number| kinds.map(|change| (number, change))) {
            let Some(text) = changed(&version.text, &version.facts, number, change) else { continue };
            let first = facts_of(&text, version.language);
            let expected = expected(all, number, change);
            for other in others.iter().filter(|other| other.language != version.language) {
                changes.tried += 1;
                let found = paragraphs(&first, &other.facts, &alignment::align(&first, &other.facts));
                if found != expected {
                    let missing: Vec<&str> =
                        expected.iter().filter(|pair| !found.contains(pair)).map(String::as_str).collect();
                    changes.wrong.push(format!(
                        "{name} {}-{} {change:?} {number}: not {}\n  {}",
                        version.language,
                        other.language,
                        missing.join(" "),
                        found.join(" ")
                    ));
                }
            }
        }
        changes
    }

    fn add(mut self, other: Self) -> Self {
        self.tried += other.tried;
        self.wrong.extend(other.wrong);
        self
    }
}

#[test]
fn a_paragraph_removed_split_or_merged_leaves_the_rest_in_place() {
    // The longest of all tests: its letters are distributed over threads.
    let Changes { tried, wrong } = thread::scope(|scope| {
        let letters = PARALLEL_LETTERS.iter().map(|(name, versions)| {
            scope.spawn(move || {
                let of_version = |version| Changes::of(name, version, versions);
                versions.iter().map(of_version).fold(Changes::default(), Changes::add)
            })
        });
        let letters: Vec<_> = letters.collect();
        letters.into_iter().map(|letter| letter.join().unwrap()).fold(Changes::default(), Changes::add)
    });
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

/// The divergences found after the edit: in the edited version, compared with the other.
fn divergences_of(edit: &BTreeMap<String, String>) -> Vec<Divergence> {
    let name = &edit["letter"];
    let version = |code: &str, find: Option<&String>, replace: Option<&String>| {
        let is_it = |version: &&Version| version.language.code() == code;
        let version =
            PARALLEL_LETTERS[name].iter().find(is_it).unwrap_or_else(|| panic!("{name}: no {code}"));
        let (Some(find), Some(replace)) = (find, replace) else { return Cow::Borrowed(&version.facts) };
        assert_eq!(version.text.matches(find.as_str()).count(), 1, "{find} in {code} of {name}");
        let text = version.text.replacen(find.as_str(), replace, 1);
        Cow::Owned(facts_of(&text, version.language))
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
