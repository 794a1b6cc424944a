//! Keeps the viewer's roots apart from those of other Yew applications on the page.
//!
//! Yew 0.23 numbers its roots from 1 in every module, and marks the elements of a page with these numbers: where a viewer stands inside
//! another Yew application, a click in one would be taken for one in the other. Roots that are made and thrown away move the numbers
//! to where nobody else's are.

use std::cell::Cell;

use yew::prelude::*;

/// How many numbers are passed over at least: more roots than pages have.
const LEAST: u32 = 40;

/// How many more, by chance: two copies of the viewer have different ones.
const SPREAD: f64 = 80.0;

thread_local! {
    static ARE_APART: Cell<bool> = const { Cell::new(false) };
}

#[component]
fn Nothing() -> Html {
    html! { <i /> }
}

/// Passes the numbers over, the first time that it is called.
pub(crate) fn keep_apart() {
    if ARE_APART.replace(true) {
        return;
    }
    let more = (js_sys::Math::random() * SPREAD) as u32;
    for _ in 0..LEAST + more {
        let Ok(root) = gloo::utils::document().create_element("div") else { return };
        yew::Renderer::<Nothing>::with_root(root).render().destroy();
    }
}
