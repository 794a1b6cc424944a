//! Chinese puts the number before the word: “第99号决议（2018年，迪拜，修订版）”, “CL-22/5号和CL-22/24号通函”, “《公约》第325至331款”.
//!
//! Only the shape of its number shows whether 通函 is a circular letter, a TSB Circular or a Collective letter.

use std::ops::Range;

use super::adopting_bodies::AroundResolutions;
use super::nested_provisions::is_number_within;
use super::numbers::{ListedNumber, Named, is_number_of_provision, is_whole, number_of_question};
use super::reader::{MOST_MEMBERS, Reader};
use super::resolutions::{Extent, ListedResolution, adopts_recommendations, has_assembly_for_revisions};
use super::terms::{PartKind, Term};
use super::tokens::Kind;
use crate::ids::{
    Amendment, BasicText, Body, DocumentId, Issuer, ResolutionKind, Sector, TextPart, positive,
};
use crate::text::characters::{chinese_digit, chinese_number, chinese_unit};

/// The maximum number of tokens before the number that can belong to it.
const MOST_BEFORE: usize = 4;

/// The maximum number of tokens between a part of a basic text and the next one that is not named again.
const MOST_BETWEEN: usize = 12;

/// The maximum number of Chinese numerals in a number.
const MOST_NUMERALS: usize = 8;

/// The names before the first number.
#[derive(Default)]
struct Before {
    bureau: Option<Issuer>,
    bureau_at: Option<usize>,
    sector: Option<Sector>,
    sector_at: Option<usize>,
    body: Option<Body>,
    year: Option<u16>,
}

