//! What is said of the versions: over the columns which version each is, and in a panel which there are and where they differ.

use std::rc::Rc;

use yew::prelude::*;

use super::elements::{element, text};
use super::shelf::{KnownVersion, WantedLetter};
use super::texts::{ReadLetter, Texts};
use crate::alignment::{self, Coverage};
use crate::browser::{idleness, naming};
use crate::divergence::{self, Divergence, DivergenceKind, Side};
use crate::facts::FactKind;
use crate::interface::Message;
use crate::language::Language;
use crate::letter::Status;
use crate::page;

/// How many differences are listed: where there are more, the versions are not of the same letter.
const MOST_DIFFERENCES: usize = 50;

/// A version compared with the one that is shown.
#[derive(Clone, PartialEq)]
pub(super) struct Compared {
    pub(super) version: ReadLetter,
    pub(super) coverage: Coverage,
    pub(super) divergences: Vec<Divergence>,
}

/// The versions that have come, compared with the one that is shown: when the page is idle, so that nobody waits for it who switches.
#[hook]
pub(super) fn use_comparison(
    letter: Option<&ReadLetter>,
    wanted: Option<&WantedLetter>,
    texts: &Texts,
) -> Rc<Vec<Compared>> {
    let compared = use_state(|| None::<(ReadLetter, Rc<Vec<Compared>>)>);
    let sources = wanted.iter().flat_map(|wanted| &wanted.versions).map(|version| &version.source);
    let others = sources.filter_map(|source| texts.letter(source)).filter(|other| Some(*other) != letter);
    let others: Vec<ReadLetter> = others.cloned().collect();
    let set = compared.setter();
    use_effect_with((letter.cloned(), others), move |(letter, others)| {
        let waiting = letter.clone().filter(|_| !others.is_empty()).map(|letter| {
            let others = others.clone();
            idleness::when_idle(move || {
                let all = others.into_iter().map(|version| Compared::of(&letter, version)).collect();
                set.set(Some((letter, Rc::new(all))));
            })
        });
        move || drop(waiting)
    });
    let of_letter = compared.as_ref().filter(|(compared, _)| Some(compared) == letter);
    of_letter.map(|(_, compared)| Rc::clone(compared)).unwrap_or_default()
}

impl Compared {
    fn of(letter: &ReadLetter, version: ReadLetter) -> Self {
        let pairing = alignment::align(letter.facts(), version.facts());
        let coverage = pairing.coverage(letter.facts(), version.facts());
        let divergences = divergence::find(letter.facts(), version.facts(), &pairing);
        Self { version, coverage, divergences }
    }
}

/// The status of a version in the words of the interface.
pub(super) const fn status(status: Status) -> Message {
    match status {
        Status::AsIssued => Message::AsIssued,
        Status::Unofficial => Message::Unofficial,
        Status::Specimen => Message::Specimen,
    }
}

/// The heads of the columns: language, status, and how much is paired with the first.
pub(super) fn heads(versions: &[ReadLetter], compared: &[Compared], interface: Language) -> Html {
    let head = |version: &ReadLetter| {
        let language = version.language;
        let name = element(
            "strong",
            &[("lang", language.map(Language::tag))],
            [text(language.map_or("–", Language::native_name))],
        );
        let its_status = element("span", &[], [text(status(version.status).text(interface))]);
        let coverage = compared.iter().find(|compared| compared.version == *version).map(|compared| {
            let Coverage { paired, all } = compared.coverage;
            let words = Message::Paired.text(interface).replace("{n}", &paired.to_string());
            words.replace("{of}", &all.to_string())
        });
        let coverage = coverage.unwrap_or_else(|| "\u{a0}".to_owned());
        let coverage = element("span", &[("class", Some("coverage"))], [text(&coverage)]);
        element("p", &[], [name, its_status, coverage])
    };
    let class = if versions.len() > 2 { "heads three" } else { "heads" };
    element("div", &[("class", Some(class))], versions.iter().map(head))
}

