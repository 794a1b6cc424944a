//! The dependencies of each part of the viewer: the sources are searched for names that they must not contain.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at what it does not expect")]

use std::fs;
use std::path::{Path, PathBuf};

/// The sources of a folder of `src`, without the component tests that run in a browser.
fn sources(folder: &str) -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the sources") {
            let path = entry.expect("an entry of the folder").path();
            match path.extension() {
                None => folders.push(path),
                Some(extension) if extension == "rs" && !path.ends_with("viewer/tests.rs") => {
                    files.push(path)
                }
                Some(_) => {}
            }
        }
    }
    files
}

/// Fails at the first line of code that names one of the words.
fn assert_unnamed(files: &[PathBuf], words: &[&str]) {
    assert!(!files.is_empty(), "there is nothing to search");
    for file in files {
        let text = fs::read_to_string(file).expect("a source");
        for (number, line) in
            text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
        {
            for word in words {
                assert!(!line.contains(word), "{}:{}: {word} in {line}", file.display(), number + 1);
            }
        }
    }
}

#[test]
fn the_edge_to_the_browser_knows_no_type_of_the_library() {
    let mut files = sources("browser");
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/browser.rs"));
    assert_unnamed(&files, &["letters::", "use letters", "crate::viewer"]);
}

#[test]
fn only_the_edge_to_the_browser_knows_the_bindings() {
    let mut files = sources("viewer");
    files.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/viewer.rs"));
    assert_unnamed(&files, &["web_sys", "js_sys", "gloo", "wasm_bindgen"]);
}

#[test]
fn only_the_root_component_knows_the_settings() {
    let mut files = sources("viewer");
    files.retain(|file| !file.ends_with("viewer/settings.rs") && !file.ends_with("viewer/root.rs"));
    assert_unnamed(&files, &["Settings"]);
}
