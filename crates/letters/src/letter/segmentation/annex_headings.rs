//! The headings of annexes.

use super::super::annexes;
use super::super::meanings::Opening;
use super::candidate::Candidate;
use super::formulas::{LONGEST_SHORT_LINE, opens};
use super::stage::Stage;
use crate::ids::Language;
use crate::text::characters::{is_bullet, is_capital, is_small};
use crate::text::scanning::clean;
use crate::text::tree::{BlockKind, Line};
use crate::text::words::is_passed_over;

/// A short heading with the opening of an annex; in bold or among the annexes also a short paragraph with a number.
pub(super) fn is_annex_heading(candidate: &Candidate, stage: Stage, language: Option<Language>) -> bool {
    let Some(text) = candidate.text.as_deref() else { return false };
    if text.chars().count() > LONGEST_SHORT_LINE || !opens(text, Opening::Annex, language) {
        return false;
    }
    match &candidate.block.kind {
        BlockKind::Heading { .. } => has_annex_number(text, language) || candidate.label().is_none(),
        BlockKind::Paragraph(lines) => {
            let texts = candidate.lines();
            let is_bare = texts
                .first()
                .is_some_and(|first| first.label_alone().is_some() && has_capitals_only(&first.plain));
            // Only a number, apart from the letter to which the annex belongs.
            let is_number = annexes::of_heading(text, language).title.is_none();
            // “ANNEX 1” in a line above its title.
            let is_number_in_line = texts.first().is_some_and(|first| {
                let first = clean(&first.plain);
                has_capitals_only(&first)
                    && has_annex_number(&first, language)
                    && annexes::of_heading(&first, language).title.is_none()
            });
            let stands_out = lines.iter().all(Line::is_strong) || stage == Stage::Annexes;
            (stands_out || is_number || is_number_in_line)
                && !text.ends_with(['.', '。', ':', '：', ';'])
                && (has_annex_number(text, language) || is_bare)
                && texts.iter().skip(1).all(|line| !has_annex_number(&clean(&line.plain), language))
        }
        _ => false,
    }
}

/// “Annex 1”, “ANNEX A (to TSB Circular 237)”, “附件1”; not “Annex: 1”, which counts the annexes.
pub(super) fn has_annex_number(text: &str, language: Option<Language>) -> bool {
    let text = text.trim_start_matches(|c| is_bullet(c) || is_passed_over(c));
    opens(text, Opening::Annex, language) && annexes::of_heading(text, language).number.is_some()
}

/// Whether the text is in capitals, in a script that has them.
pub(super) fn has_capitals_only(text: &str) -> bool {
    text.contains(is_capital) && !text.contains(is_small)
}
