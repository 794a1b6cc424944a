//! The references of the versions on the page: found once, and resolved again when the catalogue or an answer of the
//! page arrives.

use std::rc::Rc;

use yew::prelude::*;

use super::effects::use_effect_on;
use super::host_properties;
use super::shelf::Shelf;
use super::texts::ReadLetter;
use crate::browser::properties::Resolver;
use crate::browser::{HtmlElement, events};
use letters::ids::DocumentId;
use letters::interface::Interface;
use letters::resolver::{self, Entry, LocatedCatalogue, Reference, Sources};

/// The references of the versions on the page.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Resolved {
    /// The references of the letter, then those of each version beside it. They are numbered on the page in this order.
    pub(super) references: Vec<Reference>,
    /// The number of references before those of each version.
    pub(super) starts: Vec<usize>,
}

impl Resolved {
    /// The number of references before those of the version.
    pub(super) fn before(&self, version: usize) -> usize {
        self.starts.get(version).copied().unwrap_or(self.references.len())
    }

    /// The index of the version that has the reference with the number.
    pub(super) fn version_of(&self, number: usize) -> usize {
        self.starts.iter().filter(|start| **start < number).count().saturating_sub(1)
    }

    /// The reference with the number, starting at 1.
    pub(super) fn reference(&self, number: Option<usize>) -> Option<&Reference> {
        self.references.get(number?.checked_sub(1)?)
    }

    /// The references of one version.
    pub(super) fn of(&self, version: usize) -> &[Reference] {
        self.references.get(self.before(version)..self.before(version + 1)).unwrap_or_default()
    }
}

/// The references of the versions that are on the page; the first is the letter. `known` has the documents that the
/// page knows.
#[hook]
pub(super) fn use_references(
    versions: &[ReadLetter],
    shelf: Option<&Shelf>,
    interface: Interface,
    known: &[Entry],
    resolver: Option<&Resolver>,
) -> References {
    let answers = use_answers(versions, interface, resolver);
    let entries = [known, &answers.entries].concat();
    let input = (versions.to_vec(), shelf.cloned(), interface, entries);
    let resolved = use_memo(input, |(versions, shelf, interface, entries)| {
        // A list of thousands of letters is shown without their catalogue being read here.
        let shelf = shelf.as_ref().filter(|_| !versions.is_empty());
        let located = shelf.map(|shelf| (shelf.catalogue(), shelf.locate()));
        let catalogue = located.as_ref().map(|(catalogue, locate)| LocatedCatalogue { catalogue, locate });
        let mut resolved = Resolved::default();
        for version in versions {
            let sources = Sources { catalogue, entries, language: interface.language() };
            resolved.starts.push(resolved.references.len());
            let head = &version.metadata.letterhead;
            let references = resolver::resolve_untitled(head, version.citations().to_vec(), sources);
            // A letter of the catalogue has its title from there; the record has those of other documents.
            resolved.references.extend(references.into_iter().zip(&version.titles).map(
                |(reference, title)| {
                    let title = reference.title.clone().or_else(|| title.clone());
                    Reference { title, ..reference }
                },
            ));
        }
        resolved
    });
    let has_answered = answers.versions == versions && answers.expected == 0;
    References { resolved, are_settled: resolver.is_none() || has_answered }
}

/// The references of the versions on the page.
pub(super) struct References {
    pub(super) resolved: Rc<Resolved>,
    /// Whether the page's own function has answered for each of them.
    pub(super) are_settled: bool,
}

/// Tells the page that the references are those that stay, each time they have become so.
#[hook]
pub(super) fn use_references_event(
    host: &HtmlElement,
    letter: Option<&ReadLetter>,
    references: &References,
    is_browsing: bool,
) {
    let are_settled = references.are_settled && !is_browsing;
    let input = (host.clone(), letter.cloned(), Rc::clone(&references.resolved), are_settled);
    use_effect_on(input, |(host, letter, _, are_settled)| {
        if letter.is_some() && *are_settled {
            events::letter_references(host);
        }
    });
}

/// The answers of the page's own function, as they are known.
#[derive(Clone, Default, PartialEq)]
struct Answered {
    entries: Vec<Entry>,
    /// The versions whose documents it has been asked for.
    versions: Vec<ReadLetter>,
    /// The number of answers that are still expected.
    expected: usize,
}

/// The answers of the page's own function, in the language of the interface.
struct Answers {
    resolver: Option<Resolver>,
    interface: Interface,
    /// The documents that it has been asked for, whether it has answered or not.
    asked: Vec<DocumentId>,
    answered: Answered,
}

impl Answers {
    fn none(resolver: Option<Resolver>, interface: Interface) -> Self {
        Self { resolver, interface, asked: Vec::new(), answered: Answered::default() }
    }
}

/// The answers of the page's own function, as they arrive. An answer for one version holds for the others, which cite
/// the same documents.
#[hook]
fn use_answers(
    versions: &[ReadLetter],
    interface: Interface,
    resolver: Option<&Resolver>,
) -> UseStateHandle<Answered> {
    let answers = use_state(Answered::default);
    let set = answers.setter();
    let store = use_mut_ref(|| Answers::none(None, interface));
    let input = (versions.to_vec(), resolver.cloned(), interface);
    use_effect_on(input, move |(versions, resolver, interface)| {
        let Ok(mut known) = store.try_borrow_mut() else { return };
        if known.resolver != *resolver || known.interface != *interface {
            *known = Answers::none(resolver.clone(), *interface);
            set.set(Answered::default());
        }
        let Some(resolver) = resolver.clone() else { return };
        let mut ids = ids(versions);
        ids.retain(|id| !known.asked.contains(id));
        known.asked.extend_from_slice(&ids);
        known.answered.expected += ids.len();
        known.answered.versions.clone_from(versions);
        set.set(known.answered.clone());
        drop(known);
        let (interface, asked) = (*interface, resolver.clone());
        let store = Rc::clone(&store);
        host_properties::ask(&resolver, &ids, interface.language(), move |entry: Option<Entry>| {
            // A late answer, of another function or for another language, is discarded.
            if let Ok(mut known) = store.try_borrow_mut()
                && known.resolver.as_ref() == Some(&asked)
                && known.interface == interface
            {
                known.answered.entries.extend(entry);
                known.answered.expected = known.answered.expected.saturating_sub(1);
                set.set(known.answered.clone());
            }
        });
    });
    answers
}

/// The ids of the documents that are cited, each once.
fn ids(versions: &[ReadLetter]) -> Vec<DocumentId> {
    let mut ids: Vec<DocumentId> = Vec::new();
    for citation in versions.iter().flat_map(ReadLetter::citations) {
        if !ids.contains(&citation.id) && citation.id != DocumentId::Awaited {
            ids.push(citation.id.clone());
        }
    }
    ids
}
