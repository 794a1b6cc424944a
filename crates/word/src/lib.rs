//! Reads Word files (`.docx`) as the Markdown of letters, with a receipt of what became of each character.
//!
//! Bytes in, Markdown and receipt out: nothing is opened that a file refers to, and nothing is written. The steps, each in a module
//! of its own: [`package`] opens the archive, within limits; [`markup`] reads a part as a tree; [`revisions`] looks for changes
//! that nobody has accepted; [`styles`] and [`numbering`] have what paragraphs inherit; [`body`] makes [blocks](document) of
//! the tree; [`markdown`] writes them.

mod alternate;
mod body;
mod characters;
mod chunks;
mod document;
mod escape;
mod fields;
mod formula;
mod language;
mod links;
mod markdown;
mod markup;
mod number_formats;
mod numbering;
mod package;
mod properties;
mod receipt;
mod refusal;
mod revisions;
mod styles;
mod symbols;
mod whole;

pub use receipt::{Dropped, Lost, Receipt, Remark, Revisions};
pub use refusal::Refusal;
pub use whole::{Imported, Unaccepted, read};
