//! Letters that have been read, kept in a file until their pages are made.
//!
//! What a page says of other letters is known once all have been read. In memory, those of a large site would take gigabytes, and
//! to read each of them again takes ten times as long as to take it from here.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Mutex;

use letters::Version;
use serde::{Deserialize, Serialize};

/// The size of the largest file, in bytes: letters beyond it are read again.
const LARGEST: u64 = 8 << 30;

/// The file, which has no name, and is gone with the program.
pub(super) struct Scratch(Option<Mutex<File>>);

/// A place in the file, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    start: u64,
    length: usize,
}

/// What is kept of a version.
#[derive(Serialize)]
struct Written<'version> {
    text: &'version str,
    version: &'version Version,
}

/// What is taken from the file: the Markdown of a version, and the version.
#[derive(Deserialize)]
pub(super) struct Taken {
    pub(super) text: String,
    pub(super) version: Version,
}

impl Scratch {
    /// A file where the site is, but not in it: what has room for the site has room for it. Where there can be none, nothing is
    /// kept.
    pub(super) fn beside(site: &Path) -> Self {
        let site = std::path::absolute(site).unwrap_or_default();
        let folder = site.ancestors().skip(1).find(|folder| folder.is_dir());
        Self(folder.and_then(|folder| tempfile::tempfile_in(folder).ok()).map(Mutex::new))
    }

    /// Keeps the version, if there is room.
    pub(super) fn keep(&self, text: &str, version: &Version) -> Option<Kept> {
        let file = self.0.as_ref()?;
        let bytes = postcard::to_stdvec(&Written { text, version }).ok()?;
        let mut file = file.lock().ok()?;
        let start = file.seek(SeekFrom::End(0)).ok()?;
        let length = bytes.len();
        let has_room = start.saturating_add(length as u64) <= LARGEST;
        has_room.then_some(())?;
        file.write_all(&bytes).ok()?;
        Some(Kept { start, length })
    }

    /// The version that was kept.
    pub(super) fn take(&self, kept: Kept) -> Option<Taken> {
        let mut bytes = vec![0; kept.length];
        self.read(kept.start, &mut bytes).ok()?;
        postcard::from_bytes(&bytes).ok()
    }

    fn read(&self, start: u64, bytes: &mut [u8]) -> io::Result<()> {
        let file = self.0.as_ref().and_then(|file| file.lock().ok());
        let mut file = file.ok_or(io::ErrorKind::NotFound)?;
        file.seek(SeekFrom::Start(start))?;
        file.read_exact(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::letters_in;

    #[test]
    fn a_version_that_was_kept_is_the_one_that_was_read() {
        let scratch = Scratch::beside(&std::env::temp_dir().join("site"));
        let files = letters_in(Path::new("../../letters")).unwrap();
        let read = |file: &std::path::PathBuf| std::fs::read_to_string(file).unwrap();
        let texts: Vec<String> = files.iter().map(read).collect();
        let versions: Vec<Version> = texts.iter().map(|text| Version::read(text, None)).collect();
        let kept: Vec<Option<Kept>> =
            texts.iter().zip(&versions).map(|(text, version)| scratch.keep(text, version)).collect();
        assert!(kept.len() > 6);
        for ((text, version), kept) in texts.iter().zip(&versions).zip(kept) {
            let taken = scratch.take(kept.unwrap()).unwrap();
            assert_eq!(taken.text, *text);
            assert_eq!(taken.version.letter(), version.letter());
            assert_eq!(taken.version.citations(), version.citations());
        }
    }

    #[test]
    fn where_there_is_no_room_nothing_is_kept() {
        assert!(Scratch(None).keep("", &Version::read("", None)).is_none());
    }
}
