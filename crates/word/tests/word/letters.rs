//! The specimen letters of the library in Word form: what each says of itself is the same when it comes from Word.
//!
//! A specimen is written with the constructs that Word has for it: headings, emphasis, breaks of lines, automatic numbers and
//! bullets, tables, links, footnotes. Specimens of what only converters write, such as HTML, are left out.

use std::fs;
use std::path::Path;

use ::letters::export::to_json;
use ::letters::letter::{self, Letter};
use serde_json::Value;
use word::{Unaccepted, read};

use crate::support::checked;
use crate::writer::{SoftBreaks, in_word, is_of_converter};

/// What the letter says of itself.
pub(crate) fn facts(letter: &Letter) -> Value {
    let mut facts = serde_json::from_str::<Value>(&to_json(letter, &[])).unwrap_or_default();
    if let Some(facts) = facts.as_object_mut() {
        facts.retain(|key, _| key != "status");
    }
    facts
}

#[test]
fn every_specimen_says_the_same_when_it_comes_from_word() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../letters/tests/letters");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    // The lines of one letter are those of its paper, which Word does not have.
    paths.retain(|path| {
        path.extension().is_some_and(|extension| extension == "md")
            && !path.to_string_lossy().contains("nineties")
    });
    paths.sort();
    let mut compared = 0;
    let mut differences = Vec::new();
    for path in paths {
        let source = letter::decode(&fs::read(&path).unwrap()).into_owned();
        let written = in_word(&source, SoftBreaks::Lines).filter(|written| written.is_plain);
        let Some(written) = written.filter(|_| !is_of_converter(&source)) else { continue };
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let language = name.rsplit_once('.').and_then(|(_, code)| code.parse().ok());
        let imported = checked(read(&written.file().bytes(), Unaccepted::Refused).unwrap());
        let (before, after) =
            (facts(&letter::read(&source, language)), facts(&letter::read(&imported.markdown, language)));
        compared += 1;
        for (key, value) in before.as_object().into_iter().flatten() {
            if after.get(key) != Some(value) {
                differences.push(format!("{name} {key}: {value} is {:?}", after.get(key)));
            }
        }
    }
    assert!(differences.is_empty(), "{compared} letters compared:\n{}", differences.join("\n"));
    assert!(compared > 100, "{compared}");
}
