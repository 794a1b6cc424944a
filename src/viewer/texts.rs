//! The texts of a letter's versions: fetched when they are needed, read once, and kept as long as the letter is shown.

use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::failure::Failure;
use crate::browser::{HtmlElement, events, fetching, idleness};
use crate::citation::{self, Citation};
use crate::facts::{self, LetterFacts};
use crate::language::Language;
use crate::letter::{self, Letter};

/// The longest text, in bytes, whose other versions are fetched before anybody asks for them.
const LONGEST_AHEAD: usize = 1 << 20;

/// Where a text is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The address; none where the page has named none.
    pub(super) address: Option<String>,
    /// The language of what is there, where it is known.
    pub(super) language: Option<Language>,
}

/// A letter that has been read. The same reading is the same letter: two are not compared word by word.
#[derive(Clone)]
pub(super) struct ReadLetter(Rc<Delivered>);

/// A letter, with the text that it was read from and the address that the text came from.
struct Delivered {
    letter: Letter,
    text: String,
    address: Option<String>,
    citations: OnceCell<Vec<Citation>>,
    facts: OnceCell<LetterFacts>,
}

impl PartialEq for ReadLetter {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for ReadLetter {
    type Target = Letter;

    fn deref(&self) -> &Letter {
        &self.0.letter
    }
}

impl ReadLetter {
    fn read(text: String, source: &Source) -> Result<Self, Failure> {
        let letter = letter::read(&text, source.language);
        if letter.is_empty() {
            return Err(Failure::Empty);
        }
        let address = source.address.clone();
        let (citations, facts) = (OnceCell::new(), OnceCell::new());
        Ok(Self(Rc::new(Delivered { letter, text, address, citations, facts })))
    }

    /// The text that it was read from.
    pub(super) fn source(&self) -> &str {
        &self.0.text
    }

    /// Its citations, found when they are first asked for.
    pub(super) fn citations(&self) -> &[Citation] {
        self.0.citations.get_or_init(|| if self.is_letter() { citation::find(self) } else { Vec::new() })
    }

    /// Its facts, found when they are first asked for.
    pub(super) fn facts(&self) -> &LetterFacts {
        self.0.facts.get_or_init(|| facts::of(self, self.citations()))
    }
}

/// What has come of a text.
type Outcome = Result<ReadLetter, Failure>;

/// The texts that have come.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Texts(Rc<Vec<(Source, Outcome)>>);

impl Texts {
    pub(super) fn get(&self, source: &Source) -> Option<&Outcome> {
        self.0.iter().find(|(its_source, _)| its_source == source).map(|(_, outcome)| outcome)
    }

