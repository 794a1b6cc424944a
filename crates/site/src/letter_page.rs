//! The pages of one letter: each version, the pages in languages that it lacks, and the page that leads to all.
//!
//! A version is there as HTML, complete without a script, with what other letters say of it before it, and behind it what the
//! element shows in its panels: versions, details, dates, references. Where the element runs, it takes the place of both.

use letters::catalogue::Catalogue;
use letters::export::Value;
use letters::ids::{DocumentId, Language};
use letters::interface::{Interface, Message, name};
use letters::letter::{Contact, DateKind, KeyDate, Metadata};
use letters::page::{self, Address, Node};
use letters::resolver::{self, LocatedCatalogue, Reference, Sources, address_of};
use letters::{Version, export, record};

use crate::File;
use crate::address::relative;
use crate::head::Head;
use crate::holdings::Work;
use crate::html::{element, escaped, link, link_in, void};
use crate::lists;
use crate::settings::Settings;
use crate::shell::Page;
use crate::words::words;

/// The files of a version: its page, its record, and its Markdown. `slice` is what the holdings have [for the letter](crate::Holdings::slice).
pub fn version(
    work: &Work,
    slice: &Catalogue,
    language: Language,
    (version, source): (&Version, &str),
    settings: &Settings,
) -> [File; 3] {
    let metadata = &version.letter().metadata;
    let heading = element("h1", &[("class", "unseen")], &escaped(named(work, language)));
    let letter = shown(work, slice, (version, source), &Addresses::FromFolder(work), language);
    let path = work.page(language);
    let check = [("type", "module"), ("src", &*relative(&path, "check.js"))];
    let document = Page {
        title: title(version),
        head: Head::of(work, language, metadata, settings).html() + &element("script", &check, "") + "\n",
        content: heading + "\n" + &letter,
        language,
        path: path.clone(),
    };
    let json = record::to_json(version, source, &format!("{}.md", language.code()));
    [
        File::new(path, document.document(settings)),
        File::new(work.record(language), json),
        File::new(work.source(language), source),
    ]
}

/// The files of a version for the pages of another system: the letter as it is on its page, and what the head of that page says, as
/// JSON. All addresses are absolute; so there are none if that of the site is not known. `slice` is what the holdings have [with such
/// addresses](crate::Holdings::absolute_slice).
pub fn fragment(
    work: &Work,
    slice: &Catalogue,
    language: Language,
    (version, source): (&Version, &str),
    settings: &Settings,
) -> Option<[File; 2]> {
    let site = settings.address.as_deref()?;
    let addresses = Addresses::Absolute(site);
    let letter = shown(work, slice, (version, source), &addresses, language);
    let text = |text: &str| Value::Text(text.to_owned());
    let list = |paths: &[String]| Value::List(paths.iter().map(|path| text(&addresses.of(path))).collect());
    let script = settings.programs.as_ref().map(|programs| format!("{programs}/circular-letter.js"));
    let members = [
        ("title", text(&title(version))),
        ("lang", text(language.tag())),
        ("dir", text(language.direction().code())),
        ("styles", list(&["letter.css", "fragment.css"].map(str::to_owned))),
        ("scripts", list(script.as_slice())),
    ];
    let head = Head::of(work, language, &version.letter().metadata, settings).members();
    let head = Value::Object(members.into_iter().chain(head).collect());
    // WordPress leaves what stands between these comments as it is; without them it makes paragraphs of lines.
    let html = format!("<!-- wp:html -->\n{letter}<!-- /wp:html -->\n");
    Some([File::new(work.fragment(language), html), File::new(work.head(language), head.to_json() + "\n")])
}

/// The paths of the files of the version, with those of its fragment where the site has fragments.
pub fn paths(work: &Work, language: Language, settings: &Settings) -> Vec<String> {
    let fragment = settings.has_fragments && settings.address.is_some();
    let fragment = fragment.then(|| [work.fragment(language), work.head(language)]);
    let page = [work.page(language), work.record(language), work.source(language)];
    page.into_iter().chain(fragment.into_iter().flatten()).collect()
}

/// How the addresses of a letter's page are written.
enum Addresses<'site> {
    /// As seen from the folder of the letter.
    FromFolder(&'site Work),
    /// Behind the address of the site.
    Absolute(&'site str),
}

impl Addresses<'_> {
    /// The address of the path from the root of the site.
    fn of(&self, path: &str) -> String {
        match self {
            Self::FromFolder(work) => relative(&work.chooser(), path),
            Self::Absolute(site) => format!("{site}{path}"),
        }
    }
}

