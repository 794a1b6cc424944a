//! `circulars import`: letters from Word files.

mod convert;
mod receipt;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use letters::ids::{DocumentId, Language, folder_names};
use word::{Imported, Refusal, Remark, Unaccepted};

use crate::arguments::{Converter, ImportArguments};
use crate::checked::Checked;
use crate::failure::Failure;
use crate::output::{print_part, replace, tell};
use crate::report;
use crate::source::Source;
use crate::versions;

/// The maximum number of characters of a paragraph that is quoted, so that it can be found in Word.
const LONGEST_QUOTATION: usize = 80;

/// A Word file that has been read.
struct File<'path> {
    path: &'path Path,
    imported: Imported,
}

pub(crate) fn run(arguments: &ImportArguments) -> Result<(), Failure> {
    check(arguments)?;
    let mut files = Vec::new();
    let mut is_complete = true;
    for path in &arguments.files {
        match imported(path, arguments) {
            Ok(imported) => {
                tell(&receipt::table(path, &imported));
                is_complete &= !imported.receipt.remarks.iter().any(Remark::is_loss);
                files.push(File { path, imported });
            }
            Err(Failure::Unusable(problem)) => {
                tell(&format!("error: {problem}"));
                is_complete = false;
            }
            Err(Failure::Reported) => is_complete = false,
        }
    }
    if let Some(file) = &arguments.receipt {
        let receipts = files.iter().map(|file| (file.path, &file.imported));
        replace(file, &receipt::in_json(receipts, arguments.files.len() == 1))?;
    }
    match &arguments.out {
        Some(folder) => is_complete &= write(files, folder, arguments.force)?,
        None => files.iter().try_for_each(|file| print_part(&file.imported.markdown))?,
    }
    if is_complete { Ok(()) } else { Err(Failure::Reported) }
}

/// What the arguments may not ask for together.
fn check(arguments: &ImportArguments) -> Result<(), Failure> {
    if arguments.out.is_none() && arguments.files.len() > 1 {
        return Err(Failure::Unusable(
            "several files are written to a folder: name it with --out".to_owned(),
        ));
    }
    let Some(receipt) = &arguments.receipt else { return Ok(()) };
    if arguments.files.iter().any(|file| whole(file) == whole(receipt)) {
        return Err(unusable(receipt, "is a file to import: the receipt would take its place"));
    }
    match &arguments.out {
        Some(folder) if whole(receipt).starts_with(whole(folder)) => Err(Failure::Unusable(format!(
            "the receipt {} would be published with the letters: write it elsewhere",
            receipt.display()
        ))),
        _ => Ok(()),
    }
}

/// The path without symbolic links and steps back, as far as it is there.
fn whole(path: &Path) -> PathBuf {
    let mut there = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut rest = Vec::new();
    loop {
        if let Ok(found) = fs::canonicalize(&there) {
            return rest.iter().rev().fold(found, |path, step| path.join(step));
        }
        match (there.parent().map(Path::to_owned), there.file_name().map(ToOwned::to_owned)) {
            (Some(parent), Some(name)) => {
                rest.push(name);
                there = parent;
            }
            _ => return path.to_owned(),
        }
    }
}

/// What the Word file has become.
fn imported(file: &Path, arguments: &ImportArguments) -> Result<Imported, Failure> {
    let bytes = fs::read(file).map_err(|error| unusable(file, &format!("cannot be read: {error}")))?;
    let unaccepted = if arguments.accept_revisions { Unaccepted::Accepted } else { Unaccepted::Refused };
    let imported = match (word::read(&bytes, unaccepted), arguments.with) {
        (Err(Refusal::Old), Some(Converter::Soffice)) => word::read(&convert::by_soffice(file)?, unaccepted),
        (imported, _) => imported,
    };
    imported.map_err(|refusal| unusable(file, &format!("is not imported: {refusal}")))
}

fn unusable(file: &Path, problem: &str) -> Failure {
    Failure::Unusable(format!("{} {problem}", file.display()))
}

// Several files: the versions of letters.

