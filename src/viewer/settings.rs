//! The page's settings for the element, read from its attributes, its properties and its surroundings.
//!
//! The root component reads them and hands each child the part that it needs.

use super::controls::Controls;
use super::host_properties;
use super::taken::Taken;
use crate::browser::loading::Loader;
use crate::browser::{HtmlElement, dom, interface, properties};
use letters::ids::Direction;
use letters::resolver::Entry;

/// The page's settings.
#[derive(Clone, PartialEq)]
pub(super) struct Settings {
    /// What the loader has chosen.
    pub(super) taken: Taken,
    /// The documents that the page knows (`registry`).
    pub(super) entries: Vec<Entry>,
    /// The page's function that resolves citations (`resolver`).
    pub(super) resolver: Option<properties::Resolver>,
    /// The direction of writing around the element, which is that of the page's own words in it.
    pub(super) around: Direction,
    /// The controls around the letter (`controls`).
    pub(super) controls: Controls,
    /// Whether the element sets the title and the links of the page's head (`manage-head`).
    pub(super) manages_head: bool,
    /// Whether the diagnostics are shown to developers (`debug`).
    pub(super) debug: bool,
}

impl Settings {
    /// The current settings, after those before; none without an interface.
    pub(super) fn of(host: &HtmlElement, loader: &Loader, before: Option<&Self>) -> Option<Self> {
        Some(Self {
            taken: Taken::from(loader, before.map(|before| &before.taken))?,
            entries: host_properties::registry(host),
            resolver: host_properties::resolver(host),
            around: direction_around(host),
            controls: Controls::of(dom::attribute(host, "controls").as_deref()),
            manages_head: dom::has_attribute(host, "manage-head"),
            debug: dom::has_attribute(host, "debug"),
        })
    }
}

/// The direction of writing around the element.
fn direction_around(host: &HtmlElement) -> Direction {
    match interface::direction_around(host) {
        Some(direction) if direction.eq_ignore_ascii_case("rtl") => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}
