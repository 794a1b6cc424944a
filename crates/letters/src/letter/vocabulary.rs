//! The words by which the parts of a letter are known: the tables of `data/`, and how they are looked up.

use super::reference;
use crate::ids::Language;
use crate::text::characters::{digit, is_space};
use crate::text::folding::{folded, is_letter};
use crate::text::words::{Found, Words, found, is_passed_over};

/// The fields of a letterhead that a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Reference,
    Contact,
    Phone,
    Fax,
    Email,
    Addressees,
    Copies,
    Subject,
    Date,
    /// Who sent a telefax: from then on, its numbers are the Union's.
    Sender,
    Annexes,
    /// A label whose value is shown and not taken apart: “Action:”, “Page:”.
    Particular,
}

/// The parts of a letter that are known by how they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    Addressees,
    Salutation,
    Closing,
    /// What a closing formula says somewhere in its sentence.
    WithinClosing,
    Signed,
    Annex,
    /// The title of who signs.
    Title,
    /// The words around a page's number.
    Page,
    /// The Union's own name.
    Union,
    /// Says that the text is a specimen, and no letter of the Union.
    Specimen,
    /// Says that the text is an unofficial translation.
    Unofficial,
}

/// Who issues a circular letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Issuer {
    /// The General Secretariat (SG).
    GeneralSecretariat,
    /// The Telecommunication Standardization Bureau (TSB).
    StandardizationBureau,
    /// The Radiocommunication Bureau (BR).
    RadiocommunicationBureau,
    /// The Telecommunication Development Bureau (BDT).
    DevelopmentBureau,
}

impl Issuer {
    const ALL: [Self; 4] = [
        Self::GeneralSecretariat,
        Self::StandardizationBureau,
        Self::RadiocommunicationBureau,
        Self::DevelopmentBureau,
    ];

    /// The code in JSON: `sg`, `tsb`, `br`, `bdt`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::GeneralSecretariat => "sg",
            Self::StandardizationBureau => "tsb",
            Self::RadiocommunicationBureau => "br",
            Self::DevelopmentBureau => "bdt",
        }
    }

    /// The issuer with the code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|issuer| issuer.code() == code)
    }
}

/// The words that dates are made of, apart from the months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// Joins day, month and year without saying anything: “de”.
    Joiner,
    /// Stands between the first and the last day of a range: “to”.
    Range,
    /// Stands between two days: “and”.
    Pair,
    /// Makes a range of two days with “and”: “between”.
    Between,
    /// The ending of an ordinal number.
    Ordinal,
    /// Follows a year: “года”.
    AfterYear,
    /// A day of the week.
    Weekday,
}

/// The words around the number of a letter in its reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SeriesWord {
    /// Circular, circular letter, letter.
    Circular,
    /// Collective letter to a study group.
    Collective,
    StandardizationBureau,
    RadiocommunicationBureau,
    DevelopmentBureau,
    NumberSign,
    /// Joins the other words: “to the”.
    Joiner,
    Corrigendum,
    Addendum,
    Revision,
}

include!(concat!(env!("OUT_DIR"), "/labels.rs"));
include!(concat!(env!("OUT_DIR"), "/labels_meanings.rs"));
include!(concat!(env!("OUT_DIR"), "/openings.rs"));
include!(concat!(env!("OUT_DIR"), "/openings_meanings.rs"));
include!(concat!(env!("OUT_DIR"), "/issuers.rs"));
include!(concat!(env!("OUT_DIR"), "/issuers_meanings.rs"));
include!(concat!(env!("OUT_DIR"), "/months_backwards.rs"));
include!(concat!(env!("OUT_DIR"), "/months_meanings.rs"));
include!(concat!(env!("OUT_DIR"), "/date_words.rs"));
include!(concat!(env!("OUT_DIR"), "/date_words_backwards.rs"));
include!(concat!(env!("OUT_DIR"), "/date_words_meanings.rs"));
include!(concat!(env!("OUT_DIR"), "/series.rs"));
include!(concat!(env!("OUT_DIR"), "/series_meanings.rs"));
include!(concat!(env!("OUT_DIR"), "/common_words.rs"));
include!(concat!(env!("OUT_DIR"), "/furniture.rs"));

/// The longest text in the brackets of a mark that the original is signed, in characters.
const LONGEST_MARK: usize = 40;

