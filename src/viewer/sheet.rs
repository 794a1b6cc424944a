//! The sheet in the browser: passes events to its state and runs the effects: fetches texts, keeps the reader's
//! position, notifies the page.
//!
//! The state changes only by events, never while it is rendered. Yew renders a change later in the same task or, where
//! the browser has much to do, in a later one, and runs effects later still. What must change together with the letter
//! is therefore given to the [`ScrollAnchor`] beforehand, which applies it when the text changes.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::effects::{EveryRendering, use_effect_on};
use super::failure::Failure;
use super::sheet_state::{Asked, Opening, Sheet, SheetEvent, Sight};
use super::texts::{Ahead, ReadLetter, Reading, Source};
use crate::browser::loading::{Call, Loader};
use crate::browser::scroll_anchoring::ScrollAnchor;
use crate::browser::{Event, HtmlElement, dom, events, idleness, listening};
use letters::ids::Language;
use letters::letter::ParagraphNumber;

/// The longest letter, in segments, whose other versions are fetched before they are requested.
const LONGEST_AHEAD: usize = 2_000;

/// Holds the state of the sheet, and passes events to it.
#[derive(Clone)]
pub(super) struct SheetStore {
    sheet: Rc<RefCell<Rc<Sheet>>>,
    loader: Loader,
    anchor: ScrollAnchor,
    /// Called just before the versions on the sheet change.
    on_leave: Callback<()>,
    update: UseForceUpdateHandle,
}

impl PartialEq for SheetStore {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.sheet, &other.sheet)
    }
}

impl SheetStore {
    /// The current state.
    pub(super) fn sheet(&self) -> Rc<Sheet> {
        Rc::clone(&self.sheet.borrow())
    }

    /// Passes the event to the state, and has the change rendered.
    pub(super) fn tell(&self, event: SheetEvent) {
        let next = self.sheet().reduce(event, &|| self.look());
        if next.versions() != self.sheet().versions() {
            self.on_leave.emit(());
            self.anchor.keep_focus();
        }
        self.anchor.expect(next.anchor(), next.description());
        self.sheet.replace(Rc::new(next));
        self.update.force_update();
    }

    fn look(&self) -> Sight {
        // The reader may be within a letter that the page has, that the loader has shown, or that a viewer which panicked has
        // left there.
        let is_of_loader = self.sheet().text().is_none() && self.loader.has_shown();
        let is_at_place = is_of_loader || self.loader.presenter().has_other() || dom::names_a_place();
        let opening = if is_at_place { Opening::AtPlace } else { Opening::AtStart };
        Sight { position: self.anchor.position(), opening }
    }

    /// Handles a click, if it is one on a control of a paragraph.
    pub(super) fn answer(&self, event: &Event) {
        let value = |selector: &str, name: &str| dom::attribute(&listening::closest(event, selector)?, name);
        let paragraph =
            value("button[data-peek]", "data-peek").and_then(|place| ParagraphNumber::of_place(&place));
        if let Some(paragraph) = paragraph {
            self.tell(SheetEvent::Peek(paragraph));
        }
        let language = value("button[data-peek-language]", "data-peek-language");
        if let Some(language) = language.and_then(|code| code.parse().ok()) {
            self.tell(SheetEvent::PeekLanguage(language));
        }
    }
}

/// The sheet, for the request. `on_leave` is called just before the versions on it change.
#[hook]
pub(super) fn use_sheet(
    loader: &Loader,
    anchor: &ScrollAnchor,
    on_leave: Callback<()>,
    asked: Asked,
) -> SheetStore {
    let update = use_force_update();
    let sheet = use_mut_ref(|| Rc::new(Sheet::new(asked.clone())));
    let store = SheetStore { sheet, loader: loader.clone(), anchor: anchor.clone(), on_leave, update };
    use_effect_on(asked, {
        let store = store.clone();
        move |asked| {
            if store.sheet().asked() != asked {
                store.tell(SheetEvent::Asked(asked.clone()));
            }
        }
    });
    store
}

/// Applies the description that comes with the letter, if that has not happened yet.
#[hook]
pub(super) fn use_description(store: &SheetStore) {
    let store = store.clone();
    use_effect_on(EveryRendering, move |_| {
        store.anchor.settle(store.sheet().description());
    });
}

