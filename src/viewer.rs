//! The viewer: what a reader sees of `<circular-letter>`.
//!
//! One tree of components serves both sides of the element. The controls stand in its shadow root, where no style of the
//! page reaches them; the letter goes through a portal into an `<article>` among the element's own children, where it is
//! ordinary HTML: found, selected, translated, annotated and printed as any other. A slot shows it in its place on the
//! sheet.
//!
//! What the page itself put into the element is shown until the letter is there, and again whenever it cannot be.

mod copying;
mod debug;
mod details;
mod elements;
mod failure;
mod following;
mod letter_text;
mod letters;
mod loading;
mod notice;
mod preview;
mod references;
mod resolving;
mod shelf;
mod toolbar;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{Element, HtmlElement, addresses, events, host, interface, listening, styles, tree};
use crate::interface::Message;
use crate::language::{Direction, Language};
use crate::resolver::{Entry, Reference};
use copying::use_copying;
use details::details;
use letter_text::letter_text;
use letters::letters;
use loading::{Reading, use_event, use_letter};
use notice::notice;
use preview::use_preview;
use references::references;
use resolving::{Resolved, use_references};
use shelf::{Shelf, Wanted, use_shelf, wanted};
use toolbar::toolbar;

/// What the element's attributes ask for.
#[derive(Clone, Debug, PartialEq)]
struct Settings {
    /// The address of the letter's text (`src`).
    source: Option<String>,
    /// The address of the catalogue (`catalogue`).
    catalogue: Option<String>,
    /// Whether the page has given a catalogue as an object.
    has_catalogue_object: bool,
    /// The id of the letter in the catalogue (`letter`); with `history="query"`, what the page's address says.
    letter: Option<String>,
    /// What the page knows of documents (`registry`).
    entries: Vec<Entry>,
    /// The page's function that resolves (`resolver`).
    resolver: Option<host::Resolver>,
    /// The language of the letter (`lang`); detected where none is given.
    language: Option<Language>,
    /// The language of the interface (`ui-lang`, else what page and browser speak).
    interface: Language,
    /// Whether developers are to see the diagnostics (`debug`).
    debug: bool,
    /// The direction of writing around the element, which is that of the page's own words in it.
    around: Direction,
}

impl Settings {
    fn of(host: &HtmlElement) -> Self {
        let filled = |text: String| Some(text).filter(|text| !text.trim().is_empty());
        let has_catalogue_object = host::catalogue(host).is_some();
        Self {
            source: host.get_attribute("src").and_then(filled),
            catalogue: host.get_attribute("catalogue").and_then(filled).filter(|_| !has_catalogue_object),
            has_catalogue_object,
            // An address that names no letter asks for the list.
            letter: addresses::query(host, "letter")
                .or_else(|| host.get_attribute("letter"))
                .and_then(filled),
            entries: host::registry(host),
            resolver: host::resolver(host),
            language: host.get_attribute("lang").and_then(|tag| tag.parse().ok()),
            interface: interface::language(host),
            debug: host.has_attribute("debug"),
            around: interface::direction_around(host),
        }
    }
}

/// A viewer at work in an element of the page.
pub struct Mounted {
    host: HtmlElement,
    /// The two boxes that the viewer adds to the element, and that go with it.
    controls: Element,
    article: Element,
    app: yew::AppHandle<Viewer>,
}

impl Mounted {
    /// Starts a viewer in the element, which must have an open shadow root. None if the document refuses.
    pub fn start(host: HtmlElement) -> Option<Self> {
        styles::adopt(&host);
        let (controls, article) = tree::add_boxes(&host)?;
        let properties =
            ViewerProps { host: host.clone(), article: article.clone(), settings: Settings::of(&host) };
        let app = yew::Renderer::<Viewer>::with_root_and_props(controls.clone(), properties).render();
        Some(Self { host, controls, article, app })
    }

