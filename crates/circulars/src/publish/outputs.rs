//! The folder of the site: files are written there, and those that an earlier run has made and this one has not are deleted. Nothing
//! else in it is touched.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use site::{File, checksums};

use super::state::State;
use crate::failure::Failure;

/// Keeps others from writing the site as long as it is there. Where folders cannot be locked, nobody is kept.
pub(super) struct Lock {
    _folder: Option<fs::File>,
}

impl Lock {
    /// Locks the folder of the site, which is made if it is not there.
    pub(super) fn of(folder: &Path) -> Result<Self, Failure> {
        let opened = fs::create_dir_all(folder).and_then(|()| fs::File::open(folder)).ok();
        let is_taken = |folder: &fs::File| matches!(folder.try_lock(), Err(fs::TryLockError::WouldBlock));
        if opened.as_ref().is_some_and(is_taken) {
            let folder = folder.display();
            return Err(Failure::Unusable(format!("another run writes {folder}: wait until it has ended")));
        }
        Ok(Self { _folder: opened })
    }
}

/// What has become of files.
#[derive(Default)]
struct Made {
    /// The files of this run.
    files: HashSet<String>,
    /// The sums of those that the list in the root has, as far as they have been written.
    sums: HashMap<String, String>,
    /// Files of others that are in the way.
    others: Vec<String>,
}

/// The folder of the site.
pub(super) struct Outputs {
    folder: PathBuf,
    /// The files that the earlier run has made.
    before: HashSet<String>,
    replaces_others: bool,
    /// Where the files are noted that this run begins.
    journal: Mutex<fs::File>,
    made: Mutex<Made>,
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
            made.files.extend(paths.iter().cloned());
        }
        are_there
    }

    /// Notes that the run begins the files: one that is interrupted leaves them, and the next one knows that they are of the site.
    /// What is there already and not of the site is not noted, unless it is replaced.
    fn begin<'path>(&self, paths: impl IntoIterator<Item = &'path str>) {
        // Files that are written together are mostly in one folder, which is new.
        let mut folder = (PathBuf::new(), true);
        let mut is_free = |path: &str| {
            let target = self.folder.join(path);
            let parent = target.parent().unwrap_or(&target);
            if folder.0 != parent {
                folder = (parent.to_owned(), parent.exists());
            }
            self.replaces_others || !folder.1 || !target.exists()
        };
        let new = paths.into_iter().filter(|path| !self.before.contains(*path) && is_free(path));
        let lines: String = new.flat_map(|path| [path, "\n"]).collect();
        if let Ok(mut journal) = self.journal.lock() {
            // Where it cannot be noted, the next run asks about what an interrupted one leaves.
            let _ = journal.write_all(lines.as_bytes());
        }
    }

    /// Writes the file, unless it is there with the same content, or one that is not of the site is in its place.
    pub(super) fn write(&self, file: &File) -> Result<(), Failure> {
        self.begin([file.path.as_str()]);
        self.put(&file.path, file.text.as_bytes())
    }

    /// Writes the files, as [`write`](Self::write) does.
    pub(super) fn write_all(&self, files: &[File]) -> Result<(), Failure> {
        self.begin(files.iter().map(|file| file.path.as_str()));
        files.iter().try_for_each(|file| self.put(&file.path, file.text.as_bytes()))
    }

    pub(super) fn write_bytes(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.begin([path]);
        self.put(path, bytes)
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let target = self.folder.join(path);
        let failure =
            |error: io::Error| Failure::Unusable(format!("{} cannot be written: {error}", target.display()));
        let is_known = self.before.contains(path);
        if is_known || !create(&target, bytes).map_err(failure)? {
            let is_same = fs::read(&target).is_ok_and(|there| there == bytes);
            if !is_same && !is_known && !self.replaces_others {
                if let Ok(mut made) = self.made.lock() {
                    made.others.push(path.to_owned());
                }
                return Ok(());
            }
            if !is_same {
                replace(&target, bytes).map_err(failure)?;
            }
        }
        let sum = checksums::is_in_root(path).then(|| checksums::sum(bytes));
        if let Ok(mut made) = self.made.lock() {
            made.files.insert(path.to_owned());
            made.sums.extend(sum.map(|sum| (path.to_owned(), sum)));
        }
        Ok(())
    }

    /// Keeps the files of a letter as they are, if they are there. Returns their sums, by their path in its folder.
    pub(super) fn kept(&self, folder: &str, paths: &[String]) -> BTreeMap<String, String> {
        let read = |path: &String| fs::read(self.folder.join(path)).ok();
        let there = paths.iter().filter(|path| self.are_there(std::slice::from_ref(path)));
        let name = |path: &str| path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/').to_owned();
        there.filter_map(|path| Some((name(path), checksums::sum(&read(path)?)))).collect()
    }

    /// The text of a file of the site, if it is there.
    pub(super) fn text(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.folder.join(path)).ok()
    }

    /// Writes the list of the sums of all files but those of letters.
    pub(super) fn write_checksums(&self) -> Result<(), Failure> {
        let known = fs::read_to_string(self.folder.join(checksums::NAME)).unwrap_or_default();
        let known = checksums::read(&known);
        let Ok(made) = self.made.lock() else { return Ok(()) };
        let sum = |path: &String| {
            let known = made.sums.get(path).map(String::as_str).or(known.get(path.as_str()).copied());
            known.map(str::to_owned).or_else(|| Some(checksums::sum(&fs::read(self.folder.join(path)).ok()?)))
        };
        let files = made.files.iter().filter(|path| checksums::is_in_root(path));
        let sums = files.filter_map(|path| Some((path.clone(), sum(path)?))).collect();
        drop(made);
        self.write_bytes(checksums::NAME, checksums::list(&sums).as_bytes())
    }

    /// Deletes what an earlier run has made and this one has not. Returns the files of the site, and those in its way.
    pub(super) fn finish(self) -> Result<(Vec<String>, Vec<String>), Failure> {
        let Made { files, mut others, .. } = self.made.into_inner().unwrap_or_default();
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
        let mut files: Vec<String> = files.into_iter().collect();
        files.sort();
        others.sort();
        Ok((files, others))
    }
}

/// Creates the file with its folders. False if it is there.
fn create(target: &Path, bytes: &[u8]) -> io::Result<bool> {
    let open = || fs::OpenOptions::new().write(true).create_new(true).open(target);
    let opened = in_folder(target, &open);
    match opened {
        Ok(mut file) => file.write_all(bytes).map(|()| true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

/// Writes the file, which may have been deleted, or its folders.
fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    in_folder(target, &|| fs::write(target, bytes))
}

/// What becomes of the file; where its folder is not there, it is made.
fn in_folder<Opened>(target: &Path, make: &dyn Fn() -> io::Result<Opened>) -> io::Result<Opened> {
    match make() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(target.parent().unwrap_or(target))?;
            make()
        }
        result => result,
    }
}
