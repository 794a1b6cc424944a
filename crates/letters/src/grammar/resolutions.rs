//! Resolutions and Decisions: “Resolution 99 (Rev. Dubai, 2018)”, “Резолюций 70 и 175 (Пересм. Бухарест, 2022 г.)”,
//! “Décision 563 du Conseil”.
//!
//! The number does not identify the body that adopted it: city and year do, or the acronym of the conference, or its
//! name before or after the number. If none of these is there, the body is unknown, in the id too.

use std::ops::Range;

use super::adopting_bodies::{AroundResolutions, NamedBehind};
use super::numbers::{Edition, ListedNumber, is_number_of_resolution};
use super::reader::{MOST_MEMBERS, OF, Reader};
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{Body, DocumentId, ResolutionKind};
use crate::text::characters::{is_capital, is_small};

/// The highest number that a Resolution of a conference, and not of the Council, may have: those of the Council are
/// counted since 1947.
const HIGHEST_OF_CONFERENCES: u32 = 999;

/// No Resolution of the Union has a higher number: the Council's reached 1 430 in 2025.
const HIGHEST: u32 = 1_600;

/// A member of a list of Resolutions.
pub(super) struct ListedResolution {
    pub(super) range: Range<usize>,
    pub(super) number: String,
    pub(super) edition: Option<Edition>,
    /// Whether a number sign, or the name of its body, is before it.
    pub(super) is_marked: bool,
    pub(super) body: Option<Body>,
    /// Whether the name of the Sector is before it.
    pub(super) has_sector: bool,
}

/// Whether the word for the list is a plural: then more numbers follow the first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    One,
    Many,
}

impl ListedResolution {
    /// The body named in its edition, or else beside its number.
    pub(super) fn own_body(&self) -> Option<Body> {
        let edition = self.edition.unwrap_or_default();
        edition.body.or(self.body).or(edition.met)
    }
}

