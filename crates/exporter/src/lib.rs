//! The exporter: the WebAssembly module that writes a letter in the formats of other programs, in the reader's browser.
//!
//! It gets the [records](mod@letters::record) of a letter, one for each version, and gives the text of a file: the same that
//! `circulars export` prints. It knows neither the page nor the network.

use letters::export::{self, CardVersion, Exported};
use values::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The letter of the records, in the format with the name that `circulars export --to` has for it. `records` is an array, with
/// the version that is shown first. `date` is the number of the one date of the letter that a calendar gets, from 0; `style`
/// the style sheet of a file of HTML.
///
/// Returns nothing where a record cannot be read, or where the letter has nothing that the format is for.
#[wasm_bindgen]
pub fn write(records: JsValue, format: &str, date: Option<usize>, style: &str) -> Option<String> {
    let records = Value(records).elements();
    let mut letters = records.iter().map(Exported::of_record).collect::<Option<Vec<_>>>()?;
    if format == "html" {
        return Some(export::html_document(&letters, style));
    }
    letters.truncate(1);
    match format {
        "bibtex" => Some(export::bibtex(&letters)),
        "ris" => Some(export::ris(&letters)),
        "csl" => Some(export::csl(&letters).to_json() + "\n"),
        "ics" => {
            let date = date.and_then(|date| letters.first()?.metadata.key_dates.get(date));
            export::calendar(&letters, date)
        }
        "vcf" => export::contact_cards(&letters, CardVersion::Four),
        "vcf3" => export::contact_cards(&letters, CardVersion::Three),
        "text" => letters.first().map(export::plain_text),
        _ => None,
    }
}
