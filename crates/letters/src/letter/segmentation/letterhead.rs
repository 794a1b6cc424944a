//! The letterhead, line by line: labels and their values, and the lines that need no label.
//!
//! A converter gives a letterhead in many shapes: a label before its value, above it, or in the cell beside it; several labels in
//! one line; all labels first and then all values. All come to the same here: a line is a label, a value that some label still
//! waits for, a line that says itself what it is, or it goes on with the line before.

use super::super::vocabulary::{self, Label, Opening};
use super::super::{Part, Role, reference};
use super::{Divider, LONGEST_SHORT_LINE, SHORTEST_BODY, Stage};
use crate::dates;
use crate::ids::Language;
use crate::text::characters::{digit, is_space};
use crate::text::tree::{Block, BlockKind, Item, Line, LineEnd, TableCell, clean};
use crate::text::words::is_passed_over;

/// The longest label, in characters.
const LONGEST_LABEL: usize = 24;

/// The longest line that can hold several labels, in bytes.
const LONGEST_LINE: usize = 600;

/// The longest code of a unit, in characters.
const LONGEST_UNIT: usize = 30;

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Position {
    /// Alone in its paragraph, heading or cell.
    Alone,
    /// First of several.
    First,
    /// Behind another line of the same paragraph or cell.
    Further,
}

impl Divider {
    pub(super) fn take_in_letterhead(&mut self, block: Block, text: Option<&str>) {
        if text.is_some_and(|text| self.is_salutation(text)) {
            self.begin_body();
            return self.push(Role::Salutation, block);
        }
        if let Some(at) = self.salutation_line(&block) {
            return self.take_with_salutation(block, at);
        }
        if self.is_body(&block, text) {
            self.begin_body();
            return self.take_in_body(block, text);
        }
        match block.kind {
            BlockKind::Heading { ref lines, .. } if !self.is_heading_of_letterhead(lines, text) => {
                self.push(Role::Other, block);
            }
            BlockKind::Heading { lines, .. }
                if self.is_heading_for_subject(&lines)
                    && self.pending.is_empty()
                    && !lines.first().is_some_and(|line| self.is_of_letterhead(&line.plain(), true)) =>
            {
                self.push_lines(Role::Subject, None, lines);
            }
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => self.take_lines(lines),
            BlockKind::Table { head, rows } if self.is_layout(&head, &rows) => self.take_table(head, rows),
            BlockKind::List { .. } => self.take_list(block),
            // What stood at the right of the paper, set there with spaces.
            BlockKind::Preformatted(lines) => {
                self.take_lines(lines.into_iter().filter(|line| !line.is_blank()).collect())
            }
            _ => self.push(Role::Other, block),
        }
    }

    /// A paragraph that holds the salutation among its lines: before it stands the letterhead, behind it the body.
    fn take_with_salutation(&mut self, block: Block, at: usize) {
        let (BlockKind::Paragraph(mut lines) | BlockKind::Heading { mut lines, .. }) = block.kind else {
            return;
        };
        let mut rest = lines.split_off(at);
        self.take_lines(lines);
        let body = rest.split_off(1);
        self.begin_body();
        self.push_lines(Role::Salutation, None, rest);
        let start = body.first().and_then(Line::span).map(|span| span.start);
        if let Some(start) = start {
            let block = Block { kind: BlockKind::Paragraph(body), span: start..block.span.end.max(start) };
            let text = super::short_text(&block);
            self.take_in_body(block, text.as_deref());
        }
    }

