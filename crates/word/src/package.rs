//! The package: a ZIP archive of parts, some of which are related to others (ECMA-376, part 2).
//!
//! What an archive says of itself is not believed: the bytes of each part are counted while they are read, and so are those of
//! all parts together. The names of entries are compared, and never used as paths.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::markup::{self, Element};
use crate::refusal::Refusal;

/// The most entries of an archive, the largest part, and the largest total of all that are read, in bytes.
const MOST_ENTRIES: usize = 2_000;
const LARGEST_PART: u64 = 32 * 1024 * 1024;
const LARGEST_TOTAL: u64 = 128 * 1024 * 1024;

/// An archive with parts.
pub(crate) struct Package<'bytes> {
    archive: ZipArchive<Cursor<&'bytes [u8]>>,
    /// The numbers of the entries, by the names of the parts.
    entries: BTreeMap<String, usize>,
    /// The bytes that may still be read.
    left: u64,
}

/// What a part is related to.
#[derive(Clone, Debug)]
pub(crate) struct Relationship {
    /// The last word of its type: `hyperlink`, `header`. It is the same in both namespaces (Transitional and Strict).
    pub(crate) kind: String,
    /// The name of the part, or an address.
    pub(crate) target: String,
    pub(crate) is_external: bool,
}

/// The relationships of a part, by their ids.
pub(crate) type Relationships = BTreeMap<String, Relationship>;

impl<'bytes> Package<'bytes> {
    /// Opens the archive.
    pub(crate) fn open(bytes: &'bytes [u8]) -> Result<Self, Refusal> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
        if archive.len() > MOST_ENTRIES {
            return Err(Refusal::TooLarge);
        }
        let mut entries = BTreeMap::new();
        for number in 0..archive.len() {
            let Ok(entry) = archive.by_index_raw(number) else { continue };
            if entry.encrypted() {
                return Err(Refusal::Encrypted);
            }
            entries.entry(normalized("", entry.name())).or_insert(number);
        }
        Ok(Self { archive, entries, left: LARGEST_TOTAL })
    }

    /// The names of the parts.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// The bytes of the part; `None` if there is none.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(number) = self.entries.get(&normalized("", name)) else { return Ok(None) };
        let entry = self.archive.by_index(*number).map_err(|_| Refusal::Damaged)?;
        let most = LARGEST_PART.min(self.left);
        let mut bytes = Vec::new();
        entry.take(most + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Damaged)?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(Refusal::TooLarge);
        }
        self.left -= length;
        Ok(Some(bytes))
    }

    /// The root of the part, if there is one.
    pub(crate) fn tree(&mut self, name: &str) -> Result<Option<Element>, Refusal> {
        self.part(name)?.map(|bytes| markup::read(&bytes)).transpose()
    }

    /// The relationships of the part; those of the whole package for an empty name.
    pub(crate) fn relationships(&mut self, part: &str) -> Result<Relationships, Refusal> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let Some(root) = self.tree(&format!("{folder}/_rels/{name}.rels"))? else {
            return Ok(Relationships::new());
        };
        let found = root.children().filter(|child| child.is("rel:Relationship")).filter_map(|child| {
            let is_external = child.attribute("TargetMode") == Some("External");
            let target = child.attribute("Target")?;
            let relationship = Relationship {
                kind: child.attribute("Type")?.rsplit('/').next()?.to_owned(),
                target: if is_external { target.to_owned() } else { normalized(folder, target) },
                is_external,
            };
            Some((child.attribute("Id")?.to_owned(), relationship))
        });
        let mut relationships = Relationships::new();
        relationships.extend(found);
        Ok(relationships)
    }
}

/// The name of a part, relative to a folder, without `.`, `..` and a slash at its start; in small letters, as names of parts are
/// the same in both, in ASCII (part 2, 6.2.2).
fn normalized(folder: &str, name: &str) -> String {
    let name = name.replace('\\', "/");
    let whole = if name.starts_with('/') { name } else { format!("{folder}/{name}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_parts_however_they_are_written() {
        assert_eq!(normalized("word", "header1.xml"), "word/header1.xml");
        assert_eq!(normalized("word", "/word/Header1.xml"), "word/header1.xml");
        assert_eq!(normalized("word", "../word/./header1.xml"), "word/header1.xml");
        assert_eq!(normalized("", "..\\..\\etc\\passwd"), "etc/passwd");
    }
}
