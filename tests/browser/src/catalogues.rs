//! Catalogues of many letters, made of those that ship.

use std::collections::HashMap;
use std::path::Path;

use letters::catalogue::{Catalogue, CataloguedLetter};
use letters::export::catalogue_to_json;
use letters::ids::{Date, Language};
use site::{Holdings, Part, Settings};

use crate::shipped;

/// The catalogue of so many letters, from 1990 on, as the command writes it.
pub(crate) fn of(root: &Path, count: usize) -> String {
    let page = Some("../?letter={id}".to_owned());
    catalogue_to_json(&Catalogue { page, letters: letters(root, count) })
}

fn letters(root: &Path, count: usize) -> Vec<CataloguedLetter> {
    let shipped = shipped::letters(root);
    let shipped = Catalogue::of(shipped.iter().map(|letter| (letter.file.clone(), &letter.version)));
    let shipped: Vec<CataloguedLetter> = shipped.held().cloned().collect();
    let many = (0..count).zip(shipped.iter().cycle()).filter_map(|(number, letter)| {
        let year = 1990 + number * 35 / count;
        let date = format!("{year}-{:02}-{:02}", 1 + number % 12, 1 + number % 28);
        Some(CataloguedLetter {
            id: format!("sg/cl/{year}/{}", number + 1).parse().ok()?,
            date: Date::from_iso(&date),
            ..letter.clone()
        })
    });
    many.collect()
}

/// The catalogue of many letters in shards, as `circulars publish` writes it for English readers.
pub(crate) struct Sharded {
    holdings: Holdings,
    /// The index and the shards, by their path.
    files: HashMap<String, String>,
}

impl Sharded {
    pub(crate) fn of(root: &Path, count: usize) -> Self {
        let mut letters = letters(root, count);
        letters.sort_by_key(|letter| letter.date);
        let holdings = Holdings::of(Catalogue { page: None, letters });
        let parts = [Part::Index(Language::English), Part::Maps];
        let files = parts.into_iter().flat_map(|part| part.files(&holdings, &Settings::default()));
        let files = files.map(|file| (file.path, file.text)).collect();
        Self { holdings, files }
    }

    /// The file at the path: the index, a shard, or the slice of a letter.
    pub(crate) fn file(&self, path: &str) -> Option<String> {
        let known = self.files.get(path).cloned();
        known.or_else(|| {
            let work = self.holdings.works().iter().find(|work| work.slice() == path)?;
            let slice = self.holdings.slice(work);
            let files = site::letter_page::work(work, &slice, &Settings::default());
            files.into_iter().find(|file| file.path == path).map(|file| file.text)
        })
    }
}
