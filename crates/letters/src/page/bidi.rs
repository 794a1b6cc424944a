//! Words in a passage whose language or direction differs from that of the passage.
//!
//! A screen reader pronounces them correctly if their language is known: from their script, or from a table of names
//! that the Union uses untranslated. In a letter that is written from right to left, telephone numbers, addresses and
//! document numbers are isolated, so that their parts keep their order (Unicode Standard Annex 9). In the others, words
//! that read wrongly at the end of a line are marked, to stay on one.

use std::ops::Range;

use super::html::{Attribute, Node, Tag};
use super::tables::FOREIGN_PHRASES;
use crate::address::Address;
use crate::ids::{Direction, Language};
use crate::sorting::sort_by_number;
use crate::text::characters::{
    is_alphanumeric, is_arabic, is_capital, is_chinese, is_cyrillic, is_dash, is_han, is_space,
    may_have_other_scripts,
};
use crate::text::scanning::{is_address, is_of_letters, phone_ranges, words};

/// The longest number or short name that is kept on one line, in bytes.
const LONGEST_NUMBER: usize = 24;

/// A stretch of text with a language or direction of its own.
struct Phrase {
    range: Range<usize>,
    language: Option<Language>,
    /// The numbers in it, which stay on one line: a number broken at its hyphen would read as two.
    numbers: Vec<Range<usize>>,
}

impl Phrase {
    /// The content of the phrase. A phrase that is a number is marked by its own element.
    fn content(&self, text: &str) -> Vec<Node> {
        let words = |range: Range<usize>| Node::Text(text.get(range).unwrap_or_default().to_owned());
        let mut nodes = Vec::new();
        let mut at = self.range.start;
        for number in self.numbers.iter().filter(|number| **number != self.range) {
            if at < number.start {
                nodes.push(words(at..number.start));
            }
            let number_itself = Tag::Span.holding([words(number.clone())]);
            nodes.push(number_itself.with(Attribute::Class("identifier")).into());
            at = number.end;
        }
        if at < self.range.end {
            nodes.push(words(at..self.range.end));
        }
        nodes
    }
}

/// The text, with its foreign phrases marked and, if it is written from right to left, left-to-right phrases isolated.
/// Addresses that are written out in it are links, unless it is in a link.
pub(super) fn text(text: &str, language: Option<Language>, is_in_link: bool) -> Vec<Node> {
    let mut phrases = foreign(text, language);
    if language.is_some_and(|language| language.direction() == Direction::RightToLeft) {
        let others: Vec<Range<usize>> = phrases.iter().map(|phrase| phrase.range.clone()).collect();
        phrases.extend(left_to_right(text, &others));
    } else {
        let others: Vec<usize> = phrases.iter().map(|phrase| phrase.range.start).collect();
        phrases.extend(unbroken(text, &others));
    }
    if phrases.is_empty() {
        return vec![Node::Text(text.to_owned())];
    }
    sort_by_number(&mut phrases, |phrase| phrase.range.start as u64);
    let mut nodes = Vec::new();
    let mut at = 0;
    for phrase in phrases {
        let Phrase { range, language: its_language, numbers } = &phrase;
        // A phrase that begins within another is part of it.
        let Some(before) = text.get(at..range.start) else { continue };
        let direction = its_language.map_or(Direction::LeftToRight, Language::direction);
        let turns = language.is_some_and(|language| language.direction() != direction);
        let tag = if turns { Tag::Bdi } else { Tag::Span };
        let written = text.get(range.clone()).filter(|_| !is_in_link && is_whole(text, range));
        let written = written.and_then(Address::written);
        // An address that is no link is like the words around it.
        if written.is_none() && !turns && its_language.is_none() && numbers.is_empty() {
            continue;
        }
        if !before.is_empty() {
            nodes.push(Node::Text(before.to_owned()));
        }
        let mut element = match written {
            Some(address) => Tag::A.holding(phrase.content(text)).with(Attribute::Href(address)),
            None => tag.holding(phrase.content(text)),
        };
        if let Some(language) = its_language {
            element = element.with(Attribute::Lang(*language));
        }
        if turns {
            element = element.with(Attribute::Dir(direction));
        }
        if numbers.first() == Some(range) {
            element = element.with(Attribute::Class("identifier"));
        }
        nodes.push(element.into());
        at = range.end;
    }
    let rest = text.get(at..).unwrap_or_default();
    if !rest.is_empty() {
        nodes.push(Node::Text(rest.to_owned()));
    }
    nodes
}

