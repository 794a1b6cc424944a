//! The letter itself, in the light DOM: alone, with a paragraph of another version opened in it, or beside other
//! versions.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttrValue, VList, VTag, VText};

use super::effects::use_effect_on;
use super::resolving::Resolved;
use super::sheet_state::{Order, Peek, Sheet};
use super::texts::{ReadLetter, is_long};
use super::vdom::{element, keyed, text};
use super::wording;
use crate::browser::{Element, dom, idleness};
use letters::alignment::{self, Row, is_counted};
use letters::facts::LetterFacts;
use letters::ids::Language;
use letters::interface::Message;
use letters::page::{self, Node, Place, Setting, Wording};

/// Elements of a longer letter that the browser lays out, or skips, together.
const IN_STRETCH: usize = 100;

/// Segments rendered per chunk of a longer letter.
const IN_CHUNK: usize = 1000;

/// The rendered text, built once for each change of the sheet: it is by far the largest part of the tree. None if
/// nothing is shown.
#[hook]
pub(super) fn use_letter_text(sheet: &Sheet, resolved: &Rc<Resolved>, article: &Element) -> Rc<Option<Html>> {
    let failed = sheet.failed().map(|failed| failed.failure.message());
    let composition = Composition {
        versions: sheet.versions().to_vec(),
        resolved: Rc::clone(resolved),
        peek: sheet.peek(),
        waiting: failed.unwrap_or(Message::Loading),
        others: sheet.peek_languages(),
        interface: sheet.asked().interface,
    };
    use_memo((composition, sheet.order(), article.clone()), |(composition, order, article)| {
        (!composition.versions.is_empty()).then(|| composition.clone().render(*order, article))
    })
}

/// The data from which the text on the page is rendered.
#[derive(Clone, PartialEq)]
pub(super) struct Composition {
    /// The versions that are shown: the letter, and those beside it or opened in it.
    pub(super) versions: Vec<ReadLetter>,
    /// Their references.
    pub(super) resolved: Rc<Resolved>,
    /// The paragraph that is opened in another language; then the last version is that of the paragraph, unless it is
    /// still loading.
    pub(super) peek: Option<Peek>,
    /// The message in place of that paragraph until it has loaded.
    pub(super) waiting: Message,
    /// The languages in which a paragraph can be opened.
    pub(super) others: Vec<Language>,
    /// The language of the interface.
    pub(super) interface: Language,
}

impl Composition {
    /// The text.
    pub(super) fn render(self, order: Order, article: &Element) -> Html {
        let Some(letter) = self.versions.first() else { return Html::default() };
        if self.is_comparing() {
            return self.columns();
        }
        let count = letter.segments().len();
        if !is_long(&self.versions) {
            return self.some(0..count).into_iter().collect::<VList>().into();
        }
        let composition = Rc::new(self);
        let turns = (0..count).step_by(IN_CHUNK).map(|start| {
            let pieces = start..count.min(start + IN_CHUNK);
            let is_waiting = order == Order::InChunks && start > 0;
            let (composition, article) = (Rc::clone(&composition), article.clone());
            html! { <Chunk key={start} {composition} {article} {pieces} {is_waiting} /> }
        });
        turns.collect::<VList>().into()
    }

    /// Some pieces of the letter, as rendered.
    fn some(&self, range: Range<usize>) -> Vec<Html> {
        let Some(letter) = self.versions.first() else { return Vec::new() };
        let pieces = page::some_segments(letter, self.resolved.of(0), self.setting(0), range.clone());
        let kinds = letter.segments();
        let language = letter.language.map_or("", Language::code);
        let mut list = Vec::new();
        for ((index, piece), nodes) in kinds.iter().enumerate().skip(range.start).zip(&pieces) {
            let number = piece.kind.paragraph();
            // A paragraph keeps its node in all versions, so that it keeps its state in the browser, such as being the
            // target of the address.
            let name = number.map_or_else(|| format!("{language}{index}"), |number| format!("p{number}"));
            let keys = (0..).map(|part| format!("{name}.{part}"));
            list.extend(nodes.iter().zip(keys).map(|(node, key)| keyed(key, virtual_node(node))));
            if let Some(number) = number.filter(|_| !self.others.is_empty()) {
                list.push(keyed(format!("{name}.peek"), self.peeking(letter, index, number)));
            }
        }
        list
    }

    /// Whether versions are side by side.
    pub(super) fn is_comparing(&self) -> bool {
        self.versions.len() > 1 && self.peek.is_none()
    }

