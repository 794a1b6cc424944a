//! Provisions of the basic texts: “article 25 de la Convention”, “Nos. 325 to 331 of the Convention”, “《组织法》第84A款”, “CV
//! 324”, “Appendix 30B”.
//!
//! An article or a number alone is no citation: its text must be named with it. Other Conventions have articles too.

use std::ops::Range;

use super::numbers::{ListedNumber, Named, is_number_of_provision};
use super::reader::{MOST_MEMBERS, OF, Reader, SIGNS};
use super::terms::{PartKind, Term};
use super::tokens::Kind;
use crate::ids::{BasicText, Body, DocumentId, Issuer, Language, TextPart};
use crate::text::characters::is_dash;

/// The Appendices that only the Radio Regulations have: their text need not be named.
const OWN_APPENDICES: [&str; 3] = ["30", "30A", "30B"];

/// The order of the two parts of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    AsWritten,
    Reversed,
    Unknown,
}

/// Numbers after one word for a kind of provision: “Articles 4 and 52”.
pub(super) struct NumberedParts {
    /// The token of the word.
    pub(super) start: usize,
    pub(super) kind: PartKind,
    pub(super) numbers: Vec<ListedNumber>,
}

impl Reader<'_> {
    /// Reads provisions from the word for them on.
    pub(super) fn provision(&mut self, at: usize) -> Option<usize> {
        let (first, mut next) = self.numbered_parts(at)?;
        let mut parts = vec![first];
        // “Article 8 and No. 63 of the Constitution”
        while parts.len() < 4
            && let Some(from) = self.behind_separator(next)
            && let Some((more, behind)) = self.numbered_parts(self.skip(from, &[Term::Of]))
        {
            parts.push(more);
            next = behind;
        }
        let mut is_nested = false;
        while parts.len() < 4
            && let Some((more, behind)) = self.nested_parts(next, &parts)
        {
            parts.push(more);
            next = behind;
            is_nested = true;
        }
        let is_number = parts.last().is_some_and(|last| last.kind == PartKind::Number);
        if is_number && self.names_rules_of_procedure(next) {
            return Some(next);
        }
        let Some((text, behind)) = self.basic_text_behind(next) else {
            if let Some(text) = self.shared_text(&parts, next) {
                return Some(self.add_parts_alone(parts, text, next));
            }
            return self.provision_without_text(&parts, next);
        };
        if is_nested {
            return Some(self.add_nested(parts, text, next, behind));
        }
        Some(self.add_provisions(parts, text, next, behind))
    }

    /// Adds provisions of the text that is named after them, from `next` to `behind`, and those of other texts under the
    /// same word; returns the token after them.
    fn add_provisions(
        &mut self,
        parts: Vec<NumberedParts>,
        text: BasicText,
        next: usize,
        behind: usize,
    ) -> usize {
        let Some(kind) = parts.last().map(|last| last.kind) else { return behind };
        let mut others = self.parts_of_other(behind);
        let count: usize = parts.iter().map(|parts| parts.numbers.len()).sum();
        // “artículo 34 o del artículo 35 de la Constitución”
        let is_one_kind = parts.windows(2).all(|pair| matches!(pair, [one, other] if one.kind == other.kind));
        if parts.len() > 1 && others.is_none() && count == parts.len() && is_one_kind {
            return self.add_nested(parts, text, next, behind);
        }
        let article = article_of(&parts);
        for NumberedParts { start, kind, numbers } in parts {
            for ListedNumber { number, range, .. } in numbers {
                let range = match (count, &others) {
                    (1, None) => self.start(start)..self.end_before(behind),
                    // “articles 8 de la Constitution et 25 de la Convention”
                    (1, Some(_)) => range.start..self.end_before(behind),
                    _ => range,
                };
                self.add_part(range, text, kind, number);
            }
        }
        let mut next = self.behind_repetition(behind, text);
        if others.is_none() {
            next = self.add_bracketed_numbers(next, text, article);
        }
        while let Some((numbers, text, behind)) = others {
            let is_list = numbers.len() > 1;
            for ListedNumber { number, range, .. } in numbers {
                let end = if is_list { range.end } else { self.end_before(behind) };
                self.add_part(range.start..end, text, kind, number);
            }
            next = behind;
            others = self.parts_of_other(next);
        }
        next
    }

    /// Whether the Rules of Procedure are named after the numbers, maybe with one of their Parts: “п. 1.7 Части С Правил
    /// процедуры”.
    fn names_rules_of_procedure(&self, from: usize) -> bool {
        let mut behind = (from..from + 7).take_while(|at| {
            let is_part = matches!(self.kind(*at), Some(Kind::Other)) && self.words(*at).chars().count() <= 7;
            is_part || self.term(*at).is_some_and(|term| OF.contains(&term) || term == Term::RulesOfProcedure)
        });
        behind.any(|at| self.has_term(at, Term::RulesOfProcedure))
    }

    /// More numbers under the same word, of another text: “… and 25 of the Convention”.
    fn parts_of_other(&self, at: usize) -> Option<(Vec<ListedNumber>, BasicText, usize)> {
        let from = self.behind_separator(at)?;
        let (numbers, next) = self.listed_numbers(from)?;
        let (text, behind) = self.basic_text_behind(next)?;
        Some((numbers, text, behind))
    }

    /// A word for a kind of provision with its numbers, and the token after them.
    pub(super) fn numbered_parts(&self, at: usize) -> Option<(NumberedParts, usize)> {
        let kind = self.term(at)?.part()?;
        // “Положение п. 9.11A”: the word is no part of the citation.
        let is_word = kind == PartKind::Number && self.words(at).chars().count() >= 6;
        let has_sign = || self.term(at + 1).and_then(Term::part) == Some(kind);
        if self.circumstances.language == Some(Language::Russian) && is_word && has_sign() {
            return None;
        }
        // “الأرقام من 325 إلى 331”
        let from = self.skip(self.skip(at + 1, SIGNS), &[Term::Of]);
        let (numbers, next) = self.listed_numbers(from)?;
        Some((NumberedParts { start: at, kind, numbers }, next))
    }

    /// The numbers of a list, each with its place, and the token after them.
    fn listed_numbers(&self, from: usize) -> Option<(Vec<ListedNumber>, usize)> {
        let mut numbers = self.number_or_range(from)?;
        let mut next = from + 1;
        while numbers.len() < MOST_MEMBERS
            && let Some(behind) = self.behind_separator(next)
        {
            let number = self.skip(behind, SIGNS);
            let Some(more) = self.number_or_range(number) else { break };
            numbers.extend(more);
            next = number + 1;
        }
        Some((numbers, next))
    }

    /// The number at the token, or the two of a range.
    fn number_or_range(&self, at: usize) -> Option<Vec<ListedNumber>> {
        let number = self.number(at)?;
        let (start, end) = (self.start(at), self.end_before(at + 1));
        let Some((first, last)) = number.split_once('-') else {
            return is_number_of_provision(&number).then(|| vec![ListedNumber::new(&number, start..end)]);
        };
        (is_number_of_provision(first) && is_number_of_provision(last)).then_some(())?;
        // The spelling in the text may differ from the plain one, but has a hyphen too.
        let (hyphen, mark) = self.words(at).char_indices().find(|(_, c)| is_dash(*c))?;
        let (hyphen, after) = (start + hyphen, start + hyphen + mark.len_utf8());
        Some(vec![ListedNumber::new(first, start..hyphen), ListedNumber::new(last, after..end)])
    }

    /// Provisions whose text is not named: Appendices 30 and 30B are only of the Radio Regulations, and to the Bureau
    /// that applies them any number with a full stop is one of theirs.
    fn provision_without_text(&mut self, parts: &[NumberedParts], next: usize) -> Option<usize> {
        let [NumberedParts { start, kind, numbers }] = parts else { return None };
        // “the Appendix 30 of the catalogue”
        let owner = self.skip(next, OF);
        let is_of_other = owner > next && self.is(owner, Kind::Other);
        // “пункт 1.16 повестки дня” is an item of an agenda.
        let is_sign = self.words(*start).chars().count() <= 4;
        let is_radio = match kind {
            PartKind::Appendix => {
                self.names_radiocommunication_conference(next)
                    || !is_of_other
                        && (self.names_radio_regulations
                            || numbers.iter().all(|one| OWN_APPENDICES.contains(&one.number.as_str())))
            }
            PartKind::Number => {
                is_sign
                    && (self.names_radio_regulations
                        || self.circumstances.issuer == Some(Issuer::RadiocommunicationBureau))
                    && numbers.iter().all(|one| one.number.contains('.'))
            }
            PartKind::Article | PartKind::Section => false,
        };
        is_radio.then_some(())?;
        let behind = self.edition(next).map_or(next, |(_, behind)| behind);
        let whole = self.start(*start)..self.end_before(behind);
        for ListedNumber { number, range, .. } in numbers {
            let range = if numbers.len() > 1 { range.clone() } else { whole.clone() };
            self.add_part(range, BasicText::RadioRegulations, *kind, number.clone());
        }
        Some(behind)
    }

    /// Whether the brackets name a World Radiocommunication Conference: “Приложение 27 (Пересм. ВКР-03)”.
    fn names_radiocommunication_conference(&self, at: usize) -> bool {
        self.edition(at).is_some_and(|(edition, _)| edition.body == Some(Body::RadiocommunicationConference))
    }

    /// Reads a provision from the abbreviation of its text on: “CV 324”, “CS/224”, “RR No. 9.7”, “AP30B”.
    pub(super) fn abbreviated_provision(&mut self, at: usize) -> Option<usize> {
        let term = self.term(at)?;
        if !self.is_all_capital(at) {
            return None;
        }
        let text = if term == Term::AppendixCode { BasicText::RadioRegulations } else { term.basic_text()? };
        let mut next = at + 1;
        if matches!(self.kind(next), Some(Kind::Slash | Kind::Hyphen)) && self.is_glued(next) {
            next += 1;
        }
        let mut kind = PartKind::Number;
        if let Some(its) = self.term(next).and_then(Term::part) {
            kind = its;
            next = self.skip(next + 1, SIGNS);
        }
        if term == Term::AppendixCode {
            kind = PartKind::Appendix;
            self.is_glued(next).then_some(())?;
        }
        let Some((numbers, behind)) = self.listed_numbers(next) else {
            return (term == Term::Rr && self.is_whole_text(at)).then(|| self.add_whole(at, text));
        };
        let stands_apart =
            !matches!(self.kind(behind), Some(Kind::Other | Kind::Number | Kind::Word(Term::Of)))
                || numbers.iter().all(|one| one.number.contains('.'))
                || kind != PartKind::Number;
        // Curricula have no numbers in hundreds, and nothing else is written with a slash.
        let is_joined = next > at + 1 && self.is(at + 1, Kind::Slash);
        let is_long = numbers.iter().all(|one| one.number.len() >= 3) && !self.is_glued(next);
        // One letter may be a preposition, and CV is not only the Convention.
        let is_short = self.words(at).chars().count() == 1;
        // “К 234A”: no other number has such a letter.
        let has_letters = numbers.iter().all(|one| one.number.ends_with(|c: char| c.is_ascii_uppercase()));
        let is_evident = (stands_apart || is_joined || is_long) && (!is_short || has_letters);
        (is_evident || self.is_in_brackets(at)).then_some(())?;
        let is_list = numbers.len() > 1;
        for (index, ListedNumber { number, range, .. }) in numbers.into_iter().enumerate() {
            let has_name = index == 0 && (!is_list || kind == PartKind::Number);
            let start = if has_name { self.start(at) } else { range.start };
            self.add_part(start..range.end, text, kind, number);
        }
        Some(behind)
    }

    /// Whether the nearest bracket before the token is an opening one.
    pub(super) fn is_in_brackets(&self, at: usize) -> bool {
        let mut before = (at.saturating_sub(8)..at).rev();
        let bracket = before.find(|at| matches!(self.kind(*at), Some(Kind::Open | Kind::Close)));
        bracket.is_some_and(|at| self.is(at, Kind::Open))
    }

    /// Adds one provision, if the text can have it.
    pub(super) fn add_part(&mut self, range: Range<usize>, text: BasicText, kind: PartKind, number: String) {
        self.names_radio_regulations |= text == BasicText::RadioRegulations;
        let order = self.order(text, kind, &number);
        let number = match number.split_once('.') {
            Some((first, second)) if order == Order::Reversed => format!("{second}.{first}"),
            _ => number,
        };
        if kind == PartKind::Article && !has_article(text, &number) {
            return;
        }
        let part = match (kind, text) {
            (PartKind::Article, _) => TextPart::Article(number),
            (PartKind::Section, BasicText::GeneralRules) => TextPart::Section(number),
            (PartKind::Section, _) => return,
            (PartKind::Appendix, BasicText::RadioRegulations) => TextPart::Appendix(number),
            (PartKind::Appendix, _) => return,
            (
                PartKind::Number,
                BasicText::TelecommunicationRegulations
                | BasicText::FinancialRegulations
                | BasicText::OptionalProtocol
                | BasicText::RulesOfProcedure,
            ) => return,
            (PartKind::Number, _) => TextPart::Number(number),
        };
        let id = DocumentId::BasicText { text, part };
        self.add_named(range, Named { id, may_be_reversed: order == Order::Unknown });
    }

    /// The number of a provision of the Radio Regulations begins with its article, from 1 to 59. Converters leave it
    /// reversed in Arabic: if only the other order begins with an article, that is taken; if both do, the order is
    /// unknown.
    fn order(&self, text: BasicText, kind: PartKind, number: &str) -> Order {
        if !self.is_arabic() || text != BasicText::RadioRegulations || kind != PartKind::Number {
            return Order::AsWritten;
        }
        let Some((first, second)) = number.split_once('.') else { return Order::AsWritten };
        let is_article = |digits: &str| digits.parse().is_ok_and(|article: u8| (1..=59).contains(&article));
        match (is_article(first), is_article(second)) {
            (true, true) if first != second => Order::Unknown,
            (false, true) => Order::Reversed,
            _ => Order::AsWritten,
        }
    }
}

/// Whether the text has the article: a higher number is of another text with the same name. The General Rules have
/// sections. Source: the basic texts of the Union, edition of 2023; the Radio Regulations, edition of 2020; the
/// International Telecommunication Regulations (Dubai, 2012).
fn has_article(text: BasicText, number: &str) -> bool {
    let last = match text {
        BasicText::Constitution => 58,
        BasicText::Convention => 42,
        BasicText::GeneralRules => 0,
        BasicText::RadioRegulations => 59,
        BasicText::TelecommunicationRegulations => 14,
        BasicText::FinancialRegulations => 30,
        BasicText::RulesOfProcedure | BasicText::OptionalProtocol => 0,
    };
    let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    digits.parse().is_ok_and(|article: u16| (1..=last).contains(&article))
}

/// The article among the parts.
pub(super) fn article_of(parts: &[NumberedParts]) -> Option<u16> {
    let article = parts.iter().find(|part| part.kind == PartKind::Article)?;
    article.numbers.first()?.number.parse().ok()
}