/// Whether the address in the range does not go on before or behind it.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let goes_on = |c: char| is_alphanumeric(c) && !is_chinese(c) || matches!(c, '_' | '=' | '%' | '&');
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    !before.ends_with(goes_on) && !behind.starts_with(goes_on)
}

/// Phrases in another language than that of the text, in order; one may overlap another.
fn foreign(text: &str, language: Option<Language>) -> Vec<Phrase> {
    let Some(own) = language else { return Vec::new() };
    let mut phrases: Vec<Phrase> = Vec::new();
    // All phrases in the table are names.
    for (at, _) in text.match_indices(|c: char| c.is_ascii_uppercase()) {
        let rest = text.get(at..).unwrap_or_default();
        let found = FOREIGN_PHRASES.iter().filter(|(name, of)| *of != own && rest.starts_with(name));
        phrases.extend(found.map(|(name, of)| Phrase {
            range: at..at + name.len(),
            language: Some(*of),
            numbers: Vec::new(),
        }));
    }
    if may_have_other_scripts(text) {
        phrases.extend(in_other_script(text, own));
    }
    sort_by_number(&mut phrases, |phrase| phrase.range.start as u64);
    phrases
}

/// The language, if the script of the character is that of one language alone.
fn language_of_script(c: char) -> Option<Language> {
    match c {
        c if is_arabic(c) => Some(Language::Arabic),
        c if is_han(c) => Some(Language::Chinese),
        c if is_cyrillic(c) => Some(Language::Russian),
        _ => None,
    }
}

/// Words in the script of another of the six languages, consecutive words as one phrase.
fn in_other_script(text: &str, own: Language) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut is_open = false;
    for (at, c) in text.char_indices() {
        // Latin and Greek precede the scripts that determine a language.
        if !is_open && c < '\u{400}' {
            continue;
        }
        let end = at + c.len_utf8();
        match language_of_script(c) {
            Some(language) if language != own => match phrases.last_mut() {
                Some(last) if is_open && last.language == Some(language) => last.range.end = end,
                _ => phrases.push(Phrase { range: at..end, language: Some(language), numbers: Vec::new() }),
            },
            // The spaces between them belong to the phrase.
            None if is_open
                && !is_alphanumeric(c)
                && !matches!(c, '(' | ')' | '[' | ']' | '/' | ',' | ';') =>
            {
                continue;
            }
            _ => {
                is_open = false;
                continue;
            }
        }
        is_open = true;
    }
    // A single letter may be part of a document's number: “С-1948”.
    phrases.retain(|phrase| {
        let letters = text.get(phrase.range.clone()).unwrap_or_default().chars().count();
        letters > 1 || phrase.language == Some(Language::Chinese)
    });
    phrases
}

