//! Inserts the references of a passage into its text: each becomes a link, or a disabled link if it has no target.
//!
//! A citation may begin inside emphasised text and end outside of it, or span several pieces of text. So the text is
//! split at its borders, only as far as needed: mark-up within a citation stays within its link, mark-up around one
//! stays around it. A link of the letter itself is never nested in another.

use std::collections::VecDeque;
use std::ops::Range;

use super::html::{Attribute, Element, Node, Tag};
use super::places::reference_id;
use super::renderer::{PassageReferences, Renderer};
use crate::address::Address;
use crate::resolver::Reference;
use crate::text::tree::Inline;

/// A reference, with its number on the page from 1.
type Numbered<'letter> = (usize, &'letter Reference);

/// The remaining references of a passage.
#[derive(Clone, Copy)]
pub(super) struct Coming<'letter> {
    /// The number of the next one.
    number: usize,
    references: &'letter [Reference],
}

impl<'letter> Coming<'letter> {
    pub(super) fn of(passage: PassageReferences<'letter>) -> Self {
        Self { number: passage.first_number, references: passage.references }
    }

    fn first(&self) -> Option<Numbered<'letter>> {
        self.references.first().map(|reference| (self.number, reference))
    }

    fn pass(&mut self) {
        self.number += 1;
        self.references = self.references.get(1..).unwrap_or_default();
    }

    /// Passes the references that end at the byte of the running text or before it.
    fn pass_until(&mut self, at: usize) {
        while self.first().is_some_and(|(_, reference)| reference.citation.range.end <= at) {
            self.pass();
        }
    }
}

/// The position of an inline relative to a citation that ends after the start of the inline.
enum Overlap<'inline> {
    /// Plain text that contains the start of the citation, or is inside it.
    Text(&'inline str),
    /// No byte in common. The mark of a footnote has no length in the running text, and is a link: inside a citation, it
    /// divides the citation's link.
    None,
    /// Mark-up inside the citation.
    Within,
    /// A link of the letter that contains the citation: it is kept.
    InGivenLink,
    /// Other mark-up that contains the citation.
    Around,
    /// Mark-up that contains one end of the citation, at this byte of the running text.
    Across { border: usize },
}

fn overlap<'inline>(
    inline: &'inline Inline,
    place: &Range<usize>,
    citation: &Range<usize>,
) -> Overlap<'inline> {
    if let Inline::Text { text, .. } = inline
        && citation.start < place.end
    {
        return Overlap::Text(text);
    }
    if citation.start >= place.end || place.is_empty() {
        return Overlap::None;
    }
    if citation.start <= place.start && place.end <= citation.end {
        return Overlap::Within;
    }
    if place.start <= citation.start && citation.end <= place.end {
        return match inline {
            Inline::Link { destination, .. }
                // One that is relative to the file gives way to what the document is resolved to.
                if Address::from_destination(destination).is_some_and(|address| !address.is_relative()) =>
            {
                Overlap::InGivenLink
            }
            _ => Overlap::Around,
        };
    }
    Overlap::Across { border: if place.start < citation.start { citation.start } else { citation.end } }
}

