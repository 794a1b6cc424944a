//! Takes the values from the parts: what the letter says about itself.

use super::forms::{self, Opening};
use super::text::{Line, LineEnd, collapse_spaces, joins_without_space, plain_text};
use super::written_date;
use super::{Annex, Contact, Letter, Letterhead, Part, Role, Signatory};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::DocumentId;
use crate::language::Language;

/// The longest number of an annex, in characters: “12A”, “III”.
const LONGEST_ANNEX_NUMBER: usize = 3;

/// Makes the letter of its parts.
pub(super) fn values(
    parts: Vec<Part>,
    language: Option<Language>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Letter {
    let mut letter = Letter::default();
    for part in &parts {
        let text = plain_text(part.block.lines());
        match part.role {
            Role::Subject => letter.subject.extend(fixed_lines(part.block.lines())),
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
            // A corrigendum bears the number of the letter that it corrects, and is another document.
            if forms::mentions(&text, Opening::Amendment, language) {
                letterhead.references.push(text);
                return;
            }
            let references = references(&text);
            letterhead.ids.extend(references.iter().filter_map(|text| DocumentId::from_reference(text)));
            letterhead.references.extend(references);
        }
        Role::Unit => letterhead.unit = Some(text),
        Role::Contact => {
            letterhead.contacts.push(Contact { name: Some(text), ..Contact::default() });
        }
        Role::Phone => add_to_contact(letterhead, |contact| contact.phones.push(text)),
        Role::Fax => add_to_contact(letterhead, |contact| contact.faxes.push(text)),
        Role::Email => add_to_contact(letterhead, |contact| contact.emails.push(text)),
        Role::Addressees => letterhead.addressees.push(text),
        Role::Copies => letterhead.copies.push(text),
        _ => {}
    }
}

/// Adds to the contact that numbers and addresses belong to: the last one named, or one without a name.
fn add_to_contact(letterhead: &mut Letterhead, add: impl FnOnce(&mut Contact)) {
    if letterhead.contacts.is_empty() {
        letterhead.contacts.push(Contact::default());
    }
    if let Some(contact) = letterhead.contacts.last_mut() {
        add(contact);
    }
}

/// The references in the text, without the words before them.
///
/// Those whose form is known, or else everything from the first word with a digit.
fn references(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let known: Vec<String> = words.iter().filter_map(|word| reference_in(word)).map(str::to_owned).collect();
    if !known.is_empty() {
        return known;
    }
    let first = words.iter().position(|word| word.contains(|c: char| c.is_ascii_digit()));
    let rest = first.and_then(|first| words.get(first..)).unwrap_or(&words);
    vec![rest.join(" ")]
}

/// The reference of a known form in a word: in `N°CL-20/43`, in `CL-20/43号通函`.
fn reference_in(word: &str) -> Option<&str> {
    let word = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let mut before = None;
    word.char_indices()
        .filter(|(_, c)| !before.replace(*c).is_some_and(|before| before.is_ascii_alphanumeric()))
        .filter_map(|(at, _)| word.get(at..))
        .find(|rest| DocumentId::from_reference(rest).is_some())
}

/// “Annexe 1 – Programme” → 1, Programme. Chinese writes the number without a space.
fn annex(heading: &str) -> Annex {
    let word = heading.find(|c: char| c == ' ' || c.is_ascii_digit()).unwrap_or(heading.len());
    let rest = heading.get(word..).unwrap_or_default().trim_start();
    let is_of_number = |c: char| c.is_ascii_alphanumeric() || matches!(c, 'А'..='Я');
    let (number, title) = rest.split_at(rest.find(|c| !is_of_number(c)).unwrap_or(rest.len()));
    let (number, title) =
        if number.chars().count() <= LONGEST_ANNEX_NUMBER { (number, title) } else { ("", rest) };
    let title = title.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')'));
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Annex { number: given(number), title: given(title) }
}

/// The lines as the author meant them: one that was only broken where it was full goes on in the next.
fn fixed_lines(lines: &[Line]) -> Vec<String> {
    let mut fixed: Vec<String> = Vec::new();
    let mut flowing = false;
    for line in lines {
        let text = collapse_spaces(&line.plain());
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
