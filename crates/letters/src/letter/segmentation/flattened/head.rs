//! The lines of a letterhead that is one paragraph.
//!
//! A line ends where its field must end, or where the next begins. A field whose end is a guess is left out: the letter
//! has no subject, rather than a wrong one.

use super::super::super::vocabulary;
use super::super::line_text::word_starts;
use super::field::{Field, Reader};
use crate::dates;
use crate::diagnostic::Span;
use crate::ids::Language;
use crate::text::characters::{COLONS, COMMAS, digit, is_bullet, is_capital, is_small};

/// The longest letterhead, in bytes.
pub(super) const LONGEST: usize = 2_500;

/// The longest subject whose end is a guess, in bytes.
const LONGEST_SUBJECT: usize = 300;

/// The minimum number of fields of a letterhead.
const FEWEST_FIELDS: usize = 3;

/// A letterhead in one paragraph.
pub(super) struct Head {
    /// The lines, each with its field.
    lines: Vec<(Field, Span)>,
    /// The start of the body, in bytes.
    pub(super) body: Option<usize>,
}

/// Reads the letterhead with which the text begins.
pub(super) fn read(text: &str, language: Option<Language>) -> Option<Head> {
    let near = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
    if !near.contains(|c| digit(c).is_some()) {
        return None;
    }
    let mut reader = Reader::new(near, language);
    let salutation = reader.read();
    let Reader { cuts, subject, .. } = reader;
    let last = cuts.last().map_or(0, |(at, _)| *at);
    let end = salutation.unwrap_or(text.len().min(last + LONGEST_SUBJECT));
    let starts = [(0, Field::Rest)].into_iter().chain(cuts.iter().copied());
    let ends = cuts.iter().map(|(at, _)| *at).chain([end]);
    let lines = starts.zip(ends).map(|((start, field), end)| (field, start..end));
    let mut head = Head { lines: lines.filter(|(_, span)| !span.is_empty()).collect(), body: salutation };
    match subject {
        Some(start) if salutation.is_none() => head.end_subject(text, start, language),
        Some(_) => {}
        None => head.drop_open_list(text),
    }
    head.drop_doubtful_list(text);
    Some(head)
}

impl Head {
    /// Whether the lines that the paragraph has are not those of the letterhead: several fields begin inside of lines, and
    /// a subject or a salutation is among them, or little else.
    ///
    /// If words are glued together, one field inside of a line is enough.
    pub(super) fn is_flattened(&self, text: &str, line_starts: &[usize], is_glued: bool) -> bool {
        let fields = || self.lines.iter().filter(|(field, _)| field.is_of_letterhead());
        let inside = fields().filter(|(_, span)| !line_starts.contains(&span.start)).count();
        let is_head = match self.body {
            Some(_) => fields().count() >= FEWEST_FIELDS,
            None => self.has_little_else(text),
        };
        is_head && inside + usize::from(is_glued) >= 2 && (inside + 1) * 2 > fields().count()
    }

    /// Whether at most half of the text is in no field.
    fn has_little_else(&self, text: &str) -> bool {
        let rest = self.lines.iter().filter(|(field, _)| *field == Field::Rest);
        let rest: usize = rest.map(|(_, span)| span.len()).sum();
        rest * 2 <= text.len() && !text.ends_with(['.', '。'])
    }

    /// The lines of each paragraph.
    pub(super) fn paragraphs<'text>(&self, text: &'text str) -> Vec<Vec<&'text str>> {
        let mut paragraphs: Vec<Vec<&str>> = Vec::new();
        for (field, span) in &self.lines {
            let line = text.get(span.clone()).unwrap_or_default().trim();
            match paragraphs.last_mut() {
                Some(list) if *field == Field::Item => list.push(line),
                _ => paragraphs.push(vec![line]),
            }
        }
        paragraphs
    }

    /// Without a salutation, the subject ends before the first sentence. If no place looks like the beginning of one, the
    /// subject is left out.
    fn end_subject(&mut self, text: &str, start: usize, language: Option<Language>) {
        let rest = text.get(start..).unwrap_or_default();
        let end = match sentence_start(rest, language).filter(|at| *at <= LONGEST_SUBJECT) {
            Some(at) => start + at,
            // A comma at its end is that of a salutation in other words.
            None if rest.len() <= LONGEST_SUBJECT && !rest.trim_end().ends_with(COMMAS) => return,
            None => start,
        };
        self.lines.retain(|(_, span)| span.start < end);
        if end == start {
            self.lines.pop_if(|(field, _)| *field == Field::Subject);
        } else if let Some((_, span)) = self.lines.last_mut() {
            span.end = end;
        }
        self.body = Some(end);
    }

    /// Leaves out recipients behind which a salutation stands and no label of the subject: the subject may be among them.
    fn drop_open_list(&mut self, text: &str) {
        let salutation = self.lines.pop_if(|(field, _)| *field == Field::Salutation);
        if salutation.is_some() || text.ends_with(COMMAS) || text.ends_with(COLONS) {
            while self.lines.pop_if(|(field, _)| field.is_list()).is_some() {}
        }
        self.lines.extend(salutation);
    }

    /// Leaves out recipients that are mixed up with other columns, or with a label that is not known.
    fn drop_doubtful_list(&mut self, text: &str) {
        let colons = |span: &Span| text.get(span.clone()).unwrap_or_default().matches(COLONS).count();
        let is_doubtful = |(field, span): &(Field, Span)| match field {
            Field::Stray => true,
            Field::Item => colons(span) > 0,
            field => field.is_list() && colons(span) > 1,
        };
        if self.lines.iter().any(is_doubtful) {
            self.lines.retain(|(field, _)| !field.is_list() && *field != Field::Stray);
        }
    }
}

/// The start of the first sentence in a text that begins with something else: a number of a paragraph before a capital,
/// or one of the commonest words of the language with a capital in front of a small letter.
fn sentence_start(text: &str, language: Option<Language>) -> Option<usize> {
    let dates = dates::find(text, language);
    word_starts(text).skip(1).find(|at| {
        let (before, rest) = text.split_at_checked(*at).unwrap_or_default();
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let is_date = dates.iter().any(|date| date.range.contains(at));
        let is_first = word.trim_end_matches(['.', ')']) == "1" && after.starts_with(is_capital) && !is_date;
        let is_common = || language.is_some_and(vocabulary::is_common_word(&word.to_ascii_lowercase()));
        let is_open = before.trim_end().ends_with(|c: char| {
            is_bullet(c) || COMMAS.contains(&c) || COLONS.contains(&c) || matches!(c, '(' | '"' | '«' | '/')
        });
        let begins_sentence = word.starts_with(is_capital) && after.starts_with(is_small) && !is_open;
        is_first || begins_sentence && is_common()
    })
}
