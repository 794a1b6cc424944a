//! Documents of the Council and of conferences: “Document C20/57”, “Документ WTDC17/11-R”, “Document 67-F de la PP-18”.
//!
//! Temporary and information documents (DT, TD, INF) have no id.

use std::ops::Range;

use super::reader::{OF, Reader, is_whole};
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{Amendment, DocumentId, full_year, positive};

/// A document in a list.
struct Member {
    range: Range<usize>,
    /// None where the conference has to be named behind.
    id: Option<DocumentId>,
    number: String,
}

impl Reader<'_> {
    /// Reads what the word for a document begins.
    pub(super) fn document(&mut self, at: usize) -> Option<usize> {
        let between: &[Term] = if self.is_chinese() {
            &[Term::NumberSign]
        } else {
            &[Term::NumberSign, Term::NumberSigns, Term::Of, Term::Itu, Term::Council]
        };
        let from = self.skip(at + 1, between);
        // “Council Document C23/1”
        let named = at.checked_sub(1).filter(|before| self.has_term(*before, Term::Council));
        let start = self.start(named.filter(|_| !self.is_chinese() && !self.is_arabic()).unwrap_or(at));
        let (first, mut next) = self.member_of_documents(from)?;
        let mut members = vec![first];
        while let Some(place) = self.behind_separator(next)
            && let Some((member, behind)) = self.member_of_documents(place)
        {
            members.push(member);
            next = behind;
        }
        let of = self.skip(next, &[OF, &[Term::Document]].concat());
        let conference = self.conference(of).map(|(conference, _)| conference);
        let is_list = members.len() > 1;
        let mut added = false;
        for Member { range, id, number } in members {
            let named = || {
                let conference = conference.clone()?;
                Some(DocumentId::ConferenceDocument { conference, number })
            };
            let Some(id) = id.or_else(named) else { continue };
            let range = if is_list { range } else { start..range.end };
            self.add(range, id);
            added = true;
        }
        added.then_some(next)
    }

    /// Reads `C20/57`, which names its series and stands alone.
    pub(super) fn council_document(&mut self, at: usize) -> Option<usize> {
        if self.is_room(at) {
            return None;
        }
        let (member, next) = self.member_of_documents(at)?;
        self.add(member.range, member.id?);
        Some(next)
    }

    /// A document that names its series, at the token: its id, its place, and the token behind it.
    pub(super) fn named_document(&self, at: usize) -> Option<(DocumentId, Range<usize>, usize)> {
        let (member, next) = self.member_of_documents(at)?;
        Some((member.id?, member.range, next))
    }

    /// A document with what belongs to its number, and the token behind it.
    fn member_of_documents(&self, from: usize) -> Option<(Member, usize)> {
        let (id, number, next) = if self.has_term(from, Term::CouncilCode) && self.is_all_capital(from) {
            let number = from + 1 + usize::from(self.is(from + 1, Kind::Hyphen) && self.is_glued(from + 1));
            self.is_glued(number).then_some(())?;
            (Some(council_document(&self.number(number)?)?), String::new(), number + 1)
        } else if let Some((conference, next)) = self.conference(from) {
            // “PP-18/64”: the number goes on behind the year of the conference.
            let number = self.rest_of_number(next)?;
            (Some(DocumentId::ConferenceDocument { conference, number: number.clone() }), number, next)
        } else {
            let number = without_language(&self.number(from)?);
            is_whole(&number).then_some(())?;
            (None, number, from + 1)
        };
        let (id, next) = self.with_revision(id, next);
        Some((Member { range: self.start(from)..self.end_before(next), id, number }, next))
    }

    /// `(Rev.1)`, `(Add.1)` behind the number of a document.
    fn with_revision(&self, id: Option<DocumentId>, at: usize) -> (Option<DocumentId>, usize) {
        if let Some(of) = &id
            && let Some((kind, number, next)) = self.amendment_behind_stroke(at)
        {
            return (Some(DocumentId::Amendment { of: Box::new(of.clone()), kind, number }), next);
        }
        let kind = match self.term(at + 1) {
            Some(Term::Revised | Term::Revision) => Amendment::Revision,
            Some(Term::Addendum) => Amendment::Addendum,
            Some(Term::Corrigendum) => Amendment::Corrigendum,
            _ => return (id, at),
        };
        let number = self.number(at + 2).and_then(|number| positive(&number));
        match (id, number) {
            (Some(id), Some(number)) if self.is(at, Kind::Open) && self.is(at + 3, Kind::Close) => {
                (Some(DocumentId::Amendment { of: Box::new(id), kind, number }), at + 4)
            }
            (id, _) => (id, at),
        }
    }

    /// The conference or group with its year, as ids name it, and the token behind it: `wtdc-17` for “WTDC17” and “CMDT-17”.
    ///
    /// The number of the document may be glued to the year: then the token behind is the one that holds both.
    fn conference(&self, at: usize) -> Option<(String, usize)> {
        let name = self.term(at)?.conference()?;
        let number = at + 1 + usize::from(self.is(at + 1, Kind::Hyphen) && self.is_glued(at + 1));
        if !self.is_glued(number) {
            return None;
        }
        let text = self.number(number)?;
        let year = text.split(['/', '-']).next()?;
        let year = full_year(year)? % 100;
        Some((format!("{name}-{year:02}"), number + 1))
    }

    /// What stands behind the year in the token before: the number of the document, without the letter of its language.
    fn rest_of_number(&self, next: usize) -> Option<String> {
        let text = self.number(next.checked_sub(1)?)?;
        let (_, number) = text.split_once('/')?;
        let number = without_language(number);
        let last = number.rsplit('/').next()?;
        (is_whole(last) && !["DT", "TD", "INF", "DL"].iter().any(|kind| number.contains(kind)))
            .then_some(number)
    }
}

/// The number without the letter of its language: `67-F` is `67`.
fn without_language(number: &str) -> String {
    match number.rsplit_once('-') {
        Some((before, letter))
            if letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_uppercase()) =>
        {
            before.to_owned()
        }
        _ => number.to_owned(),
    }
}

/// yy/n, or yyyy/n, of the Council.
pub(super) fn council_document(number: &str) -> Option<DocumentId> {
    let (year, number) = number.split_once('/')?;
    Some(DocumentId::CouncilDocument { year: full_year(year)?, number: positive(&without_language(number))? })
}
