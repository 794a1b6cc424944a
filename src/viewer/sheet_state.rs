//! What is on the sheet: brings the versions that the view asks for, keeps the last one until the next is there, and holds the reader's
//! place while one gives way to the other.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::ViewerProps;
use super::catalogue_loading::{KnownVersion, Shelf, Wanted, WantedLetter};
use super::controls::Control;
use super::failure::Failure;
use super::languages::{self, Choice};
use super::letter_text::{Composition, Order, Peek};
use super::resolving::{Resolved, use_references};
use super::route::{Return, View, Viewing};
use super::texts::{Ahead, Demand, Fetching, ReadLetter, Reading, Texts, use_idleness, use_texts};
use super::wording;
use crate::browser::dom::Length;
use crate::browser::head::Head;
use crate::browser::scroll_anchoring::{Keeper, ScrollPosition};
use crate::browser::{Event, dom, idleness, listening};
use letters::ids::{Direction, Language};
use letters::interface::Message;

/// What is on the sheet.
pub(super) struct Showing {
    /// How far the version has come that is wanted.
    pub(super) reading: Reading,
    /// Whether something is on its way.
    pub(super) is_waiting: bool,
    /// Tries once more what has failed.
    pub(super) retry: Callback<()>,
    /// Fetches everything again.
    pub(super) reload: Callback<()>,
    /// All texts that have come.
    pub(super) texts: Texts,
    /// The versions on the page: the letter, which may be the last one while the next is on its way, and those beside it or opened in it.
    pub(super) versions: Vec<ReadLetter>,
    /// Which of those beside it, or opened in it, cannot be shown.
    pub(super) failed: Option<FailedAside>,
    pub(super) resolved: Rc<Resolved>,
    /// The text, and what came with its last change.
    pub(super) change: Rc<Change>,
    /// Whether versions stand side by side.
    pub(super) is_comparing: bool,
    /// What tells the letter on the sheet from others.
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

    /// Whether the other is the same letter, or has come from the same place: a text that has been fetched or given again.
    fn has_same_source(&self, other: &Self) -> bool {
        self.is_same_work(other) || self.letter.address() == other.letter.address()
    }
}

impl Showing {
    /// The letter; none where nothing is shown, or a text that is no letter.
    pub(super) fn letter(&self) -> Option<&ReadLetter> {
        self.versions.first().filter(|text| text.is_letter())
    }

    /// Whether the reader waits for something.
    pub(super) fn is_busy(&self) -> bool {
        self.is_waiting || self.reading == Reading::Loading
    }
}

