//! Lines without a label: values that a label awaits, lines whose own words determine their role, and lines that
//! continue the one before.

use super::super::labels::label_alone;
use super::super::meanings::{Label, Opening};
use super::super::parts::Role;
use super::super::vocabulary;
use super::divider::Divider;
use super::formulas::LONGEST_SHORT_LINE;
use super::labelled::Position;
use super::line_text::{LONGEST_LINE, LineText};
use super::stage::Stage;
use crate::grammar::own_reference;
use crate::ids::Language;
use crate::text::characters::{
    COLONS, COMMAS, digit, is_alphabetic, is_alphanumeric, is_bullet, is_capital, is_cyrillic, is_dash,
    is_small, is_space,
};
use crate::text::passage::plain_text;
use crate::text::scanning::clean;
use crate::text::tree::{Line, LineEnd};
use crate::text::words::is_passed_over;

/// The longest label, in characters.
const LONGEST_LABEL: usize = 24;

/// The longest code of a unit, in characters.
const LONGEST_UNIT: usize = 30;

/// The longest acronym that may follow the Union's name, in characters: “(ITU)”, “(UIT)”.
const LONGEST_ACRONYM: usize = 5;

/// The maximum number of words of addressees that end with a full stop: more are a sentence.
const MOST_WORDS_OF_SENTENCE: usize = 9;

/// The longest line with addressees, in characters.
const LONGEST_LIST: usize = 900;

/// The minimum number of digits of a telephone number.
const FEWEST_DIGITS: usize = 5;

impl Divider {
    pub(super) fn take_unlabelled(&mut self, line: Line, text: &LineText, position: Position) {
        if self.completes_issuer(&text.plain) {
            return self.continue_part(line);
        }
        if let Some(at) = self.issuer_behind_code(&text.plain) {
            let (code, rest) = line.split_at(at);
            self.push_lines(Role::Other, None, vec![code]);
            return self.take_rest(rest, position);
        }
        if let Some(length) = self.contact_before_name(&text.plain) {
            let (label, name) = line.split_at(length);
            return self.take_labelled(Label::Contact, label, name);
        }
        let own_role = self.role_of_words(text);
        if self.is_unit_line(&text.plain) {
            return self.push_lines(Role::Unit, None, vec![line]);
        }
        if !self.pending.is_empty() {
            let fits = own_role.is_none_or(|role| self.pending.contains(&role) || self.takes_anything());
            if fits && !self.furniture.is_line(&text.plain) {
                return self.give_to_pending(line, text, own_role);
            }
            // A date in the next column: “Ref: / Geneva, 25 October 2003 / TSB Circular 268”.
            if own_role == Some(Role::PlaceAndDate) && self.pending.contains(&Role::Reference) {
                return self.push_date(None, line, text.date().cloned());
            }
            self.pending.clear();
        }
        let goes_on = position == Position::Further;
        // “Member States of / the Union”: the line ended where the paper did. “a)” and “e-waste” begin something.
        let is_word = text.plain.chars().nth(1).is_some_and(|c| !matches!(c, ')' | '.' | '-'));
        if text.plain.starts_with(is_small)
            && is_word
            && matches!(self.last_role(), Some(Role::Subject | Role::Addressees))
        {
            self.end_last_line(LineEnd::Flowing);
        }
        match (own_role, self.last_role()) {
            (_, Some(Role::Subject)) if self.is_date_under_subject(&line, text) => {
                self.push_date(None, line, text.date().cloned());
            }
            // “Damascus, 19 July 2009”: the line of the event.
            (_, Some(Role::Subject)) if goes_on && text.date().is_some_and(|date| date.place.is_some()) => {
                self.continue_subject(line);
            }
            (_, Some(Role::Subject)) if goes_on => self.continue_part(line),
            (_, Some(Role::Subject))
                if self.in_table
                    || self.goes_on_with_subject(Some(&text.plain)) && own_role != Some(Role::Addressees) =>
            {
                self.continue_subject(line);
            }
            (_, Some(Role::Reference))
                if own_role != Some(Role::Addressees)
                    && (goes_on || self.names_series(text))
                    && self.is_reference_unfinished() =>
            {
                self.continue_reference(line, text);
            }
            // “Second meeting of the group / Damascus, 19 July 2009”: the date of what the line before it names.
            (Some(Role::PlaceAndDate), Some(Role::Other)) if goes_on && self.has(Role::Addressees) => {
                self.continue_part(line);
            }
            (Some(Role::Addressees), Some(Role::Addressees)) if goes_on => self.continue_part(line),
            (Some(role), _) => self.take_value(role, None, line, text),
            (None, _) if self.furniture.is_line(&text.plain) => {
                self.push_lines(Role::Furniture, None, vec![line]);
            }
            (None, Some(last @ (Role::Contact | Role::Phone | Role::Fax | Role::Email))) => {
                self.take_after_contact(line, &text.plain, last, position);
            }
            (
                None,
                Some(Role::Reference | Role::Addressees | Role::Copies | Role::Particular | Role::AnnexList),
            ) if goes_on => self.continue_part(line),
            (None, _) => self.take_dash_or_other(line, &text.plain),
        }
    }

