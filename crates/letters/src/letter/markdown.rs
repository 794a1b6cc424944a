//! Parses Markdown into the tree of the text.
//!
//! CommonMark with tables, footnotes and strikethrough, parsed by pulldown-cmark. Nothing is dropped because the tree
//! has no node for it: raw HTML becomes text, an image becomes its description.
//!
//! The function is total: any source gives a tree. The [builder] keeps its own stack, and flattens lists and quotations
//! that are nested too deeply, so that no source can exhaust the stack of a program that walks the tree.

mod builder;
mod cells;
mod converter_marks;
mod definitions;
mod element;
mod grid_table;
mod html_tables;
mod lines;
mod raised;
mod shown_text;
mod simple_table;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::diagnostic::{Code, Diagnostic};
use crate::text::tree::Block;
use builder::Builder;
pub(super) use converter_marks::{front_matter, without_marks};
use definitions::{USED, is_footnote, unused, with_definitions};
pub(super) use raised::write_exponents;
pub(super) use shown_text::pieces;

/// Parses Markdown into blocks.
pub(super) fn read(source: &str, diagnostics: &mut Vec<Diagnostic>) -> Vec<Block> {
    let written = source;
    let (source, marks) = without_marks(source);
    let source = simple_table::protected(html_tables::whole(source));
    let source = &*source;
    diagnostics.extend(marks.into_iter().map(|span| Diagnostic { code: Code::ConverterMarks, span }));
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut builder = Builder::new(source);
    let mut events = Parser::new_ext(source, options).into_offset_iter();
    let mut used = Vec::new();
    while let Some((event, span)) = events.next() {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event
            && let Some(definition) = events.reference_definitions().get(id)
            && !is_footnote(source, definition.span.start)
        {
            used.push((definition.span.start, USED));
        }
        // A vertical tab is a line break that the author has made, in Word.
        let is_made = written.as_bytes().get(span.start) == Some(&b'\x0B');
        let event = if is_made && event == Event::SoftBreak { Event::HardBreak } else { event };
        builder.take(event, span);
    }
    let definitions = events.reference_definitions().iter();
    let definitions = definitions.map(|(_, definition)| (definition.span.start, definition.span.end));
    let definitions = definitions.chain(used).collect();
    diagnostics.append(&mut builder.diagnostics);
    let blocks = builder.finish();
    let unused = unused(source, definitions, &blocks);
    with_definitions(blocks, &unused, source)
}

#[cfg(test)]
mod tests;
