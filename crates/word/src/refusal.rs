//! Why a file is not read.

use std::fmt;

use crate::receipt::Revisions;

/// A reason for which nothing of the file is given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Changes that nobody has accepted, or comments.
    Unaccepted(Revisions),
    /// Word 97–2003 (`.doc`) or older.
    Old,
    /// Protected by a password.
    Encrypted,
    /// Rich Text Format, under another name.
    RichText,
    /// PDF.
    Pdf,
    /// A page, HTML or MHTML.
    Page,
    /// Another kind of file.
    NotWord,
    /// The archive cannot be read.
    Damaged,
    /// Larger than any letter, or made to be.
    TooLarge,
    /// A part is no well-formed XML, or is nested deeper than any letter.
    Malformed,
    /// A part declares a document type, which Word never does: it could refer to other files.
    DocumentType,
}

impl Refusal {
    /// The name for programs.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Unaccepted(_) => "unaccepted",
            Self::Old => "old",
            Self::Encrypted => "encrypted",
            Self::RichText => "rich-text",
            Self::Pdf => "pdf",
            Self::Page => "page",
            Self::NotWord => "not-word",
            Self::Damaged => "damaged",
            Self::TooLarge => "too-large",
            Self::Malformed => "malformed",
            Self::DocumentType => "document-type",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Unaccepted(revisions) => {
                return write!(
                    f,
                    "it has {revisions}: accept or reject them in Word, delete the comments, and save; or take the text as it \
                     would be if all were accepted, with --accept-revisions"
                );
            }
            Self::Old => {
                "it is a file of Word 97–2003 or older: save it in Word as “Word document (.docx)”, or have LibreOffice \
                 convert it, with --with soffice"
            }
            Self::Encrypted => "it is protected by a password: save it without one",
            Self::RichText => "it is Rich Text Format: save it in Word as “Word document (.docx)”",
            Self::Pdf => "it is a PDF file: use the Word file that it was made from",
            Self::Page => "it is a web page: save it in Word as “Word document (.docx)”",
            Self::NotWord => "it is no Word file",
            Self::Damaged => "the archive is damaged: open it in Word, which may repair it, and save it",
            Self::TooLarge => {
                "it is larger than any letter: more than 32 MB in a part, 128 MB in all, or 2,000 parts"
            }
            Self::Malformed => "a part of it is no well-formed XML, or nested deeper than any letter",
            Self::DocumentType => "a part of it declares a document type, which could refer to other files",
        };
        f.write_str(words)
    }
}

impl std::error::Error for Refusal {}

/// The refusal of a file that is none of Word, by its first bytes; `None` for an archive.
pub(crate) fn by_first_bytes(bytes: &[u8]) -> Option<Refusal> {
    let text = bytes.trim_ascii_start();
    let begins =
        |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    if bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        // The names of the streams of a compound file are in UTF-16.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(name.len()).any(|part| part == name);
        return Some(if is_encrypted { Refusal::Encrypted } else { Refusal::Old });
    }
    // Word for Windows 1 and 2.
    if bytes.starts_with(&[0xDB, 0xA5]) || bytes.starts_with(&[0x9B, 0xA5]) {
        return Some(Refusal::Old);
    }
    Some(if begins("{\\rtf") {
        Refusal::RichText
    } else if begins("%PDF-") {
        Refusal::Pdf
    } else if ["<html", "<!doctype html", "MIME-Version:"].into_iter().any(begins) {
        Refusal::Page
    } else {
        Refusal::NotWord
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_kinds_of_files_are_told_by_their_first_bytes() {
        let compound = |name: &str| {
            let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
            bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
            bytes
        };
        assert_eq!(by_first_bytes(&compound("WordDocument")), Some(Refusal::Old));
        assert_eq!(by_first_bytes(&compound("EncryptedPackage")), Some(Refusal::Encrypted));
        assert_eq!(by_first_bytes(b"{\\rtf1\\ansi"), Some(Refusal::RichText));
        assert_eq!(by_first_bytes(b"%PDF-1.7"), Some(Refusal::Pdf));
        assert_eq!(by_first_bytes(b"\n <!DOCTYPE html>"), Some(Refusal::Page));
        assert_eq!(by_first_bytes(b"Ref.: CL-20/43"), Some(Refusal::NotWord));
        assert_eq!(by_first_bytes(b"PK\x03\x04"), None);
    }
}
