//! The list of the letters of a catalogue: shown when no letter is requested.

use yew::prelude::*;

use super::interface_choice::interface_choice;
use super::shelf::Shelf;
use super::vdom::{element, text};
use super::wording;
use crate::browser::loading::Loader;
use letters::catalogue::CataloguedLetter;
use letters::interface::{Interface, Message, name};
use letters::letter::Status;
use letters::resolver::address_of;

/// The letters that the site holds, the latest first.
pub(super) fn letters(shelf: &Shelf, loader: &Loader, interface: Interface) -> Html {
    let held: Vec<&CataloguedLetter> = shelf.catalogue().held().collect();
    let entries = held.into_iter().rev().map(|letter| entry(shelf, letter, interface));
    let title = element("h2", &[], [text(Message::Letters.text(interface))]);
    let list = element("ul", &[], entries);
    element(
        "section",
        &[("class", Some("letters")), ("part", Some("letters"))],
        [title, list].into_iter().chain(interface_choice(loader, interface)),
    )
}

fn entry(shelf: &Shelf, letter: &CataloguedLetter, interface: Interface) -> Html {
    let version = letter.version(interface.language());
    let address = address_of(shelf.catalogue(), letter, interface.language())
        .and_then(|address| shelf.address(&address));
    let id = letter.id.to_string();
    let link = [
        ("href", address.as_deref()),
        ("data-letter", Some(id.as_str())),
        ("hreflang", version.map(|version| version.language.tag())),
    ];
    let link = element("a", &link, [text(&name(&letter.id, interface))]);
    let date = letter.date.map(|date| {
        let datetime = date.to_string();
        element("time", &[("datetime", Some(datetime.as_str()))], [text(&wording::date(date, interface))])
    });
    let subject = version.and_then(|version| Some((version.subject.as_deref()?, version.language)));
    let subject = subject.map(|(subject, language)| {
        let attributes = [("lang", Some(language.tag())), ("dir", Some(language.direction().code()))];
        element("p", &attributes, [text(subject)])
    });
    let fact = |content: Vec<Html>| element("span", &[("class", Some("fact"))], content);
    let mut languages: Vec<Html> = Vec::new();
    for version in &letter.versions {
        if !languages.is_empty() {
            languages.push(text(" · "));
        }
        let language = version.language;
        languages.push(element("span", &[("lang", Some(language.tag()))], [text(language.native_name())]));
    }
    let mut facts = Vec::new();
    let is_specimen = letter.versions.iter().all(|version| version.status == Status::Specimen);
    if is_specimen {
        facts.push(Message::Specimen.text(interface).to_owned());
    }
    let standing = shelf.catalogue().standing(&letter.id).into_iter().map(|(standing, by)| {
        let words = standing.message().labelled(name(&by.id, interface), interface);
        element("span", &[("class", Some("fact standing"))], [text(&words)])
    });
    let facts = facts.iter().map(|words| fact(vec![text(words)]));
    let facts = element("p", &[("class", Some("facts"))], standing.chain([fact(languages)]).chain(facts));
    let head = element("p", &[("class", Some("head"))], [link].into_iter().chain(date));
    element("li", &[], [head].into_iter().chain(subject).chain([facts]))
}
