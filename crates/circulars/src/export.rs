//! `circulars export`: letters in the formats of other programs.

use letters::Version;
use letters::catalogue::Catalogue;
use letters::export::{self, CardVersion, ExportedVersion};
use letters::ids::Language;
use letters::letter::{Letter, Status};
use letters::resolver::Reference;

use crate::arguments::{ExportArguments, ExportFormat};
use crate::failure::Failure;
use crate::folder::{catalogue_in, letters_in};
use crate::output::{print_part, replace, tell};
use crate::references::references;
use crate::source::Source;

/// The style sheet of a letter, and that of a file with all its versions.
const STYLE: &str = concat!(
    include_str!("../../../styles/built/letter.css"),
    "\n",
    include_str!("../../../styles/one-file.css")
);

/// A letter in its versions, the one as issued first.
struct Work {
    versions: Vec<Version>,
}

pub(crate) fn run(arguments: &ExportArguments) -> Result<(), Failure> {
    let catalogue = arguments.letter.catalogue.as_deref().map(catalogue_in).transpose()?;
    let (works, is_complete) = works(arguments)?;
    let text = exported(&works, arguments, catalogue.as_ref())?;
    match &arguments.output {
        Some(file) => replace(file, text.trim_end_matches('\n'))?,
        None => print_part(&text)?,
    }
    if is_complete { Ok(()) } else { Err(Failure::Reported) }
}

/// The letters of the file or folder, and whether every file is one; what is none is told.
fn works(arguments: &ExportArguments) -> Result<(Vec<Work>, bool), Failure> {
    let file = &arguments.letter.file;
    let files = if file.is_dir() { letters_in(file)? } else { vec![file.clone()] };
    let is_folder = file.is_dir();
    let mut works: Vec<Work> = Vec::new();
    let mut is_complete = true;
    for file in files {
        let source = Source::read(&file)?;
        // In a folder, the language is the version that is wanted.
        let language = arguments.letter.language.filter(|_| !is_folder);
        let version = Version::read(&source.text, language);
        if !version.letter().is_letter() {
            tell(&format!("error: {}: this is not a circular letter", source.file.display()));
            is_complete = false;
            continue;
        }
        let id = version.letter().metadata.letterhead.ids.first();
        let same = |work: &&mut Work| {
            let first =
                work.versions.first().and_then(|version| version.letter().metadata.letterhead.ids.first());
            id.is_some() && first == id
        };
        match works.iter_mut().find(same) {
            Some(work) => work.versions.push(version),
            None => works.push(Work { versions: vec![version] }),
        }
    }
    if works.is_empty() {
        return Err(Failure::Unusable(format!("there are no letters (*.md) in {}", file.display())));
    }
    for work in &mut works {
        let order = |version: &Version| {
            let metadata = &version.letter().metadata;
            let place = Language::ALL.iter().position(|language| metadata.language == Some(*language));
            (metadata.status != Status::AsIssued, place)
        };
        work.versions.sort_by_key(order);
    }
    Ok((works, is_complete))
}

impl Work {
    /// The version in the language, or else the one as issued, or the first.
    fn version(&self, language: Option<Language>) -> Option<&Letter> {
        let letters = || self.versions.iter().map(Version::letter);
        let wanted = language.and_then(|_| letters().find(|letter| letter.metadata.language == language));
        wanted.or_else(|| letters().next())
    }
}

fn exported(
    works: &[Work],
    arguments: &ExportArguments,
    catalogue: Option<&Catalogue>,
) -> Result<String, Failure> {
    let language = arguments.letter.language;
    let letters: Vec<&Letter> = works.iter().filter_map(|work| work.version(language)).collect();
    let nothing =
        |what: &str| Failure::Unusable(format!("there is no {what} in the letters: nothing to export"));
    match arguments.to {
        ExportFormat::Bibtex => Ok(export::bibtex(&letters)),
        ExportFormat::Ris => Ok(export::ris(&letters)),
        ExportFormat::Csl => Ok(export::csl(&letters).to_json() + "\n"),
        ExportFormat::Ics => export::calendar(&letters).ok_or_else(|| nothing("deadline or event")),
        ExportFormat::Vcf => {
            export::contact_cards(&letters, CardVersion::Four).ok_or_else(|| nothing("contact"))
        }
        ExportFormat::Vcf3 => {
            export::contact_cards(&letters, CardVersion::Three).ok_or_else(|| nothing("contact"))
        }
        ExportFormat::Text => {
            Ok(letters.iter().map(|letter| export::plain_text(letter)).collect::<Vec<_>>().join("\n\u{c}\n"))
        }
        ExportFormat::Html => html(works, catalogue),
    }
}

/// One letter with all its versions.
fn html(works: &[Work], catalogue: Option<&Catalogue>) -> Result<String, Failure> {
    let [work] = works else {
        return Err(Failure::Unusable(format!(
            "a file of HTML has one letter, and here are {}: export each of their folders",
            works.len()
        )));
    };
    let references: Vec<Vec<Reference>> =
        work.versions.iter().map(|version| references(version, catalogue)).collect();
    let versions = work.versions.iter().zip(&references);
    let versions: Vec<ExportedVersion<'_>> = versions
        .map(|(version, references)| ExportedVersion { letter: version.letter(), references })
        .collect();
    Ok(export::html_document(&versions, STYLE))
}
