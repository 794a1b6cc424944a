//! The list of contacts: who answers questions about what, as the newest letter says that names them.

use std::collections::HashSet;

use letters::address::Address;
use letters::ids::Language;
use letters::interface::{Interface, name};
use letters::letter::Contact;

use crate::address::relative;
use crate::holdings::{Holdings, Work};
use crate::html::{element, escaped, link, link_in};
use crate::particulars::Particulars;

/// The contacts of recent letters for a page of the language, those of the newest letters first; each once.
pub(crate) fn items(holdings: &Holdings, language: Language, here: &str) -> Vec<String> {
    let mut known = HashSet::new();
    let mut items = Vec::new();
    let shown = holdings.works().iter().rev().filter_map(|work| {
        let (version, particulars) = holdings.particulars(work, language)?;
        Some((work, version, particulars))
    });
    // First those that a letter in the language names, as it does.
    let (own, others): (Vec<_>, Vec<_>) = shown.partition(|(_, version, _)| *version == language);
    for (work, version, particulars) in own.into_iter().chain(others) {
        for contact in &particulars.contacts {
            if known.insert(key_of(contact)) {
                items.push(item(contact, particulars, (work, version), here));
            }
        }
    }
    items
}

/// What tells people apart: an address, which several may share, with a number; names are written in several ways.
fn key_of(contact: &Contact) -> String {
    let digits = |phone: &String| phone.chars().filter(char::is_ascii_digit).collect::<String>();
    let ways = [contact.emails.first().map(|email| email.to_lowercase()), contact.phones.first().map(digits)];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    if ways.is_empty() { contact.name.clone().unwrap_or_default() } else { ways.join(" ") }
}

fn item(
    contact: &Contact,
    particulars: &Particulars,
    (work, version): (&Work, Language),
    here: &str,
) -> String {
    let called = contact.name.as_ref().map(|name| element("span", &[("class", "name")], &escaped(name)));
    let emails = contact.emails.iter().map(|email| link(&format!("mailto:{email}"), email));
    let ways: Vec<String> = contact.phones.iter().map(|phone| number(phone)).chain(emails).collect();
    let letter = work.letter.versions.iter().find(|known| known.language == version);
    let subject = letter.and_then(|letter| letter.subject.as_deref());
    let subject = subject.map(|subject| format!(" – {subject}")).unwrap_or_default();
    let words = format!("{}{subject}", name(&work.letter.id, Interface::of(version)));
    let parts = [
        called.unwrap_or_default(),
        particulars.issuer.as_ref().map(|issuer| element("p", &[], &escaped(issuer))).unwrap_or_default(),
        element("p", &[], &ways.join(" · ")),
        element("p", &[], &link_in(version, &relative(here, &work.page(version)), words)),
    ];
    let language = [("lang", version.tag()), ("dir", version.direction().code())];
    element(
        "li",
        &language,
        &parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n"),
    ) + "\n"
}

/// A telephone number, which is a link if it can be dialled.
fn number(phone: &str) -> String {
    match Address::phone(phone) {
        Some(address) => {
            element("a", &[("href", &address.to_string())], &element("bdi", &[], &escaped(phone)))
        }
        None => element("bdi", &[], &escaped(phone)),
    }
}
