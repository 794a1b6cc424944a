//! What a run has found out, for the next one: a file beside the folder of the site, and not in it.
//!
//! It has a line for each letter, page and file, with tabs between the fields. A file that is not as this program writes it is as
//! none: everything is made again.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use letters::catalogue::{Catalogue, CataloguedLetter};
use letters::export;

use super::listed;
use crate::failure::Failure;
use crate::folder::parsed;
use crate::output::replace_with;

/// The first line, with the version of the format.
const FIRST: &str = "circulars publish 1";

/// A file that has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// Of its bytes.
    pub(super) hash: String,
    /// What the catalogue has of the letter in it, as JSON in one line; or why it cannot be published.
    pub(super) letter: Result<Arc<str>, String>,
}

impl Known {
    /// The file with the letter.
    pub(super) fn of(hash: String, letter: Result<&CataloguedLetter, String>) -> Self {
        let json = |letter: &CataloguedLetter| {
            let catalogue = Catalogue { page: None, letters: vec![letter.clone()] };
            Arc::from(export::catalogue_with_records(&catalogue, &|_| None))
        };
        Self { hash, letter: letter.map(json) }
    }

    /// The letter, or why it cannot be published; none if the JSON is not that of a letter.
    pub(super) fn letter(&self) -> Option<Result<CataloguedLetter, String>> {
        match &self.letter {
            Ok(json) => Some(Ok(parsed(json)?.letters.pop()?)),
            Err(problem) => Some(Err(problem.clone())),
        }
    }
}

/// What a run has found out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    /// Of the options and the version of the program.
    pub(super) options: String,
    /// The letters that have been read, by their path in the folder.
    pub(super) sources: BTreeMap<String, Known>,
    /// The digest of all that the pages of a letter depend on, by their folder.
    pub(super) works: BTreeMap<String, String>,
    /// Of all that the lists, feeds and maps depend on.
    pub(super) rest: String,
    /// The files that are of the site.
    pub(super) files: Vec<String>,
}

impl State {
    /// Where the state of a site is: `site.state` beside `site`.
    fn beside(site: &Path) -> PathBuf {
        let name = site.file_name().unwrap_or_default().to_string_lossy();
        site.with_file_name(format!("{name}.state"))
    }

    /// Where a run notes the files that it begins: if it is interrupted, they are of the site all the same.
    pub(super) fn journal(site: &Path) -> PathBuf {
        let name = site.file_name().unwrap_or_default().to_string_lossy();
        site.with_file_name(format!("{name}.state.new"))
    }

    /// The state of the site. Of one that cannot be used, and of a run that was interrupted, the files are known; where the
    /// state has none, the [lists](listed) of the site have them.
    pub(super) fn of(site: &Path) -> Self {
        let text = fs::read_to_string(Self::beside(site)).unwrap_or_default();
        let mut state = Self::read(&text).unwrap_or_else(|| Self {
            files: text.lines().filter_map(|line| line.strip_prefix("file\t")).map(str::to_owned).collect(),
            ..Self::default()
        });
        if state.files.is_empty() {
            state.files = listed::files(site);
        }
        if let Ok(begun) = fs::read_to_string(Self::journal(site)) {
            // The run has not ended: what it has written is of other letters or options than the state says. A line without its end
            // is not whole.
            state.options.clear();
            let whole = begun.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
            state.files.extend(whole.map(str::to_owned));
        }
        // Nothing outside of the site is of the site.
        state
            .files
            .retain(|path| Path::new(path).components().all(|part| matches!(part, Component::Normal(_))));
        state
    }

    fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(FIRST) {
            return None;
        }
        let mut state = Self::default();
        for line in lines {
            let fields: Vec<&str> = line.split('\t').collect();
            match fields[..] {
                ["options", options] => state.options = options.to_owned(),
                ["letter", path, hash, json] => {
                    let known = Known { hash: hash.to_owned(), letter: Ok(Arc::from(json)) };
                    state.sources.insert(path.to_owned(), known);
                }
                ["none", path, hash, problem] => {
                    let known = Known { hash: hash.to_owned(), letter: Err(problem.to_owned()) };
                    state.sources.insert(path.to_owned(), known);
                }
                ["work", folder, digest] => drop(state.works.insert(folder.to_owned(), digest.to_owned())),
                ["rest", digest] => state.rest = digest.to_owned(),
                ["file", path] => state.files.push(path.to_owned()),
                _ => return None,
            }
        }
        Some(state)
    }

    /// Writes the state, in the order of the paths.
    pub(super) fn write(&self, site: &Path) -> Result<(), Failure> {
        replace_with(&Self::beside(site), &|file| self.write_to(file))
    }

    /// Deletes the journal: the files in it are in the state.
    pub(super) fn end_journal(site: &Path) {
        // Where it cannot be deleted, the next run reads the same files from it.
        let _ = fs::remove_file(Self::journal(site));
    }

    fn write_to(&self, file: &mut dyn Write) -> io::Result<()> {
        write!(file, "{FIRST}\noptions\t{}\n", self.options)?;
        for (path, Known { hash, letter }) in
            self.sources.iter().filter(|(path, _)| !path.contains(['\t', '\n']))
        {
            match letter {
                Ok(json) => writeln!(file, "letter\t{path}\t{hash}\t{json}")?,
                Err(problem) => writeln!(file, "none\t{path}\t{hash}\t{problem}")?,
            }
        }
        for (folder, digest) in &self.works {
            writeln!(file, "work\t{folder}\t{digest}")?;
        }
        writeln!(file, "rest\t{}", self.rest)?;
        self.files.iter().try_for_each(|path| writeln!(file, "file\t{path}"))
    }
}

/// A digest of the texts: it tells whether they have changed, and is no proof against somebody who wants them to look the same.
pub(super) fn digest(texts: &[&str]) -> String {
    let mut hasher = DefaultHasher::new();
    texts.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// A digest of bytes, of the same kind.
pub(super) fn digest_of_bytes(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
