//! The bar above the letter: which letter it is, and what one can do.

use yew::prelude::*;

use crate::browser::{dates, printing};
use crate::interface::Message;
use crate::language::Language;
use crate::letter::Letter;

/// The bar. `on_details` brings the panel with the details into view.
pub(super) fn toolbar(letter: &Letter, interface: Language, on_details: &Callback<MouseEvent>) -> Html {
    let head = &letter.letterhead;
    html! {
        <div class="bar" part="bar" role="group" aria-label={Message::Tools.text(interface)}>
            <p class="identity">
                <bdi class="reference">{ head.references.join(" · ") }</bdi>
                { " " }
                if let Some(date) = head.date {
                    <time datetime={date.to_string()}>{ dates::written(date, interface) }</time>
                }
            </p>
            <div class="tools">
                <button type="button" class="tool" onclick={on_details}>{ Message::Details.text(interface) }</button>
                <button type="button" class="tool" onclick={|_| printing::print()}>{ Message::Print.text(interface) }</button>
            </div>
        </div>
    }
}
