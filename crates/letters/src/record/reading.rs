//! Reads a record, for programs that show a letter and have not read its Markdown.
//!
//! A record that somebody else has made can hold anything: a value that cannot be read is left out, as if the letter did
//! not have it. What is on the page is not read here; its nodes stay as they are.

use super::{FORMAT, kinds};
use crate::citation::{Citation, CitingPart};
use crate::diagnostic::{Code, Place};
use crate::facts::{Fact, FactKind, FoundFact, LetterFacts, Notation, SegmentFacts, Shape};
use crate::ids::{Date, Instant, Language};
use crate::letter::{
    Annex, Contact, DateKind, KeyDate, Letterhead, Metadata, ParagraphNumber, SegmentKind, Signatory, Status,
};
use crate::text::json::Json;
use crate::text::passage::PassageId;

/// What a record says, without the nodes of the page and without its [facts].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The address of the Markdown, relative to the record.
    pub source: String,
    /// The name of the letter; empty if it has none.
    pub name: String,
    /// What the letter says about itself. Its issuer is not identified, and its dates have no place in a text.
    pub metadata: Metadata,
    /// The kind of each segment.
    pub segments: Vec<SegmentKind>,
    /// Its citations, to be resolved for a reader. They have no place in a passage, and the span of each is its number.
    pub citations: Vec<Citation>,
    /// The titles of the cited documents and their languages, where they are known; one for each citation.
    pub titles: Vec<Option<(String, Language)>>,
    /// The places of the citations in the Markdown.
    pub places: Vec<Place>,
    /// The words of the letter's own links that lead nowhere.
    pub dead: Vec<String>,
    /// What the publisher should look at.
    pub remarks: Vec<Remark>,
}

/// What the publisher of a letter should look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The kind of diagnostic.
    pub code: Code,
    /// Its place in the Markdown.
    pub place: Place,
}

impl Record {
    /// Reads a record. None if it is in another version of the format, or none at all; and if a citation cannot be read,
    /// because the page counts them.
    pub fn read(json: &impl Json) -> Option<Self> {
        let (metadata, name) = described(json)?;
        let cited = elements(json, "citations");
        let citations = cited.iter().enumerate().filter_map(|(number, json)| citation(number, json));
        let citations: Vec<Citation> = citations.collect();
        if citations.len() != cited.len() {
            return None;
        }
        let remarks = list(json, "diagnostics", |remark| {
            let name = text(remark, "code")?;
            let code = Code::ALL.iter().find(|code| code.name() == name)?;
            Some(Remark { code: *code, place: place(remark) })
        });
        Some(Self {
            source: text(json, "source").unwrap_or_default(),
            name,
            segments: segments(json),
            citations,
            titles: cited.iter().map(title).collect(),
            places: cited.iter().map(place).collect(),
            dead: list(json, "dead", |link| text(link, "text")),
            metadata,
            remarks,
        })
    }

    /// Whether the text is a circular letter. If not, it is shown as it is.
    pub fn is_letter(&self) -> bool {
        self.remarks.iter().all(|remark| remark.code != Code::NotALetter)
    }
}

/// What the letter of a record says about itself, and its name, which is empty if it has none. None if it is in another version
/// of the format, or none at all.
pub fn described(json: &impl Json) -> Option<(Metadata, String)> {
    let is_known = json.member("version")?.count()? == FORMAT;
    let metadata = metadata(&json.member("letter").filter(|_| is_known)?);
    Some((metadata, text(json, "name").unwrap_or_default()))
}

/// The facts of a record. Their spans have no place in a text: each is the number of its place among those that are
/// given with the facts.
pub fn facts(json: &impl Json) -> (LetterFacts, Vec<Place>) {
    let mut places = Vec::new();
    let kinds = segments(json);
    let of_segments = elements(json, "facts");
    let of_segments = kinds.iter().zip(&of_segments);
    let segments = of_segments.map(|(kind, segment)| segment_facts(*kind, segment, &mut places)).collect();
    let language = json.member("letter").and_then(|letter| language(&letter, "language"));
    (LetterFacts { language, segments }, places)
}

