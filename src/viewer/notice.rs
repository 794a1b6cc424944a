//! The notice in place of a letter that cannot be shown, or not as a letter.

use yew::prelude::*;

use super::failure::Failure;
use super::vdom::{element, text};
use super::wording;
use crate::browser::loading::Loader;
use letters::ids::{DocumentId, Language};
use letters::interface::{Interface, Message};

/// The context of the notice.
pub(super) struct About<'viewer> {
    pub(super) failure: Failure,
    /// The language of the version; none where it is the letter itself.
    pub(super) language: Option<Language>,
    /// The address of the text that cannot be shown.
    pub(super) address: Option<&'viewer str>,
}

/// One plain sentence, the address, a button to retry where that may help, and whom to tell, if the page says so.
pub(super) fn notice(
    about: About<'_>,
    interface: Interface,
    loader: &Loader,
    on_retry: &Callback<MouseEvent>,
) -> Html {
    let About { failure, language, address } = about;
    let name = language.map(|language| format!("{} – ", wording::language(language, interface)));
    // The id of a letter is said in words.
    let address = address.map(|address| match address.parse::<DocumentId>() {
        Ok(id) => letters::interface::name(&id, interface),
        Err(_) => address.to_owned(),
    });
    html! {
        <div class="notice" part="notice">
            <p>{ name.unwrap_or_default() }{ failure.message().text(interface) }</p>
            <p class="address" hidden={address.is_none()}><bdi>{ address.unwrap_or_default() }</bdi></p>
            <button type="button" onclick={on_retry} hidden={!failure.may_pass()}>
                { Message::Retry.text(interface) }
            </button>
            { for loader.contact().map(|contact| {
                element("a", &[("href", Some(contact.as_str()))], [text(Message::Contact.text(interface))])
            }) }
        </div>
    }
}
