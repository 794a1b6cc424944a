//! Tables of words, and how a text is compared with them.
//!
//! The words themselves are rows of `data/`, in six languages; `cargo xtask tables` folds them and packs them for quick comparison.
//! Whoever has a table here asks one question: with which of its words does a text begin, or end?

use std::iter::Enumerate;
use std::str::Bytes;

use super::folding::{folded, is_letter};
use crate::ids::Language;

/// A table of words, as `cargo xtask tables` writes it: its groups of forms.
pub(crate) struct Words(pub(crate) &'static [Group]);

/// The forms with the same first two characters (in tables that are read backwards, the last), folded; those of one character have none
/// for the second, which is zero.
///
/// In the third member each form stands in a line of its own, behind two bytes: which of the table's meanings it has, from
/// [`FIRST_CODE`] on, and in which languages it is written so, as bits in the order of [`Language`]. Groups are in the order of their
/// characters, and small, so that nearly every word is passed over at once.
pub(crate) type Group = (char, char, &'static str);

/// What stands for a character that is not there.
const NO_CHARACTER: char = '\0';

/// The character that stands for the first meaning of a table.
const FIRST_CODE: u8 = b'!';

/// A word of a table, found at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found<Meaning> {
    /// What it means.
    pub(crate) meaning: Meaning,
    /// How many bytes of the text it takes.
    pub(crate) length: usize,
}

/// The first byte of an ellipsis, which stands at the end of a stem. Other characters that begin with it make a comparison too much.
const ELLIPSIS: u8 = 0xE2;

/// The bits of all languages.
const ALL_LANGUAGES: u8 = 0x3F;

/// A meaning by its number, and how many bytes the word takes.
type Longest = Option<(usize, usize)>;

/// What was found, with its meaning.
pub(crate) fn found<Meaning: Copy>(meanings: &[Meaning], longest: Longest) -> Option<Found<Meaning>> {
    let (meaning, length) = longest?;
    Some(Found { meaning: *meanings.get(meaning)?, length })
}

/// The characters of a text as [`prefix`] compares them: two spaces are one, and Chinese needs none.
struct Compared<Characters> {
    characters: Characters,
    last: char,
}

impl<Characters: Iterator<Item = char>> Iterator for Compared<Characters> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let last = self.last;
        let next = self.characters.find(|c| *c != ' ' || last != ' ' && last < '\u{2E80}')?;
        self.last = next;
        Some(next)
    }
}

/// How many characters of a text decide which forms it is compared with.
const IN_KEY: usize = 6;

/// The characters of a text by which nearly all forms are passed over: the first two, or the last, by which groups are found; and where
/// a table is read forwards, the first few as they are written in forms.
struct Key {
    group: (char, char),
    start: String,
}

impl Key {
    /// That of the beginning of a text.
    fn of_start(text: &str) -> Option<Self> {
        let mut characters = text.chars().filter_map(folded);
        let first = characters.next()?;
        let mut start = String::with_capacity(4 * IN_KEY);
        start.push(first);
        let mut characters = Compared { characters, last: first };
        let second = characters.next();
        start.extend(second.into_iter().chain(characters.take(IN_KEY - 2)));
        Some(Self { group: (first, second.unwrap_or(NO_CHARACTER)), start })
    }

    /// That of the end.
    fn of_end(text: &str) -> Option<Self> {
        let mut characters = text.chars().rev().filter_map(folded);
        let group = (characters.next()?, characters.next().unwrap_or(NO_CHARACTER));
        Some(Self { group, start: String::new() })
    }
}

impl Words {
    /// The longest form with which the text begins, in the given language or in any, of those that fit their meaning and the
    /// text after them.
    pub(crate) fn longest(
        &self,
        text: &str,
        language: Option<Language>,
        fits: &dyn Fn(usize, &str) -> bool,
    ) -> Longest {
        let mut longest: Longest = None;
        self.each(Some(Key::of_start(text)?), language, &mut |meaning, form| {
            if let Some(length) = prefix(text, form)
                && longest.is_none_or(|(_, longest)| longest < length)
                && fits(meaning, text.get(length..).unwrap_or_default())
            {
                longest = Some((meaning, length));
            }
        });
        longest
    }

    /// How many bytes the longest form of one meaning takes at the start of the text.
    pub(crate) fn longest_of(&self, wanted: usize, text: &str, language: Option<Language>) -> Option<usize> {
        let mut longest = None;
        self.each(Some(Key::of_start(text)?), language, &mut |meaning, form| {
            if meaning == wanted {
                longest = longest.max(prefix(text, form));
            }
        });
        longest
    }

