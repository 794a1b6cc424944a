//! Tables of words: forms in six languages, each with its meaning.
//!
//! The library compares texts with them: `crates/letters/src/text/words.rs` describes the columns of a packed table.
//! Forms are folded and sorted, each without the characters that it shares with the one before it; so a word costs the
//! module little more than the letters that only it has. Forms that texts are compared with from their end are packed
//! with their characters in reverse order.

use std::collections::HashMap;

use letters::ids::Language;
use letters::text::folded;

use super::code::Code;
use super::source::{Columns, EVIDENCE, Row, Source};
use super::variants::Enum;

/// The format and the use of a table of words. Its columns are language, meaning, form, certainty, source.
pub(super) struct Words {
    pub(super) meaning: Meaning,
    pub(super) compared: &'static [Compared],
    pub(super) asked: Asked,
}

/// The meaning of the words.
pub(super) enum Meaning {
    /// Nothing: the table is a set, and has no such column.
    Nothing,
    /// A number, in the column with this name.
    Number(&'static str),
    /// A name, in the column with this name.
    Text(&'static str),
    /// A variant of the enum with this path, in the column with this name, in snake case.
    Variant(&'static str, &'static str),
}

/// The end from which texts are compared with the words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Compared {
    FromStart,
    FromEnd,
}

/// The way in which the library looks words up.
///
/// Where it asks for the meaning of a word, the first of two meanings hides the second in the same language, which is
/// an error. Where it asks whether a word has one particular meaning, a form may have several: “Atentamente” is a
/// closing, and part of longer ones.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    WhatItMeans,
    WhetherItMeans,
}

/// The language of forms that are written so in all six.
const ALL_LANGUAGES: &str = "mul";

/// Above the bits of languages is that of a stem, which takes any ending.
const STEM: u8 = 0x40;

/// At the end of a stem in the table.
const ANY_ENDING: char = '…';

/// From here on, characters are Chinese, and need no spaces.
const FIRST_CHINESE: char = '\u{2E80}';

/// A row: its form folded, its meaning as Rust code.
struct Entry {
    line: usize,
    languages: u8,
    meaning: String,
    /// The meaning as written in the table.
    written: String,
    form: String,
}

/// A form as it is packed, without the mark of a stem.
#[derive(Clone)]
struct Form {
    /// The number of its meaning.
    meaning: usize,
    /// A bit for each language in which it is written so, and [`STEM`].
    languages: u8,
    text: String,
}

/// The constants of a table of words: the meanings by their numbers, and the words.
pub(super) fn code(name: &str, source: &Source, words: &Words) -> Result<Code, String> {
    let variants = match words.meaning {
        Meaning::Variant(_, path) => Some(Enum::in_library(path)?),
        _ => None,
    };
    packed(name, source, words, variants.as_ref())
}

fn packed(name: &str, source: &Source, words: &Words, variants: Option<&Enum>) -> Result<Code, String> {
    let mut entries = entries(source, words, variants)?;
    if words.asked != Asked::WhetherItMeans {
        check_meanings(source, &entries)?;
    }
    // Where one form has two meanings, that of the first language is taken.
    entries.sort_by_key(|entry| entry.languages);
    let mut meanings: Vec<String> = Vec::new();
    let mut forms: Vec<Form> = Vec::new();
    for Entry { languages, meaning, form, .. } in entries {
        let number = meanings.iter().position(|known| *known == meaning).unwrap_or_else(|| {
            meanings.push(meaning);
            meanings.len() - 1
        });
        let (text, stem) = form.strip_suffix(ANY_ENDING).map_or((form.as_str(), 0), |text| (text, STEM));
        let is_same = |known: &&mut Form| {
            known.meaning == number && known.text == text && known.languages & STEM == stem
        };
        match forms.iter_mut().find(is_same) {
            Some(known) => known.languages |= languages,
            None => {
                forms.push(Form { meaning: number, languages: languages | stem, text: text.to_owned() });
            }
        }
    }
    let mut code = Code::default();
    code.import("crate::text::words::Starts");
    code.import("crate::text::words::Words");
    let kind = match (&words.meaning, variants) {
        (Meaning::Number(_), _) => "u8",
        (_, Some(variants)) => {
            code.import(variants.path());
            variants.name()
        }
        _ => "&str",
    };
    if !matches!(words.meaning, Meaning::Nothing) {
        code.list(&format!("{name}_meanings"), &format!("&[{kind}]"), meanings);
    }
    for compared in words.compared {
        let (name, forms) = match compared {
            Compared::FromStart => (name.to_owned(), forms.clone()),
            Compared::FromEnd => (format!("{name}_backwards"), forms.iter().map(Form::reversed).collect()),
        };
        let columns = columns(forms).ok_or_else(|| format!("{}: too large to be packed", source.path))?;
        code.constant(&name, "Words", &columns);
    }
    Ok(code)
}

