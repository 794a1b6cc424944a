//! The letter itself, in the light DOM: alone, with a paragraph of another version opened in it, or beside other
//! versions. It is no part of Yew's tree: what is decided here, `composition.js` makes into nodes, and the presenter puts
//! them on the page, where everybody may change them.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::effects::use_effect_on;
use super::host_properties::exported;
use super::resolving::Resolved;
use super::sheet_state::{Peek, Sheet};
use super::texts::ReadLetter;
use super::versions::{self, Comparison, Mark};
use super::wording;
use crate::browser::loading::Loader;
use crate::browser::presenting::Order;
use crate::browser::{JsValue, json};
use letters::address::Address;
use letters::alignment::{self, Row, is_counted};
use letters::export::Value;
use letters::facts::LetterFacts;
use letters::ids::Language;
use letters::interface::{Interface, Message};
use letters::letter::SegmentKind;
use letters::resolver::Reference;

/// Shows the text of the sheet. It is built once for each change of the sheet: it is by far the largest part of the page.
#[hook]
pub(super) fn use_letter_text(
    sheet: &Sheet,
    resolved: &Rc<Resolved>,
    compared: &Rc<Comparison>,
    loader: &Loader,
) {
    let failed = sheet.failed().map(|failed| failed.failure.message());
    let composition = Composition {
        versions: sheet.versions().to_vec(),
        resolved: Rc::clone(resolved),
        compared: if sheet.is_comparing() { Rc::clone(compared) } else { Rc::default() },
        peek: sheet.peek(),
        waiting: failed.unwrap_or(Message::Loading),
        others: sheet.peek_languages(),
        interface: sheet.asked().interface,
    };
    let shown = use_mut_ref(|| Composition::nothing(composition.interface));
    let order = sheet.order();
    use_effect_on((composition, loader.clone()), move |(composition, loader)| {
        if let Ok(mut shown) = shown.try_borrow_mut() {
            show(composition, &shown, loader, order);
            *shown = composition.clone();
        }
    });
}

/// Puts the text on the page, in the place of the one before.
fn show(composition: &Composition, before: &Composition, loader: &Loader, order: Order) {
    // What the loader has shown stays until there is something to take its place.
    if composition.versions.is_empty() && before.versions.is_empty() {
        return;
    }
    let records = composition.versions.iter().map(|version| version.json().0.clone());
    let nodes = loader.compose(&json::array(records), &composition.described());
    let presenter = loader.presenter();
    // Where the page has changed so that the letter cannot be, it is built anew; what the document refuses even then stays
    // away, and the controls go on.
    let is_same_text = composition.is_same_text(before) || composition.is_shown_by(loader, before);
    if !is_same_text || presenter.change(&nodes).is_err() {
        let _ = presenter.replace(&nodes, order);
    }
    // In one step with the letter, so that no frame shows the one without the other.
    loader.take_over();
}

/// The data from which the text on the page is made.
#[derive(Clone, PartialEq)]
pub(super) struct Composition {
    /// The versions that are shown: the letter, and those beside it or opened in it.
    pub(super) versions: Vec<ReadLetter>,
    /// Their references.
    pub(super) resolved: Rc<Resolved>,
    /// Their differences, where they are side by side.
    pub(super) compared: Rc<Comparison>,
    /// The paragraph that is opened in another language; then the last version is that of the paragraph, unless it is
    /// still loading.
    pub(super) peek: Option<Peek>,
    /// The message in place of that paragraph until it has loaded.
    pub(super) waiting: Message,
    /// The languages in which a paragraph can be opened.
    pub(super) others: Vec<Language>,
    /// The language of the interface.
    pub(super) interface: Interface,
}

impl Composition {
    /// Nothing on the page.
    fn nothing(interface: Interface) -> Self {
        Self {
            versions: Vec::new(),
            resolved: Rc::default(),
            compared: Rc::default(),
            peek: None,
            waiting: Message::Loading,
            others: Vec::new(),
            interface,
        }
    }

    /// Whether both show the same texts: the letter, and those beside it.
    fn is_same_text(&self, other: &Self) -> bool {
        let texts = |composition: &Self| match composition.is_comparing() {
            true => composition.versions.clone(),
            false => composition.versions.first().cloned().into_iter().collect(),
        };
        texts(self) == texts(other)
    }

    /// Whether it is the letter that the loader has shown, before anything else.
    fn is_shown_by(&self, loader: &Loader, before: &Self) -> bool {
        let letter = self.versions.first().filter(|_| !self.is_comparing() && before.versions.is_empty());
        letter.is_some_and(|letter| letter.json().0 == loader.shown())
    }

    /// Whether versions are side by side.
    fn is_comparing(&self) -> bool {
        self.versions.len() > 1 && self.peek.is_none()
    }

    /// What `composition.js` is told.
    fn described(&self) -> JsValue {
        let mut marks = versions::marks(&self.versions, &self.compared).into_iter();
        let versions =
            (0..self.versions.len()).map(|version| self.version(version, marks.next().unwrap_or_default()));
        let versions = versions.collect();
        let is_peeking = !self.is_comparing() && !self.others.is_empty();
        exported(&object([
            ("names", Some(self.names())),
            ("versions", Some(Value::List(versions))),
            ("rows", self.is_comparing().then(|| self.rows())),
            ("peek", is_peeking.then(|| self.peeking())),
        ]))
    }

