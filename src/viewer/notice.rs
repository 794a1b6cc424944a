//! What a reader is told where a letter cannot be shown, or not as a letter.

use yew::prelude::*;

use super::failure::Failure;
use crate::interface::Message;
use crate::language::Language;

/// One plain sentence, the address that it is about, and another try where that may help.
pub(super) fn notice(
    failure: Failure,
    source: Option<&str>,
    interface: Language,
    on_retry: &Callback<MouseEvent>,
) -> Html {
    html! {
        <div class="notice" part="notice">
            <p>{ failure.message().text(interface) }</p>
            <p class="address" hidden={source.is_none()}><bdi>{ source.unwrap_or_default() }</bdi></p>
            <button type="button" onclick={on_retry} hidden={!failure.may_pass()}>
                { Message::Retry.text(interface) }
            </button>
        </div>
    }
}
