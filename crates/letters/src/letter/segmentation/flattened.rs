//! A letterhead, or a whole letter, in one paragraph: a converter has lost the ends of its lines.
//!
//! The paragraph is divided where lines must have begun: before a label, an issuer, a reference, a date, addressees or a
//! salutation ([head], [field]), and before the closing and the signature ([ending]). Fields are read from these lines. The
//! paragraph itself is shown as it came, because any division of it is a guess.

mod ending;
mod field;
mod head;

use std::slice;

use super::super::parts::Role;
use crate::diagnostic::Span;
use crate::ids::Language;
use crate::text::characters::{is_capital, is_small};
use crate::text::passage::plain_text;
use crate::text::tree::{Block, BlockKind, Inline, Line};

/// The shortest paragraph that can hold a letterhead, in bytes.
const SHORTEST: usize = 30;

/// A paragraph, divided.
pub(super) struct Flattened {
    /// The lines that it must have had, as paragraphs.
    pub(super) lines: Vec<Block>,
    /// The role of the paragraph as it is shown: that of the body if it holds text of the body.
    pub(super) role: Role,
    /// The place of the letterhead in the source, about: without what mark-up adds to its text.
    pub(super) head: Span,
}

/// The lines of a paragraph that holds several fields of a letterhead in its lines; `None` for any other block.
pub(super) fn divided(block: &Block, language: Option<Language>) -> Option<Flattened> {
    let BlockKind::Paragraph(lines) = &block.kind else { return None };
    if block.span.len() < SHORTEST {
        return None;
    }
    let written = plain_text(lines);
    let text = taken_apart(&written);
    let is_glued = text.len() > written.len();
    let head = head::read(&text, language)?;
    if !head.is_flattened(&text, &line_starts(lines), is_glued) {
        return None;
    }
    let head_span = block.span.start..block.span.start + head.body.unwrap_or(text.len());
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
        role: if body.is_some() { Role::Body } else { Role::Letterhead },
        head: head_span,
    })
}

/// The starts of the lines in the running text of the paragraph, in bytes, as far as a letterhead can reach: a line
/// without text begins where the next one does. The work grows with the length of the paragraph, not with its square.
fn line_starts(lines: &[Line]) -> Vec<usize> {
    let has_text = |line: &Line| !plain_text(slice::from_ref(line)).is_empty();
    let with_text = lines.iter().enumerate().filter(|(_, line)| has_text(line));
    with_text
        .map(|(index, _)| match taken_apart(&plain_text(lines.get(..index).unwrap_or_default())) {
            before if before.is_empty() => 0,
            before => before.len() + 1,
        })
        .take_while(|start| *start <= head::LONGEST)
        .collect()
}

/// The text with spaces where a converter has lost them: behind a number (“2020Ref.: …”), and between a word and a code in
/// capitals (“CircularBDT/044”).
fn taken_apart(text: &str) -> String {
    let mut apart = String::with_capacity(text.len());
    let mut digits = 0;
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        let is_behind_number = digits > 0 && is_capital(c) && is_small(next);
        let is_code = is_small(before) && is_capital(c) && is_capital(next);
        if is_behind_number || is_code {
            apart.push(' ');
        }
        apart.push(c);
        digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
        before = c;
    }
    apart
}
