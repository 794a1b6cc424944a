//! Circular letters: “Lettre circulaire N° CL-20/43”, “Циркуляр 179 БСЭ”, “letter DM-20/1011”, “CR/384”.

use std::ops::Range;

use super::listed_letters::{LetterNumber, ListedLetter, Spacing};
use super::numbers::Named;
use super::reader::{OF, Reader, SIGNS};
use super::terms::Term;
use crate::ids::{DocumentId, Issuer, Language, positive, study_group_letter};

/// The context of the numbers of letters.
struct AroundLetters {
    /// The word for the kind of letter.
    kind: Term,
    /// The Bureau that is named before or after.
    bureau: Option<Issuer>,
    /// The place of the citation, if it is the only one.
    whole: Range<usize>,
    /// The end of the Bureau's name: the date of a letter follows it.
    end: usize,
    /// Whether the word for the letter is a singular: then it belongs to the first of several.
    is_singular: bool,
}

impl Reader<'_> {
    /// Reads letters from the word for them on, which is at `at`; the citation begins at `start`.
    pub(super) fn letter(&mut self, start: usize, at: usize) -> Option<usize> {
        let kind = self.term(at)?;
        let (mut bureau, from) = self.bureau_before_number(start, at);
        if bureau.is_none()
            && let Some(owner) = self.owner(start, |term| term.bureau().is_some() || term == Term::Foreign)
        {
            bureau = self.term(owner).and_then(Term::bureau);
            // “его циркуляре 43”, of the Universal Postal Union
            if bureau.is_none() {
                self.antecedents.add_unknown(kind);
                return None;
            }
        }
        let (mut members, next) = self.listed_letters(from)?;
        let end = self.end_before(next);
        let is_singular = !self.is_arabic() && self.is_singular(at);
        let mut around = AroundLetters { kind, bureau, whole: self.start(start)..end, end, is_singular };
        let behind = self.skip(next, OF);
        if let Some(its) = self.term(behind).and_then(Term::bureau) {
            // “Циркуляр 179 БСЭ”: the name of the series is around the number.
            around.bureau = bureau.or(Some(its));
            around.end = self.end_before(behind + 1);
            let is_short = self.words(behind).chars().count() <= 4;
            if behind == next && is_short && matches!(&members[..], [one] if one.is_bare()) {
                around.whole.end = around.end;
            }
        } else if members.iter().any(ListedLetter::is_bare)
            && (self.is_foreign_behind(next) || self.is_foreign_before(start))
        {
            self.antecedents.add_unknown(kind);
            return Some(next);
        }
        if self.circumstances.language == Some(Language::Chinese)
            && let [first, _, ..] = &mut members[..]
        {
            // In Chinese the word before the first number belongs to that citation.
            first.range.start = self.start(start);
        }
        self.add_letters(around, members).then_some(next)
    }

    /// The Bureau that is named before the number: before the word for the letter, or between the two; and the token
    /// from which the number is read.
    fn bureau_before_number(&self, start: usize, at: usize) -> (Option<Issuer>, usize) {
        let before = (start..at).find_map(|at| self.term(at).and_then(Term::bureau));
        let named = self.skip(at + 1, OF);
        let between = self.term(named).and_then(Term::bureau);
        if between.is_some() && !self.begins_bdt_number(named) {
            (between, named + 1)
        } else if (at + 1..named).any(|at| self.has_term(at, Term::Itu)) {
            (before, named)
        } else {
            (before, at + 1)
        }
    }

    /// Reads a letter whose Bureau is named before the word: “TSB Circular 237”; or the number of one: “BDT/008”.
    pub(super) fn letter_of_bureau(&mut self, at: usize) -> Option<usize> {
        if self.begins_bdt_number(at) {
            return self.letter_alone(at);
        }
        self.term(at + 1).filter(|term| term.is_letter())?;
        // In Arabic the words before are the subject of the sentence.
        let start = if self.is_arabic() { at + 1 } else { at };
        let next = self.letter(start, at + 1);
        next.or_else(|| self.awaited(at + 1))
    }

    /// Reads a circular letter of the International Frequency Registration Board: “IFRB Circular-letter No. 850”.
    pub(super) fn letter_of_ifrb(&mut self, at: usize) -> Option<usize> {
        let word = self.skip(at + 1, &[Term::Of]);
        self.term(word).filter(|term| term.is_letter())?;
        let number_at = self.skip(word + 1, SIGNS);
        let number = positive(&self.number(number_at)?)
            .filter(|_| number_at > word + 1 || self.words(number_at).len() >= 3)?;
        self.add(self.start(at)..self.end_before(number_at + 1), DocumentId::IfrbCircular { number });
        Some(number_at + 1)
    }

    /// Reads a reference that names its series and stands alone: `CL-22/24`, `CR/384`.
    pub(super) fn coded_letter(&mut self, at: usize) -> Option<usize> {
        if self.is_room(at) { None } else { self.letter_alone(at) }
    }

    fn letter_alone(&mut self, at: usize) -> Option<usize> {
        let (id, range, next) = self.letter_of_series(at, Spacing::Glued)?;
        self.add(range, id);
        Some(next)
    }

    /// Reads `4/LCCE/71`, which begins with a digit.
    pub(super) fn study_group_letter(&mut self, at: usize) -> Option<usize> {
        let id = study_group_letter(&self.number(at)?)?;
        self.add(self.start(at)..self.end_before(at + 1), id);
        Some(at + 1)
    }

    /// A letter that names its series, at the token, and the token after it.
    pub(super) fn letter_with_code(&self, at: usize) -> Option<(DocumentId, usize)> {
        let has_code = self.term(at).and_then(Term::series).is_some();
        let has_study_group = || self.number(at).and_then(|number| study_group_letter(&number)).is_some();
        if !has_code && !has_study_group() {
            return None;
        }
        let (id, _, next) = self.letter_of_series(at, Spacing::Free)?;
        Some((id, next))
    }

    /// Adds the letters, and returns whether the number of any is understood.
    fn add_letters(&mut self, around: AroundLetters, members: Vec<ListedLetter>) -> bool {
        let is_list = members.len() > 1;
        let mut is_known = false;
        for (index, ListedLetter { mut range, number, .. }) in members.into_iter().enumerate() {
            if index == 0 && around.is_singular {
                range.start = around.whole.start;
            }
            let letter = match number {
                LetterNumber::OfSeries(id) => Some(Named::surely(id)),
                LetterNumber::Bare(number) => {
                    self.letter_by_words(&number, around.kind, around.bureau, &(range.start..around.end))
                }
            };
            let Some(letter) = letter else { continue };
            self.add_named(if is_list { range } else { around.whole.clone() }, letter);
            is_known = true;
        }
        is_known
    }
}
