//! The root component: the controls, with the state of the sheet in their middle.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::answers;
use super::controls::Control;
use super::effects::{EveryRendering, use_effect_on};
use super::languages::{self, Choice};
use super::letter_text::use_letter_text;
use super::link_clicks::{Follower, use_link_clicks};
use super::messages::use_messages;
use super::outline;
use super::page_head::use_head;
use super::rail::{Rail, RailProps, use_settled};
use super::reference_card::{use_card, use_card_state};
use super::resolving::{Resolved, use_references, use_references_event};
use super::settings::Settings;
use super::sheet::{use_description, use_event, use_idleness, use_requests, use_sheet};
use super::sheet_state::{Asked, Peeking, Sheet};
use super::shelf::Shelf;
use super::texts::{ReadLetter, Reading};
use super::toolbar::{self, toolbar};
use super::vdom::{element, text};
use super::versions::{self, Comparison, use_comparison};
use super::view::View;
use super::wanted::WantedLetter;
use crate::browser::loading::Loader;
use crate::browser::presenting::Presenter;
use crate::browser::scroll_anchoring::ScrollAnchor;
use crate::browser::{Element, HtmlElement, addresses, dom};
use letters::ids::Language;
use letters::interface::{Interface, Message};

/// The element, the viewer's boxes in it, and the page's settings.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ViewerProps {
    pub(super) host: HtmlElement,
    /// The box of the letter, among the element's own children.
    pub(super) article: Element,
    pub(super) presenter: Presenter,
    pub(super) loader: Loader,
    pub(super) anchor: ScrollAnchor,
    pub(super) settings: Settings,
    pub(super) handle: Handle,
}

/// The content of the sheet, for the methods of the element.
#[derive(Clone, Default)]
pub(super) struct Handle(pub(super) Rc<RefCell<Option<Held>>>);

