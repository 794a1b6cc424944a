//! A whole file: its parts in their order, and the receipt.

use std::collections::BTreeMap;

use crate::body::{Chunks, Notes, Reader, Shared, notes_by_id};
use crate::characters;
use crate::chunks;
use crate::document::{Block, Document};
use crate::language;
use crate::markdown;
use crate::markup::Element;
use crate::numbering::Numbering;
use crate::package::{Package, Relationships};
use crate::properties;
use crate::receipt::{Dropped, Receipt, Revisions};
use crate::refusal::{Refusal, by_first_bytes};
use crate::revisions;
use crate::styles::{Styles, is_on};

/// The most characters of a file, and of a paragraph.
const MOST_CHARACTERS: usize = 20_000_000;
const LONGEST_PARAGRAPH: usize = 1_000_000;

/// What is done with revisions that nobody has accepted, and with comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Unaccepted {
    /// The file is refused.
    #[default]
    Refused,
    /// Insertions are text, deletions and comments are not; both are in the receipt.
    Accepted,
}

/// What a file has become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The text, in Markdown.
    pub markdown: String,
    /// The tag of the language in which the file says it is: `fr-CH`.
    pub language: Option<String>,
    /// What became of each character of the file.
    pub receipt: Receipt,
}

/// A part of the file with its relationships.
struct Part {
    root: Element,
    relationships: Relationships,
}

/// Reads a Word file.
///
/// # Errors
///
/// It is none, is too large or damaged, or has revisions or comments and `unaccepted` refuses these.
pub fn read(bytes: &[u8], unaccepted: Unaccepted) -> Result<Imported, Refusal> {
    if let Some(refusal) = by_first_bytes(bytes) {
        return Err(refusal);
    }
    let mut package = Package::open(bytes)?;
    let name = main_part(&mut package)?;
    let main = part(&mut package, &name)?.ok_or(Refusal::NotWord)?;
    if !main.root.is("w:document") {
        return Err(Refusal::NotWord);
    }
    let related = |package: &mut Package<'_>, kind: &str| -> Result<Option<Part>, Refusal> {
        match main
            .relationships
            .values()
            .find(|relationship| relationship.kind == kind && !relationship.is_external)
        {
            Some(relationship) => part(package, &relationship.target),
            None => Ok(None),
        }
    };
    let styles_part = related(&mut package, "styles")?;
    let numbering_part = related(&mut package, "numbering")?;
    let footnotes = related(&mut package, "footnotes")?;
    let endnotes = related(&mut package, "endnotes")?;
    let comments = related(&mut package, "comments")?;
    let furniture = furniture(&mut package, &main)?;

    let mut receipt = Receipt::default();
    let texts: Vec<&Element> = [Some(&main), footnotes.as_ref(), endnotes.as_ref()]
        .into_iter()
        .flatten()
        .chain(furniture.iter().map(|(_, part)| part))
        .map(|part| &part.root)
        .collect();
    receipt.accepted = sum(texts.iter().map(|root| revisions::of(root)));
    if !receipt.accepted.is_empty() && unaccepted == Unaccepted::Refused {
        return Err(Refusal::Unaccepted(receipt.accepted));
    }
    receipt.characters = texts.iter().map(|root| characters::count(root)).sum();
    if receipt.characters > MOST_CHARACTERS || texts.iter().any(|root| has_long_paragraph(root)) {
        return Err(Refusal::TooLarge);
    }
    if let Some(comments) = &comments {
        let text = characters::of(&comments.root);
        receipt.characters += text.chars().count();
        receipt.drop(Dropped::Comments, text.chars().count(), &text);
    }
    properties::remark(&mut package, &name, &mut receipt)?;
    let mut chunks = chunks::read(&mut package, &main.relationships, &mut receipt)?;

    let mut numbering = Numbering::of(numbering_part.as_ref().map(|part| &part.root));
    let mut styles = Styles::of(styles_part.as_ref().map(|part| &part.root));
    styles.set_levels(numbering.levels_of_styles());
    let mut shared = Shared {
        styles: &styles,
        numbering: &mut numbering,
        receipt: &mut receipt,
        footnotes: footnotes.as_ref().map(|part| &part.root),
        endnotes: endnotes.as_ref().map(|part| &part.root),
        by_id: notes_by_id(
            footnotes.as_ref().map(|part| &part.root),
            endnotes.as_ref().map(|part| &part.root),
        ),
        notes: Notes::default(),
    };
    let document = document(&main, &furniture, [&footnotes, &endnotes], &mut shared, &mut chunks);
    let markdown = markdown::write(&document, &mut receipt);
    let language = language::of(&main.root, styles_part.as_ref().map(|part| &part.root));
    Ok(Imported { markdown, language, receipt })
}

