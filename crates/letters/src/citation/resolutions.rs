//! Resolutions and Decisions: “Resolution 99 (Rev. Dubai, 2018)”, “Резолюций 70 и 175 (Пересм. Бухарест, 2022 г.)”, “Décision 563 du
//! Conseil”.
//!
//! The number says nothing of who adopted it: city and year do, or the acronym of the conference, or its name before or behind
//! the number. Where nothing does, the body is unknown, and the id says so.

use super::editions::Edition;
use super::reader::{OF, Reader, is_whole};
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{Body, DocumentId, ResolutionKind};
use crate::text::characters::{is_capital, is_small};

/// The highest number that a Resolution of a conference, and not of the Council, may have: those of the Council have run on since 1947.
const HIGHEST_OF_CONFERENCES: u32 = 999;

/// No Resolution of the Union has a higher number: that of the Council's was 1 430 in 2025.
const HIGHEST: u32 = 1_600;

/// A member of a list of Resolutions.
pub(super) struct Member {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) number: String,
    pub(super) edition: Option<Edition>,
    /// Whether it has a number sign, or the name of its body, of its own.
    pub(super) is_marked: bool,
    pub(super) body: Option<Body>,
    /// Whether the name of the Sector stands before it.
    pub(super) has_sector: bool,
}

/// What stands around a list of Resolutions.
#[derive(Clone, Copy)]
pub(super) struct Around {
    pub(super) kind: ResolutionKind,
    /// The body named before, between or behind.
    pub(super) body: Option<Body>,
    /// The year in the name of the body.
    pub(super) year: Option<u16>,
}

pub(super) const fn kind_of(term: Term) -> Option<(ResolutionKind, Option<Body>)> {
    Some(match term {
        Term::Resolution | Term::Resolutions | Term::ResolutionCode => (ResolutionKind::Resolution, None),
        Term::Decision | Term::Decisions => (ResolutionKind::Decision, None),
        Term::CouncilDecision | Term::CouncilDecisions => (ResolutionKind::Decision, Some(Body::Council)),
        _ => return None,
    })
}

