//! The letter, list or failure that the element is to show.

use super::failure::Failure;
use super::texts::Source;
use letters::ids::Language;
use letters::letter::Status;

/// The content that the element should show.
#[derive(Clone, PartialEq)]
pub(super) enum Wanted {
    /// It is not known yet.
    Nothing,
    /// A version of a letter.
    Letter(WantedLetter),
    /// The list of the letters.
    List,
    /// The letter or the catalogue is missing.
    Missing(Failure),
}

impl Wanted {
    /// The letter, where it is one.
    pub(super) fn letter(&self) -> Option<&WantedLetter> {
        match self {
            Self::Letter(letter) => Some(letter),
            Self::Nothing | Self::List | Self::Missing(_) => None,
        }
    }
}

/// A letter to show, in one of its versions.
#[derive(Clone, PartialEq)]
pub(super) struct WantedLetter {
    /// A name for the letter in all its versions; none if it has none.
    pub(super) work: Option<String>,
    /// The source of the version to show.
    pub(super) source: Source,
    /// All known versions, in the neutral order of the languages; empty if only this one is known.
    pub(super) versions: Vec<KnownVersion>,
    /// The requested language, if there is no version in it.
    pub(super) missing: Option<Language>,
}

/// A version of the letter that can be shown.
#[derive(Clone, PartialEq)]
pub(super) struct KnownVersion {
    pub(super) language: Language,
    pub(super) source: Source,
    /// Its status, if the catalogue has it.
    pub(super) status: Option<Status>,
}