    /// The longest form with which the text ends, of the given meaning or of any.
    pub(crate) fn longest_at_end(
        &self,
        text: &str,
        language: Option<Language>,
        wanted: Option<usize>,
    ) -> Longest {
        let mut longest: Longest = None;
        self.each(Some(Key::of_end(text)?), language, &mut |meaning, form| {
            if wanted.is_none_or(|wanted| wanted == meaning)
                && let Some(length) = suffix(text, form)
                && longest.is_none_or(|(_, longest)| longest < length)
            {
                longest = Some((meaning, length));
            }
        });
        longest
    }

    /// Goes through all forms of the language, or of any.
    pub(crate) fn all(&self, language: Option<Language>, take: &mut dyn FnMut(usize, &'static str)) {
        self.each(None, language, take);
    }

    /// Goes through the forms that the key lets pass, or all, in the given language or in any.
    fn each(&self, key: Option<Key>, language: Option<Language>, take: &mut dyn FnMut(usize, &'static str)) {
        let wanted = language.map_or(ALL_LANGUAGES, Language::bit);
        let with = |key: (char, char)| {
            let at = self.0.binary_search_by_key(&key, |group| (group.0, group.1)).ok();
            at.and_then(|at| self.0.get(at..=at)).unwrap_or_default()
        };
        let passing = match key.as_ref().map(|key| key.group) {
            None => [self.0, &[]],
            Some((first, NO_CHARACTER)) => [with((first, NO_CHARACTER)), &[]],
            Some((first, second)) => [with((first, second)), with((first, NO_CHARACTER))],
        };
        let start = key.as_ref().map_or("", |key| key.start.as_str());
        for (_, _, forms) in passing.into_iter().flatten() {
            let mut forms = Forms { all: forms, bytes: forms.bytes().enumerate() };
            while let Some(Form { meaning, languages, form }) = forms.next(start) {
                if languages & wanted != 0
                    && let Some(form) = form
                {
                    take(meaning, form);
                }
            }
        }
    }
}

/// A form of a group.
struct Form {
    meaning: usize,
    languages: u8,
    /// The form itself, unless it cannot be what the text begins with.
    form: Option<&'static str>,
}

/// The forms of a group, and those of its bytes that are left.
struct Forms {
    all: &'static str,
    bytes: Enumerate<Bytes<'static>>,
}

impl Forms {
    /// The next form. It is compared with the start of a text as far as that is given, or up to the end of a stem.
    fn next(&mut self, start: &str) -> Option<Form> {
        let (_, code) = self.bytes.next()?;
        let (before, languages) = self.bytes.next()?;
        let mut start = start.bytes();
        let (mut is_compared, mut fits) = (true, true);
        loop {
            let (at, byte) = self.bytes.next()?;
            if byte == b'\n' {
                let form = if fits { self.all.get(before + 1..at) } else { None };
                return Some(Form { meaning: usize::from(code.wrapping_sub(FIRST_CODE)), languages, form });
            }
            if is_compared {
                let wanted = start.next();
                is_compared = wanted == Some(byte) && byte != ELLIPSIS;
                fits = wanted.is_none_or(|wanted| wanted == byte || byte == ELLIPSIS);
            }
        }
    }
}

/// How many bytes of the text the form takes, if the text begins with it.
///
/// A form ends where the word ends, unless its last character is an ellipsis: then it takes any ending.
pub(crate) fn prefix(text: &str, form: &str) -> Option<usize> {
    let stem = form.strip_suffix('…');
    let mut wanted = stem.unwrap_or(form).chars();
    let mut next = wanted.next();
    let mut last = ' ';
    for (at, written) in text.char_indices() {
        let Some(c) = folded(written) else { continue };
        match next {
            Some(wanted) if wanted == c => {}
            // Converters write two spaces for one, and set characters apart that need none.
            Some(_) if c == ' ' && (last == ' ' || last >= '\u{2E80}') => continue,
            Some(_) => return None,
            // A capital begins another word, even where a converter lost the space: “ContactMs X”.
            None if stem.is_none() && is_letter(last) && is_letter(c) && c == written => return None,
            // The ending of a stem.
            None if stem.is_some() && is_letter(c) => {}
            None => return Some(at),
        }
        last = c;
        next = wanted.next();
    }
    next.is_none().then_some(text.len())
}

/// How many bytes of the text the form takes, if the text ends with it, as a word.
fn suffix(text: &str, form: &str) -> Option<usize> {
    let mut wanted = form.chars().rev();
    let mut next = wanted.next();
    let mut last = ' ';
    for (at, c) in text.char_indices().rev() {
        let Some(folded) = folded(c) else { continue };
        match next {
            Some(wanted) if wanted == folded => {}
            Some(_) => return None,
            None if is_letter(last) && is_letter(folded) => return None,
            None => return Some(text.len() - at - c.len_utf8()),
        }
        last = folded;
        next = wanted.next();
    }
    next.is_none().then_some(text.len())
}

/// White space, and marks that do not count in a comparison.
pub(crate) fn is_passed_over(c: char) -> bool {
    folded(c).is_none_or(|c| c == ' ')
}
