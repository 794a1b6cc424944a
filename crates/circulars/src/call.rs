//! What the caller asks for.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use letters::citation::Circumstances;
use letters::ids::Date;
use letters::ids::Language;
use letters::letter::Issuer;

use crate::report::Format;

pub(crate) const USAGE: &str = "\
circulars reads and checks circular letters of the ITU.

  circulars read FILE.md [--language ar|zh|en|fr|ru|es] [--catalogue FILE.json] [--format human|json]

prints the letter as JSON; `-` is standard input. The language is detected where none is given.
What a publisher should look at goes to standard error.

  circulars page FILE.md [--language ar|zh|en|fr|ru|es] [--catalogue FILE.json]

prints the letter as HTML, to stand inside <circular-letter> and to be read before any script.

  circulars style

prints the style sheet that such a letter wants.

  circulars check FOLDER [--catalogue FILE.json] [--format human|json]

says what a publisher should mend in the letters of a folder, with file, line and reason. The catalogue is the
folder's own, catalogue.json, if there is one.

  circulars catalogue FOLDER [--page ADDRESS]

prints the catalogue of the letters of a folder as JSON. ADDRESS is that of the page that shows a letter, with {id} for
the letter's id, relative to the catalogue; where it is not given, that of the folder's catalogue.json stays.

  circulars cite [--language xx] [--date YYYY-MM-DD] [--issuer sg|tsb|br|bdt]

takes a JSON object a line on standard input, with `text` and optionally `lang` and `context` (`date`, `issuer`), and
prints each with the citations in its text.

--format json gives each remark as one line of JSON. The exit status is 1 where the input has errors.";

/// A call of the command.
pub(crate) enum Call {
    /// Prints a letter as JSON.
    Read { file: PathBuf, language: Option<Language>, catalogue: Option<PathBuf>, format: Format },
    /// Prints a letter as HTML.
    Page { file: PathBuf, language: Option<Language>, catalogue: Option<PathBuf> },
    /// Prints the style sheet of letters in HTML.
    Style,
    /// Says what is to be mended in the letters of a folder.
    Check { folder: PathBuf, catalogue: Option<PathBuf>, format: Format },
    /// Prints the catalogue of the letters of a folder.
    Catalogue { folder: PathBuf, page: Option<String> },
    /// Prints the citations in passages of text.
    Cite { circumstances: Circumstances },
    /// Prints how the command is called.
    Help,
    /// Prints which version it is.
    Version,
}

/// What the words of a call say, whichever command it is.
#[derive(Default)]
struct Words {
    path: Option<PathBuf>,
    circumstances: Circumstances,
    catalogue: Option<PathBuf>,
    page: Option<String>,
    format: Option<Format>,
}

impl Call {
    /// Reads the words of the call. The error says what is wrong with them.
    pub(crate) fn from_words(mut words: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let command = words.next().ok_or_else(|| "no command is given".to_owned())?;
        let command = command.to_string_lossy().into_owned();
        let options: &[&str] = match command.as_str() {
            "read" => &["--language", "--catalogue", "--format"],
            "page" => &["--language", "--catalogue"],
            "style" => &[],
            "check" => &["--catalogue", "--format"],
            "catalogue" => &["--page"],
            "cite" => &["--language", "--date", "--issuer"],
            "help" | "--help" | "-h" => return Ok(Self::Help),
            "version" | "--version" | "-V" => return Ok(Self::Version),
            other => return Err(format!("there is no command {other}")),
        };
        let Words { path, circumstances, catalogue, page, format } = Words::read(&command, options, words)?;
        // Remarks of `read` go to standard error, those of `check` to standard output.
        let is_terminal =
            || if command == "read" { io::stderr().is_terminal() } else { io::stdout().is_terminal() };
        let format = format.unwrap_or_else(|| Format::Human { styled: is_terminal() });
        match (path, command.as_str()) {
            (None, "cite") => Ok(Self::Cite { circumstances }),
            (Some(path), "cite") => {
                Err(format!("cite reads standard input, and {} is a path", path.display()))
            }
            (Some(file), "read") => {
                Ok(Self::Read { file, language: circumstances.language, catalogue, format })
            }
            (Some(file), "page") => Ok(Self::Page { file, language: circumstances.language, catalogue }),
            (None, "style") => Ok(Self::Style),
            (Some(path), "style") => Err(format!("style takes no path, and {} is one", path.display())),
            (Some(folder), "check") => Ok(Self::Check { folder, catalogue, format }),
            (Some(folder), _) => Ok(Self::Catalogue { folder, page }),
            (None, "read" | "page") => Err("no file is given".to_owned()),
            (None, _) => Err("no folder is given".to_owned()),
        }
    }
}

impl Words {
    fn read(
        command: &str,
        options: &[&str],
        mut words: impl Iterator<Item = OsString>,
    ) -> Result<Self, String> {
        let mut read = Self::default();
        while let Some(word) = words.next() {
            let name = word.to_string_lossy().into_owned();
            if options.contains(&name.as_str()) {
                let value = words.next().unwrap_or_default().to_string_lossy().into_owned();
                read.option(&name, value)?;
            } else if name.starts_with('-') && name != "-" {
                return Err(format!("{command} has no option {name}"));
            } else if read.path.is_some() {
                return Err(format!("{command} takes one path, and {name} is a second"));
            } else {
                read.path = Some(PathBuf::from(word));
            }
        }
        Ok(read)
    }

    fn option(&mut self, name: &str, value: String) -> Result<(), String> {
        match name {
            "--language" => self.circumstances.language = Some(language_named(&value)?),
            "--date" => {
                let date = Date::from_iso(&value);
                self.circumstances.date =
                    Some(date.ok_or_else(|| format!("--date takes a day as 2020-10-05, not {value:?}"))?);
            }
            "--issuer" => {
                let issuer = Issuer::from_code(&value);
                self.circumstances.issuer =
                    Some(issuer.ok_or_else(|| format!("--issuer takes sg, tsb, br or bdt, not {value:?}"))?);
            }
            "--catalogue" => self.catalogue = Some(PathBuf::from(value)),
            "--page" => self.page = Some(value),
            _ => self.format = Some(format_named(&value)?),
        }
        Ok(())
    }
}

fn language_named(code: &str) -> Result<Language, String> {
    let known = Language::ALL.into_iter().find(|language| language.code() == code);
    known.ok_or_else(|| format!("--language takes ar, zh, en, fr, ru or es, not {code:?}"))
}

fn format_named(name: &str) -> Result<Format, String> {
    match name {
        "human" => Ok(Format::Human { styled: false }),
        "json" => Ok(Format::Json),
        other => Err(format!("--format takes human or json, not {other:?}")),
    }
}
