//! A letter of a folder, read and checked.

use std::path::Path;

use letters::Version;
use letters::catalogue::Catalogue;
use letters::diagnostic::{Code, Diagnostic};
use letters::ids::Language;
use letters::resolver;

use crate::references::references;
use crate::source::Source;

/// A letter of a folder, with its problems.
pub(crate) struct Checked {
    pub(crate) source: Source,
    pub(crate) version: Version,
    /// Its problems, in the order of the source.
    pub(crate) problems: Vec<Diagnostic>,
}

impl Checked {
    pub(crate) fn of(source: Source, catalogue: Option<&Catalogue>) -> Self {
        let version = Version::read(&source.text, None);
        let mut problems = version.letter().diagnostics.clone();
        let named = language_in_name(&source.file);
        if version.letter().metadata.language.is_some_and(|found| named.is_some_and(|named| named != found)) {
            problems.push(Diagnostic { code: Code::OtherLanguage, span: 0..0 });
        }
        problems.extend(resolver::check(&references(&version, catalogue)));
        problems.sort_by_key(|diagnostic| diagnostic.span.start);
        Self { source, version, problems }
    }
}

/// The language code in the name of a file: `fr.md`, `cl-20-43.fr.md`.
fn language_in_name(file: &Path) -> Option<Language> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let code = stem.rsplit('.').next().unwrap_or_default();
    Language::ALL.into_iter().find(|language| language.code() == code)
}
