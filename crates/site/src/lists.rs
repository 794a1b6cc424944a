//! The lists of letters in each language: home, years, series, issuers, deadlines, dossiers, and that of contacts.

use std::collections::BTreeMap;

use letters::catalogue::CataloguedLetter;
use letters::ids::{Date, DocumentId, Language};
use letters::interface::{Interface, Message, name};
use letters::letter::{DateKind, Issuer, Status};

use crate::File;
use crate::address::relative;
use crate::calendars::{self, Scope};
use crate::contacts;
use crate::dossiers::Dossier;
use crate::feeds;
use crate::holdings::{Holdings, Work};
use crate::html::{element, escaped, link, link_in};
use crate::settings::Settings;
use crate::shell::Page;
use crate::words::words;

/// The number of letters on a page of a list.
const ON_A_PAGE: usize = 500;

/// The number of letters on the home page.
const LATEST: usize = 10;

/// The path of a list in the language: `lists/fr/2020.html`.
pub(crate) fn path(language: Language, name: &str) -> String {
    format!("lists/{}/{name}.html", language.code())
}

/// The series of a letter: its id without year, number and amendment, with hyphens: `sg-cl`.
pub(crate) fn series_of(id: &DocumentId) -> String {
    id.to_string().split('/').take(2).collect::<Vec<_>>().join("-")
}

/// Makes the lists in a language.
pub(crate) fn in_language(
    holdings: &Holdings,
    settings: &Settings,
    language: Language,
    take: &mut dyn FnMut(File),
) {
    let dossiers = holdings.dossiers();
    let lists = Lists::of(holdings, language, settings);
    take(lists.home());
    lists.deadlines(take);
    lists.dossiers(dossiers, take);
    dossiers.iter().for_each(|dossier| lists.dossier(dossier, take));
    for (year, places) in lists.years() {
        lists.list(&year_name(year), &year_title(year, language), &places, String::new(), take);
    }
    for (series, places) in lists.series() {
        let feed = feeds::link(lists.works(&places), language, Some(&series), settings).unwrap_or_default();
        lists.list(&series, &lists.series_title(&places), &places, feed, take);
    }
    for (issuer, places) in lists.issuers() {
        lists.list(&issuer_name(issuer), words(language).issuer(issuer), &places, String::new(), take);
    }
    lists.contacts(take);
}

/// The root of the site: for readers whose language nobody knows.
pub(crate) fn root(settings: &Settings) -> File {
    let path_of_root = "index.html";
    let links = Language::ALL.into_iter().map(|language| {
        let address = relative(path_of_root, &path(language, "index"));
        element(
            "li",
            &[],
            &link_in(language, &address, format!("{} – {}", language.native_name(), words(language).site)),
        ) + "\n"
    });
    let content = element("ul", &[("class", "versions")], &format!("\n{}", links.collect::<String>())) + "\n";
    let language = Language::English;
    let title = words(language).site.to_owned();
    let content = element("h1", &[], &escaped(&title)) + "\n" + &content;
    let page = Page { path: path_of_root.to_owned(), language, title, head: String::new(), content };
    File::new(path_of_root, page.document(settings))
}

fn year_name(year: Option<u16>) -> String {
    year.map_or_else(|| "undated".to_owned(), |year| format!("{year:04}"))
}

fn year_title(year: Option<u16>, language: Language) -> String {
    year.map_or_else(|| words(language).undated.to_owned(), |year| format!("{year:04}"))
}

fn issuer_name(issuer: Issuer) -> String {
    format!("from-{}", issuer.code())
}

/// A group of the home page; empty where nothing is in it.
fn group(title: &str, list: &str) -> String {
    if !list.contains("<li>") {
        return String::new();
    }
    element("section", &[], &format!("\n{}\n{list}", element("h2", &[], &escaped(title)))) + "\n"
}

/// The items in a list that takes little room.
fn choices(items: impl Iterator<Item = String>) -> String {
    element("ul", &[("class", "choices")], &format!("\n{}", items.collect::<String>())) + "\n"
}

/// The lists in a language.
struct Lists<'site> {
    holdings: &'site Holdings,
    language: Language,
    settings: &'site Settings,
    /// What lists say of each letter, by its place among the works. All lists of a language are in one folder, so that the addresses
    /// in it are the same.
    entries: Vec<String>,
}

impl<'site> Lists<'site> {
    fn of(holdings: &'site Holdings, language: Language, settings: &'site Settings) -> Self {
        let mut lists = Self { holdings, language, settings, entries: Vec::new() };
        lists.entries = holdings.works().iter().map(|work| lists.entry(work)).collect();
        lists
    }

