//! Tables of words, and how a text is compared with them.
//!
//! The words themselves are rows of `data/`, in six languages; `cargo xtask tables` folds, sorts and packs them. A
//! caller has one question: with which of its words does a text begin, or end?
//!
//! The forms of a table are sorted, and each stores only the characters that it does not share with the one before it.
//! So one pass over the forms with the text's first character compares each character of the text once: a form that
//! shares more with its predecessor than the text does is skipped without reading its letters, and the pass ends at the
//! first form that sorts after the text.

mod starts;

use std::str::Chars;

use super::folding::{folded, is_letter};
use crate::ids::Language;
pub(crate) use starts::Starts;
use starts::{Candidates, Stretch};

/// A table of words, as `cargo xtask tables` writes it. Its forms are sorted by their characters (in tables that are
/// read backwards, from the last to the first), folded and without the ellipsis of a stem; equal ones are in the order
/// of their languages. The columns have an item for each form.
pub(crate) struct Words {
    /// The forms by their first character.
    pub(crate) groups: &'static [Group],
    /// The number of characters that the form shares with the one before it, or with the first character of its group;
    /// and the length of its rest, in bytes.
    pub(crate) sizes: &'static [(u8, u8)],
    /// The number of the form's meaning in the table's list of meanings.
    pub(crate) meanings: &'static [u8],
    /// The languages of the form, as bits in the order of [`Language`]; with [`STEM`] if it takes any ending.
    pub(crate) languages: &'static [u8],
    /// The rests of all forms, concatenated.
    pub(crate) rests: &'static str,
    /// The index of the table, where it has one.
    pub(crate) starts: Starts,
}

/// The forms with the same first character: that character, which is in the Basic Multilingual Plane, the number of the
/// first form, and the start of its rest in bytes.
pub(crate) type Group = (u16, u16, u16);

/// The bit of a form that takes any ending.
const STEM: u8 = 0x40;

/// From here on, characters are Chinese, and need no spaces.
const FIRST_CHINESE: char = '\u{2E80}';

/// The bits of all languages.
const ALL_LANGUAGES: u8 = 0x3F;

/// A word of a table, found at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found<Meaning> {
    /// Its meaning.
    pub(crate) meaning: Meaning,
    /// Its length in the text, in bytes.
    pub(crate) length: usize,
}

/// The number of a meaning, and the length of the word in bytes.
type Longest = Option<(usize, usize)>;

/// The longest word, with its meaning.
pub(crate) fn found<Meaning: Copy>(meanings: &[Meaning], longest: Longest) -> Option<Found<Meaning>> {
    let (meaning, length) = longest?;
    Some(Found { meaning: *meanings.get(meaning)?, length })
}

/// A form that a text begins or ends with.
#[derive(Clone, Copy)]
struct Fit {
    /// Its length in the text, in bytes.
    length: usize,
    /// The length of the form, in characters. If a stem and a longer form take the same word, the longer one wins.
    characters: u8,
    meaning: usize,
    languages: u8,
}

impl Words {
    /// The longest form with which the text begins, in the given language or in any, for which `fits` accepts the
    /// meaning and the text after it.
    pub(crate) fn longest(
        &self,
        text: &str,
        language: Option<Language>,
        fits: &dyn Fn(usize, &str) -> bool,
    ) -> Longest {
        self.longest_in(Reading::new(text, Direction::Forwards), language, &|fit| {
            fits(fit.meaning, text.get(fit.length..).unwrap_or_default())
        })
    }

    /// The length in bytes of the longest form of one meaning at the start of the text.
    pub(crate) fn longest_of(&self, wanted: usize, text: &str, language: Option<Language>) -> Option<usize> {
        let reading = Reading::new(text, Direction::Forwards);
        self.longest_in(reading, language, &|fit| fit.meaning == wanted).map(|(_, length)| length)
    }

    /// The longest form with which the text ends, of the given meaning or of any.
    pub(crate) fn longest_at_end(
        &self,
        text: &str,
        language: Option<Language>,
        wanted: Option<usize>,
    ) -> Longest {
        let reading = Reading::new(text, Direction::Backwards);
        self.longest_in(reading, language, &|fit| wanted.is_none_or(|wanted| wanted == fit.meaning))
    }

    /// The languages in which the text is a word of the table, as bits in the order of [`Language`].
    pub(crate) fn languages_of(&self, text: &str) -> u8 {
        let mut languages = 0;
        self.each_fit(Reading::new(text, Direction::Forwards), None, &mut |fit| {
            languages |= if fit.length == text.len() { fit.languages } else { 0 };
        });
        languages
    }

    fn longest_in(
        &self,
        reading: Reading<'_>,
        language: Option<Language>,
        accepts: &dyn Fn(Fit) -> bool,
    ) -> Longest {
        let mut longest: Option<Fit> = None;
        self.each_fit(reading, language, &mut |fit| {
            let size = |fit: Fit| (fit.length, fit.characters);
            if longest.is_none_or(|longest| size(longest) < size(fit)) && accepts(fit) {
                longest = Some(fit);
            }
        });
        longest.map(|fit| (fit.meaning, fit.length))
    }

