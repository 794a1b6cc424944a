//! What becomes of the constructs that Word writes. Many are cases that other readers of Word files get wrong.

use crate::support::{File, field, item, line, list, p, p_with, run, run_with, strict, table};
use word::{Dropped, Remark, Unaccepted, read};

fn of(body: &str) -> String {
    File::new(body).markdown()
}

fn texts(file: &File, reason: Dropped) -> Vec<String> {
    file.imported().receipt.dropped.get(&reason).map(|lost| lost.texts.clone()).unwrap_or_default()
}

// Lines and characters.

#[test]
fn breaks_tabs_and_hyphens_that_do_not_break_are_kept() {
    let body = p(
        "<w:r><w:t>Ref.:</w:t><w:tab/><w:t>CL</w:t><w:noBreakHyphen/><w:t>20/43</w:t><w:br/><w:t>SG/TSB</w:t><w:cr/><w:t>x</w:t></w:r>",
    );
    assert_eq!(of(&body), "Ref.:\tCL\u{2011}20/43\\\nSG/TSB\\\nx");
}

#[test]
fn soft_hyphens_show_nothing_and_words_that_are_cut_into_runs_are_whole() {
    let body = p(&format!("{}<w:r><w:softHyphen/></w:r>{}{}", run("E.1"), run("19 GUIDE"), run("LINES")));
    assert_eq!(of(&body), "E.119 GUIDELINES");
}

#[test]
fn symbols_are_the_characters_that_the_page_shows() {
    let file = File::new(&p(
        "<w:r><w:t>20 </w:t><w:sym w:font='Symbol' w:char='F0B0'/><w:sym w:font='Wingdings' w:char='F0FE'/><w:sym w:font='Webdings' w:char='F061'/></w:r>",
    ));
    assert_eq!(file.markdown(), "20 °☑\u{FFFD}");
    assert!(file.imported().receipt.remarks.contains(&Remark::UnknownSymbol("Webdings".to_owned(), 0xF061)));
    let in_font = run_with("<w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/>", "a&#xF0B7;");
    assert_eq!(of(&p(&in_font)), "α•");
}

#[test]
fn capitals_by_format_are_capitals_and_raised_letters_are_raised() {
    let body = p(&format!(
        "{}{}{}",
        run_with("<w:caps/>", "geneva"),
        run(" 1"),
        run_with("<w:vertAlign w:val='superscript'/>", "er")
    ));
    assert_eq!(of(&body), "GENEVA 1<sup>er</sup>");
}

#[test]
fn spaces_at_the_ends_of_lines_are_in_the_receipt() {
    let file = File::new(&p(
        "<w:r><w:t xml:space='preserve'>  one </w:t><w:br/><w:tab/><w:t>two</w:t><w:br/></w:r>",
    ));
    assert_eq!(file.markdown(), "one\\\ntwo");
    assert_eq!(file.imported().receipt.dropped[&Dropped::Spaces].characters, 5);
}

#[test]
fn what_would_be_mark_up_is_escaped() {
    assert_eq!(
        of(&line("1. a *star* &lt;b&gt; [x](y) a_b &amp;amp;")),
        "1\\. a \\*star\\* \\<b> \\[x\\](y) a\\_b \\&amp;"
    );
    assert_eq!(of(&line("- not a list")), "\\- not a list");
    assert_eq!(of(&line("# no heading")), "\\# no heading");
    assert_eq!(of(&line("1\u{9}We")), "1\tWe");
}

// Emphasis.

