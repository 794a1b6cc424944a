//! The receipt holds for any document: each character of the file is in the Markdown or in a list of what was dropped.

use crate::support::{File, checked, field, item, list, p, p_with, run_with, table};
use proptest::prelude::*;
use word::{Unaccepted, read};

/// A piece of a document, with the number of its characters.
#[derive(Clone, Debug)]
struct Piece {
    xml: String,
    characters: usize,
}

fn piece(xml: impl Into<String>, characters: usize) -> Piece {
    Piece { xml: xml.into(), characters }
}

fn joined(pieces: &[Piece]) -> Piece {
    piece(
        pieces.iter().map(|piece| piece.xml.as_str()).collect::<String>(),
        pieces.iter().map(|piece| piece.characters).sum(),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn text() -> impl Strategy<Value = String> {
    let words = [
        "Ref.:",
        " ",
        "  ",
        "1. ",
        "- ",
        "# ",
        "*a*",
        "_b_",
        "[x](y)",
        "|",
        "<b>",
        "&amp;",
        "CL-20/43",
        "ß",
        "第一",
        "مرحبا",
        "\u{A0}",
        "`",
        "^",
        "~~",
        "\\",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..4).prop_map(|words| words.concat())
}

/// What may stand in a run.
fn run_content() -> impl Strategy<Value = Piece> {
    prop_oneof![
        6 => text().prop_map(|text| piece(format!("<w:t xml:space='preserve'>{}</w:t>", escaped(&text)), text.chars().count())),
        1 => prop::sample::select(vec!["<w:tab/>", "<w:br/>", "<w:cr/>", "<w:noBreakHyphen/>", "<w:br w:type='page'/>", "<w:sym w:font='Symbol' w:char='F0B0'/>", "<w:sym w:font='Webdings' w:char='F0B0'/>"])
            .prop_map(|xml| piece(xml, 1)),
        1 => Just(piece("<w:softHyphen/><w:lastRenderedPageBreak/>", 0)),
        1 => text().prop_map(|text| piece(format!("<w:delText>{}</w:delText>", escaped(&text)), text.chars().count())),
    ]
}

fn any_run() -> impl Strategy<Value = Piece> {
    let properties = prop::sample::subsequence(
        vec![
            "<w:b/>",
            "<w:i/>",
            "<w:caps/>",
            "<w:strike/>",
            "<w:vanish/>",
            "<w:vertAlign w:val='superscript'/>",
        ],
        0..3,
    );
    (properties, prop::collection::vec(run_content(), 0..4)).prop_map(|(properties, content)| {
        let content = joined(&content);
        piece(format!("<w:r><w:rPr>{}</w:rPr>{}</w:r>", properties.concat(), content.xml), content.characters)
    })
}

/// What may stand in a paragraph.
fn inline() -> impl Strategy<Value = Piece> {
    any_run().prop_recursive(3, 12, 3, |inner| {
        let several = prop::collection::vec(inner, 0..3).prop_map(|pieces| joined(&pieces));
        (several, 0..8_u8).prop_map(|(inner, kind)| {
            let xml = match kind {
                0 => format!("<w:ins w:id='1'>{}</w:ins>", inner.xml),
                1 => format!("<w:del w:id='1'>{}</w:del>", inner.xml),
                2 => format!("<w:moveFrom w:id='1'>{}</w:moveFrom>", inner.xml),
                3 => format!("<w:hyperlink r:id='link1'>{}</w:hyperlink>", inner.xml),
                4 => field(" HYPERLINK \"https://a.int\" ", &inner.xml),
                5 => format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", inner.xml),
                6 => format!("<w:unknown>{}</w:unknown>", inner.xml),
                _ => format!(
                    "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>",
                    p(&inner.xml)
                ),
            };
            piece(xml, inner.characters)
        })
    })
}

fn paragraph() -> impl Strategy<Value = Piece> {
    (prop::collection::vec(inline(), 0..4), 0..6_u8).prop_map(|(content, kind)| {
        let content = joined(&content);
        let properties = match kind {
            0 => "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>",
            1 => "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='2'/></w:numPr>",
            2 => "<w:outlineLvl w:val='1'/>",
            3 => "<w:rPr><w:del w:id='1'/></w:rPr>",
            _ => "<w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs>",
        };
        piece(p_with(properties, &content.xml), content.characters)
    })
}

fn block() -> impl Strategy<Value = Piece> {
    paragraph().prop_recursive(2, 8, 3, |inner| {
        let cell = (prop::collection::vec(inner, 1..3), 0..4_u8)
            .prop_map(|(blocks, merge)| (joined(&blocks), merge));
        prop::collection::vec(prop::collection::vec(cell, 1..4), 1..4).prop_map(|rows| {
            let characters = rows.iter().flatten().map(|(content, _)| content.characters).sum();
            let rows: Vec<Vec<(String, String)>> = rows
                .iter()
                .map(|cells| {
                    let properties = |merge: u8| match merge {
                        0 => "<w:gridSpan w:val='2'/>",
                        1 => "<w:vMerge w:val='restart'/>",
                        2 => "<w:vMerge/>",
                        _ => "",
                    };
                    cells
                        .iter()
                        .map(|(content, merge)| (properties(*merge).to_owned(), content.xml.clone()))
                        .collect()
                })
                .collect();
            let rows: Vec<Vec<(&str, &str)>> = rows
                .iter()
                .map(|cells| cells.iter().map(|(one, other)| (one.as_str(), other.as_str())).collect())
                .collect();
            let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
            piece(table(&rows), characters)
        })
    })
}

fn file(blocks: &[Piece]) -> (File, usize) {
    let all = joined(blocks);
    let numbering = list(1, &[("decimal", "%1.")]) + &list(2, &[("bullet", "-"), ("bullet", "-")]);
    (File::new(&all.xml).with_numbering(&numbering).with_link("hyperlink", "https://a.int/x"), all.characters)
}

proptest! {
    #[test]
    fn every_character_is_in_the_markdown_or_in_a_list(blocks in prop::collection::vec(block(), 0..6)) {
        let (file, characters) = file(&blocks);
        let imported = checked(read(&file.bytes(), Unaccepted::Accepted).unwrap());
        prop_assert_eq!(imported.receipt.characters, characters);
    }

    #[test]
    fn the_same_file_gives_the_same_bytes(blocks in prop::collection::vec(block(), 0..3)) {
        let (file, _) = file(&blocks);
        prop_assert_eq!(read(&file.bytes(), Unaccepted::Accepted), read(&file.bytes(), Unaccepted::Accepted));
    }
}

#[test]
fn the_words_of_a_letter_are_in_their_order() {
    let body = [
        item(1, 0, "one"),
        p(&run_with("<w:b/>", "two")),
        table(&[&[("", p(&run_with("", "three")).as_str()), ("", "<w:p/>")]]),
    ];
    let file = File::new(&body.concat()).with_numbering(&list(1, &[("decimal", "%1.")]));
    let markdown = file.markdown();
    let places: Vec<usize> =
        ["one", "two", "three"].iter().map(|word| markdown.find(word).unwrap()).collect();
    assert!(places.is_sorted(), "{markdown}");
}
