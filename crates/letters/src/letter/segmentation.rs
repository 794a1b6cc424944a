//! Divides the text into parts by role.
//!
//! A letter has [stages](stage): a letterhead of short lines, most of them labelled; the body; the closing and the
//! signature; the annexes. Labels, openings and the shape of a line decide the role; a block whose role is unknown
//! keeps its place as [`Role::Other`].
//!
//! Each block is a [candidate], each of its lines a [line_text]: both look up their words only once. The [landmarks]
//! are found first. Then the [divider] takes the blocks one by one: in the [letterhead], line by line ([labelled],
//! [unlabelled], [subject]); in the [body]; in the [signature]; in the [annexes]. [furniture] recognizes page
//! furniture. A paragraph that is a whole letterhead is [flattened]: its fields are read from lines that are not shown.
//! [blank_lines] are restored first.

mod annex_headings;
mod annexes;
mod blank_lines;
mod body;
mod candidate;
mod divider;
mod flattened;
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

use super::named_contacts;
use super::parts::{Part, Role};
use crate::dates::PlaceAndDate;
use crate::diagnostic::Span;
use crate::ids::Language;
use crate::text::passage::plain_text;
use crate::text::scanning::clean;
use crate::text::tree::Block;
use candidate::Candidate;
use divider::Divider;
use landmarks::Landmarks;
use stage::Stage;

/// The maximum number of blocks before a flattened letterhead.
const MOST_BEFORE: usize = 4;

/// A letter, divided.
#[derive(Default)]
pub(super) struct Divided {
    /// The parts, in the order of the text. Every block is in one part, or its lines are divided among several.
    pub(super) parts: Vec<Part>,
    /// The index and value of each part with place and date that was read to be recognized, in order.
    pub(super) dates: Vec<(usize, PlaceAndDate)>,
    /// The parts of a flattened letterhead, which are read for their fields and not shown.
    pub(super) aside: Option<Box<Divided>>,
    /// The place of the flattened letterhead in the source, about.
    pub(super) head: Option<Span>,
}

/// Divides the blocks into parts.
pub(super) fn divide(blocks: Vec<Block>, language: Option<Language>) -> Divided {
    let mut candidates: Vec<Candidate> = Vec::with_capacity(blocks.len());
    let mut flattened = None;
    let mut head = None;
    for (index, block) in blank_lines::restored(blocks, language).into_iter().enumerate() {
        let divided =
            (index < MOST_BEFORE && flattened.is_none()).then(|| flattened::divided(&block, language));
        match divided.flatten() {
            Some(divided) => {
                let start = candidates.len();
                head = Some(divided.head.clone());
                candidates.extend(divided.lines.into_iter().map(|block| Candidate::new(block, language)));
                flattened = Some((start..candidates.len(), Part { role: divided.role, label: None, block }));
            }
            None => candidates.push(Candidate::new(block, language)),
        }
    }
    let mut divider = Divider::new(language, Landmarks::find(&candidates, language));
    let mut aside = None;
    let mut shown = 0;
    for (index, candidate) in candidates.into_iter().enumerate() {
        if flattened.as_ref().is_some_and(|(lines, _)| lines.start == index) {
            shown = divider.parts.len();
            divider.begin_aside();
        }
        take(&mut divider, index, candidate);
        if let Some((_, paragraph)) = flattened.take_if(|(lines, _)| lines.end == index + 1) {
            aside = Some(Box::new(divider.set_aside(shown, paragraph)));
        }
    }
    let mut parts = divider.parts;
    name_contacts(&mut parts, language);
    if let Some(aside) = &mut aside {
        name_contacts(&mut aside.parts, language);
    }
    Divided { parts, dates: divider.dates, aside, head }
}

/// A line with a name right before a number or an address is that of a contact, without a label too: “Ms Ada Specimen”,
/// “Tel.: …”.
fn name_contacts(parts: &mut [Part], language: Option<Language>) {
    let is_value = |role| matches!(role, Role::Phone | Role::Fax | Role::Email);
    for index in 1..parts.len() {
        let [.., before, part] = parts.get_mut(..=index).unwrap_or_default() else { continue };
        if before.role == Role::Other && is_value(part.role) && before.block.lines().len() == 1 {
            let name = clean(&plain_text(before.block.lines()));
            if names::is_name(&name) && named_contacts::has_honorific(&name, language) {
                before.role = Role::Contact;
            }
        }
    }
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
