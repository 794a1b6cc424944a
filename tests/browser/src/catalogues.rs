//! Catalogues of many letters, made of those that ship.

use std::path::Path;

use letters::catalogue::{Catalogue, CataloguedLetter};
use letters::export::catalogue_to_json;
use letters::ids::Date;

use crate::shipped;

/// The catalogue of so many letters, from 1990 on, as the command writes it.
pub(crate) fn of(root: &Path, count: usize) -> String {
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
    catalogue_to_json(&Catalogue { page: Some("../?letter={id}".to_owned()), letters: many.collect() })
}
