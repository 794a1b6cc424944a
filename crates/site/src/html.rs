//! Writes HTML: text is escaped, and attributes have quotation marks.

use std::fmt::Display;

use letters::ids::Language;

/// The text with references for the characters that have a meaning in HTML and XML.
pub(crate) fn escaped(text: impl Display) -> String {
    let mut escaped = String::new();
    for character in text.to_string().chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // XML has no other control characters.
            character if character.is_control() && !matches!(character, '\n' | '\t') => {}
            character => escaped.push(character),
        }
    }
    escaped
}

/// An element with attributes, around HTML.
pub(crate) fn element(name: &str, attributes: &[(&str, &str)], content: &str) -> String {
    format!("<{name}{}>{content}</{name}>", written(attributes))
}

/// An element without content: `<meta …>`.
pub(crate) fn void(name: &str, attributes: &[(&str, &str)]) -> String {
    format!("<{name}{}>\n", written(attributes))
}

fn written(attributes: &[(&str, &str)]) -> String {
    attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escaped(value))).collect()
}

/// A link with text.
pub(crate) fn link(address: &str, text: impl Display) -> String {
    element("a", &[("href", address)], &escaped(text))
}

/// A link with text in a language.
pub(crate) fn link_in(language: Language, address: &str, text: impl Display) -> String {
    let attributes = [
        ("href", address),
        ("lang", language.tag()),
        ("hreflang", language.tag()),
        ("dir", language.direction().code()),
    ];
    element("a", &attributes, &escaped(text))
}

/// JSON that stands in a `<script>`: nothing in it ends the element.
pub(crate) fn in_script(json: &str) -> String {
    json.replace('<', "\\u003c").replace("\u{2028}", "\\u2028").replace("\u{2029}", "\\u2029")
}
