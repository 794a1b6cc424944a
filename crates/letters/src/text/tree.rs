//! The text of a letter as a tree: blocks, lines and inlines.
//!
//! The tree describes the text, not its appearance, and keeps no Markdown: it is the same for every converter. Each
//! piece of text records the bytes of the source that it came from.

use super::characters::{is_chinese, is_invisible, is_space};
use crate::diagnostic::Span;

/// A block of text, with its place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its content.
    pub content: Vec<Inline>,
    /// The kind of its end.
    pub end: LineEnd,
}

/// The kind of a line's end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineEnd {
    /// A line break that the author intended, or the end of the block.
    #[default]
    Fixed,
    /// A soft break, where the line was full: shown as a space.
    Flowing,
}

/// The inline content of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text {
        /// The text, as it is shown.
        text: String,
        /// The bytes of the source that it came from.
        span: Span,
    },
    /// Emphasised text.
    Emphasis(Vec<Inline>),
    /// Strongly emphasised text.
    Strong(Vec<Inline>),
    /// Text struck through.
    Struck(Vec<Inline>),
    /// Text raised above the line.
    Raised(Vec<Inline>),
    /// Text lowered below the line.
    Lowered(Vec<Inline>),
    /// A picture, by the text that describes it.
    Picture(Vec<Inline>),
    /// A link.
    Link {
        /// Its destination as in the source, unchecked.
        destination: String,
        /// Its visible content.
        content: Vec<Inline>,
    },
    /// The mark of a footnote.
    FootnoteMark {
        /// The label of the footnote.
        label: String,
        /// The bytes of the source that it came from.
        span: Span,
    },
}

impl Line {
    /// The text of the line, without any mark-up.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        for inline in &self.content {
            inline.push_plain(&mut text);
        }
        text
    }

    /// Whether the line holds a link or the mark of a footnote.
    pub(crate) fn has_link(&self) -> bool {
        let is_link = |inline: &Inline| matches!(inline, Inline::Link { .. } | Inline::FootnoteMark { .. });
        self.content.iter().any(|inline| inline.any(&is_link))
    }

    /// The labels of the marks of footnotes in the line.
    pub(crate) fn footnote_marks(&self) -> Vec<&str> {
        fn collect<'line>(inline: &'line Inline, marks: &mut Vec<&'line str>) {
            match inline {
                Inline::FootnoteMark { label, .. } => marks.push(label),
                _ => inline.children().iter().for_each(|inline| collect(inline, marks)),
            }
        }
        let mut marks = Vec::new();
        self.content.iter().for_each(|inline| collect(inline, &mut marks));
        marks
    }

    /// Whether all visible content of the line is strongly emphasised.
    pub(crate) fn is_strong(&self) -> bool {
        let is_blank =
            |inline: &Inline| matches!(inline, Inline::Text { text, .. } if text.trim().is_empty());
        let is_strong = |inline: &Inline| matches!(inline, Inline::Strong(_));
        self.content.iter().all(|inline| is_blank(inline) || inline.any(&is_strong))
            && self.content.iter().any(|inline| inline.any(&is_strong))
    }

    /// Whether the line has only pictures.
    pub(crate) fn is_picture(&self) -> bool {
        self.content.iter().all(|inline| match inline {
            Inline::Picture(_) => true,
            Inline::Text { text, .. } => text.trim().is_empty(),
            _ => false,
        })
    }

    /// Whether the line has no visible content.
    pub fn is_blank(&self) -> bool {
        !self.content.iter().any(|inline| {
            inline.any(&|inline| match inline {
                Inline::Text { text, .. } => !text.trim().is_empty(),
                Inline::FootnoteMark { .. } => true,
                _ => false,
            })
        })
    }

    /// The bytes of the source from the first piece of text to the last.
    pub fn span(&self) -> Option<Span> {
        let first = self.content.iter().find_map(Inline::first_span)?;
        let last = self.content.iter().rev().find_map(Inline::last_span)?;
        Some(first.start..last.end)
    }

    /// Divides the line after the given number of bytes of its plain text.
    ///
    /// Mark-up that spans the place is repeated on both sides. Spaces at the place belong to neither side.
    pub fn split_at(self, at: usize) -> (Self, Self) {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut left = at;
        for inline in self.content {
            inline.split_into(&mut left, &mut before, &mut after);
        }
        trim_end(&mut before);
        trim_start(&mut after);
        (Self { content: before, end: LineEnd::Fixed }, Self { content: after, end: self.end })
    }
}

