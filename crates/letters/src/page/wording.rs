//! The words of the interface on the page of a letter: names for assistive technology of what has none in the letter.
//!
//! They are a function that the caller gives. So a program that renders without them, as that of the
//! [record](mod@crate::record) does, has no text of the interface in it.

use crate::ids::Language;
use crate::interface::{Interface, Message, paragraph_name};

/// The words of the interface, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    interface: Interface,
    name: fn(Named<'_>, Interface) -> String,
}

/// A thing on the page that has a name of the interface.
#[derive(Clone, Copy, Debug)]
pub(super) enum Named<'letter> {
    /// The link of a paragraph to itself, with its number and that of its annex.
    Paragraph(&'letter str, Option<usize>),
    /// The link of an annex to itself, with its number.
    Annex(&'letter str),
    /// A table, with its number.
    Table(usize),
    /// The mark of a footnote, or its text, with its label.
    Footnote(&'letter str),
}

impl Wording {
    /// The words of the viewer's interface.
    pub const fn of_interface(interface: Interface) -> Self {
        Self { interface, name: in_interface }
    }

    /// Their language.
    pub const fn language(self) -> Language {
        self.interface.language()
    }

    pub(super) fn name_of(self, thing: Named<'_>) -> String {
        (self.name)(thing, self.interface)
    }
}

fn in_interface(thing: Named<'_>, interface: Interface) -> String {
    match thing {
        Named::Paragraph(number, annex) => paragraph_name(number, annex, interface),
        Named::Annex(number) => Message::Annex.about(number, interface),
        Named::Table(number) => format!("{} {number}", Message::Table.text(interface)),
        Named::Footnote(label) => format!("{} {label}", Message::Footnote.text(interface)),
    }
}
