//! `circulars publish`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde_json::Value;

use crate::{Answer, Folder, circulars, letter};

const ADDRESS: &str = "https://www.example.org/letters/";

/// A folder with programs, which are no real ones.
fn with_programs(folder: Folder) -> Folder {
    folder
        .with("viewer/circular-letter.js", "// A program.")
        .with("viewer/letter.css", "")
        .with("viewer/word.js", "")
}

fn publish(letters: &str, folder: &Folder, more: &[&str]) -> Answer {
    let (out, viewer) = (format!("{}/site", folder.path()), format!("{}/viewer", folder.path()));
    circulars(
        &[&["publish", letters, "--out", &out, "--viewer", &viewer, "--address", ADDRESS], more].concat(),
    )
}

/// The files of the site, by their path in it.
fn files(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let root = Path::new(folder.path()).join("site");
    let mut files = BTreeMap::new();
    collect(&root, &root, &mut files);
    files
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

fn text<'site>(site: &'site BTreeMap<String, Vec<u8>>, path: &str) -> &'site str {
    std::str::from_utf8(site.get(path).unwrap()).unwrap()
}

/// The values of the attribute in the HTML.
fn values<'html>(html: &'html str, attribute: &str) -> Vec<&'html str> {
    let begin = format!(" {attribute}=\"");
    html.split(&begin).skip(1).filter_map(|rest| rest.split_once('"')).map(|(value, _)| value).collect()
}

/// The path that a relative address leads to from a page, and the place in it.
fn resolved(page: &str, address: &str) -> (String, String) {
    let (path, place) = address.split_once('#').unwrap_or((address, ""));
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    if path.is_empty() {
        return (page.to_owned(), place.to_owned());
    }
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    (parts.join("/"), place.to_owned())
}

