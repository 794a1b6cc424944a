//! Revisions that nobody has accepted or rejected, and comments.

use crate::markup::Element;
use crate::receipt::Revisions;

/// The revisions in the part.
pub(crate) fn of(root: &Element) -> Revisions {
    let mut found = Revisions::default();
    count(root, &mut found);
    found
}

fn count(element: &Element, found: &mut Revisions) {
    for child in element.children() {
        match &*child.name {
            "w:ins" | "w:cellIns" => found.insertions += 1,
            "w:del" | "w:cellDel" | "w:cellMerge" => found.deletions += 1,
            "w:moveFrom" => found.moves += 1,
            "w:rPrChange" | "w:pPrChange" | "w:tblPrChange" | "w:tblGridChange" | "w:trPrChange"
            | "w:tcPrChange" | "w:sectPrChange" | "w:numberingChange" | "w:tblPrExChange" => {
                found.formats += 1
            }
            "w:commentReference" => found.comments += 1,
            _ => {}
        }
        count(child, found);
    }
}

/// Whether the property of a paragraph's mark, or of a row, says that it is deleted or was moved away.
pub(crate) fn is_deleted(properties: Option<&Element>) -> bool {
    properties.is_some_and(|properties| {
        properties.child("w:del").is_some() || properties.child("w:moveFrom").is_some()
    })
}
