//! The texts of a letter's versions: fetched when they are needed, read once, and kept as long as the letter is shown.

use std::cell::{OnceCell, RefCell};
use std::ops::Deref;
use std::rc::{Rc, Weak};

use yew::prelude::*;

use super::failure::Failure;
use super::fetching;
use crate::browser::fetching::Call;
use crate::browser::{HtmlElement, events, idleness};
use letters::alignment::{self, Pairing};
use letters::citation::{self, Citation};
use letters::facts::{self, LetterFacts};
use letters::ids::Language;
use letters::letter::{self, Letter};

/// The longest text, in bytes, whose other versions are fetched before anybody asks for them.
const LONGEST_AHEAD: usize = 1 << 20;

/// Where a text is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// The text itself, where the page has given it.
    pub(super) given: Option<Rc<str>>,
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
        let (citations, facts, pairings) = (OnceCell::new(), OnceCell::new(), RefCell::default());
        Ok(Self(Rc::new(Delivered { letter, text, address, citations, facts, pairings })))
    }

    /// The text that it was read from.
    pub(super) fn source(&self) -> &str {
        &self.0.text
    }

    /// Its citations, found when they are first asked for.
    pub(super) fn citations(&self) -> &[Citation] {
        self.0.citations.get_or_init(|| if self.is_letter() { citation::find(self) } else { Vec::new() })
    }

    /// The address that it came from.
    pub(super) fn address(&self) -> Option<&str> {
        self.0.address.as_deref()
    }

    /// Its facts, found when they are first asked for.
    pub(super) fn facts(&self) -> &LetterFacts {
        self.0.facts.get_or_init(|| facts::of(self, self.citations()))
    }

    /// Which of its pieces belong to which of another version, found when it is first asked for.
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

/// What is asked of the texts.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Demand {
    /// Those that are shown.
    pub(super) needed: Vec<Source>,
    /// Those that may be wanted next. What has come of them is kept.
    pub(super) related: Vec<Source>,
    /// Whether the related ones are fetched now.
    pub(super) ahead: Ahead,
}

/// Whether texts are fetched before anybody asks for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Ahead {
    /// They are.
    Fetched,
    /// Not yet, or never.
    #[default]
    Left,
}

/// Requests on their way, and what has come.
#[derive(Default)]
struct Store {
    demand: Demand,
    texts: Vec<(Source, Outcome)>,
    calls: Vec<(Source, Call)>,
}

impl Store {
    /// Takes up another demand: what nobody asks for any more is forgotten, and what is on its way to it called off. Says whether a text
    /// has been forgotten.
    fn take_up(&mut self, demand: Demand) -> bool {
        let Demand { needed, related, ahead } = &demand;
        let known = self.texts.len();
        self.texts.retain(|(source, _)| needed.contains(source) || related.contains(source));
        let is_fetched =
            |source: &Source| needed.contains(source) || *ahead == Ahead::Fetched && related.contains(source);
        self.calls.retain(|(source, _)| is_fetched(source));
        self.demand = demand;
        known != self.texts.len()
    }

    /// What has to be fetched now.
    fn missing(&self) -> Vec<Source> {
        let Demand { needed, related, ahead } = &self.demand;
        let related = related.iter().filter(|_| *ahead == Ahead::Fetched);
        let is_known = |source: &Source| {
            self.texts.iter().any(|(known, _)| known == source)
                || self.calls.iter().any(|(known, _)| known == source)
        };
        let mut missing: Vec<Source> = Vec::new();
        for source in needed.iter().chain(related) {
            if !is_known(source) && !missing.contains(source) {
                missing.push(source.clone());
            }
        }
        missing
    }

    /// Takes in what has come. A failure to fetch what nobody needs yet is forgotten, so that it is tried again once somebody does.
    fn take_in(&mut self, source: Source, outcome: Outcome) {
        self.calls.retain(|(known, _)| *known != source);
        if outcome.is_ok() || self.demand.needed.contains(&source) {
            self.texts.push((source, outcome));
        }
    }
}

