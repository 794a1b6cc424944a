//! Alignment: finds the segments of two versions of a letter that belong together, from the versions alone.
//!
//! Letters need no preparation for it. Versions are matched by what a translator cannot change: the
//! [facts](crate::facts), the roles and the order of the segments, and their relative length. A [`program`] finds the
//! pairing that fits best as a whole; a segment may have no partner, and where one version splits what another joins,
//! several segments are paired with one.
//!
//! Of three or more versions, each is paired with the first, and they are shown as [rows].

mod features;
mod program;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use std::borrow::Borrow;
use std::ops::Range;

use crate::facts::{LetterFacts, SegmentFacts};
use crate::letter::{Role, SegmentKind};
use features::Features;

/// Segments of two versions that belong together, as ranges of their numbers. One range is empty if the other has no
/// partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The segments of the first version.
    pub first: Range<usize>,
    /// The segments of the second.
    pub second: Range<usize>,
}

/// The pairs of two versions, in the order of the text. Every segment of either is in one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairing {
    /// The pairs.
    pub pairs: Vec<Pair>,
}

/// The segments of several versions that are shown side by side, one range for each version.
pub type Row = Vec<Range<usize>>;

/// The number of paragraphs that have a partner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The paragraphs with a partner.
    pub paired: usize,
    /// All paragraphs.
    pub all: usize,
}

/// Pairs the segments of two versions.
pub fn align(first: &LetterFacts, second: &LetterFacts) -> Pairing {
    Pairing { pairs: program::best(&Features::of(first), &Features::of(second)) }
}

impl Pair {
    /// Whether one side is empty.
    pub fn is_single(&self) -> bool {
        self.first.is_empty() || self.second.is_empty()
    }
}

impl Pairing {
    /// The segment of the second version where a reader at a segment of the first continues: its partner, or the
    /// segment next to where it would be.
    pub fn partner(&self, segment: usize) -> usize {
        let last = self.pairs.last().map_or(0, |pair| pair.second.end.saturating_sub(1));
        let pair = self.pairs.iter().find(|pair| pair.first.contains(&segment));
        let partner = pair.map_or(0, |pair| {
            let into = segment - pair.first.start;
            pair.second.start + into.min(pair.second.len().saturating_sub(1))
        });
        partner.min(last)
    }

    /// The segments of the second version that are paired with the segment of the first.
    pub fn partners(&self, segment: usize) -> Range<usize> {
        let pair = self.pairs.iter().find(|pair| pair.first.contains(&segment));
        pair.map_or(0..0, |pair| pair.second.clone())
    }

    /// The number of paragraphs of both versions that have a partner. The status and page furniture need none.
    pub fn coverage(&self, first: &LetterFacts, second: &LetterFacts) -> Coverage {
        let counted = |version: &LetterFacts, range: &Range<usize>| {
            let segments = version.segments.get(range.clone()).unwrap_or_default();
            segments.iter().filter(|segment| is_counted(segment)).count()
        };
        let mut coverage = Coverage::default();
        for pair in &self.pairs {
            let (left, right) = (counted(first, &pair.first), counted(second, &pair.second));
            coverage.all += left.max(right);
            coverage.paired += if left.min(right) > 0 { left.max(right) } else { 0 };
        }
        coverage
    }
}

/// Whether a segment without a partner is a paragraph that a version lacks.
pub fn is_counted(segment: &SegmentFacts) -> bool {
    !matches!(segment.kind, SegmentKind::Other(Role::Status | Role::Furniture))
}

/// The rows of several versions, from their facts and the pairing of the first with each of the others. Segments that
/// the first version lacks are in rows of their own, in their place; those of two other versions are paired with each
/// other.
pub fn rows(facts: &[&LetterFacts], pairings: &[impl Borrow<Pairing>]) -> Vec<Row> {
    let Some(base) = facts.first() else { return Vec::new() };
    let mut rows = Vec::new();
    let mut cursors: Vec<std::slice::Iter<'_, Pair>> =
        pairings.iter().map(|pairing| pairing.borrow().pairs.iter()).collect();
    let mut at = 0;
    loop {
        insertions(facts, &mut cursors, &mut rows);
        if at >= base.segments.len() {
            return rows;
        }
        // The row extends as far as any of the versions joins segments of the first.
        let mut cells: Vec<Range<usize>> = vec![0..0; pairings.len()];
        let mut end = at + 1;
        loop {
            let before = end;
            for (cursor, cell) in cursors.iter_mut().zip(&mut cells) {
                while let Some(pair) = cursor.as_slice().first().filter(|pair| pair.first.start < end) {
                    // Segments without a partner between two joined segments are joined with them.
                    *cell = joined(cell, &pair.second);
                    end = end.max(pair.first.end);
                    cursor.next();
                }
            }
            if end == before {
                break;
            }
        }
        let row = std::iter::once(at..end).chain(cells).collect();
        rows.push(row);
        at = end;
    }
}

/// Joins two consecutive ranges, of which one may be empty.
fn joined(one: &Range<usize>, next: &Range<usize>) -> Range<usize> {
    match (one.is_empty(), next.is_empty()) {
        (_, true) => one.clone(),
        (true, false) => next.clone(),
        (false, false) => one.start..next.end,
    }
}

/// Adds rows for the segments that the other versions have at this place and the first lacks.
fn insertions(facts: &[&LetterFacts], cursors: &mut [std::slice::Iter<'_, Pair>], rows: &mut Vec<Row>) {
    let mut inserted: Vec<Range<usize>> = Vec::new();
    for cursor in cursors.iter_mut() {
        let mut range = 0..0;
        while let Some(pair) = cursor.as_slice().first().filter(|pair| pair.first.is_empty()) {
            range = joined(&range, &pair.second);
            cursor.next();
        }
        inserted.push(range);
    }
    let Some(leading) = inserted.iter().position(|range| !range.is_empty()) else { return };
    let part = |version: usize| {
        let range = inserted.get(version).cloned().unwrap_or_default();
        let segments = facts.get(version + 1).and_then(|facts| facts.segments.get(range.clone()));
        let language = facts.get(version + 1).and_then(|facts| facts.language);
        (range.start, LetterFacts { language, segments: segments.unwrap_or_default().to_vec() })
    };
    let (start, own) = part(leading);
    let others: Vec<usize> = (leading + 1..inserted.len()).collect();
    let parts: Vec<(usize, LetterFacts)> = others.iter().map(|version| part(*version)).collect();
    let pairings: Vec<Pairing> = parts.iter().map(|(_, facts)| align(&own, facts)).collect();
    let of_others: Vec<&LetterFacts> =
        [&own].into_iter().chain(parts.iter().map(|(_, facts)| facts)).collect();
    for cells in self::rows(&of_others, &pairings) {
        let mut row = vec![0..0; leading + 1];
        let starts = [start].into_iter().chain(parts.iter().map(|(start, _)| *start));
        row.extend(
            cells.into_iter().zip(starts).map(|(cell, start)| {
                if cell.is_empty() { 0..0 } else { cell.start + start..cell.end + start }
            }),
        );
        rows.push(row);
    }
}
