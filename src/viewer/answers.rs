//! The line between the bar and the sheet that answers first: whether the letter still holds, what is due next, whom to ask.
//!
//! Its room is there before its words are, so that nothing moves when the catalogue or the viewer comes late. What does not
//! fit is left to the panels.

use yew::prelude::*;

use super::controls::{Control, Controls};
use super::references::letter_link;
use super::shelf::Shelf;
use super::texts::ReadLetter;
use super::vdom::{element, text};
use super::wording;
use letters::address::Address;
use letters::catalogue::Effect;
use letters::ids::Language;
use letters::interface::{Interface, Message};
use letters::letter::{DateKind, KeyDate};

/// The longest words about a date in the line, in characters: longer ones are in the panel of details alone.
const LONGEST_ABOUT: usize = 60;

/// How the letter and others affect each other.
pub(super) fn effects(letter: Option<&ReadLetter>, shelf: Option<&Shelf>) -> Vec<Effect> {
    let id = letter.and_then(|letter| letter.metadata.letterhead.ids.first());
    id.zip(shelf).map(|(id, shelf)| shelf.catalogue().effects(id)).unwrap_or_default()
}

/// The mark of a letter that another one affects: the gravest.
pub(super) fn mark(effects: &[Effect]) -> Option<Message> {
    effects.first().and_then(|effect| effect.standing.mark())
}

/// The line about the letter.
pub(super) fn answers(
    letter: Option<&ReadLetter>,
    effects: &[Effect],
    shelf: Option<&Shelf>,
    controls: Controls,
    interface: Interface,
) -> Html {
    let (of_others, own): (Vec<_>, Vec<_>) =
        effects.iter().partition(|effect| effect.standing.mark().is_some());
    let words = |effects: Vec<&Effect>| -> Vec<Html> {
        effects.into_iter().map(|effect| self::effect(effect, shelf, interface)).collect()
    };
    let of_others = element("div", &[("role", Some("status"))], words(of_others));
    let has_letter = letter.is_some();
    let letter = letter.filter(|_| controls.show(Control::Details));
    let next = letter.and_then(|letter| next(letter, interface));
    let contact = letter.and_then(|letter| contact(letter, interface));
    element(
        "div",
        // Without a letter there is no room for it.
        &[
            ("class", has_letter.then_some("answers")),
            ("part", Some("answers")),
            ("hidden", (!has_letter).then_some("")),
        ],
        [of_others].into_iter().chain(next).chain(words(own)).chain(contact),
    )
}

fn effect(
    Effect { standing, other: id, date }: &Effect,
    shelf: Option<&Shelf>,
    interface: Interface,
) -> Html {
    let link = letter_link(id, shelf, interface);
    let date = date.map(|date| {
        let datetime = date.to_string();
        let words = text(&wording::date(date, interface));
        element("time", &[("datetime", Some(datetime.as_str()))], [words])
    });
    let class = if standing.mark().is_some() { "standing" } else { "effect" };
    let label = text(&standing.message().labelled("", interface));
    let date = date.into_iter().flat_map(|date| [text(" "), date]);
    element("p", &[("class", Some(class))], [label, link].into_iter().chain(date))
}

/// The next day by which something is due, or else on which something happens; where all are over, the last one.
fn next(letter: &ReadLetter, interface: Interface) -> Option<Html> {
    let is_passed = |date: &KeyDate| wording::is_over(date.last);
    let of_kind = |kind: DateKind| letter.metadata.key_dates.iter().filter(move |date| date.kind == kind);
    let coming = |kind: DateKind| of_kind(kind).find(|date| !is_passed(date));
    let last = |kind: DateKind| of_kind(kind).next_back();
    let date = coming(DateKind::Deadline)
        .or_else(|| coming(DateKind::Event))
        .or_else(|| last(DateKind::Deadline))
        .or_else(|| last(DateKind::Event))?;
    let message = if date.kind == DateKind::Deadline { Message::Deadline } else { Message::Event };
    let datetime = date.first.to_string();
    let words = text(&wording::period(date.first, date.last, interface));
    let time = element("time", &[("datetime", Some(datetime.as_str()))], [words]);
    let place = date.paragraph.map(|number| Address::Place(number.to_string()).to_string());
    let time = match &place {
        Some(place) => element("a", &[("href", Some(place.as_str()))], [time]),
        None => time,
    };
    let about = date.about.as_deref().filter(|about| about.chars().count() <= LONGEST_ABOUT);
    let about = about.map(|about| {
        let language = letter.language().map(Language::tag);
        element("span", &[("lang", language), ("dir", Some("auto"))], [text(about)])
    });
    let passed = is_passed(date);
    let mark = passed.then(|| element("span", &[], [text(Message::Passed.text(interface))]));
    let class = if passed { "next passed" } else { "next" };
    let label = text(&message.labelled("", interface));
    let rest = mark.into_iter().chain(about).flat_map(|words| [text(" "), words]);
    Some(element("p", &[("class", Some(class))], [label, time].into_iter().chain(rest)))
}

/// The first person or address to write to, or to call.
fn contact(letter: &ReadLetter, interface: Interface) -> Option<Html> {
    // Nobody is written to by fax.
    let reached = letter.metadata.letterhead.contacts.iter().find_map(|contact| {
        let mail = contact.emails.first();
        let number = mail.or(contact.phones.first())?;
        let address = if mail.is_some() { Address::mail(number) } else { Address::phone(number) };
        Some((contact.name.as_ref().unwrap_or(number), address?))
    });
    let (words, address) = reached?;
    let link = element("a", &[("href", Some(address.to_string().as_str()))], [text(words)]);
    let link = element("bdi", &[("lang", letter.language().map(Language::tag))], [link]);
    let label = text(&Message::Contact.labelled("", interface));
    Some(element("p", &[("class", Some("contact"))], [label, link]))
}
