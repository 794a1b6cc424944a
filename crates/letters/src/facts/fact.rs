//! What a fact is, and what a segment says in facts.

use crate::diagnostic::Span;
use crate::ids::{Date, DocumentId, Language};
use crate::letter::SegmentKind;

/// Something that a text says and that does not change with the language.
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

/// A fact, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFact {
    /// The fact.
    pub fact: Fact,
    /// Its words, as the reader sees them.
    pub text: String,
    /// Its place in the source, in bytes.
    pub span: Span,
    /// How it is written.
    pub notation: Notation,
}

/// How a fact is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// In digits, or by a name.
    Plain,
    /// An hour, in digits.
    Hour,
    /// A number in words: what is one in one language may be none in another.
    Words,
}

/// What a segment of a letter says in facts, and how it is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentFacts {
    /// What the segment is.
    pub kind: SegmentKind,
    /// Its facts, in the order of the text.
    pub facts: Vec<FoundFact>,
    /// The length of its running text, in characters; one of Chinese counts as three, which is about how many letters say the same.
    pub length: usize,
    /// The number that the letter itself gives it: “2.1”.
    pub number: Option<String>,
    /// How its text is built.
    pub shape: Shape,
    /// Its place in the source, in bytes.
    pub span: Span,
}

/// How a segment is built, as far as a translator keeps it.
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
    /// Those of each segment, in the order of [`Letter::segments`].
    pub segments: Vec<SegmentFacts>,
}

impl Fact {
    /// What kind of fact it is.
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
    /// A number that stands for the fact: two facts with the same are the same.
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

/// A number that stands for the words (FNV-1a, 64 bits).
pub(crate) fn key_of(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes());
    bytes.fold(0xCBF2_9CE4_8422_2325, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

impl FactKind {
    /// The name in JSON and in what the command says.
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
