//! The numbers of letters, alone and in lists: `CL-20/43`, `4/LCCE/71`, `BDT/IP/CSTG-2`, “N° 19/53 et N° 20/40”.

use std::ops::Range;

use super::numbers::{ListedNumber, is_digits};
use super::reader::{Reader, SIGNS};
use super::terms::Term;
use super::tokens::{Kind, plain};
use crate::ids::{DocumentId, Series, study_group_letter};
use crate::text::characters::is_dash;
use crate::text::folding::folded;

/// A letter in a list.
pub(super) struct ListedLetter {
    pub(super) range: Range<usize>,
    pub(super) number: LetterNumber,
    /// The series that is named before the number; those that follow share it.
    series: Option<Series>,
}

/// The number of a letter.
pub(super) enum LetterNumber {
    /// With its series.
    OfSeries(DocumentId),
    /// Without: the words around it have to name the series.
    Bare(String),
}

/// Whether white space is allowed between the code of a series and its number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// None in a reference that stands alone: “CR 5” may be anything.
    Glued,
    /// Any, because the words around it say that it is a letter.
    Free,
}

impl ListedLetter {
    /// Whether its number does not name its series.
    pub(super) const fn is_bare(&self) -> bool {
        matches!(self.number, LetterNumber::Bare(_))
    }

    /// Whether it continues the list: a bare number is greater than the one before, or else it is a date or a quantity.
    fn continues(&self, last: Option<&Self>) -> bool {
        let whole = |letter: &Self| match &letter.number {
            LetterNumber::Bare(number) => number.parse::<u32>().ok(),
            LetterNumber::OfSeries(_) => None,
        };
        match (last.and_then(whole), whole(self)) {
            (Some(last), Some(next)) => last < next,
            // A bare number does not continue “19/53, 20/40”.
            (None, Some(_)) => false,
            _ => true,
        }
    }
}

