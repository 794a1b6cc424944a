//! `circulars export`: letters in the formats of other programs.

use letters::Version;
use std::path::Path;

use letters::catalogue::Catalogue;
use letters::export::{self, CardVersion, Exported};
use letters::ids::Language;
use letters::interface::Interface;
use letters::letter::Status;
use letters::page::Wording;
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

/// A letter in its versions; the first is the one that is exported where a format has one.
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

/// The letters of the file or folder, and whether every file is a version of one; what is not is told.
fn works(arguments: &ExportArguments) -> Result<(Vec<Work>, bool), Failure> {
    let file = &arguments.letter.file;
    if !file.is_dir() {
        let version = version(file, arguments.letter.language)?;
        return Ok((vec![Work { versions: vec![version] }], true));
    }
    let mut works: Vec<Work> = Vec::new();
    let mut is_complete = true;
    for file in letters_in(file)? {
        let placed = version(&file, None).and_then(|version| place(&mut works, version, &file));
        if let Err(Failure::Unusable(problem)) = placed {
            tell(&format!("error: {problem}"));
            is_complete = false;
        }
    }
    if works.is_empty() {
        return Err(Failure::Unusable(format!("there are no letters (*.md) in {}", file.display())));
    }
    works.iter_mut().for_each(|work| work.versions.sort_by_key(|version| order(version, arguments)));
    Ok((works, is_complete))
}

/// The version in the file.
fn version(file: &Path, language: Option<Language>) -> Result<Version, Failure> {
    let source = Source::read(file)?;
    let version = Version::read(&source.text, language);
    if version.letter().is_letter() {
        return Ok(version);
    }
    Err(Failure::Unusable(format!("{}: this is not a circular letter", source.file.display())))
}

/// Puts the version of the file beside the others of its letter, unless there is one in its language.
fn place(works: &mut Vec<Work>, version: Version, file: &Path) -> Result<(), Failure> {
    let head = |version: &Version| version.letter().metadata.letterhead.ids.first().cloned();
    let language = |version: &Version| version.letter().metadata.language;
    let id = head(&version);
    let same =
        |work: &&mut Work| id.is_some() && work.versions.first().is_some_and(|first| head(first) == id);
    let Some(work) = works.iter_mut().find(same) else {
        works.push(Work { versions: vec![version] });
        return Ok(());
    };
    if work.versions.iter().any(|other| language(other) == language(&version)) {
        return Err(Failure::Unusable(format!(
            "{}: there is another version of this letter in this language",
            file.display()
        )));
    }
    work.versions.push(version);
    Ok(())
}

/// The order of the versions of a letter: the one in the language that is asked for, the one as issued, the others as the Union
/// lists its languages.
fn order(version: &Version, arguments: &ExportArguments) -> (bool, bool, Option<usize>) {
    let metadata = &version.letter().metadata;
    let is_asked_for = arguments.letter.language.is_some() && metadata.language == arguments.letter.language;
    let place = Language::ALL.iter().position(|language| metadata.language == Some(*language));
    (!is_asked_for, metadata.status != Status::AsIssued, place)
}

fn exported(
    works: &[Work],
    arguments: &ExportArguments,
    catalogue: Option<&Catalogue>,
) -> Result<String, Failure> {
    let versions = works.iter().filter_map(|work| work.versions.first());
    let letters: Vec<Exported<'_>> =
        versions.clone().map(|version| Exported::described(version.letter())).collect();
    let nothing =
        |what: &str| Failure::Unusable(format!("there is no {what} in the letters: nothing to export"));
    match arguments.to {
        ExportFormat::Bibtex => Ok(export::bibtex(&letters)),
        ExportFormat::Ris => Ok(export::ris(&letters)),
        ExportFormat::Csl => Ok(export::csl(&letters).to_json() + "\n"),
        ExportFormat::Ics => export::calendar(&letters, None).ok_or_else(|| nothing("deadline or event")),
        ExportFormat::Vcf => {
            export::contact_cards(&letters, CardVersion::Four).ok_or_else(|| nothing("contact"))
        }
        ExportFormat::Vcf3 => {
            export::contact_cards(&letters, CardVersion::Three).ok_or_else(|| nothing("contact"))
        }
        ExportFormat::Text => {
            let whole = versions.map(|version| Exported::whole(version.letter(), &[], None));
            Ok(whole.map(|letter| export::plain_text(&letter)).collect::<Vec<_>>().join("\n\u{c}\n"))
        }
        ExportFormat::Html => html(works, catalogue),
    }
}

/// One letter with all its versions. The file may be read anywhere: addresses that are relative to the catalogue lead nowhere
/// there.
fn html(works: &[Work], catalogue: Option<&Catalogue>) -> Result<String, Failure> {
    let [work] = works else {
        return Err(Failure::Unusable(format!(
            "a file of HTML has one letter, and here are {}: export each of their folders",
            works.len()
        )));
    };
    let catalogue =
        catalogue.filter(|catalogue| catalogue.page.as_deref().is_some_and(|page| page.contains("://")));
    let references: Vec<Vec<Reference>> =
        work.versions.iter().map(|version| references(version, catalogue)).collect();
    let versions = work.versions.iter().zip(&references);
    let versions: Vec<Exported<'_>> = versions
        .map(|(version, references)| {
            let language = version.letter().metadata.language.unwrap_or(Language::English);
            let wording = Wording::of_interface(Interface::of(language));
            Exported::whole(version.letter(), references, Some(wording))
        })
        .collect();
    Ok(export::html_document(&versions, STYLE))
}
