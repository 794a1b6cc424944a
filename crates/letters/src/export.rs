//! Letters and catalogues as values for programs: JSON from the command, objects from the element.

mod catalogue;
mod letter;
mod value;

pub use catalogue::catalogue_to_json;
pub(crate) use letter::citation;
pub use letter::{citations, metadata, to_json};
pub(crate) use value::Members;
pub use value::Value;
