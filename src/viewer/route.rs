//! The requested view: the letter, its language, and the versions beside it.
//!
//! The page requests it by attributes, the reader by controls. On a page of its own (`history="query"`) the address
//! holds the view, so that Back returns to it and a link reproduces it. Elsewhere the reader's choice is kept until the
//! page requests something else.

use std::rc::Rc;

use yew::prelude::*;

use super::effects::use_effect_on;
use super::request::{Request, languages};
use super::wanted::WantedLetter;
use crate::browser::history::{self, PlaceInPage};
use crate::browser::scroll_anchoring::{ScrollAnchor, ScrollPosition};
use crate::browser::{HtmlElement, events};
use letters::ids::Language;

/// The maximum number of versions beside the letter.
pub(super) const MOST_BESIDE: usize = 2;

/// The requested view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct View {
    /// The id of the letter in the catalogue.
    pub(super) letter: Option<String>,
    /// The language; none if none is requested.
    pub(super) language: Option<Language>,
    /// The languages beside it.
    pub(super) with: Vec<Language>,
    /// Whether the address must say that no version is beside the letter, because the page asks for some.
    says_none: bool,
}

/// The versions that the reader has chosen, and those that the page asked for at the time. The letter itself is chosen
/// by the page alone.
#[derive(Clone, PartialEq)]
struct Chosen {
    asked: Versions,
    versions: Versions,
}

/// The language of the letter, and those beside it.
type Versions = (Option<Language>, Vec<Language>);

/// The view, a callback that changes it, and the reader's last step in the history.
pub(super) struct Viewing {
    pub(super) view: View,
    pub(super) change: Callback<View>,
    pub(super) navigation: Navigation,
}

/// A step back or forward in the browser's history, with the position that the entry of the history remembers. No two
/// steps are equal.
#[derive(Clone, Debug, Default)]
pub(super) struct Navigation(Rc<Option<ScrollPosition>>);

impl PartialEq for Navigation {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Navigation {
    pub(super) fn to(position: Option<ScrollPosition>) -> Self {
        Self(Rc::new(position))
    }

    pub(super) fn position(&self) -> Option<ScrollPosition> {
        *self.0
    }
}

impl View {
    /// The view that the attributes request, or the address if it holds the view.
    fn asked(host: &HtmlElement, request: &Request) -> Self {
        let filled = |text: String| Some(text).filter(|text| !text.trim().is_empty());
        let language = history::query(host, "lang").and_then(|tag| tag.parse().ok());
        let with = history::query(host, "with").or_else(|| request.with.clone());
        Self {
            // An address that names no letter asks for the list.
            letter: history::query(host, "letter").or_else(|| request.letter.clone()).and_then(filled),
            language: language.or(request.language),
            with: languages(&with.unwrap_or_default()),
            says_none: request.with.is_some(),
        }
    }

    /// The view in another language. A version beside the letter changes places with it.
    pub(super) fn in_language(&self, language: Language, shown: Option<Language>) -> Self {
        let with = self
            .with
            .iter()
            .map(|beside| if *beside == language { shown.unwrap_or(*beside) } else { *beside });
        let with = with.filter(|beside| *beside != language).collect();
        Self { language: Some(language), with, ..self.clone() }
    }

    /// The view of another letter, in the same languages.
    pub(super) fn of_letter(&self, id: String) -> Self {
        Self { letter: Some(id), ..self.clone() }
    }

    fn versions(&self) -> Versions {
        (self.language, self.with.clone())
    }

    /// The view with the available versions only beside the letter, each once, without the letter itself.
    pub(super) fn of_known(&self, wanted: Option<&WantedLetter>) -> Self {
        let mut with: Vec<Language> = Vec::new();
        for language in &self.with {
            let is_known = wanted.is_some_and(|wanted| {
                wanted.source.language != Some(*language)
                    && wanted.versions.iter().any(|version| version.language == *language)
            });
            if is_known && !with.contains(language) && with.len() < MOST_BESIDE {
                with.push(*language);
            }
        }
        Self { with, ..self.clone() }
    }

    /// The view with the version added beside the letter, or removed.
    pub(super) fn toggled(&self, language: Language) -> Self {
        let mut with = self.with.clone();
        match with.iter().position(|beside| *beside == language) {
            Some(at) => drop(with.remove(at)),
            None => with.push(language),
        }
        with.truncate(MOST_BESIDE);
        Self { with, ..self.clone() }
    }

    /// The address of the page that shows the view.
    pub(super) fn address(&self, place: PlaceInPage) -> Option<String> {
        let with = self.with.iter().map(|language| language.code()).collect::<Vec<_>>().join(",");
        let values = [
            ("letter", self.letter.clone()),
            ("lang", self.language.map(|language| language.code().to_owned())),
            ("with", Some(with).filter(|with| self.says_none || !with.is_empty())),
        ];
        history::address_with(&values, place)
    }
}

/// The view.
#[hook]
pub(super) fn use_view(host: &HtmlElement, request: &Request, anchor: &ScrollAnchor) -> Viewing {
    let chosen = use_state(|| None::<Chosen>);
    let navigation = use_navigation(host);
    let mut view = View::asked(host, request);
    let asked = view.versions();
    // The page takes precedence: once it requests something else, the earlier choice is dropped.
    let is_current = |chosen: &&Chosen| chosen.asked == asked;
    if let Some(chosen) = chosen.as_ref().filter(is_current) {
        (view.language, view.with) = chosen.versions.clone();
    }
    let is_past = chosen.as_ref().is_some_and(|chosen| chosen.asked != asked);
    let set = chosen.setter();
    use_effect_on(is_past, {
        let set = set.clone();
        move |is_past| {
            if *is_past {
                set.set(None);
            }
        }
    });
    let input = (host.clone(), anchor.clone(), view.clone(), asked);
    let change = use_callback(input, move |view: View, (host, anchor, from, asked)| {
        if !is_allowed(&view, from, anchor, host) {
            return;
        }
        let place = if view.letter == from.letter { PlaceInPage::Kept } else { PlaceInPage::Left };
        let address = view.address(place).filter(|_| history::is_kept(host));
        let is_pushed =
            address.is_some_and(|address| history::push(&address, anchor.position_to_return_to()));
        set.set((!is_pushed).then(|| Chosen { asked: asked.clone(), versions: view.versions() }));
    });
    Viewing { view, change, navigation }
}

/// Whether the page allows the change: it is asked when the same letter is to be shown in another language.
fn is_allowed(view: &View, from: &View, anchor: &ScrollAnchor, host: &HtmlElement) -> bool {
    let shown = anchor.language().and_then(|tag| tag.parse::<Language>().ok());
    let is_switch = view.letter == from.letter && view.language != shown && view.language != from.language;
    let asks = |to: Language| events::language_change(host, shown.map(Language::code), to.code());
    !is_switch || view.language.is_none_or(asks)
}

/// The reader's last step back or forward in the browser's history, where that holds the view.
#[hook]
fn use_navigation(host: &HtmlElement) -> Navigation {
    let navigation = use_state(Navigation::default);
    let set = navigation.setter();
    use_effect_on(history::is_kept(host), move |is_kept| {
        is_kept.then(|| history::on_move(move || set.set(Navigation::to(history::remembered_position()))))
    });
    (*navigation).clone()
}
