//! What a site has of its letters.

#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use std::collections::HashMap;

use letters::audience::Audience;
use letters::catalogue::{Catalogue, CataloguedDate, CataloguedLetter, CataloguedVersion};
use letters::export::Occasion;
use letters::ids::{Date, Language};
use letters::letter::{Contact, DateKind, Issuer, Status};
use quick_xml::events::Event;
use serde_json::Value;
use site::{Canonical, File, Holdings, Part, Particulars, Redirects, Settings, letter_page};

fn version(language: Language, subject: &str) -> CataloguedVersion {
    CataloguedVersion {
        language,
        file: String::new(),
        status: Status::AsIssued,
        reference: None,
        subject: Some(subject.to_owned()),
    }
}

fn letter(id: &str, date: &str) -> CataloguedLetter {
    CataloguedLetter {
        date: Date::from_iso(date),
        versions: vec![version(Language::Arabic, "رسالة"), version(Language::English, "A & B <C>")],
        ..CataloguedLetter::not_held(id.parse().unwrap())
    }
}

fn holdings(letters: Vec<CataloguedLetter>) -> Holdings {
    Holdings::of(Catalogue::from_entries(letters))
}

/// What a site has of all its letters.
fn made(holdings: &Holdings, settings: &Settings) -> Vec<File> {
    Part::all().into_iter().flat_map(|part| part.files(holdings, settings)).collect()
}

fn with_address() -> Settings {
    Settings { address: Some("https://example.org/".to_owned()), ..Settings::default() }
}

/// The text of the only element with the name, or of the first.
fn first<'xml>(xml: &'xml str, name: &str) -> &'xml str {
    xml.split(&format!("<{name}>")).nth(1).and_then(|rest| rest.split('<').next()).unwrap()
}

fn assert_well_formed(file: &File) {
    let mut reader = quick_xml::Reader::from_str(&file.text);
    loop {
        let event = reader.read_event();
        assert!(event.is_ok(), "{}: {event:?}", file.path);
        if matches!(event, Ok(Event::Eof)) {
            break;
        }
    }
}

#[test]
fn the_slice_of_a_letter_has_what_its_page_needs_and_no_more() {
    let mut cited = letter("sg/cl/2019/1", "2019-01-01");
    let mut citing = letter("sg/cl/2020/2", "2020-01-01");
    citing.cites.push(cited.id.clone());
    cited.cites.push("sg/cl/2018/9".parse().unwrap());
    let mut superseding = letter("sg/cl/2021/3", "2021-01-01");
    superseding.supersedes.push(cited.id.clone());
    let mut reader = letter("sg/cl/2022/4", "2022-01-01");
    reader.cites.push(citing.id.clone());
    let other = letter("sg/cl/2023/5", "2023-01-01");
    let holdings = holdings(vec![cited, citing.clone(), superseding, reader, other]);
    let slice = holdings.slice(holdings.get(&citing.id).unwrap());
    let ids: Vec<String> = slice.letters.iter().map(|letter| letter.id.to_string()).collect();
    assert_eq!(ids, ["sg/cl/2019/1", "sg/cl/2020/2", "sg/cl/2021/3", "sg/cl/2022/4"]);
    let files: Vec<&str> =
        slice.letters.iter().flat_map(|letter| &letter.versions).map(|version| &*version.file).collect();
    assert_eq!(files[..4], ["../cl-2019-1/ar.html", "../cl-2019-1/en.html", "ar.html", "en.html"]);
    // What the others cite is of no use here.
    assert!(slice.letters.first().unwrap().cites.is_empty());
}

