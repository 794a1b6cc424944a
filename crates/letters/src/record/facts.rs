//! The facts of a record: for each segment, what versions in other languages state alike.

use super::Writer;
use crate::export::{Members, Value};
use crate::facts::{Fact, FoundFact, Notation, SegmentFacts, Shape};

/// The facts of the segments, one item for each, in their order.
pub(super) fn list(writer: &Writer<'_>) -> Vec<Value> {
    writer.version.facts().segments.iter().map(|segment| of_segment(writer, segment)).collect()
}

fn of_segment(writer: &Writer<'_>, segment: &SegmentFacts) -> Value {
    let (shape, count) = match segment.shape {
        Shape::Text => ("text", None),
        Shape::Heading => ("heading", None),
        Shape::List(items) => ("list", Some(items)),
        Shape::Table(rows) => ("table", Some(rows)),
        Shape::Other => ("other", None),
    };
    let mut members = Members::new();
    members
        .text("shape", Some(shape))
        .number("count", count)
        .text("number", segment.number.as_deref())
        .number("length", Some(segment.length));
    writer.add_place(segment.span.start, &mut members);
    members.list("facts", segment.facts.iter().map(|fact| found(writer, fact)).collect()).object()
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
    let mut members = Members::new();
    members
        .text("kind", Some(found.fact.kind().name()))
        .text("value", Some(&value))
        .text("text", Some(&found.text))
        .text("notation", notation);
    writer.add_place(found.span.start, &mut members);
    members.object()
}
