//! Word files of any bytes: whole, or with any bytes for their document.

#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use word::{Unaccepted, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let whole = if *first % 2 == 0 { bytes.to_vec() } else { with_document(bytes).unwrap_or_default() };
    if let Ok(imported) = read(&whole, Unaccepted::Accepted) {
        let receipt = &imported.receipt;
        assert_eq!(receipt.characters, receipt.kept + receipt.dropped_characters());
        assert_eq!(imported.markdown.chars().count(), receipt.kept + receipt.added);
    }
});

fn with_document(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).ok()?;
    writer.write_all(bytes).ok()?;
    Some(writer.finish().ok()?.into_inner())
}
