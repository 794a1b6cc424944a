//! The rules of the sheet, one per test. No browser is needed: what the reader sees is given to each event.

#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

use super::super::wanted::KnownVersion;
use super::*;
use Language::{Arabic, English, French};

/// A letter of three paragraphs in the language.
fn letter(language: Language, reference: &str) -> String {
    let (subject, greeting, closing) = match language {
        French => ("Objet", "Madame, Monsieur", "Veuillez agréer"),
        _ => ("Subject", "Dear Colleagues", "Yours faithfully"),
    };
    format!(
        "General Secretariat (SG)\n\nGeneva, 3 May 2024\n\nRef.: {reference}\n\n{subject}: A specimen\n\n{greeting},\n\n\
         1 First, 1 May 2024.\n\n2 Second, 2 May 2024.\n\n3 Third, 3 May 2024.\n\n{closing},\n\nA. Person"
    )
}

fn source(work: &str, language: Language) -> Source {
    let address = Some(format!("{work}/{}.md", language.code()));
    Source { key: address.clone().unwrap_or_default(), address, language: Some(language) }
}

fn read(work: &str, language: Language) -> Outcome {
    let reference = if work == "a" { "CL-24/12" } else { "CL-24/13" };
    Ok(ReadLetter::of_markdown(&letter(language, reference), &source(work, language)))
}

fn came(work: &str, language: Language) -> SheetEvent {
    SheetEvent::Came(source(work, language), read(work, language))
}

/// The versions of the work in French and English, with the given one requested.
fn versions(work: &str, language: Language) -> Wanted {
    let version = |language| KnownVersion { language, source: source(work, language), status: None };
    Wanted::Letter(WantedLetter {
        work: Some(work.to_owned()),
        source: source(work, language),
        versions: vec![version(English), version(French)],
        missing: None,
    })
}

fn asked(work: &str, language: Language) -> Asked {
    let mut view = View::default().of_letter(work.to_owned());
    view.language = Some(language);
    let wanted = versions(work, language);
    let navigation = Navigation::default();
    Asked { wanted, view, navigation, interface: Interface::of(English), peeking: Peeking::Offered }
}

fn beside(work: &str, language: Language, with: Language) -> Asked {
    let asked = asked(work, language);
    Asked { view: asked.view.toggled(with), ..asked }
}

const POSITION: ScrollPosition = ScrollPosition { piece: 6, point: 250, height: 800 };

fn reading_on() -> Sight {
    Sight { position: Some(POSITION), opening: Opening::AtStart }
}

fn at_start() -> Sight {
    Sight { position: None, opening: Opening::AtStart }
}

impl Sheet {
    fn after(&self, event: SheetEvent) -> Self {
        self.reduce(event, &reading_on)
    }

    fn language(&self) -> Option<Language> {
        self.letter()?.language()
    }
}

/// The sheet with the letter `a` in English.
fn shown() -> Sheet {
    Sheet::new(asked("a", English)).after(came("a", English))
}

/// The sheet after the version has been requested and has arrived.
fn switched(sheet: &Sheet, work: &str, language: Language) -> Sheet {
    sheet.after(SheetEvent::Asked(asked(work, language))).after(came(work, language))
}

#[test]
fn nothing_is_shown_and_the_letter_is_needed_before_it_comes() {
    let sheet = Sheet::new(asked("a", English));
    assert!(sheet.text().is_none() && sheet.is_busy());
    assert_eq!(sheet.demand().sources(), [&source("a", English)]);
}

#[test]
fn a_letter_that_comes_is_shown_and_nothing_is_announced() {
    let sheet = shown();
    assert_eq!(sheet.language(), Some(English));
    assert_eq!(sheet.change().announcement, Announcement::Nothing);
    assert!(!sheet.is_busy());
}

#[test]
fn a_letter_stays_until_the_next_version_is_there() {
    let sheet = shown().after(SheetEvent::Asked(asked("a", French)));
    assert_eq!(sheet.language(), Some(English));
    assert!(sheet.is_busy());
}

#[test]
fn a_version_that_fails_leaves_the_letter_on_the_sheet() {
    let sheet = shown().after(SheetEvent::Asked(asked("a", French)));
    let sheet = sheet.after(SheetEvent::Came(source("a", French), Err(Failure::NotFound)));
    assert_eq!(sheet.language(), Some(English));
    assert_eq!(sheet.reading().failure(), Some(Failure::NotFound));
}

#[test]
fn a_letter_that_is_missing_from_the_catalogue_leaves_nothing() {
    let missing = Asked { wanted: Wanted::Missing(Failure::NotInCatalogue), ..asked("b", English) };
    assert!(shown().after(SheetEvent::Asked(missing)).text().is_none());
}

#[test]
fn the_list_of_letters_takes_the_place_of_the_letter() {
    let list = Asked { wanted: Wanted::List, ..asked("a", English) };
    let sheet = shown().after(SheetEvent::Asked(list));
    assert!(sheet.text().is_none() && sheet.reading() == Reading::List);
}

