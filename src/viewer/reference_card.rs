//! The card that says what a reference leads to: beside the reference where the reader hovers or focuses it, over the page where the
//! reader asks for it by touch.
//!
//! It comes a moment after the pointer, so that crossing the text shows nothing, and goes a moment after it, so that the card
//! can be reached. Escape takes it away and leaves the pointer and the focus where they are (WCAG 2.2, 1.4.13).

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::copying::{CopyOutcome, copy_button};
use super::effects::use_effect_on;
use super::references::{notes, state, title};
use super::resolving::Resolved;
use super::vdom::{element, text};
use super::wording;
use crate::browser::{Element, HtmlDialogElement, HtmlElement, dom, events, listening, popover, timers};
use letters::ids::Language;
use letters::interface::{DocumentGroup, Message, name};
use letters::resolver::Reference;

/// How long the pointer rests on a reference before anything is done, in milliseconds.
const BEFORE_SHOWING: u32 = 150;

/// How long the card stays when the pointer has left, in milliseconds.
const BEFORE_HIDING: u32 = 300;

/// What finds a reference in the text, by the number that it bears.
const REFERENCE: &str = ".citation[data-reference]";

/// What finds the button behind a reference.
const ABOUT: &str = "button.about[data-reference]";

/// The card that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ShownCard {
    /// The number of the reference, from 1.
    pub(super) number: usize,
    /// How it is shown.
    placement: Placement,
}

/// How a card is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Placement {
    /// Beside the reference.
    Beside,
    /// Over the page, with the focus.
    OverPage,
}

/// Where the reader is, and what will happen unless the reader does something else.
#[derive(Default)]
struct Attention {
    /// The reference that the pointer is on, or on whose card it is.
    pointer: Option<usize>,
    /// The reference that has the focus, or whose card has it.
    focus: Option<usize>,
    /// What is shown, or will be when the time is over.
    wanted: Option<ShownCard>,
    timer: Option<timers::Timer>,
}

/// What follows the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Pointer,
    Focus,
}

/// Shows and hides the card: what the listeners share.
#[derive(Clone)]
struct Director {
    attention: Rc<RefCell<Attention>>,
    set: UseStateSetter<Option<ShownCard>>,
}

impl Director {
    /// The reader is at a reference or its card, or has left it. The pointer goes before the focus, and leaves a card alone that
    /// the focus holds. A card over the page stays whatever happens behind it.
    fn at(&self, by: By, number: Option<usize>) {
        let Ok(mut attention) = self.attention.try_borrow_mut() else { return };
        match by {
            By::Pointer => attention.pointer = number,
            By::Focus => attention.focus = number,
        }
        let number = attention.pointer.or(attention.focus);
        let wanted = number.map(|number| ShownCard { number, placement: Placement::Beside });
        let is_over_page = attention.wanted.is_some_and(|shown| shown.placement == Placement::OverPage);
        if is_over_page || attention.wanted == wanted {
            return;
        }
        attention.wanted = wanted;
        let set = self.set.clone();
        let wait = if wanted.is_some() { BEFORE_SHOWING } else { BEFORE_HIDING };
        attention.timer = Some(timers::after(wait, move || set.set(wanted)));
    }

    /// The card goes at once.
    fn hide(&self) {
        self.forget();
        self.set.set(None);
    }

    /// Wherever the reader was is gone.
    fn forget(&self) {
        if let Ok(mut attention) = self.attention.try_borrow_mut() {
            *attention = Attention::default();
        }
    }

    fn hide_unless_wanted(&self) {
        if self.attention.try_borrow().is_ok_and(|attention| attention.wanted.is_none()) {
            self.set.set(None);
        }
    }

    fn show_over_page(&self, number: usize) {
        let shown = Some(ShownCard { number, placement: Placement::OverPage });
        if let Ok(mut attention) = self.attention.try_borrow_mut() {
            *attention = Attention { wanted: shown, ..Attention::default() };
        }
        self.set.set(shown);
    }
}

