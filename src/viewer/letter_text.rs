//! The letter itself, in the light DOM.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;
use yew::virtual_dom::{AttrValue, VList, VTag, VText};

use crate::language::Language;
use crate::letter::Letter;
use crate::page::{self, Node};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LetterTextProps {
    pub(super) letter: Rc<Letter>,
    pub(super) interface: Language,
    /// Where the letter goes.
    pub(super) article: Element,
}

/// The text of the letter, made once for each letter.
#[component]
pub(super) fn LetterText(props: &LetterTextProps) -> Html {
    let text = use_memo((Rc::clone(&props.letter), props.interface), |(letter, interface)| {
        page::letter(letter, *interface).iter().map(virtual_node).collect::<VList>()
    });
    create_portal((*text).clone().into(), props.article.clone())
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
