//! The events and deadlines that a letter states.
//!
//! They are the dates in the letter's text that are not before its own: a letter announces what will be, and the earlier dates in
//! it are those of documents and of what has been. Where the letter has no date, nothing is announced for sure.

use super::{Part, Role};
use crate::dates;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::ids::Date;
use crate::ids::Language;
use crate::text::characters::digit;
use crate::text::tree::{Block, BlockKind, Line, RunningText, TableCell};

/// How many characters of the words around a date are kept on each side, at most.
const AROUND: usize = 80;

/// How many cells of a row say what a date in it is about.
const MOST_CELLS: usize = 4;

/// A day, or several in a row, on which something happens or is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyDate {
    /// The date, as written.
    pub text: String,
    /// Its place in the source.
    pub span: Span,
    /// The first day.
    pub first: Date,
    /// The last day: the same, where there is only one.
    pub last: Date,
    /// The words around it, and the date among them.
    pub around: String,
    /// The paragraph that it stands in, from 1, if that is one of the body.
    pub paragraph: Option<usize>,
}

/// The key dates of the parts, in their order. Days that the calendar lacks are said.
pub(super) fn find(
    parts: &[Part],
    letter_date: Option<Date>,
    language: Option<Language>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<KeyDate> {
    let mut finder = Finder {
        letter_date,
        language,
        paragraph: None,
        is_paragraph: false,
        dates: Vec::new(),
        diagnostics,
    };
    let mut paragraphs = 0;
    let mut has_subject = false;
    for part in parts {
        paragraphs += usize::from(part.role == Role::Body);
        finder.is_paragraph =
            part.role != Role::Subject && matches!(part.block.kind, BlockKind::Paragraph(_));
        finder.paragraph = (part.role == Role::Body).then_some(paragraphs);
        has_subject |= part.role == Role::Subject;
        // “Action: reply by 30 June 2024”; before the subject, such lines are about the letter itself.
        let is_asked = has_subject && part.role == Role::Particular;
        if is_asked
            || matches!(
                part.role,
                Role::Subject | Role::Body | Role::AnnexHeading | Role::AnnexTitle | Role::Annex
            )
        {
            finder.look_into(&part.block);
        }
    }
    finder.dates
}

struct Finder<'diagnostics> {
    letter_date: Option<Date>,
    language: Option<Language>,
    paragraph: Option<usize>,
    /// Whether a paragraph is looked into, and not a table, a list or the subject.
    is_paragraph: bool,
    dates: Vec<KeyDate>,
    diagnostics: &'diagnostics mut Vec<Diagnostic>,
}

impl Finder<'_> {
    fn look_into(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Paragraph(lines)
            | BlockKind::Heading { lines, .. }
            | BlockKind::Preformatted(lines) => {
                self.look_into_lines(lines);
            }
            BlockKind::List { items, .. } => {
                items.iter().flat_map(|item| &item.blocks).for_each(|block| self.look_into(block));
            }
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => {
                blocks.iter().for_each(|block| self.look_into(block));
            }
            BlockKind::Table { head, rows } => {
                [head].into_iter().chain(rows).for_each(|cells| self.look_into_row(cells));
            }
            BlockKind::Rule => {}
        }
    }

    /// What a date in a table is about, the other cells of its row say.
    fn look_into_row(&mut self, cells: &[TableCell]) {
        let found = self.dates.len();
        cells.iter().for_each(|cell| self.look_into_lines(&cell.lines));
        for date in self.dates.get_mut(found..).into_iter().flatten().filter(|date| date.around == date.text)
        {
            let cells = cells
                .iter()
                .map(|cell| crate::text::tree::plain_text(&cell.lines))
                .filter(|text| !text.is_empty());
            let row = cells.take(MOST_CELLS).collect::<Vec<_>>().join(" – ");
            date.around = row.chars().take(2 * AROUND).collect();
        }
    }

    fn look_into_lines(&mut self, lines: &[Line]) {
        let running = RunningText::of(lines);
        let dates = if self.is_paragraph { in_paragraph } else { dates::find };
        for found in dates(&running.text, self.language) {
            let span = running.span(found.range.clone());
            let Some((first, last)) = found.days else {
                self.diagnostics.push(Diagnostic { code: Code::ImpossibleDate, span });
                continue;
            };
            if self.letter_date.is_some_and(|date| date <= last) {
                self.dates.push(KeyDate {
                    text: crate::text::tree::clean(running.text.get(found.range.clone()).unwrap_or_default()),
                    span,
                    first,
                    last,
                    around: around(&running.text, found.range),
                    paragraph: self.paragraph,
                });
            }
        }
    }
}

/// The dates of a paragraph. A number at its beginning, with a word behind it that could join a range, is that of the paragraph: “4 Until
/// 30 November 2020”.
fn in_paragraph(text: &str, language: Option<Language>) -> Vec<dates::FoundDate> {
    let dates = dates::find(text, language);
    let after_number = text.trim_start().trim_start_matches(|c| digit(c).is_some());
    let number_end = text.len() - after_number.len();
    let is_paragraph_number = dates.first().is_some_and(|date| {
        date.range.start < number_end
            && date.days.is_some_and(|(first, last)| first != last)
            && after_number.starts_with([' ', '\u{a0}', '\t', '.', ')'])
            && !after_number.trim_start().starts_with(['-', '–', '—', '−'])
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

/// The words around a place in the text: those of its sentence, as far as they are near.
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
    crate::text::tree::clean(text.get(range.start - start.len()..range.end + end.len()).unwrap_or_default())
}

/// The marks that end a sentence, or a part of it that can stand alone.
const SENTENCE_ENDS: [char; 6] = ['.', ';', '。', '；', '؛', '؟'];

/// Whether a mark ends a sentence: a full stop does where a space follows, and not in an address.
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
