//! Blocks that a converter wrote as HTML: tables whose cells have several lines or are merged, which Markdown cannot
//! express, and paragraphs in `<p>`, `<div>` or `<figure>`.
//!
//! Only tags that structure a table or mark up its text are interpreted. Any other tag is shown as text, as everywhere
//! in a letter.

use std::borrow::Cow;

use super::markdown::{pieces, write_exponents};
use crate::diagnostic::Span;
use crate::text::tree::{Inline, Line, LineEnd, TableCell};

/// The maximum number of rows or columns that a merged cell spans. HTML allows 1,000 columns and 65,534 rows (WHATWG
/// HTML, 4.9.11).
const LARGEST_SPAN: u16 = 1_000;

/// The longest name of a character reference, in bytes.
const LONGEST_REFERENCE: usize = 8;

/// The dash that replaces the bullet of a list in a cell.
const BULLET: &str = "– ";

/// A block of HTML.
pub(super) enum HtmlBlock {
    /// The cells of the head of a table, and those of its other rows.
    Table { head: Vec<TableCell>, rows: Vec<Vec<TableCell>> },
    /// The lines of a paragraph.
    Paragraph(Vec<Line>),
}

/// Reads a block of HTML, which begins at the given byte of the source. It is `None` if it is no table and has tags that
/// are not interpreted.
pub(super) fn read(html: &str, start: usize) -> Option<HtmlBlock> {
    let lower = html.to_ascii_lowercase();
    let is_table = lower.contains("<table") && lower.contains("</table>");
    let mut table = Table::default();
    let mut rest = html;
    let mut is_known = true;
    while !rest.is_empty() {
        let at = start + html.len() - rest.len();
        let tag = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        match tag {
            Some((tag, after)) if table.take_tag(tag, at) => rest = after,
            _ => {
                // A “<” before anything but a name is text.
                let is_tag = |rest: &str| {
                    rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
                };
                is_known &= !rest.strip_prefix('<').is_some_and(is_tag);
                let end =
                    rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at);
                let (text, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                table.take_text(text, at);
                rest = after;
            }
        }
    }
    table.end_row();
    let lines = || table.rows.iter().flatten().flat_map(|cell| cell.lines.iter().cloned());
    match (is_table, is_known) {
        (true, _) => {
            let Table { mut rows, has_head, .. } = table;
            // What goes on in the rows below is no head.
            let is_head = |row: &Vec<TableCell>| has_head && row.iter().all(|cell| cell.rows == 1);
            let head =
                if rows.len() > 1 && rows.first().is_some_and(is_head) { rows.remove(0) } else { Vec::new() };
            Some(HtmlBlock::Table { head, rows })
        }
        (false, true) => Some(HtmlBlock::Paragraph(lines().collect())),
        (false, false) => None,
    }
}

/// The table under construction.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<TableCell>>,
    row: Vec<TableCell>,
    /// Whether the first row has cells of heads (`th`) alone.
    has_head: bool,
    cell: Option<TableCell>,
    line: Vec<Inline>,
    /// The open elements of mark-up, outermost first.
    mark_up: Vec<MarkUp>,
}

/// An element that marks up text.
#[derive(Clone)]
enum MarkUp {
    Strong,
    Emphasis,
    Struck,
    Raised,
    Lowered,
    /// A link to the destination.
    Link(String),
}

impl MarkUp {
    /// The element with this name, and these attributes.
    fn of(name: &str, attributes: &str) -> Option<Self> {
        Some(match name {
            "strong" | "b" => Self::Strong,
            "em" | "i" => Self::Emphasis,
            "s" | "del" | "strike" => Self::Struck,
            "sup" => Self::Raised,
            "sub" => Self::Lowered,
            "a" => Self::Link(decoded(attribute(attributes, "href").unwrap_or_default())),
            _ => return None,
        })
    }

