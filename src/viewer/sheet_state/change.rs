//! The effects of a change of the letter: the announcement, the position to keep, and the order of rendering.

use super::super::texts::{ReadLetter, Reading};
use super::{Arrival, Opening, Sheet, Sight};
use crate::browser::presenting::Order;
use crate::browser::scroll_anchoring::ScrollPosition;
use letters::ids::Language;
use letters::interface::Interface;

/// The effects of the last change of the letter.
#[derive(Clone, Default, PartialEq)]
pub(in crate::viewer) struct Change {
    pub(in crate::viewer) announcement: Announcement,
    /// The language in which the same letter was shown before.
    pub(in crate::viewer) from: Option<Language>,
}

/// The announcement when the letter changes. It stays until the next change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::viewer) enum Announcement {
    #[default]
    Nothing,
    /// The references of another letter.
    Letter(String),
    /// The language in which the letter is shown now, in the words of the interface.
    Language { shown: Language, interface: Interface },
}

/// A letter on the sheet, and the work that it is a version of.
#[derive(Clone, PartialEq)]
pub(super) struct Kept {
    pub(super) work: Option<String>,
    pub(super) letter: ReadLetter,
}

/// The content of the sheet that counts for the reader's position.
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

    /// Determines the effects of the change from the sheet before. A paragraph that is opened, and references that are
    /// resolved again, move nothing before them.
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

    /// The position that the reader returns to, once: when the letter is loaded.
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

    /// Whether the other is the same letter, or has the same source: a text that has been fetched or given again.
    fn has_same_source(&self, other: &Self) -> bool {
        self.is_same_work(other) || self.letter.address() == other.letter.address()
    }
}

impl Text<'_> {
    /// Whether the versions are the same, of whichever work.
    fn is_same_text(&self, other: &Self) -> bool {
        self.kept.letter == other.kept.letter && self.beside == other.beside
    }

    /// The piece of the other text at which a reader of the piece of this one continues.
    fn partner(&self, other: &Self, piece: usize) -> usize {
        let (before, now) = (&self.kept.letter, &other.kept.letter);
        if before == now { piece } else { before.pairing(now).partner(piece) }
    }

    /// The effects of showing this letter, which was not there before.
    fn change_from(&self, before: Option<&Self>, interface: Interface) -> Change {
        let letter = &self.kept.letter;
        match before {
            Some(before) if before.kept.is_same_work(self.kept) => {
                let from = before.kept.letter.language().filter(|from| Some(*from) != letter.language());
                let shown = from.and(letter.language());
                let announcement = shown.map(|shown| Announcement::Language { shown, interface });
                Change { announcement: announcement.unwrap_or_default(), from }
            }
            Some(_) => {
                let name = letter.metadata.letterhead.references.join(" · ");
                Change { announcement: Announcement::Letter(name), from: None }
            }
            None => Change::default(),
        }
    }
}
