//! Recommendations: “Recommendation ITU-T Q.708 (03/99)”, “X.509建议书”; and other names that begin with a Sector: “ITU-R
//! Resolution 1-8”.

use std::ops::Range;

use super::numbers::is_number_of_recommendation;
use super::reader::{OF, Reader, SIGNS};
use super::terms::Term;
use super::tokens::{Kind, plain};
use crate::ids::{DocumentId, Issuer, Language, Month, Sector, decimal, full_year, positive};
use crate::text::characters::is_space;

/// The series that both the ITU-T and the ITU-R have: the letter alone does not show the Sector.
const SHARED_SERIES: [&str; 5] = ["F", "M", "P", "S", "V"];

/// The series of the ITU-T, including those that are withdrawn: there is no W. Source: the list of ITU-T Recommendations
/// by series.
pub(super) const SERIES_OF_ITU_T: &str = "ABCDEFGHIJKLMNOPQRSTUVXYZ";

/// The series of the ITU-R. Source: the list of ITU-R Recommendations by series.
const SERIES_OF_ITU_R: [&str; 16] =
    ["BO", "BR", "BS", "BT", "F", "M", "P", "RA", "RS", "S", "SA", "SF", "SM", "SNG", "TF", "V"];

/// The Latin numerals that may follow a number and are part of it.
const SUFFIXES: [&str; 3] = ["bis", "ter", "quater"];

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
        if let Some(word) = self.publication_before(at) {
            let is_report = self.has_term(word, Term::Report) && sector == Sector::Radiocommunication;
            return if is_report { self.reports(word, at) } else { None };
        }
        match self.term(at + 1) {
            Some(Term::Recommendation) => self.recommendations(at, at + 2),
            Some(Term::Question) => self.questions(at, at + 1, Some(sector)),
            Some(Term::Resolution | Term::Resolutions) => self.resolution(at + 1),
            _ if self.recommendation_number(at + 1).is_some() => self.recommendations(at, at),
            _ => None,
        }
    }

    /// The word for a Report or another publication before the token, maybe with names of the Sector between: “Report of
    /// the Radiocommunication Sector ITU-R M.2410”.
    fn publication_before(&self, at: usize) -> Option<usize> {
        let is_between =
            |at: &usize| self.term(*at).is_some_and(|term| OF.contains(&term) || term.sector().is_some());
        let first = (at.saturating_sub(4)..at).rev().take_while(is_between).last().unwrap_or(at);
        first.checked_sub(1).filter(|word| self.term(*word).is_some_and(is_publication))
    }

    /// Reads Reports of the ITU-R, whose numbers are like those of Recommendations; the word for them is at `start`.
    fn reports(&mut self, start: usize, from: usize) -> Option<usize> {
        let (members, next) = self.listed_recommendations(from)?;
        self.add_reports(members, self.start(start), None).then_some(next)
    }

    /// Adds Reports. One alone begins at `start`, and the last ends at `end`, if that is given.
    fn add_reports(&mut self, members: Vec<ListedRecommendation>, start: usize, end: Option<usize>) -> bool {
        let last = members.len() - 1;
        let mut added = false;
        for (index, member) in members.into_iter().enumerate() {
            if !has_series(Sector::Radiocommunication, &member.number) {
                continue;
            }
            let begin = if last == 0 { start } else { member.range.start };
            let end = end.filter(|_| index == last).unwrap_or(member.range.end);
            self.add(begin..end, DocumentId::Report { number: member.number });
            added = true;
        }
        added
    }

    /// Reads a Handbook of the ITU-R by its number: “Handbook R-HDB-21”.
    pub(super) fn handbook(&mut self, at: usize) -> Option<usize> {
        let from = self.skip(at + 1, &[OF, SIGNS, &[Term::SectorR]].concat());
        self.code_of_handbook(at, from)
    }

    /// Reads the code of a Handbook, `R-HDB-21`; the citation begins at `start`.
    pub(super) fn code_of_handbook(&mut self, start: usize, at: usize) -> Option<usize> {
        let is_code = self.words(at) == "R" && self.words(at + 2) == "HDB" && self.is_glued(at + 1);
        let number = positive(&self.number(at + 4).filter(|_| is_code)?)?;
        self.add(self.start(start)..self.end_before(at + 5), DocumentId::Handbook { number });
        Some(at + 5)
    }

    /// The Recommendations from the token on; the word for them, if there is one, is at `start`.
    pub(super) fn recommendations(&mut self, start: usize, from: usize) -> Option<usize> {
        let (mut members, next) = self.listed_recommendations(from)?;
        // “ITU-R M.2410报告”, “ITU-R M.2410号报告”, “Y.3900-series”
        let behind = self.skip(next, &[Term::Counter]);
        let behind = behind + usize::from(self.is(behind, Kind::Hyphen) && self.is_glued(behind));
        if self.term(behind).is_some_and(is_publication) {
            let is_of_itu_r = members.iter().any(|member| member.sector == Some(Sector::Radiocommunication));
            if self.is_chinese() && is_of_itu_r && self.has_term(behind, Term::Report) {
                self.add_reports(members, self.start(start), Some(self.end_before(behind + 1)));
            }
            return Some(behind);
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
            if !has_series(sector, &number) {
                continue;
            }
            let begin = if !is_list
                || index == 0 && self.has_term(start, Term::Recommendation) && self.is_singular(start)
            {
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

    /// Whether the word at the token is a singular, as far as its ending shows: then the first of a list includes it.
    pub(super) fn is_singular(&self, at: usize) -> bool {
        match self.circumstances.language {
            Some(Language::English | Language::French | Language::Spanish) => {
                let mut words = self.words(at).split(is_space);
                words.all(|word| !word.ends_with(['s', 'S', '.'])) && self.words(at).len() > 4
            }
            Some(Language::Arabic) => self.words(at).ends_with('ة'),
            _ => false,
        }
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
        let edition = self.month(self.behind_version(at + 1));
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
        let (number, behind) = self.recommendation_number(at)?;
        is_number_of_recommendation(&number).then_some(())?;
        let (number, behind) = match self.suffix(behind, &number) {
            Some(suffix) => (number + suffix, behind + 1),
            None => (without_year(&number).to_owned(), behind),
        };
        let edition = self.month(self.behind_version(behind));
        let next = edition.map_or(behind, |(_, next)| next);
        let range = self.start(from)..self.end_before(next);
        let edition = edition.map(|(month, _)| month);
        Some((ListedRecommendation { range, sector, number, edition }, next))
    }

    /// The number at the token, and the token after it. Of the twin numbers of one Recommendation, `G.780/Y.1351`, the
    /// first is its id. Converters leave a blank in it: “P. 1546-4”.
    fn recommendation_number(&self, at: usize) -> Option<(String, usize)> {
        if self.is(at, Kind::Code) {
            let number = plain(self.words(at));
            let (first, second) = number.split_once('/').unwrap_or((&number, ""));
            let is_twin = is_number_of_recommendation(first) && is_number_of_recommendation(second);
            return Some((if is_twin { first.to_owned() } else { number }, at + 1));
        }
        let is_series = SERIES_OF_ITU_R.contains(&self.words(at)) || SERIES_OF_ITU_T.contains(self.words(at));
        let is_divided = is_series
            && self.words(at + 1) == "."
            && self.is_glued(at + 1)
            && !self.is_glued(at + 2)
            && at > 0
            && self.term(at - 1).is_some_and(|term| term.sector().is_some());
        let number = self.number(at + 2).filter(|_| is_divided)?;
        Some((format!("{}.{number}", self.words(at)), at + 3))
    }

    /// The token after the version in brackets, “(V3)”, if it is at the token.
    fn behind_version(&self, at: usize) -> usize {
        let is_version = self.is(at, Kind::Open)
            && matches!(self.words(at + 1), "V" | "v")
            && self.is(at + 2, Kind::Number)
            && self.is(at + 3, Kind::Close);
        if is_version { at + 4 } else { at }
    }

    /// The suffix of a number, at the token after it: “V.36 bis”, and the R of Recommendations for one region, “D.480 R”.
    fn suffix(&self, at: usize, number: &str) -> Option<&'static str> {
        let words = self.words(at);
        let is_code = self.is(at + 1, Kind::Number) && self.is_glued(at + 1);
        let is_regional = number.starts_with("D.") && words == "R" && !is_code;
        SUFFIXES.into_iter().find(|suffix| *suffix == words).or(is_regional.then_some("R"))
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
            return SERIES_OF_ITU_R.contains(&series).then_some(Sector::Radiocommunication);
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

/// Whether the word names publications whose numbers are like those of Recommendations.
const fn is_publication(term: Term) -> bool {
    matches!(term, Term::Report | Term::Handbook | Term::Series | Term::Supplement)
}

/// Whether the Sector has the series of the number.
fn has_series(sector: Sector, number: &str) -> bool {
    let Some((series, _)) = number.split_once('.') else { return false };
    match sector {
        Sector::Standardization => series.len() == 1 && SERIES_OF_ITU_T.contains(series),
        Sector::Radiocommunication => SERIES_OF_ITU_R.contains(&series),
        Sector::Development => true,
    }
}

/// The number without the year of an edition: `X.419-1984`.
fn without_year(number: &str) -> &str {
    let year = |(_, year): &(&str, &str)| year.len() == 4;
    number.rsplit_once('-').filter(year).map_or(number, |(number, _)| number)
}
