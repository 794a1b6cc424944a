//! Calendars (iCalendar, RFC 5545) of the deadlines and events of the last years: of all letters, of each series, and of each kind of
//! addressees, in each language.
//!
//! What a later letter moves keeps its name: a calendar that has it moves it too. What a letter has postponed or superseded without a new
//! date is tentative.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use letters::audience::Audience;
use letters::catalogue::{CataloguedLetter, Standing};
use letters::export::{Occasion, calendar_of};
use letters::ids::{Date, DocumentId, Language};
use letters::interface::{Interface, name};
use letters::letter::DateKind;

use crate::File;
use crate::holdings::{Holdings, Work};
use crate::lists::{series_of, status};
use crate::settings::Settings;
use crate::words::words;

/// What a calendar is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Scope {
    /// All letters.
    All,
    /// A series, by the name of its list.
    Series(String),
    /// The letters to a kind of addressees.
    Audience(Audience),
}

impl Scope {
    /// The path of the calendar in the language.
    pub(crate) fn path(&self, language: Language) -> String {
        let name = match self {
            Self::All => "all".to_owned(),
            Self::Series(series) => series.clone(),
            Self::Audience(audience) => format!("to-{}", audience.code()),
        };
        format!("calendars/{name}-{}.ics", language.code())
    }
}

/// The scopes that have a calendar in the language.
pub(crate) fn scopes(holdings: &Holdings, language: Language) -> BTreeSet<Scope> {
    let mut scopes = BTreeSet::new();
    for work in holdings.works() {
        let shown = holdings.particulars(work, language);
        if shown.is_some_and(|(_, particulars)| !particulars.occasions.is_empty()) {
            scopes.extend(scopes_of(holdings, work));
        }
    }
    scopes
}

/// The scopes whose calendars have the letter. One version may name addressees that the words of another do not.
fn scopes_of(holdings: &Holdings, work: &Work) -> BTreeSet<Scope> {
    let audiences = holdings.all_particulars(work).flat_map(|(_, particulars)| &particulars.audiences);
    let audiences = audiences.copied().map(Scope::Audience);
    [Scope::All, Scope::Series(series_of(&work.letter.id))].into_iter().chain(audiences).collect()
}

/// Makes the calendars in the language.
pub(crate) fn in_language(
    holdings: &Holdings,
    settings: &Settings,
    language: Language,
    take: &mut dyn FnMut(File),
) {
    let announced = announced(holdings, settings, language);
    let mut by_scope: BTreeMap<&Scope, Vec<&Occasion>> = BTreeMap::new();
    for (occasion, scopes) in &announced {
        scopes.iter().for_each(|scope| by_scope.entry(scope).or_default().push(occasion));
    }
    for (scope, occasions) in by_scope {
        let words = words(language);
        let name = match scope {
            Scope::All => words.site.to_owned(),
            Scope::Series(series) => format!("{} ({series})", words.site),
            Scope::Audience(audience) => format!("{} – {}", words.site, words.audience(*audience)),
        };
        take(File::new(scope.path(language), calendar_of(&name, occasions)));
    }
}

/// The occasions in the order in which they were first announced, as they are now, each with the scopes whose calendars have it.
fn announced(
    holdings: &Holdings,
    settings: &Settings,
    language: Language,
) -> Vec<(Occasion, BTreeSet<Scope>)> {
    let mut announced = Announced::default();
    for work in holdings.works() {
        let Some((version, particulars)) = holdings.particulars(work, language) else { continue };
        let scopes = scopes_of(holdings, work);
        let mut said = Vec::new();
        for occasion in &particulars.occasions {
            let mut occasion = occasion.clone();
            occasion.address = settings.absolute(&work.page(version)).or(occasion.address);
            tell_standing(&mut occasion, holdings, work, language);
            let moved = moved(&occasion, &work.letter);
            let origin = origin(&moved, &work.letter, holdings);
            said.extend(announced.add(occasion, &work.letter, (moved, origin), &scopes));
        }
        announced.note(said);
    }
    announced.occasions
}

/// A day on which a letter has said that something takes place, or begins.
type Said = (DocumentId, DateKind, Date);

/// What has been announced up to a letter.
#[derive(Default)]
struct Announced {
    occasions: Vec<(Occasion, BTreeSet<Scope>)>,
    /// The places of the occasions that letters have announced for a day, in the order of their texts: two deadlines may be on one.
    places: HashMap<Said, VecDeque<usize>>,
    names: HashSet<String>,
}

