//! The contacts of letters for address books: vCard 4 (RFC 6350) and vCard 3 (RFC 2426), which Outlook needs.

use super::bibliography::Entry;
use super::content_lines::{ContentLines, escaped};
use super::exported::Exported;
use crate::address::Address;
use crate::letter::Contact;

/// The organization of all contacts.
const ORGANIZATION: &str = "ITU";

/// A version of vCard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardVersion {
    /// RFC 6350.
    Four,
    /// RFC 2426.
    Three,
}

/// A card for each contact of the letters; `None` if they have none.
pub fn contact_cards(letters: &[Exported<'_>], version: CardVersion) -> Option<String> {
    let mut lines = ContentLines::default();
    let mut is_empty = true;
    // A person who is in several letters has one card, that of the first.
    let mut before: Vec<&Contact> = Vec::new();
    for (letter, entry) in letters.iter().zip(Entry::all(letters)) {
        for contact in &letter.metadata.letterhead.contacts {
            if !before.contains(&contact) {
                before.push(contact);
                is_empty &= !card(&mut lines, letter, &entry, contact, version);
            }
        }
    }
    (!is_empty).then(|| lines.finish())
}

/// Writes the card of the contact. False if there is nothing to call it by.
fn card(
    lines: &mut ContentLines,
    letter: &Exported<'_>,
    entry: &Entry,
    contact: &Contact,
    version: CardVersion,
) -> bool {
    let issuer = letter.metadata.letterhead.issuer.as_deref();
    let name = contact.name.as_deref().or(issuer).or(contact.emails.first().map(String::as_str));
    let Some(name) = name else { return false };
    let is_four = version == CardVersion::Four;
    lines.raw("BEGIN", "VCARD").raw("VERSION", if is_four { "4.0" } else { "3.0" }).text("FN", name);
    if is_four {
        lines.raw("KIND", if contact.name.is_some() { "individual" } else { "org" });
    } else {
        // The whole name: which part of it is the family's, the letter does not say.
        lines.raw("N", &format!("{};;;;", escaped(name)));
    }
    let unit = issuer.map_or_else(String::new, |issuer| format!(";{}", escaped(issuer)));
    lines.raw("ORG", &format!("{ORGANIZATION}{unit}"));
    for phone in &contact.phones {
        number(lines, phone, "voice", version);
    }
    for fax in &contact.faxes {
        number(lines, fax, "fax", version);
    }
    for address in &contact.emails {
        lines.text(if is_four { "EMAIL;TYPE=work" } else { "EMAIL;TYPE=INTERNET,WORK" }, address);
    }
    if let Some(language) = letter.metadata.language.filter(|_| is_four) {
        lines.raw("LANG", language.tag());
    }
    if let Some(date) = letter.metadata.letterhead.date {
        let day = if is_four { date.to_string().replace('-', "") } else { date.to_string() };
        lines.raw("REV", &if is_four { format!("{day}T000000Z") } else { day });
    }
    if let Some(address) = &entry.address {
        lines.raw("URL", address);
    }
    if let Some(number) = &entry.number {
        lines.text("NOTE", number);
    }
    lines.raw("END", "VCARD");
    true
}

/// Writes a number: as an address to dial, or as text where it is not one number.
fn number(lines: &mut ContentLines, text: &str, kind: &str, version: CardVersion) {
    // “6311 / 6312”: two numbers.
    let dialled = Address::phone(text).filter(|_| !text.contains("/ "));
    match (version, dialled) {
        (CardVersion::Four, Some(address)) => {
            lines.raw(&format!("TEL;VALUE=uri;TYPE=\"work,{kind}\""), &address.to_string());
        }
        (CardVersion::Four, None) => {
            lines.text(&format!("TEL;VALUE=text;TYPE=\"work,{kind}\""), text);
        }
        (CardVersion::Three, Some(Address::Phone(number))) => {
            lines.raw(&format!("TEL;TYPE=WORK,{}", kind.to_uppercase()), &number);
        }
        (CardVersion::Three, _) => {
            lines.text(&format!("TEL;TYPE=WORK,{}", kind.to_uppercase()), text);
        }
    }
}
