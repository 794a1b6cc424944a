//! The facts of each segment of a letter: content that is the same in every language.
//!
//! Dates, numbers of Resolutions and telephone numbers do not change when a letter is translated. They show which
//! paragraphs of two versions belong together ([`alignment`](crate::alignment)), and where the versions differ
//! ([`divergence`](crate::divergence)).
//!
//! A word or number that belongs to one fact is not part of another: the digits of a date are not numbers.

mod fact;
mod finder;
mod numbers;
#[rustfmt::skip]
mod tables;
#[cfg(test)]
mod tests;

pub(crate) use fact::key_of;
pub use fact::{Fact, FactKind, FoundFact, LetterFacts, Notation, SegmentFacts, Shape};

use crate::citation::Citation;
use crate::letter::Letter;
use finder::Finder;

/// The facts of the letter, whose citations are given in the order of its text.
pub fn of(letter: &Letter, citations: &[Citation]) -> LetterFacts {
    let finder = Finder { language: letter.metadata.language, citations };
    let segments = letter.segments().iter().map(|segment| finder.segment(letter, segment)).collect();
    LetterFacts { language: letter.metadata.language, segments }
}
