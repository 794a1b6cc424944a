//! All letters of a site, and how they relate.
//!
//! A site may have a hundred thousand letters: what a page needs of the others is found by their ids, and never by looking
//! through all of them.

use std::collections::{BTreeMap, HashMap};

use letters::catalogue::{Catalogue, CataloguedLetter, CataloguedVersion, Standing};
use letters::ids::{Date, DocumentId, Language, full_folder_name};

use crate::dossiers::{self, Dossier};
use crate::particulars::Particulars;

/// The number of years whose letters are recent, the newest letter's year among them: a meeting may be announced two years before.
const RECENT_YEARS: u16 = 3;

/// A letter of the site, in all its versions.
#[derive(Clone, Debug)]
pub struct Work {
    /// What the catalogue has of it. The files of its versions are the paths of their sources.
    pub letter: CataloguedLetter,
    /// The folder of its pages from the root of the site: `letters/cl-2020-43`.
    pub folder: String,
    /// The dossiers that have it: the name of each one's page, and the document or letter that it is named after.
    pub(crate) dossiers: Vec<(String, DocumentId)>,
}

impl Work {
    /// The path of the page in the language.
    pub fn page(&self, language: Language) -> String {
        format!("{}/{}.html", self.folder, language.code())
    }

    /// The path of the record in the language.
    pub fn record(&self, language: Language) -> String {
        format!("{}/{}.json", self.folder, language.code())
    }

    /// The path of the Markdown in the language.
    pub fn source(&self, language: Language) -> String {
        format!("{}/{}.md", self.folder, language.code())
    }

    /// The path of the letter for the pages of another system.
    pub fn fragment(&self, language: Language) -> String {
        format!("{}/{}.fragment.html", self.folder, language.code())
    }

    /// The path of what such a page says in its head.
    pub fn head(&self, language: Language) -> String {
        format!("{}/{}.head.json", self.folder, language.code())
    }

    /// The path of the page that leads to all versions, for readers whose language nobody knows.
    pub fn chooser(&self) -> String {
        format!("{}/index.html", self.folder)
    }

    /// The path of the catalogue that the element needs for this letter.
    pub fn slice(&self) -> String {
        format!("{}/catalogue.json", self.folder)
    }

    /// What its pages say of other letters, besides what its slice has: the dossiers that have it.
    pub fn relations(&self) -> String {
        self.dossiers.iter().map(|(page, _)| format!("{page}\n")).collect()
    }

    /// Whether it has a version in the language.
    pub fn has(&self, language: Language) -> bool {
        self.letter.versions.iter().any(|version| version.language == language)
    }

    /// The path of the page for readers of the language: in it, or else in another one.
    pub fn page_for(&self, language: Language) -> Option<String> {
        self.letter.version(language).map(|version| self.page(version.language))
    }
}

/// All letters of a site, and how they relate.
#[derive(Debug, Default)]
pub struct Holdings {
    /// The oldest first.
    works: Vec<Work>,
    by_id: HashMap<DocumentId, usize>,
    /// The letters that supersede, correct or postpone a letter, by its id.
    affecting: HashMap<DocumentId, Vec<usize>>,
    /// The letters that cite a letter, by its id.
    citing: HashMap<DocumentId, Vec<usize>>,
    dossiers: Vec<Dossier>,
    /// Those of versions of recent letters, by the place of the letter.
    particulars: BTreeMap<(usize, Language), Particulars>,
}

impl Holdings {
    /// The letters of the catalogue that it holds.
    pub fn of(catalogue: Catalogue) -> Self {
        let held: Vec<CataloguedLetter> =
            catalogue.letters.into_iter().filter(|letter| !letter.versions.is_empty()).collect();
        let mut used: HashMap<String, usize> = HashMap::new();
        let works = held.into_iter().map(|letter| {
            let name = full_folder_name(&letter.id);
            // Two ids may differ only in what no folder can have.
            let count = used.entry(name.clone()).and_modify(|count| *count += 1).or_insert(1);
            let name = if *count > 1 { format!("{name}--{count}") } else { name };
            Work { letter, folder: format!("letters/{name}"), dossiers: Vec::new() }
        });
        let mut holdings = Self { works: works.collect(), ..Self::default() };
        for (at, Work { letter, .. }) in holdings.works.iter().enumerate() {
            holdings.by_id.insert(letter.id.clone(), at);
            for id in [&letter.supersedes, &letter.corrects, &letter.postpones].into_iter().flatten() {
                holdings.affecting.entry(id.clone()).or_default().push(at);
            }
            for id in letter.cites.iter().filter(|id| id.is_letter()) {
                holdings.citing.entry(id.clone()).or_default().push(at);
            }
        }
        holdings.dossiers = dossiers::of(&holdings);
        for dossier in &holdings.dossiers {
            let (name, id) = (dossier.name().to_owned(), dossier.id().clone());
            for place in &dossier.works {
                if let Some(work) = holdings.works.get_mut(*place) {
                    work.dossiers.push((name.clone(), id.clone()));
                }
            }
        }
        holdings
    }

    /// The dossiers of two letters or more.
    pub(crate) fn dossiers(&self) -> &[Dossier] {
        &self.dossiers
    }

    /// The letters, the oldest first.
    pub fn works(&self) -> &[Work] {
        &self.works
    }

    /// The letter with the id.
    pub fn get(&self, id: &DocumentId) -> Option<&Work> {
        self.by_id.get(id).and_then(|at| self.works.get(*at))
    }

