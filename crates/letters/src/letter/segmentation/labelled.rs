//! Lines with labels, and their values.

use super::super::labels::label;
use super::super::meanings::Label;
use super::super::parts::{Part, Role};
use super::divider::Divider;
use super::line_text::{LONGEST_LINE, LineText, word_starts};
use super::stage::Stage;
use super::unlabelled::{is_number, is_unit};
use crate::dates::{PlaceAndDate, place_and_date};
use crate::text::characters::{COLONS, digit, is_alphabetic, is_bullet, is_small};
use crate::text::passage::plain_text;
use crate::text::tree::{BlockKind, Line, LineEnd};

/// The longest end of a line within a paragraph, in bytes: marks of emphasis, a backslash, the line end.
const LONGEST_LINE_END: usize = 7;

/// The maximum number of lines with addressees in other words.
const MOST_OTHERS: usize = 3;

/// The position of a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    /// Alone in its paragraph, heading or cell.
    Alone,
    /// First of several.
    First,
    /// After another line of the same paragraph or cell.
    Further,
}

impl Divider {
    pub(super) fn take_line(&mut self, line: Line, text: &LineText, position: Position) {
        if line.is_blank() || line.is_picture() {
            return self.push_lines(Role::Other, None, vec![line]);
        }
        if let Some((at, date)) = self.date_in_column(&text.plain) {
            let (left, right) = line.split_at(at);
            self.take_rest(left, position);
            return self.push_date(None, right, Some(date));
        }
        // “SG19/HP / -To Administrations”: the border of a cell, and a list.
        if let Some(at) = text.plain.find(" / ").filter(|at| {
            text.plain.get(at + 3..).is_some_and(|rest| rest.trim_start().starts_with(is_bullet))
        }) {
            let (left, right) = line.split_at(at);
            let (_, right) = right.split_at(2);
            self.take_rest(left, position);
            return self.take_rest(right, Position::Further);
        }
        if let Some(found) = text.label()
            && !self.is_value_of_subject(found.meaning, position)
        {
            let (label, value) = line.split_at(found.length);
            return self.take_labelled(found.meaning, label, value);
        }
        // A label of one or two letters without a colon is ambiguous.
        if let Some(label) = text.label_alone()
            && (position == Position::Alone || text.plain.chars().count() > 2)
            && !self.is_value_of_subject(label, position)
        {
            let end = Line { content: Vec::new(), end: LineEnd::Fixed };
            return self.take_labelled(label, line, end);
        }
        self.take_unlabelled(line, text, position);
    }

    /// Takes the rest of a line.
    pub(super) fn take_rest(&mut self, line: Line, position: Position) {
        let text = LineText::of(&line, self.language);
        self.take_line(line, &text, position);
    }

    pub(super) fn take_labelled(&mut self, label: Label, words: Line, value: Line) {
        let role = self.role_of_label(label);
        if role == Role::Subject && self.stage == Stage::Letterhead {
            self.find_addressees_before_subject();
        }
        if value.is_blank() {
            self.push_lines(role, Some(words), vec![value]);
            self.pending.push(role);
        } else {
            let text = LineText::of(&value, self.language);
            // “Tel.: / Fax: / E-mail: +41 …”: the values of all three follow in their order.
            if role == Role::Email && !self.pending.is_empty() && is_number(&text.plain) {
                self.push_lines(role, Some(words), vec![Line::default()]);
                self.pending.push(role);
                return self.take_rest(value, Position::Further);
            }
            self.pending.clear();
            self.take_value(role, Some(words), value, &text);
        }
    }

    /// Takes a value, and the rest of its line: other labels, or the date after the reference.
    pub(super) fn take_value(&mut self, role: Role, label: Option<Line>, value: Line, text: &LineText) {
        let may_hold_several = text.plain.len() <= LONGEST_LINE
            && !matches!(role, Role::Subject | Role::Copies | Role::AnnexList);
        if may_hold_several && let Some(at) = self.next_label(&text.plain) {
            let (value, rest) = value.split_at(at);
            let text = LineText::of(&value, self.language);
            self.push_value(role, label, value, &text);
            return self.take_rest(rest, Position::Further);
        }
        if role == Role::Reference
            && let Some(at) = self.addressees_behind_reference(&text.plain)
        {
            let (value, rest) = value.split_at(at);
            let text = LineText::of(&value, self.language);
            self.take_value(role, label, value, &text);
            return self.take_rest(rest, Position::Further);
        }
        if role == Role::Reference
            && let Some((at, date)) = text.date_behind_reference()
        {
            let (value, rest) = value.split_at(*at);
            self.push_lines(role, label, vec![value]);
            return self.push_date(None, rest, Some(date.clone()));
        }
        self.push_value(role, label, value, text);
    }

    /// The start, in bytes, of addressees in the line of a reference: behind a number or the code of a unit.
    fn addressees_behind_reference(&self, text: &str) -> Option<usize> {
        word_starts(text).filter(|_| text.len() <= LONGEST_LINE).find(|at| {
            let (before, rest) = text.split_at_checked(*at).unwrap_or_default();
            let is_behind = is_unit(before.trim()) || before.contains(|c| digit(c).is_some());
            is_behind && !rest.starts_with(is_small) && self.is_addressee_line(rest)
        })
    }

    /// A value that does not fit the label's role gets another: an e-mail address is not a telephone number.
    fn push_value(&mut self, role: Role, label: Option<Line>, value: Line, text: &LineText) {
        let is_mail = text.plain.contains('@');
        let has_digit = || text.plain.contains(|c| digit(c).is_some());
        let role = match role {
            Role::PlaceAndDate => return self.push_date(label, value, text.date().cloned()),
            Role::Phone | Role::Fax if is_mail => Role::Email,
            Role::Phone | Role::Fax if !has_digit() => Role::Particular,
            Role::Email if !is_mail && has_digit() => Role::Particular,
            role => role,
        };
        self.push_lines(role, label, vec![value]);
    }

