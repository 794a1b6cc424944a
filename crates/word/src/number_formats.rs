//! The formats of automatic numbers (ECMA-376, part 1, 17.18.59).

/// A format of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    None,
    Decimal,
    /// With a zero before single digits.
    DecimalWithZero,
    /// In full width.
    FullWidth,
    Roman {
        is_upper: bool,
    },
    /// Letters of an alphabet: after the last, each twice.
    Letters(&'static str),
    /// In Chinese words.
    Chinese,
    /// A digit for each digit.
    ChineseDigits,
    /// In a circle, up to 20.
    Circled,
}

const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";
const LATIN_CAPITALS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
// Without ё, й, ъ, ы, ь, as Word counts.
const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
const RUSSIAN_CAPITALS: &str = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ";
const ARABIC: &str = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
const ABJAD: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
const CHINESE: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The format with the name; `None` if it is not known.
pub(crate) fn of(name: &str) -> Option<Format> {
    Some(match name {
        "none" => Format::None,
        "decimal" | "decimalHalfWidth" => Format::Decimal,
        "decimalZero" => Format::DecimalWithZero,
        "decimalFullWidth" | "decimalFullWidth2" => Format::FullWidth,
        "upperRoman" => Format::Roman { is_upper: true },
        "lowerRoman" => Format::Roman { is_upper: false },
        "upperLetter" => Format::Letters(LATIN_CAPITALS),
        "lowerLetter" => Format::Letters(LATIN),
        "russianUpper" => Format::Letters(RUSSIAN_CAPITALS),
        "russianLower" => Format::Letters(RUSSIAN),
        "arabicAlpha" => Format::Letters(ARABIC),
        "arabicAbjad" => Format::Letters(ABJAD),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => Format::Chinese,
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => Format::ChineseDigits,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" | "ideographEnclosedCircle" => {
            Format::Circled
        }
        _ => return None,
    })
}

impl Format {
    /// The number as it is shown.
    pub(crate) fn write(self, number: u32) -> String {
        match self {
            Self::None => String::new(),
            Self::Decimal => number.to_string(),
            Self::DecimalWithZero => format!("{number:02}"),
            Self::FullWidth => number
                .to_string()
                .chars()
                .filter_map(|c| char::from_u32(u32::from(c) - 0x30 + 0xFF10))
                .collect(),
            Self::Roman { is_upper } => {
                let roman = roman(number);
                if is_upper { roman.to_ascii_uppercase() } else { roman }
            }
            Self::Letters(alphabet) => letters(number, alphabet),
            Self::Chinese => chinese(number),
            Self::ChineseDigits => {
                number.to_string().chars().filter_map(|c| CHINESE.get(c.to_digit(10)? as usize)).collect()
            }
            Self::Circled => match number {
                1..=20 => char::from_u32(0x2460 + number - 1).into_iter().collect(),
                _ => number.to_string(),
            },
        }
    }
}

fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number == 0 || number >= 4000 {
        return number.to_string();
    }
    let mut left = number;
    let mut roman = String::new();
    for (value, letters) in PARTS {
        while left >= value {
            roman.push_str(letters);
            left -= value;
        }
    }
    roman
}

/// `a` … `z`, `aa`, `bb`.
fn letters(number: u32, alphabet: &str) -> String {
    let count = alphabet.chars().count() as u32;
    let Some(place) = number.checked_sub(1) else { return number.to_string() };
    let letter = alphabet.chars().nth((place % count) as usize);
    let times = (place / count + 1).min(10) as usize;
    letter.into_iter().cycle().take(times).collect()
}

/// Up to 99 in words: 十一, 二十; above, digit by digit.
fn chinese(number: u32) -> String {
    let digit = |digit: u32| CHINESE.get(digit as usize).copied().unwrap_or_default();
    match number {
        0..=9 => digit(number).to_string(),
        10 => "十".to_owned(),
        11..=19 => format!("十{}", digit(number - 10)),
        20..=99 if number.is_multiple_of(10) => format!("{}十", digit(number / 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        _ => Format::ChineseDigits.write(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_page_shows_them() {
        let written = |name: &str, number: u32| of(name).map(|format| format.write(number));
        for (name, number, expected) in [
            ("decimal", 12, "12"),
            ("decimalZero", 3, "03"),
            ("upperRoman", 1994, "MCMXCIV"),
            ("lowerRoman", 4, "iv"),
            ("lowerLetter", 27, "aa"),
            ("russianLower", 10, "к"),
            ("arabicAbjad", 3, "ج"),
            ("chineseCounting", 21, "二十一"),
            ("chineseCounting", 10, "十"),
            ("ideographDigital", 10, "一〇"),
            ("decimalEnclosedCircle", 3, "③"),
            ("decimalFullWidth", 1, "１"),
            ("none", 1, ""),
        ] {
            assert_eq!(written(name, number).as_deref(), Some(expected), "{name} {number}");
        }
        assert_eq!(of("hebrew1"), None);
    }
}
