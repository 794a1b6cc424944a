//! The tree of the page as JSON, from which a program of the page builds it: a text is a string, an element an array of
//! its tag, its attributes (an object, absent if there are none) and its children. This form is known as JsonML.

use super::html::{Attribute, Element, Node};
use crate::text::json::write_string;

/// The nodes as an array.
pub fn to_json(nodes: &[Node]) -> String {
    let mut json = String::from("[");
    write_nodes(nodes, "", &mut json);
    json.push(']');
    json
}

/// Writes the nodes, the first after `before` and the others after a comma. Texts that follow each other are one, as they
/// are in HTML.
fn write_nodes(nodes: &[Node], before: &str, json: &mut String) {
    let mut before = before;
    for together in nodes.chunk_by(|one, other| matches!((one, other), (Node::Text(_), Node::Text(_)))) {
        json.push_str(before);
        before = ",";
        let texts = together.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        match together {
            [Node::Element(element)] => write_element(element, json),
            _ => write_string(json, &texts.collect::<String>()),
        }
    }
}

fn write_element(element: &Element, json: &mut String) {
    json.push_str("[\"");
    json.push_str(element.tag.name());
    json.push('"');
    let mut before = ",{";
    for attribute in &element.attributes {
        json.push_str(before);
        before = ",";
        write_attribute(attribute, json);
    }
    if !element.attributes.is_empty() {
        json.push('}');
    }
    write_nodes(&element.children, ",", json);
    json.push(']');
}

fn write_attribute(attribute: &Attribute, json: &mut String) {
    write_string(json, attribute.name());
    json.push(':');
    write_string(json, &attribute.value());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Tag;

    #[test]
    fn a_node_is_a_string_or_an_array_of_tag_attributes_and_children() {
        let element = |tag, attributes, children| Node::Element(Element { tag, attributes, children });
        let text = |text: &str| Node::Text(text.to_owned());
        let strong = element(Tag::Strong, vec![], vec![text("b \"c\"")]);
        let id = vec![Attribute::Id("p1".to_owned()), Attribute::Number("1".to_owned())];
        let nodes =
            [element(Tag::P, id, vec![text("a"), text(" "), strong]), element(Tag::Hr, vec![], vec![])];
        let json = r#"[["p",{"id":"p1","data-number":"1"},"a ",["strong","b \"c\""]],["hr"]]"#;
        assert_eq!(to_json(&nodes), json);
    }
}
