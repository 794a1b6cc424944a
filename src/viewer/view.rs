//! What the reader has asked to see: which letter, in which language, and which versions beside it.
//!
//! The page says it by attributes, the reader by controls. On a page of its own (`history="query"`) the address says it, so that Back
//! returns and a link shows what was seen. Elsewhere the choice of the reader stands until the page asks for something else.

use std::rc::Rc;

use yew::prelude::*;

use super::Settings;
use super::shelf::WantedLetter;
use crate::browser::place::{Keeper, Place};
use crate::browser::{HtmlElement, events, history};
use crate::language::Language;

/// The most versions that stand beside the letter.
pub(super) const MOST_BESIDE: usize = 2;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct View {
    /// The id of the letter in the catalogue.
    pub(super) letter: Option<String>,
    /// The language; none where nobody has asked for one.
    pub(super) language: Option<Language>,
    /// The languages beside it.
    pub(super) with: Vec<Language>,
    /// Whether the address has to say that none stands beside it, because the page asks for some.
    says_none: bool,
}

/// What the reader has chosen, and what the page asked for at that time.
#[derive(Clone, PartialEq)]
struct Chosen {
    asked: View,
    view: View,
}

/// The view, how it is changed, and the place to which the reader has gone back.
pub(super) struct Viewing {
    pub(super) view: View,
    pub(super) change: Callback<View>,
    /// Taken by whoever brings the reader there.
    pub(super) place: Rc<std::cell::Cell<Option<Place>>>,
}

impl View {
    /// What the attributes ask for, or the address where that counts.
    fn asked(host: &HtmlElement, settings: &Settings) -> Self {
        let filled = |text: String| Some(text).filter(|text| !text.trim().is_empty());
        let language = history::query(host, "lang").and_then(|tag| tag.parse().ok());
        let with = history::query(host, "with").or_else(|| settings.with.clone());
        Self {
            // An address that names no letter asks for the list.
            letter: history::query(host, "letter").or_else(|| settings.letter.clone()).and_then(filled),
            language: language.or(settings.language),
            with: languages(&with.unwrap_or_default()),
            says_none: settings.with.is_some(),
        }
    }

    /// The view in another language. A version that stood beside changes its place with the letter.
    pub(super) fn in_language(&self, language: Language, shown: Option<Language>) -> Self {
        let with = self
            .with
            .iter()
            .map(|beside| if *beside == language { shown.unwrap_or(*beside) } else { *beside });
        let with = with.filter(|beside| *beside != language).collect();
        Self { language: Some(language), with, ..self.clone() }
    }

    /// The view of another letter, in the same language.
    pub(super) fn of_letter(&self, id: String) -> Self {
        Self { letter: Some(id), with: Vec::new(), ..self.clone() }
    }

    /// The view with those versions beside the letter that there are, each once, and not the letter itself.
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

    /// The view with a version more beside it, or less.
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
    pub(super) fn address(&self) -> Option<String> {
        let with = self.with.iter().map(|language| language.code()).collect::<Vec<_>>().join(",");
        history::address_with(&[
            ("letter", self.letter.clone()),
            ("lang", self.language.map(|language| language.code().to_owned())),
            ("with", Some(with).filter(|with| self.says_none || !with.is_empty())),
        ])
    }
}

/// The languages of a list such as `ar zh` or `ar,zh`, each once.
pub(super) fn languages(list: &str) -> Vec<Language> {
    let mut languages = Vec::new();
    for language in list.split([' ', ',', '\n', '\t']).filter_map(|tag| tag.parse::<Language>().ok()) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}

/// The view.
#[hook]
pub(super) fn use_view(host: &HtmlElement, settings: &Settings, keeper: &Keeper) -> Viewing {
    let chosen = use_state(|| None::<Chosen>);
    let moved = use_force_update();
    let place = use_memo((), |()| std::cell::Cell::new(None));
    use_effect_with((host.clone(), history::is_kept(host)), {
        let place = Rc::clone(&place);
        move |(_, is_kept)| {
            let listener = is_kept.then(|| {
                history::on_move(move || {
                    place.set(history::remembered_place());
                    moved.force_update();
                })
            });
            move || drop(listener)
        }
    });
    let asked = View::asked(host, settings);
    let view = match &*chosen {
        Some(chosen) if chosen.asked == asked => chosen.view.clone(),
        _ => asked.clone(),
    };
    // A place is that of the view that is come back to, and of no later one.
    let last = use_mut_ref(View::default);
    if last.replace(view.clone()) == view {
        place.set(None);
    }
    let change = {
        let (host, keeper, moved) = (host.clone(), keeper.clone(), use_force_update());
        let from = view.clone();
        Callback::from(move |view: View| {
            let shown = keeper.language();
            let is_switch = view.letter == from.letter && view.language != shown;
            let asks = |to: Language| events::language_change(&host, shown, to);
            if is_switch && view.language != from.language && !view.language.is_none_or(asks) {
                return;
            }
            let address = view.address().filter(|_| history::is_kept(&host));
            match address.filter(|address| history::push(address, keeper.place_to_return_to())) {
                Some(_) => {
                    chosen.set(None);
                    moved.force_update();
                }
                None => chosen.set(Some(Chosen { asked: asked.clone(), view })),
            }
        })
    };
    Viewing { view, change, place }
}
