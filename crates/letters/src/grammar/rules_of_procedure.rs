//! Provisions of the Rules of Procedure of the Radio Regulations Board: “No. 1.10 of Part C of the Rules of Procedure”,
//! “《程序规则》C部分第1.8款”. The Rules as a whole are cited too often to be a reference.

use super::reader::{OF, Reader};
use super::terms::{PartKind, Term};
use super::tokens::{Kind, plain};
use crate::ids::{BasicText, DocumentId, TextPart};

/// The maximum number of tokens between the Rules and the number of a provision.
const MOST_BETWEEN: usize = 6;

impl Reader<'_> {
    /// Reads a provision from the name of the Rules: its Part and number are before or after the name.
    pub(super) fn provision_of_rules(&mut self, at: usize) -> Option<usize> {
        let (part, number, first, next) =
            self.part_before_rules(at).or_else(|| self.part_behind_rules(at))?;
        // “of the Rules of Procedure of the Council”
        let owner = self.term(self.skip(at + 1, OF));
        let is_of_others = owner.is_some_and(|term| term.body().is_some() || term == Term::Foreign);
        if is_of_others {
            return None;
        }
        let part = TextPart::OfPart { part, number };
        let id = DocumentId::BasicText { text: BasicText::RulesOfProcedure, part };
        self.add(self.start(first)..self.end_before(next), id);
        Some(next)
    }

    /// “No. 1.10 of Part C of the Rules of Procedure”: the Part, the number, the first token and the one after.
    fn part_before_rules(&self, at: usize) -> Option<(char, String, usize, usize)> {
        // “С” is a preposition of Russian too.
        let letter_at = at.checked_sub(1).filter(|letter| self.part_letter(*letter).is_some());
        let letter_at = letter_at.or_else(|| self.skip_back(at))?;
        let part = self.part_letter(letter_at)?;
        let is_word = |word: &usize| self.is(*word, Kind::Other) && self.is_capital(*word);
        let word = letter_at.checked_sub(1).filter(|word| is_word(word) || self.is_arabic())?;
        let number_at = self.skip_back(word)?;
        let number = self.number(number_at).filter(|number| number.contains('.'))?;
        let sign = number_at
            .checked_sub(1)
            .filter(|sign| self.is(*sign, Kind::Other) || self.term(*sign).and_then(Term::part).is_some());
        Some((part, number, sign.unwrap_or(number_at), at + 1))
    }

    /// “《程序规则》C部分第1.8款”, “Rules of Procedure, Part C, No. 1.10”.
    fn part_behind_rules(&self, at: usize) -> Option<(char, String, usize, usize)> {
        let is_between = |at: &usize| {
            matches!(self.kind(*at), Some(Kind::Comma | Kind::Other | Kind::Word(Term::Of | Term::Ordinal)))
                || self.term(*at).and_then(Term::part).is_some()
        };
        let mut between = (at + 1..at + 1 + MOST_BETWEEN).take_while(is_between);
        let letter_at = between.find(|at| self.part_letter(*at).is_some())?;
        let number_at = between.last().map_or(letter_at, |last| last) + 1;
        let number = self.number(number_at).filter(|number| number.contains('.'))?;
        let is_counted = self.term(number_at + 1).and_then(Term::part) == Some(PartKind::Number)
            || self.words(number_at + 1) == "段";
        Some((self.part_letter(letter_at)?, number, at, number_at + 1 + usize::from(is_counted)))
    }

    /// The token before this one, without the words that join them.
    fn skip_back(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(4)..at).rev().find(|at| !self.term(*at).is_some_and(|term| OF.contains(&term)))
    }

    /// The letter of a Part of the Rules.
    fn part_letter(&self, at: usize) -> Option<char> {
        let word = plain(self.words(at));
        let mut letters = word.chars().filter(|_| self.is_all_capital(at));
        letters.next().filter(|letter| matches!(letter, 'A'..='C') && letters.next().is_none())
    }
}
