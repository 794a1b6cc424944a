//! The style sheets, adopted rather than written into the page: a strict content security policy allows them, and all
//! elements of a page share one copy.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleSheet, Document, HtmlElement, ShadowRoot};

const CONTROLS_CSS: &str = include_str!("../../styles/built/controls.css");
const LETTER_CSS: &str = include_str!("../../styles/built/letter.css");

/// A place where a style sheet can be adopted.
enum Scope {
    Document(Document),
    ShadowRoot(ShadowRoot),
}

thread_local! {
    /// The style sheet of the controls and that of the letter. None where the browser cannot construct them.
    static SHEETS: Option<(CssStyleSheet, CssStyleSheet)> =
        sheet(CONTROLS_CSS).and_then(|controls| Some((controls, sheet(LETTER_CSS)?)));
}

/// Adopts the style sheet of the controls in the element's shadow root, and that of the letter in the tree around the
/// element.
pub(crate) fn adopt(host: &HtmlElement) {
    SHEETS.with(|sheets| {
        let Some((controls, letter)) = sheets else { return };
        if let Some(root) = host.shadow_root() {
            Scope::ShadowRoot(root).adopt(controls);
        }
        match host.get_root_node().dyn_into::<ShadowRoot>() {
            Ok(root) => Scope::ShadowRoot(root).adopt(letter),
            Err(_) => {
                if let Some(document) = host.owner_document() {
                    Scope::Document(document).adopt(letter);
                }
            }
        }
    });
}

fn sheet(css: &str) -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
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
