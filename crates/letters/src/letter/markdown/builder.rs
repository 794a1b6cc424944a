//! The tree of a text under construction.

use std::mem::take;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Tag};

use super::element::{Element, MarkUp, Open};
use super::grid_table::{self, GridTable};
use super::lines::{LinePart, lines, preformatted_lines};
use super::raised::{self, Raised};
use super::shown_text::{is_as_shown, pieces};
use super::simple_table;
use crate::address::Address;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::letter::html_block::{self, HtmlBlock};
use crate::text::tree::{Block, BlockKind, Inline, Item, LineEnd, Marker, TableCell};

/// The maximum nesting depth of blocks and mark-up. No letter comes close to it.
const DEEPEST: usize = 48;

/// The tree under construction: the open elements, outermost first.
pub(super) struct Builder<'source> {
    pub(super) source: &'source str,
    pub(super) open: Vec<Open>,
    done: Vec<Block>,
    /// The number of open elements below the deepest level: they are flattened into the one above.
    flattened: usize,
    /// Whether the diagnostic has been reported.
    is_too_deep: bool,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'source> Builder<'source> {
    pub(super) const fn new(source: &'source str) -> Self {
        Self {
            source,
            open: Vec::new(),
            done: Vec::new(),
            flattened: 0,
            is_too_deep: false,
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(_) => self.end(),
            Event::Html(text) => self.html(&text, span),
            Event::InlineHtml(text) => {
                // At the start of an item of a tight list.
                if self.open.last().is_some_and(|open| open.element.holds_blocks()) {
                    self.open.push(Open::new(Element::ImpliedParagraph, span.clone()));
                }
                self.html(&text, span);
            }
            Event::Text(text) if text.contains('^') && text.len() == span.len() && !self.is_in_code() => {
                self.text_with_raised(&text, span.start);
            }
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(text.into_string(), span);
            }
            Event::FootnoteReference(label) => {
                let mark = Inline::FootnoteMark { label: label.into_string(), span: span.clone() };
                self.push(LinePart::Inline(mark), &span);
            }
            Event::SoftBreak => self.push(LinePart::End(LineEnd::Flowing), &span),
            Event::HardBreak => self.push(LinePart::End(LineEnd::Fixed), &span),
            Event::Rule => self.give_block(Block { kind: BlockKind::Rule, span }),
            Event::TaskListMarker(_) => {}
        }
    }

    fn is_in_link(&self) -> bool {
        let is_link = |open: &Open| {
            matches!(open.element, Element::MarkUp(MarkUp::Link(_)) | Element::Tag(MarkUp::Link(_)))
        };
        self.open.iter().any(is_link)
    }

    fn is_in_tag_of_link(&self) -> bool {
        self.open.last().is_some_and(|open| matches!(open.element, Element::Tag(MarkUp::Link(_))))
    }

    fn is_in_code(&self) -> bool {
        self.open.last().is_some_and(|open| matches!(open.element, Element::Preformatted))
    }

    /// Takes text that is written as in the source, from the byte on, with its [raised letters](raised::next).
    fn text_with_raised(&mut self, text: &str, start: usize) {
        let place = |range: &Span| start + range.start..start + range.end;
        let words = |range: &Span| text.get(range.clone()).unwrap_or_default().to_owned();
        let mut at = 0;
        while let Some(Raised { whole, base, letters }) = raised::next(text, at) {
            let before = at..whole.start;
            self.text(words(&before), place(&before));
            self.text(words(&base), place(&base));
            let inner = pieces(&words(&letters), &place(&letters)).into_iter();
            let inner = inner.map(|(text, span)| Inline::Text { text, span }).collect();
            self.push(LinePart::Inline(Inline::Raised(inner)), &place(&whole));
            at = whole.end;
        }
        self.text(words(&(at..text.len())), place(&(at..text.len())));
    }

    /// Takes text.
    pub(super) fn text(&mut self, text: String, span: Span) {
        if text.is_empty() {
            return;
        }
        if is_as_shown(&text) {
            return self.push(LinePart::Inline(Inline::Text { text, span: span.clone() }), &span);
        }
        for (text, place) in pieces(&text, &span) {
            self.push(LinePart::Inline(Inline::Text { text, span: place }), &span);
        }
    }

    /// HTML in the text. Converters write line breaks in the cells of tables as `<br>`, and raised letters as `<sup>`,
    /// because Markdown has neither. All other HTML becomes text, except for wrappers.
    fn html(&mut self, text: &str, span: Span) {
        let may_open =
            self.open.len() < DEEPEST && self.open.last().is_some_and(|open| !open.element.holds_blocks());
        let tag = text.trim();
        if matches!(tag, "<br>" | "<br/>" | "<br />" | "<BR>") {
            return self.push(LinePart::End(LineEnd::Fixed), &span);
        }
        match element_name(tag) {
            // Others are words: “option <A>”.
            Some("a" | "A") if may_open && anchor(tag).is_some() => {
                // A link in a link is none.
                let mark_up = anchor(tag).filter(|_| !self.is_in_link()).unwrap_or(MarkUp::Transparent);
                self.open.push(Open::new(Element::Tag(mark_up), span));
            }
            // Converters wrap right-to-left text in these.
            Some("span" | "div" | "u" | "p" | "figure" | "font" | "center") => {}
            Some(name) if tag.starts_with("</") => {
                match (self.open.last().map(|open| &open.element), mark_up(name)) {
                    (Some(Element::Tag(open)), Some(closed))
                        if std::mem::discriminant(open) == std::mem::discriminant(&closed) =>
                    {
                        self.close_last();
                    }
                    (Some(Element::Tag(MarkUp::Link(_) | MarkUp::Transparent)), None)
                        if matches!(name, "a" | "A") =>
                    {
                        self.close_last();
                    }
                    _ => self.text(text.to_owned(), span),
                }
            }
            Some(name) => match mark_up(name).filter(|_| may_open) {
                Some(mark_up) => self.open.push(Open::new(Element::Tag(mark_up), span)),
                None => self.text(text.to_owned(), span),
            },
            None => self.text(text.to_owned(), span),
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        // Programs take the word after a fence for the name of a language. In a letter it is text like any other.
        let words = match &tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(words)) if !words.is_empty() => {
                Some((words.to_string() + "\n", self.words_behind_fence(span.start)))
            }
            _ => None,
        };
        self.open_element(tag, span);
        if let Some((words, span)) = words {
            self.text(words, span);
        }
    }

    /// The place of the words after the ticks that open a fence.
    fn words_behind_fence(&self, fence: usize) -> Span {
        // A carriage return alone ends a line of Markdown too.
        let rest = self.source.get(fence..).unwrap_or_default();
        let line = rest.split(['\n', '\r']).next().unwrap_or_default();
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
            Tag::Emphasis => Element::MarkUp(MarkUp::Emphasis),
            Tag::Strong => Element::MarkUp(MarkUp::Strong),
            Tag::Strikethrough => Element::MarkUp(MarkUp::Struck),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                Element::MarkUp(MarkUp::Link("mailto:".to_owned() + &dest_url))
            }
            Tag::Link { dest_url, .. } => Element::MarkUp(MarkUp::Link(dest_url.into_string())),
            Tag::Image { .. } => Element::MarkUp(MarkUp::Picture),
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript => Element::MarkUp(MarkUp::Transparent),
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
        // A link of HTML that is not closed ends before another.
        while matches!(element, Element::MarkUp(MarkUp::Link(_))) && self.is_in_tag_of_link() {
            self.close_last();
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
                let source = self.source.get(span.clone()).unwrap_or_default();
                let table = grid_table::read(source, span.start);
                match table.or_else(|| simple_table::read(self.source, span.clone())) {
                    Some(GridTable { head, rows }) => BlockKind::Table { head, rows },
                    None => BlockKind::Paragraph(lines(open.line_parts)),
                }
            }
            Element::ImpliedParagraph => BlockKind::Paragraph(lines(open.line_parts)),
            Element::Heading(level) => BlockKind::Heading { level, lines: lines(open.line_parts) },
            Element::List { numbered } => {
                let marker = if numbered { self.number_marker(&open.items) } else { Marker::Bullet };
                BlockKind::List { marker, items: open.items }
            }
            Element::Quote => BlockKind::Quote(open.blocks),
            Element::Footnote(label) => BlockKind::Footnote { label, blocks: open.blocks },
            Element::Html => {
                let html = self.source.get(span.clone()).unwrap_or_default();
                match html_block::read(html, span.start) {
                    Some(HtmlBlock::Table { head, rows }) => BlockKind::Table { head, rows },
                    Some(HtmlBlock::Paragraph(lines)) => BlockKind::Paragraph(lines),
                    None => BlockKind::Paragraph(lines(open.line_parts)),
                }
            }
            Element::Preformatted => BlockKind::Preformatted(preformatted_lines(open.line_parts)),
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
                let cell = TableCell::new(lines(open.line_parts));
                return self.with_parent(|parent| {
                    parent.cells.push(cell);
                    parent.end_of_cells = span.end;
                });
            }
            Element::MarkUp(mark_up) | Element::Tag(mark_up) => {
                return self.close_mark_up(mark_up, open.line_parts, span);
            }
        };
        self.give_block(Block { kind, span });
    }

    fn close_mark_up(&mut self, mark_up: MarkUp, line_parts: Vec<LinePart>, span: Span) {
        match mark_up {
            MarkUp::Emphasis => self.give_marked_up(line_parts, &span, Inline::Emphasis),
            MarkUp::Strong => self.give_marked_up(line_parts, &span, Inline::Strong),
            MarkUp::Struck => self.give_marked_up(line_parts, &span, Inline::Struck),
            MarkUp::Raised => self.give_marked_up(line_parts, &span, Inline::Raised),
            MarkUp::Lowered => self.give_marked_up(line_parts, &span, Inline::Lowered),
            MarkUp::Picture if line_parts.is_empty() => {
                self.diagnostics.push(Diagnostic { code: Code::PictureWithoutText, span });
            }
            MarkUp::Picture => self.give_marked_up(line_parts, &span, Inline::Picture),
            MarkUp::Link(destination) => {
                if Address::from_destination(&destination).is_none() {
                    self.diagnostics.push(Diagnostic { code: Code::DeadLink, span: span.clone() });
                }
                let link = |content| Inline::Link { destination: destination.clone(), content };
                self.give_marked_up(line_parts, &span, link);
            }
            MarkUp::Transparent => line_parts.into_iter().for_each(|part| self.push(part, &span)),
        }
    }

    /// Adds a part of a line to the innermost open element. Text without a paragraph, in the items of a tight list or
    /// after flattening, gets one.
    fn push(&mut self, part: LinePart, span: &Span) {
        if self.open.last().is_none_or(|open| open.element.holds_blocks()) {
            self.open.push(Open::new(Element::ImpliedParagraph, span.clone()));
        }
        self.with_parent(|parent| {
            parent.span.end = parent.span.end.max(span.end);
            parent.line_parts.push(part);
        });
    }

    /// Adds marked-up content to the parent element. Mark-up that spans a line end is divided there, so that lines stay
    /// whole.
    fn give_marked_up(
        &mut self,
        line_parts: Vec<LinePart>,
        span: &Span,
        mark_up: impl Fn(Vec<Inline>) -> Inline,
    ) {
        let mut content = Vec::new();
        for part in line_parts {
            match part {
                LinePart::Inline(inline) => content.push(inline),
                LinePart::End(_) => {
                    self.push(LinePart::Inline(mark_up(take(&mut content))), span);
                    self.push(part, span);
                }
            }
        }
        self.push(LinePart::Inline(mark_up(content)), span);
    }

    fn give_block(&mut self, block: Block) {
        self.end_implied_paragraph();
        match self.open.last_mut() {
            Some(parent) => parent.blocks.push(block),
            None => self.done.push(block),
        }
    }

    /// Separates the content of elements that were flattened.
    fn end_line(&mut self) {
        self.with_parent(|parent| {
            if !parent.element.holds_blocks() {
                parent.line_parts.push(LinePart::End(LineEnd::Fixed));
            }
        });
    }

    /// Ends a paragraph that was opened for text without one.
    fn end_implied_paragraph(&mut self) {
        // An element of HTML without an end tag ends with its parent.
        while self.open.last().is_some_and(|open| matches!(open.element, Element::Tag(_))) {
            self.close_last();
        }
        if self.open.last().is_some_and(|open| matches!(open.element, Element::ImpliedParagraph))
            && let Some(open) = self.open.pop()
        {
            self.close(open);
        }
    }

    /// The number with which an item begins in the source: lists are numbered by hand, not always consecutively.
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

    pub(super) fn finish(mut self) -> Vec<Block> {
        while let Some(open) = self.open.pop() {
            self.close(open);
        }
        self.done
    }
}

/// The name of the element whose tag the text is, and nothing else.
fn element_name(tag: &str) -> Option<&str> {
    let inner = tag.strip_prefix('<')?.strip_suffix('>')?;
    let name = inner.strip_prefix('/').unwrap_or(inner).split(' ').next()?;
    (!inner.contains('>')).then_some(name)
}

/// What the tag `<a>` opens: a link; or nothing that shows, if it is a bookmark.
fn anchor(tag: &str) -> Option<MarkUp> {
    let attributes = tag.trim_end_matches('>');
    let is_bookmark = ["id", "name"].iter().any(|name| html_block::attribute(attributes, name).is_some());
    match html_block::attribute(attributes, "href").map(html_block::decoded) {
        Some(address) => Some(MarkUp::Link(address)),
        None => is_bookmark.then_some(MarkUp::Transparent),
    }
}

/// The mark-up that the element means.
fn mark_up(name: &str) -> Option<MarkUp> {
    Some(match name {
        "sup" => MarkUp::Raised,
        "sub" => MarkUp::Lowered,
        "b" | "strong" => MarkUp::Strong,
        "i" | "em" => MarkUp::Emphasis,
        "s" | "del" | "strike" => MarkUp::Struck,
        _ => return None,
    })
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