#[test]
fn emphasis_that_is_cut_into_runs_is_one() {
    let bold = |text| run_with("<w:b/>", text);
    assert_eq!(
        of(&p(&format!("{}{}{}{}", bold("10"), bold(" th"), bold("Ju"), bold("ne")))),
        "**10 thJune**"
    );
    assert_eq!(of(&p(&format!("{}{}", bold("Ref.: "), run("CL-20/43")))), "**Ref.:** CL-20/43");
    let raised = run_with("<w:b/><w:vertAlign w:val='superscript'/>", "er");
    assert_eq!(of(&p(&(run("1") + &raised))), "1<strong><sup>er</sup></strong>");
    assert_eq!(of(&p(&(run("a") + &run_with("<w:strike/>", "(b)") + &run("c")))), "a<s>(b)</s>c");
    // Without a space, asterisks would be no marks.
    assert_eq!(of(&p(&format!("{}{}", bold("Ref.:"), run("CL-20/43")))), "<strong>Ref.:</strong>CL-20/43");
    assert_eq!(
        of(&p(&format!("{}{}", bold("a"), run_with("<w:b/><w:i/>", "b")))),
        "<strong>a</strong><strong><em>b</em></strong>"
    );
}

#[test]
fn styles_give_emphasis_and_twice_is_none() {
    let styles = "<w:style w:type='paragraph' w:styleId='Title'><w:rPr><w:b/></w:rPr></w:style>\
        <w:style w:type='character' w:styleId='Strong'><w:basedOn w:val='Base'/></w:style>\
        <w:style w:type='character' w:styleId='Base'><w:rPr><w:b/></w:rPr></w:style>";
    let body = p_with(
        "<w:pStyle w:val='Title'/>",
        &format!("{}{}", run("a "), run_with("<w:rStyle w:val='Strong'/>", "b")),
    );
    let plain = p(&run_with("<w:rStyle w:val='Strong'/>", "c"));
    assert_eq!(File::new(&(body + &plain)).with_styles(styles).markdown(), "**a** b\n\n**c**");
}

// Numbers.

#[test]
fn numbers_go_on_after_an_interruption_and_levels_begin_again() {
    let numbering = list(1, &[("decimal", "%1."), ("lowerLetter", "%2)"), ("decimal", "%1.%3")]);
    let body = [
        item(1, 0, "one"),
        item(1, 1, "a"),
        line("between"),
        item(1, 0, "two"),
        item(1, 1, "a"),
        item(1, 2, "deep"),
    ]
    .concat();
    let expected = "1\\. one\n\na) a\n\nbetween\n\n2\\. two\n\na) a\n\n2.1 deep";
    assert_eq!(File::new(&body).with_numbering(&numbering).markdown(), expected);
}

#[test]
fn a_list_of_its_own_begins_where_it_says_and_goes_on() {
    let numbering = list(1, &[("decimal", "%1.")])
        + "<w:num w:numId='2'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>";
    let body = [item(1, 0, "a"), item(2, 0, "b"), item(2, 0, "c")].concat();
    assert_eq!(File::new(&body).with_numbering(&numbering).markdown(), "1\\. a\n\n5\\. b\n\n6\\. c");
}

#[test]
fn numbers_come_from_styles_and_number_0_takes_them_away() {
    let numbering = list(4, &[("upperRoman", "%1"), ("none", "%2")]);
    let styles = "<w:style w:type='paragraph' w:styleId='ListNumber'><w:pPr><w:numPr><w:numId w:val='4'/></w:numPr></w:pPr></w:style>";
    let body = [
        p_with("<w:pStyle w:val='ListNumber'/>", &run("one")),
        p_with("<w:pStyle w:val='ListNumber'/><w:numPr><w:numId w:val='0'/></w:numPr>", &run("none")),
        p_with("<w:pStyle w:val='ListNumber'/>", &run("two")),
        item(4, 1, "without"),
    ];
    let file = File::new(&body.concat()).with_numbering(&numbering).with_styles(styles);
    assert_eq!(file.markdown(), "I one\n\nnone\n\nII two\n\nwithout");
}

#[test]
fn bullets_are_a_list_and_national_numbers_are_kept() {
    let numbering =
        list(1, &[("bullet", "&#xF0B7;"), ("bullet", "o")]) + &list(2, &[("chineseCounting", "第%1条")]);
    let body = [item(1, 0, "a"), item(1, 1, "b"), item(1, 0, "c"), item(2, 0, "d")].concat();
    assert_eq!(File::new(&body).with_numbering(&numbering).markdown(), "- a\n  - b\n- c\n\n第一条 d");
}