#[test]
fn another_language_is_announced_once_in_the_words_of_the_interface() {
    let sheet = switched(&shown(), "a", French);
    let announcement = Announcement::Language { shown: French, interface: Interface::of(English) };
    assert_eq!(sheet.change().announcement, announcement);
    assert_eq!(sheet.change().from, Some(English));
    let arabic = Asked { interface: Interface::of(Arabic), ..asked("a", French) };
    assert_eq!(sheet.after(SheetEvent::Asked(arabic)).change().announcement, announcement);
}

#[test]
fn another_letter_announces_its_references() {
    let sheet = switched(&shown(), "b", English);
    assert_eq!(sheet.change().announcement, Announcement::Letter("CL-24/13".to_owned()));
    assert_eq!(sheet.change().from, None);
}

#[test]
fn the_position_is_kept_at_the_partner_of_its_paragraph() {
    let sheet = switched(&shown(), "a", French);
    let (english, french) = (read("a", English).unwrap(), read("a", French).unwrap());
    let piece = english.pairing(&french).partner(POSITION.piece);
    assert_eq!(sheet.anchor(), Some(ScrollPosition { piece, ..POSITION }));
}

#[test]
fn a_position_is_kept_through_one_change_only() {
    let sheet = switched(&shown(), "a", French);
    assert_eq!(sheet.after(SheetEvent::Ahead(Ahead::Fetched)).anchor(), None);
}

#[test]
fn a_reader_at_the_beginning_stays_there() {
    let sheet = shown().after(SheetEvent::Asked(asked("a", French)));
    assert_eq!(sheet.reduce(came("a", French), &at_start).anchor(), None);
}

#[test]
fn another_letter_begins_at_its_beginning() {
    assert_eq!(switched(&shown(), "b", English).anchor(), None);
}

#[test]
fn nobody_looks_where_the_reader_is_unless_the_letter_changes() {
    let looks = std::cell::Cell::new(0);
    let look = || {
        looks.set(looks.get() + 1);
        reading_on()
    };
    let sheet = shown().reduce(SheetEvent::Ahead(Ahead::Fetched), &look);
    let sheet = sheet.reduce(came("a", French), &look);
    let sheet = sheet.reduce(SheetEvent::Peek(paragraph(1)), &look);
    assert_eq!(looks.get(), 0);
    sheet.reduce(SheetEvent::Asked(asked("a", French)), &look);
    assert_eq!(looks.get(), 1);
}

#[test]
fn columns_that_come_and_go_keep_the_position_in_the_same_paragraph() {
    let sheet = shown().after(SheetEvent::Asked(beside("a", English, French)));
    assert!(!sheet.is_comparing() && sheet.is_busy());
    let sheet = sheet.after(came("a", French));
    assert!(sheet.is_comparing());
    assert_eq!(sheet.anchor(), Some(POSITION));
    let sheet = sheet.after(SheetEvent::Asked(asked("a", English)));
    assert!(!sheet.is_comparing());
    assert_eq!(sheet.anchor(), Some(POSITION));
}

#[test]
fn a_version_beside_the_letter_that_fails_is_told_and_the_letter_stays_alone() {
    let sheet = shown().after(SheetEvent::Asked(beside("a", English, French)));
    let sheet = sheet.after(SheetEvent::Came(source("a", French), Err(Failure::TimedOut)));
    assert_eq!(sheet.failed().map(|failed| failed.language), Some(French));
    assert_eq!(sheet.language(), Some(English));
    assert!(!sheet.is_comparing());
}

#[test]
fn going_back_brings_the_reader_to_the_position_of_the_entry_once_the_letter_is_there() {
    let entry = ScrollPosition { piece: 3, ..POSITION };
    let back = Asked { navigation: Navigation { step: 1, position: Some(entry) }, ..asked("a", English) };
    let sheet = switched(&shown(), "b", English).after(SheetEvent::Asked(back));
    assert!(sheet.anchor().is_none() && !sheet.has_returned());
    let sheet = sheet.after(came("a", English));
    assert_eq!(sheet.anchor(), Some(entry));
    assert!(sheet.has_returned());
}

#[test]
fn a_position_of_the_history_is_forgotten_when_another_view_is_chosen_meanwhile() {
    let navigation = Navigation { step: 1, position: Some(POSITION) };
    let back = Asked { navigation: navigation.clone(), ..asked("a", English) };
    let sheet = switched(&shown(), "b", English).after(SheetEvent::Asked(back));
    let chosen = Asked { navigation, ..asked("b", French) };
    let sheet = sheet.after(SheetEvent::Asked(chosen)).reduce(came("b", French), &at_start);
    assert_eq!(sheet.anchor(), None);
    assert!(!sheet.has_returned());
}

#[test]
fn a_long_letter_is_put_on_the_page_in_chunks_where_its_beginning_is_read_first() {
    let sheet = Sheet::new(asked("a", English)).reduce(came("a", English), &at_start);
    assert_eq!(sheet.order(), Order::InChunks);
}