impl Reader<'_> {
    /// The letters of a list, with the two ends of each range, and the token after them.
    pub(super) fn listed_letters(&self, from: usize) -> Option<(Vec<ListedLetter>, usize)> {
        let (first, mut next) = self.listed_letter(from, None, Spacing::Free)?;
        let mut letters = vec![first];
        while let Some(from) = self.behind_separator(next)
            && let Some((letter, behind)) =
                self.listed_letter(from, letters.last().and_then(|last| last.series), Spacing::Free)
            && letter.continues(letters.last())
        {
            letters.push(letter);
            next = behind;
        }
        Some((letters.into_iter().flat_map(|letter| self.ends_of_letters(letter)).collect(), next))
    }

    /// A reference that names its series, with its place, and the token after it.
    pub(super) fn letter_of_series(
        &self,
        at: usize,
        spacing: Spacing,
    ) -> Option<(DocumentId, Range<usize>, usize)> {
        let (letter, next) = self.listed_letter(at, None, spacing)?;
        match letter.number {
            LetterNumber::OfSeries(id) => Some((id, letter.range, next)),
            LetterNumber::Bare(_) => None,
        }
    }

    /// The token after the number of a letter that names its series, without its amendment.
    pub(super) fn behind_number_of_series(&self, at: usize) -> Option<usize> {
        match self.series_at(at) {
            Some(series) => self.number_of_series(series, at, Spacing::Free).map(|(_, next)| next),
            None => study_group_letter(&self.number(at)?).map(|_| at + 1),
        }
    }

    /// A reference, or its number, with its sign and amendment; `shared` is the series of the letter before it in the
    /// list.
    fn listed_letter(
        &self,
        from: usize,
        shared: Option<Series>,
        spacing: Spacing,
    ) -> Option<(ListedLetter, usize)> {
        let at = self.skip(from, SIGNS);
        // The sign of several numbers is shared by them.
        let first = if self.has_term(from, Term::NumberSigns) { at } else { from };
        let (number, series, next) = match self.series_at(at) {
            Some(series) => {
                let (id, next) = self.number_of_series(series, at, spacing)?;
                (LetterNumber::OfSeries(id), Some(series), next)
            }
            None => {
                let (number, series) = number_alone(&self.number(at)?, shared)?;
                (number, series, at + 1)
            }
        };
        let (number, next) = match number {
            LetterNumber::OfSeries(id) => {
                let (id, next) = self.amended(id, next);
                (LetterNumber::OfSeries(id), next)
            }
            bare @ LetterNumber::Bare(_) => (bare, next),
        };
        Some((ListedLetter { range: self.start(first)..self.end_before(next), number, series }, next))
    }

    /// The series whose code, in capitals, is at the token.
    fn series_at(&self, at: usize) -> Option<Series> {
        self.term(at).and_then(Term::series).filter(|_| self.is_all_capital(at))
    }

    /// The letter whose series is named at the token, and the token after it.
    fn number_of_series(&self, series: Series, at: usize, spacing: Spacing) -> Option<(DocumentId, usize)> {
        if series == Series::Bdt {
            return if self.begins_bdt_number(at) { self.bdt_number(at) } else { None };
        }
        let is_joined = matches!(self.kind(at + 1), Some(Kind::Hyphen | Kind::Slash));
        let at = at + 1 + usize::from(is_joined);
        // “DM N° 298”
        let at = if series == Series::Dm { self.skip(at, SIGNS) } else { at };
        let number = self.number(at)?;
        let is_near = self.is_glued(at) || number.contains('/');
        let needs_stroke = matches!(series, Series::Radiocommunication(_));
        let is_evident = spacing == Spacing::Free || is_near && (is_joined || !needs_stroke);
        Some((series.letter(&number).filter(|_| is_evident)?, at + 1))
    }

    /// Whether a number of the BDT begins at the token, and not just its name.
    pub(super) fn begins_bdt_number(&self, at: usize) -> bool {
        self.has_term(at, Term::DevelopmentBureau) && self.is(at + 1, Kind::Slash) && self.is_glued(at + 1)
    }

    /// `BDT/008`, `BDT/CIRCULAR/017`, `BDT/IP/CSTG-2`, `БРЭ/021`.
    fn bdt_number(&self, at: usize) -> Option<(DocumentId, usize)> {
        if let Some(number) = self.number(at + 2).filter(|number| is_digits(number)) {
            return Some((Series::Bdt.letter(&number)?, at + 3));
        }
        let start = self.start(at);
        let rest = self.text.get(start..)?;
        let is_of_reference =
            |c: char| c.is_ascii_alphanumeric() || c == '/' || is_dash(c) || folded(c).is_none();
        let length = rest.find(|c| !is_of_reference(c)).unwrap_or(rest.len());
        let reference = rest.get(..length)?.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let id = DocumentId::from_reference(&plain(reference))?;
        let end = start + reference.len();
        let next = at + (at..self.tokens.len()).take_while(|at| self.start(*at) < end).count();
        Some((id, next))
    }

    /// The letter, or the two at the ends of the range that its number is, “81–85”.
    fn ends_of_letters(&self, letter: ListedLetter) -> Vec<ListedLetter> {
        let LetterNumber::Bare(number) = &letter.number else { return vec![letter] };
        let Some(ends) = self.ends_of_range(&letter.range, number) else { return vec![letter] };
        let listed = |ListedNumber { number, range, .. }: ListedNumber| ListedLetter {
            range,
            number: LetterNumber::Bare(number),
            series: letter.series,
        };
        ends.map(listed).into()
    }
}

/// The meaning of a number without the code of a series, and the series that it shares with the letter before it in the
/// list.
fn number_alone(number: &str, shared: Option<Series>) -> Option<(LetterNumber, Option<Series>)> {
    if let Some(id) = study_group_letter(number) {
        return Some((LetterNumber::OfSeries(id), None));
    }
    if let Some(series) = shared {
        let id = series.letter(number).filter(|_| series != Series::Bdt)?;
        return Some((LetterNumber::OfSeries(id), shared));
    }
    // “9/SG3RG-LAC” is one number; one with a full stop or a letter at its end is no letter's.
    let is_number = number.split(['/', '-']).next().is_some_and(is_digits) && !number.contains('.');
    is_number.then(|| (LetterNumber::Bare(number.to_owned()), None))
}
