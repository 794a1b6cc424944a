//! Entries of bibliographies: BibTeX, RIS and CSL-JSON.
//!
//! A letter is a report: the one type that keeps its number in every format and in the styles that programs make of them.
//! `letter` and `document` lose it.

use std::collections::BTreeMap;

use super::exported::Exported;
use super::value::{Members, Value};
use crate::ids::{Date, DocumentId};
use crate::letter::Status;
use crate::resolver;

/// The publisher of all letters.
const PUBLISHER: &str = "ITU";

/// The place of publication, where the letter names none.
const PLACE: &str = "Geneva";

/// The genre of all letters, in English as the keywords of the formats are.
const GENRE: &str = "Circular letter";

/// The number of words of the subject in the key of a letter without a reference.
const MOST_WORDS_OF_KEY: usize = 6;

/// What a bibliography says about a letter. All texts are as the letter has them.
pub(super) struct Entry {
    /// A key that only this version of the letter has: `sg-cl-2020-43-fr`.
    pub(super) key: String,
    /// A key of the letter in all its versions: `sg-cl-2020-43`.
    pub(super) document: String,
    /// The name of the letter: `CL-20/43`.
    pub(super) number: Option<String>,
    /// The subject in one line.
    pub(super) title: String,
    author: String,
    place: String,
    date: Option<Date>,
    language: Option<&'static str>,
    pub(super) address: Option<String>,
    note: Option<&'static str>,
}

impl Entry {
    /// The entries of the letters, each with a key of its own.
    pub(super) fn all(letters: &[Exported<'_>]) -> Vec<Self> {
        let mut entries: Vec<Self> = letters.iter().map(Self::of).collect();
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for entry in &mut entries {
            let before = count.entry(entry.key.clone()).or_insert(0);
            *before += 1;
            if *before > 1 {
                entry.key += &format!("-{before}");
                entry.document += &format!("-{before}");
            }
        }
        entries
    }

    /// The name of the letter before the words, if it has one: `CL-20/43: …`.
    pub(super) fn named(&self, words: &str) -> String {
        match &self.number {
            Some(number) if number != words => format!("{number}: {words}"),
            _ => words.to_owned(),
        }
    }

    fn of(letter: &Exported<'_>) -> Self {
        let metadata = letter.metadata.as_ref();
        let head = &metadata.letterhead;
        let language = metadata.language.map(crate::ids::Language::code);
        let number = Some(letter.name.clone()).filter(|name| !name.is_empty());
        let title = metadata.title();
        // A letter without a reference is known by its date and its subject.
        let id = head.ids.first().map(ToString::to_string).or_else(|| number.clone()).unwrap_or_else(|| {
            let date = head.date.map(|date| date.to_string()).unwrap_or_default();
            let words = title.split(' ').take(MOST_WORDS_OF_KEY).collect::<Vec<_>>().join(" ");
            format!("{date} {words}")
        });
        Self {
            key: key([id.as_str()].into_iter().chain(language)),
            document: key([id.as_str()].into_iter()),
            title: if title.is_empty() { number.clone().unwrap_or_default() } else { title },
            number,
            author: head.issuer.clone().unwrap_or_else(|| PUBLISHER.to_owned()),
            place: head.place.clone().unwrap_or_else(|| PLACE.to_owned()),
            date: head.date,
            language,
            address: resolver::own_address(metadata),
            note: match metadata.status {
                Status::AsIssued => None,
                Status::Unofficial => Some("Unofficial translation"),
                Status::Specimen => Some("Specimen, not a letter of the Union"),
            },
        }
    }
}

/// The key of the letter with the id: `sg-cl-2020-43`.
pub(super) fn key_of(id: &DocumentId) -> String {
    key([id.to_string().as_str()].into_iter())
}

/// The words joined by hyphens, of letters and digits of ASCII alone: any program takes them as a name.
fn key<'text>(words: impl Iterator<Item = &'text str>) -> String {
    let words = words.flat_map(|word| word.split(|c: char| !c.is_ascii_alphanumeric()));
    let key = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    if key.is_empty() { "letter".to_owned() } else { key.to_ascii_lowercase() }
}

