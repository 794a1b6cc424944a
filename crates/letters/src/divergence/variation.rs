//! Permitted variation: what another version may state in its own way.

use super::ledger::Open;
use crate::facts::{Fact, Notation};

/// The largest number that letters write in words. If one version has a number up to it and the other none, the other
/// may use an unknown word: “a pair”, “round the clock”.
const LARGEST_IN_WORDS: u32 = 30;

/// “Seven and eighty”: a number whose tens and ones the other version writes as words.
pub(super) fn excuse_compounds<'facts>(open: &mut Vec<Open<'facts>>, other: &mut Vec<Open<'facts>>) {
    excuse_parts(open, other, |number, other| {
        let is_fit = (21..100).contains(&number) && other.fact.notation == Notation::Words;
        is_fit.then_some([number / 10 * 10, number % 10])
    });
}

/// “2359 hours”: a time that the other version writes as hours and minutes.
pub(super) fn excuse_times<'facts>(open: &mut Vec<Open<'facts>>, other: &mut Vec<Open<'facts>>) {
    excuse_parts(open, other, |number, _| {
        let (hours, minutes) = (number / 100, number % 100);
        ((1..24).contains(&hours) && (1..60).contains(&minutes)).then_some([hours, minutes])
    });
}

/// Removes the numbers that the other version has in two parts.
pub(super) fn excuse_parts<'facts>(
    open: &mut Vec<Open<'facts>>,
    other: &mut Vec<Open<'facts>>,
    parts: impl Fn(u32, &Open<'facts>) -> Option<[u32; 2]>,
) {
    open.retain(|one| {
        let Some(number) = number(one) else { return true };
        let place = |part: usize| {
            other.iter().position(|other| {
                let parts = parts(number, other).filter(|_| other.pair == one.pair);
                parts
                    .and_then(|parts| parts.get(part).copied())
                    .is_some_and(|wanted| number_is(other, wanted))
            })
        };
        match (place(0), place(1)) {
            (Some(first), Some(last)) if first != last => {
                other.remove(first.max(last));
                other.remove(first.min(last));
                false
            }
            _ => true,
        }
    });
}

fn number(open: &Open<'_>) -> Option<u32> {
    match &open.fact.fact {
        Fact::Number(value) => value.parse().ok(),
        _ => None,
    }
}

fn number_is(open: &Open<'_>, wanted: u32) -> bool {
    number(open) == Some(wanted)
}

/// A small number that has no counterpart may be a word in the other version; a number in words in one language may not
/// be a number in another.
pub(super) fn excuse_small_numbers<'facts>(open: &mut Vec<Open<'facts>>, other: &mut Vec<Open<'facts>>) {
    let has_counterpart = |one: &Open<'_>, other: &[Open<'_>]| {
        other.iter().any(|other| other.pair == one.pair && number(other).is_some())
    };
    open.retain(|one| {
        let is_small = number(one).is_some_and(|number| number <= LARGEST_IN_WORDS)
            || one.fact.notation == Notation::Words;
        !is_small || has_counterpart(one, other)
    });
}

/// The runs of digits in a text.
pub(super) fn numbers_in(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(|run| run.trim_start_matches('0').to_owned()).filter(|run| !run.is_empty()).collect()
}
