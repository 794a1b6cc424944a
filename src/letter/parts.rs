//! Divides the text into parts by the role that they play.
//!
//! A letter runs in stages: a letterhead of short lines, most of them labelled; the body; the closing and the signature;
//! the annexes. Labels, openings and the shape of a line decide the role; what cannot be told keeps its place as
//! [`Role::Other`].

use std::mem::take;

use super::forms::{self, Label, Opening};
use super::text::{Block, BlockKind, Line, plain_text};
use super::written_date;
use super::{Part, Role};
use crate::language::Language;

/// The longest salutation, annex heading or line of a signature, in characters.
const LONGEST_SHORT_LINE: usize = 120;

/// The longest label, in characters.
const LONGEST_LABEL: usize = 24;

/// The shortest unlabelled paragraph, in characters, that must be the body even where no subject or salutation came.
const SHORTEST_BODY: usize = 200;

/// Divides the blocks into parts. Every block is in one part, or its lines are, in their order.
pub(super) fn divide(blocks: Vec<Block>, language: Option<Language>) -> Vec<Part> {
    let mut divider = Divider { language, stage: Stage::Letterhead, parts: Vec::new() };
    for block in blocks {
        divider.take(block);
    }
    divider.parts
}

struct Divider {
    language: Option<Language>,
    stage: Stage,
    parts: Vec<Part>,
}

/// How far the letter has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Letterhead,
    Body,
    Signature,
    Annexes,
}

impl Divider {
    fn take(&mut self, block: Block) {
        let text = match &block.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => plain_text(lines),
            _ => String::new(),
        };
        match self.stage {
            Stage::Letterhead => self.take_in_letterhead(block, &text),
            Stage::Body => self.take_in_body(block, &text),
            Stage::Signature => self.take_in_signature(block, &text),
            Stage::Annexes => self.take_in_annexes(block, &text),
        }
    }

    fn take_in_letterhead(&mut self, block: Block, text: &str) {
        if self.is_salutation(text) {
            self.stage = Stage::Body;
            self.push(Role::Salutation, block);
            return;
        }
        if self.is_body(text) {
            self.stage = Stage::Body;
            return self.take_in_body(block, text);
        }
        match block.kind {
            BlockKind::Paragraph(lines) => self.take_lines(lines, block.span.end),
            // A heading that is none of the parts of a letterhead stays a heading.
            BlockKind::Heading { lines, .. } if self.is_of_letterhead(text) => {
                self.take_lines(lines, block.span.end);
            }
            _ => self.push(Role::Other, block),
        }
    }

    /// An unlabelled paragraph after the subject, or a long one anywhere, is the body.
    fn is_body(&self, text: &str) -> bool {
        let has_subject = self.parts.iter().any(|part| part.role == Role::Subject);
        !text.is_empty()
            && !self.is_of_letterhead(text)
            && (has_subject || text.chars().count() >= SHORTEST_BODY)
    }

    /// Whether the text begins as a line of a letterhead does.
    fn is_of_letterhead(&self, text: &str) -> bool {
        forms::label(text, self.language).is_some() || self.role_of_text(text, None).is_some()
    }

    fn is_salutation(&self, text: &str) -> bool {
        text.chars().count() <= LONGEST_SHORT_LINE
            && self.opens(text, Opening::Salutation)
            && text.ends_with([',', '،', '，', ':', '：', '!', '！'])
    }

    /// Reads the lines of a paragraph of the letterhead.
    fn take_lines(&mut self, lines: Vec<Line>, block_end: usize) {
        let mut role_before = None;
        for line in lines {
            let text = line.plain();
            if let Some(found) = forms::label(&text, self.language) {
                let (label, value) = line.split_at(found.length);
                self.push_lines(role(found.label), Some(label), vec![value], block_end);
            } else if let Some(role) = self.role_of_text(&text, role_before) {
                self.push_lines(role, None, vec![line], block_end);
            } else if role_before.is_some_and(|role| goes_on(role, &text)) {
                self.continue_part(line);
            } else {
                self.push_lines(Role::Other, None, vec![line], block_end);
            }
            role_before = self.parts.last().map(|part| part.role);
        }
    }

    /// The role of a line without a label, where the line itself tells it. `role_before` is that of the line before it in
    /// the same paragraph.
    fn role_of_text(&self, text: &str, role_before: Option<Role>) -> Option<Role> {
        if forms::issuer(text.trim()).is_some() && !self.has(Role::Issuer) {
            Some(Role::Issuer)
        } else if written_date::place_and_date(text, self.language).is_some() {
            Some(Role::PlaceAndDate)
        } else if role_before != Some(Role::Copies) && is_addressee_line(text, self.language) {
            Some(Role::Addressees)
        } else if role_before == Some(Role::Reference) && is_unit(text) {
            Some(Role::Unit)
        } else {
            None
        }
    }

    /// A line without a label of its own belongs to the part before it.
    fn continue_part(&mut self, line: Line) {
        if let Some(Part { block: Block { kind: BlockKind::Paragraph(lines), span }, .. }) =
            self.parts.last_mut()
        {
            span.end = line.span().map_or(span.end, |line| line.end.max(span.end));
            lines.push(line);
        }
    }

    fn take_in_body(&mut self, block: Block, text: &str) {
        if self.opens(text, Opening::Closing) {
            self.stage = Stage::Signature;
            self.push(Role::Closing, block);
        } else if self.opens(text, Opening::Signed) {
            self.stage = Stage::Signature;
            self.take_in_signature(block, text);
        } else if self.is_annex_heading(&block, text) {
            self.stage = Stage::Annexes;
            self.push(Role::AnnexHeading, block);
        } else {
            self.push(Role::Body, block);
        }
    }

    fn take_in_signature(&mut self, block: Block, text: &str) {
        if self.is_annex_heading(&block, text) {
            self.stage = Stage::Annexes;
            self.push(Role::AnnexHeading, block);
            return;
        }
        let has_title = self.has(Role::SignatoryTitle);
        match block.kind {
            BlockKind::Paragraph(mut lines) | BlockKind::Heading { mut lines, .. }
                if !has_title
                    && !self.opens(text, Opening::Annex)
                    && text.chars().count() <= LONGEST_SHORT_LINE =>
            {
                for line in take(&mut lines) {
                    let role = if self.opens(&line.plain(), Opening::Signed) {
                        Role::Signed
                    } else if self.has(Role::Signatory) {
                        Role::SignatoryTitle
                    } else {
                        Role::Signatory
                    };
                    self.push_lines(role, None, vec![line], block.span.end);
                }
            }
            _ => self.push(Role::Other, block),
        }
    }

    fn take_in_annexes(&mut self, block: Block, text: &str) {
        let role = if self.is_annex_heading(&block, text) { Role::AnnexHeading } else { Role::Annex };
        self.push(role, block);
    }

    fn is_annex_heading(&self, block: &Block, text: &str) -> bool {
        matches!(block.kind, BlockKind::Heading { .. })
            && text.chars().count() <= LONGEST_SHORT_LINE
            && self.opens(text, Opening::Annex)
    }

    fn opens(&self, text: &str, opening: Opening) -> bool {
        forms::opens(text.trim_start(), opening, self.language)
    }

    fn has(&self, role: Role) -> bool {
        self.parts.iter().any(|part| part.role == role)
    }

    fn push(&mut self, role: Role, block: Block) {
        self.parts.push(Part { role, label: None, block });
    }

    fn push_lines(&mut self, role: Role, label: Option<Line>, lines: Vec<Line>, block_end: usize) {
        let spans = label.iter().chain(&lines).filter_map(Line::span);
        let span = spans.reduce(|first, last| first.start..last.end).unwrap_or(block_end..block_end);
        self.parts.push(Part { role, label, block: Block { kind: BlockKind::Paragraph(lines), span } });
    }
}

