//! The panel of references: the documents that the letter cites, by kind, each with its state and its places in the
//! text; and the letters that cite it.

use yew::prelude::*;

use super::shelf::Shelf;
use super::texts::ReadLetter;
use super::vdom::{element, text};
use super::wording;
use letters::catalogue::Standing;
use letters::ids::DocumentId;
use letters::ids::Language;
use letters::interface::{DocumentGroup, Interface, Message, name};
use letters::page;
use letters::resolver::{Certainty, Opens, Provenance, Reference, State, address_of};

/// The maximum number of documents listed.
const MOST_DOCUMENTS: usize = 500;

/// The maximum number of places listed for one document.
const MOST_PLACES: usize = 12;

/// The panel.
pub(super) fn references(
    letter: &ReadLetter,
    references: &[Reference],
    shelf: Option<&Shelf>,
    interface: Interface,
) -> Html {
    let mut groups: Vec<Html> = Vec::new();
    let documents = documents(references);
    for group in DocumentGroup::ALL {
        let entries: Vec<Html> = documents
            .iter()
            .filter(|places| {
                places.first().is_some_and(|(_, first)| DocumentGroup::of(&first.citation.id) == group)
            })
            .map(|places| entry(places, letter, interface))
            .collect();
        if !entries.is_empty() {
            groups.push(titled(group.message().text(interface), entries));
        }
    }
    if !letter.dead.is_empty() {
        groups.push(titled(
            Message::DeadLinks.text(interface),
            letter.dead.iter().map(|words| dead_link(words, letter.language(), interface)),
        ));
    }
    groups.extend(others(letter, shelf, interface));
    let more = if documents.len() == MOST_DOCUMENTS { "+" } else { "" };
    let title = format!("{} ({}{more})", Message::References.text(interface), documents.len());
    let title = element("h2", &[], [text(&title)]);
    let attributes =
        [("class", Some("details references")), ("part", Some("references")), ("open", Some(""))];
    element("details", &attributes, [element("summary", &[], [title])].into_iter().chain(groups))
}

/// The references by document, in the order in which they are first cited, with their numbers in the letter.
fn documents(references: &[Reference]) -> Vec<Vec<(usize, &Reference)>> {
    let mut documents: Vec<Vec<(usize, &Reference)>> = Vec::new();
    for (index, reference) in references.iter().enumerate() {
        let is_same = |places: &Vec<(usize, &Reference)>| {
            places.first().is_some_and(|(_, first)| {
                first.citation.id == reference.citation.id && first.target == reference.target
            })
        };
        let is_full = documents.len() == MOST_DOCUMENTS;
        match documents.iter_mut().find(|places| is_same(places)) {
            Some(places) => places.push((index + 1, reference)),
            None if is_full => {}
            None => documents.push(vec![(index + 1, reference)]),
        }
    }
    documents
}

/// A document: its name, its state, the reason for it, and the places of its citations.
fn entry(places: &[(usize, &Reference)], letter: &ReadLetter, interface: Interface) -> Html {
    let Some((_, reference)) = places.first() else { return Html::default() };
    let id = &reference.citation.id;
    let called = name(id, interface);
    let address = reference.target.as_ref().map(|target| target.address.as_str());
    let number = places.first().map(|(number, _)| number.to_string());
    let link = match address {
        Some(address) => {
            element("a", &[("href", Some(address)), ("data-reference", number.as_deref())], [text(&called)])
        }
        None => element("span", &[], [text(&called)]),
    };
    let state = element("span", &[("class", Some("state"))], [text(&whereabouts(reference, interface))]);
    let head = element("p", &[("class", Some("head"))], [link, state]);
    let title = title(reference);
    let notes = notes(reference, interface).into_iter();
    let notes = notes.map(|note| element("p", &[("class", Some("note"))], [text(&note)]));
    element(
        "li",
        &[],
        [head].into_iter().chain(title).chain(notes).chain([self::places(places, letter, interface)]),
    )
}

/// The title of the document, in its language.
pub(super) fn title(reference: &Reference) -> Option<Html> {
    let (title, language) = reference.title.as_ref()?;
    let attributes = [
        ("class", Some("title")),
        ("lang", Some(language.tag())),
        ("dir", Some(language.direction().code())),
    ];
    Some(element("p", &attributes, [text(title)]))
}

/// Links to the places in the text. A citation outside the numbered paragraphs is named by its words, in the letter's
/// language.
fn places(places: &[(usize, &Reference)], letter: &ReadLetter, interface: Interface) -> Html {
    let place = |(number, reference): &(usize, &Reference)| {
        let address = format!("#{}", page::reference_id(*number));
        let paragraph = reference.citation.paragraph;
        let called = match paragraph {
            Some(paragraph) => format!("¶\u{a0}{}", letter.number_of(paragraph)),
            None => reference.citation.text.clone(),
        };
        let label = paragraph.map(|paragraph| wording::paragraph(letter, paragraph, interface));
        let language = letter.language().filter(|_| paragraph.is_none()).map(Language::tag);
        let attributes =
            [("href", Some(address.as_str())), ("aria-label", label.as_deref()), ("lang", language)];
        element("a", &attributes, [text(&called)])
    };
    let rest = places.len().saturating_sub(MOST_PLACES);
    let rest = (rest > 0).then(|| text(&format!("+{rest}")));
    element("p", &[("class", Some("places"))], places.iter().take(MOST_PLACES).map(place).chain(rest))
}

