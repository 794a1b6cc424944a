//! Atom feeds (RFC 4287): of all letters and of each series, in each language, with archives by year (RFC 5005).
//!
//! They are there if the address of the site is known. Nothing in them depends on the day on which they are written: a feed was
//! updated when its newest letter was issued.

use std::collections::{BTreeMap, BTreeSet};

use letters::ids::{Date, Language};
use letters::interface::{Interface, Message, name};

use crate::File;
use crate::holdings::{Holdings, Work};
use crate::html::{element, escaped, void};
use crate::lists::{days, path as list_path, series_of, status};
use crate::settings::Settings;
use crate::words::words;

/// The number of letters that a feed has at least.
const LATEST: usize = 50;

/// The path of the feed in the language, of a series or of all letters.
pub(crate) fn path(language: Language, series: Option<&str>) -> String {
    format!("feeds/{}-{}.atom", series.unwrap_or("all"), language.code())
}

fn archive_path(language: Language, series: Option<&str>, year: u16) -> String {
    format!("feeds/{}-{}-{year:04}.atom", series.unwrap_or("all"), language.code())
}

/// The element of a head that leads to the feed of the letters; none if there is no such feed.
pub(crate) fn link<'work>(
    mut works: impl Iterator<Item = &'work Work>,
    language: Language,
    series: Option<&str>,
    settings: &Settings,
) -> Option<String> {
    let has_letters = works.any(|work| work.has(language) && work.letter.date.is_some());
    let address = settings.absolute(&path(language, series)).filter(|_| has_letters)?;
    let feed = words(language).feed;
    let attributes =
        [("rel", "alternate"), ("type", "application/atom+xml"), ("title", feed), ("href", &address)];
    Some(void("link", &attributes))
}

/// Makes the feeds in the language; none if the address of the site is not known.
pub(crate) fn in_language(
    holdings: &Holdings,
    settings: &Settings,
    language: Language,
    take: &mut dyn FnMut(File),
) {
    let Some(site) = &settings.address else { return };
    let series: BTreeSet<String> = holdings.works().iter().map(|work| series_of(&work.letter.id)).collect();
    for series in series.iter().map(|series| Some(series.as_str())).chain([None]) {
        Feed { holdings, site, language, series }.files(take);
    }
}

struct Feed<'site> {
    holdings: &'site Holdings,
    /// The address of the site.
    site: &'site str,
    language: Language,
    series: Option<&'site str>,
}

