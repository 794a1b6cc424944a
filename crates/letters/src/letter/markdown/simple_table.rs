//! Simple and multiline tables, as Pandoc writes tables whose cells have no more than text:
//!
//! ```text
//!   Session      Hour       Room
//!   ------------ ---------- -------
//!   Opening      9 hours    Popov
//! ```
//!
//! A table may have a rule of hyphens before its head and behind its last row, and then a blank line between two rows; one
//! without a head begins and ends with the hyphens of its columns. Markdown takes the hyphens for rules or headings. So they
//! are replaced first, and so are the blank lines ([`protected`]): Markdown makes one paragraph of it, which is read as a table.

use std::borrow::Cow;

use super::converter_marks::REMOVED;
use super::grid_table::{CellLine, GridTable, lines_of};
use crate::diagnostic::Span;
use crate::text::tree::TableCell;

/// The maximum number of lines of a head, and of a table.
const MOST_HEAD_LINES: usize = 6;
const MOST_LINES: usize = 2_000;

/// The fewest hyphens of a rule.
const SHORTEST_RULE: usize = 10;

/// The columns of a line of hyphens: the characters at which each begins.
fn columns(line: &str, hyphen: char) -> Option<Vec<usize>> {
    let text = line.trim();
    let is_rule = text.starts_with([hyphen]) && text.chars().all(|c| c == hyphen || c == ' ');
    if !is_rule || text.len() < SHORTEST_RULE {
        return None;
    }
    let mut before = ' ';
    let mut starts = Vec::new();
    for (at, c) in line.chars().enumerate() {
        if c == hyphen && before != hyphen {
            starts.push(at);
        }
        before = c;
    }
    // Several hyphens each: “- - -” is a rule of Markdown.
    (starts.len() * 3 <= text.len()).then_some(starts)
}

/// The text with the tables protected, of the same length in bytes.
pub(super) fn protected(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("-- --") {
        return text;
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut out = String::with_capacity(text.len());
    let mut next = 0;
    for at in 0..lines.len() {
        let table = if at < next { None } else { extent(&lines, next, at) };
        let Some((start, end)) = table else { continue };
        out.extend(lines.get(next..start).unwrap_or_default().iter().copied());
        out.extend(lines.get(start..end).unwrap_or_default().iter().map(|line| hidden(line)));
        next = end;
    }
    out.extend(lines.get(next..).unwrap_or_default().iter().copied());
    Cow::Owned(out)
}

/// The lines of the table, the columns of which line `at` has; it does not begin before the line `from`.
fn extent(lines: &[&str], from: usize, at: usize) -> Option<(usize, usize)> {
    let line = |number: usize| lines.get(number).copied();
    let starts = columns(line(at)?, '-').filter(|starts| starts.len() > 1)?;
    let is_rule = |text: &str| columns(text, '-').is_some();
    let before = lines.get(from..at)?.iter().rev();
    let head =
        before.take(MOST_HEAD_LINES + 1).take_while(|text| !text.trim().is_empty() && !is_rule(text)).count();
    let top = at - head;
    let has_rule = head > 0 && top > from && line(top - 1).is_some_and(is_rule);
    let rows = lines.get(at + 1..)?.iter().take(MOST_LINES);
    // With a head and no rule before it the table ends with its paragraph.
    let is_closed = head == 0 || has_rule;
    let length = if is_closed {
        rows.clone().position(|text| is_rule(text))?
    } else {
        let is_end = |text: &&str| text.trim().is_empty() || is_rule(text);
        rows.clone().position(is_end).unwrap_or(rows.len())
    };
    let is_row = |text: &&str| text.trim().is_empty() || is_row(text, &starts);
    let body = lines.get(top..at)?.iter().chain(lines.get(at + 1..at + 1 + length)?);
    let is_table = head <= MOST_HEAD_LINES && length > 0 && body.clone().all(is_row);
    let end = at + 1 + length + usize::from(is_closed || line(at + 1 + length).is_some_and(is_rule));
    is_table.then_some((if has_rule { top - 1 } else { top }, end))
}

/// Whether the line may be one of the rows: no word is in two columns, and Markdown does not take it for a block of its own.
fn is_row(line: &str, starts: &[usize]) -> bool {
    let text = line.trim();
    let indent = line.len() - line.trim_start().len();
    let is_block = text.starts_with(['>', '#', '<', '`', '~', '|', ':'])
        || text.starts_with(['-', '*', '+']) && text.chars().nth(1).is_none_or(|c| c == ' ')
        || text.starts_with("1.")
        || text.starts_with("1)");
    let is_apart = |start: &usize| {
        *start == 0 || line.chars().nth(start - 1).is_none_or(|c| matches!(c, ' ' | '\n' | '\r'))
    };
    indent < 4 + starts.first().copied().unwrap_or_default() && !is_block && starts.iter().all(is_apart)
}

/// The line with other characters in the place of hyphens that are no words, or of the end of a blank line.
fn hidden(line: &str) -> String {
    let hidden = REMOVED.to_string();
    if line.trim().is_empty() {
        line.replacen([' ', '\r', '\n'], &hidden, 1)
    } else if columns(line, '-').is_some() {
        line.replace('-', &hidden)
    } else {
        line.to_owned()
    }
}

/// The lines of rows, each with its cells; an empty one between two rows that a blank line was between.
type RowLines<'source> = Vec<Vec<CellLine<'source>>>;

/// Reads the table that the paragraph at the place in the source is.
pub(super) fn read(source: &str, paragraph: Span) -> Option<GridTable> {
    if !source.get(paragraph.clone())?.contains(REMOVED) {
        return None;
    }
    // With the indentation of its first line.
    let mut at = source.get(..paragraph.start)?.rfind('\n').map_or(0, |end| end + 1);
    let text = source.get(at..paragraph.end)?;
    let starts = text.lines().find_map(|line| columns(line, REMOVED).filter(|starts| starts.len() > 1))?;
    let (mut head, mut body): (RowLines<'_>, RowLines<'_>) = (Vec::new(), Vec::new());
    let mut is_behind_head = false;
    for line in text.split_inclusive('\n') {
        if let Some(starts) = columns(line, REMOVED) {
            is_behind_head |= starts.len() > 1;
        } else {
            let lines = if is_behind_head { &mut body } else { &mut head };
            // The blank line before it.
            let words = line.strip_prefix(REMOVED).unwrap_or(line);
            if words.len() < line.len() {
                lines.push(Vec::new());
            }
            if !words.trim().is_empty() {
                lines.push(cells(words, at + line.len() - words.len(), &starts));
            }
        }
        at += line.len();
    }
    let row = |lines: &[Vec<CellLine<'_>>]| row_of(lines, starts.len());
    let rows: Vec<Vec<TableCell>> = if body.iter().any(Vec::is_empty) {
        body.split(Vec::is_empty).filter(|lines| !lines.is_empty()).map(row).collect()
    } else {
        body.chunks(1).map(row).collect()
    };
    let head = if head.is_empty() { Vec::new() } else { row(&head) };
    (!rows.is_empty()).then_some(GridTable { head, rows })
}

/// The parts of a line in the columns; `start` is its first byte.
fn cells<'source>(line: &'source str, start: usize, starts: &[usize]) -> Vec<CellLine<'source>> {
    let byte = |column: usize| line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    let ends = starts.iter().skip(1).map(|column| byte(*column)).chain([line.len()]);
    let cell = |(column, end): (&usize, usize)| {
        let text = line.get(byte(*column)..end).unwrap_or_default();
        let at = start + byte(*column) + text.len() - text.trim_start().len();
        CellLine { text: text.trim(), start: at }
    };
    starts.iter().zip(ends).map(cell).collect()
}

