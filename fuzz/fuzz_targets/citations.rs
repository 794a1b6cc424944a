//! Passages put together from the words of the gold set: they come further into the finder of citations than bytes do.

#![no_main]

#[path = "../../crates/letters/tests/invariants/mod.rs"]
mod invariants;

use std::sync::OnceLock;

use letters::ids::Language;
use libfuzzer_sys::fuzz_target;

/// The words of the gold set, and the marks between them.
fn words() -> &'static [String] {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let marks = ["(", ")", "（", "）", "-", "–", "/", ".", ",", "、", "《", "》", "第", "号", "和", " ", "\u{a0}", "\u{640}", "\u{200f}", "2018", "99", "9.7"];
        let mut words: Vec<String> = marks.map(str::to_owned).to_vec();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/letters/tests/citations");
        let mut paths: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let lines = std::fs::read_to_string(path).unwrap_or_default();
            for line in lines.lines() {
                let text = line.split("\"text\": \"").nth(1).and_then(|rest| rest.split("\", \"").next()).unwrap_or_default();
                words.extend(text.split_inclusive(' ').map(str::to_owned));
            }
        }
        words.sort();
        words.dedup();
        words
    })
}

fuzz_target!(|input: (u8, Vec<u16>)| {
    let (language, choices) = input;
    let words = words();
    let chosen = choices.iter().filter_map(|choice| words.get(usize::from(*choice) % words.len()));
    let text: String = chosen.map(String::as_str).collect();
    invariants::check_text(&text, Language::ALL.get(usize::from(language % 7)).copied());
});
