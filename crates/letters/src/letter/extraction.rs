//! Takes the values from the parts: what the letter says about itself.

use super::reference::{self, Circumstances};
use super::vocabulary::{self, DateWord, Opening};
use super::{Annex, Contact, Letter, Part, Role, Signatory};
use crate::dates;
use crate::diagnostic::{Code, Diagnostic};
use crate::ids::Language;
use crate::text::characters::{digit, is_space};
use crate::text::folding::{folded, is_letter};
use crate::text::passage::Passages;
use crate::text::tree::{Block, BlockKind, Line, LineEnd, clean, joins_without_space, plain_text};
use crate::text::words::is_passed_over;

/// The longest number of an annex, in characters: “12A”, “VIII”.
const LONGEST_ANNEX_NUMBER: usize = 4;

/// The fewest digits of a telephone number: shorter ones go on with the number before them.
const FEWEST_DIGITS: usize = 5;

/// The most references that a letter has, and the most annexes that a list announces: what has more is no letter, and is not
/// compared entry by entry.
const MOST_REFERENCES: usize = 20;
const MOST_ANNEXES: usize = 200;

/// What parts one value from the next: commas and semicolons of all languages.
const SEPARATORS: [char; 8] = [',', ';', '，', '；', '、', '،', '؛', '/'];

/// Makes the letter of its parts.
pub(super) fn values(
    parts: Vec<Part>,
    language: Option<Language>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Letter {
    let mut taker = Taker { letter: Letter::default(), language, announced: Vec::new(), diagnostics };
    for part in &parts {
        taker.take(part);
    }
    taker.take_references(&parts);
    let Taker { mut letter, announced, .. } = taker;
    letter.annexes = merged(announced, letter.annexes);
    letter.parts = parts;
    letter
}

struct Taker<'diagnostics> {
    letter: Letter,
    language: Option<Language>,
    /// The annexes that a list announces.
    announced: Vec<Annex>,
    diagnostics: &'diagnostics mut Vec<Diagnostic>,
}

impl Taker<'_> {
    fn take(&mut self, part: &Part) {
        let text = || plain_text(part.block.lines());
        let head = &mut self.letter.letterhead;
        match part.role {
            Role::Subject => self.letter.subject.extend(fixed_lines(&part.block)),
            Role::Salutation => join(&mut self.letter.salutation, text()),
            Role::Closing => join(&mut self.letter.closing, text()),
            Role::Signed => self.letter.signed = true,
            Role::Signatory => {
                let name = text().trim_end_matches(SEPARATORS).trim_end().to_owned();
                join(&mut self.signatory().name, name);
            }
            Role::SignatoryTitle => join(&mut self.signatory().title, text()),
            Role::AnnexHeading => {
                let heading = Some(self.letter.annexes.len() + 1);
                self.letter.annexes.push(Annex { heading, ..annex(&text(), self.language) });
            }
            Role::AnnexTitle => {
                if let Some(annex) = self.letter.annexes.last_mut() {
                    annex.title = given(&text());
                }
            }
            Role::AnnexList => self.announced.extend(announced(part, self.language)),
            Role::Issuer => head.issuer = given(&text()),
            Role::Unit => head.unit = given(&text()),
            Role::PlaceAndDate => self.take_place_and_date(part),
            Role::Contact => {
                let name = given(text().trim_end_matches(SEPARATORS).trim_end());
                head.contacts.extend(name.map(|name| Contact { name: Some(name), ..Contact::default() }));
            }
            Role::Phone => {
                add_to_contact(&mut head.contacts, numbers(&text()), |contact| &mut contact.phones)
            }
            Role::Fax => add_to_contact(&mut head.contacts, numbers(&text()), |contact| &mut contact.faxes),
            Role::Email => {
                add_to_contact(&mut head.contacts, mailboxes(&text()), |contact| &mut contact.emails)
            }
            Role::Addressees => head.addressees.extend(entries(&part.block, self.language)),
            Role::Copies => head.copies.extend(entries(&part.block, self.language)),
            _ => {}
        }
    }

    fn signatory(&mut self) -> &mut Signatory {
        self.letter.signatory.get_or_insert_default()
    }

    fn take_place_and_date(&mut self, part: &Part) {
        let passages = Passages::of_lines(part.block.lines());
        let Some(passage) = passages.iter().next() else { return };
        let head = &mut self.letter.letterhead;
        let text = clean(passage.text);
        match dates::place_and_date(&text, self.language) {
            Some(found) => {
                head.place = head.place.take().or(found.place);
                head.date = head.date.or(found.date);
            }
            // “Geneva,” with the date in the next line.
            None if text.ends_with(SEPARATORS) => head.place = given(text.trim_end_matches(SEPARATORS)),
            None => {}
        }
        for found in dates::find(passage.text, self.language) {
            if found.days.is_none() {
                let span = passage.span(found.range);
                self.diagnostics.push(Diagnostic { code: Code::ImpossibleDate, span });
            }
        }
    }

    /// Which letter it is depends on who issued it and when, wherever that stands.
    fn take_references(&mut self, parts: &[Part]) {
        let head = &mut self.letter.letterhead;
        head.issued_by = head.issuer.as_deref().and_then(|issuer| {
            let after_union = vocabulary::opening(issuer, Opening::Union, self.language).unwrap_or(0);
            let bureau = issuer.get(after_union..)?.trim_start_matches(|c: char| !c.is_alphanumeric());
            vocabulary::issuer(bureau)
        });
        let circumstances =
            Circumstances { language: self.language, issuer: head.issued_by, date: head.date };
        for part in parts.iter().filter(|part| part.role == Role::Reference) {
            for reference in references_of(part, circumstances) {
                let known = head.references.contains(&reference.text);
                if reference.text.is_empty() || known || head.references.len() >= MOST_REFERENCES {
                    continue;
                }
                if reference.id.is_none() {
                    let span = part.block.span.clone();
                    self.diagnostics.push(Diagnostic { code: Code::UnknownReference, span });
                }
                head.references.push(reference.text);
                head.ids.extend(reference.id);
            }
        }
    }
}

