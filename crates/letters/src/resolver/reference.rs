//! A citation with its target and provenance, or the reason why there is none.

use crate::catalogue::Standing;
use crate::citation::Citation;
use crate::ids::{Date, DocumentId, Language};
use crate::interface::Message;

/// A citation and its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The citation.
    pub citation: Citation,
    /// Whether it is resolved.
    pub state: State,
    /// The reason why it is unresolved or uncertain.
    pub reason: Option<Reason>,
    /// Its target.
    pub target: Option<Target>,
    /// The title of the document, and its language.
    pub title: Option<(String, Language)>,
    /// The date of the document, if it is a letter of the catalogue.
    pub date: Option<Date>,
    /// The effects of other letters on it, each with the other letter.
    pub standing: Vec<(Standing, DocumentId)>,
}

/// Whether a citation is resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It leads to its document.
    Resolved,
    /// It is not clear which document is meant.
    Ambiguous,
    /// The document is announced, and not yet published.
    Awaited,
    /// No address of the document is known.
    Unresolved,
    /// It is the letter's own reference, without a target because the reader is already there.
    Own,
}

/// The reason why a citation is unresolved or uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The body that adopted the Resolution or Decision is unknown.
    UnknownBody,
    /// The Sector of the Question is unknown.
    UnknownSector,
    /// Numbers start again with each study period, and the period is unknown.
    UnknownPeriod,
    /// The number may be reversed.
    MayBeReversed,
    /// The letter announces the document without its number.
    NotNumbered,
    /// The letter's own link leads to another document.
    Contradicted,
    /// No address of documents of this kind is known.
    NoAddress,
}

/// The target of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The address: complete, or relative to the catalogue if the [sources](super::Sources) leave it so.
    pub address: String,
    /// The language of the content; none if there are several, or if it is unknown.
    pub language: Option<Language>,
    /// Its provenance.
    pub provenance: Provenance,
    /// The content at the address.
    pub opens: Opens,
    /// The year of the edition that opens, if it is known.
    pub edition: Option<u16>,
}

/// The provenance of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// The letter itself gives the link.
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

/// The certainty of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The Union's own pages use it in links.
    Certain,
    /// Inferred from their links.
    Likely,
}

/// The content at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// The document.
    Document,
    /// The whole text that contains the provision.
    Whole,
    /// The edition in force, regardless of the edition cited.
    InForce,
    /// A volume that contains the document.
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
        self.row().0
    }

    /// The sentence for readers.
    pub const fn message(self) -> Message {
        self.row().1
    }

    const fn row(self) -> (&'static str, Message) {
        match self {
            Self::UnknownBody => ("unknown-body", Message::UnknownBody),
            Self::UnknownSector => ("unknown-sector", Message::UnknownSector),
            Self::UnknownPeriod => ("unknown-period", Message::UnknownPeriod),
            Self::MayBeReversed => ("may-be-reversed", Message::MayBeReversed),
            Self::NotNumbered => ("not-numbered", Message::NotNumbered),
            Self::Contradicted => ("contradicted", Message::Contradicted),
            Self::NoAddress => ("no-address", Message::NoAddress),
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

    /// Whether the address is certain, not merely likely.
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
    /// Whether the target opens, or may open, an edition other than the one cited.
    pub fn opens_other_edition(&self) -> bool {
        let cited = self.citation.id.edition();
        let opened = self.target.as_ref().filter(|target| target.opens == Opens::InForce);
        match (cited, opened) {
            (Some(cited), Some(target)) => target.edition != Some(cited),
            _ => false,
        }
    }
}
