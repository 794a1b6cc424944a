//! Divergences: facts that two versions of a letter state differently, such as a date, number, citation, address or
//! telephone number.
//!
//! The versions are compared pair by pair. Which version is right is not judged. A false alarm costs more than a missed
//! difference of form: what another version may state in its own way, such as a number in words, a document by other
//! words or a fact a paragraph later, is not a difference.

mod ledger;
#[cfg(test)]
mod tests;
mod variation;

use std::ops::Range;

use crate::alignment::{Pair, Pairing, is_counted};
use crate::diagnostic::{Code, Span};
use crate::facts::{Fact, FactKind, FoundFact, LetterFacts, SegmentFacts};
use crate::letter::ParagraphNumber;
use crate::sorting::sort_by_number;
use ledger::{Ledger, Open, is_same};
use variation::{excuse_compounds, excuse_small_numbers, excuse_times, numbers_in};

/// The maximum number of facts of a pair that only one version has in exactly this form and that are compared with each
/// other: a table may have thousands.
const MOST_IN_PAIR: usize = 200;

/// The maximum number of facts that are compared with those of other pairs, or reported: beyond it, the versions are
/// not of the same letter.
const MOST_OPEN: usize = 500;

/// A difference between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// The kind of difference.
    pub kind: DivergenceKind,
    /// The segments of the first version.
    pub first: Side,
    /// The segments of the second.
    pub second: Side,
}

/// One version's side of a divergence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    /// The segments, by number. Empty if the version lacks the paragraph.
    pub segments: Range<usize>,
    /// Their place in the source, in bytes.
    pub span: Span,
    /// The number of the first paragraph of the body among them.
    pub paragraph: Option<ParagraphNumber>,
    /// The facts that the other version does not have, in the order of the text.
    pub facts: Vec<FoundFact>,
}

/// The kind of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DivergenceKind {
    /// Facts of a kind differ.
    Facts(FactKind),
    /// One version lacks a paragraph.
    Missing,
}

impl DivergenceKind {
    /// The name in the output of the command.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Facts(kind) => kind.name(),
            Self::Missing => "paragraph",
        }
    }
}

impl Divergence {
    /// The code of the diagnostic that reports it to a publisher.
    pub const fn code(&self) -> Code {
        match self.kind {
            DivergenceKind::Facts(_) => Code::Divergence,
            DivergenceKind::Missing => Code::UnpairedParagraph,
        }
    }

    /// Its place in the first version: that of the first fact, or of the paragraph, or where the paragraph would be.
    pub fn span(&self) -> Span {
        self.first.facts.first().map_or_else(|| self.first.span.clone(), |fact| fact.span.clone())
    }

    /// The statements of both versions, in plain words; `other` is the name of the second.
    pub fn detail(&self, other: &str) -> String {
        let kind = self.kind.name();
        match self.kind {
            DivergenceKind::Facts(_) => {
                format!("{kind} {} here, {} in {other}", words(&self.first), words(&self.second))
            }
            DivergenceKind::Missing if self.second.segments.is_empty() => {
                format!("it stands here, and not in {other}")
            }
            DivergenceKind::Missing => format!("it stands in {other}, and not here"),
        }
    }
}

/// The facts as they are written.
fn words(side: &Side) -> String {
    let words: Vec<String> = side.facts.iter().map(|fact| format!("“{}”", fact.text)).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

/// The differences between two versions, in the order of the text.
pub fn find(first: &LetterFacts, second: &LetterFacts, pairing: &Pairing) -> Vec<Divergence> {
    let comparison = Comparison { first, second, pairs: &pairing.pairs };
    let mut ledger = comparison.ledger();
    // A fact in another paragraph is not a different fact.
    ledger.cancel();
    comparison.excuse(&mut ledger);
    comparison.divergences(&ledger)
}

struct Comparison<'facts> {
    first: &'facts LetterFacts,
    second: &'facts LetterFacts,
    pairs: &'facts [Pair],
}

