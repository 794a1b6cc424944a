//! Goes through the tokens of a text, and gives each that can begin a citation to the rules for its kind.

use std::ops::Range;

use super::back_references::Mentions;
use super::editions::Edition;
use super::terms::Term;
use super::tokens::{Kind, Token, plain, tokens};
use super::{Circumstances, Found};
use crate::ids::Language;
use crate::ids::{BasicText, DocumentId};
use crate::text::characters::{is_capital, is_small, is_space};
use crate::text::folding::folded;

/// The most members of a list that is read before it is known what the list is of. Longer ones are read in parts.
pub(super) const MOST_MEMBERS: usize = 64;

/// Words that join a number to what it is of.
pub(super) const OF: &[Term] = &[Term::Of, Term::Its, Term::Itu, Term::Range];

/// The signs of numbers.
pub(super) const SIGNS: &[Term] = &[Term::NumberSign, Term::NumberSigns];

/// The text and its tokens, and what has been found so far.
pub(super) struct Reader<'text> {
    pub(super) text: &'text str,
    pub(super) tokens: Vec<Token>,
    pub(super) circumstances: Circumstances,
    pub(super) found: Vec<Found>,
    pub(super) mentions: Mentions,
    /// The Conventions or Constitutions of others that the text has named.
    pub(super) other_texts: Vec<BasicText>,
    /// Whether the text names the Radio Regulations: then its Appendices are theirs.
    pub(super) names_radio_regulations: bool,
}

/// A number in a list: its spelling, and its place in the text.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) number: String,
    pub(super) range: Range<usize>,
    /// The letter that it is, where it names its series.
    pub(super) id: Option<DocumentId>,
    /// The edition that stands right behind it.
    pub(super) edition: Option<Edition>,
}

impl Piece {
    pub(super) fn new(number: &str, range: Range<usize>) -> Self {
        Self { number: number.to_owned(), range, id: None, edition: None }
    }
}

impl<'text> Reader<'text> {
    pub(super) fn new(text: &'text str, circumstances: Circumstances) -> Self {
        let tokens = tokens(text, circumstances.language);
        Self {
            text,
            tokens,
            circumstances,
            found: Vec::new(),
            mentions: Mentions::default(),
            other_texts: Vec::new(),
            names_radio_regulations: false,
        }
    }

    pub(super) fn read(mut self) -> Vec<Found> {
        let mut at = 0;
        while at < self.tokens.len() {
            // Every rule goes on, so that this ends.
            at = self.citation_at(at).unwrap_or(at + 1).max(at + 1);
        }
        self.found
    }

    /// The token behind the citation, or what looks like one, that begins at this token.
    fn citation_at(&mut self, at: usize) -> Option<usize> {
        match self.kind(at)? {
            Kind::Word(term) => self.word(at, term),
            Kind::Number => self.number_first(at).or_else(|| self.study_group_letter(at)),
            Kind::Code => self.recommendation_of_series(at),
            _ => None,
        }
    }

