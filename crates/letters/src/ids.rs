//! What letters are identified by: languages, issuers, dates, and the language-neutral ids of documents.

mod date;
mod document;
mod issuer;
mod language;

pub use date::Date;
pub use document::*;
pub use issuer::Issuer;
pub use language::{Direction, Language, UnknownLanguage};
