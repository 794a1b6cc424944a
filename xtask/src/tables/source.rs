//! Reads the tables of `data/`: tab-separated text, so that anyone can read and correct them.
//!
//! Lines that start with `#` are comments, the first other line is the head. Errors that are possible in any table are
//! found here, and reported with file and line.

use std::collections::HashMap;

/// A table's file.
pub(super) struct Source {
    /// The file, from the root of the repository.
    pub(super) path: String,
    text: String,
}

/// The format of the rows of a table.
pub(super) struct Columns<const N: usize> {
    /// The head.
    pub(super) names: [&'static str; N],
    /// The number of leading columns that identify a row.
    pub(super) key: usize,
    /// The values of the column `certainty`, where the table has one.
    pub(super) certainties: &'static [&'static str],
}

/// The certainties of facts that were collected by hand.
pub(super) const EVIDENCE: &[&str] = &["seen", "derived", "known"];

/// A row of a table.
pub(super) struct Row<'a, const N: usize> {
    path: &'a str,
    pub(super) line: usize,
    pub(super) cells: [&'a str; N],
}

impl Source {
    pub(super) fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// The rows of the table, checked.
    pub(super) fn rows<const N: usize>(&self, columns: &Columns<N>) -> Result<Vec<Row<'_, N>>, String> {
        let mut lines = (1..).zip(self.text.lines()).filter(|(_, line)| {
            let is_comment = line.starts_with('#');
            !line.is_empty() && !is_comment
        });
        let head = lines.next().map(|(line, text)| Row::parse(&self.path, line, text)).transpose()?;
        match head {
            Some(head) if head.cells == columns.names => {}
            Some(head) => return Err(head.error(format!("the columns must be {}", columns.names.join(", ")))),
            None => return Err(format!("{}: has no head", self.path)),
        }
        let mut lines_by_key = HashMap::new();
        let mut rows = Vec::new();
        for (line, text) in lines {
            let row = Row::parse(&self.path, line, text)?;
            columns.check(&row)?;
            let key: Vec<&str> = row.cells.into_iter().take(columns.key).collect();
            if let Some(first) = lines_by_key.insert(key, line) {
                return Err(row.error(format!("this row is in line {first} already")));
            }
            rows.push(row);
        }
        Ok(rows)
    }
}

impl<const N: usize> Columns<N> {
    fn check(&self, row: &Row<'_, N>) -> Result<(), String> {
        for (name, cell) in self.names.into_iter().zip(row.cells) {
            if cell.is_empty() {
                return Err(row.error(format!("the column {name} is empty")));
            }
            if name == "certainty" && !self.certainties.contains(&cell) {
                return Err(row.error(format!(
                    "unknown certainty “{cell}”: it is one of {}",
                    self.certainties.join(", ")
                )));
            }
        }
        Ok(())
    }
}

impl<'a, const N: usize> Row<'a, N> {
    fn parse(path: &'a str, line: usize, text: &'a str) -> Result<Self, String> {
        let cells: Vec<&str> = text.split('\t').collect();
        let found = cells.len();
        let cells = cells
            .try_into()
            .map_err(|_| format!("{path}:{line}: {found} columns where the table has {N}"))?;
        Ok(Self { path, line, cells })
    }

    /// The error message for the row, with its place.
    pub(super) fn error(&self, problem: impl AsRef<str>) -> String {
        format!("{}:{}: {}", self.path, self.line, problem.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: Columns<4> =
        Columns { names: ["language", "form", "certainty", "source"], key: 2, certainties: EVIDENCE };

    fn problem(rows: &str) -> Option<String> {
        let text = format!("# A comment.\n\nlanguage\tform\tcertainty\tsource\n{rows}");
        Source::new("data/words.tsv", text).rows(&COLUMNS).err()
    }

    #[test]
    fn a_good_table_is_read_with_its_lines() {
        let text = "# A comment.\nlanguage\tform\tcertainty\tsource\n\nen\tthe\tknown\tusage\n";
        let source = Source::new("data/words.tsv", text);
        let rows = source.rows(&COLUMNS).unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].line, rows[0].cells), (4, ["en", "the", "known", "usage"]));
    }

    #[test]
    fn a_wrong_number_of_columns_is_an_error() {
        let expected = "data/words.tsv:4: 3 columns where the table has 4";
        assert_eq!(problem("en\tthe\tknown\n").as_deref(), Some(expected));
    }

    #[test]
    fn other_columns_are_an_error() {
        let table = Source::new("data/words.tsv", "language\tword\tcertainty\tsource\n");
        let expected = "data/words.tsv:1: the columns must be language, form, certainty, source";
        assert_eq!(table.rows(&COLUMNS).err().as_deref(), Some(expected));
    }

    #[test]
    fn a_table_without_a_head_is_an_error() {
        let table = Source::new("data/words.tsv", "# A comment.\n");
        assert_eq!(table.rows(&COLUMNS).err().as_deref(), Some("data/words.tsv: has no head"));
    }

    #[test]
    fn an_empty_cell_is_an_error() {
        let expected = "data/words.tsv:5: the column form is empty";
        assert_eq!(problem("en\tthe\tknown\tusage\nen\t\tknown\tusage\n").as_deref(), Some(expected));
    }

    #[test]
    fn an_unknown_certainty_is_an_error() {
        let expected = "data/words.tsv:4: unknown certainty “maybe”: it is one of seen, derived, known";
        assert_eq!(problem("en\tthe\tmaybe\tusage\n").as_deref(), Some(expected));
    }

    #[test]
    fn a_row_that_is_there_twice_is_an_error_whatever_its_source() {
        let expected = "data/words.tsv:6: this row is in line 4 already";
        let rows = "en\tthe\tknown\tusage\nen\tof\tknown\tusage\nen\tthe\tseen\tCL-20/43\n";
        assert_eq!(problem(rows).as_deref(), Some(expected));
    }
}