    /// Calls `take` with the forms that the text begins or ends with, shortest first, in the given language or in any.
    fn each_fit(&self, mut reading: Reading<'_>, language: Option<Language>, take: &mut dyn FnMut(Fit)) {
        let wanted = language.map_or(ALL_LANGUAGES, Language::bit);
        let Some(first) = reading.next.map(|first| first.folded) else { return };
        let Some(group) = self.starts.group(self, first) else { return };
        reading.advance();
        let second = reading.next.map(|second| second.folded);
        let Candidates { single, others } = self.starts.candidates(self, (first, second), group);
        let mut end = others.rests;
        let mut matched = 1;
        'forms: for form in single.chain(others.forms) {
            let Some((shared, length)) = self.sizes.get(form) else { return };
            let start = end;
            end += usize::from(*length);
            // The form shares characters with its predecessor that the text lacks.
            if *shared > matched {
                continue;
            }
            if *shared < matched {
                return;
            }
            for wanted in self.rests.get(start..end).unwrap_or_default().chars() {
                match reading.next {
                    Some(next) if next.folded == wanted => reading.advance(),
                    Some(next) if next.folded > wanted => continue 'forms,
                    _ => return,
                }
                matched += 1;
            }
            let languages = self.languages.get(form).copied().unwrap_or_default();
            if languages & wanted != 0
                && let Some(length) = reading.length_of_word(languages & STEM != 0)
                && let Some(meaning) = self.meanings.get(form)
            {
                take(Fit { length, characters: matched, meaning: usize::from(*meaning), languages });
            }
        }
    }

    /// The forms with the first character, searched among the groups.
    fn search(&self, first: char) -> Option<Stretch> {
        let first = u16::try_from(u32::from(first)).ok()?;
        let at = self.groups.binary_search_by_key(&first, |group| group.0).ok()?;
        let (_, form, rest) = self.groups.get(at)?;
        let end = self.groups.get(at + 1).map_or(self.sizes.len(), |next| usize::from(next.1));
        Some(Stretch { forms: usize::from(*form)..end, rests: usize::from(*rest) })
    }

    /// Calls `take` with all forms of the language, or of any. A stem has its ellipsis.
    pub(crate) fn all(&self, language: Option<Language>, take: &mut dyn FnMut(usize, &str)) {
        let wanted = language.map_or(ALL_LANGUAGES, Language::bit);
        let columns = self.sizes.iter().zip(self.meanings.iter().zip(self.languages));
        let mut groups = self.groups.iter().peekable();
        let (mut form, mut rests) = (String::new(), self.rests);
        for (index, ((shared, length), (meaning, languages))) in columns.enumerate() {
            if let Some((first, ..)) = groups.next_if(|group| usize::from(group.1) == index) {
                form.clear();
                form.extend(char::from_u32((*first).into()));
            }
            let kept = form.char_indices().nth((*shared).into()).map_or(form.len(), |(at, _)| at);
            form.truncate(kept);
            let (rest, others) = rests.split_at_checked((*length).into()).unwrap_or_default();
            (form, rests) = (form + rest, others);
            if languages & wanted != 0 {
                let stem = if languages & STEM == 0 { "" } else { "…" };
                take((*meaning).into(), &format!("{form}{stem}"));
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Forwards,
    Backwards,
}

/// A character of a text.
#[derive(Clone, Copy)]
struct Character {
    written: char,
    /// The folded character, used for comparison.
    folded: char,
}

/// A text that is read character by character, as forms are compared with it.
#[derive(Clone)]
struct Reading<'text> {
    direction: Direction,
    /// The length of the whole text, in bytes.
    length: usize,
    /// The characters after `next`.
    characters: Chars<'text>,
    /// The next character to be compared.
    next: Option<Character>,
    /// The last character that has been taken, folded.
    last: char,
    /// The number of bytes after `last`, if ignored spaces separate it from `next`.
    before_spaces: Option<usize>,
}

impl<'text> Reading<'text> {
    fn new(text: &'text str, direction: Direction) -> Self {
        let mut reading = Self {
            direction,
            length: text.len(),
            characters: text.chars(),
            next: None,
            last: ' ',
            before_spaces: None,
        };
        reading.step();
        reading
    }

    /// Advances to the next character that is not an ignored mark.
    fn step(&mut self) {
        self.next = loop {
            let written = match self.direction {
                Direction::Forwards => self.characters.next(),
                Direction::Backwards => self.characters.next_back(),
            };
            let Some(written) = written else { break None };
            if let Some(folded) = folded(written) {
                break Some(Character { written, folded });
            }
        };
    }

    /// Takes the next character. Skips extra spaces: converters double them, and add them after Chinese characters.
    fn advance(&mut self) {
        self.last = self.next.map_or(self.last, |next| next.folded);
        self.step();
        self.before_spaces = None;
        while self.next.is_some_and(|next| next.folded == ' ')
            && (self.last == ' ' || self.last >= FIRST_CHINESE)
        {
            self.before_spaces = self.before_spaces.or(Some(self.unread()));
            self.step();
        }
    }

    /// The number of bytes left, from the next character on.
    fn unread(&self) -> usize {
        self.characters.as_str().len() + self.next.map_or(0, |next| next.written.len_utf8())
    }

    /// The number of bytes taken, if the word ends here; of a stem, including the word's ending.
    fn length_of_word(&self, is_stem: bool) -> Option<usize> {
        if let Some(unread) = self.before_spaces {
            return Some(self.length - unread);
        }
        let mut end = self.clone();
        let is_letter_next = |reading: &Self| reading.next.is_some_and(|next| is_letter(next.folded));
        while is_stem && is_letter_next(&end) {
            end.step();
        }
        if is_letter(self.last) && is_letter_next(&end) {
            // A capital begins another word, even where a converter lost the space: “ContactMs X”.
            let is_capital = end.next.is_some_and(|next| next.folded != next.written);
            (is_capital && self.direction == Direction::Forwards).then_some(())?;
        }
        Some(self.length - end.unread())
    }
}

/// White space, or a mark that comparison ignores.
pub(crate) fn is_passed_over(c: char) -> bool {
    folded(c).is_none_or(|c| c == ' ')
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The length in bytes of the form, if the text begins with it: the reference for the packed tables.
    pub(crate) fn prefix(text: &str, form: &str) -> Option<usize> {
        let stem = form.strip_suffix('…');
        let mut wanted = stem.unwrap_or(form).chars();
        let mut next = wanted.next();
        let mut last = ' ';
        for (at, written) in text.char_indices() {
            let Some(c) = folded(written) else { continue };
            match next {
                Some(wanted) if wanted == c => {}
                Some(_) if c == ' ' && (last == ' ' || last >= FIRST_CHINESE) => continue,
                Some(_) => return None,
                None if stem.is_none() && is_letter(last) && is_letter(c) && c == written => return None,
                None if stem.is_some() && is_letter(c) => {}
                None => return Some(at),
            }
            last = c;
            next = wanted.next();
        }
        next.is_none().then_some(text.len())
    }

    /// “a”, “ab…”, “abc d”, “abd”, and “第” in Chinese alone.
    static WORDS: Words = Words {
        groups: &[(0x61, 0, 0), (0x7B2C, 4, 5)],
        sizes: &[(1, 0), (1, 1), (2, 3), (2, 1), (1, 0)],
        meanings: &[0, 1, 2, 3, 4],
        languages: &[0x3F, 0x7F, 0x3F, 0x3F, 0x02],
        rests: "bc dd",
        starts: Starts::new(),
    };

    fn longest(text: &str) -> Longest {
        WORDS.longest(text, Some(Language::English), &|_, _| true)
    }

    #[test]
    fn the_longest_word_wins_and_ends_where_the_text_s_word_ends() {
        assert_eq!(longest("a b"), Some((0, 1)));
        assert_eq!(longest("abc d, e"), Some((2, 5)));
        assert_eq!(longest("abc, d"), Some((1, 3)));
        assert_eq!(longest("abc dE"), Some((2, 5)));
        assert_eq!(longest("abc de"), Some((1, 3)));
        assert_eq!(longest("ae"), None);
        assert_eq!(longest("\u{200B}"), None);
    }

    #[test]
    fn of_a_stem_and_a_word_that_take_the_same_letters_the_word_wins() {
        assert_eq!(longest("abd e"), Some((3, 3)));
        assert_eq!(longest("abde"), Some((1, 4)));
    }

    #[test]
    fn spaces_accents_and_marks_do_not_count() {
        assert_eq!(longest("Áb\u{301}c\u{A0}  d\u{200B}."), Some((2, "Áb\u{301}c\u{A0}  d\u{200B}".len())));
    }

    #[test]
    fn a_word_of_another_language_is_skipped() {
        assert_eq!(longest("第1"), None);
        assert_eq!(WORDS.longest("第 1", None, &|_, _| true), Some((4, 3)));
    }

    #[test]
    fn a_word_that_does_not_fit_leaves_a_shorter_one() {
        let fits = |meaning, after: &str| meaning != 2 && after.starts_with(' ');
        assert_eq!(WORDS.longest("abc d", None, &fits), Some((1, 3)));
        assert_eq!(WORDS.longest_of(0, "abc d", None), None);
    }

    #[test]
    fn a_table_gives_back_its_forms() {
        let mut forms = Vec::new();
        WORDS.all(Some(Language::French), &mut |_, form| forms.push(form.to_owned()));
        assert_eq!(forms, ["a", "ab…", "abc d", "abd"]);
    }
}