impl Reader<'_> {
    /// Reads what the word for a Resolution or a Decision begins.
    pub(super) fn resolution(&mut self, at: usize) -> Option<usize> {
        let term = self.term(at)?;
        let (kind, own_body) = kind_of(term)?;
        let is_plural = matches!(term, Term::Resolutions | Term::Decisions | Term::CouncilDecisions);
        let mut around = Around { kind, body: own_body, year: None };
        let mut next = self.names_between(at + 1, &mut around);
        // Arabic copies have the brackets before the number.
        let leading = self.edition(next);
        if let Some((_, behind)) = leading {
            next = behind;
        }
        // “القرارات من 55 إلى 58”
        let next = if is_plural { self.skip(next, &[Term::Of]) } else { next };
        let (first, mut next) = self.member(next)?;
        let mut members = vec![first];
        loop {
            // “Resolutions 99 of the Plenipotentiary Conference and 18 of WTDC”: the body between belongs to those before it.
            let mut named = Around { kind, body: None, year: None };
            let end = if is_plural { self.names_behind(next, &mut named).0 } else { next };
            let Some(from) = self.behind_separator(end) else { break };
            let Some((member, behind)) = self.member(from) else { break };
            // “… et le numéro 165 de la Constitution” is of another kind.
            let is_provision = member.is_marked && self.instrument_behind(behind).is_some();
            if is_provision || !(is_plural || member.is_marked || member.edition.is_some()) {
                break;
            }
            for earlier in members.iter_mut().filter(|earlier| earlier.body.is_none()) {
                earlier.body = named.body;
            }
            members.push(member);
            next = behind;
        }
        if is_plural {
            members = self.with_ranges_of_resolutions(members);
        }
        if let (Some((edition, _)), Some(first)) = (leading, members.first_mut()) {
            first.edition = first.edition.or(Some(edition));
        }
        let (behind, is_inside) = self.names_behind(next, &mut around);
        if is_inside && let [member] = &mut members[..] {
            member.end = self.end_before(behind);
        }
        let next = behind;
        let mut start = self.start(at);
        self.names_before(at, next, &mut around, &mut start);
        self.council_by_number(at, &members, &mut around);
        let has_edition = members.iter().any(|member| member.edition.is_some());
        let is_told = around.body.is_some() || has_edition || members.iter().any(|member| member.is_marked);
        let is_code = term == Term::ResolutionCode;
        let is_of_council = members
            .iter()
            .any(|member| member.edition.is_some_and(|edition| edition.body == Some(Body::Council)));
        if !self.is_capital(at) && !is_told
            || is_code && !is_of_council
            || self.is_of_others(at, next, around.body.filter(|body| own_body != Some(*body)), &members)
        {
            self.mentions.note_unknown(term);
            return Some(next);
        }
        self.add_resolutions(start, around, members, is_plural);
        Some(next)
    }

    /// What may stand between the word and the number: the body, a Sector, a number sign is left.
    fn names_between(&self, from: usize, around: &mut Around) -> usize {
        let mut at = from;
        while at < from + 5 {
            match self.term(at) {
                Some(Term::Of | Term::Itu | Term::Its) => {
                    let named = self.skip(at, OF);
                    if self.term(named).and_then(Term::body).is_none() {
                        break;
                    }
                    at = named;
                }
                Some(term) if let Some(body) = term.body() => {
                    // “Resolution ITU-R 1-8” is read with its number.
                    if term == Term::SectorR && self.is(at + 1, Kind::Number) {
                        break;
                    }
                    around.body = Some(body);
                    at = match self.year_of_name(at) {
                        Some((year, next)) => {
                            around.year = Some(year);
                            next
                        }
                        None => at + 1,
                    };
                }
                _ => break,
            }
        }
        at
    }

    /// A number with what belongs to it, and the token behind.
    fn member(&self, from: usize) -> Option<(Member, usize)> {
        let mut at = from;
        let mut body = None;
        let mut number_start = from;
        for _ in 0..2 {
            match self.term(at) {
                Some(Term::NumberSigns) => {
                    at += 1;
                    number_start = at;
                }
                Some(Term::NumberSign) => at += 1,
                Some(Term::SectorR) => {
                    body = Some(Body::RadiocommunicationAssembly);
                    at += 1;
                }
                _ => break,
            }
        }
        let number = self.number(at).filter(|number| is_number_of_resolution(number))?;
        let is_revised = number.contains('-');
        let mut next = at + 1;
        let mut edition = None;
        if let Some((its_edition, behind)) = self.edition(next) {
            edition = Some(its_edition);
            next = behind;
        }
        let has_sector = body.is_some();
        let body = body.or(is_revised.then_some(Body::RadiocommunicationAssembly));
        let end = self.end_before(next);
        let member = Member {
            start: self.start(number_start),
            end,
            number,
            edition,
            is_marked: at > from,
            body,
            has_sector,
        };
        Some((member, next))
    }

    /// The body that is named behind the numbers: the token behind it, and whether it belongs to the citation because the edition
    /// stands behind it.
    pub(super) fn names_behind(&self, from: usize, around: &mut Around) -> (usize, bool) {
        // “Решения 5 той же ПК-18”
        let at = self.skip(self.skip(from, OF), &[Term::Said]);
        let Some(body) = self.term(at).and_then(Term::body) else { return (from, false) };
        around.body = around.body.or(Some(body));
        if let Some((year, next)) = self.year_of_name(at) {
            around.year = around.year.or(Some(year));
            return (next, false);
        }
        match self.edition(at + 1) {
            Some((edition, next)) if edition.body.is_none_or(|its| its == body) => {
                around.year = around.year.or(edition.year);
                (next, edition.is_revised)
            }
            _ => (at + 1, false),
        }
    }

    /// The body that is named before the word: right before it, then it belongs to the citation; or in “the Council, in its …”.
    pub(super) fn names_before(&self, at: usize, behind: usize, around: &mut Around, start: &mut usize) {
        if around.body.is_some() {
            return;
        }
        let Some(before) = at.checked_sub(1) else { return };
        if let Some(owner) = self.owner(at, |term| term.body().is_some()) {
            self.take_body(owner, around);
            return;
        }
        // “By its Decision 563, the Council …”
        if self.has_term(before, Term::Its) && self.is(behind, Kind::Comma) {
            let owner = self.skip(behind + 1, OF);
            self.take_body(owner, around);
            return;
        }
        // “WTSA-16 Resolution 1”
        if self.is(before, Kind::Number) && self.is_glued(before) {
            let name =
                before.saturating_sub(1 + usize::from(self.is(before.saturating_sub(1), Kind::Hyphen)));
            if self.year_of_name(name).is_some_and(|(_, next)| next == at) {
                self.take_body(name, around);
                *start = if around.body.is_some() { self.start(name) } else { *start };
            }
            return;
        }
        if self.term(before).and_then(Term::body).is_some() {
            self.take_body(before, around);
            // In Arabic what stands before is the subject of the sentence.
            if !self.is_arabic() {
                *start = self.start(before);
            }
            return;
        }
        // “By its Decision 563, the Council …” is told by what follows; “the Council, in Resolution 1332” by what stands before.
        let between = (at.saturating_sub(4)..at).rev();
        let mut between = between.skip_while(|at| self.has_term(*at, Term::Of) || self.is(*at, Kind::Comma));
        // The body of the Resolution before is that one's: “Resolution 646 of the WRC, Resolution 34”.
        let is_free = |owner: &usize| {
            let last = self.found.last().map_or(0, |last| last.range.end);
            let mut before = (owner.saturating_sub(6)..*owner).rev();
            let first = before.find(|at| !self.term(*at).is_some_and(|term| OF.contains(&term)));
            last == 0 || first.is_none_or(|at| self.end_before(at + 1) != last)
        };
        if let Some(owner) = between.next().filter(is_free) {
            self.take_body(owner, around);
        }
        if around.body.is_none() {
            self.subject_of_sentence(at, around);
        }
    }

    /// The body that the token names, with the year in its name or in the brackets behind it.
    fn take_body(&self, at: usize, around: &mut Around) {
        around.body = self.term(at).and_then(Term::body);
        let named = self.year_of_name(at).map(|(year, _)| year);
        let bracketed = || self.edition(at + 1).and_then(|(edition, _)| edition.year);
        around.year = if around.body.is_some() { named.or_else(bracketed) } else { None };
    }

    /// “Совет принял Решение 560”: the body begins the sentence, and what it did is one word or two before the Resolution.
    fn subject_of_sentence(&self, at: usize, around: &mut Around) {
        let mut place = at;
        let mut words = 0;
        while let Some(before) = place.checked_sub(1).filter(|_| words <= 3) {
            match self.kind(before) {
                Some(
                    Kind::Other
                    | Kind::Hyphen
                    | Kind::Number
                    | Kind::Word(Term::Of | Term::Range | Term::Revised | Term::Amended),
                ) => {}
                Some(Kind::Word(term)) if term.body().is_some() => {
                    let is_first = (before.saturating_sub(2)..before).all(|at| self.has_term(at, Term::Of));
                    let begins = before <= 2 && is_first || self.is(before.saturating_sub(1), Kind::Stop);
                    if begins {
                        around.body = term.body();
                    }
                    return;
                }
                _ => return,
            }
            words += usize::from(self.is(before, Kind::Other));
            place = before;
        }
    }

    /// A number so high that only the Council has it, where the Council is named in the sentence before.
    fn council_by_number(&self, at: usize, members: &[Member], around: &mut Around) {
        let is_high = |member: &Member| {
            let number: u32 = member.number.parse().unwrap_or_default();
            number > HIGHEST_OF_CONFERENCES || around.kind == ResolutionKind::Decision && number > 100
        };
        let names_council = || {
            let before = (at.saturating_sub(12)..at).rev();
            before.take_while(|at| !self.is(*at, Kind::Stop)).any(|at| self.has_term(at, Term::Council))
        };
        if around.body.is_none() && members.iter().all(is_high) && names_council() {
            around.body = Some(Body::Council);
        }
    }

    /// Whether the Resolutions are those of another organisation.
    ///
    /// `named` is the body that stands around them; the word “Acuerdo” alone is no evidence.
    fn is_of_others(&self, at: usize, next: usize, named: Option<Body>, members: &[Member]) -> bool {
        let is_ours = named.is_some()
            || members.iter().any(|member| {
                member.body.is_some() || member.edition.is_some_and(|edition| edition.body.is_some())
            });
        let is_too_high =
            members.iter().any(|member| member.number.parse().is_ok_and(|number: u32| number > HIGHEST));
        // “par sa Résolution 5, l'UPU”
        let is_theirs = at > 0
            && self.has_term(at - 1, Term::Its)
            && self.is(next, Kind::Comma)
            && self.has_term(self.skip(next + 1, OF), Term::Foreign);
        !is_ours
            && (is_theirs
                || is_too_high
                || self.is_foreign_before(at)
                || self.is_foreign_behind(next)
                || self.is_named_behind(next))
    }

    /// “Decisión 462 de la Comunidad Andina”: somebody's name behind it.
    fn is_named_behind(&self, next: usize) -> bool {
        let at = self.skip(next, &[Term::Of]);
        let has_capital = || {
            let mut letters = self.words(at).chars();
            letters.next().is_some_and(is_capital) && letters.next().is_some_and(is_small)
        };
        at > next && self.is(at, Kind::Other) && has_capital()
    }

    /// Members whose number is a range, as two. The ITU-R counts revisions behind a hyphen.
    fn with_ranges_of_resolutions(&self, members: Vec<Member>) -> Vec<Member> {
        let mut apart = Vec::with_capacity(members.len());
        for member in members {
            let range = member.start..member.end;
            let ends = if member.has_sector || member.edition.is_some() || member.number.len() < 5 {
                None
            } else {
                self.ends_of_range(&range, &member.number)
            };
            let Some(ends) = ends else {
                apart.push(member);
                continue;
            };
            apart.extend(ends.map(|end| Member {
                start: end.range.start,
                end: end.range.end,
                number: end.number,
                edition: None,
                is_marked: member.is_marked,
                body: None,
                has_sector: false,
            }));
        }
        apart
    }

    /// Takes down the members, each with what the others say of it.
    pub(super) fn add_resolutions(
        &mut self,
        start: usize,
        around: Around,
        members: Vec<Member>,
        is_plural: bool,
    ) {
        let is_list = members.len() > 1;
        let of_all = members.iter().filter_map(|member| member.edition).find(|edition| edition.of_all);
        let shared = shared_bodies(&members);
        let sectors = members.iter().filter(|member| member.has_sector).count();
        for (index, member) in members.into_iter().enumerate() {
            let edition = member.edition.or(of_all);
            // Both conferences of radiocommunication meet in one place: the Sector in the number tells which.
            let of_sector = member.body.filter(|_| member.has_sector);
            let own = of_sector.or(edition.and_then(|edition| edition.body)).or(member.body);
            // An edition that names no body is of nobody known; a number without one is of the list's.
            let body = match (own.or(around.body), edition) {
                (None, None) if is_list && is_plural => shared.get(index).copied().flatten(),
                (body, _) => body,
            };
            let year = edition.and_then(|edition| edition.year).or(around.year);
            let year = year.filter(|_| body != Some(Body::RadiocommunicationAssembly) || edition.is_some());
            // A Sector before the first number alone is shared by all.
            let is_shared = index == 0 && sectors == 1 && !self.is_chinese();
            let first = if is_shared { self.behind_names(member.start) } else { member.start };
            let range = if is_list { first..member.end } else { start..member.end };
            let id = DocumentId::Resolution { kind: around.kind, body, number: member.number, edition: year };
            self.add(range, id);
        }
    }

    /// Where the number begins in a member that has the name of its Sector before it.
    fn behind_names(&self, start: usize) -> usize {
        let inside = self.tokens.iter().skip_while(|token| token.start < start);
        inside.into_iter().find(|token| token.kind == Kind::Number).map_or(start, |token| token.start)
    }
}

/// For each member the body of the next one that names its body, or else of the last before.
fn shared_bodies(members: &[Member]) -> Vec<Option<Body>> {
    let own = |member: &Member| member.edition.and_then(|edition| edition.body).or(member.body);
    let last = members.iter().rev().find_map(own);
    let mut next = None;
    let mut bodies: Vec<Option<Body>> = members
        .iter()
        .rev()
        .map(|member| {
            next = own(member).or(next);
            next.or(last)
        })
        .collect();
    bodies.reverse();
    bodies
}

/// Digits, with a letter behind them at most; the ITU-R counts revisions behind a hyphen.
fn is_number_of_resolution(number: &str) -> bool {
    let (digits, revision) = number.split_once('-').unwrap_or((number, "1"));
    let digits = digits.strip_suffix(|c: char| c.is_ascii_uppercase()).unwrap_or(digits);
    is_whole(digits) && digits.len() <= 4 && is_whole(revision) && revision.len() <= 4
}
