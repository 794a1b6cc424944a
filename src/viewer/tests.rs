//! The components in a browser, without a server: letters come from `data:` addresses.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, ShadowRootInit, ShadowRootMode};

use super::Mounted;
use letters::citation;
use letters::ids::Language;
use letters::resolver::{self, Sources};

wasm_bindgen_test_configure!(run_in_browser);

const LETTER: &str = "data:text/markdown;charset=utf-8,General Secretariat (SG)%0A%0AGeneva, 3 May 2024%0A%0ARef.: Circular \
                      letter CL-24/12%0A%0ATo: All specimens%0A%0ASubject: A specimen%0A%0ADear Colleagues,%0A%0AThis letter \
                      is a specimen.";

/// An element in the page with the attributes, prepared as `circular-letter.js` does.
fn host(attributes: &[(&str, &str)]) -> HtmlElement {
    let document = gloo::utils::document();
    let host: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    for (name, value) in attributes {
        host.set_attribute(name, value).unwrap();
    }
    host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
    document.body().unwrap().append_child(&host).unwrap();
    host
}

/// A viewer in the element, with the presenter that the element gives it.
fn started(host: &HtmlElement) -> Mounted {
    Mounted::start(host.clone(), LetterPresenter::new(host).unchecked_into()).unwrap()
}

#[wasm_bindgen(module = "/src/element/presenter.js")]
extern "C" {
    #[wasm_bindgen(js_name = Presenter)]
    type LetterPresenter;

    #[wasm_bindgen(constructor, js_class = "Presenter")]
    fn new(host: &HtmlElement) -> LetterPresenter;
}

/// The text of the first element of the controls that matches the selector.
fn controls(host: &HtmlElement, selector: &str) -> Option<String> {
    host.shadow_root()?.query_selector(selector).unwrap()?.text_content()
}

/// Waits until the value is available.
async fn eventually<T>(value: impl Fn() -> Option<T>) -> T {
    for _ in 0..300 {
        if let Some(value) = value() {
            return value;
        }
        gloo::timers::future::TimeoutFuture::new(10).await;
    }
    panic!("it does not come");
}

#[wasm_bindgen_test]
async fn a_letter_is_shown_with_its_bar_and_its_details() {
    let host = host(&[("src", LETTER), ("ui-lang", "en")]);
    let mounted = started(&host);
    let reference = eventually(|| controls(&host, ".bar .reference")).await;
    assert_eq!(reference, "CL-24/12");
    let subject = eventually(|| host.query_selector("article h2").unwrap()).await;
    assert_eq!(subject.text_content().unwrap(), "A specimen");
    assert_eq!(controls(&host, ".details h2").unwrap(), "Details");
    assert_eq!(controls(&host, ".entry dd").unwrap(), "CL-24/12");
    mounted.stop();
}

#[wasm_bindgen_test]
async fn the_interface_changes_its_language_without_reading_the_letter_again() {
    let host = host(&[("src", LETTER), ("ui-lang", "en")]);
    let mut mounted = started(&host);
    let subject = eventually(|| host.query_selector("article h2").unwrap()).await;
    host.set_attribute("ui-lang", "es").unwrap();
    mounted.update();
    eventually(|| controls(&host, ".details h2").filter(|heading| heading == "Detalles")).await;
    assert!(host.query_selector("article h2").unwrap().is_some_and(|same| same.is_same_node(Some(&subject))));
    mounted.stop();
}

#[wasm_bindgen_test]
async fn an_element_without_a_source_says_so() {
    let host = host(&[("ui-lang", "fr")]);
    let mounted = started(&host);
    let sentence = eventually(|| controls(&host, ".notice p")).await;
    assert_eq!(sentence, "Aucune lettre à afficher ici n'a été indiquée.");
    mounted.stop();
}

#[wasm_bindgen_test]
async fn a_viewer_that_ends_leaves_nothing_behind() {
    let host = host(&[("src", LETTER)]);
    let mounted = started(&host);
    eventually(|| controls(&host, ".bar")).await;
    mounted.stop();
    assert_eq!(host.child_element_count(), 0);
    assert_eq!(host.shadow_root().unwrap().child_element_count(), 0);
}

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
        let references = resolver::resolve(&letter, citation::find(&letter), sources);
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
