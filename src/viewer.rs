//! The viewer: what a reader sees of `<circular-letter>`.
//!
//! One tree of components serves both sides of the element. The controls stand in its shadow root, where no style of the
//! page reaches them; the letter goes through a portal into an `<article>` among the element's own children, where it is
//! ordinary HTML: found, selected, translated, annotated and printed as any other. A slot shows it in its place on the
//! sheet.
//!
//! What the page itself put into the element is shown until the letter is there, and again whenever it cannot be.

mod copy_button;
mod details;
mod failure;
mod letter_text;
mod loading;
mod notice;
mod toolbar;

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::browser::{interface, styles, tree};
use crate::interface::Message;
use crate::language::Language;
use details::Details;
use failure::Failure;
use letter_text::LetterText;
use loading::{Reading, use_letter};
use notice::Notice;
use toolbar::Toolbar;

/// What the element's attributes ask for.
#[derive(Clone, Debug, PartialEq)]
struct Settings {
    /// The address of the letter's text (`src`).
    source: Option<String>,
    /// The language of the letter (`lang`); detected where none is given.
    language: Option<Language>,
    /// The language of the interface (`ui-lang`, else what page and browser speak).
    interface: Language,
}

impl Settings {
    fn of(host: &HtmlElement) -> Self {
        Self {
            source: host.get_attribute("src").filter(|source| !source.trim().is_empty()),
            language: host.get_attribute("lang").and_then(|tag| tag.parse().ok()),
            interface: interface::language(host),
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

    /// Reads the element's attributes again.
    pub fn update(&mut self) {
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
    let interface = props.settings.interface;
    let (reading, retry) = use_letter(&props.host, &props.settings);
    let details = use_node_ref();
    let show_details = use_callback(details.clone(), |_: (), details| tree::open_details(details));

    let (letter, failure, loading) = match &*reading {
        Reading::Loading => (None, None, true),
        Reading::Shown(letter) if letter.is_letter() => (Some(letter), None, false),
        Reading::Shown(letter) => (Some(letter), Some(&Failure::NotALetter), false),
        Reading::Failed(failure) => (None, Some(failure), false),
    };
    use_effect_with((props.article.clone(), letter.cloned()), |(article, letter)| {
        tree::describe_article(article, letter.as_ref().and_then(|letter| letter.language));
        if letter.is_some() {
            tree::scroll_to_place_in_address(article);
        }
    });

    html! {
        <div class="viewer" part="viewer" lang={interface.tag()} dir={interface.direction().code()}>
            <div class="top">
                if let Some(letter) = letter.filter(|letter| letter.is_letter()) {
                    <Toolbar letter={Rc::clone(letter)} {interface} on_details={show_details} />
                }
            </div>
            <div class="desk" aria-busy={loading.then_some("true")}>
                <div class="sheet" part="sheet">
                    <div class="messages">
                        <p class="loading" role="status">
                            if loading { { Message::Loading.text(interface) } }
                        </p>
                        <div role="alert">
                            if let Some(failure) = failure {
                                <Notice failure={failure.clone()} source={props.settings.source.clone()} {interface} on_retry={retry} />
                            }
                        </div>
                    </div>
                    <slot name="emblem" />
                    <slot name="letter" hidden={letter.is_none()} />
                    <slot hidden={letter.is_some()} />
                </div>
                <div class="rail">
                    if let Some(letter) = letter.filter(|letter| letter.is_letter()) {
                        <Details letter={Rc::clone(letter)} {interface} node={details} />
                    }
                </div>
            </div>
            if let Some(letter) = letter {
                <LetterText letter={Rc::clone(letter)} {interface} article={props.article.clone()} />
            }
        </div>
    }
}
