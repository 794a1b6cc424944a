//! The markup of a part: a tree of elements with the names that this crate knows them by, `w:p`, whatever prefix or namespace
//! a part has for them. Transitional and Strict (ECMA-376, parts 1 and 4) have other namespaces for the same elements.
//!
//! A declaration of a document type is refused, so no entity can be declared. Depth and number of elements have limits.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use crate::refusal::Refusal;

/// The deepest nesting of elements, and the most elements of a part. No letter comes close to them.
const DEEPEST: usize = 256;
const MOST_ELEMENTS: usize = 1_000_000;

/// The prefixes by which this crate knows namespaces: those of Transitional documents, of Strict ones, and of Microsoft's extensions.
const NAMESPACES: [(&str, &str); 27] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w:"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r:"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "rel:"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m:"),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m:"),
    ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp:"),
    ("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp:"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "a:"),
    ("http://purl.oclc.org/ooxml/drawingml/main", "a:"),
    ("http://schemas.openxmlformats.org/drawingml/2006/picture", "pic:"),
    ("http://purl.oclc.org/ooxml/drawingml/picture", "pic:"),
    ("http://schemas.openxmlformats.org/drawingml/2006/chart", "c:"),
    ("http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm:"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:"),
    ("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps:"),
    ("http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg:"),
    ("http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc:"),
    ("http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing", "wp14:"),
    ("http://schemas.microsoft.com/office/word/2010/wordml", "w14:"),
    ("http://schemas.microsoft.com/office/word/2012/wordml", "w15:"),
    ("urn:schemas-microsoft-com:vml", "v:"),
    ("urn:schemas-microsoft-com:office:office", "o:"),
    ("urn:schemas-microsoft-com:office:word", "w10:"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/custom-properties", "cp:"),
    ("http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "core:"),
];

/// An element of a part.
#[derive(Debug)]
pub(crate) struct Element {
    /// Its name, `w:p`; in a namespace that is not known, its own name behind `?`.
    pub(crate) name: Rc<str>,
    attributes: Vec<(Rc<str>, String)>,
    pub(crate) content: Vec<Node>,
}

/// What an element contains.
#[derive(Debug)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub(crate) fn is(&self, name: &str) -> bool {
        &*self.name == name
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(its, _)| &**its == name).map(|(_, value)| value.as_str())
    }

    /// The elements that it contains.
    pub(crate) fn children(&self) -> impl DoubleEndedIterator<Item = &Self> {
        self.content.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children().find(|child| child.is(name))
    }

    /// The value of a child, in its `w:val`.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("w:val")
    }

    /// The elements in it that the condition is true of, at any depth, in the order of the document.
    pub(crate) fn all<'tree>(&'tree self, is_wanted: &dyn Fn(&Self) -> bool, found: &mut Vec<&'tree Self>) {
        for child in self.children() {
            if is_wanted(child) {
                found.push(child);
            }
            child.all(is_wanted, found);
        }
    }

    /// Whether there is such an element in it, at any depth.
    pub(crate) fn has(&self, is_wanted: &dyn Fn(&Self) -> bool) -> bool {
        self.children().any(|child| is_wanted(child) || child.has(is_wanted))
    }

    /// Its text, without that of other elements.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        match self.content.as_slice() {
            [Node::Text(text)] => Cow::Borrowed(text),
            nodes => nodes
                .iter()
                .filter_map(|node| match node {
                    Node::Text(text) => Some(text.as_str()),
                    Node::Element(_) => None,
                })
                .collect::<String>()
                .into(),
        }
    }
}

/// Names, each kept once.
#[derive(Default)]
struct Names {
    known: BTreeMap<String, Rc<str>>,
    name: String,
}

impl Names {
    fn of(&mut self, prefix: &str, local: &str) -> Rc<str> {
        self.name.clear();
        self.name.push_str(prefix);
        self.name.push_str(local);
        if let Some(name) = self.known.get(&self.name) {
            return Rc::clone(name);
        }
        let name: Rc<str> = Rc::from(self.name.as_str());
        self.known.insert(self.name.clone(), Rc::clone(&name));
        name
    }
}

