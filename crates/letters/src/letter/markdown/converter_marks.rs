//! Marks that converters leave in a text and that are no text of the letter: YAML front matter, comments, fenced divisions
//! (`:::`), attributes (`[text]{.underline}`), bookmarks (`[]{#place}`), marks of pages (`{1}----------`).
//!
//! They are replaced by spaces and control characters of the same length, so that every place in the text stays where it is
//! in the source. A diagnostic names each stretch. Line separators (U+2028, U+2029, vertical tabs) become line ends.

use std::borrow::Cow;

use crate::diagnostic::Span;
use crate::sorting::sort_by_number;
use crate::text::characters::{is_alphabetic, is_small};

/// Replaces each byte of a mark beside words. To Markdown this control character is part of a word; the builder of the
/// tree drops it.
pub(in crate::letter) const REMOVED: char = '\u{7F}';

/// The maximum length of front matter, in lines.
const MOST_LINES: usize = 60;

/// The maximum length of attributes, in bytes.
const LONGEST_ATTRIBUTES: usize = 300;

/// The maximum length of a text with attributes, in bytes.
const LONGEST_TEXT: usize = 2_000;

/// The source without the marks, of the same length in bytes, and the places of the marks, in order.
pub(in crate::letter) fn without_marks(source: &str) -> (Cow<'_, str>, Vec<Span>) {
    if !source.starts_with("---") && !["<!--", ":::", "{"].iter().any(|mark| source.contains(mark)) {
        return (with_line_ends(Cow::Borrowed(source)), Vec::new());
    }
    let mut marks: Vec<Span> = front_matter(source).into_iter().collect();
    let start = marks.last().map_or(0, |mark| mark.end);
    marks.extend(comments(source, start));
    let stretches = marks.clone();
    let mut stretches = stretches.iter().peekable();
    let mut at = 0;
    let mut is_in_fence = false;
    for line in source.split_inclusive('\n') {
        let text = line.trim();
        is_in_fence ^= is_fence(text);
        while stretches.next_if(|mark| mark.end <= at).is_some() {}
        let is_free = !is_in_fence && stretches.peek().is_none_or(|mark| at < mark.start);
        if is_free && (is_division(text) || is_page_mark(text)) {
            marks.push(at..at + line.trim_end().len());
        } else if is_free && line.contains('{') && !line.contains('`') && !line.starts_with("    ") {
            marks.extend(attributes(line).map(|mark| at + mark.start..at + mark.end));
        }
        at += line.len();
    }
    sort_by_number(&mut marks, |mark| mark.start as u64);
    let marks = merged(marks);
    let text = if marks.is_empty() { Cow::Borrowed(source) } else { Cow::Owned(blanked(source, &marks)) };
    (with_line_ends(text), marks)
}

/// The marks without those inside others; neighbours are one.
fn merged(marks: Vec<Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for mark in marks {
        match merged.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => merged.push(mark),
        }
    }
    merged
}

/// The YAML between two lines of hyphens at the start of the source.
pub(in crate::letter) fn front_matter(source: &str) -> Option<Span> {
    let mut lines = source.split_inclusive('\n');
    let mut length = lines.next().filter(|first| first.trim_end() == "---")?.len();
    let mut keys = 0;
    for line in lines.take(MOST_LINES) {
        length += line.len();
        let text = line.trim_end();
        if matches!(text, "---" | "...") {
            return (keys > 0).then_some(0..length - (line.len() - text.len()));
        }
        // Labels of a letterhead between two rules begin with capitals: “Ref.: …”.
        let is_key = text.split_once(':').is_some_and(|(key, _)| is_name(key) && key.starts_with(is_small));
        let continues = text.starts_with([' ', '\t', '-']);
        keys += usize::from(is_key);
        (is_key || continues).then_some(())?;
    }
    None
}

/// Whether the text is a name: of letters, digits, hyphens and underscores.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// The comments of HTML.
fn comments(source: &str, start: usize) -> Vec<Span> {
    let mut comments = Vec::new();
    let mut at = start;
    while let Some(open) = source.get(at..).and_then(|rest| rest.find("<!--")) {
        let open = at + open;
        let rest = source.get(open..).unwrap_or_default();
        // A comment in a line ends in its paragraph.
        let begins_line =
            source.get(..open).is_some_and(|before| before.is_empty() || before.ends_with('\n'));
        let near = rest.get(..rest.floor_char_boundary(LONGEST_TEXT)).unwrap_or(rest);
        let paragraph = near.find("\n\n").filter(|_| !begins_line).unwrap_or(near.len());
        let close = near.get(..paragraph).and_then(|near| near.find("-->"));
        let is_escaped = source.get(..open).is_some_and(|before| before.ends_with(['\\', '`']));
        match close.filter(|_| !is_escaped) {
            Some(close) => {
                at = open + close + "-->".len();
                comments.push(open..at);
            }
            None => at = open + "<!--".len(),
        }
    }
    comments
}

