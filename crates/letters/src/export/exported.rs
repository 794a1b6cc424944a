//! What the formats have of a letter: from the letter itself, or from its record.

use std::borrow::Cow;

use super::tree::Tree;
use crate::letter::{Letter, Metadata};
use crate::page::{self, Place, Setting, Wording};
use crate::record;
use crate::resolver::Reference;
use crate::text::json::Json;

/// A letter, as the formats have it.
#[derive(Clone, Debug)]
pub struct Exported<'letter> {
    /// What it says about itself.
    pub metadata: Cow<'letter, Metadata>,
    /// Its name; empty if it has none.
    pub name: String,
    /// What is on its page: one node or more for each segment.
    pub(super) nodes: Vec<Tree>,
}

impl<'letter> Exported<'letter> {
    /// The letter without its text: for the formats that have none of it.
    pub fn described(letter: &'letter Letter) -> Self {
        Self { metadata: Cow::Borrowed(&letter.metadata), name: letter.name(), nodes: Vec::new() }
    }

    /// The letter with its text. Its references lead where they do for readers of its own language; `wording` is that of the
    /// names of places, where the format has them.
    pub fn whole(letter: &'letter Letter, references: &[Reference], wording: Option<Wording>) -> Self {
        let setting = Setting { wording, place: Place::Main, references_before: 0 };
        let segments = page::segments(letter, references, setting);
        Self { nodes: segments.iter().flatten().map(Tree::from).collect(), ..Self::described(letter) }
    }

    /// The letter of a record. None if it is no record that can be read.
    pub fn of_record(json: &impl Json) -> Option<Exported<'static>> {
        let (metadata, name) = record::described(json)?;
        let segments = json.member("segments")?.elements();
        let nodes = segments.iter().filter_map(|segment| Some(segment.member("nodes")?.elements()));
        let nodes = nodes.flatten().filter_map(|node| Tree::read(&node)).collect();
        Some(Exported { metadata: Cow::Owned(metadata), name, nodes })
    }
}
