//! Annexes: reads their headings, and the list at the end of the letter that announces them.

use super::entries::{entries, entry, text_of};
use super::meanings::Opening;
use super::parts::Part;
use super::types::Annex;
use super::vocabulary::opening;
use crate::grammar::own_reference;
use crate::ids::Language;
use crate::text::characters::{
    COLONS, COMMAS, chinese_digit, chinese_unit, digit, is_bullet, is_capital, is_cyrillic, is_space,
};
use crate::text::folding::{folded, is_letter};
use crate::text::scanning::clean;
use crate::text::tree::BlockKind;
use crate::text::words::is_passed_over;

/// The longest number of an annex, in characters: “12A”, “VIII”.
const LONGEST_NUMBER: usize = 4;

/// The maximum number of annexes in a list: a text with more is not a letter, and is not compared entry by entry.
const MOST: usize = 200;

/// The annex with the heading: “Annexe 1 – Programme” → 1, Programme; “ANNEX 1 (to TSB Circular 237)” → 1.
pub(super) fn of_heading(heading: &str, language: Option<Language>) -> Annex {
    let heading = heading.trim_start_matches(|c| is_bullet(c) || is_passed_over(c));
    let word = opening(heading, Opening::Annex, language).unwrap_or(0);
    let rest = heading.get(word..).unwrap_or_default();
    let rest = rest.trim_start_matches(is_passed_over);
    let (number, title) = numbered(rest);
    let title = match title.strip_prefix(['(', '（']) {
        // The letter to which the annex belongs.
        Some(bracket) => bracket.split_once([')', '）']).map_or("", |(_, title)| title),
        None => title,
    };
    let title = title.trim_matches(is_around_title);
    let is_of_letter = own_reference::is_reference(title, language);
    Annex { number, title: title_of(title).filter(|_| !is_of_letter), heading: None }
}

/// The annexes that a part announces. A number alone after the label is their count.
pub(super) fn announced(part: &Part, language: Option<Language>) -> Vec<Annex> {
    let texts: Vec<String> = match &part.block.kind {
        // The number of the item is the number of the annex.
        BlockKind::List { items, .. } if items.iter().all(|item| item.number.is_some()) => {
            let annexes = items.iter().map(|item| Annex {
                number: item.number.map(|number| number.to_string()),
                title: title_of(&entry(&text_of(&item.blocks), language)),
                heading: None,
            });
            return annexes.collect();
        }
        // Each line names an annex of its own.
        BlockKind::Paragraph(lines) if lines.len() > 1 => {
            lines.iter().map(|line| entry(&clean(&line.plain()), language)).collect()
        }
        _ => entries(&part.block, language),
    };
    let named = texts.iter().filter(|text| !is_count(text));
    named
        .map(|text| {
            if opening(text, Opening::Annex, language).is_some() {
                return of_heading(text, language);
            }
            let (number, title) = numbered(text);
            Annex { number, title: title_of(title), heading: None }
        })
        .collect()
}

/// The annexes with headings, completed from the list, and those that are only announced.
pub(super) fn merged(announced: Vec<Annex>, mut headings: Vec<Annex>) -> Vec<Annex> {
    if headings.is_empty() {
        return announced;
    }
    if announced.len() > MOST {
        return headings;
    }
    let same_count = announced.len() == headings.len();
    let mut merged = Vec::with_capacity(headings.len());
    for entry in announced {
        let heading = match &entry.number {
            Some(number) => headings.iter().position(|heading| heading.number.as_ref() == Some(number)),
            None => same_count.then_some(0),
        };
        match heading.filter(|at| *at < headings.len()).map(|at| headings.remove(at)) {
            Some(heading) => merged.push(Annex { title: heading.title.or(entry.title), ..heading }),
            None if entry.number.is_some() => merged.push(entry),
            None => {}
        }
    }
    merged.extend(headings);
    merged
}

/// “3”, “(3)”: the number of annexes.
fn is_count(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c == '(' || digit(c).is_some());
    rest.len() < text.len() && rest.chars().count() <= 3
}

/// A number, and what follows it: digits, a capital letter, a Roman or Chinese number, or digits with a capital.
fn numbered(text: &str) -> (Option<String>, &str) {
    let is_of_alphabet = |c: char| c.is_ascii_uppercase() || is_cyrillic(c) && is_capital(c);
    let is_of_number = |c: char| c.is_ascii_digit() || is_of_alphabet(c) || is_chinese_ordinal(c);
    let end = text.find(|c| !is_of_number(c)).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end).unwrap_or(("", text));
    let is_number = !number.is_empty()
        && number.chars().count() <= LONGEST_NUMBER
        && !rest.starts_with(|c: char| folded(c).is_some_and(is_letter))
        && (number.chars().count() == 1
            || number.chars().all(|c| c.is_ascii_digit() || "IVXLC".contains(c) || is_chinese_ordinal(c)));
    if is_number {
        (Some(number.to_owned()), rest.trim_matches(is_around_title))
    } else {
        (None, text.trim_matches(is_around_title))
    }
}

/// A Chinese numeral in the number of an annex: 两 only counts things and is excluded.
fn is_chinese_ordinal(c: char) -> bool {
    c != '两' && (chinese_digit(c).is_some_and(|value| value > 0) || chinese_unit(c).is_some())
}

/// The title, unless it is empty.
fn title_of(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A character around the title of an annex: space, dash, colon, comma, stop.
fn is_around_title(c: char) -> bool {
    is_space(c)
        || is_bullet(c)
        || COLONS.contains(&c)
        || COMMAS.contains(&c)
        || matches!(c, '\\' | '.' | '。' | ';' | '；' | '؛' | '、')
}
