//! `circulars publish`: a site of the letters of a folder.
//!
//! Letters are read twice: first each for what the others need to know of it, then those whose pages have changed, for these.
//! So a hundred thousand letters need no more memory than what the lists say of them. What a run has found out is kept beside
//! the site ([`state`]), and the next one makes only the pages that have changed.

mod inputs;
mod outputs;
mod parallel;
mod programs;
mod state;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use letters::Version;
use letters::catalogue::Catalogue;
use letters::ids::{DocumentId, Language};
use site::{Canonical, File, Holdings, Part, Particulars, Redirects, Settings, Work};

use crate::arguments::{CanonicalChoice, PublishArguments, RedirectsChoice};
use crate::failure::Failure;
use crate::output::tell;
use crate::progress::Progress;
use inputs::{Card, Input};
use outputs::Outputs;
use programs::Programs;
use state::{State, digest};

pub(crate) fn run(arguments: &PublishArguments) -> Result<(), Failure> {
    let programs = Programs::of(arguments.look.viewer.as_deref())?;
    let settings = settings(arguments, programs.as_ref())?;
    let style = match &arguments.look.style {
        Some(file) => crate::source::Source::read(file)?.text,
        None => site::STYLE.to_owned(),
    };
    refuse_within(&arguments.out, &arguments.folder)?;
    let before = State::of(&arguments.out);
    let options = digest(&[&format!("{settings:?}"), &program()]);
    // With other options everything is made again; the files of the site are its own all the same.
    let before = if before.options == options && !arguments.force {
        before
    } else {
        State { files: before.files, ..State::default() }
    };

    let inputs = inputs::read(&arguments.folder, &before)?;
    let (mut holdings, sources, problems) = relate(inputs.cards);
    let mut errors = inputs.errors;
    errors.extend(problems);

    if !arguments.force && !arguments.is_preview {
        refuse_loss(&holdings, &before, &arguments.folder)?;
    }
    let outputs = Outputs::of(&arguments.out, &before.files, arguments.force)?;
    let mut after = State { options, sources: inputs.known, ..State::default() };
    let made = pages(&holdings, &sources, &settings, &before, &outputs)?;
    let is_whole = made.errors.is_empty();
    errors.extend(made.errors);
    after.works = made.digests;
    fixed(&style, &settings, &outputs)?;
    after.rest = digest_of_rest(&holdings, &sources);
    if !is_rest_made(&before, &after, &outputs) {
        add_particulars(&mut holdings, made.particulars, &sources, &outputs);
        rest(&holdings, &settings, &outputs)?;
    }
    if let Some(programs) = &programs {
        programs.copy(&outputs)?;
    }
    outputs.write_checksums()?;
    let (files, refused) = outputs.finish()?;
    after.files = files;
    // What could not be read may be there again.
    if !is_whole {
        after.rest.clear();
    }
    // What is in the way is in the way of the next run too.
    if !refused.is_empty() {
        after.works.clear();
        after.rest.clear();
    }
    if after != before {
        after.write(&arguments.out)?;
    }
    State::end_journal(&arguments.out);

    errors.extend(
        refused.iter().map(|file| format!("{file} is not of this site, and is left: --force replaces it")),
    );
    errors.iter().for_each(|error| tell(&format!("error: {error}")));
    let count = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    tell(&format!(
        "{} in {}: {}; {}",
        count(holdings.works().len(), "letter"),
        count(sources.len(), "version"),
        count(after.files.len(), "file"),
        count(errors.len(), "error")
    ));
    if errors.is_empty() { Ok(()) } else { Err(Failure::Reported) }
}

/// Refuses a site within the folder of its letters: its Markdown would be letters too.
fn refuse_within(site: &Path, letters: &Path) -> Result<(), Failure> {
    let whole = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if whole(site).starts_with(whole(letters)) {
        let (site, letters) = (site.display(), letters.display());
        return Err(Failure::Unusable(format!("{site} is within {letters}: a site has a folder of its own")));
    }
    Ok(())
}

/// The number of letters that may go in a run, whatever their share.
const MAY_GO: usize = 10;

/// Refuses a run that would delete a site, or most of it: the folder may be another one than was meant.
fn refuse_loss(holdings: &Holdings, before: &State, folder: &Path) -> Result<(), Failure> {
    let folder_of = |path: &String| path.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let of_letters = before.files.iter().filter(|path| path.starts_with("letters/"));
    let known: HashSet<String> = of_letters.filter_map(folder_of).collect();
    let held: HashSet<&str> = holdings.works().iter().map(|work| work.folder.as_str()).collect();
    let gone = known.iter().filter(|folder| !held.contains(folder.as_str())).count();
    let is_much = gone > MAY_GO && gone * 2 > known.len() || held.is_empty() && gone > 0;
    if is_much {
        let (folder, all) = (folder.display(), known.len());
        return Err(Failure::Unusable(format!(
            "{folder} lacks {gone} of the {all} letters of the site, which would be deleted: --force deletes them"
        )));
    }
    Ok(())
}

