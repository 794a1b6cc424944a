//! Character classes: dashes, spaces, digits, numerals, scripts.
//!
//! Each set is defined once, so that letterheads and citations agree on what a hyphen is. The sets cover what the six
//! languages and their converters write; the standard library's tables of all of Unicode would add several kilobytes to
//! the module. Tests compare the sets with a Unicode library.

/// A hyphen, a dash or a minus sign: converters use them interchangeably. The part of Unicode's property `Dash` that
/// letters of the six languages use, with the full-width forms of Chinese typography.
pub(crate) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// A dash or a dot before a list item.
pub(crate) const fn is_bullet(c: char) -> bool {
    is_dash(c) || matches!(c, '•' | '·' | '▪' | '●' | '⁃')
}

/// The colons, including the full-width one of Chinese.
pub(crate) const COLONS: [char; 2] = [':', '：'];

/// The commas, including those of Arabic and Chinese.
pub(crate) const COMMAS: [char; 3] = [',', '،', '，'];

/// The text up to its character with the number `count`, from 0.
pub(crate) fn beginning(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// White space, as in `char::is_whitespace`.
pub(crate) const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// An invisible mark of direction or of a possible break: soft hyphen, zero-width characters, controls of the
/// bidirectional algorithm, byte order mark.
pub(crate) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// A capital letter of Latin or Cyrillic.
pub(crate) const fn is_capital(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Œ' | 'Ѐ'..='Я')
}

/// A small letter of Latin or Cyrillic.
pub(crate) const fn is_small(c: char) -> bool {
    matches!(c, 'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'œ' | 'а'..='џ')
}

/// A letter or a mark that belongs to one, in any alphabet.
///
/// The standard library's table for all of Unicode would add 1.4 kB of brotli to the module. Here the alphabets of the six
/// languages are exact; of the others all that is not in a block of punctuation, symbols or digits counts as a letter.
pub const fn is_alphabetic(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphabetic(),
        '\u{482}'..='\u{489}' => false,
        'ª' | 'µ' | 'º' => true,
        '\u{80}'..='¿'
        | '×'
        | '÷'
        | '\u{2B0}'..='\u{36F}'
        | '\u{600}'..='\u{60F}'
        | '\u{61B}'..='\u{61F}' => false,
        // Arabic-Indic digits, and marks around verses.
        '\u{660}'..='\u{66D}'
        | '\u{6D4}'
        | '\u{6D6}'..='\u{6DF}'
        | '\u{6E9}'..='\u{6EA}'
        | '\u{6F0}'..='\u{6F9}' => false,
        // General punctuation to arrows, mathematics, boxes and dingbats.
        '\u{2000}'..='\u{2BFF}' => matches!(c, 'ⁱ' | 'ⁿ' | 'Ⅰ'..='ↈ'),
        '\u{2E00}'..='\u{2E7F}'
        | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}'
        | '\u{302A}'..='\u{3030}' => false,
        '\u{E000}'..='\u{F8FF}' | '\u{FD3E}'..='\u{FD4F}' | '\u{FE00}'..='\u{FE6F}' | '\u{FEFF}' => false,
        '\u{FF00}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF40}'
        | '\u{FF5B}'..='\u{FF65}'
        | '\u{FFE0}'..='\u{FFFF}' => false,
        '\u{1F000}'..='\u{1FAFF}' | '\u{E0000}'..='\u{10FFFF}' => false,
        _ => true,
    }
}

/// A letter, or a digit as [`digit`] reads it.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    is_alphabetic(c) || digit(c).is_some()
}

/// A letter of Arabic, not a vowel mark.
pub(crate) const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}')
}

/// A presentation form of Arabic, a letter in the shape for its position in a word: PDF files may contain these instead
/// of the letters.
pub(crate) const fn is_arabic_shape(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

/// A character of the Cyrillic script.
pub(crate) const fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{4FF}')
}

/// A Chinese character.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

/// Whether the text may have Arabic, Chinese or Cyrillic characters, judged by the lead bytes of UTF-8. A quick check,
/// because most texts in Latin letters have none.
pub(crate) fn may_have_other_scripts(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, 0xD0..=0xDB | 0xE3..=0xEF))
}

/// A Chinese character, punctuation mark or full-width form: no space is written between two of them.
pub(crate) const fn is_chinese(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
}

/// The value of a decimal digit: European, Arabic-Indic, Persian or full-width.
pub(crate) fn digit(c: char) -> Option<u16> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '０'..='９' => '０',
        _ => return None,
    };
    u16::try_from(u32::from(c) - u32::from(zero)).ok()
}

/// The value of a Chinese numeral from 0 to 9.
pub(crate) const fn chinese_digit(c: char) -> Option<u16> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of a Chinese numeral that multiplies the digit before it: ten, hundred, thousand.
pub(crate) const fn chinese_unit(c: char) -> Option<u16> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        _ => return None,
    })
}

