//! The basic texts of the Union: the Constitution, the Convention, the General Rules, the Regulations; and whether a
//! text that is named is one of them, because other organisations and States have a Convention and a Constitution too.

use super::numbers::ListedNumber;
use super::provisions::NumberedParts;
use super::reader::{Found, OF, Reader, SIGNS};
use super::terms::{PartKind, Term};
use super::tokens::Kind;
use crate::ids::{BasicText, DocumentId, TextPart};
use crate::text::characters::is_capital;
use crate::text::folding::folded;

impl Reader<'_> {
    /// Reads a provision from the name of its text on, or the text as a whole.
    pub(super) fn basic_text(&mut self, at: usize) -> Option<usize> {
        let text = self.term(at)?.basic_text()?;
        if let Some(next) = self.number_first_of(at, text) {
            return Some(next);
        }
        // “РР № 11.2”
        let is_abbreviation = self.is_all_capital(at) && self.words(at).chars().count() <= 3;
        if is_abbreviation && let Some(next) = self.abbreviated_provision(at) {
            return Some(next);
        }
        if !self.is_our_own(at, text) {
            if !self.other_texts.contains(&text) {
                self.other_texts.push(text);
            }
            return None;
        }
        // “the Convention (Article 25)”, “Constitution, Article 4”
        let behind = at + 1;
        if matches!(self.kind(behind), Some(Kind::Open | Kind::Comma))
            && let Some((NumberedParts { kind, numbers, .. }, next)) = self.numbered_parts(behind + 1)
            && self.basic_text_behind(next).is_none()
            && (kind != PartKind::Number || numbers.iter().all(|one| one.number.len() != 4))
        {
            let is_list = numbers.len() > 1;
            for ListedNumber { number, range, .. } in numbers {
                let range = if is_list { range } else { self.start(at)..range.end };
                self.add_part(range, text, kind, number);
            }
            return Some(next);
        }
        self.is_whole_text(at).then(|| self.add_whole(at, text))
    }

    /// Whether the text as a whole is meant, and not part of another name.
    pub(super) fn is_whole_text(&self, at: usize) -> bool {
        let is_part_of_name = self.is(at.wrapping_sub(1), Kind::Hyphen) && self.is_glued(at);
        // After the Convention of others, “that Convention” may be theirs.
        let text = self.term(at).and_then(Term::basic_text);
        let may_be_others = self.has_term(at.wrapping_sub(1), Term::Said)
            && (!self.other_texts.is_empty() || !text.is_some_and(|text| self.is_named(at, text)));
        // “RR.HH.”
        let is_abbreviation =
            self.is(at + 1, Kind::Stop) && self.is_glued(at + 2) && at + 2 < self.tokens.len();
        // “Radio Regulatory (RR)”: an abbreviation in brackets repeats the name before it, and that is not ours.
        let is_of_other_name = self.has_term(at, Term::Rr)
            && self.is(at.wrapping_sub(1), Kind::Open)
            && self.is(at + 1, Kind::Close);
        // The Arabic word for the Convention means any agreement.
        let is_any_agreement = self.is_arabic()
            && self.has_term(at, Term::Convention)
            && !self.has_neighbour(at)
            && self.only_in_sentence(at, |term| (term == Term::Itu).then_some(())).is_none();
        // Of the Financial Regulations only articles are cited.
        let is_cited_whole = text != Some(BasicText::FinancialRegulations);
        self.is_capital(at)
            && is_cited_whole
            && !is_part_of_name
            && !may_be_others
            && !is_abbreviation
            && !is_of_other_name
            && !is_any_agreement
    }

    /// Whether another basic text is named right before or after, as in “the Constitution and the Convention”.
    fn has_neighbour(&self, at: usize) -> bool {
        let is_text =
            |at: Option<usize>| at.and_then(|at| self.term(at)).and_then(Term::basic_text).is_some();
        is_text(at.checked_sub(2))
            || is_text(at.checked_sub(3))
            || is_text(Some(at + 2))
            || is_text(Some(at + 3))
    }

    pub(super) fn add_whole(&mut self, at: usize, text: BasicText) -> usize {
        self.names_radio_regulations |= text == BasicText::RadioRegulations;
        let id = DocumentId::BasicText { text, part: TextPart::Whole };
        let has_owner = self.is_construct(at) && self.has_term(at + 1, Term::Itu);
        let said = at.checked_sub(1).filter(|before| self.has_term(*before, Term::Said));
        let next = at + 1 + usize::from(has_owner);
        self.add(self.start(said.unwrap_or(at))..self.end_before(next), id);
        self.behind_repetition(next, text)
    }

    /// The basic text that is named after the numbers, and the token after it.
    pub(super) fn basic_text_behind(&self, from: usize) -> Option<(BasicText, usize)> {
        // “Приложение 4 (Пересм. ВКР-19) к РР”: the brackets of an edition may be between.
        let from = self.edition(from).map_or(from, |(_, behind)| behind);
        let open = from + usize::from(self.is(from, Kind::Open));
        // “of the present Convention”, “of the revised Radio Regulations”
        let at = self.skip(open, &[OF, &[Term::This, Term::Said, Term::Revised]].concat());
        let text = self.term(at)?.basic_text()?;
        let is_this = (open..at).any(|at| matches!(self.term(at), Some(Term::This | Term::Said)));
        if !self.is_our_own(at, text) || is_this && !self.is_named(at, text) {
            return None;
        }
        // “المادة 28 من دستور الاتحاد”: in Arabic the owner belongs to the name.
        let has_owner = self.is_construct(at) && self.has_term(at + 1, Term::Itu);
        Some((text, at + 1 + usize::from(has_owner)))
    }

    /// Whether the passage has cited the text, or the sentence names the Union: “this Convention” may be another.
    fn is_named(&self, at: usize, text: BasicText) -> bool {
        let is_cited =
            |found: &Found| matches!(&found.id, DocumentId::BasicText { text: its, .. } if *its == text);
        self.found.iter().any(is_cited)
            || self.only_in_sentence(at, |term| (term == Term::Itu).then_some(())).is_some()
    }

    /// The token after an abbreviation in brackets that repeats the name of the text.
    pub(super) fn behind_repetition(&self, at: usize, text: BasicText) -> usize {
        let is_repeated = self.is(at, Kind::Open) && self.is(at + 2, Kind::Close);
        if is_repeated && self.term(at + 1).and_then(Term::basic_text) == Some(text) { at + 3 } else { at }
    }

    /// Whether the name of the text has no article in Arabic, so that the name of its owner has to follow.
    fn is_construct(&self, at: usize) -> bool {
        let has_article = || {
            let mut letters = self.words(at).chars().filter_map(folded);
            matches!((letters.next(), letters.next()), (Some('ا' | 'ل'), Some('ل')))
        };
        let has_suffix = || self.words(at).ends_with('ه');
        self.is_arabic()
            && matches!(self.term(at), Some(Term::Constitution | Term::Convention))
            && !has_article()
            && !has_suffix()
    }

    /// Whether the text named at the token is the Union's: other organisations have a Convention and a Constitution
    /// too.
    fn is_our_own(&self, at: usize, text: BasicText) -> bool {
        let is_own_name = matches!(
            text,
            BasicText::RadioRegulations
                | BasicText::TelecommunicationRegulations
                | BasicText::OptionalProtocol
        );
        if is_own_name {
            return true;
        }
        if matches!(self.term(at), Some(Term::Cs | Term::Cv | Term::Gr)) {
            return self.is_all_capital(at);
        }
        // “Convention on the Rights of the Child”; but “the ITU Convention on the participation of …”
        let is_about = self.has_term(at + 1, Term::About) && !(at > 0 && self.has_term(at - 1, Term::Itu));
        if self.is_foreign_behind(at + 1) || self.is_foreign_before(at) || is_about {
            return false;
        }
        if self.owner(at, |term| term == Term::Foreign).is_some() || self.is_of_unknown_owner(at) {
            return false;
        }
        // “Convention No. 190” is of the ILO: the Union has only one.
        let numbered = self.skip(at + 1, SIGNS);
        if self.is(numbered, Kind::Number) && !self.is_chinese() {
            return false;
        }
        let behind = self.skip(at + 1, &[Term::Of]);
        if self.has_term(behind, Term::Itu) || self.term(behind).and_then(Term::basic_text).is_some() {
            return true;
        }
        // “the Constitution of its country”
        if self.has_term(self.skip(at + 1, &[Term::Of]), Term::Its) && self.has_term(at + 1, Term::Of) {
            return false;
        }
        let is_told = || self.only_in_sentence(at, |term| (term == Term::Itu).then_some(())).is_some();
        if self.is_construct(at) || self.other_texts.contains(&text) && !is_told() {
            return false;
        }
        // “Vienna Convention”, “Convention de Vienne”, “Constitution of Kenya”: a name beside it.
        let is_name = |at: usize| {
            self.is(at, Kind::Other)
                && self.words(at).starts_with(is_capital)
                && self.words(at).chars().count() > 2
        };
        let has_name_behind = behind > at + 1 && is_name(behind) || is_name(at + 1);
        let has_name_before = at > 0 && is_name(at - 1) && !self.is(at.saturating_sub(2), Kind::Stop);
        // The title of the General Rules continues in capitals: “of Conferences, Assemblies and Meetings”.
        let has_name = (has_name_behind || has_name_before) && text != BasicText::GeneralRules;
        // “General Rules of FAO”
        let has_acronym_behind = behind > at + 1
            && is_name(behind)
            && self.is_all_capital(behind)
            && !self.is_arabic()
            && !self.is_chinese();
        let is_national = |at: usize| self.has_term(at, Term::National);
        let is_of_state = is_national(at + 1) || at > 0 && is_national(at - 1);
        self.is_capital(at) && !has_name && !has_acronym_behind && !is_of_state
    }

    /// Whether the text is “its” or “their” Constitution, and the sentence names neither the Union nor a conference as
    /// the owner.
    fn is_of_unknown_owner(&self, at: usize) -> bool {
        let is_ours = |term: Term| term == Term::Itu || term.body().is_some();
        let has_owner = at > 0 && self.has_term(at - 1, Term::Its);
        // “Governed by its Constitution and Convention, the Union …”
        let mut behind = (at + 1..at + 8).skip_while(|at| !self.is(*at, Kind::Comma));
        has_owner && self.owner(at, is_ours).is_none() && !behind.any(|at| self.has_term(at, Term::Itu))
    }
}
