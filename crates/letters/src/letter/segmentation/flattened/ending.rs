//! The lines at the end of a letter that is one paragraph.

use super::super::super::labels::label;
use super::super::super::meanings::{Label, Opening};
use super::super::super::vocabulary;
use super::super::formulas::{LONGEST_SHORT_LINE, is_closing_complete, opens};
use super::super::line_text::word_starts;
use super::super::names::{is_name_and_title, name_behind_title};
use crate::ids::Language;
use crate::text::characters::{
    COLONS, COMMAS, digit, is_alphabetic, is_alphanumeric, is_bullet, is_capital, is_small, is_space,
};

/// The longest end of a letter, from its closing or signature on, in bytes.
const LONGEST: usize = 1_500;

/// The longest closing formula, in bytes.
const LONGEST_CLOSING: usize = 400;

/// The body, the closing, the signature and the lists behind it: the lines of each paragraph.
pub(super) fn paragraphs(text: &str, language: Option<Language>) -> Vec<Vec<&str>> {
    let near = text.ceil_char_boundary(text.len().saturating_sub(LONGEST));
    let closing = closing(text, near, language);
    let (end, lists) = lists(text, closing.map_or(near, |(_, end)| end), language);
    let letter = text.get(..end).unwrap_or(text);
    let mut paragraphs = Vec::new();
    let body = match closing {
        Some((start, end)) => {
            let after = letter.get(end..).unwrap_or_default().trim_start();
            let mark = vocabulary::signed_mark(after, language).unwrap_or(0);
            let (mark, name) = after.split_at_checked(mark).unwrap_or(("", after));
            paragraphs.extend([letter.get(start..end).unwrap_or_default(), mark, name.trim()]);
            start
        }
        None => {
            let start = signature(letter, near, language);
            paragraphs.extend(start.and_then(|start| letter.get(start..)));
            start.unwrap_or(end)
        }
    };
    // What follows the closing and is no name with a title is not read.
    paragraphs.pop_if(|name| {
        let name = name.trim();
        let is_signature = is_name_and_title(name, language) || name_behind_title(name, language).is_some();
        name.contains(|c| digit(c).is_some()) || !is_signature
    });
    let body = [vec![letter.get(..body).unwrap_or_default()]];
    body.into_iter().chain(paragraphs.into_iter().map(|line| vec![line])).chain(lists).collect()
}

/// The end of the letter before the lists of annexes and recipients, and the labelled lines from there on.
fn lists(text: &str, from: usize, language: Option<Language>) -> (usize, Vec<Vec<&str>>) {
    let mut starts: Vec<(usize, bool)> = Vec::new();
    for at in word_starts(text).filter(|at| *at >= from) {
        let rest = text.get(at..).unwrap_or_default();
        let found = label(rest, language)
            .filter(|found| rest.get(..found.length).is_some_and(|label| label.contains(COLONS)));
        let is_list = found.is_some_and(|found| matches!(found.meaning, Label::Copies | Label::Annexes));
        let is_item = rest.starts_with(is_bullet) && rest.trim_start_matches(is_bullet).starts_with(is_space)
            || text.get(..at).is_some_and(|before| before.trim_end().ends_with([';', '；', '؛']));
        if is_list || !starts.is_empty() && (found.is_some() || is_item) {
            starts.push((at, found.is_some()));
        }
    }
    let ends = starts.iter().map(|(at, _)| *at).skip(1).chain([text.len()]);
    let mut lists: Vec<Vec<&str>> = Vec::new();
    for ((start, is_labelled), end) in starts.iter().zip(ends) {
        let line = text.get(*start..end).unwrap_or_default().trim();
        match lists.last_mut() {
            Some(list) if !is_labelled => list.push(line),
            _ => lists.push(vec![line]),
        }
    }
    // The text of an annex may follow: the list is not read then.
    lists.retain(|list| {
        let is_line =
            |line: &&str| line.contains(is_alphanumeric) && line.chars().count() <= 2 * LONGEST_SHORT_LINE;
        list.iter().all(is_line)
    });
    (starts.first().map_or(text.len(), |(at, _)| *at), lists)
}

/// The start and the end of the closing formula.
fn closing(text: &str, near: usize, language: Option<Language>) -> Option<(usize, usize)> {
    let begins = |at: &usize| {
        let rest = text.get(*at..).unwrap_or_default();
        *at >= near && rest.starts_with(is_initial) && opens(rest, Opening::Closing, language)
    };
    let start = word_starts(text).filter(begins).last()?;
    let rest = text.get(start..)?;
    let near = rest.get(..rest.floor_char_boundary(LONGEST_CLOSING)).unwrap_or(rest);
    let sentence = sentence_ends(near).next();
    let comma = near
        .match_indices(COMMAS)
        .map(|(at, comma)| at + comma.len())
        .find(|end| near.get(..*end).is_some_and(|closing| is_closing_complete(closing, language)));
    // “Veuillez agréer, Madame, Monsieur, l'assurance de ma haute considération.” ends with its sentence.
    let ends = |comma: &usize| {
        let after = near.get(*comma..).unwrap_or_default().trim_start();
        !after.starts_with(is_small) && !opens(after, Opening::Salutation, language)
    };
    let end = comma.filter(ends).or(sentence)?;
    Some((start, start + end))
}

/// A character that may begin a sentence: no small letter.
fn is_initial(c: char) -> bool {
    is_alphabetic(c) && !is_small(c)
}

/// The start of a signature without a closing: a name and a title behind the last sentence.
fn signature(text: &str, near: usize, language: Option<Language>) -> Option<usize> {
    let start = sentence_ends(text).filter(|at| *at >= near).last()?;
    let name = text.get(start..)?.trim();
    (name.chars().count() <= LONGEST_SHORT_LINE && is_name_and_title(name, language)).then_some(start)
}

/// The ends of sentences, in bytes, with their marks: before a space and a capital, and not behind an initial.
fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '。', '!', '！']).filter_map(|(at, mark)| {
        let end = at + mark.len();
        let before = text.get(..at)?;
        let is_initial =
            before.chars().rev().nth(1).is_none_or(|c| c == ' ' || c == '.') && before.ends_with(is_capital);
        let after = text.get(end..)?;
        let is_end = !mark.is_ascii() || after.is_empty() || after.trim_start().len() < after.len();
        (is_end && !is_initial).then_some(end)
    })
}
