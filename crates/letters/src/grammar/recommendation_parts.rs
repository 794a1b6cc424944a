//! Parts of Recommendations, and texts beside them: “Annex B of Recommendation ITU-T G.992.5”, “ITU-T K.61建议书附录II”,
//! “A Suppl. 5”, “Supplement 39 to ITU-T G-series Recommendations”, “Implementers' Guide for Recommendation H.323”.

use super::amendments::Amended;
use super::reader::{OF, Reader, SIGNS};
use super::recommendations::SERIES_OF_ITU_T;
use super::terms::Term;
use super::tokens::{Kind, plain};
use crate::ids::{DocumentId, RecommendationPart, Sector, positive};

/// The maximum number of tokens between a supplement and the letter of its series.
const MOST_BETWEEN: usize = 8;

/// The longest label of a part, in characters: `VIII`.
const LONGEST_LABEL: usize = 4;

impl Reader<'_> {
    /// Reads a part of a Recommendation, or a supplement to a series, from the word for it on.
    pub(super) fn part_of_recommendation(&mut self, at: usize) -> Option<usize> {
        let kind = self.term(at)?.recommendation_part(self.circumstances.language)?;
        let label_at = self.skip(at + 1, SIGNS);
        let label = self.label(label_at)?;
        let behind = label_at + 1;
        if kind == RecommendationPart::Supplement
            && let Some(number) = positive(&label)
            && let Some(next) = self.supplement_to_series(at, behind, number)
        {
            return Some(next);
        }
        let next = self.skip(behind, OF);
        if next > behind {
            let (base, end) = self.recommendation_alone(next)?;
            let of = Box::new(base.without_edition());
            let id = DocumentId::RecommendationPart { of, kind, label };
            self.add(self.start(at)..self.end_before(end), id);
            return Some(end);
        }
        self.part_of_last(at, behind, kind, label)
    }

    /// The label of a part: a number, a capital, or a Latin numeral.
    fn label(&self, at: usize) -> Option<String> {
        let label = plain(self.words(at));
        let is_short = (1..=LONGEST_LABEL).contains(&label.len()) && self.is_all_capital(at);
        let is_letter = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        let is_numeral = || label.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let is_label = self.is(at, Kind::Number) || label.len() == 1 || is_numeral();
        (is_short && is_label && label.chars().all(is_letter)).then_some(label)
    }

    /// The Recommendation at the token, if there is one and no more, and the token after it.
    fn recommendation_alone(&mut self, at: usize) -> Option<(DocumentId, usize)> {
        match self.amended_behind(at) {
            Amended::Document(base, next) if matches!(base.id, DocumentId::Recommendation { .. }) => {
                Some((base.id, next))
            }
            _ => None,
        }
    }

    /// Adds the part to the Recommendation that is named right before it: “G.992.5, Annex B”.
    fn part_of_last(
        &mut self,
        at: usize,
        behind: usize,
        kind: RecommendationPart,
        label: String,
    ) -> Option<usize> {
        // “Appendix 30B” is of the Radio Regulations; “…, Annex C contains the form” is the letter's own.
        let is_of_regulations =
            self.has_term(at, Term::Appendix) && label.starts_with(|c: char| c.is_ascii_digit());
        let is_end = !matches!(self.kind(behind), Some(Kind::Other | Kind::Number));
        let (start, end) = (self.start(at), self.end_before(behind));
        let last = self.found.last_mut().filter(|_| !is_of_regulations)?;
        let between = self.text.get(last.range.end..start)?.trim();
        let is_recommendation = matches!(last.id, DocumentId::Recommendation { .. });
        // “G.729 (1996) Annex C”
        let is_year = between.len() == 6 && between.starts_with('(') && between.ends_with(')');
        let is_joined = is_year || matches!(between, "" | "的") || is_end && matches!(between, "," | "،");
        (is_recommendation && is_joined).then_some(())?;
        let of = Box::new(last.id.without_edition());
        last.id = DocumentId::RecommendationPart { of, kind, label };
        last.range.end = end;
        Some(behind)
    }

    /// A supplement to a series, whose letter is before the word or after the number: “A Suppl. 5”, “Supplement 39 to
    /// ITU-T G-series Recommendations”, “ITU-T G系列建议书增补39”; `behind` is the token after the number.
    fn supplement_to_series(&mut self, at: usize, behind: usize, number: u32) -> Option<usize> {
        let (series, start, next) =
            self.series_before(at).map(|(series, start)| (series, start, behind)).or_else(|| {
                let (series, next) = self.series_behind(behind)?;
                Some((series, at, next))
            })?;
        let range = self.start(start)..self.end_before(next);
        self.add(range, DocumentId::SeriesSupplement { series, number });
        Some(next)
    }

    /// The letter of the series before the word, and the token at which the citation begins.
    fn series_before(&self, at: usize) -> Option<(char, usize)> {
        let is_between = |at: &usize| {
            matches!(self.term(*at), Some(Term::Series | Term::Recommendation)) || self.is(*at, Kind::Hyphen)
        };
        let first = (at.saturating_sub(4)..at).rev().take_while(is_between).last().unwrap_or(at);
        // “Recommendations of series G – Supplement 39” is read from the word for the series.
        let letter_at = first.checked_sub(1)?;
        let series = self.series_letter(letter_at)?;
        let is_named = |at: usize| self.term(at).is_some_and(|term| term.sector().is_some());
        let sector = letter_at.checked_sub(1).filter(|sector| is_named(*sector));
        // “A Supplement 3 will follow.”
        let is_abbreviation = self.words(at).ends_with('.');
        (first < at || sector.is_some() || is_abbreviation).then_some(())?;
        Some((series, sector.unwrap_or(letter_at)))
    }

    /// The letter of the series after the number, and the token after its name.
    fn series_behind(&self, from: usize) -> Option<(char, usize)> {
        let is_between = |at: &usize| {
            let is_name = matches!(self.term(*at), Some(Term::Series | Term::Recommendation | Term::Itu))
                || self.term(*at).is_some_and(|term| OF.contains(&term) || term.sector().is_some());
            is_name || self.is(*at, Kind::Hyphen) || self.series_letter(*at).is_some()
        };
        // “of the series G” ends with the letter, “G-series Recommendations” with a word.
        let (mut series, mut names_series, mut next) = (None, false, from);
        for at in (from..from + MOST_BETWEEN).take_while(is_between) {
            let letter = self.series_letter(at);
            names_series |= self.has_term(at, Term::Series);
            series = series.or(letter);
            let is_word = matches!(self.term(at), Some(Term::Series | Term::Recommendation))
                || self.term(at).is_some_and(|term| term.sector().is_some());
            if letter.is_some() || series.is_some() && is_word {
                next = at + 1;
            }
        }
        Some((series.filter(|_| names_series)?, next))
    }

    /// The letter of a series of the ITU-T that stands alone.
    fn series_letter(&self, at: usize) -> Option<char> {
        let word = plain(self.words(at));
        let mut letters = word.chars();
        let letter = letters.next().filter(|letter| SERIES_OF_ITU_T.contains(*letter))?;
        (letters.next().is_none() && self.is_all_capital(at)).then_some(letter)
    }

    /// Reads the Implementers' guide of a Recommendation from its name on.
    pub(super) fn implementers_guide(&mut self, at: usize) -> Option<usize> {
        let names = |at: &usize| {
            self.is(*at, Kind::Code)
                || self.term(*at).is_some_and(|term| term == Term::Recommendation || term.sector().is_some())
        };
        let from = (at + 1..at + 4).find(names)?;
        let (base, next) = self.recommendation_alone(from)?;
        let DocumentId::Recommendation { sector: Sector::Standardization, number, .. } = base else {
            return None;
        };
        self.add(self.start(at)..self.end_before(next), DocumentId::ImplementersGuide { number });
        Some(next)
    }
}
