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
            "m:m" => self.joined(element, "m:mr", "; "),
            "m:mr" => self.joined(element, "m:e", ", "),
            "m:eqArr" => self.joined(element, "m:e", "; "),
            "m:func" => {
                element.child("m:fName").into_iter().for_each(|name| self.all(name));
                self.sign(" ");
                element.child("m:e").into_iter().for_each(|of| self.all(of));
            }
            _ => self.all(element),
        }
    }

    /// The parts with the name, with a sign between them.
    fn joined(&mut self, element: &Element, name: &str, between: &str) {
        for (number, part) in element.children().filter(|child| child.is(name)).enumerate() {
            if number > 0 {
                self.sign(between);
            }
            self.one_of(part);
        }
    }

    /// A part of a matrix or of a list of equations: a row, or what is in it.
    fn one_of(&mut self, part: &Element) {
        if part.is("m:mr") { self.one(part) } else { self.all(part) }
    }

    fn at(&mut self, height: Height, element: Option<&Element>) {
        let Some(element) = element else { return };
        // Text has two heights and no more: the power of a power is in brackets.
        if self.height != Height::OnLine {
            self.sign(if height == Height::Raised { "^(" } else { "_(" });
            self.all(element);
            return self.sign(")");
        }
        self.height = height;
        self.all(element);
        self.height = Height::OnLine;
    }

    /// A part in brackets, unless it is a number or one letter.
    fn group(&mut self, part: Option<&Element>) {
        let Some(part) = part else { return };
        let text = characters::of(part);
        let is_number = text.chars().all(|c| c.is_numeric() || matches!(c, '.' | ','));
        let is_plain = part.children().all(|child| child.is("m:r") || child.name.ends_with("Pr"));
        let is_one = is_plain && (is_number || text.chars().count() == 1);
        if !is_one {
            self.sign("(");
        }
        self.all(part);
        if !is_one {
            self.sign(")");
        }
    }
}
