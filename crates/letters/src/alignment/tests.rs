//! How segments are paired and arranged in rows.

use proptest::prelude::*;

use super::*;
use crate::facts::{Fact, FoundFact, Notation, Shape};
use crate::letter::ParagraphNumber;

/// A version of paragraphs, each with its facts, as numbers, and its length.
fn version(paragraphs: &[(&[u16], usize)]) -> LetterFacts {
    let segment = |(index, (numbers, length)): (usize, &(&[u16], usize))| SegmentFacts {
        kind: SegmentKind::Paragraph(ParagraphNumber { annex: None, number: index + 1 }),
        facts: numbers
            .iter()
            .map(|number| FoundFact {
                fact: Fact::Phone(number.to_string()),
                text: number.to_string(),
                span: 0..0,
                notation: Notation::Plain,
            })
            .collect(),
        length: *length,
        number: None,
        shape: Shape::Text,
        span: 0..0,
    };
    LetterFacts { language: None, segments: paragraphs.iter().enumerate().map(segment).collect() }
}

/// The pairs in readable form: “0=0 1=1+2 2=-”.
fn pairs(first: &LetterFacts, second: &LetterFacts) -> String {
    let side = |range: &Range<usize>| {
        let numbers: Vec<String> = range.clone().map(|number| number.to_string()).collect();
        if numbers.is_empty() { "-".to_owned() } else { numbers.join("+") }
    };
    let pairs = align(first, second).pairs;
    pairs
        .iter()
        .map(|pair| format!("{}={}", side(&pair.first), side(&pair.second)))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn facts_pair_paragraphs_whatever_their_length() {
    let first = version(&[(&[1], 100), (&[2], 200), (&[3], 50)]);
    let second = version(&[(&[1], 200), (&[2], 100), (&[3], 90)]);
    assert_eq!(pairs(&first, &second), "0=0 1=1 2=2");
}

#[test]
fn length_pairs_paragraphs_without_facts() {
    let first = version(&[(&[], 100), (&[], 600), (&[], 100)]);
    let second = version(&[(&[], 610), (&[], 110)]);
    assert_eq!(pairs(&first, &second), "0=- 1=0 2=1");
}

#[test]
fn a_paragraph_that_the_other_version_parts_is_paired_with_both_parts() {
    let first = version(&[(&[1], 100), (&[2, 3], 600), (&[4], 100)]);
    let second = version(&[(&[1], 100), (&[2], 320), (&[3], 290), (&[4], 100)]);
    assert_eq!(pairs(&first, &second), "0=0 1=1+2 2=3");
    assert_eq!(pairs(&second, &first), "0=0 1+2=1 3=2");
}

#[test]
fn an_empty_version_pairs_nothing() {
    assert_eq!(pairs(&version(&[]), &version(&[])), "");
    assert_eq!(pairs(&version(&[(&[1], 10)]), &version(&[])), "0=-");
}

#[test]
fn a_reader_goes_on_at_the_partner_or_at_what_stands_next_to_its_place() {
    let first = version(&[(&[1], 100), (&[2], 300), (&[3], 100)]);
    let second = version(&[(&[1], 100), (&[3], 100)]);
    let pairing = align(&first, &second);
    assert_eq!([0, 1, 2].map(|segment| pairing.partner(segment)), [0, 1, 1]);
    assert_eq!(pairing.partners(1), 1..1);
    assert_eq!(pairing.coverage(&first, &second), Coverage { paired: 2, all: 3 });
}

#[test]
fn three_versions_stand_in_rows_with_empty_places() {
    let first = version(&[(&[1], 100), (&[2], 300)]);
    let second = version(&[(&[1], 100), (&[7, 8, 9], 900), (&[2], 300)]);
    let third = version(&[(&[1], 100), (&[7, 8, 9], 900)]);
    let pairings = [align(&first, &second), align(&first, &third)];
    // The third version's second paragraph is that of the second version, and not of the first.
    assert_eq!(
        rows(&[&first, &second, &third], &pairings),
        [vec![0..1, 0..1, 0..1], vec![0..0, 1..2, 1..2], vec![1..2, 2..3, 0..0]]
    );
}

#[test]
fn a_thousand_paragraphs_are_paired_in_a_band() {
    let numbers: Vec<[u16; 1]> = (0..1_000).map(|number| [number]).collect();
    let whole: Vec<(&[u16], usize)> = numbers.iter().map(|number| (&number[..], 200)).collect();
    // A hundred and fifty paragraphs are missing in the middle: more than the first band is wide.
    let short: Vec<(&[u16], usize)> = whole[..400].iter().chain(&whole[550..]).copied().collect();
    let (first, second) = (version(&whole), version(&short));
    let pairs = align(&first, &second).pairs;
    let right = pairs
        .iter()
        .filter(|pair| !pair.is_single())
        .all(|pair| pair.first.start == pair.second.start + if pair.first.start >= 550 { 150 } else { 0 });
    assert!(right);
    assert_eq!(pairs.iter().filter(|pair| pair.is_single()).count(), 150);
}

proptest! {
    #[test]
    fn every_segment_is_in_one_pair_and_one_row(
        versions in prop::collection::vec(prop::collection::vec((prop::collection::vec(0_u16..6, 0..3), 0_usize..500), 0..12), 3)
    ) {
        let versions: Vec<LetterFacts> = versions
            .iter()
            .map(|paragraphs| {
                let paragraphs: Vec<(&[u16], usize)> = paragraphs.iter().map(|(facts, length)| (&facts[..], *length)).collect();
                version(&paragraphs)
            })
            .collect();
        let facts: Vec<&LetterFacts> = versions.iter().collect();
        let pairings: Vec<Pairing> = facts[1..].iter().map(|other| align(facts[0], other)).collect();
        for (pairing, other) in pairings.iter().zip(&facts[1..]) {
            let first: Vec<usize> = pairing.pairs.iter().flat_map(|pair| pair.first.clone()).collect();
            let second: Vec<usize> = pairing.pairs.iter().flat_map(|pair| pair.second.clone()).collect();
            prop_assert_eq!(first, (0..facts[0].segments.len()).collect::<Vec<_>>());
            prop_assert_eq!(second, (0..other.segments.len()).collect::<Vec<_>>());
        }
        let rows = rows(&facts, &pairings);
        for (version, facts) in facts.iter().enumerate() {
            let shown: Vec<usize> = rows.iter().flat_map(|row| row[version].clone()).collect();
            prop_assert_eq!(shown, (0..facts.segments.len()).collect::<Vec<_>>());
        }
        prop_assert!(rows.iter().all(|row| row.len() == versions.len() && row.iter().any(|cell| !cell.is_empty())));
    }

    #[test]
    fn a_version_is_paired_with_itself_segment_by_segment(
        paragraphs in prop::collection::vec((prop::collection::vec(0_u16..50, 1..3), 20_usize..500), 1..30)
    ) {
        let paragraphs: Vec<(&[u16], usize)> = paragraphs.iter().map(|(facts, length)| (&facts[..], *length)).collect();
        let version = version(&paragraphs);
        let own = (0..paragraphs.len()).map(|at| Pair { first: at..at + 1, second: at..at + 1 });
        prop_assert_eq!(align(&version, &version).pairs, own.collect::<Vec<_>>());
    }
}
