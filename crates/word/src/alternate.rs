//! Alternative content: what newer programs understand, and what others show (ECMA-376, part 3).

use crate::markup::Element;

/// The prefixes of the extensions that this crate reads, as Word writes them.
const UNDERSTOOD: [&str; 6] = ["wps", "wpg", "wpc", "wp14", "w14", "w15"];

/// The first alternative that is understood, or what others show.
pub(crate) fn chosen(alternatives: &Element) -> Option<&Element> {
    let is_understood = |choice: &&Element| {
        let requires = choice.attribute("Requires").unwrap_or_default();
        choice.is("mc:Choice") && requires.split_whitespace().all(|prefix| UNDERSTOOD.contains(&prefix))
    };
    alternatives.children().find(is_understood).or_else(|| alternatives.child("mc:Fallback"))
}
