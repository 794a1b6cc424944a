//! Grid tables, as Pandoc writes tables whose cells have several lines:
//!
//! ```text
//! +----------+----------------+
//! | **Ref:** | CR/384         |
//! +==========+================+
//! | **Tel:** | +41 22 730 5111|
//! +----------+----------------+
//! ```
//!
//! Markdown has no such table and makes one paragraph of it. Where the grid is regular, it is read as a table; otherwise the
//! paragraph stays as it is. A row in which labels stand under one another beside their values is divided into rows of its own.

use super::cells::{lines_of_cell, unescaped_bars};
use crate::diagnostic::Span;
use crate::text::characters::{COLONS, is_bullet, is_small, is_space};
use crate::text::tree::{Inline, Line, LineEnd, TableCell, joins_without_space};

/// The rows of a grid table: those of the head, and the others.
pub(super) struct GridTable {
    pub(super) head: Vec<TableCell>,
    pub(super) rows: Vec<Vec<TableCell>>,
}

/// A line of a cell: its text, and its place in the source.
#[derive(Clone)]
pub(super) struct CellLine<'source> {
    pub(super) text: &'source str,
    pub(super) start: usize,
}

/// A row: for each cell its lines, which are as many in each.
type Row<'source> = Vec<Vec<CellLine<'source>>>;

/// Reads the grid table that the source is, from byte `start` on.
pub(super) fn read(source: &str, start: usize) -> Option<GridTable> {
    if !source.starts_with("+-") && !source.starts_with("+=") {
        return None;
    }
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut row: Row<'_> = Vec::new();
    let mut head_rows = 0;
    let mut at = start;
    let mut is_closed = false;
    for line in source.split_inclusive('\n') {
        let text = line.trim();
        let indent = line.len() - line.trim_start().len();
        is_closed = is_border(text);
        if is_closed {
            if !row.is_empty() {
                rows.push(std::mem::take(&mut row));
            }
            if text.contains('=') && head_rows == 0 {
                head_rows = rows.len();
            }
        } else {
            add_line(&mut row, text, at + indent)?;
        }
        at += line.len();
    }
    (is_closed && !rows.is_empty()).then_some(())?;
    let columns = rows.iter().map(Vec::len).max()?;
    // A head that is the last row is no head.
    let has_head = head_rows == 1 && rows.len() > 1;
    let mut rows: Vec<Vec<TableCell>> =
        rows.iter().flat_map(|row| cells_of_row(row, columns, has_head)).collect();
    let head = if has_head { rows.remove(0) } else { Vec::new() };
    Some(GridTable { head, rows })
}

/// Whether the line is a border: `+---+===+`.
fn is_border(line: &str) -> bool {
    line.len() > 2
        && line.starts_with('+')
        && line.ends_with('+')
        && line.bytes().all(|byte| matches!(byte, b'+' | b'-' | b'=' | b':'))
}

/// Adds a line `| … | … |`, which begins at the byte, to the cells of the row. None if the grid is not regular.
fn add_line<'source>(row: &mut Row<'source>, line: &'source str, start: usize) -> Option<()> {
    let inner = line.strip_prefix('|')?.strip_suffix('|').filter(|inner| !inner.ends_with('\\'))?;
    let mut at = start + 1;
    let cells = unescaped_bars(inner);
    if row.is_empty() {
        row.resize(cells.len(), Vec::new());
    }
    (row.len() == cells.len()).then_some(())?;
    for (cell, lines) in cells.into_iter().zip(row) {
        let text = cell.trim_start();
        // A border of fewer columns: one cell is beside several.
        (!text.starts_with("+-")).then_some(())?;
        lines.push(CellLine { text: text.trim_end(), start: at + cell.len() - text.len() });
        at += cell.len() + 1;
    }
    Some(())
}

/// The cells of a row; several rows, if it has labels under one another.
fn cells_of_row(row: &Row<'_>, columns: usize, is_whole: bool) -> Vec<Vec<TableCell>> {
    let labels =
        (0..row.len().saturating_sub(1)).find_map(|column| Some((column, rows_of_labels(row, column)?)));
    let (of_labels, starts) = labels.filter(|_| !is_whole).unwrap_or((0, vec![0]));
    let is_divided = |column: usize| column == of_labels || column == of_labels + 1;
    let mut rows = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied();
        let mut cells = Vec::new();
        for (column, lines) in row.iter().enumerate() {
            let is_part = starts.len() > 1 && is_divided(column);
            if index > 0 && !is_part {
                continue;
            }
            let part = if is_part { lines.get(*start..end.unwrap_or(lines.len())) } else { lines.get(..) };
            let mut cell = TableCell::new(lines_of(part.unwrap_or_default()));
            if !is_part {
                cell.rows = u16::try_from(starts.len()).unwrap_or(1);
            }
            if column + 1 == row.len() && row.len() < columns {
                cell.columns = u16::try_from(columns - row.len() + 1).unwrap_or(1);
            }
            cells.push(cell);
        }
        rows.push(cells);
    }
    rows
}

/// The lines at which the labels of the column begin, the first of them 0, if there are several and a value is beside
/// each.
fn rows_of_labels(row: &Row<'_>, column: usize) -> Option<Vec<usize>> {
    let (labels, values) = (row.get(column)?, row.get(column + 1)?);
    let mut starts = Vec::new();
    let mut first = None;
    for (index, line) in labels.iter().enumerate() {
        if line.text.is_empty() {
            continue;
        }
        let start = *first.get_or_insert(index);
        let is_start = start == index;
        if is_start && line.text.trim_start_matches(['*', '_']).starts_with(is_small) {
            return None;
        }
        if line.text.trim_end_matches(['*', '_', '\\', ' ']).ends_with(COLONS) {
            starts.push(start);
            first = None;
        }
    }
    let is_beside = |start: &usize| values.get(*start).is_some_and(|value| !value.text.is_empty());
    (starts.len() > 1 && first.is_none() && starts.iter().all(is_beside)).then_some(())?;
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    Some(starts)
}

