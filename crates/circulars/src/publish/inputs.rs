//! The letters of the folder, each with what the others need to know of it.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use letters::Version;
use letters::catalogue::CataloguedLetter;
use letters::diagnostic::Severity;
use letters::letter;

use super::parallel;
use super::scratch::{Kept, Scratch, Taken};
use super::state::{Known, State, digest_of_bytes};
use crate::failure::Failure;
use crate::folder::letters_in;
use crate::progress::Progress;

/// A file with a letter.
#[derive(Clone, Debug)]
pub(super) struct Input {
    pub(super) path: PathBuf,
    /// Of its bytes, or of those that were published.
    pub(super) hash: String,
    /// Whether the file has errors now, and what was published before stays.
    pub(super) is_outdated: bool,
    /// Where it is, if it has been read.
    kept: Option<Kept>,
}

/// The sources of the pages of versions.
pub(super) struct Sources {
    /// By the path of the page.
    pub(super) by_page: HashMap<String, Input>,
    pub(super) scratch: Scratch,
}

impl Sources {
    /// The source of the page.
    pub(super) fn get(&self, page: &str) -> Option<&Input> {
        self.by_page.get(page)
    }

    /// The text of the file and the letter in it, or why there is none.
    pub(super) fn version(&self, input: &Input) -> Result<Taken, String> {
        if let Some(taken) = input.kept.and_then(|kept| self.scratch.take(kept)) {
            return Ok(taken);
        }
        let bytes = fs::read(&input.path)
            .map_err(|error| format!("{} cannot be read: {error}", input.path.display()))?;
        let text = text_of(&bytes);
        let version = Version::read(&text, None);
        Ok(Taken { text, version })
    }
}

fn text_of(bytes: &[u8]) -> String {
    let text = letter::decode(bytes);
    text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()
}

/// A letter in one language, as the catalogue knows it.
pub(super) struct Card {
    pub(super) input: Input,
    pub(super) letter: CataloguedLetter,
}

/// The letters of a folder.
#[derive(Default)]
pub(super) struct Inputs {
    pub(super) cards: Vec<Card>,
    /// What the next run need not read again, by the path in the folder.
    pub(super) known: BTreeMap<String, Known>,
    /// The files that are no letters, with the reason.
    pub(super) errors: Vec<String>,
}

/// Reads the letters that have changed since; the others are known.
pub(super) fn read(folder: &Path, before: &State, scratch: &Scratch) -> Result<Inputs, Failure> {
    let files = letters_in(folder)?;
    let progress = Mutex::new(Progress::of("Reading letters", files.len()));
    let read = parallel::map(&files, |file| {
        let address = file.strip_prefix(folder).unwrap_or(file);
        let address: Vec<_> = address.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        let address = address.join("/");
        let read = read_one(file, before.sources.get(&address), scratch);
        if let Ok(mut progress) = progress.lock() {
            progress.step();
        }
        (address, read)
    });
    let mut inputs = Inputs::default();
    for (file, (address, read)) in files.iter().zip(read) {
        match read {
            Ok(Read { known, letter, kept, problem }) => {
                if let Some(letter) = letter {
                    let (hash, is_outdated) = (known.hash.clone(), problem.is_some());
                    let input = Input { path: file.clone(), hash, is_outdated, kept };
                    inputs.cards.push(Card { input, letter });
                }
                inputs.errors.extend(problem.map(|problem| format!("{}: {problem}", file.display())));
                inputs.known.insert(address, known);
            }
            Err(error) => inputs.errors.push(format!("{} cannot be read: {error}", file.display())),
        }
    }
    Ok(inputs)
}

/// What has been read of a file.
struct Read {
    known: Known,
    /// The letter in it, or the one that was published, where it has an error now.
    letter: Option<CataloguedLetter>,
    /// Where the letter that has been read is.
    kept: Option<Kept>,
    /// Why it cannot be published.
    problem: Option<String>,
}

fn read_one(file: &Path, before: Option<&Known>, scratch: &Scratch) -> std::io::Result<Read> {
    let bytes = fs::read(file)?;
    let hash = digest_of_bytes(&bytes);
    let unchanged = before.filter(|before| before.hash == hash);
    if let Some((known, letter)) = unchanged.and_then(|known| Some((known.clone(), known.letter()?))) {
        let problem = letter.as_ref().err().cloned();
        return Ok(Read { known, letter: letter.ok(), kept: None, problem });
    }
    let problem = match card(&text_of(&bytes), scratch) {
        Ok((letter, kept)) => {
            let known = Known::of(hash, Ok(&letter));
            return Ok(Read { known, letter: Some(letter), kept, problem: None });
        }
        Err(problem) => problem,
    };
    let published = before.and_then(|known| Some((known.clone(), known.letter()?.ok()?)));
    Ok(match published {
        Some((known, letter)) => Read { known, letter: Some(letter), kept: None, problem: Some(problem) },
        None => {
            let known = Known::of(hash, Err(problem.clone()));
            Read { known, letter: None, kept: None, problem: Some(problem) }
        }
    })
}

/// What the catalogue has of the letter, and where the letter is kept; or why it cannot be published.
fn card(text: &str, scratch: &Scratch) -> Result<(CataloguedLetter, Option<Kept>), String> {
    if letter::is_binary(text) {
        return Err("is not text but a PDF, Word or other file".to_owned());
    }
    let version = Version::read(text, None);
    let problems = &version.letter().diagnostics;
    if let Some(problem) = problems.iter().find(|problem| problem.code.severity() == Severity::Error) {
        return Err(format!("{} ({})", problem.code.reason(), problem.code.name()));
    }
    let letter = CataloguedLetter::of(String::new(), &version)
        .ok_or_else(|| "has no known reference, or no language that is known".to_owned())?;
    Ok((letter, scratch.keep(text, &version)))
}
