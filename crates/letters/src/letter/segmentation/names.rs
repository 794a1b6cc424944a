//! Names and titles of signatories.

use super::super::labels::label;
use super::super::meanings::Opening;
use super::super::vocabulary;
use super::candidate::Candidate;
use super::formulas::{LONGEST_SHORT_LINE, opens};
use crate::ids::Language;
use crate::text::characters::{COLONS, COMMAS, is_alphabetic, is_capital, is_han, is_small, is_space};
use crate::text::scanning::clean;

/// The longest name, in characters.
const LONGEST_NAME: usize = 60;

/// The maximum number of words of a name in one line with a title.
const MOST_WORDS: usize = 5;

/// The maximum number of lines of a signature.
pub(super) const MOST_LINES: usize = 5;

/// The index of the line that begins like a signatory's title, if the block may be a signature.
pub(super) fn title_line(candidate: &Candidate, language: Option<Language>) -> Option<usize> {
    let lines = candidate.lines();
    let may_be_signed = lines.len() <= MOST_LINES
        && lines.iter().all(|line| {
            let text = clean(&line.plain);
            text.chars().count() <= LONGEST_SHORT_LINE
                && !text.ends_with(['.', '。', ';', ':', '：', ','])
                && label(&text, language).is_none()
        });
    let title = || lines.iter().position(|line| opens(&line.plain, Opening::Title, language));
    may_be_signed.then(title).flatten()
}

/// “Ada Specimen, Director”.
pub(super) fn is_name_and_title(text: &str, language: Option<Language>) -> bool {
    let name = title_behind_name(text, language).and_then(|at| text.get(..at));
    text.chars().count() <= LONGEST_SHORT_LINE
        && !text.ends_with(['.', '。', ':', ';', ','])
        && name.is_some_and(|name| is_name(name) && name.split(' ').count() <= MOST_WORDS)
}

/// Short text without digits or punctuation.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= LONGEST_NAME
        && !text.contains(|c: char| {
            c.is_ascii_digit() || COLONS.contains(&c) || matches!(c, ';' | '。' | '?' | '!')
        })
        && !text.ends_with('.')
}

/// “Ada Specimen, Director”: the length of the name and the comma, in bytes.
pub(super) fn title_behind_name(text: &str, language: Option<Language>) -> Option<usize> {
    let opens_title = |at: &usize| text.get(*at..).is_some_and(|rest| opens(rest, Opening::Title, language));
    let mut commas = text.match_indices(COMMAS).map(|(at, comma)| at + comma.len());
    // Without a comma, after a name of at least two words.
    let mut words = text.match_indices(' ').skip(1).map(|(at, space)| at + space.len());
    let title =
        commas.find(opens_title).or_else(|| glued_title(text, language)).or_else(|| words.find(opens_title));
    title.or_else(|| chinese_title(text, language))
}

/// The start of a Chinese title after a name and a space: “王样本 电信标准化局主任”.
fn chinese_title(text: &str, language: Option<Language>) -> Option<usize> {
    let (name, title) = text.split_once(is_space).filter(|_| language == Some(Language::Chinese))?;
    let is_title = |at: usize| {
        let rest = title.get(at..).unwrap_or_default();
        vocabulary::opening(rest, Opening::Title, language) == Some(rest.len())
    };
    let is_name = (2..=4).contains(&name.chars().count()) && name.chars().all(is_han);
    let ends_with_title = title.char_indices().any(|(at, _)| is_title(at));
    (is_name && ends_with_title).then_some(text.len() - title.len())
}

/// The start of a title that a converter has joined to a name of at least two words: “Ada SPECIMENDirector”.
fn glued_title(text: &str, language: Option<Language>) -> Option<usize> {
    let mut characters = text.char_indices().zip(text.chars().skip(1)).skip(1);
    let mut before = text.chars().next()?;
    characters.find_map(|((at, c), next)| {
        let is_start = is_alphabetic(before) && is_capital(c) && is_small(next);
        before = c;
        let (name, title) = text.split_at_checked(at).filter(|_| is_start)?;
        (name.contains(' ') && opens(title, Opening::Title, language)).then_some(at)
    })
}

/// The start of the name, in bytes, in a line that has the title first, as in Chinese: “主任 李在摄”.
pub(super) fn name_behind_title(text: &str, language: Option<Language>) -> Option<usize> {
    if language != Some(Language::Chinese) {
        return None;
    }
    vocabulary::opening(text.trim_start(), Opening::Title, language)?;
    let at = text.rfind(is_space)?;
    let name = text.get(at..)?.trim();
    let is_name = (2..=4).contains(&name.chars().count())
        && vocabulary::opening(name, Opening::Title, language).is_none();
    is_name.then_some(at)
}
