//! Values for programs: the command writes them as JSON, the element returns them to the page as objects.

use std::fmt::Display;

use crate::text::json::write_string;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// True or false.
    Flag(bool),
    /// A count.
    Number(usize),
    /// Text.
    Text(String),
    /// Values in their order.
    List(Vec<Value>),
    /// Members with their names, in this order.
    Object(Vec<(&'static str, Value)>),
}

/// An object that is being made. Members without a value are left out, and so are empty lists.
///
/// Its methods are compiled once, not for each member: the record of a letter has dozens, and the reader of letters is
/// downloaded.
#[derive(Default)]
pub(crate) struct Members(Vec<(&'static str, Value)>);

impl Members {
    /// An object without members.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a value.
    #[inline(never)]
    pub(crate) fn value(&mut self, name: &'static str, value: Value) -> &mut Self {
        self.0.push((name, value));
        self
    }

    /// Adds a text.
    #[inline(never)]
    pub(crate) fn text(&mut self, name: &'static str, text: Option<&str>) -> &mut Self {
        if let Some(text) = text {
            self.value(name, Value::Text(text.to_owned()));
        }
        self
    }

    /// Adds a value as text, as it is displayed.
    #[inline(never)]
    pub(crate) fn shown(&mut self, name: &'static str, value: Option<&dyn Display>) -> &mut Self {
        if let Some(value) = value {
            self.value(name, Value::Text(value.to_string()));
        }
        self
    }

    /// Adds a count.
    #[inline(never)]
    pub(crate) fn number(&mut self, name: &'static str, number: Option<usize>) -> &mut Self {
        if let Some(number) = number {
            self.value(name, Value::Number(number));
        }
        self
    }

    /// Adds a list of texts.
    #[inline(never)]
    pub(crate) fn texts(&mut self, name: &'static str, texts: &[String]) -> &mut Self {
        self.list(name, texts.iter().map(|text| Value::Text(text.clone())).collect())
    }

    /// Adds a list.
    #[inline(never)]
    pub(crate) fn list(&mut self, name: &'static str, values: Vec<Value>) -> &mut Self {
        if !values.is_empty() {
            self.value(name, Value::List(values));
        }
        self
    }

    /// The object.
    #[inline(never)]
    pub(crate) fn object(&mut self) -> Value {
        Value::Object(std::mem::take(&mut self.0))
    }
}

impl Value {
    /// The value as JSON (RFC 8259), with two spaces for each level.
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json, 0);
        json
    }

    /// Writes the value as JSON without white space.
    pub fn write_compact(&self, json: &mut String) {
        match self {
            Self::Flag(_) | Self::Number(_) | Self::Text(_) => self.write(json, 0),
            Self::List(values) => {
                json.push('[');
                for (index, value) in values.iter().enumerate() {
                    json.push_str(if index > 0 { "," } else { "" });
                    value.write_compact(json);
                }
                json.push(']');
            }
            Self::Object(members) => {
                json.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    json.push_str(if index > 0 { "," } else { "" });
                    write_string(json, name);
                    json.push(':');
                    value.write_compact(json);
                }
                json.push('}');
            }
        }
    }

    fn write(&self, json: &mut String, depth: usize) {
        match self {
            Self::Flag(true) => json.push_str("true"),
            Self::Flag(false) => json.push_str("false"),
            Self::Number(number) => json.push_str(&number.to_string()),
            Self::Text(text) => write_string(json, text),
            Self::List(values) => {
                let write = |json: &mut String, value: &Self| value.write(json, depth + 1);
                write_members(json, depth, ['[', ']'], values, write);
            }
            Self::Object(members) => {
                let write = |json: &mut String, (name, value): &(&'static str, Self)| {
                    write_string(json, name);
                    json.push_str(": ");
                    value.write(json, depth + 1);
                };
                write_members(json, depth, ['{', '}'], members, write);
            }
        }
    }
}

/// Writes the members of an array or object, one on each line.
fn write_members<T>(
    json: &mut String,
    depth: usize,
    brackets: [char; 2],
    members: &[T],
    write: impl Fn(&mut String, &T),
) {
    let [open, close] = brackets;
    let new_line = |json: &mut String, depth: usize| {
        json.push('\n');
        (0..depth).for_each(|_| json.push_str("  "));
    };
    json.push(open);
    for (index, member) in members.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        new_line(json, depth + 1);
        write(json, member);
    }
    if !members.is_empty() {
        new_line(json, depth);
    }
    json.push(close);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_value_is_written_as_json_that_another_parser_reads() {
        let text: String = (0..0x80).filter_map(char::from_u32).chain("é中\u{1F600}".chars()).collect();
        let value = Members::new()
            .text("text", Some(&text))
            .value("list", Value::List(vec![Value::Number(3), Value::Flag(true)]))
            .value("empty", Value::List(Vec::new()))
            .number("absent", None)
            .list("none", Vec::new())
            .object();
        let json = value.to_json();
        let expected = json!({ "text": text, "list": [3, true], "empty": [] });
        assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), expected);
    }
}