/// Whether the line begins or ends a block of code.
pub(super) fn is_fence(line: &str) -> bool {
    let code = line.trim_start_matches('`');
    line.len() - code.len() >= 3 && !code.contains('`') || line.starts_with("~~~")
}

/// Whether the line begins or ends a fenced division: `:::`, `::: {.letterhead}`, `::: note`.
fn is_division(line: &str) -> bool {
    let Some(rest) = line.strip_prefix(":::") else { return false };
    let rest = rest.trim_matches([':', ' ']);
    let is_class = is_name(rest) && rest.starts_with(is_small);
    rest.is_empty() || is_class || rest.starts_with('{') && rest.ends_with('}')
}

/// Whether the line stands between two pages: `{1}----------`.
fn is_page_mark(line: &str) -> bool {
    let parts = line.strip_prefix('{').and_then(|line| line.split_once('}'));
    parts.is_some_and(|(number, rule)| {
        number.bytes().all(|byte| byte.is_ascii_digit())
            && rule.len() > 9
            && rule.bytes().all(|byte| byte == b'-')
    })
}

/// The attributes of a line, and the brackets that they are for: of `[text]{.underline}`, the first bracket, and from the
/// second on.
fn attributes(line: &str) -> impl Iterator<Item = Span> {
    let mut marks: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(close) = line.get(at..).and_then(|rest| rest.find("]{")) {
        let close = at + close;
        at = close + 1;
        let Some(length) = attributes_length(line.get(at..).unwrap_or_default()) else { continue };
        let Some(open) = opening_bracket(line.get(..close).unwrap_or_default()) else { continue };
        marks.push(open..open + 1);
        marks.push(close..at + length);
        at += length;
    }
    // “[name@itu.int](mailto:name@itu.int){.email}”
    for (close, _) in line.match_indices("){") {
        let length = line.get(close + 1..).and_then(attributes_length);
        marks.extend(length.map(|length| close + 1..close + 1 + length));
    }
    // “# Heading {#place}”
    let text = line.trim_end();
    if line.starts_with('#')
        && let Some(open) = text.rfind('{')
        && text.get(open..).and_then(attributes_length) == Some(text.len() - open)
        && marks.iter().all(|mark| mark.end <= open)
    {
        marks.push(open..text.len());
    }
    marks.into_iter()
}

/// The length of the attributes with which the text begins: `{#place .class key="value"}`.
fn attributes_length(text: &str) -> Option<usize> {
    let near = text.get(..text.floor_char_boundary(LONGEST_ATTRIBUTES)).unwrap_or(text);
    let end = near.find('}')?;
    let inner = text.get(1..end)?.trim();
    let has_texts = inner.contains("=\"");
    let is_item = |item: &str| item.starts_with(['#', '.']) || item.contains('=') || has_texts;
    (text.starts_with('{')
        && !inner.is_empty()
        && inner.split(' ').all(|item| item.is_empty() || is_item(item)))
    .then_some(end + 1)
}