    /// Whether a word that could be a label is inside the subject's own paragraph, where few labels occur.
    fn is_value_of_subject(&self, label: Label, position: Position) -> bool {
        position == Position::Further
            && self.last_role() == Some(Role::Subject)
            && self.pending.is_empty()
            && matches!(label, Label::Addressees | Label::Date | Label::Sender | Label::Subject)
    }

    /// The role of a label's value, which depends on the parts before it.
    fn role_of_label(&mut self, label: Label) -> Role {
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
            // References after the subject are those of other letters.
            Label::Reference if self.has(Role::Subject) => Role::Particular,
            Label::Date if self.has(Role::PlaceAndDate) || self.has(Role::Subject) => Role::Particular,
            Label::Addressees if self.stage != Stage::Letterhead => Role::Particular,
            Label::Subject if self.has(Role::Body) || self.stage != Stage::Letterhead => Role::Particular,
            Label::Addressees | Label::Copies => {
                let role = role(label);
                self.last_list = Some(role);
                role
            }
            _ => role(label),
        }
    }

    /// Lines in other words, between reference and subject, are the addressees if no others are named.
    fn find_addressees_before_subject(&mut self) {
        if self.has(Role::Addressees) || !self.has(Role::Reference) {
            return;
        }
        let is_other =
            |part: &Part| part.role == Role::Other && !part.block.lines().iter().all(Line::is_blank);
        let reference = self.parts.iter().position(|part| part.role == Role::Reference).unwrap_or(0);
        let after = self.parts.iter().enumerate().skip(reference);
        let mut others = after.filter(|(_, part)| is_other(part)).map(|(at, _)| at);
        let Some(start) = others.next() else { return };
        let count = 1 + others.clone().count();
        // They stand together.
        if others.zip(start + 1..).any(|(at, next)| at != next) || count > MOST_OTHERS {
            return;
        }
        let Some(parts) = self.parts.get_mut(start..start + count) else { return };
        // They are the lines of one paragraph.
        let is_apart = |pair: &[Part]| {
            let (Some(one), Some(two)) = (pair.first(), pair.last()) else { return false };
            two.block.span.start > one.block.span.end + LONGEST_LINE_END
        };
        if parts.windows(2).any(is_apart) {
            return;
        }
        let is_name = |part: &Part| {
            let text = plain_text(part.block.lines());
            matches!(part.block.kind, BlockKind::Paragraph(_))
                && text.contains([' ', '\u{a0}'])
                && !text.contains(COLONS)
                && !text.contains(|c| digit(c).is_some())
                && !text.ends_with(['.', '。'])
        };
        let Some((first, rest)) =
            parts.split_first_mut().filter(|(first, rest)| is_name(first) && rest.iter().all(is_name))
        else {
            return;
        };
        // The lines of one paragraph are one entry.
        first.role = Role::Addressees;
        let lines = rest.iter().flat_map(|part| part.block.lines().iter().cloned());
        if let BlockKind::Paragraph(own) = &mut first.block.kind {
            if let Some(last) = own.last_mut() {
                last.end = LineEnd::Flowing;
            }
            own.extend(lines);
        }
        if let Some(last) = rest.last() {
            first.block.span.end = last.block.span.end;
        }
        self.parts.drain(start + 1..start + count);
        for (at, _) in self.dates.iter_mut().filter(|(at, _)| *at > start) {
            *at -= count - 1;
        }
        self.note_role(Role::Addressees);
    }

    fn last_labelled(&self) -> Option<Role> {
        self.parts.iter().rev().find(|part| part.label.is_some()).map(|part| part.role)
    }

    /// A telefax names its sender after the addressees and their number.
    fn disown_fax_of_addressees(&mut self) {
        if !self.has(Role::Addressees) {
            return;
        }
        let after = self.parts.iter_mut().rev().take_while(|part| part.role != Role::Addressees);
        let numbers = after.filter(|part: &&mut Part| matches!(part.role, Role::Fax | Role::Phone));
        numbers.for_each(|part| part.role = Role::Particular);
    }

    /// The start of the next label in a value, in bytes: after a space, and only labels that occur in line with others.
    pub(super) fn next_label(&self, text: &str) -> Option<usize> {
        word_starts(text).find(|at| {
            let rest = text.get(*at..).unwrap_or_default();
            rest.starts_with(|c: char| is_alphabetic(c) || c == '(')
                && label(rest, self.language).is_some_and(|found| {
                    let has_colon = || rest.get(..found.length).is_some_and(|label| label.contains(COLONS));
                    match found.meaning {
                        Label::Addressees => false,
                        Label::Subject | Label::Copies | Label::Sender => found.length > 3 && has_colon(),
                        _ => true,
                    }
                })
        })
    }

    /// The start, in bytes, and the value of the date in a line of two columns separated only by spaces.
    fn date_in_column(&self, text: &str) -> Option<(usize, PlaceAndDate)> {
        if self.has(Role::PlaceAndDate) || self.has(Role::Subject) || text.len() > LONGEST_LINE {
            return None;
        }
        let at = text.rfind("   ").or_else(|| text.rfind('\t'))?;
        let (left, date) = text.split_at_checked(at)?;
        let date = place_and_date(date.trim(), self.language)?;
        (!left.trim().is_empty()).then_some((at, date))
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
