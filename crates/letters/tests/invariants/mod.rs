//! What holds for any text whatever, shared by the property tests and the fuzzers.

#![allow(
    dead_code,
    clippy::panic,
    clippy::unwrap_used,
    reason = "each test and each fuzzer uses a part, and stops at what it does not expect"
)]

#[cfg(not(fuzzing))]
pub(crate) mod fixtures;
pub(crate) mod shards;
pub(crate) mod shown;

use std::collections::{BTreeMap, BTreeSet};

use letters::alignment;
use letters::citation::{self, Circumstances};
use letters::diagnostic::{Code, Span};
use letters::divergence;
use letters::facts;
use letters::ids::DocumentId;
use letters::ids::Language;
use letters::letter::{self, DateKind, Letter};
use letters::page::{self, Attribute, Element, Node};
use letters::resolver::{self, Reference, Sources};
use pulldown_cmark::{Event, Options, Parser};

/// Checks one text, as a letter in the given language or in any.
pub(crate) fn check(source: &str, language: Option<Language>) {
    let letter = letter::read(source, language);
    assert!(letter == letter::read(source, language), "the same text twice gives two letters");
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    check_spans(&letter, source);
    let (source, marks) = letter::without_converter_marks(source);
    let source = &*source;
    check_marks(&letter, &marks);
    let references = references(&letter);
    check_citations(&references, source);
    check_facts(&letter, source);
    let page = page::letter(&letter, &references, Language::English);
    check_page_is_safe(&page, source);
    check_words(&letter, &page, source);
    check_links(&page, &references, source);
    check_ids(&page, source);
}

/// Places lie in the source, between characters, and parts come in its order.
fn check_spans(letter: &Letter, source: &str) {
    let diagnostics = letter.diagnostics.iter().map(|diagnostic| &diagnostic.span);
    let dates = letter.metadata.key_dates.iter().map(|date| &date.span);
    for span in diagnostics.chain(dates) {
        assert!(source.get(span.clone()).is_some(), "{span:?} is no place in {source:?}");
    }
    for date in &letter.metadata.key_dates {
        let is_announced = letter.metadata.letterhead.date.is_some_and(|own| own <= date.last);
        assert!(date.first <= date.last && (is_announced || date.kind == DateKind::Earlier), "{date:?}");
    }
    assert!(letter.metadata.key_dates.is_sorted_by_key(|date| date.first));
}

/// Each mark of a converter that is not shown has a diagnostic.
fn check_marks(letter: &Letter, marks: &[Span]) {
    let diagnostics = letter.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::ConverterMarks);
    let named: Vec<&Span> = diagnostics.map(|diagnostic| &diagnostic.span).collect();
    let is_empty = letter.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::Empty);
    assert!(is_empty || marks.iter().eq(named), "{marks:?} are not shown");
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
    resolver::resolve(&letter.metadata.letterhead, citation::find(letter), sources)
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
        assert!(
            (first.passage, first.range.end) <= (second.passage, second.range.start),
            "{:?} and {:?} overlap or are out of order in {source:?}",
            first.text,
            second.text
        );
        // A letterhead of three columns is read column by column.
        let is_before = first.span.end <= second.span.start;
        let is_behind = shown::has_third_column_of_labels(source) && second.span.end <= first.span.start;
        assert!(
            is_before || is_behind,
            "{:?} and {:?} overlap or are out of order in the source {source:?}",
            first.text,
            second.text
        );
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

