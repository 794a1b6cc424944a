//! Character classes in dates.

use crate::text::characters::{chinese_digit, digit, is_dash};
use crate::text::folding::{folded, is_letter};
use crate::text::words::is_passed_over;

/// The value of a digit or a Chinese numeral.
pub(super) fn numeral(c: char) -> Option<u16> {
    digit(c).or_else(|| chinese_digit(c))
}

/// The value of one or two digits.
pub(super) fn value(digits: &str) -> Option<u16> {
    let mut values = digits.chars().filter_map(numeral);
    match (values.next(), values.next(), values.next()) {
        (Some(one), None, None) => Some(one),
        (Some(ten), Some(one), None) => Some(ten * 10 + one),
        _ => None,
    }
}

/// Whether the character is part of a word, so that a number beside it is part of that word too.
pub(super) fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || folded(c).is_some_and(is_letter) || digit(c).is_some()
}

/// A character that may separate the words of a date, or a date and its place.
pub(super) fn is_separator(c: char) -> bool {
    is_passed_over(c) || matches!(c, '|' | ',' | '،' | '，' | '、' | '.' | '。' | ')' | '）' | '(' | '（')
}

/// The mark between the numbers of a date written in digits, with one character for all dashes.
pub(super) const fn numeric_separator(c: char) -> Option<char> {
    match c {
        '/' | '.' => Some(c),
        _ if is_dash(c) => Some('-'),
        _ => None,
    }
}
