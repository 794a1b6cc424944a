//! Corrigenda, addenda and revisions: “Corrigendum 1 to Circular Letter CR/384”, “CA/270 and its Addendum 1”,
//! `CR/384/Add.2`.

use super::reader::{Found, OF, Reader, SIGNS};
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{Amendment, DocumentId, positive};
use crate::text::characters::is_alphabetic;

/// The greatest distance between an amendment and the letter before it that it amends, in characters.
const NEAR: usize = 60;

/// The document named after an amendment, or after a part of it.
pub(super) enum Amended {
    /// A document, and the token after it.
    Document(Found, usize),
    /// Something that has no id.
    Unknown,
    /// Nothing: what it amends may have been named before.
    Nothing,
}

impl Reader<'_> {
    /// Reads “Corrigendum 1 to Circular Letter CR/384”, and “its Addendum 1” after the letter that it belongs to.
    pub(super) fn amendment(&mut self, at: usize) -> Option<usize> {
        // “G.9700建议书修正3”: the Chinese word for “amended” is also the noun, but not in “修正3处”.
        let is_noun = self.words(at) == "修正" && !matches!(self.words(at + 2), "处" | "次" | "项" | "个");
        let kind = match self.term(at)? {
            Term::Amended if is_noun => Amendment::Amendment,
            term => term.amendment()?,
        };
        let number_at = self.skip(at + 1, SIGNS);
        let number = positive(&self.number(number_at)?)?;
        let behind = number_at + 1;
        let next = self.skip(behind, OF);
        let names_document = |term: Term| {
            term.is_letter()
                || matches!(term, Term::Document | Term::Recommendation)
                || term.bureau().is_some()
                || term.sector().is_some()
        };
        if next > behind || self.term(next).is_some_and(names_document) {
            match self.amended_behind(next) {
                // “(Rev. 2010” before a Resolution is part of something else.
                Amended::Document(base, _) if !base.id.can_be_amended(kind) => return None,
                Amended::Document(base, end) => {
                    let id = DocumentId::Amendment { of: Box::new(base.id), kind, number };
                    self.add(self.start(at)..base.range.end, id);
                    return Some(end);
                }
                Amended::Unknown => return None,
                // “G.984.2, Amendment 2 to the Financial Regulations”
                Amended::Nothing if next > behind && self.is_last_recommendation() => return None,
                Amended::Nothing => {}
            }
        }
        self.amendment_of_last(at, behind, kind, number)
    }

    fn is_last_recommendation(&self) -> bool {
        let base = |id: &DocumentId| match id {
            DocumentId::Amendment { of, .. } => matches!(**of, DocumentId::Recommendation { .. }),
            id => matches!(id, DocumentId::Recommendation { .. }),
        };
        self.found.last().is_some_and(|last| base(&last.id))
    }

    /// Reads the document at the token, and removes its citation: it is a part of the amendment's citation.
    pub(super) fn amended_behind(&mut self, at: usize) -> Amended {
        let before = self.found.len();
        if let Some(next) = self.document_to_amend(at)
            && self.found.len() == before + 1
            && let Some(base) = self.found.pop()
        {
            return Amended::Document(base, next);
        }
        self.found.truncate(before);
        let names_document =
            |term: Term| term.is_letter() || term == Term::Document || term.series().is_some();
        if self.term(at).is_some_and(names_document) { Amended::Unknown } else { Amended::Nothing }
    }

    /// Reads the letter or document at the token.
    fn document_to_amend(&mut self, at: usize) -> Option<usize> {
        match self.term(at) {
            Some(Term::Document) => self.document(at),
            Some(Term::Recommendation) => self.recommendation(at),
            Some(term) if term.sector().is_some() => self.technical_of_sector(at),
            Some(Term::CouncilCode) => self.document_alone(at),
            Some(term) if term.is_letter() => self.letter(at, at),
            Some(term) if term.bureau().is_some() => self.letter_of_bureau(at),
            Some(Term::Said) => self.back_reference(at + 1),
            Some(_) => self.coded_letter(at).or_else(|| self.number_first(at)),
            None if self.is(at, Kind::Code) => self.recommendations(at, at),
            None => self.study_group_letter(at).or_else(|| self.number_first(at)),
        }
    }

    /// Adds the amendment, from the token `at` to `behind`, of the letter named just before: “CA/270 and its Addendum
    /// 1”.
    fn amendment_of_last(&mut self, at: usize, behind: usize, kind: Amendment, number: u32) -> Option<usize> {
        let (start, end) = (self.start(at), self.end_before(behind));
        let last = self.found.last_mut()?;
        let between = self.text.get(last.range.end..start)?;
        let is_near = between.chars().count() <= NEAR && !between.contains(['.', ';', '。', '；']);
        let base = match &last.id {
            DocumentId::Amendment { of, .. } => (**of).clone(),
            id => id.clone(),
        };
        // “X.509 | ISO/IEC 9594-8 Amd.1” is an amendment of the last that is named.
        let is_technical = |id: &DocumentId| {
            matches!(id, DocumentId::Recommendation { .. } | DocumentId::RecommendationPart { .. })
        };
        let is_right_behind = !is_technical(&base) || !between.contains(is_alphabetic);
        if !is_near || !is_right_behind || !base.can_be_amended(kind) {
            return None;
        }
        let id = DocumentId::Amendment { of: Box::new(base), kind, number };
        // In Chinese it is one phrase with the letter: “CA/270号行政通函补遗1”; so is “A.12 (2008) Cor. 2”.
        let is_recommendation = matches!(&id, DocumentId::Amendment { of, .. } if is_technical(of));
        if is_recommendation || matches!(between.trim(), "" | "的") {
            last.id = id;
            last.range.end = end;
        } else {
            self.add(start..end, id);
        }
        Some(behind)
    }

    /// The document, or its amendment if one is named right after its number, `/Add.1` or `(Rev.1)`; and the token
    /// after.
    pub(super) fn amended(&self, id: DocumentId, at: usize) -> (DocumentId, usize) {
        match self.amendment_behind_stroke(at).or_else(|| self.amendment_in_brackets(at)) {
            Some((kind, number, next)) => (DocumentId::Amendment { of: Box::new(id), kind, number }, next),
            None => (id, at),
        }
    }

    /// `/Add.1`: the kind and the number of the amendment, and the token after it.
    fn amendment_behind_stroke(&self, at: usize) -> Option<(Amendment, u32, usize)> {
        if !self.is(at, Kind::Slash) || !self.is_glued(at) {
            return None;
        }
        let kind = self.term(at + 1)?.amendment()?;
        Some((kind, positive(&self.number(at + 2)?)?, at + 3))
    }

    /// `(Rev.1)`: the kind and the number of the amendment, and the token after it.
    pub(super) fn amendment_in_brackets(&self, at: usize) -> Option<(Amendment, u32, usize)> {
        if !self.is(at, Kind::Open) || !self.is(at + 3, Kind::Close) {
            return None;
        }
        let kind = self.term(at + 1)?.amendment()?;
        Some((kind, positive(&self.number(at + 2)?)?, at + 4))
    }
}
