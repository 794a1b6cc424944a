//! Contacts: assigns numbers and addresses to persons.

use super::entries::SEPARATORS;
use super::parts::Role;
use super::types::Contact;
use crate::text::characters::{COLONS, digit, is_space};

/// The minimum number of digits of a telephone number: shorter ones continue the number before them.
const FEWEST_DIGITS: usize = 5;

/// Adds a person; numbers and addresses that follow belong to that person.
pub(super) fn add_person(contacts: &mut Vec<Contact>, text: &str) {
    let name = text.trim_end_matches(SEPARATORS).trim_end();
    if !name.is_empty() {
        contacts.push(Contact { name: Some(name.to_owned()), ..Contact::default() });
    }
}

/// Adds the numbers or addresses of a part to the last person named, or to a contact without a name.
pub(super) fn add_values(contacts: &mut Vec<Contact>, role: Role, text: &str) {
    let values = if role == Role::Email { mailboxes(text) } else { numbers(text) };
    if values.is_empty() {
        return;
    }
    if contacts.is_empty() {
        contacts.push(Contact::default());
    }
    let Some(contact) = contacts.last_mut() else { return };
    match role {
        Role::Phone => contact.phones.extend(values),
        Role::Fax => contact.faxes.extend(values),
        Role::Email => contact.emails.extend(values),
        _ => {}
    }
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
fn mailboxes(text: &str) -> Vec<String> {
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