/// The label with which the text begins. A colon follows it, or a value that can only be this label's: a number after
/// “Tel”, an address after “E-mail”. The length is that of everything before the value.
pub(crate) fn label(text: &str, language: Option<Language>) -> Option<Found<Label>> {
    let start = text.len() - text.trim_start_matches(is_bullet_or_bracket).len();
    let words = text.get(start..)?;
    let found = found(
        LABELS_MEANINGS,
        LABELS.longest(words, language, &|meaning, after| {
            let value = after.trim_start_matches(is_passed_over);
            value.starts_with([':', '：'])
                || LABELS_MEANINGS.get(meaning).is_some_and(|label| {
                    is_value_of(*label, value, after)
                        || *label == Label::Reference && reference::is_reference(value, language)
                })
        }),
    )?;
    let after = words.get(found.length..)?.trim_start_matches(is_passed_over);
    let value = after.strip_prefix([':', '：']).unwrap_or(after).trim_start_matches(is_passed_over);
    Some(Found { length: text.len() - value.len(), ..found })
}

/// The label that the text is, without a colon: in a cell, in a heading, or in a line of its own.
pub(crate) fn label_alone(text: &str, language: Option<Language>) -> Option<Label> {
    let words = text.trim_start_matches(is_bullet_or_bracket);
    let longest = LABELS.longest(words, language, &|_, after| after.chars().all(is_passed_over));
    found(LABELS_MEANINGS, longest).map(|found| found.meaning)
}

/// Whether the value can only be this label's. `after` is the value with the spaces before it.
fn is_value_of(label: Label, value: &str, after: &str) -> bool {
    let is_glued =
        after.starts_with(|c: char| folded(c).is_some_and(|folded| is_letter(folded) && folded != c));
    match label {
        Label::Contact | Label::Subject => is_glued,
        Label::Phone | Label::Fax => {
            value.starts_with(|c: char| matches!(c, '+' | '(') || digit(c).is_some())
        }
        Label::Email => value.split(is_space).next().is_some_and(|word| word.contains('@')),
        _ => false,
    }
}

/// How many bytes of the text such a part's opening takes.
pub(crate) fn opening(text: &str, opening: Opening, language: Option<Language>) -> Option<usize> {
    let meaning = OPENINGS_MEANINGS.iter().position(|meaning| *meaning == opening)?;
    OPENINGS.longest_of(meaning, text, language)
}

/// How many bytes the mark that the original is signed takes: “(signed)”, “[Original signé]”, “Fdo.”.
pub(crate) fn signed_mark(text: &str, language: Option<Language>) -> Option<usize> {
    let start = text.len() - text.trim_start_matches(is_passed_over).len();
    let bracketed = text.get(start..)?.strip_prefix(['(', '（', '[', '［']);
    let inner = bracketed.unwrap_or(text.get(start..)?);
    if bracketed.is_none() {
        // Without brackets, the mark needs its stop or colon to be one.
        let words = inner.trim_start_matches(is_passed_over);
        let after = words.get(opening(words, Opening::Signed, language)?..)?;
        return after.strip_prefix([':', '.', '/', '：']).map(|after| text.len() - after.len());
    }
    // In brackets the word may have others around it: “(original signed by the Director)”.
    let (words, after) = inner.split_once([')', '）', ']', '］'])?;
    let is_mark = words.chars().count() <= LONGEST_MARK && mentions(words, Opening::Signed, language);
    is_mark.then_some(text.len() - after.len())
}

/// Whether the text has such a part's opening anywhere.
pub(crate) fn mentions(text: &str, wanted: Opening, language: Option<Language>) -> bool {
    let mut before = ' ';
    text.char_indices().any(|(at, c)| {
        let starts_word = !(is_letter(before) && folded(c).is_some_and(is_letter));
        before = folded(c).unwrap_or(before);
        starts_word && text.get(at..).is_some_and(|rest| opening(rest, wanted, language).is_some())
    })
}

/// The issuer that the text names at its start, in any language.
pub(crate) fn issuer(text: &str) -> Option<Issuer> {
    found(ISSUERS_MEANINGS, ISSUERS.longest(text, None, &|_, _| true)).map(|found| found.meaning)
}

/// The word of a reference with which the text begins.
pub(crate) fn series_word(text: &str, language: Option<Language>) -> Option<Found<SeriesWord>> {
    found(SERIES_MEANINGS, SERIES.longest(text, language, &|_, _| true))
}