#[test]
fn a_feed_has_the_newest_letters_and_its_archives_the_others() {
    let letters = (1..=60).map(|number| {
        letter(&format!("sg/cl/{}/{number}", 2000 + number / 20), &format!("{}-03-01", 2000 + number / 20))
    });
    let holdings = holdings(letters.collect());
    let files = made(&holdings, &with_address());
    files.iter().filter(|file| file.path.ends_with(".atom")).for_each(assert_well_formed);
    let file = |path: &str| files.iter().find(|file| file.path == path).unwrap();
    let feed = file("feeds/all-en.atom");
    assert_eq!(feed.text.matches("<entry>").count(), 50);
    assert_eq!(first(&feed.text, "updated"), "2003-03-01T00:00:00Z");
    assert!(feed.text.contains("<link rel=\"prev-archive\" type=\"application/atom+xml\" href=\"https://example.org/feeds/all-en-2002.atom\"/>"));
    assert!(feed.text.contains("hreflang=\"ar\" href=\"https://example.org/letters/cl-2003-60/ar.html\""));
    // An archive is of a year that is over, and stays as it is.
    let archive = file("feeds/all-en-2000.atom");
    assert_eq!(archive.text.matches("<entry>").count(), 19);
    assert!(archive.text.contains("<fh:archive") && archive.text.contains("rel=\"current\""));
    assert!(files.iter().any(|file| file.path == "feeds/sg-cl-ar.atom"));
    // Nobody has written in French.
    assert!(!files.iter().any(|file| file.path.contains("-fr")));
    let is_feed = |file: &File| file.path.ends_with(".atom");
    assert!(!made(&holdings, &Settings::default()).iter().any(is_feed));
}

#[test]
fn a_corrected_letter_is_updated_in_its_feed_when_it_is_corrected() {
    let mut correcting = letter("sg/cl/2021/2", "2021-06-01");
    correcting.corrects.push("sg/cl/2020/1".parse().unwrap());
    let holdings = holdings(vec![letter("sg/cl/2020/1", "2020-01-01"), correcting]);
    let files = made(&holdings, &with_address());
    let feed = files.iter().find(|file| file.path == "feeds/all-en.atom").unwrap();
    let entry = feed.text.split("<entry>").find(|entry| entry.contains("sg/cl/2020/1")).unwrap();
    assert_eq!(
        (first(entry, "published"), first(entry, "updated")),
        ("2020-01-01T00:00:00Z", "2021-06-01T00:00:00Z")
    );
}

#[test]
fn a_feed_says_of_a_letter_that_it_is_a_specimen_and_what_is_due() {
    let mut specimen = letter("sg/cl/2020/1", "2020-01-01");
    specimen.versions.iter_mut().for_each(|version| version.status = Status::Specimen);
    let day = Date::from_iso("2020-03-01").unwrap();
    let deadline = CataloguedDate { kind: DateKind::Deadline, first: day, last: day, replaces: None };
    specimen.dates.push(deadline);
    let files = made(&holdings(vec![specimen, letter("sg/cl/2020/2", "2020-02-01")]), &with_address());
    let feed = files.iter().find(|file| file.path == "feeds/all-en.atom").unwrap();
    let entries: Vec<&str> = feed.text.split("<entry>").skip(1).collect();
    let summaries: Vec<bool> = entries.iter().map(|entry| entry.contains("<summary>")).collect();
    assert_eq!(summaries, [false, true], "the newest has nothing to say");
    let summary = first(entries.last().unwrap(), "summary");
    assert!(summary.starts_with("specimen; ") && summary.ends_with("2020-03-01"), "{summary}");
}

#[test]
fn the_sitemap_names_every_version_with_the_others() {
    let holdings = holdings(vec![letter("sg/cl/2020/1", "2020-01-01")]);
    let files = made(&holdings, &with_address());
    files.iter().filter(|file| file.path.ends_with(".xml")).for_each(assert_well_formed);
    let part = files.iter().find(|file| file.path == "sitemap-2.xml").unwrap();
    assert_eq!(part.text.matches("<loc>https://example.org/letters/").count(), 2);
    assert_eq!(part.text.matches("hreflang=\"x-default\"").count(), 2);
}

#[test]
fn lists_are_in_every_language_and_letters_without_a_date_have_one() {
    let mut undated = letter("br/cr/7", "");
    undated.date = None;
    let holdings = holdings(vec![letter("sg/cl/2020/1", "2020-01-01"), undated]);
    let files = made(&holdings, &Settings::default());
    for path in [
        "index.html",
        "lists/zh/index.html",
        "lists/ru/2020.html",
        "lists/es/undated.html",
        "lists/fr/br-cr.html",
    ] {
        assert!(files.iter().any(|file| file.path == path), "{path}");
    }
    let home = files.iter().find(|file| file.path == "lists/en/index.html").unwrap();
    assert!(home.text.contains("A &amp; B &lt;C&gt;") && home.text.contains("Circular Letter CL…"));
}

