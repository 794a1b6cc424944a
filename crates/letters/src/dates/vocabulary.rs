//! The words used in dates, from the tables of `data/`.

use super::tables::{
    DATE_WORDS, DATE_WORDS_BACKWARDS, DATE_WORDS_MEANINGS, MONTHS_BACKWARDS, MONTHS_MEANINGS,
};
use super::words::DateWord;
use crate::ids::Language;
use crate::text::words::{Found, found, is_passed_over};

/// The month with which the text ends.
pub(super) fn last_month(text: &str, language: Option<Language>) -> Option<Found<u8>> {
    found(MONTHS_MEANINGS, MONTHS_BACKWARDS.longest_at_end(text, language, None))
}

/// The length in bytes of the date word at the end of the text.
pub(crate) fn last_date_word(text: &str, word: DateWord, language: Option<Language>) -> Option<usize> {
    let meaning = DATE_WORDS_MEANINGS.iter().position(|meaning| *meaning == word)?;
    DATE_WORDS_BACKWARDS.longest_at_end(text, language, Some(meaning)).map(|(_, length)| length)
}

/// The length in bytes of the date word at the start of the text.
pub(crate) fn date_word(text: &str, word: DateWord, language: Option<Language>) -> Option<usize> {
    let meaning = DATE_WORDS_MEANINGS.iter().position(|meaning| *meaning == word)?;
    let words = text.trim_start_matches(is_passed_over);
    DATE_WORDS.longest_of(meaning, words, language).map(|length| text.len() - words.len() + length)
}
