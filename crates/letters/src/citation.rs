//! Finds the citations in a letter: the places where its text names another document. The [grammar](crate::grammar)
//! reads each passage; this module adds the places in the letter, the letter's own links, and its
//! [relations](mod@relations) to the letters that it cites.
//!
//! A wrong link is worse than a missing one: a rule that lacks its evidence finds nothing.

mod relations;
#[cfg(test)]
mod tests;

pub use crate::grammar::{Circumstances, Found, find_in_text};
pub use relations::{Relation, relations};

use std::ops::Range;

use crate::diagnostic::Span;
use crate::ids::DocumentId;
use crate::letter::numbering::Counter;
use crate::letter::{Letter, ParagraphNumber, Part, Role};
use crate::text::passage::{Passage, PassageId};
use crate::text::scanning::clean;
use crate::text::tree::{Inline, Line};

/// A citation in a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Citation {
    /// The words, as the reader sees them.
    pub text: String,
    /// Its place in the source.
    pub span: Span,
    /// The document that it names.
    pub id: DocumentId,
    /// Whether the number may be reversed.
    pub may_be_reversed: bool,
    /// The part of the letter that contains it.
    pub part: CitingPart,
    /// The number of the paragraph that contains it.
    pub paragraph: Option<ParagraphNumber>,
    /// The passage that contains it.
    pub passage: PassageId,
    /// Its place in the text of the passage, in bytes.
    pub range: Range<usize>,
    /// The destination of the letter's own link on these words, as written.
    pub destination: Option<String>,
}

/// The parts of a letter that can cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum CitingPart {
    /// The subject.
    Subject,
    /// The addressees.
    Addressees,
    /// The text proper, with annexes and footnotes.
    Body,
}

impl CitingPart {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Subject, Self::Addressees, Self::Body];

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

/// Finds the citations in a letter, in the order of its text.
pub fn find(letter: &Letter) -> Vec<Citation> {
    #[cfg(test)]
    counting::count();
    let circumstances = Circumstances::of(letter);
    let mut citations = Vec::new();
    for_each_citing_passage(letter, |citing| {
        citations.extend(citing.citations(circumstances));
    });
    citations
}

impl Circumstances {
    /// The language, issuer and date of the letter.
    pub fn of(letter: &Letter) -> Self {
        let head = &letter.metadata.letterhead;
        Self { language: letter.metadata.language, issuer: head.issued_by, date: head.date }
    }
}

/// A passage in a part of the letter that can cite.
struct CitingPassage<'letter> {
    passage: Passage<'letter>,
    lines: &'letter [Line],
    part: CitingPart,
    paragraph: Option<ParagraphNumber>,
}

/// Iterates over the passages of the letter that can cite.
fn for_each_citing_passage<'letter>(letter: &'letter Letter, mut take: impl FnMut(CitingPassage<'letter>)) {
    let mut counter = Counter::default();
    for (index, Part { role, block, .. }) in letter.parts.iter().enumerate() {
        let paragraph = counter.next(*role);
        let Some(part) = CitingPart::of(*role) else { continue };
        let mut passages = letter.passages.of_block(index);
        block.each_run(&mut |lines| {
            if let Some(passage) = passages.next() {
                take(CitingPassage { passage, lines, part, paragraph });
            }
        });
    }
}

impl CitingPassage<'_> {
    fn citations(&self, circumstances: Circumstances) -> Vec<Citation> {
        let found = find_in_text(self.passage.text, circumstances);
        if found.is_empty() {
            return Vec::new();
        }
        let links = self.links();
        let citation = |Found { range, id, may_be_reversed }: Found| Citation {
            text: clean(self.passage.text.get(range.clone()).unwrap_or_default()),
            span: self.passage.span(range.clone()),
            id,
            may_be_reversed,
            part: self.part,
            paragraph: self.paragraph,
            passage: self.passage.id,
            destination: link_at(&links, &range).map(str::to_owned),
            range,
        };
        found.into_iter().map(citation).collect()
    }

    /// The letter's own links in the passage, in their order.
    fn links(&self) -> Vec<GivenLink<'_>> {
        let mut links = Vec::new();
        for (line, start) in self.lines.iter().zip(self.passage.line_starts()) {
            let mut at = *start;
            line.content.iter().for_each(|inline| collect_links(inline, &mut at, &mut links));
        }
        links
    }
}

/// A link of the letter itself, with its place in the text of its passage.
struct GivenLink<'line> {
    range: Range<usize>,
    destination: &'line str,
}

fn collect_links<'line>(inline: &'line Inline, at: &mut usize, links: &mut Vec<GivenLink<'line>>) {
    let start = *at;
    match inline {
        Inline::Text { text, .. } => *at += text.len(),
        _ => inline.children().iter().for_each(|child| collect_links(child, at, links)),
    }
    if let Inline::Link { destination, .. } = inline {
        links.push(GivenLink { range: start..*at, destination });
    }
}

/// The destination of the letter's own link on a part of the range. The links are in the order of the text and do not
/// overlap.
fn link_at<'line>(links: &[GivenLink<'line>], range: &Range<usize>) -> Option<&'line str> {
    let at = links.partition_point(|link| link.range.end <= range.start);
    links.get(at).filter(|link| link.range.start < range.end).map(|link| link.destination)
}

/// A link of the letter itself, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its words.
    pub text: String,
    /// Its destination, as written: unchecked.
    pub destination: String,
    /// The passage that contains it.
    pub passage: PassageId,
    /// Its place in the text of the passage, in bytes.
    pub range: Range<usize>,
}

/// The links in the parts of the letter that can cite, in the order of the text.
pub fn links(letter: &Letter) -> Vec<Link> {
    let mut links = Vec::new();
    for_each_citing_passage(letter, |citing| {
        links.extend(citing.links().into_iter().map(|link| Link {
            text: clean(citing.passage.text.get(link.range.clone()).unwrap_or_default()),
            destination: link.destination.to_owned(),
            passage: citing.passage.id,
            range: link.range,
        }));
    });
    links
}

/// Counts how often the citations of a letter are found, for the test that it happens once.
#[cfg(test)]
pub(crate) mod counting {
    use std::cell::Cell;

    thread_local! {
        static FOUND: Cell<usize> = const { Cell::new(0) };
    }

    pub(super) fn count() {
        FOUND.set(FOUND.get() + 1);
    }

    /// The number of times that this thread has found the citations of a letter.
    pub(crate) fn found() -> usize {
        FOUND.get()
    }
}
