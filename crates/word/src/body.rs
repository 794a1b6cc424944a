//! The body of a document: what its markup becomes.
//!
//! Every element is read, or dropped with a line in the receipt, or reported as unknown, and then its content is read. The text is
//! the final one: insertions are text, deletions are dropped. Nothing is opened that the file refers to.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::alternate::chosen;
use crate::characters;
use crate::document::{Block, Cell, Inline, Kind, Marks, Note, Paragraph, Row, Table};
use crate::fields::Fields;
use crate::links;
use crate::markup::{Element, Node};
use crate::number_formats::Format;
use crate::numbering::Numbering;
use crate::package::Relationships;
use crate::receipt::{Dropped, Receipt, Remark};
use crate::revisions::is_deleted;
use crate::styles::{RunProperties, Styles, is_on};
use crate::symbols;

/// Elements that say nothing by themselves, wherever they stand.
const SILENT: [&str; 38] = [
    "w:pPr",
    "w:rPr",
    "w:tblPr",
    "w:tblGrid",
    "w:trPr",
    "w:tcPr",
    "w:tblPrEx",
    "w:sectPr",
    "w:sdtPr",
    "w:sdtEndPr",
    "w:bookmarkStart",
    "w:bookmarkEnd",
    "w:proofErr",
    "w:permStart",
    "w:permEnd",
    "w:commentRangeStart",
    "w:commentRangeEnd",
    "w:commentReference",
    "w:annotationRef",
    "w:lastRenderedPageBreak",
    "w:softHyphen",
    "w:footnoteRef",
    "w:endnoteRef",
    "w:separator",
    "w:continuationSeparator",
    "w:moveFromRangeStart",
    "w:moveFromRangeEnd",
    "w:moveToRangeStart",
    "w:moveToRangeEnd",
    "w:customXmlInsRangeStart",
    "w:customXmlInsRangeEnd",
    "w:customXmlDelRangeStart",
    "w:customXmlDelRangeEnd",
    "w:customXmlPr",
    "w:smartTagPr",
    "w:pgNum",
    "w:contentPart",
    "w:subDoc",
];

/// Elements of which only the content counts, wherever they stand.
const TRANSPARENT: [&str; 10] = [
    "w:ins",
    "w:moveTo",
    "w:smartTag",
    "w:customXml",
    "w:sdt",
    "w:sdtContent",
    "w:dir",
    "w:bdo",
    "m:oMathPara",
    "w:rubyBase",
];

/// Text of another file that is joined to this one, by the id of its relationship.
pub(crate) type Chunks = BTreeMap<String, Vec<Block>>;

/// What the reading of all parts of a document shares.
pub(crate) struct Shared<'file> {
    pub(crate) styles: &'file Styles,
    pub(crate) numbering: &'file mut Numbering,
    pub(crate) receipt: &'file mut Receipt,
    pub(crate) footnotes: Option<&'file Element>,
    pub(crate) endnotes: Option<&'file Element>,
    pub(crate) notes: Notes,
}

impl Shared<'_> {
    /// Drops the notes whose marks have not been read.
    pub(crate) fn drop_unmarked_notes(&mut self) {
        let roots = [(NoteKind::Footnote, self.footnotes), (NoteKind::Endnote, self.endnotes)];
        for (kind, root) in roots {
            for note in root.into_iter().flat_map(Element::children) {
                let id = note.attribute("w:id");
                let is_marked = |(its, its_id, _): &(NoteKind, String, String)| {
                    *its == kind && Some(its_id.as_str()) == id
                };
                if self.notes.marked.iter().any(is_marked) {
                    continue;
                }
                let text = characters::of(note);
                self.receipt.drop(Dropped::UnmarkedNotes, text.chars().count(), &text);
            }
        }
    }
}

/// The notes whose marks have been read.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// The element that each has its text in, with the label.
    marked: Vec<(NoteKind, String, String)>,
    numbered: [u32; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoteKind {
    Footnote,
    Endnote,
}

/// A reader of one part.
pub(crate) struct Reader<'reader, 'file> {
    shared: &'reader mut Shared<'file>,
    relationships: &'reader Relationships,
    chunks: &'reader mut Chunks,
    fields: Fields,
    /// The boxes that are anchored in the paragraph, each with whether text stands before it.
    boxes: Vec<(bool, Vec<Block>)>,
    is_letterhead: bool,
}

/// A paragraph that is being read.
struct Open<'tree> {
    properties: Option<&'tree Element>,
    content: Vec<Inline>,
    link: Option<Rc<str>>,
}

