//! The arguments of the command line.
//!
//! Scripts rely on these names. If an option is repeated, the last value counts, as in most commands.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use letters::citation::Circumstances;
use letters::ids::{Date, Language};
use letters::letter::Issuer;

/// Read, check and catalogue circular letters of the ITU.
///
/// Letters are Markdown files, one for each language. Results go to standard output, problems to standard error; the
/// problems that `check` reports are its result.
#[derive(Debug, Parser)]
#[command(
    name = "circulars",
    version,
    arg_required_else_help = true,
    args_override_self = true,
    max_term_width = 100,
    after_long_help = format!("Exit status: {EXIT_STATUS}")
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The meaning of the exit statuses, for the help and the manual.
pub(crate) const EXIT_STATUS: &str =
    "0 when done, 1 when the input has errors, 2 when the command is called wrongly.";

/// What the command can do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print a letter as JSON.
    ///
    /// Prints what the letter says about itself and what it cites. Problems that a publisher should look at go to
    /// standard error.
    #[command(after_long_help = "\
Examples:
  circulars read letters/cl-20-43/fr.md
  pandoc letter.docx --to gfm | circulars read - --format json")]
    Read(ReadArguments),
    /// Print a letter as a record, from which the viewer shows it.
    ///
    /// The record is JSON in one line: metadata, the tree of the page, citations, facts and dates. It shows the letter
    /// without the time that reading Markdown takes in a browser, and is the same that the viewer makes of the file.
    #[command(after_long_help = "\
Example:
  circulars record letters/cl-20-43/fr.md > site/letters/cl-20-43/fr.json")]
    Record(RecordArguments),
    /// Print a letter as HTML.
    ///
    /// The HTML goes inside `<circular-letter>`, so that the letter can be read before any script has run. `circulars
    /// style` prints its style sheet.
    #[command(after_long_help = "\
Example:
  circulars page letters/cl-20-43/fr.md --catalogue letters/catalogue.json")]
    Page(LetterArguments),
    /// Print the style sheet for letters printed by `page`.
    Style,
    /// Write letters in the format of another program.
    ///
    /// For bibliographies, calendars and address books, as plain text, or as one file of HTML. Of a letter in a folder, the
    /// version in the language of --language is taken, or else the one as issued; HTML has all versions of one letter.
    /// Nothing written depends on the day on which it is.
    #[command(after_long_help = "\
Examples:
  circulars export letters/cl-20-43/fr.md --to bibtex
  circulars export letters --to ics --language en --output deadlines.ics
  circulars export letters/cl-20-43 --to html --output cl-20-43.html")]
    Export(ExportArguments),
    /// Read letters from Word files.
    ///
    /// Prints a letter as Markdown, or writes the versions of letters to a folder, each as LETTER/LANGUAGE.md, once they agree:
    /// in their paragraphs, annexes, citations, dates and numbers. On standard error is a receipt: what became of each character
    /// of a file, what was left out, and what else it holds. Nothing is given out of a file with revisions or comments that
    /// nobody has accepted.
    #[command(after_long_help = "\
Examples:
  circulars import cl-24-77-fr.docx > letters/cl-24-77/fr.md
  circulars import cl-24-77-*.docx --out letters
  circulars import draft.docx --accept-revisions --receipt draft.json
  circulars import archive.doc --with soffice")]
    Import(ImportArguments),
    /// Report problems that a publisher should fix in the letters of a folder.
    ///
    /// Checks each letter, and compares the versions of the same letter: the files with the same reference. Each
    /// problem is reported with file, line and reason. The last line, on standard error, counts letters, errors and
    /// warnings.
    #[command(after_long_help = "\
Examples:
  circulars check letters
  circulars check letters --format=json > problems.jsonl")]
    Check(CheckArguments),
    /// Write the catalogue of a folder of letters.
    ///
    /// The catalogue is JSON. It lists each letter with its versions and what it cites, supersedes, corrects and
    /// postpones. The addresses in it are relative to the folder, where it belongs as catalogue.json.
    #[command(after_long_help = "\
