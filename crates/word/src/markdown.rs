//! Writes a document as Markdown that the reader of letters understands.
//!
//! Every character of the file is written, or counted as dropped. What is written beside them is counted apart: marks and escapes
//! of Markdown, automatic numbers, line ends.

use std::rc::Rc;

use crate::document::{Block, Cell, Document, Inline, Kind, Marks, Note, Paragraph, Row, Table};
use crate::escape;
use crate::numbering::Label;
use crate::receipt::{Dropped, Receipt};
use crate::styles::Height;

/// Markdown, with its characters that are of the file and those that are not.
#[derive(Debug, Default)]
pub(crate) struct Written {
    text: String,
    kept: usize,
    added: usize,
    dropped: usize,
}

impl Written {
    fn add(&mut self, text: &str) {
        self.text.push_str(text);
        self.added += text.chars().count();
    }

    /// Writes a character of the file, perhaps as several.
    fn keep(&mut self, written: &str) {
        self.text.push_str(written);
        self.kept += 1;
        self.added += written.chars().count().saturating_sub(1);
    }

    fn append(&mut self, other: Self) {
        self.text.push_str(&other.text);
        self.kept += other.kept;
        self.added += other.added;
        self.dropped += other.dropped;
    }

    fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The document as Markdown.
pub(crate) fn write(document: &Document, receipt: &mut Receipt) -> String {
    let mut out = blocks(&document.blocks);
    for note in &document.notes {
        separate(&mut out);
        out.append(note_text(note));
    }
    if !out.is_empty() {
        out.add("\n");
    }
    receipt.kept += out.kept;
    receipt.added += out.added;
    receipt.drop(Dropped::Spaces, out.dropped, "");
    out.text
}

fn separate(out: &mut Written) {
    if !out.is_empty() {
        out.add("\n\n");
    }
}

/// How a block goes on from the one before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Run {
    None,
    Bullets,
    /// Numbers of a list, which is no numbering of the letter's own paragraphs.
    Numbers,
}

fn blocks(blocks: &[Block]) -> Written {
    let mut out = Written::default();
    let mut before = Run::None;
    let mut announces_list = false;
    // The levels of the bullets that are open.
    let mut levels: Vec<usize> = Vec::new();
    for block in blocks {
        let label = match block {
            Block::Paragraph(Paragraph { label, heading: None, .. }) => label.as_ref(),
            _ => None,
        };
        let run = match label {
            Some(Label::Bullet(_)) => Run::Bullets,
            Some(Label::Number(number))
                if is_of_list(number) && (announces_list || before == Run::Numbers) =>
            {
                Run::Numbers
            }
            _ => Run::None,
        };
        match label {
            Some(Label::Bullet(level)) => {
                levels.truncate(levels.iter().take_while(|open| *open < level).count());
                levels.push(*level);
            }
            _ => levels.clear(),
        }
        let place = match run {
            Run::Numbers => Place::Number,
            _ => Place::Bullet(levels.len().saturating_sub(1)),
        };
        let text = match block {
            Block::Paragraph(paragraph) => paragraph_text(paragraph, place),
            Block::Table(table) => table_text(table),
        };
        if text.is_empty() {
            out.append(text);
            continue;
        }
        announces_list = text.text.trim_end_matches(['*', '_', ' ']).ends_with([':', '：']);
        if run != Run::None && before == run {
            out.add("\n");
        } else {
            separate(&mut out);
        }
        out.append(text);
        before = run;
    }
    out
}

/// Whether a list of Markdown may have the number: `1.`, `12)`. It begins behind a colon; the paragraphs of a letter that are numbered
/// do not, and keep their numbers as text.
fn is_of_list(number: &str) -> bool {
    let digits = number.trim_end_matches(['.', ')']);
    digits.len() + 1 == number.len() && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn note_text(note: &Note) -> Written {
    let mut out = Written::default();
    out.add(&format!("[^{}]: ", note.label));
    let text = blocks(&note.blocks);
    let lines: Vec<&str> = text.text.split('\n').collect();
    // Further lines are indented, so that they belong to the note.
    let indented =
        lines.iter().map(|line| if line.is_empty() { String::new() } else { format!("    {line}") });
    let joined = indented.collect::<Vec<_>>().join("\n");
    let joined = joined.strip_prefix("    ").unwrap_or(&joined).to_owned();
    let more = joined.chars().count() - text.text.chars().count();
    out.append(Written { text: joined, kept: text.kept, added: text.added + more, dropped: text.dropped });
    out
}

// Paragraphs.

/// A line of a paragraph.
type Content<'document> = Vec<&'document Inline>;

/// The lines of the content.
fn lines_of(content: &[Inline]) -> Vec<Content<'_>> {
    let mut lines = vec![Vec::new()];
    for inline in content {
        if matches!(inline.kind, Kind::Break) {
            lines.push(Vec::new());
        } else if let Some(line) = lines.last_mut() {
            line.push(inline);
        }
    }
    lines
}

