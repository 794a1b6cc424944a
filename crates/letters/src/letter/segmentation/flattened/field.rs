//! The fields of a letterhead that is one paragraph: where each begins, and where it must end.

use super::super::super::labels::label;
use super::super::super::meanings::{Label, Opening};
use super::super::super::vocabulary;
use super::super::formulas;
use super::super::line_text::word_starts;
use super::super::unlabelled::is_unit;
use crate::dates::{self, place_and_date};
use crate::diagnostic::Span;
use crate::grammar::own_reference;
use crate::ids::Language;
use crate::text::characters::{
    COLONS, COMMAS, digit, is_alphabetic, is_alphanumeric, is_bullet, is_capital, is_dash, is_small, is_space,
};
use crate::text::words::is_passed_over;

/// The longest reference with its words, in bytes.
const LONGEST_REFERENCE: usize = 120;

/// The longest acronym of a name in brackets, in bytes.
const LONGEST_ACRONYM: usize = 8;

/// The maximum number of words before a date that are its place.
const MOST_WORDS_OF_PLACE: usize = 2;

/// Words before a dash within the name of a kind of members: “Государствам – Членам”, “организациям – Членам”.
const DASHED_NAMES: [&str; 2] = ["Государств", "организаци"];

/// The field to which a line belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Issuer,
    Labelled(Label),
    Reference,
    Unit,
    Date,
    Addressees,
    /// A further recipient.
    Item,
    Subject,
    Salutation,
    /// A number or an address.
    Value,
    /// A recipient that is not behind another: the columns of a table are mixed up.
    Stray,
    /// Text behind a field whose end is known.
    Rest,
}

impl Field {
    /// Whether the field makes a text a letterhead.
    pub(super) const fn is_of_letterhead(self) -> bool {
        !matches!(self, Self::Rest | Self::Stray | Self::Value | Self::Unit | Self::Item | Self::Labelled(_))
    }

    /// Whether the line is a recipient of the letter or of a copy.
    pub(super) const fn is_list(self) -> bool {
        matches!(self, Self::Addressees | Self::Item | Self::Labelled(Label::Addressees | Label::Copies))
    }

    /// Whether the field is the value of the label, so that no line begins between them.
    const fn is_value_of(self, label: Label) -> bool {
        matches!(
            (label, self),
            (Label::Reference, Self::Reference) | (Label::Date, Self::Date) | (_, Self::Value)
        )
    }
}

/// Finds the fields.
pub(super) struct Reader<'text> {
    text: &'text str,
    language: Option<Language>,
    /// The places of the dates.
    dates: Vec<Span>,
    /// The start of each line, with its field.
    pub(super) cuts: Vec<(usize, Field)>,
    /// The start of the subject, behind its label.
    pub(super) subject: Option<usize>,
}

impl<'text> Reader<'text> {
    pub(super) fn new(text: &'text str, language: Option<Language>) -> Self {
        Self {
            text,
            language,
            dates: dates::find(text, language).into_iter().map(|found| found.range).collect(),
            cuts: Vec::new(),
            subject: None,
        }
    }

    /// Finds the lines up to the salutation, and returns its end.
    pub(super) fn read(&mut self) -> Option<usize> {
        let starts: Vec<usize> = [0].into_iter().chain(word_starts(self.text)).collect();
        let mut free = 0;
        let mut salutation = None;
        for start in starts {
            // The value of a label may begin without a space: “文号：”.
            let mut at = Some(start).filter(|start| *start >= free);
            while let Some(start) = at.filter(|_| salutation.is_none()) {
                salutation = self.take(start, &mut free);
                at = Some(free).filter(|free| *free > start && !self.text.get(..*free).is_none_or(is_spaced));
            }
        }
        salutation
    }

    /// Takes the field that begins at the word, and returns the end of a salutation. Nothing begins before `free`.
    fn take(&mut self, start: usize, free: &mut usize) -> Option<usize> {
        let label = self.label_before(start, *free);
        if let Some(end) = self.salutation(start).filter(|_| label.is_none()) {
            self.cuts.push((start, Field::Salutation));
            return Some(end);
        }
        let (field, end) = self.field(start, label)?;
        match (label, self.cuts.last_mut()) {
            (Some(label), Some(last)) if field.is_value_of(label) => {
                last.1 = if field == Field::Value { last.1 } else { field };
            }
            _ => self.cuts.push((start, field)),
        }
        *free = end;
        if !matches!(field, Field::Labelled(_) | Field::Subject | Field::Addressees | Field::Item) {
            self.begin_rest(end);
        }
        None
    }