    fn word(&mut self, at: usize, term: Term) -> Option<usize> {
        match term {
            Term::Resolution
            | Term::Resolutions
            | Term::Decision
            | Term::Decisions
            | Term::CouncilDecision
            | Term::CouncilDecisions
            | Term::ResolutionCode => self.resolution(at).or_else(|| self.back_reference(at)),
            Term::Corrigendum | Term::Addendum | Term::Revision | Term::Revised | Term::RevisedBoth => {
                self.amendment(at)
            }
            Term::StandardizationBureau | Term::RadiocommunicationBureau | Term::DevelopmentBureau => {
                self.number_first(at).or_else(|| self.letter_of_bureau(at))
            }
            Term::Circular
            | Term::CircularLetter
            | Term::AdministrativeCircular
            | Term::CollectiveLetter
            | Term::Letter => {
                self.letter(at, at).or_else(|| self.back_reference(at)).or_else(|| self.awaited(at))
            }
            Term::Cl | Term::Lc | Term::Dm | Term::Ca | Term::Cace | Term::Cr | Term::Ccrr => {
                self.number_first(at).or_else(|| self.coded_letter(at))
            }
            Term::Recommendation => self.recommendation(at).or_else(|| self.back_reference(at)),
            Term::SectorT | Term::SectorR | Term::SectorD => {
                self.technical_of_sector(at).or_else(|| self.number_first(at))
            }
            Term::Question => self.question(at).or_else(|| self.back_reference(at)),
            Term::QuestionCode => self.question_code(at),
            Term::Opinion => self.opinion(at).or_else(|| self.back_reference(at)),
            Term::Document => self.document(at).or_else(|| self.back_reference(at)),
            Term::CouncilCode => self.documents_first(at).or_else(|| self.council_document(at)),
            Term::Article | Term::Section | Term::Appendix | Term::NumberSign | Term::NumberSigns => {
                let provision = self.provision(at).or_else(|| self.number_first(at));
                provision.or_else(|| self.back_reference(at))
            }
            Term::Cs | Term::Cv | Term::Gr | Term::Rr | Term::AppendixCode => {
                let text = super::provisions::text_of(term);
                let first = text.and_then(|text| self.number_first_of(at, text));
                first.or_else(|| self.abbreviated_provision(at))
            }
            Term::Constitution
            | Term::Convention
            | Term::GeneralRules
            | Term::RadioRegulations
            | Term::TelecommunicationRegulations => self.instrument(at),
            Term::Ordinal => self.number_first(at),
            Term::Plenipotentiary | Term::Wtsa | Term::Wtdc | Term::Wrc | Term::Council | Term::Wcit => {
                self.documents_first(at).or_else(|| self.number_first(at))
            }
            _ => None,
        }
    }

    // --- Looking at tokens ---

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn is(&self, at: usize, kind: Kind) -> bool {
        self.kind(at) == Some(kind)
    }

    pub(super) fn term(&self, at: usize) -> Option<Term> {
        match self.kind(at)? {
            Kind::Word(term) => Some(term),
            _ => None,
        }
    }

    pub(super) fn has_term(&self, at: usize, term: Term) -> bool {
        self.term(at) == Some(term)
    }

    /// The words of the token.
    pub(super) fn words(&self, at: usize) -> &'text str {
        self.tokens.get(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    pub(super) fn start(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.text.len(), |token| token.start)
    }

    /// Whether the text is Chinese, or may be.
    pub(super) fn is_chinese(&self) -> bool {
        matches!(self.circumstances.language, Some(Language::Chinese) | None)
    }

    /// Whether the text is Arabic.
    pub(super) fn is_arabic(&self) -> bool {
        self.circumstances.language == Some(Language::Arabic)
    }

