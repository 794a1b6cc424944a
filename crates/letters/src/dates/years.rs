//! The years of a text, by which its dates are recognized.

use std::ops::Range;

use super::characters::{is_of_word, numeral};

/// The number of digits of a year.
const DIGITS: usize = 4;

/// The possible years: four digits outside of this range are another number.
const POSSIBLE: Range<u16> = 1900..2100;

/// Four digits that may be a year.
pub(super) struct Year {
    /// Its place in the text, in bytes.
    pub(super) range: Range<usize>,
    pub(super) year: u16,
}

/// The years of the text. Chinese may write them in its own numerals.
pub(super) fn years(text: &str) -> impl Iterator<Item = Year> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = next_numeral(text, at)?;
            let rest = text.get(start..).unwrap_or_default();
            let (mut year, mut count, mut length) = (0, 0, 0);
            for c in rest.chars() {
                let Some(value) = numeral(c) else { break };
                count += 1;
                year = if count <= DIGITS { year * 10 + value } else { 0 };
                length += c.len_utf8();
            }
            let end = start + length;
            at = end;
            let before = text.get(..start).and_then(|before| before.chars().next_back());
            let after = text.get(end..).and_then(|after| after.chars().next());
            let starts_word = before.is_none_or(|c| !is_of_word(c));
            // An Arabic year may be followed by the letter for “of the Common Era”.
            let ends_word = after.is_none_or(|c| !is_of_word(c) || c == 'م');
            if count == DIGITS && starts_word && ends_word && POSSIBLE.contains(&year) {
                return Some(Year { range: start..end, year });
            }
        }
    })
}

/// The next numeral, from the byte on. The first byte shows of most characters that they are none: European, Arabic, full-width and
/// Chinese numerals begin with few.
fn next_numeral(text: &str, from: usize) -> Option<usize> {
    let may_begin = |byte: u8| byte.is_ascii_digit() || matches!(byte, 0xD9 | 0xDB | 0xE3..=0xE9 | 0xEF);
    let is_numeral = |at: &usize| text.get(*at..).and_then(|rest| numeral(rest.chars().next()?)).is_some();
    let bytes = text.as_bytes().iter().enumerate().skip(from);
    bytes.filter(|(_, byte)| may_begin(**byte)).map(|(at, _)| at).find(is_numeral)
}
