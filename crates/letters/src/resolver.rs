//! Finds the target of each citation, or the reason why there is none.
//!
//! The sources are queried in this order: a real link of the letter itself; documents that the embedding page knows;
//! the [catalogue](crate::catalogue) of the site's letters; the registry of basic texts (`data/registry.tsv`); rules
//! that make an address from an id (`data/addresses.tsv`). Each target says how it is known, its language, and which
//! edition it opens.

mod address_row;
mod address_templates;
mod itu_addresses;
mod reference;

#[rustfmt::skip]
mod tables;
#[cfg(test)]
mod tests;
mod titles;

pub use reference::{Certainty, Opens, Provenance, Reason, Reference, State, Target};

use crate::address::Address;
use crate::catalogue::{Catalogue, CataloguedLetter};
use crate::citation::{self, Citation, Link};
use crate::diagnostic::{Code, Diagnostic};
use crate::ids::{Date, DocumentId, Language, study_period};
use crate::letter::{Letter, Letterhead, Metadata, Status};

/// The data for resolving besides the resolver's own, and the reader's language.
#[derive(Clone, Copy)]
pub struct Sources<'sources> {
    /// The letters of the site.
    pub catalogue: Option<LocatedCatalogue<'sources>>,
    /// Documents that the embedding page knows.
    pub entries: &'sources [Entry],
    /// The language of the reader.
    pub language: Language,
}

/// A catalogue, and the function that completes its addresses, which are relative to it.
#[derive(Clone, Copy)]
pub struct LocatedCatalogue<'sources> {
    /// The catalogue.
    pub catalogue: &'sources Catalogue,
    /// The complete address for one of the catalogue; none if there is none.
    pub locate: &'sources (dyn Fn(&str) -> Option<String> + Sync),
}

/// A document that the embedding page knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id. An entry without an edition is for all editions.
    pub id: DocumentId,
    /// Its address.
    pub address: String,
    /// Its title.
    pub title: Option<String>,
    /// The language of both.
    pub language: Option<Language>,
}

impl<'sources> LocatedCatalogue<'sources> {
    /// The catalogue with its addresses as they are: for a program that knows where the catalogue is.
    pub const fn relative(catalogue: &'sources Catalogue) -> Self {
        Self { catalogue, locate: &|address| Some(address.to_owned()) }
    }

    /// The letter, if the site holds it.
    fn held(&self, id: &DocumentId) -> Option<&'sources CataloguedLetter> {
        self.catalogue.get(id).filter(|letter| !letter.versions.is_empty())
    }

    /// The target of a letter that the site holds.
    fn target(&self, letter: &CataloguedLetter, language: Language) -> Option<Target> {
        let address = address_of(self.catalogue, letter, language).filter(|address| is_safe(address))?;
        Some(Target {
            address: (self.locate)(&address)?,
            language: letter.version(language).map(|version| version.language),
            provenance: Provenance::Catalogue,
            opens: Opens::Document,
            edition: None,
        })
    }
}

/// The maximum number of references in a letterhead that count as the letter's own.
const MOST_OWN: usize = 16;

/// Resolves the citations of a letter, of which only the ids and the date count.
pub fn resolve(head: &Letterhead, citations: Vec<Citation>, sources: Sources<'_>) -> Vec<Reference> {
    citations.into_iter().map(|citation| reference(head, citation, sources, titles::title)).collect()
}

/// As [`resolve`], but the title of a document is known only where the catalogue has it: for a program that has the titles from
/// a record, and no table of them.
pub fn resolve_untitled(head: &Letterhead, citations: Vec<Citation>, sources: Sources<'_>) -> Vec<Reference> {
    citations.into_iter().map(|citation| reference(head, citation, sources, |_, _| None)).collect()
}

/// The title of a document in a language, or in another that is known, with that language.
type Title = Option<(String, Language)>;

