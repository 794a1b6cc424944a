//! A table that the converter wrote as HTML, because its cells hold more than one line and Markdown has no place for that.
//!
//! Only what structures a table and its text is understood, and nothing of it but the text comes into the tree. Any other tag is
//! the text that it is, as everywhere in a letter.

use crate::text::tree::{Inline, Line, LineEnd};

/// The rows of cells of the table, which begins at the given byte of the source.
pub(super) fn read(html: &str, start: usize) -> Vec<Vec<Vec<Line>>> {
    let mut table = Table::default();
    let mut rest = html;
    while !rest.is_empty() {
        let at = start + html.len() - rest.len();
        let tag = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        match tag {
            Some((tag, after)) if table.take_tag(tag) => rest = after,
            _ => {
                let end =
                    rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at);
                let (text, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                table.take_text(text, at);
                rest = after;
            }
        }
    }
    table.end_row();
    table.rows
}

/// The table under construction.
#[derive(Default)]
struct Table {
    rows: Vec<Vec<Vec<Line>>>,
    row: Vec<Vec<Line>>,
    cell: Option<Vec<Line>>,
    line: Vec<Inline>,
    /// How many elements of strong emphasis are open.
    strong: usize,
}

impl Table {
    /// Takes a tag, without its brackets. Returns whether it is one of those that are understood.
    fn take_tag(&mut self, tag: &str) -> bool {
        let name =
            tag.split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default().trim_end_matches('/');
        match name.to_ascii_lowercase().as_str() {
            "tr" | "/tr" => self.end_row(),
            "td" | "th" => {
                self.end_cell();
                self.cell = Some(Vec::new());
            }
            "/td" | "/th" => self.end_cell(),
            "br" | "p" | "/p" | "div" | "/div" | "ul" | "/ul" | "ol" | "/ol" | "/li" => self.end_line(),
            "li" => {
                self.end_line();
                self.line.push(Inline::Text { text: "– ".to_owned(), span: 0..0 });
            }
            "strong" | "b" => self.strong += 1,
            "/strong" | "/b" => self.strong = self.strong.saturating_sub(1),
            "table" | "/table" | "tbody" | "/tbody" | "thead" | "/thead" | "colgroup" | "/colgroup"
            | "col" | "span" | "/span" | "em" | "/em" | "i" | "/i" | "u" | "/u" | "a" | "/a" | "sup"
            | "/sup" | "sub" | "/sub" => {}
            _ => return false,
        }
        true
    }

    fn take_text(&mut self, text: &str, at: usize) {
        let span = at..at + text.len();
        let text = decoded(&text.replace(['\n', '\r'], " "));
        let is_start =
            self.line.iter().all(|inline| matches!(inline, Inline::Text { span, .. } if span.end == 0));
        let text = if is_start { text.trim_start().to_owned() } else { text };
        if text.is_empty() {
            return;
        }
        let text = Inline::Text { text, span };
        self.line.push(if self.strong > 0 { Inline::Strong(vec![text]) } else { text });
    }

    fn end_line(&mut self) {
        let line = Line { content: std::mem::take(&mut self.line), end: LineEnd::Fixed };
        if line.is_blank() || line.plain() == "– " {
            self.line = if line.is_blank() { Vec::new() } else { line.content };
        } else {
            self.cell.get_or_insert_default().push(line);
        }
    }

    fn end_cell(&mut self) {
        self.end_line();
        self.line.clear();
        self.row.extend(self.cell.take());
    }

    fn end_row(&mut self) {
        self.end_cell();
        if !self.row.is_empty() {
            self.rows.push(std::mem::take(&mut self.row));
        }
    }
}

/// The text with its character references replaced: the few that converters write.
fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let reference = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        match reference.and_then(|(name, after)| Some((character(name)?, after))) {
            Some((c, after)) => {
                out.push(c);
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

fn character(name: &str) -> Option<char> {
    let number = |digits: &str, radix| char::from_u32(u32::from_str_radix(digits, radix).ok()?);
    match (name, name.strip_prefix('#')) {
        ("amp", _) => Some('&'),
        ("lt", _) => Some('<'),
        ("gt", _) => Some('>'),
        ("quot", _) => Some('"'),
        ("nbsp", _) => Some('\u{a0}'),
        (_, Some(digits)) => match digits.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16),
            None => number(digits, 10),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_each_cell_are_kept_apart() {
        let html = "<table><tr><td><p><b>Ref.:</b></p><p>CL-24/1 &amp; 2</p></td>\n<td><ul><li><p>To all</p></li></ul></td></tr></table>";
        let rows = read(html, 0);
        let cells: Vec<Vec<String>> =
            rows.iter().flatten().map(|cell| cell.iter().map(Line::plain).collect()).collect();
        assert_eq!(cells, [vec!["Ref.:", "CL-24/1 & 2"], vec!["– To all"]]);
    }

    #[test]
    fn what_no_table_needs_is_the_text_that_it_is() {
        let rows = read("<table><tr><td><script>alert(1)</script></td></tr></table>", 0);
        assert_eq!(rows[0][0][0].plain(), "<script>alert(1)</script>");
    }
}