#[test]
fn a_language_that_a_letter_lacks_has_a_page_that_leads_to_the_others() {
    let holdings = holdings(vec![letter("sg/cl/2020/1", "2020-01-01")]);
    let work = holdings.works().first().unwrap();
    let files = letter_page::work(work, &holdings.slice(work), &with_address());
    let paths: Vec<&str> = files.iter().map(|file| &*file.path).collect();
    let expected = ["zh.html", "fr.html", "ru.html", "es.html", "index.html", "catalogue.json"];
    assert_eq!(paths, expected.map(|name| format!("letters/cl-2020-1/{name}")));
    let missing = files.first().unwrap();
    assert!(missing.text.contains("noindex") && missing.text.contains("本信函没有中文版"));
    assert!(!missing.text.contains("canonical"));
}

/// An event of a letter, as its version announces it.
fn event(letter: &str, days: (&str, &str), replaces: Option<(&str, &str)>) -> Occasion {
    let days_of = |(first, last)| (Date::from_iso(first).unwrap(), Date::from_iso(last).unwrap());
    let days = days_of(days);
    Occasion {
        name: Occasion::name(&letter.parse().unwrap(), DateKind::Event, days.0),
        kind: DateKind::Event,
        days,
        replaces: replaces.map(days_of),
        summary: "Assembly".to_owned(),
        about: None,
        description: String::new(),
        language: Some(Language::English),
        announced: Date::from_iso("2020-01-01").unwrap(),
        address: None,
        moves: 0,
        is_tentative: false,
    }
}

fn announcing(event: Occasion) -> Particulars {
    Particulars { occasions: vec![event], audiences: vec![Audience::MemberStates], ..Particulars::default() }
}

/// The value of the line in each event of the calendar; empty where it is absent.
fn lines<'calendar>(files: &'calendar [File], path: &str, name: &str) -> Vec<&'calendar str> {
    let calendar = files.iter().find(|file| file.path == path).unwrap();
    let events = calendar.text.split("BEGIN:VEVENT").skip(1);
    let line =
        |event: &'calendar str| event.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    events.map(|event| line(event).unwrap_or_default()).collect()
}

#[test]
fn an_event_that_later_letters_move_keeps_its_name_in_every_calendar() {
    let mut moving = letter("sg/cl/2020/20", "2020-05-01");
    moving.postpones.push("sg/cl/2019/10".parse().unwrap());
    let mut moving_again = letter("tsb/circular/2020/7", "2020-09-01");
    moving_again.postpones.push("sg/cl/2019/10".parse().unwrap());
    let mut holdings = holdings(vec![letter("sg/cl/2019/10", "2019-05-01"), moving, moving_again]);
    for (id, days, replaces) in [
        ("sg/cl/2019/10", ("2020-11-17", "2020-11-27"), None),
        ("sg/cl/2020/20", ("2021-02-23", "2021-03-05"), Some(("2020-11-17", "2020-11-27"))),
        ("tsb/circular/2020/7", ("2022-03-01", "2022-03-09"), Some(("2021-02-23", "2021-03-05"))),
    ] {
        let particulars = announcing(event(id, days, replaces));
        holdings.add_particulars(&id.parse().unwrap(), Language::English, particulars);
    }
    let files = made(&holdings, &with_address());
    for path in ["all-en", "sg-cl-en", "tsb-circular-en", "to-member-states-en"] {
        let path = format!("calendars/{path}.ics");
        assert_eq!(lines(&files, &path, "UID"), ["sg-cl-2019-10-event-2020-11-17@circular-letter"], "{path}");
        assert_eq!(lines(&files, &path, "DTSTART;VALUE=DATE"), ["20220301"]);
        assert_eq!(lines(&files, &path, "SEQUENCE"), ["2"]);
        assert_eq!(lines(&files, &path, "STATUS"), [""]);
    }
}

