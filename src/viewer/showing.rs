//! What is on the sheet: brings the versions that the view asks for, keeps the last one until the next is there, and holds the reader's
//! place while one gives way to the other.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::languages::{self, Choice};
use super::letter_text::{Composition, Peek};
use super::resolving::{Resolved, use_references};
use super::shelf::{KnownVersion, Shelf, Wanted, WantedLetter};
use super::texts::{ReadLetter, Reading, Source, Texts, use_idleness, use_texts};
use super::view::{View, Viewing};
use super::{Settings, ViewerProps};
use crate::alignment;
use crate::browser::head::Head;
use crate::browser::place::{Keeper, Place};
use crate::browser::{Event, listening, naming, tree};
use crate::interface::Message;
use crate::language::Language;

/// What is on the sheet.
pub(super) struct Showing {
    /// How far the version has come that is wanted.
    pub(super) reading: Reading,
    pub(super) retry: Callback<()>,
    /// All texts that have come.
    pub(super) texts: Texts,
    /// The versions on the page: the letter, which may be the last one while the next is on its way, and those beside it or opened in it.
    pub(super) versions: Vec<ReadLetter>,
    pub(super) resolved: Rc<Resolved>,
    /// The text of the letter.
    pub(super) rendered: Option<Html>,
    /// What is said when the language has changed.
    pub(super) announcement: AttrValue,
    /// The language in which the same letter was shown before.
    pub(super) from: Option<Language>,
    /// What tells the letter from others.
    pub(super) work: Option<String>,
    /// Opens and closes paragraphs in another language.
    pub(super) peeking: Peeking,
}

/// A paragraph that was opened, and in which version of which letter: it is that paragraph in no other.
#[derive(Clone, PartialEq)]
struct Opened {
    peek: Peek,
    place: PlaceOfPeek,
}

/// What tells the letter from others, and the language of the version.
type PlaceOfPeek = (Option<String>, Option<Language>);

/// The paragraph that is opened in another language, and how that changes.
#[derive(Clone, PartialEq)]
pub(super) struct Peeking {
    peek: Option<Peek>,
    place: PlaceOfPeek,
    set: UseStateSetter<Option<Opened>>,
    /// The language in which the next paragraph is opened.
    language: Option<Language>,
}

/// A letter on the sheet, and what tells it from others.
#[derive(Clone, PartialEq)]
struct Kept {
    work: Option<String>,
    letter: ReadLetter,
}

impl Kept {
    fn is_same_work(&self, other: &Self) -> bool {
        self.letter == other.letter || self.work.is_some() && self.work == other.work
    }
}

impl Showing {
    /// Whether versions stand side by side.
    pub(super) fn is_comparing(&self) -> bool {
        self.versions.len() > 1 && self.peeking.peek.is_none()
    }
}

impl Peeking {
    /// Answers a click, if it is one on a control of a paragraph.
    pub(super) fn answer(&self, event: &Event) {
        let value = |selector: &str, name: &str| listening::closest(event, selector)?.get_attribute(name);
        if let Some(paragraph) =
            value("button[data-peek]", "data-peek").and_then(|number| number.parse().ok())
        {
            let is_open = self.peek.is_some_and(|peek| peek.paragraph == paragraph);
            let opened = self.language.map(|language| Peek { paragraph, language });
            self.open(opened.filter(|_| !is_open));
        }
        let language = value("button[data-peek-language]", "data-peek-language");
        if let Some(language) = language.and_then(|code| code.parse().ok()) {
            self.open(self.peek.map(|peek| Peek { language, ..peek }));
        }
    }

    fn open(&self, peek: Option<Peek>) {
        self.set.set(peek.map(|peek| Opened { peek, place: self.place.clone() }));
    }
}

