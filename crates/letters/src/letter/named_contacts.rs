//! Contacts that the text of a letter names: “may be addressed to Ms Ada Specimen (telephone +41 22 …, e-mail …)”.
//!
//! A person is named with a word such as “Ms” or “г-жа”, and the numbers and addresses after the name in the same paragraph
//! are the person's. Without such a word nothing shows where a name begins: numbers and addresses alone are no contact,
//! because hotels and registrations have these too.

use std::ops::Range;

use super::contacts::mailboxes;
use super::meanings::Opening;
use super::parts::{Part, Role};
use super::types::{Contact, Letter};
use super::vocabulary;
use crate::ids::Language;
use crate::text::characters::{is_alphabetic, is_arabic, is_capital, is_han, is_small, is_space};
use crate::text::folding::folded;
use crate::text::scanning::{clean, phone_ranges};

/// The maximum number of words of a name.
const MOST_WORDS: usize = 5;

/// The maximum number of words of an Arabic name whose end no mark shows.
const MOST_ARABIC_WORDS: usize = 2;

/// The maximum number of characters of a Chinese name.
const LONGEST_CHINESE_NAME: usize = 3;

/// The greatest distance between a name and a value of that person, in bytes.
const NEAR: usize = 240;

/// The words between the parts of a name.
const PARTICLES: [&str; 12] = ["de", "del", "da", "dos", "van", "von", "der", "la", "le", "el", "al", "bin"];

/// The beginnings of the words for a telefax, folded.
const FAX_WORDS: [&str; 6] = ["fax", "facs", "telecop", "факс", "传真", "فاكس"];

/// The maximum number of characters between the word for a telefax and its number.
const LONGEST_LABEL: usize = 24;

/// The contacts that the paragraphs of the letter name, without those that its head has.
pub(super) fn find(letter: &Letter) -> Vec<Contact> {
    let mut found: Vec<Contact> = Vec::new();
    for (index, Part { role, .. }) in letter.parts.iter().enumerate() {
        if !matches!(role, Role::Body | Role::Other) {
            continue;
        }
        for passage in letter.passages.of_block(index) {
            for contact in contacts_in(passage.text, letter.metadata.language) {
                let known = letter.metadata.letterhead.contacts.iter().chain(&found);
                if !known.into_iter().any(|known| is_same(known, &contact)) {
                    found.push(contact);
                }
            }
        }
    }
    found
}

/// Whether the line is a name with the word before it, or in Chinese after it.
pub(super) fn has_honorific(name: &str, language: Option<Language>) -> bool {
    let opens = |at: usize| {
        let rest = name.get(at..).unwrap_or_default();
        vocabulary::opening(rest, Opening::Honorific, language).map(|length| (length, rest.len()))
    };
    if language == Some(Language::Chinese) {
        let mut places = name.char_indices().skip(1);
        return places.any(|(at, _)| opens(at).is_some_and(|(length, rest)| length == rest));
    }
    opens(0).is_some_and(|(length, rest)| length < rest)
}

/// Whether both are one person, by name or by an address.
fn is_same(known: &Contact, contact: &Contact) -> bool {
    known.name == contact.name || known.emails.iter().any(|email| contact.emails.contains(email))
}

fn contacts_in(text: &str, language: Option<Language>) -> Vec<Contact> {
    if !text.contains('+') && !text.contains('@') {
        return Vec::new();
    }
    let persons = persons(text, language);
    let starts = persons.iter().skip(1).map(|person| person.start).chain([text.len()]);
    let contacts = persons.iter().zip(starts).map(|(person, next)| {
        let end = text.floor_char_boundary(next.min(person.end + NEAR));
        let near = text.get(person.end..end).unwrap_or_default();
        let mut contact = values_in(near.get(..sentence_end(near)).unwrap_or_default());
        contact.name = text.get(person.clone()).map(clean);
        contact
    });
    contacts.filter(|contact| !contact.phones.is_empty() || !contact.emails.is_empty()).collect()
}

/// The end of the first sentence of the text: behind it, numbers and addresses are those of hotels and offices.
fn sentence_end(text: &str) -> usize {
    let ends = |(at, mark): &(usize, &str)| {
        let after = text.get(at + mark.len()..).unwrap_or_default();
        *mark == "。"
            || after.starts_with(is_space)
                && after.trim_start().starts_with(|c: char| !is_small(c) && is_alphabetic(c))
    };
    text.match_indices(['.', '。', '!', '?']).find(ends).map_or(text.len(), |(at, _)| at)
}