    /// Whether the letter is of the last years: those whose deadlines and contacts are of use. It depends on the newest letter, and
    /// not on the day.
    pub fn is_recent(&self, work: &Work) -> bool {
        let year = |work: &Work| work.letter.date.map(Date::year);
        let newest = self.works.last().and_then(year);
        year(work).zip(newest).is_some_and(|(year, newest)| year + RECENT_YEARS > newest)
    }

    /// Adds the particulars of a version of a letter.
    pub fn add_particulars(&mut self, id: &DocumentId, language: Language, particulars: Particulars) {
        if let Some(place) = self.by_id.get(id) {
            self.particulars.insert((*place, language), particulars);
        }
    }

    /// The particulars of the versions of the letter, where they are known.
    pub(crate) fn all_particulars(&self, work: &Work) -> impl Iterator<Item = (Language, &Particulars)> {
        let place = self.by_id.get(&work.letter.id).copied();
        let versions = work.letter.versions.iter().map(|version| version.language);
        versions.filter_map(move |language| Some((language, self.particulars.get(&(place?, language))?)))
    }

    /// The particulars of the letter for readers of the language: of the version in it, or else of another one.
    pub(crate) fn particulars(&self, work: &Work, language: Language) -> Option<(Language, &Particulars)> {
        let shown = work.letter.version(language)?.language;
        self.all_particulars(work).find(|(language, _)| *language == shown)
    }

    /// The letters that supersede, correct or postpone the letter.
    pub(crate) fn affecting(&self, id: &DocumentId) -> impl Iterator<Item = &Work> {
        self.affecting.get(id).into_iter().flatten().filter_map(|at| self.works.get(*at))
    }

    fn citing(&self, id: &DocumentId) -> impl DoubleEndedIterator<Item = &Work> {
        self.citing.get(id).into_iter().flatten().filter_map(|at| self.works.get(*at))
    }

    /// The effects of other letters on the letter, each with that letter; the strongest first.
    pub fn standing(&self, id: &DocumentId) -> impl Iterator<Item = (Standing, &Work)> {
        let effect = |other: &Work| {
            let letter = &other.letter;
            [
                (Standing::SupersededBy, &letter.supersedes),
                (Standing::PostponedBy, &letter.postpones),
                (Standing::CorrectedBy, &letter.corrects),
            ]
            .into_iter()
            .position(|(_, ids)| ids.contains(id))
        };
        let mut effects: Vec<(usize, &Work)> =
            self.affecting(id).filter_map(|other| Some((effect(other)?, other))).collect();
        effects.sort_by_key(|(order, _)| *order);
        effects.into_iter().map(|(order, other)| {
            let standing = match order {
                0 => Standing::SupersededBy,
                1 => Standing::PostponedBy,
                _ => Standing::CorrectedBy,
            };
            (standing, other)
        })
    }

    /// What a page of the letter needs of the others, of at most 60 kB: itself, what it cites, what supersedes, corrects or postpones these, and what
    /// cites it. The files of their versions are the addresses of pages as seen from the folder of the letter.
    pub fn slice(&self, work: &Work) -> Catalogue {
        let from = work.chooser();
        self.slice_with(work, &|path| crate::address::relative(&from, path))
    }

    /// The slice of the letter with absolute addresses of pages, behind that of the site.
    pub fn absolute_slice(&self, work: &Work, site: &str) -> Catalogue {
        self.slice_with(work, &|path| format!("{site}{path}"))
    }

    fn slice_with(&self, work: &Work, address: &dyn Fn(&str) -> String) -> Catalogue {
        let letter = &work.letter;
        let named =
            [&letter.supersedes, &letter.corrects, &letter.postpones, &letter.cites].into_iter().flatten();
        let of_named = named.flat_map(|id| self.get(id).into_iter().chain(self.affecting(id)));
        // What is nearest first; of those that cite it, the newest.
        let related = [work].into_iter().chain(self.affecting(&letter.id)).chain(of_named);
        let related = related.chain(self.citing(&letter.id).rev());
        let mut slice: BTreeMap<usize, &Work> = BTreeMap::new();
        let mut length = 0;
        for other in related {
            let Some(place) = self.by_id.get(&other.letter.id) else { continue };
            if slice.contains_key(place) {
                continue;
            }
            length += length_in_slice(&other.letter);
            if length > LONGEST_SLICE {
                break;
            }
            slice.insert(*place, other);
        }
        let located = |other: &Work| {
            let versions = other.letter.versions.iter().map(|version| {
                let file = address(&other.page(version.language));
                CataloguedVersion { file, ..version.clone() }
            });
            let cites =
                other.letter.cites.iter().filter(|id| other.letter.id == letter.id || **id == letter.id);
            CataloguedLetter {
                versions: versions.collect(),
                cites: cites.cloned().collect(),
                // Those of the others are on their own pages.
                dates: if other.letter.id == letter.id { letter.dates.clone() } else { Vec::new() },
                ..other.letter.clone()
            }
        };
        Catalogue { page: None, letters: slice.into_values().map(located).collect() }
    }
}

/// The length of a slice, in bytes as [`length_in_slice`] estimates it: hundreds of letters may cite one.
const LONGEST_SLICE: usize = 48_000;

/// About the length of the letter in a slice, in bytes.
fn length_in_slice(letter: &CataloguedLetter) -> usize {
    let length = |version: &CataloguedVersion| {
        let words =
            [&version.subject, &version.reference].into_iter().flatten().map(String::len).sum::<usize>();
        150 + words + words / 8
    };
    150 + letter.versions.iter().map(length).sum::<usize>() + letter.dates.len() * 60
}
