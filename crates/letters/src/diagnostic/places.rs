//! Places in a text: lines and columns, found without reading the text anew for each.

use std::iter;

use super::Place;

/// The distance in bytes at which characters are counted in advance: one line can have megabytes, and a text thousands
/// of places that are asked for.
const BLOCK: usize = 128;

/// An index of the lines and characters of a text.
#[derive(Clone, Debug)]
pub struct Places {
    /// The byte at which each line begins.
    lines: Vec<usize>,
    /// The number of characters that begin before each block of bytes.
    blocks: Vec<usize>,
    /// The length of the text, in bytes.
    length: usize,
}

impl Places {
    /// The index of the text. The methods take the same text again.
    pub fn of(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect();
        let counts = text.as_bytes().chunks(BLOCK).scan(0, |count, block| {
            *count += characters_in(block);
            Some(*count)
        });
        let blocks = iter::once(0).chain(counts).collect();
        Self { lines, blocks, length: text.len() }
    }

    /// The line and the column of the byte.
    pub fn place(&self, text: &str, byte: usize) -> Place {
        let line = self.line(byte);
        let column = self.characters(text, byte) - self.characters(text, self.line_start(line)) + 1;
        Place { line, column }
    }

    /// The number of characters that begin before the byte.
    pub fn characters(&self, text: &str, byte: usize) -> usize {
        let block = byte / BLOCK;
        let rest = text.as_bytes().get(block * BLOCK..byte).unwrap_or_default();
        self.blocks.get(block).copied().unwrap_or_default() + characters_in(rest)
    }

    /// The number, from 1, of the line with the byte.
    pub fn line(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte)
    }

    /// The byte at which the line begins. The line after the last one begins where the text ends.
    pub fn line_start(&self, line: usize) -> usize {
        self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.length)
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
    fn places_agree_with_those_found_by_reading_the_text_at_every_byte() {
        let long = "Жизнь 第１号 as it is; ".repeat(200);
        let text = format!("{long}\n\r\n\n{long}no line break at the end");
        let places = Places::of(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(places.place(&text, byte), Place::of(&text, byte), "byte {byte}");
        }
    }

    #[test]
    fn characters_are_counted_from_the_start_of_the_text() {
        let text = "é".repeat(3 * BLOCK);
        assert_eq!(Places::of(&text).characters(&text, 2 * BLOCK + 2), BLOCK + 1);
    }
}