/// The numbers and addresses in the text behind a name.
fn values_in(text: &str) -> Contact {
    let mut contact = Contact::default();
    for range in phone_ranges(text) {
        let number = text.get(range.clone()).map(clean);
        let is_fax = text.get(..range.start).is_some_and(is_fax);
        let numbers = if is_fax { &mut contact.faxes } else { &mut contact.phones };
        numbers.extend(number);
    }
    for address in mailboxes(text).into_iter().filter(|address| address.contains('.')) {
        if !contact.emails.contains(&address) {
            contact.emails.push(address);
        }
    }
    contact
}

/// Whether the text ends with a word for a telefax, and little after it.
fn is_fax(before: &str) -> bool {
    let near: String = before.chars().rev().take(LONGEST_LABEL).filter_map(folded).collect();
    let near: String = near.chars().rev().collect();
    // The last number or address is another's.
    let near = near.rsplit(|c: char| c.is_ascii_digit() || c == '@').next().unwrap_or_default();
    FAX_WORDS.iter().any(|word| near.contains(word))
}

/// The places of the persons that the text names.
fn persons(text: &str, language: Option<Language>) -> Vec<Range<usize>> {
    let mut persons = Vec::new();
    let mut end = 0;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let starts_word = !is_alphabetic(before) || is_han(c) || is_arabic(c);
        before = c;
        if at < end || !starts_word {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let Some(length) = vocabulary::opening(rest, Opening::Honorific, language) else { continue };
        let place = match language {
            Some(Language::Chinese) => chinese_name(text.get(..at).unwrap_or_default(), end),
            Some(Language::Arabic) => Some(at..at + arabic_name(rest, length)),
            _ => Some(at..at + name(rest, length)),
        };
        let Some(place) = place.filter(|place| place.end > at + length || place.start < at) else { continue };
        let place = place.start..place.end.max(at + length);
        if !is_person(text.get(place.clone()).unwrap_or_default(), language) {
            continue;
        }
        end = place.end;
        persons.push(place);
    }
    persons
}

/// Whether the words are a person's: “Ms Ada Specimen”, and not “MS Teams”, “Mr President”, “M. le Ministre”.
fn is_person(words: &str, language: Option<Language>) -> bool {
    if language == Some(Language::Chinese) {
        return !words.contains("各位") && !words.contains('们');
    }
    let is_title = |word: &str| vocabulary::opening(word, Opening::Title, language).is_some();
    let mut words = words.split(' ');
    let honorific = words.next().unwrap_or_default();
    let is_written_as_one = honorific.chars().nth(1).is_none_or(|c| !is_capital(c));
    let names: Vec<&str> = words.collect();
    let is_article = |word: &&str| PARTICLES.contains(word) || word.starts_with("ال");
    is_written_as_one
        && names.len() >= 2
        && !names.first().is_some_and(is_article)
        && !names.iter().any(|word| is_title(word))
}

/// The end of the name whose honorific has the length: words in capitals, and particles between them.
fn name(text: &str, honorific: usize) -> usize {
    let mut end = honorific;
    let mut at = honorific;
    for word in text.get(honorific..).unwrap_or_default().split_inclusive(' ').take(MOST_WORDS + 1) {
        let bare = word.trim_end().trim_end_matches(|c: char| !is_alphabetic(c) && c != '.');
        let is_particle = PARTICLES.contains(&bare);
        let is_name = bare.starts_with(|c: char| is_capital(c) || is_alphabetic(c) && !is_small(c));
        if word.trim().is_empty() && at == honorific {
            at += word.len();
            continue;
        }
        if !is_particle && !is_name || bare.contains(['@', '(']) {
            break;
        }
        if is_name {
            // A full stop after more than an initial ends the sentence.
            let ends_sentence = bare.ends_with('.') && bare.chars().count() > 2;
            end = at + if ends_sentence { bare.len() - 1 } else { bare.len() };
        }
        at += word.len();
        if bare.len() < word.trim_end().len() || end < at - (word.len() - bare.len()) && !is_particle {
            break;
        }
    }
    end
}

/// The end of the Arabic name whose honorific has the length.
fn arabic_name(text: &str, honorific: usize) -> usize {
    let mut end = honorific;
    let mut at = honorific;
    let mut count = 0;
    for word in text.get(honorific..).unwrap_or_default().split_inclusive(' ') {
        let bare = word.trim_end();
        let letters = bare.trim_end_matches(|c: char| !is_alphabetic(c));
        if bare.is_empty() {
            at += word.len();
            continue;
        }
        if count == MOST_ARABIC_WORDS || letters.is_empty() || !letters.chars().all(is_alphabetic) {
            break;
        }
        count += 1;
        end = at + letters.len();
        at += word.len();
        if letters.len() < bare.len() {
            break;
        }
    }
    end
}

