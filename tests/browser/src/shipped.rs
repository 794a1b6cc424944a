//! The letters that ship, in all their versions.

use std::path::Path;

use letters::Version;

/// A version of a letter that ships.
pub(crate) struct Shipped {
    pub(crate) version: Version,
    /// Its Markdown.
    pub(crate) source: String,
    /// The path of its file on the server: `/letters/cl-20-43/fr.md`.
    pub(crate) file: String,
}

/// The versions of all letters, by their files.
pub(crate) fn letters(root: &Path) -> Vec<Shipped> {
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries(&root.join("letters")).flat_map(|folder| entries(&folder.path()));
    let mut letters: Vec<Shipped> = files
        .filter_map(|entry| {
            let path = entry.path();
            let source = std::fs::read_to_string(&path).ok()?;
            let file = format!("/{}", path.strip_prefix(root).ok()?.display());
            Some(Shipped { version: Version::read(&source, None), source, file })
        })
        .collect();
    letters.sort_by(|one, other| one.file.cmp(&other.file));
    letters
}
