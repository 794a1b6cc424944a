//! Reads a circular letter.
//!
//! [`read`] takes any text and always gives a [`Letter`]: the whole text, in the order of the source, divided into
//! [parts](Part) by the role that they play; what the letter says about itself, taken from those parts; and
//! [diagnostics](Diagnostic) for the publisher. Nothing is corrected, dropped or reordered.
//!
//! The steps, each in a module of its own: [`markdown`] gives the tree of the [`text`]; [`detection`] tells the language;
//! [`parts`] finds the roles, by the [`forms`] that the languages use; [`values`] takes from the parts what they say, with
//! the help of [`reference`](mod@reference) and [`written_date`]; [`key_dates`] finds the events and deadlines. [`segments`] says what
//! stands together on the page.

mod detection;
mod extraction;
mod html_table;
mod key_dates;
mod markdown;
mod outline;
mod reference;
mod segmentation;
mod segments;
pub(crate) mod vocabulary;

pub use key_dates::KeyDate;
pub use outline::{Footnote, Outline};
pub use segments::{Segment, SegmentKind};
pub use vocabulary::Issuer;

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic};
use crate::ids::Date;
use crate::ids::DocumentId;
use crate::ids::Language;
use crate::text::passage::Passages;
use crate::text::tree::{Block, BlockKind, Line, plain_text};
use vocabulary::Opening;

/// A circular letter in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// The language: the one that was given, or else the one that was detected.
    pub language: Option<Language>,
    /// What kind of text it is, as its first line says.
    pub status: Status,
    /// What the letter says about itself before its text begins.
    pub letterhead: Letterhead,
    /// The lines of the subject.
    pub subject: Vec<String>,
    /// The salutation: “Madame, Monsieur,”.
    pub salutation: Option<String>,
    /// The closing formula.
    pub closing: Option<String>,
    /// Whether the letter bears the mark “(signed)”.
    pub signed: bool,
    /// Who signs.
    pub signatory: Option<Signatory>,
    /// The annexes.
    pub annexes: Vec<Annex>,
    /// The events and deadlines that it states, in the order of the text.
    pub key_dates: Vec<KeyDate>,
    /// The whole text, in the order of the source.
    pub parts: Vec<Part>,
    /// The running text of each passage of the parts.
    pub passages: Passages,
    /// What must be known of the whole before a part of it can be shown.
    pub outline: Outline,
    /// What a publisher should know.
    pub diagnostics: Vec<Diagnostic>,
}

/// What kind of text a letter is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// The text as the Union issued it.
    #[default]
    AsIssued,
    /// A translation that the Union has not made.
    Unofficial,
    /// An invented letter that shows what letters are like.
    Specimen,
}

impl Status {
    const ALL: [Self; 3] = [Self::AsIssued, Self::Unofficial, Self::Specimen];

    /// The code in JSON: `as-issued`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AsIssued => "as-issued",
            Self::Unofficial => "unofficial",
            Self::Specimen => "specimen",
        }
    }

    /// The status with the code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// What a letter says about itself before its text begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The issuer, as written.
    pub issuer: Option<String>,
    /// Which issuer that is.
    pub issued_by: Option<Issuer>,
    /// The unit that wrote the letter: `SG/TSB`.
    pub unit: Option<String>,
    /// The city, as written.
    pub place: Option<String>,
    /// The date.
    pub date: Option<Date>,
    /// The references, each as written, without the words before it: `CL-20/43`.
    pub references: Vec<String>,
    /// The ids of the letter: of those of its references whose form is known.
    pub ids: Vec<DocumentId>,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
    /// To whom the letter goes.
    pub addressees: Vec<String>,
    /// To whom copies go.
    pub copies: Vec<String>,
}

/// Whom to ask about a letter. All values are as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// The person's name.
    pub name: Option<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Telefax numbers.
    pub faxes: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
}

/// Who signs a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signatory {
    /// The name, as written.
    pub name: Option<String>,
    /// The title, as written.
    pub title: Option<String>,
}

/// An annex of a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annex {
    /// Its number or letter, if it has one.
    pub number: Option<String>,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Which of the letter's headings of annexes is its own, from 1; none for one that is only announced.
    pub heading: Option<usize>,
}

