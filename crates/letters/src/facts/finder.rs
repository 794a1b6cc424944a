//! Finds the facts of each segment of a letter.

use std::ops::Range;

use super::fact::{Fact, FoundFact, Notation, SegmentFacts, Shape};
use super::numbers;
use crate::address::Address;
use crate::citation::Citation;
use crate::dates;
use crate::ids::{DocumentId, Language};
use crate::letter::numbering::own_number;
use crate::letter::{Letter, Part, Role, Segment};
use crate::sorting::sort_by_number;
use crate::text::characters::{is_alphanumeric, is_chinese};
use crate::text::passage::Passage;
use crate::text::scanning::{clean, is_address, phone_ranges, words};
use crate::text::tree::{Block, BlockKind, Inline, Line};

pub(super) struct Finder<'letter> {
    pub(super) language: Option<Language>,
    /// In the order of the text.
    pub(super) citations: &'letter [Citation],
}

impl Finder<'_> {
    pub(super) fn segment(&self, letter: &Letter, segment: &Segment) -> SegmentFacts {
        let parts = letter.parts_of(segment);
        let mut facts = SegmentFacts {
            kind: segment.kind,
            facts: Vec::new(),
            length: 0,
            number: segment
                .kind
                .paragraph()
                .and_then(|paragraph| own_number(&parts.first()?.block, paragraph.number)),
            shape: parts.first().map_or(Shape::Other, |part| shape(&part.block)),
            span: match parts {
                [first, .., last] => first.block.span.start..last.block.span.end,
                [part] => part.block.span.clone(),
                [] => 0..0,
            },
        };
        let indices = segment.parts.clone();
        indices.zip(parts).for_each(|(index, part)| self.part(letter, index, part, &mut facts));
        facts
    }

    fn part(&self, letter: &Letter, index: usize, part: &Part, facts: &mut SegmentFacts) {
        let mut passages = letter.passages.of_block(index);
        part.block.each_run(&mut |lines| {
            let Some(passage) = passages.next() else { return };
            let mut run = Run { passage, found: Vec::new(), taken: Vec::new(), fresh: Vec::new() };
            if matches!(part.role, Role::Phone | Role::Fax) {
                run.phones_of_contact();
            }
            if part.role == Role::Reference {
                run.references();
            }
            run.settle();
            run.citations(self.citations);
            run.settle();
            run.addresses(lines);
            run.settle();
            run.dates(self.language);
            run.settle();
            run.phones();
            run.settle();
            run.days(self.language);
            run.settle();
            run.numbers(self.language);
            sort_by_number(&mut run.found, |fact| fact.span.start as u64);
            facts.facts.append(&mut run.found);
            facts.length += passage.text.chars().map(|c| if is_chinese(c) { 3 } else { 1 }).sum::<usize>();
        });
    }
}

fn shape(block: &Block) -> Shape {
    match &block.kind {
        BlockKind::Paragraph(_) | BlockKind::Quote(_) => Shape::Text,
        BlockKind::Heading { .. } => Shape::Heading,
        BlockKind::List { items, .. } => Shape::List(items.len()),
        BlockKind::Table { rows, .. } => Shape::Table(rows.len()),
        _ => Shape::Other,
    }
}

/// The number of facts back that a repeated address is searched for.
const MOST_REPEATED: usize = 32;

/// A stretch of running text, the facts found in it, and the ranges that are taken.
struct Run<'text> {
    passage: Passage<'text>,
    found: Vec<FoundFact>,
    /// In the order of the text, without overlaps.
    taken: Vec<Range<usize>>,
    /// The ranges taken by the current step; its own finds do not overlap.
    fresh: Vec<Range<usize>>,
}

