//! The letter itself, in the light DOM.

use yew::prelude::*;
use yew::virtual_dom::{AttrValue, VList, VTag, VText};

use crate::language::Language;
use crate::letter::Letter;
use crate::page::{self, Node};
use crate::resolver::Reference;

/// The text of the letter.
pub(super) fn letter_text(letter: &Letter, references: &[Reference], interface: Language) -> Html {
    page::letter(letter, references, interface).iter().map(virtual_node).collect::<VList>().into()
}

/// The typed tree of the page holds nothing that a page may not, so it is taken over as it is.
fn virtual_node(node: &Node) -> Html {
    match node {
        Node::Text(text) => VText::new(text.clone()).into(),
        Node::Element(element) => {
            let mut tag = VTag::new(element.tag.name());
            for attribute in &element.attributes {
                tag.add_attribute(attribute.name(), AttrValue::from(attribute.value()));
            }
            tag.add_children(element.children.iter().map(virtual_node));
            tag.into()
        }
    }
}
