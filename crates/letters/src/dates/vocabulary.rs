//! The words that dates are made of, from the tables of `data/`.

use crate::ids::Language;
use crate::text::words::{Found, Words, found, is_passed_over};

/// The words that dates are made of, apart from the months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// Joins day, month and year and means nothing else: “de”.
    Joiner,
    /// Stands between the first and the last day of a range: “to”.
    Range,
    /// Stands between two days: “and”.
    Pair,
    /// Makes a range of two days with “and”: “between”.
    Between,
    /// The ending of an ordinal number.
    Ordinal,
    /// Follows a year: “года”.
    AfterYear,
    /// A day of the week.
    Weekday,
}

include!(concat!(env!("OUT_DIR"), "/months_backwards.rs"));
include!(concat!(env!("OUT_DIR"), "/months_meanings.rs"));
include!(concat!(env!("OUT_DIR"), "/date_words.rs"));
include!(concat!(env!("OUT_DIR"), "/date_words_backwards.rs"));
include!(concat!(env!("OUT_DIR"), "/date_words_meanings.rs"));

/// The month with which the text ends.
pub(super) fn last_month(text: &str, language: Option<Language>) -> Option<Found<u8>> {
    found(MONTHS_MEANINGS, MONTHS_BACKWARDS.longest_at_end(text, language, None))
}

/// How many bytes the word of a date takes at the end of the text.
pub(crate) fn last_date_word(text: &str, word: DateWord, language: Option<Language>) -> Option<usize> {
    let meaning = DATE_WORDS_MEANINGS.iter().position(|meaning| *meaning == word)?;
    DATE_WORDS_BACKWARDS.longest_at_end(text, language, Some(meaning)).map(|(_, length)| length)
}

/// How many bytes the word of a date takes at the start of the text.
pub(super) fn date_word(text: &str, word: DateWord, language: Option<Language>) -> Option<usize> {
    let meaning = DATE_WORDS_MEANINGS.iter().position(|meaning| *meaning == word)?;
    let words = text.trim_start_matches(is_passed_over);
    DATE_WORDS.longest_of(meaning, words, language).map(|length| text.len() - words.len() + length)
}
