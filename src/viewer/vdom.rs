//! Elements without behaviour, built by functions: the code that `html!` generates for each is larger than a call.

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

/// The element with a key: it keeps its node, and the focus, when siblings are added or removed.
pub(super) fn keyed(key: impl Into<Key>, mut element: Html) -> Html {
    if let Html::VTag(tag) = &mut element {
        Rc::make_mut(tag).key = Some(key.into());
    }
    element
}
