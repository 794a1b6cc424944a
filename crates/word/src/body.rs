//! The body of a document: what its markup becomes.
//!
//! Every element is read, or dropped with a line in the receipt, or reported as unknown, and then its content is read. The text is
//! the final one: insertions are text, deletions are dropped. Nothing is opened that the file refers to.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::alternate::chosen;
use crate::characters;
use crate::document::{Block, Cell, Inline, Kind, Marks, Note, Paragraph, Row, Table};
use crate::fields::{Fields, with_place};
use crate::formula;
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
const SILENT: [&str; 37] = [
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

/// Text of another file that is joined to this one, by the id of its relationship, with the number of its characters.
pub(crate) type Chunks = BTreeMap<String, (usize, Vec<Block>)>;

/// What the reading of all parts of a document shares.
pub(crate) struct Shared<'file> {
    pub(crate) styles: &'file Styles,
    pub(crate) numbering: &'file mut Numbering,
    pub(crate) receipt: &'file mut Receipt,
    pub(crate) footnotes: Option<&'file Element>,
    pub(crate) endnotes: Option<&'file Element>,
    pub(crate) by_id: NotesById<'file>,
    pub(crate) notes: Notes,
}

impl<'file> Shared<'file> {
    /// The element of the note; `None` if it is not there.
    fn note(&self, kind: NoteKind, id: &str) -> Option<&'file Element> {
        self.by_id.get(&(kind, id)).copied()
    }

    /// Drops the notes whose marks have not been read.
    pub(crate) fn drop_unmarked_notes(&mut self) {
        let roots = [(NoteKind::Footnote, self.footnotes), (NoteKind::Endnote, self.endnotes)];
        for (kind, root) in roots {
            for note in root.into_iter().flat_map(Element::children) {
                let id = note.attribute("w:id").unwrap_or_default();
                let is_first = self.note(kind, id).is_some_and(|first| std::ptr::eq(first, note));
                if is_first && self.notes.labels.contains_key(&(kind, id.to_owned())) {
                    continue;
                }
                let text = characters::of(note);
                self.receipt.drop(Dropped::UnmarkedNotes, text.chars().count(), &text);
            }
        }
    }
}

/// The notes in the parts, by their kind and their id; of two with one id, the first.
pub(crate) fn notes_by_id<'file>(
    footnotes: Option<&'file Element>,
    endnotes: Option<&'file Element>,
) -> NotesById<'file> {
    let mut by_id = NotesById::new();
    for (kind, root, name) in
        [(NoteKind::Footnote, footnotes, "w:footnote"), (NoteKind::Endnote, endnotes, "w:endnote")]
    {
        for note in root.into_iter().flat_map(Element::children).filter(|note| note.is(name)) {
            if let Some(id) = note.attribute("w:id") {
                by_id.entry((kind, id)).or_insert(note);
            }
        }
    }
    by_id
}

/// The elements of notes.
pub(crate) type NotesById<'file> = BTreeMap<(NoteKind, &'file str), &'file Element>;

/// The notes whose marks have been read.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// In the order of their marks, each with its label.
    marked: Vec<(NoteKind, String, String)>,
    labels: BTreeMap<(NoteKind, String), String>,
    /// How often each label has been asked for.
    counts: BTreeMap<String, usize>,
    footnotes: u32,
    endnotes: u32,
}

impl Notes {
    /// The label of the note, whose mark is its author's own, or empty for the next number.
    fn label(&mut self, kind: NoteKind, id: String, own: &str) -> String {
        if let Some(label) = self.labels.get(&(kind, id.clone())) {
            return label.clone();
        }
        // In Markdown a label has no brackets and no spaces.
        let own: String = own
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '[' | ']' | '^' | '\\' | '`'))
            .collect();
        let mut label = if own.is_empty() { self.number(kind) } else { own };
        let count = self.counts.entry(label.clone()).or_default();
        *count += 1;
        if *count > 1 {
            label = format!("{label}-{count}");
        }
        self.labels.insert((kind, id.clone()), label.clone());
        self.marked.push((kind, id, label.clone()));
        label
    }

    fn number(&mut self, kind: NoteKind) -> String {
        match kind {
            NoteKind::Footnote => {
                self.footnotes += 1;
                Format::Decimal.write(self.footnotes)
            }
            NoteKind::Endnote => {
                self.endnotes += 1;
                Format::Roman { is_upper: false }.write(self.endnotes)
            }
        }
    }
}

