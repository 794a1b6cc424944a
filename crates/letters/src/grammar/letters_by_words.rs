//! Letters whose number does not name its series: “Circular 43”, “Циркуляр 179 БСЭ”, “第3/9号通函”.
//!
//! The series is that of the words around the number, or of the issuer of the citing letter. The numbers of TSB
//! Circulars start again with each study period: that of the circular's own date, if the text has it, or else that of
//! the citing letter's date.

use std::ops::Range;

use super::numbers::Named;
use super::reader::Reader;
use super::terms::Term;
use crate::dates;
use crate::ids::{Date, DocumentId, Issuer, Language, full_year, positive, study_period};
use crate::text::characters::{beginning, is_space};

/// The greatest distance between the number and the circular's own date, in characters.
const DATE_WITHIN: usize = 80;

impl Reader<'_> {
    /// The letter with the number. `kind` is the word for it, `bureau` the Bureau that is named beside it, and `place`
    /// reaches from the number to the end of the Bureau's name.
    pub(super) fn letter_by_words(
        &self,
        number: &str,
        kind: Term,
        bureau: Option<Issuer>,
        place: &Range<usize>,
    ) -> Option<Named> {
        let issuer = bureau.or(self.circumstances.issuer);
        match (kind, number.split_once('/')) {
            (Term::Letter | Term::AdministrativeCircular, _) | (Term::CollectiveLetter, None) => None,
            (Term::CollectiveLetter, Some((number, group))) => collective_letter(number, group),
            (_, Some((number, group))) if bureau == Some(Issuer::StandardizationBureau) => {
                collective_letter(number, group)
            }
            (Term::CircularLetter, Some((year, number))) => self.circular_letter(year, number),
            (Term::Circular, Some((year, number)))
                if matches!(issuer, None | Some(Issuer::GeneralSecretariat)) =>
            {
                self.circular_letter(year, number)
            }
            (_, Some(_)) => None,
            (_, None) => match issuer {
                Some(Issuer::StandardizationBureau) => self.tsb_circular(number, place),
                Some(Issuer::DevelopmentBureau) => {
                    Some(Named::surely(DocumentId::BdtCircular { number: positive(number)?.to_string() }))
                }
                Some(Issuer::RadiocommunicationBureau) if bureau.is_some() => None,
                _ if kind == Term::CircularLetter => {
                    Some(Named::surely(DocumentId::OldCircularLetter { number: positive(number)? }))
                }
                _ => None,
            },
        }
    }

    fn tsb_circular(&self, number: &str, place: &Range<usize>) -> Option<Named> {
        let is_chinese = self.circumstances.language == Some(Language::Chinese);
        let before = || if is_chinese { self.date_before(place.start) } else { None };
        let own = self.date_behind(place.end).or_else(before);
        let period = own.or(self.circumstances.date).and_then(study_period);
        Some(Named::surely(DocumentId::TsbCircular { period, number: positive(number)? }))
    }

    /// CL-yy/n without its letters. Converters leave pairs of numbers reversed in Arabic: the order that gives a year
    /// is taken, and if both do, the order is in doubt.
    fn circular_letter(&self, first: &str, second: &str) -> Option<Named> {
        let latest = self.circumstances.date.map_or(2099, Date::year);
        let id = |year: &str, number: &str| {
            let full = full_year(year).filter(|full| year.len() == 2 && (1990..=latest).contains(full))?;
            Some(DocumentId::CircularLetter { year: full, number: positive(number)? })
        };
        let written = id(first, second);
        let reversed = if self.is_arabic() { id(second, first) } else { None };
        let may_be_reversed = written.is_some() && reversed.is_some() && written != reversed;
        Some(Named { id: written.or(reversed)?, may_be_reversed })
    }

    /// The date that the text gives the document right after its number.
    fn date_behind(&self, end: usize) -> Option<Date> {
        let near = beginning(self.text.get(end..)?, DATE_WITHIN);
        // The date of another document is not this one's.
        let stop = near.char_indices().skip(40).find(|(_, c)| matches!(c, '.' | ';' | '。' | '；' | ':'));
        let stop = stop.map_or(near.len(), |(at, _)| at);
        let found = dates::find(near.get(..stop)?, self.circumstances.language);
        let date = found.into_iter().find_map(|found| Some((found.range.start, found.days?.0)))?;
        let between = near.get(..date.0)?;
        let is_its_own = !between.contains(|c: char| c.is_ascii_digit())
            && between.split(is_space).filter(|word| !word.is_empty()).count() <= 7;
        is_its_own.then_some(date.1)
    }

    /// The date that Chinese puts before the number: “2011年3月24日第179号通函”.
    pub(super) fn date_before(&self, start: usize) -> Option<Date> {
        let before = self.text.get(..start)?;
        let from = before.char_indices().rev().nth(DATE_WITHIN).map_or(0, |(at, _)| at);
        let near = before.get(from..)?;
        let found = dates::find(near, self.circumstances.language);
        let found = found.into_iter().next_back()?;
        let between = near.get(found.range.end..)?;
        let is_its_own = between.chars().count() <= 10 && !between.contains(['，', '。', '；', '、']);
        found.days.map(|(first, _)| first).filter(|_| is_its_own)
    }
}

/// n/SG: the group is a number, or the name of a group in capitals.
fn collective_letter(number: &str, group: &str) -> Option<Named> {
    let is_group = positive(group).is_some_and(|group| group < 100)
        || group.starts_with(|c: char| c.is_ascii_uppercase())
            && group.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-');
    is_group.then_some(())?;
    Some(Named::surely(DocumentId::CollectiveLetter { number: positive(number)?, group: group.to_owned() }))
}
