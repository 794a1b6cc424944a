//! Files that have been changed at random: they are read or refused, and the receipt of those that are read holds.

use proptest::prelude::*;
use word::{Unaccepted, read};

use crate::support::{checked, field, item, line, list, p, p_with, run, run_with, table, zipped};

const NAMESPACES: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:v='urn:schemas-microsoft-com:vml'";

/// What is put in the place of other things.
const PIECES: [&str; 18] = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tc>",
    "<w:del w:id='1'>",
    "</w:del>",
    "<w:fldChar w:fldCharType='end'/>",
    "<w:gridSpan w:val='63'/>",
    "<w:vMerge/>",
    "&#x10FFFF;",
    "w:val='-1'",
    "4294967295",
    "<w:txbxContent>",
    "\u{0}",
];

/// A document with most constructs.
fn document() -> String {
    let body = [
        line("Ref.: CL-24/77"),
        item(1, 0, "one"),
        item(1, 1, "a"),
        p(&field(" HYPERLINK \"https://a.int\" ", &run("link"))),
        p_with("<w:rPr><w:del w:id='1'/></w:rPr>", &run_with("<w:b/><w:caps/>", "half")),
        p(
            "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>",
        ),
        table(&[
            &[("<w:gridSpan w:val='2'/>", "<w:p/>"), ("<w:vMerge w:val='restart'/>", line("x").as_str())],
            &[("", "<w:p/>"), ("", "<w:p/>"), ("<w:vMerge/>", line("y").as_str())],
        ]),
        p(
            "<w:r><w:t>note</w:t><w:footnoteReference w:id='1'/><w:sym w:font='Symbol' w:char='F0B0'/><w:tab/><w:br/></w:r>",
        ),
    ];
    format!("<w:document {NAMESPACES}><w:body>{}</w:body></w:document>", body.concat())
}

fn file(document: &str) -> Vec<u8> {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relationships = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
         <Relationship Id='a' Type='{types}/numbering' Target='numbering.xml'/></Relationships>"
    );
    let numbering = format!(
        "<w:numbering {NAMESPACES}>{}</w:numbering>",
        list(1, &[("decimal", "%1."), ("bullet", "-")])
    );
    let parts = [
        ("word/document.xml", document.to_owned()),
        ("word/numbering.xml", numbering),
        ("word/_rels/document.xml.rels", relationships),
    ];
    zipped(parts.into_iter().map(|(name, content)| (name.to_owned(), content.into_bytes())))
}

/// The text with a piece in the place of a stretch, both at the boundaries of characters.
fn changed(text: &str, (place, length, piece): &(prop::sample::Index, usize, usize)) -> String {
    let start = text.floor_char_boundary(place.index(text.len() + 1));
    let end = text.floor_char_boundary((start + length).min(text.len()));
    let piece = PIECES.get(*piece).copied().unwrap_or_default();
    format!("{}{piece}{}", text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default())
}

proptest! {
    #[test]
    fn changed_markup_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), 0..40_usize, 0..=PIECES.len()), 1..6)) {
        let document = changes.iter().fold(document(), |document, change| changed(&document, change));
        if let Ok(imported) = read(&file(&document), Unaccepted::Accepted) {
            checked(imported);
        }
    }

    #[test]
    fn changed_bytes_are_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20)) {
        let mut bytes = file(&document());
        for (place, byte) in &changes {
            let place = place.index(bytes.len());
            if let Some(changed) = bytes.get_mut(place) {
                *changed = *byte;
            }
        }
        if let Ok(imported) = read(&bytes, Unaccepted::Accepted) {
            checked(imported);
        }
    }
}
