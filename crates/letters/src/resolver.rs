//! Finds where each citation leads, or says why it leads nowhere.
//!
//! In this order: a real link that the letter itself gives; what the page that embeds the viewer knows; the
//! [catalogue](crate::catalogue) of the site's letters; the registry of basic texts (`data/registry.tsv`); rules that make an address from an id
//! (`data/addresses.tsv`). Each target says how it is known, in which language it is, and which edition it opens.

mod address_templates;
mod itu_addresses;
#[rustfmt::skip]
mod tables;
#[cfg(test)]
mod tests;
mod titles;

use crate::address::Address;
use crate::catalogue::{Catalogue, CataloguedLetter, Standing};
use crate::citation::{self, Citation, Link};
use crate::diagnostic::{Code, Diagnostic};
use crate::ids::Date;
use crate::ids::Language;
use crate::ids::{DocumentId, study_period};
use crate::letter::Letter;

/// What the resolver knows besides its own data, and for whom it resolves.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'sources> {
    /// The letters of the site.
    pub catalogue: Option<&'sources Catalogue>,
    /// Documents that the embedding page knows.
    pub entries: &'sources [Entry],
    /// The language of the reader.
    pub language: Language,
}

/// A document that the embedding page knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id. An entry without an edition is of all editions.
    pub id: DocumentId,
    /// Where it is.
    pub address: String,
    /// Its title.
    pub title: Option<String>,
    /// The language of both.
    pub language: Option<Language>,
}

/// A citation, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The citation.
    pub citation: Citation,
    /// What became of it.
    pub state: State,
    /// Why it is not plainly resolved.
    pub reason: Option<Reason>,
    /// Where it leads.
    pub target: Option<Target>,
    /// The title of the document, and its language.
    pub title: Option<(String, Language)>,
    /// The date of the document, where it is a letter of the catalogue.
    pub date: Option<Date>,
    /// What other letters have done to it, and which.
    pub standing: Vec<(Standing, DocumentId)>,
}

/// What became of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It leads to its document.
    Resolved,
    /// Which document is meant cannot be told for sure.
    Ambiguous,
    /// The document is announced, and not there yet.
    Awaited,
    /// Nobody knows where the document is.
    Unresolved,
    /// It is the letter's own reference: it leads nowhere, because the reader is there.
    Own,
}

/// Why a citation is not plainly resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing says who adopted the Resolution or Decision.
    UnknownBody,
    /// Nothing says of which Sector the Question is.
    UnknownSector,
    /// Numbers start again with each study period, and nothing says which it is.
    UnknownPeriod,
    /// The number may stand reversed.
    MayBeReversed,
    /// The letter announces the document without its number.
    NotNumbered,
    /// The letter's own link leads to another document.
    Contradicted,
    /// No address of documents of this kind is known.
    NoAddress,
}

/// Where a citation leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The address. That of a letter of the catalogue is relative to the catalogue.
    pub address: String,
    /// The language of what is there; none where there are several, or it is not known.
    pub language: Option<Language>,
    /// How the target is known.
    pub provenance: Provenance,
    /// What stands there.
    pub opens: Opens,
    /// The year of the edition that is opened, where it is known.
    pub edition: Option<u16>,
}

/// How a target is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// The letter itself links to it.
    Given,
    /// The catalogue holds it.
    Catalogue,
    /// The embedding page knows it.
    Host,
    /// The registry has it.
    Registry(Certainty),
    /// A rule makes its address.
    Rule(Certainty),
}

/// How sure an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The Union's own pages link so.
    Certain,
    /// Derived from what they do.
    Likely,
}

/// What stands at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// The document.
    Document,
    /// The whole text that the provision is of.
    Whole,
    /// The edition in force, whichever is cited.
    InForce,
    /// A volume that has the document.
    Collection,
    /// The letter that the document amends.
    Amended,
}

impl State {
    /// The stable name, in JSON and in style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::Ambiguous => "ambiguous",
            Self::Awaited => "awaited",
            Self::Unresolved => "unresolved",
            Self::Own => "own",
        }
    }
}

impl Reason {
    /// The stable name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnknownBody => "unknown-body",
            Self::UnknownSector => "unknown-sector",
            Self::UnknownPeriod => "unknown-period",
            Self::MayBeReversed => "may-be-reversed",
            Self::NotNumbered => "not-numbered",
            Self::Contradicted => "contradicted",
            Self::NoAddress => "no-address",
        }
    }
}

impl Provenance {
    /// The stable name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Catalogue => "catalogue",
            Self::Host => "host",
            Self::Registry(_) => "registry",
            Self::Rule(_) => "rule",
        }
    }

    /// Whether the address is more than likely.
    pub const fn is_certain(self) -> bool {
        !matches!(self, Self::Registry(Certainty::Likely) | Self::Rule(Certainty::Likely))
    }
}

impl Opens {
    /// The stable name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Whole => "whole",
            Self::InForce => "in-force",
            Self::Collection => "collection",
            Self::Amended => "amended",
        }
    }
}

impl Reference {
    /// Whether the target opens another edition than the one that is cited, or may do so.
    pub fn opens_other_edition(&self) -> bool {
        let cited = self.citation.id.edition();
        let opened = self.target.as_ref().filter(|target| target.opens == Opens::InForce);
        match (cited, opened) {
            (Some(cited), Some(target)) => target.edition != Some(cited),
            _ => false,
        }
    }
}

/// How many references of its own a letter may have to be known by them.
const MOST_OWN: usize = 16;

/// Resolves the citations of a letter.
pub fn resolve(letter: &Letter, citations: Vec<Citation>, sources: Sources<'_>) -> Vec<Reference> {
    citations.into_iter().map(|citation| reference(letter, citation, sources)).collect()
}

