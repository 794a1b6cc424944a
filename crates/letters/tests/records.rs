//! The records of the fixtures, and of long letters.

mod invariants;

use std::collections::BTreeSet;

use invariants::fixtures;
use letters::citation::Citation;
use letters::diagnostic::{Code, Place};
use letters::export::{self, CardVersion, Exported};
use letters::facts::SegmentFacts;
use letters::ids::Language;
use letters::letter::SegmentKind;
use letters::page::{self, Node};
use letters::record::Record;
use letters::resolver::{self, Sources};
use letters::text::json::Json;
use letters::text::passage::PassageId;
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
        let references =
            resolver::resolve(&version.letter().metadata.letterhead, version.citations().to_vec(), sources);
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
                let is_number = label.chars().all(|c| c.is_ascii_digit() || c == '–');
                assert!(
                    is_number || source.contains(label),
                    "{name}: {label} is neither a number nor words of the letter"
                );
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
    // Three of segments, three of their facts, and the end.
    assert_eq!(parts.len(), 7);
    assert!(parts[..6].iter().all(|part| part.ends_with('}')), "each ends after an item");
    assert!(parts[1..].iter().all(|part| part.starts_with([',', ']'])), "each goes on, or ends the list");
    assert!(parts[3].starts_with(r#"],"facts":[{"#));
    assert_eq!(parts.concat(), record::to_json(&version, &source, "letter.md"));
}

/// A value that `serde_json` has read.
struct Read(Value);

impl Json for Read {
    fn member(&self, name: &str) -> Option<Self> {
        self.0.get(name).cloned().map(Self)
    }

    fn elements(&self) -> Vec<Self> {
        self.0.as_array().into_iter().flatten().cloned().map(Self).collect()
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    fn count(&self) -> Option<usize> {
        usize::try_from(self.0.as_u64()?).ok()
    }

    fn is_true(&self) -> bool {
        self.0 == true
    }
}

#[test]
fn a_record_says_what_the_letter_says() {
    for (name, source) in fixtures::all() {
        let (version, json) = parsed(&source);
        let letter = version.letter();
        let record = Record::read(&Read(json)).unwrap();
        assert_eq!(record.name, letter.name(), "{name}");
        let mut metadata = letter.metadata.clone();
        metadata.letterhead.issued_by = None;
        metadata.key_dates.iter_mut().for_each(|date| date.span = 0..0);
        assert_eq!(record.metadata, metadata, "{name}");
        let kinds: Vec<SegmentKind> = letter.segments().iter().map(|segment| segment.kind).collect();
        assert_eq!(record.segments, kinds, "{name}");
        let of_letter = |(number, citation): (usize, &Citation)| Citation {
            passage: PassageId::default(),
            range: 0..0,
            span: number..number + 1,
            ..citation.clone()
        };
        let citations: Vec<Citation> = version.citations().iter().enumerate().map(of_letter).collect();
        assert_eq!(record.citations, citations, "{name}");
        let codes: Vec<Code> = letter.diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(record.remarks.iter().map(|remark| remark.code).collect::<Vec<_>>(), codes, "{name}");
        assert_eq!(record.is_letter() && !letter.is_empty(), letter.is_letter(), "{name}");
    }
}

#[test]
fn a_record_is_exported_as_its_letter_is() {
    for (name, source) in fixtures::all() {
        let (version, json) = parsed(&source);
        let sources = Sources {
            catalogue: None,
            entries: &[],
            language: version.letter().metadata.language.unwrap_or(Language::English),
        };
        let references =
            resolver::resolve(&version.letter().metadata.letterhead, version.citations().to_vec(), sources);
        let letters = [Exported::whole(version.letter(), &references, None)];
        let records = [Exported::of_record(&Read(json)).unwrap()];
        assert_eq!(export::bibtex(&records), export::bibtex(&letters), "{name}");
        assert_eq!(export::ris(&records), export::ris(&letters), "{name}");
        assert_eq!(export::calendar(&records, None), export::calendar(&letters, None), "{name}");
        for version in [CardVersion::Three, CardVersion::Four] {
            let [of_record, of_letter] =
                [&records, &letters].map(|list| export::contact_cards(list, version));
            assert_eq!(of_record, of_letter, "{name}");
        }
        assert_eq!(export::plain_text(&records[0]), export::plain_text(&letters[0]), "{name}");
        // A record has no name of a place: its number stands for it.
        let [of_record, of_letter] = [&records, &letters].map(|versions| export::html_document(versions, ""));
        let named: Vec<&str> = of_record.split(" aria-label=\"¶ ").collect();
        let unnamed = named.iter().enumerate().map(|(index, part)| match part.split_once('"') {
            Some((_, rest)) if index > 0 => rest,
            _ => part,
        });
        assert_eq!(unnamed.collect::<String>(), of_letter, "{name}");
    }
}

#[test]
fn a_record_has_the_facts_of_the_letter_in_their_places() {
    for (name, source) in fixtures::all() {
        // Places count from after a byte order mark.
        let source = source.trim_start_matches('\u{feff}');
        let (version, json) = parsed(source);
        let (facts, places) = record::facts(&Read(json));
        let of_letter = version.facts();
        assert_eq!((facts.language, facts.segments.len()), (of_letter.language, of_letter.segments.len()));
        for (read, found) in facts.segments.iter().zip(&of_letter.segments) {
            let of_segment = |segment: &SegmentFacts| {
                (segment.kind, segment.shape, segment.length, segment.number.clone(), segment.facts.len())
            };
            assert_eq!(of_segment(read), of_segment(found), "{name}");
            assert_eq!(places[read.span.start], Place::of(source, found.span.start), "{name}");
            for (read, found) in read.facts.iter().zip(&found.facts) {
                assert_eq!(
                    (&read.fact, &read.text, read.notation),
                    (&found.fact, &found.text, found.notation)
                );
                assert_eq!(places[read.span.start], Place::of(source, found.span.start), "{name}");
            }
        }
    }
}

#[test]
fn a_record_of_another_version_or_with_an_unreadable_citation_is_refused() {
    let (_, json) = parsed("Ref.: Circular letter CL-24/12\n\nSubject: A specimen\n\nSee CL-20/43.\n");
    let with = |path: &str, value: Value| {
        let mut json = json.clone();
        *json.pointer_mut(path).unwrap() = value;
        Record::read(&Read(json))
    };
    assert!(with("/version", 2.into()).is_some());
    assert_eq!(with("/version", 1.into()), None);
    assert_eq!(with("/version", "1".into()), None);
    assert_eq!(with("/citations/0/id", "no such/id".into()), None);
    assert_eq!(Record::read(&Read(Value::Null)), None);
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
