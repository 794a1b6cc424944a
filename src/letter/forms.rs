//! The words by which the parts of a letter are known: the tables of `data/`, and how text is compared with them.

use crate::language::Language;

/// The fields of a letterhead that a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Reference,
    Contact,
    Phone,
    Fax,
    Email,
    Addressees,
    Copies,
    Subject,
}

/// The parts of a letter that are known by how they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    Addressees,
    Salutation,
    Closing,
    Signed,
    Annex,
    /// What makes a reference that of a corrigendum, an addendum or a revision: it may also stand within the reference.
    Amendment,
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

include!(concat!(env!("OUT_DIR"), "/labels.rs"));
include!(concat!(env!("OUT_DIR"), "/openings.rs"));
include!(concat!(env!("OUT_DIR"), "/issuers.rs"));
include!(concat!(env!("OUT_DIR"), "/months.rs"));
include!(concat!(env!("OUT_DIR"), "/common_words.rs"));

/// A label at the start of a text.
pub(super) struct FoundLabel {
    /// Which.
    pub(super) label: Label,
    /// How many bytes the label takes, with its colon and the spaces after it.
    pub(super) length: usize,
}

/// The label with which the text begins, in the given language or in any. It must be followed by a colon.
pub(super) fn label(text: &str, language: Option<Language>) -> Option<FoundLabel> {
    LABELS
        .iter()
        .filter(|(its_language, ..)| language.is_none_or(|language| language == *its_language))
        .filter_map(|(_, label, form)| {
            let after = text.get(prefix(text, form)?..)?;
            let after_colon = after.trim_start_matches(is_passed_over).strip_prefix([':', '：'])?;
            let after_colon = after_colon.trim_start_matches(is_passed_over);
            Some(FoundLabel { label: *label, length: text.len() - after_colon.len() })
        })
        .max_by_key(|found| found.length)
}

/// How many bytes of the text such a part's opening takes, in the given language or in any.
pub(super) fn opening(text: &str, opening: Opening, language: Option<Language>) -> Option<usize> {
    OPENINGS
        .iter()
        .filter(|(its_language, its_opening, _)| {
            *its_opening == opening && language.is_none_or(|language| language == *its_language)
        })
        .find_map(|(.., form)| prefix(text, form))
}

/// Whether the text has such an opening anywhere.
pub(super) fn mentions(text: &str, wanted: Opening, language: Option<Language>) -> bool {
    text.char_indices()
        .any(|(at, _)| text.get(at..).is_some_and(|rest| opening(rest, wanted, language).is_some()))
}

/// The issuer that the text names at its start.
pub(super) fn issuer(text: &str) -> Option<Issuer> {
    ISSUERS.iter().find(|(_, _, form)| prefix(text, form).is_some()).map(|(_, issuer, _)| *issuer)
}

/// The number of the month that the word names in the language, or in any.
pub(super) fn month(word: &str, language: Option<Language>) -> Option<u8> {
    MONTHS
        .iter()
        .find(|(its_language, _, form)| {
            language.is_none_or(|language| language == *its_language)
                && prefix(word, form) == Some(word.len())
        })
        .map(|(_, month, _)| *month)
}

/// The language, English, French or Spanish, of which the word is one of the commonest.
pub(super) fn common_word(word: &str) -> impl Iterator<Item = Language> {
    COMMON_WORDS
        .iter()
        .filter(move |(_, form)| prefix(word, form) == Some(word.len()))
        .map(|(language, _)| *language)
}

/// How many bytes of the text the form takes, if the text begins with it.
///
/// The two are compared as a reader does: capitals do not matter, nor the kind of space or apostrophe, nor the marks that
/// stretch and vowel Arabic or stand on its alif, nor the invisible marks of direction.
fn prefix(text: &str, form: &str) -> Option<usize> {
    let mut wanted = form.chars().filter_map(folded).peekable();
    let mut length = 0;
    for (at, c) in text.char_indices() {
        if wanted.peek().is_none() {
            break;
        }
        length = at + c.len_utf8();
        if let Some(c) = folded(c) {
            wanted.next_if_eq(&c)?;
        }
    }
    wanted.peek().is_none().then_some(length)
}

/// White space, and marks that do not count in a comparison.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace() || folded(c).is_none()
}

/// The character as it is compared: none for a mark that does not count.
fn folded(c: char) -> Option<char> {
    match c {
        '\u{0640}' | '\u{064B}'..='\u{0652}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => None,
        '\u{2066}'..='\u{2069}' | '\u{FEFF}' => None,
        '’' => Some('\''),
        // Converters, and some authors, leave out the hamza.
        'أ' | 'إ' | 'آ' => Some('ا'),
        c if c.is_whitespace() => Some(' '),
        c => Some(small_letter(c)),
    }
}

/// The small letter of a capital, in the alphabets of the six languages.
///
/// The standard library knows those of every alphabet, by tables that weigh 4 kB of the module in brotli.
fn small_letter(c: char) -> char {
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => 0x20,
        'Ѐ'..='Џ' => 0x50,
        'Œ' => 1,
        _ => 0,
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language) -> Option<(Label, &str)> {
        label(text, Some(language)).map(|found| (found.label, text.get(found.length..).unwrap()))
    }

    #[test]
    fn a_label_ends_with_its_colon() {
        assert_eq!(found("Téléphone: +41", Language::French), Some((Label::Phone, "+41")));
        assert_eq!(found("Réf.\u{a0}: CL-20/43", Language::French), Some((Label::Reference, "CL-20/43")));
        assert_eq!(found("电话：+41", Language::Chinese), Some((Label::Phone, "+41")));
        assert_eq!(found("Contact the secretariat", Language::English), None);
    }

    #[test]
    fn a_label_is_known_whatever_its_capitals_and_marks() {
        assert_eq!(found("OBJET: Une assemblée", Language::French), Some((Label::Subject, "Une assemblée")));
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
}
