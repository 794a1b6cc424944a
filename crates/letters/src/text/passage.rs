//! Passages: the stretches of a letter that are read as one running text.
//!
//! A citation or a date may extend across a line end or the border of emphasised text. So a paragraph, an item of a
//! list or a cell of a table is read as one text, with a space for each line end. The text of each passage is built
//! once for each version; everything found in it (citations, links, facts, dates) is located by the passage's id and a
//! range of bytes.

use std::ops::Range;

use super::characters::is_chinese;
use super::scanning::clean;
use super::tree::{Block, Inline, Line, joins_without_space};
use crate::diagnostic::Span;

/// The number of a passage in its version, from 0. Ids are in the order of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct PassageId(u32);

impl PassageId {
    /// The id of the next passage.
    pub(crate) const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// This id and those after it.
    pub(crate) fn following(self) -> impl Iterator<Item = Self> {
        (self.0..u32::MAX).map(Self)
    }
}

/// A passage.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'text> {
    /// Its id.
    pub id: PassageId,
    /// The running text, with a space for each line end except between Chinese characters.
    pub text: &'text str,
    fragments: &'text [Fragment],
    line_starts: &'text [usize],
}

/// A stretch of a passage's text that is contiguous in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fragment {
    /// Its place in the text of the passage, in bytes.
    text: Range<usize>,
    /// Its place in the source, in bytes.
    source: Span,
}

impl<'text> Passage<'text> {
    /// The bytes of the source that a range of the text came from.
    pub fn span(&self, range: Range<usize>) -> Span {
        let fragment = |at: usize| {
            let before = self.fragments.partition_point(|fragment| fragment.text.start <= at);
            self.fragments.get(before.saturating_sub(1))
        };
        // If the source spells the text differently (an entity, an escape, another line end), only the place of the
        // whole fragment is known.
        let start = fragment(range.start).map_or(0, |Fragment { text, source }| {
            if text.len() == source.len() {
                source.start + (range.start - text.start).min(source.len())
            } else {
                source.start
            }
        });
        let end = fragment(range.end.saturating_sub(1)).map_or(0, |Fragment { text, source }| {
            if text.len() == source.len() {
                source.start + (range.end - text.start).min(source.len())
            } else {
                source.end
            }
        });
        start..end.max(start)
    }

    /// The start of each line in the text, in bytes.
    pub fn line_starts(&self) -> &'text [usize] {
        self.line_starts
    }

    /// Whether this is the passage of the lines; callers that walk a letter's blocks can check it.
    pub(crate) fn is_of(&self, lines: &[Line]) -> bool {
        let first = lines.iter().flat_map(|line| &line.content).find_map(Inline::first_text_span);
        self.line_starts.len() == lines.len()
            && first == self.fragments.first().map(|fragment| &fragment.source)
    }
}

/// The passages of a version, in the order of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages {
    text: String,
    fragments: Vec<Fragment>,
    line_starts: Vec<usize>,
    /// The id of the next passage.
    next: PassageId,
    /// The end of each passage in the three fields above.
    ends: Vec<Ends>,
    /// The id of the passage after the last one of each block.
    blocks: Vec<PassageId>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ends {
    text: usize,
    fragments: usize,
    line_starts: usize,
}

impl Passages {
    /// The passages of the blocks.
    pub(crate) fn of<'block>(blocks: impl IntoIterator<Item = &'block Block>) -> Self {
        let mut passages = Self::default();
        for block in blocks {
            block.each_run(&mut |lines| passages.push(lines));
            passages.blocks.push(passages.next);
        }
        passages
    }

    /// The passage of these lines alone.
    pub(crate) fn of_lines(lines: &[Line]) -> Self {
        let mut passages = Self::default();
        passages.push(lines);
        passages
    }

    /// All passages.
    pub fn iter(&self) -> impl Iterator<Item = Passage<'_>> {
        PassageId::default().following().map_while(|id| self.get(id))
    }

    /// The passages of the block with this index, from 0.
    pub fn of_block(&self, index: usize) -> impl Iterator<Item = Passage<'_>> {
        let start = self.first_of_block(index);
        let end = self.blocks.get(index).copied().unwrap_or(start);
        start.following().take_while(move |id| *id < end).map_while(|id| self.get(id))
    }

    /// The id of the first passage of the block with this index, from 0.
    pub(crate) fn first_of_block(&self, index: usize) -> PassageId {
        index.checked_sub(1).and_then(|before| self.blocks.get(before)).copied().unwrap_or_default()
    }

    /// The passage with the id.
    pub fn get(&self, id: PassageId) -> Option<Passage<'_>> {
        let index = usize::try_from(id.0).ok()?;
        let end = self.ends.get(index)?;
        let start =
            index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        Some(Passage {
            id,
            text: self.text.get(start.text..end.text)?,
            fragments: self.fragments.get(start.fragments..end.fragments)?,
            line_starts: self.line_starts.get(start.line_starts..end.line_starts)?,
        })
    }

    fn push(&mut self, lines: &[Line]) {
        let start = self.text.len();
        let mut writer = Writer { text: &mut self.text, start, fragments: &mut self.fragments };
        for line in lines {
            self.line_starts.push(writer.push_line(line));
        }
        self.ends.push(Ends {
            text: self.text.len(),
            fragments: self.fragments.len(),
            line_starts: self.line_starts.len(),
        });
        self.next = self.next.next();
        #[cfg(test)]
        counting::count();
    }
}