fn reference(
    head: &Letterhead,
    citation: Citation,
    sources: Sources<'_>,
    known_title: impl Fn(&DocumentId, Language) -> Title,
) -> Reference {
    let id = citation.id.clone();
    let catalogue = sources.catalogue.map(|located| located.catalogue);
    let catalogued = catalogue.and_then(|catalogue| catalogue.get(&id));
    let version = catalogued.and_then(|letter| letter.version(sources.language));
    let title = version
        .and_then(|version| Some((version.subject.clone()?, version.language)))
        .or_else(|| known_title(&id, sources.language));
    let standing = catalogue.map(|catalogue| catalogue.standing(&id)).unwrap_or_default();
    let mut reference = Reference {
        citation,
        state: State::Resolved,
        reason: None,
        target: None,
        title,
        date: catalogued.and_then(|letter| letter.date),
        standing: standing.into_iter().map(|(standing, letter)| (standing, letter.id.clone())).collect(),
    };
    if head.ids.iter().take(MOST_OWN).any(|own| *own == id) {
        reference.state = State::Own;
        return reference;
    }
    reference.target = given(&reference.citation);
    if let Some(target) = &reference.target {
        if contradicts(target, &id) {
            (reference.state, reference.reason) = (State::Ambiguous, Some(Reason::Contradicted));
        }
        return reference;
    }
    // Documents that the embedding page knows need no further evidence.
    if let Some(entry) = entry(&id, sources.entries).filter(|entry| is_safe(&entry.address)) {
        reference.target = Some(entry.target(&id));
        if let Some(title) = &entry.title {
            reference.title = Some((title.clone(), entry.language.unwrap_or(sources.language)));
        }
        return reference;
    }
    if let Some((state, reason)) = doubt(&reference.citation, &id) {
        (reference.state, reference.reason) = (state, Some(reason));
        return reference;
    }
    reference.target = target(&id, head.date, sources).filter(|target| is_safe(&target.address));
    if reference.target.is_none() {
        (reference.state, reference.reason) = (State::Unresolved, Some(Reason::NoAddress));
    }
    reference
}

/// The letter's own link.
fn given(citation: &Citation) -> Option<Target> {
    let address = Address::from_destination(citation.destination.as_deref()?);
    let address = address.filter(|address| !address.is_relative())?;
    let Address::Web(address) = address else { return None };
    Some(Target {
        address,
        language: None,
        provenance: Provenance::Given,
        opens: Opens::Document,
        edition: None,
    })
}

/// Whether the letter's own link leads to a document other than the one cited.
fn contradicts(given: &Target, cited: &DocumentId) -> bool {
    itu_addresses::document_at(&given.address).is_some_and(|there| !itu_addresses::is_same(&there, cited))
}

/// Whether the address is safe for a link. Catalogues and pages can contain anything.
fn is_safe(address: &str) -> bool {
    Address::of_target(address).is_some()
}

/// The reason why it is unclear which document is meant.
fn doubt(citation: &Citation, id: &DocumentId) -> Option<(State, Reason)> {
    match id {
        DocumentId::Awaited => Some((State::Awaited, Reason::NotNumbered)),
        _ if citation.may_be_reversed => Some((State::Ambiguous, Reason::MayBeReversed)),
        DocumentId::Resolution { body: None, .. } => Some((State::Ambiguous, Reason::UnknownBody)),
        DocumentId::Question { sector: None, .. } => Some((State::Ambiguous, Reason::UnknownSector)),
        DocumentId::TsbCircular { period: None, .. } => Some((State::Ambiguous, Reason::UnknownPeriod)),
        DocumentId::Amendment { of, .. } => doubt(citation, of),
        _ => None,
    }
}

/// The target of the document, by catalogue, registry or rule.
fn target(id: &DocumentId, letter_date: Option<Date>, sources: Sources<'_>) -> Option<Target> {
    if let Some(located) = sources.catalogue
        && let Some(letter) = located.held(id)
    {
        // If the catalogue's own address is unusable, no rule may guess another.
        return located.target(letter, sources.language);
    }
    address_templates::registered(id, sources.language)
        .or_else(|| address_templates::by_rule(id, letter_date.and_then(study_period), sources.language))
        .or_else(|| amended(id, letter_date, sources))
}

