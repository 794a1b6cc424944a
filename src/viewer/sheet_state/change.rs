//! What comes with a change of the letter: what is announced, where the reader is kept, and how a long letter is put on the page.

use super::super::texts::{ReadLetter, Reading};
use super::{Arrival, Opening, Sheet, Sight};
use crate::browser::scroll_anchoring::ScrollPosition;
use letters::ids::Language;

/// How a long letter is put on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::viewer) enum Order {
    /// As a whole: a place in it is asked for.
    AtOnce,
    /// Its beginning, and then the rest in chunks while the browser is idle: a reader who opens it reads its beginning
    /// first.
    InChunks,
}

/// What came with the last change of the letter.
#[derive(Clone, Default, PartialEq)]
pub(in crate::viewer) struct Change {
    pub(in crate::viewer) announcement: Announcement,
    /// The language in which the same letter was shown before.
    pub(in crate::viewer) from: Option<Language>,
}

/// What is announced when the letter changes. It stays until the next change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::viewer) enum Announcement {
    #[default]
    Nothing,
    /// The references of another letter.
    Letter(String),
    /// The language in which the letter is shown now, in the words of the interface.
    Language { shown: Language, interface: Language },
}

/// A letter on the sheet, and the work that it is a version of.
#[derive(Clone, PartialEq)]
pub(super) struct Kept {
    pub(super) work: Option<String>,
    pub(super) letter: ReadLetter,
}

/// What stands on the sheet, as far as it counts for the reader's position.
#[derive(PartialEq)]
pub(super) struct Text<'sheet> {
    pub(super) kept: &'sheet Kept,
    /// The versions in columns beside it.
    pub(super) beside: &'sheet [ReadLetter],
}

impl Sheet {
    fn stands(&self) -> Option<Text<'_>> {
        let beside = if self.is_comparing() { self.versions().get(1..) } else { None };
        Some(Text { kept: self.kept.as_ref()?, beside: beside.unwrap_or_default() })
    }

    /// Finds out what comes with the change from the sheet before. A paragraph that is opened, and references that are
    /// resolved anew, move nothing that stands before them.
    pub(super) fn follow(&mut self, before: &Self, look: &dyn Fn() -> Sight) {
        self.anchor = None;
        let returned = self.arrive();
        let (was, Some(now)) = (before.stands(), self.stands()) else {
            self.change = Change::default();
            return;
        };
        if was.as_ref() == Some(&now) {
            self.anchor = returned;
            return;
        }
        let sight = look();
        let same = was.as_ref().filter(|was| was.kept.is_same_work(now.kept));
        let stood_there = was.as_ref().is_some_and(|was| was.kept.has_same_source(now.kept));
        let is_same_text = same.is_some_and(|was| was.is_same_text(&now));
        let order = match sight.opening {
            _ if is_same_text => self.order,
            Opening::AtStart if !stood_there && returned.is_none() => Order::InChunks,
            Opening::AtStart | Opening::AtPlace => Order::AtOnce,
        };
        let partner =
            |at: ScrollPosition| Some(ScrollPosition { piece: same?.partner(&now, at.piece), ..at });
        let anchor = returned.or_else(|| partner(sight.position?));
        let is_other_version = same.is_none_or(|was| was.kept.letter != now.kept.letter);
        let change = is_other_version.then(|| now.change_from(was.as_ref(), self.asked.interface));
        (self.order, self.anchor) = (order, anchor);
        if let Some(change) = change {
            self.change = change;
        }
    }

    /// The position that the reader comes back to, once: when the letter is there.
    fn arrive(&mut self) -> Option<ScrollPosition> {
        match (self.arrival, self.reading()) {
            (Arrival::Returning(position), Reading::Shown(_)) => {
                self.arrival = Arrival::Returned;
                Some(position)
            }
            _ => None,
        }
    }
}

impl Kept {
    fn is_same_work(&self, other: &Self) -> bool {
        self.letter == other.letter || self.work.is_some() && self.work == other.work
    }

    /// Whether the other is the same letter, or has come from the same place: a text that has been fetched or given
    /// again.
    fn has_same_source(&self, other: &Self) -> bool {
        self.is_same_work(other) || self.letter.address() == other.letter.address()
    }
}

impl Text<'_> {
    /// Whether the same versions stand there, of whichever work they are.
    fn is_same_text(&self, other: &Self) -> bool {
        self.kept.letter == other.kept.letter && self.beside == other.beside
    }

    /// The piece of the other text at which a reader goes on who was at the piece of this one.
    fn partner(&self, other: &Self, piece: usize) -> usize {
        let (before, now) = (&self.kept.letter, &other.kept.letter);
        if before == now { piece } else { before.pairing(now).partner(piece) }
    }

    /// What comes with the letter, which was not there before.
    fn change_from(&self, before: Option<&Self>, interface: Language) -> Change {
        let letter = &self.kept.letter;
        match before {
            Some(before) if before.kept.is_same_work(self.kept) => {
                let from = before.kept.letter.language.filter(|from| Some(*from) != letter.language);
                let shown = from.and(letter.language);
                let announcement = shown.map(|shown| Announcement::Language { shown, interface });
                Change { announcement: announcement.unwrap_or_default(), from }
            }
            Some(_) => {
                let name = letter.letterhead.references.join(" · ");
                Change { announcement: Announcement::Letter(name), from: None }
            }
            None => Change::default(),
        }
    }
}
