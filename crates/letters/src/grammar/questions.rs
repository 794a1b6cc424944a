//! Questions that study groups work on, and Opinions of the Policy Forum: “Question 4/17”, “Q4/17”, “Opinion 4”.

use std::ops::Range;

use super::numbers::{is_whole, number_of_question};
use super::reader::{OF, Reader, SIGNS};
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{DocumentId, Issuer, Sector, positive};

impl Reader<'_> {
    /// Reads Questions from the word for them on.
    pub(super) fn question(&mut self, at: usize) -> Option<usize> {
        self.questions(at, at, None)
    }

    pub(super) fn questions(&mut self, start: usize, at: usize, sector: Option<Sector>) -> Option<usize> {
        let mut from = at + 1;
        let mut sector = sector;
        while from < at + 5 {
            match self.term(from) {
                Some(Term::Of | Term::Itu | Term::NumberSign | Term::NumberSigns) => from += 1,
                Some(term) if let Some(its) = term.sector() => {
                    sector = Some(its);
                    from += 1;
                }
                _ => break,
            }
        }
        let mut members = vec![self.listed_question(from)?];
        let mut next = from + 1;
        while let Some(behind) = self.behind_separator(next) {
            let number = self.skip(behind, &[Term::NumberSign, Term::NumberSigns, Term::QuestionCode]);
            let Some(member) = self.listed_question(number) else { break };
            members.push(member);
            next = number + 1;
        }
        // “Question 12/15 (ITU-T)”
        let of = self.skip(next + usize::from(self.is(next, Kind::Open)), OF);
        let sector = sector.or(self.term(of).and_then(Term::sector));
        let is_named = sector.is_some();
        let sector = sector.or_else(|| self.only_in_sentence(at, Term::sector)).or(self.sector_of_issuer());
        if !is_named && !self.is_capital(at) {
            return None;
        }
        let is_list = members.len() > 1;
        for (number, group, range) in members {
            let range = if is_list { range } else { self.start(start)..range.end };
            self.add(range, DocumentId::Question { sector, number, group });
        }
        Some(next)
    }

    /// Reads “Q4/17”.
    pub(super) fn question_code(&mut self, at: usize) -> Option<usize> {
        if !self.is_glued(at + 1) {
            return None;
        }
        let (number, group, range) = self.listed_question(at + 1)?;
        let sector = self.sector_of_issuer();
        self.add(self.start(at)..range.end, DocumentId::Question { sector, number, group });
        Some(at + 2)
    }

    /// The number, the study group, and the place of a Question.
    fn listed_question(&self, at: usize) -> Option<(String, String, Range<usize>)> {
        let text = self.number(at)?;
        let (number, group) = number_of_question(&text)?;
        Some((number, group, self.start(at)..self.end_before(at + 1)))
    }

    pub(super) fn sector_of_issuer(&self) -> Option<Sector> {
        match self.circumstances.issuer? {
            Issuer::StandardizationBureau => Some(Sector::Standardization),
            Issuer::RadiocommunicationBureau => Some(Sector::Radiocommunication),
            Issuer::DevelopmentBureau => Some(Sector::Development),
            Issuer::GeneralSecretariat => None,
        }
    }

    /// Reads Opinions from the word for them on.
    pub(super) fn opinion(&mut self, at: usize) -> Option<usize> {
        if !self.is_capital(at) {
            return None;
        }
        let mut members = Vec::new();
        let mut from = at + 1;
        while matches!(self.term(from), Some(Term::Of | Term::Wtpf)) && from < at + 4 {
            from += 1;
        }
        let mut next = from;
        let mut candidate = Some(from);
        while let Some(place) = candidate {
            let number_at = self.skip(place, SIGNS);
            let Some(number) = self.number(number_at).filter(|number| is_whole(number) && number.len() <= 2)
            else {
                break;
            };
            let behind = self.edition(number_at + 1).map_or(number_at + 1, |(_, behind)| behind);
            members.push((positive(&number)?, self.start(place)..self.end_before(behind)));
            next = behind;
            candidate = self.behind_separator(next);
        }
        let is_foreign = self.is_foreign_behind(next) || self.is_foreign_before(at);
        if members.is_empty() || is_foreign || self.is_page_of_heading(next) {
            return None;
        }
        // The plural sign of a list is shared.
        let is_list = members.len() > 1;
        for (number, range) in members {
            let range = if is_list { range } else { self.start(at)..range.end };
            self.add(range, DocumentId::Opinion { number });
        }
        Some(next)
    }
}
