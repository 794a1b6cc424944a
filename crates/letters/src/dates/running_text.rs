//! The dates of a running text, each with its year.

use std::ops::Range;

use super::backward::{Backward, Connector};
use super::characters::{is_of_word, is_separator};
use super::forward::{Forward, after_year};
use super::years::{Year, years};
use crate::ids::{Date, Language};

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundDate {
    /// Its place in the text, in bytes.
    pub(crate) range: Range<usize>,
    /// The first and the last day; `None` if the calendar lacks one of them.
    pub(crate) days: Days,
}

/// The first and the last day, if the calendar has both.
type Days = Option<(Date, Date)>;

/// The dates of the text, in order.
pub(crate) fn find(text: &str, language: Option<Language>) -> Vec<FoundDate> {
    let mut found: Vec<FoundDate> = Vec::new();
    for year in years(text) {
        // No text belongs to two dates.
        let from = found.last().map_or(0, |last| last.range.end);
        if year.range.start < from {
            continue;
        }
        let chinese = matches!(language, Some(Language::Chinese) | None);
        let date = chinese
            .then(|| chinese_date(text, &year))
            .flatten()
            .or_else(|| year_first(text, &year))
            .or_else(|| year_last(text, from, &year, language));
        let Some(mut date) = date else { continue };
        if let Some(last) = found.last()
            && is_between_days(text.get(last.range.end..date.range.start), language)
            && let (Some((first, _)), Some((_, end))) = (last.days, date.days)
            && first <= end
        {
            date = FoundDate { range: last.range.start..date.range.end, days: Some((first, end)) };
            found.pop();
        }
        found.push(date);
    }
    found
}

/// Whether the text only connects the first and the last day of a range.
fn is_between_days(text: Option<&str>, language: Option<Language>) -> bool {
    let Some(text) = text else { return false };
    let Some(text) = text.get(after_year(text, language)..) else { return false };
    let mut back = Backward { text, language };
    back.separators();
    back.joiners();
    back.connector() == Some(Connector::Range) && back.text.chars().all(is_separator)
}

/// “2021-02-23”, “2021/2/23”: the order of ISO 8601, which is also that of Chinese.
fn year_first(text: &str, year: &Year) -> Option<FoundDate> {
    let mut ahead = Forward { text: text.get(year.range.end..)? };
    let separator = ahead.numeric_separator()?;
    let month = ahead.digits()?;
    if ahead.numeric_separator()? != separator {
        return None;
    }
    let day = ahead.digits()?;
    if ahead.text.starts_with(is_of_word) {
        return None;
    }
    let days = day_of(year.year, month, day).map(|day| (day, day));
    Some(FoundDate { range: year.range.start..text.len() - ahead.text.len(), days })
}

/// “2021年2月23日”, “2021年2月23日至3月5日”, “2021年2月23-27日”; spaces may split it.
fn chinese_date(text: &str, year: &Year) -> Option<FoundDate> {
    let mut ahead = Forward { text: text.get(year.range.end..)? };
    ahead.sign("年")?;
    let month = ahead.number()?;
    ahead.sign("月")?;
    let day = ahead.number()?;
    let mut end = ahead.day_sign().map(|()| ahead.text);
    let mut last = (month, day);
    // A range continues with a day, or with month and day.
    let mut range = Forward { text: ahead.text };
    range.remark();
    if range.range_sign().is_some()
        && let Some(number) = range.number()
    {
        if range.day_sign().is_some() {
            (last, end) = ((month, number), Some(range.text));
        } else if end.is_some()
            && range.sign("月").is_some()
            && let Some(day) = range.number()
            && range.day_sign().is_some()
        {
            (last, end) = ((number, day), Some(range.text));
        }
    }
    let range = year.range.start..text.len() - end?.len();
    let days = day_of(year.year, month, day).zip(day_of(year.year, last.0, last.1));
    Some(FoundDate { range, days: days.filter(|(first, last)| first <= last) })
}

