//! The texts of the interface, in six languages.
//!
//! Each language has a file of its own, such as `interface/fr.rs`, with a text for each [`Message`]. A message without
//! a text in one of the languages does not compile.
//!
//! A program for the browser is given the texts of the one language that it shows ([`Interface::with_texts`]), so that the
//! others are not loaded; it never asks for those that are built in ([`Interface::of`]).

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
pub use names::{DocumentGroup, name, paragraph_name};
use texts::{Joined, Texts, texts};

use std::fmt;

use crate::ids::{Direction, Language};

/// The interface in one language: the language, and its texts.
#[derive(Clone, Copy)]
pub struct Interface {
    language: Language,
    texts: Joined,
}

impl Interface {
    /// The interface in the language, with the texts that are built in.
    pub const fn of(language: Language) -> Self {
        let texts = match language {
            Language::Arabic => ar::TEXTS.joined(),
            Language::Chinese => zh::TEXTS.joined(),
            Language::English => en::TEXTS.joined(),
            Language::French => fr::TEXTS.joined(),
            Language::Russian => ru::TEXTS.joined(),
            Language::Spanish => es::TEXTS.joined(),
        };
        Self { language, texts }
    }

    /// The interface in the language, with the texts of [`Interface::lines`]. They stay in memory: a program has one of each
    /// language. None unless there is a text for each message.
    pub fn with_texts(language: Language, lines: &str) -> Option<Self> {
        let mut texts = String::with_capacity(lines.len());
        let mut ends = Vec::new();
        for line in lines.split('\n') {
            texts.push_str(line);
            ends.push(u16::try_from(texts.len()).ok()?);
        }
        let is_whole = ends.len() == en::MESSAGES.len();
        is_whole.then(|| Self { language, texts: Joined { texts: texts.leak(), ends: ends.leak() } })
    }

    /// The texts, in the order of the messages, with a line feed between two of them.
    pub fn lines(self) -> String {
        let texts: Vec<&str> = en::MESSAGES.iter().map(|message| message.text(self)).collect();
        texts.join("\n")
    }

    /// Its language.
    pub const fn language(self) -> Language {
        self.language
    }

    /// The tag of its language for `lang` in HTML.
    pub const fn tag(self) -> &'static str {
        self.language.tag()
    }

    /// The direction in which it is written.
    pub const fn direction(self) -> Direction {
        self.language.direction()
    }
}

/// Two with the same language are the same.
impl PartialEq for Interface {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language
    }
}

impl Eq for Interface {}

impl fmt::Debug for Interface {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Interface({})", self.language.code())
    }
}

impl Message {
    /// The text of the message.
    pub fn text(self, interface: Interface) -> &'static str {
        interface.texts.get(self).unwrap_or_default()
    }

    /// The message as a label, and a value: “Edition: 2022”, “版本：2022”.
    pub fn labelled(self, value: impl fmt::Display, interface: Interface) -> String {
        let colon = if interface.language == Language::Chinese { "：" } else { ": " };
        format!("{}{colon}{value}", self.text(interface))
    }

    /// The text of the message, with `what` in the place of `{n}`.
    pub fn about(self, what: impl fmt::Display, interface: Interface) -> String {
        self.text(interface).replace("{n}", &what.to_string())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_message_has_the_text_of_the_language_asked_for() {
        assert_eq!(Message::Tools.text(Interface::of(Language::English)), "Letter tools");
        assert_eq!(Message::Details.text(Interface::of(Language::French)), "Détails");
        assert_eq!(Message::BodyCouncil.text(Interface::of(Language::Chinese)), "理事会");
    }

    #[test]
    fn texts_that_are_given_are_those_of_the_messages() {
        for language in Language::ALL {
            let built_in = Interface::of(language);
            let given = Interface::with_texts(language, &built_in.lines()).unwrap();
            assert!(en::MESSAGES.iter().all(|message| message.text(given) == message.text(built_in)));
        }
    }

    #[test]
    fn texts_with_one_less_or_one_more_are_refused() {
        let lines = Interface::of(Language::French).lines();
        let (_, less) = lines.split_once('\n').unwrap();
        assert_eq!(Interface::with_texts(Language::French, less), None);
        assert_eq!(Interface::with_texts(Language::French, &format!("{lines}\nEncore")), None);
    }

    #[test]
    fn no_text_is_empty_or_has_white_space_around_it() {
        for language in Language::ALL {
            for message in en::MESSAGES {
                let text = message.text(Interface::of(language));
                assert!(
                    !text.is_empty() && text.trim() == text && !text.contains('\n'),
                    "{message:?} in {language}: {text:?}"
                );
            }
        }
    }

    #[test]
    fn a_text_has_the_same_placeholders_in_every_language() {
        let placeholders = |text: &'static str| -> BTreeSet<&str> {
            text.split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0).collect()
        };
        for message in en::MESSAGES {
            let english = placeholders(message.text(Interface::of(Language::English)));
            assert!(english.iter().all(|name| ["n", "of"].contains(name)), "{message:?}: {english:?}");
            for language in Language::ALL {
                assert_eq!(
                    placeholders(message.text(Interface::of(language))),
                    english,
                    "{message:?} in {language}"
                );
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
            let forms = Message::Differences.text(Interface::of(language)).split('|');
            let names: Vec<&str> = forms.map(|form| form.split_once(':').unwrap().0).collect();
            assert_eq!(names, categories, "{language}");
        }
    }
}