/// Whether a line after a soft break continues without a space: Chinese has none between its characters.
pub(crate) fn joins_without_space(before: &str, after: &str) -> bool {
    before.ends_with(is_chinese) && after.starts_with(is_chinese)
}

/// The text with one space for each run of white space, none at its ends, and without invisible marks: a value that
/// people and programs can compare.
pub(crate) fn clean(text: &str) -> String {
    if is_clean(text.as_bytes()) {
        return text.to_owned();
    }
    let mut clean = String::with_capacity(text.len());
    let (mut start, mut is_after_space) = (0, false);
    let is_dropped = |c: char| (!c.is_ascii() || c <= ' ') && (is_space(c) || is_invisible(c));
    let ends = text.match_indices(is_dropped).chain([(text.len(), "")]);
    for (end, dropped) in ends {
        if start < end {
            if is_after_space && !clean.is_empty() {
                clean.push(' ');
            }
            clean.push_str(text.get(start..end).unwrap_or_default());
            is_after_space = false;
        }
        is_after_space |= dropped.starts_with(is_space);
        start = end + dropped.len();
    }
    clean
}

/// Whether cleaning would change nothing, judged by the bytes: true of most texts.
fn is_clean(text: &[u8]) -> bool {
    let mut before = b' ';
    let plain = text.iter().all(|byte| {
        let doubled = *byte == b' ' && before == b' ';
        before = *byte;
        // These bytes begin the other spaces and the invisible marks.
        !doubled && *byte >= b' ' && !matches!(byte, 0xC2 | 0xE1..=0xE3 | 0xEF)
    });
    plain && before != b' '
}

impl Inline {
    fn push_plain(&self, out: &mut String) {
        match self {
            Self::Text { text, .. } => out.push_str(text),
            _ => self.children().iter().for_each(|inline| inline.push_plain(out)),
        }
    }

    /// The length of its plain text, in bytes.
    pub(crate) fn length(&self) -> usize {
        match self {
            Self::Text { text, .. } => text.len(),
            _ => self.children().iter().map(Self::length).sum(),
        }
    }

    /// Divides it after `at` bytes of its plain text. Mark-up that spans the place is repeated on both sides.
    pub(crate) fn split(self, mut at: usize) -> (Vec<Self>, Vec<Self>) {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        self.split_into(&mut at, &mut before, &mut after);
        (before, after)
    }

    pub(crate) fn children(&self) -> &[Self] {
        match self {
            Self::Text { .. } | Self::FootnoteMark { .. } => &[],
            Self::Emphasis(content)
            | Self::Strong(content)
            | Self::Struck(content)
            | Self::Raised(content)
            | Self::Lowered(content)
            | Self::Picture(content)
            | Self::Link { content, .. } => content,
        }
    }

    /// Whether `is_wanted` is true of this inline or of any inside it.
    fn any(&self, is_wanted: &dyn Fn(&Self) -> bool) -> bool {
        is_wanted(self) || self.children().iter().any(|inline| inline.any(is_wanted))
    }

    pub(super) fn first_character(&self) -> Option<char> {
        match self {
            Self::Text { text, .. } => text.chars().next(),
            _ => self.children().iter().find_map(Self::first_character),
        }
    }

    /// The same mark-up around other content; plain text has no content to replace.
    pub(crate) fn with_content(&self, content: Vec<Self>) -> Option<Self> {
        Some(match self {
            Self::Emphasis(_) => Self::Emphasis(content),
            Self::Strong(_) => Self::Strong(content),
            Self::Struck(_) => Self::Struck(content),
            Self::Raised(_) => Self::Raised(content),
            Self::Lowered(_) => Self::Lowered(content),
            Self::Picture(_) => Self::Picture(content),
            Self::Link { destination, .. } => Self::Link { destination: destination.clone(), content },
            Self::Text { .. } | Self::FootnoteMark { .. } => return None,
        })
    }

