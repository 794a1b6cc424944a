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
    let mut rest = text.char_indices().peekable();
    let mut before = ' ';
    std::iter::from_fn(move || {
        loop {
            let (start, c) = rest.next()?;
            let Some(value) = numeral(c) else {
                before = c;
                continue;
            };
            let starts_word = !is_of_word(before);
            before = c;
            let (mut year, mut count, mut end) = (value, 1, start + c.len_utf8());
            while let Some((at, c)) = rest.next_if(|(_, c)| numeral(*c).is_some()) {
                count += 1;
                year = if count <= DIGITS { year * 10 + numeral(c).unwrap_or_default() } else { 0 };
                end = at + c.len_utf8();
                before = c;
            }
            // An Arabic year may be followed by the letter for “of the Common Era”.
            let ends_word = rest.peek().is_none_or(|(_, c)| !is_of_word(*c) || *c == 'م');
            if count == DIGITS && starts_word && ends_word && POSSIBLE.contains(&year) {
                return Some(Year { range: start..end, year });
            }
        }
    })
}
