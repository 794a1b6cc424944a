//! The deadlines and events of letters for calendars: iCalendar (RFC 5545).
//!
//! Each is an event of whole days that leaves the reader free. A deadline is one too: calendars of phones refuse tasks
//! (`VTODO`), or show them a day late. What the letter itself replaces (`DateKind::Earlier`) is in no calendar. Nothing
//! depends on the day on which the file is written: the same letters give the same bytes.

use super::bibliography::{self, Entry};
use super::content_lines::ContentLines;
use super::exported::Exported;
use crate::ids::{Date, DocumentId, Language};
use crate::letter::{DateKind, KeyDate};

/// The time before a deadline at which a calendar reminds of it: a week.
const REMINDER: &str = "-P7D";

/// A deadline or an event, as a calendar has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// Its name among all calendars; versions of a letter give it the same. What has the name of another is the same, and replaces it.
    pub name: String,
    /// What it is; never what a letter itself replaces.
    pub kind: DateKind,
    /// The first and the last day.
    pub days: (Date, Date),
    /// The first and the last day of what it replaces.
    pub replaces: Option<(Date, Date)>,
    /// What it is, in a line: the name of the letter, and what it says about the date.
    pub summary: String,
    /// What the letter says about the date; none if the line has only what the letter is about.
    pub about: Option<String>,
    /// What the letter says about it, in lines.
    pub description: String,
    /// The language of both.
    pub language: Option<Language>,
    /// The day on which it was announced.
    pub announced: Date,
    /// The address of the letter.
    pub address: Option<String>,
    /// How often it has been moved.
    pub moves: usize,
    /// Whether it is uncertain that it takes place on these days.
    pub is_tentative: bool,
}

impl Occasion {
    /// The name of an occasion that the letter announces; the first of its kind on the day.
    pub fn name(letter: &DocumentId, kind: DateKind, first: Date) -> String {
        named(&bibliography::key_of(letter), kind, first)
    }
}

fn named(document: &str, kind: DateKind, first: Date) -> String {
    format!("{document}-{}-{first}", kind.code())
}

/// The deadlines and events of the letters; `None` if they have none. Versions of a letter give an event the same name, so that a
/// calendar that has it already does not get another one.
///
/// `only` is the one date that is wanted, of those of the letters. It has the same name as among all.
pub fn calendar(letters: &[Exported<'_>], only: Option<&KeyDate>) -> Option<String> {
    let mut lines = begin();
    let mut is_empty = true;
    for (letter, entry) in letters.iter().zip(Entry::all(letters)) {
        each_event(letter, &entry, &mut |dates, event| {
            if only.is_none_or(|only| dates.iter().any(|date| std::ptr::eq(*date, only))) {
                event.write(&mut lines);
                is_empty = false;
            }
        });
    }
    lines.raw("END", "VCALENDAR");
    (!is_empty).then(|| lines.finish())
}

/// The deadlines and events of a letter.
pub fn occasions(letter: &Exported<'_>) -> Vec<Occasion> {
    let mut occasions = Vec::new();
    for entry in Entry::all(std::slice::from_ref(letter)) {
        each_event(letter, &entry, &mut |dates, event| {
            occasions.push(Occasion {
                name: event.name.to_owned(),
                kind: event.kind,
                days: event.days,
                replaces: dates.iter().find_map(|date| date.replaces),
                summary: event.summary.to_owned(),
                about: dates.iter().find_map(|date| date.about.clone()),
                description: event.description.to_owned(),
                language: event.language,
                announced: event.announced,
                address: event.address.map(str::to_owned),
                moves: 0,
                is_tentative: false,
            });
        });
    }
    occasions
}

/// A calendar with the occasions, under a name (RFC 7986, section 5.1; other programs know it by an older one).
pub fn calendar_of<'occasion>(
    name: &str,
    occasions: impl IntoIterator<Item = &'occasion Occasion>,
) -> String {
    let mut lines = begin();
    lines.text("NAME", name).text("X-WR-CALNAME", name);
    for occasion in occasions {
        let event = Event {
            name: &occasion.name,
            kind: occasion.kind,
            days: occasion.days,
            summary: &occasion.summary,
            description: &occasion.description,
            language: occasion.language,
            announced: occasion.announced,
            address: occasion.address.as_deref(),
            moves: occasion.moves,
            is_tentative: occasion.is_tentative,
        };
        event.write(&mut lines);
    }
    lines.raw("END", "VCALENDAR");
    lines.finish()
}

