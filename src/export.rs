//! What programs get of letters: JSON.

mod catalogue;
mod json;

pub use catalogue::catalogue_to_json;
pub use json::to_json;
