//! The letter that the page requests, before the reader chooses anything.

use std::rc::Rc;

use super::host_properties;
use crate::browser::{HtmlElement, dom, json};
use letters::ids::Language;

/// The attributes and properties of the element that select the letter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Request {
    /// The address of the letter's text (`src`).
    pub(super) source: Option<String>,
    /// The letter's text itself (`text`): one, or one for each language.
    pub(super) given: Vec<(Option<Language>, Rc<str>)>,
    /// The source of the catalogue (`catalogue`).
    pub(super) catalogue: Option<CatalogueSource>,
    /// The id of the letter in the catalogue (`letter`).
    pub(super) letter: Option<String>,
    /// The language of the letter (`lang`); detected where none is given.
    pub(super) language: Option<Language>,
    /// The languages in which there is a letter at `src` with a placeholder for the language (`languages`).
    pub(super) languages: Vec<Language>,
    /// The languages of the versions beside the letter (`with`), as the page wrote them.
    pub(super) with: Option<String>,
}

/// The source of a catalogue.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum CatalogueSource {
    /// It is fetched from this address.
    Address(String),
    /// The page has given it as an object. The same object is the same catalogue.
    Object(json::Value),
}

impl Request {
    /// Reads the request from the element.
    pub(super) fn of(host: &HtmlElement) -> Self {
        let filled = |name: &str| dom::attribute(host, name).filter(|text| !text.trim().is_empty());
        let object = host_properties::catalogue(host).map(CatalogueSource::Object);
        Self {
            source: filled("src"),
            given: host_properties::given_texts(host),
            catalogue: object.or_else(|| filled("catalogue").map(CatalogueSource::Address)),
            letter: filled("letter"),
            language: dom::attribute(host, "lang").and_then(|tag| tag.parse().ok()),
            languages: languages(&dom::attribute(host, "languages").unwrap_or_default()),
            with: dom::attribute(host, "with"),
        }
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
