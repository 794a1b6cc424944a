//! The page's settings for the element, read from its attributes, its properties and its surroundings.
//!
//! The root component reads them and hands each child the part that it needs.

use super::controls::Controls;
use super::host_properties;
use super::request::Request;
use crate::browser::{HtmlElement, dom, interface, properties};
use letters::ids::{Direction, Language};
use letters::resolver::Entry;

/// The default timeout of a request, in seconds.
const DEFAULT_TIMEOUT: u32 = 30;

/// The longest timeout that a page can ask for, in seconds: an hour.
const LONGEST_TIMEOUT: u32 = 3600;

/// The page's settings.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Settings {
    /// The letter to show.
    pub(super) request: Request,
    /// The documents that the page knows (`registry`).
    pub(super) entries: Vec<Entry>,
    /// The page's function that resolves citations (`resolver`).
    pub(super) resolver: Option<properties::Resolver>,
    /// The language of the interface (`ui-lang`, else that of the page or of the browser).
    pub(super) interface: Language,
    /// The direction of writing around the element, which is that of the page's own words in it.
    pub(super) around: Direction,
    /// The controls around the letter (`controls`).
    pub(super) controls: Controls,
    /// Whether the element sets the title and the links of the page's head (`manage-head`).
    pub(super) manages_head: bool,
    /// Whether the diagnostics are shown to developers (`debug`).
    pub(super) debug: bool,
    /// The timeout of a request (`timeout`), in milliseconds.
    pub(super) milliseconds: u32,
}

impl Settings {
    /// The current settings.
    pub(super) fn of(host: &HtmlElement) -> Self {
        Self {
            request: Request::of(host),
            entries: host_properties::registry(host),
            resolver: host_properties::resolver(host),
            interface: interface_language(host),
            around: direction_around(host),
            controls: Controls::of(dom::attribute(host, "controls").as_deref()),
            manages_head: dom::has_attribute(host, "manage-head"),
            debug: dom::has_attribute(host, "debug"),
            milliseconds: milliseconds(dom::attribute(host, "timeout").as_deref()),
        }
    }
}

/// The language of the interface: the first of the reader's and the page's languages that it has, or else English.
fn interface_language(host: &HtmlElement) -> Language {
    let languages = interface::languages(host);
    languages.iter().find_map(|tag| tag.parse().ok()).unwrap_or(Language::English)
}

/// The direction of writing around the element.
fn direction_around(host: &HtmlElement) -> Direction {
    match interface::direction_around(host) {
        Some(direction) if direction.eq_ignore_ascii_case("rtl") => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}

/// The timeout in milliseconds.
fn milliseconds(seconds: Option<&str>) -> u32 {
    let seconds = seconds.and_then(|seconds| seconds.trim().parse::<u32>().ok());
    seconds.filter(|seconds| *seconds > 0).unwrap_or(DEFAULT_TIMEOUT).min(LONGEST_TIMEOUT) * 1000
}
