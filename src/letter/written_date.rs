//! Dates as the six languages write them, and the line of a letterhead that holds one with its place.

use super::forms;
use crate::date::Date;
use crate::language::Language;

/// What a line with place and date says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlaceAndDate {
    /// The city, where the line names one.
    pub(super) place: Option<String>,
    /// The day; none where the line names one that the calendar lacks.
    pub(super) date: Option<Date>,
}

/// The longest line, in characters, that can be a place and a date: the longest in use has less than half of that.
const LONGEST: usize = 60;

/// The longest name of a city in Chinese, in characters: 弗洛里亚诺波利斯 has eight.
const LONGEST_CHINESE_PLACE: usize = 10;

/// Reads a line that holds a place and a date, or a date alone, and nothing else: “Genève, le 5 octobre 2020”.
pub(super) fn place_and_date(line: &str, language: Option<Language>) -> Option<PlaceAndDate> {
    if line.chars().count() > LONGEST {
        return None;
    }
    match language {
        Some(Language::Chinese) => chinese(line),
        Some(_) => alphabetic(line, language),
        None => chinese(line).or_else(|| alphabetic(line, None)),
    }
}

/// “2015年3月11日，日内瓦”: the date comes first, as a rule, and spaces may split it.
fn chinese(line: &str) -> Option<PlaceAndDate> {
    let (before, rest) = line.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (day, after) = rest.split_once('日')?;
    let before = before.trim_end();
    let (place_before, year) = before.split_at(before.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    let year = four_digits(year)?;
    let month = month.trim().parse().ok()?;
    let day = day.trim().parse().ok()?;
    let place = match (place_before.trim_matches(is_separator), after.trim_matches(is_separator)) {
        (place, "") | ("", place) => place,
        _ => return None,
    };
    // A place is set apart by a comma or a space; what goes on without one is a sentence.
    let apart = after.is_empty() || after.starts_with(is_separator);
    if !apart || place.chars().count() > LONGEST_CHINESE_PLACE || place.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    Some(PlaceAndDate {
        place: (!place.is_empty()).then(|| place.to_owned()),
        date: Date::new(year, month, day),
    })
}

/// “Genève, le 5 octobre 2020”, “Geneva, October 5, 2020”, “Женева, 24 марта 2011 года”, “جنيف، 5 أكتوبر 2020”.
fn alphabetic(line: &str, language: Option<Language>) -> Option<PlaceAndDate> {
    let words: Vec<&str> = line.split(is_separator).filter(|word| !word.is_empty()).collect();
    let (at, month) = words
        .iter()
        .enumerate()
        .find_map(|(at, word)| forms::month(word, language).map(|month| (at, month)))?;
    let before = without_last_particles(words.get(..at)?);
    let after = words.get(at + 1..)?;
    let day_before = before.split_last().and_then(|(last, place)| Some((place, day(last)?, after)));
    let day_after = || after.split_first().and_then(|(first, after)| Some((before, day(first)?, after)));
    let (place, day, after) = day_before.or_else(day_after)?;
    let (year, rest) = without_first_particles(after).split_first()?;
    let year: u16 = four_digits(year)?;
    if !rest.iter().all(|word| matches!(*word, "года" | "г." | "г")) {
        return None;
    }
    let place = without_last_particles(place).join(" ");
    if place.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    Some(PlaceAndDate { place: (!place.is_empty()).then_some(place), date: Date::new(year, month, day) })
}

/// The number of a day: at most two digits, with the ending of an ordinal where the language writes one.
///
/// Whether a month has that day is for the calendar to say.
fn day(word: &str) -> Option<u8> {
    let digits = ["er", "º", "°", "st", "nd", "rd", "th"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    (digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

fn four_digits(word: &str) -> Option<u16> {
    (word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok()).flatten()
}

/// Words that join the parts of a date without saying anything: “le 5”, “5 de octubre de 2020”, “on 5 October”.
fn is_particle(word: &str) -> bool {
    ["le", "de", "del", "on", "the"].iter().any(|particle| word.eq_ignore_ascii_case(particle))
}

fn without_first_particles<'a>(words: &'a [&'a str]) -> &'a [&'a str] {
    let particles = words.iter().take_while(|word| is_particle(word)).count();
    words.get(particles..).unwrap_or_default()
}

fn without_last_particles<'a>(words: &'a [&'a str]) -> &'a [&'a str] {
    let particles = words.iter().rev().take_while(|word| is_particle(word)).count();
    words.get(..words.len() - particles).unwrap_or_default()
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '،' | '，' | '、' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str, language: Language) -> Option<(String, String)> {
        let read = place_and_date(line, Some(language))?;
        Some((
            read.place.unwrap_or_default(),
            read.date.map_or_else(|| "impossible".to_owned(), |date| date.to_string()),
        ))
    }

    #[test]
    fn a_date_is_read_in_each_language() {
        for (line, language, place, date) in [
            ("Genève, le 5 octobre 2020", Language::French, "Genève", "2020-10-05"),
            ("Genève, le 1er juillet 2019", Language::French, "Genève", "2019-07-01"),
            ("Le Caire, le 2 mai 2018", Language::French, "Le Caire", "2018-05-02"),
            ("Geneva, 27 November 2020", Language::English, "Geneva", "2020-11-27"),
            ("Geneva, October 5, 2020", Language::English, "Geneva", "2020-10-05"),
            ("Ginebra, 20 de diciembre de 2017", Language::Spanish, "Ginebra", "2017-12-20"),
            ("Ginebra, 14 de Mayo de 2020", Language::Spanish, "Ginebra", "2020-05-14"),
            ("Женева, 24 марта 2011 года", Language::Russian, "Женева", "2011-03-24"),
            ("Женева, 24 марта 2011 г.", Language::Russian, "Женева", "2011-03-24"),
            ("2015年 3月 11日，日内瓦", Language::Chinese, "日内瓦", "2015-03-11"),
            ("日内瓦，2020年10月5日", Language::Chinese, "日内瓦", "2020-10-05"),
            ("جنيف، 5 أكتوبر 2020", Language::Arabic, "جنيف", "2020-10-05"),
            ("28 سبتمبر 2005", Language::Arabic, "", "2005-09-28"),
        ] {
            assert_eq!(read(line, language), Some((place.to_owned(), date.to_owned())), "{line}");
        }
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_no_date() {
        assert_eq!(
            read("Genève, le 31 avril 2020", Language::French),
            Some(("Genève".to_owned(), "impossible".to_owned()))
        );
    }

    #[test]
    fn a_sentence_with_a_date_is_no_place_and_date() {
        for line in [
            "La réunion aura lieu le 5 octobre 2020 à Genève, au siège de l'Union",
            "Le 5 octobre 2020 au plus tard",
            "Document 12, 5 octobre 2020",
            "octobre 2020",
        ] {
            assert_eq!(read(line, Language::French), None, "{line}");
        }
        assert_eq!(read("2021年2月22日全球标准化专题研讨会", Language::Chinese), None);
        assert_eq!(read("2021年2月23日至3月5日，海得拉巴", Language::Chinese), None);
    }
}
