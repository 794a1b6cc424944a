//! Identifiers of letters: languages, issuers, dates, and the language-neutral ids of documents.

mod date;
mod document;
mod folder;
mod instant;
pub(crate) mod issuer;
mod language;
mod numbers;
mod study_period;
#[rustfmt::skip]
mod tables;

pub use date::Date;
pub use document::*;
pub use folder::{folder_names, full_folder_name};
pub use instant::Instant;
pub use issuer::Issuer;
pub use language::{Direction, Language, UnknownLanguage};
pub(crate) use numbers::{decimal, full_year, positive};
pub use study_period::study_period;
