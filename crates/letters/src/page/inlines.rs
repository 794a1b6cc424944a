//! The inline content of a line: text, mark-up, links, the marks of footnotes.

use super::bidi;
use super::html::{Attribute, Element, Node, Tag};
use super::renderer::{Place, Renderer};
use super::wording::Named;
use crate::address::Address;
use crate::ids::Direction;
use crate::text::tree::Inline;

impl Renderer<'_> {
    pub(super) fn inlines(&self, inlines: &[Inline]) -> Vec<Node> {
        inlines.iter().flat_map(|inline| self.inline(inline)).collect()
    }

    pub(super) fn text(&self, text: &str) -> Vec<Node> {
        bidi::text(text, self.language())
    }

    pub(super) fn inline(&self, inline: &Inline) -> Vec<Node> {
        let node = match inline {
            Inline::Text { text, .. } => return self.text(text),
            Inline::Emphasis(content) => Tag::Em.holding(self.inlines(content)).into(),
            Inline::Strong(content) => Tag::Strong.holding(self.inlines(content)).into(),
            Inline::Struck(content) => Tag::S.holding(self.inlines(content)).into(),
            Inline::Raised(content) => Tag::Sup.holding(self.inlines(content)).into(),
            Inline::Lowered(content) => Tag::Sub.holding(self.inlines(content)).into(),
            Inline::Picture(content) => {
                Tag::Span.holding(self.inlines(content)).with(Attribute::Class("picture")).into()
            }
            Inline::FootnoteMark { label, .. } => self.footnote_mark(label).into(),
            Inline::Link { destination, content } => match Address::from_destination(destination) {
                Some(address) if !content.is_empty() => link(address, self.inlines(content)).into(),
                // A dead link is shown as text, and a link without text cannot be used.
                _ => Tag::Span.holding(self.inlines(content)).with(Attribute::Class("dead")).into(),
            },
        };
        vec![node]
    }

    /// The mark of a footnote: a link to its text. In an excerpt the footnotes are not on the page.
    fn footnote_mark(&self, label: &str) -> Element {
        let mark = Node::Text(label.to_owned());
        let (id, note) = match (self.next_mark(label), self.first_note(label)) {
            (Some(id), Some(note)) if self.setting.place != Place::Excerpt => (id, note),
            _ => return Tag::Sup.holding([mark]),
        };
        let link = Tag::A
            .holding([mark])
            .with(Attribute::Href(Address::Place(note)))
            .with(Attribute::Id(id))
            .with_any(self.name_of(Named::Footnote(label)).map(Attribute::Label));
        Tag::Sup.holding([link.into()])
    }
}

/// A link. Numbers and mail addresses run from left to right in any language.
pub(super) fn link(address: Address, content: impl IntoIterator<Item = Node>) -> Element {
    let left_to_right = matches!(address, Address::Mail(_) | Address::Phone(_));
    let link = Tag::A.holding(content).with(Attribute::Href(address));
    if left_to_right { link.with(Attribute::Dir(Direction::LeftToRight)) } else { link }
}
