//! The letterhead, block by block.
//!
//! Converters write a letterhead in many forms: a label before its value, above it, or in the cell beside it; several
//! labels in one line; all labels first and then all values. All are treated alike here: a line is a label, a value
//! that a label awaits, a line whose own words determine its role, or a continuation of the line before.

use super::super::labels::label;
use super::super::meanings::Label;
use super::super::parts::Role;
use super::candidate::Candidate;
use super::divider::Divider;
use super::formulas::salutation_length;
use super::labelled::Position;
use super::line_text::LineText;
use super::subject::SHORTEST_BODY;
use crate::text::characters::{is_alphabetic, is_small};
use crate::text::tree::{Block, BlockKind, Item, Line, TableCell};

/// The minimum number of lines of a paragraph that begins in other words and is a letterhead.
const FEWEST_LINES: usize = 6;

/// The minimum number of its lines with labels, or with words that determine their role.
const FEWEST_MARKS: usize = 3;

impl Divider {
    pub(super) fn take_in_letterhead(&mut self, candidate: Candidate) {
        if candidate.is_salutation() {
            self.begin_body();
            return self.push(Role::Salutation, candidate.block);
        }
        if let Some(at) = candidate.salutation_line() {
            return self.take_with_salutation(candidate, at);
        }
        if let Some(at) = self.salutation_before_text(&candidate) {
            return self.take_behind_salutation(candidate, at);
        }
        if self.is_body(&candidate) {
            self.begin_body();
            return self.take_in_body(candidate);
        }
        if matches!(candidate.block.kind, BlockKind::Heading { .. })
            && let Some(role) = self.role_of_heading(&candidate)
        {
            return self.push_heading(role, candidate.block);
        }
        let is_layout = self.is_layout(&candidate);
        let (block, texts) = candidate.into_texts();
        match block.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => {
                let texts = texts.into_iter().next().unwrap_or_default();
                self.take_lines(lines, &texts);
            }
            BlockKind::Table { head, rows } if is_layout => self.take_table(head, rows, &texts),
            BlockKind::List { .. } => self.take_list(block),
            // Text placed at the right of the paper with spaces.
            BlockKind::Preformatted(lines) => {
                let lines: Vec<Line> = lines.into_iter().filter(|line| !line.is_blank()).collect();
                let texts = LineText::of_lines(&lines, self.language);
                self.take_lines(lines, &texts);
            }
            _ => self.push(Role::Other, block),
        }
    }

    /// A paragraph with the salutation among its lines: the letterhead is before it, the body after it.
    fn take_with_salutation(&mut self, candidate: Candidate, at: usize) {
        let (block, texts) = candidate.into_texts();
        let (BlockKind::Paragraph(mut lines) | BlockKind::Heading { mut lines, .. }) = block.kind else {
            return;
        };
        let mut rest = lines.split_off(at);
        self.take_lines(lines, texts.first().map(Vec::as_slice).unwrap_or_default());
        let body = rest.split_off(1);
        self.begin_body();
        self.push_lines(Role::Salutation, None, rest);
        let start = body.first().and_then(Line::span).map(|span| span.start);
        if let Some(start) = start {
            let block = Block { kind: BlockKind::Paragraph(body), span: start..block.span.end.max(start) };
            self.take_in_body(Candidate::new(block, self.language));
        }
    }

    /// The length of the salutation with which a paragraph of the body begins: “Dear Sir, I have the honour …”.
    fn salutation_before_text(&self, candidate: &Candidate) -> Option<usize> {
        let BlockKind::Paragraph(lines) = &candidate.block.kind else { return None };
        let may_begin = self.pending.is_empty() && self.has(Role::Subject) && !self.landmarks.has_salutation;
        let first = lines.first().filter(|_| may_begin)?.plain();
        let length = salutation_length(&first, self.language)?;
        let rest = first.get(length..)?.trim_start();
        rest.starts_with(|c: char| is_alphabetic(c) && !is_small(c)).then_some(length)
    }

    fn take_behind_salutation(&mut self, candidate: Candidate, at: usize) {
        let (block, _) = candidate.into_texts();
        let BlockKind::Paragraph(mut lines) = block.kind else { return };
        self.begin_body();
        if let Some(first) = lines.first_mut() {
            let (salutation, rest) = std::mem::take(first).split_at(at);
            *first = rest;
            self.push_lines(Role::Salutation, None, vec![salutation]);
        }
        let start = lines.first().and_then(Line::span).map_or(block.span.start, |span| span.start);
        let block = Block { kind: BlockKind::Paragraph(lines), span: start..block.span.end };
        self.take_in_body(Candidate::new(block, self.language));
    }

    /// Without a salutation, the body begins with an unlabelled block after the subject, or with a long paragraph
    /// anywhere.
    fn is_body(&self, candidate: &Candidate) -> bool {
        if self.is_salutation_ahead() || !self.pending.is_empty() || is_empty(candidate) {
            return false;
        }
        let text = candidate.text.as_deref();
        let is_long = text.is_none_or(|text| text.chars().count() >= SHORTEST_BODY);
        match &candidate.block.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => {
                let position = if lines.len() == 1 { Position::Alone } else { Position::First };
                (self.has(Role::Subject) && !self.is_second_line_of_subject(lines) || is_long)
                    && !self.is_unlabelled_subject(lines)
                    && !self.begins_in_letterhead(candidate, position)
                    && !self.is_run_of_lines(candidate)
            }
            BlockKind::Table { .. } => self.has(Role::Subject) && !self.is_layout(candidate),
            BlockKind::List { items, .. } => {
                self.has(Role::Subject)
                    && !self.is_dash_under_subject(items)
                    && !self.is_numbered_under_subject(items)
                    && !items.iter().any(|item| self.item_label(item).is_some())
            }
            BlockKind::Quote(_) => self.has(Role::Subject),
            _ => false,
        }
    }

    /// The role of a heading that is not read line by line: a heading in the letterhead, or the subject.
    fn role_of_heading(&self, candidate: &Candidate) -> Option<Role> {
        let is_of_letterhead =
            !self.pending.is_empty() || self.begins_in_letterhead(candidate, Position::Alone);
        let is_subject = self.is_heading_for_subject(candidate.block.lines());
        if is_of_letterhead {
            None
        } else if is_subject {
            Some(Role::Subject)
        } else {
            (!self.goes_on_with_subject(candidate.text.as_deref())).then_some(Role::Other)
        }
    }

    fn push_heading(&mut self, role: Role, block: Block) {
        match block.kind {
            BlockKind::Heading { lines, .. } if role == Role::Subject => {
                self.push_lines(role, None, lines);
            }
            _ => self.push(role, block),
        }
    }

    /// Whether several lines of the block are lines of a letterhead, whatever its first.
    fn is_run_of_lines(&self, candidate: &Candidate) -> bool {
        let lines = candidate.lines();
        let of_letterhead = lines.iter().filter(|line| self.is_of_letterhead(line, Position::Further));
        !self.has(Role::Subject)
            && lines.len() >= FEWEST_LINES
            && of_letterhead.take(FEWEST_MARKS).count() == FEWEST_MARKS
    }

    /// Whether the first line of the block begins like a line of a letterhead.
    fn begins_in_letterhead(&self, candidate: &Candidate, position: Position) -> bool {
        candidate.lines().first().is_some_and(|line| self.is_of_letterhead(line, position))
    }

    /// Whether the line begins like a line of a letterhead.
    fn is_of_letterhead(&self, line: &LineText, position: Position) -> bool {
        line.label().is_some()
            || position == Position::Alone && line.label_alone().is_some()
            || self.role_of_words(line).is_some()
    }

    /// Whether a table is only for layout: it has labels, or values that labels await.
    fn is_layout(&self, candidate: &Candidate) -> bool {
        if !matches!(candidate.block.kind, BlockKind::Table { .. }) {
            return false;
        }
        let is_of_letterhead = |cell: &Vec<LineText>| {
            let position = if cell.len() == 1 { Position::Alone } else { Position::First };
            cell.iter().any(|line| self.is_of_letterhead(line, position))
        };
        !self.pending.is_empty()
            || candidate.cells().iter().any(is_of_letterhead)
            || self.goes_on_with_subject(Some(""))
    }

    fn take_lines(&mut self, lines: Vec<Line>, texts: &[LineText]) {
        let count = lines.len();
        let is_subject = self.pending.is_empty() && self.is_unlabelled_subject(&lines);
        let goes_on = self.is_second_line_of_subject(&lines);
        for (index, (line, text)) in lines.into_iter().zip(texts).enumerate() {
            let position = match (index, count) {
                (0, 1) => Position::Alone,
                (0, _) => Position::First,
                _ => Position::Further,
            };
            match position {
                Position::Further if goes_on => self.continue_part(line),
                _ if goes_on => self.continue_subject(line),
                Position::Alone | Position::First
                    if is_subject && !self.is_of_letterhead(text, Position::Alone) =>
                {
                    self.push_lines(Role::Subject, None, vec![line]);
                }
                _ => self.take_line(line, text, position),
            }
        }
    }

    /// `texts` are those of the cells, in order. A third column with labels above their values follows the two columns
    /// before it, up to the subject.
    fn take_table(&mut self, head: Vec<TableCell>, rows: Vec<Vec<TableCell>>, texts: &[Vec<LineText>]) {
        self.in_table = true;
        let is_alone = |cell: &Vec<LineText>| matches!(cell.as_slice(), [only] if only.is_label());
        let is_third_apart =
            rows.first().map_or(0, Vec::len) == 3 && texts.iter().skip(2).step_by(3).any(is_alone);
        let mut third = Vec::new();
        let mut texts = texts.iter();
        for row in [head].into_iter().chain(rows) {
            let mut labels_before = self.pending.len();
            for (column, (cell, texts)) in row.into_iter().zip(texts.by_ref()).enumerate() {
                if column == 2 && is_third_apart {
                    third.push((cell.lines, texts));
                    continue;
                }
                if texts
                    .first()
                    .and_then(LineText::label)
                    .is_some_and(|label| label.meaning == Label::Subject)
                {
                    self.take_cells(&mut third);
                }
                // The cell beside a label is for its value: an empty cell means that there is none.
                if cell.lines.is_empty() {
                    self.pending.truncate(labels_before);
                }
                labels_before = self.pending.len();
                self.take_lines(cell.lines, texts);
            }
        }
        self.take_cells(&mut third);
        self.in_table = false;
    }

    fn take_cells(&mut self, cells: &mut Vec<(Vec<Line>, &Vec<LineText>)>) {
        cells.drain(..).for_each(|(lines, texts)| self.take_lines(lines, texts));
    }

    /// A list is the value of the label before it, or continues one, or its items are lines of the letterhead.
    fn take_list(&mut self, block: Block) {
        let BlockKind::List { items, .. } = &block.kind else { return self.push(Role::Other, block) };
        if self.is_dash_under_subject(items) {
            return self.take_items(block, |divider, block| divider.push(Role::Subject, block));
        }
        if self.is_numbered_under_subject(items) {
            return self.push(Role::Subject, block);
        }
        // A numbered list stays a list: its numbers are the letter's own words.
        let is_numbered = items.iter().any(|item| item.number.is_some());
        if !is_numbered && items.iter().any(|item| self.item_label(item).is_some()) {
            return self.take_items(block, |divider, block| match block.kind {
                BlockKind::Paragraph(lines) => {
                    let texts = LineText::of_lines(&lines, divider.language);
                    divider.take_lines(lines, &texts);
                }
                _ => divider.push(Role::Other, block),
            });
        }
        let is_addressees =
            items.first().and_then(first_line).is_some_and(|line| self.is_addressee_line(&line.plain()));
        match (self.pending.pop(), self.last_role()) {
            (Some(role), _) => self.give_list(role, block),
            (None, Some(role @ (Role::Addressees | Role::Copies | Role::AnnexList | Role::Particular))) => {
                self.push(role, block);
            }
            (None, _) if is_addressees => self.push(Role::Addressees, block),
            (None, _) => self.push(Role::Other, block),
        }
    }

    /// Takes the blocks of a list's items one by one.
    fn take_items(&mut self, list: Block, take: impl Fn(&mut Self, Block)) {
        if let BlockKind::List { items, .. } = list.kind {
            items.into_iter().flat_map(|item| item.blocks).for_each(|block| take(self, block));
        }
    }

    fn item_label(&self, item: &Item) -> Option<Label> {
        label(&first_line(item)?.plain(), self.language).map(|found| found.meaning)
    }
}

fn first_line(item: &Item) -> Option<&Line> {
    item.blocks.first()?.lines().first()
}

/// Whether the block is a heading or paragraph without visible text.
fn is_empty(candidate: &Candidate) -> bool {
    let lines = candidate.block.lines();
    match &candidate.block.kind {
        BlockKind::Heading { .. } if lines.is_empty() => candidate.text.is_some(),
        _ => candidate.text.as_deref().is_some_and(str::is_empty) && !lines.is_empty(),
    }
}