impl Renderer<'_> {
    /// The nodes of the text, whose first byte is at `start` in the running text of its passage.
    pub(super) fn with_references(
        &self,
        inlines: Vec<Inline>,
        start: usize,
        coming: &mut Coming<'_>,
    ) -> Vec<Node> {
        let mut left = VecDeque::from(inlines);
        let mut nodes = Vec::new();
        let mut link: Vec<Node> = Vec::new();
        let mut at = start;
        while let Some(inline) = left.pop_front() {
            let end = at + inline.length();
            coming.pass_until(at);
            let Some((number, reference)) = coming.first() else {
                nodes.extend(self.inline(&inline));
                at = end;
                continue;
            };
            let citation = &reference.citation.range;
            match overlap(&inline, &(at..end), citation) {
                Overlap::Text(text) => self.cite(text, at, &mut nodes, &mut link, coming),
                Overlap::None => {
                    if !link.is_empty() {
                        nodes.push(self.citation(number, reference, std::mem::take(&mut link)));
                    }
                    nodes.extend(self.inline(&inline));
                }
                Overlap::Within => {
                    link.extend(self.within_link(&inline));
                    if end == citation.end {
                        nodes.push(self.citation(number, reference, std::mem::take(&mut link)));
                    }
                }
                Overlap::InGivenLink => {
                    nodes.push(self.given_link(&inline, number, reference));
                    coming.pass_until(end);
                }
                Overlap::Around => nodes.extend(self.around(&inline, at, coming)),
                Overlap::Across { border } => {
                    let (before, after) = inline.split(border - at);
                    after.into_iter().rev().for_each(|inline| left.push_front(inline));
                    before.into_iter().rev().for_each(|inline| left.push_front(inline));
                    continue;
                }
            }
            at = end;
        }
        // A citation that continues in the next line has a link in both.
        if !link.is_empty()
            && let Some((number, reference)) = coming.first()
        {
            nodes.push(self.citation(number, reference, link));
        }
        nodes
    }

    /// Plain text with references in it: `link` has the nodes so far of a reference that began before.
    fn cite(
        &self,
        text: &str,
        start: usize,
        nodes: &mut Vec<Node>,
        link: &mut Vec<Node>,
        coming: &mut Coming<'_>,
    ) {
        let piece = |from: usize, to: usize| {
            let words = text.get(from - start..to - start).unwrap_or_default();
            if words.is_empty() { Vec::new() } else { self.text(words) }
        };
        let end = start + text.len();
        let mut at = start;
        while let Some((number, reference)) = coming.first() {
            let range = &reference.citation.range;
            let (from, to) = (range.start.max(at), range.end.min(end));
            if from >= end {
                break;
            }
            if from < to {
                nodes.extend(piece(at, from));
                link.extend(piece(from, to));
                at = to;
            }
            if range.end > end {
                break;
            }
            if !link.is_empty() {
                nodes.push(self.citation(number, reference, std::mem::take(link)));
            }
            coming.pass();
        }
        nodes.extend(piece(at, end));
    }

    /// Mark-up around text that has references in it.
    fn around(&self, inline: &Inline, at: usize, coming: &mut Coming<'_>) -> Option<Node> {
        let inner = self.with_references(inline.children().to_vec(), at, coming);
        match self.inline(&inline.with_content(Vec::new())?).into_iter().next()? {
            Node::Element(mut element) => {
                element.children = inner;
                Some(element.into())
            }
            text @ Node::Text(_) => Some(text),
        }
    }

    /// The content of a citation's link, without the links in it: links cannot be nested.
    fn within_link(&self, inline: &Inline) -> Vec<Node> {
        match inline {
            Inline::Link { content, .. } => {
                content.iter().flat_map(|inline| self.within_link(inline)).collect()
            }
            inline => self.inline(inline),
        }
    }

    /// The citation: a link to its target, or a disabled link.
    fn citation(&self, number: usize, reference: &Reference, content: Vec<Node>) -> Node {
        // The second part of a citation across a line end is only a link.
        let is_first = self.cited.replace(number) != number;
        let address = reference.target.as_ref().and_then(|target| Address::of_target(&target.address));
        let element = match address {
            Some(address) => {
                let link = Tag::A.holding(content).with(Attribute::Href(address));
                match reference.target.as_ref().and_then(|target| target.language) {
                    Some(language) => link.with(Attribute::HrefLang(language)),
                    None => link,
                }
            }
            // It can receive focus, so that everybody can learn why it has no target.
            None => Tag::Span
                .holding(content)
                .with(Attribute::Role("link"))
                .with(Attribute::Disabled)
                .with(Attribute::Focusable),
        };
        if !is_first {
            return element.with(Attribute::Class("citation")).with(Attribute::Reference(number)).into();
        }
        marked(element, "citation", number, reference).into()
    }

    /// A link of the letter around a citation and more, which keeps its own address.
    fn given_link(&self, inline: &Inline, number: usize, reference: &Reference) -> Node {
        match self.inline(inline).into_iter().next() {
            Some(Node::Element(element)) => marked(element, "citation given", number, reference).into(),
            Some(text @ Node::Text(_)) => text,
            None => Node::Text(String::new()),
        }
    }
}

/// The element with the class and the attributes of the reference that style sheets and scripts need.
fn marked(element: Element, class: &'static str, number: usize, reference: &Reference) -> Element {
    let element = element
        .with(Attribute::Class(class))
        .with(Attribute::Id(reference_id(number)))
        .with(Attribute::Reference(number))
        .with(Attribute::Document(reference.citation.id.to_string()))
        .with(Attribute::State(reference.state.name()));
    match &reference.target {
        Some(target) => element.with(Attribute::Provenance(target.provenance.name())),
        None => element,
    }
}
