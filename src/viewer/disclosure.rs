//! A button that opens a list (ARIA Authoring Practices, disclosure): Escape closes it and gives the focus back, and so does leaving it.

use yew::prelude::*;

use super::effects::use_effect_on;
use crate::browser::{Element, HtmlElement, dom, events, listening};

/// The state of a list and what it reacts to.
#[derive(Clone)]
pub(super) struct Disclosure {
    /// Whether the list is open.
    pub(super) is_open: bool,
    /// The box around button and list.
    pub(super) node: NodeRef,
    /// Opens and closes.
    pub(super) on_toggle: Callback<MouseEvent>,
    /// Closes, and gives the focus to the button.
    pub(super) close: Callback<()>,
    pub(super) on_key: Callback<KeyboardEvent>,
    pub(super) on_leave: Callback<FocusEvent>,
}

/// A disclosure that is closed at first.
#[hook]
pub(super) fn use_disclosure() -> Disclosure {
    let is_open = use_state(|| false);
    let node = use_node_ref();
    let on_toggle = use_callback(is_open.clone(), |_: MouseEvent, is_open| is_open.set(!**is_open));
    let close = use_callback((is_open.clone(), node.clone()), |(): (), (is_open, node)| {
        if **is_open {
            let button = node.cast::<Element>().and_then(|node| dom::find(&node, "button"));
            if let Some(button) = button.and_then(|button| dom::html_element(&button)) {
                dom::focus(&button);
            }
            is_open.set(false);
        }
    });
    let on_key = use_callback((is_open.clone(), close.clone()), |event: KeyboardEvent, (is_open, close)| {
        if **is_open && events::is_escape(&event) {
            // A dialogue of the page around the list stays open.
            events::consume(&event);
            close.emit(());
        }
    });
    let on_leave = use_callback((is_open.clone(), node.clone()), |event: FocusEvent, (is_open, node)| {
        if node.cast::<HtmlElement>().is_some_and(|node| events::leaves(&event, &node)) && **is_open {
            is_open.set(false);
        }
    });
    // A press beside the list closes it too: not every browser gives the focus to a button that is pressed.
    use_effect_on((*is_open, node.clone()), {
        let is_open = is_open.setter();
        move |(opened, node)| {
            let node = node.cast::<Element>().filter(|_| *opened);

            node.map(|node| {
                listening::Listener::on_document("pointerdown", move |event| {
                    if !events::comes_from(&event, &node) {
                        is_open.set(false);
                    }
                })
            })
        }
    });
    Disclosure { is_open: *is_open, node, on_toggle, close, on_key, on_leave }
}
