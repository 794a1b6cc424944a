//! The letter itself, in the light DOM: alone, with a paragraph of another version opened in it, or beside other
//! versions. It is no part of Yew's tree: the presenter builds it from the trees that are made here, and everybody may
//! change what it has built.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::effects::use_effect_on;
use super::resolving::Resolved;
use super::sheet_state::{Order, Peek, Sheet};
use super::texts::{ReadLetter, is_long};
use super::wording;
use crate::browser::idleness::Waiting;
use crate::browser::listening::Listener;
use crate::browser::presenting::Presenter;
use crate::browser::{Element, dom, idleness};
use letters::alignment::{self, Row, is_counted};
use letters::facts::LetterFacts;
use letters::ids::Language;
use letters::interface::Message;
use letters::page::{self, Node, Place, Setting, Wording};
use letters::text::json::write_string;

/// Elements of a longer letter that the browser lays out, or skips, together.
const IN_STRETCH: usize = 100;

/// Segments of a longer letter that are shown at once.
const IN_CHUNK: usize = 1000;

/// The longest delay of a chunk on a page that is never idle, in milliseconds.
const LATEST_CHUNK: u32 = 1000;

/// Shows the text of the sheet. It is built once for each change of the sheet: it is by far the largest part of the page.
#[hook]
pub(super) fn use_letter_text(
    sheet: &Sheet,
    resolved: &Rc<Resolved>,
    article: &Element,
    presenter: &Presenter,
) {
    let failed = sheet.failed().map(|failed| failed.failure.message());
    let composition = Composition {
        versions: sheet.versions().to_vec(),
        resolved: Rc::clone(resolved),
        peek: sheet.peek(),
        waiting: failed.unwrap_or(Message::Loading),
        others: sheet.peek_languages(),
        interface: sheet.asked().interface,
    };
    let shown = use_mut_ref(Shown::default);
    use_effect_on((), {
        let shown = Rc::clone(&shown);
        move |()| AtEnd(shown)
    });
    let order = sheet.order();
    let place = (article.clone(), presenter.clone());
    use_effect_on((composition, place), move |(composition, (article, presenter))| {
        let shown = Presented { shown, article: article.clone(), presenter: presenter.clone() };
        shown.show(composition.clone(), order);
    });
}

/// What the presenter has been given.
#[derive(Default)]
struct Shown {
    composition: Composition,
    /// The number of segments of the letter that are shown.
    segments: usize,
    /// The events that bring the next chunk of a long letter, or all of it.
    waiting: Option<(Waiting, [Listener; 2])>,
}

/// The pending chunks, which end with the component.
struct AtEnd(Rc<RefCell<Shown>>);

impl Drop for AtEnd {
    fn drop(&mut self) {
        let shown = self.0.try_borrow_mut().map(|mut shown| std::mem::take(&mut *shown));
        // The events are dropped when nothing is borrowed.
        drop(shown);
    }
}

/// The presenter, with what it has been given.
#[derive(Clone)]
struct Presented {
    shown: Rc<RefCell<Shown>>,
    article: Element,
    presenter: Presenter,
}

impl Presented {
    fn show(&self, composition: Composition, order: Order) {
        let Ok(mut shown) = self.shown.try_borrow_mut() else { return };
        let count = composition.count();
        let is_same_text = composition.is_same_text(&shown.composition);
        if !is_same_text {
            let is_in_chunks = is_long(&composition.versions) && order == Order::InChunks;
            shown.segments = if is_in_chunks { count.min(IN_CHUNK) } else { count };
            shown.waiting = None;
        }
        let tree = composition.tree(0..shown.segments);
        shown.composition = composition;
        let is_complete = shown.segments >= count;
        drop(shown);
        // Where the page has changed so that the letter cannot be, it is built anew; what the document refuses even then stays
        // away, and the controls go on.
        if !is_same_text || self.presenter.change(&tree).is_err() {
            let _ = self.presenter.replace(&tree);
        }
        if !is_same_text && !is_complete {
            self.wait();
        }
    }

