//! Renders the segments of a letter as elements of the page.

use std::ops::Range;

use super::html::{Attribute, Element, Node, Tag};
use super::places::annex_id;
use super::renderer::{Place, Renderer, Setting};
use super::wording::{Named, Wording};
use crate::address::Address;
use crate::catalogue::Effect;
use crate::ids::{DocumentId, Language};
use crate::interface::{Interface, name};
use crate::letter::numbering::own_number;
use crate::letter::{Letter, ParagraphNumber, Part, Role, Segment, SegmentKind};
use crate::resolver::Reference;
use crate::text::tree::{Block, BlockKind};

/// The letter as it is shown.
pub fn letter(letter: &Letter, references: &[Reference], interface: Language) -> Vec<Node> {
    let wording = Some(Wording::of_interface(Interface::of(interface)));
    let setting = Setting { wording, place: Place::Main, references_before: 0 };
    segments(letter, references, setting).into_iter().flatten().collect()
}

/// The letter as it is in a page before any script runs, with its language and direction. `mark` is that of its
/// [record](crate::record::mark).
pub fn article(letter: &Letter, references: &[Reference], interface: Language, mark: String) -> Node {
    let nodes = self::letter(letter, references, interface);
    described(Tag::Article.holding(nodes).with(Attribute::Record(mark)), letter)
}

/// One of several versions in a page without scripts.
pub fn version(letter: &Letter, references: &[Reference], setting: Setting) -> Node {
    let nodes = segments(letter, references, setting).into_iter().flatten();
    described(Tag::Article.holding(nodes.collect::<Vec<_>>()), letter)
}

/// The article with the language of the letter, and its direction.
fn described(article: Element, letter: &Letter) -> Node {
    match letter.metadata.language {
        Some(language) => {
            article.with(Attribute::Lang(language)).with(Attribute::Dir(language.direction())).into()
        }
        None => article.into(),
    }
}

/// What a reader must know before the letter: the letters that supersede, postpone or correct it, each with its date and, if
/// `address` knows one, a link. For a page without scripts; where the viewer is, it says this itself.
pub fn standing(
    effects: &[Effect],
    address: impl Fn(&DocumentId) -> Option<Address>,
    language: Language,
) -> Option<Node> {
    let interface = Interface::of(language);
    let of_others = effects.iter().filter(|effect| effect.standing.mark().is_some());
    let line = |Effect { standing, other, date }: &Effect| {
        let name = Node::Text(name(other, interface));
        let name = match address(other) {
            Some(address) => Tag::A.holding([name]).with(Attribute::Href(address)).into(),
            None => name,
        };
        let label = Node::Text(standing.message().labelled("", interface));
        let date = date.map(|date| {
            let time = Tag::Time.holding([Node::Text(date.to_string())]).with(Attribute::Datetime(date));
            [Node::Text(", ".to_owned()), time.into()]
        });
        let line =
            Tag::P.holding([label, name].into_iter().chain(date.into_iter().flatten()).collect::<Vec<_>>());
        line.into()
    };
    let lines: Vec<Node> = of_others.map(line).collect();
    let is_affected = !lines.is_empty();
    is_affected.then(|| {
        let standing = Tag::Div.holding(lines).with(Attribute::Class("standing"));
        standing.with(Attribute::Lang(language)).with(Attribute::Dir(language.direction())).into()
    })
}

/// The letter as it is shown, segment by segment.
pub fn segments(letter: &Letter, references: &[Reference], setting: Setting) -> Vec<Vec<Node>> {
    some_segments(letter, references, setting, 0..letter.parts.len())
}

/// The segments of the range, as they are shown. The time depends on the range, not on the length of the letter.
pub fn some_segments(
    letter: &Letter,
    references: &[Reference],
    setting: Setting,
    range: Range<usize>,
) -> Vec<Vec<Node>> {
    let segments = letter.outline.segments_in(range.clone());
    let Some(first) = segments.first() else { return Vec::new() };
    let renderer = Renderer::new(letter, references, setting, first.parts.start);
    let numbered = (range.start..).zip(segments);
    numbered.map(|(index, segment)| renderer.segment(segment, index)).collect()
}

