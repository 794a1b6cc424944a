//! The loader (`loader.js`), which chooses and fetches for the viewer of one element.

use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

use super::json::Value;
use super::panic_hook;
use super::presenting::Presenter;
use super::scroll_anchoring::ScrollAnchor;

#[wasm_bindgen]
extern "C" {
    /// What the viewer gets from the loader of its element.
    #[derive(Clone, Debug, PartialEq)]
    pub type Loader;

    /// What shows its letters.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn presenter(this: &Loader) -> Presenter;

    /// What keeps the reader's position in the article while its letter changes (`anchoring.js`).
    #[wasm_bindgen(method, js_name = anchorFor)]
    pub(crate) fn anchor_for(this: &Loader, article: &Element) -> ScrollAnchor;

    /// The nodes for the records, as the description says (`composition.js`).
    #[wasm_bindgen(method)]
    pub(crate) fn compose(this: &Loader, records: &JsValue, description: &JsValue) -> JsValue;

    /// The number of the reference whose card the click or the key asks for (`clicks.js`).
    #[wasm_bindgen(method, js_name = cardOf)]
    pub(crate) fn card_of(this: &Loader, event: &Event) -> Option<usize>;

    /// Shows the card beside the element, without taking the focus; one that is shown already is moved.
    #[wasm_bindgen(method, js_name = showBeside)]
    pub(crate) fn show_beside(this: &Loader, card: &HtmlElement, anchor: &Element);

    /// Shows the modal dialogue. It takes the focus, and returns it when closed.
    #[wasm_bindgen(method, js_name = showOver)]
    pub(crate) fn show_over(this: &Loader, dialogue: &HtmlElement);

    /// Hides the card and the dialogue.
    #[wasm_bindgen(method, js_name = hideCard)]
    pub(crate) fn hide_card(this: &Loader, card: &HtmlElement, dialogue: &HtmlElement);

    /// Sets the title of the page and its links to versions, each a tag and an address; without a title, the head is as the
    /// page made it.
    #[wasm_bindgen(method, js_name = describeHead)]
    pub(crate) fn describe_head(this: &Loader, title: Option<&str>, versions: &JsValue);

    /// Whether readers choose the language of the interface, because the page does not set it.
    #[wasm_bindgen(method, js_name = offersInterface)]
    pub(crate) fn offers_interface(this: &Loader) -> bool;

    /// Shows the list of the letters of the catalogue in its place (`list.js`), or removes it.
    #[wasm_bindgen(method, js_name = showList)]
    pub(crate) fn show_list(this: &Loader, is_shown: bool);

    /// The state that the viewer takes over.
    #[wasm_bindgen(method)]
    pub(crate) fn state(this: &Loader) -> JsValue;

    /// The texts of the interface in the language with the code, one in each line, if they are there.
    #[wasm_bindgen(method)]
    pub(crate) fn texts(this: &Loader, code: &str) -> Option<String>;

    /// The code of a language whose texts are there when the viewer starts.
    #[wasm_bindgen(method, getter, js_name = loadedInterface)]
    pub(crate) fn loaded_interface(this: &Loader) -> String;

    /// The record that the loader has shown; `undefined` if it has shown none.
    #[wasm_bindgen(method)]
    pub(crate) fn shown(this: &Loader) -> JsValue;

    /// Keeps the box of the controls until it takes the place of what the loader has shown.
    #[wasm_bindgen(method)]
    pub(crate) fn hold(this: &Loader, controls: &Element);

    /// The viewer shows what the loader has shown, in its place.
    #[wasm_bindgen(method, js_name = takeOver)]
    pub(crate) fn take_over(this: &Loader);

    /// Shows another view, where the page allows it. The position of the reader is remembered in the history.
    #[wasm_bindgen(method)]
    pub(crate) fn change(this: &Loader, view: &JsValue, position: Option<&str>);

    /// Fetches the letter again, and the catalogue if it could not be read.
    #[wasm_bindgen(method)]
    pub(crate) fn reload(this: &Loader);

    /// Where the page says whom to tell.
    #[wasm_bindgen(method)]
    pub(crate) fn contact(this: &Loader) -> Option<String>;

    #[wasm_bindgen(method)]
    fn address(this: &Loader, view: &JsValue, keeps_place: bool) -> String;

    #[wasm_bindgen(method)]
    fn record(this: &Loader, key: &str, done: &JsValue) -> Function;
}

/// The treatment of the fragment of the address (`#p4`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceInPage {
    /// It stays: the letter is the same, in whichever language.
    Kept,
    /// It is removed: another letter has other paragraphs.
    Left,
}

/// A pending request. Dropping it discards the response.
pub(crate) struct Call {
    end: Function,
    _done: Closure<Done>,
}

/// Takes the value, or the code of the failure.
type Done = dyn FnMut(JsValue, JsValue);

impl Drop for Call {
    fn drop(&mut self) {
        // Ending a request that has ended already does nothing.
        let _ = self.end.call0(&JsValue::NULL);
    }
}

impl Loader {
    /// Gets the record of the version with the key and passes it to `done`, or the code of the failure.
    pub(crate) fn get_record(&self, key: &str, done: impl FnOnce(Result<Value, String>) + 'static) -> Call {
        let done = passing(Box::new(done));
        Call { end: self.record(key, done.as_ref().unchecked_ref()), _done: done }
    }

    /// The address of the page that shows the view.
    pub(crate) fn address_of(&self, view: &JsValue, place: PlaceInPage) -> String {
        self.address(view, place == PlaceInPage::Kept)
    }

    /// Whether the loader has shown a letter.
    pub(crate) fn has_shown(&self) -> bool {
        !self.shown().is_undefined()
    }
}

// Compiled once, not for each closure.
fn passing(done: Box<dyn FnOnce(Result<Value, String>)>) -> Closure<Done> {
    let mut done = Some(done);
    Closure::new(move |value: JsValue, failure: JsValue| {
        if let Some(done) = done.take().filter(|_| !panic_hook::has_stopped()) {
            done(match failure.as_string() {
                Some(failure) => Err(failure),
                None => Ok(Value(value)),
            });
        }
    })
}
