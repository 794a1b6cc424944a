//! The letters that a site holds, and their relations: which cites, supersedes, corrects or postpones which.
//!
//! A catalogue is made from the letters themselves (`circulars catalogue`), and is stored as JSON. Letters that are
//! cited but not held are listed too, with their id alone.

mod newest;
mod reading;

pub use newest::{Newest, NewestLetter};
pub use reading::read;

use std::collections::{HashMap, HashSet};

use crate::Version;
use crate::citation::{self, Relation};
use crate::ids::{Date, DocumentId, Language};
use crate::interface::Message;
use crate::letter::{DateKind, Issuer, KeyDate, Status};
use crate::sorting::sort_by_number;

/// The letters that a site holds, and those that they cite.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The address of the page that shows a letter, with `{id}` for the letter's id; relative to the catalogue.
    pub page: Option<String>,
    /// The letters, oldest first; those that are not held come last.
    pub letters: Vec<CataloguedLetter>,
}

/// A letter in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CataloguedLetter {
    /// Its id.
    pub id: DocumentId,
    /// Its date; none if it is not held.
    pub date: Option<Date>,
    /// Its issuer.
    pub issuer: Option<Issuer>,
    /// Its versions; none if it is not held.
    pub versions: Vec<CataloguedVersion>,
    /// The letters and other documents that it cites, each once.
    pub cites: Vec<DocumentId>,
    /// The letters that it replaces.
    pub supersedes: Vec<DocumentId>,
    /// The letters that it is a corrigendum or an addendum of.
    pub corrects: Vec<DocumentId>,
    /// The letters whose announcements it postpones.
    pub postpones: Vec<DocumentId>,
    /// The events and deadlines that it states, sorted by their first days, each once: those of its first version that has
    /// any.
    pub dates: Vec<CataloguedDate>,
}

/// A date that a letter states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CataloguedDate {
    /// What it is.
    pub kind: DateKind,
    /// The first day.
    pub first: Date,
    /// The last day; the same as the first if there is only one.
    pub last: Date,
    /// The first and the last day of the date that this one replaces.
    pub replaces: Option<(Date, Date)>,
}

impl CataloguedDate {
    fn of(date: &KeyDate) -> Self {
        Self { kind: date.kind, first: date.first, last: date.last, replaces: date.replaces }
    }
}

/// A letter in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CataloguedVersion {
    /// The language.
    pub language: Language,
    /// The address of its text, relative to the catalogue.
    pub file: String,
    /// The kind of text.
    pub status: Status,
    /// The reference, as written.
    pub reference: Option<String>,
    /// The subject in one line.
    pub subject: Option<String>,
}

/// The effect of another letter on a letter, or of a letter on another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Another letter replaces it.
    SupersededBy,
    /// A corrigendum or an addendum corrects or completes it.
    CorrectedBy,
    /// Another letter postpones what it announced.
    PostponedBy,
    /// It replaces another letter.
    Supersedes,
    /// It is a corrigendum or an addendum of another letter.
    Corrects,
    /// It postpones what another letter announced.
    Postpones,
}

/// The effect of a letter on another one, as one of them has to say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What it is.
    pub standing: Standing,
    /// The other letter.
    pub other: DocumentId,
    /// The date of the other letter, if it is known.
    pub date: Option<Date>,
}

impl Standing {
    /// The words before the name of the other letter.
    pub const fn message(self) -> Message {
        match self {
            Self::SupersededBy => Message::SupersededBy,
            Self::CorrectedBy => Message::CorrectedBy,
            Self::PostponedBy => Message::PostponedBy,
            Self::Supersedes => Message::Supersedes,
            Self::Corrects => Message::Corrects,
            Self::Postpones => Message::Postpones,
        }
    }

