//! A text and its tokens, as the rules see them, and the citations found in it.

use std::ops::Range;

use super::antecedents::Antecedents;
use super::numbers::Named;
use super::terms::Term;
use super::tokens::{Kind, Token, plain, tokens};
use crate::ids::{BasicText, Date, DocumentId, Issuer, Language};
use crate::text::characters::{is_capital, is_han, is_small};

/// The maximum number of list members read before the kind of the list is known. Longer lists are read in parts.
pub(super) const MOST_MEMBERS: usize = 64;

/// Words between a number and the document that it belongs to.
pub(super) const OF: &[Term] = &[Term::Of, Term::Its, Term::Itu, Term::Range];

/// The signs of numbers.
pub(super) const SIGNS: &[Term] = &[Term::NumberSign, Term::NumberSigns];

/// The context of a text: language, issuer, date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// Its language; if it is not known, words of all languages are recognized.
    pub language: Option<Language>,
    /// The issuer of the letter: a bare “Circular 43” is the issuer's.
    pub issuer: Option<Issuer>,
    /// The letter's date: the numbers of TSB Circulars start again with each study period.
    pub date: Option<Date>,
}

/// A citation found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
    /// The document that it names.
    pub id: DocumentId,
    /// Whether the number may be reversed, as converters leave it in Arabic: nothing shows which order is meant.
    pub may_be_reversed: bool,
}

/// The text, its tokens, and the citations found so far.
pub(super) struct Reader<'text> {
    pub(super) text: &'text str,
    pub(super) tokens: Vec<Token>,
    pub(super) circumstances: Circumstances,
    pub(super) found: Vec<Found>,
    pub(super) antecedents: Antecedents,
    /// The Conventions or Constitutions of others that the text has named.
    pub(super) other_texts: Vec<BasicText>,
    /// Whether the text names the Radio Regulations: then its Appendices are theirs.
    pub(super) names_radio_regulations: bool,
}

impl<'text> Reader<'text> {
    pub(super) fn new(text: &'text str, circumstances: Circumstances) -> Self {
        Self {
            text,
            tokens: tokens(text, circumstances.language),
            circumstances,
            found: Vec::new(),
            antecedents: Antecedents::default(),
            other_texts: Vec::new(),
            names_radio_regulations: false,
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

    /// The end of the token before this one.
    pub(super) fn end_before(&self, at: usize) -> usize {
        at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0, |token| token.end)
    }

    /// The start of the first token of the kind at or after the byte.
    pub(super) fn next_of_kind(&self, kind: Kind, from: usize) -> usize {
        let behind = self.tokens.partition_point(|token| token.start < from);
        let next = self.tokens.iter().skip(behind).find(|token| token.kind == kind);
        next.map_or(from, |token| token.start)
    }

    /// Whether there is no white space before the token.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// The number at the token, as its issuer spells it.
    pub(super) fn number(&self, at: usize) -> Option<String> {
        self.is(at, Kind::Number).then(|| plain(self.words(at)))
    }

    /// Whether the word begins with a capital, or its script has none.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        let first = self.words(at).chars().find(|c| is_capital(*c) || is_small(*c));
        first.is_none_or(is_capital)
    }

    /// Whether the word is written in Chinese characters.
    pub(super) fn is_han(&self, at: usize) -> bool {
        self.words(at).starts_with(is_han)
    }

    /// Whether the word is in capitals.
    pub(super) fn is_all_capital(&self, at: usize) -> bool {
        !self.words(at).contains(is_small)
    }

    /// The first token from here that has none of the terms, at most six tokens ahead.
    pub(super) fn skip(&self, from: usize, terms: &[Term]) -> usize {
        let has = |at: &usize| self.term(*at).is_some_and(|term| terms.contains(&term));
        (from..from + 6).take_while(has).count() + from
    }

    /// The token after a separator of a list: a comma, “and”, “to”, a dash.
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

    /// Whether the text is Chinese, or may be because its language is unknown.
    pub(super) fn is_chinese(&self) -> bool {
        matches!(self.circumstances.language, Some(Language::Chinese) | None)
    }

    /// Whether the text is Arabic.
    pub(super) fn is_arabic(&self) -> bool {
        self.circumstances.language == Some(Language::Arabic)
    }

    // --- Adding citations ---

    /// Adds a citation, unless it overlaps the last one.
    pub(super) fn add(&mut self, range: Range<usize>, id: DocumentId) {
        self.add_named(range, Named::surely(id));
    }

    /// Adds a citation whose number may be reversed, unless it overlaps the last one.
    pub(super) fn add_named(&mut self, range: Range<usize>, named: Named) {
        if self.found.last().is_some_and(|last| last.range.end > range.start) || range.is_empty() {
            return;
        }
        let Named { id, may_be_reversed } = named;
        self.antecedents.add(&id);
        self.found.push(Found { range, id, may_be_reversed });
    }
}
