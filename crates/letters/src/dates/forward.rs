//! Reads a text from its start: Chinese dates, and those of ISO 8601.

use super::characters::{numeral, numeric_separator, value};
use super::vocabulary::date_word;
use super::words::DateWord;
use crate::ids::Language;
use crate::text::characters::{chinese_number, chinese_unit, digit, is_dash, is_space};

/// The longest remark between the days of a Chinese range, in characters: “（星期三）”.
const LONGEST_REMARK: usize = 8;

/// Reads a text from its start.
pub(super) struct Forward<'text> {
    /// The unread text.
    pub(super) text: &'text str,
}

impl Forward<'_> {
    pub(super) fn sign(&mut self, sign: &str) -> Option<()> {
        self.text = self.text.trim_start_matches(is_space).strip_prefix(sign)?;
        Some(())
    }

    pub(super) fn day_sign(&mut self) -> Option<()> {
        self.sign("日").or_else(|| self.sign("号"))
    }

    pub(super) fn range_sign(&mut self) -> Option<()> {
        let text = self.text.trim_start_matches(is_space);
        let after = text.trim_start_matches(|c| is_dash(c) || matches!(c, '～' | '~'));
        let length = match text.len() - after.len() {
            0 => date_word(text, DateWord::Range, Some(Language::Chinese))?,
            length => length,
        };
        self.text = text.get(length..)?;
        Some(())
    }

    /// Skips a short remark in brackets.
    pub(super) fn remark(&mut self) {
        if let Some(remark) = self.text.strip_prefix(['（', '('])
            && let Some((remark, after)) = remark.split_once(['）', ')'])
            && remark.chars().count() <= LONGEST_REMARK
        {
            self.text = after;
        }
    }

    /// A number of one or two digits, or in Chinese numerals up to 九十九.
    pub(super) fn number(&mut self) -> Option<u16> {
        self.text = self.text.trim_start_matches(is_space);
        let after = self.text.trim_start_matches(|c| numeral(c).is_some() || chinese_unit(c).is_some());
        let written = self.text.get(..self.text.len() - after.len())?;
        self.text = after;
        if written.chars().any(|c| chinese_unit(c).is_some()) {
            chinese_number(written.chars()).filter(|number| *number < 100)
        } else {
            value(written)
        }
    }

    pub(super) fn digits(&mut self) -> Option<u16> {
        let after = self.text.trim_start_matches(|c: char| digit(c).is_some());
        let value = value(self.text.get(..self.text.len() - after.len())?)?;
        self.text = after;
        Some(value)
    }

    pub(super) fn numeric_separator(&mut self) -> Option<char> {
        let c = self.text.chars().next()?;
        let separator = numeric_separator(c)?;
        self.text = self.text.get(c.len_utf8()..)?;
        Some(separator)
    }
}

/// The length of the words that follow a year, in bytes: “года”.
pub(super) fn after_year(text: &str, language: Option<Language>) -> usize {
    let words = text.trim_start_matches(is_space);
    let spaces = text.len() - words.len();
    date_word(words, DateWord::AfterYear, language).map_or(0, |length| spaces + length)
}