/// A part of a letter's text, and the role that it plays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The role.
    pub role: Role,
    /// The label before the text, with its colon: “Téléphone:”.
    pub label: Option<Line>,
    /// The text.
    pub block: Block,
}

/// The role that a part of the text plays in a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The line that says what kind of text it is: a specimen, an unofficial translation.
    Status,
    /// The Union's own name.
    Union,
    /// The line that names the issuer.
    Issuer,
    /// The line with place and date.
    PlaceAndDate,
    /// The reference.
    Reference,
    /// The unit that wrote the letter.
    Unit,
    /// The name of a contact.
    Contact,
    /// A telephone number.
    Phone,
    /// A telefax number.
    Fax,
    /// An e-mail address.
    Email,
    /// Something with a label that is shown and not taken apart: “Action:”, “Page:”.
    Particular,
    /// To whom the letter goes.
    Addressees,
    /// To whom copies go.
    Copies,
    /// The subject.
    Subject,
    /// The salutation.
    Salutation,
    /// A block of the text proper, between salutation or subject and closing.
    Body,
    /// The closing formula.
    Closing,
    /// The mark that the original is signed.
    Signed,
    /// The name of who signs.
    Signatory,
    /// The title of who signs.
    SignatoryTitle,
    /// The list of the annexes, or their number.
    AnnexList,
    /// The heading of an annex.
    AnnexHeading,
    /// The title of an annex, under its heading.
    AnnexTitle,
    /// A block of an annex.
    Annex,
    /// What the pages of the paper letter left in the text: page numbers, running references, addresses.
    Furniture,
    /// Text outside of the letter proper whose role is not known: shown where it stands.
    Other,
}

impl Letter {
    /// Whether the text is a circular letter at all. If not, it is shown as it is.
    pub fn is_letter(&self) -> bool {
        !self.has(Code::NotALetter) && !self.is_empty()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.has(Code::Empty)
    }

    /// The segments of the letter, in the order of its text. Every part is in one of them.
    pub fn segments(&self) -> &[Segment] {
        self.outline.segments()
    }

    /// The parts of a segment.
    pub fn parts_of(&self, segment: &Segment) -> &[Part] {
        self.parts.get(segment.parts.clone()).unwrap_or_default()
    }

    /// The number of blocks between salutation or subject and closing.
    pub fn paragraphs(&self) -> usize {
        self.parts.iter().filter(|part| part.role == Role::Body).count()
    }

    fn has(&self, code: Code) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.code == code)
    }
}

/// The language of a text, where its words tell it.
pub fn language_of(text: &str) -> Option<Language> {
    detection::language(text)
}

/// How files of other kinds begin, decoded as text: PDF; ZIP, and so Word; Word 97–2003; PNG; gzip.
const SIGNATURES: [&str; 5] =
    ["%PDF-", "PK\u{3}\u{4}", "\u{fffd}\u{fffd}\u{11}\u{871}", "\u{fffd}PNG", "\u{1f}\u{fffd}"];

/// In a text, at most one of so many characters is null: converters leave a few.
const CHARACTERS_PER_NULL: usize = 1_000;

/// Whether the text is really a file of another kind: it begins as such a file does, or has more null characters than a text has.
pub fn is_binary(text: &str) -> bool {
    let nulls = text.bytes().filter(|byte| *byte == 0).count();
    SIGNATURES.iter().any(|signature| text.starts_with(signature))
        || nulls > 0 && nulls * CHARACTERS_PER_NULL > text.chars().count()
}

/// The text of a file, without its byte order mark. Bytes that are not UTF-8 become replacement marks, which [`read`] reports; a
/// file that says by its mark that it is in UTF-16 is read as that.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let utf_16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let (pairs, _) = bytes.as_chunks::<2>();
        Cow::Owned(String::from_utf16_lossy(&pairs.iter().map(|pair| unit(*pair)).collect::<Vec<_>>()))
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, text @ ..] => String::from_utf8_lossy(text),
        [0xFF, 0xFE, text @ ..] => utf_16(text, u16::from_le_bytes),
        [0xFE, 0xFF, text @ ..] => utf_16(text, u16::from_be_bytes),
        text => String::from_utf8_lossy(text),
    }
}

