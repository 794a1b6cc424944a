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
mod disclosure;
mod elements;
mod failure;
mod following;
mod languages;
mod letter_text;
mod letters;
mod notice;
mod preview;
mod references;
mod resolving;
mod shelf;
mod showing;
mod texts;
mod toolbar;
mod versions;
mod view;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::place::Keeper;
use crate::browser::{
    Element, HtmlElement, events, history, host, interface, listening, naming, styles, tree,
};
use crate::interface::Message;
use crate::language::{Direction, Language};
use crate::resolver::{Entry, Reference};
use copying::use_copying;
use details::details;
use disclosure::use_disclosure;
use following::Follower;
use languages::Choice;
use letters::letters;
use notice::notice;
use preview::use_preview;
use references::references;
use resolving::Resolved;
use shelf::{Shelf, Wanted, use_shelf, wanted};
use showing::{Showing, use_head, use_showing};
use texts::{Reading, use_event};
use toolbar::toolbar;
use versions::use_comparison;
use view::{View, Viewing, use_view};

/// What the element's attributes ask for.
#[derive(Clone, Debug, PartialEq)]
struct Settings {
    /// The address of the letter's text (`src`).
    source: Option<String>,
    /// The address of the catalogue (`catalogue`).
    catalogue: Option<String>,
    /// Whether the page has given a catalogue as an object.
    has_catalogue_object: bool,
    /// The id of the letter in the catalogue (`letter`).
    letter: Option<String>,
    /// The languages in which there is a letter at `src` with a place for the language (`languages`).
    languages: Vec<Language>,
    /// The languages of the versions beside the letter (`with`).
    with: Option<String>,
    /// Whether the element keeps the head of the page (`manage-head`).
    manages_head: bool,
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
            letter: host.get_attribute("letter").and_then(filled),
            languages: view::languages(&host.get_attribute("languages").unwrap_or_default()),
            with: host.get_attribute("with"),
            manages_head: host.has_attribute("manage-head"),
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
    let ViewerProps { host, article, settings } = props;
    let Settings { interface, around, .. } = settings;
    let interface = *interface;
    let keeper = use_memo((host.clone(), article.clone()), |(host, article)| Keeper::new(host, article));
    let viewing = use_view(host, settings, &keeper);
    let browsing = use_shelf(host, settings);
    let shelf = browsing.shelf();
    let wanted = wanted(settings, &viewing.view, &browsing);
    let known = match &wanted {
        Wanted::Letter(letter) => Some(letter),
        _ => None,
    };
    let view = viewing.view.of_known(known);
    let showing = use_showing(props, &wanted, &view, &viewing, shelf, &keeper);
    let source = match &wanted {
        Wanted::Letter(letter) => letter.source.address.clone(),
        Wanted::Nothing | Wanted::List | Wanted::Missing(_) => viewing.view.letter.clone(),
    };
    let panels = [use_node_ref(), use_node_ref()];
    let [on_details, on_references] = [use_opening(&panels[0]), use_opening(&panels[1])];
    let (copied, on_copy) = use_copying();
    let sheet = use_node_ref();
    // The button that was pressed goes away: the focus stays near.
    let on_retry = use_callback((sheet.clone(), showing.retry.clone()), |_: MouseEvent, (sheet, retry)| {
        if let Some(sheet) = sheet.cast() {
            tree::focus(&sheet);
        }
        retry.emit(());
    });

    let reading = &showing.reading;
    let text = showing.versions.first();
    let letter = text.filter(|text| text.is_letter());
    let direction = text.and_then(|text| text.language).map_or(*around, Language::direction);
    let failure = reading.failure();
    let loading = *reading == Reading::Loading;
    let resolved = &showing.resolved;
    let compared = use_comparison(letter, known, &showing.texts);
    let preview = use_preview(article, resolved);
    let previewed = preview.shown.and_then(|shown| resolved.references.get(shown.number.checked_sub(1)?));
    let reported = use_state(|| 0);
    let number = preview.shown.map(|shown| shown.number);
    let on_report = use_report(host, previewed, number, source.clone(), &reported);
    let on_follow = use_following(props, &showing, &viewing, shelf);
    let has_shown = use_mut_ref(|| false);
    let is_list = *reading == Reading::List;
    let of_letter = (host.clone(), article.clone(), showing.work.clone(), text.is_some(), is_list);
    use_effect_with(of_letter, move |(host, article, _, is_letter, is_list)| {
        let is_in_place = *is_letter && tree::scroll_to_place_in_address(article);
        if (*is_letter || *is_list) && has_shown.replace(true) && !is_in_place {
            tree::scroll_to_start(host);
        }
    });
    use_event(host, source.as_deref(), reading, showing.from);

