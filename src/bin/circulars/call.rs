//! What the caller asks for.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use circular_viewer::language::Language;

use crate::report::Format;

pub(crate) const USAGE: &str = "\
circulars reads and checks circular letters of the ITU.

  circulars read FILE.md [--language ar|zh|en|fr|ru|es] [--format human|json]

prints the letter as JSON; `-` is standard input. The language is detected where none is given.
What a publisher should look at goes to standard error.

  circulars check FOLDER [--format human|json]

says what a publisher should mend in the letters of a folder, with file, line and reason.

--format json gives each remark as one line of JSON. The exit status is 1 where a letter has errors.";

/// A call of the command.
pub(crate) enum Call {
    /// Prints a letter as JSON.
    Read { file: PathBuf, language: Option<Language>, format: Format },
    /// Says what is to be mended in the letters of a folder.
    Check { folder: PathBuf, format: Format },
    /// Prints how the command is called.
    Help,
    /// Prints which version it is.
    Version,
}

impl Call {
    /// Reads the words of the call. The error says what is wrong with them.
    pub(crate) fn from_words(mut words: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let command = words.next().ok_or_else(|| "no command is given".to_owned())?;
        let command = command.to_string_lossy().into_owned();
        match command.as_str() {
            "read" | "check" => {}
            "help" | "--help" | "-h" => return Ok(Self::Help),
            "version" | "--version" | "-V" => return Ok(Self::Version),
            other => return Err(format!("there is no command {other}")),
        }
        let (mut path, mut language, mut format) = (None, None, None);
        while let Some(word) = words.next() {
            match word.to_string_lossy().as_ref() {
                "--language" if command == "read" => language = Some(language_named(words.next())?),
                "--format" => format = Some(format_named(words.next())?),
                option if option.starts_with('-') && option != "-" => {
                    return Err(format!("{command} has no option {option}"));
                }
                second if path.is_some() => {
                    return Err(format!("{command} takes one path, and {second} is a second"));
                }
                _ => path = Some(PathBuf::from(word)),
            }
        }
        // Remarks of `read` go to standard error, those of `check` to standard output.
        let is_terminal =
            || if command == "read" { io::stderr().is_terminal() } else { io::stdout().is_terminal() };
        let format = format.unwrap_or_else(|| Format::Human { styled: is_terminal() });
        match (path, command.as_str()) {
            (Some(file), "read") => Ok(Self::Read { file, language, format }),
            (Some(folder), _) => Ok(Self::Check { folder, format }),
            (None, "read") => Err("no file is given".to_owned()),
            (None, _) => Err("no folder is given".to_owned()),
        }
    }
}

fn language_named(word: Option<OsString>) -> Result<Language, String> {
    let code = word.unwrap_or_default().to_string_lossy().into_owned();
    let known = Language::ALL.into_iter().find(|language| language.code() == code);
    known.ok_or_else(|| format!("--language takes ar, zh, en, fr, ru or es, not {code:?}"))
}

fn format_named(word: Option<OsString>) -> Result<Format, String> {
    match word.unwrap_or_default().to_string_lossy().as_ref() {
        "human" => Ok(Format::Human { styled: false }),
        "json" => Ok(Format::Json),
        other => Err(format!("--format takes human or json, not {other:?}")),
    }
}