const fn role(label: Label) -> Role {
    match label {
        Label::Reference => Role::Reference,
        Label::Contact => Role::Contact,
        Label::Phone => Role::Phone,
        Label::Fax => Role::Fax,
        Label::Email => Role::Email,
        Label::Addressees => Role::Addressees,
        Label::Copies => Role::Copies,
        Label::Subject => Role::Subject,
    }
}

/// A line that begins as one with addressees does, and is no sentence.
fn is_addressee_line(text: &str, language: Option<Language>) -> bool {
    forms::opens(text.trim_start(), Opening::Addressees, language) && !text.trim_end().ends_with(['.', '。'])
}

/// Whether a line without a label or role of its own goes on with the part before it. “Web: …” does not go on with an
/// e-mail address, though nobody has told us what it is.
fn goes_on(role_before: Role, text: &str) -> bool {
    let is_contact = matches!(role_before, Role::Contact | Role::Phone | Role::Fax | Role::Email);
    let looks_labelled = text.split_once([':', '：']).is_some_and(|(label, _)| {
        label.chars().count() <= LONGEST_LABEL
            && label.chars().all(|c| c.is_alphabetic() || " .-".contains(c))
    });
    !(is_contact && looks_labelled)
}

/// Units are written in capitals, divided by strokes: `SG/TSB`, `TSB/WTSA`, `BDT/DKH/CYB`.
fn is_unit(text: &str) -> bool {
    let text = text.trim();
    text.split('/').count() > 1
        && text.split('/').all(|unit| {
            !unit.is_empty() && unit.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-')
        })
}