/// “23 February 2021”, “du 23 février au 5 mars 2021”, “February 23, 2021”, “23.02.2021”.
fn year_last(text: &str, from: usize, year: &Year, language: Option<Language>) -> Option<FoundDate> {
    let back = Backward { text: text.get(from..year.range.start)?, language };
    let (days, back) = numeric(back.clone(), year.year).or_else(|| day_and_month(back, year.year))?;
    Some(FoundDate { range: from + back.text.len()..year.range.end, days })
}

/// “05/10/2020”, “5.10.”: day and month in the order of the languages, or in American order if only that is a valid
/// day.
fn numeric(mut back: Backward<'_>, year: u16) -> Option<(Days, Backward<'_>)> {
    let separator = back.numeric_separator()?;
    let second = back.digits()?;
    if back.numeric_separator()? != separator {
        return None;
    }
    let first = back.number()?;
    let american = first <= 12 && second > 12 && back.language == Some(Language::English);
    let (day, month) = if american { (second, first) } else { (first, second) };
    match u8::try_from(month) {
        Ok(month) if !american => Some(first_day(back, year, month, day)),
        _ => Some((day_of(year, month, day).map(|day| (day, day)), back)),
    }
}

/// “23 février”, “23 février au 5 mars”, “February 23–27,” before the year.
fn day_and_month(mut back: Backward<'_>, year: u16) -> Option<(Days, Backward<'_>)> {
    back.separators();
    back.joiners();
    if let Some(month) = back.month() {
        back.joiners();
        let day = back.number()?;
        return Some(first_day(back, year, month, day));
    }
    // The day after the month, as in English.
    let last_day = back.number()?;
    back.separators();
    if let Some(month) = back.month() {
        return Some(first_month(back, year, month, last_day));
    }
    let connector = back.connector()?;
    let day = back.number()?;
    back.separators();
    let month = back.month()?;
    let days = day_of(year, month.into(), day).zip(day_of(year, month.into(), last_day));
    Some((days.filter(|_| is_range(connector, day, last_day)), back))
}

/// Looks before the last day for the first one.
fn first_day(back: Backward<'_>, year: u16, month: u8, last_day: u16) -> (Days, Backward<'_>) {
    let last = day_of(year, month.into(), last_day);
    let alone = (last.map(|last| (last, last)), back.clone());
    let mut back = back;
    back.weekday();
    back.joiners();
    let Some(connector) = back.connector() else { return alone };
    back.joiners();
    if let Some(day) = back.number() {
        let days = day_of(year, month.into(), day).zip(last);
        let between = back.is_between() && day < last_day;
        return if between || is_range(connector, day, last_day) { (days, back) } else { alone };
    }
    let Some(first_month) = back.month() else { return alone };
    back.joiners();
    let Some(day) = back.number() else { return alone };
    if connector == Connector::Pair && !back.is_between() {
        return alone;
    }
    // A range that ends in an earlier month began in the year before.
    let first_year = if first_month > month { year - 1 } else { year };
    let days = day_of(first_year, first_month.into(), day).zip(last);
    (days.filter(|(first, last)| first <= last), back)
}

/// Looks before “March 5” for “February 23 to”.
fn first_month(back: Backward<'_>, year: u16, month: u8, last_day: u16) -> (Days, Backward<'_>) {
    let last = day_of(year, month.into(), last_day);
    let alone = (last.map(|last| (last, last)), back.clone());
    let mut back = back;
    back.weekday();
    if back.connector() != Some(Connector::Range) {
        return alone;
    }
    let Some(day) = back.number() else { return alone };
    back.separators();
    let Some(first_month) = back.month() else { return alone };
    let days = day_of(year, first_month.into(), day).zip(last);
    (days.filter(|(first, last)| first <= last), back)
}

fn day_of(year: u16, month: u16, day: u16) -> Option<Date> {
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// “17 and 18” is a range, “5 and 19” are two days, of which only the last has a month.
const fn is_range(connector: Connector, first: u16, last: u16) -> bool {
    match connector {
        Connector::Range => first < last,
        Connector::Pair => first + 1 == last,
    }
}
