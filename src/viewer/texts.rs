//! The texts of a letter's versions: which are needed, and which have been read. Each is read once.

use std::cell::{OnceCell, RefCell};
use std::ops::Deref;
use std::rc::{Rc, Weak};

use super::failure::Failure;
#[cfg(all(test, not(target_arch = "wasm32")))]
use crate::browser::JsValue;
use crate::browser::json;
use letters::alignment::{self, Pairing};
use letters::citation::Citation;
use letters::diagnostic::{Place, Span};
use letters::facts::LetterFacts;
use letters::ids::Language;
use letters::letter::ParagraphNumber;
use letters::record::{self, Record};

/// The maximum number of segments of a letter that the browser lays out at once.
const MOST_SET: usize = 1000;

/// The source of a text, as the loader knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// What tells it from others.
    pub(super) key: String,
    /// The address; none where the page has named none, or has given the text.
    pub(super) address: Option<String>,
    /// The language of the text, where it is known.
    pub(super) language: Option<Language>,
}

/// A letter that has been read: its record. Letters are compared by identity, not by their words.
#[derive(Clone)]
pub(super) struct ReadLetter(Rc<Delivered>);

/// A letter, and the address that it came from.
struct Delivered {
    record: Record,
    /// The record as the browser has it, with the nodes of the page.
    json: json::Value,
    address: Option<String>,
    facts: OnceCell<Facts>,
    /// The paragraphs that the letter itself numbers, in order, with those numbers.
    numbers: OnceCell<Vec<(ParagraphNumber, String)>>,
    /// The versions that it has been paired with.
    pairings: RefCell<Vec<(Weak<Delivered>, Rc<Pairing>)>>,
}

/// The facts of a letter, with the places that their spans number.
struct Facts {
    facts: LetterFacts,
    places: Vec<Place>,
}

impl PartialEq for ReadLetter {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for ReadLetter {}

impl Deref for ReadLetter {
    type Target = Record;

    fn deref(&self) -> &Record {
        &self.0.record
    }
}

impl ReadLetter {
    /// Reads a record. One that the viewer does not understand is a failure.
    pub(super) fn read(json: json::Value, source: &Source) -> Result<Self, Failure> {
        let record = Record::read(&json).ok_or(Failure::WrongType)?;
        Ok(Self(Rc::new(Delivered {
            record,
            json,
            address: source.address.clone(),
            facts: OnceCell::new(),
            numbers: OnceCell::new(),
            pairings: RefCell::default(),
        })))
    }

    /// Reads Markdown, where no browser is there.
    #[cfg(all(test, not(target_arch = "wasm32")))]
    pub(super) fn of_markdown(markdown: &str, source: &Source) -> Self {
        let version = letters::Version::read(markdown, source.language);
        let letter = version.letter();
        let record = Record {
            metadata: letter.metadata.clone(),
            segments: letter.segments().iter().map(|segment| segment.kind).collect(),
            citations: version.citations().to_vec(),
            ..Record::default()
        };
        Self(Rc::new(Delivered {
            record,
            json: json::Value(JsValue::UNDEFINED),
            address: source.address.clone(),
            facts: OnceCell::from(Facts { facts: version.facts().clone(), places: Vec::new() }),
            numbers: OnceCell::new(),
            pairings: RefCell::default(),
        }))
    }

    /// The record as the browser has it.
    pub(super) fn json(&self) -> &json::Value {
        &self.0.json
    }

    /// Its language.
    pub(super) fn language(&self) -> Option<Language> {
        self.metadata.language
    }

    /// Its citations; a text that is no letter has none.
    pub(super) fn citations(&self) -> &[Citation] {
        if self.is_letter() { &self.citations } else { &[] }
    }

    /// The address that it came from.
    pub(super) fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// Its facts, read on first use.
    pub(super) fn facts(&self) -> &LetterFacts {
        &self.known_facts().facts
    }

    /// The number by which readers know the paragraph: the one that the letter gives it, or else that of its place.
    pub(super) fn number_of(&self, paragraph: ParagraphNumber) -> String {
        let numbers = self.0.numbers.get_or_init(|| record::own_numbers(&self.0.json, &self.segments));
        let own = numbers.binary_search_by(|(known, _)| known.cmp(&paragraph)).ok();
        let own = own.and_then(|at| numbers.get(at)).map(|(_, number)| number.clone());
        own.unwrap_or_else(|| paragraph.number.to_string())
    }

