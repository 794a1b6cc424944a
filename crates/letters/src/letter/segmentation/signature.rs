//! The end of the letter: the closing formula, the signature, and the lists of recipients of copies and of annexes.

use super::super::annexes;
use super::super::labels::{label, label_alone};
use super::super::meanings::Opening;
use super::super::parts::Role;
use super::super::vocabulary;
use super::annex_headings::{has_annex_number, is_annex_heading};
use super::candidate::Candidate;
use super::divider::Divider;
use super::formulas::{LONGEST_SHORT_LINE, is_closing, is_closing_complete, is_signed, opens};
use super::labelled::Position;
use super::names::{MOST_LINES, is_name_and_title, name_behind_title, title_behind_name};
use super::stage::Stage;
use crate::dates::{DateWord, last_date_word};
use crate::ids::Language;
use crate::text::characters::{is_alphanumeric, is_bullet, is_small};
use crate::text::passage::plain_text;
use crate::text::scanning::clean;
use crate::text::tree::{Block, BlockKind, Line, TableCell};

/// The longest word that joins two others in a title, in characters.
const LONGEST_SMALL_WORD: usize = 3;

impl Divider {
    pub(super) fn take_in_signature(&mut self, candidate: Candidate) {
        if candidate.text.is_none() {
            return self.take_after_signature(candidate);
        }
        // A name set off as a quotation.
        if let BlockKind::Quote(blocks) = &candidate.block.kind
            && let [block] = &blocks[..]
            && !self.has(Role::Signatory)
        {
            return self.take_in_signature(Candidate::new(block.clone(), self.language));
        }
        if is_annex_heading(&candidate, self.stage, self.language) {
            return self.begin_annex(candidate);
        }
        if self.furniture.is_block(&candidate) {
            return self.push(Role::Furniture, candidate.block);
        }
        if matches!(candidate.block.kind, BlockKind::List { .. }) {
            return self.take_list_at_end(candidate);
        }
        if matches!(candidate.block.kind, BlockKind::Table { .. }) && self.is_signed_table(&candidate) {
            return self.take_signed_table(candidate.block);
        }
        if !self.may_be_signature(&candidate) {
            return self.take_after_signature(candidate);
        }
        self.take_lines_at_end(lines_of(candidate.block));
    }

    /// Whether the lines of a short block belong to the signature, or to the lists after it.
    fn may_be_signature(&self, candidate: &Candidate) -> bool {
        match &candidate.block.kind {
            BlockKind::Preformatted(_) => !self.has(Role::SignatoryTitle),
            BlockKind::Paragraph(_) | BlockKind::Heading { .. } => {
                let text = candidate.text.as_deref().unwrap_or_default();
                let lines = candidate.lines();
                let is_labelled = || {
                    lines.first().is_some_and(|line| line.label().is_some() || line.label_alone().is_some())
                };
                let has_number = |line: &str| has_annex_number(&clean(line), self.language);
                !text.is_empty()
                    && (is_labelled()
                        || self.takes_closing() && candidate.is_closing()
                        || self.goes_on_with_list(candidate)
                        || lines.iter().all(|line| has_number(&line.plain))
                        || self.is_of_signature(text))
            }
            _ => false,
        }
    }

    /// Whether a cell of the table has the signature: a title, or the closing formula.
    fn is_signed_table(&self, candidate: &Candidate) -> bool {
        !self.has(Role::SignatoryTitle)
            && candidate
                .cells()
                .iter()
                .any(|cell| is_signed_cell(cell.iter().map(|line| &*line.plain), self.language))
    }

    /// Takes the lines of the column with the signature; the other cells have a code or an advertisement.
    fn take_signed_table(&mut self, table: Block) {
        let BlockKind::Table { head, rows } = table.kind else { return };
        let rows: Vec<Vec<TableCell>> = [head].into_iter().chain(rows).collect();
        let signed = signed_column(&rows, self.language);
        for (column, cell) in rows.into_iter().flat_map(|row| row.into_iter().enumerate()) {
            if Some(column) == signed {
                self.take_lines_at_end(cell.lines);
            } else if !cell.lines.is_empty() {
                self.push_lines(Role::Other, None, cell.lines);
            }
        }
    }

    /// Whether the closing formula can still follow.
    fn takes_closing(&self) -> bool {
        !self.has(Role::Signatory) && !self.has(Role::Signed)
    }

    /// Whether the block continues the list of recipients of copies, or of the annexes.
    fn goes_on_with_list(&self, candidate: &Candidate) -> bool {
        matches!(self.last_role(), Some(Role::Copies | Role::AnnexList))
            && (!self.pending.is_empty() || candidate.lines().iter().any(|line| is_listed(&line.plain)))
    }