    /// The letter at the source, if it has come.
    pub(super) fn letter(&self, source: &Source) -> Option<&ReadLetter> {
        self.get(source)?.as_ref().ok().filter(|letter| letter.is_letter())
    }
}

/// Requests on their way, and what has come.
#[derive(Default)]
struct Store {
    texts: Vec<(Source, Outcome)>,
    calls: Vec<(Source, fetching::Call)>,
}

/// The texts at the sources, and how to try once more what has failed.
///
/// What is needed no more is forgotten; an answer to it that is still on its way is called off and can change nothing. A
/// failure of what is fetched `ahead` of its time is nobody's business.
#[hook]
pub(super) fn use_texts(needed: Vec<Source>, ahead: Vec<Source>) -> (Texts, Callback<()>) {
    let texts = use_state(Texts::default);
    let attempt = use_state(|| 0_u32);
    let store = use_mut_ref(Store::default);

    let (set, kept) = (texts.setter(), Rc::clone(&store));
    use_effect_with((needed, ahead, *attempt), move |(needed, ahead, _)| {
        let Ok(mut store) = kept.try_borrow_mut() else { return };
        let is_wanted = |source: &Source| needed.contains(source) || ahead.contains(source);
        let known = store.texts.len();
        // What failed ahead of its time is tried again when it is needed.
        store
            .texts
            .retain(|(source, outcome)| is_wanted(source) && (outcome.is_ok() || needed.contains(source)));
        let has_forgotten = known != store.texts.len();
        store.calls.retain(|(source, _)| is_wanted(source));
        for source in needed.iter().chain(ahead) {
            let has_come = store.texts.iter().any(|(known, _)| known == source);
            if has_come || store.calls.iter().any(|(known, _)| known == source) {
                continue;
            }
            let (set, its_store, its_source) = (set.clone(), Rc::clone(&kept), source.clone());
            let call = fetching::text(source.address.clone(), move |answer| {
                let outcome =
                    answer.map_err(Failure::from).and_then(|text| ReadLetter::read(text, &its_source));
                let Ok(mut store) = its_store.try_borrow_mut() else { return };
                store.calls.retain(|(source, _)| *source != its_source);
                store.texts.push((its_source, outcome));
                set.set(Texts(Rc::new(store.texts.clone())));
            });
            store.calls.push((source.clone(), call));
        }
        if has_forgotten {
            set.set(Texts(Rc::new(store.texts.clone())));
        }
    });
    let at_end = Rc::clone(&store);
    use_effect_with((), move |()| {
        move || {
            if let Ok(mut store) = at_end.try_borrow_mut() {
                store.calls.clear();
            }
        }
    });
    let set = texts.setter();
    let retry = use_callback(attempt, move |(), attempt| {
        if let Ok(mut store) = store.try_borrow_mut() {
            store.texts.retain(|(_, outcome)| outcome.is_ok());
            set.set(Texts(Rc::new(store.texts.clone())));
        }
        attempt.set(**attempt + 1);
    });
    ((*texts).clone(), retry)
}

/// Says when the page has been idle since the letter is shown, so that its other versions may be fetched; never where the reader saves
/// data.
#[hook]
pub(super) fn use_idleness(letter: Option<&ReadLetter>, is_idle: &UseStateHandle<bool>) {
    let is_small = letter.is_some_and(|letter| letter.source().len() <= LONGEST_AHEAD);
    let set = is_idle.setter();
    use_effect_with(is_small, move |is_small| {
        let waits = *is_small && !idleness::saves_data();
        if !waits {
            set.set(false);
        }
        let waiting = waits.then(|| idleness::when_idle(move || set.set(true)));
        move || drop(waiting)
    });
}

/// How far the letter has come that is wanted.
#[derive(Clone, PartialEq)]
pub(super) enum Reading {
    /// It is on its way.
    Loading,
    /// It is there.
    Shown(ReadLetter),
    /// It cannot be shown.
    Failed(Failure),
    /// No letter is asked for, but the list of all.
    List,
}

impl Reading {
    /// Why no letter is shown, where that has turned out.
    pub(super) fn failure(&self) -> Option<Failure> {
        match self {
            Self::Shown(text) if !text.is_letter() => Some(Failure::NotALetter),
            Self::Failed(failure) => Some(*failure),
            Self::Shown(_) | Self::Loading | Self::List => None,
        }
    }
}

/// Tells the page what came of the letter. Used after every other effect: whoever listens finds the letter complete. `from` is the
/// language in which the same letter was shown before.
#[hook]
pub(super) fn use_event(
    host: &HtmlElement,
    address: Option<&str>,
    reading: &Reading,
    from: Option<Language>,
) {
    let (host, address) = (host.clone(), address.map(str::to_owned));
    use_effect_with(reading.clone(), move |reading| match (reading, reading.failure()) {
        (Reading::Loading | Reading::List, _) => {}
        (Reading::Shown(text), None) => {
            // The page may have asked for another letter since: this one is that of its own address.
            events::letter_load(&host, text.0.address.as_deref());
            if let Some(to) = text.language.filter(|to| from.is_some_and(|from| from != *to)) {
                events::language_changed(&host, from, to);
            }
        }
        (Reading::Failed(_), None) => {}
        (_, Some(failure)) => events::letter_error(&host, failure.code(), address.as_deref()),
    });
}

impl From<fetching::Error> for Failure {
    fn from(error: fetching::Error) -> Self {
        match error {
            fetching::Error::NoAddress => Self::NoSource,
            fetching::Error::Missing => Self::NotFound,
            fetching::Error::Refused => Self::NotDelivered,
            fetching::Error::NotText => Self::WrongType,
            fetching::Error::Connection => Self::Network,
        }
    }
}