    fn first_span(&self) -> Option<Span> {
        match self {
            Self::Text { span, .. } | Self::FootnoteMark { span, .. } => Some(span.clone()),
            _ => self.children().iter().find_map(Self::first_span),
        }
    }

    /// The span of its first text.
    pub(super) fn first_text_span(&self) -> Option<&Span> {
        match self {
            Self::Text { span, .. } => Some(span),
            _ => self.children().iter().find_map(Self::first_text_span),
        }
    }

    fn last_span(&self) -> Option<Span> {
        match self {
            Self::Text { span, .. } | Self::FootnoteMark { span, .. } => Some(span.clone()),
            _ => self.children().iter().rev().find_map(Self::last_span),
        }
    }

    /// Adds the next `left` bytes of plain text to `before`, and the rest to `after`.
    fn split_into(self, left: &mut usize, before: &mut Vec<Self>, after: &mut Vec<Self>) {
        if *left == 0 {
            after.push(self);
            return;
        }
        match self {
            Self::Text { text, span } => {
                let at = text.floor_char_boundary((*left).min(text.len()));
                *left -= (*left).min(text.len());
                let (head, tail) = text.split_at(at);
                // If the source spells the text differently (an entity, an escape), only the place of the whole piece
                // is known.
                let same = text.len() == span.len();
                let (head_end, tail_start) =
                    if same { (span.start + at, span.start + at) } else { (span.end, span.start) };
                if !tail.is_empty() {
                    after.push(Self::Text { text: tail.to_owned(), span: tail_start..span.end });
                }
                if !head.is_empty() {
                    before.push(Self::Text { text: head.to_owned(), span: span.start..head_end });
                }
            }
            Self::FootnoteMark { .. } => before.push(self),
            _ => {
                let (mut inner_before, mut inner_after) = (Vec::new(), Vec::new());
                for child in self.children().to_vec() {
                    child.split_into(left, &mut inner_before, &mut inner_after);
                }
                for (side, content) in [(before, inner_before), (after, inner_after)] {
                    if !content.is_empty() {
                        side.extend(self.with_content(content));
                    }
                }
            }
        }
    }
}

fn trim_start(content: &mut [Inline]) {
    if let Some(Inline::Text { text, span }) = content.first_mut() {
        let trimmed = text.trim_start();
        if text.len() == span.len() {
            span.start += text.len() - trimmed.len();
        }
        *text = trimmed.to_owned();
    }
}

fn trim_end(content: &mut [Inline]) {
    if let Some(Inline::Text { text, span }) = content.last_mut() {
        let trimmed = text.trim_end();
        if text.len() == span.len() {
            span.end -= text.len() - trimmed.len();
        }
        *text = trimmed.to_owned();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str, start: usize) -> Inline {
        Inline::Text { text: text.to_owned(), span: start..start + text.len() }
    }

    #[test]
    fn a_line_is_divided_without_losing_mark_up() {
        let line = Line {
            content: vec![Inline::Strong(vec![text("Objet: Une assemblée", 2)])],
            end: LineEnd::Fixed,
        };
        let (label, value) = line.split_at("Objet: ".len());
        assert_eq!(label.content, [Inline::Strong(vec![text("Objet: ", 2)])]);
        assert_eq!(value.content, [Inline::Strong(vec![text("Une assemblée", 9)])]);
    }

    #[test]
    fn spaces_where_a_line_is_divided_belong_to_neither_side() {
        let line = Line { content: vec![text("Contact:  M. Jamoussi", 0)], end: LineEnd::Fixed };
        let (label, value) = line.split_at("Contact: ".len());
        assert_eq!(label.plain(), "Contact:");
        assert_eq!(value.plain(), "M. Jamoussi");
        assert_eq!(value.span(), Some(10..21));
    }
}
