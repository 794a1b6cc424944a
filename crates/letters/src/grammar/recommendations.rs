//! Recommendations: “Recommendation ITU-T Q.708 (03/99)”, “X.509建议书”; and other names that begin with a Sector: “ITU-R
//! Resolution 1-8”.

use std::ops::Range;

use super::numbers::is_number_of_recommendation;
use super::reader::{OF, Reader};
use super::terms::Term;
use super::tokens::{Kind, plain};
use crate::ids::{DocumentId, Issuer, Month, Sector, decimal, full_year};

/// The series that both the ITU-T and the ITU-R have: the letter alone does not show the Sector.
const SHARED_SERIES: [&str; 5] = ["F", "M", "P", "S", "V"];

/// A Recommendation in a list.
struct ListedRecommendation {
    range: Range<usize>,
    sector: Option<Sector>,
    number: String,
    edition: Option<Month>,
}

impl Reader<'_> {
    /// Reads Recommendations from the word for them on.
    pub(super) fn recommendation(&mut self, at: usize) -> Option<usize> {
        let between = &[Term::Of, Term::Itu, Term::NumberSign, Term::NumberSigns, Term::Revised];
        let from = self.skip(at + 1, between);
        self.recommendations(at, from)
    }

    /// Reads a Recommendation, a Question or a Resolution from the name of its Sector on.
    pub(super) fn technical_of_sector(&mut self, at: usize) -> Option<usize> {
        let sector = self.term(at)?.sector()?;
        if self.has_term(at.wrapping_sub(1), Term::Report) {
            return None;
        }
        match self.term(at + 1) {
            Some(Term::Recommendation) => self.recommendations(at, at + 2),
            Some(Term::Question) => self.questions(at, at + 1, Some(sector)),
            Some(Term::Resolution | Term::Resolutions) => self.resolution(at + 1),
            _ if self.is(at + 1, Kind::Code) => self.recommendations(at, at),
            _ => None,
        }
    }

    /// The Recommendations from the token on; the word for them, if there is one, is at `start`.
    fn recommendations(&mut self, start: usize, from: usize) -> Option<usize> {
        let (mut members, next) = self.listed_recommendations(from)?;
        // “ITU-R M.2410报告”
        if self.has_term(next, Term::Report) {
            return Some(next);
        }
        let behind = self.behind_recommendations(next, &mut members);
        let is_list = members.len() > 1;
        // A Sector before the first number of a list is shared, unless others have theirs.
        let is_shared = is_list && members.iter().skip(1).all(|member| member.sector.is_none());
        let before = (start..from).find_map(|at| self.term(at).and_then(Term::sector));
        let first = members.first().and_then(|first| first.sector).filter(|_| is_shared);
        let of = self.skip(behind, OF);
        let after = self.term(of).and_then(Term::sector).filter(|_| !self.is(of + 1, Kind::Code));
        let mut sector = before.or(first).or(after);
        let mut added = false;
        for (index, ListedRecommendation { range, sector: its_own, number, edition }) in
            members.into_iter().enumerate()
        {
            sector = its_own.or(sector);
            let Some(sector) = sector.or_else(|| self.sector_of_series(&number)) else { continue };
            let begin = if !is_list {
                self.start(start)
            } else if index == 0 && is_shared && !self.is_chinese() {
                self.next_of_kind(Kind::Code, range.start)
            } else {
                range.start
            };
            self.add(begin..range.end, DocumentId::Recommendation { sector, number, edition });
            added = true;
        }
        added.then_some(behind)
    }

    /// The Recommendations of a list, and the token after them.
    fn listed_recommendations(&self, from: usize) -> Option<(Vec<ListedRecommendation>, usize)> {
        let (first, mut next) = self.listed_recommendation(from)?;
        let mut members = vec![first];
        while let Some(at) = self.behind_separator(next)
            && let Some((member, behind)) = self.listed_recommendation(at)
        {
            members.push(member);
            next = behind;
        }
        Some((members, next))
    }

    /// The token after the word for a Recommendation and its edition, if they follow the list: they belong to its last
    /// member, as in “ITU-T Q.708建议书（03/99）”.
    fn behind_recommendations(&self, at: usize, members: &mut [ListedRecommendation]) -> usize {
        let Some(last) = members.last_mut().filter(|_| self.has_term(at, Term::Recommendation)) else {
            return at;
        };
        let edition = self.month(at + 1);
        let behind = edition.map_or(at + 1, |(_, behind)| behind);
        last.edition = last.edition.or(edition.map(|(month, _)| month));
        last.range.end = self.end_before(behind);
        behind
    }

    /// Reads a number before the word for it: “D.140建议书”.
    pub(super) fn recommendation_of_series(&mut self, at: usize) -> Option<usize> {
        let end = self.month(at + 1).map_or(at + 1, |(_, next)| next);
        if self.is_chinese() && self.has_term(end, Term::Recommendation) {
            self.recommendations(at, at)
        } else {
            None
        }
    }

    /// A number with its Sector and edition, and the token after it.
    fn listed_recommendation(&self, from: usize) -> Option<(ListedRecommendation, usize)> {
        let sector = self.term(from).and_then(Term::sector);
        let at = from + usize::from(sector.is_some());
        if !self.is(at, Kind::Code) {
            return None;
        }
        let number = plain(self.words(at));
        is_number_of_recommendation(&number).then_some(())?;
        let edition = self.month(at + 1);
        let next = edition.map_or(at + 1, |(_, next)| next);
        let range = self.start(from)..self.end_before(next);
        let edition = edition.map(|(month, _)| month);
        Some((ListedRecommendation { range, sector, number, edition }, next))
    }

    /// The edition of a Recommendation, “(03/99)” or “(11/2010)”, and the token after it.
    fn month(&self, at: usize) -> Option<(Month, usize)> {
        if !self.is(at, Kind::Open) {
            return None;
        }
        let number = self.number(at + 1)?;
        if self.words(at + 2) == "年" && self.words(at + 4) == "月" && self.is(at + 5, Kind::Close) {
            return Some((Month::new(decimal(&number)?, decimal(&self.number(at + 3)?)?)?, at + 6));
        }
        self.is(at + 2, Kind::Close).then_some(())?;
        let (first, second) = number.split_once('/')?;
        let (year, month) = if first.len() == 4 { (first, second) } else { (second, first) };
        Some((Month::new(full_year(year)?, decimal(month)?)?, at + 3))
    }

    /// The only Sector that has the series, or that of the letter's issuer.
    fn sector_of_series(&self, number: &str) -> Option<Sector> {
        let series = number.split('.').next()?;
        if series.len() > 1 {
            return Some(Sector::Radiocommunication);
        }
        if !SHARED_SERIES.contains(&series) {
            return Some(Sector::Standardization);
        }
        match self.circumstances.issuer? {
            Issuer::StandardizationBureau => Some(Sector::Standardization),
            Issuer::RadiocommunicationBureau => Some(Sector::Radiocommunication),
            Issuer::GeneralSecretariat | Issuer::DevelopmentBureau => None,
        }
    }
}