/// Brings and shows what is wanted.
#[hook]
pub(super) fn use_showing(
    props: &ViewerProps,
    wanted: &Wanted,
    view: &View,
    viewing: &Viewing,
    shelf: Option<&Shelf>,
    keeper: &Keeper,
) -> Showing {
    let interface = props.settings.interface;
    let opened = use_state(|| None::<Opened>);
    let is_idle = use_state(|| false);
    let kept = use_mut_ref(|| None::<Kept>);
    let wanted_letter = match wanted {
        Wanted::Letter(letter) => Some(letter),
        Wanted::Nothing | Wanted::List | Wanted::Missing(_) => None,
    };
    let beside: Vec<KnownVersion> =
        view.with.iter().filter_map(|language| version(wanted_letter, *language)).collect();
    let work = wanted_letter.and_then(|letter| letter.work.clone());
    let place_of_peek = (work.clone(), wanted_letter.and_then(|letter| letter.source.language));
    let opened_here =
        (*opened).clone().filter(|opened| opened.place == place_of_peek).map(|opened| opened.peek);
    let peeked = opened_here.and_then(|peek| version(wanted_letter, peek.language));
    let sources = wanted_letter.map(|letter| &letter.source).into_iter();
    let extra = beside.iter().chain(&peeked).map(|version| &version.source);
    let needed: Vec<Source> = sources.chain(extra).cloned().collect();
    let all = wanted_letter.iter().flat_map(|letter| &letter.versions).map(|version| version.source.clone());
    let ahead: Vec<Source> = if *is_idle { all.collect() } else { Vec::new() };
    let (texts, retry) = use_texts(needed, ahead);
    let reading = reading(wanted, &texts);
    let letter = shown(&reading, wanted_letter, &kept);
    use_idleness(letter.as_ref(), &is_idle);

    let language = letter.as_ref().and_then(|letter| letter.language);
    let is_letter = letter.as_ref().is_some_and(|letter| letter.is_letter());
    let mut versions: Vec<ReadLetter> = letter.into_iter().collect();
    let read_beside = beside.iter().filter(|version| is_letter && Some(version.language) != language);
    versions.extend(read_beside.filter_map(|version| texts.letter(&version.source)).cloned());
    let others = others(wanted_letter, language, interface);
    let peek = opened_here.filter(|peek| is_letter && beside.is_empty() && others.contains(&peek.language));
    if peek.is_some() {
        versions.extend(peeked.and_then(|version| texts.letter(&version.source)).cloned());
    }
    let resolved = use_references(&versions, shelf, &props.settings);
    let peeking = Peeking {
        peek,
        place: place_of_peek,
        set: opened.setter(),
        language: opened
            .as_ref()
            .map(|opened| opened.peek.language)
            .filter(|language| others.contains(language))
            .or(others.first().copied()),
    };
    let others = if is_letter && beside.is_empty() { others } else { Vec::new() };
    let composition =
        Composition { versions: versions.clone(), resolved: Rc::clone(&resolved), peek, others, interface };
    let change = use_rendering(composition, work.clone(), &props.article, keeper, &viewing.place);
    let Change { rendered, announcement, from } = (*change).clone();
    Showing { reading, retry, texts, versions, resolved, rendered, announcement, from, work, peeking }
}

/// How far the version has come.
fn reading(wanted: &Wanted, texts: &Texts) -> Reading {
    match wanted {
        Wanted::Nothing => Reading::Loading,
        Wanted::List => Reading::List,
        Wanted::Missing(failure) => Reading::Failed(*failure),
        Wanted::Letter(letter) => match texts.get(&letter.source) {
            None => Reading::Loading,
            Some(Ok(letter)) => Reading::Shown(letter.clone()),
            Some(Err(failure)) => Reading::Failed(*failure),
        },
    }
}

/// The letter on the sheet: the one that is wanted or, until it is there, another version of it.
fn shown(
    reading: &Reading,
    wanted: Option<&WantedLetter>,
    kept: &RefCell<Option<Kept>>,
) -> Option<ReadLetter> {
    let work = wanted.and_then(|wanted| wanted.work.clone());
    let mut kept = kept.try_borrow_mut().ok()?;
    *kept = match reading {
        Reading::Shown(letter) => Some(Kept { work, letter: letter.clone() }),
        Reading::Loading | Reading::Failed(_) => {
            kept.take().filter(|kept| kept.work.is_some() && kept.work == work)
        }
        Reading::List => None,
    };
    kept.as_ref().map(|kept| kept.letter.clone())
}

