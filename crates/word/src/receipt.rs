//! The receipt: what became of every character of a file.

use std::collections::BTreeMap;
use std::fmt;

/// The most remarks: a file that has more was made to have them.
const MOST_REMARKS: usize = 1_000;

/// What a file holds, and what became of it. The characters of the file, each one of them, are in the Markdown or in one of the
/// lists of what was dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// The Unicode characters of the file: those of its texts (`w:t`, `w:delText`, `m:t`), and one for each symbol, no-break
    /// hyphen, tab and break.
    pub characters: usize,
    /// Those of them that are in the Markdown.
    pub kept: usize,
    /// The characters of the Markdown that the file does not have: marks of Markdown, escapes, automatic numbers, line ends.
    pub added: usize,
    /// What was dropped, by the reason.
    pub dropped: BTreeMap<Dropped, Lost>,
    /// The revisions that were accepted.
    pub accepted: Revisions,
    /// What a publisher should know.
    pub remarks: Vec<Remark>,
}

impl Receipt {
    /// The characters that were dropped.
    pub fn dropped_characters(&self) -> usize {
        self.dropped.values().map(|lost| lost.characters).sum()
    }

    pub(crate) fn drop(&mut self, reason: Dropped, characters: usize, text: &str) {
        if characters == 0 {
            return;
        }
        let lost = self.dropped.entry(reason).or_default();
        lost.characters += characters;
        let text = text.trim();
        if !text.is_empty() {
            lost.texts.push(text.to_owned());
        }
    }

    pub(crate) fn remark(&mut self, remark: Remark) {
        if self.remarks.len() < MOST_REMARKS && !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }
}

/// Characters that were dropped for one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// Their number.
    pub characters: usize,
    /// What they say, where they say something.
    pub texts: Vec<String>,
}

/// Why characters are not in the Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dropped {
    /// Deleted text that had not been accepted as deleted.
    Deleted,
    /// The former place of text that was moved.
    MovedAway,
    /// Comments, with their authors' words.
    Comments,
    /// Text that Word does not show.
    Hidden,
    /// Headers of later pages: numbers of pages, the reference.
    Headers,
    /// Footers of all pages.
    Footers,
    /// The mark of a note at the note itself, which Markdown writes.
    NoteMarks,
    /// Breaks of pages and columns.
    PageBreaks,
    /// Spaces at the ends of lines, and tabs and breaks around nothing.
    Spaces,
    /// The reading of a character (ruby).
    Readings,
    /// Notes that no mark leads to, and the lines between text and notes.
    UnmarkedNotes,
    /// What fields are told to do, and names and paths that they show: of the file, its author, its template.
    Fields,
}

impl Dropped {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deleted => "deleted",
            Self::MovedAway => "moved-away",
            Self::Comments => "comments",
            Self::Hidden => "hidden",
            Self::Headers => "headers",
            Self::Footers => "footers",
            Self::NoteMarks => "note-marks",
            Self::PageBreaks => "page-breaks",
            Self::Spaces => "spaces",
            Self::Readings => "readings",
            Self::UnmarkedNotes => "unmarked-notes",
            Self::Fields => "fields",
        }
    }
}

impl fmt::Display for Dropped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Deleted => "deleted text",
            Self::MovedAway => "text at the place that it was moved from",
            Self::Comments => "comments",
            Self::Hidden => "hidden text",
            Self::Headers => "headers of later pages",
            Self::Footers => "footers",
            Self::NoteMarks => "marks of notes, which Markdown writes",
            Self::PageBreaks => "page breaks",
            Self::Spaces => "spaces that show nothing",
            Self::Readings => "readings over characters",
            Self::UnmarkedNotes => "notes without a mark in the text",
            Self::Fields => "instructions of fields, and names and paths that they show",
        })
    }
}

/// Changes that nobody has accepted or rejected, and comments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revisions {
    /// Inserted stretches, paragraphs and rows.
    pub insertions: usize,
    /// Deleted ones.
    pub deletions: usize,
    /// Stretches that were moved.
    pub moves: usize,
    /// Changes of the formatting.
    pub formats: usize,
    /// Comments.
    pub comments: usize,
}