#[test]
fn bullets_of_any_level_are_a_list_and_its_words_are_no_marks() {
    let numbering = list(1, &[("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "-"), ("bullet", "-")]);
    let body = [
        line("As follows:"),
        item(1, 0, "&gt; 10 GHz"),
        item(1, 0, "# b"),
        item(1, 2, "deep"),
        item(1, 3, "- deeper"),
    ]
    .concat();
    assert_eq!(
        File::new(&body).with_numbering(&numbering).markdown(),
        "As follows:\n\n1. \\> 10 GHz\n2. \\# b\n\n- deep\n  - \\- deeper"
    );
}

// Links and fields.

#[test]
fn links_lead_to_the_web_and_not_into_the_house() {
    let link =
        |number: u32, text: &str| format!("<w:hyperlink r:id='link{number}'>{}</w:hyperlink>", run(text));
    let body = p(&format!("{} {} {}", link(1, "one"), link(2, "two"), link(3, "three")));
    let file = File::new(&body)
        .with_link("hyperlink", "https://www.itu.int/a_(b)")
        .with_link("hyperlink", "javascript:alert(1)")
        .with_link("hyperlink", "file:///P:/ARA/018.docx");
    assert_eq!(file.markdown(), "[one](<https://www.itu.int/a_(b)>)twothree");
    let remarks = file.imported().receipt.remarks;
    assert_eq!(
        remarks,
        [
            Remark::LinkDropped("javascript:alert(1)".to_owned()),
            Remark::LinkDropped("file:///P:/ARA/018.docx".to_owned())
        ]
    );
}

#[test]
fn results_of_fields_are_text_and_links_by_fields_are_links() {
    let inner = field(" PAGEREF x ", &run("5"));
    let body = p(&format!(
        "{} {} <w:fldSimple w:instr=' DATE '>{}</w:fldSimple>",
        field(" HYPERLINK \"https://www.itu.int\" ", &(run("see page ") + &inner)),
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> TC </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>",
        run(" today"),
    ));
    assert_eq!(of(&body), "[see page 5](<https://www.itu.int>) today");
}

#[test]
fn a_field_that_ends_in_deleted_text_has_ended() {
    let body = p(
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"https://a.int\" </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>link</w:t></w:r>\
        <w:del><w:r><w:fldChar w:fldCharType='end'/></w:r></w:del>",
    ) + &line("no link");
    assert_eq!(of(&body), "[link](<https://a.int>)\n\nno link");
}

#[test]
fn links_keep_their_places() {
    let body = p(
        "<w:hyperlink r:id='link1' w:anchor='sec2'><w:r><w:t>a</w:t></w:r></w:hyperlink><w:hyperlink w:anchor='_Toc1'><w:r><w:t>b</w:t></w:r></w:hyperlink>",
    );
    assert_eq!(
        File::new(&body).with_link("hyperlink", "https://a.int/x").markdown(),
        "[a](<https://a.int/x#sec2>)b"
    );
}

#[test]
fn what_fields_are_told_and_names_of_the_house_are_left_out() {
    let inner = field(" MERGEFIELD Country ", &run("France"));
    let body = p(&format!(
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> IF </w:instrText></w:r>{inner}\
         <w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>{}",
        run("Dear Sir"),
        field(" FILENAME \\p ", &run("P:\\ARA\\018.docx")),
    ));
    let file = File::new(&body);
    assert_eq!(file.markdown(), "Dear Sir");
    assert_eq!(texts(&file, Dropped::Fields), ["France", "P:\\ARA\\018.docx"]);
}

// Notes.

#[test]
fn notes_have_their_own_marks_or_numbers() {
    let footnotes = format!(
        "<w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>\
         <w:footnote w:id='1'>{}</w:footnote><w:footnote w:id='2'>{}</w:footnote>",
        p("<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> first</w:t></w:r>"),
        p("<w:r><w:t>*</w:t></w:r><w:r><w:tab/><w:t>own</w:t></w:r>"),
    );
    let body = p(
        "<w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows='1' w:id='2'/><w:t>*</w:t></w:r>\
        <w:r><w:t xml:space='preserve'> b</w:t></w:r>",
    ) + &p("<w:r><w:t>c</w:t><w:footnoteReference w:id='1'/></w:r>");
    let file = File::new(&body).with_footnotes(&footnotes);
    assert_eq!(file.markdown(), "a[^*] b\n\nc[^1]\n\n[^*]: own\n\n[^1]: first");
}

#[test]
fn two_marks_of_a_note_are_one_and_signs_may_be_marks() {
    let footnotes = format!(
        "<w:footnote w:id='1'>{}</w:footnote><w:footnote w:id='2'>{}</w:footnote>",
        line("first"),
        line("second")
    );
    let reference = |id: u32| format!("<w:r><w:footnoteReference w:id='{id}'/></w:r>");
    let own = "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='2'/><w:sym w:font='Symbol' w:char='F02A'/></w:r>";
    let body = p(&(run("a") + &reference(1) + &run(" b") + &reference(1) + &run(" c") + own + &reference(9)));
    let file = File::new(&body).with_footnotes(&footnotes);
    assert_eq!(file.markdown(), "a[^1] b[^1] c[^∗]\n\n[^1]: first\n\n[^∗]: second");
}

#[test]
fn links_of_endnotes_are_those_of_their_part() {
    let endnotes = format!(
        "<w:endnote w:id='1'>{}</w:endnote>",
        p("<w:hyperlink r:id='x'><w:r><w:t>words</w:t></w:r></w:hyperlink>")
    );
    let of_endnotes = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='x' Type='x/hyperlink' Target='https://b.int' TargetMode='External'/></Relationships>";
    let file = File::new(&p("<w:r><w:t>a</w:t><w:endnoteReference w:id='1'/></w:r>"))
        .with_footnotes("")
        .with("endnotes", "endnotes.xml", "w:endnotes", &endnotes)
        .with_loose("word/_rels/endnotes.xml.rels", of_endnotes.as_bytes());
    assert_eq!(file.markdown(), "a[^i]\n\n[^i]: [words](<https://b.int>)");
}

// Boxes, frames, headers.

#[test]
fn boxes_are_read_once_where_they_are_anchored() {
    let content = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", line(text));
    let modern = format!(
        "<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>",
        content("box")
    );
    let old = format!("<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>", content("box"));
    let both = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{modern}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    );
    assert_eq!(of(&p(&(both.clone() + &run("after")))), "box\n\nafter");
    assert_eq!(of(&p(&(run("before") + &both))), "before\n\nbox");
    assert_eq!(of(&p(&format!("<w:r>{old}</w:r>"))), "box");
    let unknown = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires='zz'>{modern}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    );
    assert_eq!(of(&p(&unknown)), "box");
}

#[test]
fn the_header_of_the_first_page_comes_first_and_the_others_are_in_the_receipt() {
    let section = "<w:sectPr><w:headerReference w:type='first' r:id='header1'/><w:headerReference w:type='default' r:id='header2'/>\
        <w:footerReference w:type='default' r:id='footer1'/><w:titlePg/></w:sectPr>";
    let file = File::new(&(line("text") + section))
        .with("header", "header2.xml", "w:hdr", &p(&(run("- ") + &field(" PAGE ", &run("2")) + &run(" -"))))
        .with("header", "header1.xml", "w:hdr", &line("General Secretariat"))
        .with("footer", "footer1.xml", "w:ftr", &line("P:\\ARA\\ITU-R\\018.docx (313)"));
    assert_eq!(file.markdown(), "General Secretariat\n\ntext");
    assert_eq!(texts(&file, Dropped::Headers), ["- 2 -"]);
    assert_eq!(texts(&file, Dropped::Footers), ["P:\\ARA\\ITU-R\\018.docx (313)"]);
}

#[test]
fn a_header_of_all_pages_is_the_letterhead_unless_it_counts_them() {
    let section = "<w:sectPr><w:headerReference w:type='default' r:id='header1'/></w:sectPr>";
    let with = |header: &str| {
        File::new(&(line("text") + section)).with("header", "header1.xml", "w:hdr", header).markdown()
    };
    assert_eq!(with(&line("ITU")), "ITU\n\ntext");
    assert_eq!(with(&p(&field(" PAGE ", &run("1")))), "text");
    let first = "<w:sectPr><w:headerReference w:type='first' r:id='header1'/><w:titlePg/></w:sectPr>";
    let file = File::new(&(line("text") + first)).with(
        "header",
        "header1.xml",
        "w:hdr",
        &p(&(run("ITU ") + &field(" PAGE ", &run("1")))),
    );
    assert_eq!(file.markdown(), "ITU 1\n\ntext");
}

// Controls, alternatives, other files.

#[test]
fn content_controls_hold_paragraphs_runs_and_cells() {
    let control = |content: &str| format!("<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>");
    let row = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc>{}</w:tr></w:tbl>",
        line("c1"),
        control(&format!("<w:tc>{}</w:tc>", line("c2")))
    );
    let body = control(&control(&line("block"))) + &p(&(run("a ") + &control(&run("run")))) + &row;
    assert_eq!(of(&body), "block\n\na run\n\n<table>\n<tr><td>c1</td><td>c2</td></tr>\n</table>");
}