#[test]
fn every_link_of_a_site_leads_somewhere() {
    let folder = with_programs(Folder::new("publish-links"));
    let answer = publish("letters", &folder, &[]);
    assert_eq!((answer.stdout.as_str(), answer.status), ("", Some(0)), "{}", answer.stderr);
    let site = files(&folder);
    let pages: Vec<&String> = site.keys().filter(|path| path.ends_with(".html")).collect();
    assert!(pages.len() > 200, "{}", pages.len());
    let mut broken = Vec::new();
    for page in pages {
        let html = text(&site, page);
        for address in values(html, "href").into_iter().chain(values(html, "src")) {
            if address.contains(':') {
                continue;
            }
            let (path, place) = resolved(page, address);
            let is_there = site.get(&path).is_some_and(|target| {
                let target = String::from_utf8_lossy(target);
                place.is_empty() || target.contains(&format!(" id=\"{place}\""))
            });
            if !is_there {
                broken.push(format!("{page}: {address}"));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn the_versions_of_a_letter_name_each_other_and_the_page_that_leads_to_all() {
    let folder = with_programs(Folder::new("publish-versions"));
    publish("letters", &folder, &[]);
    let site = files(&folder);
    let alternates = |path: &str| -> BTreeSet<String> {
        let html = text(&site, path);
        let links = html.lines().filter(|line| line.starts_with("<link rel=\"alternate\" hreflang="));
        links.flat_map(|line| values(line, "href")).map(str::to_owned).collect()
    };
    let mut named = 0;
    for path in site.keys().filter(|path| path.starts_with("letters/") && path.ends_with(".html")) {
        let versions = alternates(path);
        if versions.is_empty() {
            continue;
        }
        named += 1;
        assert!(versions.contains(&format!("{ADDRESS}{path}")), "{path} names itself");
        for other in versions.iter().filter(|address| !address.ends_with("/index.html")) {
            let other = other.strip_prefix(ADDRESS).unwrap();
            assert_eq!(alternates(other), versions, "{other} names what {path} names");
        }
    }
    assert_eq!(named, 42);
    // A language that the letter lacks has a page that says so, which no search engine lists.
    let missing = text(&site, "letters/bdt-902/fr.html");
    assert!(
        missing.contains("<meta name=\"robots\" content=\"noindex\">")
            && missing.contains("href=\"ar.html\"")
    );
    assert!(!text(&site, "sitemap-1.xml").contains("bdt-902/fr.html"));
}

#[test]
fn a_page_is_complete_without_a_script() {
    let folder = with_programs(Folder::new("publish-page"));
    publish("letters", &folder, &[]);
    let site = files(&folder);
    let page = text(&site, "letters/cl-2020-43/fr.html");
    for part in [
        "<html lang=\"fr\" dir=\"ltr\">",
        "<circular-letter catalogue=\"catalogue.json\" letter=\"sg/cl/2020/43\" lang=\"fr\"",
        "<article data-record=",
        "href=\"ar.html\" lang=\"ar\" hreflang=\"ar\" dir=\"rtl\"",
        "<dt>Contact</dt><dd>M. Bilel Jamoussi",
        "<h2>Références</h2>",
        "circular-letter.js\"></script>",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let json = page
        .split("<script type=\"application/ld+json\">")
        .nth(1)
        .and_then(|rest| rest.split("</script>").next());
    let data: Value = serde_json::from_str(json.unwrap()).unwrap();
    assert_eq!(data["@type"], serde_json::json!(["Message", "DigitalDocument"]));
    assert_eq!(data["about"][0]["@type"], "Event");
    let record: Value = serde_json::from_str(text(&site, "letters/cl-2020-43/fr.json")).unwrap();
    assert_eq!(record["letter"]["ids"][0], "sg/cl/2020/43");
    let slice: Value = serde_json::from_str(text(&site, "letters/cl-2020-43/catalogue.json")).unwrap();
    assert!(
        slice["letters"]
            .as_array()
            .unwrap()
            .iter()
            .any(|letter| letter["versions"][0]["record"] == "ar.json")
    );
    let ids: Value = serde_json::from_str(text(&site, "resolve.json")).unwrap();
    assert_eq!(ids.as_array().unwrap().len(), 21);
    // What is for the standalone page alone is not copied.
    assert!(!site.keys().any(|path| path.ends_with("/word.js")));
}

fn times(folder: &Folder) -> BTreeMap<String, SystemTime> {
    let root = PathBuf::from(folder.path()).join("site");
    files(folder)
        .into_keys()
        .map(|path| (path.clone(), fs::metadata(root.join(path)).unwrap().modified().unwrap()))
        .collect()
}

#[test]
fn a_second_run_changes_what_has_changed_and_no_more() {
    let folder = with_programs(Folder::new("publish-again"))
        .with("letters/one/en.md", letter("CL-24/1", "This letter stands alone."))
        .with("letters/two/en.md", letter("CL-24/2", "See Circular Letter CL-24/1."))
        .with("site/own.txt", "of somebody else");
    let letters = format!("{}/letters", folder.path());
    assert_eq!(publish(&letters, &folder, &[]).status, Some(0));
    let (first, written) = (files(&folder), times(&folder));
    assert_eq!(publish(&letters, &folder, &[]).status, Some(0));
    assert_eq!(times(&folder), written, "nothing has changed");
    // Another folder gets the same bytes.
    let other = with_programs(Folder::new("publish-other")).with("site/own.txt", "of somebody else");
    assert_eq!(publish(&letters, &other, &[]).status, Some(0));
    assert!(files(&other) == first, "the same letters give the same bytes");
    // After an interrupted run, its files are of the site.
    let root = Path::new(folder.path());
    fs::remove_file(root.join("site.state")).unwrap();
    fs::write(root.join("site.state.new"), "letters/cl-2024-1/en.html\nindex.html\n").unwrap();
    fs::write(root.join("site/index.html"), "half of a pa").unwrap();
    let answer = publish(&letters, &folder, &[]);
    assert!(!answer.stderr.contains("not of this site"), "{}", answer.stderr);
    assert!(files(&folder) == first && !root.join("site.state.new").exists());
    // Another look is on every page.
    let folder = folder.with("footer.html", "<footer>The house</footer>\n");
    let footer = format!("{}/footer.html", folder.path());
    assert_eq!(publish(&letters, &folder, &["--footer", &footer]).status, Some(0));
    assert!(text(&files(&folder), "letters/cl-2024-1/en.html").contains("<footer>The house</footer>"));
    // A letter that says something of another one changes its page too.
    let supersedes = "This letter supersedes Circular Letter CL-24/1.";
    let folder = folder.with("letters/two/en.md", letter("CL-24/2", supersedes));
    assert_eq!(publish(&letters, &folder, &[]).status, Some(0));
    assert!(text(&files(&folder), "letters/cl-2024-1/en.html").contains("class=\"standing\""));
    // What is gone is gone from the site, and what is not of the site stays.
    fs::remove_dir_all(Path::new(folder.path()).join("letters/two")).unwrap();
    assert_eq!(publish(&letters, &folder, &[]).status, Some(0));
    let last = files(&folder);
    assert!(!last.keys().any(|path| path.contains("cl-2024-2")));
    assert_eq!(text(&last, "own.txt"), "of somebody else");
    assert!(!text(&last, "letters/cl-2024-1/en.html").contains("class=\"standing\""));
}

#[test]
fn a_letter_leads_to_those_that_belong_with_it() {
    let cites = "See Resolution 99 (Rev. Dubai, 2018) of the Plenipotentiary Conference.";
    let folder =
        with_programs(Folder::new("publish-dossiers")).with("letters/one/en.md", letter("CL-24/1", cites));
    publish(&folder.file("letters"), &folder, &[]);
    let page = |folder: &Folder| text(&files(folder), "letters/cl-2024-1/en.html").to_owned();
    assert!(!page(&folder).contains("class=\"related\""), "it stands alone");
    // The second letter changes the page of the first.
    let folder = folder.with("letters/two/en.md", letter("CL-24/2", cites));
    publish(&folder.file("letters"), &folder, &[]);
    assert!(page(&folder).contains("<a href=\"../../lists/en/on-pp-res-99.html\">"), "{}", page(&folder));
}

#[test]
fn a_letter_with_errors_stops_only_itself() {
    let folder = with_programs(Folder::new("publish-errors"))
        .with("letters/one/en.md", letter("CL-24/1", "A letter."))
        .with("letters/copy/en.md", letter("CL-24/1", "The same letter again."))
        .with("letters/none/en.md", "%PDF-1.7")
        .with("letters/empty/en.md", "")
        .with("site/index.html", "of somebody else");
    let letters = format!("{}/letters", folder.path());
    let answer = publish(&letters, &folder, &[]);
    assert_eq!(answer.status, Some(1));
    for part in
        ["none/en.md: is not text", "empty/en.md: ", "as ", "index.html is not of this site, and is left"]
    {
        assert!(answer.stderr.contains(part), "{part} in {}", answer.stderr);
    }
    let site = files(&folder);
    assert!(site.contains_key("letters/cl-2024-1/en.html"));
    assert_eq!(text(&site, "index.html"), "of somebody else");
    assert_eq!(publish(&letters, &folder, &[]).status, Some(1), "it is in the way of the next run too");
    publish(&letters, &folder, &["--force"]);
    assert!(text(&files(&folder), "index.html").starts_with("<!doctype html>"));
}

#[test]
fn a_published_letter_that_has_an_error_now_keeps_its_page() {
    let folder = with_programs(Folder::new("publish-error-later"))
        .with("letters/one/en.md", letter("CL-24/1", "The meeting opens on 1 July 2024."))
        .with("letters/two/en.md", letter("CL-24/2", "Other words."));
    let letters = format!("{}/letters", folder.path());
    publish(&letters, &folder, &[]);
    let before = files(&folder);
    fs::write(
        folder.file("letters/one/en.md"),
        letter("CL-24/1", "The meeting opens on 1 July 2024.").replace("3 May", "31 April"),
    )
    .unwrap();
    // Another letter changes what the site says of it.
    fs::write(
        folder.file("letters/two/en.md"),
        letter("CL-24/2", "This letter supersedes Circular Letter CL-24/1."),
    )
    .unwrap();
    let answer = publish(&letters, &folder, &[]);
    assert_eq!(answer.status, Some(1));
    assert!(answer.stderr.contains("one/en.md: "), "{}", answer.stderr);
    let after = files(&folder);
    for file in ["en.html", "en.json", "en.md"] {
        let path = format!("letters/cl-2024-1/{file}");
        assert_eq!(before.get(&path), after.get(&path), "{path}");
    }
    assert_sums(&after);
    // What it says is in the calendars as it was.
    let calendar = "calendars/all-en.ics";
    assert!(text(&before, calendar).contains("DTSTART;VALUE=DATE:20240701"));
    assert!(text(&after, calendar).contains("DTSTART;VALUE=DATE:20240701"));
    // Once it is as it was, its page says what the other letter has done to it.
    let restored = letter("CL-24/1", "The meeting opens on 1 July 2024.");
    fs::write(folder.file("letters/one/en.md"), restored).unwrap();
    assert_eq!(publish(&letters, &folder, &[]).status, Some(0));
    assert!(text(&files(&folder), "letters/cl-2024-1/en.html").contains("class=\"standing\""));
    // With other options too, a letter that has an error keeps its page.
    fs::write(folder.file("letters/one/en.md"), "").unwrap();
    publish(&letters, &folder, &["--fragments"]);
    assert!(files(&folder).contains_key("letters/cl-2024-1/en.html"));
    // Once it has none, it is published anew.
    fs::write(folder.file("letters/one/en.md"), letter("CL-24/1", "Last words.")).unwrap();
    assert_eq!(publish(&letters, &folder, &[]).status, Some(0));
    assert!(text(&files(&folder), "letters/cl-2024-1/en.html").contains("Last words."));
}

/// Every file is in a list of sums, with its sum.
fn assert_sums(site: &BTreeMap<String, Vec<u8>>) {
    let mut listed = BTreeSet::from(["SHA256SUMS".to_owned()]);
    for list in site.keys().filter(|path| path.ends_with("SHA256SUMS")) {
        let folder = list.strip_suffix("SHA256SUMS").unwrap();
        for line in text(site, list).lines() {
            let (sum, name) = line.split_once("  ").unwrap();
            let path = format!("{folder}{name}");
            assert_eq!(site::checksums::sum(site.get(&path).unwrap()), sum, "{path}");
            listed.insert(path);
        }
    }
    assert_eq!(listed, site.keys().cloned().collect());
}

#[test]
fn every_file_of_a_site_has_its_sum_in_a_list_after_any_run() {
    let folder = with_programs(Folder::new("publish-sums"))
        .with("letters/one/en.md", letter("CL-24/1", "First words."))
        .with("letters/two/en.md", letter("CL-24/2", "Other words."));
    let letters = format!("{}/letters", folder.path());
    publish(&letters, &folder, &["--fragments"]);
    assert_sums(&files(&folder));
    fs::remove_dir_all(folder.file("letters/two")).unwrap();
    publish(&letters, &folder, &["--fragments"]);
    assert_sums(&files(&folder));
    // As if it had been interrupted: all is made again, and what is damaged is repaired.
    fs::write(folder.file("site.state.new"), "letters/cl-2024-1/en.ht").unwrap();
    fs::write(folder.file("site/letters/cl-2024-1/en.html"), "damaged").unwrap();
    publish(&letters, &folder, &["--fragments"]);
    assert_sums(&files(&folder));
}

#[test]
fn a_site_without_its_state_is_taken_up_again_by_its_sums() {
    let folder = with_programs(Folder::new("publish-moved"))
        .with("letters/one/en.md", letter("CL-24/1", "First words."))
        .with("letters/two/en.md", letter("CL-24/2", "Other words."));
    publish(&folder.file("letters"), &folder, &[]);
    let first = files(&folder);
    fs::remove_file(folder.file("site.state")).unwrap();
    fs::remove_dir_all(folder.file("letters/two")).unwrap();
    // What is not as the list says is of somebody else.
    fs::write(folder.file("site/letters/cl-2024-2/en.md"), "Written by hand.").unwrap();
    let answer = publish(&folder.file("letters"), &folder, &[]);
    assert_eq!(answer.status, Some(0), "{}", answer.stderr);
    let after = files(&folder);
    let of_two: Vec<&String> = after.keys().filter(|path| path.contains("cl-2024-2")).collect();
    assert_eq!(of_two, ["letters/cl-2024-2/en.md"]);
    assert_eq!(first.get("letters/cl-2024-1/en.html"), after.get("letters/cl-2024-1/en.html"));
    // Also where the run that took it up was interrupted.
    fs::remove_file(folder.file("site.state")).unwrap();
    fs::write(folder.file("site.state.new"), "").unwrap();
    fs::write(folder.file("letters/one/en.md"), letter("CL-24/1", "Changed words.")).unwrap();
    assert_eq!(publish(&folder.file("letters"), &folder, &[]).status, Some(0));
    assert!(text(&files(&folder), "letters/cl-2024-1/en.html").contains("Changed words."));
}

#[test]
fn two_runs_do_not_write_one_site() {
    let folder =
        with_programs(Folder::new("publish-twice")).with("letters/one/en.md", letter("CL-24/1", "A."));
    fs::create_dir_all(folder.file("site")).unwrap();
    let site = fs::File::open(folder.file("site")).unwrap();
    site.lock().unwrap();
    let answer = publish(&folder.file("letters"), &folder, &[]);
    assert_eq!(answer.status, Some(1));
    assert!(answer.stderr.contains("another run writes"), "{}", answer.stderr);
    drop(site);
    assert_eq!(publish(&folder.file("letters"), &folder, &[]).status, Some(0));
}

#[test]
fn a_folder_without_the_letters_of_the_site_does_not_empty_it() {
    let folder =
        with_programs(Folder::new("publish-loss")).with("letters/one/en.md", letter("CL-24/1", "Words."));
    publish(&folder.file("letters"), &folder, &[]);
    let before = files(&folder);
    fs::create_dir_all(folder.file("other")).unwrap();
    let answer = publish(&folder.file("other"), &folder, &[]);
    assert_eq!(answer.status, Some(1));
    assert!(answer.stderr.contains("lacks 1 of the 1 letters of the site"), "{}", answer.stderr);
    assert_eq!(files(&folder), before);
    assert_eq!(publish(&folder.file("other"), &folder, &["--force"]).status, Some(0));
    assert!(!files(&folder).contains_key("letters/cl-2024-1/en.html"));
}

#[test]
fn a_site_is_not_written_into_the_folder_of_its_letters() {
    let folder = Folder::new("publish-within").with("letters/one/en.md", letter("CL-24/1", "Words."));
    let (letters, out) = (folder.file("letters"), folder.file("letters/site"));
    let answer = circulars(&["publish", &letters, "--out", &out]);
    assert_eq!(answer.status, Some(1));
    assert!(answer.stderr.contains("a site has a folder of its own"), "{}", answer.stderr);
}

#[test]
fn fragments_have_no_shell_and_only_addresses_that_lead_from_anywhere() {
    let folder = with_programs(Folder::new("publish-fragments"));
    let answer = publish("letters/cl-24-901", &folder, &["--fragments"]);
    assert_eq!(answer.status, Some(0), "{}", answer.stderr);
    let site = files(&folder);
    let fragment = text(&site, "letters/cl-2024-901/fr.fragment.html");
    assert!(
        !fragment.contains("<html") && !fragment.contains("<nav") && !fragment.contains("<h1"),
        "{fragment}"
    );
    let addresses = values(fragment, "href").into_iter().chain(values(fragment, "catalogue"));
    for address in addresses {
        assert!(address.starts_with('#') || address.contains(':'), "{address}");
    }
    let catalogue = format!("{ADDRESS}letters/cl-2024-901/catalogue.json");
    assert_eq!(values(fragment, "catalogue"), [catalogue]);
    // What is in the head of the page is in that of the fragment.
    let head: Value = serde_json::from_str(text(&site, "letters/cl-2024-901/fr.head.json")).unwrap();
    let page = text(&site, "letters/cl-2024-901/fr.html");
    assert_eq!(head["lang"], "fr");
    for alternate in head["alternates"].as_array().unwrap() {
        assert!(page.contains(&format!("href=\"{}\"", alternate["href"].as_str().unwrap())));
    }
    assert_eq!(head["alternates"].as_array().unwrap().len(), 7);
    assert_eq!(head["linkedData"]["identifier"], "sg/cl/2024/901");
    for file in head["styles"].as_array().unwrap().iter().chain(head["scripts"].as_array().unwrap()) {
        let path = file.as_str().unwrap().strip_prefix(ADDRESS).unwrap();
        assert!(site.contains_key(path), "{path}");
    }
}

#[test]
fn fragments_need_the_address_of_the_site() {
    let answer = circulars(&["publish", "letters", "--out", "nowhere", "--fragments"]);
    assert_eq!(answer.status, Some(2));
    assert!(answer.stderr.contains("--address"), "{}", answer.stderr);
}
