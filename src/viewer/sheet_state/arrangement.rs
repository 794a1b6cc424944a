//! Derived from the request and the texts that have arrived: which texts are needed, which versions are on the sheet,
//! and what can be opened.

use super::super::failure::Failure;
use super::super::texts::{ReadLetter, Source, Texts};
use super::super::wanted::KnownVersion;
use super::{Opened, Peeking, Sheet};
use letters::ids::Language;
use letters::letter::ParagraphNumber;
use letters::sorting::sort_by_number;

/// A paragraph that is opened in another language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::viewer) struct Peek {
    /// The number of the paragraph.
    pub(in crate::viewer) paragraph: ParagraphNumber,
    /// The language.
    pub(in crate::viewer) language: Language,
}

/// The arrangement of the sheet, derived from the request and the texts that have arrived.
#[derive(Clone, Default)]
pub(super) struct Arrangement {
    /// The texts that are needed: that of the letter, and those beside it or opened in it.
    pub(super) needed: Vec<Source>,
    /// The versions on the sheet, the letter first.
    pub(super) versions: Vec<ReadLetter>,
    pub(super) failed: Option<FailedAside>,
    pub(super) peek: Option<Peek>,
    /// The languages in which paragraphs can be opened.
    pub(super) others: Vec<Language>,
    /// The language in which the next paragraph is opened.
    pub(super) next: Option<Language>,
}

/// A version beside the letter, or opened in it, that cannot be shown.
#[derive(Clone, PartialEq)]
pub(in crate::viewer) struct FailedAside {
    pub(in crate::viewer) language: Language,
    pub(in crate::viewer) failure: Failure,
    pub(in crate::viewer) address: Option<String>,
}

impl Sheet {
    /// Whether the requested letter is on the sheet, in any version: versions are shown beside the letter that they are
    /// versions of.
    pub(super) fn is_wanted_letter(&self) -> bool {
        let work = self.wanted().and_then(|letter| letter.work.as_ref());
        let kept = self.kept.as_ref().filter(|kept| kept.work.as_ref() == work);
        kept.is_some_and(|kept| kept.letter.is_letter())
    }

    fn version(&self, language: Language) -> Option<&KnownVersion> {
        self.wanted()?.versions.iter().find(|version| version.language == language)
    }

    /// The versions that are requested beside the letter.
    pub(super) fn beside(&self) -> Vec<&KnownVersion> {
        let view = self.asked.view.of_known(self.wanted());
        view.with.iter().filter_map(|language| self.version(*language)).collect()
    }

    /// The arrangement that follows from the state.
    pub(super) fn arranged(&self) -> Arrangement {
        let beside = self.beside();
        let version = self.wanted_version();
        let is_here = |opened: &&Opened| opened.version == version && beside.is_empty();
        let peek = self.opened.as_ref().filter(is_here).map(|opened| opened.peek);
        let peeked = peek.and_then(|peek| self.version(peek.language));
        let aside: Vec<&KnownVersion> = beside.iter().copied().chain(peeked).collect();
        let letter = self.wanted().map(|letter| &letter.source);
        let needed = letter.into_iter().chain(aside.iter().map(|version| &version.source)).cloned().collect();

        let shown = self.kept.as_ref().map(|kept| &kept.letter);
        let language = shown.and_then(|letter| letter.language());
        let is_letter = self.is_wanted_letter();
        let others = self.others(language);
        let is_aside = |version: &&&KnownVersion| is_letter && Some(version.language) != language;
        let aside = || aside.iter().filter(is_aside);
        let of_aside = aside().filter_map(|version| self.texts.letter(&version.source));
        let is_open = |peek: &Peek| {
            self.asked.peeking == Peeking::Offered && is_letter && others.contains(&peek.language)
        };
        let last = self.opened.as_ref().map(|opened| opened.peek.language);
        Arrangement {
            needed,
            versions: shown.into_iter().chain(of_aside).cloned().collect(),
            failed: aside().find_map(|version| FailedAside::of(version, &self.texts)),
            peek: peek.filter(is_open),
            next: last.filter(|last| others.contains(last)).or(others.first().copied()),
            others,
        }
    }

    /// The languages of the other versions, the reader's own first.
    fn others(&self, shown: Option<Language>) -> Vec<Language> {
        let versions = self.wanted().into_iter().flat_map(|letter| &letter.versions);
        let languages = versions.map(|version| version.language);
        let mut others: Vec<Language> = languages.filter(|language| Some(*language) != shown).collect();
        sort_by_number(&mut others, |language| u64::from(*language != self.asked.interface.language()));
        others
    }
}

impl FailedAside {
    /// The failure to show the version, if it has failed.
    fn of(version: &KnownVersion, texts: &Texts) -> Option<Self> {
        let failure = match texts.get(&version.source)? {
            Ok(letter) if letter.is_letter() => return None,
            Ok(_) => Failure::NotALetter,
            Err(failure) => *failure,
        };
        Some(Self { language: version.language, failure, address: version.source.address.clone() })
    }
}