    /// The mark of a letter that another one affects in this way; none for a letter that affects another.
    pub const fn mark(self) -> Option<Message> {
        match self {
            Self::SupersededBy => Some(Message::Superseded),
            Self::CorrectedBy => Some(Message::Corrected),
            Self::PostponedBy => Some(Message::Postponed),
            Self::Supersedes | Self::Corrects | Self::Postpones => None,
        }
    }
}

impl Catalogue {
    /// Makes the catalogue of letters, each given with the address of its file. A letter without an id is left out.
    pub fn of<'letter>(letters: impl IntoIterator<Item = (String, &'letter Version)>) -> Self {
        let entries = letters.into_iter().filter_map(|(file, version)| CataloguedLetter::of(file, version));
        Self::from_entries(entries)
    }

    /// Makes the catalogue of letters, each in one version: those with the same id are versions of one letter.
    pub fn from_entries(entries: impl IntoIterator<Item = CataloguedLetter>) -> Self {
        let mut letters: Vec<CataloguedLetter> = Vec::new();
        let mut places: HashMap<DocumentId, usize> = HashMap::new();
        for entry in entries {
            let known = places.get(&entry.id).and_then(|at| letters.get_mut(*at));
            match known {
                Some(letter) => letter.join(entry),
                None => {
                    places.insert(entry.id.clone(), letters.len());
                    letters.push(entry);
                }
            }
        }
        // A letter that cites a postponing letter only reports the postponement.
        let postponing: HashSet<DocumentId> = letters
            .iter()
            .filter(|letter| !letter.postpones.is_empty())
            .map(|letter| letter.id.clone())
            .collect();
        for letter in &mut letters {
            letter.postpones.retain(|id| !postponing.contains(id));
        }
        let mut known: Vec<DocumentId> = letters
            .iter()
            .flat_map(|letter| &letter.cites)
            .filter(|id| id.is_letter() && !places.contains_key(id))
            .cloned()
            .collect();
        letters.sort_by_cached_key(|letter| (letter.date, letter.id.to_string()));
        known.sort_by_cached_key(ToString::to_string);
        known.dedup();
        letters.extend(known.into_iter().map(CataloguedLetter::not_held));
        Self { page: None, letters }
    }

    /// The letter with the id.
    pub fn get(&self, id: &DocumentId) -> Option<&CataloguedLetter> {
        self.letters.iter().find(|letter| letter.id == *id)
    }

    /// The letters that the site holds.
    pub fn held(&self) -> impl Iterator<Item = &CataloguedLetter> {
        self.letters.iter().filter(|letter| !letter.versions.is_empty())
    }

    /// The letters that cite the document, in any edition.
    pub fn citing<'catalogue>(
        &'catalogue self,
        id: &DocumentId,
    ) -> impl Iterator<Item = &'catalogue CataloguedLetter> {
        let document = id.without_edition();
        self.letters
            .iter()
            .filter(move |letter| letter.cites.iter().any(|cited| cited.without_edition() == document))
    }

    /// The effects of other letters on the letter, each with the other letter.
    pub fn standing(&self, id: &DocumentId) -> Vec<(Standing, &CataloguedLetter)> {
        let standing_by = |letter: &CataloguedLetter| {
            if letter.supersedes.contains(id) {
                Some(Standing::SupersededBy)
            } else if letter.corrects.contains(id) {
                Some(Standing::CorrectedBy)
            } else if letter.postpones.contains(id) {
                Some(Standing::PostponedBy)
            } else {
                None
            }
        };
        self.letters.iter().filter_map(|letter| Some((standing_by(letter)?, letter))).collect()
    }

    /// How the letter and others affect each other, what a reader must know first at the beginning: that it is superseded,
    /// that what it announced is postponed, that it is corrected, the latest of these first; then its own effects.
    pub fn effects(&self, id: &DocumentId) -> Vec<Effect> {
        let mut standing = self.standing(id);
        standing.reverse();
        sort_by_number(&mut standing, |(standing, _)| match standing {
            Standing::SupersededBy => 0,
            Standing::PostponedBy => 1,
            _ => 2,
        });
        let mut effects: Vec<Effect> = standing
            .into_iter()
            .map(|(standing, by)| Effect { standing, other: by.id.clone(), date: by.date })
            .collect();
        if let Some(letter) = self.get(id) {
            for (standing, ids) in [
                (Standing::Supersedes, &letter.supersedes),
                (Standing::Postpones, &letter.postpones),
                (Standing::Corrects, &letter.corrects),
            ] {
                let date = |id: &DocumentId| self.get(id).and_then(|other| other.date);
                effects.extend(ids.iter().map(|id| Effect { standing, other: id.clone(), date: date(id) }));
            }
        }
        effects
    }
}

