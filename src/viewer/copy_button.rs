//! A button that copies a value.

use yew::prelude::*;

use crate::browser::{clipboard, timers};
use crate::interface::Message;
use crate::language::Language;

/// How long the button says that it has copied, in milliseconds: long enough to be read.
const SAID_FOR: u32 = 2_000;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CopyButtonProps {
    /// What is copied.
    pub(super) value: AttrValue,
    /// What the value is called.
    pub(super) label: AttrValue,
    pub(super) interface: Language,
}

/// The button. What came of it is said in its place, and announced.
#[component]
pub(super) fn CopyButton(props: &CopyButtonProps) -> Html {
    let outcome = use_state(|| None::<Message>);
    use_effect_with(*outcome, {
        let outcome = outcome.clone();
        move |said| {
            let timer = said.map(|_| timers::after(SAID_FOR, move || outcome.set(None)));
            move || drop(timer)
        }
    });
    let on_click = use_callback(props.value.clone(), {
        let outcome = outcome.setter();
        move |_: MouseEvent, value| {
            let outcome = outcome.clone();
            clipboard::copy(value, move |done| {
                outcome.set(Some(if done { Message::Copied } else { Message::CopyFailed }));
            });
        }
    });
    let copy = Message::Copy.text(props.interface);
    html! {
        <span class="copy">
            <button type="button" onclick={on_click} title={copy} aria-label={format!("{copy} {} {}", props.label, props.value)}>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z" />
                </svg>
            </button>
            <span class="outcome" role="status">
                { outcome.map(|message| message.text(props.interface)).unwrap_or_default() }
            </span>
        </span>
    }
}