/// Where a paragraph with a label stands in a list of Markdown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A bullet, in as many others.
    Bullet(usize),
    /// A number of the list.
    Number,
}

fn paragraph_text(paragraph: &Paragraph, place: Place) -> Written {
    let mut out = Written::default();
    let lines: Vec<Written> =
        lines_of(&paragraph.content).iter().map(|line| line_text(line, Style::Markdown)).collect();
    let breaks = lines.len() - 1;
    let is_empty = lines.iter().all(Written::is_empty);
    if is_empty {
        lines.into_iter().for_each(|line| out.append(line));
        out.dropped += breaks;
        return out;
    }
    let indent = match (&paragraph.heading, &paragraph.label) {
        (Some(level), label) => {
            out.add(&"#".repeat(usize::from(*level).min(6)));
            out.add(" ");
            if let Some(Label::Number(number)) = label {
                out.add(&format!("{number} "));
            }
            String::new()
        }
        (None, Some(Label::Bullet(_))) => {
            let depth = if let Place::Bullet(depth) = place { depth } else { 0 };
            out.add(&format!("{}- ", "  ".repeat(depth)));
            "  ".repeat(depth + 1)
        }
        (None, Some(Label::Number(number))) if place == Place::Number => {
            out.add(&format!("{number} "));
            " ".repeat(number.len() + 1)
        }
        (None, Some(Label::Number(number))) => {
            out.add(&escape::at_line_start(number, ' '));
            out.add(" ");
            String::new()
        }
        (None, None) => String::new(),
    };
    let last = lines.iter().rposition(|line| !line.is_empty()).unwrap_or(0);
    let mut is_first = true;
    for (number, line) in lines.into_iter().enumerate() {
        let is_shown = !line.is_empty() && number <= last;
        if number > 0 && (!is_shown || is_first) {
            // A break before or behind nothing.
            out.dropped += 1;
        } else if number > 0 && paragraph.heading.is_some() {
            out.keep(" ");
        } else if number > 0 {
            out.add("\\");
            out.keep("\n");
            out.add(&indent);
        }
        if is_shown {
            let begins_line =
                matches!(paragraph.label, None | Some(Label::Bullet(_))) || place == Place::Number;
            let is_at_start = number > 0 || begins_line && paragraph.heading.is_none();
            let more = if is_at_start { escape::escaped_line_start(&line.text) } else { None };
            match more {
                Some(text) => {
                    let added = text.chars().count() - line.text.chars().count();
                    out.append(Written { text, added: line.added + added, ..line });
                }
                None => out.append(line),
            }
            is_first = false;
        } else {
            out.append(line);
        }
    }
    out
}

// Lines.

/// How marks are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Markdown,
    /// In a cell between bars.
    Bars,
    /// In HTML, where nothing else is read.
    Html,
}

/// A character of a line, or a mark of a note or a picture.
struct Item {
    written: String,
    /// How many characters of the file it is.
    characters: usize,
    /// The character, where it is one.
    character: Option<char>,
    look: Look,
}

/// How an item looks, and where it leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Look {
    marks: Marks,
    link: Option<Rc<str>>,
}

impl Item {
    fn is_space(&self) -> bool {
        self.character.is_some_and(char::is_whitespace)
    }
}

/// The line without spaces at its ends.
fn line_text(line: &[&Inline], style: Style) -> Written {
    let mut out = Written::default();
    let items: Vec<Item> = line.iter().flat_map(|inline| items(inline, style)).collect();
    let start = items.iter().position(|item| !item.is_space()).unwrap_or(items.len());
    let end = items.iter().rposition(|item| !item.is_space()).map_or(start, |last| last + 1);
    out.dropped = items.len() - (end - start);
    let mut items: Vec<Item> = items.into_iter().take(end).skip(start).collect();
    let looks = looks(&items);
    for (item, look) in items.iter_mut().zip(looks) {
        item.look = look;
    }
    let groups: Vec<&[Item]> = items.chunk_by(|one, next| one.look == next.look).collect();
    for (at, group) in groups.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| groups.get(at)).and_then(|group| group.last());
        let after = groups.get(at + 1).and_then(|group| group.first());
        write_group(group, before, after, style, &mut out);
    }
    out
}

