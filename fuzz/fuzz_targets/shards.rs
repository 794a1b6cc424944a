//! Letters put together from lines of the specimens, and from marks of Markdown, HTML and citations: they come further into the reader than bytes do.

#![no_main]

#[path = "../../crates/letters/tests/invariants/mod.rs"]
mod invariants;

use std::sync::OnceLock;

use invariants::shards::{MARKS, PHRASES};
use letters::ids::Language;
use libfuzzer_sys::fuzz_target;

/// The lines of the specimens, and what breaks lines.
fn shards() -> &'static [String] {
    static SHARDS: OnceLock<Vec<String>> = OnceLock::new();
    SHARDS.get_or_init(|| {
        let mut shards: Vec<String> = MARKS.iter().chain(PHRASES).map(|mark| (*mark).to_owned()).collect();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/letters/tests/letters");
        let mut paths: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "md")) {
            let source = std::fs::read_to_string(path).unwrap_or_default();
            shards.extend(source.split_inclusive('\n').map(str::to_owned));
        }
        shards
    })
}

fuzz_target!(|input: (u8, Vec<u16>)| {
    let (language, choices) = input;
    let shards = shards();
    let chosen = choices.iter().filter_map(|choice| shards.get(usize::from(*choice) % shards.len()));
    let source: String = chosen.map(String::as_str).collect();
    invariants::check(&source, Language::ALL.get(usize::from(language % 7)).copied());
});