/// A digest of the text, for names.
pub(crate) fn digest_of(text: &str) -> String {
    digest(&[text])
}

/// A digest of this program: another one may write other pages.
fn program() -> String {
    let file = std::env::current_exe().and_then(std::fs::read);
    file.map_or_else(|_| env!("CARGO_PKG_VERSION").to_owned(), |bytes| state::digest_of_bytes(&bytes))
}

fn settings(arguments: &PublishArguments, programs: Option<&Programs>) -> Result<Settings, Failure> {
    let slot = |file: &Option<PathBuf>| match file {
        Some(file) => crate::source::Source::read(file).map(|source| source.text),
        None => Ok(String::new()),
    };
    if arguments.address.is_none() {
        tell(
            "note: without --address there are no feeds, no sitemap and no addresses of the site in the head of pages",
        );
    }
    Ok(Settings {
        address: arguments.address.clone(),
        canonical: match arguments.look.canonical {
            CanonicalChoice::Site => Canonical::Site,
            CanonicalChoice::Itu => Canonical::Itu,
        },
        programs: programs.map(|programs| programs.folder.clone()),
        header: slot(&arguments.look.header)?,
        footer: slot(&arguments.look.footer)?,
        has_fragments: arguments.fragments,
        redirects: arguments.redirects.map(|server| match server {
            RedirectsChoice::Netlify => Redirects::Netlify,
            RedirectsChoice::Nginx => Redirects::Nginx,
            RedirectsChoice::Iis => Redirects::Iis,
        }),
    })
}

/// The letters and how they relate, the source of each version by the path of its page, and what is there twice.
fn relate(cards: Vec<Card>) -> (Holdings, HashMap<String, Input>, Vec<String>) {
    let mut errors = Vec::new();
    let mut first: HashMap<(String, &str), Input> = HashMap::new();
    let mut entries = Vec::new();
    for Card { input, letter } in cards {
        let Some(language) = letter.versions.first().map(|version| version.language) else { continue };
        let key = (letter.id.to_string(), language.code());
        if let Some(known) = first.get(&key) {
            let (here, there) = (input.path.display(), known.path.display());
            errors.push(format!("{here} is {} in {}, as {there} is", key.0, language.code()));
            continue;
        }
        first.insert(key, input);
        entries.push(letter);
    }
    let holdings = Holdings::of(Catalogue::from_entries(entries));
    let versions = holdings
        .works()
        .iter()
        .flat_map(|work| work.letter.versions.iter().map(move |version| (work, version)));
    let pages: Vec<((String, &str), String)> = versions
        .map(|(work, version)| {
            ((work.letter.id.to_string(), version.language.code()), work.page(version.language))
        })
        .collect();
    let sources = pages.into_iter().filter_map(|(key, page)| Some((page, first.remove(&key)?))).collect();
    (holdings, sources, errors)
}

/// What has become of the pages of letters.
#[derive(Default)]
struct Pages {
    /// The digest of each letter, by its folder: of all that its pages depend on.
    digests: BTreeMap<String, String>,
    /// What has been read of recent letters.
    particulars: Vec<Described>,
    errors: Vec<String>,
}

/// A version of a recent letter, with its particulars.
type Described = (DocumentId, Language, Particulars);

/// Writes the pages of the letters that have changed, or whose relations have.
fn pages(
    holdings: &Holdings,
    sources: &HashMap<String, Input>,
    settings: &Settings,
    before: &State,
    outputs: &Outputs,
) -> Result<Pages, Failure> {
    let progress = Mutex::new(Progress::of("Writing letters", holdings.works().len()));
    let made = parallel::map(holdings.works(), |work| {
        let result = one(holdings, work, sources, settings, before, outputs);
        if let Ok(mut progress) = progress.lock() {
            progress.step();
        }
        result
    });
    let mut pages = Pages::default();
    for (work, result) in holdings.works().iter().zip(made) {
        let made = result?;
        if made.errors.is_empty() {
            pages.digests.insert(work.folder.clone(), made.digest);
        }
        pages.particulars.extend(made.particulars);
        pages.errors.extend(made.errors);
    }
    Ok(pages)
}

/// What has become of the pages of a letter.
struct Made {
    /// Of all that they depend on.
    digest: String,
    /// What has been read of the letter, if it is recent and its pages were made.
    particulars: Vec<Described>,
    errors: Vec<String>,
}

