//! Labels of links and footnotes, compared without regard to case.
//!
//! CommonMark compares them by Unicode case folding. The tables for every alphabet are 4 kB of the module that each reader
//! loads; here are the alphabets with capitals in which letters are written: Latin with its accents, Greek, and Cyrillic.

use std::hash::{Hash, Hasher};

use crate::strings::CowStr;

/// A label as it is written.
#[derive(Clone, Debug)]
pub struct Label<'a>(CowStr<'a>);

impl<'a> Label<'a> {
    pub(crate) fn new(text: CowStr<'a>) -> Self {
        Label(text)
    }

    fn folded(&self) -> impl Iterator<Item = char> + '_ {
        self.0.chars().map(folded)
    }
}

impl AsRef<str> for Label<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Label<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.folded().eq(other.folded())
    }
}

impl Eq for Label<'_> {}

impl Hash for Label<'_> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        for c in self.folded() {
            c.hash(hasher);
        }
    }
}

fn folded(c: char) -> char {
    let distance = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ϋ' | 'А'..='Я' => 0x20,
        'Ѐ'..='Џ' => 0x50,
        // Capital and small letter follow one another.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' => u32::from(c) & 1 ^ 1,
        'Ĺ'..='ň' | 'Ź'..='ž' => u32::from(c) & 1,
        _ => 0,
    };
    char::from_u32(u32::from(c) + distance).unwrap_or(c)
}