    /// The label right before the word.
    fn label_before(&self, start: usize, free: usize) -> Option<Label> {
        match self.cuts.last() {
            Some((_, Field::Labelled(label))) if start == free && start > 0 => Some(*label),
            _ => None,
        }
    }

    fn last(&self) -> Option<Field> {
        self.cuts.last().map(|(_, field)| *field)
    }

    fn has(&self, wanted: Field) -> bool {
        self.cuts.iter().any(|(_, field)| *field == wanted)
    }

    /// Whether the label of a subject stands anywhere in the text.
    fn has_subject_label(&self) -> bool {
        word_starts(self.text).any(|at| {
            labelled(self.rest(at), self.language).is_some_and(|(label, _)| label == Label::Subject)
        })
    }

    fn rest(&self, at: usize) -> &'text str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Begins a line behind a field whose end is known.
    fn begin_rest(&mut self, end: usize) {
        let rest = self.rest(end);
        let start = end + (rest.len() - rest.trim_start().len());
        if self.rest(start).starts_with(|c: char| is_alphanumeric(c) || is_bullet(c) || c == '(') {
            self.cuts.push((start, Field::Rest));
        }
    }

    /// The field that begins at the word, and the end of the words by which it is known. `label` is the label right before
    /// the word.
    fn field(&mut self, start: usize, label: Option<Label>) -> Option<(Field, usize)> {
        let rest = self.rest(start);
        if let Some((label, length)) = labelled(rest, self.language) {
            let end = start + length;
            return match label {
                Label::Subject if self.subject.is_some() => None,
                Label::Subject => {
                    self.subject = Some(end);
                    Some((Field::Subject, end))
                }
                Label::Addressees if !self.has(Field::Addressees) => Some((Field::Addressees, end)),
                label => Some((Field::Labelled(label), end)),
            };
        }
        if self.subject.is_some() {
            return self.date_behind_subject(start);
        }
        match label {
            Some(Label::Phone | Label::Fax) => return self.number(start),
            Some(Label::Email) => return self.mailbox(start),
            Some(Label::Contact | Label::Subject | Label::Sender | Label::Particular) => return None,
            _ => {}
        }
        if self.is_item_elsewhere(start) {
            return Some((Field::Stray, start + 1));
        }
        self.issuer(start)
            .or_else(|| self.date(start))
            .or_else(|| self.reference(start))
            .or_else(|| self.unit(start))
            .or_else(|| self.recipient(start, label))
            .or_else(|| self.unknown_label(start))
    }

    /// The Union's name, or that of the issuer.
    fn issuer(&self, start: usize) -> Option<(Field, usize)> {
        let rest = self.rest(start);
        if self.has(Field::Reference) || self.has(Field::Addressees) || self.has(Field::Issuer) {
            return None;
        }
        let Some(union) = vocabulary::opening(rest, Opening::Union, self.language) else {
            let length = vocabulary::issuer_length(rest)?;
            return Some((Field::Issuer, self.behind_bracket(start + length)));
        };
        let end = self.behind_bracket(start + union);
        let after = self.rest(end);
        // “International Telecommunication Union – General Secretariat” is one line.
        let bureau = after.trim_start_matches(|c| is_dash(c) || is_space(c));
        match vocabulary::issuer_length(bureau).filter(|_| after.trim_start().starts_with(is_dash)) {
            Some(length) => {
                Some((Field::Issuer, self.behind_bracket(end + after.len() - bureau.len() + length)))
            }
            None => Some((Field::Rest, end)),
        }
    }

    /// The end of the acronym in brackets that follows a name.
    fn behind_bracket(&self, end: usize) -> usize {
        let rest = self.rest(end);
        let inner = rest.trim_start().strip_prefix(['(', '（']);
        match inner.and_then(|inner| inner.split_once([')', '）'])) {
            Some((acronym, after)) if acronym.len() <= LONGEST_ACRONYM && !acronym.contains(is_space) => {
                end + rest.len() - after.len()
            }
            _ => end,
        }
    }

    /// A date that begins at the word, with its place before or behind it.
    fn date(&self, start: usize) -> Option<(Field, usize)> {
        if self.has(Field::Date) || self.has(Field::Addressees) {
            return None;
        }
        let date = self.dates.iter().find(|date| date.end > start)?;
        let before = self.text.get(start..date.start.max(start))?;
        // “Circular Letter 11 August 2007 CR/384”
        let is_near = before.split_whitespace().count() <= MOST_WORDS_OF_PLACE
            && own_reference::first_word(before, self.language).is_none();
        let found =
            place_and_date(self.text.get(start..date.end)?.trim(), self.language).filter(|_| is_near)?;
        let word_end = self.rest(date.end).find(is_space).map_or(self.text.len(), |at| date.end + at);
        let with_place = self.text.get(start..word_end).and_then(|text| place_and_date(text, self.language));
        let is_behind = found.place.is_none() && with_place.is_some_and(|found| found.place.is_some());
        Some((Field::Date, if is_behind { word_end } else { date.end }))
    }

