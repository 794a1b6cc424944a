//! The programs of the element, in a folder that is named after what is in them: caches may keep it for ever.

use std::fs;
use std::path::{Path, PathBuf};

use super::outputs::Outputs;
use super::state::digest_of_bytes;
use crate::failure::Failure;
use crate::output::tell;

/// Where `make` puts them.
const DEFAULT: &str = "dist";

/// What is only for the standalone page.
const STANDALONE: [&str; 3] = ["word", "importer", "page"];

/// The programs of the element.
pub(super) struct Programs {
    /// Their folder from the root of the site.
    pub(super) folder: String,
    files: Vec<(String, Vec<u8>)>,
}

impl Programs {
    /// The programs in the folder, or in the usual one. None if there are none: pages are complete without them.
    pub(super) fn of(folder: Option<&Path>) -> Result<Option<Self>, Failure> {
        let chosen = folder.map_or_else(|| PathBuf::from(DEFAULT), Path::to_owned);
        if !chosen.join("circular-letter.js").is_file() {
            if folder.is_some() {
                return Err(Failure::Unusable(format!("{} has no circular-letter.js", chosen.display())));
            }
            tell("note: without --viewer the site is pages without script");
            return Ok(None);
        }
        let unreadable = |error| Failure::Unusable(format!("{} cannot be read: {error}", chosen.display()));
        let mut files = Vec::new();
        for entry in fs::read_dir(&chosen).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let is_program =
                matches!(path.extension().and_then(|ending| ending.to_str()), Some("js" | "css" | "wasm"));
            let is_of_page = STANDALONE.iter().any(|prefix| name.starts_with(prefix));
            if is_program && !is_of_page && path.is_file() {
                files.push((name, fs::read(&path).map_err(unreadable)?));
            }
        }
        files.sort();
        let all: Vec<u8> =
            files.iter().flat_map(|(name, bytes)| name.bytes().chain(bytes.iter().copied())).collect();
        Ok(Some(Self { folder: format!("programs-{}", digest_of_bytes(&all)), files }))
    }

    pub(super) fn copy(&self, outputs: &Outputs) -> Result<(), Failure> {
        self.files
            .iter()
            .try_for_each(|(name, bytes)| outputs.write_bytes(&format!("{}/{name}", self.folder), bytes))
    }
}
