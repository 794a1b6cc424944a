//! The rail beside the letter: its details, its versions, its references, and the diagnostics for developers.

use std::rc::Rc;

use yew::prelude::*;

use super::controls::{Control, Controls};
use super::debug;
use super::details::details;
use super::effects::{EveryRendering, use_effect_on};
use super::interface_choice::interface_choice;
use super::outline;
use super::references::references;
use super::resolving::Resolved;
use super::shelf::Shelf;
use super::texts::ReadLetter;
use super::versions::{self, Comparison};
use super::wanted::KnownVersion;
use crate::browser::idleness;
use crate::browser::loading::Loader;
use letters::interface::{Interface, Message};
use letters::record::Heading;

/// The content of the rail.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RailProps {
    /// The text on the sheet.
    pub(super) text: Option<ReadLetter>,
    /// The work that the text is a version of.
    pub(super) work: Option<String>,
    pub(super) resolved: Rc<Resolved>,
    pub(super) compared: Rc<Comparison>,
    /// The headings of the letter, if it has an outline.
    pub(super) headings: Vec<Heading>,
    pub(super) loader: Loader,
    /// The known versions, with their addresses.
    pub(super) versions: Vec<(KnownVersion, Option<String>)>,
    pub(super) shelf: Option<Shelf>,
    pub(super) interface: Interface,
    /// The panels that the page wants.
    pub(super) controls: Controls,
    /// Whether the diagnostics are shown.
    pub(super) debug: bool,
}

/// The rail.
#[component]
pub(super) fn Rail(props: &RailProps) -> Html {
    let RailProps {
        text, headings, loader, resolved, compared, versions, shelf, interface, controls, ..
    } = props;
    let shelf = shelf.as_ref();
    html! {
        <aside class="rail" aria-label={Message::Details.text(*interface)}>
            if let Some(letter) = text.as_ref().filter(|text| text.is_letter()) {
                <div>
                    if !headings.is_empty() && controls.show(Control::Outline) {
                        { outline::panel(letter, headings, *interface) }
                    }
                </div>
                <div>
                    if controls.show(Control::Details) {
                        { details(&letter.metadata, *interface) }
                    }
                </div>
                <div>
                    if versions.len() > 1 && controls.show(Control::Versions) {
                        { versions::panel(letter, versions, compared, *interface) }
                    }
                </div>
                <div>
                    if controls.show(Control::Versions) {
                        { for interface_choice(loader, *interface) }
                    }
                </div>
                <div>
                    if controls.show(Control::References) {
                        { references(letter, resolved.of(0), shelf, *interface) }
                    }
                </div>
            }
            if let Some(text) = text.as_ref().filter(|_| props.debug) {
                { debug::diagnostics(text, resolved.of(0), compared) }
            }
        </aside>
    }
}

/// The current content of the rail. When another version replaces the letter, the rail follows once the text has been
/// painted: the reader looks at the text.
#[hook]
pub(super) fn use_settled(wanted: RailProps) -> RailProps {
    let settled = use_mut_ref(|| None::<RailProps>);
    let painted = use_state(|| None::<ReadLetter>);
    let is_behind = |settled: &RailProps| {
        settled.work == wanted.work
            && settled.text.is_some()
            && wanted.text.is_some()
            && settled.text != wanted.text
            && *painted != wanted.text
    };
    let last = settled.borrow().clone().filter(is_behind);
    let waits_for = last.as_ref().and(wanted.text.clone());
    use_effect_on(waits_for, {
        let painted = painted.setter();
        move |waits_for| waits_for.clone().map(|text| idleness::when_idle(move || painted.set(Some(text))))
    });
    let now = last.unwrap_or(wanted);
    use_effect_on(EveryRendering, {
        let now = now.clone();
        move |_| {
            settled.replace(Some(now));
        }
    });
    now
}