    /// The place of the version.
    fn place(&self, version: usize) -> Place {
        match (version, self.peek) {
            (0, _) => Place::Main,
            (_, Some(_)) => Place::Excerpt,
            (_, None) => Place::Beside,
        }
    }

    /// The pieces of one version, as nodes.
    fn pieces(&self, version: usize) -> Vec<Vec<Node>> {
        let Some(letter) = self.versions.get(version) else { return Vec::new() };
        page::segments(letter, self.resolved.of(version), self.setting(version))
    }

    fn setting(&self, version: usize) -> Setting {
        let place = self.place(version);
        Setting {
            wording: Some(Wording::of_interface(self.interface)),
            place,
            references_before: self.resolved.before(version),
        }
    }

    /// The versions in columns, row by row, so that each reads across as well as down.
    fn columns(&self) -> Html {
        let Some((letter, others)) = self.versions.split_first() else { return Html::default() };
        let facts: Vec<_> = self.versions.iter().map(ReadLetter::facts).collect();
        let pairings: Vec<_> = others.iter().map(|other| letter.pairing(other)).collect();
        let pieces: Vec<_> = (0..self.versions.len()).map(|version| self.pieces(version)).collect();
        let rows = alignment::rows(&facts, &pairings).into_iter().map(|row| {
            let lacks = if is_expected(&row, &facts) { Lack::Said } else { Lack::Plain };
            let cells = row.into_iter().enumerate().map(|(version, range)| {
                let pieces = pieces.get(version).and_then(|pieces| pieces.get(range));
                self.cell(version, pieces.unwrap_or_default(), lacks)
            });
            element("div", &[("class", Some("row"))], cells)
        });
        let class = if self.versions.len() > 2 { "columns three" } else { "columns" };
        element("div", &[("class", Some(class))], rows)
    }

    fn cell(&self, version: usize, pieces: &[Vec<Node>], lack: Lack) -> Html {
        let language = self.versions.get(version).and_then(|version| version.language);
        let name = language.map(Language::native_name);
        let nodes: Vec<Html> = pieces.iter().flatten().map(virtual_node).collect();
        if nodes.is_empty() {
            let note = (lack == Lack::Said).then(|| Message::NoPartner.text(self.interface));
            let language = language.map(|language| wording::language(language, self.interface));
            // The style sheet shows the note, so that it is not copied with the letter; assistive technology gets the
            // label.
            let label = note.map(|note| format!("{} – {note}", language.unwrap_or_default()));
            let attributes = [
                ("class", Some("cell empty")),
                ("lang", Some(self.interface.tag())),
                ("dir", Some(self.interface.direction().code())),
                ("data-language", name),
                ("data-note", note),
                ("role", note.and(Some("note"))),
                ("aria-label", label.as_deref()),
            ];
            return element("div", &attributes, []);
        }
        let attributes = [
            ("class", Some("cell")),
            ("lang", language.map(Language::tag)),
            ("dir", Some(language.map_or("auto", |language| language.direction().code()))),
            ("data-language", name),
        ];
        element("div", &attributes, nodes)
    }

    /// The button after a paragraph that opens it in another language, and the opened paragraph.
    fn peeking(&self, letter: &ReadLetter, index: usize, number: usize) -> Html {
        let peek = self.peek.filter(|peek| peek.paragraph == number);
        let label = Message::Peek.about(number, self.interface);
        let value = number.to_string();
        let id = format!("peek-{number}");
        let attributes = [
            ("type", Some("button")),
            ("class", Some("peek")),
            ("data-peek", Some(value.as_str())),
            ("lang", Some(self.interface.tag())),
            ("aria-label", Some(label.as_str())),
            ("title", Some(label.as_str())),
            ("aria-expanded", Some(if peek.is_some() { "true" } else { "false" })),
            ("aria-controls", peek.is_some().then_some(id.as_str())),
        ];
        let button = keyed("button", element("button", &attributes, []));
        let opened = peek.map(|peek| keyed("opened", self.peeked(letter, index, peek, &id)));
        let attributes = [("class", Some("peeking"))];
        element("div", &attributes, [button].into_iter().chain(opened))
    }