#[test]
fn text_of_a_page_that_is_joined_is_read_and_other_kinds_are_named() {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let file = |name: &str, content: &[u8]| {
        let relationships = format!(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
             <Relationship Id='chunk' Type='{types}/aFChunk' Target='{name}'/></Relationships>"
        );
        let document = format!(
            "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='{types}'>\
             <w:body><w:altChunk r:id='chunk'/></w:body></w:document>"
        );
        let files = [
            ("word/document.xml".to_owned(), document.into_bytes()),
            ("word/_rels/document.xml.rels".to_owned(), relationships.into_bytes()),
            (format!("word/{name}"), content.to_vec()),
        ];
        crate::support::checked(
            read(&crate::support::zipped(files.into_iter()), Unaccepted::Refused).unwrap(),
        )
    };
    assert_eq!(
        file("chunk.html", b"<html><body><p>One</p><p>two</p></body></html>").markdown,
        "One\n\ntwo\n"
    );
    assert_eq!(file("chunk.rtf", b"{\\rtf1 One}").receipt.remarks, [Remark::ChunkDropped("rtf".to_owned())]);
}

#[test]
fn an_unknown_element_is_named_and_its_text_is_kept() {
    let file = File::new(&p(&format!("<w:novelty>{}</w:novelty>", run("words"))));
    assert_eq!(file.markdown(), "words");
    assert_eq!(file.imported().receipt.remarks, [Remark::UnknownElement("w:novelty".to_owned())]);
}

