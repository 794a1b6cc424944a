//! What the head of a letter's page says to programs: its versions in other languages, what it is, how it is cited.

use letters::catalogue::CataloguedVersion;
use letters::export::Value;
use letters::ids::Language;
use letters::letter::{DateKind, KeyDate, Metadata};

use crate::holdings::Work;
use crate::html::{element, in_script, void};
use crate::settings::Settings;

/// The canonical address and the versions: each page names all of them and itself, and the page that leads to all. These addresses
/// are absolute, as their readers demand.
pub(crate) fn versions(work: &Work, language: Language, settings: &Settings) -> String {
    let own = settings.absolute(&work.page(language));
    let version = work.letter.versions.iter().find(|version| version.language == language);
    let of_itu = version.and_then(|version| settings.address_at_itu(&work.letter, version));
    let mut head = String::new();
    // A page that declares itself a copy has no versions of its own.
    if let Some(address) = of_itu {
        return void("link", &[("rel", "canonical"), ("href", &address)]);
    }
    if let Some(own) = own {
        head += &void("link", &[("rel", "canonical"), ("href", &own)]);
        // Copies name none, so that none of the others can name them.
        let is_original =
            |version: &&CataloguedVersion| settings.address_at_itu(&work.letter, version).is_none();
        for version in work.letter.versions.iter().filter(is_original) {
            if let Some(address) = settings.absolute(&work.page(version.language)) {
                let attributes =
                    [("rel", "alternate"), ("hreflang", version.language.tag()), ("href", &address)];
                head += &void("link", &attributes);
            }
        }
        if let Some(address) = settings.absolute(&work.chooser()) {
            head += &void("link", &[("rel", "alternate"), ("hreflang", "x-default"), ("href", &address)]);
        }
    }
    head
}

/// How the letter is cited, for reference managers (Highwire Press), and how it is shown where it is shared (Open Graph).
pub(crate) fn citing(work: &Work, language: Language, metadata: &Metadata, settings: &Settings) -> String {
    let title = metadata.title();
    let date = metadata.letterhead.date.map(|date| date.to_string());
    let issuer = metadata.letterhead.issuer.clone();
    let number = metadata.letterhead.references.first().cloned();
    let address = settings.absolute(&work.page(language));
    let named = [
        ("citation_title", Some(&title)),
        ("citation_author", issuer.as_ref()),
        ("citation_publication_date", date.as_ref()),
        ("citation_technical_report_number", number.as_ref()),
        ("citation_public_url", address.as_ref()),
    ];
    let of_graph = [("og:title", Some(&title)), ("og:url", address.as_ref())];
    let named = named
        .into_iter()
        .filter_map(|(name, value)| Some(void("meta", &[("name", name), ("content", value?)])));
    let of_graph = of_graph
        .into_iter()
        .filter_map(|(name, value)| Some(void("meta", &[("property", name), ("content", value?)])));
    let fixed = [("og:type", "article"), ("og:locale", language.tag())]
        .map(|(name, value)| void("meta", &[("property", name), ("content", value)]));
    named.chain(of_graph).chain(fixed).collect()
}

/// What the page is, as linked data (schema.org): the letter, and the events that it announces.
pub(crate) fn linked_data(
    work: &Work,
    language: Language,
    metadata: &Metadata,
    settings: &Settings,
) -> String {
    let text = |text: &str| Value::Text(text.to_owned());
    let mut letter = vec![
        ("@context", text("https://schema.org")),
        ("@type", Value::List(vec![text("Message"), text("DigitalDocument")])),
        ("identifier", text(&work.letter.id.to_string())),
        ("name", text(&metadata.title())),
        ("inLanguage", text(language.tag())),
    ];
    if let Some(date) = metadata.letterhead.date {
        letter.push(("datePublished", text(&date.to_string())));
        letter.push(("dateSent", text(&date.to_string())));
    }
    if let Some(issuer) = &metadata.letterhead.issuer {
        letter.push(("sender", object("Organization", &[("name", issuer)])));
    }
    if let Some(address) = settings.absolute(&work.page(language)) {
        letter.push(("url", text(&address)));
    }
    let others = work.letter.versions.iter().filter(|version| version.language != language);
    let translations: Vec<Value> = others
        .filter_map(|version| {
            let address = settings.absolute(&work.page(version.language))?;
            Some(object("DigitalDocument", &[("url", &address), ("inLanguage", version.language.tag())]))
        })
        .collect();
    if !translations.is_empty() {
        letter.push(("workTranslation", Value::List(translations)));
    }
    let mut events: Vec<(&KeyDate, Value)> = Vec::new();
    for date in metadata.key_dates.iter().filter(|date| date.kind == DateKind::Event) {
        // A letter names its meeting in the subject and in several paragraphs.
        if !events.iter().any(|(known, _)| (known.first, known.last) == (date.first, date.last)) {
            events.push((date, event(date)));
        }
    }
    if !events.is_empty() {
        letter.push(("about", Value::List(events.into_iter().map(|(_, event)| event).collect())));
    }
    let mut json = String::new();
    Value::Object(letter).write_compact(&mut json);
    element("script", &[("type", "application/ld+json")], &in_script(&json)) + "\n"
}

fn event(date: &KeyDate) -> Value {
    let (first, last) = (date.first.to_string(), date.last.to_string());
    let name = date.about.as_deref().unwrap_or(&date.around);
    let mut members = vec![("name", name), ("startDate", &first), ("endDate", &last)];
    let earlier = date.replaces.map(|(first, _)| first.to_string());
    if let Some(earlier) = &earlier {
        members.push(("eventStatus", "https://schema.org/EventRescheduled"));
        members.push(("previousStartDate", earlier));
    }
    object("Event", &members)
}

fn object(kind: &str, members: &[(&'static str, &str)]) -> Value {
    let kind = ("@type", Value::Text(kind.to_owned()));
    let members = members.iter().map(|(name, value)| (*name, Value::Text((*value).to_owned())));
    Value::Object([kind].into_iter().chain(members).collect())
}
