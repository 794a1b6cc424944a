//! From Markdown to the tree of the text.
//!
//! CommonMark with tables, footnotes and strikethrough, read by pulldown-cmark. What the tree has no place for is not
//! dropped: raw HTML becomes the text that it is, an image becomes its description.
//!
//! The reader is total: any source gives a tree. It keeps its own stack, and lists or quotations that stand in one
//! another deeper than [`DEEPEST`] are flattened, so that no source can exhaust the stack of whoever walks the tree.

mod definitions;
mod lines;

use std::mem::take;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::html_table;
use crate::address::Address;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::text::tree::{Block, BlockKind, Inline, Item, Line, LineEnd, Marker, TableCell};
use definitions::{USED, is_footnote, unused, with_definitions};
use lines::{Piece, lines, preformatted_lines};

/// How deep blocks and mark-up may stand in one another. No letter comes near it.
const DEEPEST: usize = 48;

/// Reads Markdown into blocks.
pub(super) fn read(source: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut builder = Builder::new(source);
    let mut events = Parser::new_ext(source, options).into_offset_iter();
    let mut used = Vec::new();
    while let Some((event, span)) = events.next() {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event
            && let Some(definition) = events.reference_definitions().get(id)
            && !is_footnote(source, definition.span.start)
        {
            used.push((definition.span.start, USED));
        }
        builder.take(event, span);
    }
    let definitions = events.reference_definitions().iter();
    let definitions = definitions.map(|(_, definition)| (definition.span.start, definition.span.end));
    let definitions = definitions.chain(used).collect();
    diagnostics.append(&mut builder.diagnostics);
    let blocks = builder.finish();
    let unused = unused(source, definitions, &blocks);
    with_definitions(blocks, &unused, source)
}

/// The tree under construction: the elements that are open, the outermost first.
struct Builder<'source> {
    source: &'source str,
    open: Vec<Open>,
    done: Vec<Block>,
    /// How many elements were opened below the deepest level: they are flattened into the one above.
    flattened: usize,
    /// Whether that has been said.
    is_too_deep: bool,
    diagnostics: Vec<Diagnostic>,
}

/// An element that has begun and not yet ended.
struct Open {
    element: Element,
    span: Span,
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    /// The finished parts of a list (its items) or a table (its rows of cells).
    items: Vec<Item>,
    rows: Vec<Vec<TableCell>>,
    cells: Vec<TableCell>,
    /// Where the last cell of a row ends in the source.
    end_of_cells: usize,
}

/// What an open element will become.
enum Element {
    Paragraph,
    /// A paragraph that the source does not mark as one.
    ImpliedParagraph,
    Heading(u8),
    List {
        numbered: bool,
    },
    /// An item, with its number; apart where its text is marked as a paragraph.
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
    /// HTML that stands alone.
    Html,
    Emphasis,
    Strong,
    Struck,
    Raised,
    Lowered,
    Picture,
    Link(String),
    /// Mark-up that leaves no trace but its content.
    Transparent,
}

