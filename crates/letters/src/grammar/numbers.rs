//! The shapes of numbers, and the numbers of lists.

use std::ops::Range;

use crate::ids::{Body, DocumentId};

/// A number in a list: its spelling, and its place in the text.
#[derive(Clone, Debug)]
pub(super) struct ListedNumber {
    pub(super) number: String,
    pub(super) range: Range<usize>,
    /// The letter, if the number names its series.
    pub(super) letter: Option<DocumentId>,
    /// The edition right after it.
    pub(super) edition: Option<Edition>,
}

impl ListedNumber {
    pub(super) fn new(number: &str, range: Range<usize>) -> Self {
        Self { number: number.to_owned(), range, letter: None, edition: None }
    }
}

/// A document that a number names.
pub(super) struct Named {
    pub(super) id: DocumentId,
    /// Whether the number may be reversed, as converters leave it in Arabic.
    pub(super) may_be_reversed: bool,
}

impl Named {
    /// The document, if the order of its number is certain.
    pub(super) const fn surely(id: DocumentId) -> Self {
        Self { id, may_be_reversed: false }
    }
}

/// The edition in the brackets after the number of a Resolution: “(Rev. Dubai, 2018)”.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Edition {
    /// The body that adopted it, if the brackets name it: “(WRC-15)”.
    pub(super) body: Option<Body>,
    /// The body that met in the city and year between the brackets. A body that the text names counts more.
    pub(super) met: Option<Body>,
    /// Whether several bodies met there: then one that the sentence names is meant.
    pub(super) is_ambiguous: bool,
    /// The year.
    pub(super) year: Option<u16>,
    /// Whether it applies, by the grammar, to all members of the list.
    pub(super) of_all: bool,
    /// Whether it is a revision.
    pub(super) is_revised: bool,
}

/// Whether the text is a whole number, and not zero.
pub(super) fn is_whole(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0') && !number.is_empty()
}

/// Whether the text is a whole number, with zeros before it or not.
pub(super) fn is_digits(number: &str) -> bool {
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits, maybe with a letter after them; the ITU-R counts revisions after a hyphen.
pub(super) fn is_number_of_resolution(number: &str) -> bool {
    let (digits, revision) = number.split_once('-').unwrap_or((number, "1"));
    let digits = digits.strip_suffix(|c: char| c.is_ascii_uppercase()).unwrap_or(digits);
    is_whole(digits) && digits.len() <= 4 && is_whole(revision) && revision.len() <= 4
}

/// `25`, `84A`, `9.7`, `9.11A`, `11.44B.1`.
pub(super) fn is_number_of_provision(number: &str) -> bool {
    let is_part = |part: &str| {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_uppercase());
        part.len() - digits.len() <= 2 && is_whole(digits)
    };
    number.split('.').count() <= 3 && number.split('.').all(is_part)
}

/// `X.509`, `G.984.2`, `SM.328-8`, `V.36bis`.
pub(super) fn is_number_of_recommendation(number: &str) -> bool {
    let (number, revision) = number.split_once('-').unwrap_or((number, "1"));
    let mut parts = number.split('.');
    let is_series = |series: &str| !series.is_empty() && series.bytes().all(|byte| byte.is_ascii_uppercase());
    parts.next().is_some_and(is_series) && parts.all(is_digits) && is_digits(revision)
}

/// n/SG; a revision may follow n after a hyphen.
pub(super) fn number_of_question(text: &str) -> Option<(String, String)> {
    let (number, group) = text.split_once('/')?;
    let digits = number.split('-').next()?.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let is_group = is_whole(group) && group.len() <= 2;
    (is_whole(digits) && digits.len() <= 3 && is_group).then(|| (number.to_owned(), group.to_owned()))
}