/// A dead link of the letter.
fn dead_link(words: &str, language: Option<Language>, interface: Interface) -> Html {
    let words = element("bdi", &[("lang", language.map(Language::tag))], [text(words)]);
    let reason = element("p", &[("class", Some("note"))], [text(Message::DeadLink.text(interface))]);
    element("li", &[], [element("p", &[("class", Some("head"))], [words]), reason])
}

/// The letters that supersede, correct or postpone this one, and those that cite it.
fn others(letter: &ReadLetter, shelf: Option<&Shelf>, interface: Interface) -> Vec<Html> {
    let (Some(shelf), Some(id)) = (shelf, letter.metadata.letterhead.ids.first()) else { return Vec::new() };
    let catalogue = shelf.catalogue();
    let link = |id: &DocumentId| element("li", &[], [letter_link(id, Some(shelf), interface)]);
    let standing = catalogue.standing(id);
    let mut groups: Vec<Html> = [Standing::SupersededBy, Standing::CorrectedBy, Standing::PostponedBy]
        .into_iter()
        .filter_map(|wanted| {
            let by = standing.iter().filter(|(standing, _)| *standing == wanted);
            let by: Vec<Html> = by.map(|(_, letter)| link(&letter.id)).collect();
            (!by.is_empty()).then(|| titled(wanted.message().text(interface), by))
        })
        .collect();
    let citing: Vec<Html> = catalogue.citing(id).map(|letter| link(&letter.id)).collect();
    if !citing.is_empty() {
        groups.push(titled(Message::CitedBy.text(interface), citing));
    }
    groups
}

/// The name of a letter, with a link to it if the site holds it.
pub(super) fn letter_link(id: &DocumentId, shelf: Option<&Shelf>, interface: Interface) -> Html {
    let address = shelf.and_then(|shelf| {
        let catalogue = shelf.catalogue();
        shelf.address(&address_of(catalogue, catalogue.get(id)?, interface.language())?)
    });
    let code = id.to_string();
    let attributes = [("href", address.as_deref()), ("data-letter", Some(code.as_str()))];
    element("a", &attributes, [text(&name(id, interface))])
}

fn titled(title: &str, entries: impl IntoIterator<Item = Html>) -> Html {
    let title = element("h3", &[], [text(title)]);
    element("section", &[], [title, element("ul", &[], entries)])
}

/// The state of the reference in a word or two.
fn state(reference: &Reference) -> Message {
    match (reference.state, reference.target.as_ref().map(|target| target.provenance)) {
        (State::Own, _) => Message::StateOwn,
        (State::Ambiguous, _) => Message::StateAmbiguous,
        (State::Awaited, _) => Message::StateAwaited,
        (State::Unresolved, _) | (State::Resolved, None) => Message::StateUnresolved,
        (State::Resolved, Some(Provenance::Given)) => Message::StateGiven,
        (State::Resolved, Some(Provenance::Catalogue)) => Message::StateHeld,
        (State::Resolved, Some(Provenance::Host)) => Message::StateHost,
        (State::Resolved, Some(Provenance::Registry(Certainty::Certain))) => Message::StateRegistered,
        (State::Resolved, Some(Provenance::Rule(Certainty::Certain))) => Message::StateCertain,
        (State::Resolved, Some(Provenance::Registry(_) | Provenance::Rule(_))) => Message::StateLikely,
    }
}

/// What a reader should know of the target beside its name: why to doubt it, that the site holds it, or where it is.
pub(super) fn whereabouts(reference: &Reference, interface: Interface) -> String {
    let state = state(reference);
    let is_sure = matches!(
        state,
        Message::StateRegistered | Message::StateCertain | Message::StateGiven | Message::StateHost
    );
    let address = reference.target.as_ref().filter(|_| is_sure).map(|target| target.address.as_str());
    let place = address.and_then(|address| {
        let (_, rest) = address.split_once("://")?;
        let host = rest.split(['/', '?', '#']).next()?.trim_start_matches("www.");
        let is_pdf = rest.split(['?', '#']).next()?.to_ascii_lowercase().ends_with(".pdf");
        Some(if is_pdf { format!("PDF · {host}") } else { host.to_owned() })
    });
    place.unwrap_or_else(|| state.text(interface).to_owned())
}

/// Notes in sentences: why the reference has no target, what its link opens, and which letters supersede, correct or
/// postpone the document.
pub(super) fn notes(reference: &Reference, interface: Interface) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(reason) = reference.reason {
        notes.push(reason.message().text(interface).to_owned());
    }
    if let Some(target) = &reference.target {
        let message = match target.opens {
            Opens::Whole => Some(Message::OpensWhole),
            Opens::Collection => Some(Message::OpensCollection),
            Opens::Amended => Some(Message::OpensAmended),
            Opens::InForce if reference.opens_other_edition() => Some(Message::OpensInForce),
            Opens::InForce | Opens::Document => None,
        };
        notes.extend(message.map(|message| message.text(interface).to_owned()));
        // The edition that is cited and the one that opens are named only where they differ.
        let is_cited = target.edition.is_some() && target.edition == reference.citation.id.edition();
        if let Some(edition) = target.edition.filter(|_| !is_cited) {
            let editions = match reference.citation.id.edition() {
                Some(cited) => format!("{cited} › {edition}"),
                None => edition.to_string(),
            };
            notes.push(Message::Edition.labelled(editions, interface));
        }
    }
    notes.extend(
        reference
            .standing
            .iter()
            .map(|(standing, by)| standing.message().labelled(name(by, interface), interface)),
    );
    notes
}
