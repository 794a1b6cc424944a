//! The letter on paper, as Chromium writes it to PDF and poppler reads it.

use std::io::Write;
use std::process::{Command, Stdio};

use browser_tests::engine::Engine;
use browser_tests::page::Page;
use serde_json::{Value, json};

use super::Named;

/// The page as PDF, in base64; none where the engine writes none.
async fn printed(page: &Page) -> Option<String> {
    let wishes = json!({ "printBackground": true, "preferCSSPageSize": true, "generateTaggedPDF": true });
    let answer = page.protocol("Page.printToPDF", wishes).await?;
    answer.get("data").and_then(Value::as_str).map(str::to_owned)
}

/// What a command of poppler says of the PDF.
fn read(pdf: &str, command: &str) -> String {
    let script = format!("base64 --decode > \"$0\" && {command}");
    let file = std::env::temp_dir().join(format!("letter-{}.pdf", std::process::id()));
    let mut shell = Command::new("sh")
        .args(["-c", &script])
        .arg(&file)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell");
    shell.stdin.take().expect("its input").write_all(pdf.as_bytes()).expect("the PDF is read");
    let output = shell.wait_with_output().expect("poppler answers");
    let _ = std::fs::remove_file(&file);
    assert!(output.status.success(), "{command}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The letters and digits of a text: what hyphenation and line ends leave as it is.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The words of the text that do not follow one another in the print.
fn missing(text: &str, print: &str) -> Vec<String> {
    let print = folded(print);
    let mut at = 0;
    let mut missing = Vec::new();
    for word in text.split_whitespace().map(folded).filter(|word| !word.is_empty()) {
        match print.get(at..).and_then(|rest| rest.find(&word)) {
            Some(found) => at += found + word.len(),
            None => missing.push(word),
        }
    }
    missing
}

scenarios! {
    with "letter.js";

    async fn every_word_of_the_letter_is_on_paper_in_its_order(page) {
        if page.engine != Engine::Chromium {
            return;
        }
        for language in ["en", "fr", "es", "ru", "zh"] {
            for letter in ["sg/cl/2024/901", "br/cr/901"] {
                page.open(&format!("?letter={letter}&lang={language}&ui-lang=en")).await;
                page.until_letter().await;
                page.until("inControls('.references')").await;
                let words = page.text("letter.innerText").await;
                let paragraphs = page.text("allInLetter('.paragraph:not(:has(table))').map((paragraph) => paragraph.innerText).join(' ')").await;
                let pdf = printed(&page).await.expect("Chromium writes PDF");
                let print = read(&pdf, "pdftotext \"$0\" -");
                assert_eq!(missing(&paragraphs, &print), Vec::<String>::new(), "{letter} {language}");
                // Labels may come before or behind their values.
                let lost: Vec<&str> = words.split_whitespace().filter(|word| !folded(&print).contains(&folded(word))).collect();
                assert!(lost.is_empty(), "{letter} {language}: {lost:?}");
                // The address of the page follows, and the references with theirs.
                let (_, rest) = print.rsplit_once("ui-lang=en").unwrap_or_else(|| panic!("no address of the page in {print}"));
                assert!(rest.contains("REFERENCES") && rest.contains("https://www.itu.int/"), "{rest}");
            }
        }
        page.assert_no_problem().await;
    }

    async fn every_word_of_an_arabic_letter_is_on_paper(page) {
        if page.engine != Engine::Chromium {
            return;
        }
        page.open("?letter=sg/cl/2024/901&lang=ar&ui-lang=ar").await;
        page.until_letter().await;
        // Poppler takes ligatures apart in the wrong order, so the letters are counted.
        let words = page.text("letter.innerText.normalize('NFKC')").await;
        let pdf = printed(&page).await.expect("Chromium writes PDF");
        let print = read(&pdf, "pdftotext \"$0\" -");
        let count = |text: &str, c: char| text.chars().filter(|other| *other == c).count();
        let letters: std::collections::BTreeSet<char> = words.chars().filter(|c| c.is_alphanumeric()).collect();
        let lost: Vec<char> = letters.into_iter().filter(|c| count(&words, *c) > count(&print, *c)).collect();
        assert!(lost.is_empty(), "{lost:?}\n{print}");
    }

    async fn the_pdf_has_the_structure_and_the_language_of_the_letter(page) {
        if page.engine != Engine::Chromium {
            return;
        }
        page.open("?letter=br/cr/901&lang=fr&ui-lang=fr").await;
        page.until_letter().await;
        let pdf = printed(&page).await.expect("Chromium writes PDF");
        assert!(read(&pdf, "pdfinfo \"$0\"").lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")));
        let structure = read(&pdf, "pdfinfo -struct-text \"$0\"");
        for part in ["H2", "Table", "TH", "Link"] {
            assert!(structure.lines().any(|line| line.trim_start().starts_with(part)), "{part} is not in\n{structure}");
        }
    }
}