impl Peeking {
    /// Answers a click, if it is one on a control of a paragraph.
    pub(super) fn answer(&self, event: &Event) {
        let value = |selector: &str, name: &str| dom::attribute(&listening::closest(event, selector)?, name);
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

/// A version beside the letter, or opened in it, that cannot be shown.
#[derive(Clone, PartialEq)]
pub(super) struct FailedAside {
    pub(super) language: Language,
    pub(super) failure: Failure,
    pub(super) address: Option<String>,
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
    let ahead = use_state(Ahead::default);
    let kept = use_mut_ref(|| None::<Kept>);
    let wanted_letter = wanted.letter();
    let work = wanted_letter.and_then(|letter| letter.work.clone());
    let beside: Vec<KnownVersion> =
        view.with.iter().filter_map(|language| version(wanted_letter, *language)).collect();
    let place_of_peek = (work.clone(), wanted_letter.and_then(|letter| letter.source.language));
    let is_here = |opened: &&Opened| opened.place == place_of_peek && beside.is_empty();
    let peek = opened.as_ref().filter(is_here).map(|opened| opened.peek);
    let peeked = peek.and_then(|peek| version(wanted_letter, peek.language));
    let aside: Vec<&KnownVersion> = beside.iter().chain(&peeked).collect();
    let demand = demand(wanted_letter, &aside, *ahead);
    let Fetching { texts, retry, reload } = use_texts(demand.clone(), props.settings.milliseconds);
    let reading = reading(wanted, &texts);
    let kept = kept_on_sheet(&reading, wanted_letter, &kept);
    let (letter, shown_work) = kept.map(|kept| (kept.letter, kept.work)).unzip();
    let shown_work = shown_work.flatten();
    use_idleness(letter.as_ref(), &ahead);

    let language = letter.as_ref().and_then(|letter| letter.language);
    // Versions stand beside the letter that they are of.
    let is_wanted = shown_work == work;
    let is_letter = is_wanted && letter.as_ref().is_some_and(|letter| letter.is_letter());
    let others = others(wanted_letter, language, interface);
    let can_peek = props.settings.controls.show(Control::Peek);
    let peek = peek.filter(|peek| can_peek && is_letter && others.contains(&peek.language));
    let mut versions: Vec<ReadLetter> = letter.into_iter().collect();
    let is_aside = |version: &&&KnownVersion| is_letter && Some(version.language) != language;
    versions
        .extend(aside.iter().filter(is_aside).filter_map(|version| texts.letter(&version.source)).cloned());
    let failed = aside.iter().filter(is_aside).find_map(|version| FailedAside::of(version, &texts));
    let resolved = use_references(
        &versions,
        shelf,
        interface,
        &props.settings.entries,
        props.settings.resolver.as_ref(),
    );
    let last = opened.as_ref().map(|opened| opened.peek.language).filter(|last| others.contains(last));
    let peeking = Peeking {
        peek,
        place: place_of_peek,
        set: opened.setter(),
        language: last.or(others.first().copied()),
    };
    let composition = Composition {
        versions: versions.clone(),
        resolved: Rc::clone(&resolved),
        peek,
        waiting: failed.as_ref().map_or(Message::Loading, |failed| failed.failure.message()),
        others: if is_letter && beside.is_empty() && can_peek { others } else { Vec::new() },
        interface,
    };
    let is_comparing = composition.is_comparing();
    let is_waiting = demand.needed.iter().any(|source| texts.get(source).is_none());
    let place = matches!(reading, Reading::Shown(_)).then(|| viewing.place.clone());
    let change = use_rendering(composition, shown_work.clone(), &props.article, keeper, place);
    Showing {
        reading,
        is_waiting,
        retry,
        reload,
        texts,
        versions,
        failed,
        resolved,
        change,
        is_comparing,
        work: shown_work,
        peeking,
    }
}

/// Which texts are asked for.
fn demand(wanted: Option<&WantedLetter>, aside: &[&KnownVersion], ahead: Ahead) -> Demand {
    let letter = wanted.map(|letter| &letter.source).into_iter();
    let needed = letter.chain(aside.iter().map(|version| &version.source)).cloned().collect();
    let versions = wanted.iter().flat_map(|letter| &letter.versions);
    Demand { needed, related: versions.map(|version| version.source.clone()).collect(), ahead }
}

impl FailedAside {
    /// Why the version cannot be shown, where that has turned out.
    fn of(version: &KnownVersion, texts: &Texts) -> Option<Self> {
        let failure = match texts.get(&version.source)? {
            Ok(letter) if letter.is_letter() => return None,
            Ok(_) => Failure::NotALetter,
            Err(failure) => *failure,
        };
        Some(Self { language: version.language, failure, address: version.source.address.clone() })
    }
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

/// The letter on the sheet: the one that is wanted or, until it is there and where it cannot come, the last one. A letter that there is
/// none of leaves nothing.
fn kept_on_sheet(
    reading: &Reading,
    wanted: Option<&WantedLetter>,
    kept: &RefCell<Option<Kept>>,
) -> Option<Kept> {
    let mut kept = kept.try_borrow_mut().ok()?;
    *kept = match (reading, wanted) {
        (Reading::Shown(letter), _) => {
            Some(Kept { work: wanted.and_then(|wanted| wanted.work.clone()), letter: letter.clone() })
        }
        (Reading::Failed(Failure::NoSource) | Reading::List, _) | (Reading::Failed(_), None) => None,
        (Reading::Loading | Reading::Failed(_), _) => kept.take(),
    };
    kept.clone()
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
pub(super) struct Change {
    /// The text of the letter.
    pub(super) rendered: Option<Html>,
    /// What is said when the language has changed.
    pub(super) announcement: AttrValue,
    /// The language in which the same letter was shown before.
    pub(super) from: Option<Language>,
}

/// What stood on the sheet before a change.
#[derive(Clone, PartialEq)]
struct Before {
    kept: Kept,
    beside: Vec<ReadLetter>,
}

/// The text of the letter, made once for each change of it: it is by far the largest part of the tree.
///
/// What has to be known before the text changes is found out here: where the reader is. What has to change with it, so that no frame
/// shows the one without the other, changes here: the article's language and direction. `place` is there once the view is on the page
/// that the reader may have come back to.
#[hook]
fn use_rendering(
    composition: Composition,
    work: Option<String>,
    article: &crate::browser::Element,
    keeper: &Keeper,
    place: Option<Return>,
) -> Rc<Change> {
    let before = use_mut_ref(|| None::<Before>);
    // What was said of the last change of the version holds until the next, however often its references are resolved anew.
    let last = use_mut_ref(|| (AttrValue::default(), None::<Language>));
    let last_order = use_mut_ref(|| Order::AtOnce);
    use_memo(composition, |composition| {
        let now = Before::now(composition, work);
        let before = before.replace(now.clone());
        let Some(now) = now else {
            dom::describe_article(article, None, "auto");
            return Change::default();
        };
        let is_other = before.as_ref().is_some_and(|before| !before.kept.is_same_work(&now.kept));
        let stood_there = before.as_ref().is_some_and(|before| before.kept.has_same_source(&now.kept));
        let before = before.filter(|before| before.kept.is_same_work(&now.kept));
        let place = place.and_then(|place| place.take());
        let is_same = before.as_ref().is_some_and(|before| before.is_same_text(&now));
        let is_at_start = !stood_there && place.is_none() && !dom::shows_or_names_a_place(article);
        let order = match *last_order.borrow() {
            order if is_same => order,
            _ if is_at_start => Order::InTurn,
            _ => Order::AtOnce,
        };
        last_order.replace(order);
        hold(keeper, before.as_ref(), &now, place);
        let language = now.kept.letter.language;
        let direction = composition.is_comparing().then(|| composition.interface.direction());
        let direction = direction.or(language.map(Language::direction)).map_or("auto", Direction::code);
        dom::describe_article(article, language.map(Language::tag), direction);
        dom::set_length(article, if composition.is_long() { Length::Long } else { Length::Usual });
        if before.as_ref().is_none_or(|before| before.kept.letter != now.kept.letter) {
            let before = before.and_then(|before| before.kept.letter.language);
            let from = before.filter(|from| Some(*from) != language);
            let said = if is_other {
                name(&now.kept.letter)
            } else {
                announcement(from, language, composition.interface)
            };
            last.replace((said, from));
        }
        let (announcement, from) = last.borrow().clone();
        Change { rendered: Some(composition.clone().render(order, article)), announcement, from }
    })
}

impl Before {
    /// Whether the same texts stand on the sheet, in the same way.
    fn is_same_text(&self, other: &Self) -> bool {
        self.kept.letter == other.kept.letter && self.beside == other.beside
    }

    fn now(composition: &Composition, work: Option<String>) -> Option<Self> {
        let (letter, others) = composition.versions.split_first()?;
        let beside = if composition.is_comparing() { others.to_vec() } else { Vec::new() };
        Some(Self { kept: Kept { work, letter: letter.clone() }, beside })
    }
}

/// Holds the reader's place while the text changes. A paragraph that is opened, and references that are resolved anew, move nothing that
/// stands before them.
fn hold(keeper: &Keeper, before: Option<&Before>, now: &Before, place: Option<ScrollPosition>) {
    if let Some(place) = place {
        keeper.keep(place);
    } else if let Some(before) = before
        && before != now
        && let Some(place) = keeper.place()
    {
        let piece = partner(&before.kept.letter, &now.kept.letter, place.piece);
        keeper.keep(ScrollPosition { piece, ..place });
    }
}

/// The piece at which the reader goes on.
fn partner(before: &ReadLetter, now: &ReadLetter, piece: usize) -> usize {
    if before == now { piece } else { before.pairing(now).partner(piece) }
}

/// What is said of another letter.
fn name(letter: &ReadLetter) -> AttrValue {
    letter.letterhead.references.join(" · ").into()
}

/// What is said of another language; nothing where it is the same.
fn announcement(from: Option<Language>, to: Option<Language>, interface: Language) -> AttrValue {
    let name = from.and(to).map(|to| wording::language(to, interface));
    name.map(|name| AttrValue::from(Message::ShownIn.about(name, interface))).unwrap_or_default()
}

/// Describes the letter in the head of the page; where there is none, the head stays as the page made it.
#[hook]
pub(super) fn use_head(letter: Option<&ReadLetter>, choice: Option<&Choice<'_>>) {
    let head = use_mut_ref(|| None::<Head>);
    let described = letter.map(|letter| {
        let subject = letter.subject.join(" ");
        let parts = [letter.letterhead.references.join(" · "), subject];
        let title = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
        (title, choice.map(languages::addresses).unwrap_or_default())
    });
    // The head can wait until the text has been painted.
    use_effect_with(described, move |described| {
        let described = described.clone();
        let waiting = idleness::when_idle(move || {
            let Ok(mut head) = head.try_borrow_mut() else { return };
            match described {
                Some((title, versions)) => head.get_or_insert_with(Head::manage).describe(&title, &versions),
                None => *head = None,
            }
        });
        move || drop(waiting)
    });
}
