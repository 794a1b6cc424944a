//! Evidence in the words around a token: the owner of the document, and its kind.

use std::ops::Range;

use super::numbers::ListedNumber;
use super::reader::{OF, Reader};
use super::terms::Term;
use super::tokens::Kind;
use crate::text::characters::{is_dash, is_space};
use crate::text::folding::folded;

impl Reader<'_> {
    /// Whether another organisation is named just before the token, so that what follows is its own.
    pub(super) fn is_foreign_before(&self, at: usize) -> bool {
        (at.saturating_sub(9)..at)
            .rev()
            .take_while(|at| !matches!(self.kind(*at), Some(Kind::Stop | Kind::Number)))
            .any(|at| matches!(self.term(at), Some(Term::Foreign | Term::Ifrb)))
    }

    /// Whether another organisation is named just after the citation.
    pub(super) fn is_foreign_behind(&self, at: usize) -> bool {
        let from = at + usize::from(self.is(at, Kind::Open));
        let at = self.skip(from, OF);
        // “of the eighteenth General Conference”: one word between.
        matches!(self.term(at), Some(Term::Foreign | Term::Ifrb))
            || at > from && self.is(at, Kind::Other) && self.has_term(at + 1, Term::Foreign)
    }

    /// Whether the word before says that the token names a room.
    pub(super) fn is_room(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.has_term(before, Term::Room))
    }

    /// Whether the number before the token is that of a page: it ends a numbered heading, as in a table of contents.
    pub(super) fn is_page_of_heading(&self, next: usize) -> bool {
        self.is(0, Kind::Number) && next > 2 && next == self.tokens.len()
    }

    /// The owner of a document called “its” or “their”: the nearest token before it in the sentence that `names`
    /// accepts.
    pub(super) fn owner(&self, at: usize, names: impl Fn(Term) -> bool) -> Option<usize> {
        let its = at.saturating_sub(1);
        let has_word = at > 0 && self.has_term(its, Term::Its);
        if !has_word && !self.is_possessive(at) {
            return None;
        }
        let before = (at.saturating_sub(20)..at).rev();
        let mut before = before.take_while(|at| !self.is(*at, Kind::Stop));
        before.find(|at| self.term(*at).is_some_and(&names))
    }

    /// Whether the word ends with “its”, as Arabic writes it.
    fn is_possessive(&self, at: usize) -> bool {
        if !self.is_arabic() {
            return false;
        }
        let word = self.words(at).split(is_space).next().unwrap_or_default();
        let letters: String = word.chars().filter_map(folded).collect();
        letters.ends_with('ه') || letters.ends_with("ها")
    }

    /// The value of the words in the sentence around the token, if all that have one have the same.
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
    pub(super) fn ends_of_range(&self, range: &Range<usize>, number: &str) -> Option<[ListedNumber; 2]> {
        let (first, last) = number.split_once('-')?;
        // “160A-160H”
        let value = |number: &str| {
            let digits = number.trim_end_matches(|c: char| c.is_ascii_uppercase());
            let letters = number.get(digits.len()..)?.to_owned();
            let mut parts = digits.split('.').map(|part| part.parse::<u32>().ok());
            Some((parts.next()??, parts.next().map_or(Some(0), |part| part)?, letters))
        };
        if value(first)? >= value(last)? {
            return None;
        }
        let words = self.text.get(range.clone())?;
        let (hyphen, mark) = words.char_indices().rfind(|(_, c)| is_dash(*c))?;
        let (hyphen, after) = (range.start + hyphen, range.start + hyphen + mark.len_utf8());
        Some([ListedNumber::new(first, range.start..hyphen), ListedNumber::new(last, after..range.end)])
    }
}
