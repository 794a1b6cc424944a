//! Catalogues of many letters, made of those that ship.

use std::path::Path;

use letters::catalogue::{self, CataloguedLetter};
use letters::export::catalogue_to_json;
use letters::ids::Date;
use letters::text::json::Json;
use serde_json::Value;

/// The catalogue of so many letters, from 1990 on, as the command writes it.
pub(crate) fn of(root: &Path, count: usize) -> String {
    let shipped = std::fs::read_to_string(root.join("letters/catalogue.json")).unwrap_or_default();
    let shipped: Value = serde_json::from_str(&shipped).unwrap_or_default();
    let mut catalogue = catalogue::read(&Shipped(shipped)).unwrap_or_default();
    let shipped: Vec<CataloguedLetter> = catalogue.held().cloned().collect();
    let many = (0..count).zip(shipped.iter().cycle()).filter_map(|(number, letter)| {
        let year = 1990 + number * 35 / count;
        let date = format!("{year}-{:02}-{:02}", 1 + number % 12, 1 + number % 28);
        let mut letter = letter.clone();
        letter.versions.iter_mut().for_each(|version| version.file.insert_str(0, "/letters/"));
        Some(CataloguedLetter {
            id: format!("sg/cl/{year}/{}", number + 1).parse().ok()?,
            date: Date::from_iso(&date),
            ..letter
        })
    });
    catalogue.letters = many.collect();
    catalogue_to_json(&catalogue)
}

/// JSON that another library has parsed.
struct Shipped(Value);

impl Json for Shipped {
    fn member(&self, name: &str) -> Option<Self> {
        self.0.get(name).cloned().map(Self)
    }

    fn elements(&self) -> Vec<Self> {
        self.0.as_array().into_iter().flatten().cloned().map(Self).collect()
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    fn count(&self) -> Option<usize> {
        usize::try_from(self.0.as_u64()?).ok()
    }

    fn is_true(&self) -> bool {
        self.0 == true
    }
}
