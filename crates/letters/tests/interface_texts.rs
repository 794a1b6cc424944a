//! The build fails where a language lacks a text of the interface. The files of the languages are compiled as they are,
//! with the enum and the macro that they use; then again with one row changed.
#![allow(clippy::panic, clippy::unwrap_used, reason = "tests stop at what they do not expect")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const LANGUAGES: [&str; 6] = ["ar", "zh", "en", "fr", "ru", "es"];

fn source(code: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/interface").join(code).with_extension("rs")
}

/// Compiles the texts in the folder of a test, those of one language edited. Returns the errors of the compiler.
fn compile(test: &str, changed: &str, edit: impl Fn(&str) -> String) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("interface_texts").join(test);
    fs::create_dir_all(&folder).unwrap();
    let edited = folder.join(format!("{changed}.rs"));
    fs::write(&edited, edit(&fs::read_to_string(source(changed)).unwrap())).unwrap();
    let modules = ["message", "texts"].into_iter().chain(LANGUAGES).map(|module| {
        let path = if module == changed { edited.clone() } else { source(module) };
        format!("#[path = {path:?}]\nmod {module};\n")
    });
    let root = folder.join("root.rs");
    let modules: String = modules.collect();
    fs::write(&root, format!("{modules}pub use message::Message;\nuse texts::{{Texts, texts}};\n")).unwrap();
    let output = Command::new(Path::new(env!("CARGO")).with_file_name("rustc"))
        .args(["--edition=2024", "--crate-type=lib", "--crate-name=texts", "--emit=metadata", "-Adead_code"])
        .arg("--out-dir")
        .args([&folder, &root])
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() { Ok(()) } else { Err(errors) }
}

/// The rows of a language without the one of the message.
fn without(message: &str, rows: &str) -> String {
    rows.lines()
        .filter(|row| !row.trim_start().starts_with(&format!("{message}:")))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_message_without_a_text_in_one_language_does_not_compile() {
    compile("missing", "en", str::to_owned).unwrap();
    for language in LANGUAGES {
        let errors = compile("missing", language, |rows| without("Tools", rows)).unwrap_err();
        assert!(errors.contains("`Message::Tools` not covered"), "{language}: {errors}");
    }
}

#[test]
fn a_message_with_two_texts_or_out_of_order_does_not_compile() {
    let twice = |rows: &str| rows.replacen("    Details:", "    Tools: \"Outils\",\n    Details:", 1);
    assert!(compile("moved", "fr", twice).is_err());
    let moved =
        |rows: &str| without("Tools", rows).replacen("    Print:", "    Tools: \"Outils\",\n    Print:", 1);
    assert!(compile("moved", "fr", moved).unwrap_err().contains("not in the order of `Message`"));
}
