//! The references of the letter that is shown: found once, and resolved anew when the catalogue comes, or an answer of the page.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Settings;
use super::loading::ReadLetter;
use super::shelf::Shelf;
use crate::citation::{self, Citation, Link};
use crate::document::DocumentId;
use crate::resolver::{self, Entry, Provenance, Reason, Reference, Sources, State};

/// What a letter cites, and its links that lead nowhere.
#[derive(Default, PartialEq)]
pub(super) struct Resolved {
    pub(super) references: Vec<Reference>,
    pub(super) dead: Vec<Link>,
}

/// The references of the letter.
#[hook]
pub(super) fn use_references(
    text: Option<&ReadLetter>,
    shelf: Option<&Shelf>,
    settings: &Settings,
) -> Rc<Resolved> {
    let citations = use_memo(text.cloned(), |text| {
        text.as_ref().filter(|text| text.is_letter()).map(|text| citation::find(text)).unwrap_or_default()
    });
    let answers = use_answers(&citations, settings);
    let entries = [settings.entries.clone(), (*answers).clone()].concat();
    let input = (text.cloned(), shelf.cloned(), settings.interface, entries);
    use_memo(input, |(text, shelf, interface, entries)| {
        let Some(text) = text else { return Resolved::default() };
        let catalogue = shelf.as_ref().map(Shelf::catalogue);
        let sources = Sources { catalogue, entries, language: *interface };
        let mut references = resolver::resolve(text, (*citations).clone(), sources);
        references.iter_mut().for_each(|reference| make_absolute(reference, shelf.as_ref()));
        let dead = resolver::dead_links(text, &references);
        Resolved { references, dead }
    })
}

/// The address of a letter of the catalogue is relative to the catalogue.
fn make_absolute(reference: &mut Reference, shelf: Option<&Shelf>) {
    let Some(target) = &mut reference.target else { return };
    if target.provenance != Provenance::Catalogue {
        return;
    }
    match shelf.and_then(|shelf| shelf.address(&target.address)) {
        Some(address) => target.address = address,
        // The catalogue names something that is no address of the web.
        None => {
            reference.target = None;
            (reference.state, reference.reason) = (State::Unresolved, Some(Reason::NoAddress));
        }
    }
}

/// What the page's own function answers: at first nothing, then each answer as it comes.
#[hook]
fn use_answers(citations: &Rc<Vec<Citation>>, settings: &Settings) -> UseStateHandle<Vec<Entry>> {
    let answers = use_state(Vec::new);
    let set = answers.setter();
    let input = (Rc::clone(citations), settings.resolver.clone(), settings.interface);
    use_effect_with(input, move |(citations, resolver, interface)| {
        set.set(Vec::new());
        let is_wanted = Rc::new(RefCell::new(Some(Vec::new())));
        if let Some(resolver) = resolver {
            let all = Rc::clone(&is_wanted);
            resolver.ask(&ids(citations), *interface, move |entry| {
                // An answer that comes when another letter is shown goes nowhere.
                if let Ok(mut all) = all.try_borrow_mut()
                    && let Some(all) = all.as_mut()
                {
                    all.push(entry);
                    set.set(all.clone());
                }
            });
        }
        move || {
            if let Ok(mut all) = is_wanted.try_borrow_mut() {
                *all = None;
            }
        }
    });
    answers
}

/// The documents that are cited, each once.
fn ids(citations: &[Citation]) -> Vec<DocumentId> {
    let mut ids: Vec<DocumentId> = Vec::new();
    for citation in citations {
        if !ids.contains(&citation.id) && citation.id != DocumentId::Awaited {
            ids.push(citation.id.clone());
        }
    }
    ids
}
