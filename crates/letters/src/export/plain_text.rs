//! A letter as plain text, for mail and for notes: every word, paragraph by paragraph.

use crate::letter::{Letter, Part};
use crate::text::passage::plain_text as line_of;
use crate::text::tree::{Block, BlockKind, Item, Line, LineEnd, Marker, TableCell};

/// The letter as text. A paragraph is one line; a line that the author ended ends. Cells of a table are separated by tabs.
pub fn plain_text(letter: &Letter) -> String {
    let parts = letter.parts.iter().map(of_part).filter(|text| !text.trim().is_empty());
    parts.collect::<Vec<_>>().join("\n\n") + "\n"
}

fn of_part(part: &Part) -> String {
    let text = of_block(&part.block);
    match part.label.as_ref().map(Line::plain) {
        Some(label) if text.is_empty() => label.trim_end().to_owned(),
        Some(label) => format!("{} {text}", label.trim_end()),
        None => text,
    }
}

fn of_block(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => of_lines(lines),
        BlockKind::List { marker, items } => of_list(*marker, items),
        BlockKind::Quote(blocks) => of_blocks(blocks),
        BlockKind::Table { head, rows } => {
            let rows = [head].into_iter().chain(rows).map(|cells| of_row(cells));
            rows.filter(|row| !row.trim().is_empty()).collect::<Vec<_>>().join("\n")
        }
        BlockKind::Preformatted(lines) => lines.iter().map(Line::plain).collect::<Vec<_>>().join("\n"),
        BlockKind::Rule => String::new(),
        BlockKind::Footnote { label, blocks } => format!("{label} {}", of_blocks(blocks)),
    }
}

fn of_blocks(blocks: &[Block]) -> String {
    blocks.iter().map(of_block).collect::<Vec<_>>().join("\n")
}

fn of_row(cells: &[TableCell]) -> String {
    cells.iter().map(|cell| line_of(&cell.lines)).collect::<Vec<_>>().join("\t")
}

/// The items, each on a line of its own behind its bullet or number; what belongs to it is indented.
fn of_list(marker: Marker, items: &[Item]) -> String {
    let item = |item: &Item| {
        let sign = match (marker, item.number) {
            (Marker::NumberInBracket, Some(number)) => format!("{number})"),
            (_, Some(number)) => format!("{number}."),
            (_, None) => "•".to_owned(),
        };
        format!("{sign} {}", of_blocks(&item.blocks).replace('\n', "\n  "))
    };
    items.iter().map(item).collect::<Vec<_>>().join("\n")
}

/// The lines: each run that flows is one line.
fn of_lines(lines: &[Line]) -> String {
    let runs = lines.chunk_by(|line, _| line.end == LineEnd::Flowing);
    runs.map(line_of).collect::<Vec<_>>().join("\n")
}
