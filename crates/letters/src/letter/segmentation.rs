//! Divides the text into parts by the role that they play.
//!
//! A letter runs in stages: a letterhead of short lines, most of them labelled; the body; the closing and the signature;
//! the annexes. Labels, openings and the shape of a line decide the role; what cannot be told keeps its place as
//! [`Role::Other`].
//!
//! This module tells the stages apart and takes the body. [`letterhead`] and [`ending`] take what stands before and after
//! it, line by line; [`furniture`] knows what the pages of the paper letter left in the text.

mod ending;
mod furniture;
mod letterhead;

use super::vocabulary::{self, Label, Opening};
use super::{Part, Role};
use crate::ids::Language;
use crate::text::tree::{Block, BlockKind, Line, Marker, clean, plain_text};

/// The longest salutation, annex heading or line of a signature, in characters.
const LONGEST_SHORT_LINE: usize = 120;

/// The shortest first paragraph of a body, in characters.
const SHORTEST_PARAGRAPH: usize = 60;

/// The longest salutation whose words are not known, in characters.
const LONGEST_SALUTATION: usize = 60;

/// The most lines of a letterhead that is one paragraph.
const LONGEST_HEAD: usize = 30;

/// The longest closing formula, in characters.
const LONGEST_CLOSING: usize = 250;

/// The longest block that is looked at as a whole, in bytes of the source: nothing but the body is longer.
const LONGEST_LOOKED_AT: usize = 800;

/// The shortest unlabelled paragraph, in characters, that must be the body even where no subject or salutation came.
const SHORTEST_BODY: usize = 200;

/// Divides the blocks into parts. Every block is in one part, or its lines are, in their order.
pub(super) fn divide(blocks: Vec<Block>, language: Option<Language>) -> Vec<Part> {
    let texts: Vec<Option<String>> = blocks.iter().map(short_text).collect();
    let mut divider = Divider {
        language,
        stage: Stage::Letterhead,
        salutation_ahead: false,
        salutation_at: None,
        subject_ahead: false,
        own_numbers: Vec::new(),
        signature_at: None,
        pending: Vec::new(),
        last_list: None,
        sender_named: false,
        in_table: false,
        title_awaited: false,
        parts: Vec::with_capacity(blocks.len()),
        roles: 0,
    };
    divider.subject_ahead = blocks.iter().any(|block| divider.has_subject_label(block));
    divider.salutation_ahead = divider.has_salutation(&blocks, &texts);
    divider.salutation_at = divider.unknown_salutation(&blocks, &texts);
    divider.salutation_ahead |= divider.salutation_at.is_some();
    divider.signature_at = divider.unannounced_signature(&blocks, &texts);
    for (index, (block, text)) in blocks.into_iter().zip(texts).enumerate() {
        if divider.signature_at == Some(index) && divider.stage == Stage::Body {
            divider.stage = Stage::Signature;
        }
        if divider.salutation_at == Some(index) && divider.stage == Stage::Letterhead {
            divider.begin_body();
            divider.push(Role::Salutation, block);
            continue;
        }
        divider.take(block, text.as_deref());
    }
    divider.parts
}

/// The text of a block, if it is short enough to be anything but running text.
fn short_text(block: &Block) -> Option<String> {
    (block.span.len() <= LONGEST_LOOKED_AT).then(|| plain_text(block.lines()))
}

struct Divider {
    language: Option<Language>,
    stage: Stage,
    /// Whether a salutation is still to come: until then, nothing is the body.
    salutation_ahead: bool,
    /// The block that must be the salutation by where it stands, though its words are not known.
    salutation_at: Option<usize>,
    /// Whether the letter has a label for the subject.
    subject_ahead: bool,
    /// The numbers of the letter itself, as its pages repeat them.
    own_numbers: Vec<String>,
    /// The block with which the signature begins, where no closing announces it.
    signature_at: Option<usize>,
    /// The labels that have no value yet: their roles, in their order.
    pending: Vec<Role>,
    /// To whom the last list of recipients goes: the letter, or copies.
    last_list: Option<Role>,
    /// Whether the sender of a telefax has been named.
    sender_named: bool,
    /// Whether a table is being read.
    in_table: bool,
    /// Whether an annex has begun that has no title yet.
    title_awaited: bool,
    parts: Vec<Part>,
    /// The roles that parts have, a bit for each.
    roles: u32,
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
    /// `text` is the text of the block, if it is short.
    fn take(&mut self, block: Block, text: Option<&str>) {
        match self.stage {
            Stage::Letterhead => self.take_in_letterhead(block, text),
            Stage::Body => self.take_in_body(block, text),
            Stage::Signature => self.take_in_signature(block, text),
            Stage::Annexes => self.take_in_annexes(block, text),
        }
    }

