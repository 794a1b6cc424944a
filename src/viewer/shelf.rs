//! The letters of the site: brings the catalogue, and finds in it the letter that the page asks for.

use std::rc::Rc;

use yew::prelude::*;

use super::Settings;
use super::failure::Failure;
use crate::browser::{HtmlElement, addresses, fetching, host, json};
use crate::catalogue::{self, Catalogue};
use crate::language::Language;

/// The catalogue, and the address that its own addresses are relative to. The same reading is the same shelf.
#[derive(Clone)]
pub(super) struct Shelf(Rc<(Catalogue, Option<String>)>);

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Shelf {
    pub(super) fn catalogue(&self) -> &Catalogue {
        &self.0.0
    }

    /// An address of the catalogue, made absolute.
    pub(super) fn address(&self, address: &str) -> Option<String> {
        addresses::absolute(address, self.0.1.as_deref())
    }
}

/// How far the catalogue has come.
#[derive(Clone, PartialEq)]
pub(super) enum Browsing {
    /// The page has not named one.
    None,
    /// It is on its way.
    Loading,
    /// It is there.
    Shown(Shelf),
    /// It cannot be read.
    Failed,
}

impl Browsing {
    pub(super) fn shelf(&self) -> Option<&Shelf> {
        match self {
            Self::Shown(shelf) => Some(shelf),
            _ => None,
        }
    }
}

/// What the element is to show.
#[derive(Clone, PartialEq)]
pub(super) enum Wanted {
    /// It is not known yet.
    Nothing,
    /// The letter at an address.
    Letter {
        /// The address; none where the page has named none.
        source: Option<String>,
        /// The language of what is there, where it is known.
        language: Option<Language>,
    },
    /// The list of the letters.
    List,
    /// The letter is not there, or the catalogue is not.
    Missing(Failure),
}

/// The catalogue that the settings ask for, as an object of the page or from an address.
#[hook]
pub(super) fn use_shelf(element: &HtmlElement, settings: &Settings) -> UseStateHandle<Browsing> {
    let browsing = use_state(|| Browsing::None);
    let set = browsing.setter();
    // The same object is the same catalogue.
    let given = host::catalogue(element).map(|object| object.0);
    let element = element.clone();
    use_effect_with((settings.catalogue.clone(), given), move |(address, _)| {
        let mut call = None;
        if let Some(object) = host::catalogue(&element) {
            set.set(shelf(&object, None));
        } else if let Some(address) = address.clone() {
            set.set(Browsing::Loading);
            let base = address.clone();
            call = Some(fetching::text(Some(address), move |answer| {
                let object = answer.ok().and_then(|text| json::Value::parse(&text));
                set.set(object.map_or(Browsing::Failed, |object| shelf(&object, Some(base))));
            }));
        } else {
            set.set(Browsing::None);
        }
        move || drop(call)
    });
    browsing
}

fn shelf(object: &json::Value, base: Option<String>) -> Browsing {
    catalogue::read(object)
        .map_or(Browsing::Failed, |catalogue| Browsing::Shown(Shelf(Rc::new((catalogue, base)))))
}

/// What is to be shown: the letter at `src`, or the one that the catalogue has, or all that it has.
pub(super) fn wanted(settings: &Settings, browsing: &Browsing) -> Wanted {
    let has_catalogue = settings.catalogue.is_some() || settings.has_catalogue_object;
    if settings.source.is_some() || !has_catalogue {
        return Wanted::Letter { source: settings.source.clone(), language: settings.language };
    }
    match (browsing, &settings.letter) {
        (Browsing::Failed, _) => Wanted::Missing(Failure::NoCatalogue),
        (Browsing::None | Browsing::Loading, _) => Wanted::Nothing,
        (Browsing::Shown(_), None) => Wanted::List,
        (Browsing::Shown(shelf), Some(id)) => {
            let letter = id.parse().ok().and_then(|id| shelf.catalogue().get(&id));
            let language = settings.language.unwrap_or(settings.interface);
            match letter.and_then(|letter| letter.version(language)) {
                Some(version) => {
                    Wanted::Letter { source: shelf.address(&version.file), language: Some(version.language) }
                }
                None => Wanted::Missing(Failure::NotInCatalogue),
            }
        }
    }
}
