//! The words by which the parts of a letter are recognized: the tables of `data/`, and their lookup.

use super::meanings::Opening;
use super::tables::{COMMON_WORDS, FURNITURE, ISSUERS, ISSUERS_MEANINGS, OPENINGS, OPENINGS_MEANINGS};
use crate::ids::{Issuer, Language};
use crate::text::folding::{folded, is_letter};
use crate::text::words::{Found, found, is_passed_over};

/// The longest text in the brackets of a mark that the original is signed, in characters.
const LONGEST_MARK: usize = 40;

/// The length in bytes of the opening at the start of the text.
pub(super) fn opening(text: &str, opening: Opening, language: Option<Language>) -> Option<usize> {
    let meaning = OPENINGS_MEANINGS.iter().position(|meaning| *meaning == opening)?;
    OPENINGS.longest_of(meaning, text, language)
}

/// The length in bytes of the mark that the original is signed: “(signed)”, “[Original signé]”, “Fdo.”.
pub(super) fn signed_mark(text: &str, language: Option<Language>) -> Option<usize> {
    let start = text.len() - text.trim_start_matches(is_passed_over).len();
    let bracketed = text.get(start..)?.strip_prefix(['(', '（', '[', '［']);
    let inner = bracketed.unwrap_or(text.get(start..)?);
    if bracketed.is_none() {
        // Without brackets, a stop, colon or slash must follow the mark.
        let words = inner.trim_start_matches(is_passed_over);
        let after = words.get(opening(words, Opening::Signed, language)?..)?;
        return after.strip_prefix([':', '.', '/', '：']).map(|after| text.len() - after.len());
    }
    // In brackets the word may have others around it: “(original signed by the Director)”.
    let (words, after) = inner.split_once([')', '）', ']', '］'])?;
    let is_mark = words.chars().count() <= LONGEST_MARK && mentions(words, Opening::Signed, language);
    is_mark.then_some(text.len() - after.len())
}

/// Whether the text has the opening anywhere.
pub(super) fn mentions(text: &str, wanted: Opening, language: Option<Language>) -> bool {
    let mut before = ' ';
    text.char_indices().any(|(at, c)| {
        let starts_word = !(is_letter(before) && folded(c).is_some_and(is_letter));
        before = folded(c).unwrap_or(before);
        starts_word && text.get(at..).is_some_and(|rest| opening(rest, wanted, language).is_some())
    })
}

/// The issuer that the text names at its start, in any language.
pub(super) fn issuer(text: &str) -> Option<Issuer> {
    issuer_found(text).map(|found| found.meaning)
}

/// The length in bytes of the issuer's name at the start of the text, in any language.
pub(super) fn issuer_length(text: &str) -> Option<usize> {
    issuer_found(text).map(|found| found.length)
}

fn issuer_found(text: &str) -> Option<Found<Issuer>> {
    found(ISSUERS_MEANINGS, ISSUERS.longest(text, None, &|_, _| true))
}

/// Returns, for each language, whether the word is one of its most common.
pub(super) fn is_common_word(word: &str) -> impl Fn(Language) -> bool {
    let languages = COMMON_WORDS.languages_of(word);
    move |language| languages & language.bit() != 0
}

/// Whether the text has words that occur only in the footer of a page.
pub(super) fn has_page_footer(text: &str) -> bool {
    FURNITURE.iter().any(|form| text.contains(form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_where_the_form_ends_unless_it_is_a_stem() {
        let english = Some(Language::English);
        assert_eq!(opening("Sirte, a city", Opening::Salutation, english), None);
        assert_eq!(opening("Sir, Madam", Opening::Salutation, english), Some(3));
        assert_eq!(opening("Chairman", Opening::Title, english), Some(8));
    }
}
