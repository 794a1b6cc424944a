//! How text is compared with the words of `data/`: as a reader does.
//!
//! Capitals do not matter, nor accents, which capitals and converters lose, nor the kind of space, hyphen, apostrophe
//! or colon, nor the width of digits and punctuation, nor the marks that stretch and vowel Arabic or stand on its alif,
//! nor the invisible marks of direction. The tables are folded when they are compiled in, so that only the text is
//! folded here.
//!
//! The standard library knows the small letters of every alphabet, by tables that weigh 4 kB of the module in brotli:
//! these are those of the six languages.

use super::characters::{is_arabic, is_dash, is_space};

/// The character as it is compared with a word of a table: none for a mark that does not count.
///
/// ```
/// use letters::text::folded;
///
/// let folds = |text: &str| text.chars().filter_map(folded).collect::<String>();
/// assert_eq!(folds("Réf.\u{a0}:"), folds("REF. :"));
/// ```
pub fn folded(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(if c.is_ascii_whitespace() { ' ' } else { c.to_ascii_lowercase() });
    }
    Some(match c {
        '\u{300}'..='\u{36F}' | '\u{640}' | '\u{64B}'..='\u{655}' | '\u{670}' | '\u{AD}' => return None,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            return None;
        }
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' | 'º' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        'Œ' => 'œ',
        'Ё' | 'ё' => 'е',
        'Й' | 'й' => 'и',
        'А'..='Я' | 'Ѐ'..='Џ' => small_cyrillic(c),
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        '‘' | '’' => '\'',
        c if is_dash(c) => '-',
        // The full-width forms of Chinese typography.
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).map_or(c, |c| c.to_ascii_lowercase()),
        c if is_space(c) => ' ',
        c => c,
    })
}

/// A letter of an alphabet that parts words by spaces, as it is after folding: Latin, Cyrillic or Arabic.
pub(crate) const fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'œ' | 'Ͱ'..='ӿ') || is_arabic(c)
}

fn small_cyrillic(c: char) -> char {
    let distance = if c < 'А' { 0x50 } else { 0x20 };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}
