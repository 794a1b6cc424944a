//! The toolbar above the letter: its name and date, its languages, and the tools.

use yew::prelude::*;

use super::controls::{Control, Controls};
use super::disclosure::Disclosure;
use super::languages::{Choice, comparing, languages};
use super::shelf::Shelf;
use super::texts::ReadLetter;
use super::vdom::{element, text};
use super::wording;
use crate::browser::printing;
use letters::interface::{Interface, Message};

/// The toolbar. Without a letter, which `identity` names, it has the languages alone, because another version may be
/// available. `openings` scroll the panels of details and of references into view.
pub(super) fn toolbar(
    identity: Option<Html>,
    shelf: Option<&Shelf>,
    interface: Interface,
    controls: Controls,
    choice: Option<&Choice<'_>>,
    disclosures: &[Disclosure; 2],
    openings: &[Callback<MouseEvent>; 2],
) -> Html {
    let has_letter = identity.is_some();
    let shows = |control: Control| controls.show(control);
    let shelf = shelf.filter(|_| shows(Control::List));
    // Where the site has a page for letters, that page without an id is the list.
    let list = shelf.and_then(|shelf| shelf.address(&shelf.catalogue().page.as_ref()?.replace("{id}", "")));
    let [of_languages, of_comparison] = disclosures;
    let [on_details, on_references] = openings;
    let tools = || {
        html! {
            <>
                if shows(Control::Details) {
                    <button type="button" class="tool to-details" onclick={on_details}>{ Message::Details.text(interface) }</button>
                }
                if shows(Control::References) {
                    <button type="button" class="tool to-references" onclick={on_references}>{ Message::References.text(interface) }</button>
                }
                if shows(Control::Print) {
                    <button type="button" class="tool print" onclick={|_| printing::print()}>{ Message::Print.text(interface) }</button>
                }
            </>
        }
    };
    html! {
        <div class="bar" part="bar" role="group" aria-label={Message::Tools.text(interface)}>
            <p class="identity">{ for identity }</p>
            <div class="choice">
                { for choice.filter(|_| shows(Control::Languages)).map(|choice| languages(choice, of_languages)) }
                { for choice.filter(|_| shows(Control::Compare)).map(|choice| comparing(choice, of_comparison)) }
            </div>
            <div class="tools">
                if let Some(list) = list {
                    <a class="tool" href={list}>{ Message::AllLetters.text(interface) }</a>
                }
                { for has_letter.then(tools) }
            </div>
        </div>
    }
}

/// The name and the date of the letter; `mark` says that it does not hold as it is.
pub(super) fn identity(letter: &ReadLetter, mark: Option<&str>, interface: Interface) -> Html {
    let reference = element("bdi", &[("class", Some("reference"))], [text(&letter.name)]);
    let date = letter.metadata.letterhead.date.map(|date| {
        let datetime = date.to_string();
        element("time", &[("datetime", Some(datetime.as_str()))], [text(&wording::date(date, interface))])
    });
    let mark = mark.map(|mark| element("span", &[("class", Some("mark"))], [text(mark)]));
    let space = text(" ");
    [reference, space].into_iter().chain(date).chain(mark).collect()
}
