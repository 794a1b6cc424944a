//! The record: one version of a letter as data.
//!
//! It holds what the file alone says: the letter's metadata, the tree of its page, its citations as a reader of its own
//! language would have them resolved, its facts and dates, its outline, and what a publisher should look at. It has no
//! word in a language of the interface, and nothing that only a site knows, such as what other letters do to this one.
//! `docs/record.md` describes each member, `package/record.schema.json` is its JSON Schema.
//!
//! A record is made, never edited: the same text gives the same bytes, in the command and in a browser. It is one JSON
//! object in one line. The members are in the order in which a program that shows the letter needs them, so that a
//! long letter can be shown while its record is still being written: [`write()`] gives the text in parts.

mod citations;
mod facts;
mod kinds;
mod outline;
mod reading;

pub use reading::{Heading, Record, Remark, described, facts, outline, own_numbers};

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Places};
use crate::export::{self, Members, Value};
use crate::facts::key_of;
use crate::ids::Language;
use crate::letter::{Letter, ParagraphNumber, SegmentKind};
use crate::page::{self, Place, Setting};
use crate::resolver::{self, Reference, Sources};
use crate::text::json::write_string;
use crate::version::Version;

/// The version of the format. A program that meets another reads the letter from its `source`.
pub const FORMAT: usize = 2;

/// The number of segments in a part of a long record.
const IN_PART: usize = 1000;

/// The record of a version. `text` is the Markdown that it was read from, `source` the address of that text, relative to
/// the record.
pub fn to_json(version: &Version, text: &str, source: &str) -> String {
    let mut json = String::new();
    write(version, text, source, &mut |part| json.push_str(part));
    json
}

/// Writes the record in parts, in order: concatenated, they are the text of [`to_json`]. The first has everything that
/// the beginning of the letter needs to be shown. Each but the last ends after an item of a list: a segment, a citation, the
/// facts of a segment.
pub fn write(version: &Version, text: &str, source: &str, take: &mut dyn FnMut(&str)) {
    let letter = version.letter();
    let language = letter.metadata.language.unwrap_or(Language::English);
    let sources = Sources { catalogue: None, entries: &[], language };
    let references = resolver::resolve(&letter.metadata.letterhead, version.citations().to_vec(), sources);
    let writer = Writer { version, letter, references: &references, text, places: Places::of(text) };
    let mut json = format!("{{\"version\":{FORMAT},\"source\":");
    write_string(&mut json, source);
    json.push_str(",\"digest\":");
    write_string(&mut json, &digest(text));
    json.push_str(",\"name\":");
    write_string(&mut json, &letter.name());
    json.push_str(",\"letter\":");
    metadata(letter).write_compact(&mut json);
    json.push_str(",\"segments\":[");
    let count = letter.segments().len();
    // A letter without segments has a first part too.
    for start in (0..count.max(1)).step_by(IN_PART) {
        writer.segments(start..count.min(start + IN_PART), &mut json);
        take(&json);
        json.clear();
    }
    json.push(']');
    writer.rest(&mut json, take);
    json.push_str("}\n");
    take(&json);
}

/// The mark of a letter that stands in a page: it says of which record it is, by the version of the format and the digest of
/// the Markdown.
pub fn mark(text: &str) -> String {
    format!("{FORMAT} {}", digest(text))
}

/// A digest of the Markdown (FNV-1a, 64 bits): it tells versions of a text apart, and proves nothing.
fn digest(text: &str) -> String {
    format!("{:016x}", key_of(&[text]))
}

/// What the letter says about itself: the keys of `circulars read`, and for each annex the number of its heading.
fn metadata(letter: &Letter) -> Value {
    let mut metadata = export::metadata(letter);
    if let Value::Object(members) = &mut metadata {
        let annexes = members.iter_mut().find(|(name, _)| *name == "annexes");
        if let Some((_, Value::List(annexes))) = annexes {
            for (written, annex) in annexes.iter_mut().zip(&letter.metadata.annexes) {
                if let (Value::Object(members), Some(heading)) = (written, annex.heading) {
                    members.push(("heading", Value::Number(heading)));
                }
            }
        }
    }
    metadata
}

/// What the members of a record are written from.
struct Writer<'version> {
    version: &'version Version,
    letter: &'version Letter,
    references: &'version [Reference],
    text: &'version str,
    places: Places,
}

impl Writer<'_> {
    /// The segments of the range, each after a comma but the first of the letter.
    fn segments(&self, range: Range<usize>, json: &mut String) {
        let setting = Setting { wording: None, place: Place::Main, references_before: 0 };
        let pieces = page::some_segments(self.letter, self.references, setting, range.clone());
        let segments = self.letter.segments().iter().skip(range.start);
        for (index, (segment, nodes)) in (range.start..).zip(segments.zip(&pieces)) {
            if index > 0 {
                json.push(',');
            }
            json.push_str("{\"kind\":\"");
            json.push_str(kinds::name(segment.kind));
            json.push('"');
            let number = match segment.kind {
                SegmentKind::Paragraph(ParagraphNumber { number, .. })
                | SegmentKind::AnnexHeading(number) => Some(number),
                _ => None,
            };
            if let Some(number) = number {
                json.push_str(&format!(",\"number\":{number}"));
            }
            json.push_str(",\"nodes\":");
            json.push_str(&page::to_json(nodes));
            json.push('}');
        }
    }

    /// The members after the segments, long lists in parts. Those without a value are absent.
    fn rest(&self, json: &mut String, take: &mut dyn FnMut(&str)) {
        let members = [
            ("citations", citations::list(self)),
            ("dead", citations::dead_links(self)),
            ("outline", outline::list(self.letter)),
            ("facts", facts::list(self)),
            ("diagnostics", self.letter.diagnostics.iter().map(|it| self.diagnostic(it)).collect()),
        ];
        for (name, values) in members {
            if values.is_empty() {
                continue;
            }
            json.push_str(",\"");
            json.push_str(name);
            json.push_str("\":");
            for (number, part) in values.chunks(IN_PART).enumerate() {
                json.push(if number > 0 { ',' } else { '[' });
                for (index, value) in part.iter().enumerate() {
                    json.push_str(if index > 0 { "," } else { "" });
                    value.write_compact(json);
                }
                if values.len() > IN_PART {
                    take(json);
                    json.clear();
                }
            }
            json.push(']');
        }
    }

    fn diagnostic(&self, diagnostic: &Diagnostic) -> Value {
        let code = diagnostic.code;
        let mut members = Members::new();
        members.text("code", Some(code.name())).shown("severity", Some(&code.severity()));
        self.add_place(diagnostic.span.start, &mut members);
        members.object()
    }

    /// Adds the members that say where a byte of the text is: its line, and its character in the line, both from 1.
    fn add_place(&self, byte: usize, members: &mut Members) {
        let place = self.places.place(self.text, byte);
        members.number("line", Some(place.line)).number("column", Some(place.column));
    }
}