    /// Whether one of the blocks is a salutation, or begins with one, and no closing comes before it.
    fn has_salutation(&self, blocks: &[Block], texts: &[Option<String>]) -> bool {
        let closing = |text: &Option<String>| text.as_ref().is_some_and(|text| self.is_closing(text));
        let before_closing = blocks.iter().zip(texts).take_while(|(_, text)| !closing(text));
        before_closing.into_iter().any(|(block, text)| {
            text.as_ref().is_some_and(|text| self.is_salutation(text))
                || self.salutation_line(block).is_some()
        })
    }

    /// A line alone that ends with a comma or a colon, between the letterhead and the first paragraph or another salutation: the
    /// only thing that it can be.
    fn unknown_salutation(&self, blocks: &[Block], texts: &[Option<String>]) -> Option<usize> {
        let texts = || texts.iter().map(|text| text.as_deref());
        let next = texts().skip(1).chain([Some("")]);
        let mut candidates = blocks.iter().zip(texts()).zip(next).enumerate().skip(2);
        let found = candidates.find(|(_, ((block, text), next))| {
            let is_long = next.is_none_or(|next| {
                if self.salutation_ahead {
                    self.is_salutation(next)
                } else {
                    next.chars().count() >= SHORTEST_PARAGRAPH
                }
            });
            let Some(text) = text else { return false };
            let colon = matches!(self.language, Some(Language::Chinese | Language::Spanish));
            is_long
                && block.lines().len() == 1
                && (5..=LONGEST_SALUTATION).contains(&text.chars().count())
                && (text.ends_with([',', '،', '，', '!', '！']) || colon && text.ends_with([':', '：']))
                && !text.contains(|c: char| c.is_ascii_digit())
                && !block.lines().iter().all(Line::is_strong)
                && vocabulary::label(text, self.language).is_none()
                && !self.is_closing(text)
                && !self.is_salutation(text)
        });
        found.map(|(index, _)| index)
    }