    /// Whether both are the same element, whatever their destinations.
    fn is_same_element(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    fn around(&self, content: Vec<Inline>) -> Inline {
        match self {
            Self::Strong => Inline::Strong(content),
            Self::Emphasis => Inline::Emphasis(content),
            Self::Struck => Inline::Struck(content),
            Self::Raised => Inline::Raised(content),
            Self::Lowered => Inline::Lowered(content),
            // An anchor without a destination is a place, not a link.
            Self::Link(destination) if destination.is_empty() => Inline::Emphasis(content),
            Self::Link(destination) => Inline::Link { destination: destination.clone(), content },
        }
    }
}

impl Table {
    /// Takes a tag, without its brackets, which begins at byte `at`. Returns whether it is interpreted.
    fn take_tag(&mut self, tag: &str, at: usize) -> bool {
        let (name, attributes) = tag.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((tag, ""));
        let name = name.trim_end_matches('/').to_ascii_lowercase();
        match name.as_str() {
            "tr" | "/tr" => self.end_row(),
            "td" | "th" => {
                self.end_cell();
                if self.rows.is_empty() {
                    self.has_head = name == "th" && (self.has_head || self.row.is_empty());
                }
                let span = |name| {
                    let written = attribute(attributes, name).and_then(|value| value.trim().parse().ok());
                    written.unwrap_or(1).clamp(1, LARGEST_SPAN)
                };
                let (columns, rows) = (span("colspan"), span("rowspan"));
                self.cell = Some(TableCell { lines: Vec::new(), columns, rows });
            }
            "/td" | "/th" => self.end_cell(),
            "br" | "p" | "/p" | "div" | "/div" | "ul" | "/ul" | "ol" | "/ol" | "/li" | "figure"
            | "/figure" | "figcaption" | "/figcaption" | "center" | "/center" | "blockquote"
            | "/blockquote" | "caption" | "/caption" => self.end_line(),
            "li" => {
                self.end_line();
                // Its span is the start of the item, so that the passage has its own place in the source.
                self.line.push(Inline::Text { text: BULLET.to_owned(), span: at..at });
            }
            "img" => self.push_picture(attribute(attributes, "alt").unwrap_or_default(), at),
            "table" | "/table" | "tbody" | "/tbody" | "thead" | "/thead" | "colgroup" | "/colgroup"
            | "tfoot" | "/tfoot" | "col" | "span" | "/span" | "u" | "/u" | "font" | "/font" => {}
            name => return self.take_mark_up(name, attributes),
        }
        true
    }

    fn take_mark_up(&mut self, name: &str, attributes: &str) -> bool {
        let closed = name.strip_prefix('/').map(|name| MarkUp::of(name, ""));
        match closed {
            Some(Some(closed)) => {
                let open = self.mark_up.iter().rposition(|open| open.is_same_element(&closed));
                open.map(|open| self.mark_up.remove(open));
                true
            }
            Some(None) => false,
            None => {
                let opened = MarkUp::of(name, attributes);
                let is_known = opened.is_some();
                self.mark_up.extend(opened);
                is_known
            }
        }
    }

    /// Takes text, which begins at byte `at`: what is shown as it is written has its exact place, and so has each character
    /// reference.
    fn take_text(&mut self, text: &str, at: usize) {
        let mut rest = text;
        while !rest.is_empty() {
            let start = at + text.len() - rest.len();
            let literal = rest.find('&').unwrap_or(rest.len());
            let (written, after) = rest.split_at_checked(literal).unwrap_or((rest, ""));
            for (shown, place) in pieces(written, &(start..start + literal)) {
                self.push_text(&shown.replace(['\n', '\r'], " "), place);
            }
            // A reference, or the ampersand alone.
            let length = reference_length(after).max(after.len().min(1));
            let (reference, after) = after.split_at_checked(length).unwrap_or((after, ""));
            self.push_text(&decoded(reference), start + literal..start + literal + length);
            rest = after;
        }
    }

    fn push_picture(&mut self, alt: &str, at: usize) {
        let alt = decoded(alt);
        if !alt.trim().is_empty() {
            self.line.push(Inline::Picture(vec![Inline::Text { text: alt, span: at..at }]));
        }
    }

    fn push_text(&mut self, text: &str, source: Span) {
        let is_start = self.line.iter().all(is_bullet);
        let trimmed = if is_start { text.trim_start() } else { text };
        if trimmed.is_empty() {
            return;
        }
        let is_as_written = text.len() == source.len();
        let start = if is_as_written { source.end - trimmed.len() } else { source.start };
        let text = Inline::Text { text: trimmed.to_owned(), span: Span { start, end: source.end } };
        self.line
            .push(self.mark_up.iter().rev().fold(text, |content, mark_up| mark_up.around(vec![content])));
    }

    fn end_line(&mut self) {
        let is_bullet_alone = !self.line.is_empty() && self.line.iter().all(is_bullet);
        if is_bullet_alone {
            return;
        }
        write_exponents(&mut self.line);
        let line = Line { content: std::mem::take(&mut self.line), end: LineEnd::Fixed };
        if !line.is_blank() {
            self.cell.get_or_insert_default().lines.push(line);
        }
    }

    fn end_cell(&mut self) {
        self.end_line();
        self.line.clear();
        self.mark_up.clear();
        self.row.extend(self.cell.take());
    }

    fn end_row(&mut self) {
        self.end_cell();
        if !self.row.is_empty() {
            self.rows.push(std::mem::take(&mut self.row));
        }
    }
}

/// Whether the inline is the dash before an item's text.
fn is_bullet(inline: &Inline) -> bool {
    matches!(inline, Inline::Text { text, span } if span.is_empty() && text == BULLET)
}

/// The value of an attribute in the text after a tag's name.
pub(super) fn attribute<'tag>(attributes: &'tag str, name: &str) -> Option<&'tag str> {
    let mut rest = attributes;
    loop {
        let (before, after) = rest.split_once('=')?;
        let its_name = before.rsplit(|c: char| c.is_ascii_whitespace()).find(|word| !word.is_empty());
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match quote {
            Some(quote) => after.get(1..)?.split_once(quote)?,
            None => after.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((after, "")),
        };
        if its_name.is_some_and(|its_name| its_name.eq_ignore_ascii_case(name)) {
            return Some(value);
        }
        rest = after;
    }
}