impl Announced {
    /// Adds what the letter announces, in the place of what it moves: what that may be, and where it was first announced. Returns what
    /// the next letter may say that it moves, and its place.
    fn add(
        &mut self,
        mut occasion: Occasion,
        letter: &CataloguedLetter,
        (moved, origin): (Vec<Said>, Option<Origin>),
        scopes: &BTreeSet<Scope>,
    ) -> Vec<(Said, usize)> {
        // Each of those on the day is moved once.
        let place = moved.iter().find_map(|said| Some((said, self.places.get_mut(said)?.pop_front()?)));
        let known = place.and_then(|(said, place)| Some((said, place, self.occasions.get_mut(place)?)));
        let place = match known {
            Some((said, place, (earlier, of_earlier))) => {
                occasion.moves = earlier.moves + 1;
                occasion.name.clone_from(&earlier.name);
                // A corrigendum gives another day, and may not say of what.
                if letter.corrects.contains(&said.0) {
                    occasion.kind = earlier.kind;
                    occasion.about.clone_from(&earlier.about);
                    occasion.summary.clone_from(&earlier.summary);
                    occasion.language = earlier.language;
                }
                *earlier = occasion.clone();
                of_earlier.extend(scopes.iter().cloned());
                place
            }
            None => {
                // The letter that announced it before is not held, or older.
                if let Some(Origin { said: (letter, kind, first), moves }) = origin {
                    occasion.name = Occasion::name(&letter, kind, first);
                    (occasion.kind, occasion.moves) = (kind, moves);
                }
                occasion.name = self.free(&occasion.name);
                self.occasions.push((occasion.clone(), scopes.clone()));
                self.occasions.len() - 1
            }
        };
        self.names.insert(occasion.name);
        // The next letter may say that it postpones only the first, and from its day or from the last one.
        let (kind, first) = (occasion.kind, occasion.days.0);
        let anew = moved.iter().map(|(letter, ..)| letter).chain([&letter.id]);
        let anew: Vec<Said> = anew.map(|letter| (letter.clone(), kind, first)).collect();
        anew.into_iter().chain(moved).map(|said| (said, place)).collect()
    }

    /// Notes where a letter has put what it says, for the letters behind it.
    fn note(&mut self, said: Vec<(Said, usize)>) {
        for (said, place) in said {
            self.places.entry(said).or_default().push_back(place);
        }
    }

    /// The name, with a number if another occasion has it.
    fn free(&self, name: &str) -> String {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut names = [name.to_owned()].into_iter().chain(numbered);
        names.find(|name| !self.names.contains(name)).unwrap_or_default()
    }
}

/// What the occasion may have been before: what the letters that this one affects announced for the day that it replaces. A
/// corrigendum may give two days and not say what they are of.
fn moved(occasion: &Occasion, letter: &CataloguedLetter) -> Vec<Said> {
    let Some((first, _)) = occasion.replaces else { return Vec::new() };
    let of_kind = |kind: DateKind| affected(letter).map(move |id| (id.clone(), kind, first));
    let of_corrected = letter.corrects.iter().flat_map(|id| {
        let kinds = [DateKind::Deadline, DateKind::Event].into_iter().filter(|kind| *kind != occasion.kind);
        kinds.map(|kind| (id.clone(), kind, first))
    });
    of_kind(occasion.kind).chain(of_corrected).collect()
}

/// The letters whose dates the letter may move.
fn affected(letter: &CataloguedLetter) -> impl Iterator<Item = &DocumentId> {
    [&letter.postpones, &letter.supersedes, &letter.corrects].into_iter().flatten()
}

/// Where something that has been moved was first announced.
struct Origin {
    said: Said,
    /// How often it has been moved since.
    moves: usize,
}

/// Where what a letter moves was first announced, as far as the site has the letters: so its name stays, whatever letters are recent.
fn origin(moved: &[Said], letter: &CataloguedLetter, holdings: &Holdings) -> Option<Origin> {
    // The letter among those that it may move which has the day.
    let has_day = |(id, kind, first): &&Said| {
        let dates = holdings.get(id).map(|work| &work.letter.dates);
        dates.is_some_and(|dates| dates.iter().any(|date| (date.kind, date.first) == (*kind, *first)))
    };
    let said = moved.iter().find(has_day).or(moved.first())?;
    // Only older letters are asked, so that this ends.
    let earlier = |((id, kind, first), newest): &(Said, Date)| {
        // A letter may say that it postpones only the first, and from the day on which another has put it.
        let letters = holdings.get(id).into_iter().chain(holdings.affecting(id)).map(|work| &work.letter);
        let older = letters.filter_map(|letter| Some((letter, letter.date.filter(|date| date < newest)?)));
        let mut dates =
            older.flat_map(|(letter, issued)| letter.dates.iter().map(move |date| (letter, issued, date)));
        dates.find_map(|(letter, issued, date)| {
            let (replaced, _) = date.replaces.filter(|_| (date.kind, date.first) == (*kind, *first))?;
            Some(((affected(letter).next()?.clone(), *kind, replaced), issued))
        })
    };
    let start = (said.clone(), letter.date.unwrap_or(said.2));
    let chain = std::iter::successors(Some(start), earlier);
    let (moves, (said, _)) = (1..).zip(chain).last()?;
    Some(Origin { said, moves })
}

/// Adds whether the letter is a real one, and what other letters have done to it, and when. What one of them moves is replaced later.
fn tell_standing(occasion: &mut Occasion, holdings: &Holdings, work: &Work, language: Language) {
    let interface = Interface::of(language);
    if let Some(status) = status(&work.letter) {
        occasion.description += &format!("\n{}", status.text(interface));
    }
    for (standing, other) in holdings.standing(&work.letter.id) {
        let called = name(&other.letter.id, interface);
        occasion.description += &format!("\n{}{called}", standing.message().labelled("", interface));
        occasion.is_tentative |= matches!(standing, Standing::PostponedBy | Standing::SupersededBy);
        occasion.announced =
            other.letter.date.map_or(occasion.announced, |date| date.max(occasion.announced));
    }
}