    /// Reads the element's attributes and surroundings again.
    pub fn update(&mut self) {
        styles::adopt(&self.host);
        self.app.update(ViewerProps {
            host: self.host.clone(),
            article: self.article.clone(),
            settings: Settings::of(&self.host),
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
}

#[component]
fn Viewer(props: &ViewerProps) -> Html {
    let Settings { interface, around, .. } = &props.settings;
    let interface = *interface;
    let browsing = use_shelf(&props.host, &props.settings);
    let wanted = wanted(&props.settings, &browsing);
    let source = match &wanted {
        Wanted::Letter { source, .. } => source.clone(),
        Wanted::Nothing | Wanted::List | Wanted::Missing(_) => props.settings.letter.clone(),
    };
    let (reading, retry) = use_letter(&wanted);
    let panels = [use_node_ref(), use_node_ref()];
    let [on_details, on_references] = [use_opening(&panels[0]), use_opening(&panels[1])];
    let (copied, on_copy) = use_copying();
    let sheet = use_node_ref();
    // The button that was pressed goes away: the focus stays near.
    let on_retry = use_callback((sheet.clone(), retry), |_: MouseEvent, (sheet, retry)| {
        if let Some(sheet) = sheet.cast() {
            tree::focus(&sheet);
        }
        retry.emit(());
    });

    let text = match &*reading {
        Reading::Shown(text) => Some(text),
        Reading::Loading | Reading::Failed(_) | Reading::List => None,
    };
    let letter = text.filter(|text| text.is_letter());
    let direction = text.and_then(|text| text.language).map_or(*around, Language::direction);
    let failure = reading.failure();
    let loading = *reading == Reading::Loading;
    let shelf = browsing.shelf();
    let resolved = use_references(text, shelf, &props.settings);
    // Made once for each letter: it is by far the largest part of the tree.
    let rendered =
        use_memo((text.cloned(), Rc::clone(&resolved), interface), |(text, resolved, interface)| {
            text.as_ref().map(|text| letter_text(text, &resolved.references, *interface))
        });
    let preview = use_preview(&props.article, &resolved);
    let previewed = preview.shown.and_then(|shown| resolved.references.get(shown.number.checked_sub(1)?));
    let reported = use_state(|| 0);
    let number = preview.shown.map(|shown| shown.number);
    let on_report = use_report(&props.host, previewed, number, source.clone(), &reported);
    let on_follow = use_following(props, &resolved, shelf);
    use_effect_with((props.article.clone(), text.cloned()), |(article, text)| {
        tree::describe_article(article, text.as_ref().and_then(|text| text.language));
        if text.is_some() {
            tree::scroll_to_place_in_address(article);
        }
    });
    use_event(&props.host, source.as_deref(), &reading);

    let actions = preview::Actions {
        copied: &copied,
        on_copy: &on_copy,
        on_report: &on_report,
        reported: preview.shown.is_some_and(|shown| shown.number == *reported),
    };
    // Every box stays, whether there is something in it or not: Yew 0.23.0 loses its place where the neighbour of a
    // component comes and goes (yewstack/yew#4092).
    html! {
        <div class="viewer" part="viewer" lang={interface.tag()} dir={interface.direction().code()} onclick={on_follow}>
            <div class="top">
                if let Some(letter) = letter {
                    { toolbar(letter, shelf, interface, &on_details, &on_references) }
                }
            </div>
            <div class="desk" aria-busy={loading.then_some("true")}>
                <div class="sheet" part="sheet" tabindex="-1" ref={sheet}>
                    <div class="messages">
                        <p class="loading" role="status">
                            if loading { { Message::Loading.text(interface) } }
                        </p>
                        <div role="alert">
                            if let Some(failure) = failure {
                                { notice(failure, source.as_deref(), interface, &on_retry) }
                            }
                        </div>
                    </div>
                    <div class="list">
                        if let (Some(shelf), Reading::List) = (shelf, &*reading) {
                            { letters(shelf, interface) }
                        }
                    </div>
                    <slot name="emblem" dir={direction.code()} />
                    <slot name="letter" hidden={text.is_none()} />
                    <slot dir={around.code()} hidden={letter.is_some() || *reading == Reading::List} />
                </div>
                <div class="rail">
                    if let Some(letter) = letter {
                        { details(letter, interface, &panels[0], &copied, &on_copy) }
                        { references(letter, &resolved.references, &resolved.dead, shelf, interface, &panels[1]) }
                    }
                    if let Some(text) = text.filter(|_| props.settings.debug) {
                        { debug::diagnostics(text, &resolved.references, text.source()) }
                    }
                </div>
            </div>
            { preview::card(&preview, previewed, interface, &actions) }
            if let Some(rendered) = (*rendered).clone() {
                { create_portal(rendered, props.article.clone()) }
            }
        </div>
    }
}

/// What brings a panel into view.
#[hook]
fn use_opening(panel: &NodeRef) -> Callback<MouseEvent> {
    use_callback(panel.clone(), |_: MouseEvent, panel: &NodeRef| {
        if let Some(panel) = panel.cast() {
            tree::open_details(&panel);
        }
    })
}

/// What tells the page that a reader reports the reference in the card.
#[hook]
fn use_report(
    host: &HtmlElement,
    reference: Option<&Reference>,
    number: Option<usize>,
    source: Option<String>,
    reported: &UseStateHandle<usize>,
) -> Callback<MouseEvent> {
    let reported = reported.setter();
    let input = (host.clone(), reference.cloned(), number, source);
    use_callback(input, move |_: MouseEvent, (host, reference, number, source)| {
        if let (Some(reference), Some(number)) = (reference, number) {
            let citation = &reference.citation;
            let href = reference.target.as_ref().map(|target| target.address.as_str());
            let id = citation.id.to_string();
            events::report(host, &id, href, &citation.text, reference.state.name(), source.as_deref());
            reported.set(*number);
        }
    })
}

/// What answers clicks on links to documents, in the controls and in the letter.
#[hook]
fn use_following(
    props: &ViewerProps,
    resolved: &Rc<Resolved>,
    shelf: Option<&Shelf>,
) -> Callback<MouseEvent> {
    let input = (props.host.clone(), Rc::clone(resolved), shelf.cloned());
    use_effect_with((props.article.clone(), input.clone()), |(article, (host, resolved, shelf))| {
        let (host, resolved, shelf) = (host.clone(), Rc::clone(resolved), shelf.clone());
        let listener = listening::Listener::new(article, "click", move |event| {
            following::follow(&host, &event, &resolved.references, shelf.as_ref());
        });
        move || drop(listener)
    });
    use_callback(input, |event: MouseEvent, (host, resolved, shelf)| {
        // Events of the letter come here through the portal as well, and have been answered there.
        if listening::closest(&event, "article").is_none() {
            following::follow(host, &event, &resolved.references, shelf.as_ref());
        }
    })
}
