//! The presenter (`presenter.js`), which puts the letter on the page.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// What shows the letter of one element. Trees are JSON, as `letters::page::to_json` writes them.
    #[derive(Clone, Debug, PartialEq)]
    pub type Presenter;

    /// Begins to show letters, and returns the article for them: that of the page, if it has one, where its own letter
    /// stays until another is shown.
    #[wasm_bindgen(method)]
    pub(crate) fn start(this: &Presenter) -> Element;

    /// Whether the article has a letter that this presenter has not shown.
    #[wasm_bindgen(method, js_name = hasOther)]
    pub(crate) fn has_other(this: &Presenter) -> bool;

    /// Shows a letter, or another arrangement of letters, in the place of the last one; none at all for an empty tree.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn replace(this: &Presenter, tree: &str) -> Result<(), JsValue>;

    /// Adds more of the letter at its end.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn append(this: &Presenter, tree: &str) -> Result<(), JsValue>;

    /// Shows the same letter with other references, names or opened paragraphs: what is the same stays as it is.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn change(this: &Presenter, tree: &str) -> Result<(), JsValue>;

    /// Takes the letter out of the page, which has its own again.
    #[wasm_bindgen(method)]
    pub(crate) fn stop(this: &Presenter);
}
