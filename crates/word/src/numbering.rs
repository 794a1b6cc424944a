//! Automatic numbers, as the page shows them (ECMA-376, part 1, 17.9).

use std::collections::{BTreeMap, BTreeSet};

use crate::markup::Element;
use crate::number_formats::{self, Format};
use crate::receipt::{Receipt, Remark};
use crate::styles::ListPlace;

/// The levels of a list.
const LEVELS: usize = 9;

/// The most digits of a number: a file may ask for more than any letter has.
const LARGEST: u32 = 1_000_000;

/// The longest text of a label, in characters, as Word has it.
const LONGEST_LABEL: usize = 255;

/// A level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// The text of the label: `%1.%2`.
    text: String,
    /// The level, from 1, after which this one begins again; 0 for none; not written, any level above.
    restart: Option<usize>,
    /// Whether all numbers of the label are in digits.
    is_legal: bool,
    style: Option<String>,
}

/// What lists with the same numbers share.
#[derive(Clone, Debug, Default)]
struct Abstract {
    levels: BTreeMap<usize, Level>,
    /// The style that has the levels in the place of this one, and the style whose levels these are.
    style_link: Option<String>,
    of_style: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct List {
    of: u32,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

/// The label of a paragraph in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// A bullet, at a level.
    Bullet(usize),
    /// A number, as it is shown.
    Number(String),
}

/// The lists of a document, and how far each has been counted.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    lists: BTreeMap<u32, List>,
    abstracts: BTreeMap<u32, Abstract>,
    /// The last number of each level, by what lists share.
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    begun: BTreeSet<(u32, usize)>,
}

fn level(element: &Element) -> Option<(usize, Level)> {
    let number = element.attribute("w:ilvl")?.parse().ok().filter(|level| *level < LEVELS)?;
    let level = Level {
        start: element.value("w:start").and_then(|start| start.parse().ok()).unwrap_or(0).min(LARGEST),
        format: element.value("w:numFmt").unwrap_or("decimal").to_owned(),
        text: element.value("w:lvlText").unwrap_or_default().trim().chars().take(LONGEST_LABEL).collect(),
        restart: element.value("w:lvlRestart").and_then(|level| level.parse().ok()),
        is_legal: element.child("w:isLgl").is_some_and(crate::styles::is_on),
        style: element.value("w:pStyle").map(str::to_owned),
    };
    Some((number, level))
}

impl Numbering {
    /// The lists in the part.
    pub(crate) fn of(root: Option<&Element>) -> Self {
        let mut numbering = Self::default();
        for element in root.into_iter().flat_map(Element::children) {
            let id = |name| element.attribute(name).and_then(|id| id.parse::<u32>().ok());
            if element.is("w:abstractNum") {
                let mut levels = BTreeMap::new();
                levels.extend(element.children().filter(|child| child.is("w:lvl")).filter_map(level));
                let abstract_list = Abstract {
                    levels,
                    style_link: element.value("w:numStyleLink").map(str::to_owned),
                    of_style: element.value("w:styleLink").map(str::to_owned),
                };
                numbering.abstracts.extend(id("w:abstractNumId").map(|id| (id, abstract_list)));
            } else if element.is("w:num") {
                let of = element.value("w:abstractNumId").and_then(|id| id.parse().ok()).unwrap_or_default();
                let mut list = List { of, ..List::default() };
                for change in element.children().filter(|child| child.is("w:lvlOverride")) {
                    let at = change.attribute("w:ilvl").and_then(|level| level.parse().ok());
                    let Some(at) = at.filter(|at| *at < LEVELS) else { continue };
                    let start = change.value("w:startOverride").and_then(|start| start.parse().ok());
                    list.starts.extend(start.map(|start: u32| (at, start.min(LARGEST))));
                    list.levels.extend(change.child("w:lvl").and_then(level));
                }
                numbering.lists.extend(id("w:numId").map(|id| (id, list)));
            }
        }
        numbering
    }

    /// The list and the level of each style of paragraphs that a level names.
    pub(crate) fn levels_of_styles(&self) -> BTreeMap<String, (u32, usize)> {
        let mut of_styles = BTreeMap::new();
        for (id, list) in &self.lists {
            for (at, level) in self.abstracts.get(&list.of).into_iter().flat_map(|shared| &shared.levels) {
                of_styles.extend(level.style.clone().map(|style| (style, (*id, *at))));
            }
        }
        of_styles
    }

    /// What the list shares with others; that of another style, if it is only a link to it.
    fn shared(&self, id: u32) -> Option<(u32, &Abstract)> {
        let shared = self.abstracts.get(&id)?;
        let Some(link) = &shared.style_link else { return Some((id, shared)) };
        let is_linked = |(_, other): &(&u32, &Abstract)| other.of_style.as_ref() == Some(link);
        self.abstracts.iter().find(is_linked).map(|(id, shared)| (*id, shared))
    }

    /// The label of the next paragraph at the place; `None` if it has none.
    pub(crate) fn next(&mut self, place: ListPlace, receipt: &mut Receipt) -> Option<Label> {
        // The list 0 takes away the numbers that a style gives.
        let id = place.list.filter(|list| *list > 0)?;
        let at = place.level.unwrap_or(0).min(LEVELS - 1);
        let list = self.lists.get(&id)?.clone();
        let (shared_id, shared) = self.shared(list.of)?;
        let mut levels = shared.levels.clone();
        levels.extend(list.levels.clone());
        let level = levels.get(&at)?;
        let is_first = self.begun.insert((id, at));
        let counts = self.counts.entry(shared_id).or_default();
        let own_start = list.starts.get(&at).copied();
        let next = match counts.get(at).copied().flatten() {
            Some(last) if !(is_first && own_start.is_some()) => last.saturating_add(1),
            _ => own_start.unwrap_or(level.start),
        };
        for (deeper, count) in counts.iter_mut().enumerate() {
            if deeper == at {
                *count = Some(next);
            } else if deeper > at {
                let restart = levels.get(&deeper).and_then(|level| level.restart);
                if restart.is_none_or(|restart| restart > at) {
                    *count = None;
                }
            } else if count.is_none() {
                *count = levels.get(&deeper).map(|level| level.start);
            }
        }
        if level.format == "bullet" {
            return Some(Label::Bullet(at));
        }
        let counts = *counts;
        let text = label(level, &levels, &counts, receipt);
        (!text.is_empty()).then_some(Label::Number(text))
    }
}

/// The text of the label with its numbers.
fn label(
    level: &Level,
    levels: &BTreeMap<usize, Level>,
    counts: &[Option<u32>; LEVELS],
    receipt: &mut Receipt,
) -> String {
    let mut text = String::new();
    let mut characters = level.text.chars().peekable();
    while let Some(c) = characters.next() {
        let digit =
            characters.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| c == '%' && *digit > 0);
        let Some(digit) = digit else {
            text.push(c);
            continue;
        };
        characters.next();
        let at = digit as usize - 1;
        let Some(number) = counts.get(at).copied().flatten() else { continue };
        let format = levels.get(&at).map_or("decimal", |level| level.format.as_str());
        let format = if level.is_legal { Some(Format::Decimal) } else { number_formats::of(format) };
        let written = format.unwrap_or_else(|| {
            let name = levels.get(&at).map(|level| level.format.clone()).unwrap_or_default();
            receipt.remark(Remark::UnknownNumberFormat(name));
            Format::Decimal
        });
        text.push_str(&written.write(number));
    }
    text
}
