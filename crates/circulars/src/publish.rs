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

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::Mutex;

use letters::Version;
use letters::catalogue::Catalogue;
use site::{Canonical, File, Holdings, Part, Settings, Work};

use crate::arguments::{CanonicalChoice, PublishArguments};
use crate::failure::Failure;
use crate::output::tell;
use crate::progress::Progress;
use inputs::{Card, Input};
use outputs::Outputs;
use programs::Programs;
use state::{State, digest};

pub(crate) fn run(arguments: &PublishArguments) -> Result<(), Failure> {
    let programs = Programs::of(arguments.viewer.as_deref())?;
    let settings = settings(arguments, programs.as_ref())?;
    let style = match &arguments.style {
        Some(file) => crate::source::Source::read(file)?.text,
        None => site::STYLE.to_owned(),
    };
    let before = State::of(&arguments.out);
    let options = digest(&[&format!("{settings:?}"), &program()]);
    // With other options everything is made again; the files of the site are its own all the same.
    let before =
        if before.options == options { before } else { State { files: before.files, ..State::default() } };

    let inputs = inputs::read(&arguments.folder, &before)?;
    let (holdings, sources, problems) = relate(inputs.cards);
    let mut errors = inputs.errors;
    errors.extend(problems);

    let outputs = Outputs::of(&arguments.out, &before.files, arguments.force)?;
    let mut after = State { options, sources: inputs.known, ..State::default() };
    let made = pages(&holdings, &sources, &settings, &before, &outputs)?;
    errors.extend(made.errors);
    after.works = made.digests;
    rest(&holdings, &settings, &style, &before, &mut after, &outputs)?;
    if let Some(programs) = &programs {
        programs.copy(&outputs)?;
    }
    let (files, refused) = outputs.finish()?;
    after.files = files;
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
        canonical: match arguments.canonical {
            CanonicalChoice::Site => Canonical::Site,
            CanonicalChoice::Itu => Canonical::Itu,
        },
        programs: programs.map(|programs| programs.folder.clone()),
        header: slot(&arguments.header)?,
        footer: slot(&arguments.footer)?,
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
struct Pages {
    /// The digest of each letter, by its folder: of all that its pages depend on.
    digests: BTreeMap<String, String>,
    errors: Vec<String>,
}

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
        result.map(|(digest, errors)| (work.folder.clone(), digest, errors))
    });
    let mut pages = Pages { digests: BTreeMap::new(), errors: Vec::new() };
    for result in made {
        let (folder, digest, errors) = result?;
        if errors.is_empty() {
            pages.digests.insert(folder, digest);
        }
        pages.errors.extend(errors);
    }
    Ok(pages)
}

/// Writes the files of a letter, unless they are as they were. Returns the digest of all that they depend on.
fn one(
    holdings: &Holdings,
    work: &Work,
    sources: &HashMap<String, Input>,
    settings: &Settings,
    before: &State,
    outputs: &Outputs,
) -> Result<(String, Vec<String>), Failure> {
    let mut errors = Vec::new();
    let slice = holdings.slice(work);
    let shared = site::letter_page::work(work, &slice, settings);
    let hashes: Vec<&str> = work
        .letter
        .versions
        .iter()
        .filter_map(|version| Some(sources.get(&work.page(version.language))?.hash.as_str()))
        .collect();
    let shared_text: Vec<&str> = shared.iter().map(|file| file.text.as_str()).collect();
    let digest = digest(&[hashes, shared_text].concat());
    let versions = work.letter.versions.iter().map(|version| version.language);
    let paths = versions
        .clone()
        .flat_map(|language| [work.page(language), work.record(language), work.source(language)]);
    let paths: Vec<String> = paths.chain(shared.iter().map(|file| file.path.clone())).collect();
    if before.works.get(&work.folder) == Some(&digest) && outputs.are_there(&paths) {
        return Ok((digest, errors));
    }
    shared.iter().try_for_each(|file| outputs.write(file))?;
    for language in versions {
        let Some(input) = sources.get(&work.page(language)) else { continue };
        match input.text() {
            Ok(text) => {
                let version = Version::read(&text, None);
                let files = site::letter_page::version(work, &slice, language, (&version, &text), settings);
                files.iter().try_for_each(|file| outputs.write(file))?;
            }
            Err(error) => errors.push(error),
        }
    }
    Ok((digest, errors))
}

/// Writes what depends on all letters.
fn rest(
    holdings: &Holdings,
    settings: &Settings,
    style: &str,
    before: &State,
    after: &mut State,
    outputs: &Outputs,
) -> Result<(), Failure> {
    let fixed = [
        File { path: "site.css".to_owned(), text: style.to_owned() },
        File { path: "site.js".to_owned(), text: site::SCRIPT.to_owned() },
        File {
            path: "letter.css".to_owned(),
            text: include_str!("../../../styles/built/letter.css").to_owned(),
        },
    ];
    fixed.iter().try_for_each(|file| outputs.write(file))?;
    let works: Vec<String> = holdings.works().iter().map(|work| format!("{work:?}")).collect();
    after.rest = digest(&works.iter().map(String::as_str).collect::<Vec<_>>());
    let is_ours = |path: &&String| !path.starts_with("letters/") && !path.starts_with("programs-");
    let known: Vec<String> = before.files.iter().filter(is_ours).cloned().collect();
    if before.rest == after.rest && !known.is_empty() && outputs.are_there(&known) {
        return Ok(());
    }
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
