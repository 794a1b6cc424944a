//! Contacts: assigns numbers and addresses to persons.

use super::entries::SEPARATORS;
use super::parts::Role;
use super::types::Contact;
use crate::text::characters::{COLONS, digit, is_alphabetic, is_space};

/// The minimum number of digits of a telephone number: shorter ones continue the number before them.
const FEWEST_DIGITS: usize = 5;

/// Words for the switchboard of the house, and for its telefax (“Group 3”).
const HOUSE: [&str; 7] = ["switchboard", "Group", "standard", "central", "коммутатор", "总机", "المقسم"];

/// What a letterhead says about its contacts, in order.
#[derive(Default)]
pub(super) struct Entries {
    entries: Vec<Entry>,
}

enum Entry {
    Person(String),
    /// Numbers or addresses, with their role.
    Values(Role, Vec<String>),
}

impl Entries {
    /// Adds a person.
    pub(super) fn add_person(&mut self, text: &str) {
        let name = text.trim_end_matches(SEPARATORS).trim_end();
        // What has marks of other values is no name.
        if !name.is_empty() && !name.contains(|c| COLONS.contains(&c) || c == '@') {
            self.entries.push(Entry::Person(name.to_owned()));
        }
    }

    /// Adds the numbers or addresses of a part.
    pub(super) fn add_values(&mut self, role: Role, text: &str) {
        let values = match role {
            Role::Email => mailboxes(text),
            _ => match in_brackets(text) {
                // “Telephone (switchboard): …” is that of the house.
                Some((words, _)) if HOUSE.iter().any(|word| words.contains(word)) => Vec::new(),
                // “Tel. (direct line): …”
                Some((_, number)) => numbers(number),
                None => numbers(text),
            },
        };
        if !values.is_empty() {
            self.entries.push(Entry::Values(role, values));
        }
    }

    /// The contacts. Numbers and addresses belong to the last person named before them, or to a contact without a name. If
    /// several persons are named in a row, and each kind of value follows as often, the first is that of the first person:
    /// they stand in columns.
    pub(super) fn contacts(self) -> Vec<Contact> {
        let mut contacts: Vec<Contact> = Vec::new();
        let mut entries = self.entries.into_iter().peekable();
        loop {
            let mut persons = 0;
            while let Some(Entry::Person(name)) = entries.next_if(|entry| matches!(entry, Entry::Person(_))) {
                contacts.push(Contact { name: Some(name), ..Contact::default() });
                persons += 1;
            }
            let mut values = Vec::new();
            while let Some(Entry::Values(role, texts)) =
                entries.next_if(|entry| matches!(entry, Entry::Values(..)))
            {
                values.push((role, texts));
            }
            if persons == 0 && values.is_empty() {
                return contacts;
            }
            if contacts.is_empty() {
                contacts.push(Contact::default());
            }
            let first = contacts.len() - persons.max(1);
            let columns = in_columns(&values, persons);
            let mut places = [0; 3];
            for (role, texts) in values {
                let place = places.get_mut(kind(role));
                let column = place.filter(|_| columns).map_or(persons.max(1) - 1, |place| {
                    *place += 1;
                    *place - 1
                });
                if let Some(contact) = contacts.get_mut(first + column) {
                    contact.extend(role, texts);
                }
            }
        }
    }
}

impl Contact {
    fn extend(&mut self, role: Role, values: Vec<String>) {
        match role {
            Role::Phone => self.phones.extend(values),
            Role::Fax => self.faxes.extend(values),
            _ => self.emails.extend(values),
        }
    }
}

/// The words in brackets between the label and its number, if a colon follows them, and the number.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let (words, number) = text.trim_start().strip_prefix(['(', '（'])?.split_once([')', '）'])?;
    let number = number.trim_start().strip_prefix(COLONS).filter(|_| words.contains(is_alphabetic))?;
    Some((words, number.trim_start()))
}

/// The number of a kind of value.
const fn kind(role: Role) -> usize {
    match role {
        Role::Phone => 0,
        Role::Fax => 1,
        _ => 2,
    }
}

/// Whether each kind of value occurs once for each of several persons.
fn in_columns(values: &[(Role, Vec<String>)], persons: usize) -> bool {
    let mut counts = [0; 3];
    for (role, _) in values {
        if let Some(count) = counts.get_mut(kind(*role)) {
            *count += 1;
        }
    }
    persons > 1 && counts.iter().all(|count| *count == 0 || *count == persons)
}

/// The telephone numbers of a value: one, or several with separators between them.
fn numbers(text: &str) -> Vec<String> {
    let text = text
        .trim_end_matches(|c: char| c.is_ascii_punctuation() && c != ')' || SEPARATORS.contains(&c))
        .trim();
    let text = if text.contains('(') { text } else { text.trim_end_matches([')', '）']) };
    let digits = |text: &str| text.chars().filter(|c| digit(*c).is_some()).count();
    let separate: Vec<&str> = text.split(SEPARATORS).map(str::trim).collect();
    if separate.len() > 1 && separate.iter().all(|number| digits(number) >= FEWEST_DIGITS) {
        return separate.into_iter().map(str::to_owned).collect();
    }
    if text.is_empty() { Vec::new() } else { vec![text.to_owned()] }
}

/// The e-mail addresses in a value.
pub(super) fn mailboxes(text: &str) -> Vec<String> {
    let words = text.split(|c: char| {
        is_space(c)
            || !c.is_ascii()
            || SEPARATORS.contains(&c)
            || COLONS.contains(&c)
            || matches!(c, '<' | '>')
    });
    let trimmed = |word: &str| word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '_').to_owned();
    words.filter(|word| word.contains('@')).map(trimmed).collect()
}
