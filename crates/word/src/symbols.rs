//! The symbols of fonts whose characters are pictures: Symbol, and those of Wingdings that letters have.

/// The first code of a symbol in the private area of Unicode, where Word writes it.
const PRIVATE: u32 = 0xF000;

/// The characters of Symbol from 0x20 on, and from 0xA0 on (Unicode Consortium, mapping of the Adobe Symbol encoding); � where it
/// has none, or a part of a larger sign.
const SYMBOL: &str =
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼�";
const SYMBOL_FROM_A0: &str =
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪�〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭�";

/// Those of Wingdings (Unicode, L2/11-052), with more common characters in the place of a few.
const WINGDINGS: [(u32, char); 42] = [
    (0x21, '✏'),
    (0x22, '✂'),
    (0x28, '☎'),
    (0x29, '✆'),
    (0x2A, '✉'),
    (0x36, '⌛'),
    (0x3F, '✍'),
    (0x41, '✌'),
    (0x45, '☜'),
    (0x46, '☞'),
    (0x47, '☝'),
    (0x48, '☟'),
    (0x4A, '☺'),
    (0x4C, '☹'),
    (0x51, '✈'),
    (0x52, '☼'),
    (0x6C, '●'),
    (0x6D, '❍'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '◆'),
    (0x9F, '•'),
    (0xA1, '○'),
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xAB, '★'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE1, '↑'),
    (0xE2, '↓'),
    (0xE8, '➔'),
    (0xEF, '⇦'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

/// Those of Wingdings 2.
const WINGDINGS_2: [(u32, char); 6] =
    [(0x4F, '✗'), (0x50, '✓'), (0x51, '☒'), (0x52, '☑'), (0x53, '☒'), (0xA3, '☐')];

/// Those of Wingdings 3.
const WINGDINGS_3: [(u32, char); 8] =
    [(0x21, '←'), (0x22, '→'), (0x23, '↑'), (0x24, '↓'), (0x7D, '▶'), (0x7C, '◀'), (0x70, '▲'), (0x71, '▼')];

/// Whether the characters of the font are pictures.
pub(crate) fn is_of_symbols(font: &str) -> bool {
    font == "Symbol" || font.starts_with("Wingdings") || font == "Webdings"
}

/// The character that the font has at the code; `None` if it is not known.
pub(crate) fn character(font: &str, code: u32) -> Option<char> {
    let code = if (PRIVATE..PRIVATE + 0x100).contains(&code) { code - PRIVATE } else { code };
    let in_table = |table: &[(u32, char)]| table.iter().find(|(its, _)| *its == code).map(|(_, c)| *c);
    let found = match font {
        "Symbol" => match code {
            0x20..=0x7F => SYMBOL.chars().nth(code as usize - 0x20),
            0xA0..=0xFF => SYMBOL_FROM_A0.chars().nth(code as usize - 0xA0),
            _ => None,
        },
        "Wingdings" => in_table(&WINGDINGS),
        "Wingdings 2" => in_table(&WINGDINGS_2),
        "Wingdings 3" => in_table(&WINGDINGS_3),
        "Webdings" => None,
        // A font of letters.
        _ => char::from_u32(code),
    };
    found.filter(|c| *c != '\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_the_characters_that_the_page_shows() {
        for (font, code, expected) in [
            ("Symbol", 0xF0B0, '°'),
            ("Symbol", 0xB3, '≥'),
            ("Symbol", 0x61, 'α'),
            ("Symbol", 0xF0B7, '•'),
            ("Symbol", 0xD6, '√'),
            ("Symbol", 0xE5, '∑'),
            ("Symbol", 0xF2, '∫'),
            ("Wingdings", 0xF0FE, '☑'),
            ("Wingdings", 0xF0E0, '→'),
            ("Wingdings 2", 0x50, '✓'),
        ] {
            assert_eq!(character(font, code), Some(expected), "{font} {code:X}");
        }
        assert_eq!(character("Webdings", 0x61), None);
    }
}