/// The text of several lines, with a space for each line end, and no more than one space anywhere.
pub fn plain_text(lines: &[Line]) -> String {
    clean(&running_text(lines))
}

/// The running text of the lines, without their places.
pub(crate) fn running_text(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut writer = Writer { text: &mut text, start: 0, fragments: &mut Vec::new() };
    for line in lines {
        writer.push_line(line);
    }
    text
}

/// Appends the text of a passage to that of others.
struct Writer<'passages> {
    text: &'passages mut String,
    /// The start of the passage in the text, in bytes.
    start: usize,
    fragments: &'passages mut Vec<Fragment>,
}

impl Writer<'_> {
    /// Adds a line and returns its start in the passage, in bytes.
    fn push_line(&mut self, line: &Line) -> usize {
        if self.text.len() > self.start && !self.joins_without_space(line) {
            self.text.push(' ');
        }
        let start = self.text.len() - self.start;
        line.content.iter().for_each(|inline| self.push(inline));
        start
    }

    fn joins_without_space(&self, line: &Line) -> bool {
        let may_join = self.text.ends_with(|c| is_chinese(c) || c == '-');
        may_join && joins_without_space(self.text, &line.plain())
    }

    fn push(&mut self, inline: &Inline) {
        match inline {
            Inline::Text { text, span } => {
                let start = self.text.len() - self.start;
                self.fragments.push(Fragment { text: start..start + text.len(), source: span.clone() });
                self.text.push_str(text);
            }
            _ => inline.children().iter().for_each(|inline| self.push(inline)),
        }
    }
}

/// Counts how often the text of a passage is built, for the test that it is built once.
#[cfg(test)]
pub(crate) mod counting {
    use std::cell::Cell;

    thread_local! {
        static BUILT: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn count() {
        BUILT.set(BUILT.get() + 1);
    }

    /// The number of texts that this thread has built.
    pub(crate) fn built() -> usize {
        BUILT.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tree::LineEnd;

    fn line(text: &str, start: usize) -> Line {
        let content = vec![Inline::Text { text: text.to_owned(), span: start..start + text.len() }];
        Line { content, end: LineEnd::Flowing }
    }

    #[test]
    fn a_range_across_a_line_end_has_its_place_in_the_source() {
        let passages = Passages::of_lines(&[line("Resolution", 10), line("70 of", 30)]);
        let passage = passages.iter().next().unwrap();
        assert_eq!(passage.text, "Resolution 70 of");
        assert_eq!(passage.line_starts(), [0, 11]);
        assert_eq!(passage.span(0..13), 10..32);
    }

    #[test]
    fn chinese_lines_are_joined_without_a_space() {
        assert_eq!(running_text(&[line("决议", 0), line("第70号", 10), line("a", 20)]), "决议第70号 a");
    }

    #[test]
    fn ids_are_in_the_order_of_the_text() {
        let mut passages = Passages::of_lines(&[line("a", 0)]);
        passages.push(&[line("b", 9)]);
        let found: Vec<(PassageId, &str)> =
            passages.iter().map(|passage| (passage.id, passage.text)).collect();
        assert_eq!(found, [(PassageId(0), "a"), (PassageId(1), "b")]);
        assert!(passages.iter().nth(1).unwrap().is_of(&[line("b", 9)]));
    }
}
