//! The outline of a record: the headings of the body and of the annexes, and where they are.

use crate::export::{Members, Value};
use crate::letter::{Letter, Part, Role, SegmentKind};
use crate::page::annex_id;
use crate::text::scanning::clean;
use crate::text::tree::{BlockKind, Line};

/// The headings in the order of the text. Annexes and headings of the highest level in the letter have level 1.
pub(super) fn list(letter: &Letter) -> Vec<Value> {
    let mut entries = Vec::new();
    for (index, segment) in letter.segments().iter().enumerate() {
        for part in letter.parts_of(segment) {
            let Some(level) = level(letter, part) else { continue };
            let place = match segment.kind {
                SegmentKind::Paragraph(number) => Some(number.to_string()),
                SegmentKind::AnnexHeading(number) => Some(annex_id(number)),
                _ => None,
            };
            let text: Vec<String> = part.block.lines().iter().map(Line::plain).collect();
            entries.push(
                Members::new()
                    .text("text", Some(&clean(&text.join(" "))))
                    .number("level", Some(level))
                    .number("segment", Some(index))
                    .text("place", place.as_deref())
                    .object(),
            );
        }
    }
    entries
}

/// The level of the heading that the part is, from 1.
fn level(letter: &Letter, part: &Part) -> Option<usize> {
    match (part.role, &part.block.kind) {
        (Role::AnnexHeading, _) => Some(1),
        (Role::Body | Role::Annex | Role::AnnexTitle, BlockKind::Heading { level, .. }) => {
            Some(letter.outline.depth_of_heading(*level) + 1)
        }
        _ => None,
    }
}
