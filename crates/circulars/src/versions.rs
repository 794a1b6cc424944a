//! Compares the versions of each letter of a folder: those that have the same id.

use letters::diagnostic::Diagnostic;
use letters::facts::{self, LetterFacts};
use letters::letter::Status;
use letters::{alignment, citation, divergence};

use crate::Checked;

/// For each of the letters, in which points it differs from the version that it is compared with: the one as issued, or else the first.
/// Each difference comes with what both say.
pub(crate) fn divergences(letters: &[Checked]) -> Vec<Vec<(Diagnostic, String)>> {
    letters
        .iter()
        .enumerate()
        .map(|(index, checked)| match leading(letters, index) {
            Some(leading) if !std::ptr::eq(leading, checked) => between(checked, leading),
            _ => Vec::new(),
        })
        .collect()
}

/// The version with which the others of the same letter are compared.
fn leading(letters: &[Checked], index: usize) -> Option<&Checked> {
    let id = letters.get(index)?.letter.letterhead.ids.first()?;
    let versions = || letters.iter().filter(|other| other.letter.letterhead.ids.first() == Some(id));
    versions().find(|other| other.letter.status == Status::AsIssued).or_else(|| versions().next())
}

fn between(checked: &Checked, leading: &Checked) -> Vec<(Diagnostic, String)> {
    let facts =
        |checked: &Checked| -> LetterFacts { facts::of(&checked.letter, &citation::find(&checked.letter)) };
    let (own, other) = (facts(checked), facts(leading));
    let found = divergence::find(&own, &other, &alignment::align(&own, &other));
    let name = leading.file.file_name().unwrap_or_default().to_string_lossy();
    found
        .iter()
        .map(|divergence| {
            (Diagnostic { code: divergence.code(), span: divergence.span() }, divergence.detail(&name))
        })
        .collect()
}