/// What a page calls the version: its reference and its subject.
fn title(version: &Version) -> String {
    let letter = version.letter();
    let words = [letter.name(), letter.metadata.title()];
    words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" – ")
}

/// The element with the letter in it, complete without a script, and what is beside it.
fn shown(
    work: &Work,
    slice: &Catalogue,
    (version, source): (&Version, &str),
    addresses: &Addresses<'_>,
    language: Language,
) -> String {
    let letter = version.letter();
    let metadata = &letter.metadata;
    let sources = Sources { catalogue: Some(LocatedCatalogue::relative(slice)), entries: &[], language };
    let references = resolver::resolve(&metadata.letterhead, version.citations().to_vec(), sources);
    let article = page::article(letter, &references, language, record::mark(source));
    let standing = standing(slice, &work.letter.id, language);
    let inside = page::to_html(&standing.into_iter().chain([article]).collect::<Vec<_>>());
    let id = work.letter.id.to_string();
    let catalogue = addresses.of(&work.slice());
    let attributes = [
        ("catalogue", catalogue.as_str()),
        ("letter", id.as_str()),
        ("lang", language.code()),
        ("ui-lang", language.code()),
    ];
    let beside = beside(work, language, metadata, &references, addresses);
    element("circular-letter", &attributes, &inside) + "\n" + &beside + &dossiers(work, language, addresses)
}

/// The files of a letter that do not depend on the text of its versions: the pages in languages that it lacks, the page that leads to
/// all versions, and what the element needs of the catalogue.
pub fn work(work: &Work, slice: &Catalogue, settings: &Settings) -> Vec<File> {
    let missing = Language::ALL.into_iter().filter(|language| !work.has(*language));
    let mut files: Vec<File> = missing.map(|language| missing_page(work, language, settings)).collect();
    files.push(chooser(work, settings));
    // The element reads the records, and leads to the pages.
    let record = |file: &str| file.strip_suffix(".html").map(|stem| format!("{stem}.json"));
    files.push(File::new(work.slice(), export::catalogue_with_records(slice, &record)));
    files
}

fn missing_page(work: &Work, language: Language, settings: &Settings) -> File {
    let title = named(work, language);
    let content = element("h1", &[], &escaped(&title))
        + "\n"
        + &element("p", &[], words(language).missing)
        + "\n"
        + &versions(work, None, &Addresses::FromFolder(work));
    let path = work.page(language);
    let head = void("meta", &[("name", "robots"), ("content", "noindex")]);
    File::new(path.clone(), Page { path, language, title, head, content }.document(settings))
}

/// For readers whose language nobody knows: the versions, each in its language, and nothing else to read.
fn chooser(work: &Work, settings: &Settings) -> File {
    let language =
        work.letter.version(Language::English).map_or(Language::English, |version| version.language);
    let title = named(work, language);
    let content =
        element("h1", &[], &escaped(&title)) + "\n" + &versions(work, None, &Addresses::FromFolder(work));
    let path = work.chooser();
    File::new(path.clone(), Page { path, language, title, head: String::new(), content }.document(settings))
}

/// The name of the letter in the language.
fn named(work: &Work, language: Language) -> String {
    name(&work.letter.id, Interface::of(language))
}

/// The versions as links, but for the one that is shown.
fn versions(work: &Work, shown: Option<Language>, addresses: &Addresses<'_>) -> String {
    let links =
        work.letter.versions.iter().filter(|version| Some(version.language) != shown).map(|version| {
            let subject =
                version.subject.as_deref().map(|subject| format!(": {subject}")).unwrap_or_default();
            let words = format!("{}{subject}", version.language.native_name());
            element("li", &[], &link_in(version.language, &addresses.of(&work.page(version.language)), words))
                + "\n"
        });
    element("ul", &[("class", "versions")], &format!("\n{}", links.collect::<String>())) + "\n"
}

/// What a reader must know before the letter.
fn standing(slice: &Catalogue, id: &DocumentId, language: Language) -> Option<Node> {
    let address = |id: &DocumentId| Address::of_target(&address_of(slice, slice.get(id)?, language)?);
    page::standing(&slice.effects(id), address, language)
}