impl<'source> Builder<'source> {
    const fn new(source: &'source str) -> Self {
        Self {
            source,
            open: Vec::new(),
            done: Vec::new(),
            flattened: 0,
            is_too_deep: false,
            diagnostics: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(_) => self.end(),
            Event::Html(text) | Event::InlineHtml(text) => self.html(&text, span),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(text.into_string(), span);
            }
            Event::FootnoteReference(label) => {
                let mark = Inline::FootnoteMark { label: label.into_string(), span: span.clone() };
                self.push(Piece::Inline(mark), &span);
            }
            Event::SoftBreak => self.push(Piece::End(LineEnd::Flowing), &span),
            Event::HardBreak => self.push(Piece::End(LineEnd::Fixed), &span),
            Event::Rule => self.give_block(Block { kind: BlockKind::Rule, span }),
            Event::TaskListMarker(_) => {}
        }
    }

    /// Takes text. A null character is shown as a replacement mark, as CommonMark has it for the security of programs that show the text
    /// (2.3).
    fn text(&mut self, text: String, span: Span) {
        if !text.contains('\0') {
            return self.push(Piece::Inline(Inline::Text { text, span: span.clone() }), &span);
        }
        let is_as_written = text.len() == span.len();
        let mut at = span.start;
        for stretch in text.split_inclusive('\0').flat_map(|stretch| match stretch.strip_suffix('\0') {
            Some(before) => [before, "\0"],
            None => [stretch, ""],
        }) {
            // Each stretch has its own place, or that of the whole where the source writes the text in another way.
            let place = if is_as_written { at..at + stretch.len() } else { span.clone() };
            at += stretch.len();
            let text = stretch.replace('\0', "\u{fffd}");
            if !text.is_empty() {
                self.push(Piece::Inline(Inline::Text { text, span: place }), &span);
            }
        }
    }

    /// HTML in the text. Converters write line breaks in the cells of tables as `<br>`, and raised letters as `<sup>`, because
    /// Markdown has neither. All other HTML is the text that it is.
    fn html(&mut self, text: &str, span: Span) {
        let open = self.open.last().map(|open| &open.element).filter(|_| self.open.len() < DEEPEST);
        match (text.trim(), open) {
            ("<br>" | "<br/>" | "<br />" | "<BR>", _) => self.push(Piece::End(LineEnd::Fixed), &span),
            ("<sup>", Some(open)) if !open.holds_blocks() => self.open.push(Open::new(Element::Raised, span)),
            ("<sub>", Some(open)) if !open.holds_blocks() => {
                self.open.push(Open::new(Element::Lowered, span))
            }
            // Converters wrap right-to-left text in these.
            (text, _) if is_wrapper(text) => {}
            ("</sup>", Some(Element::Raised)) | ("</sub>", Some(Element::Lowered)) => self.close_last(),
            _ => self.text(text.to_owned(), span),
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        let words = match &tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(words)) if !words.is_empty() => {
                Some(words.to_string() + "\n")
            }
            _ => None,
        };
        let words_span = self.words_behind_fence(span.start);
        self.open_element(tag, span);
        // Programs take the word behind a fence for the name of a language. In a letter it is text like any other.
        if let Some(words) = words {
            self.text(words, words_span);
        }
    }

    /// The place of what stands behind the ticks that open a fence.
    fn words_behind_fence(&self, fence: usize) -> Span {
        let line = self.source.get(fence..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let words = line.trim_start_matches(|c: char| matches!(c, '`' | '~') || c.is_ascii_whitespace());
        let start = fence + line.len() - words.len();
        start..start + words.trim_end().len()
    }

    fn open_element(&mut self, tag: Tag<'_>, span: Span) {
        let element = match tag {
            Tag::Paragraph => Element::Paragraph,
            Tag::HtmlBlock => Element::Html,
            Tag::Heading { level, .. } => Element::Heading(level_number(level)),
            Tag::BlockQuote(_) => Element::Quote,
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => Element::Preformatted,
            Tag::List(start) => Element::List { numbered: start.is_some() },
            Tag::Item => Element::Item { apart: false },
            Tag::FootnoteDefinition(label) => Element::Footnote(label.into_string()),
            Tag::Table(_) => Element::Table,
            Tag::TableHead => Element::TableHead,
            Tag::TableRow => Element::TableRow,
            Tag::TableCell => Element::TableCell,
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            Tag::Strikethrough => Element::Struck,
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                Element::Link("mailto:".to_owned() + &dest_url)
            }
            Tag::Link { dest_url, .. } => Element::Link(dest_url.into_string()),
            Tag::Image { .. } => Element::Picture,
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript => Element::Transparent,
        };
        if self.flattened > 0 || self.open.len() + element.levels() > DEEPEST {
            self.flattened += 1;
            if !self.is_too_deep {
                self.is_too_deep = true;
                self.diagnostics.push(Diagnostic { code: Code::TooDeep, span });
            }
            return;
        }
        if element.is_block() {
            self.end_implied_paragraph();
        }
        self.open.push(Open::new(element, span));
    }

    fn end(&mut self) {
        if self.flattened > 0 {
            self.flattened -= 1;
            self.end_line();
            return;
        }
        self.end_implied_paragraph();
        self.close_last();
    }

    fn close_last(&mut self) {
        if let Some(open) = self.open.pop() {
            self.close(open);
        }
    }

    fn close(&mut self, mut open: Open) {
        let span = open.span;
        let kind = match open.element {
            Element::Paragraph => {
                self.with_parent(|parent| {
                    if let Element::Item { apart } = &mut parent.element {
                        *apart = true;
                    }
                });
                BlockKind::Paragraph(lines(open.pieces))
            }
            Element::ImpliedParagraph => BlockKind::Paragraph(lines(open.pieces)),
            Element::Heading(level) => BlockKind::Heading { level, lines: lines(open.pieces) },
            Element::List { numbered } => {
                let marker = if numbered { self.number_marker(&open.items) } else { Marker::Bullet };
                BlockKind::List { marker, items: open.items }
            }
            Element::Quote => BlockKind::Quote(open.blocks),
            Element::Footnote(label) => BlockKind::Footnote { label, blocks: open.blocks },
            Element::Html => {
                let html = self.source.get(span.clone()).unwrap_or_default();
                if html.trim_start().starts_with("<table") && html.contains("</table>") {
                    BlockKind::Table { head: Vec::new(), rows: html_table::read(html, span.start) }
                } else {
                    BlockKind::Paragraph(lines(open.pieces))
                }
            }
            Element::Preformatted => BlockKind::Preformatted(preformatted_lines(open.pieces)),
            Element::Table => {
                let head = if open.rows.is_empty() { Vec::new() } else { open.rows.remove(0) };
                BlockKind::Table { head, rows: open.rows }
            }
            Element::Item { apart } => {
                let number = self.number_at(span.start);
                let item = Item { number, blocks: open.blocks, apart, span };
                return self.with_parent(|parent| parent.items.push(item));
            }
            Element::TableHead | Element::TableRow => {
                open.cells.extend(self.cells_beyond_head(open.end_of_cells, span.end));
                return self.with_parent(|parent| parent.rows.push(open.cells));
            }
            Element::TableCell => {
                let cell = TableCell::new(lines(open.pieces));
                return self.with_parent(|parent| {
                    parent.cells.push(cell);
                    parent.end_of_cells = span.end;
                });
            }
            Element::Emphasis => return self.give_marked_up(open.pieces, &span, Inline::Emphasis),
            Element::Strong => return self.give_marked_up(open.pieces, &span, Inline::Strong),
            Element::Struck => return self.give_marked_up(open.pieces, &span, Inline::Struck),
            Element::Raised => return self.give_marked_up(open.pieces, &span, Inline::Raised),
            Element::Lowered => return self.give_marked_up(open.pieces, &span, Inline::Lowered),
            Element::Picture if open.pieces.is_empty() => {
                self.diagnostics.push(Diagnostic { code: Code::PictureWithoutText, span });
                return;
            }
            Element::Picture => return self.give_marked_up(open.pieces, &span, Inline::Picture),
            Element::Link(destination) => {
                if Address::from_destination(&destination).is_none() {
                    self.diagnostics.push(Diagnostic { code: Code::DeadLink, span: span.clone() });
                }
                let link = |content| Inline::Link { destination: destination.clone(), content };
                return self.give_marked_up(open.pieces, &span, link);
            }
            Element::Transparent => {
                return open.pieces.into_iter().for_each(|piece| self.push(piece, &span));
            }
        };
        self.give_block(Block { kind, span });
    }

    /// The cells of a row beyond those of the head, which Markdown drops (GitHub Flavored Markdown, 4.10), from the end of the others to
    /// that of the row. Their mark-up is read as far as it stands within a line.
    fn cells_beyond_head(&self, start: usize, end: usize) -> Vec<TableCell> {
        let text = self.source.get(start..end).unwrap_or_default().trim_end();
        let text = text.strip_prefix('|').map(|text| text.strip_suffix('|').unwrap_or(text));
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return Vec::new() };
        let mut at = start + 1;
        let mut cells = Vec::new();
        for cell in unescaped_bars(text) {
            cells.push(TableCell::new(Self::lines_of_cell(cell, at)));
            at += cell.len() + 1;
        }
        cells
    }

    /// The lines of a cell that Markdown has dropped, which begins at the byte.
    fn lines_of_cell(source: &str, at: usize) -> Vec<Line> {
        let start = at + source.len() - source.trim_start().len();
        let source = source.trim();
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
                .for_each(|(event, span)| builder.take(event, start + span.start..start + span.end));
        } else if !source.is_empty() {
            builder.text(source.to_owned(), start..start + source.len());
        }
        builder.open.pop().map(|cell| lines(cell.pieces)).unwrap_or_default()
    }

    /// Gives a piece of a line to the innermost open element. The items of a tight list hold text without a paragraph
    /// around it, and so does whatever is flattened: it gets one.
    fn push(&mut self, piece: Piece, span: &Span) {
        if self.open.last().is_none_or(|open| open.element.holds_blocks()) {
            self.open.push(Open::new(Element::ImpliedParagraph, span.clone()));
        }
        self.with_parent(|parent| {
            parent.span.end = parent.span.end.max(span.end);
            parent.pieces.push(piece);
        });
    }

    /// Gives marked-up content upwards. Mark-up that spans a line end is divided there, so that lines stay whole.
    fn give_marked_up(&mut self, pieces: Vec<Piece>, span: &Span, mark_up: impl Fn(Vec<Inline>) -> Inline) {
        let mut content = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Inline(inline) => content.push(inline),
                Piece::End(_) => {
                    self.push(Piece::Inline(mark_up(take(&mut content))), span);
                    self.push(piece, span);
                }
            }
        }
        self.push(Piece::Inline(mark_up(content)), span);
    }

    fn give_block(&mut self, block: Block) {
        self.end_implied_paragraph();
        match self.open.last_mut() {
            Some(parent) => parent.blocks.push(block),
            None => self.done.push(block),
        }
    }

    /// Keeps apart what stood in different elements before they were flattened.
    fn end_line(&mut self) {
        self.with_parent(|parent| {
            if !parent.element.holds_blocks() {
                parent.pieces.push(Piece::End(LineEnd::Fixed));
            }
        });
    }

    /// Ends a paragraph that was opened for text without one.
    fn end_implied_paragraph(&mut self) {
        // Raised letters whose end is not written end with what they stand in.
        while self.open.last().is_some_and(|open| matches!(open.element, Element::Raised | Element::Lowered))
        {
            self.close_last();
        }
        if self.open.last().is_some_and(|open| matches!(open.element, Element::ImpliedParagraph))
            && let Some(open) = self.open.pop()
        {
            self.close(open);
        }
    }

    /// The number with which an item begins in the source: lists are numbered by hand, and need not count.
    fn number_at(&self, start: usize) -> Option<u64> {
        let item = self.source.get(start..).unwrap_or_default().trim_start();
        let digits = item.bytes().take_while(u8::is_ascii_digit).count();
        item.get(..digits)?.parse().ok()
    }

    fn number_marker(&self, items: &[Item]) -> Marker {
        let first = items.first().and_then(|item| self.source.get(item.span.clone())).unwrap_or_default();
        match first.trim_start().trim_start_matches(|c: char| c.is_ascii_digit()).as_bytes() {
            [b')', ..] => Marker::NumberInBracket,
            _ => Marker::Number,
        }
    }

    fn with_parent(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(parent) = self.open.last_mut() {
            change(parent);
        }
    }

    fn finish(mut self) -> Vec<Block> {
        while let Some(open) = self.open.pop() {
            self.close(open);
        }
        self.done
    }
}

