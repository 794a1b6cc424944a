//! What a file says, as blocks: what its markup becomes ([`crate::body`]), and what is written as Markdown
//! ([`crate::markdown`]).

use std::rc::Rc;

use crate::numbering::Label;
use crate::styles::Height;

/// A block of text.
#[derive(Debug)]
pub(crate) enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

#[derive(Debug, Default)]
pub(crate) struct Paragraph {
    /// The number or bullet that Word writes.
    pub(crate) label: Option<Label>,
    /// The level of the heading that it is, from 1.
    pub(crate) heading: Option<u8>,
    pub(crate) content: Vec<Inline>,
}

/// A part of a paragraph.
#[derive(Clone, Debug)]
pub(crate) struct Inline {
    pub(crate) kind: Kind,
    pub(crate) marks: Marks,
    /// The address that it leads to.
    pub(crate) link: Option<Rc<str>>,
}

/// What a part of a paragraph is.
#[derive(Clone, Debug)]
pub(crate) enum Kind {
    /// Characters of the file.
    Text(String),
    /// A sign that Word draws, and that the file does not have as a character.
    Sign(String),
    Tab,
    Break,
    /// The mark of a note with its label, and how many characters of the file that is: none for a number that Word writes.
    Note {
        label: String,
        characters: usize,
    },
    /// A picture with its description.
    Picture(String),
}

/// How text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    pub(crate) is_bold: bool,
    pub(crate) is_italic: bool,
    pub(crate) is_struck: bool,
    pub(crate) is_in_capitals: bool,
    pub(crate) height: Height,
}

#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) rows: Vec<Row>,
}

#[derive(Debug, Default)]
pub(crate) struct Row {
    /// Whether it is repeated at the head of each page.
    pub(crate) is_head: bool,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Debug, Default)]
pub(crate) struct Cell {
    pub(crate) columns: usize,
    /// The rows that it spans; 0 if it goes on from the row above, where its content is.
    pub(crate) rows: usize,
    pub(crate) blocks: Vec<Block>,
}

/// A note with the label of its mark.
#[derive(Debug)]
pub(crate) struct Note {
    pub(crate) label: String,
    pub(crate) blocks: Vec<Block>,
}

/// A document: what stands on the first page before the text, the text, and the notes.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) blocks: Vec<Block>,
    pub(crate) notes: Vec<Note>,
}
