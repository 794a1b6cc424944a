//! Dates, names of languages, lists and counts in the words of a language: the browser writes them, and where it
//! cannot, they are written plainly.

use super::texts::ReadLetter;
use crate::browser::dates::{self, Day};
use crate::browser::intl;
use letters::ids::{Date, Language};
use letters::interface::{Interface, Message, paragraph_name};
use letters::letter::ParagraphNumber;

/// The name of a paragraph, by the number that the letter gives it, or else by that of its place.
pub(super) fn paragraph(letter: &ReadLetter, paragraph: ParagraphNumber, interface: Interface) -> String {
    paragraph_name(&letter.number_of(paragraph), paragraph.annex, interface)
}

/// The date written out in the language of the interface: “5 octobre 2020”.
pub(super) fn date(date: Date, interface: Interface) -> String {
    dates::written(day(date), tag_for_dates(interface)).unwrap_or_else(|| date.to_string())
}

/// The days from the first to the last, or the one day: “23 février – 5 mars 2021”.
pub(super) fn period(first: Date, last: Date, interface: Interface) -> String {
    if first == last {
        return date(first, interface);
    }
    dates::written_range(day(first), day(last), tag_for_dates(interface))
        .unwrap_or_else(|| format!("{} – {}", date(first, interface), date(last, interface)))
}

/// Whether the day is over where the reader is.
pub(super) fn is_over(date: Date) -> bool {
    let Day { year, month, day } = dates::today();
    Date::new(year, month, day).is_some_and(|today| date < today)
}

fn day(date: Date) -> Day {
    Day { year: date.year(), month: date.month(), day: date.day() }
}

/// The ITU writes English as in Britain: the day comes first.
fn tag_for_dates(interface: Interface) -> &'static str {
    if interface.language() == Language::English { "en-GB" } else { interface.tag() }
}

/// The name of a language in the words of another: “anglais”.
pub(super) fn language(language: Language, interface: Interface) -> String {
    intl::language(language.code(), interface.tag()).unwrap_or_else(|| language.native_name().to_owned())
}

/// The words as a list: “chinois, espagnol et russe”.
pub(super) fn list(words: &[String], interface: Interface) -> String {
    intl::list(words, interface.tag()).unwrap_or_else(|| words.join(", "))
}

/// A message about a number of things. Its text has a form for each plural category of the language, under the names of
/// `Intl.PluralRules`: `one:{n} letter|other:{n} letters`.
pub(super) fn counted(message: Message, count: usize, interface: Interface) -> String {
    let category = intl::plural_category(count, interface.tag()).unwrap_or_default();
    let forms = message.text(interface).split('|').filter_map(|form| form.split_once(':'));
    let forms: Vec<(&str, &str)> = forms.collect();
    let form = forms.iter().find(|(name, _)| *name == category).or(forms.last());
    form.map_or_else(String::new, |(_, form)| form.replace("{n}", &count.to_string()))
}
