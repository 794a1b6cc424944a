//! The titles of documents, where they are known for sure: `data/titles.tsv`.

use super::tables::TITLES;
use crate::ids::Language;
use crate::ids::{DocumentId, TextPart};

/// The title of the document in the language, or else in English; that of a basic text for its provisions. Editions have the same title.
pub(super) fn title(id: &DocumentId, language: Language) -> Option<(String, Language)> {
    let document = match id {
        DocumentId::BasicText { text, .. } => DocumentId::BasicText { text: *text, part: TextPart::Whole },
        id => id.without_edition(),
    };
    let id = document.to_string();
    let in_language = |wanted: Language| {
        let (.., title) = TITLES.iter().find(|(its_id, language, _)| *language == wanted && *its_id == id)?;
        Some(((*title).to_owned(), wanted))
    };
    in_language(language).or_else(|| in_language(Language::English))
}
