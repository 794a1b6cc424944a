//! The events and deadlines that a letter states.
//!
//! They are the dates in the letter's text that are not before its own: a letter announces future events, and its
//! earlier dates are those of documents and past events. If the letter has no date, nothing is announced for sure.

use super::parts::{Part, Role};
use super::types::{KeyDate, Letter};
use crate::dates;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::ids::Language;
use crate::text::characters::{digit, is_dash};
use crate::text::passage::{Passage, Passages};
use crate::text::scanning::clean;
use crate::text::tree::BlockKind;

/// The maximum number of characters kept on each side of a date.
const AROUND: usize = 80;

/// The maximum number of cells of a row that describe a date in it.
const MOST_CELLS: usize = 4;

/// The key dates of the letter, in the order of its text. Days that the calendar lacks become diagnostics.
pub(super) fn find(letter: &Letter, diagnostics: &mut Vec<Diagnostic>) -> Vec<KeyDate> {
    let mut finder = Finder { letter, dates: Vec::new(), diagnostics };
    let mut paragraphs = 0;
    let mut has_subject = false;
    for (index, part) in letter.parts.iter().enumerate() {
        paragraphs += usize::from(part.role == Role::Body);
        has_subject |= part.role == Role::Subject;
        // “Action: reply by 30 June 2024”; before the subject, such lines are about the letter itself.
        let is_asked = has_subject && part.role == Role::Particular;
        if is_asked
            || matches!(
                part.role,
                Role::Subject | Role::Body | Role::AnnexHeading | Role::AnnexTitle | Role::Annex
            )
        {
            finder.find_in_part(index, part, (part.role == Role::Body).then_some(paragraphs));
        }
    }
    finder.dates
}

struct Finder<'letter> {
    letter: &'letter Letter,
    dates: Vec<KeyDate>,
    diagnostics: &'letter mut Vec<Diagnostic>,
}

impl Finder<'_> {
    fn find_in_part(&mut self, index: usize, part: &Part, paragraph: Option<usize>) {
        let letter = self.letter;
        let mut passages = letter.passages.of_block(index);
        let is_paragraph = part.role != Role::Subject && matches!(part.block.kind, BlockKind::Paragraph(_));
        let dates: FindDates = if is_paragraph { in_paragraph } else { dates::find };
        part.block.each_block(&mut |block| match &block.kind {
            BlockKind::Paragraph(_) | BlockKind::Heading { .. } => {
                passages
                    .next()
                    .into_iter()
                    .for_each(|passage| self.find_in_passage(passage, dates, paragraph));
            }
            BlockKind::Preformatted(lines) => {
                let alone = Passages::of_lines(lines);
                alone.iter().for_each(|passage| self.find_in_passage(passage, dates, paragraph));
            }
            BlockKind::Table { head, rows } => {
                for cells in [head].into_iter().chain(rows) {
                    let cells: Vec<Passage<'_>> = passages.by_ref().take(cells.len()).collect();
                    self.find_in_row(&cells, dates, paragraph);
                }
            }
            BlockKind::List { .. } | BlockKind::Quote(_) | BlockKind::Footnote { .. } | BlockKind::Rule => {}
        });
    }

    /// A date in a table is described by the other cells of its row.
    fn find_in_row(&mut self, cells: &[Passage<'_>], dates: FindDates, paragraph: Option<usize>) {
        let found = self.dates.len();
        cells.iter().for_each(|cell| self.find_in_passage(*cell, dates, paragraph));
        for date in self.dates.get_mut(found..).into_iter().flatten().filter(|date| date.around == date.text)
        {
            let cells = cells.iter().map(|cell| clean(cell.text)).filter(|text| !text.is_empty());
            let row = cells.take(MOST_CELLS).collect::<Vec<_>>().join(" – ");
            date.around = row.chars().take(2 * AROUND).collect();
        }
    }

    fn find_in_passage(&mut self, passage: Passage<'_>, dates: FindDates, paragraph: Option<usize>) {
        for found in dates(passage.text, self.letter.language) {
            let span = passage.span(found.range.clone());
            let Some((first, last)) = found.days else {
                self.diagnostics.push(Diagnostic { code: Code::ImpossibleDate, span });
                continue;
            };
            if self.letter.letterhead.date.is_some_and(|date| date <= last) {
                self.dates.push(KeyDate {
                    text: clean(passage.text.get(found.range.clone()).unwrap_or_default()),
                    span,
                    first,
                    last,
                    around: around(passage.text, found.range),
                    paragraph,
                });
            }
        }
    }
}

/// Finds the dates in a text.
type FindDates = fn(&str, Option<Language>) -> Vec<dates::FoundDate>;

/// The dates of a paragraph. A number at its beginning, before a word that could join a range, is that of the
/// paragraph: “4 Until 30 November 2020”.
fn in_paragraph(text: &str, language: Option<Language>) -> Vec<dates::FoundDate> {
    let dates = dates::find(text, language);
    let after_number = text.trim_start().trim_start_matches(|c| digit(c).is_some());
    let number_end = text.len() - after_number.len();
    let is_paragraph_number = dates.first().is_some_and(|date| {
        date.range.start < number_end
            && date.days.is_some_and(|(first, last)| first != last)
            && after_number.starts_with([' ', '\u{a0}', '\t', '.', ')'])
            && !after_number.trim_start().starts_with(is_dash)
            && language != Some(Language::Chinese)
    });
    if !is_paragraph_number {
        return dates;
    }
    let mut dates = dates::find(after_number, language);
    for date in &mut dates {
        date.range = date.range.start + number_end..date.range.end + number_end;
    }
    dates
}

/// The words around a place in the text: those of its sentence that are near.
fn around(text: &str, range: Span) -> String {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let near = before.char_indices().rev().nth(AROUND).map(|(at, _)| at);
    let near_before = before.get(near.unwrap_or(0)..).unwrap_or_default();
    let start = match (near_before.match_indices(SENTENCE_ENDS).rev().find(ends_sentence(near_before)), near)
    {
        (Some((at, mark)), _) => near_before.get(at + mark.len()..).unwrap_or_default(),
        (None, Some(_)) => near_before.split_once(' ').map_or(near_before, |(_, words)| words),
        (None, None) => near_before,
    };
    let near = after.char_indices().nth(AROUND).map(|(at, _)| at);
    let near_after = after.get(..near.unwrap_or(after.len())).unwrap_or_default();
    let end = match (near_after.match_indices(SENTENCE_ENDS).find(ends_sentence(near_after)), near) {
        (Some((at, _)), _) => near_after.get(..at).unwrap_or_default(),
        (None, Some(_)) => near_after.rsplit_once(' ').map_or(near_after, |(words, _)| words),
        (None, None) => near_after,
    };
    clean(text.get(range.start - start.len()..range.end + end.len()).unwrap_or_default())
}

/// The marks that end a sentence, or a part of it that can stand alone.
const SENTENCE_ENDS: [char; 6] = ['.', ';', '。', '；', '؛', '؟'];

/// Whether a mark ends a sentence: a full stop does if a space follows, and not in an address.
fn ends_sentence(text: &str) -> impl Fn(&(usize, &str)) -> bool {
    move |(at, mark)| {
        let after = text.get(at + mark.len()..).unwrap_or_default();
        // One letter and a stop are an abbreviation: “2022 г.”.
        let mut before = text.get(..*at).unwrap_or_default().chars().rev();
        let is_abbreviation =
            before.next().is_some_and(char::is_alphabetic) && !before.next().is_some_and(char::is_alphabetic);
        *mark != "." || !is_abbreviation && (after.is_empty() || after.starts_with(' '))
    }
}
