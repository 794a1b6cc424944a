//! The facts of a record: for each segment, what versions in other languages state alike.

use super::Writer;
use crate::export::Value;
use crate::facts::{Fact, FoundFact, Notation, SegmentFacts, Shape};

/// The facts of the segments, one item for each, in their order.
pub(super) fn list(writer: &Writer<'_>) -> Option<Value> {
    Value::list(writer.version.facts().segments.iter().map(|segment| of_segment(writer, segment)))
}

fn of_segment(writer: &Writer<'_>, segment: &SegmentFacts) -> Value {
    let (shape, count) = match segment.shape {
        Shape::Text => ("text", None),
        Shape::Heading => ("heading", None),
        Shape::List(items) => ("list", Some(items)),
        Shape::Table(rows) => ("table", Some(rows)),
        Shape::Other => ("other", None),
    };
    let [line, column] = writer.place(segment.span.start);
    Value::object([
        ("shape", Value::text(Some(shape))),
        ("count", count.map(Value::Number)),
        ("number", Value::text(segment.number.as_ref())),
        ("length", Some(Value::Number(segment.length))),
        line,
        column,
        ("facts", Value::list(segment.facts.iter().map(|fact| found(writer, fact)))),
    ])
}

fn found(writer: &Writer<'_>, found: &FoundFact) -> Value {
    let value = match &found.fact {
        Fact::Citation(id) => id.to_string(),
        Fact::Date(date) => date.to_string(),
        // XML Schema's gMonthDay: two hyphens stand for the year.
        Fact::Day { month, day } => format!("--{month:02}-{day:02}"),
        Fact::Address(text) | Fact::Phone(text) | Fact::Number(text) => text.clone(),
    };
    let notation = match found.notation {
        Notation::Plain => None,
        Notation::Hour => Some("hour"),
        Notation::Words => Some("words"),
    };
    let [line, column] = writer.place(found.span.start);
    Value::object([
        ("kind", Value::text(Some(found.fact.kind().name()))),
        ("value", Some(Value::Text(value))),
        ("text", Value::text(Some(&found.text))),
        ("notation", Value::text(notation)),
        line,
        column,
    ])
}
