//! The outline of a letter: counts of the whole letter that are needed to show a part of it.
//!
//! Tables and footnotes are numbered through the letter, and the level of a heading depends on all headings. A long
//! letter is shown in chunks, so the counts at each part are computed once, when the letter is read.

use std::ops::Range;

use super::parts::{Part, Role};
use super::segments::{self, Segment};
use crate::sorting::sort_by_text;
use crate::text::tree::{BlockKind, Line};

/// The outline of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Outline {
    segments: Vec<Segment>,
    /// The number of tables up to the end of each part.
    tables: Vec<usize>,
    /// The levels of headings that occur, the highest first, each once.
    heading_levels: Vec<u8>,
    has_subject: bool,
    /// The footnotes, in the order of their labels.
    footnotes: Vec<Footnote>,
    /// Their labels, sorted, in the form of [`normal_label`].
    labels: Vec<String>,
}

/// A footnote: all marks and texts with the same label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Footnote {
    /// The index of the part of each mark, in the order of the text.
    marks: Vec<usize>,
    /// The index of the part of each of its texts: several if it is defined more than once.
    texts: Vec<usize>,
}

impl Footnote {
    /// The number of its marks.
    pub fn marks(&self) -> usize {
        self.marks.len()
    }

    /// The number of its marks before the part.
    pub fn marks_before(&self, part: usize) -> usize {
        self.marks.partition_point(|marked| *marked < part)
    }

    /// The number of its texts before the part.
    pub fn texts_before(&self, part: usize) -> usize {
        self.texts.partition_point(|defined| *defined < part)
    }
}

impl Outline {
    pub(super) fn of(parts: &[Part]) -> Self {
        let mut outline = Self {
            segments: segments::of(parts),
            has_subject: parts.iter().any(|part| part.role == Role::Subject),
            ..Self::default()
        };
        let mut occurring = [false; 7];
        let mut footnotes = Vec::new();
        let mut tables = 0;
        for (index, part) in parts.iter().enumerate() {
            part.label.iter().for_each(|label| note_marks(label, index, &mut footnotes));
            part.block.each_line(&mut |line| note_marks(line, index, &mut footnotes));
            part.block.each_block(&mut |block| match &block.kind {
                BlockKind::Table { .. } => tables += 1,
                BlockKind::Heading { level, .. } => {
                    occurring.get_mut(usize::from(*level)).into_iter().for_each(|occurs| *occurs = true);
                }
                BlockKind::Footnote { label, .. } => {
                    footnotes.push(Occurrence { label: normal_label(label), part: index, kind: Kind::Text });
                }
                BlockKind::Paragraph(_)
                | BlockKind::List { .. }
                | BlockKind::Quote(_)
                | BlockKind::Preformatted(_)
                | BlockKind::Rule => {}
            });
            outline.tables.push(tables);
        }
        outline.heading_levels = (1..=6)
            .zip(occurring.into_iter().skip(1))
            .filter_map(|(level, occurs)| occurs.then_some(level))
            .collect();
        outline.collect_footnotes(footnotes);
        outline
    }

    /// The segments of the letter, in the order of its text. Every part is in one of them.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The segments of a range, by number.
    pub fn segments_in(&self, range: Range<usize>) -> &[Segment] {
        let end = range.end.min(self.segments.len());
        self.segments.get(range.start.min(end)..end).unwrap_or_default()
    }

    /// The number of tables before the part.
    pub fn tables_before(&self, part: usize) -> usize {
        part.checked_sub(1).and_then(|before| self.tables.get(before)).copied().unwrap_or(0)
    }

    /// Whether the letter has a subject.
    pub fn has_subject(&self) -> bool {
        self.has_subject
    }

    /// The rank of a heading level among those that occur in the letter, from 0 for the highest.
    pub fn depth_of_heading(&self, level: u8) -> usize {
        self.heading_levels.iter().position(|candidate| *candidate == level).unwrap_or_default()
    }

    /// All footnotes, in the order of their labels.
    pub fn footnotes(&self) -> &[Footnote] {
        &self.footnotes
    }

    /// The number of the footnote with the label, from 0.
    pub fn footnote(&self, label: &str) -> Option<usize> {
        let label = normal_label(label);
        self.labels.binary_search(&label).ok()
    }

    fn collect_footnotes(&mut self, occurrences: Vec<Occurrence>) {
        let mut order: Vec<usize> = (0..occurrences.len()).collect();
        let label =
            |index: &usize| occurrences.get(*index).map_or("", |occurrence| occurrence.label.as_str());
        sort_by_text(&mut order, |index| label(index).to_owned());
        // The occurrences of each label stay in the order of the text.
        for group in order.chunk_by(|one, other| label(one) == label(other)) {
            let mut footnote = Footnote::default();
            for occurrence in group.iter().filter_map(|index| occurrences.get(*index)) {
                match occurrence.kind {
                    Kind::Mark => footnote.marks.push(occurrence.part),
                    Kind::Text => footnote.texts.push(occurrence.part),
                }
            }
            if let Some(first) = group.first() {
                self.labels.push(label(first).to_owned());
                self.footnotes.push(footnote);
            }
        }
    }
}

/// A mark of a footnote, or its text.
struct Occurrence {
    label: String,
    part: usize,
    kind: Kind,
}

enum Kind {
    Mark,
    Text,
}

fn note_marks(line: &Line, part: usize, occurrences: &mut Vec<Occurrence>) {
    let labels = line.footnote_marks().into_iter();
    occurrences.extend(labels.map(|label| Occurrence { label: normal_label(label), part, kind: Kind::Mark }));
}

/// The label in small letters: Markdown ignores the case of labels.
fn normal_label(label: &str) -> String {
    label.to_ascii_lowercase()
}