impl Feed<'_> {
    /// The feed and its archives. A letter without a version in the language is in none.
    fn files(&self, take: &mut dyn FnMut(File)) {
        let is_in = |work: &&Work| {
            let is_of_series = self.series.is_none_or(|series| series_of(&work.letter.id) == series);
            is_of_series && work.has(self.language) && work.letter.date.is_some()
        };
        let newest: Vec<&Work> = self.holdings.works().iter().rev().filter(is_in).collect();
        if newest.is_empty() {
            return;
        }
        // Archives are of whole years that are over, so that they stay as they are; the feed has the newest year, and more of the
        // others where that has few.
        let newest_year = newest.first().and_then(|work| work.letter.date).map(Date::year);
        let mut years: BTreeMap<u16, Vec<&Work>> = BTreeMap::new();
        for work in &newest {
            if let Some(date) = work.letter.date.filter(|date| Some(date.year()) != newest_year) {
                years.entry(date.year()).or_default().push(work);
            }
        }
        let of_newest_year = newest.len() - years.values().map(Vec::len).sum::<usize>();
        let numbers: Vec<u16> = years.keys().copied().rev().collect();
        let latest = newest.iter().take(of_newest_year.max(LATEST)).copied();
        take(self.file(&path(self.language, self.series), latest, numbers.first().copied(), false));
        for (year, works) in years.iter().rev() {
            let before = numbers.iter().find(|number| *number < year).copied();
            let archive = archive_path(self.language, self.series, *year);
            take(self.file(&archive, works.iter().copied(), before, true));
        }
    }

    fn file<'work>(
        &self,
        path: &str,
        works: impl Iterator<Item = &'work Work> + Clone,
        archive_before: Option<u16>,
        is_archive: bool,
    ) -> File {
        let words = words(self.language);
        let of_series = self.series.map(|series| format!(" ({series})")).unwrap_or_default();
        let own = format!("{}{path}", self.site);
        let updated =
            works.clone().filter_map(|work| work.letter.date).max().map(instant).unwrap_or_default();
        let link = |rel: &str, kind: &str, address: &str| {
            format!("<link rel=\"{rel}\" type=\"{kind}\" href=\"{}\"/>\n", escaped(address))
        };
        let home = format!("{}{}", self.site, list_path(self.language, self.series.unwrap_or("index")));
        let before = archive_before.map(|year| {
            link(
                "prev-archive",
                "application/atom+xml",
                &format!("{}{}", self.site, archive_path(self.language, self.series, year)),
            )
        });
        let archive = if is_archive {
            let current = format!("{}{}", self.site, self::path(self.language, self.series));
            format!(
                "<fh:archive xmlns:fh=\"http://purl.org/syndication/history/1.0\"/>\n{}",
                link("current", "application/atom+xml", &current)
            )
        } else {
            String::new()
        };
        let entries: String = works.map(|work| self.entry(work)).collect();
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             {}\n{}\n{}\n{}{}{}{archive}{entries}</feed>\n",
            self.language.tag(),
            element("id", &[], &escaped(&own)),
            element("title", &[], &escaped(format!("{}{of_series}", words.site))),
            element("updated", &[], &updated),
            link("self", "application/atom+xml", &own),
            link("alternate", "text/html", &home),
            before.unwrap_or_default(),
        );
        File::new(path, text)
    }

    fn entry(&self, work: &Work) -> String {
        let letter = &work.letter;
        let Some(version) = letter.version(self.language) else { return String::new() };
        let name = name(&letter.id, Interface::of(self.language));
        let title =
            version.subject.as_ref().map_or_else(|| name.clone(), |subject| format!("{name} – {subject}"));
        let issued = letter.date.map(instant).unwrap_or_default();
        let updated = self
            .holdings
            .standing(&letter.id)
            .filter_map(|(_, other)| other.letter.date)
            .chain(letter.date)
            .max();
        let links = letter.versions.iter().map(|other| {
            let address = format!("{}{}", self.site, work.page(other.language));
            format!(
                "<link rel=\"alternate\" type=\"text/html\" hreflang=\"{}\" href=\"{}\"/>\n",
                other.language.tag(),
                escaped(address)
            )
        });
        let related = letter.cites.iter().filter_map(|id| self.holdings.get(id)).filter_map(|cited| {
            let address = format!("{}{}", self.site, cited.page_for(self.language)?);
            Some(format!("<link rel=\"related\" type=\"text/html\" href=\"{}\"/>\n", escaped(address)))
        });
        let author = letter.issuer.map_or("itu", |issuer| issuer.code());
        let content = format!(
            "\n{}\n{}\n{}\n{}\n{}{}\n<category term=\"{}\"/>\n{}{}",
            element(
                "id",
                &[],
                &escaped(format!("tag:itu.int,2000:circular:{}:{}", letter.id, self.language.code()))
            ),
            element("title", &[], &escaped(title)),
            element("published", &[], &issued),
            element("updated", &[], &updated.map(instant).unwrap_or_default()),
            self.summary(work),
            element("author", &[], &element("name", &[], author)),
            series_of(&letter.id),
            links.collect::<String>(),
            related.collect::<String>(),
        );
        element("entry", &[], &content) + "\n"
    }
}

impl Feed<'_> {
    /// What a reader of the feed must know of the letter: whether it is a real one, what others have done to it, and what is due when.
    fn summary(&self, work: &Work) -> String {
        let interface = Interface::of(self.language);
        let status = status(&work.letter).map(|status| status.text(interface).to_owned());
        let standing = self.holdings.standing(&work.letter.id).map(|(standing, other)| {
            format!("{}{}", standing.message().labelled("", interface), name(&other.letter.id, interface))
        });
        let deadlines = days(&work.letter).map(|day| day.to_string()).collect::<Vec<_>>().join(", ");
        let deadlines = Some(deadlines).filter(|days| !days.is_empty());
        let deadlines = deadlines.map(|days| Message::Deadlines.labelled(&days, interface));
        let said: Vec<String> = status.into_iter().chain(standing).chain(deadlines).collect();
        if said.is_empty() {
            String::new()
        } else {
            element("summary", &[], &escaped(said.join("; "))) + "\n"
        }
    }
}

/// The beginning of the day, in UTC.
fn instant(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
