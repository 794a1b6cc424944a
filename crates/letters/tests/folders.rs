//! The folders of `letters/` have the names that the library gives them.

#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::fs;
use std::path::PathBuf;

use letters::ids::{DocumentId, folder_names};
use letters::letter::read;

#[test]
fn every_letter_lies_in_the_folder_of_its_id() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../letters");
    let folders = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let folders: Vec<(PathBuf, DocumentId)> = folders
        .filter_map(|folder| {
            let letter = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).next()?;
            let letter = read(&fs::read_to_string(letter).unwrap(), None);
            Some((folder, letter.metadata.letterhead.ids.first()?.clone()))
        })
        .collect();
    assert!(!folders.is_empty());
    let ids: Vec<DocumentId> = folders.iter().map(|(_, id)| id.clone()).collect();
    for ((folder, id), name) in folders.iter().zip(folder_names(&ids)) {
        assert_eq!(folder.file_name().unwrap().to_str(), Some(name.as_str()), "{id}");
    }
}
