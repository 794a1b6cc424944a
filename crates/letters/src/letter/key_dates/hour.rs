//! The hour of a deadline, with its time zone.

use std::ops::RangeInclusive;

use super::clue::Clue;
use crate::dates::{ClockWord, clock_word};
use crate::diagnostic::Span;
use crate::ids::{Date, Instant};
use crate::text::characters::digit;

/// The maximum distance between a date and its hour, in bytes.
const NEAR: usize = 110;

/// Numbers of four digits that are years, unless the word for an hour follows.
const YEARS: RangeInclusive<u16> = 1865..=2199;

/// The instant of the hour near the date, if a time zone is named there; `around` is the text between the dates before and
/// behind it.
pub(super) fn until(
    text: &str,
    around: &Span,
    date: &Span,
    day: Date,
    clues: &[(Clue, Span)],
) -> Option<Instant> {
    let start = text.ceil_char_boundary(around.start.max(date.start.saturating_sub(NEAR)));
    let end = text.floor_char_boundary(around.end.min(date.end + NEAR));
    let is_near = |at: &Span| at.start >= start && at.end <= end;
    let zone = clues.iter().find(|(clue, at)| matches!(clue, Clue::Utc | Clue::Geneva) && is_near(at))?;
    let before = text.get(start..date.start)?;
    let behind = text.get(date.end..end)?;
    let (hour, minute) = times(before).pop().or_else(|| times(behind).into_iter().next())?;
    match zone.0 {
        Clue::Utc => Instant::utc(day, hour, minute),
        _ => Instant::geneva(day, hour, minute),
    }
}

/// The hours and minutes of the times of day in the text: “2400 hours”, “23:59”, “16 h 30”, “24时”.
fn times(text: &str) -> Vec<(u8, u8)> {
    let mut times = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c| digit(c).is_some()) {
        let (digits, after) = number(rest.get(at..).unwrap_or_default());
        rest = after;
        let Some((hour, minute, after)) = time(&digits, after) else { continue };
        let is_afternoon = hour < 12
            && clock_word(after.trim_start()).is_some_and(|word| word.meaning == ClockWord::Afternoon);
        rest = after;
        if hour <= 24 && minute <= 59 {
            times.push((hour + if is_afternoon { 12 } else { 0 }, minute));
        }
    }
    times
}

/// The hour and the minute of the number, and what follows them.
fn time<'text>(digits: &str, after: &'text str) -> Option<(u8, u8, &'text str)> {
    let is_hour = || clock_word(after.trim_start()).is_some();
    match digits.len() {
        // A year is no hour.
        4 if is_hour() || !YEARS.contains(&digits.parse().ok()?) => {
            Some((digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?, after))
        }
        1 | 2 => {
            let hour = digits.parse().ok()?;
            match minutes(after) {
                Some((minute, after)) => Some((hour, minute, after)),
                None => is_hour().then_some((hour, 0, after)),
            }
        }
        _ => None,
    }
}

/// The digits with which the text begins, in European form, and what follows them.
fn number(text: &str) -> (String, &str) {
    let end = text.find(|c| digit(c).is_none()).unwrap_or(text.len());
    let (digits, after) = text.split_at_checked(end).unwrap_or((text, ""));
    let digits = digits.chars().filter_map(|c| char::from_digit(u32::from(digit(c)?), 10));
    (digits.collect(), after)
}

/// The minutes behind an hour, and what follows them: “:59”, “.00”, “ h 30”, “ час. 00”, “时59”.
fn minutes(text: &str) -> Option<(u8, &str)> {
    let mark = text.find(|c| digit(c).is_some()).filter(|at| *at > 0 && *at <= 12)?;
    let (between, rest) = text.split_at_checked(mark)?;
    let is_mark = matches!(between, ":" | "." | "：") || clock_word(between.trim_start()).is_some();
    let (digits, after) = number(rest);
    (is_mark && digits.len() == 2).then(|| Some((digits.parse().ok()?, after)))?
}