// Tables.

#[test]
fn merged_cells_keep_their_places_and_a_banner_does_not_hide_columns() {
    let cell = |text: &str| line(text);
    let (a, b, c, banner) = (cell("a"), cell("b"), cell("c"), cell("banner"));
    let body = table(&[
        &[("<w:gridSpan w:val='2'/>", banner.as_str())],
        &[("<w:vMerge w:val='restart'/>", a.as_str()), ("", b.as_str())],
        &[("<w:vMerge/>", "<w:p/>"), ("", c.as_str())],
    ]);
    let expected = "<table>\n<tr><td colspan=\"2\">banner</td></tr>\n<tr><td rowspan=\"2\">a</td><td>b</td></tr>\n<tr><td>c</td></tr>\n</table>";
    assert_eq!(of(&body), expected);
}

#[test]
fn a_row_of_which_every_cell_goes_on_is_no_row() {
    let (a, b, c, d) = (line("a"), line("b"), line("c"), line("d"));
    let restart = "<w:vMerge w:val='restart'/>";
    let body = table(&[
        &[(restart, a.as_str()), (restart, b.as_str())],
        &[("<w:vMerge/>", "<w:p/>"), ("<w:vMerge/>", "<w:p/>")],
        &[("", c.as_str()), ("", d.as_str())],
    ]);
    assert_eq!(of(&body), "<table>\n<tr><td>a</td><td>b</td></tr>\n<tr><td>c</td><td>d</td></tr>\n</table>");
}

