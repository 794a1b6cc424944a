//! From the parts of a letter to the elements of the page.

use std::cell::Cell;
use std::ops::Range;

use super::bidi;
use super::citing::{Coming, Numbered};
use super::html::{Attribute, Element, Node, Tag};
use crate::address::Address;
use crate::citation::passage_of;
use crate::ids::DocumentId;
use crate::ids::{Direction, Language};
use crate::interface::Message;
use crate::letter::{Letter, Part, Role, Segment, SegmentKind};
use crate::resolver::Reference;
use crate::text::characters::is_dash;
use crate::text::tree::{
    Block, BlockKind, Inline, Item, Line, LineEnd, Marker, RunningText, TableCell, joins_without_space,
};

/// How a version is set on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The language in which assistive technology is told what goes beyond the letter's own words.
    pub interface: Language,
    /// Where it stands.
    pub place: Place,
    /// How many references of other versions come before its own on the page.
    pub references_before: usize,
}

/// Where a version stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is the letter: its places have the names that all versions share.
    Main,
    /// It stands beside another, to which the places belong: its own have names that say its language.
    Beside,
    /// A passage of it is opened in another: the footnotes that it has are not on the page.
    Excerpt,
}

/// The letter as it is shown.
pub fn letter(letter: &Letter, references: &[Reference], interface: Language) -> Vec<Node> {
    let setting = Setting { interface, place: Place::Main, references_before: 0 };
    segments(letter, references, setting).into_iter().flatten().collect()
}

/// The letter as it stands in a page before any script, with its language and direction. In the place of what only a script could answer
/// there is room for it, so that nothing moves when the script comes.
pub fn article(letter: &Letter, references: &[Reference], interface: Language) -> Node {
    let nodes = self::letter(letter, references, interface).into_iter().map(without_buttons);
    let article = Tag::Article.holding(nodes.collect::<Vec<_>>());
    match letter.language {
        Some(language) => {
            article.with(Attribute::Lang(language)).with(Attribute::Dir(language.direction())).into()
        }
        None => article.into(),
    }
}

fn without_buttons(node: Node) -> Node {
    match node {
        Node::Element(element) if element.tag == Tag::Button => {
            let class =
                element.attributes.into_iter().find(|attribute| matches!(attribute, Attribute::Class(_)));
            let room = Tag::Span.holding([]);
            class.into_iter().fold(room, Element::with).into()
        }
        Node::Element(mut element) => {
            element.children = element.children.into_iter().map(without_buttons).collect();
            element.into()
        }
        text @ Node::Text(_) => text,
    }
}

/// The letter as it is shown, segment by segment.
pub fn segments(letter: &Letter, references: &[Reference], setting: Setting) -> Vec<Vec<Node>> {
    some_segments(letter, references, setting, 0..letter.parts.len())
}

/// Some of the segments of the letter as it is shown: those of the range.
pub fn some_segments(
    letter: &Letter,
    references: &[Reference],
    setting: Setting,
    range: Range<usize>,
) -> Vec<Vec<Node>> {
    let under_subject = letter.parts.iter().any(|part| part.role == Role::Subject);
    let segments = letter.segments();
    let part_at =
        |segment: usize| segments.get(segment).map_or(letter.parts.len(), |segment| segment.parts.start);
    let (first_part, end) = (part_at(range.start), part_at(range.end));
    let before = letter.parts.get(..first_part).unwrap_or_default();
    let byte_at = |part: usize| letter.parts.get(part).map_or(usize::MAX, |part| part.block.span.start);
    let bytes = if range.start == 0 { 0 } else { byte_at(first_part) }..byte_at(end);
    let renderer = Renderer {
        setting,
        language: letter.language,
        is_letter: letter.is_letter(),
        highest_heading: if under_subject { 3 } else { 2 },
        heading_levels: heading_levels(&letter.parts),
        marks: Marks::of(&letter.parts, before),
        tables: Cell::new(before.iter().map(|part| part.block.count_tables()).sum()),
        references: numbered(references, setting.references_before, bytes),
        cited: Cell::new(0),
    };
    let segments = segments.iter().enumerate().skip(range.start).take(range.len());
    segments.map(|(index, segment)| renderer.segment(letter, segment, index)).collect()
}

