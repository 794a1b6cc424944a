//! What is wrong or uncertain in a letter: a place, a reason, and what to do.
//!
//! Bad input is never an error that stops the reader: the text is shown all the same, and a diagnostic says what could
//! not be understood. Publishers see diagnostics; readers do not.

use std::fmt;
use std::ops::Range;

/// A stretch of the source, in bytes.
pub type Span = Range<usize>;

/// One thing that a publisher should know about a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing it is.
    pub code: Code,
    /// Where it is: bytes of the source. Empty, at the start, where the letter as a whole is meant.
    pub span: Span,
}

/// The kinds of diagnostics. Their names are stable: scripts may rely on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// The text is empty, or nothing but white space.
    Empty,
    /// The text has none of the marks of a letter: it is shown as it is.
    NotALetter,
    /// The language could not be told from the text.
    UnknownLanguage,
    /// The text is a letter in another language than the one that was given for it.
    OtherLanguage,
    /// The text has marks that stand for bytes that are not UTF-8.
    NotUtf8,
    /// The letter has no reference.
    NoReference,
    /// The letter has no date that could be read.
    NoDate,
    /// The letter has no subject.
    NoSubject,
    /// The letter names no addressees.
    NoAddressees,
    /// Nobody signs the letter.
    NoSignatory,
    /// The letter has a reference of a form that is not known, and so no id.
    UnknownReference,
    /// Words and numbers that look like a date name a day that the calendar lacks.
    ImpossibleDate,
    /// A link leads nowhere, or where no page may lead.
    DeadLink,
    /// A picture has no text that stands for it.
    PictureWithoutText,
    /// Nobody knows where the cited document is.
    UnresolvedCitation,
    /// It cannot be told for sure which document is cited.
    AmbiguousCitation,
    /// A link leads to another document than its words name.
    ContradictoryLink,
    /// Another version of the letter says another fact.
    Divergence,
    /// Another version of the letter lacks the paragraph.
    UnpairedParagraph,
    /// Lists or quotations stand in one another so deep that the inner ones are shown as plain text.
    TooDeep,
}

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Mend it before publishing.
    Error,
    /// Look at it before publishing.
    Warning,
}

/// A place in a text as people count: lines, and characters in a line, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Place {
    /// The place of a byte of the source.
    pub fn of(source: &str, byte: usize) -> Self {
        let before = source.get(..byte).unwrap_or(source);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(line_start..).unwrap_or_default().chars().count() + 1;
        Self { line: before.bytes().filter(|byte| *byte == b'\n').count() + 1, column }
    }
}

impl Code {
    /// The stable name: `no-date`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotALetter => "not-a-letter",
            Self::UnknownLanguage => "unknown-language",
            Self::OtherLanguage => "other-language",
            Self::NotUtf8 => "not-utf-8",
            Self::NoReference => "no-reference",
            Self::NoDate => "no-date",
            Self::NoSubject => "no-subject",
            Self::NoAddressees => "no-addressees",
            Self::NoSignatory => "no-signatory",
            Self::UnknownReference => "unknown-reference",
            Self::DeadLink => "dead-link",
            Self::PictureWithoutText => "picture-without-text",
            Self::ImpossibleDate => "impossible-date",
            Self::UnresolvedCitation => "unresolved-citation",
            Self::AmbiguousCitation => "ambiguous-citation",
            Self::ContradictoryLink => "contradictory-link",
            Self::Divergence => "divergence",
            Self::UnpairedParagraph => "unpaired-paragraph",
            Self::TooDeep => "too-deep",
        }
    }

    /// How much it matters.
    pub const fn severity(self) -> Severity {
        match self {
            Self::Empty | Self::NotALetter | Self::ImpossibleDate | Self::NotUtf8 => Severity::Error,
            Self::UnknownLanguage
            | Self::OtherLanguage
            | Self::NoReference
            | Self::NoDate
            | Self::NoSubject
            | Self::NoAddressees
            | Self::NoSignatory
            | Self::UnknownReference
            | Self::DeadLink
            | Self::PictureWithoutText
            | Self::UnresolvedCitation
            | Self::AmbiguousCitation
            | Self::ContradictoryLink
            | Self::Divergence
            | Self::UnpairedParagraph
            | Self::TooDeep => Severity::Warning,
        }
    }

    /// What is wrong, in one sentence.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Empty => "the file has no text",
            Self::NotALetter => "the text has neither a reference nor a date, addressees or a subject",
            Self::UnknownLanguage => {
                "the text is in none of the six official languages, or too short to tell"
            }
            Self::OtherLanguage => "the letter is in another language than the one given for it",
            Self::NotUtf8 => "the text is not in UTF-8: some letters are lost from here on",
            Self::NoReference => "the letter has no reference",
            Self::NoDate => "the letter has no date",
            Self::NoSubject => "the letter has no subject",
            Self::NoAddressees => "the letter names no addressees",
            Self::NoSignatory => "the letter does not say who signs it",
            Self::UnknownReference => "the reference is in none of the known series",
            Self::DeadLink => "the link leads nowhere",
            Self::PictureWithoutText => "the picture has no text that stands for it",
            Self::ImpossibleDate => "the calendar does not have this day",
            Self::UnresolvedCitation => "no address of the cited document is known",
            Self::AmbiguousCitation => "it cannot be told which document is cited",
            Self::ContradictoryLink => "the link leads to another document than its words name",
            Self::Divergence => "another version of the letter says otherwise",
            Self::UnpairedParagraph => "another version of the letter has no such paragraph",
            Self::TooDeep => "lists or quotations are nested too deep to be shown as such",
        }
    }

    /// What the publisher can do about it, in one sentence.
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Empty => "put the letter into the file",
            Self::NotALetter => "check that this is the right file; it will be shown as it is",
            Self::UnknownLanguage => "name the language with --language, or in the element's lang attribute",
            Self::OtherLanguage => "name the right language, or none",
            Self::NotUtf8 => "save the file as UTF-8",
            Self::NoReference => "add a line with the reference, such as “Ref.: Circular letter CL-20/43”",
            Self::NoDate => "add a line with place and date, such as “Geneva, 5 October 2020”",
            Self::NoSubject => "add a line such as “Subject: World Telecommunication Day”",
            Self::NoAddressees => "add a line such as “To the Administrations of Member States of the Union”",
            Self::NoSignatory => "add the name and the title at its end, in lines of their own",
            Self::UnknownReference => {
                "check the reference; without a known one the letter has no id, and nothing can lead to it"
            }
            Self::DeadLink => {
                "give the address of the page, or take the link away; it is shown as plain text"
            }
            Self::PictureWithoutText => "describe the picture between its square brackets",
            Self::ImpossibleDate => "correct the date; until then it counts as none",
            Self::UnresolvedCitation => {
                "link the words to the document, or add it to the catalogue; they are shown without a link"
            }
            Self::AmbiguousCitation => {
                "name who adopted or issued it, with city and year or date; it is shown without a link"
            }
            Self::ContradictoryLink => {
                "correct the link or the words; the link is kept, and the reader warned"
            }
            Self::Divergence => {
                "compare both with the original; which of them is right cannot be told from here"
            }
            Self::UnpairedParagraph => {
                "compare both with the original; the paragraph stands beside an empty place"
            }
            Self::TooDeep => "use fewer levels; the inner ones are shown as plain text",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}
