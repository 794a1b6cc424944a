//! Recognizes the language of a letter by its script, then by its labels and most common words.

use super::labels::label;
use super::vocabulary::is_common_word;
use crate::ids::Language;
use crate::text::characters::{
    is_alphabetic, is_arabic, is_arabic_shape, is_cyrillic, is_han, may_have_other_scripts,
};

/// The number of bytes of the source that are examined: a letterhead and some paragraphs are enough.
const ENOUGH: usize = 4_000;

/// The maximum number of words that are looked up.
const ENOUGH_WORDS: usize = 250;

/// The longest label with its colon, in bytes.
const LONGEST_LABEL: usize = 40;

/// The weight of a label, measured in common words.
const LABEL_WEIGHT: usize = 5;

/// The language of the source, if it can be recognized.
pub(super) fn language(source: &str) -> Option<Language> {
    let source = source.get(..source.floor_char_boundary(ENOUGH)).unwrap_or(source);
    by_script(source).or_else(|| by_words(source))
}

/// Arabic, Chinese and Russian have scripts of their own. Names and acronyms in Latin letters occur in all of them, so
/// a fifth of the letters is enough.
fn by_script(source: &str) -> Option<Language> {
    if !may_have_other_scripts(source) {
        return None;
    }
    let (mut latin, mut arabic, mut chinese, mut cyrillic) = (0_usize, 0_usize, 0_usize, 0_usize);
    for c in source.chars() {
        match c {
            _ if c.is_ascii() => latin += usize::from(c.is_ascii_alphabetic()),
            'À'..='ÿ' => latin += 1,
            _ if is_arabic(c) || is_arabic_shape(c) => arabic += 1,
            // A character is worth three letters.
            _ if is_han(c) => chinese += 3,
            _ if is_cyrillic(c) => cyrillic += 1,
            _ => {}
        }
    }
    let letters = latin + arabic + chinese + cyrillic;
    [(arabic, Language::Arabic), (chinese, Language::Chinese), (cyrillic, Language::Russian)]
        .into_iter()
        .filter(|(count, _)| *count > 0 && count * 5 >= letters)
        .max_by_key(|(count, _)| *count)
        .map(|(_, language)| language)
}

/// English, French or Spanish: the one with the most labels and common words, unless two are tied.
fn by_words(source: &str) -> Option<Language> {
    let mut votes =
        [Language::English, Language::French, Language::Spanish].map(|language| (language, 0_usize));
    for line in source.lines() {
        let line = line.trim_start_matches(|c: char| !is_alphabetic(c));
        let start = line.get(..line.floor_char_boundary(LONGEST_LABEL)).unwrap_or(line);
        if start.contains(':') {
            for (language, votes) in &mut votes {
                *votes += label(line, Some(*language)).map_or(0, |_| LABEL_WEIGHT);
            }
        }
    }
    // The most common words are short and have no accents.
    let words = source.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric());
    let words = words.filter(|word| (1..=5).contains(&word.len()));
    for (word, words_left) in words.zip((0..ENOUGH_WORDS).rev()) {
        let is_common_in = is_common_word(word);
        for (language, votes) in &mut votes {
            *votes += usize::from(is_common_in(*language));
        }
        if lead(votes.map(|(_, votes)| votes)) > words_left {
            break;
        }
    }
    let most = votes.iter().map(|(_, votes)| *votes).max().filter(|most| *most > 0)?;
    let mut winners = votes.iter().filter(|(_, votes)| *votes == most);
    match (winners.next(), winners.next()) {
        (Some((language, _)), None) => Some(*language),
        _ => None,
    }
}

/// The lead of the first of three over the second, in votes.
fn lead(votes: [usize; 3]) -> usize {
    let [one, two, three] = votes;
    let first = one.max(two).max(three);
    let last = one.min(two).min(three);
    // The second is the sum without the others.
    2 * first + last - (one + two + three)
}
