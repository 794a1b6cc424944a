//! What a letter cites, and where that leads.

use letters::catalogue::Catalogue;
use letters::citation::Citation;
use letters::ids::Language;
use letters::letter::Letter;
use letters::resolver::{self, Reference, Sources};

/// The citations of the letter, resolved for readers of its own language.
pub(crate) fn references(
    letter: &Letter,
    citations: Vec<Citation>,
    catalogue: Option<&Catalogue>,
) -> Vec<Reference> {
    let language = letter.language.unwrap_or(Language::English);
    resolver::resolve(letter, citations, Sources { catalogue, entries: &[], language })
}
