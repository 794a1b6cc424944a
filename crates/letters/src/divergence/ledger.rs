//! The facts that only one of two versions has, and when two facts are the same.

use crate::facts::{Fact, FoundFact, Notation};
use crate::ids::DocumentId;

/// A fact that one version of a pair has and the other lacks.
pub(super) struct Open<'facts> {
    pub(super) pair: usize,
    pub(super) fact: &'facts FoundFact,
}

/// The open facts of both sides.
#[derive(Default)]
pub(super) struct Ledger<'facts> {
    pub(super) first: Vec<Open<'facts>>,
    pub(super) second: Vec<Open<'facts>>,
}

impl Ledger<'_> {
    /// Removes the facts that both sides have, one for one.
    pub(super) fn cancel(&mut self) {
        let second = &mut self.second;
        let is_match = |one: &Open<'_>, other: &Open<'_>| is_same(one.fact, other.fact);
        self.first.retain(|one| match second.iter().position(|other| is_match(one, other)) {
            Some(at) => {
                second.remove(at);
                false
            }
            None => true,
        });
    }
}

/// Whether the two facts agree as far as both versions are specific: an edition that only one names is not a
/// difference, nor is a body that one leaves open.
pub(super) fn is_same(one: &FoundFact, other: &FoundFact) -> bool {
    let is_time = one.notation == Notation::Hour && other.notation == Notation::Hour;
    let (one, other) = match (&one.fact, &other.fact) {
        (Fact::Citation(one), Fact::Citation(other)) => (one, other),
        (Fact::Day { month, day }, Fact::Date(date)) | (Fact::Date(date), Fact::Day { month, day }) => {
            return (*month, *day) == (date.month(), date.day());
        }
        // “1700 hours” is 17 o'clock.
        (Fact::Number(one), Fact::Number(other)) => {
            return one == other || is_time && (is_hour(one, other) || is_hour(other, one));
        }
        _ => return one.fact == other.fact,
    };
    let (whole, whole_other) = (one.without_edition(), other.without_edition());
    let editions_agree = one == &whole || other == &whole_other || one == other;
    let leaves_open = |one: &DocumentId, other: &DocumentId| is_open(one, other) || is_part_of(other, one);
    editions_agree
        && (whole == whole_other || leaves_open(&whole, &whole_other) || leaves_open(&whole_other, &whole))
}

/// Whether the first is the second as an hour: of four digits, “1700 hours”, or counted from midnight where the second
/// counts from noon, with the word for it elsewhere.
fn is_hour(number: &str, hour: &str) -> bool {
    let Ok(hour) = hour.parse::<u16>() else { return false };
    let is_from_noon = hour < 12 && number.parse() == Ok(hour + 12);
    is_from_noon || hour <= 24 && number.strip_suffix("00").and_then(|hours| hours.parse().ok()) == Some(hour)
}

/// Whether the first document is a part of the second: an article of the Convention.
fn is_part_of(part: &DocumentId, whole: &DocumentId) -> bool {
    part.to_string().strip_prefix(&whole.to_string()).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether the first id leaves open what the second specifies: `?/res/1` and `wtsa/res/1`, `tsb/circular/179` and
/// `tsb/circular/2009/179`.
fn is_open(open: &DocumentId, said: &DocumentId) -> bool {
    let (open, said) = (open.to_string(), said.to_string());
    match open.strip_prefix('?') {
        Some(rest) => said.ends_with(rest),
        None => {
            let split =
                |id: &str| id.rsplit_once('/').map(|(start, number)| (start.to_owned(), number.to_owned()));
            split(&open).zip(split(&said)).is_some_and(|((start, number), (its_start, its_number))| {
                number == its_number
                    && its_start.strip_prefix(&start).is_some_and(|rest| rest.starts_with('/'))
            })
        }
    }
}
