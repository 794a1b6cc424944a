//! The tree of each Markdown construct.

use super::read;
use crate::diagnostic::Code;
use crate::text::passage::plain_text;
use crate::text::tree::{Block, BlockKind, Inline, Line, Marker};

fn blocks(source: &str) -> Vec<Block> {
    read(source, &mut Vec::new())
}

fn paragraph(block: &Block) -> Vec<String> {
    match &block.kind {
        BlockKind::Paragraph(lines) => lines.iter().map(Line::plain).collect(),
        other => panic!("{other:?} is no paragraph"),
    }
}

#[test]
fn strong_text_over_two_lines_is_strong_in_both() {
    let [block] = &blocks("**One  \ntwo**")[..] else { panic!("one block") };
    let BlockKind::Paragraph(lines) = &block.kind else { panic!("a paragraph") };
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| matches!(line.content[..], [Inline::Strong(_)])));
}

#[test]
fn the_source_says_where_each_text_stands() {
    let source = "À *Genève*";
    let [block] = &blocks(source)[..] else { panic!("one block") };
    let BlockKind::Paragraph(lines) = &block.kind else { panic!("a paragraph") };
    let Inline::Emphasis(content) = &lines[0].content[1] else { panic!("emphasis") };
    let Inline::Text { span, .. } = &content[0] else { panic!("text") };
    assert_eq!(source.get(span.clone()), Some("Genève"));
}

#[test]
fn raw_html_is_kept_as_the_text_that_it_is() {
    let [block] = &blocks("<script>alert(1)</script>")[..] else { panic!("one block") };
    assert_eq!(paragraph(block), ["<script>alert(1)</script>"]);
    let [block] = &blocks("a <mark>c</mark>")[..] else { panic!("one block") };
    assert_eq!(paragraph(block), ["a <mark>c</mark>"]);
}

#[test]
fn a_chinese_label_in_bold_is_strong_though_markdown_leaves_its_asterisks() {
    let [block] = &blocks("**文号：**CL-20/43 ** alone")[..] else { panic!("one block") };
    let BlockKind::Paragraph(lines) = &block.kind else { panic!("a paragraph") };
    assert!(matches!(lines[0].content[0], Inline::Strong(_)));
    assert_eq!(paragraph(block), ["文号：CL-20/43 ** alone"]);
}

#[test]
fn html_that_stands_for_what_markdown_lacks_is_understood() {
    let [block] = &blocks("one<br>two N<sup>o</sup> 3<sup>x")[..] else { panic!("one block") };
    let BlockKind::Paragraph(lines) = &block.kind else { panic!("a paragraph") };
    assert_eq!(paragraph(block), ["one", "two No 3x"]);
    assert!(matches!(lines[1].content[1], Inline::Raised(_)));
    assert!(matches!(lines[1].content[3], Inline::Raised(_)));
}

#[test]
fn elements_around_a_text_are_no_words_of_it() {
    for source in ["<u>Ref.:</u> <b>CL-26/907</b>", "<p align=\"left\"><u>Ref.:</u>\n<b>CL-26/907</b></p>"] {
        let [block] = &blocks(source)[..] else { panic!("one block") };
        assert_eq!(paragraph(block), ["Ref.: CL-26/907"], "{source}");
    }
    let [block] = &blocks("<figure>\n<TABLE><tr><td>10<sup>6</sup></td></tr></TABLE></figure>")[..] else {
        panic!("one block")
    };
    assert!(matches!(block.kind, BlockKind::Table { .. }));
}

#[test]
fn the_items_of_a_numbered_list_keep_their_numbers() {
    let [block] = &blocks("3) three\n\n7) seven")[..] else { panic!("one block") };
    let BlockKind::List { marker: Marker::NumberInBracket, items } = &block.kind else { panic!("a list") };
    assert_eq!(items.iter().map(|item| item.number).collect::<Vec<_>>(), [Some(3), Some(7)]);
    assert!(items.iter().all(|item| item.apart));
}

