//! A version of a letter: the letter in one language, with what is found in it.
//!
//! The command, the catalogue and the viewer need the citations of a version, and most need its facts; each is found when it is first asked
//! for, and once.

use std::sync::OnceLock;

use crate::citation::{self, Citation};
use crate::facts::{self, LetterFacts};
use crate::ids::Language;
use crate::letter::{self, Letter};

/// A letter in one language, with what is found in it.
#[derive(Debug)]
pub struct Version {
    letter: Letter,
    citations: OnceLock<Vec<Citation>>,
    facts: OnceLock<LetterFacts>,
}

impl Version {
    /// Reads a version from Markdown, as [`letter::read`] does.
    pub fn read(source: &str, language: Option<Language>) -> Self {
        Self::of(letter::read(source, language))
    }

    /// The version that the letter is.
    pub fn of(letter: Letter) -> Self {
        Self { letter, citations: OnceLock::new(), facts: OnceLock::new() }
    }

    /// The letter itself.
    pub fn letter(&self) -> &Letter {
        &self.letter
    }

    /// What the letter cites, in the order of its text.
    pub fn citations(&self) -> &[Citation] {
        self.citations.get_or_init(|| citation::find(&self.letter))
    }

    /// Its facts, segment by segment.
    pub fn facts(&self) -> &LetterFacts {
        self.facts.get_or_init(|| facts::of(&self.letter, self.citations()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::passage;

    const LETTER: &str = include_str!("../../../letters/cl-20-43/fr.md");

    #[test]
    fn a_version_can_be_shared_between_threads() {
        fn is_shared<T: Send + Sync>() {}
        is_shared::<Version>();
    }

    #[test]
    fn the_citations_of_a_version_are_found_once() {
        let version = Version::read(LETTER, None);
        let before = citation::counting::found();
        assert_eq!(version.citations(), version.citations());
        version.facts();
        assert_eq!(citation::counting::found() - before, 1);
    }

    #[test]
    fn the_text_of_a_passage_is_built_when_the_letter_is_read_and_no_more() {
        let version = Version::read(LETTER, None);
        let before = passage::counting::built();
        version.facts();
        assert_eq!(passage::counting::built(), before);
    }
}
