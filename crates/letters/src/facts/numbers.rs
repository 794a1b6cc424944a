//! Numbers in running text: in digits, as each language groups them, and in words.

use std::ops::Range;

use super::fact::Notation;
use super::tables::{NUMBER_WORDS, NUMBER_WORDS_MEANINGS};
use crate::dates::{self, ClockWord};
use crate::ids::Language;
use crate::text::characters::{
    chinese_digit, chinese_number, chinese_unit, digit, is_alphabetic, is_arabic, is_dash, is_han, is_space,
};
use crate::text::words;

/// The maximum number of words between an hour and such a word: “de 13.00 a 15.00 horas”.
const WORDS_AFTER_HOUR: usize = 4;

/// The maximum distance between an hour and such a word, in bytes.
const NEAR: usize = 48;

/// The numbers of the text in digits, each with its value (`1 500`, `1,500` and `1.500` are 1500) and whether it is an
/// hour. Two numbers joined by a full stop, a comma or a colon are two: “9.30” and “9 h 30” mean the same. Zero is not
/// a number, as in “14:00”, and the hours of the afternoon count from midnight.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, String, Notation)> {
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some((range, value)) = next(text, from) {
        from = range.end;
        let value = match value.trim_start_matches('0') {
            "" => continue,
            value => value.to_owned(),
        };
        let clock = clock_word(text, &range);
        let notation = if clock.is_some() { Notation::Hour } else { Notation::Plain };
        let value = match (value.parse::<u8>(), clock) {
            (Ok(hour @ 1..=11), Some(ClockWord::Afternoon)) => (hour + 12).to_string(),
            _ => value,
        };
        numbers.push((range, value, notation));
    }
    numbers
}

/// The next number at or after the byte, in European digits.
fn next(text: &str, from: usize) -> Option<(Range<usize>, String)> {
    let start = from + text.get(from..)?.find(|c| digit(c).is_some())?;
    let mut value = String::new();
    let mut end = start + take_digits(text.get(start..)?, &mut value);
    // Groups of three digits after at most three: “1 500”.
    if value.len() <= 3 {
        while let Some(length) = take_group(text.get(end..).unwrap_or_default(), &mut value) {
            end += length;
        }
    }
    Some((start..end, value))
}

/// Adds the group of three digits after a separator, and returns the length of both in bytes.
fn take_group(text: &str, value: &mut String) -> Option<usize> {
    let mut characters = text.chars();
    let mark = characters.next().filter(|c| is_group_mark(*c))?;
    let mut group = String::new();
    let length = take_digits(characters.as_str(), &mut group);
    (group.len() == 3).then(|| value.push_str(&group))?;
    Some(mark.len_utf8() + length)
}

/// Adds the digits with which the text begins, and returns their length in bytes.
fn take_digits(text: &str, value: &mut String) -> usize {
    let mut length = 0;
    for c in text.chars() {
        let Some(digit) = digit(c).and_then(|digit| char::from_digit(digit.into(), 10)) else { break };
        value.push(digit);
        length += c.len_utf8();
    }
    length
}

/// Whether the character separates thousands in one of the languages.
fn is_group_mark(c: char) -> bool {
    is_space(c) || matches!(c, '.' | ',' | '\'' | '’' | '\u{66C}' | '，')
}

