//! Letters and catalogues for other programs: JSON from the command, objects from the element, and the formats of
//! bibliographies, calendars, address books, mail and archives.

mod bibliography;
mod calendar;
mod catalogue;
mod contacts;
mod content_lines;
mod exported;
mod html_document;
mod letter;
mod plain_text;
#[cfg(test)]
mod tests;
mod tree;
mod value;

pub use bibliography::{bibtex, csl, ris};
pub use calendar::{Occasion, calendar, calendar_of, occasions};
pub use catalogue::{catalogue_to_json, catalogue_with_records};
pub use contacts::{CardVersion, contact_cards};
pub use exported::Exported;
pub use html_document::html_document;
pub(crate) use letter::citation;
pub use letter::{citations, metadata, to_json};
pub use plain_text::plain_text;
pub(crate) use value::Members;
pub use value::Value;
