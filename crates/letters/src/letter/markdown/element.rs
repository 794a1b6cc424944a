//! The elements that Markdown opens and closes.

use super::lines::LinePart;
use crate::diagnostic::Span;
use crate::text::tree::{Block, Item, TableCell};

/// An open element.
pub(super) struct Open {
    pub(super) element: Element,
    pub(super) span: Span,
    pub(super) blocks: Vec<Block>,
    pub(super) line_parts: Vec<LinePart>,
    /// The finished parts of a list (its items) or a table (its rows of cells).
    pub(super) items: Vec<Item>,
    pub(super) rows: Vec<Vec<TableCell>>,
    pub(super) cells: Vec<TableCell>,
    /// The end of the last cell of a row in the source, in bytes.
    pub(super) end_of_cells: usize,
}

/// The kind of an open element.
pub(super) enum Element {
    Paragraph,
    /// A paragraph that the source does not mark as one.
    ImpliedParagraph,
    Heading(u8),
    List {
        numbered: bool,
    },
    /// An item; apart if its text is marked as a paragraph.
    Item {
        apart: bool,
    },
    Quote,
    Table,
    TableHead,
    TableRow,
    TableCell,
    Preformatted,
    Footnote(String),
    /// A block of HTML.
    Html,
    MarkUp(MarkUp),
    /// Mark-up that an element of HTML opens and Markdown does not close.
    Tag(MarkUp),
}

/// Mark-up within a line.
pub(super) enum MarkUp {
    Emphasis,
    Strong,
    Struck,
    Raised,
    Lowered,
    Picture,
    Link(String),
    /// Only its content is kept.
    Transparent,
}

impl Open {
    pub(super) const fn new(element: Element, span: Span) -> Self {
        let span_end = span.end;
        Self {
            element,
            span,
            blocks: Vec::new(),
            line_parts: Vec::new(),
            items: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            end_of_cells: span_end,
        }
    }
}

impl Element {
    /// The number of levels of elements down to its text.
    pub(super) const fn levels(&self) -> usize {
        match self {
            Self::Table => 3,
            Self::List { .. } => 2,
            _ => 1,
        }
    }

    /// Whether the element is beside paragraphs, rather than in one.
    pub(super) const fn is_block(&self) -> bool {
        !matches!(self, Self::MarkUp(_) | Self::Tag(_))
    }

    /// Whether the element's content is blocks, rather than text.
    pub(super) const fn holds_blocks(&self) -> bool {
        matches!(
            self,
            Self::List { .. }
                | Self::Item { .. }
                | Self::Quote
                | Self::Footnote(_)
                | Self::Table
                | Self::TableHead
                | Self::TableRow
        )
    }
}