#[test]
fn words_where_no_words_should_be_are_kept() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let cells = format!(
        "<mc:AlternateContent><mc:Choice Requires='w14'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
        cell("one"),
        cell("other"),
    );
    let body =
        "<w:p><w:t>a</w:t></w:p><w:p><w:r><w:r><w:t>b</w:t></w:r><w:foo><w:t>c</w:t></w:foo></w:r></w:p>"
            .to_owned()
            + &format!("<w:tbl><w:tr>{cells}<w:p><w:r><w:t>d</w:t></w:r></w:p></w:tr></w:tbl>")
            + "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>e</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>";
    assert_eq!(of(&body), "a\n\nbc\n\n<table>\n<tr><td>one</td><td>d</td></tr>\n</table>\n\ne");
}

#[test]
fn a_table_with_a_head_and_a_line_in_each_cell_stands_between_bars() {
    let head = format!(
        "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>",
        line("Who"),
        line("a|b")
    );
    let row =
        format!("<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>", line("All"), p(&run_with("<w:b/>", "100")));
    assert_eq!(of(&format!("<w:tbl>{head}{row}</w:tbl>")), "| Who | a\\|b |\n|---|---|\n| All | **100** |");
}

#[test]
fn the_lines_of_a_cell_are_lines_and_a_table_in_it_is_written_line_by_line() {
    let inner = table(&[&[("", line("x").as_str()), ("", line("y").as_str())]]);
    let left = line("Ref.:") + &p(&run_with("<w:b/>", "CL &amp; 1"));
    let body = table(&[&[("", left.as_str()), ("", (line("To:") + &inner + "<w:p/>").as_str())]]);
    assert_eq!(
        of(&body),
        "<table>\n<tr><td>Ref.:<br><strong>CL &amp; 1</strong></td><td>To:<br>x<br>y</td></tr>\n</table>"
    );
}

#[test]
fn a_table_of_one_cell_is_a_box() {
    assert_eq!(of(&table(&[&[("", (line("a") + &line("b")).as_str())]])), "a\n\nb");
    // One that only sets things apart.
    assert_eq!(
        of(&table(&[
            &[("", "<w:p/>"), ("", line("a").as_str())],
            &[("", line("b").as_str()), ("", "<w:p/>")]
        ])),
        "a\n\nb"
    );
}

// Revisions.

const CHANGED: &str = "<w:ins w:id='1'><w:r><w:t>new</w:t></w:r></w:ins><w:del w:id='2'><w:r><w:delText>old</w:delText></w:r></w:del>";

#[test]
fn a_file_with_revisions_or_comments_is_refused_unless_they_are_accepted() {
    let file = File::new(&p(&format!("{}{CHANGED}<w:r><w:commentReference w:id='0'/></w:r>", run("kept "))))
        .with(
            "comments",
            "comments.xml",
            "w:comments",
            &format!("<w:comment w:id='0'>{}</w:comment>", line("why?")),
        );
    let refusal = file.import().unwrap_err();
    assert!(refusal.to_string().starts_with("it has 1 insertion, 1 deletion and 1 comment: "), "{refusal}");
    assert_eq!(file.markdown(), "kept new");
    assert_eq!(texts(&file, Dropped::Deleted), ["old"]);
    assert_eq!(texts(&file, Dropped::Comments), ["why?"]);
}

