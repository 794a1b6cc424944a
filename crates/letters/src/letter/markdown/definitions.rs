//! Lines that Markdown takes for the definition of a link, and that no link uses.

use crate::text::tree::{Block, BlockKind, Inline, Line, LineEnd};

/// Puts stretches of the source among the blocks, as the text that they are. A line such as `[Note]: later` passes for the
/// definition of a link; where no link uses it, it is what its author meant to say.
pub(super) fn with_definitions(
    blocks: Vec<Block>,
    definitions: &[(usize, usize)],
    source: &str,
) -> Vec<Block> {
    if definitions.is_empty() {
        return blocks;
    }
    let mut merged = Vec::with_capacity(blocks.len() + definitions.len());
    let mut definitions = definitions.iter().peekable();
    let mut text = |(start, end): &(usize, usize)| {
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
