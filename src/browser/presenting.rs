//! The presenter (`presenter.js`), which puts the letter on the page.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::Function;

#[wasm_bindgen]
extern "C" {
    /// What shows the letter in one article. Trees are JSON, as `letters::page::to_json` writes them.
    #[derive(Clone, Debug, PartialEq)]
    pub type Presenter;

    /// Shows a letter, or another arrangement of letters, in the place of the last one.
    #[wasm_bindgen(method)]
    pub(crate) fn replace(this: &Presenter, tree: &str);

    /// Adds more of the letter at its end.
    #[wasm_bindgen(method)]
    pub(crate) fn append(this: &Presenter, tree: &str);

    /// Shows the same letter with other references, names or opened paragraphs: what is the same stays as it is.
    #[wasm_bindgen(method)]
    pub(crate) fn change(this: &Presenter, tree: &str);

    /// Takes the letter out of the page.
    #[wasm_bindgen(method)]
    pub(crate) fn stop(this: &Presenter);
}

/// The presenter for the article, which the function makes.
pub(crate) fn presenter_for(article: &Element, make: &Function) -> Option<Presenter> {
    Some(make.call1(&JsValue::NULL, article).ok()?.unchecked_into())
}
