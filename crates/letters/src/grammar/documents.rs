//! Documents of the Council and of conferences: “Document C20/57”, “Документ WTDC17/11-R”, “Document 67-F de la PP-18”.
//!
//! Temporary and information documents (DT, TD, INF) have no id.

use std::ops::Range;

use super::numbers::is_whole;
use super::reader::{OF, Reader};
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{CouncilSeries, DocumentId, full_year, positive};

/// The last session of the Administrative Council, in 1992: since 1993 the Council's documents name the year.
const LAST_ADMINISTRATIVE_COUNCIL: u32 = 47;

/// A document in a list.
struct ListedDocument {
    range: Range<usize>,
    /// None if the conference has to be named after it.
    id: Option<DocumentId>,
    number: String,
}

impl Reader<'_> {
    /// Reads documents from the word for them on.
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
        let (first, mut next) = self.listed_document(from)?;
        let mut members = vec![first];
        while let Some(place) = self.behind_separator(next)
            && let Some((member, behind)) = self.listed_document(place)
        {
            members.push(member);
            next = behind;
        }
        let of = self.skip(next, &[OF, &[Term::Document]].concat());
        // “WTSA-20 Document 62 of TSAG” is not of the conference.
        let stands_alone = of == next && members.iter().all(|member| member.id.is_none());
        let before = self.conference_before(at).filter(|_| stands_alone);
        // “Document 62 of the Plenipotentiary Conference (PP-18)”
        let is_explained = self.term(of).and_then(Term::conference).is_some() && self.is(of + 1, Kind::Open);
        let conference = self.conference(of).or_else(|| self.conference(of + 2).filter(|_| is_explained));
        let conference = conference.map(|(conference, _)| conference);
        let start = match (&conference, &before) {
            (None, Some((_, token))) => self.start(*token),
            _ => start,
        };
        let conference = conference.or(before.map(|(conference, _)| conference));
        let is_list = members.len() > 1;
        let mut added = false;
        for ListedDocument { range, id, number } in members {
            let named = || {
                let conference = conference.clone()?;
                Some(DocumentId::ConferenceDocument { conference, number })
            };
            let Some(id) = id.or_else(named) else { continue };
            let (id, range) = if is_list {
                (id, range)
            } else {
                // “PP-22 Doc. 78(Add.3)”
                let (id, behind) = self.amended(id, next);
                next = behind;
                (id, start..self.end_before(behind).max(range.end))
            };
            self.add(range, id);
            added = true;
        }
        added.then_some(next)
    }

    /// The conference right before the word, and its token: “WTSA-16 Document 42”.
    fn conference_before(&self, at: usize) -> Option<(String, usize)> {
        let mut tokens = (at.saturating_sub(3)..at).rev();
        tokens.find_map(|token| {
            let (conference, next) = self.conference(token)?;
            (next == at).then_some((conference, token))
        })
    }

    /// Reads `C20/57` or `TDAG16-21/6`, which names its series and stands alone.
    pub(super) fn document_alone(&mut self, at: usize) -> Option<usize> {
        if self.is_room(at) {
            return None;
        }
        let (member, next) = self.listed_document(at)?;
        self.add(member.range, member.id?);
        Some(next)
    }

    /// A document that names its series, at the token: its id, its place, and the token after it.
    pub(super) fn named_document(&self, at: usize) -> Option<(DocumentId, Range<usize>, usize)> {
        let (member, next) = self.listed_document(at)?;
        Some((member.id?, member.range, next))
    }

    /// A document with its number and amendment, and the token after it.
    fn listed_document(&self, from: usize) -> Option<(ListedDocument, usize)> {
        let (id, number, next) = if self.has_term(from, Term::CouncilCode) && self.is_all_capital(from) {
            let number = from + 1 + usize::from(self.is(from + 1, Kind::Hyphen) && self.is_glued(from + 1));
            self.is_glued(number).then_some(())?;
            (Some(council_document(&self.number(number)?)?), String::new(), number + 1)
        } else if let Some((id, next)) = self.document_of_group(from) {
            (Some(id), String::new(), next)
        } else if let Some(id) = self.number(from).and_then(|number| old_council_document(&number)) {
            (Some(id), String::new(), from + 1)
        } else if let Some((conference, next)) = self.conference(from) {
            // “PP-18/64”: the number continues after the year of the conference.
            let number = self.rest_of_number(next)?;
            (Some(DocumentId::ConferenceDocument { conference, number: number.clone() }), number, next)
        } else {
            let number = without_language(&self.number(from)?);
            is_whole(&number).then_some(())?;
            (None, number, from + 1)
        };
        let (id, next) = id.map_or((None, next), |id| {
            let (id, next) = self.amended(id, next);
            (Some(id), next)
        });
        Some((ListedDocument { range: self.start(from)..self.end_before(next), id, number }, next))
    }

    /// Reads `4856/CA30`, a document of the Administrative Council.
    pub(super) fn old_council_document(&mut self, at: usize) -> Option<usize> {
        let id = old_council_document(&self.number(at)?)?;
        self.add(self.start(at)..self.end_before(at + 1), id);
        Some(at + 1)
    }

    /// Reads `SG13-C50`, a contribution to a study group.
    pub(super) fn contribution(&mut self, at: usize) -> Option<usize> {
        let is_code = self.words(at) == "SG"
            && (at + 1..at + 5).all(|at| self.is_glued(at))
            && self.is(at + 2, Kind::Hyphen)
            && self.has_term(at + 3, Term::CouncilCode);
        let study_group = positive(&self.number(at + 1).filter(|_| is_code)?)?;
        let number = positive(&self.number(at + 4)?)?;
        self.add(self.start(at)..self.end_before(at + 5), DocumentId::Contribution { study_group, number });
        Some(at + 5)
    }

    /// The document of an advisory group or of the Radio Regulations Board at the token, `RRB18-2/4`, `TSAG-C50`, and the
    /// token after it.
    fn document_of_group(&self, at: usize) -> Option<(DocumentId, usize)> {
        let group = self.term(at)?.group().filter(|_| self.is_all_capital(at))?;
        let joint = usize::from(matches!(self.kind(at + 1), Some(Kind::Hyphen | Kind::Slash)));
        let from = at + 1 + joint;
        let is_contribution = self.has_term(from, Term::CouncilCode);
        let number_at = from + usize::from(is_contribution);
        (at + 1..=number_at).all(|at| self.is_glued(at)).then_some(())?;
        let number = self.number(number_at)?;
        // “TSAG-22” is a meeting, “TSAG-2022/2024” a period.
        let last = number.rsplit('/').next().unwrap_or_default();
        let is_document =
            is_contribution || self.is(at + 1, Kind::Slash) || number.contains('/') && last.len() < 4;
        let is_temporary = ["DT", "TD", "INF", "DL"].iter().any(|kind| number.contains(kind));
        (is_document && !is_temporary).then_some(())?;
        let number = if is_contribution { format!("C{number}") } else { without_language(&number) };
        let id = DocumentId::ConferenceDocument { conference: group.to_owned(), number };
        Some((id, number_at + 1))
    }

    /// The conference or group with its year, as ids name it, and the token after it: `wtdc-17` for “WTDC17” and
    /// “CMDT-17”.
    ///
    /// The number of the document may be joined to the year: then the token before the next one holds both.
    pub(super) fn conference(&self, at: usize) -> Option<(String, usize)> {
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

    /// The number of the document after the year in the token before, without the letter of its language.
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

/// yy/n, or yyyy/n, of the Council; `17/INF/5` and `18/EP/2` are of other series.
pub(super) fn council_document(number: &str) -> Option<DocumentId> {
    let (year, number) = number.split_once('/')?;
    let year = full_year(&year.replace('O', "0"))?;
    let (series, number) = match number.split_once('/') {
        Some((series, number)) => (Some(CouncilSeries::with_code(&series.to_ascii_lowercase())?), number),
        None => (None, number),
    };
    Some(DocumentId::CouncilDocument { year, series, number: positive(&without_language(number))? })
}

/// `4856/CA30`: the number, and the session of the Administrative Council, of which the last was the 47th.
fn old_council_document(number: &str) -> Option<DocumentId> {
    let (number, session) = number.split_once("/CA")?;
    let session =
        positive(session).filter(|session| *session <= LAST_ADMINISTRATIVE_COUNCIL && number.len() >= 3)?;
    Some(DocumentId::OldCouncilDocument { session, number: positive(number)? })
}
