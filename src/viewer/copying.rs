//! Copying a value: the button beside it, and the message about the outcome.

use yew::prelude::*;

use super::effects::use_effect_on;
use super::vdom::{element, text};
use crate::browser::{clipboard, events, timers};
use letters::interface::{Interface, Message};

/// The time that the message stays, in milliseconds: long enough to be read.
const SAID_FOR: u32 = 2_000;

/// The value that was copied last, and the message about it.
pub(super) type CopyOutcome = Option<(String, Message)>;

/// The outcome of the last copying, as long as its message stays, and a click handler for all copy buttons.
#[hook]
pub(super) fn use_copying() -> (CopyOutcome, Callback<MouseEvent>) {
    let outcome = use_state(|| CopyOutcome::None);
    use_effect_on((*outcome).clone(), {
        let outcome = outcome.setter();
        move |said| said.as_ref().map(|_| timers::after(SAID_FOR, move || outcome.set(None)))
    });
    let on_click = use_callback((), {
        let outcome = outcome.setter();
        move |event: MouseEvent, ()| {
            let Some(value) = events::value_of_button(&event) else { return };
            let outcome = outcome.clone();
            clipboard::copy(&value.clone(), move |done| {
                outcome.set(Some((value, if done { Message::Copied } else { Message::CopyFailed })));
            });
        }
    });
    ((*outcome).clone(), on_click)
}

/// The button that copies a value, and the live region for the outcome.
pub(super) fn copy_button(value: &str, label: &str, outcome: &CopyOutcome, interface: Interface) -> Html {
    let copy = Message::Copy.text(interface);
    let name = format!("{copy} {label} {value}");
    let path = element("path", &[("d", Some("M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z"))], []);
    let icon = element("svg", &[("viewBox", Some("0 0 16 16")), ("aria-hidden", Some("true"))], [path]);
    let attributes = [
        ("type", Some("button")),
        ("value", Some(value)),
        ("title", Some(copy)),
        ("aria-label", Some(name.as_str())),
    ];
    let said =
        outcome.as_ref().filter(|(copied, _)| copied == value).map(|(_, message)| message.text(interface));
    let outcome = element("span", &[("class", Some("outcome")), ("role", Some("status"))], said.map(text));
    element("span", &[("class", Some("copy"))], [element("button", &attributes, [icon]), outcome])
}