/// The references of a part: of each line, unless that goes on in the next.
fn references_of(part: &Part, circumstances: Circumstances) -> Vec<reference::Reference> {
    let mut references = Vec::new();
    let mut unfinished = String::new();
    for line in part.block.lines() {
        if !unfinished.is_empty() {
            unfinished.push(' ');
        }
        unfinished.push_str(&line.plain());
        if !reference::is_unfinished(&unfinished, circumstances.language) {
            references.extend(reference::read(&unfinished, circumstances));
            unfinished.clear();
        }
    }
    if !unfinished.trim().is_empty() {
        references.extend(reference::read(&unfinished, circumstances));
    }
    references
}

/// The text, unless it is empty.
fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Adds text to a value that stands in several places.
fn join(value: &mut Option<String>, text: String) {
    match value {
        Some(value) if !text.is_empty() => {
            value.push(' ');
            value.push_str(&text);
        }
        Some(_) => {}
        None => *value = given(&text),
    }
}

/// Adds to the contact that numbers and addresses belong to: the last one named, or one without a name.
fn add_to_contact(
    contacts: &mut Vec<Contact>,
    values: Vec<String>,
    field: impl FnOnce(&mut Contact) -> &mut Vec<String>,
) {
    if values.is_empty() {
        return;
    }
    if contacts.is_empty() {
        contacts.push(Contact::default());
    }
    if let Some(contact) = contacts.last_mut() {
        field(contact).extend(values);
    }
}

/// The telephone numbers of a value: one, or several with something between them.
fn numbers(text: &str) -> Vec<String> {
    let text = text
        .trim_end_matches(|c: char| c.is_ascii_punctuation() && c != ')' || SEPARATORS.contains(&c))
        .trim();
    let text = if text.contains('(') { text } else { text.trim_end_matches([')', '）']) };
    let digits = |text: &str| text.chars().filter(|c| digit(*c).is_some()).count();
    let separate: Vec<&str> = text.split(SEPARATORS).map(str::trim).collect();
    if separate.len() > 1 && separate.iter().all(|number| digits(number) >= FEWEST_DIGITS) {
        return separate.into_iter().map(str::to_owned).collect();
    }
    given(text).into_iter().collect()
}

/// The e-mail addresses in a value.
fn mailboxes(text: &str) -> Vec<String> {
    let words = text.split(|c: char| {
        is_space(c) || !c.is_ascii() || SEPARATORS.contains(&c) || matches!(c, '<' | '>' | ':')
    });
    let trimmed = |word: &str| word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '_').to_owned();
    words.filter(|word| word.contains('@')).map(trimmed).collect()
}

/// The entries of a list of recipients: the items of a list, or lines that begin with a dash, an opening of their own, or after a
/// semicolon. Anything else is one entry, however many lines it takes.
fn entries(block: &Block, language: Option<Language>) -> Vec<String> {
    if let BlockKind::List { items, .. } = &block.kind {
        return items.iter().filter_map(|item| given(&entry(&text_of(&item.blocks), language))).collect();
    }
    let lines = block.lines();
    let plain: Vec<String> = lines.iter().map(|line| clean(&line.plain())).collect();
    let dashed = plain.iter().any(|line| line.starts_with(vocabulary::is_bullet));
    let mut entries: Vec<Vec<Line>> = Vec::new();
    let mut ended = true;
    let mut fixed = true;
    for (line, text) in lines.iter().zip(&plain) {
        let opens = fixed && vocabulary::opening(text, Opening::Addressees, language).is_some();
        let begins = text.starts_with(vocabulary::is_bullet) || !dashed && (ended || opens);
        fixed = line.end == LineEnd::Fixed;
        match entries.last_mut() {
            Some(entry) if !begins => entry.push(line.clone()),
            _ => entries.push(vec![line.clone()]),
        }
        ended = text.ends_with([';', '；', '؛']);
    }
    entries.iter().filter_map(|lines| given(&entry(&plain_text(lines), language))).collect()
}