impl<'facts> Comparison<'facts> {
    /// The facts that only one version of each pair has.
    fn ledger(&self) -> Ledger<'facts> {
        let mut ledger = Ledger::default();
        for (at, pair) in self.pairs.iter().enumerate().filter(|(_, pair)| !pair.is_single()) {
            let (first, second) = (segments(self.first, &pair.first), segments(self.second, &pair.second));
            let mut of_pair = Ledger { first: open(at, first, second), second: open(at, second, first) };
            of_pair.cancel();
            ledger.first.append(&mut of_pair.first);
            ledger.second.append(&mut of_pair.second);
            if ledger.first.len().max(ledger.second.len()) > MOST_OPEN {
                break;
            }
        }
        ledger
    }

    /// Removes the facts that the other version may state in its own way.
    fn excuse(&self, ledger: &mut Ledger<'facts>) {
        let Ledger { first, second } = ledger;
        self.excuse_repetitions(first, self.second);
        self.excuse_repetitions(second, self.first);
        self.excuse_by_numbers(first, second, self.second);
        self.excuse_by_numbers(second, first, self.first);
        excuse_compounds(first, second);
        excuse_compounds(second, first);
        excuse_times(first, second);
        excuse_times(second, first);
        excuse_small_numbers(first, second);
        excuse_small_numbers(second, first);
    }

    /// Removes the facts that the other version states elsewhere in the same pair, except numbers.
    fn excuse_repetitions(&self, open: &mut Vec<Open<'facts>>, other: &LetterFacts) {
        open.retain(|open| {
            let facts = self.other_segments(open.pair, other).iter().flat_map(|segment| &segment.facts);
            matches!(open.fact.fact, Fact::Number(_))
                || !facts.into_iter().any(|fact| is_same(fact, open.fact))
        });
    }

    /// A citation or a date of one version may occur in the other in words that were not understood: then its numbers
    /// occur there.
    fn excuse_by_numbers(
        &self,
        open: &mut Vec<Open<'facts>>,
        other: &mut Vec<Open<'facts>>,
        version: &'facts LetterFacts,
    ) {
        open.retain(|one| {
            let numbers = match &one.fact.fact {
                Fact::Citation(_) => numbers_in(&one.fact.text),
                Fact::Date(date) => vec![date.day().to_string()],
                _ => return true,
            };
            // Another fact of the kind is a difference.
            let has_counterpart = other
                .iter()
                .any(|other| other.pair == one.pair && other.fact.fact.kind() == one.fact.fact.kind());
            let is_number =
                |fact: &Fact, number: &str| matches!(fact, Fact::Number(value) if value == number);
            let said = self.other_segments(one.pair, version).iter().flat_map(|segment| &segment.facts);
            let is_there = |number: &String| said.clone().any(|fact| is_number(&fact.fact, number));
            if has_counterpart || numbers.is_empty() || !numbers.iter().all(is_there) {
                return true;
            }
            for number in &numbers {
                let place = other
                    .iter()
                    .position(|other| other.pair == one.pair && is_number(&other.fact.fact, number));
                if let Some(at) = place {
                    other.remove(at);
                }
            }
            false
        });
    }

    fn other_segments(&self, pair: usize, version: &'facts LetterFacts) -> &'facts [SegmentFacts] {
        let Some(pair) = self.pairs.get(pair) else { return &[] };
        segments(version, if std::ptr::eq(version, self.first) { &pair.first } else { &pair.second })
    }

    /// The facts that are still open, by pair and kind; and the paragraphs that one version lacks.
    fn divergences(&self, ledger: &Ledger<'_>) -> Vec<Divergence> {
        let mut divergences = Vec::new();
        for (at, pair) in self.pairs.iter().enumerate() {
            let is_missing = [(self.first, &pair.first), (self.second, &pair.second)]
                .into_iter()
                .any(|(version, range)| pair.is_single() && segments(version, range).iter().any(is_counted));
            if is_missing {
                divergences.push(Divergence {
                    kind: DivergenceKind::Missing,
                    first: side(self.first, &pair.first, Vec::new()),
                    second: side(self.second, &pair.second, Vec::new()),
                });
            }
            for kind in FactKind::ALL {
                let of = |open: &[Open<'_>]| -> Vec<FoundFact> {
                    let first = open.partition_point(|open| open.pair < at);
                    let of_pair = open.iter().skip(first).take_while(|open| open.pair == at);
                    of_pair
                        .filter(|open| open.fact.fact.kind() == kind)
                        .map(|open| open.fact.clone())
                        .collect()
                };
                let (first, second) = (of(&ledger.first), of(&ledger.second));
                if !first.is_empty() || !second.is_empty() {
                    divergences.push(Divergence {
                        kind: DivergenceKind::Facts(kind),
                        first: side(self.first, &pair.first, first),
                        second: side(self.second, &pair.second, second),
                    });
                }
            }
        }
        divergences
    }
}

fn side(version: &LetterFacts, range: &Range<usize>, facts: Vec<FoundFact>) -> Side {
    let paragraph = segments(version, range).iter().find_map(|segment| segment.kind.paragraph());
    let span = match segments(version, range) {
        [first, .., last] => first.span.start..last.span.end,
        [segment] => segment.span.clone(),
        // Where it would be.
        [] => range
            .start
            .checked_sub(1)
            .and_then(|at| version.segments.get(at))
            .map_or(0..0, |before| before.span.end..before.span.end),
    };
    Side { segments: range.clone(), span, paragraph, facts }
}

fn segments<'facts>(version: &'facts LetterFacts, range: &Range<usize>) -> &'facts [SegmentFacts] {
    version.segments.get(range.clone()).unwrap_or_default()
}

/// The facts that only one side of a pair has in exactly this form. A repeated fact counts once; of numbers, each
/// counts.
fn open<'facts>(
    pair: usize,
    own: &'facts [SegmentFacts],
    other: &'facts [SegmentFacts],
) -> Vec<Open<'facts>> {
    let own = keyed(own);
    let other = keyed(other);
    let mut other = other.iter().peekable();
    let mut open = Vec::new();
    for (key, fact) in own {
        while other.next_if(|(its_key, _)| *its_key < key).is_some() {}
        if other.next_if(|(its_key, _)| *its_key == key).is_none() {
            open.push(Open { pair, fact });
        }
    }
    sort_by_number(&mut open, |open| open.fact.span.start as u64);
    open.truncate(MOST_IN_PAIR);
    open
}

/// The facts with their keys, sorted by key.
fn keyed(segments: &[SegmentFacts]) -> Vec<(u64, &FoundFact)> {
    let mut keyed: Vec<(u64, &FoundFact)> =
        segments.iter().flat_map(|segment| &segment.facts).map(|fact| (fact.fact.key(), fact)).collect();
    sort_by_number(&mut keyed, |(key, _)| *key);
    keyed.dedup_by(|(key, fact), (its_key, _)| key == its_key && fact.fact.kind() != FactKind::Number);
    keyed
}
