//! Dates in the words of the six languages.
//!
//! [`find`] finds the dates of a running text, [`find_days`] the days that it names without a year, and
//! [`place_and_date`] reads the line of a letterhead that holds a date, with or without a place.
//!
//! A date is recognized by its [year](years), four digits, and read from there: [backward] in the languages that write
//! the day first (“du 23 février au 5 mars 2021”), [forward] in Chinese (“2021年2月23日至3月5日”). A range is one date with
//! two days.

mod backward;
mod characters;
pub(crate) mod clock;
mod days;
mod forward;
mod line;
mod running_text;
#[rustfmt::skip]
mod tables;
mod vocabulary;
mod words;
mod years;

pub(crate) use clock::{ClockWord, clock_word, last_clock_words};
pub(crate) use days::find_days;
pub(crate) use line::{PlaceAndDate, place_and_date};
pub(crate) use running_text::{FoundDate, find};
pub(crate) use vocabulary::{date_word, last_date_word};
pub(crate) use words::DateWord;

#[cfg(test)]
mod tests;
