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

/// The next numeral, from the byte on. The bytes are examined in groups, which processors do at once: most have nothing with which a
/// European, Arabic, full-width or Chinese numeral may begin.
fn next_numeral(text: &str, from: usize) -> Option<usize> {
    const GROUP: usize = 32;
    let may_begin =
        |byte: &u8| byte.is_ascii_digit() | matches!(byte, 0xD9 | 0xDB | 0xEF) | matches!(byte, 0xE3..=0xE9);
    let groups = text.as_bytes().get(from..)?.chunks(GROUP).zip((from..).step_by(GROUP));
    let mut places = groups
        .filter(|(group, _)| group.iter().fold(false, |has, byte| has | may_begin(byte)))
        .flat_map(|(group, start)| {
            group.iter().zip(start..).filter(|(byte, _)| may_begin(byte)).map(|(_, place)| place)
        });
    places.find(|place| text.get(*place..).and_then(|rest| numeral(rest.chars().next()?)).is_some())
}