/// The panel: which versions there are, and where those that have come differ.
pub(super) fn panel(
    letter: &ReadLetter,
    known: &[KnownVersion],
    compared: &[Compared],
    interface: Language,
) -> Html {
    let entries = known.iter().map(|version| {
        let language = version.language;
        let read = compared.iter().find(|compared| compared.version.language == Some(language));
        let of_letter = (letter.language == Some(language)).then_some(letter.status);
        let its_status = of_letter.or(version.status).or(read.map(|compared| compared.version.status));
        let name = element("span", &[("lang", Some(language.tag()))], [text(language.native_name())]);
        let words = its_status.map(|its_status| {
            element("span", &[("class", Some("state"))], [text(status(its_status).text(interface))])
        });
        element("li", &[], [name].into_iter().chain(words))
    });
    let list = element("ul", &[], entries);
    let count = compared.iter().map(|compared| compared.divergences.len()).sum::<usize>();
    let notice = (count > 0).then(|| differences(letter, compared, count, interface));
    let title = element("h2", &[], [text(Message::Versions.text(interface))]);
    let attributes = [("class", Some("details versions")), ("part", Some("versions")), ("open", Some(""))];
    let summary = element("summary", &[], [title]);
    element("details", &attributes, [summary, list].into_iter().chain(notice))
}

/// The quiet notice, and what differs in each paragraph.
fn differences(letter: &ReadLetter, compared: &[Compared], count: usize, interface: Language) -> Html {
    let notice = naming::counted(Message::Differences, count, interface);
    let entries = compared.iter().flat_map(|compared| {
        compared
            .divergences
            .iter()
            .map(move |divergence| difference(letter, &compared.version, divergence, interface))
    });
    let list = element("ul", &[], entries.take(MOST_DIFFERENCES));
    let note = element("p", &[("class", Some("note"))], [text(Message::DifferencesNote.text(interface))]);
    let summary = element("summary", &[], [text(&notice)]);
    element("details", &[("class", Some("differences"))], [summary, note, list])
}

/// Where, what kind of fact, and what each version says.
fn difference(letter: &ReadLetter, other: &ReadLetter, divergence: &Divergence, interface: Language) -> Html {
    let mut label = String::new();
    let paragraph = divergence.first.paragraph;
    if let Some(number) = paragraph.or(divergence.second.paragraph) {
        label = format!("{} {number}", Message::Paragraph.text(interface));
    }
    let kind = kind(divergence.kind).text(interface);
    let place = match paragraph {
        Some(number) => {
            let address = format!("#{}", page::paragraph_id(number));
            vec![element("a", &[("href", Some(address.as_str()))], [text(&label)]), text(" · "), text(kind)]
        }
        None if label.is_empty() => vec![text(kind)],
        None => vec![text(&label), text(" · "), text(kind)],
    };
    let place = element("p", &[("class", Some("kind"))], place);
    let sides = [(letter, &divergence.first), (other, &divergence.second)];
    let sides = sides.into_iter().map(|(version, side)| said(version, side, divergence.kind, interface));
    element("li", &[], [place].into_iter().chain(sides))
}

/// What one version says: its language, and the words.
fn said(version: &ReadLetter, side: &Side, kind: DivergenceKind, interface: Language) -> Html {
    let language = version.language;
    let name = element(
        "span",
        &[("lang", language.map(Language::tag))],
        [text(language.map_or("–", Language::native_name))],
    );
    let facts: Vec<String> = side.facts.iter().map(|fact| fact.text.clone()).collect();
    let words = match kind {
        DivergenceKind::Missing if side.pieces.is_empty() => text(Message::NoPartner.text(interface)),
        DivergenceKind::Missing => text("✓"),
        DivergenceKind::Facts(_) if facts.is_empty() => text("–"),
        DivergenceKind::Facts(_) => {
            let attributes = [("lang", language.map(Language::tag))];
            element("bdi", &attributes, [text(&facts.join(" · "))])
        }
    };
    element("p", &[], [name, text(": "), words])
}

const fn kind(kind: DivergenceKind) -> Message {
    match kind {
        DivergenceKind::Missing => Message::OnlyInOne,
        DivergenceKind::Facts(FactKind::Citation) => Message::Reference,
        DivergenceKind::Facts(FactKind::Date) => Message::Date,
        DivergenceKind::Facts(FactKind::Address) => Message::Address,
        DivergenceKind::Facts(FactKind::Phone) => Message::Phone,
        DivergenceKind::Facts(FactKind::Number) => Message::Number,
    }
}
