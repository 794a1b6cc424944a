//! The style sheets as they ship: the files of `styles/`, joined, transformed and minified by Lightning CSS into
//! `styles/built/`.
//!
//! Four sheets are built: the element's shadow root adopts `controls`, the page around it adopts `letter`, which pages that
//! contain a letter before any script runs link, and, with the viewer, `viewer`. Both adopt `columns` when versions are side by side.
//! Three transformations do what cannot be maintained by hand:
//!
//! - [`mod@unit`]: the sheets are written in `rem` and ship in a unit of the element's own, because some sites set the size
//!   of their root to ten pixels.
//! - [`guard`]: the letter is among the elements of a page whose rules are unknown, so everything about its look goes
//!   into a cascade layer and becomes important.
//! - [`host`]: outside of a shadow root there is no `:host`, so the theme names the element.
//!
//! Nothing is merged, reordered or lowered for older browsers: rules are parsed and printed in the order in which they
//! are written. Merging them (`minify` of Lightning CSS) was measured, and saves nothing in brotli.

mod guard;
mod host;
mod unit;

use lightningcss::rules::CssRuleList;
use lightningcss::stylesheet::{ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Features, Targets};
use lightningcss::traits::IntoOwned;
use lightningcss::visitor::Visit;

use crate::generated::Generated;

type Sheet = StyleSheet<'static>;

/// What a page may change, and what it may not on paper.
const THEME: &[&str] = &["theme", "paper"];

/// The look of the frame around the letter, and of smaller parts of it. The theme is not in it: the letter's sheet, which stands in the tree around the
/// element, sets it on the element itself.
const CONTROLS: &[&str] = &["paper", "sheet", "bar", "languages", "references", "card", "notice", "versions"];

/// The look of what only the viewer puts around the letter: the panel of its details.
const PANELS: &[&str] = &["details", "debug"];

/// The look of the letter.
const LETTER: &[&str] = &["reset", "letter"];

/// The look of what only the viewer adds to a letter: paragraphs in other languages, tables that scroll.
const VIEWER: &[&str] = &["peek", "tables"];

/// The look of versions side by side.
const COLUMNS: &[&str] = &["columns", "heads"];

/// The look of the list of letters.
const LIST: &[&str] = &["list"];

/// The look of the tools that readers take something away with.
const TOOLS: &[&str] = &["tools"];

/// The place of a letter that is in the page before any script, measured as the controls are.
const STATIC: &[&str] = &["static"];

/// The built sheets.
pub(crate) fn generate() -> Result<Vec<Generated>, String> {
    let letter = [LETTER, STATIC].concat();
    let theme = host::outside(in_own_unit(files(THEME)?)?)?;
    let built = [
        ("controls", printed(&in_own_unit(files(CONTROLS)?)?)?),
        ("panels", printed(&in_own_unit(files(PANELS)?)?)?),
        ("list", printed(&in_own_unit(files(LIST)?)?)?),
        ("tools", printed(&in_own_unit(files(TOOLS)?)?)?),
        ("viewer", printed(&guarded(files(VIEWER)?)?)?),
        ("columns", printed(&guarded(files(COLUMNS)?)?)?),
        (
            "letter",
            printed(&theme)? + &printed(&files(&["element"])?)? + &printed(&guarded(files(&letter)?)?)?,
        ),
    ];
    let file = |(name, content)| Generated {
        path: format!("styles/built/{name}.css"),
        content,
        command: "cargo xtask styles",
    };
    Ok(built.into_iter().map(file).collect())
}

/// The rules of these files of `styles/`.
fn files(names: &[&str]) -> Result<Sheet, String> {
    let mut rules = Vec::new();
    for name in names {
        let path = format!("styles/{name}.css");
        rules.extend(parsed(&crate::read(&path)?, &path)?.rules.0);
    }
    Ok(StyleSheet::new(Vec::new(), CssRuleList(rules), ParserOptions::default()))
}

/// The style sheet; errors in it are reported with the file, line and column.
fn parsed(css: &str, path: &str) -> Result<Sheet, String> {
    let options = ParserOptions { filename: path.to_owned(), ..ParserOptions::default() };
    StyleSheet::parse(css, options).map(IntoOwned::into_owned).map_err(|error| error.to_string())
}

fn in_own_unit(mut sheet: Sheet) -> Result<Sheet, String> {
    sheet.visit(&mut unit::OwnUnit)?;
    Ok(sheet)
}

fn guarded(sheet: Sheet) -> Result<Sheet, String> {
    guard::guarded(in_own_unit(sheet)?)
}

/// The sheet without comments and white space.
fn printed(sheet: &Sheet) -> Result<String, String> {
    let printed = sheet.to_css(printer());
    printed.map(|printed| printed.code).map_err(|error| error.to_string())
}

/// The options for printing sheets and values. Conditions stay as they are written, `(min-width: 45em)`, and do not
/// become `(width >= 45em)`.
fn printer() -> PrinterOptions<'static> {
    let targets = Targets { include: Features::MediaRangeSyntax, ..Targets::default() };
    PrinterOptions { minify: true, targets, ..PrinterOptions::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The result of a transformation of a style sheet.
    pub(super) fn transformed(
        css: &str,
        transform: impl Fn(Sheet) -> Result<Sheet, String>,
    ) -> Result<String, String> {
        printed(&transform(parsed(css, "test.css")?)?)
    }

    #[test]
    fn an_error_is_reported_with_file_and_line() {
        let problem = parsed("p { color: red }\np { color }", "styles/test.css").err().unwrap();
        assert!(problem.contains("styles/test.css:1:"), "{problem}");
    }

    #[test]
    fn the_built_style_sheets_are_fresh() {
        assert_eq!(generate().and_then(|files| crate::generated::check(&files)), Ok(()));
    }
}