    /// A line after a contact: another person with the same labels, one more number or address, or more of the name.
    fn take_after_contact(&mut self, line: Line, text: &str, last: Role, position: Position) {
        let goes_on = position == Position::Further;
        if text.len() <= LONGEST_LINE
            && let Some(at) = self.next_label(text)
        {
            let (name, rest) = line.split_at(at);
            self.push_lines(Role::Contact, None, vec![name]);
            return self.take_rest(rest, Position::Further);
        }
        match last {
            _ if is_mail(text) => self.push_lines(Role::Email, None, vec![line]),
            Role::Phone | Role::Fax if goes_on && is_number(text) => self.push_lines(last, None, vec![line]),
            Role::Contact if is_number(text) => self.push_lines(Role::Phone, None, vec![line]),
            Role::Contact if goes_on && !looks_labelled(text) => self.continue_part(line),
            _ => self.take_dash_or_other(line, text),
        }
    }

    /// A line with a dash continues the list of recipients, if only lines of the letterhead are between. The role of
    /// any other line is unknown.
    fn take_dash_or_other(&mut self, line: Line, text: &str) {
        let is_entry = text.trim_start().starts_with(is_bullet) && !self.has(Role::Subject);
        let role = self.last_list.filter(|_| is_entry).unwrap_or(Role::Other);
        self.push_lines(role, None, vec![line]);
    }

    /// Gives the line to the label that awaits it: the one whose values look like it, or else the first.
    fn give_to_pending(&mut self, line: Line, text: &LineText, own_role: Option<Role>) {
        let plain = text.plain.as_str();
        if self.last_role() == Some(Role::Reference) && self.pending.len() > 1 && is_unit(plain) {
            return self.push_lines(Role::Unit, None, vec![line]);
        }
        let is_list = |role: &Role| matches!(role, Role::Addressees | Role::Copies);
        let is_wanted = |role: &Role| {
            if is_mail(plain) {
                *role == Role::Email
            } else if is_number(plain) {
                matches!(role, Role::Phone | Role::Fax)
            } else if plain.trim_start().starts_with(is_bullet) {
                is_list(role)
            } else {
                Some(*role) == own_role
            }
        };
        // A number's label does not take a name.
        let fits =
            |role: &Role| plain.contains(|c| digit(c).is_some()) || !matches!(role, Role::Phone | Role::Fax);
        let at = self
            .pending
            .iter()
            .position(is_wanted)
            .or_else(|| self.pending.iter().position(fits))
            .unwrap_or(0);
        let is_alone = self.pending.len() == 1;
        let role = self.pending.get(at).copied().unwrap_or(Role::Other);
        // The labels before it have no value, but a list may still follow.
        let mut index = 0;
        self.pending.retain(|role| {
            index += 1;
            index - 1 > at || index - 1 < at && is_list(role)
        });
        let label = if is_alone || self.in_table { self.take_waiting_label(role) } else { None };
        self.take_value(role, label, line, text);
    }