/// The columns of a packed table, as Rust code. None where a number does not fit into its column.
fn columns(mut forms: Vec<Form>) -> Option<String> {
    forms.sort_by(|one, other| one.text.cmp(&other.text));
    let (mut groups, mut sizes, mut rests) = (Vec::<(u16, u16, u16)>::new(), Vec::new(), String::new());
    let (mut meanings, mut languages) = (Vec::new(), Vec::new());
    let mut before = String::new();
    for form in forms {
        let first = form.text.chars().next()?;
        if !before.starts_with(first) {
            let character = u16::try_from(u32::from(first)).ok()?;
            groups.push((character, sizes.len().try_into().ok()?, rests.len().try_into().ok()?));
            before = first.to_string();
        }
        let shared = form.text.chars().zip(before.chars()).take_while(|(c, before)| c == before);
        let (count, bytes) =
            shared.fold((0_u8, 0), |(count, bytes), (c, _)| (count + 1, bytes + c.len_utf8()));
        let rest = form.text.get(bytes..)?;
        sizes.push((count, u8::try_from(rest.len()).ok()?));
        meanings.push(u8::try_from(form.meaning).ok()?);
        languages.push(form.languages);
        rests += rest;
        before = form.text;
    }
    u16::try_from(rests.len()).ok()?;
    Some(format!(
        "Words {{\n    groups: &{groups:?},\n    sizes: &{sizes:?},\n    meanings: &{meanings:?},\n    languages: &{languages:?},\n    \
         rests: {rests:?},\n    starts: Starts::new(),\n}}"
    ))
}

fn entries(source: &Source, words: &Words, variants: Option<&Enum>) -> Result<Vec<Entry>, String> {
    let entry = |line, cells: [&str; 3]| {
        Entry::parse(line, cells, &words.meaning, variants)
            .map_err(|problem| format!("{}:{line}: {problem}", source.path))
    };
    let certainties = EVIDENCE;
    match words.meaning {
        Meaning::Nothing => {
            let names = ["language", "form", "certainty", "source"];
            let rows = source.rows(&Columns { names, key: 2, certainties })?;
            let cells = |row: Row<'_, 4>| {
                let [language, form, ..] = row.cells;
                entry(row.line, [language, "", form])
            };
            rows.into_iter().map(cells).collect()
        }
        Meaning::Number(column) | Meaning::Text(column) | Meaning::Variant(column, _) => {
            let names = ["language", column, "form", "certainty", "source"];
            let rows = source.rows(&Columns { names, key: 3, certainties })?;
            let cells = |row: Row<'_, 5>| {
                let [language, meaning, form, ..] = row.cells;
                entry(row.line, [language, meaning, form])
            };
            rows.into_iter().map(cells).collect()
        }
    }
}

/// Fails where a form means two things in one language: only the first would ever be found.
fn check_meanings(source: &Source, entries: &[Entry]) -> Result<(), String> {
    let mut by_form: HashMap<&str, Vec<&Entry>> = HashMap::new();
    for entry in entries {
        let same = by_form.entry(&entry.form).or_default();
        let is_hidden_by =
            |first: &&&Entry| first.languages & entry.languages != 0 && first.meaning != entry.meaning;
        if let Some(first) = same.iter().find(is_hidden_by) {
            return Err(format!(
                "{}:{}: “{}” is {} in line {}, and can only mean one thing",
                source.path, entry.line, entry.form, first.written, first.line
            ));
        }
        same.push(entry);
    }
    Ok(())
}

impl Entry {
    fn parse(
        line: usize,
        [language, meaning, form]: [&str; 3],
        kind: &Meaning,
        variants: Option<&Enum>,
    ) -> Result<Self, String> {
        let folded: String = form.chars().filter_map(folded).collect();
        if folded.is_empty() {
            return Err(format!("nothing of “{form}” counts in a comparison"));
        }
        if folded.chars().zip(folded.chars().skip(1)).any(|(before, c)| c == ' ' && before >= FIRST_CHINESE) {
            return Err("a space behind a Chinese character does not count in a comparison".to_owned());
        }
        let written = meaning.to_owned();
        let meaning = match (kind, variants) {
            (Meaning::Number(_), _) => match meaning.parse::<u8>() {
                Ok(number) => number.to_string(),
                Err(_) => return Err(format!("“{meaning}” is no number from 0 to 255")),
            },
            (_, Some(variants)) => variants.variant(meaning)?,
            _ => format!("{meaning:?}"),
        };
        Ok(Self { line, languages: languages(language)?, meaning, written, form: folded })
    }
}

/// The bits of a language, or of all, in the order of [`Language`].
fn languages(code: &str) -> Result<u8, String> {
    let bits =
        (0..).zip(Language::ALL).filter(|(_, language)| [language.code(), ALL_LANGUAGES].contains(&code));
    match bits.map(|(bit, _)| 1 << bit).sum() {
        0 => Err(format!("unknown language “{code}”: it is one of ar, zh, en, fr, ru, es, mul")),
        bits => Ok(bits),
    }
}

