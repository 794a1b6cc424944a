//! The outline of a long letter: its headings and annexes, each a link to its place. `jumps.js` marks the one that the
//! reader is in.

use yew::prelude::*;

use super::texts::ReadLetter;
use super::vdom::{element, text};
use letters::ids::Language;
use letters::interface::{Interface, Message};
use letters::record::{Heading, outline};

/// The fewest headings that make an outline useful.
const FEWEST: usize = 2;

/// The headings of the letter that have a place; none if they are too few for an outline.
pub(super) fn headings(letter: &ReadLetter) -> Vec<Heading> {
    let headings = outline(letter.json(), &letter.metadata);
    if headings.len() < FEWEST { Vec::new() } else { headings }
}

/// The panel.
pub(super) fn panel(letter: &ReadLetter, headings: &[Heading], interface: Interface) -> Html {
    let entries = headings.iter().map(|heading| {
        let address = format!("#{}", heading.place);
        let level = heading.level.min(2).to_string();
        let link = element("a", &[("href", Some(address.as_str()))], [text(&heading.text)]);
        element("li", &[("data-level", Some(level.as_str()))], [link])
    });
    let language = letter.language();
    let attributes = [
        ("lang", language.map(Language::tag)),
        ("dir", language.map(|language| language.direction().code())),
    ];
    let list = element("ol", &attributes, entries);
    let title = element("h2", &[], [text(Message::Contents.text(interface))]);
    let attributes = [("class", Some("details outline")), ("part", Some("outline")), ("open", Some(""))];
    element("details", &attributes, [element("summary", &[], [title]), list])
}
