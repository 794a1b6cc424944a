//! Documents that are meant without being named: a letter that is announced (“the relevant circular, under separate cover”), and a
//! document named before (“ladite Résolution”).

use super::reader::Reader;
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::Language;
use crate::ids::{DocumentId, ResolutionKind, TextPart};

/// The kinds of documents that a text can come back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Resolution,
    Decision,
    Circular,
    /// Any letter, also one that is no circular.
    Letter,
    Recommendation,
    Question,
    Opinion,
    Document,
    Provision,
}

/// The documents named so far in the passage, each once: what a text can come back to.
#[derive(Default)]
pub(super) struct Mentions {
    named: Vec<(Group, Option<DocumentId>)>,
}

/// The most documents of which a passage keeps account: beyond them nothing is told by “the said” any more.
const MOST_NAMED: usize = 64;

impl Mentions {
    /// A document has been named.
    pub(super) fn note(&mut self, id: &DocumentId) {
        if let Some(group) = group_of(id) {
            self.push(group, Some(id.clone()));
        }
    }

    /// Something of the kind has been named that is not known: a Resolution of another organisation.
    pub(super) fn note_unknown(&mut self, term: Term) {
        if let Some(group) = group_of_term(term) {
            self.push(group, None);
        }
    }

    fn push(&mut self, group: Group, id: Option<DocumentId>) {
        let named = (group, id);
        if self.named.len() < MOST_NAMED && !self.named.contains(&named) {
            self.named.push(named);
        }
    }

    /// The only document of the group that has been named.
    fn only(&self, group: Group) -> Option<DocumentId> {
        let is_of = |its: Group| its == group || group == Group::Letter && its == Group::Circular;
        let mut of_group = self.named.iter().filter(|(its, _)| is_of(*its));
        let only = of_group.next().filter(|_| self.named.len() < MOST_NAMED)?;
        if of_group.next().is_some() { None } else { only.1.clone() }
    }
}

fn group_of(id: &DocumentId) -> Option<Group> {
    Some(match id {
        DocumentId::Resolution { kind: ResolutionKind::Resolution, .. } => Group::Resolution,
        DocumentId::Resolution { kind: ResolutionKind::Decision, .. } => Group::Decision,
        DocumentId::Recommendation { .. } => Group::Recommendation,
        DocumentId::Question { .. } => Group::Question,
        DocumentId::Opinion { .. } => Group::Opinion,
        DocumentId::CouncilDocument { .. } | DocumentId::ConferenceDocument { .. } => Group::Document,
        DocumentId::BasicText { part: TextPart::Whole, .. } | DocumentId::Awaited => return None,
        DocumentId::BasicText { .. } => Group::Provision,
        DocumentId::DmLetter { .. } => Group::Letter,
        _ => Group::Circular,
    })
}

const fn group_of_term(term: Term) -> Option<Group> {
    Some(match term {
        Term::Resolution | Term::Resolutions => Group::Resolution,
        Term::Decision | Term::Decisions | Term::CouncilDecision => Group::Decision,
        Term::Recommendation => Group::Recommendation,
        Term::Question => Group::Question,
        Term::Opinion => Group::Opinion,
        Term::Document => Group::Document,
        Term::Article => Group::Provision,
        Term::Circular | Term::CircularLetter | Term::AdministrativeCircular | Term::CollectiveLetter => {
            Group::Circular
        }
        Term::Letter => Group::Letter,
        _ => return None,
    })
}

impl Reader<'_> {
    /// Reads “the said Resolution”, “القرار المذكور”: a word for a kind, with one that points back, before or behind it. It is a citation
    /// where just one document of the kind has been named in the passage.
    pub(super) fn back_reference(&mut self, at: usize) -> Option<usize> {
        let group = group_of_term(self.term(at)?)?;
        let is_said = |at: usize| self.has_term(at, Term::Said);
        // A number makes it a citation of its own, or of something unknown.
        if self.is(at + 1, Kind::Number)
            || !self.is_capital(at)
                && !matches!(group, Group::Letter | Group::Circular | Group::Document | Group::Provision)
        {
            return None;
        }
        // The form may be a plural: only Russian has one that can be the singular as well.
        let is_plural = matches!(self.term(at), Some(Term::Resolutions | Term::Decisions));
        if is_plural && self.circumstances.language != Some(Language::Russian) {
            return None;
        }
        let before = at.checked_sub(1).filter(|before| is_said(*before));
        let behind = (before.is_none() && is_said(at + 1)).then_some(at + 1);
        if before.is_none() && behind.is_none() {
            return None;
        }
        let id = self.mentions.only(group)?;
        let range = self.start(before.unwrap_or(at))..self.end_before(behind.unwrap_or(at) + 1);
        self.add(range, id);
        Some(behind.unwrap_or(at) + 1)
    }

    /// Reads a letter that is announced without a number: its sentence says that it will come.
    pub(super) fn awaited(&mut self, at: usize) -> Option<usize> {
        if self.has_term(at, Term::Letter) {
            return None;
        }
        let bureau = |at: usize| self.term(at).and_then(super::letters::bureau).is_some();
        let is_relevant = |at: usize| matches!(self.term(at), Some(Term::Relevant | Term::Announcing));

        // “the relevant TSB circular”, “电信标准化局的相关通函”
        let mut start = at;
        for _ in 0..3 {
            match start.checked_sub(1) {
                Some(before) if is_relevant(before) || bureau(before) => start = before,
                Some(before) if self.has_term(before, Term::Of) && before > 0 && bureau(before - 1) => {
                    start = before - 1;
                }
                _ => break,
            }
        }
        let mut end = at + 1;
        while end < at + 4 && (is_relevant(end) || bureau(end)) {
            end += 1;
        }
        let of = self.skip(end, &[Term::Of]);
        if of > end && bureau(of) && self.tokens.get(end).is_some_and(|_| self.is_short_name(of)) {
            end = of + 1;
        }
        let points_elsewhere = |at: usize| {
            matches!(self.term(at), Some(Term::This | Term::Said | Term::Supersedes | Term::Foreign))
        };
        let before = start.checked_sub(1);
        let announces = |at: usize| self.has_term(at, Term::Announcing);
        let is_announced = announces(at + 1) || at > start && announces(at - 1) || self.is_announced(at);
        // Letters in general are announced by nobody.
        let is_plural = matches!(
            self.circumstances.language,
            Some(Language::English | Language::French | Language::Spanish)
        ) && self.words(at).ends_with('s');
        if before.is_some_and(points_elsewhere) || points_elsewhere(end) || !is_announced || is_plural {
            return None;
        }
        self.add(self.start(start)..self.end_before(end), DocumentId::Awaited);
        Some(end)
    }

    /// Whether the Bureau is named by its letters, and not by its whole name.
    fn is_short_name(&self, at: usize) -> bool {
        self.words(at).chars().count() <= 4
    }

    /// Whether the sentence says that something will be sent.
    fn is_announced(&self, at: usize) -> bool {
        let is_end = |at: &usize| !self.is(*at, Kind::Stop);
        let before = (at.saturating_sub(40)..at).rev().take_while(is_end);
        let behind = (at + 1..(at + 40).min(self.tokens.len())).take_while(is_end);
        before.chain(behind).any(|at| self.has_term(at, Term::Soon))
    }
}
