//! An input file: its text, and places in it as lines and columns.

use std::fs;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

use letters::diagnostic::{Place, Places, Span};
use letters::letter;

use crate::failure::Failure;

/// The text of a file.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) file: PathBuf,
    pub(crate) text: String,
    places: Places,
}

impl Source {
    /// Reads a file, or standard input, which is called `-`.
    pub(crate) fn read(file: &Path) -> Result<Self, Failure> {
        let bytes = if file.as_os_str() == "-" {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            fs::read(file)
        };
        let bytes = bytes
            .map_err(|error| Failure::Unusable(format!("{} cannot be read: {error}", file.display())))?;
        let text = letter::decode(&bytes);
        if letter::is_binary(&text) {
            let problem = "is not text but a PDF, Word or other file: convert it to Markdown first";
            return Err(Failure::Unusable(format!("{} {problem}", file.display())));
        }
        // A byte order mark is not part of the text, and would shift every place by one.
        Ok(Self::of(file, text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()))
    }

    pub(crate) fn of(file: &Path, text: String) -> Self {
        let places = Places::of(&text);
        Self { file: file.to_owned(), text, places }
    }

    /// Whether it contains only white space.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The number of characters that begin before the byte.
    pub(crate) fn characters(&self, byte: usize) -> usize {
        self.places.characters(&self.text, byte)
    }

    /// The line and the column of the byte.
    pub(crate) fn place(&self, byte: usize) -> Place {
        self.places.place(&self.text, byte)
    }

    /// The bytes of the lines that the span touches, with their line breaks.
    pub(crate) fn lines(&self, span: &Span) -> Range<usize> {
        let (first, last) = (self.places.line(span.start), self.places.line(span.end));
        self.places.line_start(first)..self.places.line_start(last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_span_are_whole() {
        let source = Source::of(Path::new("letter.md"), "one\ntwo\nthree".to_owned());
        assert_eq!(source.lines(&(1..2)), 0..4);
        assert_eq!(source.lines(&(1..5)), 0..8);
        assert_eq!(source.lines(&(13..13)), 8..13);
    }
}
