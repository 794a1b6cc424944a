//! What reading and comparing costs in a browser.

#![allow(clippy::unwrap_used, reason = "a measurement stops at what it does not expect")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use letters::citation;
use letters::ids::Language;
use letters::resolver::{self, Sources};

wasm_bindgen_test_configure!(run_in_browser);

/// A measurement, not a test: `make bench` runs it and shows the result.
#[wasm_bindgen_test]
#[ignore = "it measures, and asserts nothing"]
fn how_long_it_takes_to_read_cl_20_43() {
    let source = include_str!("../../letters/cl-20-43/fr.md");
    let performance = gloo::utils::window().performance().unwrap();
    let milliseconds = |rounds: u32, work: &dyn Fn() -> usize| {
        let start = performance.now();
        let done: usize = (0..rounds).map(|_| std::hint::black_box(work())).sum();
        assert!(done > 0);
        (performance.now() - start) / f64::from(rounds)
    };
    let read = || letters::letter::read(std::hint::black_box(source), None).parts.len();
    let read_and_render = || {
        let letter = letters::letter::read(std::hint::black_box(source), None);
        let sources = Sources { catalogue: None, entries: &[], language: Language::French };
        let references = resolver::resolve(&letter.metadata.letterhead, citation::find(&letter), sources);
        letters::page::letter(&letter, &references, letters::ids::Language::English).len()
    };
    milliseconds(200, &read);
    wasm_bindgen_test::console_log!(
        "CL-20/43: read in {:.3} ms, read and made into the page's tree in {:.3} ms",
        milliseconds(1_000, &read),
        milliseconds(1_000, &read_and_render)
    );
}

/// A measurement, not a test: `make bench` runs it and shows the result.
#[wasm_bindgen_test]
#[ignore = "it measures, and asserts nothing"]
fn how_long_it_takes_to_pair_and_compare_versions_of_cl_20_43() {
    let facts = |text: &str, language: Language| {
        let letter = letters::letter::read(text, Some(language));
        letters::facts::of(&letter, &citation::find(&letter))
    };
    let performance = gloo::utils::window().performance().unwrap();
    let milliseconds = |work: &dyn Fn() -> usize| {
        let start = performance.now();
        let done: usize = (0..200).map(|_| std::hint::black_box(work())).sum();
        assert!(done > 0);
        (performance.now() - start) / 200.0
    };
    let (french, arabic) =
        (include_str!("../../letters/cl-20-43/fr.md"), include_str!("../../letters/cl-20-43/ar.md"));
    let (first, second) = (facts(french, Language::French), facts(arabic, Language::Arabic));
    let pairing = letters::alignment::align(&first, &second);
    let pair = || letters::alignment::align(std::hint::black_box(&first), &second).pairs.len();
    let compare = || 1 + letters::divergence::find(std::hint::black_box(&first), &second, &pairing).len();
    let find = || facts(std::hint::black_box(french), Language::French).segments.len();
    wasm_bindgen_test::console_log!(
        "CL-20/43: read, with its facts, in {:.3} ms; paired with another version in {:.3} ms; compared in {:.3} ms",
        milliseconds(&find),
        milliseconds(&pair),
        milliseconds(&compare)
    );
}