    /// The words of the interface in the text.
    fn names(&self) -> Value {
        let word = |message: Message| Some(text(message.text(self.interface)));
        object([
            ("lang", Some(text(self.interface.tag()))),
            ("dir", Some(text(self.interface.direction().code()))),
            ("paragraph", word(Message::Paragraph)),
            ("annex", word(Message::Annex)),
            ("table", word(Message::Table)),
            ("footnote", word(Message::Footnote)),
            ("peek", word(Message::Peek)),
            ("noPartner", word(Message::NoPartner)),
        ])
    }

    /// A version: its place on the page, its language, and the targets of its references.
    fn version(&self, version: usize, marks: Vec<Mark>) -> Value {
        let language = self.versions.get(version).and_then(ReadLetter::language);
        let place = match (version, self.peek) {
            (0, _) => "main",
            (_, Some(_)) => "excerpt",
            (_, None) => "beside",
        };
        let references = self.resolved.of(version).iter().map(|reference| self.reference(reference));
        object([
            ("place", Some(text(place))),
            ("code", language.map(|language| text(language.code()))),
            ("lang", language.map(|language| text(language.tag()))),
            ("dir", Some(text(language.map_or("auto", |language| language.direction().code())))),
            ("name", language.map(|language| text(language.native_name()))),
            ("label", language.map(|language| Value::Text(wording::language(language, self.interface)))),
            ("before", Some(Value::Number(self.resolved.before(version)))),
            ("references", Some(Value::List(references.collect()))),
            ("marks", Some(Value::List(marks.into_iter().map(mark).collect()))),
        ])
    }

    fn reference(&self, reference: &Reference) -> Value {
        let target = reference.target.as_ref();
        let address = target.and_then(|target| Address::of_target(&target.address));
        let language = target.and_then(|target| target.language).filter(|_| address.is_some());
        object([
            ("href", address.map(|address| Value::Text(address.to_string()))),
            ("hreflang", language.map(|language| text(language.tag()))),
            ("state", Some(text(reference.state.name()))),
            ("provenance", target.map(|target| text(target.provenance.name()))),
        ])
    }

    /// The rows of versions side by side: for each, a range of segments of every version.
    fn rows(&self) -> Value {
        let (letter, others) = self.versions.split_first().unzip();
        let facts: Vec<_> = self.versions.iter().map(ReadLetter::facts).collect();
        let others = others.into_iter().flatten();
        let pairings: Vec<_> =
            letter.iter().flat_map(|letter| others.clone().map(|other| letter.pairing(other))).collect();
        let rows = alignment::rows(&facts, &pairings).into_iter().map(|row| {
            let is_expected = is_expected(&row, &facts);
            let cells = row.into_iter().map(range).collect();
            object([("cells", Some(Value::List(cells))), ("isExpected", Some(Value::Flag(is_expected)))])
        });
        Value::List(rows.collect())
    }

    /// The languages in which paragraphs can be opened, and the paragraph that is.
    fn peeking(&self) -> Value {
        let languages = self.others.iter().map(|language| {
            object([
                ("code", Some(text(language.code()))),
                ("lang", Some(text(language.tag()))),
                ("name", Some(text(language.native_name()))),
            ])
        });
        let mut members = vec![("languages", Value::List(languages.collect()))];
        if let Some(peek) = self.peek {
            let name = wording::language(peek.language, self.interface);
            let paragraph = self
                .versions
                .first()
                .map(|letter| wording::paragraph(letter, peek.paragraph, self.interface));
            let label = format!("{}, {name}", paragraph.unwrap_or_default());
            members.extend([
                ("paragraph", Value::Text(peek.paragraph.to_string())),
                ("code", text(peek.language.code())),
                ("lang", text(peek.language.tag())),
                ("dir", text(peek.language.direction().code())),
                ("label", Value::Text(label)),
                ("waiting", text(self.waiting.text(self.interface))),
            ]);
            members.extend(self.partners(peek).map(|partners| ("partners", partners)));
        }
        Value::Object(members)
    }

    /// The segments of the other version that belong to the opened paragraph.
    fn partners(&self, peek: Peek) -> Option<Value> {
        let (letter, other) = (self.versions.first()?, self.versions.get(1)?);
        let is_opened = |kind: &SegmentKind| kind.paragraph() == Some(peek.paragraph);
        let segment = letter.segments.iter().position(is_opened)?;
        Some(range(letter.pairing(other).partners(segment)))
    }
}

/// Whether the row is expected in every version: the remark that one is a translation is not.
fn is_expected(row: &Row, facts: &[&LetterFacts]) -> bool {
    let pieces = row.iter().zip(facts).filter_map(|(range, facts)| facts.segments.get(range.clone()));
    pieces.flatten().any(is_counted)
}

fn mark(mark: Mark) -> Value {
    let words = mark.words.into_iter().map(Value::Text).collect();
    object([
        ("number", Some(Value::Number(mark.number))),
        ("segments", Some(range(mark.segments))),
        ("words", Some(Value::List(words))),
    ])
}

fn range(range: Range<usize>) -> Value {
    Value::List(vec![Value::Number(range.start), Value::Number(range.end)])
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

/// An object of the members that have a value.
fn object(members: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Value {
    Value::Object(members.into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
}
