//! The reference of a letterhead: the letter's own number, and the language-neutral id that it has.
//!
//! A reference is surrounded by words: “Lettre circulaire N° CL-20/43”, “Циркуляр 179 БСЭ”, “电信标准化局第77号通函”. Its id is
//! that of its citation in another text.

use std::ops::Range;

use super::reader::{Circumstances, Found, Reader};
use super::terms::Term;
use super::tokens::{Kind, first_token};
use crate::ids::{DocumentId, Language};
use crate::text::characters::{digit, is_alphanumeric, is_capital};
use crate::text::scanning::clean;

/// The longest line that can be a reference and nothing else, in bytes.
const LONGEST: usize = 300;

/// The longest word of a reference, in bytes.
const LONGEST_WORD: usize = 128;

/// The maximum count of numbers in a line that is a reference and nothing else.
const MOST_NUMBERS: usize = 3;

/// A reference of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OwnReference {
    /// The reference as written, without the words before it; that of an amendment with its words.
    pub(crate) text: String,
    /// Its id, if its form is known.
    pub(crate) id: Option<DocumentId>,
}

/// An item of a line with a reference.
enum Item {
    /// A word that may occur around a number in a reference.
    Word(Term),
    /// A number, with the code of its series if it has one.
    Number { range: Range<usize>, has_series: bool },
    /// Any other word.
    Other,
}

/// The references in a line.
pub(crate) fn read(text: &str, circumstances: Circumstances) -> Vec<OwnReference> {
    let reader = Reader::new(text, circumstances);
    let items = items(&reader);
    let amends = items.iter().any(Item::amends);
    let is_amendment = |found: &Found| matches!(found.id, DocumentId::Amendment { .. });
    let mut letters = letters_named(reader);
    // The line may be in another language than the letter.
    if letters.is_empty() || amends && !letters.iter().any(is_amendment) {
        letters = letters_named(Reader::new(text, Circumstances { language: None, ..circumstances }));
    }
    if amends || letters.iter().any(is_amendment) {
        let id = letters.into_iter().find(is_amendment).map(|found| found.id);
        return vec![OwnReference { text: whole(text), id }];
    }
    if !letters.is_empty() {
        let reference = |Found { range, id, .. }: Found| {
            let number = text.get(number_in(&items, &range)).unwrap_or_default();
            OwnReference { text: clean(number), id: Some(id) }
        };
        return letters.into_iter().map(reference).collect();
    }
    let has_words = items.iter().any(|item| matches!(item, Item::Word(_)));
    let before = items.iter().find_map(Item::number).and_then(|number| text.get(..number.start));
    // Letters that are written together with the number belong to it: “SG19”.
    let before = before.map(|before| before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()));
    let start = before.map_or(0, str::len);
    vec![OwnReference { text: whole(text.get(start..).filter(|_| has_words).unwrap_or(text)), id: None }]
}

/// The letters that the text names.
fn letters_named(reader: Reader<'_>) -> Vec<Found> {
    let mut letters = reader.read();
    letters.retain(|found| found.id.is_letter());
    letters
}

/// Whether the text is a reference and nothing else, so that it is known without a label: “Circular Letter CR/384”.
pub(crate) fn is_reference(text: &str, language: Option<Language>) -> bool {
    if text.len() > LONGEST || !has_number(text) {
        return false;
    }
    let items = items_of(text, language);
    let numbers = items.iter().filter(|item| item.number().is_some()).count();
    let names_series = |item: &Item| match item {
        Item::Word(term) => term.is_letter() || term.bureau().is_some() || term.amendment().is_some(),
        Item::Number { has_series, .. } => *has_series,
        Item::Other => false,
    };
    // “In Circular CR/384”
    let begins_sentence =
        matches!(items.first(), Some(Item::Word(Term::Of))) && text.trim_start().starts_with(is_capital);
    (1..=MOST_NUMBERS).contains(&numbers)
        && !begins_sentence
        && items.iter().any(names_series)
        && !items.iter().any(|item| matches!(item, Item::Other))
}

/// Whether the next line continues the reference: it has no number yet, or only that of an amendment.
pub(crate) fn is_unfinished(text: &str, language: Option<Language>) -> bool {
    let items = items_of(text, language);
    let numbers = items.iter().filter(|item| item.number().is_some()).count();
    numbers == 0 || numbers < 2 && items.iter().any(Item::amends)
}

/// The places where the reference can end in a line that continues with something else: after each number, in bytes.
pub(crate) fn number_ends(text: &str, language: Option<Language>) -> impl Iterator<Item = usize> {
    let items = if has_number(text) { items_of(text, language) } else { Vec::new() };
    items.into_iter().filter_map(|item| item.number().map(|number| number.end))
}

/// The length of the word of a reference with which the text begins, in bytes.
pub(crate) fn first_word(text: &str, language: Option<Language>) -> Option<usize> {
    let start = text.get(..text.floor_char_boundary(LONGEST_WORD))?;
    let first = first_token(start, language)?;
    match first.kind {
        Kind::Word(term) if is_of_reference(term) => Some(first.end),
        _ => None,
    }
}

impl Item {
    fn number(&self) -> Option<&Range<usize>> {
        match self {
            Self::Number { range, .. } => Some(range),
            _ => None,
        }
    }

    /// Whether it is a word for an amendment.
    fn amends(&self) -> bool {
        matches!(self, Self::Word(term) if term.amendment().is_some())
    }
}

/// Whether the text has a digit, with which each number begins.
fn has_number(text: &str) -> bool {
    text.contains(|c| digit(c).is_some())
}

