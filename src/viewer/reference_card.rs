//! The card that describes the target of a reference: beside the reference when the reader hovers over it, over the page
//! when the reader requests it by touch or by the keyboard.
//!
//! It is shown a moment after the pointer arrives, so that crossing the text shows nothing, and hidden a moment after
//! it leaves, so that the card can be reached. Escape hides it and leaves the pointer and the focus where they are
//! (WCAG 2.2, 1.4.13). The focus alone shows nothing.

mod content;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::effects::use_effect_on;
use super::resolving::Resolved;
use super::texts::ReadLetter;
use crate::browser::loading::Loader;
use crate::browser::{Element, HtmlDialogElement, HtmlElement, dom, events, listening, timers};
use content::{Actions, card};
use letters::interface::Interface;

/// The delay before the card is shown, in milliseconds.
const BEFORE_SHOWING: u32 = 150;

/// The delay before the card is hidden, in milliseconds.
const BEFORE_HIDING: u32 = 300;

/// Selects the references of the text.
const REFERENCE: &str = ".citation[data-reference]";

/// The card that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ShownCard {
    /// The number of the reference, starting at 1.
    pub(super) number: usize,
    /// How it is shown.
    placement: Placement,
}

/// The placement of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Placement {
    /// Beside the reference.
    Beside,
    /// Over the page, with the focus.
    OverPage,
}

/// The places of the pointer and the focus, and the card to show next.
#[derive(Default)]
struct Attention {
    /// The reference that the pointer is on, or on whose card it is.
    pointer: Option<usize>,
    /// The reference whose card has the focus.
    focus: Option<usize>,
    /// The card that is shown, or will be when the timer fires.
    wanted: Option<ShownCard>,
    timer: Option<timers::Timer>,
}

/// The reader's means of pointing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Pointer,
    Focus,
}

/// Shows and hides the card; shared by the listeners.
#[derive(Clone)]
struct Director {
    attention: Rc<RefCell<Attention>>,
    set: UseStateSetter<Option<ShownCard>>,
}

impl Director {
    /// Takes note that the pointer is at a reference or its card, or the focus in the card, or has left it. The pointer takes
    /// precedence over the focus. The modal card stays, whatever happens behind it.
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

    /// Hides the card at once.
    fn hide(&self) {
        self.forget();
        self.set.set(None);
    }

    /// Forgets the places of the pointer and the focus.
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

/// The state of the card, and its event handlers.
struct Preview {
    shown: Option<ShownCard>,
    card: NodeRef,
    dialogue: NodeRef,
    on_enter: Callback<PointerEvent>,
    on_leave: Callback<PointerEvent>,
    on_focus: Callback<FocusEvent>,
    on_blur: Callback<FocusEvent>,
    on_close: Callback<MouseEvent>,
    on_closed: Callback<Event>,
}

/// The card that is shown, and the state that decides it.
pub(super) struct CardState {
    shown: Option<ShownCard>,
    director: Director,
}

impl CardState {
    /// A callback that forgets the places of the pointer and the focus, for the moment before the letter changes: its
    /// references are removed with it.
    pub(super) fn forgetting(&self) -> Callback<()> {
        let director = self.director.clone();
        Callback::from(move |()| director.forget())
    }

