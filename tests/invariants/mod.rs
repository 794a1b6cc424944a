//! What holds for any text whatever, shared by the property tests and the fuzzers.

use circular_viewer::language::Language;
use circular_viewer::letter::{self, Letter};
use circular_viewer::page::{self, Node};
use pulldown_cmark::{Event, Options, Parser};

/// Checks one text, as a letter in the given language or in any.
pub(crate) fn check(source: &str, language: Option<Language>) {
    let letter = letter::read(source, language);
    assert!(letter == letter::read(source, language), "the same text twice gives two letters");
    check_spans(&letter, source.strip_prefix('\u{feff}').unwrap_or(source));
    check_words(&letter, source.strip_prefix('\u{feff}').unwrap_or(source));
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

/// The letters and digits of the text, as Markdown understands it, are on the page in the same order.
fn check_words(letter: &Letter, source: &str) {
    let page = page::letter(letter, Language::English);
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
