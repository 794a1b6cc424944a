//! The part of a text that a remark shows.
//!
//! The cost of a remark must not depend on the length of its line: a letter may be one line of megabytes with ten
//! thousand remarks.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use letters::diagnostic::{Place, Span};

use crate::source::Source;

/// The maximum length of whole lines that are shown, in bytes.
const LONGEST: usize = 16 * 1024;

/// The number of bytes of a longer line that are kept on each side of a place, and the maximum that is marked: more
/// than the renderer shows.
const AROUND: usize = 1024;

/// The maximum number of characters quoted from a paragraph.
const QUOTED: usize = 60;

/// Whole lines of a text, or a window of a long line, with a mark in them.
pub(super) struct Excerpt<'source> {
    source: &'source Source,
    /// The place of the mark in the file.
    pub(super) place: Place,
    /// The range that is shown, in bytes.
    shown: Range<usize>,
    /// The range that is marked, in bytes.
    marked: Span,
}

impl<'source> Excerpt<'source> {
    pub(super) fn of(source: &'source Source, span: &Span) -> Self {
        let length = source.text.len();
        let marked = span.start.min(length)..span.end.min(length);
        let place = source.place(marked.start);
        let lines = source.lines(&marked);
        if lines.len() <= LONGEST {
            return Self { source, place, shown: lines, marked };
        }
        let line = source.lines(&(marked.start..marked.start));
        let end = marked.end.min(line.end).min(marked.start + AROUND);
        let marked = marked.start..source.text.floor_char_boundary(end);
        let start = source.text.floor_char_boundary(marked.start.saturating_sub(AROUND));
        let end = source.text.floor_char_boundary(marked.end + AROUND);
        Self { source, place, shown: start.max(line.start)..end.min(line.end), marked }
    }

    /// The excerpt in the renderer's format.
    pub(super) fn snippet<'remark>(
        &self,
        kind: AnnotationKind,
        label: Option<&'remark str>,
    ) -> Snippet<'remark, Annotation<'remark>>
    where
        'source: 'remark,
    {
        let Range { start, end } = self.marked;
        let mark = kind.span(start - self.shown.start..end - self.shown.start).label(label);
        Snippet::source(self.source.text.get(self.shown.clone()).unwrap_or_default())
            .line_start(self.place.line)
            .path(self.source.file.display().to_string())
            .annotation(mark)
    }

    /// Corrects the column in a rendered remark, from the given byte on, and returns the byte after it: the renderer
    /// counts it from the beginning of the excerpt.
    pub(super) fn correct_column(&self, rendered: &mut String, from: usize) -> usize {
        let Place { line, column } = self.place;
        let before = self.source.characters(self.marked.start) - self.source.characters(self.shown.start);
        let prefix = format!("{}:{line}:", self.source.file.display());
        let counted = format!("{prefix}{}", before + 1);
        let found = rendered.get(from..).and_then(|rest| rest.find(&counted));
        let Some(at) = found.map(|at| from + at) else { return from };
        let correct = format!("{prefix}{column}");
        rendered.replace_range(at..at + counted.len(), &correct);
        at + correct.len()
    }
}

/// The first words of a paragraph.
pub(super) fn first_words(source: &Source, paragraph: &Span) -> Span {
    let text = source.text.get(paragraph.clone()).unwrap_or_default();
    let line = text.trim_start();
    let start = paragraph.start + text.len() - line.len();
    let line = line.lines().next().unwrap_or_default();
    let words = match line.char_indices().nth(QUOTED) {
        Some((end, _)) => {
            let cut = line.get(..end).unwrap_or_default();
            cut.rfind(char::is_whitespace).and_then(|space| cut.get(..space)).unwrap_or(cut)
        }
        None => line,
    };
    start..start + words.trim_end().len()
}

/// The first words of a paragraph as a quotation, without marks of bold type, and with an ellipsis where more follow.
pub(super) fn quotation(source: &Source, paragraph: &Span) -> String {
    let words = first_words(source, paragraph);
    let rest = source.text.get(words.end..paragraph.end).unwrap_or_default();
    let ellipsis = if rest.trim().is_empty() { "" } else { "…" };
    source.text.get(words).unwrap_or_default().replace("**", "") + ellipsis
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn quoted(text: &str) -> String {
        quotation(&Source::of(Path::new("letter.md"), text.to_owned()), &(0..text.len()))
    }

    #[test]
    fn a_short_paragraph_is_quoted_whole() {
        assert_eq!(quoted("Dear Sir,\n"), "Dear Sir,");
    }

    #[test]
    fn a_long_paragraph_is_quoted_up_to_a_space() {
        assert_eq!(quoted(&"administration ".repeat(9)), format!("{}…", ["administration"; 4].join(" ")));
    }

    #[test]
    fn a_long_paragraph_without_spaces_is_quoted_up_to_a_character() {
        assert_eq!(quoted(&"的".repeat(99)), format!("{}…", "的".repeat(60)));
    }

    #[test]
    fn a_quotation_has_no_marks_of_bold_type() {
        assert_eq!(quoted("**Documents:** none"), "Documents: none");
    }

    #[test]
    fn only_the_first_line_of_a_paragraph_is_quoted() {
        assert_eq!(quoted("  Dear Sir,\nplease"), "Dear Sir,…");
    }

    #[test]
    fn an_excerpt_of_a_long_line_is_a_window_of_it() {
        let text = "号".repeat(LONGEST);
        let source = Source::of(Path::new("letter.md"), text);
        let excerpt = Excerpt::of(&source, &(30_000..source.text.len()));
        assert!(excerpt.shown.len() <= 3 * AROUND && excerpt.marked.len() <= AROUND);
        assert_eq!(excerpt.place, Place { line: 1, column: 10_001 });
    }
}