    /// Where the token before this one ends.
    pub(super) fn end_before(&self, at: usize) -> usize {
        at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0, |token| token.end)
    }

    /// Whether no white space stands before the token.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// The number at the token, as its issuer spells it.
    pub(super) fn number(&self, at: usize) -> Option<String> {
        self.is(at, Kind::Number).then(|| plain(self.words(at)))
    }

    /// Whether the word begins with a capital, or stands in letters that know none.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        let first = self.words(at).chars().find(|c| is_capital(*c) || is_small(*c));
        first.is_none_or(is_capital)
    }

    /// Whether the word is in capitals.
    pub(super) fn is_all_capital(&self, at: usize) -> bool {
        !self.words(at).contains(is_small)
    }

    /// The first token from here that has none of the terms, looking at no more than six.
    pub(super) fn skip(&self, from: usize, terms: &[Term]) -> usize {
        let has = |at: &usize| self.term(*at).is_some_and(|term| terms.contains(&term));
        (from..from + 6).take_while(has).count() + from
    }

    /// The token behind what parts two members of a list: “, ”, “and”, “to”, a dash.
    pub(super) fn behind_separator(&self, at: usize) -> Option<usize> {
        let after_comma = at + usize::from(self.is(at, Kind::Comma));
        let joins = |at| matches!(self.term(at), Some(Term::And | Term::Range));
        if joins(after_comma) {
            return Some(after_comma + 1);
        }
        if self.is(at, Kind::Hyphen) {
            return Some(at + 1);
        }
        (after_comma > at).then_some(after_comma)
    }

    /// Whether another organisation is named just before the token, so that what follows is its own.
    pub(super) fn is_foreign_before(&self, at: usize) -> bool {
        (at.saturating_sub(9)..at)
            .rev()
            .take_while(|at| !matches!(self.kind(*at), Some(Kind::Stop | Kind::Number)))
            .any(|at| self.has_term(at, Term::Foreign))
    }

    /// Whether another organisation is named just behind the citation.
    pub(super) fn is_foreign_behind(&self, at: usize) -> bool {
        let from = at + usize::from(self.is(at, Kind::Open));
        let at = self.skip(from, OF);
        // “of the eighteenth General Conference”: one word between.
        self.has_term(at, Term::Foreign)
            || at > from && self.is(at, Kind::Other) && self.has_term(at + 1, Term::Foreign)
    }

    /// Whether the word before says that the token names a room.
    pub(super) fn is_room(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.has_term(before, Term::Room))
    }

    /// Where “its” stands before the word, of somebody named before in the sentence: the nearest token that `names` accepts.
    pub(super) fn owner(&self, at: usize, names: impl Fn(Term) -> bool) -> Option<usize> {
        let its = at.saturating_sub(1);
        let has_word = at > 0 && self.has_term(its, Term::Its);
        if !has_word && !self.is_possessive(at) {
            return None;
        }
        let before = (at.saturating_sub(15)..at).rev();
        let mut before = before.take_while(|at| !self.is(*at, Kind::Stop));
        before.find(|at| self.term(*at).is_some_and(&names))
    }

    /// Whether the word has “its” at its end, as Arabic writes it.
    fn is_possessive(&self, at: usize) -> bool {
        if self.circumstances.language != Some(Language::Arabic) {
            return false;
        }
        let word = self.words(at).split(is_space).next().unwrap_or_default();
        let letters: String = word.chars().filter_map(folded).collect();
        letters.ends_with('ه') || letters.ends_with("ها")
    }

    /// What only one of the words in the sentence around the token says, where they all say the same.
    pub(super) fn only_in_sentence<T: PartialEq>(
        &self,
        at: usize,
        says: impl Fn(Term) -> Option<T>,
    ) -> Option<T> {
        let goes_on = |at: &usize| *at < self.tokens.len() && !self.is(*at, Kind::Stop);
        let before = (at.saturating_sub(20)..at).rev().take_while(goes_on);
        let behind = (at..at + 20).take_while(goes_on);
        let mut said = before.chain(behind).filter_map(|at| self.term(at).and_then(&says));
        let first = said.next()?;
        said.all(|other| other == first).then_some(first)
    }

    /// The two ends of a range that is written as one number, `325-331`, with their places. The last is the greater.
    pub(super) fn ends_of_range(&self, range: &Range<usize>, number: &str) -> Option<[Piece; 2]> {
        let (first, last) = number.split_once('-')?;
        let value = |digits: &str| {
            let digits = digits.trim_end_matches(|c: char| c.is_ascii_uppercase());
            let mut parts = digits.split('.').map(|part| part.parse::<u32>().ok());
            Some((parts.next()??, parts.next().map_or(Some(0), |part| part)?))
        };
        if value(first)? >= value(last)? {
            return None;
        }
        let words = self.text.get(range.clone())?;
        let (hyphen, mark) = words.char_indices().rfind(|(_, c)| folded(*c) == Some('-'))?;
        let (hyphen, after) = (range.start + hyphen, range.start + hyphen + mark.len_utf8());
        Some([Piece::new(first, range.start..hyphen), Piece::new(last, after..range.end)])
    }

    // --- Taking down what is found ---

    pub(super) fn add(&mut self, range: Range<usize>, id: DocumentId) {
        self.add_doubtful(range, id, false);
    }

    pub(super) fn add_doubtful(&mut self, range: Range<usize>, id: DocumentId, may_be_reversed: bool) {
        // What has been taken is taken.
        if self.found.last().is_some_and(|last| last.range.end > range.start) || range.is_empty() {
            return;
        }
        self.mentions.note(&id);
        self.found.push(Found { range, id, may_be_reversed });
    }
}

/// Whether the text is a whole number, and not zero.
pub(super) fn is_whole(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0') && !number.is_empty()
}
