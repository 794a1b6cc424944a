//! Any text gives a letter: without a panic, with every word in its place, and in a time that grows no faster than the text.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test stops at what it does not expect")]

mod invariants;

use std::fs;
use std::path::Path;

use letters::ids::Language;
use letters::letter;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Shards of which letters are made, and of which they break: lines of the specimens, and the marks of Markdown and HTML.
fn shards() -> Vec<String> {
    let mut shards: Vec<String> = [
        "\n",
        "\n\n",
        "  \n",
        "\\\n",
        "\r\n",
        "\t",
        " ",
        "# ",
        "- ",
        "1. ",
        "7) ",
        "> ",
        "| ",
        " |\n|---|---|\n",
        "**",
        "*",
        "_",
        "~~",
        "`",
        "```\n",
        "[",
        "](",
        ")",
        "[^1]",
        "[^1]: ",
        "[a]: b\n",
        "![",
        "<br>",
        "<sup>",
        "</sup>",
        "<span dir=\"rtl\">",
        "</span>",
        "<script>",
        "&nbsp;",
        "&#x202e;",
        "\u{feff}",
        "\u{fffd}",
        "\u{0}",
        "\u{a0}",
        "\u{640}",
        "\u{200f}",
        "\u{301}",
        "第",
        "号",
        "年",
        "月",
        "日",
        "2024",
        "31",
        "十",
        "九",
        "2 p.m.",
        "1 500",
        "seventy-one",
        "+41 22",
        "a@b.c",
        "https://a.b/",
        "-",
        "–",
        "/",
        ":",
        "：",
        "(",
        ")",
        "---\n",
        "===\n",
        "Subject:",
        "To:",
        "Annex 1",
        "(signed)",
        "Dear Sir,",
        "Yours faithfully,",
        "CL-24/17",
    ]
    .map(str::to_owned)
    .to_vec();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "md")) {
        let source = fs::read_to_string(path).unwrap();
        shards.extend(source.split_inclusive('\n').step_by(7).map(str::to_owned));
    }
    shards
}

/// Words of which citations are made, and of which they break: those of the gold set, and marks.
fn words() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/citations");
    let mut words: Vec<String> = [
        "(", ")", "-", "–", "/", ".", ",", "《", "》", "第", "号", "和", " ", " ", "\u{a0}", "\u{640}",
        "2018", "99",
    ]
    .map(str::to_owned)
    .to_vec();
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let lines = fs::read_to_string(path).unwrap();
        for line in lines.lines().step_by(5) {
            let passage: serde_json::Value = serde_json::from_str(line).unwrap();
            words.extend(
                passage
                    .get("text")
                    .and_then(serde_json::Value::as_str)
                    .unwrap()
                    .split_inclusive(' ')
                    .map(str::to_owned),
            );
        }
    }
    words
}

fn languages() -> impl Strategy<Value = Option<Language>> {
    prop::option::of(select(Language::ALL.to_vec()))
}

// How many texts each property is tried on: PROPTEST_CASES, by default 256.
proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_of_shards_is_read_and_shown_whole(shards in vec(select(shards()), 0..60), language in languages()) {
        invariants::check(&shards.concat(), language);
    }

    #[test]
    fn citations_in_any_mixture_of_words_stand_apart(words in vec(select(words()), 0..40), language in languages()) {
        invariants::check_text(&words.concat(), language);
    }

    #[test]
    fn any_characters_are_read_and_shown_whole(text in "\\PC{0,200}", language in languages()) {
        invariants::check(&text, language);
    }

    #[test]
    fn any_bytes_are_decoded_and_read(bytes in vec(any::<u8>(), 0..300)) {
        invariants::check(&letter::decode(&bytes), None);
    }

    #[test]
    fn a_specimen_with_a_hole_or_a_double_is_read_and_shown_whole(from in any::<Index>(), length in 0..80_usize, doubled: bool) {
        let source = include_str!("letters/tsb-circular-table.ru.md");
        let start = source.floor_char_boundary(from.index(source.len()));
        let end = source.floor_char_boundary((start + length).min(source.len()));
        let hole = if doubled { source[start..end].repeat(3) } else { String::new() };
        invariants::check(&format!("{}{hole}{}", &source[..start], &source[end..]), None);
    }
}

#[test]
fn a_hundred_thousand_levels_of_anything_are_survived() {
    let deep = 100_000;
    for (before, after) in [
        ("> ", ""),
        ("[", "]"),
        ("(", ")"),
        ("*a ", "*"),
        ("- ", ""),
        ("<sup>", "</sup>"),
        ("![", "](x)"),
        ("`", "`"),
        ("[^", "]"),
    ] {
        let source = format!("Subject: A specimen\n\n{}at last{}", before.repeat(deep), after.repeat(deep));
        let letter = letter::read(&source, Some(Language::English));
        assert!(format!("{:?}", letter.parts).contains("at last"), "{before}");
    }
}
