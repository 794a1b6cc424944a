//! The reader of Word files.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

mod constructs;
mod every_construct;
mod files;
mod layouts;
mod letters;
mod mutations;
mod receipt;
mod support;
mod writer;