    /// Shows the next chunk when the browser is idle, and all of the letter when it is wanted.
    fn wait(&self) {
        let (next, whole) = (self.clone(), self.clone());
        let idle = idleness::when_idle_or_after(LATEST_CHUNK, move || next.go_on(IN_CHUNK));
        let wanted = dom::when_whole_is_wanted(&self.article, move || whole.go_on(usize::MAX));
        if let Ok(mut shown) = self.shown.try_borrow_mut() {
            shown.waiting = Some((idle, wanted));
        }
    }

    /// Shows at most so many segments more.
    fn go_on(&self, most: usize) {
        let Ok(mut shown) = self.shown.try_borrow_mut() else { return };
        let count = shown.composition.count();
        let end = shown.segments.saturating_add(most).min(count);
        let tree = shown.composition.tree(shown.segments..end);
        shown.segments = end;
        // The closures that are kept there may be running now.
        let waiting = shown.waiting.take();
        drop(shown);
        let _ = self.presenter.append(&tree);
        if end < count {
            self.wait();
        }
        drop(waiting);
    }
}

/// The data from which the text on the page is made.
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

impl Default for Composition {
    /// Nothing on the page.
    fn default() -> Self {
        Self {
            versions: Vec::new(),
            resolved: Rc::default(),
            peek: None,
            waiting: Message::Loading,
            others: Vec::new(),
            interface: Language::English,
        }
    }
}

impl Composition {
    /// The number of segments of the letter.
    fn count(&self) -> usize {
        self.versions.first().map_or(0, |letter| letter.segments().len())
    }

    /// Whether both show the same texts: the letter, and those beside it.
    fn is_same_text(&self, other: &Self) -> bool {
        let texts = |composition: &Self| match composition.is_comparing() {
            true => composition.versions.clone(),
            false => composition.versions.first().cloned().into_iter().collect(),
        };
        texts(self) == texts(other)
    }

    /// The tree of the range of segments; versions in columns are there as a whole.
    pub(super) fn tree(&self, range: Range<usize>) -> String {
        let nodes = match self.is_comparing() {
            true => vec![self.columns()],
            false if is_long(&self.versions) => {
                let chunks = range.clone().step_by(IN_CHUNK);
                let chunks = chunks.map(|start| self.some(start..range.end.min(start + IN_CHUNK)));
                let stretch = |nodes: &[String]| element("div", &[("class", Some("stretch"))], nodes);
                chunks.flat_map(|nodes| nodes.chunks(IN_STRETCH).map(stretch).collect::<Vec<_>>()).collect()
            }
            false => self.some(range),
        };
        format!("[{}]", nodes.join(","))
    }