    let choice = known.filter(|known| !known.versions.is_empty()).map(|wanted| Choice {
        wanted,
        view: &view,
        shown: letter.and_then(|letter| letter.language),
        interface,
        has_address: history::is_kept(host),
        change: &viewing.change,
    });
    use_head(settings, letter, choice.as_ref());
    let disclosures = [use_disclosure(), use_disclosure()];
    let controls = choice.as_ref().map(|choice| {
        let [of_languages, of_comparison] = &disclosures;
        [languages::languages(choice, of_languages), languages::comparing(choice, of_comparison)]
    });
    let is_comparing = showing.is_comparing();
    let missing = known.and_then(|known| known.missing).zip(letter.and_then(|letter| letter.language));
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
                    { toolbar(letter, shelf, interface, controls, &on_details, &on_references) }
                }
            </div>
            <div class={if is_comparing { "desk side-by-side" } else { "desk" }} aria-busy={loading.then_some("true")}>
                <div class="sheet" part="sheet" tabindex="-1" ref={sheet}>
                    <div class="messages">
                        <p class="loading" role="status">
                            if loading && text.is_none() { { Message::Loading.text(interface) } }
                        </p>
                        <p class="unseen" role="status">{ showing.announcement.clone() }</p>
                        <div role="alert">
                            if let Some(failure) = failure {
                                { notice(failure, source.as_deref(), interface, &on_retry) }
                            }
                        </div>
                        <div class="instead">
                            if let Some((missing, shown)) = missing {
                                <p>{ shown_instead(missing, shown, interface) }</p>
                            }
                        </div>
                    </div>
                    <div class="list">
                        if let (Some(shelf), Reading::List) = (shelf, reading) {
                            { letters(shelf, interface) }
                        }
                    </div>
                    <slot name="emblem" dir={direction.code()} />
                    <div class="over">
                        if is_comparing {
                            { versions::heads(&showing.versions, &compared, interface) }
                        }
                    </div>
                    <slot name="letter" hidden={text.is_none()} />
                    <slot dir={around.code()} hidden={letter.is_some() || *reading == Reading::List} />
                </div>
                <div class="rail">
                    if let Some(letter) = letter {
                        { details(letter, interface, &panels[0], &copied, &on_copy) }
                        <div>
                            if let Some(known) = known.filter(|known| known.versions.len() > 1) {
                                { versions::panel(letter, &known.versions, &compared, interface) }
                            }
                        </div>
                        { references(letter, resolved.of(0), &resolved.dead, shelf, interface, &panels[1]) }
                    }
                    if let Some(text) = text.filter(|_| settings.debug) {
                        { debug::diagnostics(text, resolved.of(0), text.source(), &compared) }
                    }
                </div>
            </div>
            { preview::card(&preview, previewed, interface, &actions) }
            if let Some(rendered) = showing.rendered {
                { create_portal(rendered, article.clone()) }
            }
        </div>
    }
}

/// That there is no version in the language, and which one is shown.
fn shown_instead(missing: Language, shown: Language, interface: Language) -> String {
    let words = Message::ShownInstead.text(interface).replace("{n}", &naming::language(missing, interface));
    words.replace("{of}", &naming::language(shown, interface))
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

/// What answers clicks on links to documents and on the controls of paragraphs, in the controls and in the letter.
#[hook]
fn use_following(
    props: &ViewerProps,
    showing: &Showing,
    viewing: &Viewing,
    shelf: Option<&Shelf>,
) -> Callback<MouseEvent> {
    let input = Followed {
        host: props.host.clone(),
        resolved: Rc::clone(&showing.resolved),
        shelf: shelf.cloned(),
        view: viewing.view.clone(),
        change: viewing.change.clone(),
    };
    let of_letter = (props.article.clone(), input.clone(), showing.peeking.clone());
    use_effect_with(of_letter, |(article, followed, peeking)| {
        let (followed, peeking) = (followed.clone(), peeking.clone());
        let listener = listening::Listener::new(article, "click", move |event| {
            followed.follower().follow(&event);
            peeking.answer(&event);
        });
        move || drop(listener)
    });
    use_callback(input, |event: MouseEvent, followed| {
        // Events of the letter come here through the portal as well, and have been answered there.
        if listening::closest(&event, "article").is_none() {
            followed.follower().follow(&event);
        }
    })
}

/// What a click on a link is answered by, as long as it stays the same.
#[derive(Clone, PartialEq)]
struct Followed {
    host: HtmlElement,
    resolved: Rc<Resolved>,
    shelf: Option<Shelf>,
    view: View,
    change: Callback<View>,
}

impl Followed {
    fn follower(&self) -> Follower<'_> {
        Follower {
            host: &self.host,
            references: &self.resolved.references,
            shelf: self.shelf.as_ref(),
            view: &self.view,
            change: &self.change,
        }
    }
}
