//! The features by which segments are compared.

use crate::facts::{Fact, LetterFacts, Notation, SegmentFacts, Shape, key_of};
use crate::ids::Language;
use crate::letter::{ParagraphNumber, Role, SegmentKind};
use crate::sorting::sort_by_number;

/// The maximum number of segments of a version that are paired with one of another.
pub(super) const MOST_JOINED: usize = 4;

/// The maximum number of facts of a segment that are compared: a table may have thousands.
const MOST_FACTS: usize = 16;

/// The features of a version's segments.
pub(super) struct Features {
    /// For each segment: alone, joined with the next, and so on, as far as they can be joined.
    pub(super) segments: Vec<Vec<Feature>>,
}

/// The features of a segment, or of several consecutive ones.
#[derive(Clone, Debug)]
pub(super) struct Feature {
    /// The hashes of the facts, each with its weight; sorted, so that two lists are compared in one pass.
    facts: Vec<(u64, f32)>,
    /// Their total weight.
    weight: f32,
    /// The length that the text would have in English, in characters.
    length: f32,
    kind: SegmentKind,
    shape: Shape,
}

/// The length of a text in the language whose English version has 100 characters: the medians of the six versions of
/// CL-20/43 and of the specimens in six languages (`cargo test relative_length -- --nocapture` prints them).
const fn relative_length(language: Option<Language>) -> f32 {
    match language {
        Some(Language::Arabic) => 87.0,
        Some(Language::Chinese) => 83.0,
        Some(Language::English) | None => 100.0,
        Some(Language::French) => 112.0,
        Some(Language::Russian) => 105.0,
        Some(Language::Spanish) => 114.0,
    }
}

impl Features {
    pub(super) fn of(version: &LetterFacts) -> Self {
        let scale = 100.0 / relative_length(version.language);
        let single: Vec<Feature> =
            version.segments.iter().map(|segment| Feature::of(segment, scale)).collect();
        let joined = |at: usize| {
            let mut joined: Vec<Feature> = Vec::new();
            for feature in single.iter().skip(at).take(MOST_JOINED) {
                match joined.last() {
                    None => joined.push(feature.clone()),
                    Some(last) if last.can_be_joined(feature) => joined.push(last.joined(feature)),
                    Some(_) => break,
                }
            }
            joined
        };
        Self { segments: (0..single.len()).map(joined).collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.segments.len()
    }

    /// The features of `count` segments from `at` on, if they can be joined.
    pub(super) fn get(&self, at: usize, count: usize) -> Option<&Feature> {
        self.segments.get(at)?.get(count.checked_sub(1)?)
    }
}

impl Feature {
    fn of(segment: &SegmentFacts, scale: f32) -> Self {
        let plain = segment.facts.iter().filter(|found| found.notation != Notation::Words).take(MOST_FACTS);
        let mut facts: Vec<(u64, f32)> =
            plain.map(|found| (hash(&found.fact), weight(&found.fact))).collect();
        facts.extend(segment.number.iter().map(|number| (key_of(&["no", number]), 3.0)));
        sort_by_number(&mut facts, |(hash, _)| *hash);
        let weight = facts.iter().map(|(_, weight)| weight).sum();
        let length = segment.length as f32 * scale;
        Self { facts, weight, length, kind: segment.kind, shape: segment.shape }
    }

    /// Whether a translator may have split one segment into these: paragraphs of the same role, and no headings.
    fn can_be_joined(&self, next: &Self) -> bool {
        let is_text = matches!(
            self.kind,
            SegmentKind::Paragraph(_)
                | SegmentKind::Other(
                    Role::Salutation
                        | Role::Closing
                        | Role::Annex
                        | Role::Other
                        | Role::Addressees
                        | Role::Copies
                        | Role::AnnexList
                )
        );
        is_text
            && same_role(self.kind, next.kind)
            && next.shape != Shape::Heading
            && self.shape != Shape::Heading
    }

    fn joined(&self, next: &Self) -> Self {
        let mut facts = [&self.facts[..], &next.facts[..]].concat();
        sort_by_number(&mut facts, |(hash, _)| *hash);
        let (weight, length) = (self.weight + next.weight, self.length + next.length);
        Self { facts, weight, length, kind: self.kind, shape: self.shape }
    }