Examples:
  circulars catalogue letters --page '../?letter={id}' --output letters/catalogue.json
  circulars catalogue letters --output letters/catalogue.json")]
    Catalogue(CatalogueArguments),
    /// Make a site of a folder of letters.
    ///
    /// Writes pages that are complete without a script, for each version of each letter, with records, lists, feeds and maps.
    /// Any web server serves them, in any folder. Where the programs of the element are given, they take the place of the letters
    /// in browsers that run scripts. A second run writes only what has changed, and deletes the pages of letters that are gone;
    /// what it needs to know for that is beside the site, in a file with its name and `.state`. A letter with errors is left out,
    /// and reported.
    #[command(after_long_help = "\
Examples:
  circulars publish letters --out site
  circulars publish letters --out site --address https://www.example.org/letters/ --viewer dist")]
    Publish(PublishArguments),
    /// Show the site of a folder of letters on this machine while they change.
    ///
    /// Publishes the site into the user's cache, and prints its address. When a letter is saved, its pages are
    /// made anew, and browsers that show them load them again.
    #[command(after_long_help = "\
Example:
  circulars serve letters --viewer dist")]
    Serve(ServeArguments),
    /// Find the citations in passages of text.
    ///
    /// Standard input has a JSON object a line, with `text` and optionally `lang` and `context` (with `date`,
    /// `issuer`). Each is printed again with `citations`: a list of `text`, `id`, `start` and `end`, in characters.
    /// The options apply to lines that do not say otherwise.
    #[command(after_long_help = "\
Example:
  echo '{\"text\": \"Resolution 99 (Rev. Dubai, 2018)\", \"lang\": \"en\"}' | circulars cite")]
    Cite(CiteArguments),
    /// Print a completion script for a shell.
    #[command(after_long_help = "\
Examples:
  circulars completions bash > ~/.local/share/bash-completion/completions/circulars
  circulars completions fish > ~/.config/fish/completions/circulars.fish")]
    Completions {
        /// The shell that will run the script.
        shell: Shell,
    },
    /// Print the manual page.
    #[command(after_long_help = "\
Examples:
  circulars man | man -l -
  circulars man > ~/.local/share/man/man1/circulars.1")]
    Man,
    /// Print the version, as --version does.
    #[command(hide = true)]
    Version,
}

/// A letter, and how it is to be read.
#[derive(Args, Debug)]
pub(crate) struct LetterArguments {
    /// The letter, as Markdown; `-` is standard input.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// The language of the letter, where it should not be detected.
    #[arg(long, value_parser = language())]
    pub(crate) language: Option<Language>,
    /// A catalogue of letters, to which citations of letters lead.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) catalogue: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct ReadArguments {
    #[command(flatten)]
    pub(crate) letter: LetterArguments,
    #[command(flatten)]
    pub(crate) report: ReportArguments,
}

#[derive(Args, Debug)]
pub(crate) struct RecordArguments {
    /// The letter, as Markdown; `-` is standard input.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// The language of the letter, where it should not be detected.
    #[arg(long, value_parser = language())]
    pub(crate) language: Option<Language>,
    /// The address of the Markdown, relative to the record [default: the name of the file, or none for standard input].
    ///
    /// A viewer that cannot use the record reads the letter from there.
    #[arg(long, value_name = "ADDRESS", value_hint = ValueHint::Url)]
    pub(crate) source: Option<String>,
}

