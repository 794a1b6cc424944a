//! The rail beside the letter: what it says about itself, which versions there are, what it cites, and what developers are told.

use std::rc::Rc;

use yew::prelude::*;

use super::catalogue_loading::{KnownVersion, Shelf};
use super::controls::{Control, Controls};
use super::copying::CopyOutcome;
use super::debug;
use super::details::details;
use super::effects::{EveryRendering, use_effect_on};
use super::references::references;
use super::resolving::Resolved;
use super::texts::ReadLetter;
use super::versions::{self, Comparison};
use crate::browser::idleness;
use letters::ids::Language;

/// What the rail shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RailProps {
    /// The text on the sheet.
    pub(super) text: Option<ReadLetter>,
    /// What tells the letter from others.
    pub(super) work: Option<String>,
    pub(super) resolved: Rc<Resolved>,
    pub(super) compared: Rc<Comparison>,
    /// The versions that there are.
    pub(super) versions: Vec<KnownVersion>,
    pub(super) shelf: Option<Shelf>,
    pub(super) interface: Language,
    /// Which panels the page wants.
    pub(super) controls: Controls,
    /// Whether developers are to see the diagnostics.
    pub(super) debug: bool,
    /// What came of the last copying, and what copies.
    pub(super) copied: CopyOutcome,
    pub(super) on_copy: Callback<MouseEvent>,
    /// The panels of details and of references, for whoever wants to bring them into view.
    pub(super) panels: [NodeRef; 2],
}

/// The rail.
#[component]
pub(super) fn Rail(props: &RailProps) -> Html {
    let RailProps {
        text,
        resolved,
        compared,
        versions,
        shelf,
        interface,
        controls,
        copied,
        on_copy,
        panels,
        ..
    } = props;
    let [of_details, of_references] = panels;
    let shelf = shelf.as_ref();
    html! {
        <div class="rail">
            if let Some(letter) = text.as_ref().filter(|text| text.is_letter()) {
                <div>
                    if controls.show(Control::Details) {
                        { details(letter, *interface, of_details, copied, on_copy) }
                    }
                </div>
                <div>
                    if versions.len() > 1 && controls.show(Control::Versions) {
                        { versions::panel(letter, versions, compared, *interface) }
                    }
                </div>
                <div>
                    if controls.show(Control::References) {
                        { references(letter, resolved.of(0), &resolved.dead, shelf, *interface, of_references) }
                    }
                </div>
            }
            if let Some(text) = text.as_ref().filter(|_| props.debug) {
                { debug::diagnostics(text, resolved.of(0), compared) }
            }
        </div>
    }
}

/// What the rail is to show now. When another version of the letter takes the place of the last one, the rail follows once the text has
/// been painted: the reader looks at the text.
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
