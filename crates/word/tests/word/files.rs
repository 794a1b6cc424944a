//! Files that are none of Word, are damaged, or are made to do harm.

use crate::support::{File, line, zipped};
use word::{Refusal, Unaccepted, read};

fn refusal(bytes: &[u8]) -> Refusal {
    read(bytes, Unaccepted::Accepted).unwrap_err()
}

fn document(content: &str) -> Vec<u8> {
    zipped([("word/document.xml".to_owned(), content.as_bytes().to_vec())].into_iter())
}

const HEAD: &str =
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>";

#[test]
fn other_files_are_named() {
    assert_eq!(refusal(b"%PDF-1.7"), Refusal::Pdf);
    assert_eq!(refusal(b"{\\rtf1"), Refusal::RichText);
    assert_eq!(refusal(b""), Refusal::NotWord);
    let workbook = zipped([("xl/workbook.xml".to_owned(), b"<workbook/>".to_vec())].into_iter());
    assert_eq!(refusal(&workbook), Refusal::NotWord);
    assert_eq!(
        refusal(&document(
            "<w:other xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
        )),
        Refusal::NotWord
    );
}

#[test]
fn a_damaged_file_is_refused_at_every_length() {
    let whole = File::new(&line("words")).bytes();
    for length in 4..whole.len() {
        assert!(read(&whole[..length], Unaccepted::Accepted).is_err(), "{length} bytes");
    }
    assert!(read(&whole, Unaccepted::Accepted).is_ok());
}

#[test]
fn what_unpacks_to_much_more_is_refused() {
    let huge =
        format!("{HEAD}<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>", "a".repeat(40_000_000));
    let bytes = document(&huge);
    assert!(bytes.len() < 100_000);
    assert_eq!(refusal(&bytes), Refusal::TooLarge);
    let many = (0..2_001).map(|number| (format!("word/{number}.xml"), Vec::new()));
    assert_eq!(refusal(&zipped(many)), Refusal::TooLarge);
}

#[test]
fn deep_nesting_and_document_types_are_refused() {
    let deep = format!("{HEAD}{}", "<w:sdt>".repeat(20_000));
    assert_eq!(refusal(&document(&deep)), Refusal::Malformed);
    let declared = "<!DOCTYPE w:document [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>".to_owned()
        + HEAD
        + "</w:body></w:document>";
    assert_eq!(refusal(&document(&declared)), Refusal::DocumentType);
}

#[test]
fn names_of_entries_are_no_paths() {
    let file = File::new(&line("words"))
        .with_loose("../../../../tmp/elsewhere", b"x")
        .with_loose("/etc/passwd", b"x");
    assert_eq!(file.markdown(), "words");
}

#[test]
fn tables_in_tables_keep_their_text() {
    let mut body = line("deep");
    for _ in 0..40 {
        body = format!("<w:tbl><w:tr><w:tc>{body}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>");
    }
    assert!(File::new(&body).markdown().contains("deep"));
}

#[test]
fn small_files_that_would_take_long_end() {
    let spaces =
        format!("{HEAD}<w:p><w:r><w:t>a{}b</w:t></w:r></w:p></w:body></w:document>", " ".repeat(2_000_000));
    assert_eq!(refusal(&document(&spaces)), Refusal::TooLarge);
    let tabs = format!("{HEAD}<w:p><w:r>{}</w:r></w:p></w:body></w:document>", "<w:tab/>".repeat(200_000));
    let fields = format!(
        "{HEAD}<w:p>{}</w:p></w:body></w:document>",
        "<w:r><w:fldChar w:fldCharType='begin'/><w:t>a</w:t></w:r>".repeat(50_000)
    );
    for file in [tabs, fields] {
        assert!(read(&document(&file), Unaccepted::Accepted).is_ok());
    }
}
