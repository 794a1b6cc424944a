//! The parts of a site that depend on all its letters. Each can be made by itself.

use letters::ids::Language;

use crate::holdings::Holdings;
use crate::settings::Settings;
use crate::{File, calendars, feeds, index, lists, maps};

/// A part of what depends on all letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The lists in a language.
    Lists(Language),
    /// The feeds in a language; none if the address of the site is not known.
    Feeds(Language),
    /// The calendars in a language.
    Calendars(Language),
    /// The shards of the index in a language.
    Index(Language),
    /// The root of the site, that of the index, and the maps for programs.
    Maps,
}

impl Part {
    /// All parts; those that take the longest first.
    pub fn all() -> Vec<Self> {
        let of_languages = [Self::Lists, Self::Feeds, Self::Index, Self::Calendars];
        let of_languages = of_languages.map(|part| Language::ALL.map(part)).into_iter().flatten();
        of_languages.chain([Self::Maps]).collect()
    }

    /// Makes the files of the part, one after the other: those of a hundred thousand letters are too much to be held at once.
    pub fn make(self, holdings: &Holdings, settings: &Settings, take: &mut dyn FnMut(File)) {
        match self {
            Self::Lists(language) => lists::in_language(holdings, settings, language, take),
            Self::Feeds(language) => feeds::in_language(holdings, settings, language, take),
            Self::Index(language) => index::in_language(holdings, language, take),
            Self::Calendars(language) => calendars::in_language(holdings, settings, language, take),
            Self::Maps => maps::all(holdings, settings, take),
        }
    }

    /// The files of the part.
    pub fn files(self, holdings: &Holdings, settings: &Settings) -> Vec<File> {
        let mut files = Vec::new();
        self.make(holdings, settings, &mut |file| files.push(file));
        files
    }
}
