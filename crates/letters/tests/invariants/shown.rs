//! The words of a source, and those of its page as a reader meets them.

use letters::page::Node;

/// The words of a source: runs of letters and digits, outside of what nobody reads: the destinations of links, and the few
/// elements of HTML and character references by which converters write what Markdown lacks.
pub(crate) fn words_of_source(source: &str) -> Vec<String> {
    let end_of_destination = |after: &str| after.find(')').unwrap_or(after.len());
    words(&without_markup(&without_destinations(source, "](", end_of_destination)))
}

/// The letters and digits of any text that must be on its page: there may be more. What looks like the destination of a link is none
/// in code or behind an unmatched bracket, and a destination may hold brackets of its own; “[text][label]” may be a link or words.
pub(crate) fn characters_to_be_shown(source: &str) -> String {
    let end_of_destination = |after: &str| {
        let paragraph = after.find("\n\n").unwrap_or(after.len());
        after.get(..paragraph).and_then(|paragraph| paragraph.rfind(')')).unwrap_or_default()
    };
    let end_of_label = |after: &str| after.find(']').unwrap_or_default();
    let text = without_definitions(source);
    let text = without_destinations(&text, "](", end_of_destination);
    let text = without_markup(&without_destinations(&text, "][", end_of_label));
    // “007.” before an item of a list is its number 7.
    words(&text).iter().map(|word| word.trim_start_matches('0')).collect()
}

/// The text without what may be definitions of links, “[label]: destination”, and the rest of their paragraphs.
fn without_definitions(source: &str) -> String {
    let mut text = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("]:") {
        let label = before.rfind('[').unwrap_or(before.len());
        if before.get(label..).is_some_and(|label| label.starts_with("[^")) {
            text.push_str(before);
            rest = after;
        } else {
            text.push_str(before.get(..label).unwrap_or_default());
            rest = after.find("\n\n").and_then(|end| after.get(end..)).unwrap_or_default();
        }
    }
    text + rest
}

/// The text without the destinations of links: what stands behind a mark, up to an end that a function finds.
fn without_destinations(source: &str, mark: &str, end: impl Fn(&str) -> usize) -> String {
    let mut text = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once(mark) {
        text.push_str(before);
        text.push(']');
        rest = after.get(end(after)..).unwrap_or_default();
    }
    text + rest
}

/// The text without elements of HTML that are understood, and without character references.
fn without_markup(text: &str) -> String {
    let text = without(text, '<', '>', |tag| {
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        TAGS.contains(&name)
    });
    without(&text, '&', ';', |name| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    })
}

/// The elements that are understood: the last of them in tables alone.
const TAGS: [&str; 30] = [
    "br",
    "sup",
    "sub",
    "span",
    "div",
    "table",
    "thead",
    "tbody",
    "colgroup",
    "col",
    "tr",
    "td",
    "th",
    "p",
    "ul",
    "li",
    "strong",
    "b",
    "em",
    "a",
    "i",
    "u",
    "figure",
    "img",
    "figcaption",
    "font",
    "center",
    "s",
    "del",
    "strike",
];

/// The text without what stands between two marks, where that is to be left out. `<sup>` parts no words.
fn without(text: &str, from: char, to: char, is_left_out: impl Fn(&str) -> bool) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from) {
        out.push_str(before);
        match after.split_once(to) {
            Some((inside, after)) if is_left_out(inside) => {
                if !inside.ends_with("sup") {
                    out.push(' ');
                }
                rest = after;
            }
            _ => {
                out.push(from);
                rest = after;
            }
        }
    }
    out + rest
}

/// Runs of letters and digits, with exponents as digits.
pub(crate) fn words(text: &str) -> Vec<String> {
    let text: String = text.chars().map(digit_of_exponent).collect();
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The text of the page as a reader meets it: elements that stand apart are apart, and list items bear their numbers.
pub(crate) fn text_of_page(nodes: &[Node]) -> String {
    let mut text = String::new();
    for node in nodes {
        match node {
            Node::Text(words) => text.push_str(words),
            Node::Element(element) => match element.tag.name() {
                // The mark of a footnote.
                "sup" if matches!(&element.children[..], [Node::Element(_)]) => {
                    text.push_str(&format!(" {} ", text_of_page(&element.children)));
                }
                "a" | "bdi" | "em" | "s" | "span" | "strong" | "sub" | "sup" | "time" => {
                    text.push_str(&text_of_page(&element.children));
                }
                "ol" => {
                    let mut number = 0;
                    for item in &element.children {
                        let Node::Element(element) = item else { continue };
                        let written = element.attributes.iter().find(|attribute| attribute.name() == "value");
                        number = written
                            .map_or(number + 1, |written| written.value().parse::<u64>().unwrap_or_default());
                        text.push_str(&format!(" {number} {} ", text_of_page(std::slice::from_ref(item))));
                    }
                }
                _ => text.push_str(&format!(" {} ", text_of_page(&element.children))),
            },
        }
    }
    text
}

/// Whether a letterhead in the source may be shown column by column instead of row by row.
pub(crate) fn has_third_column_of_labels(source: &str) -> bool {
    let is_label = |cell: &str| cell.trim_end_matches(['*', '_', ' ', '\u{a0}']).ends_with([':', '：']);
    let has_third =
        |row: &str| matches!(row.split('|').collect::<Vec<_>>()[..], [_, _, _, third, _] if is_label(third));
    source.contains("<td") || source.lines().any(has_third)
}

/// The digit that is written as an exponent; other characters as they are.
pub(crate) const fn digit_of_exponent(c: char) -> char {
    match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴' => '4',
        '⁵' => '5',
        '⁶' => '6',
        '⁷' => '7',
        '⁸' => '8',
        '⁹' => '9',
        _ => c,
    }
}
