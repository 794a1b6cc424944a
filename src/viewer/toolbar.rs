//! The bar above the letter: which letter it is, and what one can do.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{dates, printing};
use crate::interface::Message;
use crate::language::Language;
use crate::letter::Letter;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolbarProps {
    pub(super) letter: Rc<Letter>,
    pub(super) interface: Language,
    /// Brings the panel with the details into view.
    pub(super) on_details: Callback<()>,
}

/// The bar.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    let head = &props.letter.letterhead;
    let interface = props.interface;
    let on_details = props.on_details.reform(|_: MouseEvent| ());
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
