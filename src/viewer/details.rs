//! The panel of details: the metadata of the letter. What the letter does not show at a glance comes first: its dates, as
//! deadlines, events, and the earlier dates that it replaces.

use yew::prelude::*;

use super::copying::copy_button;
use super::vdom::{element, text};
use super::wording;
use letters::address::Address;
use letters::ids::Language;
use letters::interface::{Interface, Message};
use letters::letter::{Contact, DateKind, KeyDate, Metadata};
use letters::page;

/// One line of the panel: a label and the values.
struct Line {
    label: Message,
    source: Source,
    values: Vec<Detail>,
}

/// What the values of a line are, or where they stand in the letter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    /// Dates, which have all the width.
    Dates,
    /// In the letterhead or the signature: where the panel is beside the sheet, it does not repeat them.
    Head,
    /// In the text, or nowhere.
    Text,
}

/// A value of the letter.
struct Detail {
    text: String,
    /// The machine-readable date, if it is one.
    datetime: Option<String>,
    /// What happens or is due on the date, in the words of the letter.
    what: Option<String>,
    /// Whether the date is still one.
    time: Time,
    /// The address that it links to.
    address: Option<Address>,
    /// Whether it has a copy button: numbers and addresses have one, sentences do not.
    copied: Copied,
    /// Its language, if that is not the language of the interface.
    language: Option<Language>,
}

/// What has become of a date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Time {
    /// Nothing: it is still to come, or the value is no date of that kind.
    Current,
    /// It has passed.
    Passed,
    /// The letter replaces it by another.
    Earlier,
}

/// The maximum number of dates of a kind shown: a letter with more is a calendar.
const MOST_DATES: usize = 50;

/// The number of dates of a kind that are shown at once. The others can be opened.
const DATES_AT_ONCE: usize = 5;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Yes,
    No,
}

/// The panel: a disclosure with a description list.
pub(super) fn details(letter: &Metadata, interface: Interface) -> Html {
    let line = |line: Line| {
        let label = line.label.text(interface);
        let term = element("dt", &[], [text(label)]);
        let value = |tag: &'static str, value: &Detail| {
            let class = (value.time != Time::Current).then_some("passed");
            element(tag, &[("class", class)], shown(value, label, interface))
        };
        let most = if line.source == Source::Dates { DATES_AT_ONCE } else { usize::MAX };
        let (first, rest) = line.values.split_at_checked(most).unwrap_or((&line.values, &[]));
        let rest = (!rest.is_empty()).then(|| {
            let more = Message::More.about(rest.len(), interface);
            let values = element("ul", &[], rest.iter().map(|other| value("li", other)));
            element("dd", &[], [element("details", &[], [element("summary", &[], [text(&more)]), values])])
        });
        let class = match line.source {
            Source::Dates => "entry dates",
            Source::Head => "entry of-head",
            Source::Text => "entry",
        };
        let values = first.iter().map(|first| value("dd", first)).chain(rest);
        element("div", &[("class", Some(class))], [term].into_iter().chain(values))
    };
    let title = element("h2", &[], [text(Message::Details.text(interface))]);
    let list = element("dl", &[], lines(letter, interface).into_iter().map(line));
    let attributes = [("class", Some("details")), ("part", Some("details")), ("open", Some(""))];
    element("details", &attributes, [element("summary", &[], [title]), list])
}

/// A value: what happens on it, if it is a date, and the button that copies it.
fn shown(value: &Detail, label: &str, interface: Interface) -> Vec<Html> {
    let language = value.language.map(Language::tag);
    let words = text(&value.text);
    let words = match &value.datetime {
        Some(datetime) => element("time", &[("datetime", Some(datetime))], [words]),
        None if matches!(value.address, Some(Address::Mail(_) | Address::Phone(_))) => words,
        None => element("bdi", &[("lang", language)], [words]),
    };
    let words = match &value.address {
        Some(address) => {
            let left_to_right = matches!(address, Address::Mail(_) | Address::Phone(_)).then_some("ltr");
            element("a", &[("href", Some(&address.to_string())), ("dir", left_to_right)], [words])
        }
        // In a box of its own, so that text of another direction keeps it and still begins where its neighbours do.
        None => element("span", &[], [words]),
    };
    let words = if value.time == Time::Earlier { element("s", &[], [words]) } else { words };
    let what = value.what.as_ref().map(|what| {
        element("span", &[("class", Some("what")), ("lang", language), ("dir", Some("auto"))], [text(what)])
    });
    let passed = (value.time == Time::Passed).then(|| text(Message::Passed.text(interface)));
    let passed = passed.map(|words| element("span", &[], [words]));
    let copy = (value.copied == Copied::Yes).then(|| copy_button(&value.text, label, interface));
    what.into_iter().chain([words]).chain(passed).chain(copy).collect()
}

/// The lines of the panel: those for which the letter has a value.
fn lines(letter: &Metadata, interface: Interface) -> Vec<Line> {
    let head = &letter.letterhead;
    let mut lines = Lines { lines: Vec::new(), language: letter.language, source: Source::Dates };
    lines.dates(letter, interface);
    lines.source = Source::Text;
    lines.annexes(letter);
    for reference in &head.references {
        lines.add(Message::Reference, Detail::copied(reference));
    }
    lines.source = Source::Head;
    if let Some(date) = head.date {
        let datetime = Some(date.to_string());
        lines.add(Message::Date, Detail { datetime, ..Detail::text(&wording::date(date, interface), None) });
    }
    lines.texts(Message::Place, head.place.as_deref());
    lines.texts(Message::Issuer, head.issuer.as_deref());
    lines.texts(Message::Unit, head.unit.as_deref());
    head.contacts.iter().for_each(|contact| lines.contact(contact));
    head.addressees.iter().for_each(|text| lines.texts(Message::Addressees, Some(text)));
    head.copies.iter().for_each(|text| lines.texts(Message::Copies, Some(text)));
    if let Some(signatory) = &letter.signatory {
        lines.texts(Message::Signatory, signatory.name.as_deref());
        lines.texts(Message::Signatory, signatory.title.as_deref());
    }
    lines.source = Source::Text;
    if let Some(language) = letter.language {
        lines.add(Message::Language, Detail::text(language.native_name(), Some(language)));
    }
    for id in &head.ids {
        lines.add(Message::Identifier, Detail::copied(&id.to_string()));
    }
    lines.lines
}