fn begin() -> ContentLines {
    let mut lines = ContentLines::default();
    lines
        .raw("BEGIN", "VCALENDAR")
        .raw("VERSION", "2.0")
        .raw("PRODID", "-//circular-viewer//circulars//EN")
        .raw("CALSCALE", "GREGORIAN")
        .raw("METHOD", "PUBLISH");
    lines
}

/// Calls with the occasions of the letter, each with the dates that name it.
fn each_event(letter: &Exported<'_>, entry: &Entry, call: &mut dyn FnMut(&[&KeyDate], Event<'_>)) {
    let mut before: Vec<String> = Vec::new();
    for dates in same_dates(&letter.metadata.key_dates) {
        let Some(date) = dates.first() else { continue };
        // Deadlines on the same day are told apart by their order in the letter.
        let name = named(&entry.document, date.kind, date.first);
        let same = before.iter().filter(|other| **other == name).count();
        let own = if same == 0 { name.clone() } else { format!("{name}-{}", same + 1) };
        before.push(name);
        let about = dates.iter().find_map(|date| date.about.as_deref()).unwrap_or(&entry.title);
        let until = date.until.iter().map(ToString::to_string);
        let around = dates.iter().map(|date| date.around.clone());
        let description = around.chain(until).chain([entry.title.clone()]);
        let event = Event {
            name: &own,
            kind: date.kind,
            days: (date.first, date.last),
            summary: &entry.named(about),
            description: &description.collect::<Vec<_>>().join("\n"),
            language: letter.metadata.language,
            announced: letter.metadata.letterhead.date.unwrap_or(date.first),
            address: entry.address.as_deref(),
            moves: 0,
            is_tentative: false,
        };
        call(&dates, event);
    }
}

/// The dates that a calendar shows, each with those that name the same: a letter names its meeting in the subject and in
/// several paragraphs. Deadlines are each for something else.
fn same_dates(dates: &[KeyDate]) -> Vec<Vec<&KeyDate>> {
    let mut occasions: Vec<Vec<&KeyDate>> = Vec::new();
    for date in dates.iter().filter(|date| date.kind != DateKind::Earlier) {
        let is_same = |other: &&mut Vec<&KeyDate>| {
            let first = other.first();
            first.is_some_and(|first| {
                date.kind == DateKind::Event
                    && (first.kind, first.first, first.last) == (date.kind, date.first, date.last)
            })
        };
        match occasions.iter_mut().find(is_same) {
            Some(same) => same.push(date),
            None => occasions.push(vec![date]),
        }
    }
    occasions
}

/// An occasion, as it is written.
struct Event<'text> {
    name: &'text str,
    kind: DateKind,
    days: (Date, Date),
    summary: &'text str,
    description: &'text str,
    language: Option<Language>,
    announced: Date,
    address: Option<&'text str>,
    moves: usize,
    is_tentative: bool,
}

impl Event<'_> {
    fn write(&self, lines: &mut ContentLines) {
        let language =
            self.language.map_or_else(String::new, |language| format!(";LANGUAGE={}", language.tag()));
        let (first, last) = self.days;
        lines
            .raw("BEGIN", "VEVENT")
            .raw("UID", &format!("{}@circular-letter", self.name))
            .raw("DTSTAMP", &format!("{}T000000Z", compact(self.announced)));
        if self.moves > 0 {
            lines.raw("SEQUENCE", &self.moves.to_string());
        }
        lines
            .raw("DTSTART;VALUE=DATE", &compact(first))
            // The day after the last: a calendar that lacks it makes its own guess.
            .raw("DTEND;VALUE=DATE", &compact(last.next().unwrap_or(last)))
            .text(&format!("SUMMARY{language}"), self.summary)
            .text(&format!("DESCRIPTION{language}"), self.description)
            .raw("CATEGORIES", if self.kind == DateKind::Deadline { "Deadline" } else { "Event" })
            .raw("TRANSP", "TRANSPARENT");
        if self.is_tentative {
            lines.raw("STATUS", "TENTATIVE");
        }
        if let Some(address) = self.address {
            lines.raw("URL", address);
        }
        if self.kind == DateKind::Deadline {
            lines
                .raw("BEGIN", "VALARM")
                .raw("ACTION", "DISPLAY")
                .text("DESCRIPTION", self.summary)
                .raw("TRIGGER", REMINDER)
                .raw("END", "VALARM");
        }
        lines.raw("END", "VEVENT");
    }
}

/// The date without hyphens: `20201005`.
fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}
