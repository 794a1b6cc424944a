//! The state that the viewer takes over from the loader, which alone chooses letter and version and fetches.

use super::failure::Failure;
use super::interfaces;
use super::shelf::Shelf;
use super::texts::Source;
use super::view::{Navigation, View};
use super::wanted::{KnownVersion, Wanted, WantedLetter};
use crate::browser::json::Value;
use crate::browser::loading::Loader;
use crate::browser::scroll_anchoring::ScrollPosition;
use letters::ids::Language;
use letters::interface::Interface;
use letters::letter::Status;

/// The state of the loader.
#[derive(Clone, PartialEq)]
pub(super) struct Taken {
    pub(super) interface: Interface,
    pub(super) view: View,
    pub(super) wanted: Wanted,
    pub(super) navigation: Navigation,
    /// The catalogue, where it has come.
    pub(super) shelf: Option<Shelf>,
    /// Whether a catalogue is still to come.
    pub(super) is_browsing: bool,
}

impl Taken {
    /// The current state; none without an interface, which stays that before until the texts of another are there. A catalogue
    /// that is the same as in the state before is not read again.
    pub(super) fn from(loader: &Loader, before: Option<&Self>) -> Option<Self> {
        let state = Value(loader.state());
        let catalogue = state.member("catalogue");
        let json = catalogue.as_ref().and_then(|catalogue| catalogue.member("json"));
        let base = catalogue.as_ref().and_then(|catalogue| text(catalogue, "base"));
        let known = before.and_then(|before| before.shelf.as_ref());
        let interface = text(&state, "interface").and_then(|code| interfaces::interface(loader, &code));
        Some(Self {
            interface: interface
                .or(before.map(|before| before.interface))
                .or_else(|| interfaces::interface(loader, &loader.loaded_interface()))?,
            view: state.member("view").map(|view| self::view(&view)).unwrap_or_default(),
            wanted: state.member("wanted").map_or(Wanted::Nothing, |wanted| self::wanted(&wanted)),
            navigation: state.member("navigation").map(|step| navigation(&step)).unwrap_or_default(),
            shelf: json.and_then(|json| match known.filter(|known| known.is_of(&json)) {
                Some(known) => Some(known.clone()),
                None => Shelf::read(json, base),
            }),
            is_browsing: state.member("isBrowsing").is_some_and(|flag| flag.is_true()),
        })
    }
}

fn view(value: &Value) -> View {
    let with = value.member("with").map(|list| list.elements()).unwrap_or_default();
    View {
        letter: text(value, "letter"),
        language: language(value, "language"),
        with: with.iter().filter_map(|code| code.text()?.parse().ok()).collect(),
    }
}

fn wanted(value: &Value) -> Wanted {
    match text(value, "kind").as_deref() {
        Some("letter") => letter(value).map_or(Wanted::Nothing, Wanted::Letter),
        Some("list") => Wanted::List,
        Some("missing") => Wanted::Missing(Failure::of_code(&text(value, "failure").unwrap_or_default())),
        _ => Wanted::Nothing,
    }
}

fn letter(value: &Value) -> Option<WantedLetter> {
    let versions = value.member("versions").map(|list| list.elements()).unwrap_or_default();
    Some(WantedLetter {
        work: text(value, "work"),
        source: source(&value.member("version")?),
        versions: versions.iter().filter_map(version).collect(),
        missing: language(value, "missing"),
    })
}

fn version(value: &Value) -> Option<KnownVersion> {
    let status = text(value, "status").and_then(|code| Status::from_code(&code));
    Some(KnownVersion { language: language(value, "language")?, source: source(value), status })
}

fn source(value: &Value) -> Source {
    Source {
        key: text(value, "key").unwrap_or_default(),
        address: text(value, "address"),
        language: language(value, "language"),
    }
}

fn navigation(value: &Value) -> Navigation {
    let step = value.member("step").and_then(|step| step.number()).unwrap_or_default();
    Navigation {
        step: step as u32,
        position: text(value, "position").and_then(|text| ScrollPosition::from_text(&text)),
    }
}

fn language(value: &Value, name: &str) -> Option<Language> {
    text(value, name)?.parse().ok()
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.member(name)?.text()
}
