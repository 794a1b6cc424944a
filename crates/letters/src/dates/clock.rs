//! Words that make a number an hour: `data/clock_words.tsv`.

use super::tables::{CLOCK_WORDS, CLOCK_WORDS_MEANINGS};
use crate::ids::Language;
use crate::text::words::{Found, found};

/// A word that makes a number a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClockWord {
    /// It is an hour.
    Hour,
    /// It is an hour of the afternoon.
    Afternoon,
}

/// The word with which the text begins, in any language.
pub(crate) fn clock_word(text: &str) -> Option<Found<ClockWord>> {
    found(CLOCK_WORDS_MEANINGS, CLOCK_WORDS.longest(text, None, &|_, _| true))
}

/// Gives each word of the language with which the text ends.
pub(crate) fn last_clock_words(text: &str, language: Language, give: &mut dyn FnMut(ClockWord)) {
    CLOCK_WORDS.all(Some(language), &mut |meaning, form| {
        if text.ends_with(form) {
            CLOCK_WORDS_MEANINGS.get(meaning).copied().into_iter().for_each(&mut *give);
        }
    });
}
