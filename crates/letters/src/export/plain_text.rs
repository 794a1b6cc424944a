//! A letter as plain text, for mail and for notes: every word, paragraph by paragraph.

use super::exported::Exported;
use super::tree::{Branch, Tree};
use crate::page::Tag;

/// The letter as text. A paragraph is one line; a line that the author ended ends. Cells of a table are separated by tabs.
pub fn plain_text(letter: &Exported<'_>) -> String {
    let parts = letter.nodes.iter().map(|node| of_nodes(std::slice::from_ref(node), " "));
    let parts = parts.filter(|text| !text.trim().is_empty());
    parts.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// Whether the element begins a line.
const fn is_block(tag: Tag) -> bool {
    !matches!(
        tag,
        Tag::A
            | Tag::Bdi
            | Tag::Br
            | Tag::Em
            | Tag::S
            | Tag::Span
            | Tag::Strong
            | Tag::Sub
            | Tag::Sup
            | Tag::Time
    )
}

fn begins_line(node: &Tree) -> bool {
    matches!(node, Tree::Element(element) if is_block(element.tag))
}

/// The nodes, each block in lines of its own; words before a block, such as its label, stand before it, with `between`.
fn of_nodes(nodes: &[Tree], between: &str) -> String {
    let mut text = String::new();
    let mut follows_block = false;
    for together in nodes.chunk_by(|one, other| !begins_line(one) && !begins_line(other)) {
        let part = together.iter().map(of_node).collect::<String>();
        if part.trim().is_empty() {
            continue;
        }
        if !text.is_empty() {
            text.truncate(text.trim_end().len());
            text.push_str(if follows_block { "\n" } else { between });
        }
        text.push_str(if text.is_empty() { &part } else { part.trim_start() });
        follows_block = together.iter().any(begins_line);
    }
    text
}

fn of_node(node: &Tree) -> String {
    let Branch { tag, children, .. } = match node {
        // A place where a line may end is none in a text without lines.
        Tree::Text(text) => return text.replace('\u{ad}', ""),
        Tree::Element(element) => element,
    };
    match (node, tag) {
        (_, Tag::Br) => "\n".to_owned(),
        (_, Tag::Hr) => String::new(),
        // The mark of a note, and the note’s own.
        (_, Tag::Sup) if matches!(children[..], [Tree::Element(Branch { tag: Tag::A, .. })]) => {
            format!("[{}]", children.iter().map(of_node).collect::<String>())
        }
        (Tree::Element(list), Tag::Ul | Tag::Ol) => of_list(list),
        (_, Tag::Tr) => children.iter().map(of_cell).collect::<Vec<_>>().join("\t"),
        // A label, and its values.
        (_, Tag::Div) if children.iter().any(is_label) => {
            let words = children.iter().map(of_node).filter(|words| !words.trim().is_empty());
            words.collect::<Vec<_>>().join(" ")
        }
        (_, tag) if is_block(*tag) => of_nodes(children, " "),
        _ => children.iter().map(of_node).collect(),
    }
}

fn is_label(node: &Tree) -> bool {
    matches!(node, Tree::Element(Branch { tag: Tag::Dt, .. }))
}

/// A cell of a table in one line.
fn of_cell(cell: &Tree) -> String {
    of_node(cell).replace('\n', " ")
}

/// The items, each on a line of its own behind its bullet or number; what belongs to it is indented.
fn of_list(list: &Branch) -> String {
    let is_in_bracket = list.attribute("class") == Some("in-bracket");
    let mut number = 0;
    let mut lines = Vec::new();
    for item in &list.children {
        let Tree::Element(item) = item else { continue };
        let written = item.attribute("value").and_then(|value| value.parse::<u64>().ok());
        number = written.unwrap_or(number + 1);
        let sign = match (list.tag, is_in_bracket) {
            (Tag::Ul, _) => "•".to_owned(),
            (_, true) => format!("{number})"),
            (_, false) => format!("{number}."),
        };
        lines.push(format!("{sign} {}", of_nodes(&item.children, "\n").replace('\n', "\n  ")));
    }
    lines.join("\n")
}
