//! What the viewer says to its reader, in six languages.
//!
//! The texts are data: `data/interface.tsv`. Every message has a text in every language, or the build fails.

use crate::language::Language;

/// Something that the viewer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Message {
    /// The name of the toolbar.
    Tools,
    /// The panel with what the letter says about itself.
    Details,
    /// Prints the letter.
    Print,
    /// Copies a value.
    Copy,
    /// A value has been copied.
    Copied,
    /// A value could not be copied.
    CopyFailed,
    /// A paragraph, before its number.
    Paragraph,
    /// A footnote, before its label.
    Footnote,
    /// A table.
    Table,
    /// The letter is on its way.
    Loading,
    /// Loads the letter once more.
    Retry,
    /// Label: who issued the letter.
    Issuer,
    /// Label: the reference.
    Reference,
    /// Label: the language-neutral id.
    Identifier,
    /// Label: the unit that wrote the letter.
    Unit,
    /// Label: the date.
    Date,
    /// Label: the place.
    Place,
    /// Label: whom to ask.
    Contact,
    /// Label: telephone numbers.
    Phone,
    /// Label: telefax numbers.
    Fax,
    /// Label: e-mail addresses.
    Email,
    /// Label: to whom the letter goes.
    Addressees,
    /// Label: to whom copies go.
    Copies,
    /// Label: who signs.
    Signatory,
    /// Label: the events and deadlines.
    KeyDates,
    /// Label: the annexes.
    Annexes,
    /// Label: the letter's language.
    Language,
    /// The text is no letter and is shown as it is.
    NotALetter,
    /// No letter has been named.
    NoSource,
    /// There is nothing at the letter's address.
    NotFound,
    /// The server failed.
    NotDelivered,
    /// There is something else at the letter's address.
    WrongType,
    /// The connection failed.
    Network,
    /// The file is empty.
    Empty,
}

include!(concat!(env!("OUT_DIR"), "/interface.rs"));

impl Message {
    /// The text of the message in the language.
    pub fn text(self, language: Language) -> &'static str {
        let column = Language::ALL.iter().position(|candidate| *candidate == language);
        let row = INTERFACE.iter().find(|(message, _)| *message == self);
        column.zip(row).and_then(|(column, (_, texts))| texts.get(column)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_said_in_the_language_asked_for() {
        assert_eq!(Message::Details.text(Language::French), "Détails");
        assert_eq!(Message::Details.text(Language::Chinese), "详细信息");
    }

    #[test]
    fn every_row_of_the_table_is_a_message_of_its_own() {
        for (index, (message, _)) in INTERFACE.iter().enumerate() {
            assert!(
                INTERFACE[..index].iter().all(|(earlier, _)| earlier != message),
                "{message:?} stands twice"
            );
            assert!(Language::ALL.iter().all(|language| !message.text(*language).is_empty()));
        }
    }
}
