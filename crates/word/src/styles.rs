//! Styles: what paragraphs and runs inherit (ECMA-376, part 1, 17.7).

use std::collections::BTreeMap;

use crate::markup::Element;

/// The properties of a run that show, each as far as it is written: on, off, or inherited.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RunProperties {
    pub(crate) is_bold: Option<bool>,
    pub(crate) is_italic: Option<bool>,
    pub(crate) is_struck: Option<bool>,
    pub(crate) is_hidden: Option<bool>,
    pub(crate) is_in_capitals: Option<bool>,
    pub(crate) height: Option<Height>,
}

/// How high letters stand on the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Height {
    #[default]
    OnLine,
    Raised,
    Lowered,
}

impl RunProperties {
    /// The properties in `w:rPr`.
    pub(crate) fn of(properties: Option<&Element>) -> Self {
        let Some(properties) = properties else { return Self::default() };
        let height = match properties.value("w:vertAlign") {
            Some("superscript") => Some(Height::Raised),
            Some("subscript") => Some(Height::Lowered),
            Some(_) => Some(Height::OnLine),
            None => None,
        };
        let is = |name: &str| properties.child(name).map(is_on);
        Self {
            is_bold: is("w:b").or_else(|| is("w:bCs").filter(|_| is("w:rtl") == Some(true))),
            is_italic: is("w:i"),
            is_struck: is("w:strike").or_else(|| is("w:dstrike")),
            is_hidden: is("w:vanish"),
            is_in_capitals: is("w:caps"),
            height,
        }
    }

    /// These, and for the rest those of the other.
    const fn or(self, other: Self) -> Self {
        const fn either<T: Copy>(one: Option<T>, other: Option<T>) -> Option<T> {
            match one {
                Some(_) => one,
                None => other,
            }
        }
        Self {
            is_bold: either(self.is_bold, other.is_bold),
            is_italic: either(self.is_italic, other.is_italic),
            is_struck: either(self.is_struck, other.is_struck),
            is_hidden: either(self.is_hidden, other.is_hidden),
            is_in_capitals: either(self.is_in_capitals, other.is_in_capitals),
            height: either(self.height, other.height),
        }
    }

    /// Where the styles of paragraph and run both turn something on, it is off again (17.7.3).
    fn toggled(paragraph: Self, run: Self) -> Self {
        let toggle = |one: Option<bool>, other: Option<bool>| match (one, other) {
            (Some(one), Some(other)) => Some(one != other),
            (one, other) => one.or(other),
        };
        Self {
            is_bold: toggle(paragraph.is_bold, run.is_bold),
            is_italic: toggle(paragraph.is_italic, run.is_italic),
            is_struck: toggle(paragraph.is_struck, run.is_struck),
            is_hidden: toggle(paragraph.is_hidden, run.is_hidden),
            is_in_capitals: toggle(paragraph.is_in_capitals, run.is_in_capitals),
            height: run.height.or(paragraph.height),
        }
    }
}

/// Whether the property is on: it is, unless its value says that it is not.
pub(crate) fn is_on(property: &Element) -> bool {
    !matches!(property.attribute("w:val"), Some("0" | "false" | "off" | "none"))
}

/// Where a paragraph stands in a list: the number of the list, and the level, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct ListPlace {
    pub(crate) list: Option<u32>,
    pub(crate) level: Option<usize>,
}

impl ListPlace {
    fn of(properties: Option<&Element>) -> Self {
        let place = properties.and_then(|properties| properties.child("w:numPr"));
        let value = |name| place?.value(name)?.parse().ok();
        Self { list: value("w:numId"), level: value("w:ilvl").and_then(|level| usize::try_from(level).ok()) }
    }

    fn or(self, other: Self) -> Self {
        Self { list: self.list.or(other.list), level: self.level.or(other.level) }
    }
}

/// A style as it is written.
#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    run: RunProperties,
    place: ListPlace,
    /// The level of a heading, from 0.
    outline: Option<u8>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default_paragraph: Option<String>,
    /// The level of each list that a style of paragraphs names.
    of_levels: BTreeMap<String, (u32, usize)>,
}

/// The longest chain of styles, each based on the next.
const LONGEST_CHAIN: usize = 32;

impl Styles {
    /// The styles in the part.
    pub(crate) fn of(root: Option<&Element>) -> Self {
        let mut styles = Self::default();
        for style in root.into_iter().flat_map(Element::children).filter(|child| child.is("w:style")) {
            let Some(id) = style.attribute("w:styleId") else { continue };
            let is_default =
                style.attribute("w:default").is_some_and(|value| matches!(value, "1" | "true" | "on"));
            if is_default && style.attribute("w:type") == Some("paragraph") {
                styles.default_paragraph = Some(id.to_owned());
            }
            let paragraph = style.child("w:pPr");
            let outline = paragraph.and_then(|properties| properties.value("w:outlineLvl"));
            styles.styles.insert(
                id.to_owned(),
                Style {
                    based_on: style.value("w:basedOn").map(str::to_owned),
                    run: RunProperties::of(style.child("w:rPr")),
                    place: ListPlace::of(paragraph),
                    outline: outline.and_then(|level| level.parse().ok()).filter(|level| *level < 9),
                },
            );
        }
        styles
    }

    /// Tells which levels of lists are those of styles of paragraphs (17.9.23).
    pub(crate) fn set_levels(&mut self, levels: BTreeMap<String, (u32, usize)>) {
        self.of_levels = levels;
    }

    /// The style and those that it is based on, the nearest first.
    fn chain(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = id.and_then(|id| self.styles.get(id));
        std::iter::successors(first, |style| self.styles.get(style.based_on.as_deref()?)).take(LONGEST_CHAIN)
    }

    fn of_paragraph<'a>(&'a self, properties: Option<&'a Element>) -> Option<&'a str> {
        properties.and_then(|properties| properties.value("w:pStyle")).or(self.default_paragraph.as_deref())
    }

    /// The place in a list, of the paragraph itself or of its style.
    pub(crate) fn place(&self, properties: Option<&Element>) -> ListPlace {
        let own = ListPlace::of(properties);
        let id = self.of_paragraph(properties);
        let place = self.chain(id).fold(own, |place, style| place.or(style.place));
        match id.and_then(|id| self.of_levels.get(id)) {
            Some((_, level)) if own.level.is_none() => ListPlace { level: Some(*level), ..place },
            _ => place,
        }
    }

    /// The level of the heading that the paragraph is, from 1.
    pub(crate) fn heading(&self, properties: Option<&Element>) -> Option<u8> {
        let own = properties.and_then(|properties| properties.value("w:outlineLvl"));
        let own = own.and_then(|level| level.parse::<u8>().ok());
        let level = own.or_else(|| self.chain(self.of_paragraph(properties)).find_map(|style| style.outline));
        level.filter(|level| *level < 9).map(|level| level + 1)
    }

    /// The properties of a run in a paragraph.
    pub(crate) fn run(&self, paragraph: Option<&Element>, run: Option<&Element>) -> RunProperties {
        let of_chain = |id| self.chain(id).fold(RunProperties::default(), |all, style| all.or(style.run));
        let of_paragraph = of_chain(self.of_paragraph(paragraph));
        let of_run = of_chain(run.and_then(|properties| properties.value("w:rStyle")));
        RunProperties::of(run).or(RunProperties::toggled(of_paragraph, of_run))
    }
}