/// Reads a letter from Markdown. Where no language is given, it is detected; where the text is a letter in another language
/// than the given one, that is its language, and a diagnostic says so.
///
/// A byte order mark is no part of the text: spans count from behind it.
pub fn read(source: &str, language: Option<Language>) -> Letter {
    let mut diagnostics = Vec::new();
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.trim().is_empty() {
        diagnostics.push(Diagnostic { code: Code::Empty, span: 0..0 });
        return Letter { language, diagnostics, ..Letter::default() };
    }
    if let Some(at) = source.find('\u{fffd}') {
        diagnostics.push(Diagnostic { code: Code::NotUtf8, span: at..at + '\u{fffd}'.len_utf8() });
    }
    if let Some(at) = source.find('\0') {
        diagnostics.push(Diagnostic { code: Code::NullCharacters, span: at..at + 1 });
    }
    let blocks = markdown::read(source, &mut diagnostics);
    let detected = detection::language(source);
    let other = detected.filter(|detected| language.is_some_and(|given| given != *detected));
    let alternative = other.map(|_| blocks.clone());
    let letter = from_blocks(blocks, language.or(detected), diagnostics.clone());
    match alternative {
        Some(blocks) if !letter.is_letter() => {
            diagnostics.push(Diagnostic { code: Code::OtherLanguage, span: 0..0 });
            let alternative = from_blocks(blocks, other, diagnostics);
            if alternative.is_letter() { alternative } else { letter }
        }
        _ => letter,
    }
}

fn from_blocks(
    mut blocks: Vec<Block>,
    language: Option<Language>,
    mut diagnostics: Vec<Diagnostic>,
) -> Letter {
    let status = take_status(&mut blocks, language);
    let parts = segmentation::divide(blocks, language);
    let mut letter = extraction::values(parts, language, &mut diagnostics);
    letter.language = language;
    if let Some((status, part)) = status {
        letter.status = status;
        letter.parts.insert(0, part);
    }
    letter.passages = Passages::of(letter.parts.iter().map(|part| &part.block));
    letter.outline = Outline::of(&letter.parts);
    letter.key_dates = key_dates::find(&letter, &mut diagnostics);
    check(&letter, &mut diagnostics);
    letter.diagnostics = diagnostics;
    letter
}

/// Takes the first line, if it says what kind of text follows.
fn take_status(blocks: &mut Vec<Block>, language: Option<Language>) -> Option<(Status, Part)> {
    let first = blocks.first().filter(|block| matches!(block.kind, BlockKind::Paragraph(_)))?;
    let words = plain_text(first.lines());
    let opens = |opening| vocabulary::opening(&words, opening, language).is_some();
    let status = if opens(Opening::Specimen) {
        Status::Specimen
    } else if opens(Opening::Unofficial) {
        Status::Unofficial
    } else {
        return None;
    };
    Some((status, Part { role: Role::Status, label: None, block: blocks.remove(0) }))
}

/// Says what the letter as a whole lacks.
fn check(letter: &Letter, diagnostics: &mut Vec<Diagnostic>) {
    let has_impossible_date = diagnostics.iter().any(|diagnostic| diagnostic.code == Code::ImpossibleDate);
    let mut say = |code| diagnostics.push(Diagnostic { code, span: 0..0 });
    let head = &letter.letterhead;
    let marks = [
        !head.references.is_empty(),
        head.date.is_some(),
        !head.addressees.is_empty(),
        !letter.subject.is_empty(),
        letter.salutation.is_some(),
        letter.closing.is_some(),
    ];
    // One mark alone occurs in any text: a line with a date, a paragraph that begins with “To”.
    if marks.into_iter().filter(|mark| *mark).count() < 2 {
        say(Code::NotALetter);
        return;
    }
    if letter.language.is_none() {
        say(Code::UnknownLanguage);
    }
    if head.references.is_empty() {
        say(Code::NoReference);
    }
    if head.date.is_none() && !has_impossible_date {
        say(Code::NoDate);
    }
    if letter.subject.is_empty() {
        say(Code::NoSubject);
    }
    if head.addressees.is_empty() {
        say(Code::NoAddressees);
    }
    if letter.signatory.is_none() {
        say(Code::NoSignatory);
    }
}

#[cfg(test)]
mod tests;
