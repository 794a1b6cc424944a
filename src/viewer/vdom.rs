//! Elements without behaviour, built by functions: the code that `html!` generates for each is larger than a call.

use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

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