/// Numbers and addresses, whose parts run from left to right in every language. Latin words beside a number belong to
/// the same run: isolated alone, the number of “COM 3/ST” would be displayed before its word. Other phrases are
/// unchanged.
fn left_to_right(text: &str, others: &[Range<usize>]) -> Vec<Phrase> {
    let phrase = |range, numbers| Phrase { range, language: None, numbers };
    let phones = phone_ranges(text);
    // Both are in the order of the text and do not overlap: checking the first that ends later is enough.
    let is_taken = |start: usize, end: usize| {
        [phones.as_slice(), others].into_iter().any(|ranges| {
            let next = ranges.get(ranges.partition_point(|range| range.end <= start));
            next.is_some_and(|range| range.start < end)
        })
    };
    let mut phrases: Vec<Phrase> = Vec::new();
    // The current run of Latin words, and the numbers among them.
    let mut run = phrase(0..0, Vec::new());
    for (at, word) in words(text) {
        let core = word.trim_matches(is_edge);
        let start = at + word.find(core).unwrap_or_default();
        let end = start + core.len();
        let is_latin = !core.is_empty() && core.is_ascii() && !is_address(core) && !is_taken(start, end);
        let between = text.get(run.range.end..start).unwrap_or_default();
        let goes_on = is_latin && !run.range.is_empty() && between.chars().all(is_space);
        if !goes_on {
            phrases.push(std::mem::replace(&mut run, phrase(start..start, Vec::new())));
        }
        // Digits run with the letters before them, not with those after them.
        if goes_on || is_latin && core.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            run.range.end = end;
            run.numbers.extend(is_number(core).then_some(start..end));
        } else if is_address(core) && !is_taken(start, end) {
            phrases.push(phrase(start..end, Vec::new()));
        }
    }
    phrases.push(run);
    // Words alone are ordered correctly without isolation.
    phrases.retain(|phrase| {
        !phrase.numbers.is_empty() || is_address(text.get(phrase.range.clone()).unwrap_or_default())
    });
    phrases.extend(phones.into_iter().map(|phone| phrase(phone, Vec::new())));
    phrases
}

/// Whether the character is a mark at the edge of a word, and no part of a number or an address.
const fn is_edge(c: char) -> bool {
    !c.is_ascii_alphanumeric() && !matches!(c, '/' | '+')
}

/// Addresses, and what stays on one line: a telephone number, a word with a dash or slash that is a number or a short name (“CL-20/43”, “3–6”, “МСЭ-T”), and
/// a short number, or the sign for one, with the word after it (“12 September”, “No. 5”).
///
/// A word with which a phrase in another language begins, at one of the places in `others`, stays with that.
fn unbroken(text: &str, others: &[usize]) -> Vec<Phrase> {
    let phrase = |range: Range<usize>| Phrase { range: range.clone(), language: None, numbers: vec![range] };
    let mut phrases: Vec<Phrase> = phone_ranges(text).into_iter().map(phrase).collect();
    // What the next word stays beside.
    let mut open = 0..0;
    for (start, word) in words(text) {
        if open.end == 0 && is_of_letters(word) {
            continue;
        }
        let core = word.trim_matches(is_edge);
        if is_address(core) {
            let start = start + word.find(core).unwrap_or_default();
            phrases.push(Phrase { range: start..start + core.len(), language: None, numbers: Vec::new() });
            open = 0..0;
            continue;
        }
        let is_digit = |c: char| c.is_ascii_digit();
        let is_one = word.len() <= LONGEST_NUMBER
            && word.contains(|c| c == '/' || is_dash(c))
            && (word.contains(is_digit) || word.trim_end_matches([',', '.', ')']).ends_with(is_capital));
        let is_beside = open.end > 0
            && open.end + 1 == start
            && word.starts_with(is_alphanumeric)
            // “Article 25 of”: the number belongs to the word before it.
            && !matches!(word, "of" | "to" | "et")
            && others.binary_search(&start).is_err();
        let number = word.trim_start_matches('(');
        let goes_on = !is_beside
            && number.starts_with(is_digit)
            && number.ends_with(is_alphanumeric)
            && (number.len() < 4 || is_one)
            || word.ends_with(['°', 'º', '№', '§'])
            || word == "No.";
        let range = if is_beside { open.start } else { start }..start + word.len();
        if is_one || is_beside {
            phrases.pop_if(|last| last.range.start == range.start);
            phrases.push(phrase(range.clone()));
        }
        open = if goes_on { range } else { 0..0 };
    }
    phrases
}

