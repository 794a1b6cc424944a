//! The cells of tables that the Markdown parser does not read: those beyond the head of a table, and those of grid tables.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::builder::Builder;
use super::element::{Element, Open};
use super::lines::lines;
use crate::diagnostic::Span;
use crate::text::tree::{Line, TableCell};

impl Builder<'_> {
    /// The cells of a row beyond those of the head, which Markdown drops (GitHub Flavored Markdown, 4.10), from the end
    /// of the others to that of the row. Only inline mark-up is read in them.
    pub(super) fn cells_beyond_head(&self, start: usize, end: usize) -> Vec<TableCell> {
        let text = self.source.get(start..end).unwrap_or_default().trim_end();
        let text = text.strip_prefix('|').map(|text| text.strip_suffix('|').unwrap_or(text));
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return Vec::new() };
        let mut at = start + 1;
        let mut cells = Vec::new();
        for cell in unescaped_bars(text) {
            let start = at + cell.len() - cell.trim_start().len();
            let place = |span: Span| start + span.start..start + span.end;
            cells.push(TableCell::new(lines_of_cell(cell.trim(), &place)));
            at += cell.len() + 1;
        }
        cells
    }
}

/// The lines of a cell that Markdown has not read; `place` turns a stretch of the cell into one of the source.
pub(super) fn lines_of_cell(source: &str, place: &dyn Fn(Span) -> Span) -> Vec<Line> {
    let mut builder = Builder::new(source);
    builder.open.push(Open::new(Element::TableCell, 0..source.len()));
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut events = Parser::new_ext(source, options).into_offset_iter().peekable();
    let is_text = matches!(events.peek(), Some((Event::Start(Tag::Paragraph), _)));
    if is_text {
        let is_mark_up = |event: &Event<'_>| {
            !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph))
        };
        let within_paragraph =
            events.take_while(|(event, _)| !matches!(event, Event::End(TagEnd::Paragraph)));
        within_paragraph
            .filter(|(event, _)| is_mark_up(event))
            .for_each(|(event, span)| builder.take(event, place(span)));
    } else if !source.is_empty() {
        builder.text(source.replace('\n', " "), place(0..source.len()));
    }
    builder.open.pop().map(|cell| lines(cell.line_parts)).unwrap_or_default()
}

/// The stretches between the bars of a row; an escaped bar is text.
pub(super) fn unescaped_bars(row: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let (mut start, mut is_escaped) = (0, false);
    for (at, c) in row.char_indices() {
        if c == '|' && !is_escaped {
            cells.extend(row.get(start..at));
            start = at + 1;
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    cells.extend(row.get(start..));
    cells
}
