//! Calendars (iCalendar, RFC 5545) of the deadlines and events of the last years: of all letters, of each series, and of each kind of
//! addressees, in each language.
//!
//! What a later letter moves keeps its name: a calendar that has it moves it too. What a letter has postponed without a new date is
//! tentative.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use letters::audience::Audience;
use letters::catalogue::{CataloguedLetter, Standing};
use letters::export::{Occasion, calendar_of};
use letters::ids::{Date, DocumentId, Language};
use letters::interface::{Interface, name};
use letters::letter::DateKind;

use crate::File;
use crate::holdings::{Holdings, Work};
use crate::lists::series_of;
use crate::settings::Settings;

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

/// The scopes that have a calendar, the same in each language.
pub(crate) fn scopes(holdings: &Holdings) -> BTreeSet<Scope> {
    let mut scopes = BTreeSet::new();
    for work in holdings.works() {
        let particulars = holdings.all_particulars(work);
        let announcing = particulars.filter(|(_, particulars)| !particulars.occasions.is_empty());
        for (_, particulars) in announcing {
            scopes.insert(Scope::All);
            scopes.insert(Scope::Series(series_of(&work.letter.id)));
            scopes.extend(particulars.audiences.iter().copied().map(Scope::Audience));
        }
    }
    scopes
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
        take(File::new(scope.path(language), calendar_of(occasions)));
    }
}

/// The occasions in the order in which they were first announced, as they are now, each with the scopes whose calendars have it.
fn announced(
    holdings: &Holdings,
    settings: &Settings,
    language: Language,
) -> Vec<(Occasion, BTreeSet<Scope>)> {
    let mut announced: Vec<(Occasion, BTreeSet<Scope>)> = Vec::new();
    // Where the occasion is that a letter announces for the days.
    let mut places: HashMap<(&DocumentId, DateKind, (Date, Date)), usize> = HashMap::new();
    for work in holdings.works() {
        let Some((version, particulars)) = holdings.particulars(work, language) else { continue };
        let mut scopes = BTreeSet::from([Scope::All, Scope::Series(series_of(&work.letter.id))]);
        // One version may name what the words of another do not.
        let audiences = holdings.all_particulars(work).flat_map(|(_, particulars)| &particulars.audiences);
        scopes.extend(audiences.copied().map(Scope::Audience));
        for occasion in &particulars.occasions {
            let mut occasion = occasion.clone();
            occasion.address = settings.absolute(&work.page(version)).or(occasion.address);
            tell_standing(&mut occasion, holdings, work, language);
            let moved = moved(&occasion, &work.letter);
            let known = moved.iter().find_map(|key| places.get(key).copied());
            // The next letter may say that it postpones only the first.
            let letters = moved.iter().map(|(letter, ..)| *letter).chain([&work.letter.id]);
            let keys: Vec<_> = letters.map(|letter| (letter, occasion.kind, occasion.days)).collect();
            match (known.and_then(|place| Some((place, announced.get_mut(place)?))), moved.first()) {
                (Some((place, (earlier, of_earlier))), _) => {
                    occasion.moves = earlier.moves + 1;
                    occasion.name.clone_from(&earlier.name);
                    *earlier = occasion;
                    of_earlier.extend(scopes.iter().cloned());
                    places.extend(keys.into_iter().map(|key| (key, place)));
                }
                (None, moved) => {
                    // The letter that first announced it is not held, or older.
                    if let Some((letter, kind, (first, _))) = moved {
                        occasion.name = Occasion::name(letter, *kind, *first);
                        occasion.moves = 1;
                    }
                    let place = announced.len();
                    places.extend(keys.into_iter().map(|key| (key, place)));
                    announced.push((occasion, scopes.clone()));
                }
            }
        }
    }
    announced
}

/// What the occasion may have been before: what the letters that this one affects announced for the days that it replaces.
fn moved<'letter>(
    occasion: &Occasion,
    letter: &'letter CataloguedLetter,
) -> Vec<(&'letter DocumentId, DateKind, (Date, Date))> {
    let affected = [&letter.postpones, &letter.supersedes, &letter.corrects].into_iter().flatten();
    let before = occasion
        .replaces
        .iter()
        .flat_map(|days| affected.clone().map(|id| (id, occasion.kind, *days)).collect::<Vec<_>>());
    before.collect()
}

/// Adds what other letters have done to the letter. What is moved by one of them is replaced later.
fn tell_standing(occasion: &mut Occasion, holdings: &Holdings, work: &Work, language: Language) {
    let interface = Interface::of(language);
    for (standing, other) in holdings.standing(&work.letter.id) {
        let called = name(&other.letter.id, interface);
        occasion.description += &format!("\n{}{called}", standing.message().labelled("", interface));
        occasion.is_tentative |= standing == Standing::PostponedBy;
    }
}
