//! The viewer: the visible part of `<circular-letter>`.
//!
//! Its components are the controls, in the shadow root of the element, where no style of the page reaches them. The letter
//! is no part of Yew's tree: what it consists of is decided here, and the presenter puts it into an `<article>` among the
//! element's own children, where it is ordinary HTML: found, selected, translated, annotated and printed as any other. A
//! slot shows it in its place on the sheet.
//!
//! The loader has chosen, fetched and shown the letter before; the viewer takes over its state ([`taken`]) and asks it for
//! other records and views.

mod answers;
mod controls;
mod copying;
mod debug;
mod details;
mod effects;
mod failure;
mod host_properties;
mod interface_choice;
mod interfaces;
mod languages;
mod letter_text;
mod link_clicks;
mod messages;
mod notice;
mod outline;
mod page_head;
mod rail;
mod reference_card;
mod references;
mod resolving;
mod root;
mod settings;
mod sheet;
mod sheet_state;
mod shelf;
mod taken;
mod texts;
mod toolbar;
mod vdom;
mod versions;
mod view;
mod wanted;
mod wording;

#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

pub use crate::browser::loading::Loader;
use crate::browser::{Element, Function, HtmlElement, JsValue, dom, panic_hook};
use host_properties::exported;
use letters::export;
use letters::ids::DocumentId;
use letters::interface::name;
use root::{Handle, Viewer, ViewerProps};
use settings::Settings;

/// Calls the function with the message when the viewer panics.
pub fn on_stop(tell: Function) {
    panic_hook::on_stop(tell);
}

/// A running viewer in an element of the page.
pub struct Mounted {
    /// The box of the controls, in the element's shadow root. It is removed with the viewer.
    controls: Element,
    properties: ViewerProps,
    app: yew::AppHandle<Viewer>,
}

impl Mounted {
    /// Starts a viewer in the element, which must have an open shadow root. None if the document refuses, or if the texts of
    /// the interface are not those of this viewer.
    pub fn start(host: HtmlElement, loader: Loader) -> Option<Self> {
        let settings = Settings::of(&host, &loader, None)?;
        let controls = dom::new_box(&host)?;
        loader.hold(&controls);
        let presenter = loader.presenter();
        let article = presenter.start();
        let anchor = loader.anchor_for(&article);
        let properties =
            ViewerProps { host, article, presenter, loader, anchor, settings, handle: Handle::default() };
        let app = yew::Renderer::<Viewer>::with_root_and_props(controls.clone(), properties.clone()).render();
        Some(Self { controls, properties, app })
    }

    /// Fetches the letter again.
    pub fn reload(&self) {
        let reload = self.properties.handle.0.borrow().as_ref().map(|held| held.reload.clone());
        if let Some(reload) = reload {
            reload.emit(());
        }
    }

    /// The metadata of the letter; null where none is shown.
    pub fn metadata(&self) -> JsValue {
        let held = self.properties.handle.0.borrow();
        let letter = held.as_ref().and_then(|held| held.letter.as_ref());
        letter.and_then(|letter| letter.json().member("letter")).map_or(JsValue::NULL, |metadata| metadata.0)
    }

    /// The citations of the letter, as a list.
    pub fn citations(&self) -> JsValue {
        let held = self.properties.handle.0.borrow();
        let held = held.as_ref().filter(|held| held.letter.is_some());
        let citations = held.and_then(|held| export::citations(held.resolved.of(0)));
        exported(&citations.unwrap_or(export::Value::List(Vec::new())))
    }

    /// The name of the letter with the id, in the language of the interface; none if it is no id.
    pub fn name(&self, id: &str) -> Option<String> {
        let id: DocumentId = id.parse().ok()?;
        Some(name(&id, self.properties.settings.taken.interface))
    }

    /// Reads the element's attributes and surroundings again.
    pub fn update(&mut self) {
        let host = &self.properties.host;
        if let Some(settings) = Settings::of(host, &self.properties.loader, Some(&self.properties.settings)) {
            self.properties.settings = settings;
            self.app.update(self.properties.clone());
        }
    }

    /// Ends the viewer. The letter is the loader's.
    ///
    /// Yew never removes the listeners of a root, so the boxes are removed too: what stays reachable holds nothing of
    /// the page.
    pub fn stop(self) {
        self.app.destroy();
        self.controls.remove();
    }
}
