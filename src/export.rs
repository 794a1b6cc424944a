//! What programs get of letters: JSON from the command, objects from the element.

#[cfg(feature = "command")]
mod catalogue;
mod letter;
mod tree;

#[cfg(feature = "command")]
pub use catalogue::catalogue_to_json;
#[cfg(feature = "command")]
pub use letter::to_json;
pub use letter::{citations, metadata};
pub use tree::Value;