#[test]
fn an_image_is_kept_as_its_description() {
    let [block] = &blocks("![The seal](seal.png)")[..] else { panic!("one block") };
    assert_eq!(paragraph(block), ["The seal"]);
}

#[test]
fn the_items_of_a_tight_list_are_paragraphs() {
    let [block] = &blocks("- one\n- two\n  - three")[..] else { panic!("one block") };
    let BlockKind::List { marker: Marker::Bullet, items } = &block.kind else { panic!("a list") };
    assert_eq!(items.len(), 2);
    assert_eq!(paragraph(&items[1].blocks[0]), ["two"]);
    assert!(matches!(items[1].blocks[1].kind, BlockKind::List { .. }));
}

#[test]
fn a_table_has_a_head_and_rows() {
    let [block] = &blocks("| a | b |\n|---|---|\n| c | d |\n")[..] else { panic!("one block") };
    let BlockKind::Table { head, rows } = &block.kind else { panic!("a table") };
    assert_eq!(head.iter().map(|cell| plain_text(&cell.lines)).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(rows.len(), 1);
    assert_eq!(plain_text(&rows[0][1].lines), "d");
}

#[test]
fn cells_beyond_those_of_the_head_are_kept_with_their_mark_up() {
    let source = "| a |\n|---|\n| b | **c** d \\| e | # f |\n| g |";
    let [block] = &blocks(source)[..] else { panic!("one block") };
    let BlockKind::Table { rows, .. } = &block.kind else { panic!("a table") };
    let row: Vec<String> = rows[0].iter().map(|cell| plain_text(&cell.lines)).collect();
    assert_eq!(row, ["b", "c d | e", "# f"]);
    let strong = &rows[0][1].lines[0].content[0];
    let Inline::Strong(content) = strong else { panic!("strong text") };
    let Inline::Text { span, .. } = &content[0] else { panic!("text") };
    assert_eq!(source.get(span.clone()), Some("c"));
    assert_eq!(rows[1].len(), 1);
}

#[test]
fn words_behind_the_ticks_of_a_fence_are_its_first_line() {
    let source = "```Note to all\ntext\n```";
    let [block] = &blocks(source)[..] else { panic!("one block") };
    let BlockKind::Preformatted(lines) = &block.kind else { panic!("preformatted text") };
    assert_eq!(lines.iter().map(Line::plain).collect::<Vec<_>>(), ["Note to all", "text"]);
    assert_eq!(lines[0].span().and_then(|span| source.get(span)), Some("Note to all"));
    // An old Macintosh ends its lines with a carriage return.
    let source = "```Note\rétext";
    let [block] = &blocks(source)[..] else { panic!("one block") };
    let BlockKind::Preformatted(lines) = &block.kind else { panic!("preformatted text") };
    assert_eq!(lines[0].span().and_then(|span| source.get(span)), Some("Note"));
}

#[test]
fn a_null_is_a_replacement_mark() {
    let [block] = &blocks("a\0b")[..] else { panic!("one block") };
    assert_eq!(paragraph(block), ["a\u{fffd}b"]);
}

#[test]
fn a_line_that_only_looks_like_the_definition_of_a_link_is_text() {
    let blocks = blocks("Before\n\n[Note]: later\n\nAfter [this][1]\n\n[1]: https://www.itu.int");
    assert_eq!(
        blocks.iter().map(|block| paragraph(block).join("")).collect::<Vec<_>>(),
        ["Before", "[Note]: later", "After this"]
    );
}

#[test]
fn a_source_nested_without_end_is_flattened_and_keeps_its_text() {
    let mut diagnostics = Vec::new();
    let blocks = read(&("> ".repeat(5_000) + "at last"), &mut diagnostics);
    assert!(format!("{blocks:?}").contains("at last"));
    assert_eq!(diagnostics.iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(), [Code::TooDeep]);
}

#[test]
fn letters_between_carets_are_raised_unless_there_are_spaces() {
    let [block] = &blocks("10^6^ and M^me^")[..] else { panic!("one block") };
    let BlockKind::Paragraph(lines) = &block.kind else { panic!("a paragraph") };
    assert!(matches!(lines[0].content[3], Inline::Raised(_)));
    assert_eq!(lines[0].plain(), "10⁶ and Mme");
    assert_eq!(paragraph(&blocks("a^2 + b^2")[0]), ["a^2 + b^2"]);
    let [code] = &blocks("```\n10^6^\n```")[..] else { panic!("one block") };
    let BlockKind::Preformatted(lines) = &code.kind else { panic!("code") };
    assert_eq!(plain_text(lines), "10^6^");
}

#[test]
fn character_references_that_converters_write_are_characters() {
    let [block] = &blocks("&Eacute;tats&nbsp;&ndash; l&rsquo;Union &euro; &#8217; &NotEqualTilde;")[..]
    else {
        panic!("one block")
    };
    assert_eq!(paragraph(block), ["États\u{a0}– l’Union € ’ &NotEqualTilde;"]);
}

#[test]
fn labels_of_links_and_footnotes_are_found_in_capitals_and_small_letters() {
    for (cited, defined) in
        [("MSIP", "msip"), ("ÉTATS", "états"), ("Резолюция", "РЕЗОЛЮЦИЯ"), ("Ёж", "ЁЖ"), ("Łódź", "ŁÓDŹ")]
    {
        let blocks = blocks(&format!(
            "A [text][{cited}] and a note[^{cited}]\n\n[{defined}]: https://example.org\n\n[^{defined}]: Note\n"
        ));
        let BlockKind::Paragraph(lines) = &blocks[0].kind else { panic!("a paragraph") };
        let links = lines[0].content.iter().filter(|inline| matches!(inline, Inline::Link { .. })).count();
        let notes =
            lines[0].content.iter().filter(|inline| matches!(inline, Inline::FootnoteMark { .. })).count();
        assert_eq!((links, notes), (1, 1), "{cited}");
    }
}

#[test]
fn bookmarks_of_html_are_no_words_and_its_links_are_links() {
    let [block] =
        &blocks("<a id=\"_Hlk1\"></a>See <a href=\"https://example.int/a?b&amp;c\">document 4</a>.")[..]
    else {
        panic!("one block")
    };
    let BlockKind::Paragraph(lines) = &block.kind else { panic!("a paragraph") };
    assert_eq!(lines[0].plain(), "See document 4.");
    assert!(lines[0].content.iter().any(
        |inline| matches!(inline, Inline::Link { destination, .. } if destination == "https://example.int/a?b&c")
    ));
    assert_eq!(paragraph(&blocks("an </a> alone")[0]), ["an </a> alone"]);
}

#[test]
fn tables_that_markdown_would_divide_are_tables() {
    let simple = "  A        B\n  -------- -----\n  one      two\n  three    four\n";
    for source in [
        simple,
        "<table>\n\n<tr><td>1</td></tr>\n\n</table>",
        "As follows: <table><tr><td>1</td></tr></table>",
    ] {
        let tree = blocks(source);
        let table = tree.last().unwrap();
        assert!(matches!(&table.kind, BlockKind::Table { rows, .. } if !rows.is_empty()), "{source}");
    }
}

#[test]
fn a_word_that_is_parted_at_the_end_of_a_line_goes_on_without_a_space() {
    let joined = |source| {
        let tree = blocks(source);
        let BlockKind::Paragraph(lines) = &tree[0].kind else { panic!("a paragraph") };
        plain_text(lines)
    };
    assert_eq!(joined("l'atelier se tien-\ndra"), "l'atelier se tien-dra");
    assert_eq!(joined("pre-\nand postprocessing"), "pre- and postprocessing");
    assert_eq!(joined("the ITU-\nUNESCO group"), "the ITU- UNESCO group");
}
