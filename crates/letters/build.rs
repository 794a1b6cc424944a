//! Turns the tables of `data/` into constants.
//!
//! The tables are tab-separated text, so that anyone can read and correct them; the module carries only what it needs
//! of them, typed. A row that is malformed, or names a language or field that does not exist, fails the build with its
//! place.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/text/characters.rs"]
#[allow(dead_code, reason = "the rooms of the library use the rest")]
mod characters;
#[path = "src/text/folding.rs"]
#[allow(dead_code, reason = "the rooms of the library use the rest")]
mod folding;

/// Tables of words: their name in `data/`, and the type of what a word stands for. The columns are language, meaning, form,
/// certainty, source.
const WORDS: &[(&str, &str)] = &[
    ("labels", "Label"),
    ("openings", "Opening"),
    ("issuers", "Issuer"),
    ("months", "u8"),
    ("date_words", "DateWord"),
    ("series", "SeriesWord"),
    ("common_words", "()"),
    ("citation_words", "Term"),
    ("cities", "&str"),
    ("number_words", "u8"),
    ("clock_words", "ClockWord"),
];

/// The character that stands for the first meaning of a table; the others follow it.
const FIRST_CODE: u8 = b'!';

/// The tables whose words are looked for at the end of a text: their groups go by the last character.
const BACKWARDS: [&str; 2] = ["months", "date_words"];

/// The languages, in the order of `Language`, and the mark of what is written so in all of them.
const LANGUAGES: [&str; 7] = ["ar", "zh", "en", "fr", "ru", "es", "mul"];

/// Above the bits of languages stands another, so that together they are one byte, and never the end of a line.
const LANGUAGE_BITS: u8 = 0x40;

/// The bit of each.
const LANGUAGE_MASKS: [u8; 7] = [1, 2, 4, 8, 16, 32, 63];

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    write_tables(&out)
}

/// The text of a file, which is read again when it changes.
fn read(path: &Path) -> Result<String, String> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, code: &str) -> Result<(), String> {
    fs::write(path, code).map_err(|error| format!("{}: {error}", path.display()))
}

fn write_tables(out: &Path) -> Result<(), String> {
    for (name, meaning) in WORDS {
        write_words(out, name, meaning)?;
    }
    write_addresses(out, "registry")?;
    write_addresses(out, "addresses")?;
    write_titles(out)?;
    write_foreign_phrases(out)?;
    let rows = rows("furniture", 3)?;
    let forms = rows.iter().map(|row| cell(row, 0)).collect::<Result<Vec<_>, String>>()?;
    write_constant(out, "furniture", &format!("&[&str] = &{forms:?}"))?;
    let mut periods = String::new();
    for row in self::rows("study_periods", 6)? {
        let numbers = row
            .iter()
            .take(4)
            .map(|number| number.parse::<u16>().map_err(|error| format!("{number}: {error}")));
        let numbers = numbers.collect::<Result<Vec<_>, String>>()?;
        if let [period, year, month, day] = numbers[..] {
            periods += &format!("({period}, {year}, {month}, {day}),");
        }
    }
    write_constant(out, "study_periods", &format!("&[(u16, u16, u8, u8)] = &[{periods}]"))?;
    let mut conferences = String::new();
    for row in self::rows("conferences", 6)? {
        let (body, year, city) = (pascal_case(cell(&row, 1)?), cell(&row, 2)?, cell(&row, 3)?);
        conferences += &format!("({:?}, Assembly::{body}, {year}, {city:?}),\n", cell(&row, 0)?);
    }
    write_constant(out, "conferences", &format!("&[(&str, Assembly, u16, &str)] = &[\n{conferences}]"))
}

/// The rows that make addresses from ids.
fn write_addresses(out: &Path, name: &str) -> Result<(), String> {
    let mut code = String::new();
    for row in rows(name, 7)? {
        let language = match cell(&row, 1)? {
            "*" => "None".to_owned(),
            code => format!("Some({})", language_named(code)?),
        };
        let edition = match cell(&row, 4)? {
            "-" => "None".to_owned(),
            year => format!("Some({year})"),
        };
        code += &format!(
            "Row {{ id: {:?}, language: {language}, address: {:?}, opens: Opens::{}, edition: {edition}, certainty: Certainty::{} }},\n",
            cell(&row, 0)?,
            cell(&row, 2)?,
            pascal_case(cell(&row, 3)?),
            pascal_case(cell(&row, 5)?),
        );
    }
    write_constant(out, name, &format!("&[Row] = &[\n{code}]"))
}

/// The titles of documents.
fn write_titles(out: &Path) -> Result<(), String> {
    let mut code = String::new();
    for row in rows("titles", 5)? {
        let language = language_named(cell(&row, 1)?)?;
        code += &format!("({:?}, {language}, {:?}),\n", cell(&row, 0)?, cell(&row, 2)?);
    }
    write_constant(out, "titles", &format!("&[(&str, Language, &str)] = &[\n{code}]"))
}

/// The names that stay in their own language, the longest first.
fn write_foreign_phrases(out: &Path) -> Result<(), String> {
    let mut rows = rows("foreign_phrases", 4)?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.first().map_or(0, String::len)));
    let mut code = String::new();
    for row in rows {
        code += &format!("({:?}, {}),\n", cell(&row, 0)?, language_named(cell(&row, 1)?)?);
    }
    write_constant(out, "foreign_phrases", &format!("&[(&str, Language)] = &[\n{code}]"))
}