/// The letters as entries of BibTeX, `@techreport`; `langid` and `date` are for BibLaTeX, which reads the same file.
pub fn bibtex(letters: &[Exported<'_>]) -> String {
    Entry::all(letters).iter().map(bibtex_entry).collect::<Vec<_>>().join("\n")
}

fn bibtex_entry(entry: &Entry) -> String {
    let mut lines = String::new();
    let mut field = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            lines += &format!("  {name:<11} = {{{value}}},\n");
        }
    };
    // Within a second pair of braces, names are not divided at their commas and words keep their capitals.
    field("author", Some(format!("{{{}}}", in_bibtex(&entry.author))));
    field("title", Some(format!("{{{}}}", in_bibtex(&entry.title))));
    field("type", Some(GENRE.to_owned()));
    field("number", entry.number.as_deref().map(in_bibtex));
    field("institution", Some(format!("{{{PUBLISHER}}}")));
    field("address", Some(in_bibtex(&entry.place)));
    field("year", entry.date.map(|date| date.year().to_string()));
    field("date", entry.date.map(|date| date.to_string()));
    field("langid", entry.language.and_then(babel_name).map(str::to_owned));
    field("url", entry.address.as_ref().map(|address| address.replace(['{', '}'], "")));
    field("note", entry.note.map(in_bibtex));
    // The name of the month is that of the style, which is in no braces.
    let month = entry.date.and_then(|date| MONTHS.get(usize::from(date.month()).checked_sub(1)?));
    let month = month.map_or_else(String::new, |month| format!("  {:<11} = {month},\n", "month"));
    format!("@techreport{{{},\n{lines}{month}}}\n", entry.key)
}

/// The months as every style of BibTeX knows them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The text with the characters escaped that have a meaning in TeX.
fn in_bibtex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '{' | '}' | '#' | '$' | '%' | '&' | '_' => escaped.extend(['\\', c]),
            '\\' => escaped += "{\\textbackslash}",
            '~' => escaped += "{\\textasciitilde}",
            '^' => escaped += "{\\textasciicircum}",
            c => escaped.push(c),
        }
    }
    escaped
}

/// The name of the language for the `langid` of BibLaTeX (babel); none for Chinese, which babel loads in another way.
fn babel_name(code: &str) -> Option<&'static str> {
    Some(match code {
        "ar" => "arabic",
        "en" => "english",
        "es" => "spanish",
        "fr" => "french",
        "ru" => "russian",
        _ => return None,
    })
}

/// The letters as reports of RIS, the format of Reference Manager, with its line ends.
pub fn ris(letters: &[Exported<'_>]) -> String {
    Entry::all(letters).iter().map(ris_entry).collect::<Vec<_>>().join("\r\n")
}

fn ris_entry(entry: &Entry) -> String {
    let date = entry.date.map(|date| format!("{}/", date.to_string().replace('-', "/")));
    let year = entry.date.map(|date| date.year().to_string());
    let fields = [
        ("TY", Some("RPRT")),
        ("AU", Some(entry.author.as_str())),
        ("TI", Some(&entry.title)),
        ("M3", Some(GENRE)),
        ("SN", entry.number.as_deref()),
        ("PY", year.as_deref()),
        ("DA", date.as_deref()),
        ("PB", Some(PUBLISHER)),
        ("CY", Some(&entry.place)),
        ("LA", entry.language),
        ("UR", entry.address.as_deref()),
        ("N1", entry.note),
        ("ER", Some("")),
    ];
    let lines = fields.iter().filter_map(|(name, value)| Some(format!("{name}  - {}\r\n", (*value)?)));
    lines.collect()
}

/// The letters as items of the Citation Style Language, CSL-JSON 1.0.
pub fn csl(letters: &[Exported<'_>]) -> Value {
    Value::List(Entry::all(letters).iter().map(csl_item).collect())
}

fn csl_item(entry: &Entry) -> Value {
    let author = Members::new().text("literal", Some(&entry.author)).object();
    let mut members = Members::new();
    members
        .text("id", Some(&entry.key))
        .text("type", Some("report"))
        .text("genre", Some(GENRE))
        .text("number", entry.number.as_deref())
        .text("title", Some(&entry.title))
        .list("author", vec![author])
        .text("publisher", Some(PUBLISHER))
        .text("publisher-place", Some(&entry.place))
        .text("language", entry.language)
        .text("URL", entry.address.as_deref())
        .text("note", entry.note);
    if let Some(date) = entry.date {
        let parts = [usize::from(date.year()), usize::from(date.month()), usize::from(date.day())];
        let parts = Value::List(parts.map(Value::Number).to_vec());
        members.value("issued", Members::new().list("date-parts", vec![parts]).object());
    }
    members.object()
}
