//! Divides the text into parts by role.
//!
//! A letter has [stages](stage): a letterhead of short lines, most of them labelled; the body; the closing and the
//! signature; the annexes. Labels, openings and the shape of a line decide the role; a block whose role is unknown
//! keeps its place as [`Role::Other`].
//!
//! Each block is a [candidate], each of its lines a [line_text]: both look up their words only once. The [landmarks]
//! are found first. Then the [divider] takes the blocks one by one: in the [letterhead], line by line ([labelled],
//! [unlabelled], [subject]); in the [body]; in the [signature]; in the [annexes]. [furniture] recognizes page
//! furniture.

mod annex_headings;
mod annexes;
mod body;
mod candidate;
mod divider;
mod formulas;
mod furniture;
mod labelled;
mod landmarks;
mod letterhead;
mod line_text;
mod names;
mod signature;
mod stage;
mod subject;
mod unlabelled;

use super::parts::{Part, Role};
use crate::dates::PlaceAndDate;
use crate::ids::Language;
use crate::text::tree::Block;
use candidate::Candidate;
use divider::Divider;
use landmarks::Landmarks;
use stage::Stage;

/// A letter, divided.
pub(super) struct Divided {
    /// The parts, in the order of the text. Every block is in one part, or its lines are divided among several.
    pub(super) parts: Vec<Part>,
    /// The index and value of each part with place and date that was read to be recognized, in order.
    pub(super) dates: Vec<(usize, PlaceAndDate)>,
}

/// Divides the blocks into parts.
pub(super) fn divide(blocks: Vec<Block>, language: Option<Language>) -> Divided {
    let candidates: Vec<Candidate> =
        blocks.into_iter().map(|block| Candidate::new(block, language)).collect();
    let mut divider = Divider::new(language, Landmarks::find(&candidates, language));
    for (index, candidate) in candidates.into_iter().enumerate() {
        take(&mut divider, index, candidate);
    }
    Divided { parts: divider.parts, dates: divider.dates }
}

fn take(divider: &mut Divider, index: usize, candidate: Candidate) {
    if divider.stage == Stage::Body && divider.landmarks.signature == Some(index) {
        divider.stage = Stage::Signature;
    }
    match divider.stage {
        Stage::Letterhead if divider.landmarks.unknown_salutation == Some(index) => {
            divider.begin_body();
            divider.push(Role::Salutation, candidate.block);
        }
        Stage::Letterhead => divider.take_in_letterhead(candidate),
        Stage::Body => divider.take_in_body(candidate),
        Stage::Signature => divider.take_in_signature(candidate),
        Stage::Annexes => divider.take_in_annexes(candidate),
    }
}
