//! The command for publishers and scripts.
//!
//! Its output is a contract: the letter as JSON on standard output, diagnostics on standard error; exit status 0 when done, 1
//! when the input has errors, 2 when called wrongly.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use circular_viewer::diagnostic::{Diagnostic, Severity};
use circular_viewer::export;
use circular_viewer::language::Language;
use circular_viewer::letter;

const USAGE: &str = "\
circulars reads circular letters of the ITU.

  circulars read FILE.md [--language ar|zh|en|fr|ru|es]

prints the letter as JSON. The language is detected where none is given.
What a publisher should look at goes to standard error.";

/// What the caller asks for.
enum Request {
    Read { file: PathBuf, language: Option<Language> },
    Help,
}

/// Why the command did not do what it was asked.
enum Failure {
    /// It was called wrongly: what is wrong.
    Call(String),
    /// The input cannot be used: what is wrong. Nothing more to say where diagnostics have said it.
    Input(Option<String>),
}

fn main() -> ExitCode {
    match request(env::args_os().skip(1)).and_then(|request| answer(&request)) {
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

fn request(mut words: impl Iterator<Item = OsString>) -> Result<Request, Failure> {
    let command = words.next().ok_or_else(|| Failure::Call("no command is given".to_owned()))?;
    match command.to_string_lossy().as_ref() {
        "read" => {}
        "help" | "--help" | "-h" => return Ok(Request::Help),
        other => return Err(Failure::Call(format!("there is no command {other}"))),
    }
    let (mut file, mut language) = (None, None);
    while let Some(word) = words.next() {
        match word.to_string_lossy().as_ref() {
            "--language" => {
                let code = words.next().unwrap_or_default().to_string_lossy().into_owned();
                let known = Language::ALL.into_iter().find(|language| language.code() == code);
                language = Some(known.ok_or_else(|| {
                    Failure::Call(format!("--language takes ar, zh, en, fr, ru or es, not {code:?}"))
                })?);
            }
            option if option.starts_with('-') => {
                return Err(Failure::Call(format!("there is no option {option}")));
            }
            second if file.is_some() => {
                return Err(Failure::Call(format!("one file is read at a time, and {second} is a second")));
            }
            _ => file = Some(PathBuf::from(word)),
        }
    }
    let file = file.ok_or_else(|| Failure::Call("no file is given".to_owned()))?;
    Ok(Request::Read { file, language })
}

fn answer(request: &Request) -> Result<(), Failure> {
    match request {
        Request::Help => print(USAGE),
        Request::Read { file, language } => {
            let bytes = fs::read(file).map_err(|error| {
                Failure::Input(Some(format!("{} cannot be read: {error}", file.display())))
            })?;
            // A byte order mark is no part of the text, and would move every place by one.
            let source = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes));
            if letter::is_binary(&source) {
                let problem = "is not text but a PDF, Word or other file: convert it to Markdown first";
                return Err(Failure::Input(Some(format!("{} {problem}", file.display()))));
            }
            let letter = letter::read(&source, *language);
            print(&export::to_json(&letter))?;
            for diagnostic in &letter.diagnostics {
                eprintln!("{}", described(diagnostic, &source, &file.display().to_string()));
            }
            let errors =
                letter.diagnostics.iter().any(|diagnostic| diagnostic.code.severity() == Severity::Error);
            if errors { Err(Failure::Input(None)) } else { Ok(()) }
        }
    }
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

/// `file:line:column: severity[code]: reason: advice`, with line and column, in characters, from 1.
fn described(diagnostic: &Diagnostic, source: &str, file: &str) -> String {
    let before = source.get(..diagnostic.span.start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    let code = diagnostic.code;
    format!(
        "{file}:{line}:{column}: {}[{}]: {}: {}",
        code.severity(),
        code.name(),
        code.reason(),
        code.advice()
    )
}
