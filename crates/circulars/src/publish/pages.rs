//! The pages of letters: those of a letter are made again if its text has changed, or what other letters do to it.

use std::collections::BTreeMap;
use std::sync::Mutex;

use letters::ids::{DocumentId, Language};
use site::{File, Holdings, Particulars, Settings, Work};

use super::inputs::Sources;
use super::outputs::Outputs;
use super::parallel;
use super::state::{State, digest};
use crate::failure::Failure;
use crate::progress::Progress;

/// What the pages are made from, and where.
pub(super) struct Run<'run> {
    pub(super) holdings: &'run Holdings,
    pub(super) sources: &'run Sources,
    pub(super) settings: &'run Settings,
    /// What the earlier run has found out.
    pub(super) before: &'run State,
    pub(super) outputs: &'run Outputs,
}

/// What has become of the pages of letters.
#[derive(Default)]
pub(super) struct Pages {
    /// The digest of each letter, by its folder: of all that its pages depend on.
    pub(super) digests: BTreeMap<String, String>,
    /// What has been read of recent letters.
    pub(super) particulars: Vec<Described>,
    pub(super) errors: Vec<String>,
}

/// A version of a recent letter, with its particulars.
pub(super) type Described = (DocumentId, Language, Particulars);

/// What has become of the pages of a letter.
struct Made {
    /// Of all that they depend on.
    digest: String,
    /// Whether one of them says what the letter said before it had an error.
    is_outdated: bool,
    /// What has been read of the letter, if it is recent and its pages were made.
    particulars: Vec<Described>,
    errors: Vec<String>,
}

impl Run<'_> {
    /// Writes the pages of the letters that have changed, or whose relations have.
    pub(super) fn pages(&self) -> Result<Pages, Failure> {
        let works = self.holdings.works();
        let progress = Mutex::new(Progress::of("Writing letters", works.len()));
        let made = parallel::map(works, |work| {
            let result = self.one(work);
            if let Ok(mut progress) = progress.lock() {
                progress.step();
            }
            result
        });
        let mut pages = Pages::default();
        for (work, result) in works.iter().zip(made) {
            let made = result?;
            if made.errors.is_empty() && !made.is_outdated {
                pages.digests.insert(work.folder.clone(), made.digest);
            }
            pages.particulars.extend(made.particulars);
            pages.errors.extend(made.errors);
        }
        Ok(pages)
    }

    /// Writes the files of a letter, unless they are as they were.
    fn one(&self, work: &Work) -> Result<Made, Failure> {
        let Self { holdings, sources, settings, before, outputs } = self;
        let slice = holdings.slice(work);
        let shared = site::letter_page::work(work, &slice, settings);
        let absolute = settings.address.as_ref().filter(|_| settings.has_fragments);
        let absolute = absolute.map(|site| holdings.absolute_slice(work, site));
        let hashes: Vec<&str> = work
            .letter
            .versions
            .iter()
            .filter_map(|version| Some(sources.get(&work.page(version.language))?.hash.as_str()))
            .collect();
        let shared_text: Vec<&str> = shared.iter().map(|file| file.text.as_str()).collect();
        let digest = digest(&[hashes, shared_text, vec![work.relations().as_str()]].concat());
        let mut made = Made { digest, is_outdated: false, particulars: Vec::new(), errors: Vec::new() };
        let versions = work.letter.versions.iter().map(|version| version.language);
        let paths = versions.clone().flat_map(|language| site::letter_page::paths(work, language, settings));
        let paths = paths.chain(shared.iter().map(|file| file.path.clone()));
        let paths: Vec<String> = paths.chain([site::checksums::path_in(&work.folder)]).collect();
        if before.works.get(&work.folder) == Some(&made.digest) && outputs.are_there(&paths) {
            return Ok(made);
        }
        let (mut files, mut kept) = (shared, BTreeMap::new());
        for language in versions {
            let Some(input) = sources.get(&work.page(language)) else { continue };
            if input.is_outdated {
                // What was published stays as it is, and is made anew when the text is as it was.
                made.is_outdated = true;
                let paths = site::letter_page::paths(work, language, settings);
                kept.extend(outputs.kept(&work.folder, &paths));
                continue;
            }
            let taken = match sources.version(input) {
                Ok(taken) => taken,
                Err(error) => {
                    made.errors.push(error);
                    continue;
                }
            };
            let version = (&taken.version, taken.text.as_str());
            files.extend(site::letter_page::version(work, &slice, language, version, settings));
            let fragment = absolute
                .as_ref()
                .and_then(|slice| site::letter_page::fragment(work, slice, language, version, settings));
            files.extend(fragment.into_iter().flatten());
            if holdings.is_recent(work) {
                made.particulars.push((work.letter.id.clone(), language, Particulars::of(&taken.version)));
            }
        }
        let mut sums = site::checksums::sums(&work.folder, &files);
        sums.extend(kept);
        let list = File { path: site::checksums::path_in(&work.folder), text: site::checksums::list(&sums) };
        files.push(list);
        outputs.write_all(&files)?;
        Ok(made)
    }
}
