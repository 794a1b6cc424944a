//! Text of the source as it is shown: without what a converter left, with letters in the place of presentation forms.

use super::converter_marks::REMOVED;
use crate::diagnostic::Span;
use crate::text::presentation_forms::{has_forms, without_forms};

/// Whether the text is shown as it is written.
pub(in crate::letter) fn is_as_shown(text: &str) -> bool {
    !text.bytes().any(|byte| byte == 0 || u32::from(byte) == u32::from(REMOVED)) && !has_forms(text)
}

/// The pieces of the text as they are shown, none of them empty. Each has its own place, or that of the whole if the source
/// spells the text differently; words with presentation forms are pieces of their own, so that a citation among them has
/// its place. A null character becomes a replacement character, as CommonMark requires for security (2.3).
pub(in crate::letter) fn pieces(text: &str, span: &Span) -> Vec<(String, Span)> {
    let is_as_written = text.len() == span.len();
    let is_special = |c: char| matches!(c, '\0' | REMOVED);
    let has_forms = has_forms(text);
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let ends = |c: char| is_special(c) != is_special(first);
        let stretch = rest.find(ends).unwrap_or(rest.len());
        let word = rest.find(' ').filter(|_| has_forms).map_or(rest.len(), |space| space + 1);
        let (written, after) = rest.split_at_checked(stretch.min(word)).unwrap_or((rest, ""));
        let start = span.start + text.len() - rest.len();
        let place = if is_as_written { start..start + written.len() } else { span.clone() };
        let shown = without_forms(written).replace('\0', "\u{fffd}").replace(REMOVED, "");
        if !shown.is_empty() {
            pieces.push((shown, place));
        }
        rest = after;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_piece_has_its_place() {
        let piece = |text: &str, span| (text.to_owned(), span);
        assert_eq!(
            pieces("a\0b\u{7F}c", &(10..15)),
            [piece("a", 10..11), piece("\u{fffd}", 11..12), piece("b", 12..13), piece("c", 14..15)]
        );
        assert_eq!(pieces("ﺍ ﺏ", &(0..7)), [piece("ا ", 0..4), piece("ب", 4..7)]);
        assert_eq!(pieces("a\0", &(0..9)), [piece("a", 0..9), piece("\u{fffd}", 0..9)]);
        assert!(is_as_shown("a") && !is_as_shown("a\0") && !is_as_shown("ﺍ"));
    }
}