#[test]
fn moved_text_stands_where_it_was_moved_to_and_numbers_do_not_count_where_it_was() {
    let numbering = list(1, &[("decimal", "%1.")]);
    let away = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr><w:moveFrom w:id='3'/></w:rPr></w:pPr>\
        <w:moveFrom w:id='4'><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>";
    let here = format!("<w:moveTo w:id='5'>{}</w:moveTo>", run("moved"));
    let body = item(1, 0, "one") + away + &item(1, 0, "two") + &p(&here);
    let file = File::new(&body).with_numbering(&numbering);
    assert_eq!(file.markdown(), "1\\. one\n\n2\\. two\n\nmoved");
    assert_eq!(texts(&file, Dropped::MovedAway), ["moved"]);
}

#[test]
fn the_end_of_a_paragraph_that_is_deleted_joins_the_halves() {
    let body = p_with("<w:rPr><w:del w:id='1'/></w:rPr>", &run("first half, ")) + &line("second half");
    assert_eq!(of(&body), "first half, second half");
}

#[test]
fn a_deleted_row_is_no_row() {
    let row = |properties: &str, text: &str| {
        format!(
            "<w:tr><w:trPr>{properties}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>",
            line(text),
            line("x")
        )
    };
    let body = format!("<w:tbl>{}{}</w:tbl>", row("<w:del w:id='1'/>", "gone"), row("", "stays"));
    assert_eq!(of(&body), "<table>\n<tr><td>stays</td><td>x</td></tr>\n</table>");
}

// Secrets.

#[test]
fn hidden_text_is_left_out_by_itself_or_by_its_style() {
    let styles = "<w:style w:type='character' w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style>";
    let body = p(&format!(
        "{}{}{}",
        run_with("<w:vanish/>", "one"),
        run_with("<w:rStyle w:val='Secret'/>", "two"),
        run("seen")
    ));
    let file = File::new(&body).with_styles(styles);
    assert_eq!(file.markdown(), "seen");
    assert_eq!(texts(&file, Dropped::Hidden), ["one", "two"]);
}

#[test]
fn names_macros_templates_and_objects_are_named_and_never_opened() {
    let core = "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>A. Name</dc:creator></cp:coreProperties>";
    let settings = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='t' Type='x/attachedTemplate' Target='file:///M:/t.dot' TargetMode='External'/></Relationships>";
    let file = File::new(&p("<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID='Excel.Sheet.12'/></w:object></w:r>"))
        .with_loose("docProps/core.xml", core.as_bytes())
        .with_loose("word/_rels/settings.xml.rels", settings.as_bytes())
        .with_loose("word/vbaProject.bin", b"x");
    assert_eq!(
        file.imported().receipt.remarks,
        [
            Remark::NameInProperties("A. Name".to_owned()),
            Remark::TemplateDropped("file:///M:/t.dot".to_owned()),
            Remark::MacrosDropped,
            Remark::ObjectDropped("Excel.Sheet.12".to_owned()),
        ]
    );
}

