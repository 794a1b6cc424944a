//! A folder of letters and its catalogue.

use std::fs;
use std::path::{Path, PathBuf};

use letters::catalogue::{self, Catalogue};
use letters::text::json::Json;

use crate::failure::Failure;
use crate::source::Source;

/// The name of a folder's catalogue.
const CATALOGUE: &str = "catalogue.json";

/// The Markdown files in a folder and in the folders in it, by name. A path to a file gives that file, whatever its
/// name.
pub(crate) fn letters_in(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    collect(path, &mut files)?;
    Ok(files)
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let unreadable = |error| Failure::Unusable(format!("{} cannot be read: {error}", path.display()));
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
            collect(&entry, files)?;
        }
    }
    Ok(())
}

/// The catalogue of a folder.
pub(crate) enum OwnCatalogue {
    /// There is no file.
    Missing,
    /// The file is empty, as a shell leaves it when it redirects output to it.
    Empty(PathBuf),
    /// The file contains a catalogue.
    Found(Catalogue),
}

impl OwnCatalogue {
    pub(crate) fn of(folder: &Path) -> Result<Self, Failure> {
        let file = folder.join(CATALOGUE);
        if !file.exists() {
            return Ok(Self::Missing);
        }
        let source = Source::read(&file)?;
        if source.is_blank() { Ok(Self::Empty(file)) } else { parse(&source).map(Self::Found) }
    }

    pub(crate) fn found(self) -> Option<Catalogue> {
        match self {
            Self::Found(catalogue) => Some(catalogue),
            Self::Missing | Self::Empty(_) => None,
        }
    }
}

/// The catalogue in a file.
pub(crate) fn catalogue_in(file: &Path) -> Result<Catalogue, Failure> {
    parse(&Source::read(file)?)
}

fn parse(source: &Source) -> Result<Catalogue, Failure> {
    let unusable = |problem: &str| Failure::Unusable(format!("{}: {problem}", source.file.display()));
    let value =
        serde_json::from_str(&source.text).map_err(|error| unusable(&format!("not JSON: {error}")))?;
    catalogue::read(&JsonValue(&value)).ok_or_else(|| unusable("there are no letters: is it a catalogue?"))
}

/// The catalogue in a text; none if there is none.
pub(crate) fn parsed(json: &str) -> Option<Catalogue> {
    catalogue::read(&JsonValue(&serde_json::from_str(json).ok()?))
}

/// A JSON value, for the library's reader of catalogues.
struct JsonValue<'json>(&'json serde_json::Value);

impl Json for JsonValue<'_> {
    fn member(&self, name: &str) -> Option<Self> {
        self.0.get(name).map(Self)
    }

    fn elements(&self) -> Vec<Self> {
        self.0.as_array().into_iter().flatten().map(Self).collect()
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    fn count(&self) -> Option<usize> {
        usize::try_from(self.0.as_u64()?).ok()
    }

    fn is_true(&self) -> bool {
        *self.0 == true
    }
}
