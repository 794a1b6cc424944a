//! The toolbar above the letter: its name and date, its languages, and the tools.

use yew::prelude::*;

use super::controls::{Control, Controls};
use super::languages::{Choice, comparing, languages, opening};
use super::shelf::Shelf;
use super::texts::ReadLetter;
use super::vdom::{element, text};
use super::wording;
use letters::interface::{Interface, Message};
use letters::record::Heading;

/// The toolbar. Without a letter, which `identity` names, it has the languages alone, because another version may be
/// available, and the way to the list. `openings` scroll the panels of details and of references into view.
pub(super) fn toolbar(
    identity: Option<Html>,
    shelf: Option<&Shelf>,
    interface: Interface,
    controls: Controls,
    choice: Option<&Choice<'_>>,
    headings: &[Heading],
) -> Html {
    let has_letter = identity.is_some();
    let shows = |control: Control| controls.show(control);
    let shelf = shelf.filter(|_| shows(Control::List));
    // Where the site has a page for letters, that page without an id is the list.
    let list = shelf.and_then(|shelf| shelf.address(&shelf.catalogue().page.as_ref()?.replace("{id}", "")));
    let tools = || {
        html! {
            <>
                if !headings.is_empty() && shows(Control::Outline) {
                    <button type="button" class="tool to-outline">{ Message::Contents.text(interface) }</button>
                }
                if shows(Control::Details) {
                    <button type="button" class="tool to-details">{ Message::Details.text(interface) }</button>
                }
                if shows(Control::References) {
                    <button type="button" class="tool to-references">{ Message::References.text(interface) }</button>
                }
                if shows(Control::Print) {
                    <button type="button" class="tool print">{ Message::Print.text(interface) }</button>
                }
                if shows(Control::Tools) {
                    <button type="button" class="tool more" aria-haspopup="dialog">{ Message::MoreTools.text(interface) }</button>
                }
            </>
        }
    };
    html! {
        <div class="bar" part="bar" role="group" aria-label={Message::Tools.text(interface)}>
            <p class="identity">{ for identity }</p>
            { for choice.filter(|_| shows(Control::Languages)).map(languages) }
            <div class="tools">
                { for has_letter.then(|| opening("menu", "tools", [dots(interface)])) }
                <div id="tools" class="entries">
                    { for choice.filter(|_| shows(Control::Compare)).map(comparing) }
                    if let Some(list) = list {
                        <a class="tool" href={list}>{ Message::AllLetters.text(interface) }</a>
                    }
                    { for has_letter.then(tools) }
                </div>
            </div>
        </div>
    }
}

/// The sign on the button that opens the tools in a narrow column, with its name.
fn dots(interface: Interface) -> Html {
    html! { <><span aria-hidden="true">{ "⋯" }</span><span class="unseen">{ Message::Tools.text(interface) }</span></> }
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
