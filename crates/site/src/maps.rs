//! Maps of the site for programs: for search engines, and for systems that know letters by their ids or references.

use letters::catalogue::{CataloguedLetter, CataloguedVersion};
use letters::export::Value;
use letters::ids::{Language, full_folder_name};
use letters::resolver;

use crate::File;
use crate::holdings::{Holdings, Work};
use crate::html::{element, escaped};
use crate::settings::{Redirects, Settings};
use crate::{index, lists};

/// The number of letters in a file of the sitemap protocol: with six versions each, their addresses are a fifth of the 50,000 that
/// are allowed, because the alternates make them long.
const IN_SITEMAP: usize = 1_500;

/// Makes the root of the site, that of the index, and all maps.
pub(crate) fn all(holdings: &Holdings, settings: &Settings, take: &mut dyn FnMut(File)) {
    take(lists::root(settings));
    take(index::root(holdings));
    take(of_ids(holdings));
    if let Some(kind) = settings.redirects {
        take(redirects(holdings, kind, settings));
    }
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

/// `resolve.json`: each letter with its id, its number at the ITU, its reference, its Akoma Ntoso address and its pages by language, a
/// line for each; for systems that link to letters.
fn of_ids(holdings: &Holdings) -> File {
    let text = |text: String| Value::Text(text);
    let mut json = String::from("[");
    for (number, work) in holdings.works().iter().enumerate() {
        let letter = &work.letter;
        let md = letter.versions.iter().find_map(|version| md_path(letter, version));
        let known = [
            ("md", md.and_then(|path| path.split('/').nth(2).map(str::to_owned))),
            ("reference", reference(letter).map(str::to_owned)),
            ("date", letter.date.map(|date| date.to_string())),
            ("akn", akoma_ntoso(letter)),
        ];
        let known = known.into_iter().filter_map(|(name, value)| Some((name, text(value?))));
        let pages = letter.versions.iter().map(|version| version.language);
        let pages = pages.map(|language| (language.code(), text(work.page(language))));
        let members = [("id", text(letter.id.to_string()))].into_iter().chain(known);
        let members =
            members.chain([("page", text(work.chooser())), ("pages", Value::Object(pages.collect()))]);
        json += if number > 0 { ",\n" } else { "\n" };
        Value::Object(members.collect()).write_compact(&mut json);
    }
    File::new("resolve.json", json + "\n]\n")
}

fn reference(letter: &CataloguedLetter) -> Option<&str> {
    let english = letter.version(Language::English).into_iter();
    english.chain(&letter.versions).find_map(|version| version.reference.as_deref())
}

/// The address of the letter as a work of the United Nations' profile of Akoma Ntoso (AKN4UN, guidelines part 1, “Naming convention”):
/// `/akn/un/doc/communication/itu-sg/2020-10-05/CL-2020-43`. The number is that of the id, which is the same in all languages. None if
/// it lacks a date or an issuer.
fn akoma_ntoso(letter: &CataloguedLetter) -> Option<String> {
    let number = full_folder_name(&letter.id).to_ascii_uppercase();
    Some(format!("/akn/un/doc/communication/itu-{}/{}/{number}", letter.issuer?.code(), letter.date?))
}

/// The path of the version at the ITU, where a rule gives it for certain: `/md/S20-SG-CIR-0043/fr`.
fn md_path(letter: &CataloguedLetter, version: &CataloguedVersion) -> Option<String> {
    let address = resolver::certain_address(&letter.id, letter.date, version.status, version.language)?;
    Some(format!("/{}", address.split_once("://")?.1.split_once('/')?.1))
}

/// The file by which a server leads from the paths of letters at the ITU to their pages; each letter also without its language.
fn redirects(holdings: &Holdings, kind: Redirects, settings: &Settings) -> File {
    let root = settings.address.as_deref().unwrap_or("/");
    let mut text = String::new();
    let mut add = |from: &str, to: &str| match kind {
        Redirects::Netlify => text += &format!("{from} {root}{to} 301\n"),
        Redirects::Nginx => text += &format!("\"{from}\" \"{root}{to}\";\n"),
        Redirects::Iis => {
            let key = element("add", &[("key", from), ("value", &format!("{root}{to}"))], "");
            text += &format!("      {key}\n");
        }
    };
    for work in holdings.works() {
        let paths = work.letter.versions.iter();
        let paths = paths.filter_map(|version| Some((version.language, md_path(&work.letter, version)?)));
        for (place, (language, path)) in paths.enumerate() {
            if let Some((letter, _)) = path.rsplit_once('/').filter(|_| place == 0) {
                add(letter, &work.chooser());
            }
            add(&path, &work.page(language));
        }
    }
    match kind {
        Redirects::Netlify => File::new("_redirects", text),
        Redirects::Nginx => File::new("redirects.nginx.conf", text),
        Redirects::Iis => File::new(
            "web.config",
            format!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer><rewrite>\n    <rewriteMaps><rewriteMap name=\"Circulars\">\n{text}    </rewriteMap></rewriteMaps>\n    \
                 <rules><rule name=\"Circulars\" stopProcessing=\"true\">\n      <match url=\".*\"/>\n      \
                 <conditions><add input=\"{{Circulars:{{PATH_INFO}}}}\" pattern=\"(.+)\"/></conditions>\n      \
                 <action type=\"Redirect\" url=\"{{C:1}}\" redirectType=\"Permanent\"/>\n    </rule></rules>\n  </rewrite></system.webServer>\n</configuration>\n"
            ),
        ),
    }
}