#[test]
fn a_corrigendum_moves_a_deadline_though_it_gives_two_days_and_says_no_more() {
    let mut corrigendum = letter("sg/cl/2019/11", "2019-06-01");
    corrigendum.corrects.push("sg/cl/2019/10".parse().unwrap());
    let mut holdings = holdings(vec![letter("sg/cl/2019/10", "2019-05-01"), corrigendum]);
    let day = ("2019-10-05", "2019-10-05");
    let deadline = Occasion {
        name: "sg-cl-2019-10-deadline-2019-10-05".to_owned(),
        kind: DateKind::Deadline,
        summary: "Registration".to_owned(),
        ..event("sg/cl/2019/10", day, None)
    };
    let corrected = Occasion {
        summary: "In paragraph 1".to_owned(),
        ..event("sg/cl/2019/11", ("2019-10-12", "2019-10-12"), Some(day))
    };
    for (id, occasion) in [("sg/cl/2019/10", deadline), ("sg/cl/2019/11", corrected)] {
        holdings.add_particulars(&id.parse().unwrap(), Language::English, announcing(occasion));
    }
    let files = made(&holdings, &with_address());
    let path = "calendars/all-en.ics";
    assert_eq!(lines(&files, path, "UID"), ["sg-cl-2019-10-deadline-2019-10-05@circular-letter"]);
    assert_eq!(lines(&files, path, "DTSTART;VALUE=DATE"), ["20191012"]);
    assert!(lines(&files, path, "SUMMARY;LANGUAGE=en").iter().all(|words| words.contains("Registration")));
}

#[test]
fn an_event_is_moved_though_the_letter_that_announced_it_is_not_held() {
    let mut moving = letter("sg/cl/2020/20", "2020-05-01");
    moving.postpones.push("sg/cl/2019/10".parse().unwrap());
    let mut holdings = holdings(vec![moving]);
    let id = "sg/cl/2020/20";
    let event = event(id, ("2021-02-23", "2021-03-05"), Some(("2020-11-17", "2020-11-27")));
    holdings.add_particulars(&id.parse().unwrap(), Language::English, announcing(event));
    let files = made(&holdings, &with_address());
    let names = lines(&files, "calendars/all-en.ics", "UID");
    assert_eq!(names, ["sg-cl-2019-10-event-2020-11-17@circular-letter"]);
}

#[test]
fn a_deadline_that_a_corrigendum_moved_keeps_its_name_when_the_letter_is_no_longer_recent() {
    let day = Date::from_iso("2019-10-05").unwrap();
    let mut asking = letter("sg/cl/2017/10", "2017-05-01");
    asking.dates = vec![CataloguedDate { kind: DateKind::Deadline, first: day, last: day, replaces: None }];
    let mut corrigendum = letter("sg/cl/2019/11", "2019-06-01");
    corrigendum.corrects = vec!["sg/cl/2017/9".parse().unwrap(), asking.id.clone()];
    let mut holdings = holdings(vec![asking, corrigendum, letter("sg/cl/2020/1", "2020-06-01")]);
    let moved = event("sg/cl/2019/11", ("2019-10-12", "2019-10-12"), Some(("2019-10-05", "2019-10-05")));
    holdings.add_particulars(&"sg/cl/2019/11".parse().unwrap(), Language::English, announcing(moved));
    let files = made(&holdings, &with_address());
    let names = lines(&files, "calendars/all-en.ics", "UID");
    assert_eq!(names, ["sg-cl-2017-10-deadline-2019-10-05@circular-letter"]);
}

#[test]
fn an_event_keeps_its_name_when_only_the_last_letter_that_moved_it_is_recent() {
    let date = |first: &str, replaced: Option<&str>| CataloguedDate {
        kind: DateKind::Event,
        first: Date::from_iso(first).unwrap(),
        last: Date::from_iso(first).unwrap(),
        replaces: replaced.map(|day| (Date::from_iso(day).unwrap(), Date::from_iso(day).unwrap())),
    };
    let mut announcing_it = letter("sg/cl/2016/10", "2016-05-01");
    announcing_it.dates.push(date("2017-11-17", None));
    let mut moving = letter("sg/cl/2017/20", "2017-05-01");
    moving.postpones.push("sg/cl/2016/10".parse().unwrap());
    moving.dates.push(date("2018-11-17", Some("2017-11-17")));
    let mut moving_again = letter("sg/cl/2020/30", "2020-05-01");
    moving_again.postpones.push("sg/cl/2016/10".parse().unwrap());
    let mut holdings = holdings(vec![announcing_it, moving, moving_again]);
    let days = ("2021-11-17", "2021-11-17");
    let event = event("sg/cl/2020/30", days, Some(("2018-11-17", "2018-11-17")));
    holdings.add_particulars(&"sg/cl/2020/30".parse().unwrap(), Language::English, announcing(event));
    let files = made(&holdings, &with_address());
    let path = "calendars/all-en.ics";
    assert_eq!(lines(&files, path, "UID"), ["sg-cl-2016-10-event-2017-11-17@circular-letter"]);
    assert_eq!(lines(&files, path, "SEQUENCE"), ["2"]);
}

