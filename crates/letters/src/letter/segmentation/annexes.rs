//! The annexes: their headings, titles and texts.

use super::super::annexes;
use super::super::parts::Role;
use super::annex_headings::{has_capitals_only, is_annex_heading};
use super::candidate::Candidate;
use super::divider::Divider;
use super::formulas::LONGEST_SHORT_LINE;
use super::stage::Stage;
use crate::text::passage::plain_text;
use crate::text::tree::{BlockKind, Line};

impl Divider {
    pub(super) fn take_in_annexes(&mut self, candidate: Candidate) {
        let Some(words) = candidate.text.as_deref() else {
            self.title_awaited = false;
            return self.push(Role::Annex, candidate.block);
        };
        if is_annex_heading(&candidate, self.stage, self.language) {
            return self.begin_annex(candidate);
        }
        // “(to TSB Circular 77)” under the heading names the letter to which the annex belongs.
        let is_of_heading = is_bracketed(words) && self.last_role() == Some(Role::AnnexHeading);
        if !is_of_heading && self.furniture.is_block(&candidate) {
            return self.push(Role::Furniture, candidate.block);
        }
        let mut role = Role::Annex;
        if self.title_awaited && !words.is_empty() {
            if !is_bracketed(words) {
                role = if self.is_title(&candidate, words) { Role::AnnexTitle } else { Role::Annex };
                self.title_awaited = false;
            }
        } else if words.is_empty() && candidate.block.lines().is_empty() {
            // A table or a list: no title follows it.
            self.title_awaited &= matches!(
                candidate.block.kind,
                BlockKind::Rule | BlockKind::Heading { .. } | BlockKind::Paragraph(_)
            );
        }
        self.push(role, candidate.block);
    }

    /// Whether the first text under the heading of an annex is its title.
    fn is_title(&self, candidate: &Candidate, words: &str) -> bool {
        let lines = candidate.block.lines();
        !lines.is_empty()
            && words.chars().count() <= 2 * LONGEST_SHORT_LINE
            && (matches!(candidate.block.kind, BlockKind::Heading { .. })
                || lines.iter().all(Line::is_strong)
                || has_capitals_only(words)
                || self.is_plain_title(lines, words))
    }

    /// A single short line under the heading that is not a sentence.
    fn is_plain_title(&self, lines: &[Line], text: &str) -> bool {
        lines.len() == 1
            && text.chars().count() <= LONGEST_SHORT_LINE
            && !text.ends_with(['.', '。', ';', ','])
            && !text.contains(['…', '_', ':', '：'])
            && !text.contains("...")
            && self.is_right_under_annex_heading()
    }

    /// Whether at most “(to TSB Circular 77)” separates the block from the heading of the annex.
    fn is_right_under_annex_heading(&self) -> bool {
        let mut before = self.parts.iter().rev().skip_while(|part| {
            part.role == Role::Annex && plain_text(part.block.lines()).starts_with(['(', '（'])
        });
        before.next().is_some_and(|part| {
            part.role == Role::AnnexHeading
                && (matches!(part.block.kind, BlockKind::Heading { .. })
                    || has_capitals_only(&plain_text(part.block.lines())))
        })
    }

    pub(super) fn begin_annex(&mut self, heading: Candidate) {
        let words = heading.text.as_deref().unwrap_or_default();
        self.title_awaited = annexes::of_heading(words, self.language).title.is_none();
        self.stage = Stage::Annexes;
        self.pending.clear();
        self.push(Role::AnnexHeading, heading.block);
    }
}

/// “(to TSB Circular 77)”.
fn is_bracketed(text: &str) -> bool {
    text.starts_with(['(', '（']) && text.ends_with([')', '）'])
}
