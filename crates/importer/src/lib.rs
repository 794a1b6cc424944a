//! The importer: the WebAssembly module that reads a Word file, in the browser of whoever has it.
//!
//! It gets the bytes of the file and gives JSON: the Markdown and the receipt, as `circulars import` has them, or why the file is
//! refused. It knows neither the page nor the network.

use letters::export::Value;
use wasm_bindgen::prelude::wasm_bindgen;
use word::{Imported, Refusal, Revisions, Unaccepted};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Reads the file. With `accepts` the text is what it would be if all revisions were accepted, and comments were deleted.
///
/// Returns JSON with `markdown`, `characters`, `kept`, `added`, `dropped` and `remarks`; or with the code of the `refusal`, and the
/// `revisions` where there are some.
#[wasm_bindgen]
pub fn read(bytes: &[u8], accepts: bool) -> String {
    let unaccepted = if accepts { Unaccepted::Accepted } else { Unaccepted::Refused };
    match word::read(bytes, unaccepted) {
        Ok(imported) => in_json(&imported),
        Err(refusal) => refused(&refusal),
    }
    .to_json()
}

fn in_json(imported: &Imported) -> Value {
    let receipt = &imported.receipt;
    let dropped = receipt.dropped.iter().map(|(reason, lost)| {
        let texts = lost.texts.iter().map(|text| Value::Text(text.clone()));
        Value::Object(vec![
            ("reason", text(reason.name())),
            ("characters", Value::Number(lost.characters)),
            ("texts", Value::List(texts.collect())),
        ])
    });
    let remarks = receipt.remarks.iter().map(|remark| {
        Value::Object(vec![("code", text(remark.name())), ("about", Value::Text(remark.about()))])
    });
    Value::Object(vec![
        ("markdown", text(&imported.markdown)),
        ("characters", Value::Number(receipt.characters)),
        ("kept", Value::Number(receipt.kept)),
        ("added", Value::Number(receipt.added)),
        ("dropped", Value::List(dropped.collect())),
        ("remarks", Value::List(remarks.collect())),
    ])
}

fn refused(refusal: &Refusal) -> Value {
    let mut members = vec![("refusal", text(refusal.name()))];
    if let Refusal::Unaccepted(Revisions { insertions, deletions, moves, formats, comments }) = refusal {
        let counts = [
            ("insertions", insertions),
            ("deletions", deletions),
            ("moves", moves),
            ("formats", formats),
            ("comments", comments),
        ];
        let counts = counts.map(|(name, count)| (name, Value::Number(*count)));
        members.push(("revisions", Value::Object(counts.to_vec())));
    }
    Value::Object(members)
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}