/// The letter, its references, and the callback that fetches everything again.
pub(super) struct Held {
    pub(super) letter: Option<ReadLetter>,
    pub(super) resolved: Rc<Resolved>,
    pub(super) reload: Callback<()>,
}

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The viewer.
#[component]
pub(super) fn Viewer(props: &ViewerProps) -> Html {
    let ViewerProps { host, article, loader, anchor, settings, handle, .. } = props;
    let shelf = settings.taken.shelf.as_ref();
    let change = use_callback((loader.clone(), anchor.clone()), |view: View, (loader, anchor)| {
        view.request(loader, anchor);
    });
    let card_state = use_card_state();
    let store = use_sheet(loader, anchor, card_state.forgetting(), asked(settings));
    let sheet = store.sheet();
    let reload = use_requests(&store);
    use_idleness(&store);
    let interface = sheet.asked().interface;
    let letter = sheet.letter();
    let known = sheet.wanted();
    let view = sheet.asked().view.of_known(known);
    let resolver = settings.resolver.as_ref();
    let references = use_references(sheet.versions(), shelf, interface, &settings.entries, resolver);
    let resolved = Rc::clone(&references.resolved);
    use_description(&store);
    use_handle(handle, letter, &resolved, &reload);
    let compared = use_comparison(letter, known, sheet.texts());
    use_letter_text(&sheet, &resolved, &compared, loader);
    let show_card = card_state.showing();
    let card = use_card(host, article, loader, &resolved, sheet.versions(), card_state);
    let follower = Follower {
        host: host.clone(),
        article: article.clone(),
        loader: loader.clone(),
        resolved: Rc::clone(&resolved),
        shelf: shelf.cloned(),
        view: settings.taken.view.clone(),
        shown: letter.and_then(ReadLetter::language),
        change: change.clone(),
        show_card,
    };
    let on_follow = use_link_clicks(follower, &store);
    use_start(host, article, &sheet, loader);
    let choice = choice(host, &sheet, &view, &change, loader);
    let effects = answers::effects(letter, shelf);
    let mark = answers::mark(&effects).map(|mark| mark.text(interface));
    use_head(loader, letter.filter(|_| settings.manages_head), mark, choice.as_ref());
    let source = source(known, sheet.asked());
    let messages = use_messages(&store, &sheet, source, loader);
    let headings = letter.map(outline::headings).unwrap_or_default();
    let rail = use_settled(RailProps {
        text: sheet.text().cloned(),
        headings: headings.clone(),
        loader: loader.clone(),
        work: sheet.work().cloned(),
        resolved: Rc::clone(&resolved),
        compared: Rc::clone(&compared),
        versions: choice.as_ref().map(languages::versions).unwrap_or_default(),
        shelf: shelf.cloned(),
        interface,
        controls: settings.controls,
        debug: settings.debug,
    });
    use_event(host, source, &sheet, loader);
    use_taking_over(host, loader, &sheet);
    use_references_event(host, letter, &references, settings.taken.is_browsing);
    let is_list = sheet.reading() == Reading::List;
    use_list(loader, shelf.filter(|_| is_list), interface);

    let identity = letter.map(|letter| toolbar::identity(letter, mark, interface));
    // A letter that is in the page already stays where it is until it is shown here.
    let is_static = !is_list && sheet.versions().is_empty() && dom::has_static_letter(host);
    // The space for the rail is there with the letter, even where its panels follow a moment later.
    let has_rail = letter.is_some() && settings.controls.has_rail();
    // Where there is no letter, it leads to the others.
    let has_way_out =
        choice.is_some() && !is_static || sheet.reading().failure().is_some() && shelf.is_some();
    let desk = desk(is_static, sheet.is_comparing(), has_rail);
    // Every box stays, even if it is empty: Yew 0.23.0 loses its place when the sibling of a component is added or
    // removed (yewstack/yew#4092).
    html! {
        <div class="viewer" part="viewer" lang={interface.tag()} dir={interface.direction().code()} onclick={on_follow}>
            <div class="top">
                if (letter.is_some() || has_way_out) && settings.controls.has_bar() {
                    { toolbar(identity, shelf, interface, settings.controls, choice.as_ref(), &headings) }
                }
            </div>
            <div class={desk} aria-busy={sheet.is_busy().then_some("true")}>
                { answers::answers(letter, &effects, shelf, settings.controls, interface) }
                <div class="sheet" part="sheet" tabindex="-1" ref={messages.sheet}>
                    { messages.shown }
                    { on_sheet(&sheet, settings, &compared) }
                </div>
                <Rail ..rail />
            </div>
            { back(interface) }
            { card.shown(&resolved, interface) }
        </div>
    }
}

/// The button that leads back from a jump within the letter (`jumps.js`).
fn back(interface: Interface) -> Html {
    let attributes = [
        ("type", Some("button")),
        ("class", Some("back")),
        ("popover", Some("manual")),
        ("hidden", Some("")),
    ];
    element("button", &attributes, [text(Message::Back.text(interface))])
}

/// The requests of the page and the reader to the sheet.
fn asked(settings: &Settings) -> Asked {
    let taken = &settings.taken;
    let offers_peeking = settings.controls.show(Control::Peek);
    Asked {
        wanted: taken.wanted.clone(),
        view: taken.view.clone(),
        navigation: taken.navigation.clone(),
        interface: taken.interface,
        peeking: if offers_peeking { Peeking::Offered } else { Peeking::Withheld },
    }
}

/// The languages to choose from, if the versions of the letter are known.
fn choice<'sheet>(
    host: &HtmlElement,
    sheet: &'sheet Sheet,
    view: &'sheet View,
    change: &'sheet Callback<View>,
    loader: &'sheet Loader,
) -> Option<Choice<'sheet>> {
    let wanted = sheet.wanted().filter(|wanted| !wanted.versions.is_empty())?;
    let letter = sheet.letter().filter(|_| sheet.work() == wanted.work.as_ref());
    let shown = letter.and_then(ReadLetter::language);
    let (interface, has_address) = (sheet.asked().interface, addresses::hold_view(host));
    Some(Choice { wanted, view, shown, interface, has_address, change, loader })
}

