//! Takes the values from the parts: what the letter says about itself.

use super::forms;
use super::text::{Block, BlockKind, Line, collapse_spaces, plain_text};
use super::written_date;
use super::{Annex, Contact, Letter, Letterhead, Part, Role, Signatory};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::DocumentId;
use crate::language::Language;

/// Makes the letter of its parts.
pub(super) fn values(
    parts: Vec<Part>,
    language: Option<Language>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Letter {
    let mut letter = Letter::default();
    for part in &parts {
        let text = plain_text(part_lines(part));
        match part.role {
            Role::Subject => letter.subject.extend(fixed_lines(part_lines(part))),
            Role::Salutation => letter.salutation = Some(text),
            Role::Closing => letter.closing = Some(text),
            Role::Signed => letter.signed = true,
            Role::Signatory => letter.signatory = Some(Signatory { name: text, title: None }),
            Role::SignatoryTitle => {
                if let Some(signatory) = &mut letter.signatory {
                    let title = signatory.title.take().map_or_else(String::new, |title| title + " ");
                    signatory.title = Some(title + &text);
                }
            }
            Role::AnnexHeading => letter.annexes.push(annex(&text)),
            _ => add_to_letterhead(&mut letter.letterhead, part, text, language, diagnostics),
        }
    }
    letter.parts = parts;
    letter
}

fn add_to_letterhead(
    letterhead: &mut Letterhead,
    part: &Part,
    text: String,
    language: Option<Language>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if text.is_empty() {
        return;
    }
    match part.role {
        Role::Issuer => {
            letterhead.issued_by = forms::issuer(&text);
            letterhead.issuer = Some(text);
        }
        Role::PlaceAndDate => {
            let Some(found) = written_date::place_and_date(&text, language) else { return };
            if found.date.is_none() {
                diagnostics.push(Diagnostic { code: Code::ImpossibleDate, span: part.block.span.clone() });
            }
            letterhead.place = letterhead.place.take().or(found.place);
            letterhead.date = letterhead.date.or(found.date);
        }
        Role::Reference => {
            let references = references(&text);
            letterhead.ids.extend(references.iter().filter_map(|text| DocumentId::from_reference(text)));
            letterhead.references.extend(references);
        }
        Role::Unit => letterhead.unit = Some(text),
        Role::Contact => {
            letterhead.contacts.push(Contact { name: Some(text), ..Contact::default() });
        }
        Role::Phone => contact(letterhead).phones.push(text),
        Role::Fax => contact(letterhead).faxes.push(text),
        Role::Email => contact(letterhead).emails.push(text),
        Role::Addressees => letterhead.addressees.push(text),
        Role::Copies => letterhead.copies.push(text),
        _ => {}
    }
}

/// The contact that numbers and addresses belong to: the last one named, or one without a name.
fn contact(letterhead: &mut Letterhead) -> &mut Contact {
    if letterhead.contacts.is_empty() {
        letterhead.contacts.push(Contact::default());
    }
    let last = letterhead.contacts.len() - 1;
    #[expect(clippy::indexing_slicing, reason = "a contact has just been added where there was none")]
    &mut letterhead.contacts[last]
}

/// The references in the text, without the words before them.
///
/// Those whose form is known, or else everything from the first word with a digit.
fn references(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let known: Vec<String> = words
        .iter()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| DocumentId::from_reference(word).is_some())
        .map(str::to_owned)
        .collect();
    if !known.is_empty() {
        return known;
    }
    let first = words.iter().position(|word| word.contains(|c: char| c.is_ascii_digit()));
    let rest = first.and_then(|first| words.get(first..)).unwrap_or(&words);
    vec![rest.join(" ")]
}

/// “Annexe 1 – Programme” → 1, Programme.
fn annex(heading: &str) -> Annex {
    let mut words = heading.split(' ').skip(1).peekable();
    let number = words
        .next_if(|word| word.chars().all(char::is_alphanumeric) && word.chars().count() <= 3)
        .map(str::to_owned);
    let title = words.collect::<Vec<_>>().join(" ");
    let title = title.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')'));
    Annex { number, title: (!title.is_empty()).then(|| title.to_owned()) }
}

fn part_lines(part: &Part) -> &[Line] {
    match &part.block {
        Block { kind: BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. }, .. } => lines,
        _ => &[],
    }
}

/// The lines as the author meant them: one that was only broken where it was full goes on in the next.
fn fixed_lines(lines: &[Line]) -> Vec<String> {
    let mut fixed: Vec<String> = Vec::new();
    let mut flowing = false;
    for line in lines {
        let text = collapse_spaces(&line.plain());
        match fixed.last_mut() {
            Some(last) if flowing => {
                last.push(' ');
                last.push_str(&text);
            }
            _ => fixed.push(text),
        }
        flowing = line.end == super::text::LineEnd::Flowing;
    }
    fixed.retain(|line| !line.is_empty());
    fixed
}
