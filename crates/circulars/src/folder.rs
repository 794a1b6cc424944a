//! A folder of letters and its catalogue.

use std::fs;
use std::io;
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
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if metadata.is_dir() {
        return collect_in(path, files);
    }
    files.push(path.to_owned());
    Ok(())
}

fn collect_in(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let unreadable = |error| unreadable(folder, &error);
    let mut entries: Vec<fs::DirEntry> =
        fs::read_dir(folder).and_then(Iterator::collect).map_err(unreadable)?;
    entries.sort_by_key(fs::DirEntry::path);
    for entry in entries {
        let (path, kind) = (entry.path(), entry.file_type().map_err(unreadable)?);
        // The folder knows what its entries are, but for what a link leads to.
        let is_folder = if kind.is_symlink() { path.is_dir() } else { kind.is_dir() };
        if is_folder {
            collect_in(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
    Ok(())
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::Unusable(format!("{} cannot be read: {error}", path.display()))
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
