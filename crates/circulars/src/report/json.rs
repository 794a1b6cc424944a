//! A remark for programs.

use letters::diagnostic::Span;
use serde_json::{Map, Value, json};

use super::excerpt::quotation;
use super::{Counterpart, Remark};
use crate::source::Source;

/// The remark as a line of JSON.
pub(super) fn line(source: &Source, remark: &Remark<'_>) -> String {
    let code = remark.diagnostic.code;
    let mut line = place(source, &remark.diagnostic.span);
    line.insert("severity".to_owned(), code.severity().to_string().into());
    line.insert("code".to_owned(), code.name().into());
    line.insert("reason".to_owned(), code.reason().into());
    line.insert("advice".to_owned(), code.advice().into());
    if let Some(detail) = &remark.detail {
        line.insert("detail".to_owned(), detail.as_str().into());
    }
    if let Some(counterpart) = &remark.counterpart {
        line.insert("other".to_owned(), other(counterpart));
    }
    Value::Object(line).to_string()
}

/// The place in the other version, with the first words of its paragraph.
fn other(counterpart: &Counterpart<'_>) -> Value {
    let Counterpart { source, span, paragraph } = counterpart;
    let mut other = place(source, span);
    if !paragraph.is_empty() {
        other.insert("paragraph".to_owned(), quotation(source, paragraph).into());
    }
    Value::Object(other)
}

fn place(source: &Source, span: &Span) -> Map<String, Value> {
    let start = source.place(span.start);
    [
        ("file", json!(source.file.display().to_string())),
        ("line", json!(start.line)),
        ("column", json!(start.column)),
        ("start", json!(source.characters(span.start))),
        ("end", json!(source.characters(span.end))),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into_iter()
    .collect()
}
