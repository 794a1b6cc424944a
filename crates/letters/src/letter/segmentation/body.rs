//! The body, up to the closing, the signature or an annex.

use super::super::parts::Role;
use super::annex_headings::is_annex_heading;
use super::candidate::Candidate;
use super::divider::Divider;
use super::formulas::{is_closing, is_unknown_closing};
use super::landmarks::begins_ending;
use super::line_text::LineText;
use super::signature::is_signed_cell;
use super::stage::Stage;
use crate::text::passage::plain_text;
use crate::text::scanning::clean;
use crate::text::tree::{Block, BlockKind, Marker};

impl Divider {
    pub(super) fn take_in_body(&mut self, candidate: Candidate) {
        if self.last_role() == Some(Role::Salutation) && candidate.is_salutation() {
            return self.push(Role::Salutation, candidate.block);
        }
        if self.ends_body(&candidate) {
            if candidate.is_signed() {
                self.find_closing_before();
            }
            self.stage = Stage::Signature;
            return self.take_in_signature(candidate);
        }
        if candidate.is_blank() {
            return self.push(Role::Other, candidate.block);
        }
        if self.furniture.is_block(&candidate) {
            return self.push(Role::Furniture, candidate.block);
        }
        match candidate.block.kind {
            BlockKind::Rule | BlockKind::Footnote { .. } => self.push(Role::Other, candidate.block),
            BlockKind::List { marker, items }
                if marker != Marker::Bullet && items.iter().all(|item| item.apart) =>
            {
                // Numbered paragraphs: each is a paragraph of the letter, not an item of one list.
                for item in items {
                    let span = item.span.clone();
                    let kind = BlockKind::List { marker, items: vec![item] };
                    self.push(Role::Body, Block { kind, span });
                }
            }
            _ => self.push(Role::Body, candidate.block),
        }
    }

    /// Whether the block begins the closing, the signature, a list after it or an annex.
    fn ends_body(&self, candidate: &Candidate) -> bool {
        let has_closing = |cell: &Vec<LineText>| {
            let opens = |line: &LineText| is_closing(&clean(&line.plain), self.language);
            cell.first().is_some_and(opens)
                && is_signed_cell(cell.iter().map(|line| &*line.plain), self.language)
        };
        candidate.cells().iter().any(has_closing)
            || !candidate.block.lines().is_empty()
                && (candidate.is_closing()
                    || candidate.is_signed()
                    || is_annex_heading(candidate, self.stage, self.language)
                    || self.landmarks.signature.is_none() && begins_ending(candidate))
    }

    /// The short paragraph before the mark “(signed)” that ends with a comma is the closing formula, whatever its
    /// words.
    fn find_closing_before(&mut self) {
        if let Some(last) = self.parts.last_mut().filter(|part| part.role == Role::Body)
            && is_unknown_closing(&plain_text(last.block.lines()))
        {
            last.role = Role::Closing;
        }
    }
}