fn row_of(lines: &[Vec<CellLine<'_>>], columns: usize) -> Vec<TableCell> {
    let of = |column: usize| -> Vec<CellLine<'_>> {
        lines
            .iter()
            .filter_map(|line| line.get(column))
            .filter(|part| !part.text.is_empty())
            .cloned()
            .collect()
    };
    (0..columns).map(|column| TableCell::new(lines_of(&of(column)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tree::Line;

    fn texts(source: &str) -> Option<Vec<Vec<String>>> {
        let text = protected(Cow::Borrowed(source));
        assert_eq!(text.len(), source.len());
        let start = text.len() - text.trim_start().len();
        let table = read(&text, start..text.trim_end().len())?;
        let rows = [table.head].into_iter().chain(table.rows);
        let text = |cell: &TableCell| cell.lines.iter().map(Line::plain).collect::<Vec<_>>().join(" / ");
        Some(rows.map(|row| row.iter().map(text).collect()).collect())
    }

    #[test]
    fn a_simple_table_has_a_row_for_each_line() {
        let table = "  **Séance**   Heure      Salle\n  ------------ ---------- -------\n  Ouverture    9 heures   Popov\n  Clôture                 K\n";
        let rows = texts(table).unwrap();
        assert_eq!(rows[0], ["Séance", "Heure", "Salle"]);
        assert_eq!(rows[1], ["Ouverture", "9 heures", "Popov"]);
        assert_eq!(rows[2], ["Clôture", "", "K"]);
    }

    #[test]
    fn a_multiline_table_has_a_row_for_each_paragraph() {
        let rule = "-".repeat(30);
        let table = format!(
            "{rule}\nSession        Room\n-------------- ---------------\nOpening of     Popov\nthe workshop\n\nVisit          K\n{rule}\n"
        );
        for table in [table.clone(), table.replace('\n', "\r\n"), table.replace("\n\n", "\n  \n")] {
            let rows = texts(&table).unwrap();
            assert_eq!(rows, [["Session", "Room"], ["Opening of the workshop", "Popov"], ["Visit", "K"]]);
        }
    }

    #[test]
    fn a_table_without_a_head_stands_between_its_columns() {
        let table = "  -------- ------\n  Ref.:    CL-1\n  Tel.:    +41\n  -------- ------\n";
        assert_eq!(
            texts(table).unwrap(),
            [vec![], vec!["Ref.:".to_owned(), "CL-1".to_owned()], vec!["Tel.:".to_owned(), "+41".to_owned()]]
        );
    }

    #[test]
    fn rules_and_lists_stay_what_they_are() {
        for text in [
            "- - - - - - - -\n",
            "----- -----\n\nwords\n",
            "Title\n----------\n",
            "a     b\n----- -----\n- item\n",
        ] {
            assert_eq!(protected(Cow::Borrowed(text)), text);
        }
    }
}
