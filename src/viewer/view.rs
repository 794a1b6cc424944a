//! The view: which letter, in which language, with which versions beside it. The loader holds it; the reader changes it by
//! the controls.

use super::wanted::WantedLetter;
use crate::browser::loading::{Loader, PlaceInPage};
use crate::browser::scroll_anchoring::{ScrollAnchor, ScrollPosition};
use crate::browser::{JsValue, json};
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
}

/// The reader's last step back or forward in the browser's history, by its number, with the position that the entry of the
/// history remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Navigation {
    pub(super) step: u32,
    pub(super) position: Option<ScrollPosition>,
}

impl View {
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

    /// The view without the column of the language: the next takes the place of the letter that is shown.
    pub(super) fn without(&self, language: Language, shown: Option<Language>) -> Self {
        match self.with.first().filter(|_| shown == Some(language)) {
            Some(next) => self.in_language(*next, None),
            None => self.toggled(language),
        }
    }

    /// The address of the page that shows the view.
    pub(super) fn address(&self, loader: &Loader, place: PlaceInPage) -> String {
        loader.address_of(&self.described(), place)
    }

    /// Asks the loader for the view, and remembers the reader's position in the present one.
    pub(super) fn request(&self, loader: &Loader, anchor: &ScrollAnchor) {
        let position = anchor.position_to_return_to();
        loader.change(&self.described(), position.as_deref());
    }

    /// The view as the loader is told. What has no value is there all the same.
    fn described(&self) -> JsValue {
        let text = |text: Option<&str>| text.map_or(JsValue::UNDEFINED, JsValue::from);
        let with = self.with.iter().map(|language| language.code().into());
        let members = [
            ("letter", text(self.letter.as_deref())),
            ("language", text(self.language.map(Language::code))),
            ("with", json::array(with)),
        ];
        json::object(members.into_iter())
    }
}