/// The prefix of a namespace; a question mark for those that are not known.
fn prefix(namespace: &ResolveResult<'_>) -> &'static str {
    match namespace {
        ResolveResult::Unbound => "",
        ResolveResult::Unknown(_) => "?:",
        ResolveResult::Bound(namespace) => {
            let known = NAMESPACES.iter().find(|(name, _)| *name == namespace.as_ref());
            known.map_or("?:", |(_, prefix)| prefix)
        }
    }
}

/// The text of a part, which is in UTF-8, or in UTF-16 with a byte order mark.
fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.as_chunks().0.iter().map(|bytes| unit(*bytes)).collect();
        String::from_utf16(&units).map(Cow::Owned).map_err(|_| Refusal::Malformed)
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => units(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => {
            std::str::from_utf8(rest).map(Cow::Borrowed).map_err(|_| Refusal::Malformed)
        }
    }
}

/// Reads the part.
pub(crate) fn read(bytes: &[u8]) -> Result<Element, Refusal> {
    let text = decoded(bytes)?;
    let mut reader = NsReader::from_str(&text);
    let mut names = Names::default();
    let mut open: Vec<Element> = Vec::new();
    let mut count = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Refusal::Malformed)? {
            Event::Start(start) => {
                count += 1;
                if open.len() >= DEEPEST || count > MOST_ELEMENTS {
                    return Err(if count > MOST_ELEMENTS { Refusal::TooLarge } else { Refusal::Malformed });
                }
                open.push(element(&reader, &mut names, &start)?);
            }
            Event::Empty(start) => {
                count += 1;
                if count > MOST_ELEMENTS {
                    return Err(Refusal::TooLarge);
                }
                let element = element(&reader, &mut names, &start)?;
                match open.last_mut() {
                    Some(parent) => parent.content.push(Node::Element(element)),
                    None => return Ok(element),
                }
            }
            Event::End(_) => {
                let element = open.pop().ok_or(Refusal::Malformed)?;
                match open.last_mut() {
                    Some(parent) => parent.content.push(Node::Element(element)),
                    None => return Ok(element),
                }
            }
            Event::Text(text) => push(&mut open, &text.xml10_content()),
            Event::CData(text) => push(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().map_err(|_| Refusal::Malformed)?;
                match character {
                    Some(character) => push(&mut open, character.encode_utf8(&mut [0; 4])),
                    None => push(&mut open, resolve_predefined_entity(&reference).ok_or(Refusal::Malformed)?),
                }
            }
            Event::DocType(_) => return Err(Refusal::DocumentType),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => return Err(Refusal::Malformed),
        }
    }
}

fn push(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else { return };
    match parent.content.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => parent.content.push(Node::Text(text.to_owned())),
    }
}

fn element(reader: &NsReader<&[u8]>, names: &mut Names, start: &BytesStart<'_>) -> Result<Element, Refusal> {
    let (namespace, local) = reader.resolver().resolve_element(start.name());
    let name = names.of(prefix(&namespace), local.as_ref());
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| Refusal::Malformed)?;
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Refusal::Malformed)?;
        attributes.push((names.of(prefix(&namespace), local.as_ref()), value.into_owned()));
    }
    Ok(Element { name, attributes, content: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "<x:document xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main' xmlns:y='urn:other'>";

    fn tree(content: &str) -> Result<Element, Refusal> {
        read(format!("{HEAD}{content}</x:document>").as_bytes())
    }

    #[test]
    fn names_do_not_depend_on_prefixes_and_namespaces() {
        let root = tree("<x:p x:val='1'/><y:p/>").unwrap();
        assert!(root.is("w:document"));
        let names: Vec<&str> = root.children().map(|child| &*child.name).collect();
        assert_eq!(names, ["w:p", "?:p"]);
        assert_eq!(root.value("w:p"), Some("1"));
    }

    #[test]
    fn text_has_its_references() {
        let root = tree("<x:t>a &amp; b&#233; <![CDATA[<c>]]></x:t>").unwrap();
        assert_eq!(root.child("w:t").unwrap().text(), "a & bé <c>");
    }

    #[test]
    fn what_could_do_harm_is_refused() {
        assert_eq!(
            read(b"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>").unwrap_err(),
            Refusal::DocumentType
        );
        assert_eq!(tree("<x:t>&e;</x:t>").unwrap_err(), Refusal::Malformed);
        assert_eq!(tree("<x:p>").unwrap_err(), Refusal::Malformed);
        assert_eq!(tree(&"<x:p>".repeat(300)).unwrap_err(), Refusal::Malformed);
        assert_eq!(read(b"").unwrap_err(), Refusal::Malformed);
    }

    #[test]
    fn utf_16_is_read_by_its_mark() {
        let text = format!("{HEAD}<x:t>é</x:t></x:document>");
        let bytes: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(read(&bytes).unwrap().child("w:t").unwrap().text(), "é");
    }
}
