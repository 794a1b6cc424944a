//! The letters in the files of this repository.

use std::fs;
use std::path::{Path, PathBuf};

use letters::letter;
use serde_json::Value;

/// The letters that ship, and the specimens.
pub(crate) fn letters() -> Vec<PathBuf> {
    letters_in(&["../../letters", "tests/letters"])
}

/// The letters that ship, the specimens, the parallel versions, and the letters that mean harm: each with its name.
pub(crate) fn all() -> Vec<(String, String)> {
    let read =
        |path: &PathBuf| (path.display().to_string(), letter::decode(&fs::read(path).unwrap()).into_owned());
    let mut fixtures: Vec<(String, String)> =
        letters_in(&["../../letters", "tests/letters", "tests/versions"]).iter().map(read).collect();
    let hostile = fs::read_to_string(package().join("tests/hostile/letters.jsonl")).unwrap();
    fixtures.extend(hostile.lines().map(|line| {
        let letter: Value = serde_json::from_str(line).unwrap();
        let text = |key| letter.get(key).and_then(Value::as_str).unwrap().to_owned();
        (text("name"), text("text"))
    }));
    fixtures
}

fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The Markdown files in these folders of the package, and in the folders in them.
fn letters_in(folders: &[&str]) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = folders.iter().map(|folder| package().join(folder)).collect();
    let mut letters = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                letters.push(path);
            }
        }
    }
    letters.sort();
    letters
}
