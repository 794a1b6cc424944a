//! Puts the references of a passage into its text: each becomes a link, or the mark of one that leads nowhere.
//!
//! A citation may begin inside emphasised text and end outside of it, or stand across pieces of text. So the text is taken
//! apart at its borders, as far as is needed and no further: mark-up that lies within a citation stays within its link, mark-up
//! that holds one stays around it. A link that the letter itself gives is never put into another.

use std::collections::VecDeque;

use super::html::{Attribute, Element, Node, Tag};
use super::places::reference_id;
use super::renderer::{PassageReferences, Renderer};
use crate::address::Address;
use crate::interface::{Message, name};
use crate::resolver::Reference;
use crate::text::tree::Inline;

/// A reference, with its number on the page from 1.
type Numbered<'letter> = (usize, &'letter Reference);

/// The references of a passage that are still to come.
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
}

impl Renderer<'_> {
    /// The nodes of the text, of which the first byte stands at `start` in the running text of its passage.
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
            while coming.first().is_some_and(|(_, reference)| reference.citation.range.end <= at) {
                coming.pass();
            }
            let Some((number, reference)) = coming.first() else {
                nodes.extend(self.inline(&inline));
                at = end;
                continue;
            };
            let range = &reference.citation.range;
            if let Inline::Text { text, .. } = &inline
                && range.start < end
            {
                self.cite(text, at, &mut nodes, &mut link, coming);
                at = end;
                continue;
            }
            // The mark of a footnote has no place of its own in the running text, and is a link: one within a citation divides its link.
            if range.start >= end || at == end {
                if !link.is_empty() {
                    nodes.extend(self.citation(number, reference, std::mem::take(&mut link)));
                }
                nodes.extend(self.inline(&inline));
            } else if range.start <= at && end <= range.end {
                link.extend(self.within_link(&inline));
                if end == range.end {
                    nodes.extend(self.citation(number, reference, std::mem::take(&mut link)));
                }
            } else if let Inline::Link { destination, .. } = &inline
                && Address::from_destination(destination).is_some()
                && range.end <= end
                && at <= range.start
            {
                // The letter's own link says more than the citation, and is kept.
                nodes.push(self.given_link(&inline, number, reference));
                while coming.first().is_some_and(|(_, reference)| reference.citation.range.end <= end) {
                    coming.pass();
                }
            } else if at <= range.start && range.end <= end {
                nodes.extend(self.around(&inline, at, coming));
            } else {
                let border = if at < range.start { range.start } else { range.end };
                let (before, after) = inline.split(border - at);
                after.into_iter().rev().for_each(|inline| left.push_front(inline));
                before.into_iter().rev().for_each(|inline| left.push_front(inline));
                continue;
            }
            at = end;
        }
        // A citation that goes on in the next line has its link in both.
        if !link.is_empty()
            && let Some((number, reference)) = coming.first()
        {
            nodes.extend(self.citation(number, reference, link));
        }
        nodes
    }

    /// Plain text with references in it: `link` is what has been seen of one that began before.
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
                nodes.extend(self.citation(number, reference, std::mem::take(link)));
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

    /// What stands in the link of a citation: a link in a link would be none.
    fn within_link(&self, inline: &Inline) -> Vec<Node> {
        match inline {
            Inline::Link { content, .. } => {
                content.iter().flat_map(|inline| self.within_link(inline)).collect()
            }
            inline => self.inline(inline),
        }
    }

    /// The citation: a link to its target, or the mark of one; and the control that says more where nothing hovers.
    fn citation(&self, number: usize, reference: &Reference, content: Vec<Node>) -> Vec<Node> {
        // The second part of one that goes over a line's end is a link and no more.
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
            // It can be gone to, so that everybody can learn why it leads nowhere.
            None => Tag::Span
                .holding(content)
                .with(Attribute::Role("link"))
                .with(Attribute::Disabled)
                .with(Attribute::Focusable),
        };
        if !is_first {
            return vec![
                element.with(Attribute::Class("citation")).with(Attribute::Reference(number)).into(),
            ];
        }
        vec![marked(element, number, reference).into(), self.about(number, reference).into()]
    }

    /// A link that the letter gives around a citation and more.
    fn given_link(&self, inline: &Inline, number: usize, reference: &Reference) -> Node {
        match self.inline(inline).into_iter().next() {
            Some(Node::Element(element)) => marked(element, number, reference).into(),
            Some(text @ Node::Text(_)) => text,
            None => Node::Text(String::new()),
        }
    }

    /// The button behind a citation that opens what is known of it.
    fn about(&self, number: usize, reference: &Reference) -> Element {
        let label = Message::AboutReference.text(self.setting.interface);
        let label = format!("{label}: {}", name(&reference.citation.id, self.setting.interface));
        Tag::Button
            .holding([])
            .with(Attribute::Class("about"))
            .with(Attribute::Button)
            .with(Attribute::Reference(number))
            .with(Attribute::Lang(self.setting.interface))
            .with(Attribute::Label(label))
    }
}

/// The element with what style sheets and scripts need to know of the reference.
fn marked(element: Element, number: usize, reference: &Reference) -> Element {
    let element = element
        .with(Attribute::Class("citation"))
        .with(Attribute::Id(reference_id(number)))
        .with(Attribute::Reference(number))
        .with(Attribute::Document(reference.citation.id.to_string()))
        .with(Attribute::State(reference.state.name()));
    match &reference.target {
        Some(target) => element.with(Attribute::Provenance(target.provenance.name())),
        None => element,
    }
}
