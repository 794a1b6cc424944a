//! Facts, and the facts of a segment.

use crate::diagnostic::Span;
use crate::ids::{Date, DocumentId, Language};
use crate::letter::SegmentKind;

/// A statement of a text that does not change with the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A document is cited.
    Citation(DocumentId),
    /// A day is named; a range of days is two.
    Date(Date),
    /// A day is named without its year.
    Day {
        /// From 1 to 12.
        month: u8,
        /// From 1.
        day: u8,
    },
    /// An address of the web or of a mailbox, without the parts that name a language.
    Address(String),
    /// A telephone or telefax number, in digits.
    Phone(String),
    /// Any other number.
    Number(String),
}

/// The kinds of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactKind {
    /// A citation.
    Citation,
    /// A date.
    Date,
    /// An address of the web or of a mailbox.
    Address,
    /// A telephone or telefax number.
    Phone,
    /// A number.
    Number,
}

/// A fact and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFact {
    /// The fact.
    pub fact: Fact,
    /// Its words, as the reader sees them.
    pub text: String,
    /// Its place in the source, in bytes.
    pub span: Span,
    /// Its notation.
    pub notation: Notation,
}

/// The notation of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// In digits, or by a name.
    Plain,
    /// An hour, in digits.
    Hour,
    /// A number in words: the same word may be a number in one language and not in another.
    Words,
}

/// The facts of a segment of a letter, and its structure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentFacts {
    /// The kind of segment.
    pub kind: SegmentKind,
    /// Its facts, in the order of the text.
    pub facts: Vec<FoundFact>,
    /// The length of its running text, in characters; a Chinese one counts as three, about the number
    /// of letters with the same meaning.
    pub length: usize,
    /// The number that the letter itself gives it: “2.1”.
    pub number: Option<String>,
    /// The structure of its text.
    pub shape: Shape,
    /// Its place in the source, in bytes.
    pub span: Span,
}

/// The structure of a segment, as far as a translator keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Running text, in a paragraph or a quotation.
    Text,
    /// A heading.
    Heading,
    /// A list, with the number of its items.
    List(usize),
    /// A table, with the number of its rows.
    Table(usize),
    /// Anything else.
    Other,
}

/// The facts of a version of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterFacts {
    /// The language of the version.
    pub language: Option<Language>,
    /// The facts of each segment, in the order of [`Letter::segments`](crate::letter::Letter::segments).
    pub segments: Vec<SegmentFacts>,
}

impl Fact {
    /// The kind of fact.
    pub const fn kind(&self) -> FactKind {
        match self {
            Self::Citation(_) => FactKind::Citation,
            Self::Date(_) | Self::Day { .. } => FactKind::Date,
            Self::Address(_) => FactKind::Address,
            Self::Phone(_) => FactKind::Phone,
            Self::Number(_) => FactKind::Number,
        }
    }
}

impl Fact {
    /// A hash of the fact: facts with the same hash are the same.
    pub(crate) fn key(&self) -> u64 {
        let text = match self {
            Self::Citation(id) => id.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Day { month, day } => format!("{month}-{day}"),
            Self::Address(text) | Self::Phone(text) | Self::Number(text) => text.clone(),
        };
        key_of(&[self.kind().name(), &text])
    }
}

/// A hash of the words (FNV-1a, 64 bits).
pub(crate) fn key_of(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes());
    bytes.fold(0xCBF2_9CE4_8422_2325, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

impl FactKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Citation, Self::Date, Self::Address, Self::Phone, Self::Number];

    /// The name in JSON and in the output of the command.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Citation => "citation",
            Self::Date => "date",
            Self::Address => "address",
            Self::Phone => "phone",
            Self::Number => "number",
        }
    }
}
