//! The developer's view: problems that a publisher should fix in the letter. Readers never see it.

use yew::prelude::*;

use super::texts::ReadLetter;
use super::vdom::{element, text};
use super::versions::Comparison;
use letters::diagnostic::{Diagnostic, Place};
use letters::ids::Language;
use letters::resolver::{self, Reference};

/// The maximum number of diagnostics shown: the command `circulars check` prints all.
const MOST: usize = 100;

/// The diagnostics of the letter and of its references. They are in English, as those of the command are.
pub(super) fn diagnostics(letter: &ReadLetter, references: &[Reference], comparison: &Comparison) -> Html {
    let source = letter.source();
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
    let divergences = comparison.of(letter).iter().flat_map(|compared| {
        let language = compared.version.language.map_or("–", Language::code);
        compared.divergences.iter().map(move |divergence| {
            let Place { line, column } = Place::of(source, divergence.span().start);
            let code = divergence.code();
            let name = format!("{line}:{column} {}[{}]", code.severity(), code.name());
            let detail = format!(" {}: {}", code.reason(), divergence.detail(language));
            element("li", &[], [element("code", &[], [text(&name)]), text(&detail)])
        })
    });
    let list = element("ol", &[], diagnostics.map(shown).chain(divergences).take(MOST));
    element("section", &attributes, [list])
}
