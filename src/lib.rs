//! circular letters
pub mod date;
pub mod diagnostic;
pub mod document;
pub mod language;
pub mod letter;
pub mod interface;
pub mod page;
