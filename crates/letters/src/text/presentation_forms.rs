//! Presentation forms of Arabic: letters in the shape for their position in a word, which converters of PDF files write
//! instead of the letters (Unicode Standard, “Arabic Presentation Forms-B”).
//!
//! No word with them is found or known by its spelling, so they are replaced by the letters, from which any font makes the
//! same shapes.

use std::borrow::Cow;

/// The first letter.
const FIRST: u32 = 0xFE80;

/// The letters in the order of their forms, from U+FE80 on, each with the number of its forms.
const LETTERS: [(&str, u8); 40] = [
    ("ء", 1),
    ("آ", 2),
    ("أ", 2),
    ("ؤ", 2),
    ("إ", 2),
    ("ئ", 4),
    ("ا", 2),
    ("ب", 4),
    ("ة", 2),
    ("ت", 4),
    ("ث", 4),
    ("ج", 4),
    ("ح", 4),
    ("خ", 4),
    ("د", 2),
    ("ذ", 2),
    ("ر", 2),
    ("ز", 2),
    ("س", 4),
    ("ش", 4),
    ("ص", 4),
    ("ض", 4),
    ("ط", 4),
    ("ظ", 4),
    ("ع", 4),
    ("غ", 4),
    ("ف", 4),
    ("ق", 4),
    ("ك", 4),
    ("ل", 4),
    ("م", 4),
    ("ن", 4),
    ("ه", 4),
    ("و", 2),
    ("ى", 2),
    ("ي", 4),
    ("لآ", 2),
    ("لأ", 2),
    ("لإ", 2),
    ("لا", 2),
];

/// Whether the text has such forms.
pub(crate) fn has_forms(text: &str) -> bool {
    // In UTF-8 each begins with this byte.
    text.bytes().any(|byte| byte == 0xEF) && text.contains(|c| letters_of(c).is_some())
}

/// The text with letters in the place of their forms.
pub(crate) fn without_forms(text: &str) -> Cow<'_, str> {
    if !has_forms(text) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match letters_of(c) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(c),
        }
    }
    Cow::Owned(plain)
}

/// The letters that the form shows.
fn letters_of(c: char) -> Option<&'static str> {
    if !matches!(c, '\u{FE80}'..='\u{FEFC}') {
        return None;
    }
    let mut left = u32::from(c) - FIRST;
    LETTERS.iter().find_map(|(letters, forms)| match left.checked_sub(u32::from(*forms)) {
        Some(rest) => {
            left = rest;
            None
        }
        None => Some(*letters),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_is_a_letter() {
        let forms: u32 = LETTERS.iter().map(|(_, forms)| u32::from(*forms)).sum();
        assert_eq!(FIRST + forms - 1, 0xFEFC);
        assert_eq!(without_forms("\u{FE80}\u{FE8D}\u{FE8E}\u{FEE0}\u{FEF4}\u{FEFB}"), "ءااليلا");
    }

    #[test]
    fn a_word_in_forms_is_the_word() {
        assert_eq!(without_forms("ﺍﻷﻣﻴﻦ ﺍﻟﻌﺎﻡ (SG)"), "الأمين العام (SG)");
        assert!(matches!(without_forms("الأمين"), Cow::Borrowed(_)));
    }
}
