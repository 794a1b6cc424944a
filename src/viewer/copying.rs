//! The button that copies a value (`copying.js`).

use yew::prelude::*;

use super::vdom::element;
use letters::interface::{Interface, Message};

/// The button that copies a value, and the live region for the outcome.
pub(super) fn copy_button(value: &str, label: &str, interface: Interface) -> Html {
    let copy = Message::Copy.text(interface);
    let name = format!("{copy} {label} {value}");
    let path = element("path", &[("d", Some("M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z"))], []);
    let icon = element("svg", &[("viewBox", Some("0 0 16 16")), ("aria-hidden", Some("true"))], [path]);
    let attributes = [
        ("type", Some("button")),
        ("value", Some(value)),
        ("title", Some(copy)),
        ("aria-label", Some(name.as_str())),
        ("data-done", Some(Message::Copied.text(interface))),
        ("data-failed", Some(Message::CopyFailed.text(interface))),
    ];
    let outcome = element("span", &[("class", Some("outcome")), ("role", Some("status"))], []);
    element("span", &[("class", Some("copy"))], [element("button", &attributes, [icon]), outcome])
}