/// The texts that have come, and how to ask for more.
pub(super) struct Fetching {
    pub(super) texts: Texts,
    /// Tries once more what has failed.
    pub(super) retry: Callback<()>,
    /// Fetches everything again.
    pub(super) reload: Callback<()>,
}

/// The texts that are asked for; each request has so many milliseconds. An answer to what nobody asks for any more can change nothing.
#[hook]
pub(super) fn use_texts(demand: Demand, milliseconds: u32) -> Fetching {
    let texts = use_state(Texts::default);
    let attempt = use_state(|| 0_u32);
    let store = use_mut_ref(Store::default);

    let (set, kept) = (texts.setter(), Rc::clone(&store));
    use_effect_with((demand, milliseconds, *attempt), move |(demand, milliseconds, _)| {
        let Ok(mut store) = kept.try_borrow_mut() else { return };
        if store.take_up(demand.clone()) {
            set.set(Texts(Rc::new(store.texts.clone())));
        }
        for source in store.missing() {
            if let Some(text) = &source.given {
                let outcome = ReadLetter::read(text.to_string(), &source);
                store.take_in(source, outcome);
                set.set(Texts(Rc::new(store.texts.clone())));
                continue;
            }
            let (set, its_store, its_source) = (set.clone(), Rc::clone(&kept), source.clone());
            let call = fetching::text(source.address.clone(), *milliseconds, move |answer| {
                let outcome = answer.and_then(|text| ReadLetter::read(text, &its_source));
                let Ok(mut store) = its_store.try_borrow_mut() else { return };
                store.take_in(its_source, outcome);
                set.set(Texts(Rc::new(store.texts.clone())));
            });
            store.calls.push((source, call));
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
    let again = |forget: fn(&mut Store)| {
        let (set, store) = (texts.setter(), Rc::clone(&store));
        move |(): (), attempt: &UseStateHandle<u32>| {
            if let Ok(mut store) = store.try_borrow_mut() {
                forget(&mut store);
                set.set(Texts(Rc::new(store.texts.clone())));
            }
            attempt.set(**attempt + 1);
        }
    };
    let failures = |store: &mut Store| store.texts.retain(|(_, outcome)| outcome.is_ok());
    let everything = |store: &mut Store| (store.texts, store.calls) = (Vec::new(), Vec::new());
    let retry = use_callback(attempt.clone(), again(failures));
    let reload = use_callback(attempt, again(everything));
    Fetching { texts: (*texts).clone(), retry, reload }
}

/// Says when the page has been idle since the letter is shown, so that its other versions may be fetched; never where the reader saves
/// data.
#[hook]
pub(super) fn use_idleness(letter: Option<&ReadLetter>, ahead: &UseStateHandle<Ahead>) {
    let is_small = letter.is_some_and(|letter| letter.source().len() <= LONGEST_AHEAD);
    let set = ahead.setter();
    use_effect_with(is_small, move |is_small| {
        let waits = *is_small && !idleness::saves_data();
        if !waits {
            set.set(Ahead::Left);
        }
        let waiting = waits.then(|| idleness::when_idle(move || set.set(Ahead::Fetched)));
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
    let announced = use_mut_ref(|| None::<ReadLetter>);
    use_effect_with(reading.clone(), move |reading| match (reading, reading.failure()) {
        (Reading::Shown(text), None) => {
            // The page may have asked for another letter since: this one is that of its own address.
            events::letter_load(&host, text.address());
            // It may have stood there all the while, if another version has failed.
            let is_new = announced.replace(Some(text.clone())).as_ref() != Some(text);
            let to = text.language.filter(|to| is_new && from.is_some_and(|from| from != *to));
            if let Some(to) = to {
                events::language_changed(&host, from.map(Language::code), to.code());
            }
        }
        (_, Some(failure)) => events::letter_error(&host, failure.code(), address.as_deref()),
        (Reading::Loading | Reading::List | Reading::Failed(_), None) => {}
    });
}