/// Nothing on the page can run.
fn check_page_is_safe(page: &[Node], source: &str) {
    let html = page::to_html(page);
    // An address has one of four schemes, or none.
    let addresses = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let is_safe = |address: &str| {
        let before = address.split(['/', '?', '#']).next().unwrap_or_default();
        let scheme = before.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        scheme.is_none_or(|scheme| matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel"))
    };
    assert!(
        !html.contains("<script") && addresses.into_iter().all(is_safe),
        "the page can run something: {source:?}"
    );
}

/// The letters and digits of the text are on the page, in the same order: those that Markdown sees, and those that stand in the source,
/// some of which Markdown drops.
fn check_words(letter: &Letter, page: &[Node], source: &str) {
    let mut shown = String::new();
    page.iter().for_each(|node| push_text(node, &mut shown));
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let texts = Parser::new_ext(source, options).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(letter::without_presentation_forms(&text).into_owned()),
        _ => None,
    });
    check_order(&shown, &texts.collect::<String>(), source);
    // Lists deeper than any letter has lose their numbers, and a remark says so.
    if letter.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::TooDeep) {
        return;
    }
    let wanted = shown::characters_to_be_shown(&letter::without_presentation_forms(source));
    check_order(&shown::text_of_page(page), &wanted, source);
}

/// The letters and digits of the one text are in the other, in the same order.
fn check_order(shown: &str, wanted: &str, source: &str) {
    let characters = |text: &str| -> Vec<char> {
        let mut characters: Vec<char> =
            text.chars().filter(|c| c.is_alphanumeric()).map(shown::digit_of_exponent).collect();
        if shown::has_third_column_of_labels(source) {
            characters.sort_unstable();
        }
        characters
    };
    let (its, wanted) = (characters(shown), characters(wanted));
    let mut rest = its.iter();
    for (at, c) in wanted.iter().enumerate() {
        assert!(
            rest.any(|shown| shown == c),
            "{c:?} is not shown in its place, behind {:?}: {source:?}\nshows as {shown:?}",
            wanted.get(at.saturating_sub(40)..at).unwrap_or_default().iter().collect::<String>()
        );
    }
}

/// The words of a citation's link are the words of the citation; those of a link that the letter itself gives may be more.
fn check_links(page: &[Node], references: &[Reference], source: &str) {
    let mut links: BTreeMap<usize, String> = BTreeMap::new();
    each_element(page, &mut |element| {
        if element.attributes.contains(&Attribute::Class("citation"))
            && let Some(number) = number_of_reference(element)
        {
            element.children.iter().for_each(|child| push_text(child, links.entry(number).or_default()));
        }
    });
    for (number, reference) in (1..).zip(references) {
        let citation = &reference.citation;
        let words = visible(&citation.text);
        match (links.remove(&number).map(|words| visible(&words)), &citation.destination) {
            (Some(shown), _) if shown == words => {}
            (Some(shown), Some(_)) if shown.contains(&words) => {}
            // The letter's own link holds several citations, of which the first has it.
            (None, Some(_)) => {}
            (shown, _) => panic!("{:?} is cited, and linked is {shown:?}: {source:?}", citation.text),
        }
    }
    assert!(links.is_empty(), "links without a citation: {links:?}: {source:?}");
}

/// The number of the reference that the element shows.
fn number_of_reference(element: &Element) -> Option<usize> {
    element.attributes.iter().find_map(|attribute| match attribute {
        Attribute::Reference(number) => Some(*number),
        _ => None,
    })
}

/// The text without white space and without marks that nobody sees.
fn visible(text: &str) -> String {
    let is_invisible = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

/// A place of the page has a name of its own.
fn check_ids(page: &[Node], source: &str) {
    let mut ids = BTreeSet::new();
    each_element(page, &mut |element| {
        for attribute in &element.attributes {
            let Attribute::Id(id) = attribute else { continue };
            assert!(ids.insert(id.clone()), "the id {id:?} stands twice on the page of {source:?}");
        }
    });
}

fn each_element(nodes: &[Node], visit: &mut dyn FnMut(&Element)) {
    for node in nodes {
        if let Node::Element(element) = node {
            visit(element);
            each_element(&element.children, visit);
        }
    }
}

fn push_text(node: &Node, text: &mut String) {
    match node {
        Node::Text(words) => text.push_str(words),
        Node::Element(element) => element.children.iter().for_each(|child| push_text(child, text)),
    }
}
