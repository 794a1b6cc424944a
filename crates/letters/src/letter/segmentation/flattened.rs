//! A letterhead, or a whole letter, in one paragraph: a converter has lost the ends of its lines.
//!
//! The paragraph is divided where lines must have begun: before a label, an issuer, a reference, a date, addressees or a
//! salutation ([head], [field]), and before the closing and the signature ([ending]). Fields are read from these lines. The
//! paragraph itself is shown as it came, because any division of it is a guess.

mod ending;
mod field;
mod head;

use super::super::parts::Role;
use crate::ids::Language;
use crate::text::passage::plain_text;
use crate::text::tree::{Block, BlockKind, Inline, Line};

/// The shortest paragraph that can hold a letterhead, in bytes.
const SHORTEST: usize = 60;

/// A paragraph, divided.
pub(super) struct Flattened {
    /// The lines that it must have had, as paragraphs.
    pub(super) lines: Vec<Block>,
    /// The role of the paragraph as it is shown: that of the body if it holds text of the body.
    pub(super) role: Role,
}

/// The lines of a paragraph that holds several fields of a letterhead in its lines; `None` for any other block.
pub(super) fn divided(block: &Block, language: Option<Language>) -> Option<Flattened> {
    let BlockKind::Paragraph(lines) = &block.kind else { return None };
    if block.span.len() < SHORTEST {
        return None;
    }
    let text = plain_text(lines);
    let head = head::read(&text, language)?;
    if !head.is_flattened(&text, &line_starts(lines)) {
        return None;
    }
    let mut paragraphs = head.paragraphs(&text);
    let body = head.body.and_then(|at| text.get(at..)).map(str::trim).filter(|body| !body.is_empty());
    paragraphs.extend(body.into_iter().flat_map(|body| ending::paragraphs(body, language)));
    let line = |text: &&str| {
        let content = vec![Inline::Text { text: (*text).to_owned(), span: block.span.clone() }];
        Line { content, ..Line::default() }
    };
    let paragraph = |texts: Vec<&str>| Block {
        kind: BlockKind::Paragraph(texts.iter().map(line).collect()),
        span: block.span.start..block.span.start,
    };
    paragraphs.retain(|lines| lines.iter().any(|line| !line.trim().is_empty()));
    Some(Flattened {
        lines: paragraphs.into_iter().map(paragraph).collect(),
        role: if body.is_some() { Role::Body } else { Role::Other },
    })
}

/// The starts of the lines in the running text of the paragraph, in bytes.
fn line_starts(lines: &[Line]) -> Vec<usize> {
    (0..lines.len())
        .map(|index| match plain_text(lines.get(..index).unwrap_or_default()) {
            before if before.is_empty() => 0,
            before => before.len() + 1,
        })
        .collect()
}
