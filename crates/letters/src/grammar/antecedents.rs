//! The documents that a passage has named so far: one of them is “the said Resolution”.

use super::terms::{DocumentKind, Term};
use crate::ids::{DocumentId, ResolutionKind, TextPart};

/// The documents named so far in the passage, each once.
#[derive(Default)]
pub(super) struct Antecedents {
    /// None for an unknown document: a Resolution of another organisation.
    named: Vec<(DocumentKind, Option<DocumentId>)>,
}

/// The maximum number of documents kept for a passage: beyond it, “the said” is not resolved.
const MOST_NAMED: usize = 64;

impl Antecedents {
    /// Adds a document that has been named.
    pub(super) fn add(&mut self, id: &DocumentId) {
        if let Some(kind) = kind_of(id) {
            self.push(kind, Some(id.clone()));
        }
    }

    /// Adds an unknown document that is named by the term.
    pub(super) fn add_unknown(&mut self, term: Term) {
        if let Some(kind) = term.document() {
            self.push(kind, None);
        }
    }

    fn push(&mut self, kind: DocumentKind, id: Option<DocumentId>) {
        let named = (kind, id);
        if self.named.len() < MOST_NAMED && !self.named.contains(&named) {
            self.named.push(named);
        }
    }

    /// The only document of the kind that has been named.
    pub(super) fn only(&self, kind: DocumentKind) -> Option<DocumentId> {
        let is_of_kind =
            |its: DocumentKind| its == kind || kind == DocumentKind::Letter && its == DocumentKind::Circular;
        let mut of_kind = self.named.iter().filter(|(its, _)| is_of_kind(*its));
        let only = of_kind.next().filter(|_| self.named.len() < MOST_NAMED)?;
        if of_kind.next().is_some() { None } else { only.1.clone() }
    }
}

fn kind_of(id: &DocumentId) -> Option<DocumentKind> {
    Some(match id {
        DocumentId::Resolution { kind: ResolutionKind::Resolution, .. } => DocumentKind::Resolution,
        DocumentId::Resolution { kind: ResolutionKind::Decision, .. } => DocumentKind::Decision,
        DocumentId::Recommendation { .. } => DocumentKind::Recommendation,
        DocumentId::Question { .. } => DocumentKind::Question,
        DocumentId::Opinion { .. } => DocumentKind::Opinion,
        DocumentId::CouncilDocument { .. } | DocumentId::ConferenceDocument { .. } => DocumentKind::Document,
        DocumentId::Amendment { of, .. } => return kind_of(of),
        DocumentId::BasicText { part: TextPart::Whole, .. } => return None,
        DocumentId::BasicText { .. } => DocumentKind::Provision,
        DocumentId::DmLetter { .. } | DocumentId::MdLetter { .. } => DocumentKind::Letter,
        id if id.is_letter() => DocumentKind::Circular,
        _ => return None,
    })
}