    /// A callback that shows the card of the reference with the number over the page, with the focus.
    pub(super) fn showing(&self) -> Callback<usize> {
        let director = self.director.clone();
        Callback::from(move |number| director.show_over_page(number))
    }
}

/// No card at first.
#[hook]
pub(super) fn use_card_state() -> CardState {
    let shown = use_state(|| None::<ShownCard>);
    let attention = use_mut_ref(Attention::default);
    CardState { shown: *shown, director: Director { attention, set: shown.setter() } }
}

/// The card, and whether its reference has been reported.
pub(super) struct Card {
    preview: Preview,
    reported: bool,
    on_report: Callback<MouseEvent>,
}

/// The card for the references of the versions on the page.
#[hook]
pub(super) fn use_card(
    host: &HtmlElement,
    article: &Element,
    loader: &Loader,
    resolved: &Rc<Resolved>,
    versions: &[ReadLetter],
    state: CardState,
) -> Card {
    let preview = use_preview(article, loader, resolved, state);
    let (reported, on_report) = use_report(host, preview.number(), versions, resolved);
    Card { preview, reported, on_report }
}

impl Card {
    /// The card, as it is shown now.
    pub(super) fn shown(&self, resolved: &Resolved, interface: Interface) -> Html {
        let reference = resolved.reference(self.preview.number());
        let actions = Actions { on_report: &self.on_report, reported: self.reported };
        card(&self.preview, reference, interface, &actions)
    }
}

impl Preview {
    /// The number of the reference that is shown.
    fn number(&self) -> Option<usize> {
        self.shown.map(|shown| shown.number)
    }
}

/// Listens to the text, and shows and hides the card.
#[hook]
fn use_preview(article: &Element, loader: &Loader, resolved: &Rc<Resolved>, showing: CardState) -> Preview {
    let CardState { shown, director } = showing;
    let (card, dialogue) = (use_node_ref(), use_node_ref());
    use_effect_on(article.clone(), {
        let director = director.clone();
        move |article| listeners(article, &director)
    });
    // The card is removed with its letter, unless the reader is at a reference of the next one already: effects run
    // later than the text changes.
    use_effect_on(Rc::clone(resolved), {
        let director = director.clone();
        move |_| director.hide_unless_wanted()
    });
    use_placement(shown, article, loader, &director, &card, &dialogue);
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

/// Shows the card where it belongs, hides it, and lets it follow its reference.
#[hook]
fn use_placement(
    shown: Option<ShownCard>,
    article: &Element,
    loader: &Loader,
    director: &Director,
    card: &NodeRef,
    dialogue: &NodeRef,
) {
    use_effect_on((shown, article.clone()), {
        let (card, dialogue, director) = (card.clone(), dialogue.clone(), director.clone());
        let loader = loader.clone();
        move |(shown, article)| {
            let (Some(card), Some(dialogue)) =
                (card.cast::<HtmlElement>(), dialogue.cast::<HtmlDialogElement>())
            else {
                return None;
            };
            match (shown, shown.and_then(|shown| anchor(article, shown.number))) {
                (Some(ShownCard { placement: Placement::Beside, .. }), Some(anchor)) => {
                    loader.show_beside(&card, &anchor)
                }
                (Some(ShownCard { placement: Placement::OverPage, .. }), _) => {
                    loader.hide_card(&card, &dialogue);
                    loader.show_over(&dialogue);
                }
                _ => loader.hide_card(&card, &dialogue),
            }
            // Escape closes the card, wherever the focus is, and has no other effect.
            let is_beside = matches!(shown, Some(ShownCard { placement: Placement::Beside, .. }));
            let escape = is_beside.then(|| {
                listening::Listener::on_document("keydown", move |event| {
                    if events::is_escape(&event) {
                        events::consume(&event);
                        director.hide();
                    }
                })
            });
            // The card moves with its reference when a box around it scrolls, or the window is resized.
            let follows = shown.filter(|_| is_beside).and_then(|shown| anchor(article, shown.number));
            let moving = follows.map(|anchor| {
                ["scroll", "resize"].map(|name| {
                    let (loader, card, anchor) = (loader.clone(), card.clone(), anchor.clone());
                    listening::Listener::on_window(name, move |_| loader.show_beside(&card, &anchor))
                })
            });
            Some((escape, moving))
        }
    });
}

/// Tells the page of the card, and whether its reference has been reported, and a callback that reports it to the page.
#[hook]
fn use_report(
    host: &HtmlElement,
    number: Option<usize>,
    versions: &[ReadLetter],
    resolved: &Resolved,
) -> (bool, Callback<MouseEvent>) {
    let reference = resolved.reference(number);
    let opened = reference.map(|reference| (reference.citation.clone(), reference.state));
    // Told once: what the catalogue answers while the card is open does not open it.
    use_effect_on((host.clone(), number), |(host, _)| {
        if let Some((citation, state)) = opened {
            events::card_open(host, &citation.id.to_string(), &citation.text, state.name());
        }
    });
    let reported = use_state(|| None);
    let is_reported = number.is_some() && *reported == number;
    let version = number.and_then(|number| versions.get(resolved.version_of(number)));
    let source = version.and_then(|version| version.address()).map(str::to_owned);
    let input = (host.clone(), reference.cloned(), number, source, is_reported);
    let reported = reported.setter();
    let on_report =
        use_callback(input, move |_: MouseEvent, (host, reference, number, source, is_reported)| {
            // A reference is reported once: its button stays, with the focus, and does nothing more.
            if let Some(reference) = reference.as_ref().filter(|_| !is_reported) {
                let citation = &reference.citation;
                let href = reference.target.as_ref().map(|target| target.address.as_str());
                let id = citation.id.to_string();
                events::report(host, &id, href, &citation.text, reference.state.name(), source.as_deref());
                reported.set(*number);
            }
        });
    (is_reported, on_report)
}

/// The reference in the text with the number.
fn anchor(article: &Element, number: usize) -> Option<Element> {
    dom::find(article, &format!(".citation[data-reference=\"{number}\"]"))
}

fn listeners(article: &Element, director: &Director) -> Vec<listening::Listener> {
    let number = |element: Element| dom::attribute(&element, "data-reference")?.parse::<usize>().ok();
    let at = move |event: &crate::browser::Event| listening::closest(event, REFERENCE).and_then(number);
    let (over, out) = (director.clone(), director.clone());
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
    ]
}
