//! The folder of the site: files are written there, and those that an earlier run has made and this one has not are deleted. Nothing
//! else in it is touched.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use site::File;

use super::state::State;
use crate::failure::Failure;

/// The folder of the site.
pub(super) struct Outputs {
    folder: PathBuf,
    /// The files that the earlier run has made.
    before: HashSet<String>,
    replaces_others: bool,
    /// Where the files are noted that this run begins.
    journal: Mutex<fs::File>,
    /// The files of this run, and those of others that are in the way.
    made: Mutex<(BTreeSet<String>, Vec<String>)>,
}

impl Outputs {
    pub(super) fn of(folder: &Path, before: &[String], replaces_others: bool) -> Result<Self, Failure> {
        let journal = State::journal(folder);
        let opened = journal.parent().map_or(Ok(()), fs::create_dir_all);
        let opened = opened.and_then(|()| fs::OpenOptions::new().create(true).append(true).open(&journal));
        let opened = opened.map_err(|error| {
            Failure::Unusable(format!("{} cannot be written: {error}", journal.display()))
        })?;
        Ok(Self {
            folder: folder.to_owned(),
            before: before.iter().cloned().collect(),
            replaces_others,
            journal: Mutex::new(opened),
            made: Mutex::default(),
        })
    }

    /// Whether the earlier run has made the files, and they are still there. If so, they count as made.
    pub(super) fn are_there(&self, paths: &[String]) -> bool {
        let are_there =
            paths.iter().all(|path| self.before.contains(path) && self.folder.join(path).is_file());
        if are_there && let Ok(mut made) = self.made.lock() {
            made.0.extend(paths.iter().cloned());
        }
        are_there
    }

    /// Writes the file, unless it is there with the same content, or one that is not of the site is in its place.
    pub(super) fn write(&self, file: &File) -> Result<(), Failure> {
        self.write_bytes(&file.path, file.text.as_bytes())
    }

    pub(super) fn write_bytes(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let target = self.folder.join(path);
        let there = fs::read(&target).ok();
        let is_same = there.as_deref() == Some(bytes);
        let is_others = there.is_some() && !self.before.contains(path) && !self.replaces_others;
        if is_others && !is_same {
            if let Ok(mut made) = self.made.lock() {
                made.1.push(path.to_owned());
            }
            return Ok(());
        }
        if !self.before.contains(path)
            && let Ok(mut journal) = self.journal.lock()
        {
            // Where it cannot be noted, a run that is interrupted leaves a file that the next one asks about.
            let _ = writeln!(journal, "{path}");
        }
        if !is_same {
            put(&target, bytes).map_err(|error| {
                Failure::Unusable(format!("{} cannot be written: {error}", target.display()))
            })?;
        }
        if let Ok(mut made) = self.made.lock() {
            made.0.insert(path.to_owned());
        }
        Ok(())
    }

    /// Deletes what an earlier run has made and this one has not. Returns the files of the site, and those in its way.
    pub(super) fn finish(self) -> Result<(Vec<String>, Vec<String>), Failure> {
        let (files, others) = self.made.into_inner().unwrap_or_default();
        for gone in self.before.iter().filter(|path| !files.contains(*path)) {
            let target = self.folder.join(gone);
            match fs::remove_file(&target) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(Failure::Unusable(format!(
                        "{} cannot be deleted: {error}",
                        target.display()
                    )));
                }
                _ => {}
            }
            // Folders that are empty now go too; others stay.
            let parents = target.ancestors().skip(1).take_while(|parent| *parent != self.folder);
            for parent in parents {
                if fs::remove_dir(parent).is_err() {
                    break;
                }
            }
        }
        Ok((files.into_iter().collect(), others))
    }
}

fn put(target: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::write(target, bytes) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(target.parent().unwrap_or(target))?;
            fs::write(target, bytes)
        }
        result => result,
    }
}
