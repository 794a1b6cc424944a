//! The formulas of a letter: salutation, closing, the mark that the original is signed.

use super::super::meanings::Opening;
use super::super::vocabulary;
use crate::ids::Language;
use crate::text::characters::{COLONS, COMMAS, is_alphanumeric};

/// The longest salutation, annex heading or line of a signature, in characters.
pub(super) const LONGEST_SHORT_LINE: usize = 120;

/// The longest closing formula, in characters.
const LONGEST_CLOSING: usize = 250;

/// Whether the text begins with the opening.
pub(super) fn opens(text: &str, opening: Opening, language: Option<Language>) -> bool {
    vocabulary::opening(text.trim_start(), opening, language).is_some()
}

pub(super) fn is_salutation(text: &str, language: Option<Language>) -> bool {
    let opens = |text: &str| opens(text, Opening::Salutation, language);
    text.len() <= 4 * LONGEST_SHORT_LINE
        && opens(text)
        && text.chars().count() <= LONGEST_SHORT_LINE
        && (text.ends_with(COMMAS)
            || text.ends_with(COLONS)
            || text.ends_with(['!', '！'])
            // Without a mark at its end, it is a salutation if it has no name.
            || text.split([' ', '/', ',']).all(|word| word.is_empty() || opens(word)))
}

/// The length of the salutation with which the text begins, in bytes: up to the last mark before which all is a salutation.
pub(super) fn salutation_length(text: &str, language: Option<Language>) -> Option<usize> {
    if !opens(text, Opening::Salutation, language) {
        return None;
    }
    let is_mark = |c: char| COMMAS.contains(&c) || COLONS.contains(&c) || matches!(c, '!' | '！');
    let mut length = None;
    for (at, mark) in text.match_indices(is_mark) {
        let end = at + mark.len();
        let goes_on =
            |length: usize| opens(text.get(length..end).unwrap_or_default(), Opening::Salutation, language);
        if !is_salutation(text.get(..end)?, language) || !length.is_none_or(goes_on) {
            break;
        }
        length = Some(end);
    }
    length
}

/// A short text with the opening of a closing, or that mentions one. A closing that continues ends with its sentence.
pub(super) fn is_closing(text: &str, language: Option<Language>) -> bool {
    may_be_closing(text) && (opens(text, Opening::Closing, language) || mentions_closing(text, language))
}

/// Whether the text is short enough for a closing formula.
pub(super) fn may_be_closing(text: &str) -> bool {
    text.chars().count() <= LONGEST_CLOSING
}

/// A text without digits that has the words of a closing somewhere in its sentence.
pub(super) fn mentions_closing(text: &str, language: Option<Language>) -> bool {
    !text.contains(|c: char| c.is_ascii_digit())
        && vocabulary::mentions(text, Opening::WithinClosing, language)
}

/// Whether the formula is complete: a sentence, or only the words by which it is recognized.
pub(super) fn is_closing_complete(text: &str, language: Option<Language>) -> bool {
    let rest = vocabulary::opening(text, Opening::Closing, language).and_then(|length| text.get(length..));
    text.ends_with(['.', '!', '。', '！'])
        || rest.is_some_and(|rest| rest.chars().all(|c| !is_alphanumeric(c)))
        || text.ends_with(COMMAS) && rest.is_some_and(|rest| rest.split(' ').count() <= 2)
}

/// A short paragraph that ends with a comma: before the mark “(signed)” it is the closing formula, whatever its words.
pub(super) fn is_unknown_closing(text: &str) -> bool {
    text.ends_with(COMMAS) && may_be_closing(text)
}

pub(super) fn is_signed(text: &str, language: Option<Language>) -> bool {
    vocabulary::signed_mark(text, language).is_some()
}
