//! Lines that Markdown takes for the definition of a link, and that no link uses.

use crate::diagnostic::Span;
use crate::text::tree::{Block, BlockKind, Inline, Line, LineEnd};

/// The definitions that no link uses, and the lines that look like a footnote and are nowhere else: Markdown drops a second definition
/// with the same label.
pub(super) fn unused(source: &str, definitions: Vec<Span>, used: Vec<usize>, blocks: &[Block]) -> Vec<Span> {
    let mut used = used;
    used.sort_unstable();
    let is_used = |definition: &Span| used.binary_search(&definition.start).is_ok();
    let mut starts: Vec<usize> = definitions.iter().map(|definition| definition.start).collect();
    starts.sort_unstable();
    let is_in_block = |at: usize| {
        let before = blocks.partition_point(|block| block.span.start <= at);
        let block = before.checked_sub(1).and_then(|before| blocks.get(before));
        block.is_some_and(|block| at < block.span.end)
    };
    let dropped = footnote_lines(source)
        .filter(|line| !is_in_block(line.start) && starts.binary_search(&line.start).is_err());
    let mut unused: Vec<Span> = definitions.into_iter().filter(|definition| !is_used(definition)).collect();
    unused.extend(dropped);
    unused.sort_unstable_by_key(|definition| (definition.start, definition.end));
    unused
}

/// Whether the definition at the byte looks like that of a footnote: `[^]: see`. Then what a link would lead to is its text.
pub(super) fn is_footnote(source: &str, at: usize) -> bool {
    source.get(at..).is_some_and(|rest| rest.starts_with("[^"))
}

/// The lines that begin like a footnote.
fn footnote_lines(source: &str) -> impl Iterator<Item = Span> {
    let mut start = 0;
    source.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let is_footnote = line.starts_with("[^") && line.contains("]:");
        is_footnote.then(|| at..at + line.trim_end().len())
    })
}

/// Puts stretches of the source among the blocks, as the text that they are. A line such as `[Note]: later` passes for the
/// definition of a link; where no link uses it, it is what its author meant to say.
pub(super) fn with_definitions(blocks: Vec<Block>, definitions: &[Span], source: &str) -> Vec<Block> {
    if definitions.is_empty() {
        return blocks;
    }
    let mut merged = Vec::with_capacity(blocks.len() + definitions.len());
    let mut definitions = definitions.iter().peekable();
    let mut text = |span: &Span| {
        let span = span.clone();
        let text = source.get(span.clone()).unwrap_or_default().to_owned();
        let content = vec![Inline::Text { text, span: span.clone() }];
        let line = Line { content, end: LineEnd::Fixed };
        Block { kind: BlockKind::Paragraph(vec![line]), span }
    };
    for block in blocks {
        while let Some(definition) = definitions.next_if(|definition| definition.start < block.span.start) {
            merged.push(text(definition));
        }
        merged.push(block);
    }
    merged.extend(definitions.map(&mut text));
    merged
}
