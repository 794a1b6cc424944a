//! The days of a text, read without a year.

use std::ops::Range;

use super::backward::Backward;
use super::characters::is_of_word;
use super::forward::Forward;
use crate::ids::{Date, Language};
use crate::text::characters::{digit, is_space};

/// A year that has every day of the calendar.
const LEAP_YEAR: u16 = 2000;

/// The longest way between the number of a day and the end of its month, in bytes: Arabic writes both names of a month.
const LONGEST_MONTH: usize = 96;

/// The days of the text, read without a year, each with its place, month and day: “le 2 septembre”, “9月2日”.
pub(crate) fn find_days(text: &str, language: Option<Language>) -> Vec<(Range<usize>, u8, u8)> {
    let mut days: Vec<(Range<usize>, u8, u8)> = Vec::new();
    // Each has its number in digits.
    let mut digits_end = None;
    let mut before = ' ';
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if digit(c).is_some() {
            digits_end = Some(at);
        }
        let is_near = digits_end.is_some_and(|end| at - end <= LONGEST_MONTH);
        let found = if c == '月' {
            chinese_day(text, at)
        } else if is_near && is_of_word(before) && !is_of_word(c) {
            // A month is the last word of a day, or the first.
            let back = Backward { text: text.get(..at).unwrap_or_default(), language };
            last_day(back).map(|(month, day, start)| (start..at, month, day))
        } else {
            None
        };
        days.extend(found.filter(|(_, month, day)| Date::new(LEAP_YEAR, *month, *day).is_some()));
        before = c;
    }
    days
}

/// “9月2日”, found from the sign for the month, which begins at byte `month_end`.
fn chinese_day(text: &str, month_end: usize) -> Option<(Range<usize>, u8, u8)> {
    let mut back = Backward { text: text.get(..month_end)?.trim_end_matches(is_space), language: None };
    let month = back.digits()?;
    let mut ahead = Forward { text: text.get(month_end..)? };
    ahead.sign("月")?;
    let day = ahead.number()?;
    ahead.day_sign()?;
    Some((back.text.len()..text.len() - ahead.text.len(), u8::try_from(month).ok()?, u8::try_from(day).ok()?))
}

/// “2 septembre” or “September 2” at the end of the text: month and day, and their start in bytes.
fn last_day(mut back: Backward<'_>) -> Option<(u8, u8, usize)> {
    let (month, day) = if let Some(month) = back.month() {
        back.joiners();
        (month, back.number()?)
    } else {
        let day = back.number()?;
        back.separators();
        (back.month()?, day)
    };
    Some((month, u8::try_from(day).ok()?, back.text.len()))
}
