//! The state of the sheet, which events change by one function, without a browser.
//!
//! The page and the reader request a letter, texts arrive or fail, readers open paragraphs. After each event the state
//! says which texts are needed, which versions are on the sheet, and the effects of their last change: the
//! announcement, and the position to keep. The last letter stays on the sheet until the next has arrived.

use super::failure::Failure;

use super::texts::{Ahead, Demand, Outcome, ReadLetter, Reading, Source, Texts, is_long};
use super::view::{Navigation, View};
use super::wanted::{Wanted, WantedLetter};
use crate::browser::presenting::Order;
use crate::browser::scroll_anchoring::{Description, Length, ScrollPosition};
use letters::ids::{Direction, Language};
use letters::interface::Interface;
use letters::letter::ParagraphNumber;

mod arrangement;
mod change;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

use arrangement::Arrangement;
pub(super) use arrangement::{FailedAside, Peek};
use change::Kept;
pub(super) use change::{Announcement, Change};

/// The requests of the page and the reader.
#[derive(Clone, PartialEq)]
pub(super) struct Asked {
    pub(super) wanted: Wanted,
    /// The view, with the versions requested beside the letter, whether they exist or not.
    pub(super) view: View,
    /// The reader's last step back or forward.
    pub(super) navigation: Navigation,
    pub(super) interface: Interface,
    pub(super) peeking: Peeking,
}

/// Whether readers can open paragraphs in another language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Peeking {
    Offered,
    Withheld,
}

/// An event of the sheet.
pub(super) enum SheetEvent {
    /// The page or the reader asks for something.
    Asked(Asked),
    /// A text has been read, or cannot be.
    Came(Source, Outcome),
    /// The versions that may be wanted next are fetched now, or no longer.
    Ahead(Ahead),
    /// The reader presses the button of a paragraph.
    Peek(ParagraphNumber),
    /// The reader chooses the language of the paragraph that is open.
    PeekLanguage(Language),
    /// Failed texts are fetched again.
    Retry,
    /// Everything is fetched again.
    Reload,
}

/// The reader's position, and where a new letter opens, just before the letter changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sight {
    /// The reader's position in the letter; none at its very beginning, or outside it.
    pub(super) position: Option<ScrollPosition>,
    /// The place at which a new letter is opened.
    pub(super) opening: Opening,
}

/// The place at which a new letter is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    AtStart,
    /// A place in it is named by the address, or is in sight already.
    AtPlace,
}

/// The state of the sheet.
#[derive(Clone)]
pub(super) struct Sheet {
    asked: Asked,
    texts: Texts,
    ahead: Ahead,
    /// The number of times that all missing texts have been requested again.
    attempt: u32,
    opened: Option<Opened>,
    arrival: Arrival,
    kept: Option<Kept>,
    arrangement: Arrangement,
    change: Change,
    order: Order,
    anchor: Option<ScrollPosition>,
}

/// An opened paragraph, with its version and letter: it is not that paragraph in any other.
#[derive(Clone)]
struct Opened {
    peek: Peek,
    version: VersionName,
}

/// The work, and the language of the version.
type VersionName = (Option<String>, Option<Language>);

/// Whether the reader has reached the view by going back.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Arrival {
    /// The reader has not.
    Chosen,
    /// The reader has, and continues at this position once the letter is loaded.
    Returning(ScrollPosition),
    /// The reader has, and has been returned to the position.
    Returned,
}

impl Sheet {
    /// The sheet before any text has arrived.
    pub(super) fn new(asked: Asked) -> Self {
        let mut sheet = Self {
            asked,
            texts: Texts::default(),
            ahead: Ahead::default(),
            attempt: 0,
            opened: None,
            arrival: Arrival::Chosen,
            kept: None,
            arrangement: Arrangement::default(),
            change: Change::default(),
            order: Order::AtOnce,
            anchor: None,
        };
        sheet.arrangement = sheet.arranged();
        sheet
    }

    /// The sheet after the event. `look` returns what the reader sees, and is called only if the letter changes.
    pub(super) fn reduce(&self, event: SheetEvent, look: &dyn Fn() -> Sight) -> Self {
        let mut next = self.clone();
        match event {
            SheetEvent::Asked(asked) => next.ask(asked),
            SheetEvent::Came(source, outcome) => next.take_in(source, outcome),
            SheetEvent::Ahead(ahead) => next.ahead = ahead,
            SheetEvent::Peek(paragraph) => next.open(self.toggled(paragraph)),
            SheetEvent::PeekLanguage(language) => {
                next.open(self.arrangement.peek.map(|peek| Peek { language, ..peek }));
            }
            SheetEvent::Retry => {
                next.texts.retain(|_, outcome| outcome.is_ok());
                next.attempt += 1;
            }
            SheetEvent::Reload => {
                next.texts = Texts::default();
                next.attempt += 1;
            }
        }
        next.kept = next.kept();
        next.arrangement = next.arranged();
        next.follow(self, look);
        next
    }

    pub(super) fn asked(&self) -> &Asked {
        &self.asked
    }

    /// The requested letter.
    pub(super) fn wanted(&self) -> Option<&WantedLetter> {
        self.asked.wanted.letter()
    }

    /// The texts that have arrived.
    pub(super) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The texts that are needed now, and those that may be next.
    pub(super) fn demand(&self) -> Demand {
        let versions = self.wanted().into_iter().flat_map(|letter| &letter.versions);
        Demand {
            needed: self.arrangement.needed.clone(),
            related: versions.map(|version| version.source.clone()).collect(),
            ahead: self.ahead,
        }
    }

    pub(super) fn attempt(&self) -> u32 {
        self.attempt
    }

