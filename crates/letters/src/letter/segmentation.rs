//! Divides the text into parts by the role that they play.
//!
//! A letter runs in [stages](stage): a letterhead of short lines, most of them labelled; the body; the closing and the signature; the
//! annexes. Labels, openings and the shape of a line decide the role; a block whose role cannot be told keeps its place as
//! [`Role::Other`](super::Role::Other).
//!
//! Each block is a [candidate], each of its lines a [line_text]: what their words say by themselves is looked up once. The [landmarks]
//! are found first. Then the [divider] takes one block after the other: in the [letterhead], line by line ([labelled], [unlabelled],
//! [subject]); in the [body]; in the [signature]; in the [annexes]. [furniture] recognizes what the pages of the paper letter left in the
//! text.

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
    /// Every block is in one part, or its lines are, in their order.
    pub(super) parts: Vec<Part>,
    /// What the parts with place and date say, where it had to be read to recognize them: the index of each, in their order.
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