impl Open {
    const fn new(element: Element, span: Span) -> Self {
        let span_end = span.end;
        Self {
            element,
            span,
            blocks: Vec::new(),
            pieces: Vec::new(),
            items: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            end_of_cells: span_end,
        }
    }
}

impl Element {
    /// How many levels of elements it takes until text can stand in it.
    const fn levels(&self) -> usize {
        match self {
            Self::Table => 3,
            Self::List { .. } => 2,
            _ => 1,
        }
    }

    /// Whether the element stands beside paragraphs, rather than in one.
    const fn is_block(&self) -> bool {
        !matches!(
            self,
            Self::Emphasis
                | Self::Strong
                | Self::Struck
                | Self::Raised
                | Self::Lowered
                | Self::Picture
                | Self::Link(_)
                | Self::Transparent
        )
    }

    /// Whether the element's content is blocks, rather than text.
    const fn holds_blocks(&self) -> bool {
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

/// The stretches between the bars of a row; one behind a backslash is text.
fn unescaped_bars(row: &str) -> Vec<&str> {
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

/// The start or the end of an element that says nothing by itself.
fn is_wrapper(html: &str) -> bool {
    let name = html.strip_prefix("</").or_else(|| html.strip_prefix('<'));
    let rest = name.and_then(|name| name.strip_prefix("span").or_else(|| name.strip_prefix("div")));
    rest.is_some_and(|rest| rest.starts_with([' ', '>']) && rest.find('>') == Some(rest.len() - 1))
}

const fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests;
