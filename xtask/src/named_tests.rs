//! Tests that the documents name in italics, such as *the letter fits every width*: each of them exists.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{ROOT, read};

/// The shortest name of a test, in bytes: shorter italics are emphasis.
const SHORTEST_NAME: usize = 12;

/// The Rust sources below a folder, except what is built or installed.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.extension() {
            Some(extension) if extension == "rs" => vec![path],
            None if path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules") => {
                sources(&path)
            }
            _ => Vec::new(),
        })
        .collect()
}

/// The texts of a line between single asterisks that begin with a small letter.
fn in_italics(line: &str) -> impl Iterator<Item = &str> {
    let plain = |text: &&str| text.starts_with(char::is_lowercase) && text.len() >= SHORTEST_NAME;
    line.split('*').skip(1).step_by(2).filter(plain)
}

#[test]
fn every_test_that_a_document_names_exists() {
    let root = Path::new(ROOT);
    let sources = ["crates", "src", "tests", "xtask/src"].map(|folder| sources(&root.join(folder))).concat();
    let code: String = sources.iter().map(|source| fs::read_to_string(source).unwrap()).collect();
    let document = read("docs/conformance.md").unwrap().replace("**", "");
    let named: Vec<String> =
        document.lines().flat_map(in_italics).map(|name| name.replace(' ', "_")).collect();
    assert!(named.len() > 100, "{} names", named.len());
    let missing: Vec<&String> = named.iter().filter(|name| !code.contains(&format!("fn {name}("))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
