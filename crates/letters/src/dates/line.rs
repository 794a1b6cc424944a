//! The line of a letterhead that holds a place and a date, or a date alone.

use super::backward::Backward;
use super::characters::{is_separator, numeral};
use super::forward::after_year;
use super::running_text::{FoundDate, find};
use super::vocabulary::date_word;
use super::words::DateWord;
use crate::ids::{Date, Language};
use crate::text::characters::{digit, is_han, is_small};
use crate::text::scanning::clean;

/// The longest line, in characters, that can be a place and a date: the longest known one has less than half of that.
const LONGEST: usize = 60;

/// The longest name of a city in Chinese, in characters: 弗洛里亚诺波利斯 has eight.
const LONGEST_CHINESE_PLACE: usize = 10;

/// The values of a line with place and date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlaceAndDate {
    /// The city, if the line names one.
    pub(crate) place: Option<String>,
    /// The day; `None` if the line names one that the calendar lacks.
    pub(crate) date: Option<Date>,
}

/// Reads a line that holds a place and a date, or a date alone, and nothing else: “Genève, le 5 octobre 2020”.
pub(crate) fn place_and_date(line: &str, language: Option<Language>) -> Option<PlaceAndDate> {
    if line.len() > 4 * LONGEST || line.chars().count() > LONGEST || !line.contains(|c| numeral(c).is_some())
    {
        return None;
    }
    let dates = find(line, language);
    let [FoundDate { range, days }] = &dates[..] else { return None };
    if days.is_some_and(|(first, last)| first != last) {
        return None;
    }
    let before = line.get(..range.start)?;
    let after = line.get(range.end..)?;
    let after = after.get(after_year(after, language)..)?;
    // “1996年9月2日于日内瓦”.
    let joined = date_word(after, DateWord::Joiner, language).filter(|_| before.is_empty());
    let after = joined.map_or(after, |length| after.get(length..).unwrap_or_default());
    let place = match (before.chars().all(is_separator), after.chars().all(is_separator)) {
        (true, true) => None,
        (false, true) => Some(place_before(before, language)?),
        // “2015年3月11日，日内瓦”: a comma or a space separates the place; text that continues without one is a sentence.
        (true, false) if joined.is_some() || after.starts_with(is_separator) => Some(after),
        _ => return None,
    };
    let place = match place.map(|place| clean(place.trim_matches(is_separator))) {
        Some(place) if place.is_empty() => None,
        Some(place) if !is_place(&place) => return None,
        place => place,
    };
    Some(PlaceAndDate { place, date: days.map(|(first, _)| first) })
}

/// The place before a date, without the words that join the two.
fn place_before(before: &str, language: Option<Language>) -> Option<&str> {
    let mut back = Backward { text: before, language };
    back.separators();
    back.weekday();
    back.joiners();
    back.weekday();
    // “г. Женева”: the city of Geneva.
    let city = date_word(back.text, DateWord::AfterYear, language).unwrap_or(0);
    back.text = back.text.get(city..)?;
    let before = before.get(city..)?;
    let is_apart =
        before.get(back.text.len()..)?.contains([',', '،', '，']) || back.text.ends_with([',', '،', '，']);
    (is_apart || back.text.split_whitespace().count() <= 2).then_some(back.text)
}

/// Whether the words can name a city: few, without digits, and with a capital if the script has capitals.
fn is_place(place: &str) -> bool {
    let mut characters = place.chars();
    let longest = if characters.clone().any(is_han) { LONGEST_CHINESE_PLACE } else { LONGEST / 2 };
    characters.clone().count() <= longest
        && characters.clone().all(|c| digit(c).is_none() && !matches!(c, ':' | '：' | ';' | '/' | '(' | '"'))
        && !characters.next().is_some_and(is_small)
}