/// A heading that has a place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its words; of an annex with those of its title.
    pub text: String,
    /// Its level, from 1.
    pub level: usize,
    /// The name of the place.
    pub place: String,
}

/// The headings of the body and of the annexes that have a place, in the order of the text.
pub fn outline(json: &impl Json, metadata: &Metadata) -> Vec<Heading> {
    list(json, "outline", |heading| {
        let (words, place) = (text(heading, "text")?, text(heading, "place")?);
        let annex = place.strip_prefix("annex-").and_then(|number| number.parse::<usize>().ok());
        let annex = metadata.annexes.iter().find(|known| annex.is_some() && known.heading == annex);
        let words = [Some(words), annex.and_then(|annex| annex.title.clone())];
        let words: Vec<String> = words.into_iter().flatten().collect();
        Some(Heading { text: words.join(" – "), level: count(heading, "level")?, place })
    })
}

/// The paragraphs that the letter itself numbers, in order, with those numbers. `segments` are the kinds of its segments.
pub fn own_numbers(json: &impl Json, segments: &[SegmentKind]) -> Vec<(ParagraphNumber, String)> {
    let facts = elements(json, "facts");
    let numbers = segments.iter().zip(&facts);
    numbers.filter_map(|(kind, facts)| Some((kind.paragraph()?, text(facts, "number")?))).collect()
}

fn segments(json: &impl Json) -> Vec<SegmentKind> {
    let mut annex = 0;
    list(json, "segments", |segment| {
        let name = text(segment, "kind").unwrap_or_default();
        let kind = kinds::kind(&name, count(segment, "number"), annex);
        if let SegmentKind::AnnexHeading(number) = kind {
            annex = number;
        }
        Some(kind)
    })
}

fn metadata(json: &impl Json) -> Metadata {
    let signatory = json.member("signatory");
    Metadata {
        language: language(json, "language"),
        status: text(json, "status").and_then(|code| Status::from_code(&code)).unwrap_or_default(),
        letterhead: Letterhead {
            issuer: text(json, "issuer"),
            issued_by: None,
            unit: text(json, "unit"),
            place: text(json, "place"),
            date: date(json, "date"),
            references: texts(json, "references"),
            ids: list(json, "ids", |id| id.text()?.parse().ok()),
            contacts: list(json, "contact", |contact| Some(self::contact(contact))),
            addressees: texts(json, "addressees"),
            copies: texts(json, "copies"),
        },
        subject: texts(json, "subject"),
        salutation: text(json, "salutation"),
        closing: text(json, "closing"),
        signed: json.member("signed").is_some_and(|signed| signed.is_true()),
        signatory: signatory.map(|json| Signatory { name: text(&json, "name"), title: text(&json, "title") }),
        annexes: list(json, "annexes", |annex| Some(self::annex(annex))),
        key_dates: list(json, "dates", key_date),
    }
}

fn contact(json: &impl Json) -> Contact {
    Contact {
        name: text(json, "name"),
        phones: texts(json, "phone"),
        faxes: texts(json, "fax"),
        emails: texts(json, "email"),
    }
}

fn annex(json: &impl Json) -> Annex {
    Annex { number: text(json, "number"), title: text(json, "title"), heading: count(json, "heading") }
}

fn key_date(json: &impl Json) -> Option<KeyDate> {
    let (first, last) = days(json)?;
    Some(KeyDate {
        text: text(json, "text")?,
        span: 0..0,
        first,
        last,
        around: text(json, "around").unwrap_or_default(),
        paragraph: paragraph(json),
        kind: DateKind::from_code(&text(json, "kind")?)?,
        about: text(json, "about"),
        asked: text(json, "asked"),
        until: text(json, "until").and_then(|instant| Instant::from_iso(&instant)),
        replaces: json.member("replaces").as_ref().and_then(days),
    })
}