    /// A place and a date behind the subject, without a comma between, are another line: the date of the letter, or the
    /// line of an event.
    fn date_behind_subject(&self, start: usize) -> Option<(Field, usize)> {
        let date = self.dates.iter().find(|date| date.end > start)?;
        let (before, rest) = (self.text.get(..start)?.trim_end(), self.rest(start));
        let place = self.text.get(start..date.start)?.trim_end();
        let word_end = self.rest(date.end).find(is_space).map_or(self.text.len(), |at| date.end + at);
        let end = if place.is_empty() { word_end } else { date.end };
        let found = place_and_date(self.text.get(start..end)?, self.language)?;
        let is_word =
            !place.contains(is_space) || place.split(is_space).nth(1).is_some_and(|le| le.len() <= 2);
        let is_line = self.last() == Some(Field::Subject)
            && found.place.is_some()
            && is_word
            && !rest.starts_with(is_small)
            && !before.ends_with(|c: char| COMMAS.contains(&c) || COLONS.contains(&c) || is_dash(c));
        is_line.then_some((Field::Rest, end))
    }

    /// A reference with its words, and the words behind its number.
    fn reference(&self, start: usize) -> Option<(Field, usize)> {
        if self.has(Field::Addressees) {
            return None;
        }
        let rest = self.rest(start);
        let near = rest.get(..rest.floor_char_boundary(LONGEST_REFERENCE)).unwrap_or(rest);
        let is_reference =
            |end: usize| near.get(..end).is_some_and(|text| own_reference::is_reference(text, self.language));
        let word_end = |from: usize| {
            near.get(from..).and_then(|rest| rest.find(is_space)).map_or(near.len(), |at| from + at)
        };
        // “Corrigendum 1 to Circular Letter CR/384” ends with its second number.
        let is_finished = |end: &usize| {
            near.get(..*end).is_some_and(|text| !own_reference::is_unfinished(text, self.language))
        };
        let number = own_reference::number_ends(near, self.language).find(is_finished)?;
        let mut end = Some(word_end(number)).filter(|end| is_reference(*end)).unwrap_or(number);
        let is_in_date =
            |end: usize| self.dates.iter().any(|date| (date.start + 1..=date.end).contains(&(start + end)));
        if is_in_date(number) || !is_reference(end) {
            return None;
        }
        // “Циркуляр 285 БСЭ”
        loop {
            let next = word_end((end + 1).min(near.len()));
            let word = near.get(end..next).unwrap_or_default().trim();
            let begins_other = self.unit_length(start + end + 1).is_some()
                || label(self.rest(start + end + 1), self.language).is_some()
                || vocabulary::opening(word, Opening::Addressees, self.language).is_some()
                || vocabulary::issuer_length(word).is_some();
            if word.is_empty() || word.contains(|c| digit(c).is_some()) || begins_other || !is_reference(next)
            {
                return Some((Field::Reference, start + end));
            }
            end = next;
        }
    }

    /// The code of a unit behind the reference.
    fn unit(&self, start: usize) -> Option<(Field, usize)> {
        let may_follow = self.has(Field::Reference) && !self.has(Field::Unit) && !self.has(Field::Addressees);
        let length = self.unit_length(start).filter(|_| may_follow)?;
        Some((Field::Unit, start + length))
    }

    /// The length of the code of a unit, in one word or two: “TSB Events/MQ”.
    fn unit_length(&self, start: usize) -> Option<usize> {
        let rest = self.rest(start);
        let mut ends = rest.match_indices(is_space).map(|(at, _)| at).chain([rest.len()]);
        let (one, two) = (ends.next()?, ends.next());
        let is_code = |end: &usize| {
            rest.get(..*end).is_some_and(|code| is_unit(code) && !code.ends_with(|c| is_dash(c) || c == ':'))
        };
        // The second word is a number, or a name whose first letter is its only capital.
        let second = rest.get(one..).unwrap_or_default().trim_start();
        let is_name = second.starts_with(|c| digit(c).is_some())
            || second.starts_with(is_capital) && second.chars().nth(1).is_some_and(is_small);
        two.filter(|_| is_name).into_iter().chain([one]).find(is_code)
    }

