//! The segments of a letter: the stretches of it that are shown, and compared with other versions, as one.
//!
//! Most parts are a segment of their own. Those that stand together on the page are one: the line across the head, the labels with their
//! values, the signature.

use std::ops::Range;

use super::parts::{Part, Role};

/// A segment of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// Which of the letter's parts it has.
    pub parts: Range<usize>,
}

/// What a segment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// Who issues the letter, where and when.
    Issuance,
    /// Labels and their values: reference, unit, contact.
    Particulars,
    /// The mark that the original is signed, name and title.
    Signature,
    /// A block of the text proper, with its number from 1.
    Paragraph(usize),
    /// The heading of an annex, with its number from 1.
    AnnexHeading(usize),
    /// Any other part, which plays the role.
    Other(Role),
}

impl SegmentKind {
    /// The number of the paragraph of the body that the segment is.
    pub const fn paragraph(self) -> Option<usize> {
        match self {
            Self::Paragraph(number) => Some(number),
            _ => None,
        }
    }
}

/// The segments of the parts, in the order of the text. Every part is in one of them.
pub(super) fn of(parts: &[Part]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    let (mut paragraphs, mut annexes) = (0, 0);
    for (index, part) in parts.iter().enumerate() {
        if let Some(kind) = joined_kind(part)
            && let Some(last) = segments.last_mut()
            && last.kind == kind
        {
            last.parts.end = index + 1;
            continue;
        }
        let kind = joined_kind(part).unwrap_or_else(|| match part.role {
            Role::Body => {
                paragraphs += 1;
                SegmentKind::Paragraph(paragraphs)
            }
            Role::AnnexHeading => {
                annexes += 1;
                SegmentKind::AnnexHeading(annexes)
            }
            role => SegmentKind::Other(role),
        });
        segments.push(Segment { kind, parts: index..index + 1 });
    }
    segments
}

/// The kind of segment that the part makes with its neighbours.
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
