//! The letters that ship, as a site: as `circulars publish` makes it; and a page of another system with a letter of it.

use std::collections::HashMap;
use std::path::Path;

use letters::catalogue::Catalogue;
use serde_json::Value;
use site::{File, Holdings, Part, Particulars, Settings, checksums};

use crate::shipped::{self, Shipped};

/// The files of the site, by their path in it. Its programs are those of the bundle.
pub(crate) fn of(root: &Path) -> HashMap<String, String> {
    let letters = shipped::letters(root);
    let catalogue = Catalogue::of(letters.iter().map(|letter| (letter.file.clone(), &letter.version)));
    let mut holdings = Holdings::of(catalogue);
    for Shipped { version, .. } in &letters {
        let metadata = &version.letter().metadata;
        if let (Some(id), Some(language)) = (metadata.letterhead.ids.first(), metadata.language) {
            holdings.add_particulars(id, language, Particulars::of(version));
        }
    }
    let holdings = holdings;
    let settings = Settings {
        // The same on each of the server's origins.
        address: Some("/published/site/".to_owned()),
        programs: Some("programs".to_owned()),
        has_fragments: true,
        ..Settings::default()
    };
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
            let slice = holdings.absolute_slice(work, "/published/site/");
            let fragment = site::letter_page::fragment(work, &slice, language, (version, source), &settings);
            made.extend(fragment.into_iter().flatten());
        }
    }
    let fixed = [
        ("site.css", site::STYLE),
        ("site.js", site::SCRIPT),
        ("check.js", site::CHECK),
        ("fragment.css", site::FRAGMENT_STYLE),
    ];
    let fixed = fixed.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let lists: Vec<(String, String)> = holdings
        .works()
        .iter()
        .map(|work| {
            let files: Vec<File> = made
                .iter()
                .filter(|file| file.path.starts_with(&format!("{}/", work.folder)))
                .cloned()
                .collect();
            let list = checksums::list(&checksums::sums(&work.folder, &files));
            (checksums::path_in(&work.folder), list)
        })
        .collect();
    made.into_iter().map(|file| (file.path, file.text)).chain(fixed).chain(lists).collect()
}

/// A page as a theme of WordPress makes it around the version, `letters/cl-20-43/fr`, of the site. None if the site has no fragment of it.
pub(crate) fn in_wordpress(site: &HashMap<String, String>, version: &str) -> Option<String> {
    let fragment = site.get(&format!("{version}.fragment.html"))?;
    let head: Value = serde_json::from_str(site.get(&format!("{version}.head.json"))?).ok()?;
    let text = |name: &str| head.get(name).and_then(Value::as_str).unwrap_or_default();
    let list = |name: &str| head.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let all = |name: &str, written: &dyn Fn(&str) -> String| {
        list(name).iter().filter_map(|address| Some(written(address.as_str()?))).collect::<String>()
    };
    let links = all("styles", &|address| format!("<link rel=\"stylesheet\" href=\"{address}\">"));
    let scripts = all("scripts", &|address| format!("<script type=\"module\" src=\"{address}\"></script>"));
    Some(format!(
        "<!doctype html><html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\"><script src=\"/watch.js\"></script><title>{}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>{THEME}</style>{links}{scripts}</head>\
         <body class=\"single single-post\"><header class=\"wp-block-template-part\"><p>A site</p></header>\
         <main class=\"wp-block-group\"><h1 class=\"wp-block-post-title\">{}</h1>\
         <div class=\"entry-content wp-block-post-content is-layout-constrained\">{fragment}</div></main></body></html>",
        text("lang"),
        text("dir"),
        text("title"),
        text("title"),
    ))
}

/// What themes say of what stands in a post.
const THEME: &str = "\
    body { margin: 0; font: 1.1rem/1.7 Georgia, serif; } \
    .is-layout-constrained > * { max-width: 640px; margin-inline: auto; margin-block: 0; } \
    .is-layout-constrained > * + * { margin-block-start: 24px; } \
    .entry-content a { text-decoration: underline wavy; } .entry-content p { line-height: 2; }";