    /// The place of a fact in the Markdown.
    pub(super) fn place_of(&self, span: &Span) -> Place {
        let place = self.known_facts().places.get(span.start).copied();
        place.unwrap_or(Place { line: 1, column: 1 })
    }

    fn known_facts(&self) -> &Facts {
        self.0.facts.get_or_init(|| {
            let (facts, places) = record::facts(&self.0.json);
            Facts { facts, places }
        })
    }

    /// The alignment of its pieces with those of another version, computed on first use.
    pub(super) fn pairing(&self, other: &Self) -> Rc<Pairing> {
        let align = || Rc::new(alignment::align(self.facts(), other.facts()));
        let Ok(mut known) = self.0.pairings.try_borrow_mut() else { return align() };
        known.retain(|(version, _)| version.strong_count() > 0);
        let found = known.iter().find(|(version, _)| version.as_ptr() == Rc::as_ptr(&other.0));
        if let Some((_, pairing)) = found {
            return Rc::clone(pairing);
        }
        let pairing = align();
        known.push((Rc::downgrade(&other.0), Rc::clone(&pairing)));
        pairing
    }
}

/// The letter that was read, or the failure.
pub(super) type Outcome = Result<ReadLetter, Failure>;

/// The texts that have arrived.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Texts(Rc<Vec<(Source, Outcome)>>);

impl Texts {
    pub(super) fn get(&self, source: &Source) -> Option<&Outcome> {
        self.0.iter().find(|(its_source, _)| its_source == source).map(|(_, outcome)| outcome)
    }

    /// The letter at the source, if it has arrived.
    pub(super) fn letter(&self, source: &Source) -> Option<&ReadLetter> {
        self.get(source)?.as_ref().ok().filter(|letter| letter.is_letter())
    }

    /// Adds the outcome for the source.
    pub(super) fn push(&mut self, source: Source, outcome: Outcome) {
        Rc::make_mut(&mut self.0).push((source, outcome));
    }

    /// Drops the texts for which the condition is false.
    pub(super) fn retain(&mut self, is_kept: impl Fn(&Source, &Outcome) -> bool) {
        Rc::make_mut(&mut self.0).retain(|(source, outcome)| is_kept(source, outcome));
    }
}

/// The texts that are needed now, and those that may be next.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Demand {
    /// Those that are shown.
    pub(super) needed: Vec<Source>,
    /// Those that may be needed next. They are kept once they have been read.
    pub(super) related: Vec<Source>,
    /// Whether the related ones are fetched now.
    pub(super) ahead: Ahead,
}

/// Whether related texts are prefetched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ahead {
    /// They are.
    Fetched,
    /// Not yet, or never.
    #[default]
    Left,
}

impl Demand {
    /// Whether the text is needed, or may be wanted next.
    pub(super) fn names(&self, source: &Source) -> bool {
        self.needed.contains(source) || self.related.contains(source)
    }

    /// The texts to fetch now, each once.
    pub(super) fn sources(&self) -> Vec<&Source> {
        let related = self.related.iter().filter(|_| self.ahead == Ahead::Fetched);
        let mut sources: Vec<&Source> = Vec::new();
        for source in self.needed.iter().chain(related) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }
}

/// The progress of the requested letter.
#[derive(Clone, PartialEq)]
pub(super) enum Reading {
    /// It is loading.
    Loading,
    /// It has been read.
    Shown(ReadLetter),
    /// It cannot be shown.
    Failed(Failure),
    /// The list of all letters is requested.
    List,
}

impl Reading {
    /// The reason why no letter is shown, if it is known.
    pub(super) fn failure(&self) -> Option<Failure> {
        match self {
            Self::Shown(text) if !text.is_letter() => Some(Failure::NotALetter),
            Self::Failed(failure) => Some(*failure),
            Self::Shown(_) | Self::Loading | Self::List => None,
        }
    }
}

/// Whether one of the versions is so long that the browser should not lay out what is out of sight.
pub(super) fn is_long(versions: &[ReadLetter]) -> bool {
    versions.iter().any(|version| version.segments.len() > MOST_SET)
}