/// Whether a paragraph is longer than any of a letter.
fn has_long_paragraph(root: &Element) -> bool {
    let mut texts = Vec::new();
    root.all(&|element| element.is("w:t"), &mut texts);
    let longest = texts.iter().map(|text| text.text().len()).max().unwrap_or_default();
    // Most files have no text that is a tenth of it: then their paragraphs need not be measured.
    longest > LONGEST_PARAGRAPH / 10
        && root.has(&|element| element.is("w:p") && characters::count(element) > LONGEST_PARAGRAPH)
}

fn sum(revisions: impl Iterator<Item = Revisions>) -> Revisions {
    revisions.fold(Revisions::default(), |all, part| Revisions {
        insertions: all.insertions + part.insertions,
        deletions: all.deletions + part.deletions,
        moves: all.moves + part.moves,
        formats: all.formats + part.formats,
        comments: all.comments + part.comments,
    })
}

/// The name of the main part.
fn main_part(package: &mut Package<'_>) -> Result<String, Refusal> {
    let of_package = package.relationships("")?;
    let main = of_package.into_values().find(|relationship| relationship.kind == "officeDocument");
    // Some programs write none.
    Ok(main.map_or_else(|| "word/document.xml".to_owned(), |relationship| relationship.target))
}

fn part(package: &mut Package<'_>, name: &str) -> Result<Option<Part>, Refusal> {
    let Some(root) = package.tree(name)? else { return Ok(None) };
    Ok(Some(Part { root, relationships: package.relationships(name)? }))
}

/// Where a header or a footer stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Furniture {
    /// Over the text of the first page alone.
    LetterHead,
    /// Over the text of each page, the first too.
    FirstHeader,
    Header,
    Footer,
}

/// The headers and footers, each once: that of the first page first.
fn furniture(package: &mut Package<'_>, main: &Part) -> Result<Vec<(Furniture, Part)>, Refusal> {
    let mut sections = Vec::new();
    main.root.all(&|element| element.is("w:sectPr"), &mut sections);
    let mut kinds: BTreeMap<String, Furniture> = BTreeMap::new();
    for (number, section) in sections.iter().enumerate() {
        let has_first = section.child("w:titlePg").is_some_and(is_on);
        for reference in section.children() {
            let kind = match &*reference.name {
                "w:headerReference" => Furniture::Header,
                "w:footerReference" => Furniture::Footer,
                _ => continue,
            };
            let place = reference.attribute("w:type").unwrap_or("default");
            let is_first = number == 0
                && kind == Furniture::Header
                && place == if has_first { "first" } else { "default" };
            let Some(id) = reference.attribute("r:id") else { continue };
            let first = if has_first { Furniture::LetterHead } else { Furniture::FirstHeader };
            let kind = if is_first { first } else { kind };
            let known = kinds.entry(id.to_owned()).or_insert(kind);
            if is_first {
                *known = first;
            }
        }
    }
    let mut parts = Vec::new();
    for (id, kind) in kinds {
        let Some(relationship) = main.relationships.get(&id).filter(|relationship| !relationship.is_external)
        else {
            continue;
        };
        if let Some(part) = part(package, &relationship.target)? {
            parts.push((kind, part));
        }
    }
    let (mut first, others): (Vec<_>, Vec<_>) = parts
        .into_iter()
        .partition(|(kind, _)| matches!(kind, Furniture::LetterHead | Furniture::FirstHeader));
    first.extend(others);
    Ok(first)
}

/// Whether the header counts the pages: then it is for the later ones.
fn counts_pages(root: &Element) -> bool {
    root.has(&|element| {
        let instruction = match &*element.name {
            "w:instrText" => element.text().into_owned(),
            "w:fldSimple" => element.attribute("w:instr").unwrap_or_default().to_owned(),
            _ => return element.is("w:pgNum"),
        };
        matches!(instruction.split_whitespace().next(), Some("PAGE" | "NUMPAGES" | "SECTIONPAGES"))
    })
}

fn document(
    main: &Part,
    furniture: &[(Furniture, Part)],
    notes: [&Option<Part>; 2],
    shared: &mut Shared<'_>,
    chunks: &mut Chunks,
) -> Document {
    let mut blocks: Vec<Block> = Vec::new();
    for (kind, part) in furniture {
        if *kind == Furniture::LetterHead || *kind == Furniture::FirstHeader && !counts_pages(&part.root) {
            blocks.extend(Reader::new(shared, &part.relationships, chunks, true).blocks(&part.root));
            continue;
        }
        let reason = if *kind == Furniture::Footer { Dropped::Footers } else { Dropped::Headers };
        let text = characters::of(&part.root);
        shared.receipt.drop(reason, text.chars().count(), &text);
    }
    let body = main.root.child("w:body").unwrap_or(&main.root);
    blocks.extend(Reader::new(shared, &main.relationships, chunks, false).blocks(body));
    let none = Relationships::new();
    let relationships = notes.map(|part| part.as_ref().map_or(&none, |part| &part.relationships));
    let notes = Reader::new(shared, &none, chunks, false).notes(relationships);
    shared.drop_unmarked_notes();
    Document { blocks, notes }
}
