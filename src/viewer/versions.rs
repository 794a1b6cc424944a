//! The heads of the columns, and the panel of the versions: which are available, and where they differ.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::effects::use_effect_on;
use super::texts::{ReadLetter, Texts};
use super::vdom::{element, text};
use super::wanted::{KnownVersion, WantedLetter};
use super::wording;
use crate::browser::idleness;
use letters::alignment::Coverage;
use letters::divergence::{self, Divergence, DivergenceKind, Side};
use letters::facts::FactKind;
use letters::ids::Language;
use letters::interface::{Interface, Message};
use letters::letter::Status;
use letters::sorting::sort_by_number;

/// The maximum number of differences listed: with more, the versions are not of the same letter.
const MOST_DIFFERENCES: usize = 50;

/// A version compared with the one that is shown.
#[derive(Clone, PartialEq)]
pub(super) struct Compared {
    pub(super) version: ReadLetter,
    pub(super) coverage: Coverage,
    pub(super) divergences: Vec<Divergence>,
}

/// A letter, and the comparison with the other versions that have been read.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Comparison {
    /// The version that the others are compared with.
    letter: Option<ReadLetter>,
    others: Vec<Compared>,
}

/// The comparison of the versions that have been read with the one that is shown: made when the page is idle, one
/// version after the other, so that it never delays a switch. Until it is done, the previous one is kept.
#[hook]
pub(super) fn use_comparison(
    letter: Option<&ReadLetter>,
    wanted: Option<&WantedLetter>,
    texts: &Texts,
) -> Rc<Comparison> {
    let compared = use_state(Rc::<Comparison>::default);
    let sources = wanted.iter().flat_map(|wanted| &wanted.versions).map(|version| &version.source);
    let others = sources.filter_map(|source| texts.letter(source)).filter(|other| Some(*other) != letter);
    let others: Vec<ReadLetter> = others.cloned().collect();
    let set = compared.setter();
    use_effect_on((letter.cloned(), others), move |(letter, others)| {
        let waiting = Rc::new(RefCell::new(None));
        match letter {
            Some(letter) if !others.is_empty() => {
                let comparison = Comparison { letter: Some(letter.clone()), others: Vec::new() };
                compare(comparison, others.clone(), &waiting, set);
            }
            _ => set.set(Rc::default()),
        }
        waiting
    });
    (*compared).clone()
}

/// Compares the next of the remaining versions once the page is idle, and so on; at the end, the comparison is set.
/// Dropping `waiting` stops it.
fn compare(
    mut comparison: Comparison,
    mut left: Vec<ReadLetter>,
    waiting: &Rc<RefCell<Option<idleness::Waiting>>>,
    set: UseStateSetter<Rc<Comparison>>,
) {
    let its_waiting = Rc::downgrade(waiting);
    let next = idleness::when_idle(move || {
        let version = if left.is_empty() { None } else { Some(left.remove(0)) };
        match (version, &comparison.letter, its_waiting.upgrade()) {
            (Some(version), Some(letter), Some(waiting)) => {
                let compared = Compared::of(letter, version);
                comparison.others.push(compared);
                compare(comparison, left, &waiting, set);
            }
            _ => set.set(Rc::new(comparison)),
        }
    });
    waiting.replace(Some(next));
}

impl Comparison {
    /// The comparisons with the other versions, if they were made for this letter.
    pub(super) fn of(&self, letter: &ReadLetter) -> &[Compared] {
        if self.letter.as_ref() == Some(letter) { &self.others } else { &[] }
    }
}

impl Comparison {
    /// The comparisons with those of the versions that are beside the first.
    fn beside(&self, versions: &[ReadLetter]) -> Vec<Compared> {
        let compared = versions.first().map(|letter| self.of(letter)).unwrap_or_default();
        let is_beside = |compared: &&Compared| versions.contains(&compared.version);
        compared.iter().filter(is_beside).cloned().collect()
    }
}

