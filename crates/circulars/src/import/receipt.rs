//! The receipt of an import: for people as a table, for programs as JSON.

use std::path::Path;

use serde_json::{Value, json};
use word::{Imported, Receipt};

use crate::report::counted;

/// The maximum number of characters of a text that was left out, and of such texts for a reason; JSON has all.
const LONGEST_TEXT: usize = 60;
const MOST_TEXTS: usize = 5;

/// The table.
pub(super) fn table(file: &Path, imported: &Imported) -> String {
    let receipt = &imported.receipt;
    let mut lines = vec![format!("{}: {}", file.display(), counted(receipt.characters, "character"))];
    let row = |what: &str, count: usize| format!("  {count:>9}  {what}");
    lines.push(row("in the Markdown", receipt.kept));
    for (reason, lost) in &receipt.dropped {
        let texts: Vec<String> =
            lost.texts.iter().take(MOST_TEXTS).map(|text| format!("“{}”", shortened(text))).collect();
        let more = if lost.texts.len() > MOST_TEXTS { ", …" } else { "" };
        let quoted = if texts.is_empty() { String::new() } else { format!(": {}{more}", texts.join(", ")) };
        lines.push(row(&format!("left out, {reason}{quoted}"), lost.characters));
    }
    lines.push(row("added: marks of Markdown, automatic numbers, line ends", receipt.added));
    if !receipt.accepted.is_empty() {
        lines.push(format!("  accepted: {}", receipt.accepted));
    }
    lines.extend(receipt.remarks.iter().map(|remark| format!("  {remark}")));
    lines.join("\n")
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST_TEXT {
        return line;
    }
    line.chars().take(LONGEST_TEXT).chain(['…']).collect()
}

/// The receipts in JSON: that of one file, or a list.
pub(super) fn in_json<'file>(
    files: impl Iterator<Item = (&'file Path, &'file Imported)>,
    is_one: bool,
) -> String {
    let mut receipts: Vec<Value> = files.map(|(file, imported)| receipt(file, imported)).collect();
    let value = if is_one { receipts.pop().unwrap_or_default() } else { Value::Array(receipts) };
    format!("{value:#}")
}

fn receipt(file: &Path, imported: &Imported) -> Value {
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