/// The word that makes a number an hour, if there is one: before it in Chinese and Arabic, after it in the others.
fn clock_word(text: &str, range: &Range<usize>) -> Option<ClockWord> {
    let before = text.get(..range.start).unwrap_or_default().trim_end();
    let before =
        before.get(before.ceil_char_boundary(before.len().saturating_sub(NEAR))..).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let after = after.get(..after.floor_char_boundary(NEAR)).unwrap_or_default();
    let mut word = None;
    let mut add =
        |found: ClockWord| word = if word == Some(ClockWord::Afternoon) { word } else { Some(found) };
    let may_be_word = before.ends_with(|c| is_arabic(c) || is_han(c));
    for language in [Language::Arabic, Language::Chinese].into_iter().filter(|_| may_be_word) {
        dates::last_clock_words(before, language, &mut add);
    }
    // “14:30”.
    if after.strip_prefix(':').is_some_and(|minutes| minutes.starts_with(|c| digit(c).is_some())) {
        add(ClockWord::Hour);
    }
    let mut rest = after.trim_start();
    for _ in 0..=WORDS_AFTER_HOUR {
        if let Some(found) = dates::clock_word(rest) {
            add(found.meaning);
        }
        // Minutes, and the word for hours: not the next clause.
        match rest.split_once(is_space) {
            Some((word, after)) if !word.ends_with([',', ';', '.']) || word.len() <= 5 => {
                rest = after.trim_start()
            }
            _ => break,
        }
    }
    word
}

/// The numbers of the text in words, from two on, each with its place. “One” is hardly ever a count: “un”, “один”.
pub(super) fn find_written(text: &str, language: Option<Language>) -> Vec<(Range<usize>, u16)> {
    let mut numbers: Vec<(Range<usize>, u16)> = Vec::new();
    let mut is_start = true;
    let mut before = None;
    for (at, c) in text.char_indices() {
        if is_chinese_numeral(c) {
            let is_new = !before.is_some_and(is_chinese_numeral);
            numbers.extend(is_new.then(|| chinese_number_at(text, at)).flatten());
            (is_start, before) = (false, Some(c));
            continue;
        }
        before = Some(c);
        let is_behind = numbers.last().is_none_or(|(last, _)| last.end <= at);
        if is_start && is_behind && is_alphabetic(c) {
            let rest = text.get(at..).unwrap_or_default();
            // “and eighty”, “the seven”: Arabic writes the particle with the word.
            let starts = [0, if matches!(c, 'و' | 'ب' | 'ل') { c.len_utf8() } else { 0 }];
            let found = starts.into_iter().find_map(|start| {
                let word = NUMBER_WORDS.longest(rest.get(start..)?, language, &|_, _| true);
                words::found(NUMBER_WORDS_MEANINGS, word).map(|word| (start, word))
            });
            if let Some((start, word)) = found {
                let range = at + start..at + start + word.length;
                let last = numbers.last_mut();
                let parts = last.and_then(|last| Some((text.get(last.0.end..range.start)?, last)));
                match parts {
                    Some((between, (last, number))) if is_compound(*number, between, word.meaning.into()) => {
                        *number = number.saturating_add(word.meaning.into());
                        last.end = range.end;
                    }
                    _ => numbers.push((range, word.meaning.into())),
                }
            }
        }
        is_start = !is_alphabetic(c);
    }
    numbers.retain(|(_, number)| *number > 1);
    numbers
}

/// A Chinese numeral.
fn is_chinese_numeral(c: char) -> bool {
    chinese_digit(c).or_else(|| chinese_unit(c)).is_some()
}

/// The number in Chinese numerals that begins at the byte.
fn chinese_number_at(text: &str, at: usize) -> Option<(Range<usize>, u16)> {
    let rest = text.get(at..)?;
    let length = rest.find(|c| !is_chinese_numeral(c)).unwrap_or(rest.len());
    let value = chinese_number(rest.get(..length)?.chars())?;
    Some((at..at + length, value))
}

/// Whether two numbers in words, with the text between them, are one: “twenty-one”, “vingt et un”; Arabic says “one and
/// twenty”.
fn is_compound(first: u16, between: &str, next: u16) -> bool {
    let (tens, ones) = match between {
        " " | " et " | "-et-" | " y " => (first, next),
        dash if dash.chars().all(is_dash) => (first, next),
        " و" => (next, first),
        _ => return false,
    };
    tens >= 20 && tens.is_multiple_of(10) && ones < 10
}