/// The language with the code, as the library writes it.
fn language_named(code: &str) -> Result<&'static str, String> {
    Ok(match code {
        "ar" => "Language::Arabic",
        "zh" => "Language::Chinese",
        "en" => "Language::English",
        "fr" => "Language::French",
        "ru" => "Language::Russian",
        "es" => "Language::Spanish",
        other => return Err(format!("{other} is none of the six languages")),
    })
}

fn write_constant(out: &Path, name: &str, value: &str) -> Result<(), String> {
    let code = format!("static {}: {value};\n", name.to_uppercase());
    write(&out.join(format!("{name}.rs")), &code)
}

/// A table of words: its forms, folded, in groups by their first (or last) two characters, so that nearly all are passed over at a glance.
/// In a group each line is a form; the two characters before it say what it means, and in which languages. So a word costs the module
/// little more than its letters.
fn write_words(out: &Path, name: &str, meaning: &str) -> Result<(), String> {
    let mut meanings: Vec<String> = Vec::new();
    let mut groups: BTreeMap<(char, char), Vec<Form>> = BTreeMap::new();
    let mut rows = rows(name, if meaning == "()" { 4 } else { 5 })?;
    // Where two forms are equally long, that of the first language is taken.
    rows.sort_by_key(|row| {
        LANGUAGES.iter().position(|code| row.first().is_some_and(|its_code| its_code == code))
    });
    for row in rows {
        let language = cell(&row, 0)?;
        let languages = match LANGUAGES.iter().position(|code| *code == language) {
            Some(index) => LANGUAGE_MASKS.get(index).copied(),
            None => None,
        };
        let languages =
            languages.ok_or_else(|| format!("data/{name}.tsv: {row:?} is in no language of the Union"))?;
        let (value, form) = match meaning {
            "()" => ("()".to_owned(), cell(&row, 1)?),
            "u8" => (cell(&row, 1)?.to_owned(), cell(&row, 2)?),
            "&str" => (format!("{:?}", cell(&row, 1)?), cell(&row, 2)?),
            _ => (format!("{meaning}::{}", pascal_case(cell(&row, 1)?)), cell(&row, 2)?),
        };
        let index = meanings.iter().position(|meaning| *meaning == value).unwrap_or_else(|| {
            meanings.push(value);
            meanings.len() - 1
        });
        let form: String = form.chars().filter_map(folding::folded).collect();
        if form.chars().zip(form.chars().skip(1)).any(|(before, c)| c == ' ' && before >= '\u{2E80}') {
            return Err(format!(
                "data/{name}.tsv: {row:?} has a space behind a Chinese character, which does not count"
            ));
        }
        // Dates are read backwards. What follows a stem is not known.
        let is_known = |c: &char| *c != '…';
        let key = if BACKWARDS.contains(&name) {
            let mut characters = form.chars().rev();
            (characters.next(), characters.next())
        } else {
            let mut characters = form.chars();
            (characters.next(), characters.next().filter(is_known))
        };
        let first = key.0.ok_or_else(|| format!("data/{name}.tsv: {row:?} has no form"))?;
        let group = groups.entry((first, key.1.unwrap_or_default())).or_default();
        match group.iter_mut().find(|known| known.meaning == index && known.form == form) {
            Some(known) => known.languages |= languages,
            None => group.push(Form { meaning: index, languages, form }),
        }
    }
    write_constant(out, &format!("{name}_meanings"), &format!("&[{meaning}] = &[{}]", meanings.join(", ")))?;
    let groups: Option<Vec<_>> = groups
        .into_iter()
        .map(|((first, second), forms)| {
            let packed: Option<String> = forms.iter().map(Form::packed).collect();
            Some((first, second, packed?))
        })
        .collect();
    let groups = groups.ok_or_else(|| format!("data/{name}.tsv has too many meanings"))?;
    write_constant(out, name, &format!("Words = Words(&{groups:?})"))
}

/// A form of a word.
struct Form {
    /// The number of what it means.
    meaning: usize,
    /// A bit for each language in which it is written so.
    languages: u8,
    form: String,
}

impl Form {
    /// The form as it stands in the module.
    fn packed(&self) -> Option<String> {
        let meaning =
            FIRST_CODE.checked_add(u8::try_from(self.meaning).ok()?).filter(u8::is_ascii_graphic)?;
        Some(format!("{}{}{}\n", char::from(meaning), char::from(LANGUAGE_BITS | self.languages), self.form))
    }
}

/// The rows of a table of `data/`. Lines that start with `#` are comments, the first other line is the head.
fn rows(name: &str, columns: usize) -> Result<Vec<Vec<String>>, String> {
    let path = Path::new("../../data").join(name).with_extension("tsv");
    let table = read(&path)?;
    let lines = table.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines
        .skip(1)
        .map(|(index, line)| {
            let row: Vec<String> = line.split('\t').map(str::to_owned).collect();
            let problem = if row.len() != columns {
                format!("{} columns where the table has {columns}", row.len())
            } else if let Some(empty) = row.iter().position(String::is_empty) {
                format!("column {} is empty", empty + 1)
            } else {
                return Ok(row);
            };
            Err(format!("{}:{}: {problem}", path.display(), index + 1))
        })
        .collect()
}

fn cell(row: &[String], column: usize) -> Result<&str, String> {
    row.get(column).map(String::as_str).ok_or_else(|| format!("{row:?} is too short"))
}

fn pascal_case(snake_case: &str) -> String {
    snake_case
        .split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
        })
        .collect()
}