/// A group of the letterhead: labels, and then their values, each with the role of its part; labels also as plain text.
struct Particulars {
    labels: Vec<(Role, String, Element)>,
    values: Vec<(Role, Element)>,
}

pub(super) struct Renderer<'letter> {
    pub(super) setting: Setting,
    /// The language of the letter.
    pub(super) language: Option<Language>,
    /// Whether it is one: other text is shown as it is.
    is_letter: bool,
    /// The level of the highest heading on the page: one below the subject, where there is one.
    highest_heading: usize,
    /// The levels of headings that occur in the source, the highest first.
    heading_levels: Vec<u8>,
    marks: Marks<'letter>,
    /// How many tables have been shown.
    tables: Cell<usize>,
    /// The number of the reference that has been shown last.
    pub(super) cited: Cell<usize>,
    /// The references, in the order of the text.
    references: Vec<Numbered<'letter>>,
}

/// The references in these bytes of the letter, numbered from those before them on the page.
fn numbered(references: &[Reference], before: usize, bytes: Range<usize>) -> Vec<Numbered<'_>> {
    let numbered = references.iter().enumerate().map(|(index, reference)| (before + index + 1, reference));
    numbered.filter(|(_, reference)| bytes.contains(&reference.citation.passage)).collect()
}

/// The marks of the footnotes in the letter: one footnote may have several.
struct Marks<'letter> {
    /// Their labels, in the order of the text.
    labels: Vec<&'letter str>,
    /// How many have been shown.
    shown: Cell<usize>,
}

/// The most marks that are counted for each footnote: beyond them, a note leads back to its first mark alone.
const MOST_MARKS: usize = 500;

impl<'letter> Marks<'letter> {
    /// The marks in the parts, of which some have been shown before.
    fn of(parts: &'letter [Part], before: &[Part]) -> Self {
        let labels = footnote_marks(parts);
        Self { labels, shown: Cell::new(footnote_marks(before).len()) }
    }

    /// How many marks the footnote has had, with the one that is shown now.
    fn next(&self, label: &str) -> usize {
        let shown = self.shown.replace(self.shown.get() + 1);
        if shown < MOST_MARKS { 1 + self.count_in(label, shown) } else { shown }
    }

    /// How many marks the footnote has.
    fn count(&self, label: &str) -> usize {
        self.count_in(label, self.labels.len().min(MOST_MARKS))
    }

    fn count_in(&self, label: &str, first: usize) -> usize {
        self.labels.iter().take(first).filter(|its_label| **its_label == label).count()
    }
}

fn footnote_marks(parts: &[Part]) -> Vec<&str> {
    let mut labels = Vec::new();
    parts.iter().for_each(|part| part.block.each_line(&mut |line| labels.extend(line.footnote_marks())));
    labels
}