/// The card's state, and what the card itself needs to answer its reader.
pub(super) struct Preview {
    pub(super) shown: Option<ShownCard>,
    card: NodeRef,
    dialogue: NodeRef,
    on_enter: Callback<PointerEvent>,
    on_leave: Callback<PointerEvent>,
    on_focus: Callback<FocusEvent>,
    on_blur: Callback<FocusEvent>,
    on_close: Callback<MouseEvent>,
    on_closed: Callback<Event>,
}

/// Which card is shown, and what decides it.
pub(super) struct CardState {
    shown: Option<ShownCard>,
    director: Director,
}

impl CardState {
    /// Forgets where the reader is: called just before the letter changes, because its references go with it.
    pub(super) fn forgetting(&self) -> Callback<()> {
        let director = self.director.clone();
        Callback::from(move |()| director.forget())
    }
}

/// No card at first.
#[hook]
pub(super) fn use_card_state() -> CardState {
    let shown = use_state(|| None::<ShownCard>);
    let attention = use_mut_ref(Attention::default);
    CardState { shown: *shown, director: Director { attention, set: shown.setter() } }
}

/// Listens to the text, and shows and hides the card.
#[hook]
pub(super) fn use_preview(article: &Element, resolved: &Rc<Resolved>, showing: CardState) -> Preview {
    let CardState { shown, director } = showing;
    let (card, dialogue) = (use_node_ref(), use_node_ref());
    use_effect_on(article.clone(), {
        let director = director.clone();
        move |article| listeners(article, &director)
    });
    // The card of a letter goes with it, unless the reader is at a reference of the next already: effects come later than the text.
    use_effect_on(Rc::clone(resolved), {
        let director = director.clone();
        move |_| director.hide_unless_wanted()
    });
    use_effect_on((shown, article.clone()), {
        let (card, dialogue, director) = (card.clone(), dialogue.clone(), director.clone());
        move |(shown, article)| {
            let (Some(card), Some(dialogue)) =
                (card.cast::<HtmlElement>(), dialogue.cast::<HtmlDialogElement>())
            else {
                return None;
            };
            match (shown, shown.and_then(|shown| anchor(article, shown.number))) {
                (Some(ShownCard { placement: Placement::Beside, .. }), Some(anchor)) => {
                    popover::show_beside(&card, &anchor)
                }
                (Some(ShownCard { placement: Placement::OverPage, .. }), _) => {
                    popover::hide(&card, &dialogue);
                    popover::show_over_page(&dialogue);
                }
                _ => popover::hide(&card, &dialogue),
            }
            // Escape closes the card wherever the focus is, and nothing else.
            let is_beside = matches!(shown, Some(ShownCard { placement: Placement::Beside, .. }));
            let escape = is_beside.then(|| {
                listening::Listener::on_document("keydown", move |event| {
                    if events::is_escape(&event) {
                        events::consume(&event);
                        director.hide();
                    }
                })
            });
            // The card goes with its reference when something around it scrolls, or the window changes.
            let follows = shown.filter(|_| is_beside).and_then(|shown| anchor(article, shown.number));
            let moving = follows.map(|anchor| {
                ["scroll", "resize"].map(|name| {
                    let (card, anchor) = (card.clone(), anchor.clone());
                    listening::Listener::on_window(name, move |_| popover::show_beside(&card, &anchor))
                })
            });
            Some((escape, moving))
        }
    });
    let number = shown.map(|shown| shown.number);
    let at = |by: By, number: Option<usize>| {
        let director = director.clone();
        move || director.at(by, number)
    };
    let (enter, leave) = (at(By::Pointer, number), at(By::Pointer, None));
    let (focus, blur) = (at(By::Focus, number), at(By::Focus, None));
    let (close, closed) = (director.clone(), director.clone());
    Preview {
        shown,
        card,
        dialogue,
        on_enter: Callback::from(move |_| enter()),
        on_leave: Callback::from(move |_| leave()),
        on_focus: Callback::from(move |_| focus()),
        on_blur: Callback::from(move |_| blur()),
        on_close: Callback::from(move |_| close.hide()),
        on_closed: Callback::from(move |_| closed.hide()),
    }
}

