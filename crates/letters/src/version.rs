//! A version of a letter: the letter in one language, with its citations and facts.
//!
//! The command, the catalogue and the viewer need the citations of a version, and most need its facts; each is found on
//! first use, and once.

use std::sync::OnceLock;

use crate::citation::{self, Citation};
use crate::facts::{self, LetterFacts};
use crate::ids::Language;
use crate::letter::{self, Letter};

/// A letter in one language, with its citations and facts.
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

    /// Makes a version of the letter.
    pub fn of(letter: Letter) -> Self {
        Self { letter, citations: OnceLock::new(), facts: OnceLock::new() }
    }

    /// The letter itself.
    pub fn letter(&self) -> &Letter {
        &self.letter
    }

    /// The citations of the letter, in the order of its text.
    pub fn citations(&self) -> &[Citation] {
        self.citations.get_or_init(|| citation::find(&self.letter))
    }

    /// Its facts, segment by segment.
    pub fn facts(&self) -> &LetterFacts {
        self.facts.get_or_init(|| facts::of(&self.letter, self.citations()))
    }
}

/// A version is kept as its letter and its citations, from which its passages and its facts are made again.
#[cfg(feature = "serde")]
mod kept {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Citation, Letter, OnceLock, Version};
    use crate::diagnostic::Diagnostic;
    use crate::letter::{Metadata, Outline, Part};
    use crate::text::passage::Passages;

    /// What is kept of a version.
    type Kept = (Metadata, Vec<Part>, Outline, Vec<Diagnostic>, Vec<Citation>);

    impl Serialize for Version {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let Letter { metadata, parts, passages: _, outline, diagnostics } = &self.letter;
            (metadata, parts, outline, diagnostics, self.citations()).serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Version {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let (metadata, parts, outline, diagnostics, citations) = Kept::deserialize(deserializer)?;
            let passages = Passages::of(parts.iter().map(|part| &part.block));
            let letter = Letter { metadata, parts, passages, outline, diagnostics };
            Ok(Self { letter, citations: OnceLock::from(citations), facts: OnceLock::new() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resolver::{self, Sources};
    use crate::text::passage;
    use crate::{alignment, divergence};

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
    fn a_check_of_six_versions_finds_the_citations_of_each_once() {
        let source = |language: Language| {
            let file = format!("../../letters/cl-20-43/{}.md", language.code());
            std::fs::read_to_string(file).unwrap()
        };
        let before = citation::counting::found();
        let versions = Language::ALL.map(|language| Version::read(&source(language), None));
        let built = passage::counting::built();
        for version in &versions {
            let sources = Sources { catalogue: None, entries: &[], language: Language::English };
            let references = resolver::resolve(
                &version.letter().metadata.letterhead,
                version.citations().to_vec(),
                sources,
            );
            resolver::check(&references);
            citation::relations(version.letter(), version.citations());
            for other in &versions {
                let pairing = alignment::align(version.facts(), other.facts());
                divergence::find(version.facts(), other.facts(), &pairing);
            }
        }
        assert_eq!(citation::counting::found() - before, versions.len());
        assert_eq!(passage::counting::built(), built);
    }

    #[test]
    fn the_text_of_a_passage_is_built_when_the_letter_is_read_and_no_more() {
        let version = Version::read(LETTER, None);
        let before = passage::counting::built();
        version.facts();
        assert_eq!(passage::counting::built(), before);
    }
}
