//! The six official languages of the Union.
//!
//! A closed set: an unknown language cannot be represented, so no later step has to handle one. The order is that of
//! the Union's own language letters, A C E F R S, which favours no language.

use std::fmt;
use std::str::FromStr;

/// One of the six official languages (Constitution of the ITU, article 29).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Language {
    /// العربية
    Arabic,
    /// 中文, in simplified characters
    Chinese,
    /// English
    English,
    /// Français
    French,
    /// Русский
    Russian,
    /// Español
    Spanish,
}

/// The direction in which a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Language {
    /// All six, in the neutral order of the Union's language letters (A C E F R S).
    pub const ALL: [Self; 6] =
        [Self::Arabic, Self::Chinese, Self::English, Self::French, Self::Russian, Self::Spanish];

    /// The two-letter code used by the command and in file names: `fr`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::Chinese => "zh",
            Self::English => "en",
            Self::French => "fr",
            Self::Russian => "ru",
            Self::Spanish => "es",
        }
    }

    /// The tag for HTML's `lang` (BCP 47). Chinese names its script, so that a browser picks the right glyphs.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-Hans",
            _ => self.code(),
        }
    }

    /// Its bit in a set of languages.
    pub(crate) const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// The letter used in the Union's file names: A, C, E, F, R, S.
    pub const fn letter(self) -> char {
        match self {
            Self::Arabic => 'A',
            Self::Chinese => 'C',
            Self::English => 'E',
            Self::French => 'F',
            Self::Russian => 'R',
            Self::Spanish => 'S',
        }
    }

    /// The language's name in the language itself.
    pub const fn native_name(self) -> &'static str {
        match self {
            Self::Arabic => "العربية",
            Self::Chinese => "中文",
            Self::English => "English",
            Self::French => "Français",
            Self::Russian => "Русский",
            Self::Spanish => "Español",
        }
    }

    /// The direction in which the language is written.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Arabic => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        }
    }
}

impl Direction {
    /// The value of HTML's `dir`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The tag names none of the six languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a language tag by its first subtag, whatever its case: `fr`, `fr-CH`, `zh-Hans`.
    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
            .ok_or(UnknownLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_the_first_part_of_its_tag() {
        assert_eq!("fr-CH".parse(), Ok(Language::French));
        assert_eq!("ZH-Hans".parse(), Ok(Language::Chinese));
        assert_eq!("de".parse::<Language>(), Err(UnknownLanguage));
        assert_eq!("".parse::<Language>(), Err(UnknownLanguage));
    }

    #[test]
    fn every_language_reads_back_from_its_own_tag() {
        for language in Language::ALL {
            assert_eq!(language.tag().parse(), Ok(language));
        }
    }
}