/// The items of a part of a line.
fn items(inline: &Inline, style: Style) -> Vec<Item> {
    let look = Look { marks: Marks { is_in_capitals: false, ..inline.marks }, link: inline.link.clone() };
    let character = |c: char, next: Option<char>| {
        let shown: String =
            if inline.marks.is_in_capitals { c.to_uppercase().collect() } else { c.to_string() };
        let written = shown.chars().map(|c| written(c, next, style)).collect();
        Item { written, characters: 1, character: Some(c), look: look.clone() }
    };
    let mark =
        |written: String, characters| Item { written, characters, character: None, look: Look::default() };
    match &inline.kind {
        Kind::Text(text) => {
            let next = text.chars().skip(1).map(Some).chain([None]);
            text.chars().zip(next).map(|(c, next)| character(c, next)).collect()
        }
        Kind::Sign(sign) => sign.chars().map(|c| Item { characters: 0, ..character(c, None) }).collect(),
        Kind::Tab => vec![character('\t', None)],
        Kind::Break => vec![character(' ', None)],
        Kind::Note { label, characters } => {
            let html = || format!("<sup>{}</sup>", escape::html(label));
            vec![mark(if style == Style::Html { html() } else { format!("[^{label}]") }, *characters)]
        }
        Kind::Picture(description) => {
            let words: String = description.chars().map(|c| written(c, None, style)).collect();
            let html = || format!("<img alt=\"{}\">", words.replace('"', "&quot;"));
            vec![mark(if style == Style::Html { html() } else { format!("![{words}](#)") }, 0)]
        }
    }
}

fn written(c: char, next: Option<char>, style: Style) -> String {
    // A line of Markdown, and a cell, end with a line feed.
    let c = if matches!(c, '\n' | '\r') { ' ' } else { c };
    match style {
        Style::Html => escape::html(&c.to_string()),
        Style::Bars if c == '|' => "\\|".to_owned(),
        Style::Markdown | Style::Bars => escape::inline(c, next),
    }
}

/// The look of each item: a space has that of the words around it, if that is the same.
fn looks(items: &[Item]) -> Vec<Look> {
    // For each item, the look of the next word, from the last one back.
    let mut after = Vec::with_capacity(items.len());
    let mut next: Option<&Look> = None;
    for item in items.iter().rev() {
        after.push(next);
        if !item.is_space() {
            next = Some(&item.look);
        }
    }
    let none = Look::default();
    let mut before = &none;
    let mut looks = Vec::with_capacity(items.len());
    for (item, after) in items.iter().zip(after.into_iter().rev()) {
        if !item.is_space() {
            before = &item.look;
        }
        let is_within = !item.is_space() || after == Some(before);
        looks.push(if is_within { before.clone() } else { Look::default() });
    }
    looks
}

/// Writes items with the same look, with what opens and closes it.
fn write_group(group: &[Item], before: Option<&Item>, after: Option<&Item>, style: Style, out: &mut Written) {
    let Some(look) = group.first().map(|item| &item.look) else { return };
    let marks = look.marks;
    let in_words = style == Style::Html || !is_apart(group, before, after);
    let (strong, emphasis) =
        if in_words { (("<strong>", "</strong>"), ("<em>", "</em>")) } else { (("**", "**"), ("*", "*")) };
    let address = look.link.as_deref();
    let opening_link = |style| match (address, style) {
        (None, _) => String::new(),
        (Some(address), Style::Html) => format!("<a href=\"{}\">", escape::html(address).replace('"', "%22")),
        (Some(_), _) => "[".to_owned(),
    };
    let closing_link = |style| match (address, style) {
        (None, _) => String::new(),
        (Some(_), Style::Html) => "</a>".to_owned(),
        (Some(address), _) => format!("](<{}>)", escape::address(address)),
    };
    let mut wraps: Vec<(&str, &str)> = Vec::new();
    if marks.is_bold {
        wraps.push(strong);
    }
    if marks.is_italic {
        wraps.push(emphasis);
    }
    if marks.is_struck {
        wraps.push(if in_words { ("<s>", "</s>") } else { ("~~", "~~") });
    }
    match marks.height {
        Height::OnLine => {}
        Height::Raised => wraps.push(("<sup>", "</sup>")),
        Height::Lowered => wraps.push(("<sub>", "</sub>")),
    }
    out.add(&opening_link(style));
    wraps.iter().for_each(|(open, _)| out.add(open));
    for item in group {
        out.text.push_str(&item.written);
        let count = item.written.chars().count();
        let kept = item.characters.min(count);
        out.kept += kept;
        out.added += count - kept;
        out.dropped += item.characters - kept;
    }
    wraps.iter().rev().for_each(|(_, close)| out.add(close));
    out.add(&closing_link(style));
}

