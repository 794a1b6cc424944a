//! What the head of a letter's page says to programs: its versions in other languages, what it is, how it is cited.

use letters::catalogue::CataloguedVersion;
use letters::export::Value;
use letters::ids::Language;
use letters::letter::{DateKind, KeyDate, Metadata};

use crate::holdings::Work;
use crate::html::{element, in_script, void};
use crate::settings::Settings;

/// What the head of a letter's page says.
pub(crate) struct Head {
    /// Absolute, as its readers demand.
    links: Vec<Link>,
    metas: Vec<Meta>,
    linked_data: Value,
}

/// An address of the letter, or of a version of it.
enum Link {
    Canonical(String),
    /// With the language of the version; `x-default` leads to all of them.
    Alternate(&'static str, String),
}

/// A statement about the page: the attribute that its vocabulary uses for names, the name, and what it says.
type Meta = (&'static str, &'static str, String);

impl Head {
    /// That of the version in the language.
    pub(crate) fn of(work: &Work, language: Language, metadata: &Metadata, settings: &Settings) -> Self {
        Self {
            links: links(work, language, settings),
            metas: metas(work, language, metadata, settings),
            linked_data: linked_data(work, language, metadata, settings),
        }
    }

    /// The head as elements.
    pub(crate) fn html(&self) -> String {
        let links = self.links.iter().map(|link| match link {
            Link::Canonical(address) => void("link", &[("rel", "canonical"), ("href", address)]),
            Link::Alternate(tag, address) => {
                void("link", &[("rel", "alternate"), ("hreflang", tag), ("href", address)])
            }
        });
        let metas =
            self.metas.iter().map(|(key, name, content)| void("meta", &[(key, name), ("content", content)]));
        let mut json = String::new();
        self.linked_data.write_compact(&mut json);
        let data = element("script", &[("type", "application/ld+json")], &in_script(&json)) + "\n";
        links.chain(metas).chain([data]).collect()
    }

    /// The head as members of an object.
    pub(crate) fn members(self) -> Vec<(&'static str, Value)> {
        let text = |text: &str| Value::Text(text.to_owned());
        let mut alternates = Vec::new();
        let mut members = Vec::new();
        for link in &self.links {
            match link {
                Link::Canonical(address) => members.push(("canonical", text(address))),
                Link::Alternate(tag, address) => {
                    alternates.push(Value::Object(vec![("hreflang", text(tag)), ("href", text(address))]));
                }
            }
        }
        let metas = self.metas.iter();
        let metas = metas
            .map(|(key, name, content)| Value::Object(vec![(key, text(name)), ("content", text(content))]));
        members.push(("alternates", Value::List(alternates)));
        members.push(("metas", Value::List(metas.collect())));
        members.push(("linkedData", self.linked_data));
        members
    }
}

/// The canonical address and the versions: each page names all of them and itself, and the page that leads to all.
fn links(work: &Work, language: Language, settings: &Settings) -> Vec<Link> {
    let version = work.letter.versions.iter().find(|version| version.language == language);
    // A page that declares itself a copy has no versions of its own.
    if let Some(of_itu) = version.and_then(|version| settings.address_at_itu(&work.letter, version)) {
        return vec![Link::Canonical(of_itu)];
    }
    let Some(own) = settings.absolute(&work.page(language)) else { return Vec::new() };
    // Copies name none, so that none of the others can name them.
    let is_original = |version: &&CataloguedVersion| settings.address_at_itu(&work.letter, version).is_none();
    let alternates = work.letter.versions.iter().filter(is_original).filter_map(|version| {
        let address = settings.absolute(&work.page(version.language))?;
        Some(Link::Alternate(version.language.tag(), address))
    });
    let neutral = settings.absolute(&work.chooser()).map(|address| Link::Alternate("x-default", address));
    [Link::Canonical(own)].into_iter().chain(alternates).chain(neutral).collect()
}

/// How the letter is cited, for reference managers (Highwire Press), and how it is shown where it is shared (Open Graph).
fn metas(work: &Work, language: Language, metadata: &Metadata, settings: &Settings) -> Vec<Meta> {
    let title = Some(metadata.title());
    let date = metadata.letterhead.date.map(|date| date.to_string());
    let issuer = metadata.letterhead.issuer.clone();
    let number = metadata.letterhead.references.first().cloned();
    let address = settings.absolute(&work.page(language));
    let said = [
        ("name", "citation_title", title.clone()),
        ("name", "citation_author", issuer),
        ("name", "citation_publication_date", date),
        ("name", "citation_technical_report_number", number),
        ("name", "citation_public_url", address.clone()),
        ("property", "og:title", title),
        ("property", "og:url", address),
        ("property", "og:type", Some("article".to_owned())),
        ("property", "og:locale", Some(language.tag().to_owned())),
    ];
    said.into_iter().filter_map(|(key, name, content)| Some((key, name, content?))).collect()
}

/// What the page is, as linked data (schema.org): the letter, and the events that it announces.
fn linked_data(work: &Work, language: Language, metadata: &Metadata, settings: &Settings) -> Value {
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
    Value::Object(letter)
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
