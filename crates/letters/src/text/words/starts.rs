//! Where in a table the forms begin with one character, and with two: an index that is made when a table is first used.
//!
//! A browser reads one letter, and the size of the program counts: there, a lookup searches the groups of the table, and reads all
//! forms with the first character of the text. A publisher reads a hundred thousand letters.

use std::ops::Range;

use super::Words;

/// Forms of a table: their numbers, and the start of the first one's rest in bytes.
pub(super) struct Stretch {
    pub(super) forms: Range<usize>,
    pub(super) rests: usize,
}

/// The forms with a first character: those that are this character alone, and the others that a text can begin with.
pub(super) struct Candidates {
    pub(super) single: Range<usize>,
    pub(super) others: Stretch,
}

#[cfg(not(target_family = "wasm"))]
pub(crate) use indexed::Starts;
#[cfg(target_family = "wasm")]
pub(crate) use plain::Starts;

#[cfg(not(target_family = "wasm"))]
mod indexed {
    use std::sync::OnceLock;

    use super::{Candidates, Stretch, Words};

    /// The character after those of Arabic: what follows has no place of its own.
    const END_OF_ALPHABETS: usize = 0x700;

    /// Two characters, the number of the first form that begins with them, and the start of its rest in bytes.
    type Start = ((char, char), usize, usize);

    /// The index of a table.
    pub(crate) struct Starts(OnceLock<Index>);

    struct Index {
        /// The forms with each character of an alphabet: their numbers, and the start of the first one's rest.
        alphabets: Vec<Option<(usize, usize, usize)>>,
        /// The starts, each in its place or in the next that was free. At least half of the places are free.
        starts: Vec<Option<Start>>,
    }

    impl Starts {
        pub(crate) const fn new() -> Self {
            Self(OnceLock::new())
        }

        /// The forms with the first character.
        pub(in super::super) fn group(&self, words: &Words, first: char) -> Option<Stretch> {
            let index = self.0.get_or_init(|| Index::of(words));
            match index.alphabets.get(first as usize) {
                Some(group) => group.map(|(start, end, rests)| Stretch { forms: start..end, rests }),
                None => words.search(first),
            }
        }

        /// The forms for a text that begins with the characters. `group` has the first one.
        pub(in super::super) fn candidates(
            &self,
            words: &Words,
            (first, second): (char, Option<char>),
            group: Stretch,
        ) -> Candidates {
            let Stretch { forms, rests } = group;
            let sizes = words.sizes.get(forms.clone()).unwrap_or_default();
            let single = forms.start..forms.start + sizes.iter().take_while(|(_, rest)| *rest == 0).count();
            let index = self.0.get_or_init(|| Index::of(words));
            let others = match second.and_then(|second| index.start((first, second))) {
                Some((start, rests)) => Stretch { forms: start..forms.end, rests },
                None => Stretch { forms: forms.end..forms.end, rests },
            };
            Candidates { single, others }
        }
    }

    impl Index {
        fn of(words: &Words) -> Self {
            let all = all(words);
            let mut index = Self {
                alphabets: vec![None; END_OF_ALPHABETS],
                starts: vec![None; (all.len() * 2).next_power_of_two()],
            };
            for (first, ..) in words.groups {
                let group = char::from_u32((*first).into()).and_then(|first| words.search(first));
                if let (Some(place), Some(group)) = (index.alphabets.get_mut(usize::from(*first)), group) {
                    *place = Some((group.forms.start, group.forms.end, group.rests));
                }
            }
            for start in all {
                let free = index.places(start.0).find(|place| index.starts.get(*place) == Some(&None));
                if let Some(place) = free.and_then(|place| index.starts.get_mut(place)) {
                    *place = Some(start);
                }
            }
            index
        }

        /// The places where the start of the two characters may be, in order.
        fn places(&self, (first, second): (char, char)) -> impl Iterator<Item = usize> + use<> {
            let mask = self.starts.len().saturating_sub(1);
            let place = (first as usize).wrapping_mul(31).wrapping_add(second as usize).wrapping_mul(0x9E37);
            (0..=mask).map(move |step| (place + step) & mask)
        }

        fn start(&self, two: (char, char)) -> Option<(usize, usize)> {
            let places = self.places(two).map_while(|place| self.starts.get(place).copied().flatten());
            places.into_iter().find(|(known, ..)| *known == two).map(|(_, form, rests)| (form, rests))
        }
    }

    /// The starts of the table, in its order.
    fn all(words: &Words) -> Vec<Start> {
        let mut starts: Vec<Start> = Vec::new();
        let mut groups = words.groups.iter().peekable();
        let (mut first, mut at) = ('\0', 0);
        for (form, (shared, length)) in words.sizes.iter().enumerate() {
            if let Some((character, ..)) = groups.next_if(|group| usize::from(group.1) == form) {
                first = char::from_u32((*character).into()).unwrap_or_default();
            }
            let start = at;
            at += usize::from(*length);
            // One that shares more with its predecessor has the same second character.
            let rest = words.rests.get(start..at).unwrap_or_default();
            if let Some(second) = rest.chars().next().filter(|_| *shared == 1) {
                starts.push(((first, second), form, start));
            }
        }
        starts
    }
}

#[cfg(target_family = "wasm")]
mod plain {
    use super::{Candidates, Stretch, Words};

    /// No index.
    pub(crate) struct Starts;

    impl Starts {
        pub(crate) const fn new() -> Self {
            Self
        }

        /// The forms with the first character.
        pub(in super::super) fn group(&self, words: &Words, first: char) -> Option<Stretch> {
            words.search(first)
        }

        /// All forms with the first character.
        pub(in super::super) fn candidates(
            &self,
            _: &Words,
            _: (char, Option<char>),
            group: Stretch,
        ) -> Candidates {
            Candidates { single: 0..0, others: group }
        }
    }
}