/// The lists of the letters that belong with this one, or cite the same documents.
fn dossiers(work: &Work, language: Language, addresses: &Addresses<'_>) -> String {
    if work.dossiers.is_empty() {
        return String::new();
    }
    let (interface, title) = (Interface::of(language), words(language).dossiers);
    let links = work.dossiers.iter().map(|(page, id)| {
        let address = addresses.of(&lists::path(language, page));
        element("li", &[], &link(&address, name(id, interface))) + "\n"
    });
    let list = element("ul", &[("class", "choices")], &format!("\n{}", links.collect::<String>()));
    let content = format!("\n{}\n{list}\n", element("h2", &[], &escaped(title)));
    element("nav", &[("class", "related"), ("aria-label", title)], &content) + "\n"
}

/// What the element shows beside a letter, for readers without it.
fn beside(
    work: &Work,
    language: Language,
    metadata: &Metadata,
    references: &[Reference],
    addresses: &Addresses<'_>,
) -> String {
    let interface = Interface::of(language);
    let mut parts = String::new();
    if work.letter.versions.len() > 1 {
        parts += &section(words(language).versions, &versions(work, Some(language), addresses));
    }
    parts += &section(Message::Details.text(interface), &details(metadata, interface));
    if !references.is_empty() {
        parts += &section(Message::References.text(interface), &list_of(work, references, interface));
    }
    element("div", &[("class", "beside")], &format!("\n{parts}")) + "\n"
}

fn section(title: &str, content: &str) -> String {
    element("section", &[], &format!("\n{}\n{content}", element("h2", &[], &escaped(title)))) + "\n"
}

fn details(metadata: &Metadata, interface: Interface) -> String {
    let head = &metadata.letterhead;
    let mut rows = String::new();
    let mut row = |label: Message, content: String| {
        if !content.is_empty() {
            rows += &format!(
                "{}{}\n",
                element("dt", &[], &escaped(label.text(interface))),
                element("dd", &[], &content)
            );
        }
    };
    row(Message::Issuer, head.issuer.as_ref().map(escaped).unwrap_or_default());
    row(Message::Reference, head.references.iter().map(escaped).collect::<Vec<_>>().join(", "));
    row(
        Message::Date,
        head.date
            .map(|date| element("time", &[("datetime", &date.to_string())], &date.to_string()))
            .unwrap_or_default(),
    );
    row(Message::Contact, head.contacts.iter().map(contact).collect::<Vec<_>>().join("<br>"));
    row(Message::Deadlines, dates(metadata, DateKind::Deadline));
    row(Message::Events, dates(metadata, DateKind::Event));
    element("dl", &[], &format!("\n{rows}")) + "\n"
}

fn contact(contact: &Contact) -> String {
    let emails = contact.emails.iter().map(|email| link(&format!("mailto:{email}"), email));
    let words = contact.name.iter().chain(&contact.phones).map(escaped);
    words.chain(emails).collect::<Vec<_>>().join(", ")
}

/// The dates of the kind, each with what it is about, and a link to its place.
fn dates(metadata: &Metadata, kind: DateKind) -> String {
    let items = metadata
        .key_dates
        .iter()
        .filter(|date| date.kind == kind)
        .map(|date| element("li", &[], &dated(date)));
    let items: String = items.collect();
    if items.is_empty() { items } else { element("ul", &[], &items) }
}

fn dated(date: &KeyDate) -> String {
    let first = element("time", &[("datetime", &date.first.to_string())], &date.first.to_string());
    let days = match date.last == date.first {
        true => first,
        false => format!(
            "{first} – {}",
            element("time", &[("datetime", &date.last.to_string())], &date.last.to_string())
        ),
    };
    let about = escaped(date.about.as_deref().unwrap_or(&date.around));
    match date.paragraph {
        Some(paragraph) => format!("{days}: {}", element("a", &[("href", &format!("#{paragraph}"))], &about)),
        None => format!("{days}: {about}"),
    }
}

/// The documents that the letter cites, each once.
fn list_of(work: &Work, references: &[Reference], interface: Interface) -> String {
    let mut listed: Vec<&DocumentId> = Vec::new();
    let mut items = String::new();
    for reference in references {
        let id = &reference.citation.id;
        if listed.contains(&id) || *id == DocumentId::Awaited || *id == work.letter.id {
            continue;
        }
        listed.push(id);
        let called = name(id, interface);
        let called = match &reference.target {
            Some(target) => link(&target.address, called),
            None => escaped(called),
        };
        let title = reference.title.as_ref().map(|(title, language)| {
            let attributes = [("lang", language.tag()), ("dir", language.direction().code())];
            format!(": {}", element("span", &attributes, &escaped(title)))
        });
        items += &(element("li", &[], &format!("{called}{}", title.unwrap_or_default())) + "\n");
    }
    element("ul", &[], &format!("\n{items}")) + "\n"
}
