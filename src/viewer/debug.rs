//! The developer's view: what a publisher should mend in the letter. Readers never see it.

use yew::prelude::*;

use super::elements::{element, text};
use crate::diagnostic::{Diagnostic, Place};
use crate::letter::Letter;
use crate::resolver::{self, Reference};

/// How many diagnostics are shown: the command `circulars check` gives all.
const MOST: usize = 100;

/// The diagnostics of the letter and of its references. They are in English, as those of the command are.
pub(super) fn diagnostics(letter: &Letter, references: &[Reference], source: &str) -> Html {
    let shown = |diagnostic: &Diagnostic| {
        let Place { line, column } = Place::of(source, diagnostic.span.start);
        let code = diagnostic.code;
        let name = format!("{line}:{column} {}[{}]", code.severity(), code.name());
        let reason = format!(" {}: {}", code.reason(), code.advice());
        element("li", &[], [element("code", &[], [text(&name)]), text(&reason)])
    };
    let attributes = [
        ("class", Some("debug")),
        ("part", Some("debug")),
        ("lang", Some("en")),
        ("dir", Some("ltr")),
        ("aria-label", Some("Diagnostics")),
    ];
    let of_references = resolver::check(references);
    let diagnostics = letter.diagnostics.iter().chain(&of_references);
    let list = element("ol", &[], diagnostics.take(MOST).map(shown));
    element("section", &attributes, [list])
}
