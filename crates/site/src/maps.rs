//! Maps of the site for programs: for search engines, and for systems that know letters by their ids or references.

use letters::catalogue::CataloguedVersion;
use letters::export::Value;
use letters::ids::Language;

use crate::File;
use crate::holdings::{Holdings, Work};
use crate::html::escaped;
use crate::lists;
use crate::settings::Settings;

/// The number of letters in a file of the sitemap protocol: with six versions each, their addresses are a fifth of the 50,000 that
/// are allowed, because the alternates make them long.
const IN_SITEMAP: usize = 1_500;

/// Makes the root of the site, and all maps.
pub(crate) fn all(holdings: &Holdings, settings: &Settings, take: &mut dyn FnMut(File)) {
    take(lists::root(settings));
    take(of_ids(holdings));
    if let Some(site) = &settings.address {
        of_search_engines(holdings, site, settings, take);
    }
}

/// Makes `sitemap.xml` with its parts, and `robots.txt`, for the site at the address. Pages that declare themselves copies are not in
/// it.
fn of_search_engines(holdings: &Holdings, site: &str, settings: &Settings, take: &mut dyn FnMut(File)) {
    let address = |path: &str| escaped(format!("{site}{path}"));
    let home = |language| format!("<url><loc>{}</loc></url>\n", address(&lists::path(language, "index")));
    let of_works = |works: &[Work]| works.iter().map(|work| of_work(work, &address, settings)).collect();
    let parts = [Language::ALL.map(home).concat()].into_iter();
    let parts = parts.chain(holdings.works().chunks(IN_SITEMAP).map(of_works));
    let mut index = String::new();
    for (number, entries) in (1..).zip(parts.filter(|entries: &String| !entries.is_empty())) {
        let path = format!("sitemap-{number}.xml");
        index += &format!("<sitemap><loc>{}</loc></sitemap>\n", address(&path));
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
             xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n"
        );
        take(File::new(path, text));
    }
    let index = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{index}</sitemapindex>\n"
    );
    take(File::new("sitemap.xml", index));
    take(File::new("robots.txt", format!("User-agent: *\nAllow: /\nSitemap: {site}sitemap.xml\n")));
}

/// The versions of a letter, each with the others.
fn of_work(work: &Work, address: &dyn Fn(&str) -> String, settings: &Settings) -> String {
    let is_original = |version: &&CataloguedVersion| settings.address_at_itu(&work.letter, version).is_none();
    let versions: Vec<&CataloguedVersion> = work.letter.versions.iter().filter(is_original).collect();
    let alternates: String = versions
        .iter()
        .map(|version| (version.language.tag(), work.page(version.language)))
        .chain([("x-default", work.chooser())])
        .map(|(tag, path)| {
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{}\"/>", address(&path))
        })
        .collect();
    let entry = |version: &CataloguedVersion| {
        format!("<url><loc>{}</loc>{alternates}</url>\n", address(&work.page(version.language)))
    };
    versions.into_iter().map(entry).collect()
}

/// `resolve.json`: each letter with its id, its reference and its pages by language, for systems that link to letters.
fn of_ids(holdings: &Holdings) -> File {
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
