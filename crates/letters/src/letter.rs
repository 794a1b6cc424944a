//! Reads a circular letter.
//!
//! [`read`] takes any text and always gives a [`Letter`]: the whole text, in the order of the source, divided into
//! [parts](Part) by role; the metadata, taken from those parts; and [diagnostics](Diagnostic) for the publisher.
//! Nothing is corrected, dropped or reordered.
//!
//! The steps, each in a module of its own: [`markdown`] parses the source into the tree of [`text`](crate::text);
//! [`detection`] recognizes the language; [`segmentation`] divides the text into parts by the [labels] and the
//! [vocabulary] of the languages; [`extraction`] takes the values from the parts, with the help of
//! [`own_reference`](crate::grammar::own_reference) and [`dates`](crate::dates); [`outline`] holds the counts of the
//! whole letter, [`segments`] groups the parts that are shown as one, and [`key_dates`] finds the events and deadlines.

mod annexes;
mod contacts;
mod detection;
mod entries;
mod extraction;
mod front_matter;
mod html_block;
mod key_dates;
mod labels;
mod markdown;
mod meanings;
mod named_contacts;
pub(crate) mod numbering;
mod outline;
mod parts;
mod segmentation;
mod segments;
#[rustfmt::skip]
mod tables;
mod types;
mod vocabulary;

pub use crate::ids::Issuer;
pub use numbering::ParagraphNumber;
pub use outline::{Footnote, Outline};
pub use parts::{Part, Role};
pub use segments::{Segment, SegmentKind};
pub use types::{Annex, Contact, DateKind, KeyDate, Letter, Letterhead, Metadata, Signatory, Status};

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::ids::Language;
use crate::text::passage::{Passages, plain_text};
use crate::text::presentation_forms;
use crate::text::tree::{Block, BlockKind, Line};
use meanings::Opening;

/// The language of a text, if it can be detected.
pub fn language_of(text: &str) -> Option<Language> {
    detection::language(text)
}

/// The first characters of other kinds of files, decoded as text: PDF; ZIP, including Word; Word 97–2003; PNG; gzip.
const SIGNATURES: [&str; 5] =
    ["%PDF-", "PK\u{3}\u{4}", "\u{fffd}\u{fffd}\u{11}\u{871}", "\u{fffd}PNG", "\u{1f}\u{fffd}"];

/// In a text, at most one in this many characters is null: converters leave a few.
const CHARACTERS_PER_NULL: usize = 1_000;

/// Whether the text is a file of another kind: it begins with a signature, or has too many null characters for a text.
pub fn is_binary(text: &str) -> bool {
    let nulls = text.bytes().filter(|byte| *byte == 0).count();
    SIGNATURES.iter().any(|signature| text.starts_with(signature))
        || nulls > 0 && nulls * CHARACTERS_PER_NULL > text.chars().count()
}

/// The text of a file, without its byte order mark. Bytes that are not UTF-8 become replacement characters, which
/// [`read`] reports; a file with the byte order mark of UTF-16 is decoded as UTF-16.
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

/// The source without the marks that converters leave, of the same length in bytes, and the place of each mark: front
/// matter, comments, attributes, bookmarks. [`read`] sets them apart, with a diagnostic for each.
pub fn without_converter_marks(source: &str) -> (Cow<'_, str>, Vec<Span>) {
    markdown::without_marks(source)
}

/// The text with letters in the place of the presentation forms of Arabic, as [`read`] shows it.
pub fn without_presentation_forms(text: &str) -> Cow<'_, str> {
    presentation_forms::without_forms(text)
}

/// The minimum number of words of a line whose loss is reported: shorter ones are headings, such as “TELEFAX”.
const FEWEST_WORDS: usize = 3;

