//! Blocks: paragraphs, headings, lists, tables, footnotes.

use super::html::{Attribute, Element, Node, Tag};
use super::renderer::{Place, Renderer};
use super::wording::Named;
use crate::address::Address;
use crate::text::tree::{Block, BlockKind, Item, Line, Marker, TableCell};

impl Renderer<'_> {
    pub(super) fn block(&self, block: &Block, class: Option<&'static str>) -> Vec<Node> {
        // Converters leave empty headings, which are not shown.
        if matches!(&block.kind, BlockKind::Heading { lines, .. } if lines.is_empty()) {
            return Vec::new();
        }
        let element = match &block.kind {
            BlockKind::Paragraph(lines) => Tag::P.holding(self.lines(lines)),
            BlockKind::Heading { level, lines } => self.heading_tag(*level).holding(self.lines(lines)),
            BlockKind::List { marker, items } => self.list(*marker, items),
            BlockKind::Quote(blocks) => Tag::Blockquote.holding(self.blocks(blocks)),
            BlockKind::Table { head, rows } => self.table(head, rows),
            BlockKind::Preformatted(lines) => {
                let lines: Vec<String> = lines.iter().map(Line::plain).collect();
                Tag::Pre.holding([Node::Text(lines.join("\n"))])
            }
            BlockKind::Rule => Tag::Hr.holding([]),
            BlockKind::Footnote { label, blocks } => self.footnote(label, blocks),
        };
        vec![class.into_iter().fold(element, |element, class| element.with(Attribute::Class(class))).into()]
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<Node> {
        blocks.iter().flat_map(|block| self.block(block, None)).collect()
    }

    /// The headings of a letter are below its subject, without skipping a level.
    pub(super) fn heading_tag(&self, level: u8) -> Tag {
        let highest = if self.outline().has_subject() { 3 } else { 2 };
        let below = self.outline().depth_of_heading(level);
        match highest + below {
            2 => Tag::H2,
            3 => Tag::H3,
            4 => Tag::H4,
            5 => Tag::H5,
            _ => Tag::H6,
        }
    }

    fn list(&self, marker: Marker, items: &[Item]) -> Element {
        let mut next = None;
        let items: Vec<Node> = items
            .iter()
            .map(|item| {
                let content = match &item.blocks[..] {
                    // An item of one paragraph needs no paragraph around it.
                    [Block { kind: BlockKind::Paragraph(lines), .. }] => self.lines(lines),
                    blocks => self.blocks(blocks),
                };
                let element = Tag::Li.holding(content);
                // The number is written if the list would count differently.
                let number = item.number.filter(|number| marker != Marker::Bullet && next != Some(*number));
                next = item.number.or(next).map(|number| number.saturating_add(1));
                match number {
                    Some(number) => element.with(Attribute::Value(number)).into(),
                    None => element.into(),
                }
            })
            .collect();
        match marker {
            Marker::Bullet => Tag::Ul.holding(items),
            Marker::Number => Tag::Ol.holding(items),
            Marker::NumberInBracket => Tag::Ol.holding(items).with(Attribute::Class("in-bracket")),
        }
    }

    /// A table in a box of its own that scrolls if the sheet is too narrow.
    fn table(&self, head: &[TableCell], rows: &[Vec<TableCell>]) -> Element {
        // Boxes that can receive focus need names of their own.
        let number = self.next_table();
        let row = |tag: Tag, cells: &[TableCell]| {
            Tag::Tr.holding(cells.iter().map(|cell| self.cell(tag, cell).into())).into()
        };
        let mut sections = Vec::new();
        if head.iter().any(|cell| !cell.lines.is_empty()) {
            sections.push(Tag::Thead.holding([row(Tag::Th, head)]).into());
        }
        sections.push(Tag::Tbody.holding(rows.iter().map(|cells| row(Tag::Td, cells))).into());
        Tag::Section
            .holding([Tag::Table.holding(sections).into()])
            .with(Attribute::Class("scroller"))
            .with_any(self.table_label(number).map(Attribute::Label))
            .with(Attribute::Focusable)
    }

    fn cell(&self, tag: Tag, cell: &TableCell) -> Element {
        let element = tag.holding(self.lines(&cell.lines));
        let columns = (cell.columns > 1).then_some(Attribute::Columns(cell.columns));
        let rows = (cell.rows > 1).then_some(Attribute::Rows(cell.rows));
        columns.into_iter().chain(rows).fold(element, Element::with)
    }

    /// The name of a table; beside another version, with the language.
    fn table_label(&self, number: usize) -> Option<String> {
        let label = self.name_of(Named::Table(number))?;
        Some(match (self.setting.place, self.language()) {
            (Place::Beside | Place::Excerpt, Some(language)) => {
                format!("{label} ({})", language.native_name())
            }
            (Place::Main, _) | (_, None) => label,
        })
    }

    /// A footnote, with a link back to each of its marks.
    fn footnote(&self, label: &str, blocks: &[Block]) -> Element {
        let link = |mark: String, content: Vec<Node>| {
            Tag::A
                .holding(content)
                .with(Attribute::Href(Address::Place(mark)))
                .with_any(self.name_of(Named::Footnote(label)).map(Attribute::Label))
        };
        let mut marks = self.marks(label).into_iter();
        let own = Node::Text(label.to_owned());
        let own = match marks.next() {
            Some(first) => link(first, vec![own]).into(),
            None => own,
        };
        let back: Vec<Node> =
            marks.map(|mark| link(mark, Vec::new()).with(Attribute::Class("back")).into()).collect();
        let id = self.next_note(label);
        let own = Tag::Sup.holding([own]).into();
        let note = Tag::Div
            .holding([own].into_iter().chain(self.blocks(blocks)).chain(back))
            .with(Attribute::Class("footnote"));
        id.into_iter().fold(note, |note, id| note.with(Attribute::Id(id)))
    }
}
