//! Extracts the metadata of the letter from its parts.

use super::entries::{SEPARATORS, entries, text_of};
use super::meanings::Opening;
use super::parts::{Part, Role};
use super::segmentation::Divided;
use super::types::{Annex, Letter, Metadata, Signatory};
use super::vocabulary;
use super::{annexes, contacts};
use crate::dates::{self, PlaceAndDate};
use crate::diagnostic::{Code, Diagnostic};
use crate::grammar::Circumstances;
use crate::grammar::own_reference::{self, OwnReference};
use crate::ids::Language;
use crate::text::characters::is_alphanumeric;
use crate::text::passage::{Passages, plain_text};
use crate::text::scanning::clean;
use crate::text::tree::{Block, BlockKind, Item, LineEnd, Marker, joins_without_space};

/// The maximum number of references of a letter: a text with more is not a letter, and is not compared entry by entry.
const MOST_REFERENCES: usize = 20;

/// Builds the letter from its parts.
pub(super) fn extract(
    divided: Divided,
    language: Option<Language>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Letter {
    let metadata = Metadata { language, ..Metadata::default() };
    let letter = Letter { metadata, ..Letter::default() };
    let contacts = contacts::Entries::default();
    let mut extractor = Extractor { letter, contacts, announced: Vec::new(), diagnostics };
    let aside = divided.aside.map(|aside| *aside).unwrap_or_default();
    extractor.take_parts(&aside.parts, aside.dates);
    extractor.take_parts(&divided.parts, divided.dates);
    extractor.take_references(aside.parts.iter().chain(&divided.parts));
    let Extractor { mut letter, contacts, announced, .. } = extractor;
    letter.metadata.letterhead.contacts = contacts.contacts();
    letter.metadata.annexes = annexes::merged(announced, letter.metadata.annexes);
    letter.parts = divided.parts;
    letter
}

struct Extractor<'diagnostics> {
    letter: Letter,
    contacts: contacts::Entries,
    /// The annexes that a list announces.
    announced: Vec<Annex>,
    diagnostics: &'diagnostics mut Vec<Diagnostic>,
}

impl Extractor<'_> {
    /// `dates` are the values of parts with place and date that the segmentation has read, with the indices of the parts.
    fn take_parts(&mut self, parts: &[Part], dates: Vec<(usize, PlaceAndDate)>) {
        let mut dates = dates.into_iter().peekable();
        for (index, part) in parts.iter().enumerate() {
            let date = dates.next_if(|(part, _)| *part == index).map(|(_, date)| date);
            self.take(part, date);
        }
    }

    /// `date` is the value of a part with place and date, if the segmentation has read it.
    fn take(&mut self, part: &Part, date: Option<PlaceAndDate>) {
        let language = self.letter.metadata.language;
        let text = || plain_text(part.block.lines());
        let head = &mut self.letter.metadata.letterhead;
        match part.role {
            Role::Subject => self.letter.metadata.subject.extend(fixed_lines(&part.block)),
            Role::Salutation => append(&mut self.letter.metadata.salutation, &text()),
            Role::Closing => append(&mut self.letter.metadata.closing, &text()),
            Role::Signed => self.letter.metadata.signed = true,
            Role::Signatory => {
                append(&mut self.signatory().name, text().trim_end_matches(SEPARATORS).trim_end());
            }
            Role::SignatoryTitle => append(&mut self.signatory().title, &text()),
            Role::AnnexHeading => {
                let heading = Some(self.letter.metadata.annexes.len() + 1);
                self.letter
                    .metadata
                    .annexes
                    .push(Annex { heading, ..annexes::of_heading(&text(), language) });
            }
            Role::AnnexTitle => {
                if let Some(annex) = self.letter.metadata.annexes.last_mut() {
                    annex.title = given(text());
                }
            }
            Role::AnnexList => self.announced.extend(annexes::announced(part, language)),
            Role::Issuer => head.issuer = given(without_stretching(&text())),
            Role::Unit => head.unit = given(text()),
            Role::PlaceAndDate => self.take_place_and_date(part, date),
            Role::Contact => self.contacts.add_person(&text()),
            Role::Phone | Role::Fax | Role::Email => self.contacts.add_values(part.role, &text()),
            Role::Addressees => head.addressees.extend(entries(&part.block, language)),
            Role::Copies => head.copies.extend(entries(&part.block, language)),
            _ => {}
        }
    }

    fn signatory(&mut self) -> &mut Signatory {
        self.letter.metadata.signatory.get_or_insert_default()
    }

    fn take_place_and_date(&mut self, part: &Part, date: Option<PlaceAndDate>) {
        let language = self.letter.metadata.language;
        let head = &mut self.letter.metadata.letterhead;
        let text = plain_text(part.block.lines());
        match date.or_else(|| dates::place_and_date(&text, language)) {
            Some(found) => {
                head.place = head.place.take().or(found.place);
                head.date = head.date.or(found.date);
                if found.date.is_some() {
                    return;
                }
            }
            // “Geneva,” with the date in the next line.
            None if text.ends_with(SEPARATORS) => {
                head.place = given(text.trim_end_matches(SEPARATORS).to_owned());
            }
            None => {}
        }
        self.report_impossible_dates(part);
    }

    fn report_impossible_dates(&mut self, part: &Part) {
        let passages = Passages::of_lines(part.block.lines());
        for passage in passages.iter() {
            let impossible = dates::find(passage.text, self.letter.metadata.language).into_iter();
            let impossible = impossible.filter(|found| found.days.is_none());
            self.diagnostics.extend(
                impossible
                    .map(|found| Diagnostic { code: Code::ImpossibleDate, span: passage.span(found.range) }),
            );
        }
    }

    /// Taken last: the id of a letter depends on its issuer and date, which may be in any part.
    fn take_references<'part>(&mut self, parts: impl Iterator<Item = &'part Part>) {
        let language = self.letter.metadata.language;
        let head = &mut self.letter.metadata.letterhead;
        head.issued_by = head.issuer.as_deref().and_then(|issuer| {
            let after_union = vocabulary::opening(issuer, Opening::Union, language).unwrap_or(0);
            let bureau = issuer.get(after_union..)?.trim_start_matches(|c: char| !is_alphanumeric(c));
            vocabulary::issuer(bureau)
        });
        let circumstances = Circumstances { language, issuer: head.issued_by, date: head.date };
        let mut filing_codes = Vec::new();
        for part in parts.filter(|part| part.role == Role::Reference) {
            for reference in references_of(part, circumstances) {
                // “4”, where another line has “4/TSAG”.
                let is_part = |known: &String| {
                    reference.id.is_none()
                        && known.strip_prefix(&*reference.text).is_some_and(|rest| rest.starts_with('/'))
                };
                let known = head.references.iter().any(|known| *known == reference.text || is_part(known));
                if reference.text.is_empty() || known || head.references.len() >= MOST_REFERENCES {
                    continue;
                }
                if reference.id.is_none() {
                    let span = part.block.span.clone();
                    self.diagnostics.push(Diagnostic { code: Code::UnknownReference, span });
                }
                if reference.id.is_none() && is_filing_code(&reference.text) {
                    filing_codes.push(reference.text);
                    continue;
                }
                head.references.push(reference.text);
                head.ids.extend(reference.id);
            }
        }
        // Beside the letter's reference, the code under which the Bureau files it is none.
        if head.references.is_empty() {
            head.references = filing_codes;
        }
    }
}

