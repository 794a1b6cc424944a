//! The style sheets, adopted rather than written into the page: a strict content security policy allows them, and all
//! elements of a page share one copy.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Document, HtmlElement, ShadowRoot};

const CONTROLS_CSS: &str = include_str!("../../styles/built/controls.css");
const LETTER_CSS: &str = include_str!("../../styles/built/letter.css");

/// A place where a style sheet can be adopted.
enum Scope {
    Document(Document),
    ShadowRoot(ShadowRoot),
}

/// The style sheet of the controls and that of the letter.
type Sheets = (CssStyleSheet, CssStyleSheet);

thread_local! {
    /// The sheets for each document that has had an element: a sheet belongs to the document that constructed it, and pages
    /// move elements into windows and frames of their own. None where the browser cannot construct them.
    static SHEETS: RefCell<Vec<(Document, Option<Sheets>)>> = const { RefCell::new(Vec::new()) };
}

/// Adopts the style sheet of the controls in the element's shadow root, and that of the letter in the tree around the
/// element.
pub(crate) fn adopt(host: &HtmlElement) {
    let Some(document) = host.owner_document() else { return };
    let Some((controls, letter)) = sheets_of(&document) else { return };
    if let Some(root) = host.shadow_root() {
        Scope::ShadowRoot(root).adopt(&controls);
    }
    let around = host.get_root_node();
    // A root of another window is no instance of this one's class.
    match around.is_same_node(Some(&document)) || !host.is_connected() {
        true => Scope::Document(document).adopt(&letter),
        false => Scope::ShadowRoot(around.unchecked_into()).adopt(&letter),
    }
}

fn sheets_of(document: &Document) -> Option<Sheets> {
    SHEETS.with_borrow_mut(|known| {
        if let Some((_, sheets)) = known.iter().find(|(its, _)| its == document) {
            return sheets.clone();
        }
        // Windows that have been closed are let go.
        known.retain(|(document, _)| document.default_view().is_some());
        let sheets = sheet(document, CONTROLS_CSS).zip(sheet(document, LETTER_CSS));
        known.push((document.clone(), sheets.clone()));
        sheets
    })
}

/// A sheet of the document: the class is that of its window.
fn sheet(document: &Document, css: &str) -> Option<CssStyleSheet> {
    let class = Reflect::get(document.default_view()?.as_ref(), &"CSSStyleSheet".into()).ok()?;
    // It is no instance of this window's `Function`.
    let class: &Function = class.unchecked_ref();
    let sheet: CssStyleSheet = Reflect::construct(class, &Array::new()).ok()?.unchecked_into();
    sheet.replace_sync(css).ok()?;
    Some(sheet)
}

impl Scope {
    /// Adds the sheet to the adopted ones, once.
    fn adopt(&self, sheet: &CssStyleSheet) {
        let adopted: Array = match self {
            Self::Document(document) => document.adopted_style_sheets().unchecked_into(),
            Self::ShadowRoot(root) => root.adopted_style_sheets().unchecked_into(),
        };
        if adopted.includes(sheet, 0) {
            return;
        }
        let adopted = adopted.concat(&Array::of1(sheet));
        match self {
            Self::Document(document) => document.set_adopted_style_sheets(adopted.unchecked_ref()),
            Self::ShadowRoot(root) => root.set_adopted_style_sheets(adopted.unchecked_ref()),
        }
    }
}
