//! The command for publishers and scripts.
//!
//! Its output is a contract: what was asked for on standard output, what a publisher should look at on standard error (or, where
//! that is what was asked for, on standard output); exit status 0 when done, 1 when the input has errors, 2 when called wrongly.

mod call;
mod cite;
mod report;
mod versions;

use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use call::{Call, USAGE};
use letters::Version;
use letters::catalogue::{self, Catalogue};
use letters::citation::{self, Circumstances};
use letters::diagnostic::{Code, Diagnostic, Severity};
use letters::export;
use letters::ids::Language;
use letters::letter::{self, Letter};
use letters::page;
use letters::resolver::{self, LocatedCatalogue, Reference, Sources};
use report::{Format, Report};

/// The style sheet of a letter that stands in a page before any script.
const STATIC_CSS: &str = include_str!("../../../styles/built/static.css");

/// The name of a folder's catalogue.
const CATALOGUE: &str = "catalogue.json";

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
        Call::Read { file, language, catalogue, format } => {
            read(&file, language, catalogue.as_deref(), format)
        }
        Call::Page { file, language, catalogue } => print_page(&file, language, catalogue.as_deref()),
        Call::Style => print(STATIC_CSS),
        Call::Check { folder, catalogue, format } => check(&folder, catalogue.as_deref(), format),
        Call::Catalogue { folder, page } => print_catalogue(&folder, page),
        Call::Cite { circumstances } => cite(circumstances),
    }
}

/// `circulars read`: the letter as JSON.
fn read(
    file: &Path,
    language: Option<Language>,
    catalogue: Option<&Path>,
    format: Format,
) -> Result<(), Failure> {
    let catalogue = catalogue.map(catalogue_in).transpose()?;
    let source = source(file)?;
    let mut letter = letter::read(&source, language);
    let references = references(&letter, catalogue.as_ref());
    letter.diagnostics.extend(resolver::check(&references));
    letter.diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    print(&export::to_json(&letter, &references))?;
    let report = Report::new(file, &source, format);
    letter.diagnostics.iter().for_each(|diagnostic| eprintln!("{}", report.of(diagnostic, None)));
    if has_errors(&letter.diagnostics) { Err(Failure::Input(None)) } else { Ok(()) }
}

/// `circulars page`: the letter as HTML.
fn print_page(file: &Path, language: Option<Language>, catalogue: Option<&Path>) -> Result<(), Failure> {
    let catalogue = catalogue.map(catalogue_in).transpose()?;
    let source = source(file)?;
    let letter = letter::read(&source, language);
    if letter.is_empty() {
        return Err(Failure::Input(Some(format!("{} is empty", file.display()))));
    }
    let references = references(&letter, catalogue.as_ref());
    let interface = letter.language.unwrap_or(Language::English);
    print(&page::to_html(&[page::article(&letter, &references, interface)]))
}

/// `circulars check`: what a publisher should mend in the letters of a folder.
fn check(folder: &Path, catalogue: Option<&Path>, format: Format) -> Result<(), Failure> {
    let own = folder.join(CATALOGUE);
    let catalogue = catalogue.or_else(|| own.exists().then_some(own.as_path()));
    let catalogue = catalogue.map(catalogue_in).transpose()?;
    let mut files = Vec::new();
    collect_letters(folder, &mut files)?;
    if files.is_empty() {
        return Err(Failure::Input(Some(format!("there are no letters (*.md) in {}", folder.display()))));
    }
    let (mut errors, mut warnings) = (0, 0);
    let mut checked = Vec::new();
    for file in &files {
        match source(file) {
            Ok(source) => checked.push(Checked::of(file, source, catalogue.as_ref())),
            Err(Failure::Input(Some(problem))) => {
                eprintln!("error: {problem}");
                errors += 1;
            }
            Err(other) => return Err(other),
        }
    }
    let divergences = versions::divergences(&checked);
    for (letter, divergences) in checked.iter().zip(divergences) {
        let report = Report::new(&letter.file, &letter.source, format);
        let remarks = letter.letter.diagnostics.iter().map(|diagnostic| (diagnostic, None));
        let of_versions = divergences.iter().map(|(diagnostic, detail)| (diagnostic, Some(detail.as_str())));
        for (diagnostic, detail) in remarks.chain(of_versions) {
            match diagnostic.code.severity() {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
            }
            print(&report.of(diagnostic, detail))?;
        }
    }
    eprintln!("{} letters: {errors} errors, {warnings} warnings", files.len());
    if errors > 0 { Err(Failure::Input(None)) } else { Ok(()) }
}

