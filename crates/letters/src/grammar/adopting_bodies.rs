//! The body that adopted a Resolution: the conference or council named before its number, after it, or in the sentence.

use super::reader::{OF, Reader};
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{Body, ResolutionKind};

/// The words that begin a clause about the document before it.
const RELATIVES: [&str; 10] =
    ["which", "that", "que", "laquelle", "которую", "которая", "которой", "الذي", "التي", "cual"];

/// The maximum number of tokens between such a document and the body of the clause.
const MOST_JOINTS: usize = 5;

/// The context of a list of Resolutions.
#[derive(Clone, Copy)]
pub(super) struct AroundResolutions {
    pub(super) kind: ResolutionKind,
    /// The body named before, between or after.
    pub(super) body: Option<Body>,
    /// The year in the name of the body.
    pub(super) year: Option<u16>,
}

/// The name of a body after the numbers.
pub(super) struct NamedBehind {
    /// The token after it.
    pub(super) next: usize,
    /// Whether it belongs to the citation, because the edition follows it.
    pub(super) is_inside: bool,
}

impl Reader<'_> {
    /// Reads the names of a body or a Sector between the word and the number, and returns the token after them. A
    /// number sign is not read.
    pub(super) fn names_between(&self, from: usize, around: &mut AroundResolutions) -> usize {
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

    /// The body that is named after the numbers, and the token after it.
    pub(super) fn body_behind(&self, from: usize) -> (Option<Body>, usize) {
        let mut around = AroundResolutions { kind: ResolutionKind::Resolution, body: None, year: None };
        let NamedBehind { next, .. } = self.names_behind(from, &mut around);
        (around.body, next)
    }

    /// Reads the body that is named after the numbers.
    pub(super) fn names_behind(&self, from: usize, around: &mut AroundResolutions) -> NamedBehind {
        let outside = |next| NamedBehind { next, is_inside: false };
        // “Решения 5 той же ПК-18”
        let at = self.skip(self.skip(from, OF), &[Term::Said]);
        let Some(body) = self.term(at).and_then(Term::body) else { return outside(from) };
        around.body = around.body.or(Some(body));
        if let Some((year, next)) = self.year_of_name(at) {
            around.year = around.year.or(Some(year));
            return outside(next);
        }
        match self.edition(at + 1) {
            Some((edition, next)) if edition.body.is_none_or(|its| its == body) => {
                around.year = around.year.or(edition.year);
                NamedBehind { next, is_inside: edition.is_revised }
            }
            _ => outside(at + 1),
        }
    }

    /// Reads the body of a clause about the adoption, with the place and year of its meeting: “Resolution 656, which the
    /// World Radiocommunication Conference (Sharm el-Sheikh, 2019) had revised”.
    pub(super) fn adopted_in_clause(&self, next: usize, around: &mut AroundResolutions) {
        if around.body.is_some() {
            return;
        }
        let from = next + usize::from(self.is(next, Kind::Comma));
        let is_joint =
            |at: &usize| self.is(*at, Kind::Other) || self.term(*at).is_some_and(|term| OF.contains(&term));
        let name = (from..from + MOST_JOINTS).take_while(is_joint).last().map_or(from, |last| last + 1);
        let is_clause = (from..name).any(|at| RELATIVES.contains(&self.words(at)));
        let Some(body) = self.term(name).and_then(Term::body).filter(|_| is_clause) else { return };
        let Some((edition, _)) = self.edition(name + 1) else { return };
        let may_be_either =
            matches!(body, Body::RadiocommunicationConference | Body::RadiocommunicationAssembly);
        if edition.is_ambiguous && may_be_either || edition.met == Some(body) {
            around.body = Some(body);
            around.year = around.year.or(edition.year);
        }
    }

    /// Reads the body that is named before the word at the token: right before it, or in “the Council, in its …”;
    /// `behind` is the token after the numbers. Returns the byte at which the citation begins, if the name belongs to
    /// it.
    pub(super) fn names_before(
        &self,
        at: usize,
        behind: usize,
        around: &mut AroundResolutions,
    ) -> Option<usize> {
        let before = at.checked_sub(1).filter(|_| around.body.is_none())?;
        // “By its Decision 563, the Council …”
        let subject = self.skip(behind + 1, OF);
        let begins_sentence =
            around.kind == ResolutionKind::Decision && (before == 0 || self.is(before - 1, Kind::Stop));
        if (self.has_term(before, Term::Its) || begins_sentence)
            && self.is(behind, Kind::Comma)
            && self.term(subject).and_then(Term::body).is_some()
        {
            self.take_body(subject, around);
            return None;
        }
        if let Some(owner) = self.owner(at, |term| term.body().is_some()) {
            self.take_body(owner, around);
            return None;
        }
        // “WTSA-16 Resolution 1”
        if self.is(before, Kind::Number) && self.is_glued(before) {
            let hyphen = usize::from(self.is(before.saturating_sub(1), Kind::Hyphen));
            let name = before.saturating_sub(1 + hyphen);
            self.year_of_name(name).filter(|(_, next)| *next == at)?;
            self.take_body(name, around);
            return around.body.map(|_| self.start(name));
        }
        if self.term(before).and_then(Term::body).is_some() {
            self.take_body(before, around);
            // In Arabic the words before are the subject of the sentence.
            return (!self.is_arabic()).then(|| self.start(before));
        }
        self.body_in_sentence(at, around);
        None
    }

    /// Reads the body that is named before the word, with little between: “the Council, in Resolution 1332”, “Совет
    /// принял Решение 560”.
    fn body_in_sentence(&self, at: usize, around: &mut AroundResolutions) {
        let between = (at.saturating_sub(4)..at).rev();
        let mut between = between.skip_while(|at| self.has_term(*at, Term::Of) || self.is(*at, Kind::Comma));
        // The body belongs to the Resolution before: “Resolution 646 of the WRC, Resolution 34”.
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
            around.body = self.subject_of_sentence(at);
        }
    }

    /// The body that the token names, with the year in its name or in the brackets after it.
    fn take_body(&self, at: usize, around: &mut AroundResolutions) {
        around.body = self.term(at).and_then(Term::body);
        let named = self.year_of_name(at).map(|(year, _)| year);
        let bracketed = || self.edition(at + 1).and_then(|(edition, _)| edition.year);
        around.year = if around.body.is_some() { named.or_else(bracketed) } else { None };
    }

    /// The body that begins the sentence, if at most three words are between it and the token: “Совет принял Решение
    /// 560”.
    fn subject_of_sentence(&self, at: usize) -> Option<Body> {
        let mut place = at;
        let mut words = 0;
        while words <= 3 {
            let before = place.checked_sub(1)?;
            match self.kind(before)? {
                Kind::Other
                | Kind::Hyphen
                | Kind::Number
                | Kind::Word(Term::Of | Term::Range | Term::Revised | Term::Amended) => {}
                Kind::Word(term) => {
                    let body = term.body()?;
                    let is_first = (before.saturating_sub(2)..before).all(|at| self.has_term(at, Term::Of));
                    let begins = before <= 2 && is_first || self.is(before.saturating_sub(1), Kind::Stop);
                    return begins.then_some(body);
                }
                _ => return None,
            }
            words += usize::from(self.is(before, Kind::Other));
            place = before;
        }
        None
    }
}