#[test]
fn two_deadlines_of_a_day_are_both_moved_and_each_name_is_there_once() {
    let mut moving = letter("sg/cl/2020/20", "2020-05-01");
    moving.postpones.push("sg/cl/2019/10".parse().unwrap());
    let mut moving_again = letter("sg/cl/2020/30", "2020-06-01");
    moving_again.postpones.push("sg/cl/2019/10".parse().unwrap());
    for first in [vec![letter("sg/cl/2019/10", "2019-05-01")], Vec::new()] {
        let is_held = !first.is_empty();
        let mut holdings =
            holdings(first.into_iter().chain([moving.clone(), moving_again.clone()]).collect());
        // The last one names the first day again.
        for (id, day, replaces) in [
            ("sg/cl/2019/10", "2020-10-05", None),
            ("sg/cl/2020/20", "2020-10-12", Some(("2020-10-05", "2020-10-05"))),
            ("sg/cl/2020/30", "2020-10-19", Some(("2020-10-05", "2020-10-05"))),
        ] {
            let one = event(id, (day, day), replaces);
            let other = Occasion { name: format!("{}-2", one.name), ..one.clone() };
            let particulars = Particulars { occasions: vec![one, other], ..Particulars::default() };
            holdings.add_particulars(&id.parse().unwrap(), Language::English, particulars);
        }
        let files = made(&holdings, &with_address());
        let path = "calendars/all-en.ics";
        let name = "sg-cl-2019-10-event-2020-10-05";
        assert_eq!(
            lines(&files, path, "UID"),
            [format!("{name}@circular-letter"), format!("{name}-2@circular-letter")],
            "{is_held}"
        );
        assert_eq!(lines(&files, path, "DTSTART;VALUE=DATE"), ["20201019", "20201019"]);
    }
}

#[test]
fn an_event_that_a_letter_postpones_without_a_new_date_is_tentative() {
    let mut postponing = letter("sg/cl/2020/20", "2020-05-01");
    postponing.postpones.push("sg/cl/2019/10".parse().unwrap());
    let mut holdings = holdings(vec![letter("sg/cl/2019/10", "2019-05-01"), postponing]);
    let id = "sg/cl/2019/10";
    let particulars = announcing(event(id, ("2020-11-17", "2020-11-27"), None));
    holdings.add_particulars(&id.parse().unwrap(), Language::English, particulars);
    let files = made(&holdings, &with_address());
    assert_eq!(lines(&files, "calendars/all-en.ics", "STATUS"), ["TENTATIVE"]);
    assert!(!files.iter().any(|file| file.path.starts_with("calendars/tsb")));
}

#[test]
fn a_contact_is_listed_once_with_the_newest_letter_that_names_it() {
    let mut holdings =
        holdings(vec![letter("sg/cl/2020/1", "2020-01-01"), letter("sg/cl/2020/2", "2020-02-01")]);
    let contact = |name: &str| Contact {
        name: Some(name.to_owned()),
        phones: vec!["+41 22 730 0000".to_owned()],
        faxes: Vec::new(),
        emails: vec!["office@example.int".to_owned()],
    };
    for (id, name) in [("sg/cl/2020/1", "Ms A. Old"), ("sg/cl/2020/2", "Ms Ada New")] {
        let particulars = Particulars { contacts: vec![contact(name)], ..Particulars::default() };
        holdings.add_particulars(&id.parse().unwrap(), Language::English, particulars);
    }
    let files = made(&holdings, &Settings::default());
    let page = &files.iter().find(|file| file.path == "lists/en/contacts.html").unwrap().text;
    assert!(page.contains("Ms Ada New") && page.contains("letters/cl-2020-2/en.html"), "{page}");
    assert!(page.contains("href=\"tel:+41227300000\"") && !page.contains("Ms A. Old"), "{page}");
}

