//! The numbers of paragraphs: those by which a page addresses them, which are the same in all versions, and those that the
//! letter itself gives.

use std::fmt;

use super::parts::Role;
use crate::text::characters::is_space;
use crate::text::tree::{Block, BlockKind};

/// The longest own number, in bytes: “10.11.12”.
const LONGEST: usize = 8;

/// The number of a paragraph, which is a block of the body or of an annex. As text, it is the name of its place in a page:
/// `p3`, `annex-2-p3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ParagraphNumber {
    /// The number of the annex, from 1; `None` in the body.
    pub annex: Option<usize>,
    /// The number of the paragraph there, from 1.
    pub number: usize,
}

impl ParagraphNumber {
    /// The number in the body, if it is one of the body.
    pub fn in_body(self) -> Option<usize> {
        Some(self.number).filter(|_| self.annex.is_none())
    }

    /// The paragraph whose place has the name.
    pub fn of_place(name: &str) -> Option<Self> {
        let (annex, number) = match name.strip_prefix("annex-") {
            Some(rest) => {
                let (annex, number) = rest.split_once('-')?;
                (Some(annex.parse().ok()?), number)
            }
            None => (None, name),
        };
        Some(Self { annex, number: number.strip_prefix('p')?.parse().ok()? })
    }
}

impl fmt::Display for ParagraphNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.annex {
            Some(annex) => write!(f, "annex-{annex}-p{}", self.number),
            None => write!(f, "p{}", self.number),
        }
    }
}

/// Counts the paragraphs of a letter, part by part.
#[derive(Clone, Copy, Default)]
pub(crate) struct Counter {
    /// The paragraphs of the body so far.
    body: usize,
    /// The headings of annexes so far.
    pub(crate) annexes: usize,
    /// The paragraphs of the current annex so far.
    annex: usize,
}

impl Counter {
    /// The number of the next part, if it is a paragraph.
    pub(crate) fn next(&mut self, role: Role) -> Option<ParagraphNumber> {
        match role {
            Role::AnnexHeading => {
                self.annexes += 1;
                self.annex = 0;
                None
            }
            Role::Body => {
                self.body += 1;
                Some(ParagraphNumber { annex: None, number: self.body })
            }
            Role::Annex if self.annexes > 0 => {
                self.annex += 1;
                Some(ParagraphNumber { annex: Some(self.annexes), number: self.annex })
            }
            _ => None,
        }
    }
}

/// The number that the letter itself gives the paragraph: “2.1”, or “1–3” for a list of several. `place` is its number among
/// the others.
pub(crate) fn own_number(block: &Block, place: usize) -> Option<String> {
    if let BlockKind::List { items, .. } = &block.kind {
        let (first, last) = (items.first()?.number?, items.last()?.number?);
        return Some(if last == first { first.to_string() } else { format!("{first}–{last}") });
    }
    let text = block.lines().first()?.plain();
    let (word, _) = text.trim_start().split_once(is_space)?;
    let number = word.trim_end_matches(['.', ')', '）']);
    let is_number = number.len() <= LONGEST
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    // “15 March” begins with a number too: a bare one that is greater than that of the place is none of the letter.
    let is_marked = || number.len() < word.len() || number.contains('.');
    let is_possible = || number.parse::<usize>().is_ok_and(|number| number <= place);
    (is_number && (is_marked() || is_possible())).then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_a_paragraph_has_its_number_and_its_annex() {
        for (place, annex, number) in [("p3", None, 3), ("annex-2-p14", Some(2), 14)] {
            let paragraph = ParagraphNumber { annex, number };
            assert_eq!(paragraph.to_string(), place);
            assert_eq!(ParagraphNumber::of_place(place), Some(paragraph));
        }
        for place in ["", "p", "q3", "annex-2", "annex-p3", "annex-2-r3", "annex-x-p3"] {
            assert_eq!(ParagraphNumber::of_place(place), None, "{place}");
        }
    }

    #[test]
    fn the_own_number_of_a_paragraph_is_the_one_that_the_letter_gives() {
        let text = "CL-25/117\n\nSubject: A specimen\n\nDear Sir,\n\n1. First.\n\n2. Second.\n\n15 March is a day.\n\n3 Third.\n\n\
                    2.1\u{a0}A part.\n\n4) Fourth.\n\nPlain.\n\n1 A new count.\n";
        let letter = crate::letter::read(text, None);
        let body = letter.parts.iter().filter(|part| part.role == Role::Body);
        let numbers: Vec<_> =
            body.zip(1..).map(|(part, place)| own_number(&part.block, place).unwrap_or_default()).collect();
        assert_eq!(numbers, ["1", "2", "", "3", "2.1", "4", "", "1"]);
    }
}