    /// Short text after the closing, until both name and title are found.
    fn is_of_signature(&self, text: &str) -> bool {
        (!self.has(Role::SignatoryTitle)
            || !self.has(Role::Signatory)
            || opens(text, Opening::Title, self.language)
                && matches!(self.last_role(), Some(Role::SignatoryTitle | Role::Signatory))
            || self.is_title_unfinished())
            && !opens(text, Opening::Annex, self.language)
            && text.chars().count() <= 2 * LONGEST_SHORT_LINE
            && !text.ends_with(['.', '。'])
            || !self.has(Role::Signed) && is_signed(text, self.language)
    }

    /// Whether the signatory's title ends with a word that needs another after it, “Director de la Oficina de la”.
    fn is_title_unfinished(&self) -> bool {
        self.parts.last().is_some_and(|part| {
            let title = plain_text(part.block.lines());
            part.role == Role::SignatoryTitle
                && (ends_with_small_word(&title)
                    || last_date_word(&title, DateWord::Joiner, self.language).is_some())
        })
    }

    /// The list after a label is that of the recipients of copies, or of the annexes.
    fn take_list_at_end(&mut self, candidate: Candidate) {
        match (self.pending.pop(), self.last_role()) {
            (Some(role), _) => self.give_list(role, candidate.block),
            (None, Some(role @ (Role::Copies | Role::AnnexList))) => self.push(role, candidate.block),
            _ => self.take_after_signature(candidate),
        }
    }

    /// Text after the signature. After the line “Annex 1 – Programme” it is the text of that annex.
    fn take_after_signature(&mut self, candidate: Candidate) {
        let heading = self.parts.iter_mut().rfind(|part| part.role != Role::Furniture).filter(|part| {
            part.role == Role::AnnexList && part.label.is_none() && part.block.lines().len() == 1
        });
        if let Some(heading) = heading
            && !matches!(candidate.block.kind, BlockKind::Rule | BlockKind::Footnote { .. })
        {
            heading.role = Role::AnnexHeading;
            let words = plain_text(heading.block.lines());
            self.title_awaited = annexes::of_heading(&words, self.language).title.is_none();
            self.note_role(Role::AnnexHeading);
            self.stage = Stage::Annexes;
            return self.take_in_annexes(candidate);
        }
        self.push(Role::Other, candidate.block);
    }

    fn take_lines_at_end(&mut self, lines: Vec<Line>) {
        let mut closing = String::new();
        let mut closing_ended = !self.takes_closing();
        let mut position = Position::First;
        for line in lines {
            let (line, signature) = self.without_signature(line);
            let words = clean(&line.plain());
            let goes_on = !closing.is_empty();
            let opens_closing = !closing_ended && is_closing(&words, self.language);
            if closing_ended || !opens_closing && (!goes_on || is_signed(&words, self.language)) {
                closing_ended = true;
                self.take_line_at_end(line, position);
            } else {
                closing.push_str(&words);
                closing_ended = is_closing_complete(&closing, self.language) && !opens_closing
                    || closing.ends_with(['.', '。']);
                if goes_on {
                    self.continue_part(line);
                } else {
                    self.push_lines(Role::Closing, None, vec![line]);
                }
                // A short formula is complete in its line, but another one may follow: 此致 / 敬礼.
                if is_closing_complete(&words, self.language) {
                    closing.clear();
                }
            }
            position = Position::Further;
            if let Some(signature) = signature {
                closing_ended = true;
                self.take_line_at_end(signature, position);
            }
        }
    }

    /// The closing formula of a line that goes on with the mark “(signed)”, and the rest of the line from that mark on:
    /// “Yours faithfully, (signed) Ada Specimen Director”.
    fn without_signature(&self, line: Line) -> (Line, Option<Line>) {
        let text = line.plain();
        let is_mark = |at: &usize| text.get(*at..).is_some_and(|rest| is_signed(rest, self.language));
        let mut brackets = text.match_indices(['(', '（', '[', '［']).map(|(at, _)| at);
        match brackets.find(is_mark).filter(|at| *at > 0 && opens(&text, Opening::Closing, self.language)) {
            Some(at) => {
                let (closing, signature) = line.split_at(at);
                (closing, Some(signature))
            }
            None => (line, None),
        }
    }

