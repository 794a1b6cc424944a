//! Writes HTML: text is escaped, and attributes have quotation marks.

use std::fmt::Display;

use letters::ids::Language;

/// The text with references for the characters that have a meaning in HTML and XML.
pub(crate) fn escaped(text: impl Display) -> String {
    let text = text.to_string();
    let is_plain = |byte| !matches!(byte, b'&' | b'<' | b'>' | b'"' | ..=0x1F | 0x7F | 0xC2);
    // Characters that are left out begin with one of these bytes.
    if text.bytes().all(is_plain) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
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
    ["<", name, &written(attributes), ">", content, "</", name, ">"].concat()
}

/// An element without content: `<meta …>`.
pub(crate) fn void(name: &str, attributes: &[(&str, &str)]) -> String {
    ["<", name, &written(attributes), ">\n"].concat()
}

fn written(attributes: &[(&str, &str)]) -> String {
    let mut written = String::new();
    for (name, value) in attributes {
        written.extend([" ", name, "=\"", &escaped(value), "\""]);
    }
    written
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
