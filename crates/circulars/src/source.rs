//! An input file: its text, and places in it as lines and columns.

use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{fs, iter};

use letters::diagnostic::{Place, Span};
use letters::letter;

use crate::failure::Failure;

/// The distance in bytes at which characters are counted in advance: one line can have megabytes, and thousands of
/// remarks.
const BLOCK: usize = 1024;

/// The text of a file.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) file: PathBuf,
    pub(crate) text: String,
    /// The byte at which each line begins.
    lines: Vec<usize>,
    /// The number of characters that begin before each block of bytes.
    blocks: Vec<usize>,
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
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        let counts = text.as_bytes().chunks(BLOCK).scan(0, |count, block| {
            *count += characters_in(block);
            Some(*count)
        });
        let blocks = iter::once(0).chain(counts).collect();
        Self { file: file.to_owned(), text, lines, blocks }
    }

    /// Whether it contains only white space.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The number of characters that begin before the byte.
    pub(crate) fn characters(&self, byte: usize) -> usize {
        let block = byte / BLOCK;
        let rest = self.text.as_bytes().get(block * BLOCK..byte).unwrap_or_default();
        self.blocks.get(block).copied().unwrap_or_default() + characters_in(rest)
    }

    /// The line and the column of the byte.
    pub(crate) fn place(&self, byte: usize) -> Place {
        let line = self.line(byte);
        let column = self.characters(byte) - self.characters(self.line_start(line)) + 1;
        Place { line, column }
    }

    /// The bytes of the lines that the span touches, with their line breaks.
    pub(crate) fn lines(&self, span: &Span) -> Range<usize> {
        self.line_start(self.line(span.start))..self.line_start(self.line(span.end) + 1)
    }

    /// The number, from 1, of the line with the byte.
    fn line(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte)
    }

    /// The byte at which the line begins. The line after the last one begins where the text ends.
    fn line_start(&self, line: usize) -> usize {
        self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }
}

/// Counts the bytes that do not continue a character: each character has exactly one.
fn characters_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_agree_with_those_of_the_library_at_every_byte() {
        let long = "Жизнь 第１号 as it is; ".repeat(200);
        let text = format!("{long}\n\r\n\n{long}no line break at the end");
        let source = Source::of(Path::new("letter.md"), text);
        for (byte, _) in source.text.char_indices().chain([(source.text.len(), ' ')]) {
            assert_eq!(source.place(byte), Place::of(&source.text, byte), "byte {byte}");
        }
    }

    #[test]
    fn characters_are_counted_from_the_start_of_the_text() {
        let source = Source::of(Path::new("letter.md"), "é".repeat(3 * BLOCK));
        assert_eq!(source.characters(2 * BLOCK + 2), BLOCK + 1);
    }

    #[test]
    fn the_lines_of_a_span_are_whole() {
        let source = Source::of(Path::new("letter.md"), "one\ntwo\nthree".to_owned());
        assert_eq!(source.lines(&(1..2)), 0..4);
        assert_eq!(source.lines(&(1..5)), 0..8);
        assert_eq!(source.lines(&(13..13)), 8..13);
    }
}