impl Renderer<'_> {
    /// A segment of the letter; each of its elements has the number of the segment.
    fn segment(&self, segment: &Segment, index: usize) -> Vec<Node> {
        let parts = self.letter.parts_of(segment);
        let nodes = match (segment.kind, parts) {
            _ if !self.is_letter => parts.iter().flat_map(|part| self.part_as_it_is(part)).collect(),
            (SegmentKind::Issuance, parts) => vec![self.issuance(parts).into()],
            (SegmentKind::Particulars, parts) => vec![self.particulars(parts).into()],
            (SegmentKind::Signature, parts) => vec![self.signature(parts).into()],
            (SegmentKind::Paragraph(number), [part]) => vec![self.paragraph(&part.block, number).into()],
            (SegmentKind::AnnexHeading(number), [part]) => vec![self.annex_heading(part, number).into()],
            (_, parts) => parts.iter().flat_map(|part| self.part(part)).collect(),
        };
        let marked = |node| match node {
            Node::Element(element) if self.setting.place == Place::Main => {
                element.with(Attribute::Segment(index)).into()
            }
            node => node,
        };
        nodes.into_iter().map(marked).collect()
    }

    /// The link of a place to itself, which the style sheet shows as its number; `None` beside another version, which
    /// has the shared places.
    fn permalink(&self, id: &str, number: Option<String>, label: String) -> Option<Node> {
        let link = Tag::A
            .holding([])
            .with(Attribute::Class("permalink"))
            .with(Attribute::Href(Address::Place(id.to_owned())));
        let link = link
            .with_any(number.map(Attribute::Number))
            .with(Attribute::Label(label))
            .with_any(self.setting.wording.map(|wording| Attribute::Lang(wording.language())));
        (self.setting.place == Place::Main).then(|| link.into())
    }

    /// Any other part.
    fn part(&self, part: &Part) -> Vec<Node> {
        match part.role {
            Role::Subject => vec![self.subject(part).into()],
            Role::Addressees => vec![self.labelled(part, "addressees").into()],
            Role::Copies => vec![self.labelled(part, "copies").into()],
            Role::AnnexList => vec![self.labelled(part, "annexes").into()],
            Role::AnnexTitle => self.block(&part.block, Some("annex-title")),
            Role::Furniture => self.block(&part.block, Some("furniture")),
            Role::Status => self.block(&part.block, Some("status")),
            Role::Salutation => self.block(&part.block, Some("salutation")),
            Role::Closing => self.block(&part.block, Some("closing")),
            _ => self.part_as_it_is(part),
        }
    }

    fn subject(&self, part: &Part) -> Element {
        let words = match &part.block.kind {
            BlockKind::Paragraph(lines) | BlockKind::Heading { lines, .. } => {
                vec![Tag::H2.holding(self.lines(lines)).into()]
            }
            _ => self.block(&part.block, None),
        };
        Tag::Div.holding(self.label(part).chain(words)).with(Attribute::Class("subject"))
    }

    /// A label and its value: in one paragraph, or above a list.
    fn labelled(&self, part: &Part, class: &'static str) -> Element {
        let element = match &part.block.kind {
            BlockKind::Paragraph(lines) => Tag::P.holding(self.label(part).chain(self.lines(lines))),
            _ => Tag::Div.holding(self.label(part).chain(self.block(&part.block, None))),
        };
        element.with(Attribute::Class(class))
    }

    /// The heading of an annex, with a link to itself. Annexes are numbered, so that all languages have the same
    /// places.
    fn annex_heading(&self, part: &Part, number: usize) -> Element {
        let id = self.id(annex_id(number));
        let tag = match part.block.kind {
            BlockKind::Heading { level, .. } => self.heading_tag(level),
            _ => Tag::P,
        };
        let number = number.to_string();
        let label = self.name_of(Named::Annex(&number)).unwrap_or(number);
        let link = self.permalink(&id, None, label);
        tag.holding(link.into_iter().chain(self.lines(part.block.lines())))
            .with(Attribute::Class("annex"))
            .with(Attribute::Id(id))
    }

    /// A block of the body or of an annex, with a link to itself that the style sheet shows as its number: the one that the
    /// letter gives it, or else that of its place.
    fn paragraph(&self, block: &Block, number: ParagraphNumber) -> Element {
        let id = self.id(number.to_string());
        let own = own_number(block, number.number);
        let class = if own.is_some() { "paragraph numbered" } else { "paragraph" };
        let called = own.unwrap_or_else(|| number.number.to_string());
        let name = self.name_of(Named::Paragraph(&called, number.annex));
        let link = self.permalink(&id, Some(called.clone()), name.unwrap_or(called));
        let element = match &block.kind {
            BlockKind::Paragraph(lines) => Tag::P.holding(link.into_iter().chain(self.lines(lines))),
            _ => Tag::Div.holding(link.into_iter().chain(self.block(block, None))),
        };
        element.with(Attribute::Class(class)).with(Attribute::Id(id))
    }

    fn part_as_it_is(&self, part: &Part) -> Vec<Node> {
        match &part.label {
            Some(_) => vec![self.labelled(part, "labelled").into()],
            None => self.block(&part.block, None),
        }
    }
}