impl<'reader, 'file> Reader<'reader, 'file> {
    pub(crate) fn new(
        shared: &'reader mut Shared<'file>,
        relationships: &'reader Relationships,
        chunks: &'reader mut Chunks,
        is_letterhead: bool,
    ) -> Self {
        Self { shared, relationships, chunks, fields: Fields::default(), boxes: Vec::new(), is_letterhead }
    }

    fn receipt(&mut self) -> &mut Receipt {
        self.shared.receipt
    }

    fn drop(&mut self, reason: Dropped, element: &Element) {
        let text = characters::of(element);
        self.receipt().drop(reason, text.chars().count(), &text);
    }

    // Blocks.

    /// The blocks in the element.
    pub(crate) fn blocks(&mut self, parent: &Element) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut begun = Vec::new();
        self.add_blocks(parent, &mut blocks, &mut begun);
        if !begun.is_empty() {
            blocks.push(Block::Paragraph(Paragraph { content: begun, ..Paragraph::default() }));
        }
        blocks
    }

    /// Adds the blocks; `begun` is what stands before the end of a paragraph that has been deleted.
    fn add_blocks(&mut self, parent: &Element, blocks: &mut Vec<Block>, begun: &mut Vec<Inline>) {
        for child in parent.children() {
            match &*child.name {
                "w:p" => self.paragraph(child, blocks, begun),
                "w:tbl" => {
                    let table = self.table(child);
                    blocks.extend(unwrapped(table));
                }
                "w:del" | "w:moveFrom" => self.deleted(child),
                "mc:AlternateContent" => {
                    chosen(child).into_iter().for_each(|choice| self.add_blocks(choice, blocks, begun));
                }
                "w:altChunk" => {
                    let id = child.attribute("r:id").unwrap_or_default();
                    blocks.extend(self.chunks.remove(id).into_iter().flatten());
                }
                // A formula or a run without a paragraph.
                "w:r" | "w:hyperlink" | "m:oMath" => {
                    let mut open = Open { properties: None, content: std::mem::take(begun), link: None };
                    self.inline(child, &mut open);
                    *begun = open.content;
                }
                name if SILENT.contains(&name) => {}
                name if TRANSPARENT.contains(&name) => self.add_blocks(child, blocks, begun),
                _ => {
                    self.unknown(child);
                    self.add_blocks(child, blocks, begun);
                }
            }
        }
    }

    fn unknown(&mut self, element: &Element) {
        let name = element.name.to_string();
        self.receipt().remark(Remark::UnknownElement(name));
    }

    fn paragraph(&mut self, element: &Element, blocks: &mut Vec<Block>, begun: &mut Vec<Inline>) {
        let properties = element.child("w:pPr");
        let mut open = Open { properties, content: std::mem::take(begun), link: None };
        let outer = std::mem::take(&mut self.boxes);
        self.inlines(element, &mut open);
        let boxes = std::mem::replace(&mut self.boxes, outer);
        let (after, before): (Vec<_>, Vec<_>) =
            boxes.into_iter().partition(|(is_behind_text, _)| *is_behind_text);
        blocks.extend(before.into_iter().flat_map(|(_, blocks)| blocks));
        if is_deleted(properties.and_then(|properties| properties.child("w:rPr"))) {
            *begun = open.content;
        } else {
            let styles = self.shared.styles;
            let place = styles.place(properties);
            let label = self.shared.numbering.next(place, self.shared.receipt);
            let heading = styles.heading(properties);
            blocks.push(Block::Paragraph(Paragraph { label, heading, content: open.content }));
        }
        blocks.extend(after.into_iter().flat_map(|(_, blocks)| blocks));
    }

    // Tables.

    fn table(&mut self, element: &Element) -> Table {
        let mut rows = Vec::new();
        self.rows(element, &mut rows);
        span_rows(&mut rows);
        Table { rows }
    }

    fn rows(&mut self, parent: &Element, rows: &mut Vec<Row>) {
        for child in parent.children() {
            match &*child.name {
                "w:tr" if is_deleted(child.child("w:trPr")) => self.drop(Dropped::Deleted, child),
                "w:tr" => {
                    let properties = child.child("w:trPr");
                    let is_head = properties.and_then(|row| row.child("w:tblHeader")).is_some_and(is_on);
                    let before = properties
                        .and_then(|row| row.value("w:gridBefore"))
                        .and_then(|count| count.parse().ok());
                    let mut row = Row { is_head, cells: Vec::new() };
                    if let Some(columns) = before.filter(|columns| (1..64).contains(columns)) {
                        row.cells.push(Cell { columns, rows: 1, blocks: Vec::new() });
                    }
                    self.cells(child, &mut row.cells);
                    rows.push(row);
                }
                "w:del" | "w:moveFrom" => self.deleted(child),
                "mc:AlternateContent" => chosen(child).into_iter().for_each(|choice| self.rows(choice, rows)),
                name if SILENT.contains(&name) => {}
                _ => self.rows(child, rows),
            }
        }
    }

    fn cells(&mut self, parent: &Element, cells: &mut Vec<Cell>) {
        for child in parent.children() {
            match &*child.name {
                "w:tc" => {
                    let properties = child.child("w:tcPr");
                    let columns = properties
                        .and_then(|cell| cell.value("w:gridSpan"))
                        .and_then(|span| span.parse().ok());
                    let merge = properties.and_then(|cell| cell.child("w:vMerge"));
                    let goes_on = merge.is_some_and(|merge| merge.attribute("w:val") != Some("restart"));
                    cells.push(Cell {
                        columns: columns.filter(|columns| (1..64).contains(columns)).unwrap_or(1),
                        rows: usize::from(!goes_on),
                        blocks: self.blocks(child),
                    });
                }
                name if SILENT.contains(&name) => {}
                _ => self.cells(child, cells),
            }
        }
    }

    // What stands in a paragraph.

    fn inlines(&mut self, parent: &Element, open: &mut Open<'_>) {
        for node in &parent.content {
            if let Node::Element(child) = node {
                self.inline(child, open);
            }
        }
    }

    fn inline(&mut self, child: &Element, open: &mut Open<'_>) {
        match &*child.name {
            "w:r" => self.run(child, open),
            "w:hyperlink" => {
                let link = child.attribute("r:id").and_then(|id| self.link_of(id));
                let outer = std::mem::replace(&mut open.link, link);
                self.inlines(child, open);
                open.link = outer;
            }
            "w:fldSimple" => {
                self.fields.begin();
                self.fields.instruct(child.attribute("w:instr").unwrap_or_default());
                self.fields.separate();
                self.inlines(child, open);
                self.fields.end();
            }
            "w:del" | "w:moveFrom" => self.deleted(child),
            "m:oMath" => self.formula(child, open),
            "mc:AlternateContent" => chosen(child).into_iter().for_each(|choice| self.inlines(choice, open)),
            name if SILENT.contains(&name) => {}
            name if TRANSPARENT.contains(&name) => self.inlines(child, open),
            // A box among runs, as some programs write it.
            "w:p" | "w:tbl" => {
                let mut blocks = Vec::new();
                let mut begun = Vec::new();
                self.add_block_alone(child, &mut blocks, &mut begun);
                self.boxes.push((!open.content.is_empty(), blocks));
            }
            _ => {
                self.unknown(child);
                self.inlines(child, open);
            }
        }
    }

    fn add_block_alone(&mut self, child: &Element, blocks: &mut Vec<Block>, begun: &mut Vec<Inline>) {
        if child.is("w:p") {
            self.paragraph(child, blocks, begun);
        } else {
            blocks.extend(unwrapped(self.table(child)));
        }
    }

    /// The address of a link; `None`, with a remark, for one that leads into the house or to a program.
    fn link_of(&mut self, id: &str) -> Option<Rc<str>> {
        let relationship = self.relationships.get(id)?;
        self.link_to(&relationship.target.clone())
    }

    fn link_to(&mut self, target: &str) -> Option<Rc<str>> {
        if links::is_public(target) {
            return Some(Rc::from(target));
        }
        if !target.is_empty() {
            self.receipt().remark(Remark::LinkDropped(target.to_owned()));
        }
        None
    }

    /// Drops deleted content. Fields that begin or end in it do so all the same.
    fn deleted(&mut self, element: &Element) {
        let reason = if element.is("w:moveFrom") { Dropped::MovedAway } else { Dropped::Deleted };
        self.drop(reason, element);
        let mut characters = Vec::new();
        element.all(&|element| element.is("w:fldChar"), &mut characters);
        characters.into_iter().for_each(|character| self.field_character(character));
    }

    fn field_character(&mut self, element: &Element) {
        match element.attribute("w:fldCharType") {
            Some("begin") => self.fields.begin(),
            Some("separate") => self.fields.separate(),
            Some("end") => self.fields.end(),
            _ => {}
        }
    }

    fn formula(&mut self, element: &Element, open: &mut Open<'_>) {
        let text = characters::of(element);
        if !text.is_empty() {
            open.content.push(Inline {
                kind: Kind::Text(text),
                marks: Marks::default(),
                link: open.link.clone(),
            });
        }
    }

    fn run(&mut self, run: &Element, open: &mut Open<'_>) {
        let run_properties = run.child("w:rPr");
        let properties = self.shared.styles.run(open.properties, run_properties);
        if properties.is_hidden == Some(true) {
            let mut characters = Vec::new();
            run.all(&|element| element.is("w:fldChar"), &mut characters);
            characters.into_iter().for_each(|character| self.field_character(character));
            return self.drop(Dropped::Hidden, run);
        }
        let font = run_properties.and_then(|run| run.child("w:rFonts"));
        let font = font.and_then(|font| font.attribute("w:ascii").or_else(|| font.attribute("w:hAnsi")));
        let font = font.filter(|font| symbols::is_of_symbols(font));
        self.run_content(run, marks(properties), font, open);
    }

    fn run_content(&mut self, run: &Element, marks: Marks, font: Option<&str>, open: &mut Open<'_>) {
        for child in run.children() {
            let kind = match &*child.name {
                "w:t" => Kind::Text(self.text(&child.text(), font)),
                "m:t" => Kind::Text(child.text().into_owned()),
                "w:delText" => {
                    self.drop(Dropped::Deleted, child);
                    continue;
                }
                "w:tab" | "w:ptab" => Kind::Tab,
                "w:cr" => Kind::Break,
                "w:br" if matches!(child.attribute("w:type"), Some("page" | "column")) => {
                    self.receipt().drop(Dropped::PageBreaks, 1, "");
                    continue;
                }
                "w:br" => Kind::Break,
                "w:noBreakHyphen" => Kind::Text("\u{2011}".to_owned()),
                "w:sym" => Kind::Text(self.symbol(child).to_string()),
                "w:footnoteReference" => match self.note(NoteKind::Footnote, child, run) {
                    Some(kind) => kind,
                    None => continue,
                },
                "w:endnoteReference" => match self.note(NoteKind::Endnote, child, run) {
                    Some(kind) => kind,
                    None => continue,
                },
                "w:fldChar" => {
                    self.field_character(child);
                    continue;
                }
                "w:instrText" | "w:delInstrText" => {
                    self.fields.instruct(&child.text());
                    continue;
                }
                "w:drawing" | "w:pict" | "w:object" => {
                    self.graphic(child, open);
                    continue;
                }
                "mc:AlternateContent" => {
                    chosen(child).into_iter().for_each(|choice| self.run_content(choice, marks, font, open));
                    continue;
                }
                "w:ruby" => {
                    child.child("w:rt").into_iter().for_each(|reading| self.drop(Dropped::Readings, reading));
                    child.child("w:rubyBase").into_iter().for_each(|base| self.inlines(base, open));
                    continue;
                }
                name if SILENT.contains(&name) => continue,
                _ => {
                    self.unknown(child);
                    self.inlines(child, open);
                    continue;
                }
            };
            // The mark of a note that is its author's own has been taken with the note.
            if is_custom_mark(run) && matches!(kind, Kind::Text(_)) {
                continue;
            }
            let address = self.fields.address().map(str::to_owned);
            let link = open.link.clone().or_else(|| address.and_then(|address| self.link_to(&address)));
            open.content.push(Inline { kind, marks, link });
        }
    }

    /// The text, in which a font of symbols has other characters.
    fn text(&mut self, text: &str, font: Option<&str>) -> String {
        let Some(font) = font else { return text.to_owned() };
        let character = |c: char| match u32::from(c) {
            code @ (0xF020..=0xF0FF | 0x21..=0xFF) => symbols::character(font, code),
            _ => Some(c),
        };
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            let shown = character(c);
            if shown.is_none() {
                self.receipt().remark(Remark::UnknownSymbol(font.to_owned(), u32::from(c)));
            }
            out.push(shown.unwrap_or('\u{FFFD}'));
        }
        out
    }

    fn symbol(&mut self, element: &Element) -> char {
        let font = element.attribute("w:font").unwrap_or_default();
        let code =
            u32::from_str_radix(element.attribute("w:char").unwrap_or_default(), 16).unwrap_or_default();
        let character = symbols::character(font, code);
        if character.is_none() {
            self.receipt().remark(Remark::UnknownSymbol(font.to_owned(), code));
        }
        character.unwrap_or('\u{FFFD}')
    }

    // Notes.

    /// The mark of a note: its author's own, or the next number. None for a note that is not there.
    fn note(&mut self, kind: NoteKind, reference: &Element, run: &Element) -> Option<Kind> {
        let id = reference.attribute("w:id")?.to_owned();
        note_element(self.shared, kind, &id)?;
        let own = if is_on_attribute(reference, "w:customMarkFollows") {
            run.children().filter(|child| child.is("w:t")).map(|child| child.text().into_owned()).collect()
        } else {
            String::new()
        };
        let notes = &mut self.shared.notes;
        let label = if own.trim().is_empty() {
            let number = match kind {
                NoteKind::Footnote => &mut notes.numbered[0],
                NoteKind::Endnote => &mut notes.numbered[1],
            };
            *number += 1;
            match kind {
                NoteKind::Footnote => Format::Decimal.write(*number),
                NoteKind::Endnote => Format::Roman { is_upper: false }.write(*number),
            }
        } else {
            own.trim().to_owned()
        };
        let is_taken = |label: &str| notes.marked.iter().any(|(_, _, other)| other == label);
        let mut unique = label.clone();
        let mut count = 1;
        while is_taken(&unique) {
            count += 1;
            unique = format!("{label}-{count}");
        }
        notes.marked.push((kind, id, unique.clone()));
        Some(Kind::Note { label: unique, characters: own.chars().count() })
    }

    /// The texts of the notes whose marks have been read.
    pub(crate) fn notes(&mut self) -> Vec<Note> {
        let mut notes = Vec::new();
        let mut next = 0;
        // A note may have the mark of another.
        while let Some((kind, id, label)) = self.shared.notes.marked.get(next).cloned() {
            next += 1;
            let Some(element) = note_element(self.shared, kind, &id) else { continue };
            let mut blocks = self.blocks(element);
            self.without_mark(&mut blocks, &label);
            notes.push(Note { label, blocks });
        }
        notes
    }

    /// Takes the mark from the beginning of a note.
    fn without_mark(&mut self, blocks: &mut [Block], label: &str) {
        let Some(Block::Paragraph(first)) = blocks.first_mut() else { return };
        let own = label.split('-').next().unwrap_or(label);
        let is_own = |inline: &Inline| matches!(&inline.kind, Kind::Text(text) if text.trim() == own && !own.is_empty());
        if first.content.first().is_some_and(is_own) {
            let Kind::Text(text) = first.content.remove(0).kind else { return };
            self.receipt().drop(Dropped::NoteMarks, text.chars().count(), "");
        }
    }

    // Pictures, boxes and objects.

    fn graphic(&mut self, graphic: &Element, open: &mut Open<'_>) {
        let mut found = Graphic::default();
        found.add(graphic);
        for content in found.boxes {
            let outer = std::mem::take(&mut self.fields);
            let blocks = self.blocks(content);
            self.fields = outer;
            self.boxes.push((!open.content.is_empty(), blocks));
        }
        let has_objects = !found.objects.is_empty();
        for object in found.objects {
            self.receipt().remark(Remark::ObjectDropped(object));
        }
        // The picture of an object shows what is in it.
        if !found.has_picture || has_objects {
            return;
        }
        match found.description {
            _ if self.is_letterhead => self.receipt().remark(Remark::EmblemDropped),
            Some(description) => {
                let kind = Kind::Picture(description);
                open.content.push(Inline { kind, marks: Marks::default(), link: open.link.clone() });
            }
            None => self.receipt().remark(Remark::PictureWithoutDescription),
        }
    }
}

