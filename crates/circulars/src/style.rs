//! `circulars style`: the style sheet of a letter as HTML.

use crate::failure::Failure;
use crate::output::print;

/// The style sheet of a letter that is in a page before any script has run.
const STATIC_CSS: &str = include_str!("../../../styles/built/letter.css");

pub(crate) fn run() -> Result<(), Failure> {
    print(STATIC_CSS)
}
