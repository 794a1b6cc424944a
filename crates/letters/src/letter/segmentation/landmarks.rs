//! The landmarks of a letter, by which its stages are distinguished: found before the first block is taken.

use std::ops::RangeInclusive;

use super::super::meanings::Label;
use super::super::meanings::Opening;
use super::annex_headings::is_annex_heading;
use super::candidate::Candidate;
use super::formulas::opens;
use super::names::{is_name, is_name_and_title, name_behind_title, title_line};
use super::stage::Stage;
use crate::ids::Language;
use crate::text::characters::{COLONS, COMMAS};
use crate::text::tree::Line;

/// The shortest first paragraph of a body, in characters.
const SHORTEST_PARAGRAPH: usize = 60;

/// The lengths of a salutation whose words are unknown, in characters.
const UNKNOWN_SALUTATION: RangeInclusive<usize> = 5..=60;

/// The landmarks of a letter.
#[derive(Default)]
pub(super) struct Landmarks {
    /// Whether a label announces the subject.
    pub(super) has_subject_label: bool,
    /// Whether there is a salutation: the body begins after it.
    pub(super) has_salutation: bool,
    /// The block that must be the salutation by its position, though its words are unknown.
    pub(super) unknown_salutation: Option<usize>,
    /// The block with which the signature begins, if no closing announces it.
    pub(super) signature: Option<usize>,
}

impl Landmarks {
    pub(super) fn find(candidates: &[Candidate], language: Option<Language>) -> Self {
        let knows_salutation = has_known_salutation(candidates);
        let unknown_salutation = unknown_salutation(candidates, knows_salutation, language);
        Self {
            has_subject_label: candidates.iter().any(Candidate::has_subject_label),
            has_salutation: knows_salutation || unknown_salutation.is_some(),
            unknown_salutation,
            signature: unannounced_signature(candidates, language),
        }
    }
}

/// Whether one of the blocks is a salutation, or has one among its lines, and no closing precedes it.
fn has_known_salutation(candidates: &[Candidate]) -> bool {
    let mut before_closing = candidates.iter().take_while(|candidate| !candidate.is_closing());
    before_closing.any(|candidate| candidate.is_salutation() || candidate.salutation_line().is_some())
}

/// A single line that ends with a comma or a colon, between the letterhead and the first paragraph or another
/// salutation: it must be a salutation.
fn unknown_salutation(
    candidates: &[Candidate],
    knows_salutation: bool,
    language: Option<Language>,
) -> Option<usize> {
    let is_before_text = |next: &Candidate| match &next.text {
        None => true,
        Some(_) if knows_salutation => next.is_salutation(),
        Some(text) => text.chars().count() >= SHORTEST_PARAGRAPH,
    };
    let mut neighbours = candidates.windows(2).enumerate().skip(2);
    neighbours.find_map(|(index, neighbours)| {
        let [candidate, next] = neighbours else { return None };
        (is_before_text(next) && may_be_salutation(candidate, language)).then_some(index)
    })
}

/// Whether the block has the form of a salutation, though its words are unknown.
fn may_be_salutation(candidate: &Candidate, language: Option<Language>) -> bool {
    let Some(text) = candidate.text.as_deref() else { return false };
    let lines = candidate.block.lines();
    let takes_colon = matches!(language, Some(Language::Chinese | Language::Spanish));
    lines.len() == 1
        && UNKNOWN_SALUTATION.contains(&text.chars().count())
        && (text.ends_with(COMMAS) || text.ends_with(['!', '！']) || takes_colon && text.ends_with(COLONS))
        && !text.contains(|c: char| c.is_ascii_digit())
        && !lines.iter().all(Line::is_strong)
        && candidate.label().is_none()
        && !candidate.is_closing()
        && !candidate.is_salutation()
}

/// The first block of a signature without a closing or a mark before it, as in letters of the Radiocommunication
/// Bureau: a name, and a title under it.
fn unannounced_signature(candidates: &[Candidate], language: Option<Language>) -> Option<usize> {
    if candidates.iter().any(|candidate| candidate.opens_closing() || candidate.is_signed()) {
        return None;
    }
    let is_of_head = |candidate: &Candidate| candidate.has_subject_label() || candidate.is_salutation();
    let after_head = candidates.iter().rposition(is_of_head).unwrap_or(0);
    let mut found = None;
    for (index, candidate) in candidates.iter().enumerate().skip(after_head + 1) {
        if is_annex_heading(candidate, Stage::Letterhead, language) || begins_ending(candidate) {
            break;
        }
        let text = candidate.text.as_deref().unwrap_or_default();
        let is_line = candidate.block.lines().len() == 1;
        let name_before = index.checked_sub(1).filter(|before| {
            *before > after_head
                && candidates
                    .get(*before)
                    .and_then(|candidate| candidate.text.as_deref())
                    .is_some_and(|text| is_name(text) && !opens(text, Opening::Title, language))
        });
        match title_line(candidate, language) {
            None if is_line && is_name_and_title(text, language) => found = Some(index),
            Some(0) if name_before.is_some() => found = name_before,
            Some(0) if is_line && name_behind_title(text, language).is_none() => {}
            Some(_) => found = Some(index),
            None => {}
        }
    }
    found
}

/// Whether the block begins the list of recipients of copies, or of the annexes, which follow the body.
pub(super) fn begins_ending(candidate: &Candidate) -> bool {
    matches!(candidate.label(), Some(Label::Copies | Label::Annexes))
}
