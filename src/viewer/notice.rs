//! What a reader is told where a letter cannot be shown, or not as a letter.

use yew::prelude::*;

use super::failure::Failure;
use crate::interface::Message;
use crate::language::Language;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct NoticeProps {
    pub(super) failure: Failure,
    /// The address of the letter.
    pub(super) source: Option<String>,
    pub(super) interface: Language,
    pub(super) on_retry: Callback<()>,
}

/// One plain sentence, the address that it is about, and another try where that may help.
#[component]
pub(super) fn Notice(props: &NoticeProps) -> Html {
    let on_retry = props.on_retry.reform(|_: MouseEvent| ());
    html! {
        <div class="notice" part="notice">
            <p>{ props.failure.message().text(props.interface) }</p>
            <p class="address" hidden={props.source.is_none()}><bdi>{ props.source.clone().unwrap_or_default() }</bdi></p>
            <button type="button" onclick={on_retry} hidden={!props.failure.may_pass()}>
                { Message::Retry.text(props.interface) }
            </button>
        </div>
    }
}
