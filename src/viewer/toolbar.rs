//! The bar above the letter: which letter it is, and what one can do.

use yew::prelude::*;

use super::shelf::Shelf;
use crate::browser::{dates, printing};
use crate::interface::Message;
use crate::language::Language;
use crate::letter::text::plain_text;
use crate::letter::{Letter, Role};

/// The bar. `controls` are those of the languages and of the comparison; `on_details` and `on_references` bring their panels into view.
pub(super) fn toolbar(
    letter: &Letter,
    shelf: Option<&Shelf>,
    interface: Language,
    controls: Option<[Html; 2]>,
    on_details: &Callback<MouseEvent>,
    on_references: &Callback<MouseEvent>,
) -> Html {
    let head = &letter.letterhead;
    // Where the site has a page for letters, that page without one is the list.
    let list = shelf.and_then(|shelf| shelf.address(&shelf.catalogue().page.as_ref()?.replace("{id}", "")));
    let [languages, comparing] = controls.unwrap_or_default();
    html! {
        <div class="bar" part="bar" role="group" aria-label={Message::Tools.text(interface)}>
            <p class="identity">
                <bdi class="reference">{ name(letter) }</bdi>
                { " " }
                if let Some(date) = head.date {
                    <time datetime={date.to_string()}>{ dates::written(date, interface) }</time>
                }
            </p>
            <div class="choice">{ languages }{ comparing }</div>
            <div class="tools">
                if let Some(list) = list {
                    <a class="tool" href={list}>{ Message::AllLetters.text(interface) }</a>
                }
                <button type="button" class="tool" onclick={on_details}>{ Message::Details.text(interface) }</button>
                <button type="button" class="tool to-references" onclick={on_references}>{ Message::References.text(interface) }</button>
                <button type="button" class="tool" onclick={|_| printing::print()}>{ Message::Print.text(interface) }</button>
            </div>
        </div>
    }
}

/// The letter's references; a mere number with the words before it, “TSB Circular 77”, because it says nothing alone.
fn name(letter: &Letter) -> String {
    let references = &letter.letterhead.references;
    if references.iter().any(|reference| reference.contains(|c: char| c.is_alphabetic())) {
        return references.join(" · ");
    }
    let lines = letter.parts.iter().filter(|part| part.role == Role::Reference);
    let mut lines = lines.map(|part| plain_text(part.block.lines()));
    lines.find(|line| !line.is_empty()).unwrap_or_else(|| references.join(" · "))
}
