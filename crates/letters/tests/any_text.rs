//! Any text gives a letter: without a panic, with every word in its place, and in a time that grows at most linearly.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test stops at what it does not expect")]

mod invariants;

use std::fs;
use std::path::Path;

use invariants::fixtures;
use invariants::shards::{MARKS, PHRASES};
use letters::ids::Language;
use letters::letter;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Fragments that make up letters, or break them: lines of the specimens, and marks of Markdown and HTML.
fn shards() -> Vec<String> {
    let mut shards: Vec<String> = MARKS.iter().map(|mark| (*mark).to_owned()).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "md")) {
        let source = fs::read_to_string(path).unwrap();
        shards.extend(source.split_inclusive('\n').step_by(7).map(str::to_owned));
    }
    shards
}

/// Words that make up citations, or break them: those of the gold set, and marks.
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

/// Some text: a few phrases.
fn phrases() -> impl Strategy<Value = String> {
    vec(select(PHRASES), 0..4).prop_map(|phrases| phrases.join(" "))
}

/// A table in HTML, with merged cells, lists and paragraphs in its cells.
fn html_table() -> impl Strategy<Value = String> {
    let attributes = select(vec!["", " colspan=2", " rowspan=2", " colspan=3 rowspan=2"]);
    let around = select(vec![
        ("", ""),
        ("<p>", "</p>"),
        ("<ul><li>", "</li></ul>"),
        ("<ul><li>one</li><li>", "</li></ul>"),
    ]);
    let cell = (select(vec!["td", "th"]), attributes, around, phrases()).prop_map(
        |(tag, attributes, (before, after), text)| {
            format!("<{tag}{attributes}>{before}{text}{after}</{tag}>")
        },
    );
    let row = vec(cell, 0..4).prop_map(|cells| format!("<tr>{}</tr>", cells.concat()));
    vec(row, 0..4).prop_map(|rows| format!("<table>{}</table>", rows.concat()))
}

/// A table in Markdown, with rows that have more or fewer cells than the head.
fn pipe_table() -> impl Strategy<Value = String> {
    let row = || vec(phrases(), 1..5).prop_map(|cells| format!("| {} |\n", cells.join(" | ")));
    (1..4_usize, row(), vec(row(), 0..4))
        .prop_map(|(columns, head, rows)| format!("{head}{}|\n{}", "|---".repeat(columns), rows.concat()))
}

/// A fenced block of code, with words after the ticks.
fn fence() -> impl Strategy<Value = String> {
    (select(vec!["```", "~~~", "````"]), phrases(), phrases())
        .prop_map(|(ticks, info, text)| format!("{ticks}{}\n{text}\n{ticks}", info.replace(['\n', '`'], " ")))
}

/// A block of a letter, of any kind, which may be in a list, a quote, a footnote or a field of the letterhead.
fn block() -> impl Strategy<Value = String> {
    let marks = [
        "",
        "",
        "",
        "- ",
        "3. ",
        "> ",
        "# ",
        "    ",
        "- - ",
        "> - ",
        "[^a]: ",
        "[^b]: ",
        "Subject: ",
        "To: ",
        "Annex 1 ",
        "| ",
    ];
    let content = prop_oneof![3 => phrases(), 1 => html_table(), 1 => pipe_table(), 1 => fence()];
    (select(marks.to_vec()), content).prop_map(|(mark, content)| format!("{mark}{content}"))
}

fn languages() -> impl Strategy<Value = Option<Language>> {
    prop::option::of(select(Language::ALL.to_vec()))
}

// The number of texts for each property: PROPTEST_CASES, by default 256.
proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mixture_of_shards_is_read_and_shown_whole(shards in vec(select(shards()), 0..60), language in languages()) {
        invariants::check(&shards.concat(), language);
    }

    #[test]
    fn any_mixture_of_blocks_is_read_and_shown_whole(
        blocks in vec((block(), select(vec!["\n", "\n\n"])), 0..8),
        language in languages(),
    ) {
        let source: String = blocks.iter().flat_map(|(block, end)| [block.as_str(), *end]).collect();
        invariants::check(&source, language);
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
fn every_fixture_is_read_and_shown_whole() {
    for (name, source) in fixtures::all() {
        println!("{name}");
        invariants::check(&source, None);
    }
}

#[test]
fn a_citation_in_a_list_in_a_cell_of_an_html_table_links_its_own_words() {
    invariants::check(
        "Geneva, 5 May 2024\n\nSubject: Resolution 71\n\n<table><tr><td><ul><li>Resolution 70 (Rev. Bucharest, 2022)\
         </li></ul></td></tr></table>\n",
        None,
    );
}

#[test]
fn a_footnote_that_is_defined_twice_and_cited_twice_gives_no_id_twice() {
    invariants::check("One[^a] and[^a] another[^a].\n\n[^a]: First\n\n[^a]: Second\n", None);
}

#[test]
fn cells_beyond_the_head_of_a_table_are_shown() {
    invariants::check("| one | two |\n|---|---|\n| three | four | five | six |\n", None);
}

#[test]
fn words_behind_the_ticks_of_a_fence_are_shown() {
    invariants::check("```behind the ticks\ninside\n```\n\n~~~ and behind tildes\ninside\n~~~\n", None);
}

#[test]
fn a_footnote_mark_within_a_citation_stays_between_its_words() {
    invariants::check("Resolution[^a] 96 and Resolution 9[^a]7\n\n[^a]: Note\n", None);
}

#[test]
fn a_subject_that_is_only_a_footnote_mark_is_shown() {
    invariants::check("Subject: [^a]\n\nThe meeting\n\n[^a]: Note\n", None);
}

#[test]
fn the_number_of_a_list_item_that_is_a_field_of_the_letterhead_is_shown() {
    invariants::check("1. Fax: +41 22 730 6503\n", None);
}

#[test]
fn a_null_character_in_code_leaves_the_places_behind_it_right() {
    invariants::check("`\u{0}1é`", None);
    invariants::check("```\nResolution 70 (Rev. Bucharest, 2022)\u{0}2 with Circular Letter CR/376.\n", None);
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