impl Compared {
    fn of(letter: &ReadLetter, version: ReadLetter) -> Self {
        let pairing = letter.pairing(&version);
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

/// The heads of the columns: the language, a link that puts it first; the status; how far the version has the passages of
/// the first and in how many places it differs; and a button that closes the column.
pub(super) fn heads(versions: &[ReadLetter], comparison: &Comparison, interface: Interface) -> Html {
    let shown = comparison.beside(versions);
    let count = points(&shown).len();
    let head = |version: &ReadLetter| {
        let language = version.language();
        let code = language.map(Language::code);
        let name = element(
            "a",
            &[("href", version.address()), ("data-version", code)],
            [called("strong", language)],
        );
        let its_status = element("span", &[], [text(status(version.metadata.status).text(interface))]);
        let compared = shown.iter().find(|compared| compared.version == *version);
        let coverage = compared.filter(|compared| compared.coverage.paired < compared.coverage.all);
        let coverage = coverage.map(|compared| {
            let Coverage { paired, all } = compared.coverage;
            let words = Message::Paired.about(paired, interface).replace("{of}", &all.to_string());
            element("span", &[], [text(&words)])
        });
        let is_first = compared.is_none() && count > 0;
        let walk = is_first.then(|| {
            let words = wording::counted(Message::Differences, count, interface);
            let button =
                element("button", &[("type", Some("button")), ("class", Some("walk"))], [text(&words)]);
            [button, element("output", &[("class", Some("unseen"))], [])]
        });
        let close =
            format!("{} · {}", Message::Close.text(interface), language.map_or("–", Language::native_name));
        let close = [
            ("type", Some("button")),
            ("class", Some("close")),
            ("data-close", code),
            ("aria-label", Some(close.as_str())),
        ];
        let rest =
            coverage.into_iter().chain(walk.into_iter().flatten()).chain([element("button", &close, [])]);
        element(
            "p",
            &[("dir", language.map(|language| language.direction().code()))],
            [name, its_status].into_iter().chain(rest),
        )
    };
    let class = if versions.len() > 2 { "heads three" } else { "heads" };
    element("div", &[("class", Some(class))], versions.iter().map(head))
}

/// A difference, as it is marked in the text of one version.
pub(super) struct Mark {
    /// The number of the difference, from 1.
    pub(super) number: usize,
    /// The segments that it is in.
    pub(super) segments: Range<usize>,
    /// The words that differ, as written; none where the whole passage is only here.
    pub(super) words: Vec<String>,
}

/// The differences between versions that are side by side, for each of them.
pub(super) fn marks(versions: &[ReadLetter], comparison: &Comparison) -> Vec<Vec<Mark>> {
    let shown = comparison.beside(versions);
    let mut marks: Vec<Vec<Mark>> = versions.iter().map(|_| Vec::new()).collect();
    for (point, number) in points(&shown).iter().zip(1..) {
        let Difference { divergence, others } = point;
        let sides = versions
            .first()
            .map(|letter| (letter, &divergence.first))
            .into_iter()
            .chain(others.iter().copied());
        for (version, side) in sides {
            let place = versions.iter().position(|known| known == version);
            if let Some(marks) = place.and_then(|place| marks.get_mut(place)) {
                let words = side.facts.iter().map(|fact| fact.text.clone()).collect();
                marks.push(Mark { number, segments: side.segments.clone(), words });
            }
        }
    }
    marks
}

/// The native name of a language.
fn called(tag: &'static str, language: Option<Language>) -> Html {
    let name = language.map_or("–", Language::native_name);
    element(tag, &[("lang", language.map(Language::tag))], [text(name)])
}

/// The panel: links to the versions, that which was issued first, and where those that have been read differ.
pub(super) fn panel(
    letter: &ReadLetter,
    known: &[(KnownVersion, Option<String>)],
    comparison: &Comparison,
    interface: Interface,
) -> Html {
    let compared = comparison.of(letter);
    let mut known: Vec<_> = known.iter().collect();
    // By what the catalogue says: nothing moves when a version has been read.
    sort_by_number(&mut known, |(version, _)| u64::from(version.status != Some(Status::AsIssued)));
    let entries = known.into_iter().map(|(version, address)| {
        let language = version.language;
        let read = compared.iter().find(|compared| compared.version.language() == Some(language));
        let of_letter = (letter.language() == Some(language)).then_some(letter.metadata.status);
        let its_status =
            of_letter.or(version.status).or(read.map(|compared| compared.version.metadata.status));
        // The box is always there, so that the name keeps its own when the status is known.
        let words = its_status.map(|its_status| text(status(its_status).text(interface)));
        let words = element("span", &[("class", Some("state"))], words);
        let code = Some(language.tag());
        let attributes = [
            ("href", address.as_deref()),
            ("hreflang", code),
            ("data-version", code),
            ("aria-current", of_letter.map(|_| "true")),
        ];
        element("li", &[], [element("a", &attributes, [called("span", Some(language))]), words])
    });
    let list = element("ul", &[], entries);
    let title = element("h2", &[], [text(Message::Versions.text(interface))]);
    let attributes = [("class", Some("details versions")), ("part", Some("versions")), ("open", Some(""))];
    let summary = element("summary", &[], [title]);
    // The box is always there, so that its siblings keep their nodes when the notice is added or removed.
    let notice = element("div", &[], differences(comparison, interface));
    element("details", &attributes, [summary, list, notice])
}

/// A point in which other versions differ from the letter in the same way.
struct Difference<'compared> {
    /// The divergence, with the words of the letter.
    divergence: &'compared Divergence,
    /// The words of each of the others.
    others: Vec<(&'compared ReadLetter, &'compared Side)>,
}

/// The points in which the versions differ, in the order of the letter. A point in which several versions differ from
/// the letter is one.
fn points(compared: &[Compared]) -> Vec<Difference<'_>> {
    let mut points: Vec<Difference<'_>> = Vec::new();
    for Compared { version, divergences, .. } in compared {
        for divergence in divergences {
            let is_same = |point: &&mut Difference<'_>| {
                point.divergence.kind == divergence.kind && point.divergence.first == divergence.first
            };
            match points.iter_mut().find(is_same) {
                Some(point) => point.others.push((version, &divergence.second)),
                None => points.push(Difference { divergence, others: vec![(version, &divergence.second)] }),
            }
        }
    }
    sort_by_number(&mut points, |point| point.divergence.first.segments.start as u64);
    points
}