/// Whether the text is like the code of a file: letters in brackets within a word, “31B(TER)O.412/95”.
fn is_filing_code(text: &str) -> bool {
    let mut characters = text.chars().zip(text.chars().skip(1));
    characters.any(|(before, c)| c == '(' && before.is_ascii_alphanumeric()) && text.contains(['/', '.'])
}

/// The references of a part: those of each line, together with the next line if the reference continues there.
fn references_of(part: &Part, circumstances: Circumstances) -> Vec<OwnReference> {
    let mut references = Vec::new();
    let mut unfinished = String::new();
    for line in part.block.lines() {
        if !unfinished.is_empty() {
            unfinished.push(' ');
        }
        unfinished.push_str(&line.plain());
        if !own_reference::is_unfinished(&unfinished, circumstances.language) {
            references.extend(own_reference::read(&unfinished, circumstances));
            unfinished.clear();
        }
    }
    if !unfinished.trim().is_empty() {
        references.extend(own_reference::read(&unfinished, circumstances));
    }
    references
}

/// The text, unless it is empty.
fn given(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// The text without what only stretches it: spaces between all its letters, as in “无 线 电 通 信 局”, and the Arabic mark
/// between joined letters.
fn without_stretching(text: &str) -> String {
    let is_spaced = text.split(' ').count() > 3 && text.split(' ').all(|word| word.chars().nth(1).is_none());
    text.chars().filter(|c| *c != '\u{640}' && !(is_spaced && *c == ' ')).collect()
}

/// Adds text to a value that is spread over several parts.
fn append(value: &mut Option<String>, text: &str) {
    match value {
        Some(value) if !text.is_empty() => {
            value.push(' ');
            value.push_str(text);
        }
        Some(_) => {}
        None => *value = given(text.to_owned()),
    }
}

/// The lines of an item, with its number; what stands in brackets is a line of its own.
fn fixed_lines_of_item(item: &Item, marker: Marker) -> Vec<String> {
    let Some(number) = item.number else { return vec![text_of(&item.blocks)] };
    let mark = if marker == Marker::NumberInBracket { ')' } else { '.' };
    let mut lines: Vec<String> = Vec::new();
    for line in item.blocks.iter().flat_map(Block::lines) {
        let text = clean(&line.plain());
        match lines.last_mut() {
            Some(last) if !text.starts_with(['(', '（']) => {
                last.push(' ');
                last.push_str(&text);
            }
            Some(_) => lines.push(text),
            None => lines.push(format!("{number}{mark} {text}")),
        }
    }
    lines
}

/// The lines as the author intended them: a line with a soft break continues in the next.
fn fixed_lines(block: &Block) -> Vec<String> {
    if let BlockKind::List { items, marker } = &block.kind {
        return items.iter().flat_map(|item| fixed_lines_of_item(item, *marker)).collect();
    }
    let mut fixed: Vec<String> = Vec::new();
    let mut flowing = false;
    for line in block.lines() {
        let text = clean(&line.plain());
        match fixed.last_mut() {
            Some(last) if flowing => {
                if !joins_without_space(last, &text) {
                    last.push(' ');
                }
                last.push_str(&text);
            }
            _ => fixed.push(text),
        }
        flowing = line.end == LineEnd::Flowing;
    }
    fixed.retain(|line| !line.is_empty());
    fixed
}