/// A letter of a folder, with what there is to say of it alone.
struct Checked {
    file: PathBuf,
    source: String,
    letter: Letter,
}

impl Checked {
    /// The letter in a file whose name may say its language: `fr.md`, `cl-20-43.fr.md`.
    fn of(file: &Path, source: String, catalogue: Option<&Catalogue>) -> Self {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let code = stem.rsplit('.').next().unwrap_or_default();
        let named = Language::ALL.into_iter().find(|language| language.code() == code);
        let mut letter = letter::read(&source, None);
        if let (Some(named), Some(found)) = (named, letter.language)
            && named != found
        {
            letter.diagnostics.push(Diagnostic { code: Code::OtherLanguage, span: 0..0 });
        }
        letter.diagnostics.extend(resolver::check(&references(&letter, catalogue)));
        letter.diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
        Self { file: file.to_owned(), source, letter }
    }
}

/// A value of JSON, as the catalogue's reader takes it.
struct JsonValue(serde_json::Value);

impl catalogue::Json for JsonValue {
    fn member(&self, name: &str) -> Option<Self> {
        self.0.get(name).cloned().map(Self)
    }

    fn elements(&self) -> Vec<Self> {
        self.0.as_array().into_iter().flatten().cloned().map(Self).collect()
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }
}

/// The citations of the letter, resolved for readers of its own language.
fn references(letter: &Letter, catalogue: Option<&Catalogue>) -> Vec<Reference> {
    let language = letter.language.unwrap_or(Language::English);
    let catalogue = catalogue.map(LocatedCatalogue::relative);
    resolver::resolve(letter, citation::find(letter), Sources { catalogue, entries: &[], language })
}

/// `circulars catalogue`: the letters of a folder, and how they relate.
fn print_catalogue(folder: &Path, page: Option<String>) -> Result<(), Failure> {
    let mut files = Vec::new();
    collect_letters(folder, &mut files)?;
    let mut letters = Vec::new();
    for file in &files {
        let address = file.strip_prefix(folder).unwrap_or(file);
        let address = address.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>();
        letters.push((address.join("/"), Version::read(&source(file)?, None)));
    }
    let own = folder.join(CATALOGUE);
    let before = if own.exists() { Some(catalogue_in(&own)?) } else { None };
    let mut catalogue = Catalogue::of(letters.iter().map(|(address, letter)| (address.clone(), letter)));
    catalogue.page = page.or(before.and_then(|before| before.page));
    let letters = letters.iter().map(|(address, version)| (address, version.letter()));
    for (address, letter) in letters.filter(|(_, letter)| letter.letterhead.ids.is_empty()) {
        let what = if letter.is_letter() { "has no known reference" } else { "is no letter" };
        eprintln!("warning: {address} {what}, and is left out");
    }
    print(&export::catalogue_to_json(&catalogue))
}

/// The catalogue in a file.
fn catalogue_in(file: &Path) -> Result<Catalogue, Failure> {
    let text = source(file)?;
    let problem = |problem: String| Failure::Input(Some(format!("{}: {problem}", file.display())));
    let json: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| problem(format!("not JSON: {error}")))?;
    catalogue::read(&JsonValue(json))
        .ok_or_else(|| problem("there are no letters: is it a catalogue?".to_owned()))
}

/// `circulars cite`: the citations in each line of standard input. A line that cannot be read is named, and the others are answered.
fn cite(defaults: Circumstances) -> Result<(), Failure> {
    let mut failed = false;
    for (index, line) in io::stdin().lock().lines().enumerate() {
        let line =
            line.map_err(|error| Failure::Input(Some(format!("standard input cannot be read: {error}"))))?;
        if line.trim().is_empty() {
            continue;
        }
        match cite::line(&line, defaults) {
            Ok(answer) => print(&answer)?,
            Err(problem) => {
                eprintln!("error: line {}: {problem}", index + 1);
                failed = true;
            }
        }
    }
    if failed { Err(Failure::Input(None)) } else { Ok(()) }
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