    /// Where no salutation comes, what has no label after the subject, or a long paragraph anywhere, is the body.
    fn is_body(&self, block: &Block, text: Option<&str>) -> bool {
        if self.salutation_ahead
            || !self.pending.is_empty()
            || text.is_some_and(|text| self.is_blank_text(block, text))
        {
            return false;
        }
        let long = text.is_none_or(|text| text.chars().count() >= SHORTEST_BODY);
        match &block.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => {
                (self.has(Role::Subject) && !self.is_second_line_of_subject(lines) || long)
                    && !self.is_unlabelled_subject(lines)
                    && !lines
                        .first()
                        .is_some_and(|line| self.is_of_letterhead(&line.plain(), lines.len() == 1))
            }
            BlockKind::Table { head, rows } => self.has(Role::Subject) && !self.is_layout(head, rows),
            BlockKind::List { items, .. } => {
                self.has(Role::Subject)
                    && !self.is_dash_under_subject(items)
                    && !items.iter().any(|item| self.item_label(item).is_some())
            }
            BlockKind::Quote(_) => self.has(Role::Subject),
            _ => false,
        }
    }

    /// One dash under the subject, or several in bold, are its further lines: “– Proposed adoption of two draft Recommendations”.
    fn is_dash_under_subject(&self, items: &[Item]) -> bool {
        let is_line = |item: &Item| {
            let [block] = &item.blocks[..] else { return false };
            item.number.is_none()
                && matches!(block.kind, BlockKind::Paragraph(_))
                && (items.len() == 1 || block.lines().iter().all(Line::is_strong))
                && super::plain_text(block.lines()).chars().count() < SHORTEST_BODY
        };
        self.last_role() == Some(Role::Subject) && items.iter().all(is_line)
    }

    fn is_blank_text(&self, block: &Block, text: &str) -> bool {
        text.is_empty() && !block.lines().is_empty()
            || matches!(&block.kind, BlockKind::Heading { lines, .. } if lines.is_empty())
    }

    /// Whether a heading is a line of the letterhead, rather than a heading.
    fn is_heading_of_letterhead(&self, lines: &[Line], text: Option<&str>) -> bool {
        let first = lines.first().map(Line::plain).unwrap_or_default();
        !self.pending.is_empty()
            || self.is_of_letterhead(&first, true)
            || self.goes_on_with_subject(text)
            || self.is_heading_for_subject(lines)
    }

    /// A heading between the addressees and the salutation is the subject, if none has a label.
    fn is_heading_for_subject(&self, lines: &[Line]) -> bool {
        !self.subject_ahead && !self.has(Role::Subject) && self.has(Role::Addressees) && !lines.is_empty()
    }

    /// Whether the line begins as one of a letterhead does.
    fn is_of_letterhead(&self, text: &str, alone: bool) -> bool {
        vocabulary::label(text, self.language).is_some()
            || alone && vocabulary::label_alone(text, self.language).is_some()
            || self.role_of_text(text).is_some()
    }

    /// Between subject and salutation, short text without a label goes on with the subject.
    fn goes_on_with_subject(&self, text: Option<&str>) -> bool {
        self.salutation_ahead
            && self.last_role() == Some(Role::Subject)
            && text.is_some_and(|text| text.chars().count() < SHORTEST_BODY)
    }

    /// A line all in bold, or a heading, under the letterhead is the subject, if none has a label.
    fn is_unlabelled_subject(&self, lines: &[Line]) -> bool {
        !self.subject_ahead
            && !self.has(Role::Subject)
            && (self.has(Role::Addressees) || self.has(Role::Reference))
            && !lines.is_empty()
            && lines.iter().all(Line::is_strong)
            && !lines.first().is_some_and(|line| line.plain().starts_with(|c| digit(c).is_some()))
    }

    /// A paragraph in bold goes on with a subject in bold, unless it is short enough for a heading.
    fn is_second_line_of_subject(&self, lines: &[Line]) -> bool {
        let is_bold = |lines: &[Line]| !lines.is_empty() && lines.iter().all(Line::is_strong);
        let subject = self.parts.last().filter(|part| part.role == Role::Subject);
        let text = super::plain_text(lines);
        let dash = text.starts_with(vocabulary::is_bullet) && text.chars().count() < SHORTEST_BODY;
        subject.is_some_and(|part| dash || is_bold(lines) && is_bold(part.block.lines()))
            && text.split(' ').count() >= 4
            && !text.starts_with(|c| digit(c).is_some())
    }

    /// Whether the table is only there to set things side by side: it has labels, or values that labels wait for.
    fn is_layout(&self, head: &[TableCell], rows: &[Vec<TableCell>]) -> bool {
        let mut cells = head.iter().chain(rows.iter().flatten());
        !self.pending.is_empty()
            || cells.any(|TableCell { lines, .. }| {
                lines.iter().any(|line| self.is_of_letterhead(&line.plain(), lines.len() == 1))
            })
            || self.goes_on_with_subject(Some(""))
    }

    fn take_lines(&mut self, lines: Vec<Line>) {
        let count = lines.len();
        let strong = self.pending.is_empty() && self.is_unlabelled_subject(&lines);
        let goes_on = self.is_second_line_of_subject(&lines);
        for (index, line) in lines.into_iter().enumerate() {
            let position = match (index, count) {
                (0, 1) => Position::Alone,
                (0, _) => Position::First,
                _ => Position::Further,
            };
            let of_letterhead = || self.is_of_letterhead(&line.plain(), true);
            if goes_on {
                self.continue_subject(line, position == Position::Further);
            } else if strong && position != Position::Further && !of_letterhead() {
                self.push_lines(Role::Subject, None, vec![line]);
            } else {
                self.take_line(line, position);
            }
        }
    }

    fn take_table(&mut self, head: Vec<TableCell>, rows: Vec<Vec<TableCell>>) {
        self.in_table = true;
        for row in [head].into_iter().chain(rows) {
            let mut labels_before = self.pending.len();
            for cell in row {
                // The cell beside a label is its value's: an empty one says that there is none.
                if cell.lines.is_empty() {
                    self.pending.truncate(labels_before);
                }
                labels_before = self.pending.len();
                self.take_lines(cell.lines);
            }
        }
        self.in_table = false;
    }

    /// A list is the value of the label before it, or goes on with one, or its items are lines of the letterhead.
    fn take_list(&mut self, block: Block) {
        let BlockKind::List { items, .. } = &block.kind else { return self.push(Role::Other, block) };
        if self.is_dash_under_subject(items) {
            let BlockKind::List { items, .. } = block.kind else { return };
            for block in items.into_iter().flat_map(|item| item.blocks) {
                self.push(Role::Subject, block);
            }
            return;
        }
        if items.iter().any(|item| self.item_label(item).is_some()) {
            let BlockKind::List { items, .. } = block.kind else { return };
            for block in items.into_iter().flat_map(|item| item.blocks) {
                match block.kind {
                    BlockKind::Paragraph(lines) => self.take_lines(lines),
                    _ => self.push(Role::Other, block),
                }
            }
            return;
        }
        let is_addressees = items.first().is_some_and(|item| {
            item.blocks.first().is_some_and(|block| {
                block.lines().first().is_some_and(|line| self.is_addressee_line(&line.plain()))
            })
        });
        match (self.pending.pop(), self.last_role()) {
            (Some(role), _) => self.give_list(role, block),
            (None, Some(role @ (Role::Addressees | Role::Copies | Role::AnnexList | Role::Particular))) => {
                self.push(role, block);
            }
            (None, _) if is_addressees => self.push(Role::Addressees, block),
            (None, _) => self.push(Role::Other, block),
        }
    }

    /// Gives a list to the label before it.
    pub(super) fn give_list(&mut self, role: Role, block: Block) {
        self.pending.clear();
        let label = self.take_waiting_label(role);
        // A list is no date, whatever its label says.
        let role = if role == Role::PlaceAndDate { Role::Particular } else { role };
        self.push_part(Part { role, label, block });
    }

    /// The label with this role that still waits for its value, if it is the last part: its value goes into the same part.
    pub(super) fn take_waiting_label(&mut self, role: Role) -> Option<Line> {
        let waits = |part: &mut Part| {
            let lines = part.block.lines();
            part.role == role && part.label.is_some() && !lines.is_empty() && lines.iter().all(Line::is_blank)
        };
        self.parts.pop_if(waits).and_then(|part| part.label)
    }

    fn item_label(&self, item: &Item) -> Option<Label> {
        let line = item.blocks.first()?.lines().first()?.plain();
        vocabulary::label(&line, self.language).map(|found| found.meaning)
    }

    fn take_line(&mut self, line: Line, position: Position) {
        let text = line.plain();
        if line.is_blank() || line.is_picture() {
            return self.push_lines(Role::Other, None, vec![line]);
        }
        if let Some(at) = self.date_in_column(&text) {
            let (left, date) = line.split_at(at);
            self.take_line(left, position);
            return self.push_lines(Role::PlaceAndDate, None, vec![date]);
        }
        if let Some(found) = vocabulary::label(&text, self.language)
            && !self.is_value_of_subject(found.meaning, position)
        {
            let (label, value) = line.split_at(found.length);
            return self.take_labelled(found.meaning, label, value);
        }
        // Of one or two letters, a label without a colon may be anything.
        if let Some(label) = vocabulary::label_alone(&text, self.language)
            && (position == Position::Alone || text.chars().count() > 2)
            && !self.is_value_of_subject(label, position)
        {
            let end = Line { content: Vec::new(), end: LineEnd::Fixed };
            return self.take_labelled(label, line, end);
        }
        self.take_unlabelled(line, &text, position);
    }

    /// Whether a word that could be a label stands in the middle of the subject's own paragraph, where few labels do.
    fn is_value_of_subject(&self, label: Label, position: Position) -> bool {
        position == Position::Further
            && self.last_role() == Some(Role::Subject)
            && self.pending.is_empty()
            && matches!(label, Label::Addressees | Label::Date | Label::Sender | Label::Subject)
    }

    pub(super) fn take_labelled(&mut self, label: Label, words: Line, value: Line) {
        let role = self.role_of_label(label);
        if value.is_blank() {
            self.push_lines(role, Some(words), vec![value]);
            self.pending.push(role);
        } else {
            self.pending.clear();
            self.take_value(role, Some(words), value);
        }
    }

    /// The role of a label's value, which depends on what came before.
    pub(super) fn role_of_label(&mut self, label: Label) -> Role {
        match label {
            // The number after the addressees of a telefax is theirs.
            Label::Fax | Label::Phone
                if self.sender_named && self.last_labelled() == Some(Role::Addressees) =>
            {
                Role::Particular
            }
            Label::Sender => {
                if !self.sender_named {
                    self.disown_fax_of_addressees();
                }
                self.sender_named = true;
                Role::Particular
            }
            // After the subject come the references of other letters.
            Label::Reference if self.has(Role::Subject) => Role::Particular,
            Label::Date if self.has(Role::PlaceAndDate) || self.has(Role::Subject) => Role::Particular,
            Label::Addressees if self.stage != Stage::Letterhead => Role::Particular,
            Label::Subject if self.has(Role::Body) || self.stage != Stage::Letterhead => Role::Particular,
            Label::Addressees | Label::Copies => {
                let role = if label == Label::Copies { Role::Copies } else { Role::Addressees };
                self.last_list = Some(role);
                role
            }
            _ => role(label),
        }
    }

    fn last_labelled(&self) -> Option<Role> {
        self.parts.iter().rev().find(|part| part.label.is_some()).map(|part| part.role)
    }

    /// A telefax names its sender after the addressees and their number.
    fn disown_fax_of_addressees(&mut self) {
        let after = self.parts.iter_mut().rev().take_while(|part| part.role != Role::Addressees);
        let mut fax: Vec<&mut Part> = after
            .filter(|part| matches!(part.role, Role::Fax | Role::Phone | Role::Particular | Role::Other))
            .collect();
        if self.roles & super::bit(Role::Addressees) != 0 {
            fax.iter_mut().filter(|part| matches!(part.role, Role::Fax | Role::Phone)).for_each(|part| {
                part.role = Role::Particular;
            });
        }
    }

    /// Takes a value, and what stands behind it in the same line: other labels, or the date behind the reference.
    fn take_value(&mut self, role: Role, label: Option<Line>, value: Line) {
        let text = value.plain();
        let several =
            text.len() <= LONGEST_LINE && !matches!(role, Role::Subject | Role::Copies | Role::AnnexList);
        if several && let Some(at) = self.next_label(&text) {
            let (value, rest) = value.split_at(at);
            self.push_value(role, label, value);
            return self.take_line(rest, Position::Further);
        }
        if role == Role::Reference
            && let Some(at) = self.date_behind_reference(&text)
        {
            let (value, date) = value.split_at(at);
            self.push_value(role, label, value);
            return self.push_lines(Role::PlaceAndDate, None, vec![date]);
        }
        self.push_value(role, label, value);
    }

    /// A value that the label's own role cannot have is left without one: an address is no telephone number.
    fn push_value(&mut self, role: Role, label: Option<Line>, value: Line) {
        let text = value.plain();
        let is_mail = text.contains('@');
        let role = match role {
            Role::Phone | Role::Fax if is_mail => Role::Email,
            Role::Phone | Role::Fax if !text.contains(|c| digit(c).is_some()) => Role::Particular,
            Role::Email if !is_mail && text.contains(|c| digit(c).is_some()) => Role::Particular,
            role => role,
        };
        self.push_lines(role, label, vec![value]);
    }

    /// Where the next label begins in a value: behind a space, and only the labels that stand in line with others.
    fn next_label(&self, text: &str) -> Option<usize> {
        let starts = text.match_indices(is_space).map(|(at, space)| at + space.len());
        starts.filter(|at| text.get(*at..).is_some_and(|rest| !rest.starts_with(is_space))).find(|at| {
            let rest = text.get(*at..).unwrap_or_default();
            rest.starts_with(|c: char| c.is_alphabetic() || c == '(')
                && vocabulary::label(rest, self.language).is_some_and(|found| {
                    !matches!(
                        found.meaning,
                        Label::Addressees | Label::Subject | Label::Copies | Label::Sender
                    ) || found.length > 3
                        && rest.get(..found.length).is_some_and(|label| label.contains([':', '：']))
                        && found.meaning != Label::Addressees
                })
        })
    }

    /// Where the date begins in a line of two columns that only spaces keep apart.
    fn date_in_column(&self, text: &str) -> Option<usize> {
        if self.has(Role::PlaceAndDate) || self.has(Role::Subject) {
            return None;
        }
        if text.len() > LONGEST_LINE {
            return None;
        }
        let at = text.rfind("   ").or_else(|| text.rfind('\t'))?;
        let (left, date) = text.split_at_checked(at)?;
        let is_date = dates::place_and_date(date.trim(), self.language).is_some();
        (is_date && !left.trim().is_empty()).then_some(at)
    }

    fn date_behind_reference(&self, text: &str) -> Option<usize> {
        if text.len() > LONGEST_LINE {
            return None;
        }
        let first = reference::number_ends(text, self.language).next()?;
        let spaces =
            text.match_indices(is_space).map(|(at, space)| at + space.len()).filter(|at| *at > first);
        let mut words = spaces.filter(|at| text.get(*at..).is_some_and(|rest| !rest.starts_with(is_space)));
        words.find(|at| {
            dates::place_and_date(text.get(*at..).unwrap_or_default().trim(), self.language).is_some()
        })
    }

    fn take_unlabelled(&mut self, line: Line, text: &str, position: Position) {
        let itself = self.role_of_text(text);
        if self.is_unit_line(text) {
            return self.push_lines(Role::Unit, None, vec![line]);
        }
        if !self.pending.is_empty() {
            let fits = itself.is_none_or(|role| self.pending.contains(&role) || self.takes_anything());
            if fits && !self.is_furniture_line(text) {
                return self.give_to_pending(line, text);
            }
            self.pending.clear();
        }
        let goes_on = position == Position::Further;
        match (itself, self.last_role()) {
            (_, Some(Role::Subject)) if self.is_date_under_subject(&line, text) => {
                self.push_lines(Role::PlaceAndDate, None, vec![line]);
            }
            (_, Some(Role::Subject))
                if goes_on
                    || self.in_table
                    || self.goes_on_with_subject(Some(text)) && itself != Some(Role::Addressees) =>
            {
                self.continue_subject(line, goes_on);
            }
            (_, Some(Role::Reference))
                if (goes_on || self.names_series(text)) && self.is_reference_unfinished() =>
            {
                self.continue_reference(line, text);
            }
            (Some(Role::Addressees), Some(Role::Addressees)) if goes_on => self.continue_part(line),
            (Some(role), _) => self.take_value(role, None, line),
            (None, _) if self.is_furniture_line(text) => self.push_lines(Role::Furniture, None, vec![line]),
            (None, Some(last @ (Role::Contact | Role::Phone | Role::Fax | Role::Email))) => {
                self.take_after_contact(line, text, last, position);
            }
            (
                None,
                Some(Role::Reference | Role::Addressees | Role::Copies | Role::Particular | Role::AnnexList),
            ) if goes_on => self.continue_part(line),
            (None, _) => self.take_dash_or_other(line, text),
        }
    }

    /// A line behind a contact: another person with the same labels, one more number or address, or more of the name.
    fn take_after_contact(&mut self, line: Line, text: &str, last: Role, position: Position) {
        let goes_on = position == Position::Further;
        let short = text.len() <= LONGEST_LINE;
        if short && let Some(at) = self.next_label(text) {
            let (name, rest) = line.split_at(at);
            self.push_lines(Role::Contact, None, vec![name]);
            return self.take_line(rest, Position::Further);
        }
        match last {
            _ if is_mail(text) => self.push_lines(Role::Email, None, vec![line]),
            Role::Phone | Role::Fax if goes_on && is_number(text) => self.push_lines(last, None, vec![line]),
            Role::Contact if is_number(text) => self.push_lines(Role::Phone, None, vec![line]),
            Role::Contact if goes_on && !looks_labelled(text) => self.continue_part(line),
            _ => self.take_dash_or_other(line, text),
        }
    }

    /// A dash goes on with the list of recipients; of anything else nobody has told us what it is.
    fn take_dash_or_other(&mut self, line: Line, text: &str) {
        let is_dash = text.trim_start().starts_with(vocabulary::is_bullet) && self.is_list_going_on();
        let role = self.last_list.filter(|_| is_dash).unwrap_or(Role::Other);
        self.push_lines(role, None, vec![line]);
    }

    /// A word or two with a comma, in the line before the date, are its place.
    pub(super) fn find_place_before(&mut self) {
        if let Some(last) = self.parts.last_mut().filter(|part| part.role == Role::Other) {
            let text = super::plain_text(last.block.lines());
            let has_comma = text.ends_with([',', '،', '，']);
            if has_comma && text.split(' ').count() <= 2 && text.chars().all(|c| digit(c).is_none()) {
                last.role = Role::PlaceAndDate;
            }
        }
    }

    /// Whether the line begins as a reference does, so that it can go on with one over a blank line.
    fn names_series(&self, text: &str) -> bool {
        vocabulary::series_word(text.trim_start(), self.language).is_some()
            || reference::is_reference(
                text.get(..self.date_behind_reference(text).unwrap_or(text.len())).unwrap_or(text),
                self.language,
            )
    }

    /// The date may stand under the subject, alone in its line.
    fn is_date_under_subject(&self, line: &Line, text: &str) -> bool {
        !self.has(Role::PlaceAndDate)
            && self.salutation_ahead
            && !line.is_strong()
            && dates::place_and_date(text, self.language).is_some()
    }

    /// The code of the unit, under the reference or in the cell under it.
    fn is_unit_line(&self, text: &str) -> bool {
        self.has(Role::Reference) && !self.has(Role::Unit) && !self.has(Role::Subject) && is_unit(text)
    }

    /// Goes on with a reference, behind which the date may stand.
    fn continue_reference(&mut self, line: Line, text: &str) {
        let Some(at) = self.date_behind_reference(text) else { return self.continue_part(line) };
        let (reference, date) = line.split_at(at);
        self.continue_part(reference);
        self.push_lines(Role::PlaceAndDate, None, vec![date]);
    }

    /// Whether the last part is a reference that goes on in the next line.
    fn is_reference_unfinished(&self) -> bool {
        self.parts.last().is_some_and(|part| {
            let text = super::plain_text(part.block.lines());
            !text.is_empty() && reference::is_unfinished(&text, self.language)
        })
    }

    /// Whether a dash can go on with the list of recipients: nothing but their letterhead has come between.
    fn is_list_going_on(&self) -> bool {
        !self.has(Role::Subject)
    }

    /// A subject's further line, or a paragraph that goes on with it.
    fn continue_subject(&mut self, line: Line, goes_on: bool) {
        if !goes_on
            && let Some(Part { block: Block { kind: BlockKind::Paragraph(lines), .. }, .. }) =
                self.parts.last_mut()
            && let Some(last) = lines.last_mut()
        {
            last.end = LineEnd::Fixed;
        }
        self.continue_part(line);
    }

    /// Whether the label that waits takes whatever comes.
    fn takes_anything(&self) -> bool {
        matches!(
            self.pending.first(),
            Some(Role::Subject | Role::Addressees | Role::Copies | Role::Particular)
        )
    }

    /// Gives the line to the label that waits for it: the first, or the one whose values look so.
    fn give_to_pending(&mut self, line: Line, text: &str) {
        if self.last_role() == Some(Role::Reference) && self.pending.len() > 1 && is_unit(text) {
            return self.push_lines(Role::Unit, None, vec![line]);
        }
        let list = |role: &Role| matches!(role, Role::Addressees | Role::Copies);
        let wanted = |role: &Role| {
            if is_mail(text) {
                *role == Role::Email
            } else if is_number(text) {
                matches!(role, Role::Phone | Role::Fax)
            } else if text.trim_start().starts_with(vocabulary::is_bullet) {
                list(role)
            } else {
                Some(*role) == self.role_of_text(text)
            }
        };
        // A number's label does not take a name.
        let fits =
            |role: &Role| text.contains(|c| digit(c).is_some()) || !matches!(role, Role::Phone | Role::Fax);
        let at =
            self.pending.iter().position(wanted).or_else(|| self.pending.iter().position(fits)).unwrap_or(0);
        let alone = self.pending.len() == 1;
        let role = self.pending.get(at).copied().unwrap_or(Role::Other);
        // The labels before it have no value, but a list may still come.
        let mut index = 0;
        self.pending.retain(|role| {
            index += 1;
            index - 1 > at || index - 1 < at && list(role)
        });
        let label = if alone || self.in_table { self.take_waiting_label(role) } else { None };
        self.take_value(role, label, line);
    }

    /// The role of a line without a label, where the line itself tells it.
    fn role_of_text(&self, text: &str) -> Option<Role> {
        if text.chars().count() > 2 * LONGEST_SHORT_LINE {
            return None;
        }
        let text = text.trim_matches(is_passed_over);
        if let Some(role) = self.issuer_or_union(text) {
            return Some(role);
        }
        let has_subject = self.has(Role::Subject);
        if !self.has(Role::PlaceAndDate)
            && !has_subject
            && dates::place_and_date(text, self.language).is_some()
        {
            Some(Role::PlaceAndDate)
        } else if self.last_list != Some(Role::Copies) && self.is_addressee_line(text) {
            Some(Role::Addressees)
        } else if !has_subject && self.is_bare_reference(text) {
            Some(Role::Reference)
        } else {
            None
        }
    }

    /// The line that names the issuer, maybe with the Union's name before it, or the Union alone.
    fn issuer_or_union(&self, text: &str) -> Option<Role> {
        let is_free = |role| (!self.has(role) && !self.has(Role::Subject)).then_some(role);
        let Some(length) = vocabulary::opening(text, Opening::Union, self.language) else {
            return vocabulary::issuer(text).and_then(|_| is_free(Role::Issuer));
        };
        let rest = text.get(length..)?.trim_start_matches(|c: char| !c.is_alphanumeric());
        if rest.is_empty() || rest.chars().count() <= 5 {
            is_free(Role::Union)
        } else {
            vocabulary::issuer(rest).and_then(|_| is_free(Role::Issuer))
        }
    }

    /// A reference without a label, maybe with the date behind it.
    fn is_bare_reference(&self, text: &str) -> bool {
        let free = !self.has(Role::Reference) || self.last_role() == Some(Role::Reference);
        let words = text.get(..self.date_behind_reference(text).unwrap_or(text.len())).unwrap_or(text);
        free && reference::is_reference(words, self.language)
    }

    /// A line that begins as one with addressees does, and is no sentence.
    fn is_addressee_line(&self, text: &str) -> bool {
        let words = text.trim_start_matches(|c| vocabulary::is_bullet(c) || is_passed_over(c));
        vocabulary::opening(words, Opening::Addressees, self.language).is_some()
            && !(text.trim_end().ends_with(['.', '。']) && self.has(Role::Addressees))
    }

    /// A line without a label of its own belongs to the part before it.
    pub(super) fn continue_part(&mut self, line: Line) {
        if let Some(Part { block: Block { kind: BlockKind::Paragraph(lines), span }, .. }) =
            self.parts.last_mut()
        {
            span.end = line.span().map_or(span.end, |line| line.end.max(span.end));
            // The value that a label lacked.
            if matches!(&lines[..], [only] if only.is_blank()) {
                lines.clear();
            }
            lines.push(line);
        } else {
            self.push_lines(Role::Other, None, vec![line]);
        }
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
        Label::Date => Role::PlaceAndDate,
        Label::Annexes => Role::AnnexList,
        Label::Sender | Label::Particular => Role::Particular,
    }
}

