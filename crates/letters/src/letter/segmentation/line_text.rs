//! The meaning of a line's words out of context.

use std::cell::OnceCell;

use super::super::labels;
use super::super::meanings::Label;
use crate::dates::{PlaceAndDate, place_and_date};
use crate::grammar::own_reference;
use crate::ids::Language;
use crate::text::characters::is_space;
use crate::text::scanning::clean;
use crate::text::tree::Line;
use crate::text::words::Found;

/// The longest line that can hold several values, in bytes.
pub(super) const LONGEST_LINE: usize = 600;

/// The text of a line. Its words are looked up lazily and only once, because whether a line belongs to the letterhead
/// is checked before it is taken.
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

    /// The label, if the line is a label without a value.
    pub(super) fn label_alone(&self) -> Option<Label> {
        *self.label_alone.get_or_init(|| labels::label_alone(&self.plain, self.language))
    }

    /// Whether the line is a label with its colon and nothing else.
    pub(super) fn is_label(&self) -> bool {
        self.label().is_some_and(|label| label.length == self.plain.len())
    }

    /// The place and date, if the line has nothing else.
    pub(super) fn date(&self) -> Option<&PlaceAndDate> {
        let short = || Some(&self.plain).filter(|text| text.len() <= LONGEST_LINE);
        let read = || place_and_date(&clean(short()?), self.language);
        self.date.get_or_init(read).as_ref()
    }

    /// The start, in bytes, and the value of the date after a reference.
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

    /// Whether the line is a reference without a label, possibly with the date after it.
    pub(super) fn is_reference(&self) -> bool {
        *self.is_reference.get_or_init(|| {
            let end = self.date_behind_reference().map_or(self.plain.len(), |(at, _)| *at);
            own_reference::is_reference(self.plain.get(..end).unwrap_or(&self.plain), self.language)
        })
    }
}

/// The starts, in bytes, of the words of the text that follow a space.
pub(super) fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let starts = text.match_indices(is_space).map(|(at, space)| at + space.len());
    starts.filter(|at| text.get(*at..).is_some_and(|rest| !rest.starts_with(is_space)))
}
