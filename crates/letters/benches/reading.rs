//! The time of reading a letter, and the share of Markdown in it.

use divan::Bencher;
use divan::counter::BytesCount;
use letters::citation::{self, Circumstances};
use letters::ids::Language;
use letters::resolver::{self, Sources};
use letters::{letter, page};
use pulldown_cmark::{Options, Parser};

const LETTER: &str = include_str!("../../../letters/cl-20-43/fr.md");

fn main() {
    divan::main();
}

#[divan::bench]
fn markdown_alone(bencher: Bencher<'_, '_>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    bencher
        .counter(BytesCount::of_str(LETTER))
        .bench(|| Parser::new_ext(divan::black_box(LETTER), options).into_offset_iter().count());
}

#[divan::bench]
fn letter(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::of_str(LETTER)).bench(|| letter::read(divan::black_box(LETTER), None));
}

/// The citations of the letter, which has already been read.
#[divan::bench]
fn citations(bencher: Bencher<'_, '_>) {
    let read = letter::read(LETTER, None);
    bencher.counter(BytesCount::of_str(LETTER)).bench(|| citation::find(divan::black_box(&read)));
}

/// The citations in the passages of the gold set, in their language.
#[divan::bench(args = Language::ALL)]
fn citations_in_passages(bencher: Bencher<'_, '_>, language: Language) {
    let text = passages(language);
    let circumstances = Circumstances { language: Some(language), ..Circumstances::default() };
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| citation::find_in_text(divan::black_box(&text), circumstances).len());
}

/// A letter read, its citations found and resolved, and the page's tree built.
#[divan::bench]
fn letter_with_references(bencher: Bencher<'_, '_>) {
    let sources = Sources { catalogue: None, entries: &[], language: Language::French };
    bencher.counter(BytesCount::of_str(LETTER)).bench(|| {
        let letter = letter::read(divan::black_box(LETTER), None);
        let references = resolver::resolve(&letter.metadata.letterhead, citation::find(&letter), sources);
        page::letter(&letter, &references, Language::French).len()
    });
}

/// The texts of the gold set.
fn passages(language: Language) -> String {
    let file = format!("{}/tests/citations/{}.jsonl", env!("CARGO_MANIFEST_DIR"), language.code());
    let lines = std::fs::read_to_string(file).unwrap_or_default();
    let text = |line: &str| {
        serde_json::from_str::<serde_json::Value>(line).ok()?.get("text")?.as_str().map(str::to_owned)
    };
    lines.lines().filter_map(text).collect::<Vec<_>>().join("\n")
}

/// All specimens, one after the other: letters of every issuer, layout and language.
#[divan::bench]
fn specimens(bencher: Bencher<'_, '_>) {
    let specimens = specimens_in_tests();
    let bytes: usize = specimens.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        specimens.iter().map(|source| letter::read(divan::black_box(source), None).parts.len()).sum::<usize>()
    });
}

/// A letter with a long body, of running text: 100 kB.
#[divan::bench]
fn long_letter(bencher: Bencher<'_, '_>) {
    let (head, body) = LETTER.split_once("Madame, Monsieur,").unwrap_or_default();
    let (body, end) = body.split_once("Veillez").unwrap_or_default();
    let source = format!("{head}Madame, Monsieur,{}Veillez{end}", body.repeat(100_000 / body.len()));
    bencher.counter(BytesCount::of_str(&source)).bench(|| letter::read(divan::black_box(&source), None));
}

#[divan::bench]
fn specimens_markdown_alone(bencher: Bencher<'_, '_>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let specimens = specimens_in_tests();
    let bytes: usize = specimens.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        let count =
            |source: &String| Parser::new_ext(divan::black_box(source), options).into_offset_iter().count();
        specimens.iter().map(count).sum::<usize>()
    });
}

fn specimens_in_tests() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/letters");
    let paths = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let letters = paths.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    letters.filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}
