//! `circulars import`.

use std::io::{Cursor, Write};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::{Folder, circulars, command};

const ENGLISH: [&str; 12] = [
    "General Secretariat (SG)",
    "Geneva, 5 March 2024",
    "Ref.: Circular Letter CL-24/77",
    "To Administrations of Member States of the Union",
    "Subject: Workshop on numbering (specimen)",
    "Dear Sir/Madam,",
    "1\tI have the honour to invite you to the workshop on 4 June 2024, see Resolution 99 (Rev. Dubai, 2018).",
    "2\tRegistration closes on 15 May 2024.",
    "Yours faithfully,",
    "(signed)",
    "Orla QUINTERO",
    "Secretary-General",
];

const FRENCH: [&str; 12] = [
    "Secrétariat général (SG)",
    "Genève, le 5 mars 2024",
    "Réf.: Lettre circulaire CL-24/77",
    "Aux Administrations des États Membres de l'Union",
    "Objet: Atelier sur le numérotage (spécimen)",
    "Madame, Monsieur,",
    "1\tJ'ai l'honneur de vous inviter à l'atelier du 4 juin 2024, voir la Résolution 99 (Rév. Dubaï, 2018).",
    "2\tLes inscriptions sont closes le 15 mai 2024.",
    "Veuillez agréer, Madame, Monsieur, l'assurance de ma haute considération.",
    "(signé)",
    "Orla QUINTERO",
    "Secrétaire générale",
];

/// A Word file with the paragraphs.
fn word(paragraphs: &[&str]) -> Vec<u8> {
    let run = |text: &str| {
        let parts: Vec<String> =
            text.split('\t').map(|part| format!("<w:t xml:space='preserve'>{part}</w:t>")).collect();
        format!("<w:r>{}</w:r>", parts.join("<w:tab/>"))
    };
    let body: String = paragraphs.iter().map(|text| format!("<w:p>{}</w:p>", run(text))).collect();
    document(&body)
}

fn document(body: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    write!(writer, "<w:document xmlns:w='{namespace}'><w:body>{body}</w:body></w:document>").unwrap();
    writer.finish().unwrap().into_inner()
}

fn versions(name: &str, french: &[&str]) -> Folder {
    Folder::new(name).with("word/cl-en.docx", word(&ENGLISH)).with("word/cl-fr.docx", word(french))
}

#[test]
fn a_word_file_is_printed_as_markdown_with_a_receipt_on_standard_error() {
    let folder = Folder::new("import-one").with("cl.docx", word(&["Ref.:\tCL-24/77", "2. typed"]));
    let answer = folder.circulars(&["import", "cl.docx", "--receipt", "receipt.json"]);
    assert_eq!(answer.stdout, "Ref.:\tCL-24/77\n\n2\\. typed\n");
    assert_eq!(answer.status, Some(0));
    let lines: Vec<&str> = answer.stderr.lines().collect();
    assert_eq!(
        lines,
        [
            "cl.docx: 22 characters",
            "         22  in the Markdown",
            "          4  added: marks of Markdown, automatic numbers, line ends"
        ]
    );
    let receipt: Value = serde_json::from_str(&folder.read("receipt.json")).unwrap();
    assert_eq!(
        (&receipt["characters"], &receipt["kept"], &receipt["added"]),
        (&22.into(), &22.into(), &4.into())
    );
}

#[test]
fn a_file_with_revisions_gives_nothing_out() {
    let body = "<w:p><w:r><w:t>kept</w:t></w:r><w:del w:id='1'><w:r><w:delText>draft</w:delText></w:r></w:del></w:p>";
    let folder = Folder::new("import-revisions").with("draft.docx", document(body));
    let answer = folder.circulars(&["import", "draft.docx"]);
    assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(1)));
    assert!(
        answer.stderr.starts_with("error: draft.docx is not imported: it has 1 deletion: accept or reject"),
        "{}",
        answer.stderr
    );
    let answer = folder.circulars(&["import", "draft.docx", "--accept-revisions"]);
    assert_eq!((answer.stdout.as_str(), answer.status), ("kept\n", Some(0)));
    assert!(answer.stderr.contains("5  left out, deleted text: “draft”"), "{}", answer.stderr);
}