    /// Whether the first waiting label accepts any line.
    fn takes_anything(&self) -> bool {
        matches!(
            self.pending.first(),
            Some(Role::Subject | Role::Addressees | Role::Copies | Role::Particular)
        )
    }

    /// The role of a line without a label, if its own words determine it.
    pub(super) fn role_of_words(&self, text: &LineText) -> Option<Role> {
        if text.plain.chars().count() > 2 * LONGEST_SHORT_LINE {
            return self.is_long_list(&text.plain).then_some(Role::Addressees);
        }
        let words = text.plain.trim_matches(is_passed_over);
        if let Some(role) = issuer_or_union(words, self.language)
            && !self.has(role)
            && !self.has(Role::Subject)
        {
            return Some(role);
        }
        let has_subject = self.has(Role::Subject);
        if !self.has(Role::PlaceAndDate) && !has_subject && text.date().is_some() {
            Some(Role::PlaceAndDate)
        } else if self.last_list != Some(Role::Copies) && self.is_addressee_line(words) {
            Some(Role::Addressees)
        } else if !has_subject && self.takes_reference() && text.is_reference() {
            Some(Role::Reference)
        } else {
            None
        }
    }

    /// Whether a long line names the addressees: the first ones, between reference and subject, and no sentence.
    fn is_long_list(&self, text: &str) -> bool {
        text.chars().count() <= LONGEST_LIST
            && self.has(Role::Reference)
            && !self.has(Role::Addressees)
            && !self.has(Role::Subject)
            && !text.trim_end().ends_with(['.', '。'])
            && self.is_addressee_line(text)
    }

    /// Whether a reference without a label may follow: the first, or one right after another.
    fn takes_reference(&self) -> bool {
        !self.has(Role::Reference) || self.last_role() == Some(Role::Reference)
    }

    /// A line with the opening of addressees that is not a sentence.
    pub(super) fn is_addressee_line(&self, text: &str) -> bool {
        let words = text.trim_start_matches(|c| is_bullet(c) || is_passed_over(c));
        let ends_sentence = text.trim_end().ends_with(['.', '。']);
        let is_long = words.split(is_space).count() > MOST_WORDS_OF_SENTENCE;
        vocabulary::opening(words, Opening::Addressees, self.language).is_some()
            && !(ends_sentence && (is_long || self.has(Role::Addressees)))
    }

    /// Whether the line begins like a reference, so that it can continue one after a blank line.
    fn names_series(&self, text: &LineText) -> bool {
        own_reference::first_word(text.plain.trim_start(), self.language).is_some() || text.is_reference()
    }

    /// Whether the last part is a reference that continues in the next line.
    fn is_reference_unfinished(&self) -> bool {
        self.parts.last().is_some_and(|part| {
            let text = plain_text(part.block.lines());
            !text.is_empty() && own_reference::is_unfinished(&text, self.language)
        })
    }

    /// Continues a reference, which the date may follow.
    fn continue_reference(&mut self, line: Line, text: &LineText) {
        let Some((at, date)) = text.date_behind_reference() else { return self.continue_part(line) };
        let (reference, rest) = line.split_at(*at);
        self.continue_part(reference);
        self.push_date(None, rest, Some(date.clone()));
    }

    /// Whether the line completes the issuer's name: “Oficina de Normalización / de las Telecomunicaciones”.
    fn completes_issuer(&self, text: &str) -> bool {
        let Some(issuer) = self.parts.last().filter(|part| part.role == Role::Issuer) else { return false };
        let issuer = plain_text(issuer.block.lines());
        let known = vocabulary::issuer_length(&issuer);
        known == Some(issuer.len())
            && vocabulary::issuer_length(&format!("{issuer} {}", text.trim_start())) > known
    }

