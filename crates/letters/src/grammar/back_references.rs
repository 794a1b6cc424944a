//! Documents that are referred to without being named: a document named before (“ladite Résolution”), and a letter that
//! is announced (“the relevant circular, under separate cover”).

use super::reader::Reader;
use super::terms::{DocumentKind, Term};
use super::tokens::Kind;
use crate::ids::{DocumentId, Language};

/// The words that mean what is at hand, among those that refer back.
const PROXIMAL: [&str; 17] = [
    "this",
    "cette",
    "ce",
    "cet",
    "esta",
    "este",
    "هذا",
    "هذه",
    "это",
    "Это",
    "этот",
    "Этот",
    "этом",
    "этим",
    "этого",
    "此",
    "这一",
];

impl Reader<'_> {
    /// Reads “the said Resolution”, “القرار المذكور”: a word for a kind of document, next to one that refers back. It
    /// is a citation if exactly one document of the kind has been named in the passage.
    pub(super) fn back_reference(&mut self, at: usize) -> Option<usize> {
        let kind = self.term(at)?.document()?;
        let is_said = |at: usize| self.has_term(at, Term::Said);
        // With a number it is a citation of its own, or of something unknown.
        if self.is(at + 1, Kind::Number)
            || !self.is_capital(at)
                && !matches!(
                    kind,
                    DocumentKind::Letter
                        | DocumentKind::Circular
                        | DocumentKind::Document
                        | DocumentKind::Provision
                )
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
        // “this Circular Letter” is the letter itself.
        let is_letter = matches!(kind, DocumentKind::Letter | DocumentKind::Circular);
        let is_here = |at: usize| PROXIMAL.contains(&self.words(at).to_ascii_lowercase().as_str());
        if is_letter && before.or(behind).is_some_and(is_here) {
            return None;
        }
        let id = self.antecedents.only(kind)?;
        let range = self.start(before.unwrap_or(at))..self.end_before(behind.unwrap_or(at) + 1);
        self.add(range, id);
        Some(behind.unwrap_or(at) + 1)
    }

    /// Reads a letter that is announced without a number: its sentence says that it will follow.
    pub(super) fn awaited(&mut self, at: usize) -> Option<usize> {
        if self.has_term(at, Term::Letter) {
            return None;
        }
        let bureau = |at: usize| self.term(at).and_then(Term::bureau).is_some();
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
        // A plural means letters in general.
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

    /// Whether the Bureau is named by its acronym.
    fn is_short_name(&self, at: usize) -> bool {
        self.words(at).chars().count() <= 4
    }

    /// Whether the sentence announces that something will be sent.
    fn is_announced(&self, at: usize) -> bool {
        let is_end = |at: &usize| !self.is(*at, Kind::Stop);
        let before = (at.saturating_sub(40)..at).rev().take_while(is_end);
        let behind = (at + 1..(at + 40).min(self.tokens.len())).take_while(is_end);
        before.chain(behind).any(|at| self.has_term(at, Term::Soon))
    }
}