/// The lines of a cell. Blank lines divide it into paragraphs, and a bullet begins a line of its own.
pub(super) fn lines_of(cell: &[CellLine<'_>]) -> Vec<Line> {
    let mut lines = Vec::new();
    for paragraph in cell.split(|line| line.text.is_empty()) {
        let mut items: Vec<&[CellLine<'_>]> = Vec::new();
        let mut rest = paragraph;
        while let Some(length) = rest.iter().skip(1).position(|line| is_item(line.text)) {
            let (item, behind) = rest.split_at_checked(length + 1).unwrap_or((rest, &[]));
            items.push(item);
            rest = behind;
        }
        items.push(rest);
        for item in items.into_iter().filter(|item| !item.is_empty()) {
            lines.append(&mut lines_of_paragraph(item));
        }
    }
    lines
}

/// Whether the line begins with a bullet.
fn is_item(line: &str) -> bool {
    line.starts_with(|c: char| is_bullet(c) || c == '*') && line.chars().nth(1).is_some_and(is_space)
}

fn lines_of_paragraph(paragraph: &[CellLine<'_>]) -> Vec<Line> {
    let text = paragraph.iter().map(|line| line.text).collect::<Vec<_>>().join("\n");
    let mut end = 0;
    let begins = paragraph.iter().map(|line| {
        let begin = end;
        end += line.text.len() + 1;
        (begin, line.start)
    });
    let begins: Vec<(usize, usize)> = begins.collect();
    let place = |at: usize| {
        let line = begins.partition_point(|(begin, _)| *begin <= at).saturating_sub(1);
        begins.get(line).map_or(0, |(begin, start)| start + at - begin)
    };
    let place_of = |span: Span| {
        let start = place(span.start);
        start..if span.is_empty() { start } else { place(span.end - 1) + 1 }
    };
    joined(lines_of_cell(&text, &place_of))
}

/// The lines without the ends that the width of the cell has made.
fn joined(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    for mut line in lines {
        match joined.last_mut().filter(|last| last.end == LineEnd::Flowing) {
            Some(last) => {
                // The last words are enough: the line may be long.
                let before =
                    Line { content: last.content.last().cloned().into_iter().collect(), ..Line::default() };
                if !joins_without_space(&before.plain(), &line.plain()) {
                    let end = before.span().map_or(0, |span| span.end);
                    last.content.push(Inline::Text { text: " ".to_owned(), span: end..end });
                }
                last.content.append(&mut line.content);
                last.end = line.end;
            }
            None => joined.push(line),
        }
    }
    if let Some(last) = joined.last_mut() {
        last.end = LineEnd::Fixed;
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Option<Vec<Vec<String>>> {
        let table = read(source, 0)?;
        let rows = [table.head].into_iter().chain(table.rows).filter(|row| !row.is_empty());
        let text = |cell: &TableCell| cell.lines.iter().map(Line::plain).collect::<Vec<_>>().join(" / ");
        Some(rows.map(|row| row.iter().map(text).collect()).collect())
    }

    #[test]
    fn cells_have_their_lines_and_emphasis_goes_on_from_line_to_line() {
        let source = "+-----+----------+\n| Ref | **Study  |\n|     | Group 9**|\n+=====+==========+\n| a\\| |          |\n|     | - one    |\n|     | - two    |\n|     |   lines  |\n+-----+----------+";
        let rows = texts(source).unwrap();
        assert_eq!(rows[0], ["Ref", "Study Group 9"]);
        assert_eq!(rows[1], ["a|", "- one / - two lines"]);
    }

    #[test]
    fn labels_under_one_another_have_rows_of_their_own() {
        let source = "+----------+--------+-----+\n| **Ref:** | CR/384 | To  |\n|          | COM 9  | all |\n| **Tel:** | +41    |     |\n+----------+--------+-----+";
        assert_eq!(texts(source).unwrap(), [vec!["Ref:", "CR/384 COM 9", "To all"], vec!["Tel:", "+41"]]);
        assert_eq!(read(source, 0).unwrap().rows[0][2].rows, 2);
    }

    #[test]
    fn a_row_with_fewer_cells_spans_the_columns() {
        let table = read("+---+---+\n| a | b |\n+---+---+\n| whole |\n+-------+", 0).unwrap();
        assert_eq!(table.rows[1][0].columns, 2);
    }

    #[test]
    fn what_is_no_regular_grid_stays_a_paragraph() {
        for source in [
            "+---+",
            "+---+---+\n| a | b |",
            "+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+",
            "+41 22 730 5111",
            "+---+\ntext\n+---+",
        ] {
            assert!(read(source, 0).is_none(), "{source}");
        }
    }

    #[test]
    fn the_places_of_words_are_those_of_the_source() {
        let source = "+-----+\n| one |\n| two |\n+-----+";
        let table = read(source, 0).unwrap();
        let spans: Vec<&str> = table.rows[0][0]
            .lines
            .iter()
            .flat_map(|line| &line.content)
            .filter_map(|inline| match inline {
                crate::text::tree::Inline::Text { span, .. } => source.get(span.clone()),
                _ => None,
            })
            .collect();
        assert_eq!(spans, ["one", "", "two"]);
    }
}
