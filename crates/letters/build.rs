//! Turns the tables of `data/` into constants.
//!
//! The tables are tab-separated text, so that anyone can read and correct them; the module carries only what it needs
//! of them, typed. A row that is malformed, or names a language or field that does not exist, fails the build with its
//! place.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/text/characters.rs"]
#[allow(dead_code, reason = "the rooms of the library use the rest")]
mod characters;
#[path = "src/text/folding.rs"]
#[allow(dead_code, reason = "the rooms of the library use the rest")]
mod folding;

/// Tables of words: their name in `data/`, the type of what a word stands for, and whether words are looked for at the start of a text or
/// at its end. The columns are language, meaning, form, certainty, source.
const WORDS: &[(&str, &str, &[Direction])] = &[
    ("labels", "Label", &[Direction::Forwards]),
    ("openings", "Opening", &[Direction::Forwards]),
    ("issuers", "Issuer", &[Direction::Forwards]),
    ("months", "u8", &[Direction::Backwards]),
    ("date_words", "DateWord", &[Direction::Forwards, Direction::Backwards]),
    ("series", "SeriesWord", &[Direction::Forwards]),
    ("common_words", "()", &[Direction::Forwards]),
    ("citation_words", "Term", &[Direction::Forwards]),
    ("cities", "&str", &[Direction::Forwards]),
    ("number_words", "u8", &[Direction::Forwards]),
    ("clock_words", "ClockWord", &[Direction::Forwards]),
];

/// In which direction the words of a table are compared with a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Forwards,
    Backwards,
}

/// The languages, in the order of `Language`, and the mark of what is written so in all of them.
const LANGUAGES: [&str; 7] = ["ar", "zh", "en", "fr", "ru", "es", "mul"];

/// Above the bits of languages stands that of a form which takes any ending, and is written with an ellipsis.
const STEM: u8 = 0x40;

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
    for (name, meaning, directions) in WORDS {
        write_words(out, name, meaning, directions)?;
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

/// A table of words: its meanings, and its forms, folded, for each direction in which they are read.
fn write_words(out: &Path, name: &str, meaning: &str, directions: &[Direction]) -> Result<(), String> {
    let mut meanings: Vec<String> = Vec::new();
    let mut forms: Vec<Form> = Vec::new();
    let mut rows = rows(name, if meaning == "()" { 4 } else { 5 })?;
    // Where one form has two meanings, that of the first language is taken.
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
        let (form, stem) = form.strip_suffix('…').map_or((form.as_str(), 0), |form| (form, STEM));
        match forms
            .iter_mut()
            .find(|known| known.meaning == index && known.form == form && known.languages & STEM == stem)
        {
            Some(known) => known.languages |= languages,
            None => forms.push(Form { meaning: index, languages: languages | stem, form: form.to_owned() }),
        }
    }
    write_constant(out, &format!("{name}_meanings"), &format!("&[{meaning}] = &[{}]", meanings.join(", ")))?;
    for direction in directions {
        let (name, forms) = match direction {
            Direction::Forwards => (name.to_owned(), forms.clone()),
            Direction::Backwards => (format!("{name}_backwards"), forms.iter().map(Form::reversed).collect()),
        };
        let packed = packed(forms).ok_or_else(|| format!("data/{name}.tsv is too large"))?;
        write_constant(out, &name, &format!("Words = {packed}"))?;
    }
    Ok(())
}

/// The forms as they stand in the module, sorted, each without what it shares with the one before it: so a word costs little more than the
/// letters that only it has. `text::words` says what the columns are.
fn packed(mut forms: Vec<Form>) -> Option<String> {
    forms.sort_by(|one, other| one.form.cmp(&other.form));
    let (mut groups, mut sizes, mut rests) = (Vec::<(u16, u16, u16)>::new(), Vec::new(), String::new());
    let (mut meanings, mut languages) = (Vec::new(), Vec::new());
    let mut before = String::new();
    for Form { meaning, languages: its_languages, form } in forms {
        let first = form.chars().next()?;
        if !before.starts_with(first) {
            let character = u16::try_from(u32::from(first)).ok()?;
            groups.push((character, sizes.len().try_into().ok()?, rests.len().try_into().ok()?));
            before = first.to_string();
        }
        let same = form.chars().zip(before.chars()).take_while(|(c, before)| c == before);
        let (count, bytes) = same.fold((0_u8, 0), |(count, bytes), (c, _)| (count + 1, bytes + c.len_utf8()));
        let rest = form.get(bytes..)?;
        sizes.push((count, u8::try_from(rest.len()).ok()?));
        meanings.push(u8::try_from(meaning).ok()?);
        languages.push(its_languages);
        rests += rest;
        before = form;
    }
    u16::try_from(rests.len()).ok()?;
    Some(format!(
        "Words {{\n    groups: &{groups:?},\n    sizes: &{sizes:?},\n    meanings: &{meanings:?},\n    \
         languages: &{languages:?},\n    rests: {rests:?},\n}}"
    ))
}

/// A form of a word, folded, without the ellipsis of a stem.
#[derive(Clone)]
struct Form {
    /// The number of what it means.
    meaning: usize,
    /// A bit for each language in which it is written so, and [`STEM`].
    languages: u8,
    form: String,
}

impl Form {
    fn reversed(&self) -> Self {
        Self { form: self.form.chars().rev().collect(), ..*self }
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
