//! The content of the card.

use yew::prelude::*;

use super::super::copying::copy_button;
use super::super::references::{notes, title, whereabouts};
use super::super::vdom::{element, text};
use super::super::wording;
use super::{Placement, Preview};
use letters::interface::{DocumentGroup, Interface, Message, name};
use letters::resolver::{Provenance, Reference};

/// The reader's actions in the card.
pub(super) struct Actions<'viewer> {
    pub(super) on_report: &'viewer Callback<MouseEvent>,
    /// Whether the reference has been reported.
    pub(super) reported: bool,
}

/// The card in its two forms, at most one of which has content. A `<dialog>` takes the focus when shown, so the card
/// beside a reference is not one.
pub(super) fn card(
    preview: &Preview,
    reference: Option<&Reference>,
    interface: Interface,
    actions: &Actions<'_>,
) -> Html {
    let content = |placement: Placement| match (preview.shown, reference) {
        (Some(shown), Some(reference)) if shown.placement == placement => {
            content(reference, shown.number, interface, actions)
        }
        _ => Html::default(),
    };
    let close = Message::Close.text(interface);
    html! {
        <>
            <div class="card" part="preview" role="dialog" popover="manual" aria-labelledby="card-name" ref={preview.card.clone()}
                onpointerenter={&preview.on_enter} onpointerleave={&preview.on_leave}
                onfocusin={&preview.on_focus} onfocusout={&preview.on_blur}>
                { content(Placement::Beside) }
            </div>
            <dialog class="card" part="preview" aria-labelledby="card-name" ref={preview.dialogue.clone()} onclose={&preview.on_closed}>
                { content(Placement::OverPage) }
                <button type="button" class="close" aria-label={close} title={close} onclick={&preview.on_close} />
            </dialog>
        </>
    }
}

fn content(reference: &Reference, number: usize, interface: Interface, actions: &Actions<'_>) -> Html {
    let Actions { on_report, reported } = *actions;
    let id = &reference.citation.id;
    let kind = DocumentGroup::of(id).message().text(interface);
    let kind = format!("{kind} · {}", whereabouts(reference, interface));
    let facts = |class: &'static str, fact: &str| element("p", &[("class", Some(class))], [text(fact)]);
    let title = title(reference);
    let date = reference.date.map(|date| facts("note", &wording::date(date, interface)));
    let target = reference.target.as_ref();
    let language = target.and_then(|target| target.language).filter(|_| reference.title.is_some());
    let language = language.map(|language| {
        let called = element("span", &[("lang", Some(language.tag()))], [text(language.native_name())]);
        let label = Message::Language.labelled("", interface);
        element("p", &[("class", Some("note"))], [text(&label), called])
    });
    // The first lines of a letter that the site holds (`controls.js`).
    let is_held = target.is_some_and(|target| target.provenance == Provenance::Catalogue);
    let letter = id.to_string();
    let first = is_held
        .then(|| element("p", &[("class", Some("first")), ("data-letter", Some(letter.as_str()))], []));
    let notes = notes(reference, interface).into_iter().map(|note| facts("note", &note));
    let number = number.to_string();
    let open = target.map(|target| {
        let attributes = [("href", Some(target.address.as_str())), ("data-reference", Some(number.as_str()))];
        element("a", &attributes, [text(Message::Open.text(interface))])
    });
    // What is not known has no identifier that leads anywhere.
    let id = Some(id.to_string()).filter(|id| !id.starts_with('?'));
    let id = id.map(|id| {
        let copy = copy_button(&id, Message::Identifier.text(interface), interface);
        element("span", &[], [element("code", &[], [text(&id)]), copy])
    });
    let report = if reported { Message::Reported } else { Message::Report };
    html! {
        <div key={number.clone()}>
            { facts("kind", &kind) }
            { element("h3", &[("id", Some("card-name"))], [text(&name(&reference.citation.id, interface))]) }
            { for title }
            { for date }
            { for language }
            { for first }
            { for notes }
            <div class="actions">
                { for open }
                { for id }
                if target.is_some() {
                    <button type="button" class="report" aria-disabled={reported.then_some("true")} onclick={on_report}>{ report.text(interface) }</button>
                }
            </div>
        </div>
    }
}
