//! Clicks on references and on letters of the list: the page that embeds the viewer may handle them itself, and a
//! letter of a catalogue that names no page for letters opens in place.
//!
//! A reference of the letter is followed by a click of the mouse and by Enter; a tap and a key open its card (`clicks.js`).

use std::rc::Rc;

use yew::prelude::*;

use super::effects::{EveryRendering, use_effect_on};
use super::resolving::Resolved;
use super::sheet::SheetStore;
use super::shelf::Shelf;
use super::view::View;
use crate::browser::loading::Loader;
use crate::browser::{Element, Event, HtmlElement, addresses, dom, events, listening};
use letters::catalogue::CataloguedVersion;
use letters::ids::{DocumentId, Language};
use letters::resolver::{Provenance, Reference};

/// Selects links to documents.
const LINK: &str = "a[data-reference], a[data-letter]";

/// Selects the buttons that close a column.
const CLOSE: &str = "button[data-close]";

/// Selects links to versions of the letter, in the panel of the versions and over the columns.
const VERSION: &str = "a[data-version]";

/// Handles clicks on links to documents, in the controls and in the letter, and on the controls of paragraphs.
#[hook]
pub(super) fn use_link_clicks(follower: Follower, store: &SheetStore) -> Callback<MouseEvent> {
    let article = follower.article.clone();
    let latest = use_mut_ref(|| None::<Follower>);
    use_effect_on(EveryRendering, {
        let latest = Rc::clone(&latest);
        move |_| {
            latest.replace(Some(follower));
        }
    });
    use_effect_on((article, store.clone()), {
        let latest = Rc::clone(&latest);
        move |(article, store)| {
            let store = store.clone();
            let latest_for_keys = Rc::clone(&latest);
            let click = listening::Listener::new(article, "click", move |event| {
                let follower = latest.borrow().clone();
                if let Some(follower) = follower
                    && !follower.shows_card(&event)
                {
                    follower.follow(&event);
                }
                store.answer(&event);
            });
            let key = listening::Listener::new(article, "keydown", move |event| {
                let follower = latest_for_keys.borrow().clone();
                if let Some(follower) = follower {
                    follower.shows_card(&event);
                }
            });
            [click, key]
        }
    });
    use_callback((), move |event: MouseEvent, ()| {
        let follower = latest.borrow().clone();
        if let Some(follower) = follower {
            follower.follow(&event);
        }
    })
}

/// The data for handling a click.
#[derive(Clone)]
pub(super) struct Follower {
    pub(super) host: HtmlElement,
    pub(super) article: Element,
    pub(super) loader: Loader,
    pub(super) resolved: Rc<Resolved>,
    pub(super) shelf: Option<Shelf>,
    pub(super) view: View,
    /// The language of the letter on the sheet.
    pub(super) shown: Option<Language>,
    pub(super) change: Callback<View>,
    /// Shows the card of the reference with the number.
    pub(super) show_card: Callback<usize>,
}

impl Follower {
    /// Shows the card of a reference, if the click or key on it asks for that, and returns whether it does.
    fn shows_card(&self, event: &Event) -> bool {
        let number = self.loader.card_of(event).filter(|_| !events::is_answered(event));
        if let Some(number) = number {
            events::prevent_default(event);
            self.show_card.emit(number);
        }
        number.is_some()
    }

    /// Handles a click, if it is a plain one on a link to a document.
    pub(super) fn follow(&self, event: &Event) {
        let is_plain = events::is_plain_click(event);
        let closed = listening::closest(event, CLOSE)
            .and_then(|button| dom::attribute(&button, "data-close")?.parse().ok());
        if let Some(language) = closed {
            self.change.emit(self.view.without(language, self.shown));
            return;
        }
        if is_plain
            && !events::is_answered(event)
            && let Some(version) = listening::closest(event, VERSION)
            && let Some(code) = dom::attribute(&version, "data-version")
            && let Ok(language) = code.parse()
        {
            events::prevent_default(event);
            if self.shown != Some(language) {
                self.change.emit(self.view.in_language(language, self.shown));
            }
            return;
        }
        let Some(link) = listening::closest(event, LINK).filter(|_| is_plain && !events::is_answered(event))
        else {
            return;
        };
        let number = dom::attribute(&link, "data-reference").and_then(|number| number.parse::<usize>().ok());
        let document = dom::attribute(&link, "data-document");
        // A click may come after the letter has changed and before its references are known here: effects run later
        // than the text changes.
        let is_same = |reference: &&Reference| {
            document.as_ref().is_none_or(|document| *document == reference.citation.id.to_string())
        };
        let reference = self.resolved.reference(number).filter(is_same);
        let id = match reference {
            Some(reference) => Some(reference.citation.id.clone()),
            None => {
                let id = document.as_ref().cloned().or_else(|| dom::attribute(&link, "data-letter"));
                id.and_then(|id| id.parse::<DocumentId>().ok())
            }
        };
        let Some(id) = id else { return };
        let href = dom::attribute(&link, "href").unwrap_or_default();
        let text = dom::text(&link);
        let state = reference.map_or("resolved", |reference| reference.state.name());
        let goes_on = events::reference_open(&self.host, &id.to_string(), &href, text.trim(), state);
        if !goes_on {
            events::prevent_default(event);
        } else if self.opens_in_place(&id, reference, &href) {
            events::prevent_default(event);
            if addresses::hold_view(&self.host) {
                self.change.emit(self.view.of_letter(id.to_string()));
            } else {
                dom::set_attribute(&self.host, "letter", &id.to_string());
            }
        }
    }

    /// Whether the link leads to a letter that the site holds, on this very page: the catalogue names no page for
    /// letters, or this one.
    fn opens_in_place(&self, id: &DocumentId, reference: Option<&Reference>, href: &str) -> bool {
        // A link of the letter itself, or one that the page resolved, leads to its own address.
        let is_catalogued = reference.is_none_or(|reference| {
            reference.target.as_ref().is_some_and(|target| target.provenance == Provenance::Catalogue)
        });
        let Some(catalogue) = self.shelf.as_ref().map(Shelf::catalogue).filter(|_| is_catalogued) else {
            return false;
        };
        let is_here = match (&catalogue.page, addresses::hold_view(&self.host)) {
            (Some(_), true) => addresses::is_this_page(href),
            (None, _) => true,
            (Some(_), false) => false,
        };
        // A version that has a page of its own is read there.
        let is_text = |version: &CataloguedVersion| !version.file.ends_with(".html");
        is_here && catalogue.get(id).is_some_and(|letter| letter.versions.iter().any(is_text))
    }
}
