//! Lines of text.

use super::inline::{Inline, trim_end, trim_start};
use crate::diagnostic::Span;
use crate::text::characters::{is_alphabetic, is_chinese, is_small};

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Line {
    /// Its content.
    pub content: Vec<Inline>,
    /// The kind of its end.
    pub end: LineEnd,
}

/// The kind of a line's end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum LineEnd {
    /// A line break that the author intended, or the end of the block.
    #[default]
    Fixed,
    /// A soft break, where the line was full: shown as a space.
    Flowing,
}

impl Line {
    /// The text of the line, without any mark-up.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        for inline in &self.content {
            inline.push_plain(&mut text);
        }
        text
    }

    /// Whether the line holds a link or the mark of a footnote.
    pub(crate) fn has_link(&self) -> bool {
        let is_link = |inline: &Inline| matches!(inline, Inline::Link { .. } | Inline::FootnoteMark { .. });
        self.content.iter().any(|inline| inline.any(&is_link))
    }

    /// The labels of the marks of footnotes in the line.
    pub(crate) fn footnote_marks(&self) -> Vec<&str> {
        fn collect<'line>(inline: &'line Inline, marks: &mut Vec<&'line str>) {
            match inline {
                Inline::FootnoteMark { label, .. } => marks.push(label),
                _ => inline.children().iter().for_each(|inline| collect(inline, marks)),
            }
        }
        let mut marks = Vec::new();
        self.content.iter().for_each(|inline| collect(inline, &mut marks));
        marks
    }

    /// Whether all visible content of the line is strongly emphasised.
    pub(crate) fn is_strong(&self) -> bool {
        let is_blank =
            |inline: &Inline| matches!(inline, Inline::Text { text, .. } if text.trim().is_empty());
        let is_strong = |inline: &Inline| matches!(inline, Inline::Strong(_));
        self.content.iter().all(|inline| is_blank(inline) || inline.any(&is_strong))
            && self.content.iter().any(|inline| inline.any(&is_strong))
    }

    /// Whether the line has only pictures.
    pub(crate) fn is_picture(&self) -> bool {
        self.content.iter().all(|inline| match inline {
            Inline::Picture(_) => true,
            Inline::Text { text, .. } => text.trim().is_empty(),
            _ => false,
        })
    }

    /// Whether the line has no visible content.
    pub fn is_blank(&self) -> bool {
        !self.content.iter().any(|inline| {
            inline.any(&|inline| match inline {
                Inline::Text { text, .. } => !text.trim().is_empty(),
                Inline::FootnoteMark { .. } => true,
                _ => false,
            })
        })
    }

    /// The bytes of the source from the first piece of text to the last.
    pub fn span(&self) -> Option<Span> {
        let first = self.content.iter().find_map(Inline::first_span)?;
        let last = self.content.iter().rev().find_map(Inline::last_span)?;
        Some(first.start..last.end)
    }

    /// Divides the line after the given number of bytes of its plain text.
    ///
    /// Mark-up that spans the place is repeated on both sides. Spaces at the place belong to neither side.
    pub fn split_at(self, at: usize) -> (Self, Self) {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut left = at;
        for inline in self.content {
            inline.split_into(&mut left, &mut before, &mut after);
        }
        trim_end(&mut before);
        trim_start(&mut after);
        (Self { content: before, end: LineEnd::Fixed }, Self { content: after, end: self.end })
    }
}

/// Whether a line after a soft break continues without a space: Chinese has none between its characters, and a word that is
/// parted at the end of a line goes on. Its hyphen stays: it may be its own (“vice-/président”).
pub(crate) fn joins_without_space(before: &str, after: &str) -> bool {
    let is_in_chinese = before.ends_with(is_chinese) && after.starts_with(is_chinese);
    is_in_chinese || before.strip_suffix('-').is_some_and(|word| word.ends_with(is_small)) && goes_on(after)
}

/// Whether the line goes on with the rest of a word; not in “pre- / and postprocessing”.
fn goes_on(line: &str) -> bool {
    const CONJUNCTIONS: [&str; 16] =
        ["and", "or", "to", "as", "nor", "but", "et", "ou", "à", "y", "e", "o", "u", "и", "или", "до"];
    let word = line.split(|c| !is_alphabetic(c)).next().unwrap_or_default();
    line.starts_with(is_small) && !CONJUNCTIONS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str, start: usize) -> Inline {
        Inline::Text { text: text.to_owned(), span: start..start + text.len() }
    }

    #[test]
    fn a_line_is_divided_without_losing_mark_up() {
        let line = Line {
            content: vec![Inline::Strong(vec![text("Objet: Une assemblée", 2)])],
            end: LineEnd::Fixed,
        };
        let (label, value) = line.split_at("Objet: ".len());
        assert_eq!(label.content, [Inline::Strong(vec![text("Objet: ", 2)])]);
        assert_eq!(value.content, [Inline::Strong(vec![text("Une assemblée", 9)])]);
    }

    #[test]
    fn spaces_where_a_line_is_divided_belong_to_neither_side() {
        let line = Line { content: vec![text("Contact:  M. Jamoussi", 0)], end: LineEnd::Fixed };
        let (label, value) = line.split_at("Contact: ".len());
        assert_eq!(label.plain(), "Contact:");
        assert_eq!(value.plain(), "M. Jamoussi");
        assert_eq!(value.span(), Some(10..21));
    }
}