#[test]
fn systems_find_a_letter_by_its_number_at_the_itu_and_its_akoma_ntoso_address() {
    let mut held = letter("sg/cl/2020/43", "2020-10-05");
    held.issuer = Some(Issuer::GeneralSecretariat);
    held.versions.iter_mut().for_each(|version| version.reference = Some("CL-20/43".to_owned()));
    let files = made(&holdings(vec![held]), &Settings::default());
    let map = files.iter().find(|file| file.path == "resolve.json").unwrap();
    let line = map.text.lines().nth(1).unwrap();
    assert_eq!(
        line,
        "{\"id\":\"sg/cl/2020/43\",\"md\":\"S20-SG-CIR-0043\",\"reference\":\"CL-20/43\",\"date\":\"2020-10-05\",\
         \"akn\":\"/akn/un/doc/communication/itu-sg/2020-10-05/CL-2020-43\",\"page\":\"letters/cl-2020-43/index.html\",\
         \"pages\":{\"ar\":\"letters/cl-2020-43/ar.html\",\"en\":\"letters/cl-2020-43/en.html\"}}"
    );
}

#[test]
fn a_server_leads_from_the_addresses_at_the_itu_to_the_pages() {
    let holdings = holdings(vec![letter("sg/cl/2020/43", "2020-10-05")]);
    for (kind, path, lines) in [
        (
            Redirects::Netlify,
            "_redirects",
            [
                "/md/S20-SG-CIR-0043 https://example.org/letters/cl-2020-43/index.html 301",
                "/md/S20-SG-CIR-0043/en https://example.org/letters/cl-2020-43/en.html 301",
            ],
        ),
        (
            Redirects::Nginx,
            "redirects.nginx.conf",
            [
                "\"/md/S20-SG-CIR-0043\" \"https://example.org/letters/cl-2020-43/index.html\";",
                "\"/md/S20-SG-CIR-0043/en\" \"https://example.org/letters/cl-2020-43/en.html\";",
            ],
        ),
        (
            Redirects::Iis,
            "web.config",
            [
                "key=\"/md/S20-SG-CIR-0043\" value=\"https://example.org/letters/cl-2020-43/index.html\"",
                "key=\"/md/S20-SG-CIR-0043/en\" value=\"https://example.org/letters/cl-2020-43/en.html\"",
            ],
        ),
    ] {
        let settings = Settings { redirects: Some(kind), ..with_address() };
        let files = made(&holdings, &settings);
        let file = files.iter().find(|file| file.path == path).unwrap();
        lines.iter().for_each(|line| assert!(file.text.contains(line), "{}", file.text));
        if kind == Redirects::Iis {
            assert_well_formed(file);
        }
    }
}

#[test]
fn pages_that_declare_themselves_copies_are_in_no_sitemap() {
    let mut specimen = letter("sg/cl/2020/902", "2020-10-05");
    specimen.versions.iter_mut().for_each(|version| version.status = Status::Specimen);
    let holdings = holdings(vec![letter("sg/cl/2020/43", "2020-10-05"), specimen]);
    let files = made(&holdings, &Settings { canonical: Canonical::Itu, ..with_address() });
    let part = files.iter().find(|file| file.path == "sitemap-2.xml").unwrap();
    assert!(
        part.text.contains("/cl-2020-902/en.html") && !part.text.contains("/cl-2020-43/"),
        "{}",
        part.text
    );
}

/// The value in the JSON.
fn json(file: &File) -> Value {
    serde_json::from_str(&file.text).unwrap()
}

#[test]
fn no_file_of_the_index_and_no_slice_is_longer_than_60_kilobytes() {
    let subject = "Всемирная ассамблея по доступной коммуникации и обслуживанию \"".repeat(4);
    let letters = (1..=2000).map(|number| {
        let mut letter = letter(
            &format!("sg/cl/{}/{number}", 2000 + number / 1000),
            &format!("{}-03-01", 2000 + number / 1000),
        );
        letter.versions = Language::ALL.map(|language| version(language, &subject)).to_vec();
        letter.cites = vec!["sg/cl/2000/1".parse().unwrap()];
        letter
    });
    let holdings = holdings(letters.collect());
    let files = made(&holdings, &Settings::default());
    let of_index = files.iter().filter(|file| file.path.starts_with("index/") || file.path == "index.json");
    let slices = holdings
        .works()
        .iter()
        .take(3)
        .flat_map(|work| letter_page::work(work, &holdings.slice(work), &Settings::default()));
    let slices: Vec<File> = slices.filter(|file| file.path.ends_with("catalogue.json")).collect();
    let longest = of_index.chain(&slices).map(|file| file.text.len()).max().unwrap();
    assert!((30_000..=60_000).contains(&longest), "{longest}");
    // It is cited by all, and has the newest of them.
    let slice = json(slices.first().unwrap());
    let ids: Vec<&str> =
        slice["letters"].as_array().unwrap().iter().map(|letter| letter["id"].as_str().unwrap()).collect();
    assert_eq!((ids.first(), ids.last()), (Some(&"sg/cl/2000/1"), Some(&"sg/cl/2002/2000")));
}

