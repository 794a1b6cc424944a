//! The developer's view: problems that a publisher should fix in the letter. Readers never see it.

use yew::prelude::*;

use super::texts::ReadLetter;
use super::vdom::{element, text};
use super::versions::Comparison;
use letters::diagnostic::{Code, Place};
use letters::ids::Language;
use letters::resolver::{self, Reference};

/// The maximum number of diagnostics shown: the command `circulars check` prints all.
const MOST: usize = 100;

/// The diagnostics of the letter and of its references. They are in English, as those of the command are.
pub(super) fn diagnostics(letter: &ReadLetter, references: &[Reference], comparison: &Comparison) -> Html {
    let shown = |(code, place): (Code, Place)| {
        let reason = format!(" {}: {}", code.reason(), code.advice());
        element("li", &[], [element("code", &[], [text(&name(code, place))]), text(&reason)])
    };
    let attributes = [
        ("class", Some("debug")),
        ("part", Some("debug")),
        ("lang", Some("en")),
        ("dir", Some("ltr")),
        ("aria-label", Some("Diagnostics")),
    ];
    let of_letter = letter.remarks.iter().map(|remark| (remark.code, remark.place));
    let of_references = resolver::check(references);
    let of_references = of_references
        .iter()
        .filter_map(|diagnostic| Some((diagnostic.code, *letter.places.get(diagnostic.span.start)?)));
    let divergences = comparison.of(letter).iter().flat_map(|compared| {
        let language = compared.version.language().map_or("–", Language::code);
        compared.divergences.iter().map(move |divergence| {
            let code = divergence.code();
            let name = name(code, letter.place_of(&divergence.span()));
            let detail = format!(" {}: {}", code.reason(), divergence.detail(language));
            element("li", &[], [element("code", &[], [text(&name)]), text(&detail)])
        })
    });
    let diagnostics = of_letter.chain(of_references);
    let list = element("ol", &[], diagnostics.map(shown).chain(divergences).take(MOST));
    element("section", &attributes, [list])
}

/// The place, the severity and the name of a diagnostic.
fn name(code: Code, Place { line, column }: Place) -> String {
    format!("{line}:{column} {}[{}]", code.severity(), code.name())
}