/// The name of the character reference that the text behind an ampersand begins with.
fn reference_name(after: &str) -> Option<&str> {
    let near = after.get(..after.floor_char_boundary(LONGEST_REFERENCE + 1)).unwrap_or(after);
    near.split_once(';').map(|(name, _)| name)
}

/// The length of the character reference with which the text begins, in bytes.
fn reference_length(text: &str) -> usize {
    let name = text.strip_prefix('&').and_then(reference_name).filter(|name| character(name).is_some());
    name.map_or(0, |name| name.len() + 2)
}

/// The text with its character references replaced.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let found =
            reference_name(after).and_then(|name| Some((character(name)?, after.get(name.len() + 1..)?)));
        match found {
            Some((characters, after)) => {
                out.push_str(&characters);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out + rest
}

/// What the character reference with the name stands for: `eacute`, `#233`.
fn character(name: &str) -> Option<Cow<'static, str>> {
    let number = |digits: &str, radix| char::from_u32(u32::from_str_radix(digits, radix).ok()?);
    let Some(digits) = name.strip_prefix('#') else {
        return pulldown_cmark::get_entity(name.as_bytes()).map(Cow::Borrowed);
    };
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => number(digits, 16),
        None => number(digits, 10),
    };
    number.map(|c| c.to_string().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(html: &str, start: usize) -> Vec<Vec<TableCell>> {
        let Some(HtmlBlock::Table { head, rows }) = read(html, start) else { panic!("a table") };
        assert!(head.is_empty());
        rows
    }

    fn lines(rows: &[Vec<TableCell>]) -> Vec<Vec<String>> {
        rows.iter().flatten().map(|cell| cell.lines.iter().map(Line::plain).collect()).collect()
    }

    #[test]
    fn the_lines_of_each_cell_are_kept_apart() {
        let html = "<table><tr><td><p><b>Ref.:</b></p><p>CL-24/1 &amp; 2</p></td>\n<td><ul><li><p>To all</p></li></ul></td></tr></table>";
        assert_eq!(lines(&rows(html, 0)), [vec!["Ref.:", "CL-24/1 & 2"], vec!["– To all"]]);
    }

    #[test]
    fn an_unknown_tag_is_shown_as_text() {
        let rows = rows("<table><tr><td><script>alert(1)</script></td></tr></table>", 0);
        assert_eq!(lines(&rows), [vec!["<script>alert(1)</script>"]]);
    }

    #[test]
    fn a_first_row_of_heads_is_the_head() {
        let head = |html| match read(html, 0) {
            Some(HtmlBlock::Table { head, rows }) => (head.len(), rows.len()),
            _ => (0, 0),
        };
        assert_eq!(
            head("<table><thead><tr><th>a</th><th>b</th></tr></thead><tr><td>1</td></tr></table>"),
            (2, 1)
        );
        assert_eq!(head("<table><tr><th>a</th><td>1</td></tr><tr><th>b</th><td>2</td></tr></table>"), (0, 2));
        assert_eq!(head("<table><tr><th rowspan=2>a</th></tr><tr><td>1</td></tr></table>"), (0, 2));
    }

    #[test]
    fn character_references_are_characters() {
        let rows =
            rows("<table><tr><td>S&eacute;maphore &ndash; &#233;&#xe9; R&D &nothing;</td></tr></table>", 0);
        assert_eq!(lines(&rows), [vec!["Sémaphore – éé R&D &nothing;"]]);
    }

    #[test]
    fn mark_up_and_links_are_kept() {
        let html = "<table><tr><td>N<sup>o</sup> <em>and</em> <a class='x' href=\"https://www.itu.int/a?b&amp;c\">this</a></td></tr></table>";
        let rows = rows(html, 0);
        let content = &rows[0][0].lines[0].content;
        assert!(matches!(content[1], Inline::Raised(_)));
        assert!(matches!(content[3], Inline::Emphasis(_)));
        assert!(
            matches!(&content[5], Inline::Link { destination, .. } if destination == "https://www.itu.int/a?b&c")
        );
    }

    #[test]
    fn merged_cells_keep_their_extent() {
        let rows =
            rows("<table><tr><td colspan=\"2\">a</td><td rowspan='3'>b</td><td>c</td></tr></table>", 0);
        let extents: Vec<(u16, u16)> = rows[0].iter().map(|cell| (cell.columns, cell.rows)).collect();
        assert_eq!(extents, [(2, 1), (1, 3), (1, 1)]);
    }

    #[test]
    fn the_text_of_an_item_has_its_place_in_the_source() {
        let html = "<table><tr><td><ul><li>Resolution 70</li></ul></td></tr></table>";
        let rows = rows(html, 100);
        let at = 100 + html.find("<li>").unwrap();
        assert_eq!(rows[0][0].lines[0].span(), Some(at..at + "<li>Resolution 70".len()));
    }
}