/// What a graphic has in it.
#[derive(Default)]
struct Graphic<'tree> {
    boxes: Vec<&'tree Element>,
    objects: Vec<String>,
    has_picture: bool,
    description: Option<String>,
}

impl<'tree> Graphic<'tree> {
    fn add(&mut self, element: &'tree Element) {
        for child in element.children() {
            match &*child.name {
                "w:txbxContent" => {
                    self.boxes.push(child);
                    continue;
                }
                "mc:AlternateContent" => {
                    chosen(child).into_iter().for_each(|choice| self.add(choice));
                    continue;
                }
                "wp:docPr" => self.describe(child.attribute("descr")),
                "v:shape" | "v:rect" => self.describe(child.attribute("alt")),
                "a:blip" | "v:imagedata" => self.has_picture = true,
                "o:OLEObject" => self.objects.push(child.attribute("ProgID").unwrap_or("object").to_owned()),
                "w:control" => self.objects.push("control".to_owned()),
                "c:chart" => self.objects.push("chart".to_owned()),
                "dgm:relIds" => self.objects.push("diagram".to_owned()),
                _ => {}
            }
            self.add(child);
        }
    }

    fn describe(&mut self, description: Option<&str>) {
        let description = description.map(str::trim).filter(|description| !description.is_empty());
        self.description = self.description.take().or_else(|| description.map(str::to_owned));
    }
}