/// The reference in the text with the number.
fn anchor(article: &Element, number: usize) -> Option<Element> {
    dom::find(article, &format!(".citation[data-reference=\"{number}\"]"))
}

fn listeners(article: &Element, director: &Director) -> Vec<listening::Listener> {
    let number = |element: Element| dom::attribute(&element, "data-reference")?.parse::<usize>().ok();
    let at = move |event: &crate::browser::Event| listening::closest(event, REFERENCE).and_then(number);
    let (over, out, focus, blur, click) =
        (director.clone(), director.clone(), director.clone(), director.clone(), director.clone());
    vec![
        listening::Listener::new(article, "pointerover", move |event| {
            if !events::is_touch(&event) {
                over.at(By::Pointer, at(&event));
            }
        }),
        listening::Listener::new(article, "pointerleave", move |event| {
            if !events::is_touch(&event) && events::is_about_listener(&event) {
                out.at(By::Pointer, None);
            }
        }),
        listening::Listener::new(article, "focusin", move |event| {
            // A press leaves the focus on a link as well: only a focus that shows is the reader's place.
            let reference = listening::closest(&event, REFERENCE).filter(dom::shows_focus);
            focus.at(By::Focus, reference.and_then(number));
        }),
        listening::Listener::new(article, "focusout", move |_| blur.at(By::Focus, None)),
        listening::Listener::new(article, "click", move |event| {
            if let Some(number) = listening::closest(&event, ABOUT).and_then(number) {
                click.show_over_page(number);
            }
        }),
    ]
}

/// What a reader can do in the card.
pub(super) struct Actions<'viewer> {
    pub(super) copied: &'viewer CopyOutcome,
    pub(super) on_copy: &'viewer Callback<MouseEvent>,
    pub(super) on_report: &'viewer Callback<MouseEvent>,
    /// Whether the reference has been reported.
    pub(super) reported: bool,
}

/// The card in its two places, of which at most one has content. A dialogue takes the focus wherever it is shown, so the card beside
/// a reference is none.
pub(super) fn card(
    preview: &Preview,
    reference: Option<&Reference>,
    interface: Language,
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

fn content(reference: &Reference, number: usize, interface: Language, actions: &Actions<'_>) -> Html {
    let Actions { copied, on_copy, on_report, reported } = *actions;
    let id = &reference.citation.id;
    let kind = DocumentGroup::of(id).message().text(interface);
    let kind = format!("{kind} · {}", state(reference).text(interface));
    let facts = |class: &'static str, fact: &str| element("p", &[("class", Some(class))], [text(fact)]);
    let title = title(reference);
    let date = reference.date.map(|date| facts("note", &wording::date(date, interface)));
    let target = reference.target.as_ref();
    let language = target.and_then(|target| target.language).filter(|_| reference.title.is_some());
    let language = language.map(|language| {
        let called = element("span", &[("lang", Some(language.tag()))], [text(language.native_name())]);
        let label = format!("{}: ", Message::Language.text(interface));
        element("p", &[("class", Some("note"))], [text(&label), called])
    });
    let notes = notes(reference, interface).into_iter().map(|note| facts("note", &note));
    let number = number.to_string();
    let open = target.map(|target| {
        let attributes = [("href", Some(target.address.as_str())), ("data-reference", Some(number.as_str()))];
        element("a", &attributes, [text(Message::Open.text(interface))])
    });
    let id = id.to_string();
    let report = if reported { Message::Reported } else { Message::Report };
    html! {
        <>
            { facts("kind", &kind) }
            { element("h3", &[("id", Some("card-name"))], [text(&name(&reference.citation.id, interface))]) }
            { for title }
            { for date }
            { for language }
            { for notes }
            <div class="actions">
                { for open }
                <span onclick={on_copy}>
                    <code>{ id.clone() }</code>
                    { copy_button(&id, Message::Identifier.text(interface), copied, interface) }
                </span>
                <button type="button" class="report" aria-disabled={reported.then_some("true")} onclick={on_report}>{ report.text(interface) }</button>
            </div>
        </>
    }
}
