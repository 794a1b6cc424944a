//! `circulars catalogue`: the letters of a folder, and their relations.

use std::path::Path;

use letters::Version;
use letters::catalogue::Catalogue;
use letters::export;

use crate::arguments::CatalogueArguments;
use crate::failure::Failure;
use crate::folder::{OwnCatalogue, letters_in};
use crate::output::{print, replace, tell};
use crate::progress::Progress;
use crate::source::Source;

pub(crate) fn run(arguments: &CatalogueArguments) -> Result<(), Failure> {
    let letters = addressed_letters(&arguments.folder)?;
    let page = match &arguments.page {
        Some(page) => Some(page.clone()),
        None => kept_page(&arguments.folder)?,
    };
    let mut catalogue = {
        let mut progress = Progress::of("Relating letters", letters.len());
        Catalogue::of(letters.iter().map(|(address, version)| {
            progress.step();
            (address.clone(), version)
        }))
    };
    catalogue.page = page;
    let letters = letters.iter().map(|(address, version)| (address, version.letter()));
    for (address, letter) in letters.filter(|(_, letter)| letter.metadata.letterhead.ids.is_empty()) {
        let problem = if letter.is_letter() { "has no known reference" } else { "is not a letter" };
        tell(&format!("warning: {address} {problem}, and is left out"));
    }
    let json = export::catalogue_to_json(&catalogue);
    match &arguments.output {
        Some(file) => replace(file, &json),
        None => print(&json),
    }
}

/// The letters of a folder, each with its address relative to the folder.
fn addressed_letters(folder: &Path) -> Result<Vec<(String, Version)>, Failure> {
    let files = letters_in(folder)?;
    let mut progress = Progress::of("Reading letters", files.len());
    let letter = |file: &std::path::PathBuf| {
        let address = file.strip_prefix(folder).unwrap_or(file);
        let address: Vec<_> = address.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let version = Version::read(&Source::read(file)?.text, None);
        progress.step();
        Ok((address.join("/"), version))
    };
    files.iter().map(letter).collect()
}

/// The address of the page that shows a letter, from the folder's catalogue.
fn kept_page(folder: &Path) -> Result<Option<String>, Failure> {
    match OwnCatalogue::of(folder)? {
        OwnCatalogue::Found(catalogue) => Ok(catalogue.page),
        OwnCatalogue::Missing => Ok(None),
        OwnCatalogue::Empty(file) => {
            let file = file.display();
            tell(&format!(
                "warning: {file} is empty, so its page is not known: give it with --page, and write with --output"
            ));
            Ok(None)
        }
    }
}