/// The bracket that the end of the text closes, at most [`LONGEST_TEXT`] before it.
fn opening_bracket(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().rev().take_while(|(at, _)| at + LONGEST_TEXT > text.len()) {
        match c {
            ']' => depth += 1,
            '[' if depth == 0 => return Some(at),
            '[' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The source with the marks replaced: by spaces in lines that have nothing else, and by [`REMOVED`] beside words, where
/// spaces would be an indentation or keep asterisks from being mark-up.
fn blanked(source: &str, marks: &[Span]) -> String {
    let mut text = String::with_capacity(source.len());
    let mut marks = marks.iter().peekable();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let end = at + line.len();
        let content = at + line.trim_end_matches(['\n', '\r']).len();
        let mut pieces: Vec<(Span, bool)> = Vec::new();
        let mut from = at;
        while let Some(mark) = marks.peek().filter(|mark| mark.start < content) {
            let (start, stop) = (mark.start.max(at), mark.end.min(content));
            pieces.push((from..start, false));
            pieces.push((start..stop, true));
            from = stop;
            if mark.end > content {
                break;
            }
            marks.next();
        }
        pieces.push((from..end, false));
        let words = |span: &Span| source.get(span.clone()).unwrap_or_default();
        let is_blank = pieces.iter().all(|(span, is_mark)| *is_mark || words(span).trim().is_empty());
        for (span, is_mark) in &pieces {
            match is_mark {
                false => text.push_str(words(span)),
                true if is_blank => text.extend(std::iter::repeat_n(' ', span.len())),
                true => text.extend(std::iter::repeat_n(REMOVED, span.len())),
            }
        }
        at = end;
        // A mark that ends with the line.
        while marks.next_if(|mark| mark.end <= at).is_some() {}
    }
    text
}

/// The text with line ends in the place of the separators that some converters write, of the same length.
fn with_line_ends(text: Cow<'_, str>) -> Cow<'_, str> {
    // The first and the last byte of U+2028 and U+2029, examined without an early end, which processors do at once.
    let ends = text.bytes().zip(text.bytes().skip(2));
    let is_separated = ends.fold(false, |is, (first, last)| is | (first == 0xE2) & (last | 1 == 0xA9));
    if !is_separated && !text.contains('\u{B}') {
        return text;
    }
    let mut lines = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        // In tables and headings a line end would end them.
        let is_divisible = !line.trim_start().starts_with(['|', '#']);
        let mut rest = line;
        while let Some(at) = rest.find(['\u{2028}', '\u{2029}', '\u{B}']) {
            let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
            let separator = after.chars().next().unwrap_or(' ');
            let separators = after.len() - after.trim_start_matches(separator).len();
            rest = after.get(separators..).unwrap_or_default();
            // A line begins with words, or it would be a list or a heading.
            let is_word = |c| is_alphabetic(c) || matches!(c, '(' | '（' | '«' | '“' | '"');
            let is_end = is_divisible && rest.trim_start().starts_with(is_word);
            let end = match separator {
                _ if !is_end => "",
                '\u{B}' if separators == 1 => "\n",
                '\u{2028}' if separators == separator.len_utf8() => "\\\n",
                // Two line separators are a blank line.
                _ => "\n\n",
            };
            lines.push_str(before);
            lines.push_str(end);
            let spaces = std::iter::repeat_n(' ', separators - end.len());
            if end == "\n\n" {
                // At the start of a line, spaces would be an indentation.
                lines.pop();
                lines.extend(spaces);
                lines.push('\n');
            } else {
                lines.extend(spaces);
            }
        }
        lines.push_str(rest);
    }
    Cow::Owned(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(source: &str) -> String {
        let (text, marks) = without_marks(source);
        assert_eq!(text.len(), source.len());
        for mark in marks {
            assert!(source.get(mark).is_some());
        }
        text.replace(REMOVED, "").lines().map(str::trim).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn front_matter_is_set_apart() {
        assert_eq!(left("---\ntitle: x\nlang: fr\n---\n\nGenève").trim(), "Genève");
        assert_eq!(left("---\n\nGeneva\n\n---\n"), "---\n\nGeneva\n\n---");
        assert_eq!(
            left("---\nNote: see below\nPlain words\n---\n"),
            "---\nNote: see below\nPlain words\n---"
        );
    }

    #[test]
    fn divisions_attributes_bookmarks_and_comments_are_set_apart() {
        assert_eq!(left("::: {custom-style=\"Date\"}\nGeneva\n:::\n").trim(), "Geneva");
        assert_eq!(left("[]{#_Toc1 .anchor}General [Secretariat]{.underline}"), "General Secretariat");
        assert_eq!(left("# Annex {#annex .unnumbered}"), "# Annex");
        assert_eq!(left("a<!-- x\ny -->b"), "a\nb");
        assert_eq!(left("a\n\n{1}----------------\n\nb"), "a\n\n\n\nb");
    }

    #[test]
    fn other_braces_and_brackets_stay() {
        for text in ["[a]{b}", "a {.b}", "f{x}", "[1] {see}", "```\n::: x\n```", ":: a"] {
            assert_eq!(without_marks(text), (Cow::Borrowed(text), Vec::new()));
        }
    }

    #[test]
    fn line_separators_are_line_ends() {
        assert_eq!(without_marks("a\u{2028}b").0, "a\\\n b");
        assert_eq!(without_marks("a\u{B}b").0, "a\nb");
    }
}