#[derive(Args, Debug)]
pub(crate) struct ExportArguments {
    #[command(flatten)]
    pub(crate) letter: ExportedArguments,
    /// The format.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: ExportFormat,
    /// The file to write, instead of standard output.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

/// `circulars import`.
#[derive(Args, Debug)]
pub(crate) struct ImportArguments {
    /// Word files (.docx).
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The folder of letters to write to, instead of standard output.
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) out: Option<PathBuf>,
    /// Write the letters although their versions differ, and over files that are there.
    #[arg(long, requires = "out")]
    pub(crate) force: bool,
    /// Write the receipt to a file, as JSON; not in the folder of letters, where it would be published.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) receipt: Option<PathBuf>,
    /// Take the text as it would be if all revisions were accepted, without the comments.
    #[arg(long)]
    pub(crate) accept_revisions: bool,
    /// Have another program convert files of Word 97–2003 (.doc) first.
    #[arg(long, value_name = "PROGRAM")]
    pub(crate) with: Option<Converter>,
}

/// A program that converts old files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Converter {
    /// LibreOffice.
    Soffice,
}

/// What is exported.
#[derive(Args, Debug)]
pub(crate) struct ExportedArguments {
    /// A letter, as Markdown (`-` is standard input), or a folder of letters (*.md), with the folders in it.
    #[arg(value_name = "FILE|FOLDER", value_hint = ValueHint::AnyPath)]
    pub(crate) file: PathBuf,
    /// The language of the letter, where it should not be detected; in a folder, that of the versions to export.
    #[arg(long, value_parser = language())]
    pub(crate) language: Option<Language>,
    /// A catalogue of letters, to which citations of letters lead, in HTML.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) catalogue: Option<PathBuf>,
}

/// A format of another program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// An entry of a bibliography for TeX, with the fields of BibLaTeX.
    Bibtex,
    /// An entry for reference managers.
    Ris,
    /// An item of the Citation Style Language, in JSON, as Zotero imports it.
    Csl,
    /// The deadlines and events, for calendars (iCalendar).
    Ics,
    /// The contacts, for address books (vCard 4).
    Vcf,
    /// The contacts in the older form that Outlook needs (vCard 3).
    Vcf3,
    /// The letter as plain text; a form feed separates letters.
    Text,
    /// All versions of one letter in a file that opens anywhere.
    Html,
}

#[derive(Args, Debug)]
pub(crate) struct CheckArguments {
    /// A folder of letters (*.md), with the folders in it; or one letter.
    #[arg(value_name = "FOLDER", value_hint = ValueHint::AnyPath)]
    pub(crate) folder: PathBuf,
    /// A catalogue of letters, to which citations of letters lead [default: catalogue.json in the folder, if there is
    /// one].
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) catalogue: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) report: ReportArguments,
}

#[derive(Args, Debug)]
pub(crate) struct CatalogueArguments {
    /// A folder of letters (*.md), with the folders in it.
    #[arg(value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) folder: PathBuf,
    /// The address of the page that shows a letter, with {id} for the letter's id.
    ///
    /// It is relative to the catalogue. Without this option, the address in the folder's catalogue.json is kept. An
    /// empty catalogue.json counts as none.
    #[arg(long, value_name = "ADDRESS", value_hint = ValueHint::Url)]
    pub(crate) page: Option<String>,
    /// The file to write, instead of standard output.
    ///
    /// The file is replaced as a whole once the catalogue is complete; if anything fails, it stays as it was. A
    /// redirection to the folder's catalogue.json would lose its page: the shell empties the file first.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct PublishArguments {
    /// A folder of letters (*.md), with the folders in it.
    #[arg(value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) folder: PathBuf,
    /// The folder of the site. What is not of the site stays in it.
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) out: PathBuf,
    /// The address of the site.
    ///
    /// Feeds, the sitemap, and the links between languages in the head of pages are absolute, and are there only with it.
    #[arg(long, value_name = "ADDRESS", value_hint = ValueHint::Url, value_parser = of_site)]
    pub(crate) address: Option<String>,
    #[command(flatten)]
    pub(crate) look: LookArguments,
    /// Write the file by which the server leads from the addresses of letters at the ITU (/md/…) to their pages.
    #[arg(long, value_name = "SERVER", requires = "address")]
    pub(crate) redirects: Option<RedirectsChoice>,
    /// Write each letter for the pages of another system too: FOLDER/LANGUAGE.fragment.html and LANGUAGE.head.json.
    ///
    /// Their addresses are absolute.
    #[arg(long, requires = "address")]
    pub(crate) fragments: bool,
    /// Make every page again, replace files in the folder of the site that are not of it, and delete whatever letters are gone.
    #[arg(long)]
    pub(crate) force: bool,
    /// Whether the site is only looked at: any of its letters may go.
    #[arg(skip)]
    pub(crate) is_preview: bool,
}

