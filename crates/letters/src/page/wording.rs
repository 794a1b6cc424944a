//! The words of the interface on the page of a letter: names for assistive technology of what has none in the letter.
//!
//! They are a function that the caller gives. So a program that renders without them, as that of the
//! [record](mod@crate::record) does, has no text of the interface in it.

use crate::ids::{DocumentId, Language};
use crate::interface::{Message, name};

/// The words of the interface, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// Their language.
    pub language: Language,
    name: fn(Named<'_>, Language) -> String,
}

/// A thing on the page that has a name of the interface.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named<'letter> {
    /// The link of a paragraph to itself, with its number.
    Paragraph(usize),
    /// The link of an annex to itself, with its number.
    Annex(usize),
    /// A table, with its number.
    Table(usize),
    /// The mark of a footnote, or its text, with its label.
    Footnote(&'letter str),
    /// The button that opens the details of a reference to the document.
    About(&'letter DocumentId),
}

impl Wording {
    /// The words of the viewer's interface.
    pub const fn of_interface(language: Language) -> Self {
        Self { language, name: in_interface }
    }

    pub(super) fn name_of(self, thing: Named<'_>) -> String {
        (self.name)(thing, self.language)
    }
}

fn in_interface(thing: Named<'_>, language: Language) -> String {
    match thing {
        Named::Paragraph(number) => Message::Paragraph.about(number, language),
        Named::Annex(number) => format!("{} {number}", Message::Annexes.text(language)),
        Named::Table(number) => format!("{} {number}", Message::Table.text(language)),
        Named::Footnote(label) => format!("{} {label}", Message::Footnote.text(language)),
        Named::About(id) => format!("{}: {}", Message::AboutReference.text(language), name(id, language)),
    }
}
