//! Provisions within one another, and provisions that share the name of their text: “No. 47 in Article 8”, “Article 31
//! (Nos. 324 to 338)”, “Article 9 or notifications under Article 11 of the Radio Regulations”, “(476 CV)”.

use super::numbers::{ListedNumber, is_number_of_provision};
use super::provisions::{NumberedParts, article_of};
use super::reader::Reader;
use super::terms::{PartKind, Term};
use super::tokens::Kind;
use crate::ids::{BasicText, DocumentId, Language};
use crate::text::characters::is_capital;

/// The maximum number of tokens between two provisions that share the name of their text.
const MOST_BETWEEN: usize = 10;

impl Reader<'_> {
    /// Numbers within the last part, or that it is within: “No. 47 in Article 8”, “Article 31 (Nos. 324 to 338)”; and the
    /// token after them.
    pub(super) fn nested_parts(&self, at: usize, parts: &[NumberedParts]) -> Option<(NumberedParts, usize)> {
        let last = parts.last()?.kind;
        let is_open = self.is(at, Kind::Open);
        let from = if is_open { at + 1 } else { self.skip(at, &[Term::Of, Term::Range]) };
        // In Russian the case shows what the number is within: “пункт 47 статьи 8”.
        let has_case = self.circumstances.language == Some(Language::Russian);
        (from > at || has_case).then_some(())?;
        let (more, behind) = self.numbered_parts(from)?;
        // An article of an Appendix is no article of the Regulations.
        let is_of_appendix = more.kind == PartKind::Appendix || last == PartKind::Appendix;
        (more.kind != last && !is_of_appendix && (!is_open || self.is(behind, Kind::Close))).then_some(())?;
        Some((more, behind + usize::from(is_open)))
    }

    /// Adds the numbers in brackets after the name of their text, “Article 33 of the Convention (No. 476)”, and returns
    /// the token after them.
    pub(super) fn add_bracketed_numbers(
        &mut self,
        at: usize,
        text: BasicText,
        article: Option<u16>,
    ) -> usize {
        if !self.is(at, Kind::Open) {
            return at;
        }
        match self.numbered_parts(at + 1) {
            Some((parts, behind))
                if parts.kind == PartKind::Number
                    && self.is(behind, Kind::Close)
                    && parts.numbers.iter().all(|one| is_number_within(text, article, &one.number)) =>
            {
                self.add_parts_alone(vec![parts], text, behind + 1)
            }
            _ => at,
        }
    }

    /// Adds parts that are within one another. The name of the text after them, from `next` to `behind`, belongs to the
    /// last.
    pub(super) fn add_nested(
        &mut self,
        parts: Vec<NumberedParts>,
        text: BasicText,
        next: usize,
        behind: usize,
    ) -> usize {
        let is_bracketed = self.is(next.wrapping_sub(1), Kind::Close);
        let last = parts.len() - 1;
        let article = article_of(&parts);
        for (index, NumberedParts { start, kind, numbers }) in parts.into_iter().enumerate() {
            // “number 2 of Article 9” is a paragraph of the article.
            let fits = |one: &ListedNumber| is_number_within(text, article, &one.number);
            if kind == PartKind::Number && !numbers.iter().all(fits) {
                continue;
            }
            let is_alone = numbers.len() == 1;
            for ListedNumber { number, range, .. } in numbers {
                let end = if index == last && is_alone && !is_bracketed {
                    self.end_before(behind)
                } else {
                    range.end
                };
                let start = if is_alone { self.start(start) } else { range.start };
                self.add_part(start..end, text, kind, number);
            }
        }
        self.behind_repetition(behind, text)
    }

    /// The text that is named after a later part of the same kind in the sentence, and that the parts share: “Article 9
    /// or notifications under Article 11 of the Radio Regulations”.
    pub(super) fn shared_text(&self, parts: &[NumberedParts], next: usize) -> Option<BasicText> {
        let [NumberedParts { start, kind, .. }] = parts else { return None };
        // “the Charter, Article 57 and …”: a name before it may be that of its text.
        let is_name = |at: usize| {
            at > 0
                && !self.is(at - 1, Kind::Stop)
                && matches!(self.kind(at), Some(Kind::Other | Kind::Word(Term::Foreign)))
                && self.words(at).starts_with(is_capital)
        };
        if self.is_foreign_before(*start) || (start.saturating_sub(4)..*start).any(is_name) {
            return None;
        }
        // What follows another name than “or” is part of the name of another text.
        let joint = next + usize::from(self.is(next, Kind::Comma));
        matches!(self.term(joint), Some(Term::And | Term::Nor)).then_some(())?;
        for at in joint + 1..joint + MOST_BETWEEN {
            match self.kind(at)? {
                Kind::Stop | Kind::Number | Kind::Open | Kind::Close => return None,
                Kind::Word(term) if term.part() == Some(*kind) => {
                    let (_, behind) = self.numbered_parts(at)?;
                    return self.basic_text_behind(behind).map(|(text, _)| text);
                }
                _ => {}
            }
        }
        None
    }

    /// Adds parts without the name of their text, which is named later, and returns the token after them.
    pub(super) fn add_parts_alone(
        &mut self,
        parts: Vec<NumberedParts>,
        text: BasicText,
        next: usize,
    ) -> usize {
        for NumberedParts { start, kind, numbers } in parts {
            let is_alone = numbers.len() == 1;
            for ListedNumber { number, range, .. } in numbers {
                let start = if is_alone { self.start(start) } else { range.start };
                self.add_part(start..range.end, text, kind, number);
            }
        }
        next
    }

    /// Reads a number before the abbreviation of its text, in brackets: “(476 CV)”.
    pub(super) fn number_of_abbreviation(&mut self, at: usize) -> Option<usize> {
        let text = match self.term(at + 1)? {
            Term::Cs => BasicText::Constitution,
            Term::Cv => BasicText::Convention,
            _ => return None,
        };
        let number = self.number(at).filter(|number| is_number_of_provision(number))?;
        let is_in_brackets = self.is(at + 2, Kind::Close) && self.is_in_brackets(at);
        // Horse powers are CV too: a provision of a basic text must have been cited before.
        let is_after_provision =
            self.found.iter().any(|found| matches!(found.id, DocumentId::BasicText { .. }));
        (is_in_brackets && is_after_provision && self.is_all_capital(at + 1)).then_some(())?;
        self.add_part(self.start(at)..self.end_before(at + 2), text, PartKind::Number, number);
        Some(at + 2)
    }
}

/// Whether the number may be a marginal number within the article: those of the Radio Regulations begin with it, and the
/// articles of the Constitution and the Convention have more than three each.
pub(super) fn is_number_within(text: BasicText, article: Option<u16>, number: &str) -> bool {
    let Some(article) = article else { return true };
    if text == BasicText::RadioRegulations {
        return number.split_once('.').is_some_and(|(first, _)| first.parse() == Ok(article));
    }
    let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    digits.parse().is_ok_and(|number: u16| number >= article.saturating_mul(3))
}
