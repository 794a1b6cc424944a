//! A reader follows a reference, or a letter of the list: the page that embeds the viewer may do it in its own way, and a letter of a
//! catalogue that names no page for letters opens in place.

use super::shelf::Shelf;
use crate::browser::{Event, HtmlElement, events, listening};
use crate::document::DocumentId;
use crate::resolver::{Provenance, Reference};

/// What finds a link to a document.
const LINK: &str = "a[data-reference], a[data-letter]";

/// Answers a click, if it is a plain one on a link to a document.
pub(super) fn follow(host: &HtmlElement, event: &Event, references: &[Reference], shelf: Option<&Shelf>) {
    let is_plain = events::is_plain_click(event);
    let Some(link) = listening::closest(event, LINK).filter(|_| is_plain && !event.default_prevented())
    else {
        return;
    };
    let number = link.get_attribute("data-reference").and_then(|number| number.parse::<usize>().ok());
    let reference = number.and_then(|number| references.get(number.checked_sub(1)?));
    let id = match reference {
        Some(reference) => Some(reference.citation.id.clone()),
        None => link.get_attribute("data-letter").and_then(|id| id.parse::<DocumentId>().ok()),
    };
    let Some(id) = id else { return };
    let href = link.get_attribute("href").unwrap_or_default();
    let text = link.text_content().unwrap_or_default();
    let state = reference.map_or("resolved", |reference| reference.state.name());
    let goes_on = events::reference_open(host, &id.to_string(), &href, text.trim(), state);
    let opens_in_place = || {
        // A link of the letter, or of the page, leads where it says.
        let is_catalogued = reference.is_none_or(|reference| {
            reference.target.as_ref().is_some_and(|target| target.provenance == Provenance::Catalogue)
        });
        // Where the address of the page says what is shown, it has to change.
        let is_free = is_catalogued && host.get_attribute("history").as_deref() != Some("query");
        let catalogue = shelf.map(Shelf::catalogue).filter(|catalogue| catalogue.page.is_none() && is_free);
        catalogue.and_then(|catalogue| catalogue.get(&id)).is_some_and(|letter| !letter.versions.is_empty())
    };
    if !goes_on {
        event.prevent_default();
    } else if opens_in_place() {
        event.prevent_default();
        // An attribute with a fixed name.
        let _ = host.set_attribute("letter", &id.to_string());
    }
}
