//! Chinese puts the number before the word: “第99号决议（2018年，迪拜，修订版）”, “CL-22/5号和CL-22/24号通函”, “《公约》第325至331款”.
//!
//! What 通函 is, only the shape of its number tells: a circular letter, a TSB Circular, a Collective letter.

use super::letters::{amendment_of, bureau};
use super::provisions::{is_number_of_provision, part_kind};
use super::reader::{MOST_MEMBERS, Piece, Reader, is_whole};
use super::resolutions::{Around, Member, kind_of};
use super::technical::number_of_question;
use super::terms::Term;
use super::tokens::Kind;
use crate::ids::{Amendment, BasicText, Body, DocumentId, Sector, positive};

/// The most tokens before the number that can belong to it.
const MOST_BEFORE: usize = 4;

/// What stands before the first number.
#[derive(Default)]
struct Before {
    bureau: Option<crate::letter::Issuer>,
    bureau_at: Option<usize>,
    sector: Option<Sector>,
    sector_at: Option<usize>,
    body: Option<Body>,
    year: Option<u16>,
}

impl Reader<'_> {
    /// Reads numbers and the word behind them.
    pub(super) fn number_first(&mut self, at: usize) -> Option<usize> {
        if !self.is_chinese() {
            return None;
        }
        let (before, from) = self.before_numbers(at);
        let (pieces, next) = self.numbers(from)?;
        let kind = self.term(next)?;
        match kind {
            Term::Resolution | Term::Decision => self.resolutions_behind(from, &before, pieces, next),
            Term::CircularLetter
            | Term::AdministrativeCircular
            | Term::CollectiveLetter
            | Term::Letter
            | Term::Circular => self.letters_behind(from, &before, &pieces, next),
            Term::Question => self.questions_behind(from, &before, &pieces, next),
            Term::Opinion => self.opinions_behind(from, &pieces, next),
            Term::Corrigendum | Term::Addendum | Term::Revision | Term::Revised => {
                self.amendment_behind(from, &pieces, next)
            }
            _ => None,
        }
    }

    /// Reads the provisions behind the name of their text: 《组织法》第84A款.
    pub(super) fn number_first_of(&mut self, at: usize, text: BasicText) -> Option<usize> {
        if self.is_foreign_before(at) {
            return None;
        }
        let from = self.skip(at + 1, &[Term::Of]);
        // “《无线电规则》附录30”, “《无线电规则》（RR）第9.7款”
        if let Some(kind) = self.term(from).and_then(part_kind)
            && matches!(self.term(from), Some(Term::Appendix | Term::Article))
        {
            let (pieces, next) = self.numbers(from + 1)?;
            return self.add_parts(at, text, kind, pieces, next);
        }
        let from = if self.is(from, Kind::Open) && self.is(from + 2, Kind::Close) { from + 3 } else { from };
        let (pieces, next) = self.numbers(from)?;
        let kind = self.term(next).and_then(part_kind)?;
        let mut next = self.add_parts(at, text, kind, pieces, next + 1)?;
        // “《公约》第33条、第35条”
        while let Some(behind) = self.behind_separator(next)
            && self.has_term(behind, Term::Ordinal)
            && let Some((pieces, end)) = self.numbers(behind)
            && let Some(kind) = self.term(end).and_then(part_kind)
        {
            next = self.add_parts(behind, text, kind, pieces, end + 1)?;
        }
        Some(next)
    }

    fn add_parts(
        &mut self,
        at: usize,
        text: BasicText,
        kind: super::provisions::PartKind,
        pieces: Vec<Piece>,
        next: usize,
    ) -> Option<usize> {
        let last = pieces.len().checked_sub(1)?;
        for (index, piece) in pieces.into_iter().enumerate() {
            is_number_of_provision(&piece.number).then_some(())?;
            // The text belongs to the first number, the word for the provision to the last.
            let start = if index == 0 { self.start(at) } else { piece.range.start };
            let end = if index == last { self.end_before(next) } else { piece.range.end };
            self.add_part(start..end, text, kind, piece.number);
        }
        Some(next)
    }

    /// What stands before the number from the token on, and where the number begins.
    fn before_numbers(&self, at: usize) -> (Before, usize) {
        let mut before = Before::default();
        let mut from = at;
        while from < at + MOST_BEFORE {
            let Some(term) = self.term(from) else { break };
            if let Some(its) = bureau(term).filter(|_| !self.is(from + 1, Kind::Slash)) {
                before.bureau = Some(its);
                before.bureau_at = Some(from);
            } else if let Some(sector) = term.sector() {
                before.sector = Some(sector);
                before.sector_at = Some(from);
                before.body = term.body();
            } else if let Some(body) = term.body() {
                before.body = Some(body);
                if let Some((year, next)) = self.year_of_name(from) {
                    before.year = Some(year);
                    from = next;
                    continue;
                }
            } else if term != Term::Of {
                break;
            }
            from += 1;
        }
        (before, from)
    }

    /// The numbers of a list, each with its signs, and the token behind them.
    fn numbers(&self, from: usize) -> Option<(Vec<Piece>, usize)> {
        let (first, mut next) = self.signed_number(from)?;
        let mut pieces = first;
        while pieces.len() < MOST_MEMBERS
            && let Some(behind) = self.behind_separator(next)
            && let Some((more, end)) = self.signed_number(behind)
        {
            pieces.extend(more);
            next = end;
        }
        Some((pieces, next))
    }

    /// A number between 第 and 号, with a code before it or not, and its edition; two for a range.
    fn signed_number(&self, from: usize) -> Option<(Vec<Piece>, usize)> {
        let mut at = from + usize::from(self.has_term(from, Term::Ordinal));
        if let Some((id, behind)) = self.letter_with_code(at) {
            let next = behind + usize::from(self.has_term(behind, Term::Counter));
            let piece = Piece { id: Some(id), ..Piece::new("", self.start(from)..self.end_before(next)) };
            return Some((vec![piece], next));
        }
        // “第ITU-R 38-3号决议”
        at += usize::from(at > from && self.has_term(at, Term::SectorR));
        let (number, behind) = match self.number(at) {
            Some(number) => (number, at + 1),
            None => self.chinese_number(at).filter(|_| at > from)?,
        };
        let next = behind + usize::from(self.has_term(behind, Term::Counter));
        let range = self.start(from)..self.end_before(next);
        if number.split('-').next().is_some_and(|first| first.len() >= 3)
            && let Some(ends) = self.ends_of_range(&range, &number)
        {
            return Some((ends.to_vec(), next));
        }
        let edition = self.edition(next);
        let end = edition.map_or(next, |(_, end)| end);
        let range = range.start..self.end_before(end);
        let edition = edition.map(|(edition, _)| edition);
        Some((vec![Piece { edition, ..Piece::new(&number, range) }], end))
    }

    /// A number below ten thousand in Chinese numerals, as in 第九十九号.
    fn chinese_number(&self, at: usize) -> Option<(String, usize)> {
        let (mut sum, mut digit, mut next) = (0_u32, 0_u32, at);
        while next < at + 8 {
            let Some(c) = self.words(next).chars().next().filter(|_| self.is(next, Kind::Other)) else {
                break;
            };
            if let Some(value) = "零一二三四五六七八九".chars().position(|numeral| numeral == c) {
                digit = u32::try_from(value).ok()?;
            } else {
                let unit = match c {
                    '十' => 10,
                    '百' => 100,
                    '千' => 1_000,
                    _ => break,
                };
                sum += digit.max(1) * unit;
                digit = 0;
            }
            next += 1;
        }
        (next > at).then(|| ((sum + digit).to_string(), next))
    }

    fn resolutions_behind(
        &mut self,
        from: usize,
        before: &Before,
        pieces: Vec<Piece>,
        at: usize,
    ) -> Option<usize> {
        let (kind, _) = kind_of(self.term(at)?)?;
        let edition = self.edition(at + 1);
        let next = edition.map_or(at + 1, |(_, next)| next);
        let mut around = Around { kind, body: before.body, year: before.year };
        if around.body.is_none() {
            let mut start = self.start(from);
            self.names_before(from, next, &mut around, &mut start);
            self.names_behind(next, &mut around);
            around.body = around.body.or_else(|| self.body_of_resolution_before(from));
        }
        if around.body.is_none()
            && edition.is_none_or(|(edition, _)| edition.body.is_none())
            && self.is_foreign_before(from)
        {
            self.mentions.note_unknown(self.term(at)?);
            return Some(next);
        }
        let last = pieces.len() - 1;
        let start = before.sector_at.map_or(self.start(from), |at| self.start(at));
        let mut members = Vec::new();
        for (index, piece) in pieces.into_iter().enumerate() {
            let is_number = piece.number.split('-').all(is_whole) && piece.number.len() <= 6;
            let is_revised = piece.number.contains('-');
            is_number.then_some(())?;
            let is_last = index == last;
            members.push(Member {
                start: if index == 0 { start } else { piece.range.start },
                end: if is_last { self.end_before(next) } else { piece.range.end },
                number: piece.number,
                edition: piece.edition.or(edition.map(|(edition, _)| edition).filter(|_| is_last)),
                is_marked: true,
                body: before
                    .body
                    .filter(|_| before.sector.is_some())
                    .or(is_revised.then_some(Body::RadiocommunicationAssembly)),
                has_sector: before.sector.is_some() && index == 0,
            });
        }
        self.add_resolutions(start, around, members, true);
        Some(next)
    }

    /// “全权代表大会第48号决议和第151号决议”: the second is of the same body.
    fn body_of_resolution_before(&self, at: usize) -> Option<Body> {
        let before = at
            .checked_sub(1)
            .filter(|before| self.has_term(*before, Term::And) || self.is(*before, Kind::Comma))?;
        let last = self.found.last().filter(|last| last.range.end == self.end_before(before))?;
        match &last.id {
            DocumentId::Resolution { body, edition: None, .. } => *body,
            _ => None,
        }
    }

    fn letters_behind(&mut self, from: usize, before: &Before, pieces: &[Piece], at: usize) -> Option<usize> {
        let kind = self.term(at)?;
        let next = at + 1;
        if before.bureau.is_none() && self.is_foreign_before(from) {
            return None;
        }
        let last = pieces.len() - 1;
        let mut added = false;
        let mut bureau = before.bureau;
        if bureau.is_none() && self.date_before(self.start(from)).is_some() {
            // “电信标准化局2011年3月24日第179号通函”
            let near = (from.saturating_sub(10)..from).rev().take_while(|at| !self.is(*at, Kind::Comma));
            bureau = near.into_iter().find_map(|at| self.term(at).and_then(self::bureau));
        }
        for (index, piece) in pieces.iter().enumerate() {
            let (id, reversed) = match piece.id.clone() {
                Some(id) => (Some(id), false),
                None => {
                    self.by_words(&piece.number, kind, bureau, &(piece.range.start..self.end_before(next)))
                }
            };
            let Some(id) = id else { continue };
            let is_of_bureau =
                matches!(id, DocumentId::TsbCircular { .. } | DocumentId::CollectiveLetter { .. })
                    || matches!(id, DocumentId::BdtCircular { .. }) && piece.id.is_none();
            let first = before.bureau_at.filter(|_| index == 0 && is_of_bureau);
            let start = first.map_or(piece.range.start, |at| self.start(at));
            let end = if index == last { self.end_before(next) } else { piece.range.end };
            self.add_doubtful(start..end, id, reversed);
            added = true;
        }
        let revision = self.revision_in_brackets(next).filter(|_| added);
        let Some((number, behind)) = revision else { return added.then_some(next) };
        self.amend_last(Amendment::Revision, number, self.end_before(behind));
        Some(behind)
    }

    /// “第1号勘误” behind the letter that it belongs to.
    fn amendment_behind(&mut self, from: usize, pieces: &[Piece], at: usize) -> Option<usize> {
        let [piece] = pieces else { return None };
        let kind = amendment_of(self.term(at)?)?;
        let last = self.found.last()?;
        let between = self.text.get(last.range.end..self.start(from))?.trim();
        (last.id.is_letter() && matches!(between, "" | "的")).then_some(())?;
        self.amend_last(kind, positive(&piece.number)?, self.end_before(at + 1));
        Some(at + 1)
    }

    /// Makes the last citation that of an amendment of its letter, up to the given end.
    fn amend_last(&mut self, kind: Amendment, number: u32, end: usize) {
        if let Some(last) = self.found.last_mut() {
            last.id = DocumentId::Amendment { of: Box::new(last.id.clone()), kind, number };
            last.range.end = end;
        }
    }

    fn questions_behind(
        &mut self,
        from: usize,
        before: &Before,
        pieces: &[Piece],
        at: usize,
    ) -> Option<usize> {
        let sector =
            before.sector.or_else(|| self.only_in_sentence(from, Term::sector)).or(self.sector_of_issuer());
        let last = pieces.len() - 1;
        for (index, piece) in pieces.iter().enumerate() {
            let (number, group) = number_of_question(&piece.number)?;
            let start = match before.sector_at {
                Some(sector) if index == 0 => self.start(sector),
                _ if index == 0 => self.start(from),
                _ => piece.range.start,
            };
            let end = if index == last { self.end_before(at + 1) } else { piece.range.end };
            self.add(start..end, DocumentId::Question { sector, number, group });
        }
        Some(at + 1)
    }

    fn opinions_behind(&mut self, from: usize, pieces: &[Piece], at: usize) -> Option<usize> {
        if !self.has_term(from, Term::Ordinal) || self.is_foreign_before(from) {
            return None;
        }
        let last = pieces.len() - 1;
        for (index, piece) in pieces.iter().enumerate() {
            let number = positive(&piece.number)?;
            let end = if index == last { self.end_before(at + 1) } else { piece.range.end };
            self.add(piece.range.start..end, DocumentId::Opinion { number });
        }
        Some(at + 1)
    }

    /// Reads documents with the word behind them: `C99/116和C99/133号文件`, `WTDC17/11号文件`.
    pub(super) fn documents_first(&mut self, at: usize) -> Option<usize> {
        if !self.is_chinese() {
            return None;
        }
        let mut members = Vec::new();
        let mut candidate = Some(at);
        while let Some(place) = candidate
            && let Some((id, range, behind)) = self.named_document(place)
            && members.len() < MOST_MEMBERS
        {
            let next = behind + usize::from(self.has_term(behind, Term::Counter));
            // The word may stand behind each of them.
            let has_word = self.has_term(next, Term::Document);
            let end = self.end_before(next + usize::from(has_word));
            members.push((id, range.start..end));
            if has_word {
                for (id, range) in members {
                    self.add(range, id);
                }
                return Some(next + 1);
            }
            candidate = self.behind_separator(next);
        }
        None
    }
}
