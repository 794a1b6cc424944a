//! Letters that belong together: those that supersede, postpone or correct one another, which are about the same meeting or
//! matter, and those that cite the same document, such as a Resolution.

use std::collections::{BTreeMap, HashMap};

use letters::catalogue::CataloguedVersion;
use letters::ids::{DocumentId, Language};
use letters::interface::{Interface, name};

use crate::holdings::{Holdings, Work};

/// What the letters of a dossier have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// They affect one another; the first of them, by its id.
    Letter(DocumentId),
    /// They cite the document.
    Document(DocumentId),
}

/// Letters that belong together.
#[derive(Debug)]
pub(crate) struct Dossier {
    pub(crate) subject: Subject,
    name: String,
    /// The places of the letters among the works of the holdings, the oldest first.
    pub(crate) works: Vec<usize>,
}

impl Dossier {
    /// The document or letter that it is named after.
    pub(crate) const fn id(&self) -> &DocumentId {
        match &self.subject {
            Subject::Document(id) | Subject::Letter(id) => id,
        }
    }

    /// The name of its page: `with-cl-2020-43`, `on-pp-res-99`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Its title in the language: the name of the document, or of the first letter.
    pub(crate) fn title(&self, language: Language) -> String {
        name(self.id(), Interface::of(language))
    }

    /// What the first letter is about, for readers of the language.
    pub(crate) fn about<'site>(
        &self,
        holdings: &'site Holdings,
        language: Language,
    ) -> Option<&'site CataloguedVersion> {
        match &self.subject {
            Subject::Document(_) => None,
            Subject::Letter(id) => holdings.get(id)?.letter.version(language),
        }
    }
}

/// The name of the page of the letters that belong with the first of them.
fn name_with(first: &Work) -> String {
    format!("with-{}", first.folder.rsplit('/').next().unwrap_or_default())
}

/// The name of the page of the letters that cite the document.
fn name_on(document: &DocumentId) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    format!("on-{}", document.to_string().chars().map(safe).collect::<String>())
}

/// The dossiers of two letters or more: those of letters first, then those of documents, by their ids.
pub(crate) fn of(holdings: &Holdings) -> Vec<Dossier> {
    let works = holdings.works();
    let by_document = of_documents(works).into_iter();
    of_letters(holdings).into_iter().chain(by_document).filter(|dossier| dossier.works.len() > 1).collect()
}

fn of_letters(holdings: &Holdings) -> Vec<Dossier> {
    let works = holdings.works();
    let places: HashMap<&DocumentId, usize> =
        works.iter().enumerate().map(|(place, work)| (&work.letter.id, place)).collect();
    // Each letter leads to an older one that it belongs with, and the oldest to itself.
    let mut leads: Vec<usize> = (0..works.len()).collect();
    for (place, Work { letter, .. }) in works.iter().enumerate() {
        let affected = [&letter.supersedes, &letter.corrects, &letter.postpones].into_iter().flatten();
        for other in affected.filter_map(|id| places.get(id)) {
            let (one, other) = (root(&leads, place), root(&leads, *other));
            if let Some(lead) = leads.get_mut(one.max(other)) {
                *lead = one.min(other);
            }
        }
    }
    let mut together: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for place in 0..works.len() {
        together.entry(root(&leads, place)).or_default().push(place);
    }
    let dossier = |(first, places): (usize, Vec<usize>)| {
        let first = works.get(first)?;
        let subject = Subject::Letter(first.letter.id.clone());
        Some(Dossier { subject, name: name_with(first), works: places })
    };
    together.into_iter().filter_map(dossier).collect()
}

fn root(leads: &[usize], place: usize) -> usize {
    let mut at = place;
    while let Some(next) = leads.get(at).filter(|next| **next != at) {
        at = *next;
    }
    at
}

fn of_documents(works: &[Work]) -> Vec<Dossier> {
    let mut citing: BTreeMap<String, (DocumentId, Vec<usize>)> = BTreeMap::new();
    for (place, work) in works.iter().enumerate() {
        for id in work.letter.cites.iter().filter(|id| !id.is_letter() && **id != DocumentId::Awaited) {
            let document = id.without_edition();
            let (_, places) = citing.entry(document.to_string()).or_insert_with(|| (document, Vec::new()));
            // Editions of the document are one.
            if places.last() != Some(&place) {
                places.push(place);
            }
        }
    }
    let dossiers = citing.into_values();
    let dossier = |(id, works)| Dossier { name: name_on(&id), subject: Subject::Document(id), works };
    dossiers.map(dossier).collect()
}
