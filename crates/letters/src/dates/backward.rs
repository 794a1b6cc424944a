//! Reads a text from its end: the dates of the languages that write the year last.

use super::characters::{is_of_word, is_separator, numeric_separator, value};
use super::vocabulary::{last_date_word, last_month};
use super::words::DateWord;
use crate::ids::Language;
use crate::text::characters::{digit, is_dash, is_space};
use crate::text::folding::folded;

/// The connector between two days.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Connector {
    /// A dash, or “to”.
    Range,
    /// “and”.
    Pair,
}

/// Reads a text from its end.
#[derive(Clone)]
pub(super) struct Backward<'text> {
    /// The unread text.
    pub(super) text: &'text str,
    pub(super) language: Option<Language>,
}

impl Backward<'_> {
    pub(super) fn separators(&mut self) {
        self.text = self.text.trim_end_matches(is_separator);
    }

    pub(super) fn joiners(&mut self) {
        while self.word(DateWord::Joiner) {}
        self.separators();
    }

    pub(super) fn weekday(&mut self) {
        if self.word(DateWord::Weekday) {
            self.separators();
        }
    }

    /// Whether “between” precedes the first day, so that “and” makes a range.
    pub(super) fn is_between(&self) -> bool {
        let mut back = self.clone();
        back.separators();
        back.weekday();
        back.joiners();
        back.word(DateWord::Between)
    }

    /// A month; Arabic may give both of its names: “تشرين الأول/أكتوبر”.
    pub(super) fn month(&mut self) -> Option<u8> {
        let found = last_month(self.text, self.language)?;
        self.skip(found.length);
        if let Some(before) = self.text.strip_suffix('/')
            && let Some(other) = last_month(before, self.language)
            && other.meaning == found.meaning
        {
            self.text = before;
            self.skip(other.length);
        }
        Some(found.meaning)
    }

    pub(super) fn connector(&mut self) -> Option<Connector> {
        let text = self.text.trim_end_matches(is_space);
        let without_dash = text.trim_end_matches(is_dash);
        if without_dash.len() < text.len() {
            self.text = without_dash.trim_end_matches(is_separator);
            return Some(Connector::Range);
        }
        let connector = if self.word(DateWord::Range) {
            Connector::Range
        } else if self.word(DateWord::Pair) {
            Connector::Pair
        } else {
            return None;
        };
        self.separators();
        // “23 (Monday) to 27”.
        self.weekday();
        Some(connector)
    }

    /// The number of a day: at most two digits, with the ending of an ordinal where the language writes one.
    ///
    /// Whether the month has that day is checked with the calendar.
    pub(super) fn number(&mut self) -> Option<u16> {
        let text = self.text;
        if let Some(ending) = last_date_word(text, DateWord::Ordinal, self.language) {
            self.skip(ending);
        }
        let number = self.digits();
        // A number that is part of another word, of a decimal or of a document's number is not a day.
        let before = self.text.chars().next_back();
        match number {
            Some(number)
                if !before
                    .is_some_and(|c| is_of_word(c) && c != 'و' || matches!(c, '/' | '.' | '+' | '№')) =>
            {
                Some(number)
            }
            _ => {
                self.text = text;
                None
            }
        }
    }

    pub(super) fn digits(&mut self) -> Option<u16> {
        let invisible = |c: char| folded(c).is_none();
        let text = self.text.trim_end_matches(invisible);
        let before = text.trim_end_matches(|c: char| digit(c).is_some());
        let value = value(text.get(before.len()..)?)?;
        self.text = before.trim_end_matches(invisible);
        Some(value)
    }

    pub(super) fn numeric_separator(&mut self) -> Option<char> {
        let c = self.text.chars().next_back()?;
        let separator = numeric_separator(c)?;
        self.skip(c.len_utf8());
        Some(separator)
    }

    fn word(&mut self, word: DateWord) -> bool {
        let text = self.text.trim_end_matches(is_separator);
        let length = last_date_word(text, word, self.language);
        if let Some(length) = length {
            self.text = text;
            self.skip(length);
        }
        length.is_some()
    }

    fn skip(&mut self, length: usize) {
        self.text = self.text.get(..self.text.len() - length).unwrap_or_default();
    }
}
