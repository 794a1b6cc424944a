//! What the words of a line say by themselves, wherever it stands.

use std::cell::OnceCell;

use super::super::labels;
use super::super::meanings::Label;
use crate::dates::{PlaceAndDate, place_and_date};
use crate::grammar::own_reference;
use crate::ids::Language;
use crate::text::characters::is_space;
use crate::text::tree::{Line, clean};
use crate::text::words::Found;

/// The longest line that can hold several values, in bytes.
pub(super) const LONGEST_LINE: usize = 600;

/// The text of a line. What it says is looked up when it is first asked for, and only once: a line is asked whether it belongs to the
/// letterhead before it is taken.
pub(super) struct LineText {
    pub(super) plain: String,
    language: Option<Language>,
    label: OnceCell<Option<Found<Label>>>,
    label_alone: OnceCell<Option<Label>>,
    date: OnceCell<Option<PlaceAndDate>>,
    date_behind_reference: OnceCell<Option<(usize, PlaceAndDate)>>,
    is_reference: OnceCell<bool>,
}

impl LineText {
    pub(super) fn of(line: &Line, language: Option<Language>) -> Self {
        Self {
            plain: line.plain(),
            language,
            label: OnceCell::new(),
            label_alone: OnceCell::new(),
            date: OnceCell::new(),
            date_behind_reference: OnceCell::new(),
            is_reference: OnceCell::new(),
        }
    }

    /// The texts of the lines.
    pub(super) fn of_lines(lines: &[Line], language: Option<Language>) -> Vec<Self> {
        lines.iter().map(|line| Self::of(line, language)).collect()
    }

    /// The label with which the line begins.
    pub(super) fn label(&self) -> Option<Found<Label>> {
        *self.label.get_or_init(|| labels::label(&self.plain, self.language))
    }

    /// The label that the line is, without a value.
    pub(super) fn label_alone(&self) -> Option<Label> {
        *self.label_alone.get_or_init(|| labels::label_alone(&self.plain, self.language))
    }

    /// The place and date that the line is.
    pub(super) fn date(&self) -> Option<&PlaceAndDate> {
        let short = || Some(&self.plain).filter(|text| text.len() <= LONGEST_LINE);
        let read = || place_and_date(&clean(short()?), self.language);
        self.date.get_or_init(read).as_ref()
    }

    /// The date behind a reference, and where it begins.
    pub(super) fn date_behind_reference(&self) -> Option<&(usize, PlaceAndDate)> {
        self.date_behind_reference.get_or_init(|| self.find_date_behind_reference()).as_ref()
    }

    fn find_date_behind_reference(&self) -> Option<(usize, PlaceAndDate)> {
        let text = &self.plain;
        if text.len() > LONGEST_LINE {
            return None;
        }
        let first = own_reference::number_ends(text, self.language).next()?;
        word_starts(text).filter(|at| *at > first).find_map(|at| {
            let words = text.get(at..).unwrap_or_default();
            Some((at, place_and_date(words.trim(), self.language)?))
        })
    }

    /// Whether the line is a reference without a label, maybe with the date behind it.
    pub(super) fn is_reference(&self) -> bool {
        *self.is_reference.get_or_init(|| {
            let end = self.date_behind_reference().map_or(self.plain.len(), |(at, _)| *at);
            own_reference::is_reference(self.plain.get(..end).unwrap_or(&self.plain), self.language)
        })
    }
}

/// Where the words of the text begin that stand behind a space.
pub(super) fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let starts = text.match_indices(is_space).map(|(at, space)| at + space.len());
    starts.filter(|at| text.get(*at..).is_some_and(|rest| !rest.starts_with(is_space)))
}
