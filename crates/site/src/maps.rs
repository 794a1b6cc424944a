//! Maps of the site for programs: for search engines, and for systems that know letters by their ids or references.

use letters::export::Value;
use letters::ids::Language;

use crate::File;
use crate::holdings::Holdings;
use crate::html::escaped;
use crate::lists;
use crate::settings::Settings;

/// The number of addresses in a file of the sitemap protocol; 50,000 are allowed, and the alternates make them long.
const IN_SITEMAP: usize = 10_000;

/// `sitemap.xml` with its parts, and `robots.txt`; none if the address of the site is not known.
pub fn of_search_engines(holdings: &Holdings, settings: &Settings) -> Vec<File> {
    let Some(site) = &settings.address else { return Vec::new() };
    let address = |path: &str| escaped(format!("{site}{path}"));
    let mut entries: Vec<String> = Vec::new();
    for work in holdings.works() {
        let versions = &work.letter.versions;
        let alternates: String = versions
            .iter()
            .map(|version| (version.language.tag(), work.page(version.language)))
            .chain([("x-default", work.chooser())])
            .map(|(tag, path)| {
                format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>", address(&path))
            })
            .collect();
        entries.extend(versions.iter().map(|version| {
            format!("<url><loc>{}</loc>{alternates}</url>\n", address(&work.page(version.language)))
        }));
    }
    let homes = Language::ALL.map(|language| lists::path(language, "index"));
    entries.extend(homes.iter().map(|path| format!("<url><loc>{}</loc></url>\n", address(path))));
    let parts: Vec<File> = entries
        .chunks(IN_SITEMAP)
        .enumerate()
        .map(|(number, entries)| {
            let text = format!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                 xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{}</urlset>\n",
                entries.concat()
            );
            File::new(format!("sitemap-{}.xml", number + 1), text)
        })
        .collect();
    let listed = parts.iter().map(|part| format!("<sitemap><loc>{}</loc></sitemap>\n", address(&part.path)));
    let index = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</sitemapindex>\n",
        listed.collect::<String>()
    );
    let robots = format!("User-agent: *\nAllow: /\nSitemap: {site}sitemap.xml\n");
    parts.into_iter().chain([File::new("sitemap.xml", index), File::new("robots.txt", robots)]).collect()
}

/// `resolve.json`: each letter with its id, its reference and its pages by language, for systems that link to letters.
pub fn of_ids(holdings: &Holdings) -> File {
    let text = |text: String| Value::Text(text);
    let entries = holdings.works().iter().map(|work| {
        let letter = &work.letter;
        let mut members = vec![("id", text(letter.id.to_string()))];
        if let Some(reference) = letter.versions.iter().find_map(|version| version.reference.clone()) {
            members.push(("reference", text(reference)));
        }
        if let Some(date) = letter.date {
            members.push(("date", text(date.to_string())));
        }
        members.push(("page", text(work.chooser())));
        let pages = letter
            .versions
            .iter()
            .map(|version| (version.language.code(), text(work.page(version.language))));
        members.push(("pages", Value::Object(pages.collect())));
        Value::Object(members)
    });
    File::new("resolve.json", Value::List(entries.collect()).to_json() + "\n")
}