impl Run<'_> {
    /// Adds a fact, unless its place is taken.
    fn add(&mut self, range: Range<usize>, facts: impl IntoIterator<Item = Fact>) {
        self.add_in_notation(range, facts, Notation::Plain);
    }

    fn add_in_notation(
        &mut self,
        range: Range<usize>,
        facts: impl IntoIterator<Item = Fact>,
        notation: Notation,
    ) {
        if self.is_taken(&range) {
            return;
        }
        let text = clean(self.passage.text.get(range.clone()).unwrap_or_default());
        let span = self.passage.span(range.clone());
        self.found.extend(facts.into_iter().map(|fact| FoundFact {
            fact,
            text: text.clone(),
            span: span.clone(),
            notation,
        }));
        self.fresh.push(range);
    }

    /// Ends a step: its ranges are taken for those that follow.
    fn settle(&mut self) {
        self.taken.append(&mut self.fresh);
        // Two runs that are already in order are merged.
        sort_by_number(&mut self.taken, |range| range.start as u64);
    }

    fn is_taken(&self, range: &Range<usize>) -> bool {
        let at = self.taken.partition_point(|taken| taken.end <= range.start);
        self.taken.get(at).is_some_and(|taken| taken.start < range.end)
    }

    fn citations(&mut self, citations: &[Citation]) {
        let passage = self.passage.id;
        let first = citations.partition_point(|citation| citation.passage < passage);
        let of_passage = citations.iter().skip(first).take_while(|citation| citation.passage == passage);
        for citation in of_passage {
            // A document that is announced without a number is a turn of phrase.
            let is_fact = citation.id != DocumentId::Awaited;
            self.add(citation.range.clone(), is_fact.then(|| Fact::Citation(citation.id.clone())));
        }
    }

    fn dates(&mut self, language: Option<Language>) {
        for date in dates::find(self.passage.text, language) {
            if let Some((first, last)) = date.days {
                let last = (last != first).then_some(Fact::Date(last));
                self.add(date.range, [Fact::Date(first)].into_iter().chain(last));
            }
        }
    }

    /// The letter's own references name it as citations do.
    fn references(&mut self) {
        for (at, word) in words(self.passage.text) {
            if let Some(id) = DocumentId::from_reference(word) {
                self.add(at..at + word.len(), [Fact::Citation(id)]);
            }
        }
    }

    /// Days without their year.
    fn days(&mut self, language: Option<Language>) {
        for (range, month, day) in dates::find_days(self.passage.text, language) {
            self.add(range, [Fact::Day { month, day }]);
        }
    }

    /// Addresses in the text, and the destinations of links.
    fn addresses(&mut self, lines: &[Line]) {
        let mut destinations = Vec::new();
        lines.iter().flat_map(|line| &line.content).for_each(|inline| links(inline, &mut destinations));
        let whole = 0..self.passage.text.len();
        for destination in destinations {
            let address = match Address::from_destination(destination) {
                Some(Address::Web(address)) => without_language(&address),
                Some(Address::Mail(mailbox)) => mailbox.to_ascii_lowercase(),
                _ => continue,
            };
            let fact = Fact::Address(address);
            if !self.is_known(&fact) {
                let span = self.passage.span(whole.clone());
                self.found.push(FoundFact {
                    fact,
                    text: destination.to_owned(),
                    span,
                    notation: Notation::Plain,
                });
            }
        }
        for (at, word) in words(self.passage.text) {
            if !is_address(word) {
                continue;
            }
            let address = word.trim_matches(|c: char| !is_alphanumeric(c) && c != '/');
            let start = at + word.find(address).unwrap_or_default();
            let fact = match Address::mail(address) {
                Some(_) => Fact::Address(address.to_ascii_lowercase()),
                None => Fact::Address(without_language(address)),
            };
            let is_new = !self.is_known(&fact);
            self.add(start..start + address.len(), is_new.then_some(fact));
        }
    }

    /// Whether the address has been found just before: as a link and as its words.
    fn is_known(&self, fact: &Fact) -> bool {
        self.found.iter().rev().take(MOST_REPEATED).any(|found| found.fact == *fact)
    }

    /// The whole line of a contact is a number.
    fn phones_of_contact(&mut self) {
        if let Some(Address::Phone(number)) = Address::phone(self.passage.text) {
            self.add(0..self.passage.text.len(), [Fact::Phone(digits(&number))]);
        }
    }

    /// Numbers that begin with a plus sign: the others cannot be distinguished from amounts.
    fn phones(&mut self) {
        for range in phone_ranges(self.passage.text) {
            let number = self.passage.text.get(range.clone()).unwrap_or_default();
            let number = Fact::Phone(digits(number));
            self.add(range, [number]);
        }
    }

    fn numbers(&mut self, language: Option<Language>) {
        for (range, value, notation) in numbers::find(self.passage.text) {
            self.add_in_notation(range, [Fact::Number(value)], notation);
        }
        self.settle();
        for (range, value) in numbers::find_written(self.passage.text, language) {
            self.add_in_notation(range, [Fact::Number(value.to_string())], Notation::Words);
        }
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn links<'line>(inline: &'line Inline, destinations: &mut Vec<&'line str>) {
    if let Inline::Link { destination, .. } = inline {
        destinations.push(destination);
    }
    inline.children().iter().for_each(|child| links(child, destinations));
}

/// The address without its scheme and without the parts by which sites and files of the Union name a language: `/fr/`,
/// `lang=fr`, `-F.pdf`, `!!PDF-F`.
fn without_language(address: &str) -> String {
    const CODES: [&str; 10] = ["ar", "zh", "en", "fr", "ru", "es", "cn", "zh-hans", "a", "s"];
    let address = address.to_ascii_lowercase();
    let address = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
    let address = address.trim_end_matches(['/', '.', ',', ';']);
    let parts = address.split(['/', '?', '&']).filter(|part| {
        let value = part.strip_prefix("lang=").unwrap_or(part);
        !CODES.contains(&value) && !matches!(value, "c" | "e" | "f" | "r")
    });
    let parts = parts.map(|part| {
        let (stem, extension) = part.rsplit_once('.').unwrap_or((part, ""));
        let is_code = |tail: &str| CODES.contains(&tail) || matches!(tail, "c" | "e" | "f" | "r");
        match stem.rsplit_once(['-', '_']) {
            Some((before, tail)) if is_code(tail) => format!("{before}.{extension}"),
            _ => part.to_owned(),
        }
    });
    parts.collect::<Vec<_>>().join("/")
}