/// The classes of the desk, on which the sheet and the rail lie.
const fn desk(is_static: bool, is_comparing: bool, has_rail: bool) -> &'static str {
    match (is_static, is_comparing, has_rail) {
        (true, _, _) => "desk static",
        (_, true, true) => "desk side-by-side with-rail",
        (_, true, false) => "desk side-by-side",
        (_, _, true) => "desk with-rail",
        _ => "desk",
    }
}

/// The address of the requested letter, or its id in the catalogue.
fn source<'sheet>(known: Option<&'sheet WantedLetter>, asked: &'sheet Asked) -> Option<&'sheet str> {
    known.map_or(&asked.view.letter, |known| &known.source.address).as_deref()
}

/// The places of the letter, of the list of letters (`list.js`), and of the page's own content.
fn on_sheet(sheet: &Sheet, settings: &Settings, compared: &Comparison) -> Html {
    let (interface, around) = (sheet.asked().interface, settings.around);
    let text = sheet.text();
    let direction = text.and_then(ReadLetter::language).map_or(around, Language::direction);
    let is_list = sheet.reading() == Reading::List;
    html! {
        <>
            <div class="list" />
            <slot name="emblem" dir={direction.code()} />
            <div class="over">
                if sheet.is_comparing() {
                    { versions::heads(sheet.versions(), compared, interface) }
                }
            </div>
            <slot name="letter" hidden={text.is_none()} />
            <slot dir={around.code()} hidden={sheet.letter().is_some() || is_list} />
        </>
    }
}

/// Has the letters of the shelf listed, or the list removed.
#[hook]
fn use_list(loader: &Loader, shelf: Option<&Shelf>, interface: Interface) {
    use_effect_on((loader.clone(), shelf.cloned(), interface), |(loader, shelf, _)| {
        loader.show_list(shelf.is_some());
    });
}

/// Keeps the values that the methods of the element return.
#[hook]
fn use_handle(handle: &Handle, letter: Option<&ReadLetter>, resolved: &Rc<Resolved>, reload: &Callback<()>) {
    let held = Held { letter: letter.cloned(), resolved: Rc::clone(resolved), reload: reload.clone() };
    let handle = handle.clone();
    use_effect_on(EveryRendering, move |_| {
        handle.0.replace(Some(held));
    });
}

/// Takes the place of what was in the element before, where no letter does: of a letter that the loader has shown or that
/// stands in the page only to say that there is none.
#[hook]
fn use_taking_over(host: &HtmlElement, loader: &Loader, sheet: &Sheet) {
    let is_waiting = sheet.reading() == Reading::Loading || matches!(sheet.reading(), Reading::Shown(_));
    let has_letter = loader.has_shown() || dom::has_static_letter(host);
    let is_ready = !(is_waiting && has_letter);
    use_effect_on((loader.clone(), is_ready), |(loader, is_ready)| {
        if *is_ready {
            loader.take_over();
        }
    });
}

/// Scrolls to the place that the address names, or to the beginning of a letter that has replaced another.
#[hook]
fn use_start(host: &HtmlElement, article: &Element, sheet: &Sheet, loader: &Loader) {
    // The loader has done so for a letter that it has shown.
    let is_started = use_mut_ref(|| loader.has_shown());
    let has_shown = use_mut_ref(|| false);
    let is_shown = sheet.text().is_some() || sheet.reading() == Reading::List;
    let has_returned = sheet.has_returned();
    let of_letter = (host.clone(), article.clone(), sheet.work().cloned(), is_shown);
    use_effect_on(of_letter, move |(host, article, _, is_shown)| {
        if !is_shown {
            return;
        }
        let is_first = !has_shown.replace(true);
        if is_started.replace(false) {
            return;
        }
        let is_in_place = dom::scroll_to_place_in_address(article);
        // A reader who has gone back returns to their position.
        if !is_first && !is_in_place && !has_returned {
            dom::scroll_to_start(host);
        }
        if !is_first {
            dom::keep_focus(host);
        }
    });
}