/// The value of a number below ten thousand in Chinese numerals, 九十九, or of a sequence of digits, 二〇二四. `None` if a
/// character is not a numeral, or if the number is too large.
pub(crate) fn chinese_number(numerals: impl IntoIterator<Item = char>) -> Option<u16> {
    let (mut sum, mut digits) = (0_u16, None::<u16>);
    for c in numerals {
        if let Some(digit) = chinese_digit(c) {
            digits = Some(digits.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
        } else {
            let unit = chinese_unit(c)?;
            sum = sum.checked_add(digits.take().unwrap_or(1).checked_mul(unit)?)?;
        }
    }
    sum.checked_add(digits.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use icu_properties::props::{
        Alphabetic, BinaryProperty, Dash, DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup,
        Lowercase, Script, Uppercase, WhiteSpace,
    };
    use icu_properties::{CodePointMapData, CodePointSetData};

    use super::*;

    /// The characters that `is` accepts.
    fn accepted(is: impl Fn(char) -> bool) -> impl Iterator<Item = char> {
        ('\0'..=char::MAX).filter(move |c| is(*c))
    }

    fn has<P: BinaryProperty>(c: char) -> bool {
        CodePointSetData::new::<P>().contains(c)
    }

    fn script(c: char) -> Script {
        CodePointMapData::<Script>::new().get(c)
    }

    #[test]
    fn dashes_have_the_property_dash() {
        assert!(accepted(is_dash).all(has::<Dash>));
        // All dashes on the line in the block General Punctuation.
        assert!(('\u{2010}'..='\u{2015}').filter(|c| has::<Dash>(*c)).all(is_dash));
    }

    #[test]
    fn bullets_are_dashes_or_signs() {
        let category = CodePointMapData::<GeneralCategory>::new();
        let is_sign =
            |c| matches!(category.get(c), GeneralCategory::OtherPunctuation | GeneralCategory::OtherSymbol);
        assert!(accepted(is_bullet).all(|c| is_dash(c) || is_sign(c)));
    }

    #[test]
    fn colons_and_commas_are_punctuation() {
        let category = CodePointMapData::<GeneralCategory>::new();
        let mut marks = COLONS.into_iter().chain(COMMAS);
        assert!(marks.all(|c| category.get(c) == GeneralCategory::OtherPunctuation));
    }

    #[test]
    fn the_parser_of_markdown_knows_the_punctuation_and_the_symbols_of_the_six_languages() {
        let category = CodePointMapData::<GeneralCategory>::new();
        let groups = [GeneralCategoryGroup::Punctuation, GeneralCategoryGroup::Symbol];
        let is_known = |c: char| {
            let category = category.get(c);
            // Nothing is said of what Unicode has not assigned.
            category == GeneralCategory::Unassigned
                || groups.iter().any(|group| group.contains(category)) == pulldown_cmark::is_punctuation(c)
        };
        let alphabets = ['\0'..='\u{52F}', '\u{600}'..='\u{6FF}', '\u{4E00}'..='\u{9FFF}'];
        let marks = ['\u{2000}'..='\u{2BFF}', '\u{3000}'..='\u{33FF}', '\u{FE10}'..='\u{FFFF}'];
        for block in alphabets.into_iter().chain(marks) {
            assert_eq!(block.filter(|c| !is_known(*c)).collect::<String>(), "");
        }
    }

    #[test]
    fn letters_of_the_six_languages_are_alphabetic() {
        let scripts = [Script::Latin, Script::Greek, Script::Cyrillic, Script::Arabic, Script::Han];
        let is_of_scripts = |c: char| scripts.contains(&script(c)) && u32::from(c) < 0x2_0000;
        let differ: Vec<char> =
            accepted(is_of_scripts).filter(|c| is_alphabetic(*c) != has::<Alphabetic>(*c)).collect();
        assert!(
            differ.iter().all(|c| !matches!(c, 'A'..='ʯ' | 'Ѐ'..='ӿ' | 'ء'..='ٗ' | 'ٮ'..='ۓ' | '一'..='龥')),
            "{differ:?}"
        );
        let category = CodePointMapData::<GeneralCategory>::new();
        let is_mark = |c: char| {
            matches!(c, '\0'..='\u{36F}' | '\u{400}'..='\u{52F}' | '\u{600}'..='\u{6FF}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{3020}')
                && GeneralCategoryGroup::Punctuation.contains(category.get(c))
        };
        assert_eq!(accepted(|c| is_mark(c) && is_alphabetic(c)).collect::<String>(), "");
    }

    #[test]
    fn spaces_are_white_space() {
        assert!(('\0'..=char::MAX).all(|c| is_space(c) == has::<WhiteSpace>(c)));
    }

    #[test]
    fn invisible_marks_are_ignorable_by_default() {
        assert!(accepted(is_invisible).all(has::<DefaultIgnorableCodePoint>));
    }

    #[test]
    fn capital_and_small_letters_have_their_case() {
        assert!(accepted(is_capital).all(has::<Uppercase>));
        assert!(accepted(is_small).all(has::<Lowercase>));
    }

    #[test]
    fn letters_belong_to_their_script() {
        assert!(accepted(is_arabic).all(|c| matches!(script(c), Script::Arabic | Script::Common)));
        let of_arabic = |c| matches!(script(c), Script::Arabic | Script::Common | Script::Unknown);
        assert!(accepted(is_arabic_shape).all(of_arabic));
        assert!(accepted(is_cyrillic).all(|c| matches!(script(c), Script::Cyrillic | Script::Inherited)));
        assert!(accepted(is_han).all(|c| script(c) == Script::Han));
    }

    #[test]
    fn digits_are_decimal_digits_of_their_value() {
        let category = CodePointMapData::<GeneralCategory>::new();
        let digits: Vec<char> = accepted(|c| digit(c).is_some()).collect();
        assert!(digits.iter().all(|c| category.get(*c) == GeneralCategory::DecimalNumber));
        let values: Vec<u16> = digits.into_iter().filter_map(digit).collect();
        assert!(values.chunks(10).all(|values| values == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    }

    #[test]
    fn chinese_numbers_are_read_with_units_or_digit_by_digit() {
        let number = |text: &str| chinese_number(text.chars());
        assert_eq!(number("九十九"), Some(99));
        assert_eq!(number("十"), Some(10));
        assert_eq!(number("三十一"), Some(31));
        assert_eq!(number("一千二百零三"), Some(1203));
        assert_eq!(number("二〇二四"), Some(2024));
        assert_eq!(number("九九九九九"), None);
        assert_eq!(number("第九"), None);
    }
}
