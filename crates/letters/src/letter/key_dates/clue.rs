//! Words around a date that say what it is: `data/date_clues.tsv`.

use super::super::tables::{DATE_CLUES, DATE_CLUES_MEANINGS};
use crate::diagnostic::Span;
use crate::ids::Language;
use crate::text::characters::{is_han, is_space};
use crate::text::folding::{folded, is_letter};
use crate::text::words::found;

/// The meaning of a word near a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::letter) enum Clue {
    /// Before the date, it is the last day for something: “by”.
    By,
    /// As `By` in a sentence that asks for something: “before”.
    ByWeak,
    /// Behind the date, it is the last day: “之后收到”.
    Behind,
    /// As `Behind` in a sentence that asks for something: “以前”.
    BehindWeak,
    /// Asks for something, or names what is asked for: “must”, “please”, “replies”.
    Duty,
    /// On either side: “au plus tard”.
    Either,
    /// A noun for the last day: “deadline”.
    Deadline,
    /// A noun for several last days: “deadlines”.
    Deadlines,
    /// The date behind it has been replaced by another: “originally”.
    Formerly,
    /// A date is moved: “postponed”.
    Moved,
    /// The date right before it has been replaced by the one right behind it: “should read”.
    Corrected,
    /// Of two dates right behind it, the first has been replaced by the second: “replace … by …”.
    Replaced,
    /// Something is cancelled.
    Cancelled,
    /// Behind the name of those who are asked: “are requested”.
    Asked,
    /// Before the name of those who are asked: “se ruega a”.
    Ask,
    /// The name of those who are asked ends before it: “wishing”.
    Relative,
    /// Universal time.
    Utc,
    /// The time of Geneva.
    Geneva,
}

/// The words of a sentence that say what a date in it is, with their places in the text.
pub(super) fn find(text: &str, sentence: Span, language: Option<Language>) -> Vec<(Clue, Span)> {
    let mut clues = Vec::new();
    let mut free = sentence.start;
    let mut is_in_word = false;
    let words = text.get(sentence.clone()).unwrap_or_default();
    for (at, c) in words.char_indices() {
        let starts_word = is_han(c) || !is_in_word && !is_space(c);
        is_in_word = c.is_ascii_alphabetic() || !c.is_ascii() && folded(c).is_some_and(is_letter);
        let start = sentence.start + at;
        if !starts_word || start < free {
            continue;
        }
        let rest = words.get(at..).unwrap_or_default();
        if let Some(clue) = found(DATE_CLUES_MEANINGS, DATE_CLUES.longest(rest, language, &|_, _| true)) {
            free = start + clue.length;
            clues.push((clue.meaning, start..free));
        }
    }
    clues
}

/// The length of the name of a time zone at the start of the text, in bytes.
pub(super) fn zone(text: &str, language: Option<Language>) -> Option<usize> {
    let clue = found(DATE_CLUES_MEANINGS, DATE_CLUES.longest(text, language, &|_, _| true))?;
    matches!(clue.meaning, Clue::Utc | Clue::Geneva).then_some(clue.length)
}

/// Whether the text has a noun for the last day of something.
pub(super) fn names_deadline(text: &str, language: Option<Language>) -> bool {
    find(text, 0..text.len(), language)
        .iter()
        .any(|(clue, _)| matches!(clue, Clue::Deadline | Clue::Deadlines))
}