/// The quiet notice, and the differences in each paragraph.
fn differences(comparison: &Comparison, interface: Interface) -> Option<Html> {
    let letter = comparison.letter.as_ref()?;
    let points = points(&comparison.others);
    if points.is_empty() {
        return None;
    }
    let notice = wording::counted(Message::Differences, points.len(), interface);
    let rest = points.len().saturating_sub(MOST_DIFFERENCES);
    let rest = (rest > 0).then(|| element("li", &[], [text(&format!("+{rest}"))]));
    let entries = points.iter().take(MOST_DIFFERENCES).map(|point| difference(letter, point, interface));
    let list = element("ul", &[], entries.chain(rest));
    let note = element("p", &[("class", Some("note"))], [text(Message::DifferencesNote.text(interface))]);
    let summary = element("summary", &[], [text(&notice)]);
    Some(element("details", &[("class", Some("differences"))], [summary, note, list]))
}

/// The place, the kind of fact, and the words of each version.
fn difference(letter: &ReadLetter, point: &Difference<'_>, interface: Interface) -> Html {
    let Difference { divergence, others } = point;
    let kind = text(kind(divergence.kind).text(interface));
    let own = divergence.first.paragraph.map(|paragraph| (letter, paragraph));
    let any = others.iter().find_map(|(version, side)| Some((*version, side.paragraph?)));
    let label = own.or(any).map(|(version, paragraph)| wording::paragraph(version, paragraph, interface));
    let address = divergence.first.paragraph.map(|paragraph| format!("#{paragraph}"));
    let place = label.map(|label| match &address {
        Some(address) => element("a", &[("href", Some(address.as_str()))], [text(&label)]),
        None => text(&label),
    });
    let place = place.into_iter().flat_map(|place| [place, text(" · ")]).chain([kind]);
    let place = element("p", &[("class", Some("kind"))], place);
    let sides = [(letter, &divergence.first)].into_iter().chain(others.iter().copied());
    let sides = sides.filter_map(|(version, side)| said(version, side, divergence.kind, interface));
    element("li", &[], [place].into_iter().chain(sides))
}

/// The words of one version, with its language. Nothing for the version that has the paragraph which another lacks.
fn said(version: &ReadLetter, side: &Side, kind: DivergenceKind, interface: Interface) -> Option<Html> {
    let language = version.language();
    let facts: Vec<String> = side.facts.iter().map(|fact| fact.text.clone()).collect();
    let words = match kind {
        DivergenceKind::Missing if side.segments.is_empty() => text(Message::NoPartner.text(interface)),
        DivergenceKind::Missing => return None,
        DivergenceKind::Facts(_) if facts.is_empty() => text("–"),
        DivergenceKind::Facts(_) => {
            let attributes = [("lang", language.map(Language::tag))];
            element("bdi", &attributes, [text(&facts.join(" · "))])
        }
    };
    Some(element("p", &[], [called("span", language), text(": "), words]))
}

const fn kind(kind: DivergenceKind) -> Message {
    match kind {
        DivergenceKind::Missing => Message::OnlyInOne,
        DivergenceKind::Facts(FactKind::Citation) => Message::Citation,
        DivergenceKind::Facts(FactKind::Date) => Message::Date,
        DivergenceKind::Facts(FactKind::Address) => Message::Address,
        DivergenceKind::Facts(FactKind::Phone) => Message::Phone,
        DivergenceKind::Facts(FactKind::Number) => Message::Number,
    }
}