/// The address at which the site shows the letter, relative to the catalogue: that of the site's page for letters, or
/// else the file of the version that suits the language best.
pub fn address_of(catalogue: &Catalogue, letter: &CataloguedLetter, language: Language) -> Option<String> {
    match &catalogue.page {
        Some(page) => Some(page.replace("{id}", &letter.id.to_string())),
        None => Some(letter.version(language)?.file.clone()),
    }
}

/// The Union's address of the letter, in its language, where a rule gives one that is certain. Specimens have none.
pub fn own_address(metadata: &Metadata) -> Option<String> {
    let head = &metadata.letterhead;
    certain_address(head.ids.first()?, head.date, metadata.status, metadata.language?)
}

/// The Union's address of the letter of the date, in the language, where a rule gives one that is certain. Specimens have none.
pub fn certain_address(
    id: &DocumentId,
    date: Option<Date>,
    status: Status,
    language: Language,
) -> Option<String> {
    let target = address_templates::by_rule(id, date.and_then(study_period), language)?;
    let is_certain = status != Status::Specimen && target.provenance.is_certain();
    is_certain.then_some(target.address)
}

/// The entry of the document, or else that of its other editions.
fn entry<'entries>(id: &DocumentId, entries: &'entries [Entry]) -> Option<&'entries Entry> {
    let document = id.without_edition();
    let exact = entries.iter().find(|entry| entry.id == *id);
    exact.or_else(|| entries.iter().find(|entry| entry.id == document))
}

impl Entry {
    /// The target of a citation of the document with the id.
    fn target(&self, id: &DocumentId) -> Target {
        Target {
            address: self.address.clone(),
            language: self.language,
            provenance: Provenance::Host,
            opens: if self.id == *id { Opens::Document } else { Opens::InForce },
            edition: None,
        }
    }
}

/// The page of the letter that is amended, for an amendment without an address of its own.
fn amended(id: &DocumentId, letter_date: Option<Date>, sources: Sources<'_>) -> Option<Target> {
    let DocumentId::Amendment { of, .. } = id else { return None };
    let target = target(of, letter_date, sources)?;
    Some(Target { opens: Opens::Amended, ..target })
}

/// The dead links of the letter, except those whose words cite a document.
pub fn dead_links(letter: &Letter, references: &[Reference]) -> Vec<Link> {
    // The references are in the order of the text: the last one that begins before the link ends.
    let is_fixed = |link: &Link| {
        let place = |reference: &Reference| (reference.citation.passage, reference.citation.range.start);
        let after = references.partition_point(|reference| place(reference) < (link.passage, link.range.end));
        let before = after.checked_sub(1).and_then(|before| references.get(before));
        before.is_some_and(|Reference { citation, .. }| {
            citation.passage == link.passage && citation.range.end > link.range.start
        })
    };
    let is_dead =
        |link: &Link| Address::from_destination(&link.destination).is_none() && !link.text.is_empty();
    citation::links(letter).into_iter().filter(|link| is_dead(link) && !is_fixed(link)).collect()
}

/// Diagnostics for the references of a letter: those without a target, and those whose link contradicts its words.
pub fn check(references: &[Reference]) -> Vec<Diagnostic> {
    let code = |reference: &Reference| match (reference.state, reference.reason) {
        (_, Some(Reason::Contradicted)) => Some(Code::ContradictoryLink),
        (State::Ambiguous, _) => Some(Code::AmbiguousCitation),
        (State::Unresolved, _) => Some(Code::UnresolvedCitation),
        _ => None,
    };
    let diagnostic = |reference: &Reference| {
        Some(Diagnostic { code: code(reference)?, span: reference.citation.span.clone() })
    };
    references.iter().filter_map(diagnostic).collect()
}
