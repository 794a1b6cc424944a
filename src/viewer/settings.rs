//! What the page asks of the element, read from its attributes, its properties and its surroundings.
//!
//! The root component reads them and hands each child the part that it needs.

use super::controls::Controls;
use super::host_properties;
use super::request::Request;
use crate::browser::{HtmlElement, dom, interface, properties};
use letters::ids::{Direction, Language};
use letters::resolver::Entry;

/// How long a request may take where the page does not say, in seconds.
const DEFAULT_TIMEOUT: u32 = 30;

/// The longest timeout that a page can ask for, in seconds: an hour.
const LONGEST_TIMEOUT: u32 = 3600;

/// What the page asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Settings {
    /// Which letter.
    pub(super) request: Request,
    /// What the page knows about documents (`registry`).
    pub(super) entries: Vec<Entry>,
    /// The page's function that resolves citations (`resolver`).
    pub(super) resolver: Option<properties::Resolver>,
    /// The language of the interface (`ui-lang`, else that of the page or of the browser).
    pub(super) interface: Language,
    /// The direction of writing around the element, which is that of the page's own words in it.
    pub(super) around: Direction,
    /// What is shown beside the letter (`controls`).
    pub(super) controls: Controls,
    /// Whether the element sets the title and the links of the page's head (`manage-head`).
    pub(super) manages_head: bool,
    /// Whether the diagnostics are shown to developers (`debug`).
    pub(super) debug: bool,
    /// How many milliseconds a request may take (`timeout`).
    pub(super) milliseconds: u32,
}

impl Settings {
    /// What the page asks for now.
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

/// The language in which to speak to the reader: the first of those that count that the interface has, or else English.
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
