//! The citations of a letter and their targets.

use letters::Version;
use letters::catalogue::Catalogue;
use letters::ids::Language;
use letters::resolver::{self, LocatedCatalogue, Reference, Sources};

/// The citations of the letter, resolved for readers of its own language.
pub(crate) fn references(version: &Version, catalogue: Option<&Catalogue>) -> Vec<Reference> {
    let letter = version.letter();
    let catalogue = catalogue.map(LocatedCatalogue::relative);
    let language = letter.metadata.language.unwrap_or(Language::English);
    resolver::resolve(
        &letter.metadata.letterhead,
        version.citations().to_vec(),
        Sources { catalogue, entries: &[], language },
    )
}
