//! What the pages of the paper letter left in the text: page numbers, running references, the address at the foot.
//!
//! It is set apart where it stands, between two paragraphs or in the middle of one that went over the page.

use super::super::Part;
use super::super::reference;
use super::super::vocabulary::{self, Opening};
use super::{Divider, LONGEST_SHORT_LINE};
use crate::text::characters::{digit, is_space};
use crate::text::tree::{Block, BlockKind, Line, plain_text};

/// The longest line with the number of a page and the letter's reference, in characters.
const LONGEST_RUNNING_LINE: usize = 80;

/// The longest number of a page, in digits.
const LONGEST_PAGE_NUMBER: usize = 3;

impl Divider {
    /// Whether the block is page furniture. A list is, if it is the number of a page between dashes: “- 2 -”.
    pub(super) fn is_furniture(&self, block: &Block, text: Option<&str>) -> bool {
        match &block.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => {
                !lines.is_empty()
                    && (text.is_some_and(|text| self.is_furniture_line(text))
                        || lines.len() <= 4 && lines.iter().all(|line| self.is_furniture_line(&line.plain())))
            }
            BlockKind::List { items, .. } => match &items[..] {
                [item] => match &item.blocks[..] {
                    [block] => {
                        block.lines().iter().map(Line::plain).enumerate().all(|(index, text)| {
                            let page = text.trim_end_matches(is_dash);
                            if index == 0 {
                                page.len() < text.len() && is_page_number(page)
                            } else {
                                self.is_furniture_line(&text)
                            }
                        }) && !block.lines().is_empty()
                    }
                    _ => false,
                },
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether the line is page furniture: “- 2 -”, “Page 2/3”, “CL-20/43 – 2”, “Place des Nations • CH-1211 Geneva 20”.
    pub(super) fn is_furniture_line(&self, text: &str) -> bool {
        let text = text.trim();
        if text.len() > 4 * LONGEST_SHORT_LINE || text.chars().count() > 2 * LONGEST_SHORT_LINE {
            return false;
        }
        vocabulary::has_page_footer(text)
            || text.starts_with("<!--") && text.ends_with("-->")
            || is_page_number(text.trim_matches(|c| is_dash(c) || is_space(c)))
            || text.chars().count() <= LONGEST_RUNNING_LINE && self.is_page_and_reference(text)
    }

    /// Whether the text is made of the words around a page's number, numbers, and the letter's own reference.
    fn is_page_and_reference(&self, text: &str) -> bool {
        let mut rest = text;
        let mut said = false;
        let mut referred = false;
        loop {
            rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
            if rest.is_empty() {
                return said || referred;
            }
            let digits = rest.chars().take_while(|c| digit(*c).is_some()).count();
            if let Some(length) = vocabulary::opening(rest, Opening::Page, None) {
                said = true;
                rest = rest.get(length..).unwrap_or_default();
            } else if let Some(length) = self.own_reference(rest) {
                referred = true;
                rest = rest.get(length..).unwrap_or_default();
            } else if referred && let Some(word) = vocabulary::series_word(rest, self.language) {
                rest = rest.get(word.length..).unwrap_or_default();
            } else if (1..=LONGEST_PAGE_NUMBER).contains(&digits) {
                rest = rest.trim_start_matches(|c| digit(c).is_some());
            } else {
                return false;
            }
        }
    }

    /// How many bytes the letter's own reference, with the words before it, takes at the start of the text.
    fn own_reference(&self, text: &str) -> Option<usize> {
        let ends = |own: &&String| {
            let mut ends = reference::number_ends(text, self.language);
            ends.find(|end| text.get(..*end).is_some_and(|until| until.ends_with(own.as_str())))
        };
        let of = |own: &String| {
            let end = ends(&own)?;
            let until = text.get(..end)?;
            let words = until.strip_suffix(own.as_str())?;
            let after = text.get(end..)?;
            let rest = after.trim_start_matches(['号', '通', '函']);
            (reference::is_reference(until, self.language) || words.trim().is_empty())
                .then_some(text.len() - rest.len())
        };
        self.own_numbers.iter().filter(|own| text.contains(own.as_str())).filter_map(of).max()
    }
}

/// The numbers in the letter's own reference.
pub(super) fn numbers(part: &Part) -> Vec<String> {
    let text = plain_text(part.block.lines());
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

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '|' | '/')
}
