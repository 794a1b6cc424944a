//! The labels of a letterhead: “Ref.:”, “Téléphone:”, “事由：”.
//!
//! A label is recognized by its words, from a table of `data/`, and by what follows: a colon, or a value that only this
//! label can have.

use super::meanings::Label;
use super::tables::{LABELS, LABELS_MEANINGS};
use crate::grammar::own_reference;
use crate::ids::Language;
use crate::text::characters::{COLONS, digit, is_bullet, is_space};
use crate::text::folding::{folded, is_letter};
use crate::text::words::{Found, found, is_passed_over};

/// The label with which the text begins. A colon follows it, or a value that can only be this label's: a number after
/// “Tel”, an address after “E-mail”. The length includes everything before the value.
pub(super) fn label(text: &str, language: Option<Language>) -> Option<Found<Label>> {
    let start = text.len() - text.trim_start_matches(is_bullet_or_bracket).len();
    let words = text.get(start..)?;
    let found = found(
        LABELS_MEANINGS,
        LABELS.longest(words, language, &|meaning, after| {
            let value = after.trim_start_matches(is_passed_over);
            value.starts_with(COLONS)
                || LABELS_MEANINGS.get(meaning).is_some_and(|label| {
                    is_value_of(*label, value, after)
                        || *label == Label::Reference && own_reference::is_reference(value, language)
                })
        }),
    )?;
    let after = words.get(found.length..)?.trim_start_matches(is_passed_over);
    let value = after.strip_prefix(COLONS).unwrap_or(after).trim_start_matches(is_passed_over);
    // “Tel: / +41 …”: the border of a cell.
    let value = value.strip_prefix("/ ").unwrap_or(value).trim_start_matches(is_passed_over);
    Some(Found { length: text.len() - value.len(), ..found })
}

/// The label, if the text is a label without a colon: in a cell, in a heading, or in a line of its own.
pub(super) fn label_alone(text: &str, language: Option<Language>) -> Option<Label> {
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

/// A character that may precede a label: a space, the dash of a list, the bracket around a remark.
fn is_bullet_or_bracket(c: char) -> bool {
    is_bullet(c) || matches!(c, '(' | '（') || is_passed_over(c)
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
}
