//! Elements without behaviour, made by a function: what `html!` writes out for each costs the module more than they say.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VTag, VText};

/// An element with attributes; those without a value are left out.
pub(super) fn element(
    tag: &'static str,
    attributes: &[(&'static str, Option<&str>)],
    children: impl IntoIterator<Item = Html>,
) -> Html {
    element_of(tag, attributes, children.into_iter().collect())
}

// Compiled once, not for each kind of children.
fn element_of(tag: &'static str, attributes: &[(&'static str, Option<&str>)], children: Vec<Html>) -> Html {
    let mut element = VTag::new(tag);
    for (name, value) in attributes {
        if let Some(value) = value {
            element.add_attribute(name, AttrValue::from((*value).to_owned()));
        }
    }
    element.add_children(children);
    element.into()
}

/// Text.
pub(super) fn text(words: &str) -> Html {
    VText::new(words.to_owned()).into()
}

/// The element with a key: where neighbours come and go, it stays the one it was, with the focus that it may have.
pub(super) fn keyed(key: impl Into<Key>, mut element: Html) -> Html {
    if let Html::VTag(tag) = &mut element {
        Rc::make_mut(tag).key = Some(key.into());
    }
    element
}
