//! The state while a letter, or a part of it, is rendered.

use std::cell::{Cell, RefCell};

use super::places;
use super::wording::{Named, Wording};
use crate::ids::Language;
use crate::letter::{Footnote, Letter, Outline};
use crate::resolver::Reference;
use crate::text::passage::{Passage, PassageId};
use crate::text::tree::Line;

/// The setting of a version on the page.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The names for assistive technology that are not in the letter itself; `None` for the tree of a record, which has
    /// none.
    pub wording: Option<Wording>,
    /// Its place.
    pub place: Place,
    /// The number of references of other versions before its own on the page.
    pub references_before: usize,
}

/// The place of a version on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The letter itself: its places have the names that all versions share.
    Main,
    /// Beside another version, which has the shared names: its own names include its language.
    Beside,
    /// A passage of it is opened in another version: its footnotes are not on the page.
    Excerpt,
}

/// Renders the segments of a letter, in order.
pub(super) struct Renderer<'letter> {
    pub(super) letter: &'letter Letter,
    /// Whether the text is a circular letter, looked up once: there may be many diagnostics.
    pub(super) is_letter: bool,
    pub(super) setting: Setting,
    /// The references of the letter, in the order of the text.
    references: &'letter [Reference],
    /// The index of the first part that is shown.
    first_part: usize,
    /// The next passage to be shown.
    passage: Cell<PassageId>,
    /// The number of tables up to the current one.
    tables: Cell<usize>,
    /// The marks and texts of each footnote that have been shown, by its number.
    footnotes: RefCell<Vec<Shown>>,
    /// The number of the last reference shown.
    pub(super) cited: Cell<usize>,
    /// Whether what is shown is in a link.
    pub(super) is_in_link: Cell<bool>,
}

/// The numbers of marks and texts of a footnote shown since the first part.
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
            is_letter: letter.is_letter(),
            setting,
            references,
            first_part,
            passage: Cell::new(letter.passages.first_of_block(first_part)),
            tables: Cell::new(letter.outline.tables_before(first_part)),
            footnotes: RefCell::new(vec![Shown::default(); letter.outline.footnotes().len()]),
            cited: Cell::new(0),
            is_in_link: Cell::new(false),
        }
    }

    pub(super) fn language(&self) -> Option<Language> {
        self.letter.metadata.language
    }

    pub(super) fn outline(&self) -> &'letter Outline {
        &self.letter.outline
    }

    /// The name of a thing for assistive technology, if it has one.
    pub(super) fn name_of(&self, thing: Named<'_>) -> Option<String> {
        self.setting.wording.map(|wording| wording.name_of(thing))
    }

    /// The name of a place in the page: beside another version, with the language.
    pub(super) fn id(&self, id: String) -> String {
        match (self.setting.place, self.language()) {
            (Place::Beside | Place::Excerpt, Some(language)) => format!("{id}-{}", language.code()),
            (Place::Main, _) | (_, None) => id,
        }
    }

    /// The passage of the lines, which must be passed in the order of the text.
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

    /// The place of the next mark of a footnote; `None` if the letter's outline lacks the footnote.
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

    /// The place of the first text of a footnote, the target of its marks.
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

/// The maximum number of passages without words of their own before the one that is shown.
const MOST_AHEAD: usize = 16;
