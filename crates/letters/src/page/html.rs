//! A tree of HTML that can hold only safe content, and its serialisation.

use crate::address::Address;
use crate::ids::Date;
use crate::ids::{Direction, Language};

/// A node of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Text.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its tag.
    pub tag: Tag,
    /// Its attributes.
    pub attributes: Vec<Attribute>,
    /// Its children.
    pub children: Vec<Node>,
}

macro_rules! tags {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// The tags that a letter can have: those of HTML that structure text, and none that loads, embeds or runs
        /// anything.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the tags are HTML's")]
        pub enum Tag { $($variant),* }

        impl Tag {
            /// The tag's name.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The tag with the name.
            pub(crate) fn of_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

tags! {
    A "a", Article "article", Bdi "bdi", Blockquote "blockquote", Br "br", Dd "dd", Div "div", Dl "dl", Dt "dt", Em "em",
    H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Hr "hr", Li "li", Ol "ol", P "p", Pre "pre", S "s",
    Section "section", Span "span", Strong "strong", Sub "sub", Sup "sup", Table "table", Tbody "tbody", Td "td", Th "th",
    Thead "thead", Time "time", Tr "tr", Ul "ul",
}

/// The attributes that an element can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// A name for the style sheet: the role of the element in the letter.
    Class(&'static str),
    /// The mark of the record that the letter is of.
    Record(String),
    /// The name of the place in the page.
    Id(String),
    /// The address of a link.
    Href(Address),
    /// The language of the element, where it is not that of the letter.
    Lang(Language),
    /// The direction of the content, where it is not that of the letter.
    Dir(Direction),
    /// A machine-readable date.
    Datetime(Date),
    /// The number of the segment that an element belongs to, from 0.
    Segment(usize),
    /// The number of a paragraph, which the style sheet shows in the margin.
    Number(String),
    /// The accessible name of the element.
    Label(String),
    /// The number of an item in a list.
    Value(u64),
    /// The number of columns that a cell spans.
    Columns(u16),
    /// The number of rows that a cell spans.
    Rows(u16),
    /// Makes an element reachable by keyboard that is not by default.
    Focusable,
    /// The language of a link's target.
    HrefLang(Language),
    /// The number of a reference in the letter, from 1.
    Reference(usize),
    /// The id of the document that a reference names.
    Document(String),
    /// The state of a reference.
    State(&'static str),
    /// The provenance of a reference's target.
    Provenance(&'static str),
    /// The ARIA role of the element.
    Role(&'static str),
    /// The link cannot be followed.
    Disabled,
}

/// The names of all attributes.
pub(crate) const ATTRIBUTES: [&str; 20] = [
    "class",
    "id",
    "href",
    "lang",
    "dir",
    "datetime",
    "data-piece",
    "data-number",
    "aria-label",
    "value",
    "colspan",
    "rowspan",
    "tabindex",
    "hreflang",
    "data-reference",
    "data-document",
    "data-state",
    "data-provenance",
    "role",
    "aria-disabled",
];

impl Attribute {
    /// The attribute's name in HTML.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Class(_) => "class",
            Self::Id(_) => "id",
            Self::Href(_) => "href",
            Self::Lang(_) => "lang",
            Self::Dir(_) => "dir",
            Self::Datetime(_) => "datetime",
            Self::Segment(_) => "data-piece",
            Self::Number(_) => "data-number",
            Self::Label(_) => "aria-label",
            Self::Value(_) => "value",
            Self::Columns(_) => "colspan",
            Self::Rows(_) => "rowspan",
            Self::Focusable => "tabindex",
            Self::HrefLang(_) => "hreflang",
            Self::Reference(_) => "data-reference",
            Self::Document(_) => "data-document",
            Self::State(_) => "data-state",
            Self::Provenance(_) => "data-provenance",
            Self::Record(_) => "data-record",
            Self::Role(_) => "role",
            Self::Disabled => "aria-disabled",
        }
    }

    /// The attribute's value in HTML, not escaped.
    pub fn value(&self) -> String {
        match self {
            Self::Class(name) | Self::State(name) | Self::Provenance(name) | Self::Role(name) => {
                (*name).to_owned()
            }
            Self::Id(text)
            | Self::Label(text)
            | Self::Document(text)
            | Self::Number(text)
            | Self::Record(text) => text.clone(),
            Self::Disabled => "true".to_owned(),
            Self::Href(address) => address.to_string(),
            Self::Lang(language) | Self::HrefLang(language) => language.tag().to_owned(),
            Self::Dir(direction) => direction.code().to_owned(),
            Self::Datetime(date) => date.to_string(),
            Self::Reference(number) | Self::Segment(number) => number.to_string(),
            Self::Value(number) => number.to_string(),
            Self::Columns(number) | Self::Rows(number) => number.to_string(),
            Self::Focusable => "0".to_owned(),
        }
    }
}

impl Tag {
    /// An element with this tag, without attributes.
    pub(super) fn holding(self, children: impl IntoIterator<Item = Node>) -> Element {
        Element { tag: self, attributes: Vec::new(), children: children.into_iter().collect() }
    }

    /// Whether the element is a void element, which has no end tag in HTML.
    pub(crate) const fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Hr)
    }
}

impl Element {
    /// The element with the attribute, if there is one.
    pub(super) fn with_any(self, attribute: Option<Attribute>) -> Self {
        attribute.into_iter().fold(self, Self::with)
    }

    /// The element with one more attribute.
    pub(super) fn with(mut self, attribute: Attribute) -> Self {
        self.attributes.push(attribute);
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Self::Element(element)
    }
}

/// Writes the nodes as HTML.
pub fn to_html(nodes: &[Node]) -> String {
    let mut html = String::new();
    nodes.iter().for_each(|node| write(node, &mut html));
    html
}

fn write(node: &Node, html: &mut String) {
    let element = match node {
        Node::Text(text) => return escape(text, html),
        Node::Element(element) => element,
    };
    html.push('<');
    html.push_str(element.tag.name());
    for attribute in &element.attributes {
        html.push(' ');
        html.push_str(attribute.name());
        html.push_str("=\"");
        escape(&attribute.value(), html);
        html.push('"');
    }
    html.push('>');
    if !element.tag.is_void() {
        element.children.iter().for_each(|child| write(child, html));
        html.push_str("</");
        html.push_str(element.tag.name());
        html.push('>');
    }
}

/// Escapes text for an element as well as for a quoted attribute (HTML, section 13.3).
pub(crate) fn escape(text: &str, html: &mut String) {
    let mut written = 0;
    for (at, special) in text.match_indices(['&', '<', '>', '"', '\u{a0}']) {
        html.push_str(text.get(written..at).unwrap_or_default());
        written = at + special.len();
        html.push_str(match special {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            _ => "&nbsp;",
        });
    }
    html.push_str(text.get(written..).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let text = Node::Text("a < b & c".to_owned());
        let element = Tag::Span.holding([text]).with(Attribute::Label("\"><script>".to_owned()));
        assert_eq!(
            to_html(&[element.into()]),
            "<span aria-label=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp; c</span>"
        );
    }

    #[test]
    fn empty_elements_have_no_end_tag() {
        assert_eq!(to_html(&[Tag::Br.holding([]).into()]), "<br>");
        assert_eq!(to_html(&[Tag::P.holding([]).into()]), "<p></p>");
    }
}
