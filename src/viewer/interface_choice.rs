//! The language of the interface, which the reader chooses where the page does not set it (`choosing-interface.js`).

use yew::prelude::*;

use super::vdom::{element, text};
use crate::browser::loading::Loader;
use letters::ids::Language;
use letters::interface::{Interface, Message};

/// The list of the languages, with its label.
pub(super) fn interface_choice(loader: &Loader, interface: Interface) -> Option<Html> {
    let options = Language::ALL.into_iter().map(|language| {
        let selected = (language == interface.language()).then_some("");
        let attributes =
            [("value", Some(language.code())), ("lang", Some(language.tag())), ("selected", selected)];
        element("option", &attributes, [text(language.native_name())])
    });
    let label = element("span", &[], [text(Message::InterfaceLanguage.text(interface))]);
    let choice =
        || element("label", &[("class", Some("interface"))], [label, element("select", &[], options)]);
    loader.offers_interface().then(choice)
}
