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
mod letter_text;
mod loading;
mod notice;
mod toolbar;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use yew::prelude::*;

use crate::browser::{Element, HtmlElement, interface, styles, tree};
use crate::interface::Message;
use crate::language::{Direction, Language};
use copying::use_copying;
use details::details;
use letter_text::letter_text;
use loading::{Reading, use_event, use_letter};
use notice::notice;
use toolbar::toolbar;

/// What the element's attributes ask for.
#[derive(Clone, Debug, PartialEq)]
struct Settings {
    /// The address of the letter's text (`src`).
    source: Option<String>,
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
        Self {
            source: host.get_attribute("src").filter(|source| !source.trim().is_empty()),
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
    let Settings { source, interface, around, .. } = &props.settings;
    let interface = *interface;
    let (reading, retry) = use_letter(&props.settings);
    let panel = use_node_ref();
    let on_details = use_callback(panel.clone(), |_: MouseEvent, panel: &NodeRef| {
        if let Some(panel) = panel.cast() {
            tree::open_details(&panel);
        }
    });
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
        Reading::Loading | Reading::Failed(_) => None,
    };
    let letter = text.filter(|text| text.is_letter());
    let direction = text.and_then(|text| text.language).map_or(*around, Language::direction);
    let failure = reading.failure();
    let loading = *reading == Reading::Loading;
    // Made once for each letter: it is by far the largest part of the tree.
    let rendered = use_memo((text.cloned(), interface), |(text, interface)| {
        text.as_ref().map(|text| letter_text(text, *interface))
    });
    use_effect_with((props.article.clone(), text.cloned()), |(article, text)| {
        tree::describe_article(article, text.as_ref().and_then(|text| text.language));
        if text.is_some() {
            tree::scroll_to_place_in_address(article);
        }
    });
    use_event(&props.host, &props.settings, &reading);

    // Every box stays, whether there is something in it or not: Yew 0.23.0 loses its place where the neighbour of a
    // component comes and goes (yewstack/yew#4092).
    html! {
        <div class="viewer" part="viewer" lang={interface.tag()} dir={interface.direction().code()}>
            <div class="top">
                if let Some(letter) = letter {
                    { toolbar(letter, interface, &on_details) }
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
                    <slot name="emblem" dir={direction.code()} />
                    <slot name="letter" hidden={text.is_none()} />
                    <slot dir={around.code()} hidden={letter.is_some()} />
                </div>
                <div class="rail">
                    if let Some(letter) = letter {
                        { details(letter, interface, &panel, &copied, &on_copy) }
                    }
                    if let Some(text) = text.filter(|_| props.settings.debug) {
                        { debug::diagnostics(text, text.source()) }
                    }
                </div>
            </div>
            if let Some(rendered) = (*rendered).clone() {
                { create_portal(rendered, props.article.clone()) }
            }
        </div>
    }
}