impl Form {
    fn reversed(&self) -> Self {
        Self { text: self.text.chars().rev().collect(), ..*self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(words: &Words, rows: &str) -> Result<String, String> {
        let source =
            Source::new("data/labels.tsv", format!("language\tfield\tform\tcertainty\tsource\n{rows}"));
        let label = Enum::declared("crate::room::Label", "enum Label { Phone, Fax }").unwrap();
        packed("labels", &source, words, Some(&label)).map(|code| code.constants)
    }

    fn labels(asked: Asked) -> Words {
        let meaning = Meaning::Variant("field", "crate::room::Label");
        Words { meaning, compared: &[Compared::FromStart], asked }
    }

    fn problem(rows: &str) -> Option<String> {
        result(&labels(Asked::WhatItMeans), rows).err()
    }

    #[test]
    fn forms_are_folded_and_packed_with_their_meaning_and_languages() {
        let rows =
            "fr\tphone\tTél.\tseen\tCL-20/43\nen\tfax\tFax\tseen\tCL-20/43\nes\tphone\tTel.\tknown\tusage\n";
        let expected = "pub(super) static LABELS_MEANINGS: &[Label] = &[
    Label::Fax,
    Label::Phone,
];
pub(super) static LABELS: Words = Words {
    groups: &[(102, 0, 0), (116, 1, 2)],
    sizes: &[(1, 2), (1, 3)],
    meanings: &[0, 1],
    languages: &[4, 40],
    rests: \"axel.\",
    starts: Starts::new(),
};
";
        assert_eq!(result(&labels(Asked::WhatItMeans), rows).as_deref(), Ok(expected));
    }

    #[test]
    fn a_form_holds_what_it_does_not_share_with_the_one_before_it() {
        let rows = "en\tphone\tTelephone\tseen\tx\nen\tphone\tTele…\tseen\tx\nen\tfax\tTelefax\tseen\tx\n";
        let code = result(&labels(Asked::WhatItMeans), rows).unwrap();
        assert!(code.contains("sizes: &[(1, 3), (4, 3), (4, 5)]"), "{code}");
        assert!(code.contains("rests: \"elefaxphone\""), "{code}");
        assert!(code.contains("languages: &[68, 4, 4]"), "{code}");
    }

    #[test]
    fn words_that_are_compared_from_their_end_are_packed_in_reverse_order() {
        let words = Words { compared: &[Compared::FromEnd], ..labels(Asked::WhatItMeans) };
        let code = result(&words, "en\tfax\tFax\tseen\tCL-20/43\n").unwrap();
        assert!(code.contains("LABELS_BACKWARDS") && code.contains(r#"rests: "af""#), "{code}");
    }

    #[test]
    fn an_unknown_language_is_an_error() {
        let expected = "data/labels.tsv:2: unknown language “de”: it is one of ar, zh, en, fr, ru, es, mul";
        assert_eq!(problem("de\tphone\tTel.\tknown\tusage\n").as_deref(), Some(expected));
    }

    #[test]
    fn an_unknown_meaning_is_an_error() {
        let expected = "data/labels.tsv:2: unknown label “telephone”: it is one of phone, fax";
        assert_eq!(problem("en\ttelephone\tTel.\tknown\tusage\n").as_deref(), Some(expected));
    }

    #[test]
    fn a_number_must_be_one() {
        let words = Words { meaning: Meaning::Number("field"), ..labels(Asked::WhatItMeans) };
        let expected = "data/labels.tsv:2: “phone” is no number from 0 to 255";
        assert_eq!(result(&words, "en\tphone\tTel.\tknown\tusage\n").err().as_deref(), Some(expected));
    }

    #[test]
    fn a_form_for_two_meanings_is_an_error() {
        let expected = "data/labels.tsv:3: “tel.” is phone in line 2, and can only mean one thing";
        let rows = "mul\tphone\tTel.\tknown\tusage\nfr\tfax\tTél.\tknown\tusage\n";
        assert_eq!(problem(rows).as_deref(), Some(expected));
    }

    #[test]
    fn a_form_may_mean_other_things_in_other_languages() {
        assert_eq!(problem("en\tphone\tTel.\tknown\tusage\nfr\tfax\tTel.\tknown\tusage\n"), None);
    }

    #[test]
    fn a_form_may_have_several_meanings_where_each_is_asked_for() {
        let rows = "en\tphone\tTel.\tknown\tusage\nen\tfax\tTel.\tknown\tusage\n";
        assert!(result(&labels(Asked::WhetherItMeans), rows).is_ok());
    }

    #[test]
    fn a_space_behind_a_chinese_character_is_an_error() {
        let expected = "data/labels.tsv:2: a space behind a Chinese character does not count in a comparison";
        assert_eq!(problem("zh\tphone\t电 话\tknown\tusage\n").as_deref(), Some(expected));
    }
}
