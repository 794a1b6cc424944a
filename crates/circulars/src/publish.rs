//! `circulars publish`: a site of the letters of a folder.
//!
//! First all letters are read, for what the others need to know of each; then those whose pages have changed are written. What has
//! been read waits in a file ([`scratch`]), so that a hundred thousand letters need no more memory than what the lists say of them.
//! What a run has found out is kept beside the site ([`state`]), and the next one makes only the pages that have changed.

mod inputs;
mod listed;
mod outputs;
mod pages;
mod parallel;
mod programs;
mod scratch;
mod state;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use letters::Version;
use letters::catalogue::Catalogue;
use letters::ids::{DocumentId, Language};
use site::{Canonical, File, Holdings, Part, Particulars, Redirects, Settings, Work};

use crate::arguments::{CanonicalChoice, PublishArguments, RedirectsChoice};
use crate::failure::Failure;
use crate::output::tell;
use inputs::{Card, Input, Sources};
use outputs::{Lock, Outputs};
use pages::{Described, Run};
use programs::Programs;
use scratch::Scratch;
use state::{Known, State, digest};

pub(crate) fn run(arguments: &PublishArguments) -> Result<(), Failure> {
    let programs = Programs::of(arguments.look.viewer.as_deref())?;
    let settings = settings(arguments, programs.as_ref())?;
    let style = match &arguments.look.style {
        Some(file) => crate::source::Source::read(file)?.text,
        None => site::STYLE.to_owned(),
    };
    refuse_within(&arguments.out, &arguments.folder)?;
    let _lock = Lock::of(&arguments.out)?;
    let before = State::of(&arguments.out);
    let options = digest(&[&format!("{settings:?}"), &program()]);
    // With other options everything is made again; the files of the site are its own all the same.
    let before = if before.options == options && !arguments.force {
        before
    } else {
        State { files: before.files, sources: outdated(before.sources), ..State::default() }
    };

    let scratch = Scratch::beside(&arguments.out);
    let inputs = inputs::read(&arguments.folder, &before, &scratch)?;
    let (mut holdings, sources, problems) = relate(inputs.cards, scratch);
    let mut errors = inputs.errors;
    errors.extend(problems);

    if !arguments.force && !arguments.is_preview {
        refuse_loss(&holdings, &before, &arguments.folder)?;
    }
    let outputs = Outputs::of(&arguments.out, &before.files, arguments.force)?;
    let mut after = State { options, sources: inputs.known, ..State::default() };
    let run = Run {
        holdings: &holdings,
        sources: &sources,
        settings: &settings,
        before: &before,
        outputs: &outputs,
    };
    let made = run.pages()?;
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
        count(sources.by_page.len(), "version"),
        count(after.files.len(), "file"),
        count(errors.len(), "error")
    ));
    if errors.is_empty() { Ok(()) } else { Err(Failure::Reported) }
}

/// The sources as they were, to be read again: where one has an error now, what was published of it stays.
fn outdated(sources: BTreeMap<String, Known>) -> BTreeMap<String, Known> {
    let outdated = |known: Known| Known { hash: String::new(), ..known };
    sources.into_iter().map(|(path, known)| (path, outdated(known))).collect()
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
fn relate(cards: Vec<Card>, scratch: Scratch) -> (Holdings, Sources, Vec<String>) {
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
    let by_page = pages.into_iter().filter_map(|(key, page)| Some((page, first.remove(&key)?))).collect();
    (holdings, Sources { by_page, scratch }, errors)
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
fn digest_of_rest(holdings: &Holdings, sources: &Sources) -> String {
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
fn add_particulars(holdings: &mut Holdings, known: Vec<Described>, sources: &Sources, outputs: &Outputs) {
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
        let version = match input.is_outdated {
            true => Version::read(&outputs.text(&work.source(*language))?, None),
            false => sources.version(input).ok()?.version,
        };
        Some((work.letter.id.clone(), *language, Particulars::of(&version)))
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
