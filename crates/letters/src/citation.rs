//! Finds the citations in a letter: the places where its text names another document.
//!
//! The text of each passage is divided into [`tokens`]: the words that citations are made of (a table of `data/`, by language), numbers
//! and marks. The [`reader`] goes through them once; where a word or a number can begin a citation, the rules for its kind say
//! whether one stands there, how far it reaches, and which [id](DocumentId) it has: [`resolutions`], [`letters`], [`provisions`],
//! [`technical`] texts, [`documents`]; [`number_first`] for Chinese, which puts the number before the word; [`mentions`] for letters that
//! are announced without a number, and for “the said Resolution”. There is no regular expression, and every rule looks at a bounded
//! number of tokens, so that the time grows with the text.
//!
//! A wrong link is worse than a missing one: a rule that lacks its evidence finds nothing.

mod back_references;
mod chinese;
mod documents;
mod editions;
mod letters;
mod provisions;
mod reader;
mod relations;
mod resolutions;
#[rustfmt::skip]
mod tables;
mod technical;
mod terms;
#[cfg(test)]
mod tests;
mod tokens;

pub use relations::{Relation, relations};

use std::ops::Range;

use crate::diagnostic::Span;
use crate::ids::Date;
use crate::ids::DocumentId;
use crate::ids::Language;
use crate::letter::{Issuer, Letter, Part, Role};
use crate::text::tree::{Block, BlockKind, Inline, Line, RunningText};
use reader::Reader;

/// What is known of a text besides its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// Its language; where it is not known, words of all are looked for.
    pub language: Option<Language>,
    /// Who issued the letter: a bare “Circular 43” is the issuer's.
    pub issuer: Option<Issuer>,
    /// The letter's date: the numbers of TSB Circulars start again with each study period.
    pub date: Option<Date>,
}

/// A citation found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its place in the text, in bytes.
    pub range: Range<usize>,
    /// The document that it names.
    pub id: DocumentId,
    /// Whether the number may stand reversed, as converters leave it in Arabic: nothing tells which order is meant.
    pub may_be_reversed: bool,
}

/// A citation in a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The words, as the reader sees them.
    pub text: String,
    /// Its place in the source.
    pub span: Span,
    /// The document that it names.
    pub id: DocumentId,
    /// Whether the number may stand reversed.
    pub may_be_reversed: bool,
    /// In which part of the letter it stands.
    pub part: CitingPart,
    /// The paragraph of the body that it stands in, from 1.
    pub paragraph: Option<usize>,
    /// The passage that it stands in: the first byte of its text in the source.
    pub passage: usize,
    /// Its place in the running text of the passage, in bytes.
    pub range: Range<usize>,
    /// Where the letter itself links these words to, as it is written.
    pub destination: Option<String>,
}

/// The parts of a letter that can cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CitingPart {
    /// The subject.
    Subject,
    /// The addressees.
    Addressees,
    /// The text proper, with annexes and footnotes.
    Body,
}

impl CitingPart {
    /// The name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Subject => "subject",
            Self::Addressees => "addressees",
            Self::Body => "body",
        }
    }

    const fn of(role: Role) -> Option<Self> {
        match role {
            Role::Subject => Some(Self::Subject),
            Role::Addressees => Some(Self::Addressees),
            Role::Body
            | Role::Particular
            | Role::AnnexList
            | Role::AnnexHeading
            | Role::AnnexTitle
            | Role::Annex
            | Role::Other => Some(Self::Body),
            _ => None,
        }
    }
}

/// Finds the citations in a text: a passage, or a sentence of it. They come in the order of the text and do not overlap.
pub fn find_in_text(text: &str, circumstances: Circumstances) -> Vec<Found> {
    Reader::new(text, circumstances).read()
}

/// Finds the citations in a letter, in the order of its text.
pub fn find(letter: &Letter) -> Vec<Citation> {
    let circumstances = Circumstances {
        language: letter.language,
        issuer: letter.letterhead.issued_by,
        date: letter.letterhead.date,
    };
    let mut citations = Vec::new();
    each_passage(letter, &mut |passage| citations.extend(passage.citations(circumstances)));
    citations
}

/// A stretch of running text in a letter: a paragraph, an item of a list, a cell of a table.
struct Passage<'letter> {
    lines: &'letter [Line],
    part: CitingPart,
    paragraph: Option<usize>,
}