#[test]
fn a_long_letter_is_put_on_the_page_at_once_where_a_place_in_it_is_named() {
    let at_place = || Sight { position: None, opening: Opening::AtPlace };
    let sheet = Sheet::new(asked("a", English)).reduce(came("a", English), &at_place);
    assert_eq!(sheet.order(), Order::AtOnce);
}

#[test]
fn another_version_is_put_on_the_page_at_once_because_the_reader_is_within() {
    assert_eq!(switched(&shown(), "a", French).order(), Order::AtOnce);
}

fn paragraph(number: usize) -> ParagraphNumber {
    ParagraphNumber { annex: None, number }
}

#[test]
fn a_paragraph_opens_in_the_other_language_and_its_button_closes_it() {
    let sheet = shown().after(SheetEvent::Peek(paragraph(2)));
    assert_eq!(sheet.peek(), Some(Peek { paragraph: paragraph(2), language: French }));
    assert!(sheet.demand().needed.contains(&source("a", French)));
    let sheet = sheet.after(came("a", French));
    assert_eq!(sheet.versions().len(), 2);
    assert!(!sheet.is_comparing() && sheet.anchor().is_none());
    assert_eq!(sheet.after(SheetEvent::Peek(paragraph(2))).peek(), None);
}

#[test]
fn a_paragraph_that_is_open_belongs_to_its_version_alone() {
    let sheet = shown().after(SheetEvent::Peek(paragraph(2)));
    assert_eq!(switched(&sheet, "a", French).peek(), None);
    assert_eq!(switched(&sheet, "b", English).peek(), None);
}

#[test]
fn no_paragraph_opens_where_the_page_does_not_offer_it_or_versions_stand_beside() {
    let withheld = Asked { peeking: Peeking::Withheld, ..asked("a", English) };
    let sheet = Sheet::new(withheld).after(came("a", English));
    assert!(
        sheet.peek_languages().is_empty() && sheet.after(SheetEvent::Peek(paragraph(1))).peek().is_none()
    );
    let sheet = shown().after(SheetEvent::Asked(beside("a", English, French)));
    assert!(
        sheet.peek_languages().is_empty() && sheet.after(SheetEvent::Peek(paragraph(1))).peek().is_none()
    );
}

#[test]
fn versions_that_may_be_wanted_next_are_fetched_when_the_page_is_idle() {
    let sheet = shown();
    assert_eq!(sheet.demand().sources(), [&source("a", English)]);
    let sheet = sheet.after(SheetEvent::Ahead(Ahead::Fetched));
    assert_eq!(sheet.demand().sources(), [&source("a", English), &source("a", French)]);
}

#[test]
fn a_failure_to_fetch_what_nobody_needs_yet_is_forgotten() {
    let sheet = shown().after(SheetEvent::Ahead(Ahead::Fetched));
    let sheet = sheet.after(SheetEvent::Came(source("a", French), Err(Failure::Network)));
    assert!(sheet.texts().get(&source("a", French)).is_none());
}

#[test]
fn texts_of_a_letter_that_nobody_asks_for_any_more_are_forgotten() {
    let sheet = shown().after(SheetEvent::Asked(asked("b", English)));
    assert!(sheet.texts().get(&source("a", English)).is_none());
    assert!(sheet.after(came("a", French)).texts().get(&source("a", French)).is_none());
}

#[test]
fn another_try_forgets_failures_and_keeps_what_has_come() {
    let sheet = shown().after(SheetEvent::Asked(asked("a", French)));
    let sheet = sheet.after(SheetEvent::Came(source("a", French), Err(Failure::Network)));
    let again = sheet.after(SheetEvent::Retry);
    assert!(again.texts().get(&source("a", French)).is_none());
    assert!(again.texts().get(&source("a", English)).is_some());
    assert_ne!(again.attempt(), sheet.attempt());
}

#[test]
fn reloading_fetches_everything_again_and_keeps_the_letter_meanwhile() {
    let sheet = shown().after(SheetEvent::Reload);
    assert!(sheet.texts().get(&source("a", English)).is_none());
    assert_eq!(sheet.language(), Some(English));
}

#[test]
fn the_article_has_the_direction_of_the_letter_or_that_of_the_interface_around_columns() {
    let described = |sheet: &Sheet| sheet.description().map(|it| (it.language, it.direction));
    assert_eq!(described(&shown()), Some((Some("en"), "ltr")));
    let columns = Asked { interface: Interface::of(Arabic), ..beside("a", English, French) };
    let sheet = shown().after(SheetEvent::Asked(columns)).after(came("a", French));
    assert_eq!(described(&sheet), Some((Some("en"), "rtl")));
}

#[test]
fn an_article_without_a_letter_is_left_as_it_is() {
    assert_eq!(Sheet::new(asked("a", English)).description(), None);
}
