//! The popover with the reference card: in the browser's top layer, where nothing of the page covers or clips it.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

/// The space between a reference and its card, and between the card and the edge of the window, in CSS pixels.
const GAP: f64 = 8.0;

/// Shows the card beside the element, without taking the focus.
pub(crate) fn show_beside(card: &HtmlElement, anchor: &Element) {
    // One that is shown already is moved. Without support for popovers it is an ordinary box.
    let _ = card.class_list().add_1("shown");
    call(card, "showPopover");
    place(card, anchor);
}

/// Shows the modal dialog. It takes the focus, and returns it when closed.
pub(crate) fn show_over_page(dialogue: &HtmlDialogElement) {
    // Fails only if it is shown already.
    let _ = dialogue.show_modal();
}

/// Hides both.
pub(crate) fn hide(card: &HtmlElement, dialogue: &HtmlDialogElement) {
    let _ = card.class_list().remove_1("shown");
    call(card, "hidePopover");
    if dialogue.open() {
        dialogue.close();
    }
}

/// Calls a method that is missing from the bindings. Nothing happens where the browser has no such method, or refuses.
fn call(element: &HtmlElement, name: &str) {
    let method =
        Reflect::get(element, &name.into()).ok().and_then(|method| method.dyn_into::<Function>().ok());
    if let Some(method) = method {
        let _ = method.call0(element);
    }
}

/// Places the card below the last line of the reference, or above its first where there is no room, within the window.
fn place(card: &HtmlElement, anchor: &Element) {
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
    // In a low window the card covers the reference rather than being cut off.
    let top = top.min(height - card_box.height() - GAP).max(GAP);
    move_to(card, left, top);
    // In a page with `zoom`, positions are set in other units than they are measured in.
    let is_at = card.get_bounding_client_rect();
    if (is_at.left() - left).abs() > 1.0 || (is_at.top() - top).abs() > 1.0 {
        let scaled = |wanted: f64, got: f64| if got.abs() < 1.0 { wanted } else { wanted * wanted / got };
        move_to(card, scaled(left, is_at.left()), scaled(top, is_at.top()));
    }
}

fn move_to(card: &HtmlElement, left: f64, top: f64) {
    let style = card.style();
    // The properties are known to every browser.
    for (name, pixels) in [("left", left), ("top", top)] {
        let _ = style.set_property(name, &format!("{}px", pixels as i32));
    }
}