/// An entry without the dash before it, and without the comma after it and the “and” behind that.
fn entry(text: &str, language: Option<Language>) -> String {
    let text = text.trim_start_matches(|c| vocabulary::is_bullet(c) || is_space(c));
    let and = vocabulary::last_date_word(text, DateWord::Pair, language).unwrap_or(0);
    let before_and = text.get(..text.len() - and).unwrap_or(text).trim_end();
    let text = if before_and.ends_with(SEPARATORS) { before_and } else { text };
    text.trim_end_matches(|c| SEPARATORS.contains(&c) || is_space(c)).to_owned()
}

/// The text of blocks in one line.
fn text_of(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        let inner = match &block.kind {
            BlockKind::List { items, .. } => {
                items.iter().map(|item| text_of(&item.blocks)).collect::<Vec<_>>().join(" ")
            }
            _ => plain_text(block.lines()),
        };
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&inner);
    }
    text
}

/// The annexes that a part announces. A number alone after the label counts them and names none.
fn announced(part: &Part, language: Option<Language>) -> Vec<Annex> {
    let is_count = |text: &str| {
        let rest = text.trim_start_matches(|c: char| c == '(' || digit(c).is_some());
        rest.len() < text.len() && rest.chars().count() <= 3
    };
    let lines = entries(&part.block, language);
    let lines: Vec<String> = match &part.block.kind {
        // Each line names an annex of its own.
        BlockKind::Paragraph(lines) if lines.len() > 1 => {
            lines.iter().map(|line| entry(&clean(&line.plain()), language)).collect()
        }
        _ => lines,
    };
    let mut annexes: Vec<Annex> = Vec::new();
    if let BlockKind::List { items, .. } = &part.block.kind
        && items.iter().all(|item| item.number.is_some())
    {
        // The number of the item is the number of the annex.
        return items
            .iter()
            .map(|item| Annex {
                number: item.number.map(|number| number.to_string()),
                title: given(&entry(&text_of(&item.blocks), language)),
                heading: None,
            })
            .collect();
    }
    for text in lines.iter().filter(|text| !is_count(text)) {
        if vocabulary::opening(text, Opening::Annex, language).is_some() {
            annexes.push(annex(text, language));
        } else {
            let (number, title) = numbered(text);
            annexes.push(Annex { number, title: given(title), heading: None });
        }
    }
    annexes
}

/// The annexes that have headings, with what a list announces of them, and those that are only announced.
fn merged(announced: Vec<Annex>, mut headings: Vec<Annex>) -> Vec<Annex> {
    if headings.is_empty() {
        return announced;
    }
    if announced.len() > MOST_ANNEXES {
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

/// “Annexe 1 – Programme” → 1, Programme; “ANNEX 1 (to TSB Circular 237)” → 1.
pub(super) fn annex(heading: &str, language: Option<Language>) -> Annex {
    let heading = heading.trim_start_matches(|c| vocabulary::is_bullet(c) || is_passed_over(c));
    let word = vocabulary::opening(heading, Opening::Annex, language).unwrap_or(0);
    let rest = heading.get(word..).unwrap_or_default();
    let rest = rest.trim_start_matches(is_passed_over);
    let (number, title) = numbered(rest);
    let title = match title.strip_prefix(['(', '（']) {
        // To which letter it is an annex.
        Some(bracket) => bracket.split_once([')', '）']).map_or("", |(_, title)| title),
        None => title,
    };
    let title = title.trim_matches(is_around_title);
    let is_of_letter = reference::is_reference(title, language);
    Annex { number, title: given(title).filter(|_| !is_of_letter), heading: None }
}

/// A number, and what follows it: digits, a capital letter, a Roman numeral, maybe a small letter behind digits.
fn numbered(text: &str) -> (Option<String>, &str) {
    let is_of_number = |c: char| {
        c.is_ascii_digit()
            || c.is_ascii_uppercase()
            || matches!(c, 'А'..='Я')
            || "一二三四五六七八九十".contains(c)
    };
    let end = text.find(|c| !is_of_number(c)).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(end).unwrap_or(("", text));
    let is_number = !number.is_empty()
        && number.chars().count() <= LONGEST_ANNEX_NUMBER
        && !rest.starts_with(|c: char| folded(c).is_some_and(is_letter))
        && (number.chars().count() == 1
            || number.chars().all(|c| c.is_ascii_digit() || "IVXLC一二三四五六七八九十".contains(c)));
    if is_number {
        (given(number), rest.trim_matches(is_around_title))
    } else {
        (None, text.trim_matches(is_around_title))
    }
}

/// What stands around the title of an annex: dashes, colons, commas, stops.
fn is_around_title(c: char) -> bool {
    is_space(c)
        || vocabulary::is_bullet(c)
        || matches!(c, '\\' | ':' | '：' | '.' | '。' | ';' | '；' | ',' | '，' | '،' | '؛' | '、')
}

/// The lines as the author meant them: one that was only broken where it was full goes on in the next.
fn fixed_lines(block: &Block) -> Vec<String> {
    if let BlockKind::List { items, .. } = &block.kind {
        return items.iter().map(|item| text_of(&item.blocks)).collect();
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
