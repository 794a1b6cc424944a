//! The viewer: what a reader sees of `<circular-letter>`.
//!
//! One tree of components serves both sides of the element. The controls stand in its shadow root, where no style of the
//! page reaches them; the letter goes through a portal into an `<article>` among the element's own children, where it is
//! ordinary HTML: found, selected, translated, annotated and printed as any other. A slot shows it in its place on the
//! sheet.
//!
//! What the page itself put into the element is shown until the letter is there, and again whenever it cannot be.

mod catalogue_loading;
mod controls;
mod copying;
mod debug;
mod details;
mod disclosure;
mod failure;
mod fetching;
mod host_properties;
mod languages;
mod letter_list;
mod letter_text;
mod link_clicks;
mod messages;
mod notice;
mod rail;
mod reference_card;
mod references;
mod request;
mod resolving;
mod route;
mod settings;
mod sheet_state;
mod texts;
mod toolbar;
mod vdom;
mod versions;
mod wording;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::scroll_anchoring::Keeper;
use crate::browser::{
    Element, Function, HtmlElement, JsValue, dom, events, history, listening, panic_hook, styles,
};
use catalogue_loading::{Shelf, use_shelf, wanted};
use copying::use_copying;
use disclosure::use_disclosure;
use host_properties::exported;
use languages::Choice;
use letter_list::letters;
use letters::export;
use letters::ids::Language;
use letters::resolver::Reference;
use link_clicks::Follower;
use messages::{Messages, use_messages};
use rail::{Rail, RailProps, use_settled};
use reference_card::use_preview;
use resolving::Resolved;
use route::{Viewing, use_view};
use settings::Settings;
use sheet_state::{Peeking, Showing, use_head, use_showing};
use texts::{ReadLetter, Reading, use_event};
use toolbar::toolbar;
use versions::{Comparison, use_comparison};

/// Calls the function, with the reason, when the viewer stops in the middle of its work.
pub fn on_stop(tell: Function) {
    panic_hook::on_stop(tell);
}

/// What is on the sheet, for the methods of the element.
#[derive(Clone, Default)]
struct Handle(Rc<RefCell<Option<Held>>>);

struct Held {
    letter: Option<ReadLetter>,
    resolved: Rc<Resolved>,
    reload: Callback<()>,
}

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A viewer at work in an element of the page.
pub struct Mounted {
    host: HtmlElement,
    /// The two boxes that the viewer adds to the element, and that go with it.
    controls: Element,
    article: Element,
    handle: Handle,
    app: yew::AppHandle<Viewer>,
}

impl Mounted {
    /// Starts a viewer in the element, which must have an open shadow root. None if the document refuses.
    pub fn start(host: HtmlElement) -> Option<Self> {
        styles::adopt(&host);
        let (controls, article) = dom::add_boxes(&host)?;
        let handle = Handle::default();
        let properties = ViewerProps {
            host: host.clone(),
            article: article.clone(),
            settings: Settings::of(&host),
            handle: handle.clone(),
        };
        let app = yew::Renderer::<Viewer>::with_root_and_props(controls.clone(), properties).render();
        Some(Self { host, controls, article, handle, app })
    }

    /// Fetches the letter again.
    pub fn reload(&self) {
        let reload = self.handle.0.borrow().as_ref().map(|held| held.reload.clone());
        if let Some(reload) = reload {
            reload.emit(());
        }
    }

    /// What the letter says about itself; null where none is shown.
    pub fn metadata(&self) -> JsValue {
        let held = self.handle.0.borrow();
        let letter = held.as_ref().and_then(|held| held.letter.as_ref());
        letter.map_or(JsValue::NULL, |letter| exported(&export::metadata(letter)))
    }

    /// What the letter cites, as a list.
    pub fn citations(&self) -> JsValue {
        let held = self.handle.0.borrow();
        let held = held.as_ref().filter(|held| held.letter.is_some());
        let citations = held.and_then(|held| export::citations(held.resolved.of(0)));
        exported(&citations.unwrap_or(export::Value::List(Vec::new())))
    }

    /// Reads the element's attributes and surroundings again.
    pub fn update(&mut self) {
        styles::adopt(&self.host);
        self.app.update(ViewerProps {
            host: self.host.clone(),
            article: self.article.clone(),
            settings: Settings::of(&self.host),
            handle: self.handle.clone(),
        });
    }