/// Adds the item, unless it is there.
fn add<T: PartialEq>(items: &mut Vec<T>, item: T) {
    if !items.contains(&item) {
        items.push(item);
    }
}

/// The order in which languages are tried for a reader: the one wanted, then those that most readers understand.
pub const fn order_of_preference(wanted: Language) -> [Language; 4] {
    [wanted, Language::English, Language::French, Language::Spanish]
}

impl CataloguedLetter {
    /// The letter of a version, with the address of its file; none if it has no id or no language.
    pub fn of(file: String, version: &Version) -> Option<Self> {
        let letter = version.letter();
        let head = &letter.metadata.letterhead;
        let mut known = Self::not_held(head.ids.first()?.clone());
        known.date = head.date;
        known.issuer = head.issued_by;
        known.versions.push(CataloguedVersion {
            language: letter.metadata.language?,
            file,
            status: letter.metadata.status,
            reference: head.references.first().cloned(),
            subject: Some(letter.metadata.title()).filter(|subject| !subject.is_empty()),
        });
        letter.metadata.key_dates.iter().for_each(|date| add(&mut known.dates, CataloguedDate::of(date)));
        let is_other = |id: &DocumentId| !head.ids.contains(id) && *id != DocumentId::Awaited;
        for citation in version.citations().iter().filter(|citation| is_other(&citation.id)) {
            add(&mut known.cites, citation.id.clone());
        }
        for (relation, id) in citation::relations(letter, version.citations()) {
            let ids = match relation {
                Relation::Supersedes => &mut known.supersedes,
                Relation::Corrects => &mut known.corrects,
                Relation::Postpones => &mut known.postpones,
            };
            if is_other(&id) {
                add(ids, id);
            }
        }
        Some(known)
    }

    /// Takes what another version of the letter says of it. The first that says something is believed, and all citations count.
    fn join(&mut self, other: Self) {
        self.date = self.date.or(other.date);
        self.issuer = self.issuer.or(other.issuer);
        if self.dates.is_empty() {
            self.dates = other.dates;
        }
        self.versions.extend(other.versions);
        sort_by_number(&mut self.versions, |version| version.language as u64);
        other.cites.into_iter().for_each(|id| add(&mut self.cites, id));
        other.supersedes.into_iter().for_each(|id| add(&mut self.supersedes, id));
        other.corrects.into_iter().for_each(|id| add(&mut self.corrects, id));
        other.postpones.into_iter().for_each(|id| add(&mut self.postpones, id));
    }

    /// A letter with a known id and nothing else.
    pub fn not_held(id: DocumentId) -> Self {
        Self {
            id,
            date: None,
            issuer: None,
            versions: Vec::new(),
            cites: Vec::new(),
            supersedes: Vec::new(),
            corrects: Vec::new(),
            postpones: Vec::new(),
            dates: Vec::new(),
        }
    }

    /// The version in the language; if there is none, the one that most readers understand.
    pub fn version(&self, wanted: Language) -> Option<&CataloguedVersion> {
        let in_language =
            |language: &Language| self.versions.iter().find(|version| version.language == *language);
        order_of_preference(wanted).iter().find_map(in_language).or(self.versions.first())
    }
}
