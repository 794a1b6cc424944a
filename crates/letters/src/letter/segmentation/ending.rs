//! What follows the body: the closing formula, the signature, copies, and the annexes.

use super::super::Role;
use super::super::vocabulary::{self, Opening};
use super::{Divider, LONGEST_SHORT_LINE, Stage};
use crate::dates::{DateWord, last_date_word};
use crate::text::tree::{Block, BlockKind, Line, clean, plain_text};
use crate::text::words::is_passed_over;

/// The longest name, in characters.
const LONGEST_NAME: usize = 60;

/// The most lines that a signature has.
const MOST_LINES: usize = 5;

impl Divider {
    /// The block with which a signature begins that no closing and no mark announces, as in the letters of the
    /// Radiocommunication Bureau: a name, and a title under it.
    pub(super) fn unannounced_signature(&self, blocks: &[Block], texts: &[Option<String>]) -> Option<usize> {
        let short = || texts.iter().map(|text| text.as_deref().unwrap_or_default());
        let opens = |text: &str, opening| !text.is_empty() && self.opens(text, opening);
        if short().any(|text| opens(text, Opening::Closing) || !text.is_empty() && self.is_signed(text)) {
            return None;
        }
        let after_head = blocks.iter().zip(short()).rposition(|(block, text)| {
            self.has_subject_label(block) || !text.is_empty() && self.is_salutation(text)
        });
        let after_head = after_head.unwrap_or(0);
        let mut found = None;
        for (index, (block, text)) in blocks.iter().zip(short()).enumerate().skip(after_head + 1) {
            if self.is_annex_heading(block, text) || !text.is_empty() && self.begins_ending(text) {
                break;
            }
            let name_before = index.checked_sub(1).filter(|before| *before > after_head);
            let name_before = name_before.filter(|before| {
                texts
                    .get(*before)
                    .and_then(Option::as_deref)
                    .is_some_and(|text| self.is_name(text) && !self.opens(text, Opening::Title))
            });
            match self.title_line(block) {
                None if block.lines().len() == 1 && self.is_name_and_title(text) => found = Some(index),
                Some(0) if name_before.is_some() => found = name_before,
                Some(0) if block.lines().len() == 1 && !self.has_name_behind(text) => {}
                Some(_) => found = Some(index),
                None => {}
            }
        }
        found
    }

    /// Which line of the block begins as the title of who signs, if the block may be a signature.
    fn title_line(&self, block: &Block) -> Option<usize> {
        let lines = block.lines();
        let is_signature = lines.len() <= MOST_LINES
            && lines.iter().all(|line| {
                let text = clean(&line.plain());
                text.chars().count() <= LONGEST_SHORT_LINE
                    && !text.ends_with(['.', '。', ';', ':', '：', ','])
                    && vocabulary::label(&text, self.language).is_none()
            });
        lines.iter().position(|line| self.opens(&line.plain(), Opening::Title)).filter(|_| is_signature)
    }

    /// “Ada Specimen, Director”.
    fn is_name_and_title(&self, text: &str) -> bool {
        let name = self.title_behind_name(text).and_then(|at| text.get(..at));
        text.chars().count() <= LONGEST_SHORT_LINE
            && !text.ends_with(['.', '。', ':', ';', ','])
            && name.is_some_and(|name| self.is_name(name) && name.split(' ').count() <= 5)
    }

