//! The command for publishers and scripts.
//!
//! Its output is a contract: what was asked for on standard output, what a publisher should look at on standard error (or, where
//! that is what was asked for, on standard output); exit status 0 when done, 1 when the input has errors, 2 when called wrongly.

mod call;
mod report;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use call::{Call, USAGE};
use circular_viewer::diagnostic::{Code, Diagnostic, Severity};
use circular_viewer::export;
use circular_viewer::language::Language;
use circular_viewer::letter::{self, Letter};
use report::{Format, Report};

/// Why the command did not do what it was asked.
enum Failure {
    /// It was called wrongly: what is wrong.
    Call(String),
    /// The input cannot be used: what is wrong. Nothing more to say where diagnostics have said it.
    Input(Option<String>),
}

fn main() -> ExitCode {
    match Call::from_words(env::args_os().skip(1)).map_err(Failure::Call).and_then(answer) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Input(problem)) => {
            problem.into_iter().for_each(|problem| eprintln!("error: {problem}"));
            ExitCode::from(1)
        }
        Err(Failure::Call(problem)) => {
            eprintln!("error: {problem}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn answer(call: Call) -> Result<(), Failure> {
    match call {
        Call::Help => print(USAGE),
        Call::Version => print(concat!("circulars ", env!("CARGO_PKG_VERSION"))),
        Call::Read { file, language, format } => read(&file, language, format),
        Call::Check { folder, format } => check(&folder, format),
    }
}

/// `circulars read`: the letter as JSON.
fn read(file: &Path, language: Option<Language>, format: Format) -> Result<(), Failure> {
    let source = source(file)?;
    let mut letter = letter::read(&source, language);
    letter.diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    print(&export::to_json(&letter))?;
    let report = Report { file, source: &source, format };
    letter.diagnostics.iter().for_each(|diagnostic| eprintln!("{}", report.of(diagnostic)));
    if has_errors(&letter.diagnostics) { Err(Failure::Input(None)) } else { Ok(()) }
}

/// `circulars check`: what a publisher should mend in the letters of a folder.
fn check(folder: &Path, format: Format) -> Result<(), Failure> {
    let mut files = Vec::new();
    collect_letters(folder, &mut files)?;
    if files.is_empty() {
        return Err(Failure::Input(Some(format!("there are no letters (*.md) in {}", folder.display()))));
    }
    let (mut errors, mut warnings) = (0, 0);
    for file in &files {
        let source = match source(file) {
            Ok(source) => source,
            Err(Failure::Input(Some(problem))) => {
                eprintln!("error: {problem}");
                errors += 1;
                continue;
            }
            Err(other) => return Err(other),
        };
        let report = Report { file, source: &source, format };
        for diagnostic in checked(file, &source).diagnostics {
            match diagnostic.code.severity() {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
            }
            print(&report.of(&diagnostic))?;
        }
    }
    eprintln!("{} letters: {errors} errors, {warnings} warnings", files.len());
    if errors > 0 { Err(Failure::Input(None)) } else { Ok(()) }
}

/// The letter in a file whose name may say its language: `fr.md`, `cl-20-43.fr.md`.
fn checked(file: &Path, source: &str) -> Letter {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let code = stem.rsplit('.').next().unwrap_or_default();
    let named = Language::ALL.into_iter().find(|language| language.code() == code);
    let mut letter = letter::read(source, None);
    if let (Some(named), Some(found)) = (named, letter.language)
        && named != found
    {
        letter.diagnostics.push(Diagnostic { code: Code::OtherLanguage, span: 0..0 });
    }
    letter.diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    letter
}

/// The Markdown files in a folder and in those in it, by name; a file is taken as it is.
fn collect_letters(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let unreadable = |error| Failure::Input(Some(format!("{} cannot be read: {error}", path.display())));
    if !path.is_dir() {
        fs::metadata(path).map_err(unreadable)?;
        files.push(path.to_owned());
        return Ok(());
    }
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(path).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?.path());
    }
    entries.sort();
    for entry in entries {
        if entry.is_dir() || entry.extension().is_some_and(|extension| extension == "md") {
            collect_letters(&entry, files)?;
        }
    }
    Ok(())
}

/// The text of a file, or of standard input, which is called `-`.
fn source(file: &Path) -> Result<String, Failure> {
    let bytes = if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    let bytes =
        bytes.map_err(|error| Failure::Input(Some(format!("{} cannot be read: {error}", file.display()))))?;
    let source = letter::decode(&bytes);
    if letter::is_binary(&source) {
        let problem = "is not text but a PDF, Word or other file: convert it to Markdown first";
        return Err(Failure::Input(Some(format!("{} {problem}", file.display()))));
    }
    // A byte order mark is no part of the text, and would move every place by one.
    Ok(source.strip_prefix('\u{feff}').map_or_else(|| source.clone().into_owned(), str::to_owned))
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.code.severity() == Severity::Error)
}

/// Prints to standard output. Whoever reads it may stop reading: that is no failure of ours.
fn print(text: &str) -> Result<(), Failure> {
    match writeln!(io::stdout(), "{text}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Input(Some(format!("standard output cannot be written: {error}"))))
        }
        _ => Ok(()),
    }
}