impl Reader<'_> {
    /// Reads Resolutions or Decisions from the word for them on.
    pub(super) fn resolution(&mut self, at: usize) -> Option<usize> {
        let term = self.term(at)?;
        let (kind, own_body) = term.resolution()?;
        let is_plural = matches!(term, Term::Resolutions | Term::Decisions | Term::CouncilDecisions);
        let extent = if is_plural { Extent::Many } else { Extent::One };
        let mut around = AroundResolutions { kind, body: own_body, year: None };
        let from = self.names_between(at + 1, &mut around);
        // Arabic copies have the brackets before the number.
        let leading = self.edition(from);
        let from = leading.map_or(from, |(_, behind)| behind);
        let (mut members, next) = self.listed_resolutions(from, extent)?;
        if let (Some((edition, _)), Some(first)) = (leading, members.first_mut()) {
            first.edition = first.edition.or(Some(edition));
        }
        let NamedBehind { next, is_inside } = self.names_behind(next, &mut around);
        if is_inside && let [member] = &mut members[..] {
            member.range.end = self.end_before(next);
        }
        let start = self.names_before(at, next, &mut around).unwrap_or_else(|| self.start(at));
        self.adopted_in_clause(next, &mut around);
        self.council_by_number(at, &members, &mut around);
        self.conference_in_sentence(at, &members, &mut around);
        self.take_wcit(at, next, around.body, &mut members);
        let named = around.body.filter(|body| own_body != Some(*body));
        let is_ours = self.is_evident(at, around, &members) && has_assembly_for_revisions(around, &members);
        if !is_ours || self.is_of_others(at, next, named, &members) {
            self.antecedents.add_unknown(term);
            return Some(next);
        }
        self.add_resolutions(start, around, members, extent);
        Some(next)
    }

    /// Reads Recommendations of a conference, which have numbers without a series: “Recommendation 608 (Rev.WRC-07)”.
    pub(super) fn recommendation_of_conference(&mut self, at: usize) -> Option<usize> {
        let mut around = AroundResolutions { kind: ResolutionKind::Recommendation, body: None, year: None };
        let from = self.names_between(at + 1, &mut around);
        let (members, next) = self.listed_resolutions(from, Extent::Many)?;
        let NamedBehind { next, .. } = self.names_behind(next, &mut around);
        let start = self.names_before(at, next, &mut around).unwrap_or_else(|| self.start(at));
        let is_ours = |member: &ListedResolution| adopts_recommendations(member.own_body());
        members.iter().all(is_ours).then_some(())?;
        let extent = if members.len() > 1 { Extent::Many } else { Extent::One };
        self.add_resolutions(start, around, members, extent);
        Some(next)
    }

    /// The Resolutions of a list, with the two ends of each range, and the token after them.
    fn listed_resolutions(&self, from: usize, extent: Extent) -> Option<(Vec<ListedResolution>, usize)> {
        let is_plural = extent == Extent::Many;
        // “القرارات من 55 إلى 58”
        let from = if is_plural { self.skip(from, &[Term::Of]) } else { from };
        let (first, mut next) = self.listed_resolution(from)?;
        let mut members = vec![first];
        loop {
            // “Resolutions 99 of the Plenipotentiary Conference and 18 of WTDC”: the body between belongs to those
            // before it.
            let (body, end) = if is_plural { self.body_behind(next) } else { (None, next) };
            let Some(from) = self.behind_separator(end) else { break };
            let Some((member, behind)) = self.listed_resolution(from) else { break };
            // “… et le numéro 165 de la Constitution” is of another kind.
            let is_provision = member.is_marked && self.basic_text_behind(behind).is_some();
            let is_listed = is_plural || member.is_marked || member.edition.is_some();
            if is_provision || !is_listed && !self.is_list_of_body(end) {
                break;
            }
            for earlier in members.iter_mut().filter(|earlier| earlier.body.is_none()) {
                earlier.body = body;
            }
            members.push(member);
            next = behind;
        }
        if is_plural {
            members = members.into_iter().flat_map(|member| self.ends_of_resolutions(member)).collect();
        }
        Some((members, next))
    }

    /// Whether the bare numbers from the separator on end with “and” and a number, and the name of a body follows:
    /// “Resolution 11, 18 and 29 of WTSA”.
    fn is_list_of_body(&self, separator: usize) -> bool {
        let mut at = separator;
        let mut has_and = false;
        for _ in 0..MOST_MEMBERS {
            let Some(number) = self.behind_separator(at).filter(|at| self.is(*at, Kind::Number)) else {
                break;
            };
            // “99, 1999 and 2003” are years.
            let is_number =
                self.number(number).is_some_and(|number| number.parse().is_ok_and(|one: u32| one <= HIGHEST));
            if !is_number {
                return false;
            }
            has_and |= (at..number).any(|at| self.has_term(at, Term::And));
            at = number + 1;
        }
        has_and && self.body_behind(at).0.is_some()
    }

    /// Whether the words show that it is a Resolution: a capital, a body, an edition or a number sign; after the code R
    /// only an edition of the Council does.
    fn is_evident(&self, at: usize, around: AroundResolutions, members: &[ListedResolution]) -> bool {
        let has = |is: fn(&ListedResolution) -> bool| members.iter().any(is);
        if self.has_term(at, Term::ResolutionCode)
            && !has(|member| member.edition.is_some_and(|edition| edition.body == Some(Body::Council)))
        {
            return false;
        }
        // In Chinese the number is before the word: “管理层的决定16” is a heading and its page.
        self.is_capital(at) && !self.is_han(at)
            || around.body.is_some()
            || has(|member| member.edition.is_some() || member.is_marked)
    }

    /// A number with its sign and its edition, and the token after it.
    fn listed_resolution(&self, from: usize) -> Option<(ListedResolution, usize)> {
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
        let mut next = at + 1;
        let mut edition = None;
        if let Some((its_edition, behind)) = self.edition(next).or_else(|| self.plain_edition(next)) {
            edition = Some(its_edition);
            next = behind;
        }
        let has_sector = body.is_some();
        let member = ListedResolution {
            range: self.start(number_start)..self.end_before(next),
            number,
            edition,
            is_marked: at > from,
            body,
            has_sector,
        };
        Some((member, next))
    }

    /// Whether the Resolutions are those of another organisation.
    ///
    /// `named` is the body named beside them; the word “Acuerdo” alone is no evidence.
    fn is_of_others(
        &self,
        at: usize,
        next: usize,
        named: Option<Body>,
        members: &[ListedResolution],
    ) -> bool {
        let around_kind = self.term(at).and_then(Term::resolution).map(|(kind, _)| kind);
        let is_ours = named.is_some() || members.iter().any(|member| member.own_body().is_some());
        let is_too_high =
            members.iter().any(|member| member.number.parse().is_ok_and(|number: u32| number > HIGHEST));
        // “par sa Résolution 5, l'UPU”
        let has_unknown_owner = around_kind == Some(ResolutionKind::Decision)
            && at > 0
            && self.has_term(at - 1, Term::Its)
            && self.owner(at, |term| term.body().is_some() || term == Term::Itu).is_none();
        let is_theirs = has_unknown_owner
            || at > 0
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

    /// Gives the Resolutions to the World Conference on International Telecommunications, which met in the place and year
    /// of an assembly (Dubai, 2012), where it is named before the word at the token or after the numbers.
    pub(super) fn take_wcit(
        &self,
        at: usize,
        next: usize,
        named: Option<Body>,
        members: &mut [ListedResolution],
    ) {
        let wcit = Body::TelecommunicationConference;
        if named == Some(wcit) || named.is_none() && self.is_of_wcit(at, next, members) {
            for member in members {
                member.body = Some(wcit);
            }
        }
    }

    fn is_of_wcit(&self, at: usize, next: usize, members: &[ListedResolution]) -> bool {
        let is_of_its_year = members.iter().all(|member| {
            member.edition.is_some_and(|edition| edition.body.is_none() && edition.year == Some(2012))
        });
        let mut before = (at.saturating_sub(6)..at).rev().take_while(|at| !self.is(*at, Kind::Stop));
        let names = |at: usize| self.has_term(at, Term::Wcit);
        is_of_its_year && (names(self.skip(next, OF)) || before.any(names))
    }

    /// Takes the conference of radiocommunication that the sentence names, where an edition fits both. The
    /// Radiocommunication Assembly has no numbers of three digits.
    fn conference_in_sentence(
        &self,
        at: usize,
        members: &[ListedResolution],
        around: &mut AroundResolutions,
    ) {
        let is_ambiguous =
            members.iter().any(|member| member.edition.is_some_and(|edition| edition.is_ambiguous));
        if !is_ambiguous {
            return;
        }
        let is_short = members
            .iter()
            .all(|member| member.number.split('-').next().is_some_and(|digits| digits.len() < 3));
        let met = |body: &Body| match body {
            Body::RadiocommunicationConference => true,
            Body::RadiocommunicationAssembly => is_short,
            _ => false,
        };
        around.body = around.body.or_else(|| self.only_in_sentence(at, Term::body)).filter(met);
    }

    /// Whether a name in capitals follows: “Decisión 462 de la Comunidad Andina”.
    fn is_named_behind(&self, next: usize) -> bool {
        let at = self.skip(next, &[Term::Of]);
        let has_capital = || {
            let mut letters = self.words(at).chars();
            letters.next().is_some_and(is_capital) && letters.next().is_some_and(is_small)
        };
        at > next && self.is(at, Kind::Other) && has_capital()
    }

    /// The Resolution, or the two at the ends of the range that its number is. The ITU-R counts revisions after a
    /// hyphen.
    fn ends_of_resolutions(&self, member: ListedResolution) -> Vec<ListedResolution> {
        if member.has_sector || member.edition.is_some() || member.number.len() < 5 {
            return vec![member];
        }
        let Some(ends) = self.ends_of_range(&member.range, &member.number) else { return vec![member] };
        let listed = |ListedNumber { number, range, .. }: ListedNumber| ListedResolution {
            range,
            number,
            edition: None,
            is_marked: member.is_marked,
            body: None,
            has_sector: false,
        };
        ends.map(listed).into()
    }

    /// Takes the Council as the body of numbers so high that only it has them, if the sentence names it before.
    fn council_by_number(&self, at: usize, members: &[ListedResolution], around: &mut AroundResolutions) {
        let is_high = |member: &ListedResolution| {
            let number: u32 = member.number.parse().unwrap_or_default();
            number > HIGHEST_OF_CONFERENCES || around.kind == ResolutionKind::Decision && number > 100
        };
        let names_council = || {
            let before = (at.saturating_sub(12)..at).rev();
            before.take_while(|at| !self.is(*at, Kind::Stop)).any(|at| self.has_term(at, Term::Council))
        };
        let is_only_council = || self.only_in_sentence(at, Term::body) == Some(Body::Council);
        if around.body.is_none() && members.iter().all(is_high) && (names_council() || is_only_council()) {
            around.body = Some(Body::Council);
        }
    }

    /// Adds the Resolutions of a list, each with the body and edition that it shares with the others.
    pub(super) fn add_resolutions(
        &mut self,
        start: usize,
        around: AroundResolutions,
        members: Vec<ListedResolution>,
        extent: Extent,
    ) {
        let is_list = members.len() > 1;
        let of_all = members.iter().filter_map(|member| member.edition).find(|edition| edition.of_all);
        let shared = shared_bodies(&members);
        let sectors = members.iter().filter(|member| member.has_sector).count();
        for (index, member) in members.into_iter().enumerate() {
            let edition = member.edition.or(of_all);
            // Both conferences of radiocommunication meet in one place: the Sector in the number shows which.
            let of_sector = member.body.filter(|_| member.has_sector);
            let its_edition = edition.unwrap_or_default();
            let own = of_sector.or(its_edition.body).or(member.body).or(its_edition.met);
            // An edition that names no body has none; a number without an edition has that of the list.
            let body = match (own.or(around.body), edition) {
                (None, None) if is_list && extent == Extent::Many => shared.get(index).copied().flatten(),
                (body, _) => body,
            };
            let year = edition.and_then(|edition| edition.year).or(around.year);
            // A Sector before the first number alone is shared by all.
            let is_shared = index == 0 && sectors == 1 && !self.is_chinese();
            let begin = if !is_list || index == 0 && extent == Extent::One {
                start
            } else if is_shared {
                self.next_of_kind(Kind::Number, member.range.start)
            } else {
                member.range.start
            };
            let range = begin..member.range.end;
            let id = DocumentId::Resolution { kind: around.kind, body, number: member.number, edition: year };
            self.add(range, id);
        }
    }
}

