//! Brings the letter: fetches its text, reads it, and tells the page what came of it.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::failure::Failure;
use super::shelf::Wanted;
use crate::browser::{HtmlElement, events, fetching};
use crate::letter::{self, Letter};

/// A letter that has been read. The same reading is the same letter: two are not compared word by word.
#[derive(Clone)]
pub(super) struct ReadLetter(Rc<Delivered>);

/// A letter, with the text that it was read from and the address that the text came from.
struct Delivered {
    letter: Letter,
    text: String,
    source: Option<String>,
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
    /// The text that it was read from.
    pub(super) fn source(&self) -> &str {
        &self.0.text
    }
}

/// How far the letter has come.
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

/// The letter that is wanted, and how to try once more.
///
/// When another is wanted, or the viewer ends, an answer that is still on its way is called off and can change nothing.
#[hook]
pub(super) fn use_letter(wanted: &Wanted) -> (UseStateHandle<Reading>, Callback<()>) {
    let reading = use_state(|| Reading::Loading);
    let attempt = use_state(|| 0_u32);

    let set = reading.setter();
    use_effect_with((wanted.clone(), *attempt), move |(wanted, _)| {
        let (source, language) = match wanted {
            Wanted::Letter { source, language } => (source.clone(), *language),
            Wanted::Nothing => {
                set.set(Reading::Loading);
                return Box::new(|| {}) as Box<dyn FnOnce()>;
            }
            Wanted::List => {
                set.set(Reading::List);
                return Box::new(|| {}) as Box<dyn FnOnce()>;
            }
            Wanted::Missing(failure) => {
                set.set(Reading::Failed(*failure));
                return Box::new(|| {}) as Box<dyn FnOnce()>;
            }
        };
        set.set(Reading::Loading);
        let address = source.clone();
        let call = fetching::text(source, move |answer| {
            let result = answer.map_err(Failure::from).and_then(|text| {
                let letter = letter::read(&text, language);
                if letter.is_empty() {
                    Err(Failure::Empty)
                } else {
                    Ok(Delivered { letter, text, source: address })
                }
            });
            set.set(match result {
                Ok(letter) => Reading::Shown(ReadLetter(Rc::new(letter))),
                Err(failure) => Reading::Failed(failure),
            });
        });
        Box::new(move || drop(call)) as Box<dyn FnOnce()>
    });

    let retry = use_callback(attempt, |(), attempt| attempt.set(**attempt + 1));
    (reading, retry)
}

/// Tells the page what came of the letter. Used after every other effect: whoever listens finds the letter complete.
#[hook]
pub(super) fn use_event(host: &HtmlElement, source: Option<&str>, reading: &Reading) {
    let (host, source) = (host.clone(), source.map(str::to_owned));
    use_effect_with(reading.clone(), move |reading| match (reading, reading.failure()) {
        (Reading::Loading | Reading::List, _) => {}
        // The page may have asked for another letter since: this one is that of its own address.
        (Reading::Shown(text), None) => events::letter_load(&host, text.0.source.as_deref()),
        (Reading::Failed(_), None) => {}
        (_, Some(failure)) => events::letter_error(&host, failure.code(), source.as_deref()),
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