/// Goes through the passages of the letter that can cite.
fn each_passage(letter: &Letter, take: &mut dyn FnMut(Passage<'_>)) {
    let mut paragraphs = 0;
    for Part { role, block, .. } in &letter.parts {
        paragraphs += usize::from(*role == Role::Body);
        let Some(part) = CitingPart::of(*role) else { continue };
        let paragraph = (*role == Role::Body).then_some(paragraphs);
        each_run(block, &mut |lines| take(Passage { lines, part, paragraph }));
    }
}

/// Goes through the runs of lines in a block that are read as one text.
pub(crate) fn each_run<'block>(block: &'block Block, take: &mut dyn FnMut(&'block [Line])) {
    match &block.kind {
        BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => take(lines),
        BlockKind::List { items, .. } => {
            items.iter().flat_map(|item| &item.blocks).for_each(|block| each_run(block, take));
        }
        BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => {
            blocks.iter().for_each(|block| each_run(block, take));
        }
        BlockKind::Table { head, rows } => {
            head.iter().chain(rows.iter().flatten()).for_each(|cell| take(cell))
        }
        // Its spaces and line breaks count: it is shown as one piece of text.
        BlockKind::Preformatted(_) | BlockKind::Rule => {}
    }
}

impl Passage<'_> {
    fn citations(&self, circumstances: Circumstances) -> Vec<Citation> {
        let running = RunningText::of(self.lines);
        let found = find_in_text(&running.text, circumstances);
        if found.is_empty() {
            return Vec::new();
        }
        let passage = passage_of(self.lines);
        let links = given_links(self.lines);
        found
            .into_iter()
            .map(|Found { range, id, may_be_reversed }| Citation {
                text: plain(running.text.get(range.clone()).unwrap_or_default()),
                span: running.span(range.clone()),
                id,
                may_be_reversed,
                part: self.part,
                paragraph: self.paragraph,
                passage,
                destination: link_at(&links, &range).map(str::to_owned),
                range,
            })
            .collect()
    }
}

/// Where the letter links a part of the range to. The links are in the order of the text, and apart.
fn link_at<'line>(links: &[GivenLink<'line>], range: &Range<usize>) -> Option<&'line str> {
    let at = links.partition_point(|link| link.range.end <= range.start);
    links.get(at).filter(|link| link.range.start < range.end).map(|link| link.destination)
}

/// What names the passage of these lines: the first byte of their text in the source.
pub(crate) fn passage_of(lines: &[Line]) -> usize {
    lines.iter().find_map(Line::span).map_or(0, |span| span.start)
}

/// A link in a letter, as the letter gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its words.
    pub text: String,
    /// Where it leads, as it is written: nobody has checked it.
    pub destination: String,
    /// The passage that it stands in: the first byte of its text in the source.
    pub passage: usize,
    /// Its place in the running text of the passage, in bytes.
    pub range: Range<usize>,
}

/// The links in the parts of the letter that can cite, in the order of the text.
pub fn links(letter: &Letter) -> Vec<Link> {
    let mut links = Vec::new();
    each_passage(letter, &mut |passage| {
        let given = given_links(passage.lines);
        if given.is_empty() {
            return;
        }
        let running = RunningText::of(passage.lines);
        links.extend(given.into_iter().map(|link| Link {
            text: plain(running.text.get(link.range.clone()).unwrap_or_default()),
            destination: link.destination.to_owned(),
            passage: passage_of(passage.lines),
            range: link.range,
        }));
    });
    links
}

/// A link that the letter itself gives, in the running text of its passage.
struct GivenLink<'line> {
    range: Range<usize>,
    destination: &'line str,
}

/// The links of the lines, in their order.
fn given_links(lines: &[Line]) -> Vec<GivenLink<'_>> {
    fn collect<'line>(inline: &'line Inline, at: &mut usize, links: &mut Vec<GivenLink<'line>>) {
        let start = *at;
        match inline {
            Inline::Text { text, .. } => *at += text.len(),
            _ => inline.children().iter().for_each(|child| collect(child, at, links)),
        }
        if let Inline::Link { destination, .. } = inline {
            links.push(GivenLink { range: start..*at, destination });
        }
    }
    let mut links = Vec::new();
    let starts = RunningText::line_starts(lines);
    for (line, start) in lines.iter().zip(starts) {
        let mut at = start;
        line.content.iter().for_each(|inline| collect(inline, &mut at, &mut links));
    }
    links
}

/// The words with one plain space wherever there was white space.
fn plain(text: &str) -> String {
    crate::text::tree::clean(text)
}