    /// Whether the block has the label of the subject.
    fn has_subject_label(&self, block: &Block) -> bool {
        let is_subject = |line: Option<&Line>| {
            let text = line.map(Line::plain).unwrap_or_default();
            let label = vocabulary::label(&text, self.language).map(|found| found.meaning);
            label.or_else(|| vocabulary::label_alone(&text, self.language)) == Some(Label::Subject)
        };
        match &block.kind {
            BlockKind::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).any(|cell| is_subject(cell.lines.first()))
            }
            _ if block.span.len() > LONGEST_LOOKED_AT => is_subject(block.lines().first()),
            _ => block.lines().iter().any(|line| is_subject(Some(line))),
        }
    }

    /// Everything from here on is the body: what the pages repeat of the letter is known now.
    fn begin_body(&mut self) {
        self.stage = Stage::Body;
        self.salutation_ahead = false;
        self.pending.clear();
        let references = self.parts.iter().filter(|part| part.role == Role::Reference);
        self.own_numbers = references.flat_map(furniture::numbers).collect();
    }

    fn is_salutation(&self, text: &str) -> bool {
        text.len() <= 4 * LONGEST_SHORT_LINE
            && self.opens(text, Opening::Salutation)
            && text.chars().count() <= LONGEST_SHORT_LINE
            && (text.ends_with([',', '،', '，', ':', '：', '!', '！'])
                // Without a mark at its end, only a salutation that names nobody is one for sure.
                || text.split([' ', '/', ',']).all(|word| word.is_empty() || self.opens(word, Opening::Salutation)))
    }

    /// Which line of the block is a salutation, if it has several: a converter may have lost the blank lines.
    fn salutation_line(&self, block: &Block) -> Option<usize> {
        let lines = block.lines();
        if lines.len() < 2 {
            return None;
        }
        lines.iter().take(LONGEST_HEAD).position(|line| {
            let text = line.plain();
            self.opens(&text, Opening::Salutation) && self.is_salutation(&clean(&text))
        })
    }

    /// A short block that begins as a closing does. A closing that goes on is a sentence to its end.
    fn is_closing(&self, text: &str) -> bool {
        text.chars().count() <= LONGEST_CLOSING
            && (self.opens(text, Opening::Closing)
                || !text.contains(|c: char| c.is_ascii_digit())
                    && vocabulary::mentions(text, Opening::WithinClosing, self.language))
    }

    fn is_signed(&self, text: &str) -> bool {
        vocabulary::signed_mark(text, self.language).is_some()
    }

    fn take_in_body(&mut self, block: Block, text: Option<&str>) {
        if let Some(text) = text {
            if self.last_role() == Some(Role::Salutation) && self.is_salutation(text) {
                return self.push(Role::Salutation, block);
            }
            let ends_here = self.is_closing(text)
                || self.is_signed(text)
                || self.is_annex_heading(&block, text)
                || self.signature_at.is_none() && self.begins_ending(text);
            if ends_here && !block.lines().is_empty() {
                if self.is_signed(text) {
                    self.find_closing_before();
                }
                self.stage = Stage::Signature;
                return self.take_in_signature(block, Some(text));
            }
        }
        match block.kind {
            BlockKind::Rule | BlockKind::Footnote { .. } => self.push(Role::Other, block),
            _ if self.is_blank(&block, text) => self.push(Role::Other, block),
            _ if self.is_furniture(&block, text) => self.push(Role::Furniture, block),
            BlockKind::List { marker, items }
                if marker != Marker::Bullet && items.iter().all(|item| item.apart) =>
            {
                // Numbered paragraphs: each is a paragraph of the letter, not an item of one list.
                for item in items {
                    let span = item.span.clone();
                    self.push(
                        Role::Body,
                        Block { kind: BlockKind::List { marker, items: vec![item] }, span },
                    );
                }
            }
            _ => self.push(Role::Body, block),
        }
    }

    /// The short paragraph before the mark “(signed)” that ends with a comma is the closing formula, whatever its words.
    fn find_closing_before(&mut self) {
        if let Some(last) = self.parts.last_mut().filter(|part| part.role == Role::Body) {
            let text = plain_text(last.block.lines());
            if text.ends_with([',', '،', '，']) && text.chars().count() <= LONGEST_CLOSING {
                last.role = Role::Closing;
            }
        }
    }

    /// Whether the text is the list of those who get copies, or of the annexes, which stand behind the body.
    fn begins_ending(&self, text: &str) -> bool {
        let label = vocabulary::label(text, self.language).map(|found| found.meaning);
        matches!(label, Some(Label::Copies | Label::Annexes))
    }

    /// Whether the block shows nothing: an empty heading, as converters leave it.
    fn is_blank(&self, block: &Block, text: Option<&str>) -> bool {
        text.is_some_and(str::is_empty)
            && matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Heading { .. })
    }

    fn opens(&self, text: &str, opening: Opening) -> bool {
        vocabulary::opening(text.trim_start(), opening, self.language).is_some()
    }

    fn has(&self, role: Role) -> bool {
        self.roles & bit(role) != 0
    }

    fn last_role(&self) -> Option<Role> {
        self.parts.last().map(|part| part.role)
    }

    fn push(&mut self, role: Role, block: Block) {
        self.push_part(Part { role, label: None, block });
    }

    fn push_lines(&mut self, role: Role, label: Option<Line>, lines: Vec<Line>) {
        let spans = label.iter().chain(&lines).filter_map(Line::span);
        let end = self.parts.last().map_or(0, |part| part.block.span.end);
        let span = spans.reduce(|first, last| first.start..last.end).unwrap_or(end..end);
        self.push_part(Part { role, label, block: Block { kind: BlockKind::Paragraph(lines), span } });
    }

    fn push_part(&mut self, part: Part) {
        if part.role == Role::PlaceAndDate {
            self.find_place_before();
        }
        self.roles |= bit(part.role);
        self.parts.push(part);
    }
}

const fn bit(role: Role) -> u32 {
    1 << role as u32
}
