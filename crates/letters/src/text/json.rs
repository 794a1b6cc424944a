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
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| matches!(byte, ..b' ' | b'"' | b'\\')) {
        json.push_str(text.get(written..at).unwrap_or_default());
        written = at + 1;
        match byte {
            b'"' => json.push_str("\\\""),
            b'\\' => json.push_str("\\\\"),
            b'\n' => json.push_str("\\n"),
            b'\r' => json.push_str("\\r"),
            b'\t' => json.push_str("\\t"),
            8 => json.push_str("\\b"),
            12 => json.push_str("\\f"),
            control => json.push_str(&format!("\\u{control:04x}")),
        }
    }
    json.push_str(text.get(written..).unwrap_or_default());
    json.push('"');
}