/// The place of the Chinese name at the end of the text before its honorific, from `from` on: a name in Latin letters, or
/// Chinese characters up to a mark or a word that cannot be part of one.
fn chinese_name(before: &str, from: usize) -> Option<Range<usize>> {
    let last = before.chars().next_back()?;
    let tail = before.get(from..)?;
    if !is_han(last) {
        let name = tail.trim_start_matches(|c: char| !is_alphabetic(c));
        let start =
            tail.rfind(|c: char| is_han(c) || !is_alphabetic(c) && !matches!(c, ' ' | '-' | '.' | '·'));
        let latin = start.map_or(name, |start| tail.get(start..).unwrap_or_default());
        let latin = latin.trim_start_matches(|c: char| is_han(c) || !is_alphabetic(c));
        return (!latin.is_empty()).then_some(before.len() - latin.len()..before.len());
    }
    let mut start = before.len();
    for (count, (at, c)) in tail.char_indices().rev().enumerate() {
        let ends =
            !is_han(c) || matches!(c, '的' | '和' | '由' | '与' | '及' | '系' | '是' | '向' | '请' | '为');
        if ends {
            return (start < before.len() && count >= 2).then_some(start..before.len());
        }
        if count == LONGEST_CHINESE_NAME {
            return None;
        }
        start = from + at;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language) -> Vec<String> {
        let text_of = |contact: Contact| {
            let values = [contact.phones, contact.faxes, contact.emails].concat().join(", ");
            format!("{}: {values}", contact.name.unwrap_or_default())
        };
        contacts_in(text, Some(language)).into_iter().map(text_of).collect()
    }

    #[test]
    fn a_person_has_the_numbers_and_addresses_behind_the_name() {
        for (text, language, expected) in [
            (
                "Questions may be addressed to Mr Odo van Specimen, telephone +41 22 730 9999, fax +41 22 730 9998.",
                Language::English,
                "Mr Odo van Specimen: +41 22 730 9999, +41 22 730 9998",
            ),
            (
                "veuillez vous adresser à Mme Ada Specimen (courriel: ada.specimen@example.int).",
                Language::French,
                "Mme Ada Specimen: ada.specimen@example.int",
            ),
            (
                "póngase en contacto con la Sra. Ada Specimen por teléfono (+41 22 730 9999)",
                Language::Spanish,
                "Sra. Ada Specimen: +41 22 730 9999",
            ),
            (
                "с вопросами обращаться к г-же Аде Образцовой по телефону +41 22 730 9999.",
                Language::Russian,
                "г-же Аде Образцовой: +41 22 730 9999",
            ),
            (
                "请与样本处的王样本女士联系（电话：+41 22 730 9999）。",
                Language::Chinese,
                "王样本女士: +41 22 730 9999",
            ),
            (
                "يرجى الاتصال بالسيد سالم العينة (الهاتف: +41 22 730 9999)",
                Language::Arabic,
                "السيد سالم العينة: +41 22 730 9999",
            ),
        ] {
            assert_eq!(found(text, language), [expected]);
        }
    }

    #[test]
    fn two_persons_have_each_their_own() {
        assert_eq!(
            found(
                "Ms Ada Specimen (+41 22 730 9999) or, in her absence, Dr Odo Muster (odo@example.int)",
                Language::English
            ),
            ["Ms Ada Specimen: +41 22 730 9999", "Dr Odo Muster: odo@example.int"]
        );
    }

    #[test]
    fn a_number_without_a_person_and_a_person_without_a_number_are_no_contacts() {
        for text in [
            "Rooms at the Hotel Specimen, telephone +41 22 730 9999, are held until 3 May.",
            "The meeting will be chaired by Mr Odo Muster. Documents: https://example.int",
            "Documents should be sent to docs@example.int.",
            "Mr President of the Council will speak; the secretariat answers at +41 22 730 9999.",
            "The forum is chaired by Ms Ada Specimen. Rooms are at the Hotel Muster, tel. +41 22 730 9999.",
            "MS Teams is used: support@example.int",
        ] {
            assert_eq!(found(text, Language::English), [""; 0], "{text}");
        }
    }
}
