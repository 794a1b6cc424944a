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

use super::converter_marks::{REMOVED, is_fence};
use super::grid_table::{CellLine, GridTable, lines_of};
use crate::diagnostic::Span;
use crate::text::characters::is_chinese;
use crate::text::tree::TableCell;

/// The maximum number of lines of a head, and of a table.
const MOST_HEAD_LINES: usize = 6;
const MOST_LINES: usize = 2_000;

/// The fewest hyphens of a rule.
const SHORTEST_RULE: usize = 10;

/// The most columns of a table.
const MOST_COLUMNS: usize = 40;

/// The columns of a line of hyphens: the places at which each begins. The line is not indented as code is.
fn columns(line: &str, hyphen: char) -> Option<Vec<usize>> {
    let text = line.trim();
    let is_rule = text.starts_with([hyphen]) && text.chars().all(|c| c == hyphen || c == ' ');
    if !is_rule || text.len() < SHORTEST_RULE || line.starts_with("    ") || line.starts_with('\t') {
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
    (starts.len() <= MOST_COLUMNS && starts.len() * 3 <= text.len()).then_some(starts)
}

/// How wide a character is in a text of fixed width, in columns: Pandoc counts them.
fn width(c: char) -> usize {
    match c {
        // Marks over and under letters, Latin and Arabic.
        '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200B}'..='\u{200F}' => 0,
        c if is_chinese(c) => 2,
        _ => 1,
    }
}

/// The byte of the line at which the column begins, and what stands before it; the end of a line that is shorter.
fn byte(line: &str, column: usize) -> (usize, Option<char>) {
    let (mut at, mut before) = (0, None);
    for (byte, c) in line.char_indices() {
        if at >= column && width(c) > 0 {
            return (byte, before);
        }
        at += width(c);
        before = Some(c);
    }
    (line.len(), None)
}

/// The text with the tables protected, of the same length in bytes.
pub(super) fn protected(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains("-- --") {
        return text;
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut out = String::with_capacity(text.len());
    let mut next = 0;
    let mut is_in_fence = false;
    for (at, line) in lines.iter().enumerate() {
        is_in_fence ^= is_fence(line.trim());
        let table = if at < next || is_in_fence { None } else { extent(&lines, next, at) };
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
    let end = at + 1 + length + usize::from(is_closed || line(at + 1 + length).is_some_and(is_rule));
    let start = if has_rule { top - 1 } else { top };
    // Other lines of its paragraph would be cut at its columns.
    let is_blank = |text: Option<&str>| text.is_none_or(|text| text.trim().is_empty());
    let is_alone = is_blank(line(end)) && (start == 0 || is_blank(line(start - 1)));
    let is_table = head <= MOST_HEAD_LINES && length > 0 && body.clone().all(is_row);
    (is_table && is_alone).then_some((start, end))
}

/// Whether the line may be one of the rows: no word is in two columns or before the first, and Markdown does not take it for a block
/// of its own.
fn is_row(line: &str, starts: &[usize]) -> bool {
    let text = line.trim();
    let is_block = text.starts_with(['>', '#', '<', '`', '~', '|', ':'])
        || text.starts_with(['-', '*', '+']) && text.chars().nth(1).is_none_or(|c| c == ' ')
        || text.starts_with("1.")
        || text.starts_with("1)");
    let (first, _) = byte(line, starts.first().copied().unwrap_or_default());
    let is_behind_first = line.get(..first).is_some_and(|before| before.trim().is_empty());
    let is_apart = |start: &usize| byte(line, *start).1.is_none_or(|c| matches!(c, ' ' | '\n' | '\r'));
    let is_indented = line.starts_with("    ") || line.starts_with('\t');
    !is_block && !is_indented && is_behind_first && starts.iter().all(is_apart)
}

/// The line with other characters in the place of hyphens that are no words, or of the end of a blank line.
fn hidden(line: &str) -> String {
    let hidden = REMOVED.to_string();
    if line.trim().is_empty() {
        let first = line.chars().next().map_or(0, char::len_utf8);
        hidden.repeat(first) + line.get(first..).unwrap_or_default()
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
            // The blank lines before it.
            let words = line.trim_start_matches(REMOVED);
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
    let places: Vec<usize> = starts.iter().map(|column| byte(line, *column).0).chain([line.len()]).collect();
    let cell = |place: &[usize]| match place {
        [from, to] => {
            let text = line.get(*from..*to).unwrap_or_default();
            CellLine { text: text.trim(), start: start + from + text.len() - text.trim_start().len() }
        }
        _ => CellLine { text: "", start },
    };
    places.windows(2).map(cell).collect()
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
    fn chinese_characters_are_two_columns_wide_and_marks_none() {
        let table = "会议厅会议厅 房间\n------------ ------\n开幕         A\ne\u{301}té          B\n";
        let rows = texts(table).unwrap();
        assert_eq!(rows, [["会议厅会议厅", "房间"], ["开幕", "A"], ["e\u{301}té", "B"]]);
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
        let beyond = format!("{}\n", "--- ".repeat(60));
        for text in [
            beyond.as_str(),
            "  -------- ------\n  Ref.:    CL-1\n  -------- ------\nThe meeting was held in Geneva.\n",
            "(a) Session    Hour\n    ---------- ------\n    Opening    9 h\n",
            "1 Session    Hour\n  ---------- ------\n  Opening    9 h\n",
            "```\nSession    Hour\n---------- ------\nOpening    9 h\n```\n",
            "- - - - - - - -\n",
            "----- -----\n\nwords\n",
            "Title\n----------\n",
            "a     b\n----- -----\n- item\n",
        ] {
            assert_eq!(protected(Cow::Borrowed(text)), text);
        }
    }
}