/// Writes the letters whose versions agree, and returns whether that is all of them.
fn write(files: Vec<File<'_>>, folder: &Path, is_forced: bool) -> Result<bool, Failure> {
    let mut is_complete = true;
    let mut letters = Vec::new();
    for File { path, imported } in files {
        let says = imported.language.as_deref().and_then(|tag| tag.split('-').next()).map(str::to_lowercase);
        let checked = Checked::of(Source::of(path, imported.markdown), None);
        tell_other_language(path, says.as_deref(), checked.version.letter().metadata.language);
        let head = &checked.version.letter().metadata;
        match (head.letterhead.ids.first().cloned(), head.language) {
            (Some(id), Some(language)) => letters.push((id, language, checked)),
            (None, _) => {
                tell(&format!(
                    "error: {}: no reference of a circular letter was found in it",
                    path.display()
                ));
                is_complete = false;
            }
            (_, None) => {
                tell(&format!("error: {}: its language was not recognized", path.display()));
                is_complete = false;
            }
        }
    }
    let (places, checked): (Vec<(DocumentId, Language)>, Vec<Checked>) =
        letters.into_iter().map(|(id, language, checked)| ((id, language), checked)).unzip();
    let refused = refused(&places, &checked);
    let ids: Vec<DocumentId> = places.iter().map(|(id, _)| id.clone()).collect();
    for (((id, language), checked), name) in places.iter().zip(&checked).zip(folder_names(&ids)) {
        if let Some((reason, _)) =
            refused.get(&id.to_string()).filter(|(_, is_final)| *is_final || !is_forced)
        {
            is_complete = false;
            tell(&format!("error: {}: not written: {reason}", checked.source.file.display()));
            continue;
        }
        let file = folder.join(name).join(format!("{}.md", language.code()));
        is_complete &= write_version(&file, checked, is_forced)?;
    }
    Ok(is_complete)
}

/// Why letters are not written, and whether not even by force: their versions differ, or two are one. What differs is told.
fn refused(places: &[(DocumentId, Language)], checked: &[Checked]) -> BTreeMap<String, (String, bool)> {
    let mut refused: BTreeMap<String, (String, bool)> = BTreeMap::new();
    for (at, (id, language)) in places.iter().enumerate() {
        if places.iter().take(at).any(|(other, its)| other == id && its == language) {
            let reason = format!("there are two versions of {id} in one language");
            refused.insert(id.to_string(), (reason, true));
        }
    }
    for (((id, _), letter), differences) in places.iter().zip(checked).zip(versions::differences(checked)) {
        for difference in &differences {
            tell(&in_words(letter, difference));
        }
        if !differences.is_empty() {
            let count = report::counted(differences.len(), "difference");
            let reason = format!("{count} between the versions of {id}; --force writes them all the same");
            refused.entry(id.to_string()).or_insert((reason, false));
        }
    }
    refused
}

/// The difference, with the beginnings of the paragraphs, by which they can be found in Word.
fn in_words(letter: &Checked, difference: &report::Remark<'_>) -> String {
    let Checked { source, .. } = letter;
    let own = quotation(&source.text, &difference.diagnostic.span);
    let other = difference.counterpart.as_ref().map(|counterpart| {
        let text = quotation(&counterpart.source.text, &counterpart.paragraph);
        format!("\n    {}: {text}", counterpart.source.file.display())
    });
    let detail = difference.detail.as_deref().map(|detail| format!(" ({detail})")).unwrap_or_default();
    format!(
        "difference: {}{detail}\n    {}: {own}{}",
        difference.diagnostic.code.reason(),
        source.file.display(),
        other.unwrap_or_default()
    )
}

/// The beginning of the line in which the place is, as it reads in Word.
fn quotation(text: &str, span: &std::ops::Range<usize>) -> String {
    let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let line = text
        .get(start..)
        .and_then(|rest| rest.lines().find(|line| !line.trim().is_empty()))
        .unwrap_or_default();
    let words: String = line.chars().filter(|c| !matches!(c, '\\' | '*')).collect();
    if words.chars().count() <= LONGEST_QUOTATION {
        return format!("“{words}”");
    }
    format!("“{}…”", words.chars().take(LONGEST_QUOTATION).collect::<String>())
}

/// Tells where the file says that it is in another language than that of its words.
fn tell_other_language(path: &Path, says: Option<&str>, found: Option<Language>) {
    let (Some(says), Some(found)) = (says, found) else { return };
    if says != found.code() {
        tell(&format!("{}: Word says that its language is {says}; it is read as {found}", path.display()));
    }
}

/// Writes a version, unless it is there, and returns whether it has.
fn write_version(file: &Path, checked: &Checked, is_forced: bool) -> Result<bool, Failure> {
    if file.exists() && !is_forced {
        tell(&format!("error: {} is there already: --force writes over it", file.display()));
        return Ok(false);
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| unusable(folder, &format!("cannot be made: {error}")))?;
    }
    replace(file, checked.source.text.trim_end_matches('\n'))?;
    tell(&format!("{} → {}", checked.source.file.display(), file.display()));
    Ok(true)
}