/// Whether a line seems to have a label that nobody has told us. “Web: …” does not go on with a contact.
fn looks_labelled(text: &str) -> bool {
    text.split_once([':', '：']).is_some_and(|(label, _)| {
        label.chars().count() <= LONGEST_LABEL
            && label.chars().all(|c| c.is_alphabetic() || " .-".contains(c))
    })
}

fn is_mail(text: &str) -> bool {
    text.split(is_space).any(|word| word.contains('@'))
}

/// A telephone number and nothing else.
fn is_number(text: &str) -> bool {
    text.chars().filter(|c| digit(*c).is_some()).count() >= 5
        && text
            .chars()
            .all(|c| digit(c).is_some() || is_space(c) || "+()-./".contains(c) || is_passed_over(c))
}

/// Units are written in capitals, divided by strokes: `SG/TSB`, `COM 3/ST`, `TSB/WTSA`, `BDT/DKH/CYB`.
fn is_unit(text: &str) -> bool {
    let text = clean(text);
    let unit_of = |unit: &str| {
        unit.starts_with(|c: char| matches!(c, 'A'..='Z' | 'А'..='Я' | '0'..='9'))
            && unit
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, 'А'..='я' | ' ' | '-' | '&' | '.'))
    };
    text.contains('/')
        && text.chars().count() <= LONGEST_UNIT
        && text.split('/').all(unit_of)
        && text.starts_with(|c: char| c.is_alphabetic())
        && text
            .split('/')
            .next_back()
            .is_some_and(|last| !last.contains(|c: char| matches!(c, 'a'..='z' | 'а'..='я')))
        && !reference::is_reference(&text, None::<Language>)
}
