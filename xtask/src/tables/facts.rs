//! The tables that do not contain words: addresses, titles, conferences and so on. Each function makes the constant of
//! one.

use letters::ids::Language;

use super::code::Code;
use super::source::{Columns, EVIDENCE, Row, Source};
use super::variants::Enum;

/// Rules that make addresses from ids: the rows of the registry and of the address templates.
pub(super) fn addresses(name: &str, source: &Source) -> Result<Code, String> {
    let columns = Columns {
        names: ["id", "languages", "address", "opens", "edition", "certainty", "source"],
        key: 2,
        certainties: &["certain", "likely"],
    };
    let opens_kinds = Enum::in_library("crate::resolver::reference::Opens")?;
    let certainties = Enum::in_library("crate::resolver::reference::Certainty")?;
    let item = |row: &Row<'_, 7>| -> Result<String, String> {
        let [id, language, address, opens, edition, certainty, _] = row.cells;
        let language = match language {
            "*" => "None".to_owned(),
            code => format!("Some({})", language_named(code)?),
        };
        let edition = match edition {
            "-" => "None".to_owned(),
            year => format!("Some({})", number::<u16>(year)?),
        };
        let (opens, certainty) = (opens_kinds.variant(opens)?, certainties.variant(certainty)?);
        Ok(format!(
            "AddressRow {{ id: {id:?}, language: {language}, address: {address:?}, opens: {opens}, edition: {edition}, certainty: {certainty} }}"
        ))
    };
    let mut code = Code::default();
    code.import("super::address_row::AddressRow");
    code.import("crate::ids::Language");
    code.import(opens_kinds.path());
    code.import(certainties.path());
    code.list(name, "&[AddressRow]", items(&source.rows(&columns)?, item)?);
    Ok(code)
}

/// The titles of documents.
pub(super) fn titles(name: &str, source: &Source) -> Result<Code, String> {
    let names = ["id", "language", "title", "certainty", "source"];
    let rows = source.rows(&Columns { names, key: 2, certainties: EVIDENCE })?;
    let mut code = Code::default();
    code.import("crate::ids::Language");
    let item = |row: &Row<'_, 5>| {
        let [id, language, title, ..] = row.cells;
        Ok(format!("({id:?}, {}, {title:?})", language_named(language)?))
    };
    code.list(name, "&[(&str, Language, &str)]", items(&rows, item)?);
    Ok(code)
}

/// The names that stay in their own language, the longest first.
pub(super) fn foreign_phrases(name: &str, source: &Source) -> Result<Code, String> {
    let names = ["phrase", "language", "certainty", "source"];
    let mut rows = source.rows(&Columns { names, key: 1, certainties: EVIDENCE })?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.cells.first().map_or(0, |phrase| phrase.len())));
    let mut code = Code::default();
    code.import("crate::ids::Language");
    let item = |row: &Row<'_, 4>| {
        let [phrase, language, ..] = row.cells;
        Ok(format!("({phrase:?}, {})", language_named(language)?))
    };
    code.list(name, "&[(&str, Language)]", items(&rows, item)?);
    Ok(code)
}

/// Phrases that occur only in the footers of pages.
pub(super) fn furniture(name: &str, source: &Source) -> Result<Code, String> {
    let rows =
        source.rows(&Columns { names: ["form", "certainty", "source"], key: 1, certainties: EVIDENCE })?;
    let mut code = Code::default();
    let item = |row: &Row<'_, 3>| {
        let [form, ..] = row.cells;
        Ok(format!("{form:?}"))
    };
    code.list(name, "&[&str]", items(&rows, item)?);
    Ok(code)
}

/// The study periods of the ITU-T, by their first days.
pub(super) fn study_periods(name: &str, source: &Source) -> Result<Code, String> {
    let names = ["period", "year", "month", "day", "certainty", "source"];
    let rows = source.rows(&Columns { names, key: 1, certainties: EVIDENCE })?;
    let mut code = Code::default();
    let item = |row: &Row<'_, 6>| {
        let [period, year, month, day, ..] = row.cells;
        let (period, year) = (number::<u16>(period)?, number::<u16>(year)?);
        Ok(format!("({period}, {year}, {}, {})", number::<u8>(month)?, number::<u8>(day)?))
    };
    code.list(name, "&[(u16, u16, u8, u8)]", items(&rows, item)?);
    Ok(code)
}

/// The conferences that adopt Resolutions.
pub(super) fn conferences(name: &str, source: &Source) -> Result<Code, String> {
    let names = ["conference", "body", "year", "city", "certainty", "source"];
    let rows = source.rows(&Columns { names, key: 1, certainties: EVIDENCE })?;
    let assemblies = Enum::in_library("crate::grammar::assembly::Assembly")?;
    let mut code = Code::default();
    code.import(assemblies.path());
    let item = |row: &Row<'_, 6>| {
        let [conference, body, year, city, ..] = row.cells;
        let (body, year) = (assemblies.variant(body)?, number::<u16>(year)?);
        Ok(format!("({conference:?}, {body}, {year}, {city:?})"))
    };
    code.list(name, "&[(&str, Assembly, u16, &str)]", items(&rows, item)?);
    Ok(code)
}

/// The rows as Rust code. An error in one is reported with its place.
fn items<const N: usize>(
    rows: &[Row<'_, N>],
    item: impl Fn(&Row<'_, N>) -> Result<String, String>,
) -> Result<Vec<String>, String> {
    rows.iter().map(|row| item(row).map_err(|problem| row.error(problem))).collect()
}

/// The language with the code, as the library writes it.
fn language_named(code: &str) -> Result<String, String> {
    match Language::ALL.into_iter().find(|language| language.code() == code) {
        Some(language) => Ok(format!("Language::{language:?}")),
        None => Err(format!("unknown language “{code}”: it is one of ar, zh, en, fr, ru, es")),
    }
}

fn number<Number: std::str::FromStr>(written: &str) -> Result<Number, String> {
    written.parse().map_err(|_| format!("“{written}” is no number, or too large"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_in_an_unknown_language_is_an_error() {
        let source = Source::new(
            "data/titles.tsv",
            "id\tlanguage\ttitle\tcertainty\tsource\nconvention\tde\tK\tseen\tx\n",
        );
        let expected = "data/titles.tsv:2: unknown language “de”: it is one of ar, zh, en, fr, ru, es";
        assert_eq!(titles("titles", &source).err().as_deref(), Some(expected));
    }

    #[test]
    fn a_month_that_is_no_number_is_an_error() {
        let rows = "period\tyear\tmonth\tday\tcertainty\tsource\n1997\t1996\tOctober\t19\tknown\tx\n";
        let source = Source::new("data/study_periods.tsv", rows);
        let expected = "data/study_periods.tsv:2: “October” is no number, or too large";
        assert_eq!(study_periods("study_periods", &source).err().as_deref(), Some(expected));
    }

    #[test]
    fn the_longest_phrase_comes_first() {
        let rows = "phrase\tlanguage\tcertainty\tsource\nGirls\ten\tknown\tx\nGirls in ICT\ten\tknown\tx\n";
        let code =
            foreign_phrases("foreign_phrases", &Source::new("data/foreign_phrases.tsv", rows)).unwrap();
        assert!(code.constants.find("Girls in ICT") < code.constants.find("\"Girls\""), "{}", code.constants);
    }
}
