//! How fast a letter is read, and how much of that is Markdown.

use circular_viewer::letter;
use divan::Bencher;
use divan::counter::BytesCount;
use pulldown_cmark::{Options, Parser};

const LETTER: &str = include_str!("../letters/cl-20-43/fr.md");

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

#[divan::bench]
fn letter_given(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::of_str(LETTER)).bench(|| letter::read(divan::black_box(LETTER), Some(circular_viewer::language::Language::French)));
}