    /// The progress of the requested version.
    pub(super) fn reading(&self) -> Reading {
        match &self.asked.wanted {
            Wanted::Nothing => Reading::Loading,
            Wanted::List => Reading::List,
            Wanted::Missing(failure) => Reading::Failed(*failure),
            Wanted::Letter(letter) => match self.texts.get(&letter.source) {
                None => Reading::Loading,
                Some(Ok(letter)) => Reading::Shown(letter.clone()),
                Some(Err(failure)) => Reading::Failed(*failure),
            },
        }
    }

    /// Whether the reader waits for something.
    pub(super) fn is_busy(&self) -> bool {
        let is_waiting = self.arrangement.needed.iter().any(|source| self.texts.get(source).is_none());
        is_waiting || self.reading() == Reading::Loading
    }

    /// The versions on the page: the letter, which may be the last one while the next is loading, and those beside it
    /// or opened in it.
    pub(super) fn versions(&self) -> &[ReadLetter] {
        &self.arrangement.versions
    }

    /// The text on the sheet, which may be no letter.
    pub(super) fn text(&self) -> Option<&ReadLetter> {
        self.arrangement.versions.first()
    }

    /// The letter; none where nothing is shown, or a text that is no letter.
    pub(super) fn letter(&self) -> Option<&ReadLetter> {
        self.text().filter(|text| text.is_letter())
    }

    /// The work that the letter on the sheet is a version of; none if nothing identifies it.
    pub(super) fn work(&self) -> Option<&String> {
        self.kept.as_ref()?.work.as_ref()
    }

    /// Which of the versions beside the letter, or opened in it, cannot be shown.
    pub(super) fn failed(&self) -> Option<&FailedAside> {
        self.arrangement.failed.as_ref()
    }

    /// The paragraph that is open in another language.
    pub(super) fn peek(&self) -> Option<Peek> {
        self.arrangement.peek
    }

    /// The languages in which paragraphs can be opened now, the reader's own first.
    pub(super) fn peek_languages(&self) -> Vec<Language> {
        let is_offered = self.asked.peeking == Peeking::Offered && self.is_wanted_letter();
        if is_offered && self.beside().is_empty() { self.arrangement.others.clone() } else { Vec::new() }
    }

    /// Whether versions are side by side.
    pub(super) fn is_comparing(&self) -> bool {
        self.versions().len() > 1 && self.peek().is_none()
    }

    pub(super) fn change(&self) -> &Change {
        &self.change
    }

    /// The order in which a long letter is rendered.
    pub(super) fn order(&self) -> Order {
        self.order
    }

    /// The position to keep through the change that the last event caused.
    pub(super) fn anchor(&self) -> Option<ScrollPosition> {
        self.anchor
    }

    /// Whether the reader has been returned to a position in this view.
    pub(super) fn has_returned(&self) -> bool {
        self.arrival == Arrival::Returned
    }

    /// The description of the article, if a letter is in it: beside other versions, its direction is that of the interface, in which the
    /// columns run.
    pub(super) fn description(&self) -> Option<Description> {
        let language = self.text()?.language();
        let columns = self.is_comparing().then(|| self.asked.interface.direction());
        let direction = columns.or(language.map(Language::direction));
        Some(Description {
            language: language.map(Language::tag),
            direction: direction.map_or("auto", Direction::code),
            length: if is_long(self.versions()) { Length::Long } else { Length::Usual },
        })
    }

    /// Applies the request. Texts that are no longer needed are dropped.
    fn ask(&mut self, asked: Asked) {
        let has_moved = asked.navigation != self.asked.navigation;
        let is_other = asked.view != self.asked.view;
        // A position belongs to the view that the reader returns to, and to none before it or chosen later.
        self.arrival = match (has_moved, is_other, self.arrival) {
            (true, true, _) => asked.navigation.position.map_or(Arrival::Chosen, Arrival::Returning),
            (false, true, _) | (true, false, Arrival::Returning(_)) => Arrival::Chosen,
            (_, false, arrival) => arrival,
        };
        self.asked = asked;
        let demand = Demand { needed: self.arranged().needed, ..self.demand() };
        self.texts.retain(|source, _| demand.names(source));
    }

    /// Takes the outcome of a text. A failure of a text that is not needed yet is dropped, so that it is fetched again
    /// once it is needed.
    fn take_in(&mut self, source: Source, outcome: Outcome) {
        let demand = self.demand();
        if demand.needed.contains(&source) || outcome.is_ok() && demand.related.contains(&source) {
            self.texts.push(source, outcome);
        }
    }

    fn open(&mut self, peek: Option<Peek>) {
        let version = self.wanted_version();
        self.opened = peek.map(|peek| Opened { peek, version });
    }

    /// The paragraph that the button opens; none if it closes one.
    fn toggled(&self, paragraph: ParagraphNumber) -> Option<Peek> {
        let is_open = self.peek().is_some_and(|peek| peek.paragraph == paragraph);
        let language = self.arrangement.next.filter(|_| !is_open);
        language.map(|language| Peek { paragraph, language })
    }

    fn wanted_version(&self) -> VersionName {
        let letter = self.wanted();
        let work = letter.and_then(|letter| letter.work.clone());
        (work, letter.and_then(|letter| letter.source.language))
    }

    /// The letter on the sheet: the requested one or, until it is loaded or if it cannot be, the last one. None if no
    /// letter is requested, or one that does not exist.
    fn kept(&self) -> Option<Kept> {
        match (self.reading(), self.wanted()) {
            (Reading::Shown(letter), wanted) => {
                Some(Kept { work: wanted.and_then(|wanted| wanted.work.clone()), letter })
            }
            (Reading::Failed(Failure::NoSource) | Reading::List, _) | (Reading::Failed(_), None) => None,
            (Reading::Loading | Reading::Failed(_), _) => self.kept.clone(),
        }
    }
}
