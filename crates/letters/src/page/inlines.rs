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

    /// The text; addresses that are written out in it are links, unless it is in one.
    pub(super) fn text(&self, text: &str) -> Vec<Node> {
        bidi::text(text, self.language(), self.is_in_link.get())
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
                Some(address) if !content.is_empty() => {
                    self.is_in_link.set(true);
                    let content = self.inlines(content);
                    self.is_in_link.set(false);
                    link(address, content).into()
                }
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

#[cfg(test)]
mod tests {
    use crate::letter::read;
    use crate::page::{letter, to_html};

    fn html(source: &str) -> String {
        let letter_read = read(source, None);
        let nodes = letter(&letter_read, &[], crate::ids::Language::English);
        to_html(&nodes)
    }

    #[test]
    fn addresses_in_running_text_are_links() {
        let html =
            html("Dear Sir,\n\nSee https://x.int/a?b=1, (www.itu.int/wtsa) or write to wtsa@itu.int.\n");
        for link in [
            r#"<a href="https://x.int/a?b=1">https://x.int/a?b=1</a>, "#,
            r#"(<a href="https://www.itu.int/wtsa">www.itu.int/wtsa</a>) "#,
            r#"<a href="mailto:wtsa@itu.int">wtsa@itu.int</a>."#,
        ] {
            assert!(html.contains(link), "{link} is not in {html}");
        }
    }

    #[test]
    fn an_address_that_goes_on_behind_its_end_is_no_link() {
        for words in ["https://x.int/wiki/МСЭ", "https://x.int/Télé", "%a@x.int"] {
            let html = html(&format!("Dear Sir,\n\nSee {words} today.\n"));
            assert!(!html.contains("<a href") && html.contains(words), "{html}");
        }
    }

    #[test]
    fn a_link_has_no_link_in_it() {
        let html = html("Dear Sir,\n\nSee [the site **https://x.int**](https://y.int/).\n");
        assert!(
            html.contains(r#"<a href="https://y.int/">the site <strong>https://x.int</strong></a>"#),
            "{html}"
        );
    }

    #[test]
    fn a_link_relative_to_the_file_is_a_link() {
        let html = html("Dear Sir,\n\nSee [Annex 1](annexes/one.pdf).\n");
        assert!(html.contains(r#"<a href="annexes/one.pdf">Annex 1</a>"#), "{html}");
    }
}