/// The lines so far.
struct Lines {
    lines: Vec<Line>,
    /// The letter's language.
    language: Option<Language>,
    /// Where the next values stand in the letter.
    source: Source,
}

impl Lines {
    /// Adds a value: to the last line, if that has the same label.
    fn add(&mut self, label: Message, value: Detail) {
        match self.lines.last_mut() {
            Some(last) if last.label == label => last.values.push(value),
            _ => self.lines.push(Line { label, source: self.source, values: vec![value] }),
        }
    }

    /// Adds text in the letter's language, if there is any.
    fn texts(&mut self, label: Message, text: Option<&str>) {
        if let Some(text) = text {
            self.add(label, Detail::text(text, self.language));
        }
    }

    /// The dates by kind: those to come first, then those that have passed.
    fn dates(&mut self, letter: &Metadata, interface: Interface) {
        let is_passed = |date: &&KeyDate| wording::is_over(date.last);
        for (kind, label) in [
            (DateKind::Deadline, Message::Deadlines),
            (DateKind::Event, Message::Events),
            (DateKind::Earlier, Message::EarlierDates),
        ] {
            let of_kind = letter.key_dates.iter().filter(|date| date.kind == kind);
            let (passed, coming): (Vec<_>, Vec<_>) = told_once(of_kind).into_iter().partition(is_passed);
            for date in coming.into_iter().chain(passed).take(MOST_DATES) {
                // Of tasks of one day, each has its own place.
                let is_it = |other: &&KeyDate| {
                    is_same(other, date) && (kind != DateKind::Deadline || other.about == date.about)
                };
                let paragraph = letter.key_dates.iter().filter(is_it).find_map(|other| other.paragraph);
                let paragraph = date.paragraph.or(paragraph);
                let time = match kind {
                    DateKind::Earlier => Time::Earlier,
                    _ if is_passed(&date) => Time::Passed,
                    _ => Time::Current,
                };
                self.add(
                    label,
                    Detail {
                        address: paragraph.map(|number| Address::Place(number.to_string())),
                        datetime: Some(date.first.to_string()),
                        what: date.about.clone(),
                        time,
                        ..Detail::text(&written(date, interface), self.language)
                    },
                );
            }
        }
    }

    /// The annexes, with a link to each that has a heading.
    fn annexes(&mut self, letter: &Metadata) {
        for annex in &letter.annexes {
            let parts = [annex.number.as_deref(), annex.title.as_deref()].into_iter().flatten();
            let mut text = parts.collect::<Vec<_>>().join(" – ");
            if text.is_empty() {
                text.push('–');
            }
            let address = annex.heading.map(|heading| Address::Place(page::annex_id(heading)));
            self.add(Message::Annexes, Detail { address, ..Detail::text(&text, self.language) });
        }
    }

    fn contact(&mut self, contact: &Contact) {
        self.texts(Message::Contact, contact.name.as_deref());
        for number in &contact.phones {
            self.add(Message::Phone, Detail { address: Address::phone(number), ..Detail::copied(number) });
        }
        for number in &contact.faxes {
            self.add(Message::Fax, Detail::copied(number));
        }
        for address in &contact.emails {
            self.add(Message::Email, Detail { address: Address::mail(address), ..Detail::copied(address) });
        }
    }
}

impl Detail {
    fn text(text: &str, language: Option<Language>) -> Self {
        Self {
            text: text.to_owned(),
            datetime: None,
            what: None,
            time: Time::Current,
            address: None,
            copied: Copied::No,
            language,
        }
    }

    fn copied(text: &str) -> Self {
        Self { copied: Copied::Yes, ..Self::text(text, None) }
    }
}

/// Whether both are of the same kind and days.
fn is_same(one: &KeyDate, other: &KeyDate) -> bool {
    (one.kind, one.first, one.last) == (other.kind, other.first, other.last)
}

/// The dates without repetitions. A letter tells of an event in several places, and most of it in one of them; on one day,
/// however, several things may be due.
fn told_once<'letter>(dates: impl Iterator<Item = &'letter KeyDate>) -> Vec<&'letter KeyDate> {
    let length = |date: &KeyDate| date.about.as_ref().map_or(0, String::len);
    let mut told: Vec<&KeyDate> = Vec::new();
    for date in dates {
        let is_repeated = |other: &&mut &KeyDate| {
            let is_other_task = date.kind == DateKind::Deadline
                && date.about.is_some()
                && other.about.is_some()
                && date.about != other.about;
            is_same(other, date) && !is_other_task
        };
        match told.iter_mut().find(is_repeated) {
            Some(known) if length(known) < length(date) => *known = date,
            Some(_) => (),
            None => told.push(date),
        }
    }
    told
}

/// The days of the date in words, with the hour of a deadline that has one.
fn written(date: &KeyDate, interface: Interface) -> String {
    let days = wording::period(date.first, date.last, interface);
    let until = date.until.map(|instant| instant.to_string()).unwrap_or_default();
    match until.split_once('T') {
        Some((day, hour)) if day == date.last.to_string() => {
            format!("{days}, {} UTC", hour.trim_end_matches('Z'))
        }
        _ => days,
    }
}