#[test]
fn other_files_are_refused_with_what_can_be_done() {
    let folder = Folder::new("import-others").with("a.docx", b"%PDF-1.7").with("b.docx", b"{\\rtf1");
    for (file, words) in [
        ("a.docx", "it is a PDF file"),
        ("b.docx", "it is Rich Text Format: save it in Word"),
        ("c.docx", "cannot be read"),
    ] {
        let answer = folder.circulars(&["import", file]);
        assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(1)));
        assert!(answer.stderr.contains(words), "{}", answer.stderr);
    }
}

#[test]
fn versions_that_agree_are_laid_out_as_a_letter() {
    let folder = versions("import-versions", &FRENCH);
    let answer = folder.circulars(&["import", "word/cl-en.docx", "word/cl-fr.docx", "--out", "letters"]);
    assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(0)), "{}", answer.stderr);
    assert!(
        folder
            .read("letters/cl-24-77/fr.md")
            .starts_with("Secrétariat général (SG)\n\nGenève, le 5 mars 2024\n")
    );
    let checked = folder.circulars(&["check", "letters"]);
    assert!(checked.stderr.contains("2 letters: 0 errors"), "{}", checked.stderr);
    // What is there stays.
    let again = folder.circulars(&["import", "word/cl-fr.docx", "--out", "letters"]);
    assert_eq!(again.status, Some(1));
    assert!(again.stderr.contains("is there already: --force writes over it"), "{}", again.stderr);
}

#[test]
fn versions_that_differ_are_not_written_unless_forced() {
    let mut french = FRENCH;
    french[7] = "2\tLes inscriptions sont closes le 16 mai 2024.";
    let folder = versions("import-differing", &french);
    let arguments = ["import", "word/cl-en.docx", "word/cl-fr.docx", "--out", "letters"];
    let answer = folder.circulars(&arguments);
    assert_eq!(answer.status, Some(1));
    for words in [
        "date “16 mai 2024” here, “15 May 2024” in cl-en.docx",
        "“2\tLes inscriptions sont closes",
        "1 difference between the versions of sg/cl/2024/77",
    ] {
        assert!(answer.stderr.contains(words), "{words} is not in {}", answer.stderr);
    }
    assert!(!folder.0.join("letters").exists());
    let answer = folder.circulars(&[&arguments[..], &["--force"]].concat());
    assert_eq!(answer.status, Some(0), "{}", answer.stderr);
    assert!(folder.0.join("letters/cl-24-77/en.md").exists());
}

#[test]
fn a_receipt_is_never_published_and_several_files_need_a_folder() {
    let folder = versions("import-usage", &FRENCH);
    let answer = folder.circulars(&[
        "import",
        "word/cl-en.docx",
        "--out",
        "letters",
        "--receipt",
        "letters/receipt.json",
    ]);
    assert_eq!(answer.status, Some(1));
    assert!(answer.stderr.contains("would be published with the letters"), "{}", answer.stderr);
    let answer = folder.circulars(&["import", "word/cl-en.docx", "word/cl-fr.docx"]);
    assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(1)));
    assert!(answer.stderr.contains("name it with --out"), "{}", answer.stderr);
}

#[test]
fn a_letter_without_a_reference_is_not_written() {
    let folder = Folder::new("import-without").with("a.docx", word(&["Some words."]));
    let answer = folder.circulars(&["import", "a.docx", "--out", "letters"]);
    assert_eq!(answer.status, Some(1));
    assert!(answer.stderr.contains("no reference of a circular letter"), "{}", answer.stderr);
    assert!(
        command(&["import"]).output().unwrap().status.code() == Some(2)
            && circulars(&["import", "--help"]).status == Some(0)
    );
}
