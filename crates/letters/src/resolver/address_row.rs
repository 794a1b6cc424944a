//! A row of `data/registry.tsv` or `data/addresses.tsv`.

use super::reference::{Certainty, Opens};
use crate::ids::Language;

/// The ids that the row matches, their language, and the address that it makes from them.
pub(super) struct AddressRow {
    pub(super) id: &'static str,
    /// None for all languages.
    pub(super) language: Option<Language>,
    pub(super) address: &'static str,
    pub(super) opens: Opens,
    pub(super) edition: Option<u16>,
    pub(super) certainty: Certainty,
}