fn reference(letter: &Letter, citation: Citation, sources: Sources<'_>) -> Reference {
    let id = citation.id.clone();
    let catalogued = sources.catalogue.and_then(|catalogue| catalogue.get(&id));
    let version = catalogued.and_then(|letter| letter.version(sources.language));
    let title = version
        .and_then(|version| Some((version.subject.clone()?, version.language)))
        .or_else(|| titles::title(&id, sources.language));
    let standing = sources.catalogue.map(|catalogue| catalogue.standing(&id)).unwrap_or_default();
    let mut reference = Reference {
        citation,
        state: State::Resolved,
        reason: None,
        target: None,
        title,
        date: catalogued.and_then(|letter| letter.date),
        standing: standing.into_iter().map(|(standing, letter)| (standing, letter.id.clone())).collect(),
    };
    if letter.letterhead.ids.iter().take(MOST_OWN).any(|own| *own == id) {
        reference.state = State::Own;
        return reference;
    }
    if let Some((target, contradicts)) = given(&reference.citation, &id) {
        reference.target = Some(target);
        if contradicts {
            (reference.state, reference.reason) = (State::Ambiguous, Some(Reason::Contradicted));
        }
        return reference;
    }
    // What the page knows is beyond doubt.
    reference.target = entry(&id, sources.entries).filter(is_safe);
    if reference.target.is_some() {
        return reference;
    }
    if let Some((state, reason)) = doubt(&reference.citation, &id) {
        (reference.state, reference.reason) = (state, Some(reason));
        return reference;
    }
    reference.target = target(&id, letter.letterhead.date, sources).filter(is_safe);
    if reference.target.is_none() {
        (reference.state, reference.reason) = (State::Unresolved, Some(Reason::NoAddress));
    }
    reference
}

/// The link that the letter itself gives, and whether it leads to another document.
fn given(citation: &Citation, id: &DocumentId) -> Option<(Target, bool)> {
    let address = Address::from_destination(citation.destination.as_deref()?)?;
    let Address::Web(address) = address else { return None };
    let contradicts =
        itu_addresses::document_at(&address).is_some_and(|there| !itu_addresses::is_same(&there, id));
    let target = Target {
        address,
        language: None,
        provenance: Provenance::Given,
        opens: Opens::Document,
        edition: None,
    };
    Some((target, contradicts))
}

/// Whether the address is one that a link may have: catalogues and pages can say anything.
fn is_safe(target: &Target) -> bool {
    Address::of_target(&target.address).is_some()
}

/// Why it cannot be told which document is meant.
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

/// Where the document is, by catalogue, registry or rule.
fn target(id: &DocumentId, letter_date: Option<Date>, sources: Sources<'_>) -> Option<Target> {
    held(id, sources)
        .or_else(|| address_templates::registered(id, sources.language))
        .or_else(|| address_templates::by_rule(id, letter_date.and_then(study_period), sources.language))
        .or_else(|| amended(id, letter_date, sources))
}

fn held(id: &DocumentId, sources: Sources<'_>) -> Option<Target> {
    let letter = sources.catalogue?.get(id)?;
    let version = letter.version(sources.language)?;
    Some(Target {
        address: address_of(sources.catalogue?, letter, sources.language)?,
        language: Some(version.language),
        provenance: Provenance::Catalogue,
        opens: Opens::Document,
        edition: None,
    })
}

/// Where the site shows the letter: on its page for letters, or else as the file of the best version.
pub fn address_of(catalogue: &Catalogue, letter: &CataloguedLetter, language: Language) -> Option<String> {
    match &catalogue.page {
        Some(page) => Some(page.replace("{id}", &letter.id.to_string())),
        None => Some(letter.version(language)?.file.clone()),
    }
}

fn entry(id: &DocumentId, entries: &[Entry]) -> Option<Target> {
    let document = id.without_edition();
    let exact = entries.iter().find(|entry| entry.id == *id);
    let entry = exact.or_else(|| entries.iter().find(|entry| entry.id == document))?;
    Some(Target {
        address: entry.address.clone(),
        language: entry.language,
        provenance: Provenance::Host,
        opens: if entry.id == *id { Opens::Document } else { Opens::InForce },
        edition: None,
    })
}

/// An amendment that has no address of its own is on the page of the letter that it amends.
fn amended(id: &DocumentId, letter_date: Option<Date>, sources: Sources<'_>) -> Option<Target> {
    let DocumentId::Amendment { of, .. } = id else { return None };
    let target = target(of, letter_date, sources)?;
    Some(Target { opens: Opens::Amended, ..target })
}

/// The links of the letter that lead nowhere, and are not mended by the words that they stand on.
pub fn dead_links(letter: &Letter, references: &[Reference]) -> Vec<Link> {
    // The references are in the order of the text: the last one that begins before the link ends.
    let is_mended = |link: &Link| {
        let place = |reference: &Reference| (reference.citation.passage, reference.citation.range.start);
        let after = references.partition_point(|reference| place(reference) < (link.passage, link.range.end));
        let before = after.checked_sub(1).and_then(|before| references.get(before));
        before.is_some_and(|Reference { citation, .. }| {
            citation.passage == link.passage && citation.range.end > link.range.start
        })
    };
    let is_dead =
        |link: &Link| Address::from_destination(&link.destination).is_none() && !link.text.is_empty();
    citation::links(letter).into_iter().filter(|link| is_dead(link) && !is_mended(link)).collect()
}

/// What a publisher should know about the references of a letter: those that lead nowhere, and those whose link contradicts its words.
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
