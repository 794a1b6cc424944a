//! Tables of words, and how a text is compared with them.
//!
//! The words themselves are rows of `data/`, in six languages; the build script folds them and packs them for quick comparison.
//! Whoever has a table here asks one question: with which of its words does a text begin, or end?

pub(crate) mod folding;

use crate::language::Language;
use folding::{folded, is_letter};

/// A table of words, as the build script writes it: for each language, in the order of [`Language`], and at last for all of them, its
/// groups of forms.
pub(crate) struct Words(pub(crate) [&'static [Group]; 7]);

/// The forms with the same first two characters (in tables that are read backwards, the last), folded; those of one character have none
/// for the second, which is zero.
///
/// In the third member each form stands in a line of its own, behind a character that says which of the table's meanings it has,
/// from [`FIRST_CODE`] on. Groups are in the order of their characters, and small, so that nearly every word is passed over
/// at once.
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

/// A meaning by its number, and how many bytes the word takes.
type Longest = Option<(usize, usize)>;

/// What was found, with its meaning.
pub(crate) fn found<Meaning: Copy>(meanings: &[Meaning], longest: Longest) -> Option<Found<Meaning>> {
    let (meaning, length) = longest?;
    Some(Found { meaning: *meanings.get(meaning)?, length })
}

/// The first two characters of a text, by which most forms are passed over.
#[derive(Clone, Copy)]
struct Key(char, char);

impl Key {
    fn of(characters: impl Iterator<Item = char>) -> Option<Self> {
        let mut characters = characters.filter_map(folded);
        let first = characters.next()?;
        // As in `prefix`: two spaces are one, and Chinese needs none.
        let second = characters.find(|c| *c != ' ' || first != ' ' && first < '\u{2E80}');
        Some(Self(first, second.unwrap_or(NO_CHARACTER)))
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
        self.each(Some(Key::of(text.chars())?), language, &mut |meaning, form| {
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
        self.each(Some(Key::of(text.chars())?), language, &mut |meaning, form| {
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
        self.each(Some(Key::of(text.chars().rev())?), language, &mut |meaning, form| {
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
        let languages = Language::ALL.into_iter().map(Some).chain([None]);
        for (its_language, groups) in languages.zip(self.0) {
            if language.is_some() && its_language.is_some() && language != its_language {
                continue;
            }
            let with = |key: (char, char)| {
                let at = groups.binary_search_by_key(&key, |group| (group.0, group.1)).ok()?;
                groups.get(at..=at)
            };
            let passing = match key {
                None => [groups, &[]],
                Some(Key(first, NO_CHARACTER)) => {
                    [with((first, NO_CHARACTER)).unwrap_or_default(), &[] as &[Group]]
                }
                Some(Key(first, second)) => {
                    [(first, second), (first, NO_CHARACTER)].map(|key| with(key).unwrap_or_default())
                }
            };
            for (_, _, forms) in passing.into_iter().flatten() {
                let mut rest = *forms;
                while let Some(end) = rest.bytes().position(|byte| byte == b'\n') {
                    let (line, after) = rest.split_at_checked(end).unwrap_or_default();
                    if let Some(code) = line.bytes().next() {
                        take(usize::from(code.wrapping_sub(FIRST_CODE)), line.get(1..).unwrap_or_default());
                    }
                    rest = after.get(1..).unwrap_or_default();
                }
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