/// Reads a letter from Markdown. If no language is given, it is detected; if the text is not a letter in the given
/// language but is one in the detected language, the detected one is used and a diagnostic reports it.
///
/// A byte order mark is not part of the text: spans count from after it.
pub fn read(source: &str, language: Option<Language>) -> Letter {
    let mut diagnostics = Vec::new();
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.trim().is_empty() {
        diagnostics.push(Diagnostic { code: Code::Empty, span: 0..0 });
        let metadata = Metadata { language, ..Metadata::default() };
        return Letter { metadata, diagnostics, ..Letter::default() };
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
    let letter = from_blocks(source, blocks, language.or(detected), diagnostics.clone());
    let mut letter = match alternative {
        Some(blocks) if !letter.is_letter() => {
            diagnostics.push(Diagnostic { code: Code::OtherLanguage, span: 0..0 });
            let alternative = from_blocks(source, blocks, other, diagnostics);
            if alternative.is_letter() { alternative } else { letter }
        }
        _ => letter,
    };
    // A line end may stand for a separator of several bytes, and a place may begin within it.
    let spans = letter.diagnostics.iter_mut().map(|diagnostic| &mut diagnostic.span);
    for span in spans.chain(letter.metadata.key_dates.iter_mut().map(|date| &mut date.span)) {
        *span = source.floor_char_boundary(span.start)..source.ceil_char_boundary(span.end);
    }
    letter
}

fn from_blocks(
    source: &str,
    mut blocks: Vec<Block>,
    language: Option<Language>,
    mut diagnostics: Vec<Diagnostic>,
) -> Letter {
    let status = take_status(&mut blocks, language);
    let divided = segmentation::divide(blocks, language);
    let head = divided.head.clone();
    let mut letter = extraction::extract(divided, language, &mut diagnostics);
    front_matter::consult(&mut letter, source, &mut diagnostics);
    if let Some((status, part)) = status {
        letter.metadata.status = status;
        letter.parts.insert(0, part);
    }
    letter.passages = Passages::of(letter.parts.iter().map(|part| &part.block));
    letter.outline = Outline::of(&letter.parts);
    let named = named_contacts::find(&letter);
    letter.metadata.letterhead.contacts.extend(named);
    letter.metadata.key_dates = key_dates::find(&letter, &mut diagnostics);
    if let Some(head) = head {
        letter
            .metadata
            .key_dates
            .retain_mut(|date| date.span.start >= head.end || is_of_subject(date, &letter.metadata.subject));
    }
    check(&letter, &mut diagnostics);
    letter.diagnostics = diagnostics;
    letter
}

/// Whether a date of a flattened letterhead is one of the subject, which it is then about.
fn is_of_subject(date: &mut KeyDate, subject: &[String]) -> bool {
    let Some(line) = subject.iter().find(|line| line.contains(&date.text)) else { return false };
    date.around.clone_from(line);
    date.about = Some(line.clone());
    date.paragraph = None;
    true
}

/// Takes the first paragraph, if it states the status of the text.
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

/// Reports the text between the first value of the letterhead and the body that is no value.
fn report_unread_lines(letter: &Letter, diagnostics: &mut Vec<Diagnostic>) {
    let is_body = |part: &&Part| matches!(part.role, Role::Salutation | Role::Body | Role::Subject);
    let is_value = |part: &&Part| !matches!(part.role, Role::Other | Role::Union | Role::Status);
    let head = letter.parts.iter().take_while(|part| !is_body(part)).skip_while(|part| !is_value(part));
    for part in head.filter(|part| part.role == Role::Other) {
        let words = plain_text(part.block.lines());
        if words.split(' ').filter(|word| word.chars().count() > 1).count() >= FEWEST_WORDS {
            let span = part.block.lines().iter().find_map(Line::span).unwrap_or_default();
            diagnostics.push(Diagnostic { code: Code::UnreadLine, span });
        }
    }
}

/// Reports what is missing from the letter as a whole.
fn check(letter: &Letter, diagnostics: &mut Vec<Diagnostic>) {
    let has_impossible_date = diagnostics.iter().any(|diagnostic| diagnostic.code == Code::ImpossibleDate);
    let mut report = |code| diagnostics.push(Diagnostic { code, span: 0..0 });
    let head = &letter.metadata.letterhead;
    let marks = [
        !head.references.is_empty(),
        head.date.is_some(),
        !head.addressees.is_empty(),
        !letter.metadata.subject.is_empty(),
        letter.metadata.salutation.is_some(),
        letter.metadata.closing.is_some(),
    ];
    // A single mark can occur in any text: a line with a date, a paragraph that begins with “To”.
    if marks.into_iter().filter(|mark| *mark).count() < 2 {
        report(Code::NotALetter);
        return;
    }
    if letter.metadata.language.is_none() {
        report(Code::UnknownLanguage);
    }
    if head.references.is_empty() {
        report(Code::NoReference);
    }
    if head.date.is_none() && !has_impossible_date {
        report(Code::NoDate);
    }
    if letter.metadata.subject.is_empty() {
        report(Code::NoSubject);
    }
    if head.addressees.is_empty() {
        report(Code::NoAddressees);
    }
    if letter.metadata.signatory.is_none() {
        report(Code::NoSignatory);
    }
    report_unread_lines(letter, diagnostics);
}

#[cfg(test)]
mod tests;