impl Renderer<'_> {
    /// A segment of the letter; each of its elements says which segment it is of.
    fn segment(&self, letter: &Letter, segment: &Segment, index: usize) -> Vec<Node> {
        let parts = letter.parts_of(segment);
        let nodes = match (segment.kind, parts) {
            _ if !self.is_letter => parts.iter().flat_map(|part| self.part_as_it_is(part)).collect(),
            (SegmentKind::Issuance, parts) => vec![self.issuance(letter, parts).into()],
            (SegmentKind::Particulars, parts) => vec![self.particulars(parts).into()],
            (SegmentKind::Signature, parts) => vec![self.signature(parts).into()],
            (SegmentKind::Paragraph(number), [part]) => vec![self.paragraph(&part.block, number).into()],
            (SegmentKind::AnnexHeading(number), [part]) => vec![self.annex_heading(part, number).into()],
            (_, parts) => parts.iter().flat_map(|part| self.part(part)).collect(),
        };
        let marked = |node| match node {
            Node::Element(element) if self.setting.place == Place::Main => {
                element.with(Attribute::Segment(index)).into()
            }
            node => node,
        };
        nodes.into_iter().map(marked).collect()
    }

    /// The name of a place in the page: beside another version, with the language.
    fn id(&self, id: String) -> String {
        match (self.setting.place, self.language) {
            (Place::Beside | Place::Excerpt, Some(language)) => format!("{id}-{}", language.code()),
            (Place::Main, _) | (_, None) => id,
        }
    }

    /// The link of a place to itself, which the style sheet shows as its number; none beside another version, whose places are its own
    /// too.
    fn permalink(&self, id: &str, number: Option<usize>, label: String) -> Option<Node> {
        let link = Tag::A
            .holding([])
            .with(Attribute::Class("permalink"))
            .with(Attribute::Href(Address::Place(id.to_owned())));
        let link = number.into_iter().fold(link, |link, number| link.with(Attribute::Number(number)));
        let link = link.with(Attribute::Label(label)).with(Attribute::Lang(self.setting.interface));
        (self.setting.place == Place::Main).then(|| link.into())
    }

    /// The line across the head of the letter: who issues it, where and when; or the date alone, where it stands apart.
    fn issuance(&self, letter: &Letter, parts: &[Part]) -> Element {
        let line = |part: &Part| {
            let words = self.lines(part.block.lines());
            let (class, words) = match (part.role, letter.letterhead.date) {
                (Role::Union, _) => ("union", words),
                (Role::Issuer, _) => ("issuer", words),
                (_, Some(date)) => {
                    let words = self.label(part).chain(words);
                    ("date", vec![Tag::Time.holding(words).with(Attribute::Datetime(date)).into()])
                }
                (_, None) => ("date", self.label(part).chain(words).collect()),
            };
            Tag::P.holding(words).with(Attribute::Class(class)).into()
        };
        let is_date_alone = parts.iter().all(|part| part.role == Role::PlaceAndDate);
        let class = if is_date_alone { "dateline" } else { "issuance" };
        Tag::Div.holding(parts.iter().map(line)).with(Attribute::Class(class))
    }

    /// Labels and their values: reference, unit, contact.
    fn particulars(&self, parts: &[Part]) -> Element {
        let mut groups: Vec<Particulars> = Vec::new();
        // Labels that stand together before their values stay together, and so do these.
        let mut stacked = false;
        for part in parts {
            let has_value = !part.block.lines().iter().all(Line::is_blank)
                || !matches!(part.block.kind, BlockKind::Paragraph(_));
            let value = (part.role, Tag::Dd.holding(self.value(part)));
            match (&part.label, groups.last_mut()) {
                (Some(label), last) => {
                    let name = label.plain().trim().trim_end_matches([':', '：']).trim_end().to_owned();
                    let label = (part.role, name, Tag::Dt.holding(self.inlines(&label.content)));
                    match last {
                        Some(group) if stacked => group.labels.push(label),
                        _ => groups.push(Particulars { labels: vec![label], values: Vec::new() }),
                    }
                    if has_value && let Some(group) = groups.last_mut() {
                        group.values.push(value);
                    }
                    stacked = !has_value;
                    continue;
                }
                // A value without a label belongs to the label before it, as the unit does to the reference.
                (None, Some(group)) => group.values.push(value),
                (None, None) => {
                    let label = (part.role, String::new(), Tag::Dt.holding([]));
                    groups.push(Particulars { labels: vec![label], values: vec![value] });
                }
            }
            stacked = false;
        }
        let groups = groups.into_iter().map(|group| Self::group(group).into());
        Tag::Dl.holding(groups.collect::<Vec<Node>>()).with(Attribute::Class("particulars"))
    }

    /// A group of labels and values. Where several labels stand before their values, each value says to assistive technology which label is
    /// its own, as their places side by side say to the eye: that of the same role, or where several have it, the one in the same place among
    /// them.
    fn group(group: Particulars) -> Element {
        let Particulars { labels, mut values } = group;
        if labels.len() > 1 {
            let mut its_label = labels.first();
            let mut before: Vec<Role> = Vec::new();
            for (role, value) in &mut values {
                let of_role = labels.iter().filter(|(its_role, ..)| its_role == role);
                let passed = before.iter().filter(|its_role| *its_role == role).count();
                its_label = of_role.take(passed + 1).last().or(its_label);
                before.push(*role);
                let label = its_label.map(|(_, label, _)| label.clone());
                value.attributes.extend(label.map(Attribute::Label));
            }
        }
        let labels = labels.into_iter().map(|(.., element)| element);
        let elements = labels.chain(values.into_iter().map(|(_, element)| element)).map(Node::from);
        Tag::Div.holding(elements.collect::<Vec<Node>>())
    }

    /// Numbers and addresses are links, also where the source has them as plain text. References stay in one piece.
    fn value(&self, part: &Part) -> Vec<Node> {
        let lines = part.block.lines();
        if lines.is_empty() {
            return self.block(&part.block, None);
        }
        if part.role == Role::Reference {
            return self.lines(lines).into_iter().flat_map(with_references_in_one_piece).collect();
        }
        let [line] = lines else { return self.lines(lines) };
        // A link that the letter gives is the letter's.
        if line.has_link() {
            return self.lines(lines);
        }
        let address = match part.role {
            Role::Phone | Role::Fax => Address::phone(&line.plain()),
            Role::Email => Address::mail(&line.plain()),
            _ => None,
        };
        match address {
            // A telefax number is isolated as the others are, but nobody dials one from a browser.
            Some(_) if part.role == Role::Fax => vec![Tag::Bdi.holding(self.lines(lines)).into()],
            Some(address) => vec![link(address, self.lines(lines)).into()],
            None => self.lines(lines),
        }
    }

    fn signature(&self, parts: &[Part]) -> Element {
        let line = |part: &Part| {
            let class = match part.role {
                Role::Signed => "signed",
                Role::Signatory => "signatory",
                _ => "title",
            };
            Tag::P.holding(self.lines(part.block.lines())).with(Attribute::Class(class)).into()
        };
        Tag::Div.holding(parts.iter().map(line)).with(Attribute::Class("signature"))
    }

    /// Any other part.
    fn part(&self, part: &Part) -> Vec<Node> {
        match part.role {
            Role::Subject => vec![self.subject(part).into()],
            Role::Addressees => vec![self.labelled(part, "addressees").into()],
            Role::Copies => vec![self.labelled(part, "copies").into()],
            Role::AnnexList => vec![self.labelled(part, "annexes").into()],
            Role::AnnexTitle => self.block(&part.block, Some("annex-title")),
            Role::Furniture => self.block(&part.block, Some("furniture")),
            Role::Status => self.block(&part.block, Some("status")),
            Role::Salutation => self.block(&part.block, Some("salutation")),
            Role::Closing => self.block(&part.block, Some("closing")),
            _ => self.part_as_it_is(part),
        }
    }

    fn subject(&self, part: &Part) -> Element {
        let words = match &part.block.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => {
                vec![Tag::H2.holding(self.lines(lines)).into()]
            }
            _ => self.block(&part.block, None),
        };
        Tag::Div.holding(self.label(part).chain(words)).with(Attribute::Class("subject"))
    }

    /// A label and its value: in one paragraph, or over a list.
    fn labelled(&self, part: &Part, class: &'static str) -> Element {
        let element = match &part.block.kind {
            BlockKind::Paragraph(lines) => Tag::P.holding(self.label(part).chain(self.lines(lines))),
            _ => Tag::Div.holding(self.label(part).chain(self.block(&part.block, None))),
        };
        element.with(Attribute::Class(class))
    }

    /// The heading of an annex, with a link to itself. Annexes are counted, so that all languages have the same places.
    fn annex_heading(&self, part: &Part, number: usize) -> Element {
        let id = self.id(annex_id(number));
        let tag = match part.block.kind {
            BlockKind::Heading { level, .. } => self.heading_tag(level),
            _ => Tag::P,
        };
        let label = format!("{} {number}", Message::Annexes.text(self.setting.interface));
        let link = self.permalink(&id, None, label);
        tag.holding(link.into_iter().chain(self.lines(part.block.lines())))
            .with(Attribute::Class("annex"))
            .with(Attribute::Id(id))
    }

    /// The label of a part, with the space that parts it from the value.
    fn label(&self, part: &Part) -> impl Iterator<Item = Node> {
        let label = part.label.as_ref().map(|label| {
            let label = Tag::Span.holding(self.inlines(&label.content)).with(Attribute::Class("label"));
            // A list of dashes begins under its label.
            let first = part.block.lines().first().map(Line::plain).unwrap_or_default();
            let is_list = first.starts_with(|c| is_dash(c) || c == '•');
            [label.into(), if is_list { Tag::Br.holding([]).into() } else { Node::Text(" ".to_owned()) }]
        });
        label.into_iter().flatten()
    }

    /// A block of the body, with a link to itself that the style sheet shows as its number.
    fn paragraph(&self, block: &Block, number: usize) -> Element {
        let id = self.id(paragraph_id(number));
        let label = Message::Paragraph.about(number, self.setting.interface);
        let link = self.permalink(&id, Some(number), label);
        let element = match &block.kind {
            BlockKind::Paragraph(lines) => Tag::P.holding(link.into_iter().chain(self.lines(lines))),
            _ => Tag::Div.holding(link.into_iter().chain(self.block(block, None))),
        };
        let class = if has_own_number(block) { "paragraph numbered" } else { "paragraph" };
        element.with(Attribute::Class(class)).with(Attribute::Id(id))
    }

    fn part_as_it_is(&self, part: &Part) -> Vec<Node> {
        match &part.label {
            Some(_) => vec![self.labelled(part, "labelled").into()],
            None => self.block(&part.block, None),
        }
    }

    fn block(&self, block: &Block, class: Option<&'static str>) -> Vec<Node> {
        // Converters leave headings without a word: they head nothing.
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

    /// The headings of a letter come under its subject, without leaving a level out.
    fn heading_tag(&self, level: u8) -> Tag {
        let below = self.heading_levels.iter().position(|candidate| *candidate == level).unwrap_or_default();
        match self.highest_heading + below {
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
                // The number is written where the list would count otherwise.
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

    /// A table in a box of its own that scrolls where the sheet is too narrow.
    fn table(&self, head: &[TableCell], rows: &[Vec<TableCell>]) -> Element {
        // Boxes that can be gone to need names of their own.
        let number = self.tables.get() + 1;
        self.tables.set(number);
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
            .with(Attribute::Label(self.table_label(number)))
            .with(Attribute::Focusable)
    }

    fn cell(&self, tag: Tag, cell: &TableCell) -> Element {
        let element = tag.holding(self.lines(&cell.lines));
        let columns = (cell.columns > 1).then_some(Attribute::Columns(cell.columns));
        let rows = (cell.rows > 1).then_some(Attribute::Rows(cell.rows));
        columns.into_iter().chain(rows).fold(element, Element::with)
    }

    /// The name of a table; beside another version, with the language.
    fn table_label(&self, number: usize) -> String {
        let label = format!("{} {number}", Message::Table.text(self.setting.interface));
        match (self.setting.place, self.language) {
            (Place::Beside | Place::Excerpt, Some(language)) => {
                format!("{label} ({})", language.native_name())
            }
            (Place::Main, _) | (_, None) => label,
        }
    }

    /// A footnote, with a link back to each of its marks.
    fn footnote(&self, label: &str, blocks: &[Block]) -> Element {
        let link = |nth: usize, content: Vec<Node>| {
            Tag::A
                .holding(content)
                .with(Attribute::Href(Address::Place(self.id(mark_id(label, nth)))))
                .with(Attribute::Label(self.footnote_label(label)))
        };
        let mark = Tag::Sup.holding([link(1, vec![Node::Text(label.to_owned())]).into()]).into();
        let back = (2..=self.marks.count(label))
            .map(|nth| link(nth, Vec::new()).with(Attribute::Class("back")).into());
        let content = self.blocks(blocks);
        Tag::Div
            .holding([mark].into_iter().chain(content).chain(back))
            .with(Attribute::Class("footnote"))
            .with(Attribute::Id(self.id(note_id(label))))
    }

    fn footnote_mark(&self, label: &str) -> Element {
        let nth = self.marks.next(label);
        let mark = Node::Text(label.to_owned());
        if self.setting.place == Place::Excerpt {
            return Tag::Sup.holding([mark]);
        }
        let link = Tag::A
            .holding([mark])
            .with(Attribute::Href(Address::Place(self.id(note_id(label)))))
            .with(Attribute::Id(self.id(mark_id(label, nth))))
            .with(Attribute::Label(self.footnote_label(label)));
        Tag::Sup.holding([link.into()])
    }

    fn footnote_label(&self, label: &str) -> String {
        format!("{} {label}", Message::Footnote.text(self.setting.interface))
    }

    fn references_of(&self, passage: usize) -> &[Numbered<'_>] {
        let at = self.references.partition_point(|(_, reference)| reference.citation.passage < passage);
        let rest = self.references.get(at..).unwrap_or_default();
        let end = rest.partition_point(|(_, reference)| reference.citation.passage == passage);
        rest.get(..end).unwrap_or_default()
    }

    fn lines(&self, lines: &[Line]) -> Vec<Node> {
        if !self.references.is_empty()
            && let coming = self.references_of(passage_of(lines))
            && !coming.is_empty()
        {
            return self.lines_with_references(lines, Coming(coming));
        }
        let mut nodes = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            nodes.extend(self.inlines(&line.content));
            if index + 1 < lines.len() {
                nodes.push(match line.end {
                    LineEnd::Fixed => Tag::Br.holding([]).into(),
                    LineEnd::Flowing if goes_on_without_space(line, lines.get(index + 1)) => continue,
                    LineEnd::Flowing => Node::Text(" ".to_owned()),
                });
            }
        }
        nodes
    }

    /// The lines of a passage that has references. Lines that flow into one another are one line, so that a reference across
    /// them is one link.
    fn lines_with_references(&self, lines: &[Line], mut coming: Coming<'_>) -> Vec<Node> {
        let starts = RunningText::line_starts(lines);
        let mut nodes = Vec::new();
        let mut line: Vec<Inline> = Vec::new();
        let mut start = 0;
        for (index, (its_line, its_start)) in lines.iter().zip(starts).enumerate() {
            if line.is_empty() {
                start = its_start;
            }
            line.extend(its_line.content.iter().cloned());
            let is_last = index + 1 == lines.len();
            match its_line.end {
                LineEnd::Flowing if !is_last => {
                    if !goes_on_without_space(its_line, lines.get(index + 1)) {
                        line.push(Inline::Text { text: " ".to_owned(), span: 0..0 });
                    }
                    continue;
                }
                _ => nodes.extend(self.with_references(&std::mem::take(&mut line), start, &mut coming)),
            }
            if !is_last {
                nodes.push(Tag::Br.holding([]).into());
            }
        }
        nodes
    }

    fn inlines(&self, inlines: &[Inline]) -> Vec<Node> {
        inlines.iter().flat_map(|inline| self.inline(inline)).collect()
    }

    pub(super) fn text(&self, text: &str) -> Vec<Node> {
        bidi::text(text, self.language)
    }

    pub(super) fn inline(&self, inline: &Inline) -> Vec<Node> {
        let node = match inline {
            Inline::Text { text, .. } => return self.text(text),
            Inline::Emphasis(content) => Tag::Em.holding(self.inlines(content)).into(),
            Inline::Strong(content) => Tag::Strong.holding(self.inlines(content)).into(),
            Inline::Struck(content) => Tag::S.holding(self.inlines(content)).into(),
            Inline::Raised(content) => Tag::Sup.holding(self.inlines(content)).into(),
            Inline::Lowered(content) => Tag::Sub.holding(self.inlines(content)).into(),
            Inline::Picture(content) => {
                Tag::Span.holding(self.inlines(content)).with(Attribute::Class("picture")).into()
            }
            Inline::FootnoteMark { label, .. } => self.footnote_mark(label).into(),
            Inline::Link { destination, content } => match Address::from_destination(destination) {
                Some(address) if !content.is_empty() => link(address, self.inlines(content)).into(),
                // A link that leads nowhere is text, and one without text cannot be used.
                _ => Tag::Span.holding(self.inlines(content)).with(Attribute::Class("dead")).into(),
            },
        };
        vec![node]
    }
}

/// A link. Numbers and mail addresses run from left to right in any language.
fn link(address: Address, content: impl IntoIterator<Item = Node>) -> Element {
    let left_to_right = matches!(address, Address::Mail(_) | Address::Phone(_));
    let link = Tag::A.holding(content).with(Attribute::Href(address));
    if left_to_right { link.with(Attribute::Dir(Direction::LeftToRight)) } else { link }
}

fn goes_on_without_space(line: &Line, next: Option<&Line>) -> bool {
    next.is_some_and(|next| joins_without_space(&line.plain(), &next.plain()))
}

/// Text, with each reference in an element of its own: it is not broken at its hyphen, and keeps its direction.
fn with_references_in_one_piece(node: Node) -> Vec<Node> {
    match node {
        Node::Element(mut element) => {
            element.children = element.children.into_iter().flat_map(with_references_in_one_piece).collect();
            vec![element.into()]
        }
        Node::Text(text) => text
            .split_inclusive(char::is_whitespace)
            .map(|word| {
                let text = Node::Text(word.to_owned());
                match DocumentId::from_reference(word) {
                    Some(_) => Tag::Bdi.holding([text]).with(Attribute::Class("identifier")).into(),
                    None => text,
                }
            })
            .collect(),
    }
}

fn note_id(label: &str) -> String {
    format!("note-{}", label.replace(char::is_whitespace, "-"))
}

/// The place of a footnote's mark; the first has no number.
fn mark_id(label: &str, nth: usize) -> String {
    let id = format!("mark-{}", label.replace(char::is_whitespace, "-"));
    if nth == 1 { id } else { format!("{id}-{nth}") }
}

/// The place of a paragraph of the body, counted from 1.
pub fn paragraph_id(number: usize) -> String {
    format!("p{number}")
}

/// The place of an annex, counted from 1.
pub fn annex_id(number: usize) -> String {
    format!("annex-{number}")
}

/// Whether the letter itself numbers the paragraph: beside its number there is no room for another.
fn has_own_number(block: &Block) -> bool {
    match &block.kind {
        BlockKind::List { marker, .. } => *marker != Marker::Bullet,
        _ => {
            let text = block.lines().first().map(Line::plain).unwrap_or_default();
            text.trim_start().starts_with(|c: char| c.is_ascii_digit())
        }
    }
}

/// The levels of the headings that are shown as headings, the highest first, each once.
fn heading_levels(parts: &[Part]) -> Vec<u8> {
    fn occurs(block: &Block, wanted: u8) -> bool {
        match &block.kind {
            BlockKind::Heading { level, .. } => *level == wanted,
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => {
                blocks.iter().any(|block| occurs(block, wanted))
            }
            BlockKind::List { items, .. } => {
                items.iter().flat_map(|item| &item.blocks).any(|block| occurs(block, wanted))
            }
            _ => false,
        }
    }
    (1..=6).filter(|level| parts.iter().any(|part| occurs(&part.block, *level))).collect()
}
