//! The lines of the subject, with a label or without one.

use super::super::entries::text_of;
use super::super::parts::Role;
use super::divider::Divider;
use super::line_text::LineText;
use crate::text::characters::{COLONS, digit, is_bullet};
use crate::text::passage::plain_text;
use crate::text::tree::{BlockKind, Item, Line, LineEnd};

/// The shortest unlabelled paragraph, in characters, that must be the body even without a subject or salutation before
/// it.
pub(super) const SHORTEST_BODY: usize = 200;

/// The minimum number of words of a further line of the subject: a shorter line is a heading.
const FEWEST_WORDS: usize = 4;

impl Divider {
    /// One dashed item under the subject, or several in bold, are its further lines: “– Proposed adoption of two draft
    /// Recommendations”.
    pub(super) fn is_dash_under_subject(&self, items: &[Item]) -> bool {
        let is_line = |item: &Item| {
            let [block] = &item.blocks[..] else { return false };
            item.number.is_none()
                && matches!(block.kind, BlockKind::Paragraph(_))
                && (items.len() == 1 || block.lines().iter().all(Line::is_strong))
                && plain_text(block.lines()).chars().count() < SHORTEST_BODY
        };
        self.last_role() == Some(Role::Subject) && items.iter().all(is_line)
    }

    /// A list numbered from 1 under a subject that ends with a colon has its further lines, unless they are sentences.
    pub(super) fn is_numbered_under_subject(&self, items: &[Item]) -> bool {
        let opens_list = || {
            self.parts.last().is_some_and(|part| {
                part.role == Role::Subject && plain_text(part.block.lines()).ends_with(COLONS)
            })
        };
        let is_line = |item: &Item| {
            let text = text_of(&item.blocks);
            text.chars().count() < SHORTEST_BODY && !text.ends_with(['.', '。'])
        };
        items.first().is_some_and(|item| item.number == Some(1)) && items.iter().all(is_line) && opens_list()
    }

    /// A heading between the addressees and the salutation is the subject, if no subject has a label.
    pub(super) fn is_heading_for_subject(&self, lines: &[Line]) -> bool {
        !self.landmarks.has_subject_label
            && !self.has(Role::Subject)
            && self.has(Role::Addressees)
            && !lines.is_empty()
    }

    /// Between subject and salutation, short text without a label continues the subject.
    pub(super) fn goes_on_with_subject(&self, text: Option<&str>) -> bool {
        self.is_salutation_ahead()
            && self.last_role() == Some(Role::Subject)
            && text.is_some_and(|text| text.chars().count() < SHORTEST_BODY)
    }

    /// A paragraph all in bold under the letterhead is the subject, if no subject has a label.
    pub(super) fn is_unlabelled_subject(&self, lines: &[Line]) -> bool {
        !self.landmarks.has_subject_label
            && !self.has(Role::Subject)
            && (self.has(Role::Addressees) || self.has(Role::Reference))
            && !lines.is_empty()
            && lines.iter().all(Line::is_strong)
            && !lines.first().is_some_and(|line| line.plain().starts_with(|c| digit(c).is_some()))
    }

    /// A paragraph in bold continues a subject in bold, unless it is short enough for a heading.
    pub(super) fn is_second_line_of_subject(&self, lines: &[Line]) -> bool {
        let is_bold = |lines: &[Line]| !lines.is_empty() && lines.iter().all(Line::is_strong);
        let Some(subject) = self.parts.last().filter(|part| part.role == Role::Subject) else {
            return false;
        };
        let text = plain_text(lines);
        let is_dash = text.starts_with(is_bullet) && text.chars().count() < SHORTEST_BODY;
        (is_dash || is_bold(lines) && is_bold(subject.block.lines()))
            && text.split(' ').count() >= FEWEST_WORDS
            && !text.starts_with(|c| digit(c).is_some())
    }

    /// The date may be under the subject, alone in its line.
    pub(super) fn is_date_under_subject(&self, line: &Line, text: &LineText) -> bool {
        !self.has(Role::PlaceAndDate)
            && self.is_salutation_ahead()
            && !line.is_strong()
            && text.date().is_some()
    }

    /// Adds a paragraph of its own to the subject.
    pub(super) fn continue_subject(&mut self, line: Line) {
        self.end_last_line(LineEnd::Fixed);
        self.continue_part(line);
    }
}