/// The pending requests, which end with the component.
struct AtEnd(Rc<RefCell<Vec<(Source, Call)>>>);

impl Drop for AtEnd {
    fn drop(&mut self) {
        self.0.borrow_mut().clear();
    }
}

/// Gets the requested texts. Those that are no longer needed when they come are ignored. The callback gets everything
/// again.
#[hook]
pub(super) fn use_requests(store: &SheetStore) -> Callback<()> {
    let calls = use_mut_ref(Vec::<(Source, Call)>::new);
    let sheet = store.sheet();
    let input = (sheet.demand(), sheet.attempt());
    use_effect_on(input, {
        let (store, calls) = (store.clone(), Rc::clone(&calls));
        move |(demand, _)| {
            let sources = demand.sources();
            calls.borrow_mut().retain(|(source, _)| sources.contains(&source));
            for source in sources {
                let is_called = calls.borrow().iter().any(|(called, _)| called == source);
                if !is_called && store.sheet().texts().get(source).is_none() {
                    request(&store, &calls, source);
                }
            }
        }
    });
    use_effect_on((), {
        let calls = Rc::clone(&calls);
        move |()| AtEnd(calls)
    });
    use_callback(store.clone(), move |(): (), store| {
        calls.borrow_mut().clear();
        store.tell(SheetEvent::Reload);
    })
}

/// Gets the record of the source.
fn request(store: &SheetStore, calls: &Rc<RefCell<Vec<(Source, Call)>>>, source: &Source) {
    let (its_source, store, its_calls) = (source.clone(), store.clone(), Rc::clone(calls));
    let call = store.loader.clone().get_record(&source.key, move |answer| {
        let answer = answer.map_err(|code| Failure::of_code(&code));
        let outcome = answer.and_then(|record| ReadLetter::read(record, &its_source));
        its_calls.borrow_mut().retain(|(called, _)| *called != its_source);
        store.tell(SheetEvent::Came(its_source, outcome));
    });
    calls.borrow_mut().push((source.clone(), call));
}

/// Allows the other versions to be fetched once the page has been idle since the letter is shown; never if the reader
/// saves data.
#[hook]
pub(super) fn use_idleness(store: &SheetStore) {
    let is_small = store.sheet().text().is_some_and(|letter| letter.segments.len() <= LONGEST_AHEAD);
    let store = store.clone();
    use_effect_on(is_small, move |is_small| {
        let waits = *is_small && !idleness::saves_data();
        if !waits {
            store.tell(SheetEvent::Ahead(Ahead::Left));
        }

        waits.then(|| idleness::when_idle(move || store.tell(SheetEvent::Ahead(Ahead::Fetched))))
    });
}

/// Notifies the page of the letter or its failure. Used after every other effect: listeners find the letter complete.
#[hook]
pub(super) fn use_event(host: &HtmlElement, address: Option<&str>, sheet: &Sheet, loader: &Loader) {
    let shown = use_mut_ref(|| loader.has_shown().then(|| loader.shown()));
    let (host, address) = (host.clone(), address.map(str::to_owned));
    let from = sheet.change().from;
    let announced = use_mut_ref(|| None::<ReadLetter>);
    use_effect_on(sheet.reading(), move |reading| match (reading, reading.failure()) {
        (Reading::Shown(text), None) => {
            // The first one may have been announced by the loader.
            let is_announced = shown.take().is_some_and(|shown| shown == text.json().0);
            // The page may have asked for another letter since: this one is that of its own address.
            if !is_announced {
                events::letter_load(&host, text.address());
            }
            // It may have been shown all the while, if another version has failed.
            let is_new = announced.replace(Some(text.clone())).as_ref() != Some(text);
            let to = text.language().filter(|to| is_new && from.is_some_and(|from| from != *to));
            if let Some(to) = to {
                events::language_changed(&host, from.map(Language::code), to.code());
            }
        }
        (_, Some(failure)) => events::letter_error(&host, failure.code(), address.as_deref()),
        // The list is announced by the module that shows it.
        (Reading::List | Reading::Loading | Reading::Failed(_), None) => {}
    });
}
