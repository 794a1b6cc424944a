//! The panel of details: the metadata of the letter.

use yew::prelude::*;

use super::copying::{CopyOutcome, copy_button};
use super::vdom::{element, text};
use super::wording;
use letters::address::Address;
use letters::ids::Language;
use letters::interface::{Interface, Message};
use letters::letter::{Contact, KeyDate, Metadata};
use letters::page;

/// One line of the panel: a label and the values.
struct Line {
    label: Message,
    values: Vec<Detail>,
}

/// A value of the letter.
struct Detail {
    text: String,
    /// The machine-readable date, if it is one.
    datetime: Option<String>,
    /// The words of the letter around the value.
    around: Option<String>,
    /// The address that it links to.
    address: Option<Address>,
    /// Whether it has a copy button: numbers and addresses have one, sentences do not.
    copied: Copied,
    /// Its language, if that is not the language of the interface.
    language: Option<Language>,
}

/// The maximum number of key dates shown: a letter with more is a calendar.
const MOST_DATES: usize = 50;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Yes,
    No,
}

/// The panel: a disclosure with a description list. `node` refers to it, so that it can be scrolled into view;
/// `on_click` handles the clicks on its buttons, and `outcome` is that of the last copying.
pub(super) fn details(
    letter: &Metadata,
    interface: Interface,
    node: &NodeRef,
    outcome: &CopyOutcome,
    on_click: &Callback<MouseEvent>,
) -> Html {
    let line = |line: Line| {
        let label = line.label.text(interface);
        let term = element("dt", &[], [text(label)]);
        let values =
            line.values.iter().map(|value| element("dd", &[], shown(value, label, outcome, interface)));
        element("div", &[("class", Some("entry"))], [term].into_iter().chain(values))
    };
    let title = element("h2", &[], [text(Message::Details.text(interface))]);
    let list = element("dl", &[], lines(letter, interface).into_iter().map(line));
    html! {
        <details class="details" part="details" open=true ref={node.clone()} onclick={on_click}>
            { element("summary", &[], [title]) }
            { list }
        </details>
    }
}

/// A value, the words around it in the letter, and the button that copies it.
fn shown(value: &Detail, label: &str, outcome: &CopyOutcome, interface: Interface) -> Vec<Html> {
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
    let around = value.around.as_ref();
    let around =
        around.map(|around| element("q", &[("lang", language), ("dir", Some("auto"))], [text(around)]));
    let copy = (value.copied == Copied::Yes).then(|| copy_button(&value.text, label, outcome, interface));
    [words].into_iter().chain(around).chain(copy).collect()
}

/// The lines of the panel: those for which the letter has a value.
fn lines(letter: &Metadata, interface: Interface) -> Vec<Line> {
    let head = &letter.letterhead;
    let mut lines = Lines { lines: Vec::new(), language: letter.language };
    for reference in &head.references {
        lines.add(Message::Reference, Detail::copied(reference));
    }
    for id in &head.ids {
        lines.add(Message::Identifier, Detail::copied(&id.to_string()));
    }
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
    lines.key_dates(letter, interface);
    if let Some(signatory) = &letter.signatory {
        lines.texts(Message::Signatory, signatory.name.as_deref());
        lines.texts(Message::Signatory, signatory.title.as_deref());
    }
    lines.annexes(letter);
    if let Some(language) = letter.language {
        lines.add(Message::Language, Detail::text(language.native_name(), Some(language)));
    }
    lines.lines
}

/// The lines so far.
struct Lines {
    lines: Vec<Line>,
    /// The letter's language.
    language: Option<Language>,
}

impl Lines {
    /// Adds a value: to the last line, if that has the same label.
    fn add(&mut self, label: Message, value: Detail) {
        match self.lines.last_mut() {
            Some(last) if last.label == label => last.values.push(value),
            _ => self.lines.push(Line { label, values: vec![value] }),
        }
    }

    /// Adds text in the letter's language, if there is any.
    fn texts(&mut self, label: Message, text: Option<&str>) {
        if let Some(text) = text {
            self.add(label, Detail::text(text, self.language));
        }
    }

    /// Each event or deadline once, with the words around it, and a link to its paragraph.
    fn key_dates(&mut self, letter: &Metadata, interface: Interface) {
        let dates = &letter.key_dates;
        for (index, date) in dates.iter().enumerate().take(MOST_DATES) {
            let is_same = |other: &&KeyDate| (other.first, other.last) == (date.first, date.last);
            if dates.iter().take(index).any(|other| is_same(&other)) {
                continue;
            }
            // The body says more about an event than the subject does.
            let told = dates.iter().filter(is_same).find(|date| date.paragraph.is_some()).unwrap_or(date);
            self.add(
                Message::KeyDates,
                Detail {
                    address: told.paragraph.map(|number| Address::Place(page::paragraph_id(number))),
                    datetime: Some(date.first.to_string()),
                    around: Some(told.around.clone()),
                    ..Detail::text(&wording::period(date.first, date.last, interface), self.language)
                },
            );
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
            around: None,
            address: None,
            copied: Copied::No,
            language,
        }
    }

    fn copied(text: &str) -> Self {
        Self { copied: Copied::Yes, ..Self::text(text, None) }
    }
}