fn items_of(text: &str, language: Option<Language>) -> Vec<Item> {
    items(&Reader::new(text, Circumstances { language, issuer: None, date: None }))
}

/// The words and numbers of a line, without spaces and punctuation.
fn items(reader: &Reader<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(kind) = reader.kind(at) {
        if let Some(next) = reader.behind_number_of_series(at) {
            items.push(Item::Number { range: reader.start(at)..reader.end_before(next), has_series: true });
            at = next;
            continue;
        }
        let range = reader.start(at)..reader.end_before(at + 1);
        match kind {
            Kind::Number => items.push(Item::Number { range, has_series: false }),
            Kind::Word(term) if is_of_reference(term) => items.push(Item::Word(term)),
            Kind::Word(_) | Kind::Code => items.push(Item::Other),
            Kind::Other if reader.words(at).contains(is_alphanumeric) => items.push(Item::Other),
            _ => {}
        }
        at += 1;
    }
    items
}

/// Whether the word may occur around the number of a letter in its reference.
fn is_of_reference(term: Term) -> bool {
    term.is_letter()
        || term.bureau().is_some()
        || term.amendment().is_some()
        || matches!(
            term,
            Term::NumberSign
                | Term::NumberSigns
                | Term::Ordinal
                | Term::Counter
                | Term::Of
                | Term::Range
                | Term::SectorT
        )
}

/// The place of the number in the citation of a letter, or else of the whole citation.
fn number_in(items: &[Item], citation: &Range<usize>) -> Range<usize> {
    let is_inside = |range: &&Range<usize>| citation.start <= range.start && range.end <= citation.end;
    let mut numbers = items.iter().filter_map(Item::number).filter(is_inside);
    match numbers.next() {
        Some(first) => first.start..numbers.next_back().unwrap_or(first).end,
        None => citation.clone(),
    }
}

/// The text as a value, without the mark of a footnote at its end.
fn whole(text: &str) -> String {
    clean(text).trim_end_matches(['*', ' ', ',', ';', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{Date, Issuer};

    fn references(text: &str, language: Language, issuer: Option<Issuer>) -> Vec<String> {
        let circumstances = Circumstances { language: Some(language), issuer, date: Date::new(2017, 12, 20) };
        let references = read(text, circumstances).into_iter();
        references
            .map(|found| format!("{} {}", found.text, found.id.map_or_else(String::new, |id| id.to_string())))
            .collect()
    }

    #[test]
    fn a_reference_is_known_by_its_shape_or_by_the_words_around_it() {
        let (tsb, sg, bdt) =
            (Issuer::StandardizationBureau, Issuer::GeneralSecretariat, Issuer::DevelopmentBureau);
        for (text, language, issuer, expected) in [
            ("Lettre circulaire N°CL-20/43", Language::French, None, "CL-20/43 sg/cl/2020/43"),
            ("CL-20/43号通函", Language::Chinese, None, "CL-20/43 sg/cl/2020/43"),
            ("TSB Circular 77", Language::English, None, "77 tsb/circular/2017/77"),
            ("Circulaire 77", Language::French, Some(tsb), "77 tsb/circular/2017/77"),
            ("Циркуляр 179 БСЭ", Language::Russian, None, "179 tsb/circular/2017/179"),
            ("电信标准化局第77号通函", Language::Chinese, None, "77 tsb/circular/2017/77"),
            ("电信标准化局第 3/9 号通函", Language::Chinese, None, "3/9 tsb/collective/3/9"),
            (
                "TSB Collective letter 9/SG3RG-LAC",
                Language::English,
                None,
                "9/SG3RG-LAC tsb/collective/9/SG3RG-LAC",
            ),
            ("Коллективное письмо 7/11 БСЭ", Language::Russian, None, "7/11 tsb/collective/7/11"),
            ("Circular-Letter No. 58", Language::English, Some(sg), "58 sg/lc/58"),
            ("Circular-LC 176", Language::English, Some(sg), "176 sg/lc/176"),
            ("Circular BDT/008", Language::English, None, "BDT/008 bdt/circular/8"),
            ("Carta Circular 8", Language::Spanish, Some(bdt), "8 bdt/circular/8"),
            ("Circular 77", Language::English, None, "77 "),
            (
                "Corrigendum 1 to Circular Letter CL-20/43",
                Language::English,
                None,
                "Corrigendum 1 to Circular Letter CL-20/43 sg/cl/2020/43/corr/1",
            ),
            ("CL-20/43号通函的勘误1", Language::Chinese, None, "CL-20/43号通函的勘误1 sg/cl/2020/43/corr/1"),
            (
                "TSB Circular 77 Addendum 2",
                Language::English,
                None,
                "TSB Circular 77 Addendum 2 tsb/circular/2017/77/add/2",
            ),
        ] {
            assert_eq!(references(text, language, issuer), [expected]);
        }
        assert_eq!(
            references("4/LCCE/71* 6/LCCE/15*", Language::English, None),
            ["4/LCCE/71 br/lcce/4/71", "6/LCCE/15 br/lcce/6/15"]
        );
    }

    #[test]
    fn only_a_reference_alone_is_known_without_a_label() {
        for (text, is) in [
            ("Administrative Circular CA/270", true),
            ("CR/384", true),
            ("TSB Circular 77 – CR/384", true),
            ("Geneva, 5 May 2020", false),
            ("Resolution 77", false),
            ("77", false),
            ("In Circular CR/384", false),
        ] {
            assert_eq!(is_reference(text, Some(Language::English)), is, "{text}");
        }
    }
}