/// The month with which the text ends.
pub(crate) fn last_month(text: &str, language: Option<Language>) -> Option<Found<u8>> {
    found(MONTHS_MEANINGS, MONTHS_BACKWARDS.longest_at_end(text, language, None))
}

/// How many bytes a word of dates takes at the end of the text.
pub(crate) fn last_date_word(text: &str, word: DateWord, language: Option<Language>) -> Option<usize> {
    let meaning = DATE_WORDS_MEANINGS.iter().position(|meaning| *meaning == word)?;
    DATE_WORDS_BACKWARDS.longest_at_end(text, language, Some(meaning)).map(|(_, length)| length)
}

/// How many bytes a word of dates takes at the start of the text.
pub(crate) fn date_word(text: &str, word: DateWord, language: Option<Language>) -> Option<usize> {
    let meaning = DATE_WORDS_MEANINGS.iter().position(|meaning| *meaning == word)?;
    let words = text.trim_start_matches(is_passed_over);
    DATE_WORDS.longest_of(meaning, words, language).map(|length| text.len() - words.len() + length)
}

/// Says of each language whether the word is one of its commonest.
pub(crate) fn is_common_word(word: &str) -> impl Fn(Language) -> bool {
    let languages = COMMON_WORDS.languages_of(word);
    move |language| languages & language.bit() != 0
}

/// Whether the text has what only the footer of a page says.
pub(crate) fn has_page_footer(text: &str) -> bool {
    FURNITURE.iter().any(|form| text.contains(form))
}

/// What may stand before a label: the dash of a list, the bracket around a remark.
fn is_bullet_or_bracket(c: char) -> bool {
    is_bullet(c) || matches!(c, '(' | '（') || is_passed_over(c)
}

/// The dash or dot before an item of a list that the converter did not take for one.
pub(crate) const fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '•' | '·' | '▪' | '●' | '⁃')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language) -> Option<(Label, &str)> {
        label(text, Some(language)).map(|found| (found.meaning, text.get(found.length..).unwrap()))
    }

    #[test]
    fn a_label_ends_with_its_colon() {
        assert_eq!(found("Téléphone: +41", Language::French), Some((Label::Phone, "+41")));
        assert_eq!(found("Réf.\u{a0}: CL-20/43", Language::French), Some((Label::Reference, "CL-20/43")));
        assert_eq!(found("电话：+41", Language::Chinese), Some((Label::Phone, "+41")));
        assert_eq!(found("Contact the secretariat", Language::English), None);
    }

    #[test]
    fn a_label_needs_no_colon_before_a_value_that_can_only_be_its_own() {
        assert_eq!(found("Tel +41 22 730", Language::English), Some((Label::Phone, "+41 22 730")));
        assert_eq!(found("E-mail a@itu.int", Language::English), Some((Label::Email, "a@itu.int")));
        assert_eq!(found("(Direct Fax N°. +41 22)", Language::English), Some((Label::Fax, "+41 22)")));
        assert_eq!(found("Tel the secretariat", Language::English), None);
    }

    #[test]
    fn a_label_is_known_whatever_its_capitals_accents_and_marks() {
        assert_eq!(found("OBJET: Une assemblée", Language::French), Some((Label::Subject, "Une assemblée")));
        assert_eq!(found("Te\u{301}le\u{301}phone: 1", Language::French), Some((Label::Phone, "1")));
        assert_eq!(found("المـــوضوع\u{200f}: تقييس", Language::Arabic), Some((Label::Subject, "تقييس")));
    }

    #[test]
    fn the_longest_label_wins() {
        assert_eq!(found("Contact person: Ms X", Language::English), Some((Label::Contact, "Ms X")));
    }

    #[test]
    fn a_word_of_another_language_is_no_label() {
        assert_eq!(found("Asunto: Reunión", Language::English), None);
    }

    #[test]
    fn a_word_ends_where_the_form_ends_unless_it_is_a_stem() {
        let english = Some(Language::English);
        assert_eq!(opening("Sirte, a city", Opening::Salutation, english), None);
        assert_eq!(opening("Sir, Madam", Opening::Salutation, english), Some(3));
        assert_eq!(opening("Chairman", Opening::Title, english), Some(8));
    }
}
