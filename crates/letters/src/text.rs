//! Text: the tree built from any converter's output, character classes, and the tables of words for comparison.

pub(crate) mod characters;
pub(crate) mod folding;
pub mod json;
pub mod passage;
pub(crate) mod presentation_forms;
pub(crate) mod scanning;
pub mod tree;
pub(crate) mod words;

pub use characters::is_alphabetic;
pub use folding::folded;