    /// Ends the viewer and leaves the element as the page wrote it.
    ///
    /// Yew never removes the listeners of a root, so the boxes go too: what stays reachable holds nothing of the page.
    pub fn stop(self) {
        self.app.destroy();
        self.controls.remove();
        self.article.remove();
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ViewerProps {
    host: HtmlElement,
    article: Element,
    settings: Settings,
    handle: Handle,
}

#[component]
fn Viewer(props: &ViewerProps) -> Html {
    let ViewerProps { host, article, settings, handle } = props;
    let interface = settings.interface;
    let keeper = use_memo((host.clone(), article.clone()), |(host, article)| Keeper::new(host, article));
    let viewing = use_view(host, &settings.request, &keeper);
    let browsing = use_shelf(settings.request.catalogue.clone(), settings.milliseconds);
    let shelf = browsing.shelf();
    let wanted = wanted(&settings.request, interface, &viewing.view, &browsing);
    let known = wanted.letter();
    let view = viewing.view.of_known(known);
    let showing = use_showing(props, &wanted, &view, &viewing, shelf, &keeper);
    let source = known.map_or_else(|| viewing.view.letter.clone(), |known| known.source.address.clone());
    let letter = showing.letter();
    handle.0.replace(Some(Held {
        letter: letter.cloned(),
        resolved: Rc::clone(&showing.resolved),
        reload: showing.reload.clone(),
    }));
    let panels = [use_node_ref(), use_node_ref()];
    let openings = [use_opening(&panels[0]), use_opening(&panels[1])];
    let (copied, on_copy) = use_copying();
    let compared = use_comparison(letter, known, &showing.texts);
    let preview = use_preview(article, &showing.resolved);
    let number = preview.shown.map(|shown| shown.number);
    let previewed = number.and_then(|number| showing.resolved.references.get(number.checked_sub(1)?));
    let (reported, on_report) = use_report(host, previewed, number, &showing);
    let on_follow = use_following(props, &showing, &viewing, shelf);
    use_start(props, &showing, &viewing);
    use_own_words(host, article, &showing);
    use_sight(host);
    use_event(host, source.as_deref(), &showing.reading, showing.change.from);

    let choice = known.filter(|known| !known.versions.is_empty()).map(|wanted| Choice {
        wanted,
        view: &view,
        shown: letter.filter(|_| showing.work == wanted.work).and_then(|letter| letter.language),
        interface,
        has_address: history::is_kept(host),
        change: &viewing.change,
    });
    use_head(letter.filter(|_| settings.manages_head), choice.as_ref());
    let disclosures = [use_disclosure(), use_disclosure()];
    let messages = use_messages(&showing, known, source.as_deref(), interface);
    let actions =
        reference_card::Actions { copied: &copied, on_copy: &on_copy, on_report: &on_report, reported };
    let rail = use_settled(RailProps {
        text: showing.versions.first().cloned(),
        work: showing.work.clone(),
        resolved: Rc::clone(&showing.resolved),
        compared: Rc::clone(&compared),
        versions: known.map(|known| known.versions.clone()).unwrap_or_default(),
        shelf: shelf.cloned(),
        interface,
        controls: settings.controls,
        debug: settings.debug,
        copied: copied.clone(),
        on_copy: on_copy.clone(),
        panels,
    });
    // A letter that stands in the page already stays where it is until it is shown here.
    let is_static = showing.versions.is_empty() && dom::has_static_letter(host);
    // The place of the rail is there with the letter, even where its panels come a moment later.
    let has_rail = letter.is_some() && settings.controls.has_rail();
    let desk = match (is_static, showing.is_comparing, has_rail) {
        (true, _, _) => "desk static",
        (_, true, true) => "desk side-by-side with-rail",
        (_, true, false) => "desk side-by-side",
        (_, _, true) => "desk with-rail",
        _ => "desk",
    };
    // Every box stays, whether there is something in it or not: Yew 0.23.0 loses its place where the neighbour of a
    // component comes and goes (yewstack/yew#4092).
    html! {
        <div class="viewer" part="viewer" lang={interface.tag()} dir={interface.direction().code()} onclick={on_follow}>
            <div class="top">
                if (letter.is_some() || choice.is_some() && !is_static) && settings.controls.has_bar() {
                    { toolbar(letter, shelf, interface, settings.controls, choice.as_ref(), &disclosures, &openings) }
                }
            </div>
            <div class={desk} aria-busy={showing.is_busy().then_some("true")}>
                { sheet(props, &showing, &compared, shelf, messages) }
                <Rail ..rail />
            </div>
            { reference_card::card(&preview, previewed, interface, &actions) }
            if let Some(rendered) = showing.change.rendered.clone() {
                { create_portal(rendered, article.clone()) }
            }
        </div>
    }
}

/// The sheet: what there is to say about the letter, and the places of the letter and of the page's own words.
fn sheet(
    props: &ViewerProps,
    showing: &Showing,
    compared: &Comparison,
    shelf: Option<&Shelf>,
    messages: Messages,
) -> Html {
    let Settings { interface, around, .. } = props.settings;
    let text = showing.versions.first();
    let direction = text.and_then(|text| text.language).map_or(around, Language::direction);
    let is_list = showing.reading == Reading::List;
    html! {
        <div class="sheet" part="sheet" tabindex="-1" ref={messages.sheet}>
            { messages.shown }
            <div class="list">
                if let Some(shelf) = shelf.filter(|_| is_list) {
                    { letters(shelf, interface) }
                }
            </div>
            <slot name="emblem" dir={direction.code()} />
            <div class="over">
                if showing.is_comparing {
                    { versions::heads(&showing.versions, compared, interface) }
                }
            </div>
            <slot name="letter" hidden={text.is_none()} />
            <slot dir={around.code()} hidden={showing.letter().is_some() || is_list} />
        </div>
    }
}

/// Brings the reader to the place that the address names, or to the beginning of a letter that has taken the place of another.
#[hook]
fn use_start(props: &ViewerProps, showing: &Showing, viewing: &Viewing) {
    let has_shown = use_mut_ref(|| false);
    let is_shown = !showing.versions.is_empty() || showing.reading == Reading::List;
    let place = viewing.place.clone();
    let of_letter = (props.host.clone(), props.article.clone(), showing.work.clone(), is_shown);
    use_effect_with(of_letter, move |(host, article, _, is_shown)| {
        if !is_shown {
            return;
        }
        let is_first = !has_shown.replace(true);
        let is_in_place = dom::scroll_to_place_in_address(article);
        // Who has gone back is brought to where they were.
        if !is_first && !is_in_place && !place.was_taken() {
            dom::scroll_to_start(host);
        }
        if !is_first {
            dom::keep_focus(host);
        }
    });
}

/// What the keyboard comes to is brought out from under the bar: Firefox leaves a link there of which a line is in sight.
#[hook]
fn use_sight(host: &HtmlElement) {
    use_effect_with(host.clone(), |host| {
        let listener = listening::Listener::new(host, "keyup", |event| {
            if let Some(element) = events::come_to_by_tabulator(&event) {
                dom::bring_out(&element);
            }
        });
        move || drop(listener)
    });
}

/// Sets the names of places aside in what the page itself put into the element, as long as the letter is shown instead: they are those of
/// the letter, which may have stood there before any script (`circulars page`).
#[hook]
fn use_own_words(host: &HtmlElement, article: &Element, showing: &Showing) {
    let of_letter = (host.clone(), article.clone(), showing.letter().is_some());
    use_effect_with(of_letter, |(host, article, is_shown)| {
        let aside = is_shown.then(|| dom::set_names_aside(host, article));
        move || drop(aside)
    });
}

/// What brings a panel into view.
#[hook]
fn use_opening(panel: &NodeRef) -> Callback<MouseEvent> {
    use_callback(panel.clone(), |_: MouseEvent, panel: &NodeRef| {
        if let Some(panel) = panel.cast() {
            dom::open_details(&panel);
        }
    })
}

/// Whether the reference in the card has been reported, and what tells the page that the reader reports it.
#[hook]
fn use_report(
    host: &HtmlElement,
    reference: Option<&Reference>,
    number: Option<usize>,
    showing: &Showing,
) -> (bool, Callback<MouseEvent>) {
    let reported = use_state(|| None);
    let is_reported = number.is_some() && *reported == number;
    let version = number.and_then(|number| showing.versions.get(showing.resolved.version_of(number)));
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

/// What answers clicks on links to documents and on the controls of paragraphs, in the controls and in the letter.
///
/// What it needs to know is that of the last rendering, and not of the last effect: a click may come between the two.
#[hook]
fn use_following(
    props: &ViewerProps,
    showing: &Showing,
    viewing: &Viewing,
    shelf: Option<&Shelf>,
) -> Callback<MouseEvent> {
    let follower = Follower {
        host: props.host.clone(),
        article: props.article.clone(),
        resolved: Rc::clone(&showing.resolved),
        shelf: shelf.cloned(),
        view: viewing.view.clone(),
        change: viewing.change.clone(),
    };
    let latest = use_mut_ref(|| None::<(Follower, Peeking)>);
    latest.replace(Some((follower, showing.peeking.clone())));
    let answering = Rc::clone(&latest);
    use_effect_with(props.article.clone(), move |article| {
        let listener = listening::Listener::new(article, "click", move |event| {
            let latest = answering.borrow().clone();
            if let Some((follower, peeking)) = latest {
                follower.follow(&event);
                peeking.answer(&event);
            }
        });
        move || drop(listener)
    });
    use_callback((), move |event: MouseEvent, ()| {
        // Events of the letter come here through the portal as well, and have been answered there.
        if listening::closest(&event, "article").is_none() {
            let latest = latest.borrow().clone();
            if let Some((follower, _)) = latest {
                follower.follow(&event);
            }
        }
    })
}