const fn marks(properties: RunProperties) -> Marks {
    const fn is(property: Option<bool>) -> bool {
        matches!(property, Some(true))
    }
    Marks {
        is_bold: is(properties.is_bold),
        is_italic: is(properties.is_italic),
        is_struck: is(properties.is_struck),
        is_in_capitals: is(properties.is_in_capitals),
        height: match properties.height {
            Some(height) => height,
            None => crate::styles::Height::OnLine,
        },
    }
}

fn is_on_attribute(element: &Element, name: &str) -> bool {
    element.attribute(name).is_some_and(|value| !matches!(value, "0" | "false" | "off"))
}

/// Whether the run is the mark of a note that is its author's own.
fn is_custom_mark(run: &Element) -> bool {
    run.children().any(|child| {
        (child.is("w:footnoteReference") || child.is("w:endnoteReference"))
            && is_on_attribute(child, "w:customMarkFollows")
    })
}

fn note_element<'file>(shared: &Shared<'file>, kind: NoteKind, id: &str) -> Option<&'file Element> {
    let (root, name) = match kind {
        NoteKind::Footnote => (shared.footnotes, "w:footnote"),
        NoteKind::Endnote => (shared.endnotes, "w:endnote"),
    };
    root?.children().find(|child| child.is(name) && child.attribute("w:id") == Some(id))
}

