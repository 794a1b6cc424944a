//! Divides the content of a block into lines.

use std::mem::take;

use super::raised::write_exponents;
use crate::text::tree::{Inline, Line, LineEnd};

/// A part of a paragraph before it is divided into lines.
#[derive(Clone)]
pub(super) enum LinePart {
    /// Text or mark-up.
    Inline(Inline),
    /// The end of a line.
    End(LineEnd),
}

/// Divides the content of a paragraph into lines.
pub(super) fn lines(line_parts: Vec<LinePart>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut content = Vec::new();
    for part in line_parts {
        match part {
            LinePart::Inline(inline) => content.push(inline),
            LinePart::End(end) => lines.push(Line { content: take(&mut content), end }),
        }
    }
    lines.push(Line { content, end: LineEnd::Fixed });
    lines.retain(|line| !line.is_blank());
    for line in &mut lines {
        strengthen(&mut line.content);
        write_exponents(&mut line.content);
    }
    lines
}

/// Makes text strong between two pairs of asterisks that Markdown has left as text. Its rules misread a mark between
/// Chinese punctuation and a letter, as in `**文号：**CL-20/43`, the most common form of a Chinese label.
fn strengthen(content: &mut Vec<Inline>) {
    let is_star = |inline: &Inline| matches!(inline, Inline::Text { text, .. } if text == "*");
    let is_mark = |inline: &Inline| matches!(inline, Inline::Text { text, .. } if text == "**");
    if content.iter().filter(|inline| is_star(inline)).count() < 4 {
        return;
    }
    // Each asterisk is a text of its own; two adjacent ones are a mark.
    content.dedup_by(|second, first| match (first, second) {
        (Inline::Text { text, span }, Inline::Text { text: star, span: place })
            if text == "*" && star == "*" && span.end == place.start =>
        {
            text.push('*');
            span.end = place.end;
            true
        }
        _ => false,
    });
    let mut out = Vec::with_capacity(content.len());
    let mut marked: Option<Vec<Inline>> = None;
    for inline in content.drain(..) {
        match (is_mark(&inline), marked.take()) {
            (true, Some(inside)) if inside.len() > 1 => {
                out.push(Inline::Strong(inside.into_iter().skip(1).collect()));
            }
            (true, before) => {
                out.extend(before.into_iter().flatten());
                marked = Some(vec![inline]);
            }
            (false, Some(mut inside)) => {
                inside.push(inline);
                marked = Some(inside);
            }
            (false, None) => out.push(inline),
        }
    }
    out.extend(marked.into_iter().flatten());
    *content = out;
}

/// Divides preformatted text into lines, including blank ones.
pub(super) fn preformatted_lines(line_parts: Vec<LinePart>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut content = Vec::new();
    for part in line_parts {
        let LinePart::Inline(Inline::Text { text, span }) = part else { continue };
        // If the source has other line ends, each line has the place of the whole text.
        let same = text.len() == span.len();
        let mut start = span.start;
        for line in text.split_inclusive('\n') {
            let words = line.strip_suffix('\n').unwrap_or(line);
            let span = if same { start..start + words.len() } else { span.clone() };
            start += line.len();
            content.push(Inline::Text { text: words.to_owned(), span });
            if words.len() < line.len() {
                lines.push(Line { content: take(&mut content), end: LineEnd::Fixed });
            }
        }
    }
    if !content.is_empty() {
        lines.push(Line { content, end: LineEnd::Fixed });
    }
    lines
}
