//! What the Sectors and the Policy Forum adopt: “Recommendation ITU-T Q.708 (03/99)”, “Question 4/17”, “Opinion 4”, and Resolutions
//! that begin with the Sector, “ITU-R Resolution 1-8”.

use std::ops::Range;

use super::reader::{OF, Reader, SIGNS, is_whole};
use super::terms::Term;
use super::tokens::{Kind, plain};
use crate::ids::{DocumentId, Month, Sector, decimal, full_year, positive};
use crate::letter::Issuer;

/// The series that both the ITU-T and the ITU-R have: the letter alone does not tell the Sector.
const SHARED_SERIES: [&str; 5] = ["F", "M", "P", "S", "V"];

/// A Recommendation in a list.
struct Member {
    range: Range<usize>,
    sector: Option<Sector>,
    number: String,
    edition: Option<Month>,
}

impl Reader<'_> {
    /// Reads what the word for a Recommendation begins.
    pub(super) fn recommendation(&mut self, at: usize) -> Option<usize> {
        let between = &[Term::Of, Term::Itu, Term::NumberSign, Term::NumberSigns, Term::Revised];
        let from = self.skip(at + 1, between);
        self.recommendations(at, from)
    }

    /// Reads what the name of a Sector begins: a Recommendation, a Question, a Resolution.
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
        let mut named =
            (start..from).find_map(|at| self.term(at).and_then(Term::sector)).filter(|_| from > start);
        let mut members: Vec<Member> = Vec::new();
        let mut next = from;
        let mut candidate = Some(from);
        while let Some(at) = candidate
            && let Some((more, behind)) = self.member_of_recommendations(at)
        {
            members.extend(more);
            next = behind;
            candidate = self.behind_separator(behind);
        }
        let first_sector = members.first()?.sector;
        // “ITU-R M.2410报告”
        if self.has_term(next, Term::Report) {
            return Some(next);
        }
        let is_list = members.len() > 1;
        // A Sector before the first number of a list is shared, unless others have theirs.
        let own = members.iter().skip(1).filter(|member| member.sector.is_some()).count();
        let shared = first_sector;
        if is_list && own == 0 {
            named = named.or(shared);
        }
        // “X.509建议书”
        let has_word_behind = self.has_term(next, Term::Recommendation);
        let mut behind = next + usize::from(has_word_behind);
        if has_word_behind && let Some(last) = members.last_mut() {
            // “ITU-T Q.708建议书（03/99）”
            if let Some((edition, next)) = self.month(behind) {
                last.edition = last.edition.or(Some(edition));
                behind = next;
            }
            last.range.end = self.end_before(behind);
        }
        let of = self.skip(behind, OF);
        let after = self.term(of).and_then(Term::sector).filter(|_| !self.is(of + 1, Kind::Code));
        let mut sector = named.or(after);
        let mut added = false;
        for (index, member) in members.into_iter().enumerate() {
            let Member { range, sector: its_own, number, edition } = member;
            sector = its_own.or(sector);
            let Some(sector) = sector.or_else(|| self.sector_of_series(&number)) else { continue };
            let sign = if index == 0 && is_list && own == 0 && !self.is_chinese() {
                self.behind_sector(&range)
            } else {
                range.start
            };
            let range = if is_list { sign..range.end } else { self.start(start)..range.end };
            self.add(range, DocumentId::Recommendation { sector, number, edition });
            added = true;
        }
        added.then_some(behind)
    }

    /// Reads a number whose word stands behind it: “D.140建议书”.
    pub(super) fn recommendation_of_series(&mut self, at: usize) -> Option<usize> {
        let end = self.month(at + 1).map_or(at + 1, |(_, next)| next);
        if self.is_chinese() && self.has_term(end, Term::Recommendation) {
            self.recommendations(at, at)
        } else {
            None
        }
    }

    /// Where the number begins in a member that has the name of its Sector before it.
    fn behind_sector(&self, range: &Range<usize>) -> usize {
        let inside = self.tokens.iter().find(|token| token.start >= range.start && token.kind == Kind::Code);
        inside.map_or(range.start, |token| token.start)
    }

    /// A number with its Sector and edition; two for a range.
    fn member_of_recommendations(&self, from: usize) -> Option<(Vec<Member>, usize)> {
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
        Some((vec![Member { range, sector, number, edition }], next))
    }

    /// The edition of a Recommendation, “(03/99)” or “(11/2010)”, and the token behind it.
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

    /// The Sector that alone has the series, or that of the letter's issuer.
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

    // --- Questions ---

    /// Reads what the word for a Question begins.
    pub(super) fn question(&mut self, at: usize) -> Option<usize> {
        self.questions(at, at, None)
    }

    fn questions(&mut self, start: usize, at: usize, sector: Option<Sector>) -> Option<usize> {
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
        let mut members = vec![self.member_of_questions(from)?];
        let mut next = from + 1;
        while let Some(behind) = self.behind_separator(next) {
            let number = self.skip(behind, &[Term::NumberSign, Term::NumberSigns, Term::QuestionCode]);
            let Some(member) = self.member_of_questions(number) else { break };
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
        let (number, group, range) = self.member_of_questions(at + 1)?;
        let sector = self.sector_of_issuer();
        self.add(self.start(at)..range.end, DocumentId::Question { sector, number, group });
        Some(at + 2)
    }

    /// Number, study group, and place.
    fn member_of_questions(&self, at: usize) -> Option<(String, String, Range<usize>)> {
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

    // --- Opinions ---

    /// Reads what the word for an Opinion begins.
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
        if members.is_empty() || self.is_foreign_behind(next) || self.is_foreign_before(at) {
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

/// `X.509`, `G.984.2`, `SM.328-8`.
fn is_number_of_recommendation(number: &str) -> bool {
    let (number, revision) = number.split_once('-').unwrap_or((number, "1"));
    let mut parts = number.split('.');
    let is_series = |series: &str| !series.is_empty() && series.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.next().is_some_and(is_series) && parts.all(is_digits) && is_digits(revision)
}

/// n/SG, of which n may have a revision behind a hyphen.
pub(super) fn number_of_question(text: &str) -> Option<(String, String)> {
    let (number, group) = text.split_once('/')?;
    let digits = number.split('-').next()?.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let is_group = is_whole(group) && group.len() <= 2;
    (is_whole(digits) && digits.len() <= 3 && is_group).then(|| (number.to_owned(), group.to_owned()))
}