    /// The paragraph in the other language, and the languages to choose from.
    fn peeked(&self, letter: &ReadLetter, index: usize, peek: Peek, id: &str) -> Html {
        let choice = self.others.iter().map(|language| {
            let attributes = [
                ("type", Some("button")),
                ("data-peek-language", Some(language.code())),
                ("lang", Some(language.tag())),
                ("aria-pressed", Some(if *language == peek.language { "true" } else { "false" })),
            ];
            element("button", &attributes, [text(language.native_name())])
        });
        let choice = element("div", &[("class", Some("choice"))], choice);
        let version = self.versions.get(1).filter(|version| version.language == Some(peek.language));
        let content = match version {
            None => vec![self.note(self.waiting.text(self.interface))],
            Some(version) => {
                let partners = letter.pairing(version).partners(index);
                let pieces = self.pieces(1);
                let nodes = pieces.get(partners).unwrap_or_default().iter().flatten().map(virtual_node);
                let nodes: Vec<Html> = nodes.collect();
                if nodes.is_empty() {
                    vec![self.note(Message::NoPartner.text(self.interface))]
                } else {
                    nodes
                }
            }
        };
        let attributes = [
            ("class", Some("cell")),
            ("lang", Some(peek.language.tag())),
            ("dir", Some(peek.language.direction().code())),
        ];
        let content = element("div", &attributes, content);
        let name = wording::language(peek.language, self.interface);
        let label = format!("{}, {name}", Message::Paragraph.about(peek.paragraph, self.interface));
        let attributes = [
            ("class", Some("peeked")),
            ("id", Some(id)),
            ("role", Some("group")),
            ("aria-label", Some(label.as_str())),
            ("lang", Some(self.interface.tag())),
            ("dir", Some(self.interface.direction().code())),
        ];
        element("div", &attributes, [choice, content])
    }

    /// A note of the viewer in place of text of the letter.
    fn note(&self, words: &str) -> Html {
        let attributes = [
            ("class", Some("note")),
            ("lang", Some(self.interface.tag())),
            ("dir", Some(self.interface.direction().code())),
        ];
        element("p", &attributes, [text(words)])
    }
}

/// A chunk of a long letter.
#[derive(Clone, Properties)]
struct ChunkProps {
    composition: Rc<Composition>,
    /// The article that contains the letter.
    article: Element,
    /// The pieces of the letter in it.
    pieces: Range<usize>,
    /// Whether it is rendered only when the browser is idle.
    is_waiting: bool,
}

impl PartialEq for ChunkProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.composition, &other.composition) && self.pieces == other.pieces
    }
}

#[component]
fn Chunk(props: &ChunkProps) -> Html {
    let letter = props.composition.versions.first();
    // The letter whose chunk has been released.
    let come = use_state(|| None::<ReadLetter>);
    let is_waiting = props.is_waiting && (*come).as_ref() != letter;
    let (set, next) = (come.setter(), letter.filter(|_| is_waiting).cloned());
    // On a page that is never idle, one chunk is rendered a second.
    let at_the_latest = (props.pieces.start / IN_CHUNK) as u32 * 1000;
    use_effect_on((next, props.article.clone()), move |(next, article)| {
        next.clone().map(|next| {
            let set = move || set.set(Some(next.clone()));
            (
                idleness::when_idle_or_after(at_the_latest, set.clone()),
                dom::when_whole_is_wanted(article, set),
            )
        })
    });
    if is_waiting {
        return Html::default();
    }
    let nodes = props.composition.some(props.pieces.clone());
    let stretches = nodes.chunks(IN_STRETCH).enumerate().map(|(at, nodes)| {
        keyed(at.to_string(), element("div", &[("class", Some("stretch"))], nodes.iter().cloned()))
    });
    stretches.collect::<VList>().into()
}

/// The content of an empty cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    /// A note that the version has no such passage.
    Said,
    /// Nothing: the row is not expected in every version.
    Plain,
}

/// Whether the row is expected in every version: the remark that one is a translation is not.
fn is_expected(row: &Row, facts: &[&LetterFacts]) -> bool {
    let pieces = row.iter().zip(facts).filter_map(|(range, facts)| facts.segments.get(range.clone()));
    pieces.flatten().any(is_counted)
}

/// The node for Yew. The typed tree has only allowed tags, attributes and addresses, so it is converted as it is.
fn virtual_node(node: &Node) -> Html {
    match node {
        Node::Text(text) => VText::new(text.clone()).into(),
        Node::Element(element) => {
            let mut tag = VTag::new(element.tag.name());
            for attribute in &element.attributes {
                tag.add_attribute(attribute.name(), AttrValue::from(attribute.value()));
            }
            tag.add_children(element.children.iter().map(virtual_node));
            tag.into()
        }
    }
}
