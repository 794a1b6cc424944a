//! The events and deadlines that a letter states.
//!
//! They are the dates in the letter's text that are not before its own: a letter announces future events, and its
//! earlier dates are those of documents and past events. If the letter has no date, nothing is announced for sure.

pub(in crate::letter) mod clue;
mod hour;
mod sentence;

use super::numbering::{Counter, ParagraphNumber};
use super::parts::{Part, Role};
use super::types::{DateKind, KeyDate, Letter};
use crate::dates::{self, DateWord, FoundDate, last_date_word};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::ids::{Date, Language};
use crate::sorting::sort_by_number;
use crate::text::characters::{
    COLONS, COMMAS, digit, is_alphabetic, is_cyrillic, is_dash, is_han, is_small, is_space,
};
use crate::text::passage::{Passage, Passages};
use crate::text::scanning::clean;
use crate::text::tree::BlockKind;
use sentence::{Read, without_pair};

/// The maximum number of characters kept on each side of a date.
const AROUND: usize = 80;

/// The longest word that may join a date to its sentence whatever it is, in characters: “on”, “du”, “del”.
const LONGEST_JOINER: usize = 3;

/// Longer words that join a date to its sentence.
const JOINERS: [&str; 3] = ["from", "desde", "entre"];

/// The longest clause before or behind a date that says what it is about, in characters.
const LONGEST_CLAUSE: usize = 200;

/// The marks around what is quoted.
const QUOTES: [char; 5] = ['"', '“', '”', '«', '»'];

/// The maximum number of dates of one sentence that may replace another.
const MOST_NEIGHBOURS: usize = 4;

/// The longest part of a sentence before or behind a date that is examined, in bytes.
const LONGEST_SENTENCE: usize = 2_000;

/// The longest text beside a date in its cell that is no sentence, in bytes: “года”, “(noon, Geneva time)”.
const MOST_BESIDE_DATE: usize = 32;

/// The maximum number of cells of a row that describe a date in it.
const MOST_CELLS: usize = 4;

/// The key dates of the letter, in the order of its text. Days that the calendar lacks become diagnostics.
pub(super) fn find(letter: &Letter, diagnostics: &mut Vec<Diagnostic>) -> Vec<KeyDate> {
    let mut finder = Finder { letter, dates: Vec::new(), is_awaited: false, diagnostics };
    let mut counter = Counter::default();
    let mut has_subject = false;
    for (index, part) in letter.parts.iter().enumerate() {
        let paragraph = counter.next(part.role);
        has_subject |= part.role == Role::Subject;
        // “Action: reply by 30 June 2024”; before the subject, such lines are about the letter itself.
        let is_asked = has_subject && part.role == Role::Particular;
        if is_asked
            || matches!(
                part.role,
                Role::Subject | Role::Body | Role::AnnexHeading | Role::AnnexTitle | Role::Annex
            )
        {
            finder.find_in_part(index, part, paragraph);
        }
    }
    let mut dates = finder.dates;
    sort_by_number(&mut dates, |date| date.first.number().into());
    dates
}

struct Finder<'letter> {
    letter: &'letter Letter,
    dates: Vec<KeyDate>,
    /// Whether the last date is an earlier one whose new date may be in the next sentence.
    is_awaited: bool,
    diagnostics: &'letter mut Vec<Diagnostic>,
}

