//! JSON: text in it, and values that another parser has read.

/// A JSON value, as its parser represents it: the browser's `JSON.parse`, or a library.
pub trait Json: Sized {
    /// The member of an object.
    fn member(&self, name: &str) -> Option<Self>;
    /// The elements of an array; none if the value is not an array.
    fn elements(&self) -> Vec<Self>;
    /// The text of a string.
    fn text(&self) -> Option<String>;
    /// The number, if it is a count.
    fn count(&self) -> Option<usize>;
    /// Whether it is `true`.
    fn is_true(&self) -> bool;
}

/// Writes a string with the escapes that RFC 8259, section 7, requires, and no others.
pub fn write_string(json: &mut String, text: &str) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            c if c < ' ' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => json.push(c),
        }
    }
    json.push('"');
}