/// The number of a document or the short name of an event: “CL-20/43”, “WTSA-20”.
fn is_number(word: &str) -> bool {
    let has = |is: fn(&u8) -> bool| word.bytes().any(|byte| is(&byte));
    word.contains(['/', '-', '.'])
        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.'))
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::to_html;

    fn html(words: &str, language: Language) -> String {
        to_html(&text(words, Some(language), false))
    }

    #[test]
    fn untranslated_names_begin_with_a_capital() {
        assert!(FOREIGN_PHRASES.iter().all(|(name, _)| name.starts_with(|c: char| c.is_ascii_uppercase())));
    }

    #[test]
    fn a_name_that_the_union_does_not_translate_says_its_language() {
        assert_eq!(
            html("dans le cadre de l'initiative International Gender Champions, l'UIT", Language::French),
            "dans le cadre de l'initiative <span lang=\"en\">International Gender Champions</span>, l'UIT"
        );
        assert_eq!(
            html("International Gender Champions", Language::English),
            "International Gender Champions"
        );
    }

    #[test]
    fn words_in_another_script_say_their_language() {
        assert_eq!(
            html(
                "The Chinese text 全权代表大会 and the Russian «Полномочная конференция» agree",
                Language::English
            ),
            "The Chinese text <span lang=\"zh-Hans\">全权代表大会</span> and the Russian «<span lang=\"ru\">Полномочная \
             конференция</span>» agree"
        );
        assert_eq!(
            html("le mot العربية ici", Language::French),
            "le mot <bdi lang=\"ar\" dir=\"rtl\">العربية</bdi> ici"
        );
    }

    #[test]
    fn numbers_ranges_and_dates_stay_on_one_line() {
        for (language, words, unbroken) in [
            (
                Language::English,
                "See (CL-20/43), WAAC-24 and ITU-T A.1",
                vec!["(CL-20/43),", "WAAC-24", "ITU-T"],
            ),
            (Language::English, "call +41 22 730 6311 or 5", vec!["+41 22 730 6311"]),
            (Language::English, "from 3 to 12 September 2023", vec!["12 September"]),
            (Language::English, "Circular No. 5 (3) of 3-6 December 5 (2)", vec!["No. 5", "3-6 December"]),
            (Language::French, "la circulaire N° 19/53 et le 1er mars", vec!["N° 19/53", "1er mars"]),
            (
                Language::Russian,
                "Циркуляр № 179 БСЭ, МСЭ-Т, (22 февраля 2021)",
                vec!["№ 179", "МСЭ-Т,", "(22 февраля"],
            ),
            (Language::Chinese, "2023年12月3日WTSA-24第5届", vec!["WTSA-24"]),
            (Language::French, "les 5 International Gender Champions", vec![]),
            (Language::English, "well-known and/or www.itu.int/en/2020-23 in 2023", vec![]),
        ] {
            let html = html(words, language);
            let spans = html.split("<span class=\"identifier\">").skip(1);
            let spans: Vec<&str> = spans.filter_map(|rest| rest.split("</span>").next()).collect();
            assert_eq!(spans, unbroken, "{words}");
        }
    }

    #[test]
    fn numbers_and_addresses_keep_their_order_in_arabic() {
        assert_eq!(
            html("على الرقم +41 22 730 6311 أو wtsa@itu.int، انظر CL-20/43.", Language::Arabic),
            "على الرقم <bdi dir=\"ltr\">+41 22 730 6311</bdi> أو <a href=\"mailto:wtsa@itu.int\" \
             dir=\"ltr\">wtsa@itu.int</a>، انظر <bdi dir=\"ltr\" class=\"identifier\">CL-20/43</bdi>."
        );
        assert_eq!(
            html("الوحدة COM 3/ST، التوصية ITU-T D.140 (2019)", Language::Arabic),
            "الوحدة <bdi dir=\"ltr\">COM <span class=\"identifier\">3/ST</span></bdi>، التوصية <bdi dir=\"ltr\">ITU-T <span \
             class=\"identifier\">D.140</span></bdi> (2019)"
        );
        assert_eq!(
            html("في 5 CL-20/43 12", Language::Arabic),
            "في 5 <bdi dir=\"ltr\"><span class=\"identifier\">CL-20/43</span> 12</bdi>"
        );
        assert_eq!(
            html("وفقاً لمبادرة International Gender Champions CL-23/4 إلى", Language::Arabic),
            "وفقاً لمبادرة <bdi lang=\"en\" dir=\"ltr\">International Gender Champions</bdi> <bdi dir=\"ltr\" \
             class=\"identifier\">CL-23/4</bdi> إلى"
        );
    }
}