impl Finder<'_> {
    fn find_in_part(&mut self, index: usize, part: &Part, paragraph: Option<ParagraphNumber>) {
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
                let mut heads = Vec::new();
                for cells in [head].into_iter().chain(rows).filter(|cells| !cells.is_empty()) {
                    let cells: Vec<Passage<'_>> = passages.by_ref().take(cells.len()).collect();
                    if heads.is_empty() {
                        heads.clone_from(&cells);
                    }
                    self.find_in_row(&cells, &heads, dates, paragraph);
                }
            }
            BlockKind::List { .. } | BlockKind::Quote(_) | BlockKind::Footnote { .. } | BlockKind::Rule => {}
        });
    }

    /// Finds the dates of a row. They are deadlines where its column or another cell of the row says so. The other cells
    /// describe a date, unless its own cell has a sentence.
    fn find_in_row(
        &mut self,
        cells: &[Passage<'_>],
        heads: &[Passage<'_>],
        dates: FindDates,
        paragraph: Option<ParagraphNumber>,
    ) {
        let language = self.letter.metadata.language;
        let is_due = |cell: &Passage<'_>| clue::names_deadline(cell.text, language);
        for (index, cell) in cells.iter().enumerate() {
            let first = self.dates.len();
            self.find_in_passage(*cell, dates, paragraph);
            let Some(found) = self.dates.get_mut(first..).filter(|found| !found.is_empty()) else { continue };
            if heads.get(index).is_some_and(is_due) || cells.iter().any(is_due) {
                found.iter_mut().for_each(make_deadline);
            }
            for date in found.iter_mut().filter(|date| cell.text.len() <= date.text.len() + MOST_BESIDE_DATE)
            {
                date.around = joined(cells, |_, _| true).chars().take(2 * AROUND).collect();
                let about = joined(cells, |at, cell| at != index && dates(cell.text, language).is_empty());
                date.about = Some(about).filter(|about| !about.is_empty()).or(date.about.take());
            }
        }
    }

    fn find_in_passage(
        &mut self,
        passage: Passage<'_>,
        dates: FindDates,
        paragraph: Option<ParagraphNumber>,
    ) {
        let language = self.letter.metadata.language;
        let found = dates(passage.text, language);
        for impossible in found.iter().filter(|found| found.days.is_none()) {
            let span = passage.span(impossible.range.clone());
            self.diagnostics.push(Diagnostic { code: Code::ImpossibleDate, span });
        }
        let Some(own) = self.letter.metadata.letterhead.date else { return };
        let first = self.dates.len();
        let mut rest = &found[..];
        while let Some(date) = rest.first() {
            let sentence = sentence(passage.text, &date.range);
            let count = rest.iter().take_while(|date| date.range.start < sentence.end).count().max(1);
            let (in_sentence, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            for read in sentence::read(passage.text, &sentence, in_sentence, language, own) {
                self.add(passage, &sentence, read, &found, paragraph, first);
            }
            rest = after;
        }
    }

    /// Adds a date. `found` are all of its passage; `first` is the index of the first that was added.
    fn add(
        &mut self,
        passage: Passage<'_>,
        sentence: &Span,
        read: Read,
        found: &[FoundDate],
        paragraph: Option<ParagraphNumber>,
        first: usize,
    ) {
        // “… was originally planned for 5 May. It will now be held on 7 June.”
        let waits = |date: &&KeyDate| date.kind == DateKind::Earlier && date.replaces.is_none();
        let former = self
            .dates
            .get(first..)
            .and_then(|dates| dates.last())
            .filter(waits)
            .filter(|_| read.kind == DateKind::Event && self.is_awaited);
        // One that a date of its own sentence replaces waits for no other.
        let is_replaced = |days: &(Date, Date)| {
            self.dates.iter().rev().take(MOST_NEIGHBOURS).any(|date| date.replaces == Some(*days))
        };
        let replaces = read
            .replaces
            .or_else(|| former.map(|former| (former.first, former.last)).filter(|days| !is_replaced(days)));
        self.is_awaited = read.awaits_new;
        let about = about(passage.text, sentence, &read, found, self.letter.metadata.language);
        // “The deadline, 5 March, should read 12 March”: both are about the same, and the longer words say it.
        let mut near = self.dates.iter().rev().take(MOST_NEIGHBOURS);
        let former = near.find(|date| read.is_correction && replaces == Some((date.first, date.last)));
        let of_former = former.and_then(|date| date.about.clone());
        let about = about.into_iter().chain(of_former).max_by_key(String::len);
        self.dates.push(KeyDate {
            text: clean(passage.text.get(read.range.clone()).unwrap_or_default()),
            span: passage.span(read.range.clone()),
            first: read.days.0,
            last: read.days.1,
            about,
            around: around(passage.text, sentence, &read.range),
            paragraph,
            kind: read.kind,
            asked: read.asked,
            until: read.until,
            replaces,
        });
    }
}

/// The texts of the first of those cells of a row that are wanted.
fn joined(cells: &[Passage<'_>], is_wanted: impl Fn(usize, &Passage<'_>) -> bool) -> String {
    let wanted = cells.iter().enumerate().filter(|(index, cell)| is_wanted(*index, cell));
    let texts = wanted.map(|(_, cell)| clean(cell.text)).filter(|text| !text.is_empty());
    texts.take(MOST_CELLS).collect::<Vec<_>>().join(" – ")
}

/// Makes a deadline of the event of a day.
fn make_deadline(date: &mut KeyDate) {
    if date.kind == DateKind::Event && date.first == date.last {
        date.kind = DateKind::Deadline;
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

/// The words around a place in its sentence that are near.
fn around(text: &str, sentence: &Span, range: &Span) -> String {
    clean(text.get(near(text, sentence, range, AROUND)).unwrap_or_default())
}

/// The place of the words around a place in its sentence, at most so many characters on each side.
fn near(text: &str, sentence: &Span, range: &Span, most: usize) -> Span {
    let before = text.get(sentence.start..range.start).unwrap_or_default();
    let start = match before.char_indices().rev().nth(most).and_then(|(at, _)| before.get(at..)) {
        Some(near) => near.split_once(' ').map_or(near, |(_, words)| words),
        None => before,
    };
    let after = text.get(range.end..sentence.end).unwrap_or_default();
    let end = match after.char_indices().nth(most).and_then(|(at, _)| after.get(..at)) {
        Some(near) => near.rsplit_once(' ').map_or(near, |(words, _)| words),
        None => after,
    };
    range.start - start.len()..range.end + end.len()
}

/// What the date is about: the words around it, between the dates before and behind it, without the date itself and the
/// words that make it a deadline.
fn about(
    text: &str,
    sentence: &Span,
    read: &Read,
    dates: &[FoundDate],
    language: Option<Language>,
) -> Option<String> {
    let near = near(text, sentence, &read.range, LONGEST_CLAUSE);
    let words = &read.with_words;
    // The dates are in the order of the text.
    let index = dates.partition_point(|date| date.range.start < words.start);
    let start = dates.get(..index).and_then(<[_]>::last).map(|date| date.range.end);
    let start = start.filter(|end| (near.start..=words.start).contains(end));
    let end = dates.get(index..).unwrap_or_default().iter().map(|date| date.range.start);
    let end = end.take(MOST_NEIGHBOURS).find(|start| *start >= words.end).filter(|start| *start < near.end);
    let mut before = text.get(near.start.max(start.unwrap_or(0))..words.start).unwrap_or_default();
    let mut after = text.get(words.end..near.end.min(end.unwrap_or(near.end))).unwrap_or_default();
    // “5 March for registration and 12 March for contributions”: what stands before “and” is of the date before it.
    if start.is_some() && without_pair(before, language).is_some() {
        before = "";
    }
    let listed = end.and_then(|_| without_pair(after, language));
    // “Replace ‘5 March’ by ‘12 March’”.
    let is_quoted = before.trim_end().ends_with(QUOTES);
    let is_edge = |c: char| {
        is_space(c)
            || is_dash(c)
            || COMMAS.contains(&c)
            || COLONS.contains(&c)
            || is_quoted && QUOTES.contains(&c)
    };
    after = listed.unwrap_or(after);
    let in_brackets = before.trim_end().ends_with(['(', '（']);
    let opens = |c: char| is_edge(c) || matches!(c, '(' | '（');
    let closes = |c: char| is_edge(c) || matches!(c, ')' | '）');
    let mut before = before.trim_end_matches(opens);
    while let Some(length) = joiner(before, language) {
        before = before.get(..before.len() - length).unwrap_or_default().trim_end_matches(opens);
    }
    let year = dates::date_word(before, DateWord::AfterYear, language).filter(|_| start.is_some());
    let before = before.get(year.unwrap_or(0)..).unwrap_or_default().trim_start_matches(closes);
    // The number of the paragraph.
    let unnumbered = before.trim_start_matches(|c| digit(c).is_some()).trim_start_matches(['.', ')']);
    let before = if near.start == 0 && unnumbered.starts_with(is_space) { unnumbered } else { before };
    let before = before.trim_end_matches(['自', '从', '于', '在']);
    let year = dates::date_word(after, DateWord::AfterYear, language).unwrap_or(0);
    let after = after.get(year..).unwrap_or_default();
    let mut after = after.trim_start_matches(closes).trim_start_matches(['起', '，']);
    if end.is_some() && listed.is_none() {
        // The next date has a clause of its own.
        after = after.find(COMMAS).and_then(|comma| after.get(..comma)).unwrap_or_default();
    }
    if in_brackets && !before.is_empty() {
        after = "";
    }
    // “(Montevideo, 4-7 June 2024)”: what stood before the date stays in its brackets.
    let open = before.rfind(['(', '（']).and_then(|at| before.get(at..));
    let open = open.filter(|open| !open.contains([')', '）']) && !after.contains([')', '）']));
    let close = open.map_or("", |open| if open.starts_with('(') { ")" } else { "）" });
    let is_han_between = before.ends_with(is_han) && after.starts_with(is_han);
    let space = if before.is_empty() || after.is_empty() || is_han_between { "" } else { " " };
    let about = clean(&format!("{before}{close}{space}{after}"));
    about.contains(is_alphabetic).then_some(about)
}

/// The length of a word at the end of the text that only joins a date to it: “on”, “du”, “from”.
fn joiner(text: &str, language: Option<Language>) -> Option<usize> {
    let word = text.rsplit(is_space).next()?;
    let is_known = JOINERS.iter().any(|joiner| word.eq_ignore_ascii_case(joiner));
    // A capital begins the sentence: “On 5 May, …”.
    let is_alone = word.len() == text.len();
    let is_small_word = word.chars().skip((is_alone || is_known).into()).all(is_small)
        && (is_known || word.chars().count() <= LONGEST_JOINER);
    if is_alone {
        return (is_small_word && !word.is_empty()).then_some(word.len());
    }
    let known = || {
        let words = [DateWord::Joiner, DateWord::Weekday];
        words.into_iter().find_map(|word| last_date_word(text, word, language))
    };
    if is_small_word { Some(word.len()) } else { known() }
}

/// The sentence around a date, at most so far from it as any sentence of a letter is long.
fn sentence(text: &str, date: &Span) -> Span {
    let first = text.ceil_char_boundary(date.start.saturating_sub(LONGEST_SENTENCE));
    let last = text.floor_char_boundary(date.end + LONGEST_SENTENCE);
    let before = text.get(first..date.start).unwrap_or_default();
    let start = before.match_indices(is_sentence_end).rev().find(ends_sentence(before));
    let after = text.get(date.end..last).unwrap_or_default();
    let end = after.match_indices(is_sentence_end).find(ends_sentence(after));
    start.map_or(first, |(at, mark)| first + at + mark.len())..end.map_or(last, |(at, _)| date.end + at)
}

/// Whether it is a mark that ends a sentence, or a part of it that can stand alone.
const fn is_sentence_end(c: char) -> bool {
    matches!(c, '.' | ';' | '。' | '；' | '؛' | '؟')
}

/// Whether a mark ends a sentence: a full stop does if a space follows, and not in an address.
fn ends_sentence(text: &str) -> impl Fn(&(usize, &str)) -> bool {
    move |(at, mark)| {
        let after = text.get(at + mark.len()..).unwrap_or_default();
        // One letter and a stop are an abbreviation, in Cyrillic up to three: “2022 г.”, “00 мин.”.
        let before = text.get(..*at).unwrap_or_default();
        let letters = before.chars().rev().take_while(|c| is_alphabetic(*c)).count();
        let is_abbreviation = letters == 1 || matches!(letters, 2 | 3) && before.ends_with(is_cyrillic);
        let begins = |c: char| !is_small(c) && digit(c).is_none();
        let next = after.trim_start();
        *mark != "."
            || !is_abbreviation && (after.is_empty() || after.starts_with(' ') && next.starts_with(begins))
    }
}
