//! Formulas (ISO/IEC 29500-1, 22.1) as text in one line.
//!
//! What Word draws says part of what a formula means: 10 with a raised 6 is a million, and not 106. So powers are raised, fractions have a
//! stroke, and the brackets and signs that only the structure implies are written.

use crate::characters;
use crate::document::{Inline, Kind, Marks};
use crate::markup::Element;
use crate::styles::Height;

/// The formula, in order.
pub(crate) fn inlines(formula: &Element) -> Vec<Inline> {
    let mut writer = Writer::default();
    writer.all(formula);
    writer.inlines
}

#[derive(Default)]
struct Writer {
    inlines: Vec<Inline>,
    height: Height,
}

impl Writer {
    fn push(&mut self, kind: Kind) {
        let marks = Marks { height: self.height, ..Marks::default() };
        self.inlines.push(Inline { kind, marks, link: None });
    }

    /// A sign that the file does not have as a character.
    fn sign(&mut self, sign: &str) {
        self.push(Kind::Sign(sign.to_owned()));
    }

    fn all(&mut self, element: &Element) {
        element.children().for_each(|child| self.one(child));
    }

    fn one(&mut self, element: &Element) {
        let value = |name: &str| {
            element.children().next().and_then(|properties| Some(properties.child(name)?.attribute("m:val")))
        };
        match &*element.name {
            _ if element.children().next().is_none() => {
                let text = characters::of(element);
                if !text.is_empty() {
                    self.push(Kind::Text(text));
                }
            }
            "m:f" => {
                self.group(element.child("m:num"));
                self.sign("/");
                self.group(element.child("m:den"));
            }
            "m:rad" => {
                self.at(Height::Raised, element.child("m:deg"));
                self.sign("√");
                self.group(element.child("m:e"));
            }
            "m:nary" => {
                self.sign(value("m:chr").flatten().unwrap_or("∫"));
                self.all(element);
            }
            "m:d" => {
                self.sign(value("m:begChr").map_or("(", Option::unwrap_or_default));
                for (number, part) in element.children().filter(|child| child.is("m:e")).enumerate() {
                    if number > 0 {
                        self.sign(value("m:sepChr").map_or("|", Option::unwrap_or_default));
                    }
                    self.all(part);
                }
                self.sign(value("m:endChr").map_or(")", Option::unwrap_or_default));
            }
            "m:acc" => {
                self.all(element);
                self.sign(value("m:chr").flatten().unwrap_or("\u{302}"));
            }
            "m:sup" => self.at(Height::Raised, Some(element)),
            "m:sub" | "m:lim" => self.at(Height::Lowered, Some(element)),
            "m:mr" => {
                self.all(element);
                self.sign("; ");
            }
            _ => self.all(element),
        }
    }

    fn at(&mut self, height: Height, element: Option<&Element>) {
        let outer = std::mem::replace(&mut self.height, height);
        element.into_iter().for_each(|element| self.all(element));
        self.height = outer;
    }

    /// A part in brackets, unless it is a number or a name.
    fn group(&mut self, part: Option<&Element>) {
        let Some(part) = part else { return };
        let is_one = characters::of(part).chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | ','));
        if !is_one {
            self.sign("(");
        }
        self.all(part);
        if !is_one {
            self.sign(")");
        }
    }
}