    /// Short text without digits or punctuation.
    fn is_name(&self, text: &str) -> bool {
        !text.is_empty()
            && text.chars().count() <= LONGEST_NAME
            && !text
                .contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '：' | ';' | '。' | '?' | '!'))
            && !text.ends_with('.')
    }

    /// “主任 李在摄”: the name behind the title, as in Chinese.
    fn has_name_behind(&self, text: &str) -> bool {
        name_behind_title(text, self.language).is_some()
    }

    pub(super) fn take_in_signature(&mut self, block: Block, text: Option<&str>) {
        let Some(words) = text else { return self.take_after_signature(block, text) };
        if self.is_annex_heading(&block, words) {
            return self.begin_annex(block, words);
        }
        if self.is_furniture(&block, text) {
            return self.push(Role::Furniture, block);
        }
        if matches!(block.kind, BlockKind::Preformatted(_)) && !self.has(Role::SignatoryTitle) {
            let BlockKind::Preformatted(lines) = block.kind else { return };
            return self.take_lines_at_end(lines.into_iter().filter(|line| !line.is_blank()).collect());
        }
        if matches!(block.kind, BlockKind::List { .. }) {
            return self.take_list_at_end(block);
        }
        if let BlockKind::Table { head, rows } = &block.kind
            && !self.has(Role::SignatoryTitle)
            && head.iter().chain(rows.iter().flatten()).map(|cell| cell.lines.len()).sum::<usize>()
                <= MOST_LINES
        {
            let BlockKind::Table { head, rows } = block.kind else { return };
            let cells = head.into_iter().chain(rows.into_iter().flatten());
            return self.take_lines_at_end(cells.flat_map(|cell| cell.lines).collect());
        }
        let is_labelled = block.lines().first().is_some_and(|line| {
            let text = line.plain();
            vocabulary::label(&text, self.language).is_some()
                || vocabulary::label_alone(&text, self.language).is_some()
        });
        let is_closing = !self.has(Role::Signatory) && !self.has(Role::Signed) && self.is_closing(words);
        let is_list_going_on = matches!(self.last_role(), Some(Role::Copies | Role::AnnexList))
            && (!self.pending.is_empty() || block.lines().iter().any(|line| is_listed(&line.plain())));
        let is_list_of_annexes =
            block.lines().iter().all(|line| self.has_annex_number(&clean(&line.plain())));
        match block.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. }
                if !words.is_empty()
                    && (is_labelled
                        || is_closing
                        || is_list_going_on
                        || is_list_of_annexes
                        || self.is_of_signature(words)) =>
            {
                self.take_lines_at_end(lines);
            }
            _ => self.take_after_signature(block, text),
        }
    }

    /// What the list after a label is: those who get copies, or the annexes.
    fn take_list_at_end(&mut self, block: Block) {
        match (self.pending.pop(), self.last_role()) {
            (Some(role), _) => self.give_list(role, block),
            (None, Some(role @ (Role::Copies | Role::AnnexList))) => self.push(role, block),
            _ => self.take_after_signature(block, None),
        }
    }

    /// Text behind the signature. Behind the line “Annex 1 – Programme” it is what that annex says.
    fn take_after_signature(&mut self, block: Block, text: Option<&str>) {
        let heading = self.parts.iter_mut().rfind(|part| part.role != Role::Furniture).filter(|part| {
            part.role == Role::AnnexList && part.label.is_none() && part.block.lines().len() == 1
        });
        if let Some(heading) = heading
            && !matches!(block.kind, BlockKind::Rule | BlockKind::Footnote { .. })
        {
            heading.role = Role::AnnexHeading;
            let words = plain_text(heading.block.lines());
            self.title_awaited = super::super::extraction::annex(&words, self.language).title.is_none();
            self.roles |= super::bit(Role::AnnexHeading);
            self.stage = Stage::Annexes;
            return self.take_in_annexes(block, text);
        }
        self.push(Role::Other, block);
    }

    /// Short text after the closing, until both name and title have come.
    fn is_of_signature(&self, text: &str) -> bool {
        (!self.has(Role::SignatoryTitle)
            || !self.has(Role::Signatory)
            || self.opens(text, Opening::Title)
                && matches!(self.last_role(), Some(Role::SignatoryTitle | Role::Signatory))
            || self.is_title_unfinished())
            && !self.opens(text, Opening::Annex)
            && text.chars().count() <= 2 * LONGEST_SHORT_LINE
            && !text.ends_with(['.', '。'])
            || !self.has(Role::Signed) && self.is_signed(text)
    }

    /// Whether the title of who signs ends with a word that something must follow: “Director de la Oficina de”.
    fn is_title_unfinished(&self) -> bool {
        self.parts.last().is_some_and(|part| {
            let title = plain_text(part.block.lines());
            part.role == Role::SignatoryTitle
                && last_date_word(&title, DateWord::Joiner, self.language).is_some()
        })
    }

    fn take_lines_at_end(&mut self, lines: Vec<Line>) {
        let mut closing = String::new();
        let mut closing_ended = self.has(Role::Signed) || self.has(Role::Signatory);
        for (index, line) in lines.into_iter().enumerate() {
            let text = line.plain();
            let words = clean(&text);
            let opens_closing = self.is_closing(&words);
            let goes_on = !closing.is_empty() && !closing_ended;
            if !closing_ended && (opens_closing || goes_on && !self.is_signed(&words)) {
                closing.push_str(&words);
                closing_ended =
                    self.is_closing_complete(&closing) && !opens_closing || closing.ends_with(['.', '。']);
                if goes_on {
                    self.continue_part(line)
                } else {
                    self.push_lines(Role::Closing, None, vec![line])
                }
                // A short formula is complete in its line, but another one may follow: 此致 / 敬礼.
                if self.is_closing_complete(&words) {
                    closing.clear();
                }
                continue;
            }
            closing_ended = true;
            self.take_line_at_end(line, index > 0);
        }
    }

    /// Whether the formula has come to its end: a sentence, or nothing but the words by which it is known.
    fn is_closing_complete(&self, text: &str) -> bool {
        let rest =
            vocabulary::opening(text, Opening::Closing, self.language).and_then(|length| text.get(length..));
        text.ends_with(['.', '!', '。', '！'])
            || rest.is_some_and(|rest| rest.chars().all(|c| !c.is_alphanumeric()))
            || text.ends_with([',', '，', '،']) && rest.is_some_and(|rest| rest.split(' ').count() <= 2)
    }

    /// Reads a line after the closing: the mark “(signed)”, the name, the title, or a label, such as that of copies.
    fn take_line_at_end(&mut self, line: Line, goes_on: bool) {
        let text = line.plain();
        if line.is_blank() || line.is_picture() {
            return self.push_lines(Role::Other, None, vec![line]);
        }
        if let Some(length) = vocabulary::signed_mark(&text, self.language) {
            let (mark, rest) = line.split_at(length);
            self.push_lines(Role::Signed, None, vec![mark]);
            if rest.plain().contains(char::is_alphanumeric) {
                self.take_line_at_end(rest, true);
            } else if !rest.is_blank() {
                self.continue_part(rest);
            }
            return;
        }
        if let Some(found) = vocabulary::label(&text, self.language) {
            let (label, value) = line.split_at(found.length);
            return self.take_labelled(found.meaning, label, value);
        }
        if let Some(label) = vocabulary::label_alone(&text, self.language)
            && text.chars().count() > 2
        {
            let value = Line::default();
            return self.take_labelled(label, line, value);
        }
        if let Some(role) = self.pending.pop() {
            self.pending.clear();
            let label = self.take_waiting_label(role);
            return self.push_lines(role, label, vec![line]);
        }
        match self.last_role() {
            Some(role @ (Role::Copies | Role::AnnexList)) if goes_on || is_listed(&text) => {
                if goes_on {
                    self.continue_part(line)
                } else {
                    self.push_lines(role, None, vec![line])
                }
            }
            _ if self.has_annex_number(&clean(&text)) => self.push_lines(Role::AnnexList, None, vec![line]),
            _ => self.take_name_or_title(line, &text),
        }
    }

    /// The title is known by its words; the name is the other line.
    fn take_name_or_title(&mut self, line: Line, text: &str) {
        let has_name = self.has(Role::Signatory);
        // “李在摄（签字）”: the mark behind the name.
        let mark = text.rfind(['(', '（', '[', '［']).filter(|at| *at > 0 && !self.has(Role::Signed));
        if let Some(at) = mark.filter(|at| text.get(*at..).is_some_and(|rest| self.is_signed(rest))) {
            let (name, mark) = line.split_at(at);
            let words = name.plain();
            self.take_name_or_title(name, &words);
            return self.push_lines(Role::Signed, None, vec![mark]);
        }
        let title = vocabulary::opening(text.trim_start(), Opening::Title, self.language);
        if title.is_some()
            && !has_name
            && let Some(at) = name_behind_title(text, self.language)
        {
            let (title, name) = line.split_at(at);
            self.push_lines(Role::SignatoryTitle, None, vec![title]);
            return self.push_lines(Role::Signatory, None, vec![name]);
        }
        if title.is_none()
            && !has_name
            && let Some(at) = self.title_behind_name(text)
        {
            let (name, title) = line.split_at(at);
            self.push_lines(Role::Signatory, None, vec![name]);
            return self.push_lines(Role::SignatoryTitle, None, vec![title]);
        }
        let role = if title.is_some() || has_name { Role::SignatoryTitle } else { Role::Signatory };
        self.push_lines(role, None, vec![line]);
    }

    /// “Ada Specimen, Director”: the bytes of the name and the comma.
    fn title_behind_name(&self, text: &str) -> Option<usize> {
        let opens_title = |at: &usize| text.get(*at..).is_some_and(|rest| self.opens(rest, Opening::Title));
        let mut commas = text.match_indices([',', '，', '،']).map(|(at, comma)| at + comma.len());
        // Without a comma, behind a name of two words at least.
        let mut words = text.match_indices(' ').skip(1).map(|(at, space)| at + space.len());
        commas.find(opens_title).or_else(|| words.find(opens_title))
    }

    pub(super) fn take_in_annexes(&mut self, block: Block, text: Option<&str>) {
        let Some(words) = text else {
            self.title_awaited = false;
            return self.push(Role::Annex, block);
        };
        if self.is_annex_heading(&block, words) {
            return self.begin_annex(block, words);
        }
        let is_bracketed = words.starts_with(['(', '（']) && words.ends_with([')', '）']);
        // “(to TSB Circular 77)” under the heading says to which letter the annex belongs.
        let is_of_heading = is_bracketed && self.last_role() == Some(Role::AnnexHeading);
        if !is_of_heading && self.is_furniture(&block, text) {
            return self.push(Role::Furniture, block);
        }
        let lines = block.lines();
        let is_title = self.title_awaited
            && !is_bracketed
            && !lines.is_empty()
            && words.chars().count() <= 2 * LONGEST_SHORT_LINE
            && (matches!(block.kind, BlockKind::Heading { .. })
                || lines.iter().all(Line::is_strong)
                || has_capitals_only(words)
                || self.is_plain_title(lines, words));
        if self.title_awaited && !is_bracketed && !words.is_empty() {
            self.title_awaited = false;
            return self.push(if is_title { Role::AnnexTitle } else { Role::Annex }, block);
        }
        if !lines.is_empty() || !words.is_empty() {
            return self.push(Role::Annex, block);
        }
        // A table, a list or a rule: no title comes after it.
        self.title_awaited &=
            matches!(block.kind, BlockKind::Rule | BlockKind::Heading { .. } | BlockKind::Paragraph(_));
        self.push(Role::Annex, block);
    }

    /// A short line alone under the heading that is no sentence.
    fn is_plain_title(&self, lines: &[Line], text: &str) -> bool {
        lines.len() == 1
            && text.chars().count() <= LONGEST_SHORT_LINE
            && !text.ends_with(['.', '。', ':', '：', ';', '…', '_', ','])
            && !text.contains(['…', '_', ':', '：'])
            && !text.contains("...")
            && self.is_right_under_annex_heading()
    }

    /// Whether nothing but “(to TSB Circular 77)” has come since the heading of an annex.
    fn is_right_under_annex_heading(&self) -> bool {
        let mut before = self.parts.iter().rev().skip_while(|part| {
            part.role == Role::Annex && plain_text(part.block.lines()).starts_with(['(', '（'])
        });
        before.next().is_some_and(|part| {
            part.role == Role::AnnexHeading && matches!(part.block.kind, BlockKind::Heading { .. })
        })
    }

    fn begin_annex(&mut self, block: Block, text: &str) {
        self.stage = Stage::Annexes;
        self.pending.clear();
        self.title_awaited = super::super::extraction::annex(text, self.language).title.is_none();
        self.push(Role::AnnexHeading, block);
    }

    /// A short heading that begins as an annex does; in bold or after the closing also a short paragraph, if it has a number.
    pub(super) fn is_annex_heading(&self, block: &Block, text: &str) -> bool {
        if text.chars().count() > LONGEST_SHORT_LINE || !self.opens(text, Opening::Annex) {
            return false;
        }
        match &block.kind {
            BlockKind::Heading { .. } => {
                let label = vocabulary::label(text, self.language);
                self.has_annex_number(text) || label.is_none()
            }
            BlockKind::Paragraph(lines) => {
                let is_bare = lines.first().is_some_and(|line| {
                    let first = line.plain();
                    vocabulary::label_alone(&first, self.language).is_some() && has_capitals_only(&first)
                });
                // A number and nothing else, but to which letter it is an annex.
                let is_number = super::super::extraction::annex(text, self.language).title.is_none();
                let stands_out = lines.iter().all(Line::is_strong) || self.stage == Stage::Annexes;
                (stands_out || is_number)
                    && !text.ends_with(['.', '。', ':', '：', ';'])
                    && (self.has_annex_number(text) || is_bare)
                    && lines.iter().skip(1).all(|line| !self.has_annex_number(&clean(&line.plain())))
            }
            _ => false,
        }
    }

    /// “Annex 1”, “ANNEX A (to TSB Circular 237)”, “附件1”; not “Annex: 1”, which counts the annexes.
    pub(super) fn has_annex_number(&self, text: &str) -> bool {
        let text = text.trim_start_matches(|c| vocabulary::is_bullet(c) || is_passed_over(c));
        self.opens(text, Opening::Annex)
            && super::super::extraction::annex(text, self.language).number.is_some()
    }
}

/// Where the name begins in a line that has the title first, as in Chinese: “主任 李在摄”.
fn name_behind_title(text: &str, language: Option<crate::ids::Language>) -> Option<usize> {
    if language != Some(crate::ids::Language::Chinese) {
        return None;
    }
    vocabulary::opening(text.trim_start(), Opening::Title, language)?;
    let at = text.rfind(crate::text::characters::is_space)?;
    let name = text.get(at..)?.trim();
    let is_name = (2..=4).contains(&name.chars().count())
        && vocabulary::opening(name, Opening::Title, language).is_none();
    is_name.then_some(at)
}

/// Whether a line is an item of a list that the converter did not take for one.
fn is_listed(text: &str) -> bool {
    text.trim_start().starts_with(vocabulary::is_bullet)
}

/// Whether the text is in capitals, and not in a script that has none.
fn has_capitals_only(text: &str) -> bool {
    text.contains(|c: char| matches!(c, 'A'..='Z' | 'А'..='Я'))
        && !text.contains(|c: char| matches!(c, 'a'..='z' | 'à'..='ÿ' | 'а'..='я'))
}