fn version(wanted: Option<&WantedLetter>, language: Language) -> Option<KnownVersion> {
    wanted?.versions.iter().find(|version| version.language == language).cloned()
}

/// The languages in which a paragraph can be opened, the reader's own first.
fn others(wanted: Option<&WantedLetter>, shown: Option<Language>, interface: Language) -> Vec<Language> {
    let versions = wanted.iter().flat_map(|wanted| &wanted.versions).map(|version| version.language);
    let mut others: Vec<Language> = versions.filter(|language| Some(*language) != shown).collect();
    others.sort_by_key(|language| *language != interface);
    others
}

/// The text, and what came with its last change.
#[derive(Clone, Default, PartialEq)]
struct Change {
    rendered: Option<Html>,
    announcement: AttrValue,
    from: Option<Language>,
}

/// The text of the letter, made once for each change of it: it is by far the largest part of the tree.
///
/// What has to be known before the text changes is found out here: where the reader is. What has to change with it, so that no frame
/// shows the one without the other, changes here: the article's language and direction.
#[hook]
fn use_rendering(
    composition: Composition,
    work: Option<String>,
    article: &crate::browser::Element,
    keeper: &Keeper,
    place: &Rc<std::cell::Cell<Option<Place>>>,
) -> Rc<Change> {
    let before = use_mut_ref(|| None::<Kept>);
    // What was said of the last change of the version holds until the next, however often its references are resolved anew.
    let last = use_mut_ref(|| (AttrValue::default(), None::<Language>));
    use_memo(composition, |composition| {
        let letter = composition.versions.first().cloned();
        let now = letter.map(|letter| Kept { work, letter });
        let before = before.replace(now.clone());
        let Some(now) = now else {
            tree::describe_article(article, None, None);
            return Change::default();
        };
        let before = before.filter(|before| before.is_same_work(&now));
        match (place.take(), &before) {
            (Some(place), _) => keeper.keep(place),
            (None, Some(before)) if before.letter != now.letter || !keeper.is_holding() => {
                if let Some(place) = keeper.place() {
                    keeper.keep(Place { piece: partner(before, &now, place.piece), ..place });
                }
            }
            (None, _) => {}
        }
        let language = now.letter.language;
        let is_comparing = composition.versions.len() > 1 && composition.peek.is_none();
        let direction = is_comparing.then(|| composition.interface.direction());
        tree::describe_article(article, language, direction);
        if before.as_ref().is_none_or(|before| before.letter != now.letter) {
            let from =
                before.and_then(|before| before.letter.language).filter(|from| Some(*from) != language);
            let announcement = from.and(language).map(|language| {
                let name = naming::language(language, composition.interface);
                AttrValue::from(Message::ShownIn.text(composition.interface).replace("{n}", &name))
            });
            last.replace((announcement.unwrap_or_default(), from));
        }
        let (announcement, from) = last.borrow().clone();
        Change { rendered: Some(composition.render()), announcement, from }
    })
}

/// The piece at which the reader goes on.
fn partner(before: &Kept, now: &Kept, piece: usize) -> usize {
    if before.letter == now.letter {
        return piece;
    }
    alignment::align(before.letter.facts(), now.letter.facts()).partner(piece)
}

/// Keeps the head of the page, where the page asks for it.
#[hook]
pub(super) fn use_head(settings: &Settings, letter: Option<&ReadLetter>, choice: Option<&Choice<'_>>) {
    let head = use_mut_ref(|| None::<Head>);
    let described = letter.filter(|_| settings.manages_head).map(|letter| {
        let subject = letter.subject.join(" ");
        let parts = [letter.letterhead.references.join(" · "), subject];
        let title = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
        (title, choice.map(languages::addresses).unwrap_or_default())
    });
    use_effect_with(described, move |described| {
        let Ok(mut head) = head.try_borrow_mut() else { return };
        match described {
            Some((title, versions)) => head.get_or_insert_with(Head::manage).describe(title, versions),
            None => *head = None,
        }
    });
}
