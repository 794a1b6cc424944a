//! Lists of SHA-256, as `sha256sum --check` reads them: `SHA256SUMS` in the folder of each letter has those of its files, and that in
//! the root those of all other files, and of these lists. They find damage, not deceit: who can change a file can change the list.

use std::collections::{BTreeMap, HashMap};

use crate::File;
use sha2::{Digest, Sha256};

/// The name of a list.
pub const NAME: &str = "SHA256SUMS";

/// The SHA-256 of the bytes, in hexadecimal.
pub fn sum(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 0xF]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// The sums of the files, by their path in the folder of the letter.
pub fn sums(folder: &str, files: &[File]) -> BTreeMap<String, String> {
    let name = |path: &str| path.strip_prefix(folder).unwrap_or(path).trim_start_matches('/').to_owned();
    files.iter().map(|file| (name(&file.path), sum(file.text.as_bytes()))).collect()
}

/// The path of the list of the letter.
pub fn path_in(folder: &str) -> String {
    format!("{folder}/{NAME}")
}

/// The list of the files with their sums.
pub fn list(sums: &BTreeMap<String, String>) -> String {
    sums.iter().map(|(path, sum)| format!("{sum}  {path}\n")).collect()
}

/// The sums of a list, by path.
pub fn read(list: &str) -> HashMap<&str, &str> {
    list.lines().filter_map(|line| line.split_once("  ")).map(|(sum, path)| (path, sum)).collect()
}

/// Whether the list in the root has the file: those of a letter are in its own, which the root has.
pub fn is_in_root(path: &str) -> bool {
    path != NAME && (!path.starts_with("letters/") || path.ends_with(&format!("/{NAME}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_of_a_text_is_that_of_fips_180() {
        assert_eq!(sum(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_list_gives_back_its_sums() {
        let files = [File { path: "letters/cl-2020-43/fr.html".to_owned(), text: "abc".to_owned() }];
        let list = list(&sums("letters/cl-2020-43", &files));
        assert_eq!(read(&list).get("fr.html").copied(), Some(sum(b"abc").as_str()));
    }
}
