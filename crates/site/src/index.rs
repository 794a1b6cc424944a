//! The index of a site: the catalogue in shards, for lists and references of any number of letters.
//!
//! `index.json` is another form of the catalogue that the element takes: it says what can be filtered by, and which shards there
//! are. A shard has what a list says of some letters of a year, for readers of one language, the latest letter first; the shards of a
//! year are numbered from its beginning, so that only the last of them changes with a new letter. What the page of a letter needs is
//! in its [slice](crate::Holdings::slice), whose folder follows from the letter's id. No file is longer than 60 kB.

use std::collections::{BTreeMap, BTreeSet};

use letters::catalogue::{CataloguedLetter, Standing};
use letters::export::Value;
use letters::ids::{Date, DocumentId, Language};
use letters::letter::{DateKind, Status};

use crate::File;
use crate::holdings::{Holdings, Work};

/// The length of a shard, in bytes as [`length_of`] estimates it.
const LONGEST: usize = 48_000;

/// Letters of a year that are in one shard.
struct Shard<'site> {
    year: Option<u16>,
    /// Its number in the year, from 1.
    number: usize,
    /// The oldest first.
    works: Vec<&'site Work>,
}

impl Shard<'_> {
    fn path(&self, language: Language) -> String {
        format!("index/{}/{}-{}.json", language.code(), year_name(self.year), self.number)
    }
}

/// The year in names; `undated` for letters without a date.
fn year_name(year: Option<u16>) -> String {
    year.map_or_else(|| "undated".to_owned(), |year| format!("{year:04}"))
}

/// The shards, the latest first.
fn shards(holdings: &Holdings) -> Vec<Shard<'_>> {
    let mut shards: Vec<Shard<'_>> = Vec::new();
    let mut length = 0;
    for work in holdings.works() {
        let year = work.letter.date.map(Date::year);
        length += length_of(&work.letter);
        match shards.last_mut() {
            Some(last) if last.year == year && length <= LONGEST => last.works.push(work),
            last => {
                let number = last.filter(|last| last.year == year).map_or(1, |last| last.number + 1);
                length = length_of(&work.letter);
                shards.push(Shard { year, number, works: vec![work] });
            }
        }
    }
    shards.reverse();
    shards
}

/// About the length of the letter in a shard, in bytes: in the language in which it is the longest.
fn length_of(letter: &CataloguedLetter) -> usize {
    let longest = |text: fn(&letters::catalogue::CataloguedVersion) -> Option<&String>| {
        letter.versions.iter().filter_map(text).map(String::len).max().unwrap_or_default()
    };
    let subject = longest(|version| version.subject.as_ref());
    220 + subject + subject / 8 + longest(|version| version.reference.as_ref()) + letter.dates.len() * 13
}

/// Makes the shards in the language.
pub(crate) fn in_language(holdings: &Holdings, language: Language, take: &mut dyn FnMut(File)) {
    for shard in shards(holdings) {
        let mut json = String::from("[");
        for (place, work) in shard.works.iter().rev().enumerate() {
            json += if place > 0 { ",\n" } else { "\n" };
            entry(holdings, work, language).write_compact(&mut json);
        }
        take(File::new(shard.path(language), json + "\n]\n"));
    }
}

/// What a list says of the letter to readers of the language.
fn entry(holdings: &Holdings, work: &Work, language: Language) -> Value {
    let letter = &work.letter;
    let text = |text: String| Value::Text(text);
    let list = |texts: Vec<String>| Value::List(texts.into_iter().map(Value::Text).collect());
    let mut members =
        vec![("id", text(letter.id.to_string())), ("folder", text(name_of_folder(work).to_owned()))];
    members.extend(letter.date.map(|date| ("date", text(date.to_string()))));
    members.extend(letter.issuer.map(|issuer| ("issuer", text(issuer.code().to_owned()))));
    let languages = letter.versions.iter().map(|version| version.language.code().to_owned());
    members.push(("languages", list(languages.collect())));
    if let Some(version) = letter.version(language) {
        members.push(("language", text(version.language.code().to_owned())));
        let said = [("subject", &version.subject), ("reference", &version.reference)];
        members.extend(said.into_iter().filter_map(|(name, value)| Some((name, text(value.clone()?)))));
    }
    if letter.versions.iter().all(|version| version.status == Status::Specimen) {
        members.push(("status", text(Status::Specimen.code().to_owned())));
    }
    let deadlines = letter.dates.iter().filter(|date| date.kind == DateKind::Deadline);
    let deadlines: BTreeSet<String> = deadlines.map(|date| date.last.to_string()).collect();
    if !deadlines.is_empty() {
        members.push(("deadlines", list(deadlines.into_iter().collect())));
    }
    let effects = holdings.standing(&letter.id).map(|(standing, other)| {
        let by = ("by", text(other.letter.id.to_string()));
        Value::Object(vec![("standing", text(name_of(standing).to_owned())), by])
    });
    let effects: Vec<Value> = effects.collect();
    if !effects.is_empty() {
        members.push(("standing", Value::List(effects)));
    }
    Value::Object(members)
}

