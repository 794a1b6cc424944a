//! The letters that ship, as a site: as `circulars publish` makes it.

use std::collections::HashMap;
use std::path::Path;

use letters::Version;
use letters::catalogue::Catalogue;
use site::{Holdings, Settings};

/// The files of the site, by their path in it. Its programs are those of the bundle.
pub(crate) fn of(root: &Path) -> HashMap<String, String> {
    let folders = std::fs::read_dir(root.join("letters")).into_iter().flatten().flatten();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten().flatten());
    let sources = files.filter_map(|file| std::fs::read_to_string(file.path()).ok());
    let mut letters: Vec<(Version, String)> =
        sources.map(|source| (Version::read(&source, None), source)).collect();
    letters.sort_by_cached_key(|(version, _)| version.letter().name());
    let catalogue = Catalogue::of(letters.iter().map(|(version, _)| (String::new(), version)));
    let holdings = Holdings::of(catalogue);
    let settings = Settings { programs: Some("programs".to_owned()), ..Settings::default() };
    let mut made = site::lists::all(&holdings, &settings);
    for work in holdings.works() {
        made.extend(site::letter_page::work(&holdings, work, &settings));
    }
    for (version, source) in &letters {
        let ids = &version.letter().metadata.letterhead.ids;
        let work = ids.first().and_then(|id| holdings.get(id)).zip(version.letter().metadata.language);
        if let Some((work, language)) = work {
            made.extend(site::letter_page::version(&holdings, work, language, (version, source), &settings));
        }
    }
    let fixed = [("site.css", site::STYLE), ("site.js", site::SCRIPT)];
    let fixed = fixed.map(|(path, text)| (path.to_owned(), text.to_owned()));
    made.into_iter().map(|file| (file.path, file.text)).chain(fixed).collect()
}