/// The kind of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NoteKind {
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

    /// Remarks that the element is a content control that nobody has filled in.
    fn note_placeholder(&mut self, element: &Element) {
        let properties = element.child("w:sdtPr");
        if properties.and_then(|properties| properties.child("w:showingPlcHdr")).is_some_and(is_on) {
            self.receipt().remark(Remark::Unfilled(characters::of(element)));
        }
    }

    // Blocks.

    /// The blocks in the element.
    pub(crate) fn blocks(&mut self, parent: &Element) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut begun = Vec::new();
        self.add_blocks(parent, &mut blocks, &mut begun);
        blocks.extend(paragraph_of(begun));
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
                    if let Some((characters, chunk)) = self.chunks.remove(id) {
                        self.receipt().characters += characters;
                        blocks.extend(chunk);
                    }
                }
                // A formula or a run without a paragraph.
                "w:r" | "w:hyperlink" | "m:oMath" | "w:t" => {
                    let mut open = Open { properties: None, content: std::mem::take(begun), link: None };
                    let outer = std::mem::take(&mut self.boxes);
                    self.inline(child, &mut open);
                    *begun = open.content;
                    let boxes = std::mem::replace(&mut self.boxes, outer);
                    blocks.extend(boxes.into_iter().flat_map(|(_, blocks)| blocks));
                }
                // A document in this one.
                "w:subDoc" => self.receipt().remark(Remark::ChunkDropped("subDoc".to_owned())),
                name if SILENT.contains(&name) => {}
                name if TRANSPARENT.contains(&name) => {
                    self.note_placeholder(child);
                    self.add_blocks(child, blocks, begun);
                }
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
                // Words between rows.
                "w:p" | "w:tbl" => rows.push(Row { is_head: false, cells: vec![self.cell_of(child)] }),
                name if SILENT.contains(&name) => {}
                _ => {
                    self.note_placeholder(child);
                    self.rows(child, rows);
                }
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
                "mc:AlternateContent" => {
                    chosen(child).into_iter().for_each(|choice| self.cells(choice, cells))
                }
                "w:p" | "w:tbl" => cells.push(self.cell_of(child)),
                name if SILENT.contains(&name) => {}
                _ => {
                    self.note_placeholder(child);
                    self.cells(child, cells);
                }
            }
        }
    }

    /// A cell of a block that stands where a row or a cell should.
    fn cell_of(&mut self, block: &Element) -> Cell {
        let (mut blocks, mut begun) = (Vec::new(), Vec::new());
        self.add_block_alone(block, &mut blocks, &mut begun);
        blocks.extend(paragraph_of(begun));
        Cell { columns: 1, rows: 1, blocks }
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
            // Text without a run.
            "w:t" | "w:delText" | "w:tab" | "w:ptab" | "w:br" | "w:cr" | "w:noBreakHyphen" | "w:sym"
            | "m:t" => {
                self.run_child(child, Marks::default(), None, open);
            }
            "w:hyperlink" => {
                let link =
                    child.attribute("r:id").and_then(|id| self.link_of(id, child.attribute("w:anchor")));
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
            "w:subDoc" => self.receipt().remark(Remark::ChunkDropped("subDoc".to_owned())),
            name if SILENT.contains(&name) => {}
            name if TRANSPARENT.contains(&name) => {
                self.note_placeholder(child);
                self.inlines(child, open);
            }
            // A box among runs, as some programs write it.
            "w:p" | "w:tbl" => {
                let mut blocks = Vec::new();
                let mut begun = Vec::new();
                self.add_block_alone(child, &mut blocks, &mut begun);
                blocks.extend(paragraph_of(begun));
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
    fn link_of(&mut self, id: &str, place: Option<&str>) -> Option<Rc<str>> {
        let target = &self.relationships.get(id)?.target;
        self.link_to(&with_place(target, place))
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
        let inlines = formula::inlines(element).into_iter();
        open.content.extend(inlines.map(|inline| Inline { link: open.link.clone(), ..inline }));
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
        let has_own_mark = self.has_own_mark(run);
        for child in run.children() {
            match &*child.name {
                "w:footnoteReference" => self.add_note(NoteKind::Footnote, child, run, marks, open),
                "w:endnoteReference" => self.add_note(NoteKind::Endnote, child, run, marks, open),
                // The mark of a note that is its author's own has been taken with the note.
                "w:t" | "w:sym" | "w:noBreakHyphen" if has_own_mark => {}
                _ => self.run_child(child, marks, font, open),
            }
        }
    }

    fn run_child(&mut self, child: &Element, marks: Marks, font: Option<&str>, open: &mut Open<'_>) {
        let kind = match &*child.name {
            "w:t" => Kind::Text(self.text(&child.text(), font)),
            "m:t" => Kind::Text(child.text().into_owned()),
            "w:tab" | "w:ptab" => Kind::Tab,
            "w:cr" => Kind::Break,
            "w:br" if matches!(child.attribute("w:type"), Some("page" | "column")) => {
                return self.receipt().drop(Dropped::PageBreaks, 1, "");
            }
            "w:br" => Kind::Break,
            "w:noBreakHyphen" => Kind::Text("\u{2011}".to_owned()),
            "w:sym" => Kind::Text(self.symbol(child).to_string()),
            "w:delText" => return self.drop(Dropped::Deleted, child),
            "w:fldChar" => return self.field_character(child),
            "w:instrText" | "w:delInstrText" => return self.fields.instruct(&child.text()),
            "w:drawing" | "w:pict" | "w:object" => return self.graphic(child, open),
            "mc:AlternateContent" => {
                return chosen(child)
                    .into_iter()
                    .flat_map(Element::children)
                    .for_each(|child| self.run_child(child, marks, font, open));
            }
            "w:ruby" => {
                child.child("w:rt").into_iter().for_each(|reading| self.drop(Dropped::Readings, reading));
                return child.child("w:rubyBase").into_iter().for_each(|base| self.inlines(base, open));
            }
            name if SILENT.contains(&name) => return,
            _ => {
                self.unknown(child);
                return self.inlines(child, open);
            }
        };
        self.add(kind, marks, child, open);
    }

    /// Adds a part that is shown; what fields are told to do is not, nor are names of the house.
    fn add(&mut self, kind: Kind, marks: Marks, element: &Element, open: &mut Open<'_>) {
        if !self.fields.is_shown() {
            return self.drop(Dropped::Fields, element);
        }
        let address = self.fields.address().map(str::to_owned);
        let link = open.link.clone().or_else(|| address.and_then(|address| self.link_to(&address)));
        open.content.push(Inline { kind, marks, link });
    }

    /// The text, in which a font of symbols has other characters.
    fn text(&mut self, text: &str, font: Option<&str>) -> String {
        let Some(font) = font else { return text.to_owned() };
        let character = |c: char| match u32::from(c) {
            // A no-break space and a soft hyphen are what they are.
            0xA0 | 0xAD => Some(c),
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

    /// Whether the run has the mark of a note that is its author's own, and the note is there.
    fn has_own_mark(&self, run: &Element) -> bool {
        run.children().any(|child| {
            let kind = match &*child.name {
                "w:footnoteReference" => NoteKind::Footnote,
                "w:endnoteReference" => NoteKind::Endnote,
                _ => return false,
            };
            let id = child.attribute("w:id").unwrap_or_default();
            is_on_attribute(child, "w:customMarkFollows") && self.shared.note(kind, id).is_some()
        })
    }

    /// Adds the mark of a note: its author's own, or the next number. A second mark of a note is that of the first.
    fn add_note(
        &mut self,
        kind: NoteKind,
        reference: &Element,
        run: &Element,
        marks: Marks,
        open: &mut Open<'_>,
    ) {
        let id = reference.attribute("w:id").unwrap_or_default().to_owned();
        if self.shared.note(kind, &id).is_none() {
            return;
        }
        let own = if is_on_attribute(reference, "w:customMarkFollows") {
            self.own_mark(run)
        } else {
            String::new()
        };
        let label = self.shared.notes.label(kind, id, &own);
        let mark = Kind::Note { label, characters: own.chars().count() };
        open.content.push(Inline { kind: mark, marks, link: None });
    }

    /// The text of a run with the mark of a note.
    fn own_mark(&mut self, run: &Element) -> String {
        let mut own = String::new();
        for child in run.children() {
            match &*child.name {
                "w:t" => own.push_str(&child.text()),
                "w:sym" => own.push(self.symbol(child)),
                "w:noBreakHyphen" => own.push('\u{2011}'),
                _ => {}
            }
        }
        own
    }

    /// The texts of the notes whose marks have been read, with the relationships of footnotes and of endnotes.
    pub(crate) fn notes(&mut self, relationships: [&'reader Relationships; 2]) -> Vec<Note> {
        let mut notes = Vec::new();
        let mut next = 0;
        // A note may have the mark of another.
        while let Some((kind, id, label)) = self.shared.notes.marked.get(next).cloned() {
            next += 1;
            let [of_footnotes, of_endnotes] = relationships;
            self.relationships = if kind == NoteKind::Footnote { of_footnotes } else { of_endnotes };
            let Some(element) = self.shared.note(kind, &id) else { continue };
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
        let description = description.map(str::trim).filter(|description| is_description(description));
        self.description = self.description.take().or_else(|| description.map(str::to_owned));
    }
}

/// Whether the text describes a picture: it is not empty, no path or name of a file, and not what a program has written.
fn is_description(text: &str) -> bool {
    const ENDINGS: [&str; 8] = [".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".tif"];
    let lower = text.to_ascii_lowercase();
    !text.is_empty()
        && !text.contains(":\\")
        && !text.starts_with("\\\\")
        && !ENDINGS.iter().any(|ending| lower.ends_with(ending))
        && !lower.contains("generated automatically")
        && !lower.contains("description automatically")
}

/// The paragraph of what stands in none; `None` for nothing.
fn paragraph_of(content: Vec<Inline>) -> Option<Block> {
    (!content.is_empty()).then(|| Block::Paragraph(Paragraph { content, ..Paragraph::default() }))
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
            Kind::Sign(_) | Kind::Note { .. } | Kind::Picture(_) => true,
        }),
        Block::Table(_) => true,
    }
}

/// Gives each merged cell the rows that it spans, and the text of those that go on.
fn span_rows(rows: &mut Vec<Row>) {
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
    remove_rows_that_go_on(rows);
}

/// Removes the rows of which every cell goes on from above: the cells that span them span one row less.
fn remove_rows_that_go_on(rows: &mut Vec<Row>) {
    let mut at = 0;
    while at < rows.len() {
        let goes_on = rows
            .get(at)
            .is_some_and(|row| !row.cells.is_empty() && row.cells.iter().all(|cell| cell.rows == 0));
        if !goes_on {
            at += 1;
            continue;
        }
        rows.remove(at);
        for (before, row) in rows.iter_mut().enumerate().take(at) {
            row.cells.iter_mut().filter(|cell| before + cell.rows > at).for_each(|cell| cell.rows -= 1);
        }
    }
}