    /// The places of all letters, the latest first.
    fn newest(&self) -> impl Iterator<Item = usize> + use<> {
        (0..self.holdings.works().len()).rev()
    }

    fn works(&self, places: &[usize]) -> impl Iterator<Item = &'site Work> {
        places.iter().filter_map(|place| self.holdings.works().get(*place))
    }

    /// The letters in groups, the latest of each first.
    fn groups<Key: Ord>(&self, key: impl Fn(&CataloguedLetter) -> Key) -> BTreeMap<Key, Vec<usize>> {
        let mut groups: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for place in self.newest() {
            if let Some(work) = self.holdings.works().get(place) {
                groups.entry(key(&work.letter)).or_default().push(place);
            }
        }
        groups
    }

    /// The letters by year, the latest first.
    fn years(&self) -> Vec<(Option<u16>, Vec<usize>)> {
        self.groups(|letter| letter.date.map(Date::year)).into_iter().rev().collect()
    }

    /// The letters by series.
    fn series(&self) -> BTreeMap<String, Vec<usize>> {
        self.groups(|letter| series_of(&letter.id))
    }

    /// The letters by issuer, where it is known.
    fn issuers(&self) -> Vec<(Issuer, Vec<usize>)> {
        let mut by_code = self.groups(|letter| letter.issuer.map(Issuer::code));
        let issuers = Issuer::ALL.into_iter();
        issuers.filter_map(|issuer| Some((issuer, by_code.remove(&Some(issuer.code()))?))).collect()
    }

    /// The name of a series: that of one of its letters, without the number.
    fn series_title(&self, places: &[usize]) -> String {
        let id = self.works(places).next().map(|work| work.letter.id.clone());
        let id = id.map(|id| match id {
            DocumentId::Amendment { of, .. } => *of,
            id => id,
        });
        let name = id.map(|id| name(&id, Interface::of(self.language))).unwrap_or_default();
        let number = name.rfind(|c: char| c.is_ascii_digit() || c == '/').map_or(0, |end| end + 1);
        let (numbered, rest) = name.split_at_checked(number).unwrap_or((&name, ""));
        let start = numbered.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | '-'));
        format!("{start}…{rest}")
    }

    fn page(&self, name: &str, title: &str, content: &str, head: String) -> File {
        let path = path(self.language, name);
        let site = words(self.language).site;
        let whole = if title == site { title.to_owned() } else { format!("{title} – {site}") };
        let content = element("h1", &[], &escaped(title)) + "\n" + content + &self.in_other_languages(name);
        let page = Page { path: path.clone(), language: self.language, title: whole, head, content };
        File::new(path, page.document(self.settings))
    }

    /// The same list in the other languages: each language has all.
    fn in_other_languages(&self, name: &str) -> String {
        let here = path(self.language, name);
        let links = Language::ALL.into_iter().filter(|language| *language != self.language);
        let links = links.map(|language| {
            link_in(language, &relative(&here, &path(language, name)), language.native_name())
        });
        let attributes = [("class", "languages"), ("aria-label", words(self.language).versions)];
        element("nav", &attributes, &links.collect::<Vec<_>>().join(" · ")) + "\n"
    }

    /// A list in pages: the first has the name, the others their number behind it.
    fn pages(
        &self,
        name: &str,
        title: &str,
        (head, before): (String, &str),
        items: &[&str],
        attributes: &[(&str, &str)],
        take: &mut dyn FnMut(File),
    ) {
        let named = |number: usize| if number > 1 { format!("{name}-{number}") } else { name.to_owned() };
        let count = items.len().div_ceil(ON_A_PAGE).max(1);
        for number in 1..=count {
            let here = path(self.language, &named(number));
            let shown = items.iter().skip((number - 1) * ON_A_PAGE).take(ON_A_PAGE).copied();
            let list = element("ul", attributes, &format!("\n{}", shown.collect::<String>())) + "\n";
            let others = (1..=count).map(|other| match other == number {
                true => element("span", &[("aria-current", "page")], &other.to_string()),
                false => link(&relative(&here, &path(self.language, &named(other))), other),
            });
            let navigation = match count {
                1 => String::new(),
                _ => {
                    let links = others.collect::<Vec<_>>().join("\n");
                    element("nav", &[("class", "pages"), ("aria-label", title)], &links) + "\n"
                }
            };
            take(self.page(&named(number), title, &format!("{before}{list}{navigation}"), head.clone()));
        }
    }

    fn list(&self, name: &str, title: &str, places: &[usize], head: String, take: &mut dyn FnMut(File)) {
        self.pages(name, title, (head, ""), &self.listed(places), &[("class", "letters")], take);
    }

    /// What the list says of the letters.
    fn listed(&self, places: &[usize]) -> Vec<&str> {
        let entries = places.iter().filter_map(|place| self.entries.get(*place));
        entries.map(String::as_str).filter(|entry| !entry.is_empty()).collect()
    }

    fn home(&self) -> File {
        let words = words(self.language);
        let to = |name: &str, text: &str| {
            let here = path(self.language, "index");
            element("li", &[], &link(&relative(&here, &path(self.language, name)), text)) + "\n"
        };
        let all = self.series();
        let years = self.years().into_iter();
        let years = years.map(|(year, _)| to(&year_name(year), &year_title(year, self.language)));
        let series = all.iter().map(|(series, places)| to(series, &self.series_title(places)));
        let issuers = self.issuers().into_iter();
        let issuers = issuers.map(|(issuer, _)| to(&issuer_name(issuer), words.issuer(issuer)));
        let latest: Vec<usize> = self.newest().take(LATEST).collect();
        let latest = element("ul", &[("class", "letters")], &self.listed(&latest).concat());
        let content = [
            group(words.latest, &latest),
            group(words.years, &choices(years)),
            group(words.series, &choices(series)),
            group(words.issuers, &choices(issuers)),
            group(words.calendar, &choices(self.calendars(&all))),
        ]
        .concat();
        let feed = feeds::link(self.holdings.works().iter(), self.language, None, self.settings);
        self.page("index", words.site, &content, feed.unwrap_or_default())
    }

    /// The calendars, as the home page leads to them. `series` has the letters of each.
    fn calendars(&self, series: &BTreeMap<String, Vec<usize>>) -> impl Iterator<Item = String> {
        let words = words(self.language);
        let here = path(self.language, "index");
        calendars::scopes(self.holdings, self.language).into_iter().map(move |scope| {
            let title = match &scope {
                Scope::All => words.home.to_owned(),
                Scope::Series(name) => self.series_title(series.get(name).map_or(&[], Vec::as_slice)),
                Scope::Audience(audience) => words.audience(*audience).to_owned(),
            };
            let address = relative(&here, &scope.path(self.language));
            let attributes = [("href", address.as_str()), ("type", "text/calendar")];
            element("li", &[], &element("a", &attributes, &escaped(title))) + "\n"
        })
    }

    /// A letter with what it is about, its date, its versions and what has become of it.
    fn entry(&self, work: &Work) -> String {
        let here = &path(self.language, "index");
        let letter = &work.letter;
        let interface = Interface::of(self.language);
        let Some(version) = letter.version(self.language) else { return String::new() };
        let subject = version.subject.clone().unwrap_or_else(|| name(&letter.id, interface));
        let date =
            letter.date.map(|date| element("time", &[("datetime", &date.to_string())], &date.to_string()));
        let others = letter.versions.iter().map(|other| {
            link_in(other.language, &relative(here, &work.page(other.language)), other.language.native_name())
        });
        let content = [
            element("span", &[("class", "name")], &escaped(name(&letter.id, interface))),
            date.unwrap_or_default(),
            element(
                "p",
                &[],
                &link_in(version.language, &relative(here, &work.page(version.language)), subject),
            ),
            element("p", &[("class", "languages")], &others.collect::<Vec<_>>().join(" · ")),
            status(letter)
                .map(|status| element("p", &[("class", "standing")], &escaped(status.text(interface))))
                .unwrap_or_default(),
            self.standing(here, work),
        ];
        element(
            "li",
            &[],
            &content.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"),
        ) + "\n"
    }

    /// The dossiers, each with the number of its letters.
    fn dossiers(&self, dossiers: &[Dossier], take: &mut dyn FnMut(File)) {
        let here = path(self.language, "dossiers");
        let items = dossiers.iter().map(|dossier| {
            let address = relative(&here, &path(self.language, dossier.name()));
            let called = link(&address, dossier.title(self.language));
            let about = self.about(dossier).map(|about| format!(": {about}")).unwrap_or_default();
            element("li", &[], &format!("{called}{about} ({})", dossier.works.len())) + "\n"
        });
        let items: Vec<String> = items.collect();
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        self.pages("dossiers", words(self.language).dossiers, (String::new(), ""), &items, &[], take);
    }

    /// What the first letter of the dossier is about, in its own language.
    fn about(&self, dossier: &Dossier) -> Option<String> {
        let version = dossier.about(self.holdings, self.language)?;
        let language = version.language;
        let attributes = [("lang", language.tag()), ("dir", language.direction().code())];
        Some(element("span", &attributes, &escaped(version.subject.as_ref()?)))
    }

    /// A dossier: its letters in the order of time, each with what has become of it.
    fn dossier(&self, dossier: &Dossier, take: &mut dyn FnMut(File)) {
        let name = dossier.name();
        let about = self.about(dossier).map(|about| element("p", &[], &about) + "\n").unwrap_or_default();
        let items = self.listed(&dossier.works);
        let title = dossier.title(self.language);
        self.pages(name, &title, (String::new(), &about), &items, &[("class", "letters")], take);
    }

    /// The contacts of recent letters.
    fn contacts(&self, take: &mut dyn FnMut(File)) {
        let here = path(self.language, "contacts");
        let items = contacts::items(self.holdings, self.language, &here);
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        let title = words(self.language).contacts;
        self.pages("contacts", title, (String::new(), ""), &items, &[("class", "contacts")], take);
    }

    /// All deadlines, the latest first. Which have passed depends on the day of the reader, and is not written.
    fn deadlines(&self, take: &mut dyn FnMut(File)) {
        let here = path(self.language, "deadlines");
        let mut deadlines: Vec<(Date, &Work)> = self
            .holdings
            .works()
            .iter()
            .flat_map(|work| days(&work.letter).map(move |day| (day, work)))
            .collect();
        deadlines.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
        let items = deadlines.into_iter().filter_map(|(day, work)| self.deadline(&here, day, work));
        let interface = Interface::of(self.language);
        let attributes = [("class", "deadlines"), ("data-passed", Message::Passed.text(interface))];
        let script =
            element("script", &[("type", "module"), ("src", &relative(&here, "site.js"))], "") + "\n";
        let items: Vec<String> = items.collect();
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        let title = Message::Deadlines.text(interface);
        self.pages("deadlines", title, (script, ""), &items, &attributes, take);
    }

    /// A deadline of the letter with what is due, where that is known, or else what the letter is about; and what has become of the
    /// letter.
    fn deadline(&self, here: &str, day: Date, work: &Work) -> Option<String> {
        let version = work.letter.version(self.language)?;
        let name = name(&work.letter.id, Interface::of(self.language));
        let known = self.holdings.particulars(work, self.language).into_iter();
        let due = known.flat_map(|(_, particulars)| &particulars.occasions);
        let due = due.filter(|occasion| occasion.kind == DateKind::Deadline && occasion.days.1 == day);
        // Of a sentence that could not be divided, there are only marks.
        let begins = |about: &&String| about.starts_with(char::is_alphanumeric);
        let due = due.filter_map(|occasion| occasion.about.as_ref().filter(begins).map(String::as_str));
        let due = due.collect::<Vec<_>>().join("; ");
        let subject = version.subject.as_deref().unwrap_or_default();
        let (due, about) = if due.is_empty() { (subject, "") } else { (due.as_str(), subject) };
        // The name is in the language of the page, the words in that of the version.
        let written = [("lang", version.language.tag()), ("dir", version.language.direction().code())];
        let due = if due.is_empty() { String::new() } else { element("span", &written, &escaped(due)) };
        let words = [escaped(name), due].into_iter().filter(|words| !words.is_empty());
        let words = words.collect::<Vec<_>>().join(" – ");
        let tag = [&[("class", "about")], &written[..]].concat();
        let about = if about.is_empty() { String::new() } else { element("p", &tag, &escaped(about)) };
        let address = relative(here, &work.page(version.language));
        let day = element("time", &[("datetime", &day.to_string())], &day.to_string());
        let link = element("a", &[("href", &*address), ("hreflang", version.language.tag())], &words);
        Some(element("li", &[], &format!("{day} {link}{about}{}", self.standing(here, work))) + "\n")
    }

    /// What has become of the letter.
    fn standing(&self, here: &str, work: &Work) -> String {
        let interface = Interface::of(self.language);
        let effects = self.holdings.standing(&work.letter.id).map(|(standing, other)| {
            let name = name(&other.letter.id, interface);
            let name = other
                .page_for(self.language)
                .map_or(escaped(&name), |page| link(&relative(here, &page), &name));
            element(
                "p",
                &[("class", "standing")],
                &format!("{}{name}", escaped(standing.message().labelled("", interface))),
            )
        });
        effects.collect()
    }
}

/// What kind of text the letter is, if no version is as it was issued.
pub(crate) fn status(letter: &CataloguedLetter) -> Option<Message> {
    let is = |status| letter.versions.iter().all(|version| version.status == status);
    let messages = [(Status::Specimen, Message::Specimen), (Status::Unofficial, Message::Unofficial)];
    messages.into_iter().find(|(status, _)| is(*status)).map(|(_, message)| message)
}

/// The last days of the deadlines of the letter.
pub(crate) fn days(letter: &CataloguedLetter) -> impl Iterator<Item = Date> {
    letter.dates.iter().filter(|date| date.kind == DateKind::Deadline).map(|date| date.last)
}
