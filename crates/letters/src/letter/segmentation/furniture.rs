//! Page furniture, left in the text by the pages of the paper letter: page numbers, running references, the address at
//! the foot.
//!
//! It is set apart in its place, between two paragraphs or in the middle of one that crossed a page break.

use super::super::meanings::Opening;
use super::super::parts::{Part, Role};
use super::super::vocabulary;
use super::candidate::Candidate;
use super::formulas::LONGEST_SHORT_LINE;
use crate::grammar::own_reference;
use crate::ids::Language;
use crate::text::characters::{digit, is_alphanumeric, is_dash, is_space};
use crate::text::passage::plain_text;
use crate::text::tree::{Block, BlockKind, Item, Line};

/// The longest line with a page number and the letter's reference, in characters.
const LONGEST_RUNNING_LINE: usize = 80;

/// The maximum number of lines of a block that is page furniture.
const MOST_LINES: usize = 4;

/// The longest page number, in digits.
const LONGEST_PAGE_NUMBER: usize = 3;

/// Recognizes page furniture.
pub(super) struct Furniture {
    language: Option<Language>,
    /// The numbers of the letter itself, which its pages repeat.
    own_numbers: Vec<String>,
}

impl Furniture {
    pub(super) fn new(language: Option<Language>) -> Self {
        Self { language, own_numbers: Vec::new() }
    }

    /// Learns the numbers of the letter from its references.
    pub(super) fn learn_numbers(&mut self, parts: &[Part]) {
        let references = parts.iter().filter(|part| part.role == Role::Reference);
        self.own_numbers = references.flat_map(numbers).collect();
    }

    /// Whether the block is page furniture. A list is furniture if it is a page number between dashes: “- 2 -”.
    pub(super) fn is_block(&self, candidate: &Candidate) -> bool {
        match &candidate.block.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => {
                !lines.is_empty()
                    && (candidate.text.as_deref().is_some_and(|text| self.is_line(text))
                        || lines.len() <= MOST_LINES
                            && candidate.lines().iter().all(|line| self.is_line(&line.plain)))
            }
            BlockKind::List { items, .. } => match &items[..] {
                [Item { blocks, .. }] => match &blocks[..] {
                    [block] => self.is_page_number_in_list(block),
                    _ => false,
                },
                _ => false,
            },
            _ => false,
        }
    }

    /// The first line is the number with its second dash; the first dash became the marker of the list.
    fn is_page_number_in_list(&self, block: &Block) -> bool {
        let mut lines = block.lines().iter().map(Line::plain);
        lines.next().is_some_and(|first| {
            let page = first.trim_end_matches(is_around_page_number);
            page.len() < first.len() && is_page_number(page)
        }) && lines.all(|line| self.is_line(&line))
    }

    /// Whether the line is page furniture: “- 2 -”, “Page 2/3”, “CL-20/43 – 2”, “Place des Nations • CH-1211 Geneva
    /// 20”.
    pub(super) fn is_line(&self, text: &str) -> bool {
        let text = text.trim();
        if text.len() > 4 * LONGEST_SHORT_LINE || text.chars().count() > 2 * LONGEST_SHORT_LINE {
            return false;
        }
        vocabulary::has_page_footer(text)
            || text.starts_with("<!--") && text.ends_with("-->")
            || is_page_number(text.trim_matches(|c| is_around_page_number(c) || is_space(c)))
            || text.chars().count() <= LONGEST_RUNNING_LINE && self.is_page_and_reference(text)
    }

    /// Whether the text consists of words around a page number, numbers, and the letter's own reference.
    fn is_page_and_reference(&self, text: &str) -> bool {
        let mut rest = text;
        let (mut has_page_word, mut has_reference) = (false, false);
        loop {
            rest = rest.trim_start_matches(|c: char| !is_alphanumeric(c));
            if rest.is_empty() {
                return has_page_word || has_reference;
            }
            let digits = rest.chars().take_while(|c| digit(*c).is_some()).count();
            if let Some(length) = vocabulary::opening(rest, Opening::Page, None) {
                has_page_word = true;
                rest = rest.get(length..).unwrap_or_default();
            } else if let Some(length) = self.own_reference(rest) {
                has_reference = true;
                rest = rest.get(length..).unwrap_or_default();
            } else if has_reference && let Some(length) = own_reference::first_word(rest, self.language) {
                rest = rest.get(length..).unwrap_or_default();
            } else if (1..=LONGEST_PAGE_NUMBER).contains(&digits) {
                rest = rest.trim_start_matches(|c| digit(c).is_some());
            } else {
                return false;
            }
        }
    }

    /// The length in bytes of the letter's own reference at the start of the text, with the words before it.
    fn own_reference(&self, text: &str) -> Option<usize> {
        let length = |own: &String| {
            let mut ends = own_reference::number_ends(text, self.language);
            let end = ends.find(|end| text.get(..*end).is_some_and(|until| until.ends_with(own.as_str())))?;
            let until = text.get(..end)?;
            let words = until.strip_suffix(own.as_str())?;
            let after = text.get(end..)?;
            let rest = after.trim_start_matches(['号', '通', '函']);
            (own_reference::is_reference(until, self.language) || words.trim().is_empty())
                .then_some(text.len() - rest.len())
        };
        self.own_numbers.iter().filter(|own| text.contains(own.as_str())).filter_map(length).max()
    }
}

/// The numbers in a reference of the letter.
fn numbers(reference: &Part) -> Vec<String> {
    let text = plain_text(reference.block.lines());
    text.split(is_space)
        .map(|word| word.trim_matches(|c: char| !c.is_ascii_alphanumeric()).to_owned())
        .filter(|word| word.contains(|c: char| c.is_ascii_digit()))
        .collect()
}

/// “2”, “2/3”.
fn is_page_number(text: &str) -> bool {
    let text = text.trim();
    let text = text.split_once('/').filter(|(_, all)| is_page_number(all)).map_or(text, |(page, _)| page);
    (1..=LONGEST_PAGE_NUMBER).contains(&text.chars().count()) && text.chars().all(|c| digit(c).is_some())
}

const fn is_around_page_number(c: char) -> bool {
    is_dash(c) || matches!(c, '|' | '/')
}
