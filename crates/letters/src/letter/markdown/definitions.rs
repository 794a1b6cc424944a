//! Lines that Markdown parses as the definition of a link, and that no link uses.

use crate::sorting::sort_by_number;
use crate::text::tree::{Block, BlockKind, Inline, Line, LineEnd};

/// A stretch of the source: its first byte, and the byte after its last.
pub(super) type Stretch = (usize, usize);

/// Replaces the end of a definition that a link uses.
pub(super) const USED: usize = 0;

/// The definitions that no link uses, and the lines that look like a footnote and are in no block or definition:
/// Markdown drops a second definition with the same label. `definitions` has each definition, and again with [`USED`]
/// if a link uses it.
pub(super) fn unused(source: &str, mut definitions: Vec<Stretch>, blocks: &[Block]) -> Vec<Stretch> {
    // The mark of a used definition is before the definition.
    sort_by_number(&mut definitions, |(start, end)| 2 * *start as u64 + u64::from(*end != USED));
    let is_in_block = |at: usize| {
        let before = blocks.partition_point(|block| block.span.start <= at);
        let block = before.checked_sub(1).and_then(|before| blocks.get(before));
        block.is_some_and(|block| at < block.span.end)
    };
    let is_defined = |at: &usize| definitions.binary_search_by_key(at, |definition| definition.0).is_ok();
    let dropped: Vec<Stretch> =
        footnote_lines(source).filter(|(start, _)| !is_in_block(*start) && !is_defined(start)).collect();
    let mut used = None;
    definitions.retain(|(start, end)| {
        let is_unused = *end != USED && used != Some(*start);
        used = if *end == USED { Some(*start) } else { used };
        is_unused
    });
    definitions.extend(dropped);
    sort_by_number(&mut definitions, |(start, _)| *start as u64);
    definitions
}

/// Whether the definition at the byte looks like that of a footnote: `[^]: see`. Its destination is then text.
pub(super) fn is_footnote(source: &str, at: usize) -> bool {
    source.get(at..).is_some_and(|rest| rest.starts_with("[^"))
}

/// The lines that begin like a footnote.
fn footnote_lines(source: &str) -> impl Iterator<Item = Stretch> {
    let mut start = 0;
    source.split_inclusive('\n').filter_map(move |line| {
        let at = start;
        start += line.len();
        let is_footnote = line.starts_with("[^") && line.contains("]:");
        is_footnote.then(|| (at, at + line.trim_end().len()))
    })
}

/// Inserts stretches of the source among the blocks, as text. A line such as `[Note]: later` is parsed as the
/// definition of a link; if no link uses it, its author meant it as text.
pub(super) fn with_definitions(blocks: Vec<Block>, definitions: &[Stretch], source: &str) -> Vec<Block> {
    if definitions.is_empty() {
        return blocks;
    }
    let mut merged = Vec::with_capacity(blocks.len() + definitions.len());
    let mut definitions = definitions.iter().peekable();
    let mut text = |(start, end): &Stretch| {
        let span = *start..*end;
        let text = source.get(span.clone()).unwrap_or_default().to_owned();
        let content = vec![Inline::Text { text, span: span.clone() }];
        let line = Line { content, end: LineEnd::Fixed };
        Block { kind: BlockKind::Paragraph(vec![line]), span }
    };
    for block in blocks {
        while let Some(definition) = definitions.next_if(|(start, _)| *start < block.span.start) {
            merged.push(text(definition));
        }
        merged.push(block);
    }
    merged.extend(definitions.map(&mut text));
    merged
}
