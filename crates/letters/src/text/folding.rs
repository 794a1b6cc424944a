//! Folding: text is compared with the words of `data/` as a reader compares them.
//!
//! It ignores capitals, accents (which capitals and converters lose), the kind of space, hyphen, apostrophe or colon,
//! the width of digits and punctuation, Arabic marks that stretch a word, mark a vowel or modify an alif, and invisible
//! marks of direction. The tables are folded when they are generated, so only the text is folded here.
//!
//! Only the small letters of the six languages are covered: the standard library's tables for every alphabet would add
//! 4 kB of brotli to the module.

use super::characters::{is_arabic, is_dash, is_space};

/// The folded character, for comparison with the words of a table; `None` for an ignored mark.
///
/// ```
/// use letters::text::folded;
///
/// let folds = |text: &str| text.chars().filter_map(folded).collect::<String>();
/// assert_eq!(folds("Réf.\u{a0}:"), folds("REF. :"));
/// ```
#[inline]
pub fn folded(c: char) -> Option<char> {
    #[cfg(not(target_family = "wasm"))]
    if let Some(folded) = alphabets::FOLDED.get(c as usize) {
        return *folded;
    }
    fold(c)
}

/// What becomes of the characters of the alphabets: a publisher reads a hundred thousand letters. In a browser, the size of the
/// program counts.
#[cfg(not(target_family = "wasm"))]
mod alphabets {
    /// The character after those of Arabic.
    const END: usize = 0x700;

    pub(super) static FOLDED: [Option<char>; END] = {
        let mut folded = [None; END];
        let (mut rest, mut c) = (folded.as_mut_slice(), '\0');
        while let (Some((place, others)), Some(next)) = (rest.split_first_mut(), char::from_u32(c as u32 + 1))
        {
            *place = super::fold(c);
            (rest, c) = (others, next);
        }
        folded
    };
}

const fn fold(c: char) -> Option<char> {
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
        'А'..='Я' => moved(c, 0x20),
        'Ѐ'..='Џ' => moved(c, 0x50),
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        '‘' | '’' => '\'',
        c if is_dash(c) => '-',
        // The full-width forms of Chinese typography.
        '！'..='～' => moved(c, -0xFEE0).to_ascii_lowercase(),
        c if is_space(c) => ' ',
        c => c,
    })
}

/// A folded letter of a script that separates words by spaces: Latin, Greek, Cyrillic or Arabic.
pub(crate) const fn is_letter(c: char) -> bool {
    matches!(c, 'a'..='z' | 'œ' | 'Ͱ'..='ӿ') || is_arabic(c)
}

/// The character at the distance in Unicode.
const fn moved(c: char, distance: i32) -> char {
    match char::from_u32((c as u32).wrapping_add_signed(distance)) {
        Some(moved) => moved,
        None => c,
    }
}
