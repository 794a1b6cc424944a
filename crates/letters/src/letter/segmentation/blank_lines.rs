//! Blank lines that a converter has lost: a letter whose lines follow one another is one paragraph to Markdown.
//!
//! Its letterhead is read line by line in any case. Here the salutation and the paragraphs of the body become blocks of
//! their own, and lines with labels are taken out of the list before them.

use super::super::labels::{label, label_alone};
use super::super::meanings::{Label, Opening};
use super::super::vocabulary;
use super::annex_headings::has_annex_number;
use super::formulas::{is_closing, is_salutation, is_signed, opens};
use super::names::is_name;
use crate::dates::place_and_date;
use crate::grammar::own_reference;
use crate::ids::Language;
use crate::text::characters::{COLONS, COMMAS, digit, is_capital, is_small};
use crate::text::scanning::clean;
use crate::text::tree::{Block, BlockKind, Item, Line, LineEnd, Marker};

/// The minimum number of lines of a letterhead and a body in one paragraph.
const FEWEST_LINES: usize = 6;

/// The minimum number of lines of a letterhead with a label or with words that determine their role.
const FEWEST_MARKS: usize = 3;

/// The maximum number of lines of a letterhead.
const MOST_LINES: usize = 60;

/// The highest number of a paragraph that follows a lower one.
const MOST_PARAGRAPHS: usize = 99;

/// The blocks, with those divided that hold a letterhead and more.
pub(super) fn restored(blocks: Vec<Block>, language: Option<Language>) -> Vec<Block> {
    let mut restored = Vec::with_capacity(blocks.len());
    let mut in_letterhead = true;
    for block in blocks {
        let is_salutation = |line: &Line| opens(&line.plain(), Opening::Salutation, language);
        match block.kind {
            BlockKind::Paragraph(lines) if in_letterhead && lines.len() >= FEWEST_LINES => {
                in_letterhead = !lines.iter().any(is_salutation);
                restored.extend(paragraphs(lines, language));
            }
            BlockKind::List { .. } if in_letterhead => restored.extend(list(block, language)),
            _ => {
                in_letterhead = in_letterhead && !block.lines().iter().any(is_salutation);
                restored.push(block);
            }
        }
    }
    restored
}

/// The list, divided where the lines of an item begin with a label or a salutation, and these lines.
fn list(block: Block, language: Option<Language>) -> Vec<Block> {
    let BlockKind::List { items, marker } = block.kind else { return vec![block] };
    let mut blocks = Vec::new();
    let mut open: Vec<Item> = Vec::new();
    for mut item in items {
        let rest = rest_of_item(&mut item, language);
        open.push(item);
        if let Some(rest) = rest {
            blocks.extend(list_of(std::mem::take(&mut open), marker));
            blocks.extend(paragraphs(rest, language));
        }
    }
    blocks.extend(list_of(open, marker));
    blocks
}

fn list_of(items: Vec<Item>, marker: Marker) -> Option<Block> {
    let span = items.first()?.span.start..items.last()?.span.end;
    Some(Block { kind: BlockKind::List { items, marker }, span })
}

/// Takes the lines of an item from the first on, behind its own, that begins with a label or a salutation.
fn rest_of_item(item: &mut Item, language: Option<Language>) -> Option<Vec<Line>> {
    let last = item.blocks.last_mut()?;
    let BlockKind::Paragraph(lines) = &mut last.kind else { return None };
    let begins = |line: &Line| {
        let text = clean(&line.plain());
        let found = label(&text, language);
        found.is_some_and(|found| text.get(..found.length).is_some_and(|label| label.contains(COLONS)))
            || is_salutation(&text, language)
    };
    let at = lines.iter().skip(1).position(begins)?;
    let rest = lines.split_off(at + 1);
    let end = lines.last().and_then(Line::span).map_or(last.span.end, |span| span.end);
    last.span.end = end.max(last.span.start);
    item.span.end = last.span.end;
    Some(rest)
}

/// The letterhead, the salutation and the paragraphs of the body of a letter in one paragraph.
fn paragraphs(lines: Vec<Line>, language: Option<Language>) -> Vec<Block> {
    let text = Text { lines: lines.iter().map(|line| clean(&line.plain())).collect(), language };
    let Some((salutation, body)) = text.letterhead() else { return paragraph(lines).into_iter().collect() };
    let mut starts = vec![salutation, body];
    starts.extend(text.starts(body));
    starts.dedup();
    let mut rest = lines;
    let mut blocks = Vec::new();
    for start in starts.iter().rev() {
        blocks.extend(paragraph(rest.split_off(*start)));
    }
    // A line in brackets under the subject is a line of its own.
    let bracketed = |line: &String| line.starts_with(['(', '（']);
    for (line, next) in rest.iter_mut().zip(text.lines.iter().skip(1)) {
        if bracketed(next) {
            line.end = LineEnd::Fixed;
        }
    }
    blocks.extend(paragraph(rest));
    blocks.reverse();
    blocks
}

fn paragraph(lines: Vec<Line>) -> Option<Block> {
    let spans = lines.iter().filter_map(Line::span);
    let span = spans.reduce(|first, last| first.start..last.end)?;
    Some(Block { kind: BlockKind::Paragraph(lines), span })
}

/// The lines of a paragraph.
struct Text {
    lines: Vec<String>,
    language: Option<Language>,
}