    /// Reads a line after the closing: the mark “(signed)”, the name, the title, or a label, such as that of copies.
    fn take_line_at_end(&mut self, line: Line, position: Position) {
        let text = line.plain();
        if line.is_blank() || line.is_picture() {
            return self.push_lines(Role::Other, None, vec![line]);
        }
        if let Some(length) = vocabulary::signed_mark(&text, self.language) {
            let (mark, rest) = line.split_at(length);
            self.push_lines(Role::Signed, None, vec![mark]);
            if rest.plain().contains(is_alphanumeric) {
                self.take_line_at_end(rest, Position::Further);
            } else if !rest.is_blank() {
                self.continue_part(rest);
            }
            return;
        }
        if let Some(found) = label(&text, self.language) {
            let (label, value) = line.split_at(found.length);
            return self.take_labelled(found.meaning, label, value);
        }
        if let Some(label) = label_alone(&text, self.language)
            && text.chars().count() > 2
        {
            return self.take_labelled(label, line, Line::default());
        }
        if let Some(role) = self.pending.pop() {
            self.pending.clear();
            let label = self.take_waiting_label(role);
            return self.push_lines(role, label, vec![line]);
        }
        match self.last_role() {
            Some(Role::Copies | Role::AnnexList) if position == Position::Further => self.continue_part(line),
            Some(role @ (Role::Copies | Role::AnnexList)) if is_listed(&text) => {
                self.push_lines(role, None, vec![line]);
            }
            _ if has_annex_number(&clean(&text), self.language) => {
                self.push_lines(Role::AnnexList, None, vec![line]);
            }
            _ => self.take_name_or_title(line, &text),
        }
    }

    /// The title is recognized by its words; the name is the other line.
    fn take_name_or_title(&mut self, line: Line, text: &str) {
        let has_name = self.has(Role::Signatory);
        // “李在摄（签字）”: the mark after the name.
        let mark = text.rfind(['(', '（', '[', '［']).filter(|at| *at > 0 && !self.has(Role::Signed));
        if let Some(at) = mark.filter(|at| text.get(*at..).is_some_and(|rest| is_signed(rest, self.language)))
        {
            let (name, mark) = line.split_at(at);
            let words = name.plain();
            self.take_name_or_title(name, &words);
            return self.push_lines(Role::Signed, None, vec![mark]);
        }
        let is_title = opens(text, Opening::Title, self.language);
        if has_name {
            return self.push_lines(Role::SignatoryTitle, None, vec![line]);
        }
        let (behind, [first, second]) = if is_title {
            (name_behind_title(text, self.language), [Role::SignatoryTitle, Role::Signatory])
        } else {
            (title_behind_name(text, self.language), [Role::Signatory, Role::SignatoryTitle])
        };
        match behind {
            Some(at) => {
                let (before, after) = line.split_at(at);
                self.push_lines(first, None, vec![before]);
                self.push_lines(second, None, vec![after]);
            }
            None => self.push_lines(first, None, vec![line]),
        }
    }
}

/// Whether the last word of the title is a small one in small letters: “of”, “la”, “du”.
fn ends_with_small_word(title: &str) -> bool {
    let last = title.rsplit(' ').next().unwrap_or_default();
    last.starts_with(is_small) && last.chars().count() <= LONGEST_SMALL_WORD
}

/// Whether the lines of a cell are a signature: few, and with a title or the words of a closing.
pub(super) fn is_signed_cell<'text>(
    mut lines: impl Iterator<Item = &'text str> + Clone,
    language: Option<Language>,
) -> bool {
    let begins = |line: &str| {
        let text = clean(line);
        opens(&text, Opening::Title, language)
            || is_closing(&text, language)
            || is_signed(&text, language)
            || is_name_and_title(&text, language)
    };
    lines.clone().count() <= 2 * MOST_LINES && lines.any(begins)
}

/// The first column of a table whose lines are a signature.
fn signed_column(rows: &[Vec<TableCell>], language: Option<Language>) -> Option<usize> {
    let columns = rows.iter().map(Vec::len).max()?;
    (0..columns).find(|column| {
        let cells = rows.iter().filter_map(|row| row.get(*column));
        let texts: Vec<String> = cells.flat_map(|cell| cell.lines.iter().map(Line::plain)).collect();
        is_signed_cell(texts.iter().map(String::as_str), language)
    })
}

/// All lines of a paragraph, of a heading or of preformatted text.
fn lines_of(block: Block) -> Vec<Line> {
    match block.kind {
        BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => lines,
        BlockKind::Preformatted(lines) => lines.into_iter().filter(|line| !line.is_blank()).collect(),
        _ => Vec::new(),
    }
}

/// Whether a line is an item of a list that the converter did not recognize as one.
fn is_listed(text: &str) -> bool {
    text.trim_start().starts_with(is_bullet)
}
