//! Scans of running text: its words, the addresses and telephone numbers in it, and the text without superfluous white
//! space.

use std::ops::Range;

use super::characters::{is_chinese, is_dash, is_invisible, is_space};

/// The longest telephone number, in bytes, including the marks between its digits.
const LONGEST_PHONE: usize = 48;

/// The words of a text, each with its start in bytes. White space, Chinese characters, Arabic punctuation and angle
/// brackets separate them.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || next_word(text, &mut at))
}

/// The next word from the byte on, which becomes that of its end.
fn next_word<'text>(text: &'text str, at: &mut usize) -> Option<(usize, &'text str)> {
    while let Some(separator) = separator_at(text, *at) {
        *at += separator;
    }
    let start = *at;
    while *at < text.len() && separator_at(text, *at).is_none() {
        *at += 1;
    }
    text.get(start..*at).filter(|word| !word.is_empty()).map(|word| (start, word))
}

/// The length of the character at the byte, if it separates words; none within a character. The first byte shows this of most.
fn separator_at(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes().get(at)? {
        b' ' | b'\t'..=b'\r' | b'<' | b'>' => Some(1),
        0xC2 | 0xD8 | 0xE1..=0xE9 | 0xEF => {
            let c = text.get(at..)?.chars().next()?;
            let separates = is_space(c) || is_chinese(c) || matches!(c, '،' | '؛');
            separates.then_some(c.len_utf8())
        }
        _ => None,
    }
}

/// Whether the word is a web address or a mail address.
pub(crate) fn is_address(word: &str) -> bool {
    // Few words have a full stop in them or a slash.
    let may_be = word.bytes().fold(false, |may_be, byte| may_be | matches!(byte, b'.' | b'/'));
    may_be && (word.contains("://") || word.starts_with("www.") || word.contains('@') && word.contains('.'))
}

/// Whether the word has nothing but letters, judged by the bytes: those of Latin, Greek, Cyrillic and Arabic are in the blocks before
/// U+0700, which have no dashes either. Other signs of these blocks count as letters.
pub(crate) fn is_of_letters(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, 0x80..0xC0 | 0xC3..=0xDB))
}

/// The places of the telephone numbers in a text, in bytes: only numbers that begin with a plus sign.
pub(crate) fn phone_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (start, _) in text.match_indices('+') {
        if ranges.last().is_some_and(|last| last.end > start) {
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let rest = rest.get(..rest.floor_char_boundary(LONGEST_PHONE)).unwrap_or_default();
        let is_part = |c: char| {
            c.is_ascii_digit() || is_space(c) || matches!(c, '+' | '(' | ')' | '.' | '/') || is_dash(c)
        };
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let number = rest.get(..end).unwrap_or_default();
        let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
        if (7..=15).contains(&number.bytes().filter(u8::is_ascii_digit).count()) {
            ranges.push(start..start + number.len());
        }
    }
    ranges
}

/// The text with one space for each run of white space, none at its ends, and without invisible marks: a value that
/// people and programs can compare.
pub(crate) fn clean(text: &str) -> String {
    if is_clean(text.as_bytes()) {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let (mut start, mut is_after_space) = (0, false);
    let is_dropped = |c: char| (!c.is_ascii() || c <= ' ') && (is_space(c) || is_invisible(c));
    let ends = text.match_indices(is_dropped).chain([(text.len(), "")]);
    for (end, dropped) in ends {
        if start < end {
            if is_after_space && !clean.is_empty() {
                clean.push(' ');
            }
            clean.push_str(text.get(start..end).unwrap_or_default());
            is_after_space = false;
        }
        is_after_space |= dropped.starts_with(is_space);
        start = end + dropped.len();
    }
    clean
}

/// Whether cleaning would change nothing, judged by the bytes: true of most texts. No byte ends the loop, so that several
/// are looked at in one step.
fn is_clean(text: &[u8]) -> bool {
    // These bytes begin the other spaces and the invisible marks.
    let is_doubtful =
        |byte: u8| (byte < b' ') | (byte == 0xC2) | (0xE1..=0xE3).contains(&byte) | (byte == 0xEF);
    let doubtful = text.iter().fold(false, |doubtful, byte| doubtful | is_doubtful(*byte));
    let is_edge = |byte: Option<&u8>| byte.is_some_and(|byte| *byte == b' ');
    let pairs = text.iter().zip(text.iter().skip(1));
    let has_two_spaces = pairs.fold(false, |has, (one, next)| has | (*one == b' ') & (*next == b' '));
    !doubtful && !has_two_spaces && !is_edge(text.first()) && !is_edge(text.last())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_chinese_characters_arabic_punctuation_and_angle_brackets_separate_words() {
        for c in ('\0'..=char::MAX).filter(|c| !c.is_control() || c.is_whitespace()) {
            let separates = is_space(c) || is_chinese(c) || "،؛<>".contains(c);
            let text = format!("a{c}b");
            let found: Vec<(usize, &str)> = words(&text).collect();
            let two = vec![(0, "a"), (text.len() - 1, "b")];
            assert_eq!(
                found,
                if separates { two } else { vec![(0, text.as_str())] },
                "U+{:04X}",
                u32::from(c)
            );
        }
        assert_eq!(words("  第 a， ").collect::<Vec<_>>(), [(6, "a")]);
        assert_eq!(words("").count(), 0);
    }
}
