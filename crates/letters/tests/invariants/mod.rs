//! What holds for any text whatever, shared by the property tests and the fuzzers.

use letters::alignment;
use letters::citation::{self, Circumstances};
use letters::divergence;
use letters::facts;
use letters::ids::DocumentId;
use letters::ids::Language;
use letters::letter::{self, Letter};
use letters::page::{self, Node};
use letters::resolver::{self, Reference, Sources};
use pulldown_cmark::{Event, Options, Parser};

/// Checks one text, as a letter in the given language or in any.
pub(crate) fn check(source: &str, language: Option<Language>) {
    let letter = letter::read(source, language);
    assert!(letter == letter::read(source, language), "the same text twice gives two letters");
    check_spans(&letter, source.strip_prefix('\u{feff}').unwrap_or(source));
    let references = references(&letter);
    check_citations(&references, source.strip_prefix('\u{feff}').unwrap_or(source));
    check_facts(&letter, source.strip_prefix('\u{feff}').unwrap_or(source));
    check_words(&letter, &references, source.strip_prefix('\u{feff}').unwrap_or(source));
}

/// Places lie in the source, between characters, and parts come in its order.
fn check_spans(letter: &Letter, source: &str) {
    let diagnostics = letter.diagnostics.iter().map(|diagnostic| &diagnostic.span);
    let dates = letter.key_dates.iter().map(|date| &date.span);
    for span in diagnostics.chain(dates) {
        assert!(source.get(span.clone()).is_some(), "{span:?} is no place in {source:?}");
    }
    for date in &letter.key_dates {
        assert!(date.first <= date.last && letter.letterhead.date.is_some_and(|own| own <= date.last));
    }
}

/// Facts stand in the source, and every segment of a letter is paired once, with itself as with a version that has lost half of its text.
fn check_facts(letter: &Letter, source: &str) {
    let facts = facts::of(letter, &citation::find(letter));
    for fact in facts.segments.iter().flat_map(|segment| &segment.facts) {
        assert!(source.get(fact.span.clone()).is_some(), "{:?} is no place in {source:?}", fact.span);
    }
    let mut half = facts.clone();
    half.segments.truncate(facts.segments.len() / 2);
    for other in [&facts, &half] {
        let pairing = alignment::align(&facts, other);
        assert_eq!(pairing.pairs.iter().map(|pair| pair.first.len()).sum::<usize>(), facts.segments.len());
        assert_eq!(pairing.pairs.iter().map(|pair| pair.second.len()).sum::<usize>(), other.segments.len());
        divergence::find(&facts, other, &pairing);
    }
}

/// The citations of the letter, resolved.
fn references(letter: &Letter) -> Vec<Reference> {
    let sources = Sources { catalogue: None, entries: &[], language: Language::English };
    resolver::resolve(letter, citation::find(letter), sources)
}

/// Citations stand between characters, apart from one another, in the order of the text; their ids are spelt as ids are.
fn check_citations(references: &[Reference], source: &str) {
    for reference in references {
        let citation = &reference.citation;
        assert!(source.get(citation.span.clone()).is_some(), "{:?} is no place in {source:?}", citation.span);
        check_id(&citation.id);
    }
    for pair in references.windows(2) {
        let [first, second] = pair else { continue };
        let (first, second) = (&first.citation, &second.citation);
        let is_behind = first.passage != second.passage || first.range.end <= second.range.start;
        assert!(is_behind, "{} and {} overlap", first.text, second.text);
    }
}

fn check_id(id: &DocumentId) {
    let printed = id.to_string();
    assert_eq!(printed.parse().as_ref(), Ok(id), "{printed} is not read back");
}

/// Citations in a text without its letter: between characters, apart, and the same whatever the spaces and hyphens are.
pub(crate) fn check_text(text: &str, language: Option<Language>) {
    let circumstances = Circumstances { language, ..Circumstances::default() };
    let found = citation::find_in_text(text, circumstances);
    let mut end = 0;
    for citation in &found {
        assert!(
            citation.range.start >= end && text.get(citation.range.clone()).is_some(),
            "{text:?}: {citation:?}"
        );
        end = citation.range.end;
        check_id(&citation.id);
    }
    let other = text.replace(' ', "\u{a0}").replace('-', "\u{2011}");
    let ids = |text: &str| {
        let found = citation::find_in_text(text, circumstances).into_iter();
        found.map(|found| found.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(text), ids(&other), "other spaces and hyphens: {text:?}");
}

/// The letters and digits of the text, as Markdown understands it, are on the page in the same order.
fn check_words(letter: &Letter, references: &[Reference], source: &str) {
    let page = page::letter(letter, references, Language::English);
    let mut shown = String::new();
    page.iter().for_each(|node| push_text(node, &mut shown));
    let mut shown = shown.chars().filter(|c| c.is_alphanumeric());
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(source, options) {
        let (Event::Text(text) | Event::Code(text)) = event else { continue };
        for c in text.chars().filter(|c| c.is_alphanumeric()) {
            assert!(shown.any(|shown| shown == c), "{c:?} of {text:?} is not shown in its place: {source:?}");
        }
    }
    let html = page::to_html(&page);
    assert!(
        !html.contains("<script") && !html.contains("href=\"javascript"),
        "the page can run something: {source:?}"
    );
}

fn push_text(node: &Node, text: &mut String) {
    match node {
        Node::Text(words) => text.push_str(words),
        Node::Element(element) => element.children.iter().for_each(|child| push_text(child, text)),
    }
}