/// The blocks of a table of one column, which is a box, or of one that only sets things apart: with words in one cell of each row
/// at most. Other tables as they are.
fn unwrapped(table: Table) -> Vec<Block> {
    let has_words = |cell: &&Cell| cell.blocks.iter().any(has_words);
    let is_box =
        table.rows.iter().all(|row| row.cells.len() <= 1 || row.cells.iter().filter(has_words).count() <= 1);
    if !is_box {
        return vec![Block::Table(table)];
    }
    table.rows.into_iter().flat_map(|row| row.cells).flat_map(|cell| cell.blocks).collect()
}

/// Whether the block shows anything.
fn has_words(block: &Block) -> bool {
    match block {
        Block::Paragraph(paragraph) => paragraph.content.iter().any(|inline| match &inline.kind {
            Kind::Text(text) => !text.trim().is_empty(),
            Kind::Tab | Kind::Break => false,
            Kind::Note { .. } | Kind::Picture(_) => true,
        }),
        Block::Table(_) => true,
    }
}

/// Gives each merged cell the rows that it spans, and the text of those that go on.
fn span_rows(rows: &mut [Row]) {
    let mut above: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for at in 0..rows.len() {
        let mut column = 0;
        let count = rows.get(at).map_or(0, |row| row.cells.len());
        for number in 0..count {
            let Some(cell) = rows.get_mut(at).and_then(|row| row.cells.get_mut(number)) else { continue };
            let (columns, goes_on) = (cell.columns, cell.rows == 0);
            match above.get(&column).copied().filter(|_| goes_on) {
                Some((row, number)) => {
                    let blocks = std::mem::take(&mut cell.blocks);
                    if let Some(first) = rows.get_mut(row).and_then(|row| row.cells.get_mut(number)) {
                        first.rows += 1;
                        first.blocks.extend(blocks);
                    }
                }
                None => {
                    // Nothing is above it.
                    cell.rows = 1;
                    above.insert(column, (at, number));
                }
            }
            column += columns;
        }
    }
}