    /// The length of the label of a contact without a colon, in front of a name: “Contacto Karla Booth”.
    fn contact_before_name(&self, text: &str) -> Option<usize> {
        let (word, rest) = text.trim().split_once(' ')?;
        let is_label =
            label_alone(word, self.language) == Some(Label::Contact) && word.starts_with(is_capital);
        let name = rest.trim_start().split(COMMAS).next()?;
        let mut words = name.split(' ');
        let is_name =
            (2..=4).contains(&words.clone().count()) && words.all(|word| word.starts_with(is_capital));
        (is_label && is_name && self.stage == Stage::Letterhead && !self.has(Role::Subject))
            .then_some(text.len() - rest.len())
    }

    /// The start of the issuer behind a filing code or an acronym in brackets: “(TSB) Telecommunication …”.
    fn issuer_behind_code(&self, text: &str) -> Option<usize> {
        let start = text.len() - text.trim_start().len();
        let (code, rest) = text.get(start..)?.split_once(' ')?;
        let is_acronym = code.starts_with(['(', '（']) && code.ends_with([')', '）']);
        let is_code = is_acronym || code.contains('/') && code.contains(is_capital);
        let is_free = is_code && !self.has(Role::Issuer) && !self.has(Role::Subject);
        (is_free && vocabulary::issuer(rest.trim_start()).is_some()).then_some(text.len() - rest.len())
    }

    /// Whether the line is the code of the unit, under the reference or in the cell under it.
    fn is_unit_line(&self, text: &str) -> bool {
        self.has(Role::Reference) && !self.has(Role::Unit) && !self.has(Role::Subject) && is_unit(text)
    }
}

/// The role of a line that names the issuer, possibly with the Union's name before it, or the Union alone.
fn issuer_or_union(text: &str, language: Option<Language>) -> Option<Role> {
    let issuer = |text: &str| vocabulary::issuer(text).map(|_| Role::Issuer);
    let Some(length) = vocabulary::opening(text, Opening::Union, language) else { return issuer(text) };
    let rest = text.get(length..)?.trim_start_matches(|c: char| !is_alphanumeric(c));
    if rest.chars().count() <= LONGEST_ACRONYM { Some(Role::Union) } else { issuer(rest) }
}

/// Whether a line seems to have an unknown label. “Web: …” does not continue a contact.
fn looks_labelled(text: &str) -> bool {
    text.split_once(COLONS).is_some_and(|(label, _)| {
        label.chars().count() <= LONGEST_LABEL
            && label.chars().all(|c| is_alphabetic(c) || is_dash(c) || matches!(c, ' ' | '.'))
    })
}

fn is_mail(text: &str) -> bool {
    text.split(is_space).any(|word| word.contains('@'))
}

/// A telephone number and nothing else.
pub(super) fn is_number(text: &str) -> bool {
    let is_of_number =
        |c: char| digit(c).is_some() || is_space(c) || is_dash(c) || "+()./".contains(c) || is_passed_over(c);
    text.chars().filter(|c| digit(*c).is_some()).count() >= FEWEST_DIGITS && text.chars().all(is_of_number)
}

/// Whether the last name of a code is the initials of a typist: “SPU/DM/jb”.
fn is_typist(name: &str) -> bool {
    name.len() <= 3 && name.chars().all(|c| c.is_ascii_lowercase())
}

/// Whether the text is the code of a unit, in capitals with slashes: `SG/TSB`, `COM 3/ST`, `TSB/WTSA`, `BDT/DKH/CYB`.
pub(super) fn is_unit(text: &str) -> bool {
    let text = clean(text);
    let is_name = |unit: &str| {
        (unit.starts_with(|c: char| is_capital(c) || c.is_ascii_digit()) || is_typist(unit))
            && unit.chars().all(|c| {
                c.is_ascii_alphanumeric() || is_cyrillic(c) || is_dash(c) || matches!(c, ' ' | '&' | '.')
            })
    };
    let mut names = text.split('/');
    text.contains('/')
        && text.chars().count() <= LONGEST_UNIT
        && names.clone().all(is_name)
        && text.starts_with(is_alphabetic)
        && names
            .next_back()
            .is_some_and(|last| !last.contains(is_small) || is_typist(last) && text.matches('/').count() > 1)
        && !own_reference::is_reference(&text, None)
}
