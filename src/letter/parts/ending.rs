//! What follows the body: the closing formula, the signature, copies, and the annexes.
use crate::words::is_passed_over;

use crate::words::is_passed_over;
use super::super::Role;
use crate::words::is_passed_over;
use super::super::forms::{self, DateWord, Opening};
use crate::words::is_passed_over;
use super::super::text::{Block, BlockKind, Line, clean, plain_text};
use crate::words::is_passed_over;
use super::{Divider, LONGEST_SHORT_LINE, Stage};
use crate::words::is_passed_over;

use crate::words::is_passed_over;
/// The longest name, in characters.
use crate::words::is_passed_over;
const LONGEST_NAME: usize = 60;
use crate::words::is_passed_over;

use crate::words::is_passed_over;
/// The most lines that a signature has.
use crate::words::is_passed_over;
const MOST_LINES: usize = 5;
use crate::words::is_passed_over;

use crate::words::is_passed_over;
impl Divider {
use crate::words::is_passed_over;
    /// The block with which a signature begins that no closing and no mark announces, as in the letters of the
use crate::words::is_passed_over;
    /// Radiocommunication Bureau: a name, and a title under it.
use crate::words::is_passed_over;
    pub(super) fn unannounced_signature(&self, blocks: &[Block], texts: &[Option<String>]) -> Option<usize> {
use crate::words::is_passed_over;
        let short = || texts.iter().map(|text| text.as_deref().unwrap_or_default());
use crate::words::is_passed_over;
        let opens = |text: &str, opening| !text.is_empty() && self.opens(text, opening);
use crate::words::is_passed_over;
        if short().any(|text| opens(text, Opening::Closing) || !text.is_empty() && self.is_signed(text)) {
use crate::words::is_passed_over;
            return None;
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        let after_head = blocks.iter().zip(short()).rposition(|(block, text)| {
use crate::words::is_passed_over;
            self.has_subject_label(block) || !text.is_empty() && self.is_salutation(text)
use crate::words::is_passed_over;
        });
use crate::words::is_passed_over;
        let after_head = after_head.unwrap_or(0);
use crate::words::is_passed_over;
        let mut found = None;
use crate::words::is_passed_over;
        for (index, (block, text)) in blocks.iter().zip(short()).enumerate().skip(after_head + 1) {
use crate::words::is_passed_over;
            if self.is_annex_heading(block, text) || !text.is_empty() && self.begins_ending(text) {
use crate::words::is_passed_over;
                break;
use crate::words::is_passed_over;
            }
use crate::words::is_passed_over;
            let name_before = index.checked_sub(1).filter(|before| *before > after_head);
use crate::words::is_passed_over;
            let name_before = name_before.filter(|before| {
use crate::words::is_passed_over;
                texts
use crate::words::is_passed_over;
                    .get(*before)
use crate::words::is_passed_over;
                    .and_then(Option::as_deref)
use crate::words::is_passed_over;
                    .is_some_and(|text| self.is_name(text) && !self.opens(text, Opening::Title))
use crate::words::is_passed_over;
            });
use crate::words::is_passed_over;
            match self.title_line(block) {
use crate::words::is_passed_over;
                None if block.lines().len() == 1 && self.is_name_and_title(text) => found = Some(index),
use crate::words::is_passed_over;
                Some(0) if name_before.is_some() => found = name_before,
use crate::words::is_passed_over;
                Some(0) if block.lines().len() == 1 && !self.has_name_behind(text) => {}
use crate::words::is_passed_over;
                Some(_) => found = Some(index),
use crate::words::is_passed_over;
                None => {}
use crate::words::is_passed_over;
            }
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        found
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// Which line of the block begins as the title of who signs, if the block may be a signature.
use crate::words::is_passed_over;
    fn title_line(&self, block: &Block) -> Option<usize> {
use crate::words::is_passed_over;
        let lines = block.lines();
use crate::words::is_passed_over;
        let is_signature = lines.len() <= MOST_LINES
use crate::words::is_passed_over;
            && lines.iter().all(|line| {
use crate::words::is_passed_over;
                let text = clean(&line.plain());
use crate::words::is_passed_over;
                text.chars().count() <= LONGEST_SHORT_LINE
use crate::words::is_passed_over;
                    && !text.ends_with(['.', '。', ';', ':', '：', ','])
use crate::words::is_passed_over;
                    && forms::label(&text, self.language).is_none()
use crate::words::is_passed_over;
            });
use crate::words::is_passed_over;
        lines.iter().position(|line| self.opens(&line.plain(), Opening::Title)).filter(|_| is_signature)
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// “Ada Specimen, Director”.
use crate::words::is_passed_over;
    fn is_name_and_title(&self, text: &str) -> bool {
use crate::words::is_passed_over;
        let name = self.title_behind_name(text).and_then(|at| text.get(..at));
use crate::words::is_passed_over;
        text.chars().count() <= LONGEST_SHORT_LINE
use crate::words::is_passed_over;
            && !text.ends_with(['.', '。', ':', ';', ','])
use crate::words::is_passed_over;
            && name.is_some_and(|name| self.is_name(name) && name.split(' ').count() <= 5)
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// Short text without digits or punctuation.
use crate::words::is_passed_over;
    fn is_name(&self, text: &str) -> bool {
use crate::words::is_passed_over;
        !text.is_empty()
use crate::words::is_passed_over;
            && text.chars().count() <= LONGEST_NAME
use crate::words::is_passed_over;
            && !text
use crate::words::is_passed_over;
                .contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '：' | ';' | '。' | '?' | '!'))
use crate::words::is_passed_over;
            && !text.ends_with('.')
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// “主任 李在摄”: the name behind the title, as in Chinese.
use crate::words::is_passed_over;
    fn has_name_behind(&self, text: &str) -> bool {
use crate::words::is_passed_over;
        name_behind_title(text, self.language).is_some()
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    pub(super) fn take_in_signature(&mut self, block: Block, text: Option<&str>) {
use crate::words::is_passed_over;
        let Some(words) = text else { return self.take_after_signature(block, text) };
use crate::words::is_passed_over;
        if self.is_annex_heading(&block, words) {
use crate::words::is_passed_over;
            return self.begin_annex(block, words);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        if self.is_furniture(&block, text) {
use crate::words::is_passed_over;
            return self.push(Role::Furniture, block);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        if matches!(block.kind, BlockKind::Preformatted(_)) && !self.has(Role::SignatoryTitle) {
use crate::words::is_passed_over;
            let BlockKind::Preformatted(lines) = block.kind else { return };
use crate::words::is_passed_over;
            return self.take_lines_at_end(lines.into_iter().filter(|line| !line.is_blank()).collect());
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        if matches!(block.kind, BlockKind::List { .. }) {
use crate::words::is_passed_over;
            return self.take_list_at_end(block);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        if let BlockKind::Table { head, rows } = &block.kind
use crate::words::is_passed_over;
            && !self.has(Role::SignatoryTitle)
use crate::words::is_passed_over;
            && head.iter().chain(rows.iter().flatten()).flatten().count() <= MOST_LINES
use crate::words::is_passed_over;
        {
use crate::words::is_passed_over;
            let BlockKind::Table { head, rows } = block.kind else { return };
use crate::words::is_passed_over;
            let lines: Vec<Line> = head.into_iter().chain(rows.into_iter().flatten()).flatten().collect();
use crate::words::is_passed_over;
            return self.take_lines_at_end(lines);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        let is_labelled = block.lines().first().is_some_and(|line| {
use crate::words::is_passed_over;
            let text = line.plain();
use crate::words::is_passed_over;
            forms::label(&text, self.language).is_some() || forms::label_alone(&text, self.language).is_some()
use crate::words::is_passed_over;
        });
use crate::words::is_passed_over;
        let is_closing = !self.has(Role::Signatory) && !self.has(Role::Signed) && self.is_closing(words);
use crate::words::is_passed_over;
        let is_list_going_on = matches!(self.last_role(), Some(Role::Copies | Role::AnnexList))
use crate::words::is_passed_over;
            && (!self.pending.is_empty() || block.lines().iter().any(|line| is_listed(&line.plain())));
use crate::words::is_passed_over;
        let is_list_of_annexes =
use crate::words::is_passed_over;
            block.lines().iter().all(|line| self.has_annex_number(&clean(&line.plain())));
use crate::words::is_passed_over;
        match block.kind {
use crate::words::is_passed_over;
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. }
use crate::words::is_passed_over;
                if !words.is_empty()
use crate::words::is_passed_over;
                    && (is_labelled
use crate::words::is_passed_over;
                        || is_closing
use crate::words::is_passed_over;
                        || is_list_going_on
use crate::words::is_passed_over;
                        || is_list_of_annexes
use crate::words::is_passed_over;
                        || self.is_of_signature(words)) =>
use crate::words::is_passed_over;
            {
use crate::words::is_passed_over;
                self.take_lines_at_end(lines);
use crate::words::is_passed_over;
            }
use crate::words::is_passed_over;
            _ => self.take_after_signature(block, text),
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// What the list after a label is: those who get copies, or the annexes.
use crate::words::is_passed_over;
    fn take_list_at_end(&mut self, block: Block) {
use crate::words::is_passed_over;
        match (self.pending.pop(), self.last_role()) {
use crate::words::is_passed_over;
            (Some(role), _) => self.give_list(role, block),
use crate::words::is_passed_over;
            (None, Some(role @ (Role::Copies | Role::AnnexList))) => self.push(role, block),
use crate::words::is_passed_over;
            _ => self.take_after_signature(block, None),
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// Text behind the signature. Behind the line “Annex 1 – Programme” it is what that annex says.
use crate::words::is_passed_over;
    fn take_after_signature(&mut self, block: Block, text: Option<&str>) {
use crate::words::is_passed_over;
        let heading = self.parts.iter_mut().rfind(|part| part.role != Role::Furniture).filter(|part| {
use crate::words::is_passed_over;
            part.role == Role::AnnexList && part.label.is_none() && part.block.lines().len() == 1
use crate::words::is_passed_over;
        });
use crate::words::is_passed_over;
        if let Some(heading) = heading
use crate::words::is_passed_over;
            && !matches!(block.kind, BlockKind::Rule | BlockKind::Footnote { .. })
use crate::words::is_passed_over;
        {
use crate::words::is_passed_over;
            heading.role = Role::AnnexHeading;
use crate::words::is_passed_over;
            let words = plain_text(heading.block.lines());
use crate::words::is_passed_over;
            self.title_awaited = super::super::values::annex(&words, self.language).title.is_none();
use crate::words::is_passed_over;
            self.roles |= super::bit(Role::AnnexHeading);
use crate::words::is_passed_over;
            self.stage = Stage::Annexes;
use crate::words::is_passed_over;
            return self.take_in_annexes(block, text);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        self.push(Role::Other, block);
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// Short text after the closing, until both name and title have come.
use crate::words::is_passed_over;
    fn is_of_signature(&self, text: &str) -> bool {
use crate::words::is_passed_over;
        (!self.has(Role::SignatoryTitle)
use crate::words::is_passed_over;
            || !self.has(Role::Signatory)
use crate::words::is_passed_over;
            || self.opens(text, Opening::Title)
use crate::words::is_passed_over;
                && matches!(self.last_role(), Some(Role::SignatoryTitle | Role::Signatory))
use crate::words::is_passed_over;
            || self.is_title_unfinished())
use crate::words::is_passed_over;
            && !self.opens(text, Opening::Annex)
use crate::words::is_passed_over;
            && text.chars().count() <= 2 * LONGEST_SHORT_LINE
use crate::words::is_passed_over;
            && !text.ends_with(['.', '。'])
use crate::words::is_passed_over;
            || !self.has(Role::Signed) && self.is_signed(text)
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// Whether the title of who signs ends with a word that something must follow: “Director de la Oficina de”.
use crate::words::is_passed_over;
    fn is_title_unfinished(&self) -> bool {
use crate::words::is_passed_over;
        self.parts.last().is_some_and(|part| {
use crate::words::is_passed_over;
            let title = plain_text(part.block.lines());
use crate::words::is_passed_over;
            part.role == Role::SignatoryTitle
use crate::words::is_passed_over;
                && forms::last_date_word(&title, DateWord::Joiner, self.language).is_some()
use crate::words::is_passed_over;
        })
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    fn take_lines_at_end(&mut self, lines: Vec<Line>) {
use crate::words::is_passed_over;
        let mut closing = String::new();
use crate::words::is_passed_over;
        let mut closing_ended = self.has(Role::Signed) || self.has(Role::Signatory);
use crate::words::is_passed_over;
        for (index, line) in lines.into_iter().enumerate() {
use crate::words::is_passed_over;
            let text = line.plain();
use crate::words::is_passed_over;
            let words = clean(&text);
use crate::words::is_passed_over;
            let opens_closing = self.is_closing(&words);
use crate::words::is_passed_over;
            let goes_on = !closing.is_empty() && !closing_ended;
use crate::words::is_passed_over;
            if !closing_ended && (opens_closing || goes_on && !self.is_signed(&words)) {
use crate::words::is_passed_over;
                closing.push_str(&words);
use crate::words::is_passed_over;
                closing_ended =
use crate::words::is_passed_over;
                    self.is_closing_complete(&closing) && !opens_closing || closing.ends_with(['.', '。']);
use crate::words::is_passed_over;
                if goes_on {
use crate::words::is_passed_over;
                    self.continue_part(line)
use crate::words::is_passed_over;
                } else {
use crate::words::is_passed_over;
                    self.push_lines(Role::Closing, None, vec![line])
use crate::words::is_passed_over;
                }
use crate::words::is_passed_over;
                // A short formula is complete in its line, but another one may follow: 此致 / 敬礼.
use crate::words::is_passed_over;
                if self.is_closing_complete(&words) {
use crate::words::is_passed_over;
                    closing.clear();
use crate::words::is_passed_over;
                }
use crate::words::is_passed_over;
                continue;
use crate::words::is_passed_over;
            }
use crate::words::is_passed_over;
            closing_ended = true;
use crate::words::is_passed_over;
            self.take_line_at_end(line, index > 0);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// Whether the formula has come to its end: a sentence, or nothing but the words by which it is known.
use crate::words::is_passed_over;
    fn is_closing_complete(&self, text: &str) -> bool {
use crate::words::is_passed_over;
        let rest =
use crate::words::is_passed_over;
            forms::opening(text, Opening::Closing, self.language).and_then(|length| text.get(length..));
use crate::words::is_passed_over;
        text.ends_with(['.', '!', '。', '！'])
use crate::words::is_passed_over;
            || rest.is_some_and(|rest| rest.chars().all(|c| !c.is_alphanumeric()))
use crate::words::is_passed_over;
            || text.ends_with([',', '，', '،']) && rest.is_some_and(|rest| rest.split(' ').count() <= 2)
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// Reads a line after the closing: the mark “(signed)”, the name, the title, or a label, such as that of copies.
use crate::words::is_passed_over;
    fn take_line_at_end(&mut self, line: Line, goes_on: bool) {
use crate::words::is_passed_over;
        let text = line.plain();
use crate::words::is_passed_over;
        if line.is_blank() || line.is_picture() {
use crate::words::is_passed_over;
            return self.push_lines(Role::Other, None, vec![line]);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        if let Some(length) = forms::signed_mark(&text, self.language) {
use crate::words::is_passed_over;
            let (mark, rest) = line.split_at(length);
use crate::words::is_passed_over;
            self.push_lines(Role::Signed, None, vec![mark]);
use crate::words::is_passed_over;
            if rest.plain().contains(char::is_alphanumeric) {
use crate::words::is_passed_over;
                self.take_line_at_end(rest, true);
use crate::words::is_passed_over;
            } else if !rest.is_blank() {
use crate::words::is_passed_over;
                self.continue_part(rest);
use crate::words::is_passed_over;
            }
use crate::words::is_passed_over;
            return;
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        if let Some(found) = forms::label(&text, self.language) {
use crate::words::is_passed_over;
            let (label, value) = line.split_at(found.length);
use crate::words::is_passed_over;
            return self.take_labelled(found.meaning, label, value);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        if let Some(label) = forms::label_alone(&text, self.language)
use crate::words::is_passed_over;
            && text.chars().count() > 2
use crate::words::is_passed_over;
        {
use crate::words::is_passed_over;
            let value = Line::default();
use crate::words::is_passed_over;
            return self.take_labelled(label, line, value);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        if let Some(role) = self.pending.pop() {
use crate::words::is_passed_over;
            self.pending.clear();
use crate::words::is_passed_over;
            let label = self.take_waiting_label(role);
use crate::words::is_passed_over;
            return self.push_lines(role, label, vec![line]);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        match self.last_role() {
use crate::words::is_passed_over;
            Some(role @ (Role::Copies | Role::AnnexList)) if goes_on || is_listed(&text) => {
use crate::words::is_passed_over;
                if goes_on {
use crate::words::is_passed_over;
                    self.continue_part(line)
use crate::words::is_passed_over;
                } else {
use crate::words::is_passed_over;
                    self.push_lines(role, None, vec![line])
use crate::words::is_passed_over;
                }
use crate::words::is_passed_over;
            }
use crate::words::is_passed_over;
            _ if self.has_annex_number(&clean(&text)) => self.push_lines(Role::AnnexList, None, vec![line]),
use crate::words::is_passed_over;
            _ => self.take_name_or_title(line, &text),
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// The title is known by its words; the name is the other line.
use crate::words::is_passed_over;
    fn take_name_or_title(&mut self, line: Line, text: &str) {
use crate::words::is_passed_over;
        let has_name = self.has(Role::Signatory);
use crate::words::is_passed_over;
        // “李在摄（签字）”: the mark behind the name.
use crate::words::is_passed_over;
        let mark = text.rfind(['(', '（', '[', '［']).filter(|at| *at > 0 && !self.has(Role::Signed));
use crate::words::is_passed_over;
        if let Some(at) = mark.filter(|at| text.get(*at..).is_some_and(|rest| self.is_signed(rest))) {
use crate::words::is_passed_over;
            let (name, mark) = line.split_at(at);
use crate::words::is_passed_over;
            let words = name.plain();
use crate::words::is_passed_over;
            self.take_name_or_title(name, &words);
use crate::words::is_passed_over;
            return self.push_lines(Role::Signed, None, vec![mark]);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        let title = forms::opening(text.trim_start(), Opening::Title, self.language);
use crate::words::is_passed_over;
        if title.is_some()
use crate::words::is_passed_over;
            && !has_name
use crate::words::is_passed_over;
            && let Some(at) = name_behind_title(text, self.language)
use crate::words::is_passed_over;
        {
use crate::words::is_passed_over;
            let (title, name) = line.split_at(at);
use crate::words::is_passed_over;
            self.push_lines(Role::SignatoryTitle, None, vec![title]);
use crate::words::is_passed_over;
            return self.push_lines(Role::Signatory, None, vec![name]);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        if title.is_none()
use crate::words::is_passed_over;
            && !has_name
use crate::words::is_passed_over;
            && let Some(at) = self.title_behind_name(text)
use crate::words::is_passed_over;
        {
use crate::words::is_passed_over;
            let (name, title) = line.split_at(at);
use crate::words::is_passed_over;
            self.push_lines(Role::Signatory, None, vec![name]);
use crate::words::is_passed_over;
            return self.push_lines(Role::SignatoryTitle, None, vec![title]);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        let role = if title.is_some() || has_name { Role::SignatoryTitle } else { Role::Signatory };
use crate::words::is_passed_over;
        self.push_lines(role, None, vec![line]);
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// “Ada Specimen, Director”: the bytes of the name and the comma.
use crate::words::is_passed_over;
    fn title_behind_name(&self, text: &str) -> Option<usize> {
use crate::words::is_passed_over;
        let opens_title = |at: &usize| text.get(*at..).is_some_and(|rest| self.opens(rest, Opening::Title));
use crate::words::is_passed_over;
        let mut commas = text.match_indices([',', '，', '،']).map(|(at, comma)| at + comma.len());
use crate::words::is_passed_over;
        // Without a comma, behind a name of two words at least.
use crate::words::is_passed_over;
        let mut words = text.match_indices(' ').skip(1).map(|(at, space)| at + space.len());
use crate::words::is_passed_over;
        commas.find(opens_title).or_else(|| words.find(opens_title))
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    pub(super) fn take_in_annexes(&mut self, block: Block, text: Option<&str>) {
use crate::words::is_passed_over;
        let Some(words) = text else {
use crate::words::is_passed_over;
            self.title_awaited = false;
use crate::words::is_passed_over;
            return self.push(Role::Annex, block);
use crate::words::is_passed_over;
        };
use crate::words::is_passed_over;
        if self.is_annex_heading(&block, words) {
use crate::words::is_passed_over;
            return self.begin_annex(block, words);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        let is_bracketed = words.starts_with(['(', '（']) && words.ends_with([')', '）']);
use crate::words::is_passed_over;
        // “(to TSB Circular 77)” under the heading says to which letter the annex belongs.
use crate::words::is_passed_over;
        let is_of_heading = is_bracketed && self.last_role() == Some(Role::AnnexHeading);
use crate::words::is_passed_over;
        if !is_of_heading && self.is_furniture(&block, text) {
use crate::words::is_passed_over;
            return self.push(Role::Furniture, block);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        let lines = block.lines();
use crate::words::is_passed_over;
        let is_title = self.title_awaited
use crate::words::is_passed_over;
            && !is_bracketed
use crate::words::is_passed_over;
            && !lines.is_empty()
use crate::words::is_passed_over;
            && words.chars().count() <= 2 * LONGEST_SHORT_LINE
use crate::words::is_passed_over;
            && (matches!(block.kind, BlockKind::Heading { .. })
use crate::words::is_passed_over;
                || lines.iter().all(Line::is_strong)
use crate::words::is_passed_over;
                || has_capitals_only(words)
use crate::words::is_passed_over;
                || self.is_plain_title(lines, words));
use crate::words::is_passed_over;
        if self.title_awaited && !is_bracketed && !words.is_empty() {
use crate::words::is_passed_over;
            self.title_awaited = false;
use crate::words::is_passed_over;
            return self.push(if is_title { Role::AnnexTitle } else { Role::Annex }, block);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        if !lines.is_empty() || !words.is_empty() {
use crate::words::is_passed_over;
            return self.push(Role::Annex, block);
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        // A table, a list or a rule: no title comes after it.
use crate::words::is_passed_over;
        self.title_awaited &=
use crate::words::is_passed_over;
            matches!(block.kind, BlockKind::Rule | BlockKind::Heading { .. } | BlockKind::Paragraph(_));
use crate::words::is_passed_over;
        self.push(Role::Annex, block);
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// A short line alone under the heading that is no sentence.
use crate::words::is_passed_over;
    fn is_plain_title(&self, lines: &[Line], text: &str) -> bool {
use crate::words::is_passed_over;
        lines.len() == 1
use crate::words::is_passed_over;
            && text.chars().count() <= LONGEST_SHORT_LINE
use crate::words::is_passed_over;
            && !text.ends_with(['.', '。', ':', '：', ';', '…', '_', ','])
use crate::words::is_passed_over;
            && !text.contains(['…', '_', ':', '：'])
use crate::words::is_passed_over;
            && !text.contains("...")
use crate::words::is_passed_over;
            && self.is_right_under_annex_heading()
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// Whether nothing but “(to TSB Circular 77)” has come since the heading of an annex.
use crate::words::is_passed_over;
    fn is_right_under_annex_heading(&self) -> bool {
use crate::words::is_passed_over;
        let mut before = self.parts.iter().rev().skip_while(|part| {
use crate::words::is_passed_over;
            part.role == Role::Annex && plain_text(part.block.lines()).starts_with(['(', '（'])
use crate::words::is_passed_over;
        });
use crate::words::is_passed_over;
        before.next().is_some_and(|part| {
use crate::words::is_passed_over;
            part.role == Role::AnnexHeading && matches!(part.block.kind, BlockKind::Heading { .. })
use crate::words::is_passed_over;
        })
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    fn begin_annex(&mut self, block: Block, text: &str) {
use crate::words::is_passed_over;
        self.stage = Stage::Annexes;
use crate::words::is_passed_over;
        self.pending.clear();
use crate::words::is_passed_over;
        self.title_awaited = super::super::values::annex(text, self.language).title.is_none();
use crate::words::is_passed_over;
        self.push(Role::AnnexHeading, block);
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// A short heading that begins as an annex does; in bold or after the closing also a short paragraph, if it has a number.
use crate::words::is_passed_over;
    pub(super) fn is_annex_heading(&self, block: &Block, text: &str) -> bool {
use crate::words::is_passed_over;
        if text.chars().count() > LONGEST_SHORT_LINE || !self.opens(text, Opening::Annex) {
use crate::words::is_passed_over;
            return false;
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
        match &block.kind {
use crate::words::is_passed_over;
            BlockKind::Heading { .. } => {
use crate::words::is_passed_over;
                let label = forms::label(text, self.language);
use crate::words::is_passed_over;
                self.has_annex_number(text) || label.is_none()
use crate::words::is_passed_over;
            }
use crate::words::is_passed_over;
            BlockKind::Paragraph(lines) => {
use crate::words::is_passed_over;
                let is_bare = lines.first().is_some_and(|line| {
use crate::words::is_passed_over;
                    let first = line.plain();
use crate::words::is_passed_over;
                    forms::label_alone(&first, self.language).is_some() && has_capitals_only(&first)
use crate::words::is_passed_over;
                });
use crate::words::is_passed_over;
                // A number and nothing else, but to which letter it is an annex.
use crate::words::is_passed_over;
                let is_number = super::super::values::annex(text, self.language).title.is_none();
use crate::words::is_passed_over;
                let stands_out = lines.iter().all(Line::is_strong) || self.stage == Stage::Annexes;
use crate::words::is_passed_over;
                (stands_out || is_number)
use crate::words::is_passed_over;
                    && !text.ends_with(['.', '。', ':', '：', ';'])
use crate::words::is_passed_over;
                    && (self.has_annex_number(text) || is_bare)
use crate::words::is_passed_over;
                    && lines.iter().skip(1).all(|line| !self.has_annex_number(&clean(&line.plain())))
use crate::words::is_passed_over;
            }
use crate::words::is_passed_over;
            _ => false,
use crate::words::is_passed_over;
        }
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;

use crate::words::is_passed_over;
    /// “Annex 1”, “ANNEX A (to TSB Circular 237)”, “附件1”; not “Annex: 1”, which counts the annexes.
use crate::words::is_passed_over;
    pub(super) fn has_annex_number(&self, text: &str) -> bool {
use crate::words::is_passed_over;
        let text = text.trim_start_matches(|c| forms::is_bullet(c) || is_passed_over(c));
use crate::words::is_passed_over;
        self.opens(text, Opening::Annex) && super::super::values::annex(text, self.language).number.is_some()
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;
}
use crate::words::is_passed_over;

use crate::words::is_passed_over;
/// Where the name begins in a line that has the title first, as in Chinese: “主任 李在摄”.
use crate::words::is_passed_over;
fn name_behind_title(text: &str, language: Option<crate::language::Language>) -> Option<usize> {
use crate::words::is_passed_over;
    if language != Some(crate::language::Language::Chinese) {
use crate::words::is_passed_over;
        return None;
use crate::words::is_passed_over;
    }
use crate::words::is_passed_over;
    forms::opening(text.trim_start(), Opening::Title, language)?;
use crate::words::is_passed_over;
    let at = text.rfind(crate::words::folding::is_space)?;
use crate::words::is_passed_over;
    let name = text.get(at..)?.trim();
use crate::words::is_passed_over;
    let is_name =
use crate::words::is_passed_over;
        (2..=4).contains(&name.chars().count()) && forms::opening(name, Opening::Title, language).is_none();
use crate::words::is_passed_over;
    is_name.then_some(at)
use crate::words::is_passed_over;
}
use crate::words::is_passed_over;

use crate::words::is_passed_over;
/// Whether a line is an item of a list that the converter did not take for one.
use crate::words::is_passed_over;
fn is_listed(text: &str) -> bool {
use crate::words::is_passed_over;
    text.trim_start().starts_with(forms::is_bullet)
use crate::words::is_passed_over;
}
use crate::words::is_passed_over;

use crate::words::is_passed_over;
/// Whether the text is in capitals, and not in a script that has none.
use crate::words::is_passed_over;
fn has_capitals_only(text: &str) -> bool {
use crate::words::is_passed_over;
    text.contains(|c: char| matches!(c, 'A'..='Z' | 'А'..='Я'))
use crate::words::is_passed_over;
        && !text.contains(|c: char| matches!(c, 'a'..='z' | 'à'..='ÿ' | 'а'..='я'))
use crate::words::is_passed_over;
}
use crate::words::is_passed_over;
