//! The records of the fixtures, and of long letters.

mod invariants;

use std::collections::BTreeSet;

use invariants::fixtures;
use letters::ids::Language;
use letters::page::{self, Node};
use letters::resolver::{self, Sources};
use letters::{Version, record};
use serde_json::Value;

fn parsed(text: &str) -> (Version, Value) {
    let version = Version::read(text, None);
    let json = record::to_json(&version, text, "letter.md");
    (version, serde_json::from_str(&json).unwrap_or_default())
}

/// The text of a node of a record.
fn text_of(node: &Value) -> String {
    match node {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().skip(1).map(text_of).collect(),
        _ => String::new(),
    }
}

/// The text of a node of the page.
fn text_on_page(node: &Node) -> String {
    match node {
        Node::Text(text) => text.clone(),
        Node::Element(element) => element.children.iter().map(text_on_page).collect(),
    }
}

/// Calls `take` with the attributes of every element.
fn each_attributes(node: &Value, take: &mut dyn FnMut(&serde_json::Map<String, Value>)) {
    for item in node.as_array().into_iter().flatten() {
        match item {
            Value::Object(attributes) => take(attributes),
            _ => each_attributes(item, take),
        }
    }
}

#[test]
fn a_record_has_the_text_of_the_page_and_no_other() {
    for (name, source) in fixtures::all() {
        let (version, record) = parsed(&source);
        let sources = Sources { catalogue: None, entries: &[], language: Language::English };
        let references = resolver::resolve(version.letter(), version.citations().to_vec(), sources);
        let page = page::letter(version.letter(), &references, Language::English);
        let of_page: String = page.iter().map(text_on_page).collect();
        let segments = record["segments"].as_array().unwrap();
        let nodes = segments.iter().flat_map(|segment| segment["nodes"].as_array().unwrap());
        assert_eq!(nodes.map(text_of).collect::<String>(), of_page, "{name}");
    }
}

#[test]
fn a_record_has_no_word_of_the_interface() {
    for (name, source) in fixtures::all() {
        let (_, record) = parsed(&source);
        for segment in record["segments"].as_array().unwrap() {
            each_attributes(&segment["nodes"], &mut |attributes| {
                let label = attributes.get("aria-label").and_then(Value::as_str).unwrap_or_default();
                assert!(source.contains(label), "{name}: {label} is not in the letter");
            });
        }
    }
}

#[test]
fn each_reference_in_the_tree_is_a_citation_of_the_record() {
    for (name, source) in fixtures::all() {
        let (_, record) = parsed(&source);
        let none = Vec::new();
        let citations = record["citations"].as_array().unwrap_or(&none);
        let mut numbers = BTreeSet::new();
        for segment in record["segments"].as_array().unwrap() {
            each_attributes(&segment["nodes"], &mut |attributes| {
                let Some(number) = attributes.get("data-reference") else { return };
                let number: usize = number.as_str().unwrap().parse().unwrap();
                numbers.insert(number);
                let citation = &citations[number - 1];
                if let Some(id) = attributes.get("data-document") {
                    assert_eq!(
                        (id, &attributes["data-state"]),
                        (&citation["id"], &citation["state"]),
                        "{name}"
                    );
                }
            });
        }
        assert!(numbers.len() <= citations.len(), "{name}");
    }
}

#[test]
fn every_segment_has_its_facts() {
    for (name, source) in fixtures::all() {
        let (version, record) = parsed(&source);
        let count = |member: &str| record[member].as_array().map_or(0, Vec::len);
        let segments = version.letter().segments().len();
        assert_eq!((count("segments"), count("facts")), (segments, segments), "{name}");
    }
}

#[test]
fn a_long_letter_is_written_in_parts_that_make_up_its_record() {
    let paragraphs: String = (0..2_500).map(|number| format!("\n\nParagraph {number}.")).collect();
    let source =
        format!("Ref.: Circular letter CL-24/12\n\nSubject: A specimen\n\nDear Sir/Madam,{paragraphs}\n");
    let version = Version::read(&source, None);
    let mut parts = Vec::new();
    record::write(&version, &source, "letter.md", &mut |part| parts.push(part.to_owned()));
    assert_eq!(parts.len(), 4);
    assert!(parts[..3].iter().all(|part| part.ends_with("]]}")), "each ends after a segment");
    assert_eq!(parts.concat(), record::to_json(&version, &source, "letter.md"));
}

#[test]
fn headings_and_annexes_are_the_outline() {
    let source = "\
Ref.: Circular letter CL-24/12

Subject: A specimen

Dear Sir/Madam,

## Background

Words.

### Details

More words.

Yours faithfully,

ANNEX 1

Text of the annex.
";
    let (_, record) = parsed(source);
    let outline = record["outline"].as_array().unwrap().iter();
    let headings = outline.map(|entry| (entry["text"].as_str().unwrap(), entry["level"].as_u64().unwrap()));
    assert_eq!(headings.collect::<Vec<_>>(), [("Background", 1), ("Details", 2), ("ANNEX 1", 1)]);
    assert_eq!(record["outline"][2]["place"], "annex-1");
}
