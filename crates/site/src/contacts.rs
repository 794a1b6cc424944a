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
    for work in holdings.works().iter().rev() {
        let Some((version, particulars)) = holdings.particulars(work, language) else { continue };
        for contact in &particulars.contacts {
            // The addresses tell people apart; names are written in several ways.
            let key = contact.emails.first().or(contact.name.as_ref()).map(|key| key.to_lowercase());
            if key.is_some_and(|key| known.insert(key)) {
                items.push(item(contact, particulars, (work, version), here));
            }
        }
    }
    items
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