impl Reader<'_> {
    /// Reads numbers and the word after them.
    pub(super) fn number_first(&mut self, at: usize) -> Option<usize> {
        if !self.is_chinese() {
            return None;
        }
        let (before, from) = self.before_numbers(at);
        let (numbers, next) = self.numbers(from)?;
        let kind = self.term(next)?;
        match kind {
            Term::Resolution | Term::Decision | Term::ConferenceRecommendation => {
                self.resolutions_behind(from, &before, numbers, next)
            }
            Term::Question => self.questions_behind(from, &before, &numbers, next),
            Term::Opinion => self.opinions_behind(from, &numbers, next),
            Term::Document => self.documents_behind(at, &numbers, next),
            _ if kind.is_letter() => self.letters_behind(from, &before, &numbers, next),
            _ if kind.amendment().is_some() => self.amendment_behind(from, &numbers, next),
            _ => None,
        }
    }

    /// Reads the provisions after the name of their text: 《组织法》第84A款.
    pub(super) fn number_first_of(&mut self, at: usize, text: BasicText) -> Option<usize> {
        // “该公约” after the Convention of others
        let is_said_of_others =
            at > 0 && self.has_term(at - 1, Term::Said) && (0..at).any(|at| self.has_term(at, Term::Foreign));
        if self.is_foreign_before(at) || is_said_of_others {
            return None;
        }
        // “本公约第231款”
        let start = at - usize::from(at > 0 && self.has_term(at - 1, Term::This));
        let from = self.skip(at + 1, &[Term::Of]);
        // “《无线电规则》附录30”, “《无线电规则》（RR）第9.7款”
        if let Some(kind) = self.term(from).and_then(Term::part)
            && matches!(self.term(from), Some(Term::Appendix | Term::Article))
        {
            let (numbers, next) = self.numbers(from + 1)?;
            return self.add_parts(start, text, kind, numbers, next);
        }
        let from = if self.is(from, Kind::Open) && self.is(from + 2, Kind::Close) { from + 3 } else { from };
        let (numbers, next) = self.numbers(from)?;
        let kind = self.term(next).and_then(Term::part)?;
        let mut next = self.add_parts(start, text, kind, numbers, next + 1)?;
        // “《公约》第33条、第35条”
        while let Some(behind) = self.behind_separator(next)
            && self.has_term(behind, Term::Ordinal)
            && let Some((numbers, end)) = self.numbers(behind)
            && let Some(kind) = self.term(end).and_then(Term::part)
        {
            next = self.add_parts(behind, text, kind, numbers, end + 1)?;
        }
        Some(self.parts_of_same_text(next, text))
    }

    /// Reads the parts that follow those of the text without its name: “《组织法》第8条第49款”, “第31条（第324至339款）”,
    /// “第11A条，其中第160C款”, “第9条提出的请求，还是依据第11条”; and returns the token after them.
    fn parts_of_same_text(&mut self, at: usize, text: BasicText) -> usize {
        let Some((from, is_open)) = self.ordinal_ahead(at) else { return at };
        let Some((numbers, end)) = self.numbers(from) else { return at };
        let Some(kind) = self.term(end).and_then(Term::part) else { return at };
        let article = self.found.last().and_then(|last| match &last.id {
            DocumentId::BasicText { part: TextPart::Article(number), .. } => Some(number.as_str()),
            _ => None,
        });
        let Some(article) = article else { return at };
        let has_or = (at..from).any(|at| self.words(at) == "还是");
        let is_inside = kind == PartKind::Number
            && numbers.iter().all(|one| is_number_within(text, article.parse().ok(), &one.number));
        let is_closed = !is_open || self.is(end + 1, Kind::Close);
        let is_of_text = is_inside || has_or && kind == PartKind::Article;
        if !is_closed || !is_of_text {
            return at;
        }
        let next = end + 1 + usize::from(is_open);
        self.add_parts(from, text, kind, numbers, end + 1).map_or(at, |_| next)
    }

    /// The next 第 before the end of the sentence and before another name, and whether it is right behind a bracket that
    /// opens.
    fn ordinal_ahead(&self, at: usize) -> Option<(usize, bool)> {
        if self.is(at, Kind::Open) {
            return self.has_term(at + 1, Term::Ordinal).then_some((at + 1, true));
        }
        let is_between = |at: &usize| {
            matches!(
                self.kind(*at),
                Some(Kind::Comma | Kind::Other | Kind::Word(Term::And | Term::Of | Term::Its))
            )
        };
        let from = (at..at + MOST_BETWEEN).take_while(is_between).last().map_or(at, |last| last + 1);
        self.has_term(from, Term::Ordinal).then_some((from, false))
    }

    fn add_parts(
        &mut self,
        at: usize,
        text: BasicText,
        kind: PartKind,
        numbers: Vec<ListedNumber>,
        next: usize,
    ) -> Option<usize> {
        let last = numbers.len().checked_sub(1)?;
        for (index, one) in numbers.into_iter().enumerate() {
            is_number_of_provision(&one.number).then_some(())?;
            // The text belongs to the first number, the word for the provision to the last.
            let start = if index == 0 { self.start(at) } else { one.range.start };
            let end = if index == last { self.end_before(next) } else { one.range.end };
            self.add_part(start..end, text, kind, one.number);
        }
        Some(next)
    }

    /// Reads the names before the number from the token on, and returns the token at which the number begins.
    fn before_numbers(&self, at: usize) -> (Before, usize) {
        let mut before = Before::default();
        let mut from = at;
        while from < at + MOST_BEFORE {
            let Some(term) = self.term(from) else { break };
            if let Some(its) = term.bureau().filter(|_| !self.is(from + 1, Kind::Slash)) {
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

    /// The numbers of a list, each with its signs, and the token after them.
    fn numbers(&self, from: usize) -> Option<(Vec<ListedNumber>, usize)> {
        let (first, mut next) = self.signed_number(from)?;
        let mut numbers = first;
        while numbers.len() < MOST_MEMBERS
            && let Some(behind) = self.behind_separator(next)
            && let Some((more, end)) = self.signed_number(behind)
        {
            numbers.extend(more);
            next = end;
        }
        Some((numbers, next))
    }

    /// A number between 第 and 号, with a code before it or not, and its edition; two for a range.
    fn signed_number(&self, from: usize) -> Option<(Vec<ListedNumber>, usize)> {
        let mut at = from + usize::from(self.has_term(from, Term::Ordinal));
        if let Some((id, behind)) = self.letter_with_code(at) {
            let next = behind + usize::from(self.has_term(behind, Term::Counter));
            let range = self.start(from)..self.end_before(next);
            return Some((vec![ListedNumber { letter: Some(id), ..ListedNumber::new("", range) }], next));
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
        Some((vec![ListedNumber { edition, ..ListedNumber::new(&number, range) }], end))
    }

    /// A number in Chinese numerals, as in 第九十九号, and the token after it.
    fn chinese_number(&self, at: usize) -> Option<(String, usize)> {
        let is_numeral = |c: &char| chinese_digit(*c).or(chinese_unit(*c)).is_some();
        let numeral =
            |at: usize| self.words(at).chars().next().filter(|c| self.is(at, Kind::Other) && is_numeral(c));
        let numerals: Vec<char> = (at..at + MOST_NUMERALS).map_while(numeral).collect();
        let number = chinese_number(numerals.iter().copied())?;
        (!numerals.is_empty()).then(|| (number.to_string(), at + numerals.len()))
    }

    fn resolutions_behind(
        &mut self,
        from: usize,
        before: &Before,
        numbers: Vec<ListedNumber>,
        at: usize,
    ) -> Option<usize> {
        let (kind, _) = self.term(at)?.resolution()?;
        let edition = self.edition(at + 1);
        let next = edition.map_or(at + 1, |(_, next)| next);
        let mut around = AroundResolutions { kind, body: before.body, year: before.year };
        if around.body.is_none() {
            self.names_before(from, next, &mut around);
            self.names_behind(next, &mut around);
            around.body = around.body.or_else(|| self.body_of_resolution_before(from));
        }
        let edition_body = edition.and_then(|(edition, _)| edition.body);
        let place_body = edition.and_then(|(edition, _)| edition.met);
        let is_foreign =
            around.body.or(edition_body).or(place_body).is_none() && self.is_foreign_before(from);
        if is_foreign {
            self.antecedents.add_unknown(self.term(at)?);
            return Some(next);
        }
        let start = before.sector_at.map_or(self.start(from), |at| self.start(at));
        let of_sector = before.body.filter(|_| before.sector.is_some());
        let last = numbers.len() - 1;
        let mut members = Vec::new();
        for (index, ListedNumber { number, range, edition: its_own, .. }) in numbers.into_iter().enumerate() {
            (number.split('-').all(is_whole) && number.len() <= 6).then_some(())?;
            let (is_first, is_last) = (index == 0, index == last);
            let of_number = self.sector_in(&range).map(|_| Body::RadiocommunicationAssembly);
            let begin = if is_first { start } else { range.start };
            let end = if is_last { self.end_before(next) } else { range.end };
            members.push(ListedResolution {
                range: begin..end,
                edition: its_own.or(edition.map(|(edition, _)| edition).filter(|_| is_last)),
                is_marked: true,
                body: of_sector.or(of_number),
                has_sector: before.sector.is_some() && is_first,
                number,
            });
        }
        self.take_wcit(from, next, around.body, &mut members);
        let may_adopt = |member: &ListedResolution| adopts_recommendations(member.own_body().or(around.body));
        // “建议” also means advice: “世界无线电通信大会建议3个月后开会”.
        let is_numbered = self.has_term(from, Term::Ordinal) && edition_body.is_some();
        if kind == ResolutionKind::Recommendation && !(is_numbered && members.iter().all(may_adopt)) {
            return None;
        }
        if !has_assembly_for_revisions(around, &members) {
            self.antecedents.add_unknown(self.term(at)?);
            return Some(next);
        }
        self.add_resolutions(start, around, members, Extent::Many);
        Some(next)
    }

    /// The name of the ITU-R in the stretch: “第ITU-R 38-3号”.
    fn sector_in(&self, range: &Range<usize>) -> Option<usize> {
        let first = self.tokens.partition_point(|token| token.start < range.start);
        let last = self.tokens.partition_point(|token| token.start < range.end);
        (first..last).find(|at| self.has_term(*at, Term::SectorR))
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

    fn letters_behind(
        &mut self,
        from: usize,
        before: &Before,
        numbers: &[ListedNumber],
        at: usize,
    ) -> Option<usize> {
        let kind = self.term(at)?;
        let next = at + 1;
        if before.bureau.is_none() && self.is_foreign_before(from) {
            return None;
        }
        let last = numbers.len() - 1;
        let mut added = false;
        let mut bureau = before.bureau;
        if bureau.is_none() && self.date_before(self.start(from)).is_some() {
            // “电信标准化局2011年3月24日第179号通函”
            let near = (from.saturating_sub(10)..from).rev().take_while(|at| !self.is(*at, Kind::Comma));
            bureau = near.into_iter().find_map(|at| self.term(at).and_then(Term::bureau));
        }
        for (index, ListedNumber { number, range, letter, .. }) in numbers.iter().enumerate() {
            let named = match letter {
                Some(id) => Some(Named::surely(id.clone())),
                None => self.letter_by_words(number, kind, bureau, &(range.start..self.end_before(next))),
            };
            let Some(named) = named else { continue };
            let is_of_bureau =
                matches!(named.id, DocumentId::TsbCircular { .. } | DocumentId::CollectiveLetter { .. })
                    || matches!(named.id, DocumentId::BdtCircular { .. }) && letter.is_none();
            let first = before.bureau_at.filter(|_| index == 0 && is_of_bureau);
            let start = first.map_or(range.start, |at| self.start(at));
            let end = if index == last { self.end_before(next) } else { range.end };
            self.add_named(start..end, named);
            added = true;
        }
        let Some((kind, number, behind)) = self.amendment_in_brackets(next).filter(|_| added) else {
            return added.then_some(next);
        };
        self.amend_last(kind, number, self.end_before(behind));
        Some(behind)
    }

    /// “第1号勘误” after the letter that it belongs to.
    fn amendment_behind(&mut self, from: usize, numbers: &[ListedNumber], at: usize) -> Option<usize> {
        let [one] = numbers else { return None };
        let kind = self.term(at)?.amendment()?;
        let last = self.found.last()?;
        let between = self.text.get(last.range.end..self.start(from))?.trim();
        (last.id.is_letter() && matches!(between, "" | "的")).then_some(())?;
        self.amend_last(kind, positive(&one.number)?, self.end_before(at + 1));
        Some(at + 1)
    }

    /// Turns the last citation into that of an amendment of its letter, up to the given end.
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
        numbers: &[ListedNumber],
        at: usize,
    ) -> Option<usize> {
        let sector =
            before.sector.or_else(|| self.only_in_sentence(from, Term::sector)).or(self.sector_of_issuer());
        let last = numbers.len() - 1;
        for (index, one) in numbers.iter().enumerate() {
            let (number, group) = number_of_question(&one.number)?;
            let start = match before.sector_at {
                Some(sector) if index == 0 => self.start(sector),
                _ if index == 0 => self.start(from),
                _ => one.range.start,
            };
            let end = if index == last { self.end_before(at + 1) } else { one.range.end };
            self.add(start..end, DocumentId::Question { sector, number, group });
        }
        Some(at + 1)
    }

    fn opinions_behind(&mut self, from: usize, numbers: &[ListedNumber], at: usize) -> Option<usize> {
        if !self.has_term(from, Term::Ordinal) || self.is_foreign_before(from) {
            return None;
        }
        let last = numbers.len() - 1;
        for (index, one) in numbers.iter().enumerate() {
            let number = positive(&one.number)?;
            let end = if index == last { self.end_before(at + 1) } else { one.range.end };
            self.add(one.range.start..end, DocumentId::Opinion { number });
        }
        Some(at + 1)
    }

    /// Reads documents of the conference that is named at the token: “WRC-19第4号文件”.
    fn documents_behind(&mut self, at: usize, numbers: &[ListedNumber], word: usize) -> Option<usize> {
        let (conference, _) = self.conference(at)?;
        let last = numbers.len() - 1;
        for (index, one) in numbers.iter().enumerate() {
            is_whole(&one.number).then_some(())?;
            let id =
                DocumentId::ConferenceDocument { conference: conference.clone(), number: one.number.clone() };
            let start = if index == 0 { self.start(at) } else { one.range.start };
            let end = if index == last { self.end_before(word + 1) } else { one.range.end };
            self.add(start..end, id);
        }
        Some(word + 1)
    }

    /// Reads documents with the word after them: `C99/116和C99/133号文件`, `WTDC17/11号文件`.
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
            // The word may follow each of them.
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
