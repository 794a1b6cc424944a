//! The reader: the WebAssembly module that makes a record of a letter in the reader's browser.
//!
//! It gets the bytes of a Markdown file and gives the text of the [record](mod@letters::record), in parts for a long
//! letter: the same bytes that `circulars record` prints for the file. It knows neither the page nor the network, so that it
//! runs in a worker as well as in the page.

use js_sys::Function;
use letters::ids::Language;
use letters::{Version, letter, record};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Reads a file, and calls `take` with each part of its record. `language` is the code of its language, where that is
/// known; `source` is the address of the file, relative to the record.
///
/// Returns nothing, or the code of `letter-error` where the file has no record: `wrong-type` for a file that is not text,
/// `empty` for one without words.
#[wasm_bindgen]
pub fn read(bytes: &[u8], language: Option<String>, source: &str, take: &Function) -> Option<String> {
    let text = letter::decode(bytes);
    if letter::is_binary(&text) {
        return Some("wrong-type".to_owned());
    }
    // A byte order mark is not part of the text, and would shift every place by one.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let language = language.and_then(|code| Language::ALL.into_iter().find(|known| known.code() == code));
    let version = Version::read(text, language);
    if version.letter().is_empty() {
        return Some("empty".to_owned());
    }
    record::write(&version, text, source, &mut |part| {
        // A function that fails is the caller's own: the record is written to its end all the same.
        let _ = take.call1(&JsValue::NULL, &part.into());
    });
    None
}
