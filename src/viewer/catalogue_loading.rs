//! The catalogue of the site: loads it, and finds the letter that the page asks for.

use std::rc::Rc;

use yew::prelude::*;

use super::effects::use_effect_on;
use super::failure::Failure;
use super::request::{CatalogueSource, Request};
use super::route::View;
use super::texts::Source;
use super::wanted::{KnownVersion, Wanted, WantedLetter};
use crate::browser::loading::Loader;
use crate::browser::{addresses, json};
use letters::catalogue::{self, Catalogue};
use letters::ids::Language;
use letters::sorting::sort_by_number;

/// The catalogue, and the address that its own addresses are relative to. Shelves are compared by identity.
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
        self.locate()(address)
    }

    /// Makes addresses of the catalogue absolute.
    pub(super) fn locate(&self) -> impl Fn(&str) -> Option<String> + Sync {
        let base = self.0.1.as_deref();
        move |address| addresses::absolute(address, base)
    }
}

/// The progress of the catalogue.
#[derive(Clone, PartialEq)]
pub(super) enum Browsing {
    /// The page has not named one.
    None,
    /// It is loading.
    Loading,
    /// It has been read.
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

/// The catalogue that the page asks for.
#[hook]
pub(super) fn use_shelf(
    source: Option<CatalogueSource>,
    milliseconds: u32,
    loader: &Loader,
) -> UseStateHandle<Browsing> {
    let browsing = use_state(|| Browsing::None);
    let set = browsing.setter();
    use_effect_on((source, milliseconds, loader.clone()), move |(source, milliseconds, loader)| {
        let mut call = None;
        match source.clone() {
            Some(CatalogueSource::Object(object)) => set.set(shelf(&object, None)),
            Some(CatalogueSource::Address(address)) => {
                set.set(Browsing::Loading);
                let base = address.clone();
                call = Some(loader.get_json(&address, *milliseconds, move |answer| {
                    set.set(answer.map_or(Browsing::Failed, |object| shelf(&object, Some(base))));
                }));
            }
            None => set.set(Browsing::None),
        }
        call
    });
    browsing
}

fn shelf(object: &json::Value, base: Option<String>) -> Browsing {
    catalogue::read(object)
        .map_or(Browsing::Failed, |catalogue| Browsing::Shown(Shelf(Rc::new((catalogue, base)))))
}

/// The content to show: the letter at `src`, or one of the catalogue, or the list of its letters.
pub(super) fn wanted(request: &Request, interface: Language, view: &View, browsing: &Browsing) -> Wanted {
    let language = view.language.unwrap_or(interface);
    if !request.given.is_empty() {
        return Wanted::Letter(given(request, language));
    }
    if request.source.is_some() || request.catalogue.is_none() {
        return Wanted::Letter(at_source(request, language));
    }
    match (browsing, &view.letter) {
        (Browsing::Failed, _) => Wanted::Missing(Failure::NoCatalogue),
        (Browsing::None | Browsing::Loading, _) => Wanted::Nothing,
        (Browsing::Shown(_), None) => Wanted::List,
        (Browsing::Shown(shelf), Some(id)) => {
            let letter = id.parse().ok().and_then(|id| shelf.catalogue().get(&id));
            let versions = letter.iter().flat_map(|letter| &letter.versions).filter_map(|version| {
                let address = Some(shelf.address(&version.file)?);
                let language = Some(version.language);
                let source = Source { address, language, given: None };
                Some(KnownVersion { language: version.language, source, status: Some(version.status) })
            });
            one_of(versions.collect(), language, id)
                .map_or(Wanted::Missing(Failure::NotInCatalogue), Wanted::Letter)
        }
    }
}

/// The letter whose text the page has given: in one language, or in several.
fn given(request: &Request, wanted: Language) -> WantedLetter {
    let source = |language: Option<Language>, text: &Rc<str>| Source {
        address: None,
        language,
        given: Some(Rc::clone(text)),
    };
    let versions = request.given.iter().filter_map(|(language, text)| {
        let language = (*language)?;
        Some(KnownVersion { language, source: source(Some(language), text), status: None })
    });
    one_of(versions.collect(), wanted, "text").unwrap_or_else(|| WantedLetter {
        work: None,
        source: request.given.first().map(|(_, text)| source(request.language, text)).unwrap_or_default(),
        versions: Vec::new(),
        missing: None,
    })
}

/// The letter at the address of the element, which may have a placeholder for the language.
fn at_source(request: &Request, wanted: Language) -> WantedLetter {
    let address = request.source.as_deref().unwrap_or_default();
    let version = |language: Language| {
        let address = Some(address.replace(PLACE_OF_LANGUAGE, language.code()));
        KnownVersion {
            language,
            source: Source { address, language: Some(language), given: None },
            status: None,
        }
    };
    let versions = request.languages.iter().map(|language| version(*language)).collect();
    let has_place = address.contains(PLACE_OF_LANGUAGE);
    let of_versions = has_place.then(|| one_of(versions, wanted, address)).flatten();
    of_versions.unwrap_or_else(|| WantedLetter {
        work: None,
        source: Source { address: request.source.clone(), language: request.language, given: None },
        versions: Vec::new(),
        missing: None,
    })
}

/// The placeholder in `src` for the code of the language.
const PLACE_OF_LANGUAGE: &str = "{lang}";

/// The version in the language, or else the one that most readers will understand.
fn one_of(mut versions: Vec<KnownVersion>, wanted: Language, work: &str) -> Option<WantedLetter> {
    sort_by_number(&mut versions, |version| version.language as u64);
    let order = catalogue::order_of_preference(wanted);
    let version = |language: &Language| versions.iter().find(|version| version.language == *language);
    let shown = order.iter().find_map(version).or(versions.first())?;
    let missing = (shown.language != wanted).then_some(wanted);
    Some(WantedLetter { work: Some(work.to_owned()), source: shown.source.clone(), versions, missing })
}