    /// Some pieces of the letter, as they are shown.
    fn some(&self, range: Range<usize>) -> Vec<String> {
        let Some(letter) = self.versions.first() else { return Vec::new() };
        let pieces = page::some_segments(letter, self.resolved.of(0), self.setting(0), range.clone());
        let kinds = letter.segments();
        let mut list = Vec::new();
        for ((index, piece), nodes) in kinds.iter().enumerate().skip(range.start).zip(&pieces) {
            list.extend(nodes.iter().map(tree_of));
            if let Some(number) = piece.kind.paragraph().filter(|_| !self.others.is_empty()) {
                list.push(self.peeking(letter, index, number));
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
        let (place, wording) = (self.place(version), Some(Wording::of_interface(self.interface)));
        Setting { wording, place, references_before: self.resolved.before(version) }
    }

    /// The versions in columns, row by row, so that each reads across as well as down.
    fn columns(&self) -> String {
        let (letter, others) = self.versions.split_first().unzip();
        let facts: Vec<_> = self.versions.iter().map(ReadLetter::facts).collect();
        let others = others.into_iter().flatten();
        let pairings: Vec<_> =
            letter.iter().flat_map(|letter| others.clone().map(|other| letter.pairing(other))).collect();
        let pieces: Vec<_> = (0..self.versions.len()).map(|version| self.pieces(version)).collect();
        let rows = alignment::rows(&facts, &pairings).into_iter().map(|row| {
            let lacks = if is_expected(&row, &facts) { Lack::Said } else { Lack::Plain };
            let cells = row.into_iter().enumerate().map(|(version, range)| {
                let pieces = pieces.get(version).and_then(|pieces| pieces.get(range));
                self.cell(version, pieces.unwrap_or_default(), lacks)
            });
            element("div", &[("class", Some("row"))], &cells.collect::<Vec<_>>())
        });
        let class = if self.versions.len() > 2 { "columns three" } else { "columns" };
        element("div", &[("class", Some(class))], &rows.collect::<Vec<_>>())
    }

    fn cell(&self, version: usize, pieces: &[Vec<Node>], lack: Lack) -> String {
        let language = self.versions.get(version).and_then(|version| version.language);
        let name = language.map(Language::native_name);
        let nodes: Vec<String> = pieces.iter().flatten().map(tree_of).collect();
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
            return element("div", &attributes, &[]);
        }
        let attributes = [
            ("class", Some("cell")),
            ("lang", language.map(Language::tag)),
            ("dir", Some(language.map_or("auto", |language| language.direction().code()))),
            ("data-language", name),
        ];
        element("div", &attributes, &nodes)
    }

    /// The button after a paragraph that opens it in another language, and the opened paragraph.
    fn peeking(&self, letter: &ReadLetter, index: usize, number: usize) -> String {
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
        let button = element("button", &attributes, &[]);
        let opened = peek.map(|peek| self.peeked(letter, index, peek, &id));
        let nodes: Vec<String> = [button].into_iter().chain(opened).collect();
        element("div", &[("class", Some("peeking"))], &nodes)
    }

    /// The paragraph in the other language, and the languages to choose from.
    fn peeked(&self, letter: &ReadLetter, index: usize, peek: Peek, id: &str) -> String {
        let choice = self.others.iter().map(|language| {
            let attributes = [
                ("type", Some("button")),
                ("data-peek-language", Some(language.code())),
                ("lang", Some(language.tag())),
                ("aria-pressed", Some(if *language == peek.language { "true" } else { "false" })),
            ];
            element("button", &attributes, &[text(language.native_name())])
        });
        let choice = element("div", &[("class", Some("choice"))], &choice.collect::<Vec<_>>());
        let version = self.versions.get(1).filter(|version| version.language == Some(peek.language));
        let content = match version {
            None => vec![self.note(self.waiting.text(self.interface))],
            Some(version) => {
                let partners = letter.pairing(version).partners(index);
                let pieces = self.pieces(1);
                let nodes = pieces.get(partners).unwrap_or_default().iter().flatten().map(tree_of);
                let nodes: Vec<String> = nodes.collect();
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
        let content = element("div", &attributes, &content);
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
        element("div", &attributes, &[choice, content])
    }

    /// A note of the viewer in place of text of the letter.
    fn note(&self, words: &str) -> String {
        let attributes = [
            ("class", Some("note")),
            ("lang", Some(self.interface.tag())),
            ("dir", Some(self.interface.direction().code())),
        ];
        element("p", &attributes, &[text(words)])
    }
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

/// The tree of a node of the letter.
fn tree_of(node: &Node) -> String {
    let list = page::to_json(std::slice::from_ref(node));
    list.get(1..list.len() - 1).unwrap_or_default().to_owned()
}

/// The tree of an element of the viewer among those of the letter; attributes without a value are left out.
fn element(tag: &str, attributes: &[(&str, Option<&str>)], children: &[String]) -> String {
    let mut json = format!("[\"{tag}\",{{");
    let mut before = "";
    for (name, value) in attributes {
        if let Some(value) = value {
            json.push_str(&format!("{before}\"{name}\":"));
            write_string(&mut json, value);
            before = ",";
        }
    }
    json.push('}');
    for child in children {
        json.push(',');
        json.push_str(child);
    }
    json.push(']');
    json
}

/// The tree of a text.
fn text(words: &str) -> String {
    let mut json = String::new();
    write_string(&mut json, words);
    json
}