fn citation(number: usize, json: &impl Json) -> Option<Citation> {
    let part = text(json, "in")?;
    Some(Citation {
        text: text(json, "text")?,
        span: number..number + 1,
        id: text(json, "id")?.parse().ok()?,
        may_be_reversed: json.member("reversible").is_some_and(|flag| flag.is_true()),
        part: CitingPart::ALL.into_iter().find(|known| known.name() == part)?,
        paragraph: paragraph(json),
        passage: PassageId::default(),
        range: 0..0,
        destination: text(json, "link"),
    })
}

/// The paragraph at the place.
fn paragraph(json: &impl Json) -> Option<ParagraphNumber> {
    ParagraphNumber::of_place(&text(json, "place")?)
}

/// The title of the cited document, and its language.
fn title(json: &impl Json) -> Option<(String, Language)> {
    Some((text(json, "title")?, text(json, "titleLanguage")?.parse().ok()?))
}

fn segment_facts(kind: SegmentKind, json: &impl Json, places: &mut Vec<Place>) -> SegmentFacts {
    places.push(place(json));
    let number_of_place = places.len() - 1;
    let items = count(json, "count").unwrap_or_default();
    let shape = match text(json, "shape").as_deref() {
        Some("text") => Shape::Text,
        Some("heading") => Shape::Heading,
        Some("list") => Shape::List(items),
        Some("table") => Shape::Table(items),
        _ => Shape::Other,
    };
    SegmentFacts {
        kind,
        facts: list(json, "facts", |fact| found(fact, places)),
        length: count(json, "length").unwrap_or_default(),
        number: text(json, "number"),
        shape,
        span: number_of_place..number_of_place + 1,
    }
}

fn found(json: &impl Json, places: &mut Vec<Place>) -> Option<FoundFact> {
    let kind = text(json, "kind")?;
    let kind = FactKind::ALL.into_iter().find(|known| known.name() == kind)?;
    let fact = fact(kind, text(json, "value")?)?;
    let notation = match text(json, "notation").as_deref() {
        Some("hour") => Notation::Hour,
        Some("words") => Notation::Words,
        _ => Notation::Plain,
    };
    places.push(place(json));
    let span = places.len() - 1..places.len();
    Some(FoundFact { fact, text: text(json, "text").unwrap_or_default(), span, notation })
}

fn fact(kind: FactKind, value: String) -> Option<Fact> {
    Some(match kind {
        FactKind::Citation => Fact::Citation(value.parse().ok()?),
        FactKind::Date => match value.strip_prefix("--") {
            Some(day) => {
                let (month, day) = day.split_once('-')?;
                Fact::Day { month: month.parse().ok()?, day: day.parse().ok()? }
            }
            None => Fact::Date(Date::from_iso(&value)?),
        },
        FactKind::Address => Fact::Address(value),
        FactKind::Phone => Fact::Phone(value),
        FactKind::Number => Fact::Number(value),
    })
}

fn place(json: &impl Json) -> Place {
    let number = |name| count(json, name).unwrap_or(1);
    Place { line: number("line"), column: number("column") }
}

/// The first and the last day.
fn days(json: &impl Json) -> Option<(Date, Date)> {
    Some((date(json, "first")?, date(json, "last")?))
}

fn date(json: &impl Json, name: &str) -> Option<Date> {
    Date::from_iso(&text(json, name)?)
}

fn language(json: &impl Json, name: &str) -> Option<Language> {
    let code = text(json, name)?;
    Language::ALL.into_iter().find(|language| language.code() == code)
}

fn text(json: &impl Json, name: &str) -> Option<String> {
    json.member(name)?.text()
}

fn count(json: &impl Json, name: &str) -> Option<usize> {
    json.member(name)?.count()
}

fn texts(json: &impl Json, name: &str) -> Vec<String> {
    list(json, name, |item| item.text())
}

/// The items of a list that can be read.
fn list<J: Json, T>(json: &J, name: &str, read: impl FnMut(&J) -> Option<T>) -> Vec<T> {
    elements(json, name).iter().filter_map(read).collect()
}

fn elements<J: Json>(json: &J, name: &str) -> Vec<J> {
    json.member(name).map(|list| list.elements()).unwrap_or_default()
}
