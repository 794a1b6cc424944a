//! The deadlines and events of letters for calendars: iCalendar (RFC 5545).
//!
//! Each is an event of whole days that leaves the reader free. A deadline is one too: calendars of phones refuse tasks
//! (`VTODO`), or show them a day late. What the letter itself replaces (`DateKind::Earlier`) is in no calendar. Nothing
//! depends on the day on which the file is written: the same letters give the same bytes.

use super::bibliography::Entry;
use super::content_lines::ContentLines;
use super::exported::Exported;
use crate::ids::Date;
use crate::letter::{DateKind, KeyDate};

/// The time before a deadline at which a calendar reminds of it: a week.
const REMINDER: &str = "-P7D";

/// The deadlines and events of the letters; `None` if they have none. Versions of a letter give an event the same name, so that a
/// calendar that has it already does not get another one.
///
/// `only` is the one date that is wanted, of those of the letters. It has the same name as among all.
pub fn calendar(letters: &[Exported<'_>], only: Option<&KeyDate>) -> Option<String> {
    let mut lines = ContentLines::default();
    lines
        .raw("BEGIN", "VCALENDAR")
        .raw("VERSION", "2.0")
        .raw("PRODID", "-//circular-viewer//circulars//EN")
        .raw("CALSCALE", "GREGORIAN")
        .raw("METHOD", "PUBLISH");
    let mut is_empty = true;
    for (letter, entry) in letters.iter().zip(Entry::all(letters)) {
        let mut before: Vec<String> = Vec::new();
        for dates in occasions(&letter.metadata.key_dates) {
            let Some(first) = dates.first() else { continue };
            // Deadlines on the same day are told apart by their order in the letter.
            let name = format!("{}-{}-{}", entry.document, first.kind.code(), first.first);
            let same = before.iter().filter(|other| **other == name).count();
            let uid = if same == 0 { name.clone() } else { format!("{name}-{}", same + 1) };
            before.push(name);
            if only.is_some_and(|only| !dates.iter().any(|date| std::ptr::eq(*date, only))) {
                continue;
            }
            event(&mut lines, letter, &entry, &dates, &uid);
            is_empty = false;
        }
    }
    lines.raw("END", "VCALENDAR");
    (!is_empty).then(|| lines.finish())
}

/// The dates that a calendar shows, each with those that name the same: a letter names its meeting in the subject and in
/// several paragraphs. Deadlines are each for something else.
fn occasions(dates: &[KeyDate]) -> Vec<Vec<&KeyDate>> {
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

fn event(lines: &mut ContentLines, letter: &Exported<'_>, entry: &Entry, dates: &[&KeyDate], uid: &str) {
    let [date, ..] = dates else { return };
    let about = dates.iter().find_map(|date| date.about.as_deref()).unwrap_or(&entry.title);
    let language =
        letter.metadata.language.map_or_else(String::new, |language| format!(";LANGUAGE={}", language.tag()));
    let stamp = letter.metadata.letterhead.date.unwrap_or(date.first);
    let until = date.until.iter().map(ToString::to_string);
    let description = dates.iter().map(|date| date.around.clone()).chain(until).chain([entry.title.clone()]);
    lines
        .raw("BEGIN", "VEVENT")
        .raw("UID", &format!("{uid}@circular-letter"))
        .raw("DTSTAMP", &format!("{}T000000Z", compact(stamp)))
        .raw("DTSTART;VALUE=DATE", &compact(date.first))
        // The day after the last: a calendar that lacks it makes its own guess.
        .raw("DTEND;VALUE=DATE", &compact(date.last.next().unwrap_or(date.last)))
        .text(&format!("SUMMARY{language}"), &entry.named(about))
        .text(&format!("DESCRIPTION{language}"), &description.collect::<Vec<_>>().join("\n"))
        .raw("CATEGORIES", if date.kind == DateKind::Deadline { "Deadline" } else { "Event" })
        .raw("TRANSP", "TRANSPARENT");
    if let Some(address) = &entry.address {
        lines.raw("URL", address);
    }
    if date.kind == DateKind::Deadline {
        lines
            .raw("BEGIN", "VALARM")
            .raw("ACTION", "DISPLAY")
            .text("DESCRIPTION", &entry.named(about))
            .raw("TRIGGER", REMINDER)
            .raw("END", "VALARM");
    }
    lines.raw("END", "VEVENT");
}

/// The date without hyphens: `20201005`.
fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}