#[test]
fn pictures_are_their_descriptions_and_the_emblem_is_left_out() {
    let picture = |description: &str| {
        format!(
            "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='x' descr='{description}'/><a:graphic><a:graphicData><a:blip/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
    };
    let section = "<w:sectPr><w:headerReference w:type='default' r:id='header1'/></w:sectPr>";
    let file = File::new(&(p(&picture("Map of Geneva")) + &p(&picture("")) + section)).with(
        "header",
        "header1.xml",
        "w:hdr",
        &p(&picture("ITU emblem")),
    );
    assert_eq!(file.markdown(), "![Map of Geneva](#)");
    for path in ["C:\\Users\\a\\map.png", "image1.png", "A map Description automatically generated"] {
        assert_eq!(of(&p(&picture(path))), "", "{path}");
    }
    assert_eq!(file.imported().receipt.remarks, [Remark::EmblemDropped, Remark::PictureWithoutDescription]);
}

// Forms of files.

#[test]
fn strict_documents_are_read_as_transitional_ones() {
    let body = p(&(run("a") + "<w:hyperlink r:id='link1'><w:r><w:t>b</w:t></w:r></w:hyperlink>"));
    let file = File::new(&body).with_link("hyperlink", "https://www.itu.int");
    let imported = read(&strict(&file.bytes()), Unaccepted::Refused).unwrap();
    assert_eq!(imported, file.imported());
}

#[test]
fn a_formula_is_text_in_one_line_that_means_the_same() {
    let formula = |content: &str| {
        let text = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
        let content = content.split('‹').map(|part| match part.split_once('›') {
            Some((inside, after)) => text(inside) + after,
            None => part.to_owned(),
        });
        p(&format!("<m:oMath>{}</m:oMath>", content.collect::<String>()))
    };
    for (written, read) in [
        ("<m:sSup><m:e>‹10›</m:e><m:sup>‹6›</m:sup></m:sSup>", "10<sup>6</sup>"),
        ("<m:sSub><m:e>‹P›</m:e><m:sub>‹max›</m:sub></m:sSub>", "P<sub>max</sub>"),
        ("<m:f><m:fPr/><m:num>‹1›</m:num><m:den>‹2›</m:den></m:f>", "1/2"),
        ("<m:f><m:num>‹a+b›</m:num><m:den>‹c›</m:den></m:f>", "(a+b)/c"),
        ("<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:deg/><m:e>‹x+1›</m:e></m:rad>", "√(x+1)"),
        ("<m:f><m:num>‹1›</m:num><m:den>‹2πf›</m:den></m:f>", "1/(2πf)"),
        (
            "<m:f><m:num>‹1›</m:num><m:den><m:f><m:num>‹2›</m:num><m:den>‹3›</m:den></m:f></m:den></m:f>",
            "1/(2/3)",
        ),
        ("<m:func><m:fName>‹sin›</m:fName><m:e>‹x›</m:e></m:func>", "sin x"),
        (
            "<m:m><m:mr><m:e>‹1›</m:e><m:e>‹2›</m:e></m:mr><m:mr><m:e>‹3›</m:e><m:e>‹4›</m:e></m:mr></m:m>",
            "1, 2; 3, 4",
        ),
        ("<m:eqArr><m:e>‹x=1›</m:e><m:e>‹y=2›</m:e></m:eqArr>", "x=1; y=2"),
        (
            "<m:sSup><m:e>‹10›</m:e><m:sup><m:sSup><m:e>‹x›</m:e><m:sup>‹2›</m:sup></m:sSup></m:sup></m:sSup>",
            "10<sup>x\\^(2)</sup>",
        ),
        ("‹f›<m:d><m:dPr/><m:e>‹x›</m:e></m:d>", "f(x)"),
        (
            "<m:d><m:dPr><m:begChr m:val='['/><m:sepChr m:val=','/><m:endChr m:val=''/></m:dPr><m:e>‹0›</m:e><m:e>‹1›</m:e></m:d>",
            "\\[0,1",
        ),
        (
            "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>‹i›</m:sub><m:sup>‹n›</m:sup><m:e>‹x›</m:e></m:nary>",
            "∑<sub>i</sub><sup>n</sup>x",
        ),
    ] {
        assert_eq!(File::new(&formula(written)).markdown(), read, "{written}");
    }
}

#[test]
fn formulas_readings_frames_and_page_breaks() {
    let body = p("<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>")
        + &p(
            "<w:r><w:ruby><w:rt><w:r><w:t>rt</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        )
        + &p_with("<w:framePr w:w='1'/>", &run("framed"))
        + &p_with(
            "<w:outlineLvl w:val='0'/>",
            &format!("<w:r><w:br w:type='page'/></w:r>{}", run("ANNEX 1")),
        );
    let file = File::new(&body);
    assert_eq!(file.markdown(), "E=mc\n\nbase\n\nframed\n\n# ANNEX 1");
    assert_eq!(file.imported().receipt.dropped[&Dropped::PageBreaks].characters, 1);
}