/// Writes the files of a letter, unless they are as they were.
fn one(
    holdings: &Holdings,
    work: &Work,
    sources: &HashMap<String, Input>,
    settings: &Settings,
    before: &State,
    outputs: &Outputs,
) -> Result<Made, Failure> {
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
    let digest = digest(&[hashes, shared_text].concat());
    let mut made = Made { digest, particulars: Vec::new(), errors: Vec::new() };
    let versions = work.letter.versions.iter().map(|version| version.language);
    let paths = versions.clone().flat_map(|language| site::letter_page::paths(work, language, settings));
    let paths = paths.chain(shared.iter().map(|file| file.path.clone()));
    let paths: Vec<String> = paths.chain([site::checksums::path_in(&work.folder)]).collect();
    if before.works.get(&work.folder) == Some(&made.digest) && outputs.are_there(&paths) {
        return Ok(made);
    }
    let mut sums = site::checksums::sums(&work.folder, &shared);
    outputs.write_all(&shared)?;
    for language in versions {
        let Some(input) = sources.get(&work.page(language)) else { continue };
        if input.is_outdated {
            // What was published stays as it is.
            let paths = site::letter_page::paths(work, language, settings);
            sums.extend(outputs.kept(&work.folder, &paths));
            continue;
        }
        match input.text() {
            Ok(text) => {
                let version = Version::read(&text, None);
                let files = site::letter_page::version(work, &slice, language, (&version, &text), settings);
                let fragment = absolute.as_ref().and_then(|slice| {
                    site::letter_page::fragment(work, slice, language, (&version, &text), settings)
                });
                let files: Vec<File> = files.into_iter().chain(fragment.into_iter().flatten()).collect();
                sums.extend(site::checksums::sums(&work.folder, &files));
                outputs.write_all(&files)?;
                if holdings.is_recent(work) {
                    made.particulars.push((work.letter.id.clone(), language, Particulars::of(&version)));
                }
            }
            Err(error) => made.errors.push(error),
        }
    }
    let list = File { path: site::checksums::path_in(&work.folder), text: site::checksums::list(&sums) };
    outputs.write(&list)?;
    Ok(made)
}

/// Writes the files that depend on no letter.
fn fixed(style: &str, settings: &Settings, outputs: &Outputs) -> Result<(), Failure> {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    outputs.write_all(&[
        file("site.css", style),
        file("site.js", site::SCRIPT),
        file("check.js", site::CHECK),
        file("letter.css", include_str!("../../../styles/built/letter.css")),
    ])?;
    if settings.has_fragments {
        outputs.write(&file("fragment.css", site::FRAGMENT_STYLE))?;
    }
    Ok(())
}

/// A digest of what the lists, feeds, calendars and maps depend on: what the catalogue has of all letters, and the texts of recent
/// ones.
fn digest_of_rest(holdings: &Holdings, sources: &HashMap<String, Input>) -> String {
    let mut digests = Vec::new();
    for work in holdings.works() {
        let texts = work.letter.versions.iter().filter(|_| holdings.is_recent(work));
        let texts: Vec<&str> =
            texts.filter_map(|version| Some(&*sources.get(&work.page(version.language))?.hash)).collect();
        digests.push(digest(&[format!("{work:?}").as_str(), &texts.join(" ")]));
    }
    digest(&digests.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Whether what depends on all letters is there from an earlier run. If so, it counts as made.
fn is_rest_made(before: &State, after: &State, outputs: &Outputs) -> bool {
    let is_of_rest = |path: &&String| !path.starts_with("letters/") && !path.starts_with("programs-");
    let known: Vec<String> = before.files.iter().filter(is_of_rest).cloned().collect();
    before.rest == after.rest && !known.is_empty() && outputs.are_there(&known)
}

/// Adds the particulars of the recent letters: those that have been read, and those of the letters whose pages are as they were.
fn add_particulars(
    holdings: &mut Holdings,
    known: Vec<Described>,
    sources: &HashMap<String, Input>,
    outputs: &Outputs,
) {
    let recent: Vec<&Work> = holdings.works().iter().filter(|work| holdings.is_recent(work)).collect();
    let versions: Vec<(&Work, Language)> = recent
        .iter()
        .flat_map(|work| work.letter.versions.iter().map(|version| (*work, version.language)))
        .collect();
    let known_versions: HashSet<(&DocumentId, Language)> =
        known.iter().map(|(id, language, _)| (id, *language)).collect();
    let missing: Vec<(&Work, Language)> = versions
        .into_iter()
        .filter(|(work, language)| !known_versions.contains(&(&work.letter.id, *language)))
        .collect();
    let read = parallel::map(&missing, |(work, language)| {
        // One that cannot be read any more has been reported.
        let input = sources.get(&work.page(*language))?;
        let text = if input.is_outdated { outputs.text(&work.source(*language)) } else { input.text().ok() }?;
        let particulars = Particulars::of(&Version::read(&text, None));
        Some((work.letter.id.clone(), *language, particulars))
    });
    for (id, language, particulars) in known.into_iter().chain(read.into_iter().flatten()) {
        holdings.add_particulars(&id, language, particulars);
    }
}

/// Writes what depends on all letters.
fn rest(holdings: &Holdings, settings: &Settings, outputs: &Outputs) -> Result<(), Failure> {
    let results = parallel::map(&Part::all(), |part| {
        let mut result = Ok(());
        part.make(holdings, settings, &mut |file| {
            if result.is_ok() {
                result = outputs.write(&file);
            }
        });
        result
    });
    results.into_iter().collect()
}
