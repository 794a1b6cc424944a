//! The names of the kinds of segments in a record.

use crate::letter::{ParagraphNumber, Role, SegmentKind};

/// The roles of the parts that are a segment each, with their names. The others only occur in segments of several parts.
const ROLES: [(Role, &str); 11] = [
    (Role::Status, "status"),
    (Role::Letterhead, "letterhead"),
    (Role::Addressees, "addressees"),
    (Role::Copies, "copies"),
    (Role::Subject, "subject"),
    (Role::Salutation, "salutation"),
    (Role::Closing, "closing"),
    (Role::AnnexList, "annex-list"),
    (Role::AnnexTitle, "annex-title"),
    (Role::Annex, ANNEX),
    (Role::Furniture, "furniture"),
];

/// The name of a paragraph of an annex.
const ANNEX: &str = "annex";

/// The name of any other segment.
const OTHER: &str = "other";

/// The name of the kind.
pub(super) fn name(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Issuance => "issuance",
        SegmentKind::Particulars => "particulars",
        SegmentKind::Signature => "signature",
        SegmentKind::Paragraph(ParagraphNumber { annex: Some(_), .. }) => ANNEX,
        SegmentKind::Paragraph(_) => "paragraph",
        SegmentKind::AnnexHeading(_) => "annex-heading",
        SegmentKind::Other(role) => {
            ROLES.iter().find(|(known, _)| *known == role).map_or(OTHER, |(_, name)| name)
        }
    }
}

/// The kind with the name, and the number where it has one. `annex` is the number of the last heading of an annex.
pub(super) fn kind(name: &str, number: Option<usize>, annex: usize) -> SegmentKind {
    match (name, number) {
        ("issuance", _) => SegmentKind::Issuance,
        ("particulars", _) => SegmentKind::Particulars,
        ("signature", _) => SegmentKind::Signature,
        ("paragraph", Some(number)) => SegmentKind::Paragraph(ParagraphNumber { annex: None, number }),
        (ANNEX, Some(number)) => SegmentKind::Paragraph(ParagraphNumber { annex: Some(annex), number }),
        ("annex-heading", Some(number)) => SegmentKind::AnnexHeading(number),
        _ => {
            let role = ROLES.iter().find(|(_, known)| *known == name);
            SegmentKind::Other(role.map_or(Role::Other, |(role, _)| *role))
        }
    }
}
