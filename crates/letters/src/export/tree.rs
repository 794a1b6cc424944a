//! The tree of a letter on the page, whether it comes from the letter or from its record.
//!
//! A record that somebody else has made can hold anything: what is no part of a letter is left out.

use crate::address::Address;
use crate::page::{ATTRIBUTES, Node, Tag, escape};
use crate::text::json::Json;

/// Whether the part of an element is one of its nodes, and not its attributes.
fn is_node<J: Json>(part: &J) -> bool {
    part.text().is_some() || !part.elements().is_empty()
}

/// A node of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tree {
    /// Text.
    Text(String),
    /// An element.
    Element(Branch),
}

/// An element of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Branch {
    pub(super) tag: Tag,
    /// The names and the values of its attributes.
    pub(super) attributes: Vec<(&'static str, String)>,
    pub(super) children: Vec<Tree>,
}

impl Branch {
    /// The value of the attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl From<&Node> for Tree {
    fn from(node: &Node) -> Self {
        match node {
            Node::Text(text) => Self::Text(text.clone()),
            Node::Element(element) => {
                // In the order in which they are read from a record.
                let attribute = |name: &'static str| {
                    let found = element.attributes.iter().find(|attribute| attribute.name() == name);
                    found.map(|attribute| (name, attribute.value()))
                };
                Self::Element(Branch {
                    tag: element.tag,
                    attributes: ATTRIBUTES.into_iter().filter_map(attribute).collect(),
                    children: element.children.iter().map(Self::from).collect(),
                })
            }
        }
    }
}

impl Tree {
    /// Reads a node of a record.
    pub(super) fn read(json: &impl Json) -> Option<Self> {
        if let Some(text) = json.text() {
            return Some(Self::Text(text));
        }
        let parts = json.elements();
        let tag = Tag::of_name(&parts.first()?.text()?)?;
        let given = parts.get(1).filter(|part| !is_node(*part));
        let value = |name: &'static str| {
            let value = given?.member(name)?.text()?;
            let is_safe =
                name != "href" || value.starts_with('#') || Address::from_destination(&value).is_some();
            is_safe.then_some((name, value))
        };
        let mut attributes: Vec<(&'static str, String)> = ATTRIBUTES.into_iter().filter_map(value).collect();
        // A record has no words in a language of readers, and links need names.
        if attributes.contains(&("class", "permalink".to_owned())) {
            let number = attributes.iter().find(|(name, _)| *name == "data-number");
            let name = format!("¶ {}", number.map_or("", |(_, number)| number));
            attributes.push(("aria-label", name));
        }
        Some(Self::Element(Branch {
            tag,
            attributes,
            children: parts.iter().skip(1).filter(|part| is_node(*part)).filter_map(Self::read).collect(),
        }))
    }

    /// Writes the node as HTML. `prefix` stands before every id, and before the places that links lead to.
    pub(super) fn write_html(&self, prefix: &str, html: &mut String) {
        let Branch { tag, attributes, children } = match self {
            Self::Text(text) => return escape(text, html),
            Self::Element(element) => element,
        };
        html.push('<');
        html.push_str(tag.name());
        for (name, value) in attributes {
            // A file that is read anywhere has nothing that a relative address leads to.
            if *name == "href" && !value.starts_with('#') && !value.contains(':') {
                continue;
            }
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            match (*name, value.strip_prefix('#')) {
                ("id", _) => escape(&format!("{prefix}{value}"), html),
                ("href", Some(place)) => escape(&format!("#{prefix}{place}"), html),
                _ => escape(value, html),
            }
            html.push('"');
        }
        html.push('>');
        if !tag.is_void() {
            children.iter().for_each(|child| child.write_html(prefix, html));
            html.push_str("</");
            html.push_str(tag.name());
            html.push('>');
        }
    }
}
