//! The texts of the interface, in six languages.
//!
//! Each language has a file of its own, such as `interface/fr.rs`, with a text for each [`Message`]. A message without
//! a text in one of the languages does not compile.

mod message;
mod names;
mod texts;

mod ar;
mod en;
mod es;
mod fr;
mod ru;
mod zh;

pub use message::Message;
pub use names::{DocumentGroup, name};
use texts::{Texts, texts};

use std::fmt;

use crate::ids::Language;

impl Message {
    /// The text of the message in the language.
    pub fn text(self, language: Language) -> &'static str {
        let texts = match language {
            Language::Arabic => &ar::TEXTS,
            Language::Chinese => &zh::TEXTS,
            Language::English => &en::TEXTS,
            Language::French => &fr::TEXTS,
            Language::Russian => &ru::TEXTS,
            Language::Spanish => &es::TEXTS,
        };
        texts.get(self).unwrap_or_default()
    }

    /// The text of the message in the language, with `what` in the place of `{n}`.
    pub fn about(self, what: impl fmt::Display, language: Language) -> String {
        self.text(language).replace("{n}", &what.to_string())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_message_has_the_text_of_the_language_asked_for() {
        assert_eq!(Message::Tools.text(Language::English), "Letter tools");
        assert_eq!(Message::Details.text(Language::French), "Détails");
        assert_eq!(Message::BodyCouncil.text(Language::Chinese), "理事会");
    }

    #[test]
    fn no_text_is_empty_or_has_white_space_around_it() {
        for language in Language::ALL {
            for message in en::MESSAGES {
                let text = message.text(language);
                assert!(!text.is_empty() && text.trim() == text, "{message:?} in {language}: {text:?}");
            }
        }
    }

    #[test]
    fn a_text_has_the_same_placeholders_in_every_language() {
        let placeholders = |text: &'static str| -> BTreeSet<&str> {
            text.split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0).collect()
        };
        for message in en::MESSAGES {
            let english = placeholders(message.text(Language::English));
            assert!(english.iter().all(|name| ["n", "of"].contains(name)), "{message:?}: {english:?}");
            for language in Language::ALL {
                assert_eq!(placeholders(message.text(language)), english, "{message:?} in {language}");
            }
        }
    }

    /// The plural categories of each language (Unicode CLDR 47, plural rules).
    #[test]
    fn a_message_with_a_count_has_a_form_for_each_plural_category_of_the_language() {
        for (language, categories) in [
            (Language::Arabic, &["zero", "one", "two", "few", "many", "other"][..]),
            (Language::Chinese, &["other"]),
            (Language::English, &["one", "other"]),
            (Language::French, &["one", "many", "other"]),
            (Language::Russian, &["one", "few", "many", "other"]),
            (Language::Spanish, &["one", "many", "other"]),
        ] {
            let forms = Message::Differences.text(language).split('|');
            let names: Vec<&str> = forms.map(|form| form.split_once(':').unwrap().0).collect();
            assert_eq!(names, categories, "{language}");
        }
    }
}
