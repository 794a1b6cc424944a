//! The text of a letter as a tree: blocks, lines and inlines.
//!
//! The tree describes the text, not its appearance, and keeps no Markdown: it is the same for every converter. Each
//! piece of text records the bytes of the source that it came from.

mod inline;
mod line;

pub use inline::Inline;
pub(crate) use line::joins_without_space;
pub use line::{Line, LineEnd};

use crate::diagnostic::Span;

/// A block of text, with its place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Block {
    /// Its kind.
    pub kind: BlockKind,
    /// The bytes of the source that it came from.
    pub span: Span,
}

impl Block {
    /// The lines of a paragraph or heading; none of any other block.
    pub fn lines(&self) -> &[Line] {
        match &self.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => lines,
            _ => &[],
        }
    }

    /// Calls `take` with the block and each block in it, in the order of the text.
    pub(crate) fn each_block<'block>(&'block self, take: &mut dyn FnMut(&'block Self)) {
        take(self);
        match &self.kind {
            BlockKind::List { items, .. } => {
                items.iter().flat_map(|item| &item.blocks).for_each(|block| block.each_block(take));
            }
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => {
                blocks.iter().for_each(|block| block.each_block(take));
            }
            BlockKind::Paragraph(_)
            | BlockKind::Heading { .. }
            | BlockKind::Preformatted(_)
            | BlockKind::Table { .. }
            | BlockKind::Rule => {}
        }
    }

    /// Calls `take` with each run of lines in the block that is read as one text: paragraphs, headings, cells.
    pub(crate) fn each_run<'block>(&'block self, take: &mut dyn FnMut(&'block [Line])) {
        self.each_block(&mut |block| match &block.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => take(lines),
            BlockKind::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| take(&cell.lines));
            }
            // The spaces and line breaks of preformatted text are significant: it is shown unchanged.
            BlockKind::Preformatted(_)
            | BlockKind::List { .. }
            | BlockKind::Quote(_)
            | BlockKind::Footnote { .. }
            | BlockKind::Rule => {}
        });
    }

    /// Calls `take` with each line in the block, in order.
    pub(crate) fn each_line<'block>(&'block self, take: &mut dyn FnMut(&'block Line)) {
        self.each_block(&mut |block| match &block.kind {
            BlockKind::Preformatted(lines) => lines.iter().for_each(&mut *take),
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => {
                lines.iter().for_each(&mut *take)
            }
            BlockKind::Table { head, rows } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.flat_map(|cell| &cell.lines).for_each(&mut *take);
            }
            BlockKind::List { .. } | BlockKind::Quote(_) | BlockKind::Footnote { .. } | BlockKind::Rule => {}
        });
    }
}

/// The kind of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum BlockKind {
    /// A paragraph.
    Paragraph(Vec<Line>),
    /// A heading.
    Heading {
        /// From 1, the highest, to 6.
        level: u8,
        /// Its text.
        lines: Vec<Line>,
    },
    /// A list.
    List {
        /// The marker before its items.
        marker: Marker,
        /// The items.
        items: Vec<Item>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// A table. The head may be a row of empty cells: converters cannot make a table without one.
    Table {
        /// The cells of the head.
        head: Vec<TableCell>,
        /// The cells of each row.
        rows: Vec<Vec<TableCell>>,
    },
    /// Text whose spaces and line breaks are significant.
    Preformatted(Vec<Line>),
    /// A horizontal rule.
    Rule,
    /// A footnote.
    Footnote {
        /// The label that its mark in the text shows.
        label: String,
        /// Its text.
        blocks: Vec<Block>,
    },
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct TableCell {
    /// Its text.
    pub lines: Vec<Line>,
    /// The number of columns that it spans: 1, unless cells are merged.
    pub columns: u16,
    /// The number of rows that it spans.
    pub rows: u16,
}

impl TableCell {
    /// A cell of one column and one row.
    pub const fn new(lines: Vec<Line>) -> Self {
        Self { lines, columns: 1, rows: 1 }
    }
}

impl Default for TableCell {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

/// The marker before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Marker {
    /// A dash or a dot.
    Bullet,
    /// A number and a full stop.
    Number,
    /// A number and a closing bracket.
    NumberInBracket,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Item {
    /// Its number, as written, in a numbered list.
    pub number: Option<u64>,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Whether it is a paragraph of its own, set apart from the other items by blank lines.
    pub apart: bool,
    /// The bytes of the source that it came from.
    pub span: Span,
}
