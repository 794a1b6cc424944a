//! The card over the page: in the browser's top layer, where nothing of the page covers or clips it.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

/// The space between a reference and its card, and between the card and the edge of the window, in CSS pixels.
const GAP: f64 = 8.0;

/// Shows the card beside the element, without taking the focus.
pub(crate) fn show_beside(card: &HtmlDialogElement, anchor: &Element) {
    if !call(card, "showPopover") {
        // Without popovers it is a dialogue that takes no focus.
        let _ = card.set_attribute("open", "");
    }
    place(card, anchor);
}

/// Shows the card as a dialogue over the page, which takes the focus and gives it back.
pub(crate) fn show_over_page(card: &HtmlDialogElement) {
    hide(card);
    for name in ["left", "top"] {
        let _ = card.style().remove_property(name);
    }
    // Refused only while it is shown already.
    let _ = card.show_modal();
}

/// Takes the card away.
pub(crate) fn hide(card: &HtmlDialogElement) {
    if card.matches(":modal").unwrap_or(false) {
        card.close();
    } else if !call(card, "hidePopover") {
        let _ = card.remove_attribute("open");
    }
}

/// Calls a method of the element that the bindings do not have; false where the browser has none, or refuses.
fn call(element: &HtmlElement, name: &str) -> bool {
    let method =
        Reflect::get(element, &name.into()).ok().and_then(|method| method.dyn_into::<Function>().ok());
    method.is_some_and(|method| method.call0(element).is_ok())
}

/// Puts the card under the first line of the element, or over its last where there is no room; within the window.
fn place(card: &HtmlDialogElement, anchor: &Element) {
    let window = gloo::utils::window();
    let size =
        |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let rects = anchor.get_client_rects();
    let (Some(first), Some(last)) = (rects.item(0), rects.item(rects.length().saturating_sub(1))) else {
        return;
    };
    let card_box = card.get_bounding_client_rect();
    let is_right_to_left = card.closest("[dir=rtl]").ok().flatten().is_some();
    let left = if is_right_to_left { last.right() - card_box.width() } else { last.left() };
    let left = left.min(width - card_box.width() - GAP).max(GAP);
    let below = last.bottom() + GAP;
    let above = first.top() - card_box.height() - GAP;
    let top = if below + card_box.height() <= height || above < GAP { below } else { above };
    let style = card.style();
    // Values of properties that every browser has.
    let _ = style.set_property("left", &format!("{left:.0}px"));
    let _ = style.set_property("top", &format!("{top:.0}px"));
}
