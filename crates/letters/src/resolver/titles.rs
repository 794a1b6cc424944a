//! The titles of documents that are known for certain: `data/titles.tsv`.

use crate::ids::{DocumentId, Language, TextPart};

include!(concat!(env!("OUT_DIR"), "/titles.rs"));

/// The title of the document in the language, or else in English. A provision has the title of its basic text; all
/// editions have the same title.
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
