//! What is known while a letter, or a part of it, is put on the page.

use std::cell::{Cell, RefCell};

use super::places;
use crate::ids::Language;
use crate::letter::{Footnote, Letter, Outline};
use crate::resolver::Reference;
use crate::text::passage::{Passage, PassageId};
use crate::text::tree::Line;

/// How a version is set on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The language in which assistive technology is told what goes beyond the letter's own words.
    pub interface: Language,
    /// Where it stands.
    pub place: Place,
    /// How many references of other versions come before its own on the page.
    pub references_before: usize,
}

/// Where a version stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It is the letter: its places have the names that all versions share.
    Main,
    /// It stands beside another, to which the places belong: its own have names that say its language.
    Beside,
    /// A passage of it is opened in another: the footnotes that it has are not on the page.
    Excerpt,
}

/// Puts the segments of a letter on the page, in their order.
pub(super) struct Renderer<'letter> {
    pub(super) letter: &'letter Letter,
    pub(super) setting: Setting,
    /// The references of the letter, in the order of the text.
    references: &'letter [Reference],
    /// The first part that is shown.
    first_part: usize,
    /// The passage that is to be shown next.
    passage: Cell<PassageId>,
    /// How many tables have been shown.
    tables: Cell<usize>,
    /// How often each footnote has been marked and defined, by its number.
    footnotes: RefCell<Vec<Shown>>,
    /// The number of the reference that has been shown last.
    pub(super) cited: Cell<usize>,
}

/// How often a footnote has been shown from the first part on.
#[derive(Clone, Copy, Default)]
struct Shown {
    marks: usize,
    texts: usize,
}

/// The references of a passage, with the number of the first on the page.
#[derive(Clone, Copy)]
pub(super) struct PassageReferences<'letter> {
    pub(super) first_number: usize,
    pub(super) references: &'letter [Reference],
}

impl<'letter> Renderer<'letter> {
    /// A renderer that begins with the part.
    pub(super) fn new(
        letter: &'letter Letter,
        references: &'letter [Reference],
        setting: Setting,
        first_part: usize,
    ) -> Self {
        Self {
            letter,
            setting,
            references,
            first_part,
            passage: Cell::new(letter.passages.first_of_block(first_part)),
            tables: Cell::new(letter.outline.tables_before(first_part)),
            footnotes: RefCell::new(vec![Shown::default(); letter.outline.footnotes().len()]),
            cited: Cell::new(0),
        }
    }

    pub(super) fn language(&self) -> Option<Language> {
        self.letter.language
    }

    pub(super) fn outline(&self) -> &'letter Outline {
        &self.letter.outline
    }

    /// The name of a place in the page: beside another version, with the language.
    pub(super) fn id(&self, id: String) -> String {
        match (self.setting.place, self.language()) {
            (Place::Beside | Place::Excerpt, Some(language)) => format!("{id}-{}", language.code()),
            (Place::Main, _) | (_, None) => id,
        }
    }

    /// The passage of the lines, which come in the order of the text.
    pub(super) fn passage(&self, lines: &[Line]) -> Option<Passage<'letter>> {
        let coming = self.passage.get().following().take(MOST_AHEAD);
        let mut coming = coming.map_while(|id| self.letter.passages.get(id));
        let passage = coming.find(|passage| passage.is_of(lines))?;
        self.passage.set(passage.id.next());
        Some(passage)
    }

    /// The references of a passage.
    pub(super) fn references_of(&self, passage: Passage<'_>) -> PassageReferences<'letter> {
        let start = self.references.partition_point(|reference| reference.citation.passage < passage.id);
        let rest = self.references.get(start..).unwrap_or_default();
        let count = rest.partition_point(|reference| reference.citation.passage == passage.id);
        PassageReferences {
            first_number: self.setting.references_before + start + 1,
            references: rest.get(..count).unwrap_or_default(),
        }
    }

    /// The number of the next table, from 1.
    pub(super) fn next_table(&self) -> usize {
        self.tables.set(self.tables.get() + 1);
        self.tables.get()
    }

    /// The place of the next mark of a footnote; none for one that the letter's outline lacks.
    pub(super) fn next_mark(&self, label: &str) -> Option<String> {
        let (number, footnote) = self.known_footnote(label)?;
        let before = footnote.marks_before(self.first_part);
        let mut shown = self.footnotes.try_borrow_mut().ok()?;
        let shown = shown.get_mut(number)?;
        shown.marks += 1;
        Some(self.id(places::mark_id(label, number, before + shown.marks)))
    }

    /// The place of the next text of a footnote.
    pub(super) fn next_note(&self, label: &str) -> Option<String> {
        let (number, footnote) = self.known_footnote(label)?;
        let before = footnote.texts_before(self.first_part);
        let mut shown = self.footnotes.try_borrow_mut().ok()?;
        let shown = shown.get_mut(number)?;
        shown.texts += 1;
        Some(self.id(places::note_id(label, number, before + shown.texts)))
    }

    /// The place of the first text of a footnote, to which its marks lead.
    pub(super) fn first_note(&self, label: &str) -> Option<String> {
        let (number, _) = self.known_footnote(label)?;
        Some(self.id(places::note_id(label, number, 1)))
    }

    /// The places of all marks of a footnote.
    pub(super) fn marks(&self, label: &str) -> Vec<String> {
        let Some((number, footnote)) = self.known_footnote(label) else { return Vec::new() };
        (1..=footnote.marks()).map(|nth| self.id(places::mark_id(label, number, nth))).collect()
    }

    fn known_footnote(&self, label: &str) -> Option<(usize, &'letter Footnote)> {
        let number = self.outline().footnote(label)?;
        Some((number, self.outline().footnotes().get(number)?))
    }
}

/// How many passages without words of their own may stand before the one that is shown.
const MOST_AHEAD: usize = 16;