/// Whether asterisks around the group are marks: CommonMark (6.2) takes none between a letter and a punctuation mark, and none
/// beside those of a neighbour.
fn is_apart(group: &[Item], before: Option<&Item>, after: Option<&Item>) -> bool {
    let edge = |item: Option<&Item>| item.map_or(Some(' '), |item| item.character);
    let is_marked = |item: Option<&Item>| item.is_some_and(|item| item.look.marks != Marks::default());
    let is_free = |outside: Option<char>, inside: Option<char>| match (outside, inside) {
        (Some(outside), Some(inside)) => {
            outside.is_whitespace() || !outside.is_alphanumeric() || inside.is_alphanumeric()
        }
        _ => false,
    };
    let character = |item: Option<&Item>| {
        let marks = item?.look.marks;
        // Another mark is between: a tag, or tildes.
        let is_within = marks.is_struck || marks.height != Height::OnLine;
        if is_within { Some('<') } else { item?.character }
    };
    let (first, last) = (character(group.first()), character(group.last()));
    !is_marked(before) && !is_marked(after) && is_free(edge(before), first) && is_free(edge(after), last)
}

// Tables.

fn table_text(table: &Table) -> Written {
    if is_simple(table) { bars(table) } else { html(table) }
}

/// Whether the table can stand between bars: with a head, a line in each cell, and as many cells in each row.
fn is_simple(table: &Table) -> bool {
    let columns = table.rows.first().map_or(0, |row| row.cells.len());
    let has_one_line = |cell: &Cell| match cell.blocks.as_slice() {
        [] => true,
        [Block::Paragraph(paragraph)] => {
            paragraph.label.is_none()
                && !paragraph.content.iter().any(|inline| matches!(inline.kind, Kind::Break))
        }
        _ => false,
    };
    let is_plain = |cell: &Cell| cell.columns == 1 && cell.rows == 1 && has_one_line(cell);
    let is_whole = |row: &Row| row.cells.len() == columns && row.cells.iter().all(is_plain);
    table.rows.first().is_some_and(|row| row.is_head)
        && table.rows.iter().skip(1).all(|row| !row.is_head)
        && table.rows.len() > 1
        && columns > 1
        && table.rows.iter().all(is_whole)
}

fn bars(table: &Table) -> Written {
    let mut out = Written::default();
    for (number, row) in table.rows.iter().enumerate() {
        if number > 0 {
            out.add("\n");
        }
        out.add("|");
        for cell in &row.cells {
            out.add(" ");
            for block in &cell.blocks {
                if let Block::Paragraph(paragraph) = block {
                    let line: Vec<&Inline> = paragraph.content.iter().collect();
                    out.append(line_text(&line, Style::Bars));
                }
            }
            out.add(" |");
        }
        if number == 0 {
            out.add("\n|");
            row.cells.iter().for_each(|_| out.add("---|"));
        }
    }
    out
}

fn html(table: &Table) -> Written {
    let mut out = Written::default();
    out.add("<table>");
    for row in &table.rows {
        out.add("\n<tr>");
        let name = if row.is_head { "th" } else { "td" };
        for cell in row.cells.iter().filter(|cell| cell.rows > 0) {
            out.add(&format!("<{name}"));
            if cell.columns > 1 {
                out.add(&format!(" colspan=\"{}\"", cell.columns));
            }
            if cell.rows > 1 {
                out.add(&format!(" rowspan=\"{}\"", cell.rows));
            }
            out.add(">");
            out.append(cell_text(&cell.blocks));
            out.add(&format!("</{name}>"));
        }
        // What belongs to a cell above has nothing to show of its own.
        row.cells
            .iter()
            .filter(|cell| cell.rows == 0)
            .for_each(|cell| out.dropped += cell_text(&cell.blocks).dropped);
        out.add("</tr>");
    }
    out.add("\n</table>");
    out
}

/// The lines of a cell. A table in it is written line by line.
fn cell_text(blocks: &[Block]) -> Written {
    let mut out = Written::default();
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => add_lines(&mut out, paragraph),
            Block::Table(table) => {
                for row in &table.rows {
                    for cell in &row.cells {
                        let text = cell_text(&cell.blocks);
                        if !out.is_empty() && !text.is_empty() {
                            out.add("<br>");
                        }
                        out.append(text);
                    }
                }
            }
        }
    }
    out
}

fn add_lines(out: &mut Written, paragraph: &Paragraph) {
    let mut label = match &paragraph.label {
        Some(Label::Number(number)) => Some(format!("{number} ")),
        Some(Label::Bullet(_)) => Some("– ".to_owned()),
        None => None,
    };
    for (number, line) in lines_of(&paragraph.content).iter().enumerate() {
        let text = line_text(line, Style::Html);
        // A break is the end of a line, and the first line has none.
        let is_break = number > 0;
        if text.is_empty() || out.is_empty() {
            out.dropped += usize::from(is_break);
        } else if is_break {
            out.keep("<br>");
        } else {
            out.add("<br>");
        }
        if let Some(label) = label.take().filter(|_| !text.is_empty()) {
            out.add(&escape::html(&label));
        }
        out.append(text);
    }
}