/// How the pages of a site look, and what they say of themselves.
#[derive(Args, Clone, Debug)]
pub(crate) struct LookArguments {
    /// The folder with the programs of the element; by default dist, if it is there.
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) viewer: Option<PathBuf>,
    /// Which address a page gives as the letter's own.
    #[arg(long, value_name = "WHICH", default_value = "site")]
    pub(crate) canonical: CanonicalChoice,
    /// HTML for the top of each page.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) header: Option<PathBuf>,
    /// HTML for the bottom of each page.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) footer: Option<PathBuf>,
    /// A style sheet in the place of that of the site.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) style: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(crate) struct ServeArguments {
    /// A folder of letters (*.md), with the folders in it.
    #[arg(value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub(crate) folder: PathBuf,
    /// The port on this machine; 0 takes one that is free.
    #[arg(long, value_name = "PORT", default_value_t = 8043)]
    pub(crate) port: u16,
    #[command(flatten)]
    pub(crate) look: LookArguments,
}

/// The address of a site, with a slash at its end.
fn of_site(address: &str) -> Result<String, String> {
    let is_of_web = ["https://", "http://"].iter().any(|scheme| address.starts_with(scheme));
    if !is_of_web {
        return Err("it must begin with https:// or http://".to_owned());
    }
    if address.contains(['?', '#']) || address.ends_with(".html") {
        return Err("it must be that of a folder".to_owned());
    }
    Ok(format!("{}/", address.trim_end_matches('/')))
}

/// For which server redirects are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RedirectsChoice {
    /// _redirects, of Netlify and Cloudflare.
    Netlify,
    /// redirects.nginx.conf, the lines of a map of nginx.
    Nginx,
    /// web.config, of IIS with its module URL Rewrite.
    Iis,
}

/// Which address a page gives as the letter's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CanonicalChoice {
    /// That of the page.
    Site,
    /// That of the letter at the ITU, where there is one: the page is a copy.
    Itu,
}

#[derive(Args, Debug)]
pub(crate) struct CiteArguments {
    /// The language of the text, where it should not be detected.
    #[arg(long, value_parser = language())]
    language: Option<Language>,
    /// The date of the text, such as 2020-10-05.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    date: Option<Date>,
    /// Who issued the text.
    #[arg(long, value_parser = issuer())]
    issuer: Option<Issuer>,
}

impl CiteArguments {
    pub(crate) fn circumstances(&self) -> Circumstances {
        Circumstances { language: self.language, issuer: self.issuer, date: self.date }
    }
}

/// How problems are reported.
#[derive(Args, Debug)]
pub(crate) struct ReportArguments {
    /// How problems are reported.
    ///
    /// To people, each with its line and a caret under its place, and at most 1,000 of a kind in a letter; or as
    /// JSON, an object a line.
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub(crate) format: Option<FormatName>,
}

/// The names of the formats.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FormatName {
    /// For people: the default, with colours on a terminal.
    Human,
    /// For programs: an object a line.
    Json,
}

fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code)).try_map(|code| {
        let known = Language::ALL.into_iter().find(|language| language.code() == code);
        known.ok_or("not one of the six languages")
    })
}

fn issuer() -> impl TypedValueParser<Value = Issuer> {
    PossibleValuesParser::new(["sg", "tsb", "br", "bdt"])
        .try_map(|code| Issuer::from_code(&code).ok_or("not one of the issuers"))
}

fn date(text: &str) -> Result<Date, &'static str> {
    Date::from_iso(text).ok_or("not a day such as 2020-10-05")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }
}
