//! The segments of a letter: groups of parts that are shown, and compared with other versions, as one.
//!
//! Most parts are a segment of their own. Parts that belong together on the page form one: the line across the head,
//! the labels with their values, the signature.

use std::ops::Range;

use super::numbering::{Counter, ParagraphNumber};
use super::parts::{Part, Role};

/// A segment of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Segment {
    /// Its kind.
    pub kind: SegmentKind,
    /// The indices of its parts in the letter.
    pub parts: Range<usize>,
}

/// The kind of a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum SegmentKind {
    /// The issuer, the place and the date.
    Issuance,
    /// Labels and their values: reference, unit, contact.
    Particulars,
    /// The mark that the original is signed, name and title.
    Signature,
    /// A block of the body or of an annex, with its number.
    Paragraph(ParagraphNumber),
    /// The heading of an annex, with its number from 1.
    AnnexHeading(usize),
    /// Any other part, with its role.
    Other(Role),
}

impl SegmentKind {
    /// The number of the segment among the paragraphs, if it is one.
    pub const fn paragraph(self) -> Option<ParagraphNumber> {
        match self {
            Self::Paragraph(number) => Some(number),
            _ => None,
        }
    }
}

/// The segments of the parts, in the order of the text. Every part is in one of them.
pub(super) fn of(parts: &[Part]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let mut counter = Counter::default();
    for (index, part) in parts.iter().enumerate() {
        if let Some(kind) = joined_kind(part)
            && let Some(last) = segments.last_mut()
            && last.kind == kind
        {
            last.parts.end = index + 1;
            continue;
        }
        let number = counter.next(part.role);
        let kind = joined_kind(part).or(number.map(SegmentKind::Paragraph));
        let kind = kind.unwrap_or(match part.role {
            Role::AnnexHeading => SegmentKind::AnnexHeading(counter.annexes),
            role => SegmentKind::Other(role),
        });
        segments.push(Segment { kind, parts: index..index + 1 });
    }
    segments
}

/// The kind of segment that the part forms with its neighbours, if any.
const fn joined_kind(part: &Part) -> Option<SegmentKind> {
    match part.role {
        Role::Union | Role::Issuer | Role::PlaceAndDate => Some(SegmentKind::Issuance),
        Role::Reference
        | Role::Unit
        | Role::Contact
        | Role::Phone
        | Role::Fax
        | Role::Email
        | Role::Particular => Some(SegmentKind::Particulars),
        Role::Signed | Role::Signatory | Role::SignatoryTitle => Some(SegmentKind::Signature),
        _ => None,
    }
}
