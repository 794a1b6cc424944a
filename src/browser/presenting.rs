//! The presenter (`presenter.js`), which puts the letter on the page.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// What shows the letter of one element, from trees of nodes.
    #[derive(Clone, Debug, PartialEq)]
    pub type Presenter;

    /// Begins to show letters, and returns the article for them: that of the page, if it has one, where its own letter
    /// stays until another is shown.
    #[wasm_bindgen(method)]
    pub(crate) fn start(this: &Presenter) -> Element;

    /// Whether the article has a letter that the presenter has not shown.
    #[wasm_bindgen(method, js_name = hasOther)]
    pub(crate) fn has_other(this: &Presenter) -> bool;

    #[wasm_bindgen(method, catch, js_name = replace)]
    fn replace_with(this: &Presenter, nodes: &JsValue, is_in_chunks: bool) -> Result<(), JsValue>;

    /// Shows the same letter with other references, names or opened paragraphs: what is the same stays as it is.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn change(this: &Presenter, nodes: &JsValue) -> Result<(), JsValue>;

    /// Takes the letter out of the page.
    #[wasm_bindgen(method)]
    pub(crate) fn stop(this: &Presenter);
}

/// The order in which a letter is put on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// As a whole: a place in it is requested.
    AtOnce,
    /// Its beginning, and then the rest of a long letter in chunks while the browser is idle: a reader who opens it reads its
    /// beginning first.
    InChunks,
}

impl Presenter {
    /// Shows a letter, or another arrangement of letters, in the place of the last one; none at all without nodes.
    pub(crate) fn replace(&self, nodes: &JsValue, order: Order) -> Result<(), JsValue> {
        self.replace_with(nodes, order == Order::InChunks)
    }
}