    /// The cost of pairing the two: 0 for a perfect pair with facts, about 1 without evidence, 3 and more for two that
    /// do not belong together.
    pub(super) fn cost(&self, other: &Self) -> f32 {
        2.4 * self.cost_of_facts(other) + self.cost_of_length(other) + self.cost_of_structure(other)
    }

    /// From 0, the same facts, to 1, different ones. Without facts the cost is a default, which facts outweigh.
    fn cost_of_facts(&self, other: &Self) -> f32 {
        const DOUBT: f32 = 0.35;
        const WEIGHT_OF_DOUBT: f32 = 2.0;
        let all = self.weight + other.weight;
        let differing = all - 2.0 * common(&self.facts, &other.facts);
        (WEIGHT_OF_DOUBT * DOUBT + differing) / (WEIGHT_OF_DOUBT + all)
    }

    fn cost_of_length(&self, other: &Self) -> f32 {
        // The length of courtesy formulas depends on the language.
        if matches!(self.kind, SegmentKind::Other(Role::Salutation | Role::Closing)) {
            return 0.0;
        }
        // The length of short texts is weak evidence.
        const SLACK: f32 = 12.0;
        let (one, other) = (self.length + SLACK, other.length + SLACK);
        // Nearly twice the logarithm of their ratio, and never more than 2.5.
        (4.0 * (one - other).abs() / (one + other)).min(2.5)
    }

    fn cost_of_structure(&self, other: &Self) -> f32 {
        let role = match same_role(self.kind, other.kind) {
            // A role that occurs once or twice in a letter is better evidence than any fact.
            true if !is_of_body(self.kind) && !is_after_signature(self.kind) => -1.0,
            true => 0.0,
            false => 2.0,
        };
        let shape = match (self.shape, other.shape) {
            (Shape::List(_), Shape::List(_)) | (Shape::Table(_), Shape::Table(_))
                if self.shape != other.shape =>
            {
                0.3
            }
            _ if self.shape == other.shape => 0.0,
            _ => 0.7,
        };
        role + shape
    }
}

/// Whether it is a paragraph of the body.
const fn is_of_body(kind: SegmentKind) -> bool {
    matches!(kind, SegmentKind::Paragraph(ParagraphNumber { annex: None, .. }))
}

fn same_role(one: SegmentKind, other: SegmentKind) -> bool {
    is_of_body(one) && is_of_body(other)
        || one == other
        || is_after_signature(one) && is_after_signature(other)
}

/// Whether the segment may belong to an annex: its start is not equally clear in every language.
const fn is_after_signature(kind: SegmentKind) -> bool {
    matches!(
        kind,
        SegmentKind::AnnexHeading(_)
            | SegmentKind::Paragraph(ParagraphNumber { annex: Some(_), .. })
            | SegmentKind::Other(Role::Annex | Role::AnnexTitle | Role::Other)
    )
}

/// The weight of a fact as evidence for a segment: a number may occur anywhere, an address hardly.
const fn weight(fact: &Fact) -> f32 {
    match fact {
        Fact::Citation(_) | Fact::Date(_) | Fact::Day { .. } | Fact::Address(_) | Fact::Phone(_) => 3.0,
        Fact::Number(_) => 1.0,
    }
}

/// A hash of the fact. Editions and years do not distinguish paragraphs, and the finder may miss one in one language.
fn hash(fact: &Fact) -> u64 {
    match fact {
        Fact::Citation(id) => Fact::Citation(id.without_edition()).key(),
        Fact::Date(date) => Fact::Day { month: date.month(), day: date.day() }.key(),
        fact => fact.key(),
    }
}

/// The weight of the facts that both lists have.
fn common(one: &[(u64, f32)], other: &[(u64, f32)]) -> f32 {
    let (mut one, mut other) = (one.iter().peekable(), other.iter().peekable());
    let mut common = 0.0;
    while let (Some((left, weight)), Some((right, _))) = (one.peek(), other.peek()) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => drop(one.next()),
            std::cmp::Ordering::Greater => drop(other.next()),
            std::cmp::Ordering::Equal => {
                common += weight;
                one.next();
                other.next();
            }
        }
    }
    common
}