    /// The addressees, or a further recipient of the letter or of copies.
    fn recipient(&self, start: usize, label: Option<Label>) -> Option<(Field, usize)> {
        let rest = self.rest(start);
        let words = rest.trim_start_matches(|c| is_bullet(c) || is_space(c));
        let end = self.text.len() - words.len() + words.chars().next().map_or(0, char::len_utf8);
        if label.is_some() {
            return None;
        }
        if self.last().is_some_and(Field::is_list) {
            let before = self.text.get(..start)?.trim_end();
            let is_bulleted = words.len() < rest.len() && !words.starts_with(is_small);
            let is_name = DASHED_NAMES
                .iter()
                .any(|name| before.rsplit(is_space).next().is_some_and(|word| word.starts_with(name)));
            let is_item = before.ends_with([';', '；', '؛']) || is_bulleted && !is_name;
            return is_item.then_some((Field::Item, end));
        }
        let opens = vocabulary::opening(words, Opening::Addressees, self.language).is_some();
        if words.starts_with(is_small) {
            return None;
        }
        let is_ready = self
            .cuts
            .iter()
            .any(|(_, field)| matches!(field, Field::Reference | Field::Date | Field::Labelled(_)));
        (is_ready && opens && !self.has(Field::Addressees)).then_some((Field::Addressees, end))
    }

    /// Whether a dash and a word that begins a name follow something else than a recipient.
    fn is_item_elsewhere(&self, start: usize) -> bool {
        let rest = self.rest(start);
        let words = rest.trim_start_matches(|c| is_bullet(c) || is_space(c));
        matches!(
            self.last(),
            Some(Field::Labelled(Label::Contact | Label::Email) | Field::Unit | Field::Rest)
        ) && rest.starts_with(is_bullet)
            && rest.trim_start_matches(is_bullet).starts_with(is_space)
            && words.starts_with(is_capital)
    }

    /// A telephone number.
    fn number(&self, start: usize) -> Option<(Field, usize)> {
        let rest = self.rest(start);
        let is_of_number =
            |c: char| digit(c).is_some() || is_space(c) || "+()./".contains(c) || is_passed_over(c);
        let end = rest.find(|c| !is_of_number(c)).unwrap_or(rest.len());
        let number = rest.get(..end)?.trim_end_matches(|c| is_space(c) || c == '(');
        // The number may be the first of a date.
        let in_date = self.dates.iter().any(|date| date.start < start + number.len() && start < date.end);
        (!number.is_empty() && !in_date).then_some((Field::Value, start + number.len()))
    }

    /// An e-mail address.
    fn mailbox(&self, start: usize) -> Option<(Field, usize)> {
        let rest = self.rest(start);
        let word = rest.split(is_space).next()?;
        word.contains('@').then_some((Field::Value, start + word.len()))
    }

    /// A word with a colon, in a script with capitals only one with a capital: a label that is not known.
    fn unknown_label(&self, start: usize) -> Option<(Field, usize)> {
        let rest = self.rest(start);
        let end = rest.find(COLONS)?;
        let word = rest.get(..end)?;
        let is_label = !word.is_empty()
            && word.chars().all(|c| is_alphabetic(c) || is_dash(c) || c == '.')
            && !word.starts_with(is_small)
            && self.cuts.len() > 1;
        is_label.then_some((Field::Rest, start + end))
    }

    /// The end of the salutation that begins at the word: behind the subject, if its label is known.
    fn salutation(&self, start: usize) -> Option<usize> {
        let rest = self.rest(start);
        if self.cuts.is_empty()
            || rest.starts_with(is_small)
            || !formulas::opens(rest, Opening::Salutation, self.language)
            || self.subject.is_none() && self.has_subject_label()
        {
            return None;
        }
        let length = formulas::salutation_length(rest, self.language)?;
        let salutation = rest.get(..length)?;
        let has_label = word_starts(salutation)
            .any(|at| label(salutation.get(at..).unwrap_or_default(), self.language).is_some());
        (!has_label).then_some(start + length)
    }
}

/// Whether the text ends with a space, or in the middle of a word.
fn is_spaced(text: &str) -> bool {
    !text.ends_with(COLONS)
}

/// The label with which the text begins, and its length: with a colon, or in front of a number or an address.
fn labelled(text: &str, language: Option<Language>) -> Option<(Label, usize)> {
    let found = label(text, language)?;
    let has_colon = text.get(..found.length).is_some_and(|label| label.contains(COLONS));
    let has_value = matches!(found.meaning, Label::Phone | Label::Fax | Label::Email);
    (has_colon || has_value).then_some((found.meaning, found.length))
}