impl Text {
    fn line(&self, index: usize) -> &str {
        self.lines.get(index).map(String::as_str).unwrap_or_default()
    }

    /// The indices of the salutation and of the first line of the body, if the paragraph begins with a letterhead.
    fn letterhead(&self) -> Option<(usize, usize)> {
        let near = self.lines.iter().take(MOST_LINES);
        let marks = near.clone().filter(|line| self.is_of_letterhead(line)).count();
        let salutation = near.clone().position(|line| is_salutation(line, self.language));
        // Behind a list, the subject and the salutation are enough.
        if marks < FEWEST_MARKS
            && (salutation.is_none() || !self.lines.iter().any(|line| self.is_subject(line)))
        {
            return None;
        }
        let Some(start) = salutation else { return self.subject_end().map(|end| (end, end)) };
        let goes_on =
            |line: &&String| opens(line, Opening::Salutation, self.language) && line.ends_with(COMMAS);
        let more = self.lines.iter().skip(start + 1).take_while(goes_on).count();
        Some((start, start + 1 + more))
    }

    fn is_of_letterhead(&self, line: &str) -> bool {
        label(line, self.language).is_some()
            || label_alone(line, self.language).is_some()
            || vocabulary::issuer_length(line).is_some()
            || vocabulary::opening(line, Opening::Addressees, self.language).is_some()
            || own_reference::is_reference(line, self.language)
            || place_and_date(line, self.language).is_some()
    }

    /// Whether the line has the label of the subject, and a subject.
    fn is_subject(&self, line: &str) -> bool {
        label(line, self.language).is_some_and(|found| {
            found.meaning == Label::Subject && !line.get(found.length..).unwrap_or_default().is_empty()
        })
    }

    /// The index of the first line that no longer belongs to the subject, without a salutation behind it: one that begins
    /// with a capital or a digit, where the line before it is not full.
    fn subject_end(&self) -> Option<usize> {
        let subject = self.lines.iter().position(|line| self.is_subject(line))?;
        let width = self.lines.iter().skip(subject + 1).map(|line| line.chars().count()).max()?;
        let ends = |index: &usize| {
            let (before, line) = (self.line(index - 1), self.line(*index));
            self.number(*index) == Some(1)
                || before.chars().count() * 3 < width * 2
                    && !before.ends_with(COMMAS)
                    && !line.starts_with(is_small)
                    && !line.starts_with(['(', '（'])
        };
        (subject + 1..self.lines.len()).find(ends)
    }

    /// The indices of the lines behind the first of the body that begin a paragraph.
    fn starts(&self, body: usize) -> Vec<usize> {
        let width = self.lines.iter().skip(body).map(|line| line.chars().count()).max().unwrap_or(0);
        let mut number = self.number(body).unwrap_or(0);
        let mut in_ending = false;
        let mut starts = Vec::new();
        for index in body + 1..self.lines.len() {
            let next = self.number(index).filter(|next| *next == number + 1 && *next <= MOST_PARAGRAPHS);
            number = next.unwrap_or(number);
            let begins_ending = self.begins_ending(index);
            let ends_sentence = self.line(index - 1).ends_with(['.', '。', '!', '！', ':', '：']);
            let is_short = self.line(index - 1).chars().count() * 4 < width * 3;
            // The signature has no sentences: its lines stay together.
            if begins_ending || !in_ending && (next.is_some() || ends_sentence && is_short) {
                starts.push(index);
            }
            in_ending |= begins_ending;
            if has_annex_number(self.line(index - 1), self.language) || self.is_bare_annex(index - 1) {
                starts.push(index);
                in_ending = false;
                number = 0;
            }
        }
        starts.dedup();
        starts
    }

    /// The number with which the line begins: “1”, “2.”, “3)”.
    fn number(&self, index: usize) -> Option<usize> {
        let line = self.line(index);
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let number = line.get(..line.len() - rest.len())?;
        let after = rest.trim_start_matches(['.', ')']).trim_start();
        let is_apart = rest.is_empty() || rest.starts_with(['.', ')', ' ', '\\']);
        (is_apart && !after.starts_with(|c| is_small(c) || digit(c).is_some()))
            .then(|| number.parse().ok())?
    }

    /// Whether the line begins the closing, the signature, a list behind it, or an annex.
    fn begins_ending(&self, index: usize) -> bool {
        let line = self.line(index);
        let before = self.line(index - 1);
        let is_list = || {
            label(line, self.language)
                .is_some_and(|found| matches!(found.meaning, Label::Copies | Label::Annexes))
        };
        let is_title = |line: &str| opens(line, Opening::Title, self.language);
        let ends_sentence = before.ends_with(['.', '。', '!', '！']) || before.ends_with(COMMAS);
        let is_signature =
            || ends_sentence && is_name(line) && !is_title(line) && is_title(self.line(index + 1));
        opens(line, Opening::Closing, self.language) && is_closing(line, self.language)
            || is_signed(line, self.language)
            || is_list()
            || self.is_bare_annex(index)
            || is_signature()
    }

    /// Whether the line is the heading of an annex and nothing else: “ANNEX”, “Annex 2”.
    fn is_bare_annex(&self, index: usize) -> bool {
        let line = self.line(index);
        let is_capital_word = line.starts_with(is_capital) && !line.contains(is_small);
        opens(line, Opening::Annex, self.language)
            && (has_annex_number(line, self.language)
                || is_capital_word && label_alone(line, self.language).is_some())
    }
}
