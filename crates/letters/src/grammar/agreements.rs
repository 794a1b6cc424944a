//! Final Acts of conferences, and regional agreements on frequencies: “Final Acts of WRC-15”, “GE06 Agreement”.

use super::reader::{OF, Reader};
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{DocumentId, Issuer};

/// The regional agreements by the place and year in their names: Stockholm 1961, Geneva 1975, 1984, 1985, 1989 and 2006,
/// Rio de Janeiro 1981 and 1988. Source: the list of regional agreements on itu.int, Radiocommunication Bureau.
const AGREEMENTS: [(&str, &str); 8] = [
    ("ST", "61"),
    ("GE", "75"),
    ("GE", "84"),
    ("GE", "85"),
    ("GE", "89"),
    ("GE", "06"),
    ("RJ", "81"),
    ("RJ", "88"),
];

impl Reader<'_> {
    /// Reads the Final Acts of a conference from the word for them on.
    pub(super) fn final_acts(&mut self, at: usize) -> Option<usize> {
        let name = self.skip(at + 1, OF);
        let (conference, next) = match self.conference(name) {
            Some(named) => named,
            None => {
                let acronym = self.term(name)?.conference()?;
                let (edition, next) = self.edition(name + 1)?;
                (format!("{acronym}-{:02}", edition.year? % 100), next)
            }
        };
        self.add(self.start(at)..self.end_before(next), DocumentId::FinalActs { conference });
        Some(next)
    }

    /// Reads an agreement from its code on, `GE06`; the word for it may be on either side.
    pub(super) fn regional_agreement(&mut self, at: usize) -> Option<usize> {
        let place = self.words(at);
        let number_at = at + 1 + usize::from(self.is(at + 1, Kind::Hyphen) && self.is_glued(at + 1));
        let year = self.number(number_at).filter(|_| self.is_glued(number_at))?;
        AGREEMENTS.contains(&(place, year.as_str())).then_some(())?;
        // The Spanish word for an agreement is also that for a Decision of the Council.
        let names = |at: usize| matches!(self.term(at), Some(Term::Agreement | Term::CouncilDecision));
        // “flight GE84”: the code alone is known to the Bureau that applies the agreements.
        let word = at.checked_sub(1).filter(|word| names(*word));
        let is_followed = word.is_none() && names(number_at + 1);
        (word.is_some()
            || is_followed
            || self.circumstances.issuer == Some(Issuer::RadiocommunicationBureau))
        .then_some(())?;
        let next = number_at + 1 + usize::from(is_followed);
        let id = DocumentId::RegionalAgreement { name: format!("{place}{year}").to_ascii_lowercase() };
        self.add(self.start(word.unwrap_or(at))..self.end_before(next), id);
        Some(next)
    }
}
