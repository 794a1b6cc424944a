//! `circulars import`: letters from Word files.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use word::{Imported, Receipt, Refusal, Unaccepted};

use crate::arguments::{Converter, ImportArguments};
use crate::failure::Failure;
use crate::output::{print_part, replace, tell};

/// The maximum number of characters of a text that was dropped, in the table.
const LONGEST_TEXT: usize = 60;

/// The maximum number of texts of one reason in the table; the receipt in JSON has all.
const MOST_TEXTS: usize = 5;

pub(crate) fn run(arguments: &ImportArguments) -> Result<(), Failure> {
    let file = &arguments.file;
    let bytes = fs::read(file).map_err(|error| unusable(file, &format!("cannot be read: {error}")))?;
    let unaccepted = if arguments.accept_revisions { Unaccepted::Accepted } else { Unaccepted::Refused };
    let imported = match (word::read(&bytes, unaccepted), arguments.with) {
        (Err(Refusal::Old), Some(Converter::Soffice)) => {
            let converted = converted(file)?;
            word::read(&converted, unaccepted)
        }
        (imported, _) => imported,
    };
    let imported = imported.map_err(|refusal| unusable(file, &format!("is not imported: {refusal}")))?;
    tell(&table(file, &imported));
    if let Some(receipt) = &arguments.receipt {
        replace(receipt, &format!("{:#}", in_json(file, &imported)))?;
    }
    print_part(&imported.markdown)?;
    let is_complete = !imported.receipt.remarks.iter().any(word::Remark::is_loss);
    if is_complete { Ok(()) } else { Err(Failure::Reported) }
}

fn unusable(file: &Path, problem: &str) -> Failure {
    Failure::Unusable(format!("{} {problem}", file.display()))
}

/// The file as LibreOffice converts it, which runs with a profile of its own that keeps nothing.
fn converted(file: &Path) -> Result<Vec<u8>, Failure> {
    let folder = std::env::temp_dir().join(format!("circulars-import-{}", std::process::id()));
    let result = convert(file, &folder);
    // It may not exist.
    let _ = fs::remove_dir_all(&folder);
    result
}

fn convert(file: &Path, folder: &Path) -> Result<Vec<u8>, Failure> {
    fs::create_dir_all(folder).map_err(|error| unusable(folder, &format!("cannot be made: {error}")))?;
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let status = Command::new("soffice")
        .args([&profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir"])
        .arg(folder)
        .arg("--")
        .arg(file)
        .output()
        .map_err(|error| Failure::Unusable(format!("soffice cannot be run: {error}")))?;
    let made = folder.join(file.file_stem().unwrap_or_default()).with_extension("docx");
    fs::read(made).map_err(|_| {
        let said = String::from_utf8_lossy(&status.stderr);
        unusable(file, &format!("cannot be converted by soffice: {}", said.trim()))
    })
}

/// The receipt for people.
fn table(file: &Path, imported: &Imported) -> String {
    let receipt = &imported.receipt;
    let mut lines = vec![format!("{}: {}", file.display(), counted(receipt.characters, "character"))];
    let mut row = |what: &str, count: usize, text: &str| {
        lines.push(format!("  {count:>9}  {what}{}{text}", if text.is_empty() { "" } else { ": " }));
    };
    row("in the Markdown", receipt.kept, "");
    for (reason, lost) in &receipt.dropped {
        let texts: Vec<String> =
            lost.texts.iter().take(MOST_TEXTS).map(|text| format!("“{}”", shortened(text))).collect();
        let more = if lost.texts.len() > MOST_TEXTS { ", …" } else { "" };
        row(&format!("{reason}, left out"), lost.characters, &(texts.join(", ") + more));
    }
    row("added: marks of Markdown, automatic numbers, line ends", receipt.added, "");
    if !receipt.accepted.is_empty() {
        lines.push(format!("  accepted: {}", receipt.accepted));
    }
    lines.extend(receipt.remarks.iter().map(|remark| format!("  {remark}")));
    lines.join("\n")
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST_TEXT {
        return line;
    }
    line.chars().take(LONGEST_TEXT).chain(['…']).collect()
}

/// The receipt for programs.
fn in_json(file: &Path, imported: &Imported) -> Value {
    let Receipt { characters, kept, added, dropped, accepted, remarks } = &imported.receipt;
    let dropped: Vec<Value> = dropped
        .iter()
        .map(|(reason, lost)| json!({ "reason": reason.name(), "characters": lost.characters, "texts": lost.texts }))
        .collect();
    let remarks: Vec<Value> =
        remarks.iter().map(|remark| json!({ "code": remark.name(), "text": remark.to_string() })).collect();
    json!({
        "file": file.file_name().unwrap_or_default().to_string_lossy(),
        "language": imported.language,
        "characters": characters,
        "kept": kept,
        "added": added,
        "dropped": dropped,
        "accepted": {
            "insertions": accepted.insertions,
            "deletions": accepted.deletions,
            "moves": accepted.moves,
            "formats": accepted.formats,
            "comments": accepted.comments,
        },
        "remarks": remarks,
    })
}
