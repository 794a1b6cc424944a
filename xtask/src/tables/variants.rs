//! The enums of the library that tables name, read from its source: the enum stays the only list of what a table may
//! contain, and a row with anything else is reported by its file and line, not by the compiler in generated code.

use syn::Item;

/// An enum of the library.
#[derive(Debug)]
pub(super) struct Enum {
    /// Its path in the library: `crate::letter::meanings::Label`.
    path: &'static str,
    variants: Vec<String>,
}

impl Enum {
    /// The enum with the path. Its module is a file.
    pub(super) fn in_library(path: &'static str) -> Result<Self, String> {
        let module = path.rsplit_once("::").map_or(path, |(module, _)| module);
        let file = format!("{}.rs", module.replacen("crate", "crates/letters/src", 1).replace("::", "/"));
        Self::declared(path, &crate::read(&file)?).map_err(|problem| format!("{file}: {problem}"))
    }

    /// The enum with the path, as the code of its module declares it.
    pub(super) fn declared(path: &'static str, code: &str) -> Result<Self, String> {
        let name = path.rsplit("::").next().unwrap_or(path);
        let file = syn::parse_file(code).map_err(|error| error.to_string())?;
        let found = file.items.into_iter().find_map(|item| match item {
            Item::Enum(found) if found.ident == name => Some(found),
            _ => None,
        });
        let found =
            found.ok_or_else(|| format!("has no enum {name}: see the list in xtask/src/tables.rs"))?;
        Ok(Self { path, variants: found.variants.iter().map(|variant| variant.ident.to_string()).collect() })
    }

    /// The path, for the import.
    pub(super) const fn path(&self) -> &'static str {
        self.path
    }

    /// The name, without its path.
    pub(super) fn name(&self) -> &'static str {
        self.path.rsplit("::").next().unwrap_or(self.path)
    }

    /// The variant that a table writes in snake case, as Rust code.
    pub(super) fn variant(&self, written: &str) -> Result<String, String> {
        let variant = pascal_case(written);
        if self.variants.contains(&variant) {
            Ok(format!("{}::{variant}", self.name()))
        } else {
            let known: Vec<String> = self.variants.iter().map(|variant| snake_case(variant)).collect();
            Err(format!("unknown {} “{written}”: it is one of {}", snake_case(self.name()), known.join(", ")))
        }
    }
}

fn pascal_case(snake_case: &str) -> String {
    let capitalised = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    snake_case.split('_').map(capitalised).collect()
}

fn snake_case(pascal_case: &str) -> String {
    let mut name = String::new();
    for letter in pascal_case.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str =
        "/// Docs.\nenum Other { No }\npub(super) enum Label { /// One.\n Reference, CouncilDecision }";

    fn label() -> Enum {
        Enum::declared("crate::room::Label", CODE).unwrap()
    }

    #[test]
    fn the_variants_are_those_of_the_source() {
        assert_eq!(label().variants, ["Reference", "CouncilDecision"]);
    }

    #[test]
    fn a_table_writes_variants_in_snake_case() {
        assert_eq!(label().variant("council_decision").as_deref(), Ok("Label::CouncilDecision"));
    }

    #[test]
    fn an_unknown_variant_is_reported_with_the_known_ones() {
        let expected = "unknown label “refrence”: it is one of reference, council_decision";
        assert_eq!(label().variant("refrence"), Err(expected.to_owned()));
    }

    #[test]
    fn an_enum_that_has_moved_is_reported_with_its_file() {
        let problem = Enum::in_library("crate::text::words::Label").unwrap_err();
        assert_eq!(
            problem,
            "crates/letters/src/text/words.rs: has no enum Label: see the list in xtask/src/tables.rs"
        );
    }
}
