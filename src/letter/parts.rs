//! Divides the text into parts by the role that they play.
//!
//! A letter runs in stages: a letterhead of short lines, most of them labelled; the body; the closing and the signature;
//! the annexes. Labels, openings and the shape of a line decide the role; what cannot be told keeps its place as
//! [`Role::Other`].

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
    let mut divider = Divider {
        language,
        stage: Stage::Letterhead,
        salutation_ahead: false,
        parts: Vec::new(),
        roles: Vec::new(),
    };
    divider.salutation_ahead = divider.has_salutation(&blocks);
    for block in blocks {
        divider.take(block);
    }
    divider.parts
}

struct Divider {
    language: Option<Language>,
    stage: Stage,
    /// Whether a salutation is still to come: until then, nothing is the body.
    salutation_ahead: bool,
    parts: Vec<Part>,
    /// The roles that parts have, each once.
    roles: Vec<Role>,
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
        let text = plain_text(block.lines());
        match self.stage {
            Stage::Letterhead => self.take_in_letterhead(block, &text),
            Stage::Body => self.take_in_body(block, &text),
            Stage::Signature => self.take_in_signature(block, &text),
            Stage::Annexes => self.take_in_annexes(block, &text),
        }
    }

    /// Whether one of the blocks is a salutation, and no closing comes before it.
    fn has_salutation(&self, blocks: &[Block]) -> bool {
        let texts = blocks.iter().map(|block| plain_text(block.lines()));
        let mut before_closing = texts.take_while(|text| !self.opens(text, Opening::Closing));
        before_closing.any(|text| self.is_salutation(&text))
    }

    fn take_in_letterhead(&mut self, block: Block, text: &str) {
        if self.is_salutation(text) {
            self.stage = Stage::Body;
            self.salutation_ahead = false;
            self.push(Role::Salutation, block);
            return;
        }
        if self.is_body(text) {
            self.stage = Stage::Body;
            return self.take_in_body(block, text);
        }
        match block.kind {
            // What has no label goes on with a label that has no value yet, and between subject and salutation with the
            // subject.
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. }
                if forms::label(text, self.language).is_none()
                    && text.chars().count() < SHORTEST_BODY
                    && (self.last_role() == Some(Role::Subject)
                        || self.awaits_value() && self.role_of_text(text, None).is_none()) =>
            {
                lines.into_iter().for_each(|line| self.continue_part(line));
            }
            BlockKind::Paragraph(lines) => self.take_lines(lines, block.span.end),
            // A heading that is none of the parts of a letterhead stays a heading.
            BlockKind::Heading { lines, .. } if self.is_of_letterhead(text) => {
                self.take_lines(lines, block.span.end);
            }
            _ => self.push(Role::Other, block),
        }
    }

    /// Where no salutation comes, an unlabelled paragraph after the subject, or a long one anywhere, is the body.
    fn is_body(&self, text: &str) -> bool {
        !self.salutation_ahead
            && !self.awaits_value()
            && !text.is_empty()
            && !self.is_of_letterhead(text)
            && (self.has(Role::Subject) || text.chars().count() >= SHORTEST_BODY)
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
            } else if role_before == Some(Role::Subject) {
                self.continue_part(line);
            } else if let Some(role) = self.role_of_text(&text, role_before) {
                self.push_lines(role, None, vec![line], block_end);
            } else if role_before.is_some_and(|role| goes_on(role, &text)) {
                self.continue_part(line);
            } else {
                self.push_lines(Role::Other, None, vec![line], block_end);
            }
            role_before = self.last_role();
        }
    }

    /// The role of a line without a label, where the line itself tells it. `role_before` is that of the line before it in
    /// the same paragraph.
    fn role_of_text(&self, text: &str, role_before: Option<Role>) -> Option<Role> {
        if forms::issuer(text.trim()).is_some() && !self.has(Role::Issuer) {
            Some(Role::Issuer)
        } else if !self.has(Role::PlaceAndDate)
            && !self.has(Role::Subject)
            && written_date::place_and_date(text, self.language).is_some()
        {
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
            // The value that a label lacked.
            if matches!(&lines[..], [only] if only.is_blank()) {
                lines.clear();
            }
            lines.push(line);
        }
    }

    /// Whether the last part is a label that has no value yet.
    fn awaits_value(&self) -> bool {
        let last = self.parts.last();
        last.is_some_and(|part| part.label.is_some() && part.block.lines().iter().all(Line::is_blank))
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
        } else if matches!(block.kind, BlockKind::Rule | BlockKind::Footnote { .. }) {
            self.push(Role::Other, block);
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
        let unsigned = !self.has(Role::Signatory);
        match block.kind {
            _ if unsigned && self.opens(text, Opening::Closing) => self.push(Role::Closing, block),
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. }
                if self.is_of_signature(text) || forms::label(text, self.language).is_some() =>
            {
                lines.into_iter().for_each(|line| self.take_line_of_signature(line, block.span.end));
            }
            _ => self.push(Role::Other, block),
        }
    }

    /// Short text after the closing, until both name and title have come.
    fn is_of_signature(&self, text: &str) -> bool {
        !text.is_empty()
            && !self.has(Role::SignatoryTitle)
            && !self.opens(text, Opening::Annex)
            && text.chars().count() <= LONGEST_SHORT_LINE
    }

    /// Reads a line after the closing: the mark “(signed)”, the name, the title, or a label, such as that of copies.
    fn take_line_of_signature(&mut self, line: Line, block_end: usize) {
        let text = line.plain();
        if let Some(found) = forms::label(&text, self.language) {
            let (label, value) = line.split_at(found.length);
            self.push_lines(role(found.label), Some(label), vec![value], block_end);
            return;
        }
        if let Some(length) = forms::opening(&text, Opening::Signed, self.language) {
            let (mark, rest) = line.split_at(length);
            self.push_lines(Role::Signed, None, vec![mark], block_end);
            if !rest.is_blank() {
                self.take_line_of_signature(rest, block_end);
            }
            return;
        }
        let role = match (self.last_role(), self.has(Role::Signatory)) {
            // A label was the last: what follows it belongs to it.
            (Some(Role::Copies), _) => return self.continue_part(line),
            (_, true) => Role::SignatoryTitle,
            (_, false) => Role::Signatory,
        };
        self.push_lines(role, None, vec![line], block_end);
    }

    fn take_in_annexes(&mut self, block: Block, text: &str) {
        let role = if self.is_annex_heading(&block, text) { Role::AnnexHeading } else { Role::Annex };
        self.push(role, block);
    }

    /// A short heading that begins as an annex does; after the closing, also a short paragraph, if it has a number.
    fn is_annex_heading(&self, block: &Block, text: &str) -> bool {
        let is_heading = match block.kind {
            BlockKind::Heading { .. } => true,
            BlockKind::Paragraph(_) => {
                matches!(self.stage, Stage::Signature | Stage::Annexes)
                    && !text.ends_with(['.', '。', ':', '：'])
                    && self.has_annex_number(text)
            }
            _ => false,
        };
        is_heading && text.chars().count() <= LONGEST_SHORT_LINE && self.opens(text, Opening::Annex)
    }

    /// “Annex 1”, “ANNEX A (to TSB Circular 237)”, “附件1”; not “Annex: 1”, which counts the annexes.
    fn has_annex_number(&self, text: &str) -> bool {
        let rest = forms::opening(text, Opening::Annex, self.language).and_then(|length| text.get(length..));
        let rest = rest.unwrap_or_default().trim_start_matches(char::is_alphabetic).trim_start();
        let number: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect();
        !number.is_empty() && number.chars().all(|c| matches!(c, '0'..='9' | 'A'..='Z' | 'А'..='Я'))
    }

    fn opens(&self, text: &str, opening: Opening) -> bool {
        forms::opening(text.trim_start(), opening, self.language).is_some()
    }

    fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    fn last_role(&self) -> Option<Role> {
        self.parts.last().map(|part| part.role)
    }

    fn push(&mut self, role: Role, block: Block) {
        self.push_part(Part { role, label: None, block });
    }

    fn push_lines(&mut self, role: Role, label: Option<Line>, lines: Vec<Line>, block_end: usize) {
        let spans = label.iter().chain(&lines).filter_map(Line::span);
        let span = spans.reduce(|first, last| first.start..last.end).unwrap_or(block_end..block_end);
        self.push_part(Part { role, label, block: Block { kind: BlockKind::Paragraph(lines), span } });
    }

    fn push_part(&mut self, part: Part) {
        if !self.has(part.role) {
            self.roles.push(part.role);
        }
        self.parts.push(part);
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
    forms::opening(text.trim_start(), Opening::Addressees, language).is_some()
        && !text.trim_end().ends_with(['.', '。'])
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
            !unit.is_empty() && unit.chars().all(|c| matches!(c, 'A'..='Z' | 'А'..='Я' | '0'..='9' | '-'))
        })
}