/// Whether the body adopts Recommendations that have a number alone.
pub(super) const fn adopts_recommendations(body: Option<Body>) -> bool {
    matches!(body, Some(Body::Plenipotentiary | Body::RadiocommunicationConference))
}

/// Whether numbers such as `1-8`, which only the Radiocommunication Assembly has, are behind its Sector or name: other
/// decisions are numbered by year.
pub(super) fn has_assembly_for_revisions(around: AroundResolutions, members: &[ListedResolution]) -> bool {
    let assembly = Some(Body::RadiocommunicationAssembly);
    let is_revised = |member: &ListedResolution| member.number.contains('-');
    let is_of_assembly =
        || around.body == assembly || members.iter().any(|member| member.own_body() == assembly);
    !members.iter().any(is_revised) || around.kind == ResolutionKind::Resolution && is_of_assembly()
}

/// For each member the body of the next one that names its body, or else of the last before.
fn shared_bodies(members: &[ListedResolution]) -> Vec<Option<Body>> {
    let last = members.iter().rev().find_map(ListedResolution::own_body);
    let mut next = None;
    let mut bodies: Vec<Option<Body>> = members
        .iter()
        .rev()
        .map(|member| {
            next = member.own_body().or(next);
            next.or(last)
        })
        .collect();
    bodies.reverse();
    bodies
}
