//! Turns the tables of `data/` into constants.
//!
//! The tables are tab-separated text, so that anyone can read and correct them; the module carries only what it needs
//! of them, typed. A row that is malformed, or names a language or field that does not exist, fails the build with its
//! place.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// How a column of a table is written in Rust.
#[derive(Clone, Copy)]
enum Column {
    /// A language by its code: `fr` → `Language::French`.
    Language,
    /// A variant of the named enum: `general_secretariat` → `Issuer::GeneralSecretariat`.
    Variant(&'static str),
    /// A number, as it stands.
    Number,
    /// Text, as it stands.
    Text,
    /// Where the row comes from and how sure it is: it must be there, and stays out of the module.
    Provenance,
}

/// A table: its file, the constant it becomes, the type of that constant's rows, its columns.
type Table = (&'static str, &'static str, &'static str, &'static [Column]);

use Column::{Language, Number, Provenance, Text, Variant};

const TABLES: &[Table] = &[
    (
        "labels.tsv",
        "LABELS",
        "(Language, Label, &str)",
        &[Language, Variant("Label"), Text, Provenance, Provenance],
    ),
    (
        "openings.tsv",
        "OPENINGS",
        "(Language, Opening, &str)",
        &[Language, Variant("Opening"), Text, Provenance, Provenance],
    ),
    (
        "issuers.tsv",
        "ISSUERS",
        "(Language, Issuer, &str)",
        &[Language, Variant("Issuer"), Text, Provenance, Provenance],
    ),
    ("months.tsv", "MONTHS", "(Language, u8, &str)", &[Language, Number, Text, Provenance, Provenance]),
    ("common_words.tsv", "COMMON_WORDS", "(Language, &str)", &[Language, Text, Provenance, Provenance]),
    (
        "interface.tsv",
        "INTERFACE",
        "(Message, [&str; 6])",
        &[Variant("Message"), Text, Text, Text, Text, Text, Text],
    ),
];

/// The style sheets of the viewer: the constant that each group of files becomes.
const STYLES: &[(&str, &[&str])] =
    &[("CONTROLS_CSS", &["theme", "sheet", "bar", "details", "notice"]), ("LETTER_CSS", &["letter"])];

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    write_tables(&out)?;
    write_styles(&out)
}

/// The text of a file, which is read again when it changes.
fn read(path: &Path) -> Result<String, String> {
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, code: &str) -> Result<(), String> {
    fs::write(path, code).map_err(|error| format!("{}: {error}", path.display()))
}

/// The style sheets as constants, without what only their authors need.
fn write_styles(out: &Path) -> Result<(), String> {
    let mut code = String::new();
    for (name, files) in STYLES {
        let mut css = String::new();
        for file in *files {
            css += &read(&Path::new("styles").join(file).with_extension("css"))?;
        }
        code += &format!("const {name}: &str = {:?};\n", with_own_unit(&without_comments(&css)));
    }
    write(&out.join("styles.rs"), &code)
}

/// The style sheet without comments and indentation.
fn without_comments(css: &str) -> String {
    let mut short = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        short += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    short += rest;
    short.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The style sheet with lengths that follow the text around the element.
///
/// The sheets are written in `rem`, which in a page is the size of its root, and some sites set that to ten pixels. Here it
/// becomes the element's own unit, the size of the text that it stands in; in the conditions of container queries, where no
/// custom property can stand, the size of the container's text, which is the same.
fn with_own_unit(css: &str) -> String {
    let mut out = String::new();
    for line in css.split_inclusive('\n') {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("rem") {
            let number = before.trim_end_matches(|c: char| !c.is_ascii_digit()).len() == before.len();
            let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-').len();
            let (before, length) = before.split_at(start);
            out += before;
            match (number, line.starts_with('@')) {
                (true, true) => out += &format!("{length}em"),
                (true, false) => out += &format!("calc({length}*var(--letter-unit))"),
                (false, _) => out += &format!("{length}rem"),
            }
            rest = after;
        }
        out += rest;
    }
    out
}

fn write_tables(out: &Path) -> Result<(), String> {
    for (file, name, row_type, columns) in TABLES {
        let path = Path::new("data").join(file);
        let rows = rows(&path, &read(&path)?, columns)?;
        let code = format!("pub(crate) const {name}: &[{row_type}] = &[\n{rows}];\n");
        write(&out.join(format!("{}.rs", name.to_lowercase())), &code)?;
    }
    Ok(())
}

/// The table's rows in Rust. Lines that start with `#` are comments, the first other line is the head.
fn rows(path: &Path, table: &str, columns: &[Column]) -> Result<String, String> {
    let lines = table.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let mut code = String::new();
    for (index, line) in lines.skip(1) {
        let row =
            row(line, columns).map_err(|problem| format!("{}:{}: {problem}", path.display(), index + 1))?;
        code += &format!("    {row},\n");
    }
    Ok(code)
}

/// One row as a Rust tuple. Several text columns at the end are one array.
fn row(line: &str, columns: &[Column]) -> Result<String, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    if cells.len() != columns.len() {
        return Err(format!("{} columns where the table has {}", cells.len(), columns.len()));
    }
    if let Some(empty) = cells.iter().position(|cell| cell.is_empty()) {
        return Err(format!("column {} is empty", empty + 1));
    }
    let texts = columns.iter().filter(|column| matches!(column, Text)).count();
    let mut values = Vec::new();
    let mut array = Vec::new();
    for (cell, column) in cells.iter().zip(columns) {
        match column {
            Language => values.push(format!("Language::{}", language(cell)?)),
            Variant(name) => values.push(format!("{name}::{}", pascal_case(cell))),
            Number => {
                values.push(cell.parse::<u8>().map_err(|error| format!("{cell}: {error}"))?.to_string())
            }
            Text if texts > 1 => array.push(format!("{cell:?}")),
            Text => values.push(format!("{cell:?}")),
            Provenance => {}
        }
    }
    if texts > 1 {
        values.push(format!("[{}]", array.join(", ")));
    }
    Ok(format!("({})", values.join(", ")))
}

fn language(code: &str) -> Result<&'static str, String> {
    Ok(match code {
        "ar" => "Arabic",
        "zh" => "Chinese",
        "en" => "English",
        "fr" => "French",
        "ru" => "Russian",
        "es" => "Spanish",
        other => return Err(format!("{other:?} is none of the six languages")),
    })
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