impl Revisions {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl fmt::Display for Revisions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.insertions, "insertion"),
            (self.deletions, "deletion"),
            (self.moves, "move"),
            (self.formats, "change of format"),
            (self.comments, "comment"),
        ];
        let plural = |(count, name): &(usize, &str)| match (count, *name) {
            (1, name) => format!("1 {name}"),
            (count, "change of format") => format!("{count} changes of format"),
            (count, name) => format!("{count} {name}s"),
        };
        let parts: Vec<String> = counts.iter().filter(|(count, _)| *count > 0).map(plural).collect();
        match parts.split_last() {
            Some((last, [])) => f.write_str(last),
            Some((last, others)) => write!(f, "{} and {last}", others.join(", ")),
            None => f.write_str("no revisions"),
        }
    }
}

/// Something of the file that a publisher should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// An element that is not known; its text is in the Markdown.
    UnknownElement(String),
    /// A link that leads into the house, to a file, or to a program; its words are in the Markdown.
    LinkDropped(String),
    /// A picture without a description.
    PictureWithoutDescription,
    /// A picture in the letterhead: the emblem.
    EmblemDropped,
    /// An object of another program.
    ObjectDropped(String),
    /// Programs in the file.
    MacrosDropped,
    /// A template elsewhere.
    TemplateDropped(String),
    /// A name in the properties of the file.
    NameInProperties(String),
    /// A symbol of a font that is not known, with the font and the number.
    UnknownSymbol(String, u32),
    /// A format of numbers that is not known; the numbers are in digits.
    UnknownNumberFormat(String),
    /// A content control that nobody has filled in, with what it shows: “Click here to enter a date.” The text is kept.
    Unfilled(String),
    /// Text from another file that is joined to this one, of a type that is not read.
    ChunkDropped(String),
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownElement(name) => write!(f, "unknown element {name}: its text is kept"),
            Self::LinkDropped(target) => write!(f, "link to {target}: its words are kept without it"),
            Self::PictureWithoutDescription => {
                f.write_str("picture without a description: it is not in the text")
            }
            Self::EmblemDropped => f.write_str("picture in the letterhead: it is not in the text"),
            Self::ObjectDropped(kind) => write!(f, "embedded object ({kind}): it is not in the text"),
            Self::MacrosDropped => f.write_str("macros: they are not read"),
            Self::TemplateDropped(target) => write!(f, "template at {target}: it is not opened"),
            Self::NameInProperties(name) => write!(f, "name in the properties: {name}"),
            Self::UnknownSymbol(font, code) => {
                write!(f, "symbol {code:X} of the font {font} is not known: it is written as �")
            }
            Self::Unfilled(text) => write!(f, "field that nobody has filled in: “{text}” is kept"),
            Self::UnknownNumberFormat(format) => {
                write!(f, "numbers in the format {format}: they are written in digits")
            }
            Self::ChunkDropped(kind) => {
                write!(f, "text of another file ({kind}) is not read: open the file in Word, and save it")
            }
        }
    }
}

impl Remark {
    /// The name in JSON.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::UnknownElement(_) => "unknown-element",
            Self::LinkDropped(_) => "link-dropped",
            Self::PictureWithoutDescription => "picture-without-description",
            Self::EmblemDropped => "emblem-dropped",
            Self::ObjectDropped(_) => "object-dropped",
            Self::MacrosDropped => "macros-dropped",
            Self::TemplateDropped(_) => "template-dropped",
            Self::NameInProperties(_) => "name-in-properties",
            Self::UnknownSymbol(..) => "unknown-symbol",
            Self::UnknownNumberFormat(_) => "unknown-number-format",
            Self::Unfilled(_) => "unfilled",
            Self::ChunkDropped(_) => "chunk-dropped",
        }
    }

    /// What the remark is about: the name, the address, the kind; empty where its code says all.
    pub fn about(&self) -> String {
        match self {
            Self::UnknownElement(about)
            | Self::LinkDropped(about)
            | Self::ObjectDropped(about)
            | Self::TemplateDropped(about)
            | Self::NameInProperties(about)
            | Self::UnknownNumberFormat(about)
            | Self::Unfilled(about)
            | Self::ChunkDropped(about) => about.clone(),
            Self::UnknownSymbol(font, code) => format!("{font} {code:X}"),
            Self::PictureWithoutDescription | Self::EmblemDropped | Self::MacrosDropped => String::new(),
        }
    }

    /// Whether words of the letter may be missing.
    pub const fn is_loss(&self) -> bool {
        matches!(self, Self::ChunkDropped(_))
    }
}