/// The name of the standing in catalogues.
const fn name_of(standing: Standing) -> &'static str {
    match standing {
        Standing::SupersededBy => "supersededBy",
        Standing::PostponedBy => "postponedBy",
        _ => "correctedBy",
    }
}

fn name_of_folder(work: &Work) -> &str {
    work.folder.rsplit('/').next().unwrap_or_default()
}

/// `index.json`.
pub(crate) fn root(holdings: &Holdings) -> File {
    let texts = |texts: Vec<String>| Value::List(texts.into_iter().map(Value::Text).collect());
    let works = holdings.works();
    let shards = shards(holdings);
    // The newest letter of each series stands for its name.
    let mut series: Vec<(String, &DocumentId)> = Vec::new();
    let mut known = BTreeSet::new();
    for work in works.iter().rev() {
        let name = series_of(&work.letter.id);
        if known.insert(name.clone()) {
            series.push((name, &work.letter.id));
        }
    }
    let mut years: Vec<String> =
        shards.iter().filter(|shard| shard.year.is_some()).map(|shard| year_name(shard.year)).collect();
    years.dedup();
    let languages = Language::ALL.into_iter().filter(|language| works.iter().any(|work| work.has(*language)));
    let (folders, exceptions) = folders(works);
    let of_shard = |shard: &Shard<'_>| {
        let of: BTreeSet<String> = shard.works.iter().map(|work| series_of(&work.letter.id)).collect();
        let of = series.iter().enumerate().filter(|(_, (name, _))| of.contains(name));
        let of = of.map(|(place, _)| Value::Number(place)).collect();
        let deadlines = shard.works.iter().flat_map(|work| &work.letter.dates);
        let deadlines = deadlines.filter(|date| date.kind == DateKind::Deadline);
        let last = deadlines.map(|date| date.last).max().map(|day| Value::Text(day.to_string()));
        let described =
            [Value::Text(year_name(shard.year)), Value::Number(shard.works.len()), Value::List(of)];
        Value::List(described.into_iter().chain(last).collect())
    };
    let members = vec![
        // A program that does not know shards finds an empty catalogue.
        ("letters", Value::List(Vec::new())),
        ("count", Value::Number(works.len())),
        ("years", texts(years)),
        ("series", texts(series.iter().map(|(_, id)| id.to_string()).collect())),
        ("languages", texts(languages.map(|language| language.code().to_owned()).collect())),
        ("folders", pairs(folders)),
        ("exceptions", pairs(exceptions)),
        ("shards", Value::List(shards.iter().map(of_shard).collect())),
    ];
    let mut json = String::new();
    Value::Object(members).write_compact(&mut json);
    File::new("index.json", json + "\n")
}

/// The series of a letter in its id: `sg/cl`.
fn series_of(id: &DocumentId) -> String {
    id.to_string().split('/').take(2).collect::<Vec<_>>().join("/")
}

fn pairs(map: BTreeMap<String, String>) -> Value {
    let pairs = map.into_iter();
    Value::List(pairs.map(|(one, other)| Value::List(vec![Value::Text(one), Value::Text(other)])).collect())
}

/// How the folders of letters begin, by series: behind it, the rest of the id follows with hyphens. And the folders of letters of
/// which this is not true.
fn folders(works: &[Work]) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let mut folders: BTreeMap<String, String> = BTreeMap::new();
    let mut exceptions = BTreeMap::new();
    for work in works {
        let (id, folder) = (work.letter.id.to_string(), name_of_folder(work));
        let series = series_of(&work.letter.id);
        let safe = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
        let rest: String = id.strip_prefix(&series).unwrap_or_default().chars().map(safe).collect();
        let begins = folders.get(&series).map(String::as_str);
        match (begins, folder.strip_suffix(&rest)) {
            (None, Some(begins)) => drop(folders.insert(series, begins.to_owned())),
            (Some(begins), Some(found)) if begins == found => {}
            _ => drop(exceptions.insert(id, folder.to_owned())),
        }
    }
    (folders, exceptions)
}
