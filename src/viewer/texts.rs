//! The texts of a letter's versions: which are needed, and which have been read. Each is read once.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::{Rc, Weak};

use super::failure::Failure;
use letters::Version;
use letters::alignment::{self, Pairing};
use letters::citation::Citation;
use letters::facts::LetterFacts;
use letters::ids::Language;
use letters::letter::Letter;

/// The maximum number of parts of a letter that the browser lays out at once.
const MOST_SET: usize = 1000;

/// The source of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// The text itself, where the page has given it.
    pub(super) given: Option<Rc<str>>,
    /// The address; none where the page has named none.
    pub(super) address: Option<String>,
    /// The language of the text, where it is known.
    pub(super) language: Option<Language>,
}

/// A letter that has been read. Letters are compared by identity, not by their words.
#[derive(Clone)]
pub(super) struct ReadLetter(Rc<Delivered>);

/// A letter, with the text that it was read from and the address that the text came from.
struct Delivered {
    version: Version,
    text: String,
    address: Option<String>,
    /// The versions that it has been paired with.
    pairings: RefCell<Vec<(Weak<Delivered>, Rc<Pairing>)>>,
}

impl PartialEq for ReadLetter {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for ReadLetter {}

impl Deref for ReadLetter {
    type Target = Letter;

    fn deref(&self) -> &Letter {
        self.0.version.letter()
    }
}

impl ReadLetter {
    /// Reads the letter. An empty text is a failure.
    pub(super) fn read(text: String, source: &Source) -> Result<Self, Failure> {
        let version = Version::read(&text, source.language);
        if version.letter().is_empty() {
            return Err(Failure::Empty);
        }
        let address = source.address.clone();
        Ok(Self(Rc::new(Delivered { version, text, address, pairings: RefCell::default() })))
    }

    /// The text that it was read from.
    pub(super) fn source(&self) -> &str {
        &self.0.text
    }

    /// Its citations, found on first use.
    pub(super) fn citations(&self) -> &[Citation] {
        if self.is_letter() { self.0.version.citations() } else { &[] }
    }

    /// The address that it came from.
    pub(super) fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// Its facts, found on first use.
    pub(super) fn facts(&self) -> &LetterFacts {
        self.0.version.facts()
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
    versions.iter().any(|version| version.parts.len() > MOST_SET)
}
