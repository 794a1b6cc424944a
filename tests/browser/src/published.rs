//! The letters that ship, as a site: as `circulars publish` makes it.

use std::collections::HashMap;
use std::path::Path;

use letters::catalogue::Catalogue;
use site::{File, Holdings, Part, Settings};

use crate::shipped::{self, Shipped};

/// The files of the site, by their path in it. Its programs are those of the bundle.
pub(crate) fn of(root: &Path) -> HashMap<String, String> {
    let letters = shipped::letters(root);
    let catalogue = Catalogue::of(letters.iter().map(|letter| (letter.file.clone(), &letter.version)));
    let holdings = Holdings::of(catalogue);
    let settings = Settings { programs: Some("programs".to_owned()), ..Settings::default() };
    let mut made: Vec<File> =
        Part::all().into_iter().flat_map(|part| part.files(&holdings, &settings)).collect();
    for work in holdings.works() {
        let slice = holdings.slice(work);
        made.extend(site::letter_page::work(work, &slice, &settings));
    }
    for Shipped { version, source, .. } in &letters {
        let ids = &version.letter().metadata.letterhead.ids;
        let work = ids.first().and_then(|id| holdings.get(id)).zip(version.letter().metadata.language);
        if let Some((work, language)) = work {
            let slice = holdings.slice(work);
            made.extend(site::letter_page::version(work, &slice, language, (version, source), &settings));
        }
    }
    let fixed = [("site.css", site::STYLE), ("site.js", site::SCRIPT)];
    let fixed = fixed.map(|(path, text)| (path.to_owned(), text.to_owned()));
    made.into_iter().map(|file| (file.path, file.text)).chain(fixed).collect()
}