#[test]
fn the_index_says_which_shards_there_are_and_each_letter_is_in_one() {
    let mut undated = letter("tsb/circular/2022/7", "");
    undated.date = None;
    let letters = (1..=500).map(|number| {
        letter(&format!("sg/cl/{}/{number}", 2000 + number / 300), &format!("{}-03-01", 2000 + number / 300))
    });
    let holdings = holdings(letters.chain([undated]).collect());
    let files = made(&holdings, &Settings::default());
    let find = |path: &str| files.iter().find(|file| file.path == path);
    let index = json(find("index.json").unwrap());
    assert_eq!((index["count"].as_u64(), &index["years"]), (Some(501), &serde_json::json!(["2001", "2000"])));
    assert_eq!(index["series"], serde_json::json!(["sg/cl/2001/500", "tsb/circular/2022/7"]));
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut ids = Vec::new();
    for shard in index["shards"].as_array().unwrap().iter().rev() {
        let number = numbers.entry(shard[0].as_str().unwrap()).or_default();
        *number += 1;
        let path = format!("index/en/{}-{number}.json", shard[0].as_str().unwrap());
        let letters = json(find(&path).unwrap());
        let letters = letters.as_array().unwrap();
        assert_eq!(shard[1].as_u64(), Some(letters.len() as u64), "{path}");
        ids.extend(letters.iter().rev().map(|letter| letter["id"].as_str().unwrap().to_owned()));
    }
    let all: Vec<String> = holdings.works().iter().map(|work| work.letter.id.to_string()).collect();
    assert_eq!(ids, all);
    assert_eq!(index["folders"], serde_json::json!([["sg/cl", "cl"], ["tsb/circular", "tsb-circular"]]));
}

#[test]
fn the_list_of_deadlines_says_what_is_due_and_what_has_become_of_the_letter() {
    let day = Date::from_iso("2020-10-05").unwrap();
    let mut asking = letter("sg/cl/2020/1", "2020-01-01");
    asking.dates = vec![CataloguedDate { kind: DateKind::Deadline, first: day, last: day, replaces: None }];
    let mut postponing = letter("sg/cl/2020/2", "2020-02-01");
    postponing.postpones.push(asking.id.clone());
    let mut holdings = holdings(vec![asking, postponing]);
    let page = |holdings: &Holdings| {
        let files = made(holdings, &Settings::default());
        files.into_iter().find(|file| file.path == "lists/en/deadlines.html").unwrap().text
    };
    // What the letter is about, where nothing else is known.
    assert!(
        page(&holdings).contains(
            ">Circular Letter CL-20/1 – <span lang=\"en\" dir=\"ltr\">A &amp; B &lt;C&gt;</span></a>"
        ),
        "{}",
        page(&holdings)
    );
    let occasion = event("sg/cl/2020/1", ("2020-10-05", "2020-10-05"), None);
    let due = Occasion { kind: DateKind::Deadline, about: Some("Registration".to_owned()), ..occasion };
    holdings.add_particulars(&"sg/cl/2020/1".parse().unwrap(), Language::English, announcing(due));
    let page = page(&holdings);
    assert!(
        page.contains(">Circular Letter CL-20/1 – <span lang=\"en\" dir=\"ltr\">Registration</span></a>")
            && page.contains("A &amp; B &lt;C&gt;</p>"),
        "{page}"
    );
    assert!(page.contains("Postponed by: <a href=\"../../letters/cl-2020-2/en.html\">"), "{page}");
}
