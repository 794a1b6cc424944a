//! One file with every construct in which Word writes text: each text is read once, or is in the receipt, with its reason.

use crate::support::{File, field, item, line, list, p, p_with, run, run_with, table};
use word::Dropped::{self, Deleted, Footers, Headers, Hidden, MovedAway, Readings, UnmarkedNotes};
use word::Remark;

const REVISED: &str = "w:id='1' w:author='A' w:date='2020-01-01T00:00:00Z'";

fn revised(kind: &str, content: &str) -> String {
    format!("<w:{kind} {REVISED}>{content}</w:{kind}>")
}

fn control(content: &str) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:alias w:val='Field'/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
}

fn shape(content: &str) -> String {
    format!(
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
}

fn drawing(content: &str) -> String {
    format!(
        "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
}

fn formula(content: &str) -> String {
    format!("<m:oMath>{content}</m:oMath>")
}

/// Constructs whose text is read, each with blocks in which it stands.
fn kept() -> Vec<(&'static str, String)> {
    let math = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    vec![
        ("ZZPLAIN", line("ZZPLAIN")),
        ("ZZBOLD", p(&run_with("<w:b/>", "ZZBOLD"))),
        ("ZZITALIC", p(&run_with("<w:i/>", "ZZITALIC"))),
        ("ZZRAISED", p(&(run("1") + &run_with("<w:vertAlign w:val='superscript'/>", "ZZRAISED")))),
        ("ZZSTRUCK", p(&run_with("<w:strike/>", "ZZSTRUCK"))),
        ("ZZCAPITALS", p(&run_with("<w:caps/>", "ZZCapitals"))),
        ("ZZBREAK", p(&format!("{}<w:r><w:br/></w:r>{}", run("line"), run("ZZBREAK")))),
        ("ZZTAB", p(&format!("{}<w:r><w:tab/></w:r>{}", run("Ref.:"), run("ZZTAB")))),
        ("ZZHYPHEN", p(&format!("{}<w:r><w:noBreakHyphen/></w:r>{}", run("CL"), run("ZZHYPHEN")))),
        ("ZZSYMBOL", p(&format!("<w:r><w:sym w:font='Symbol' w:char='F0B0'/></w:r>{}", run("ZZSYMBOL")))),
        ("ZZMARKS", line("ZZMARKS 1. *star* _under_ # hash")),
        ("ZZTYPED", line("12. ZZTYPED")),
        ("ZZNUMBER", item(1, 0, "ZZNUMBER")),
        ("ZZLEVEL", item(1, 1, "ZZLEVEL")),
        ("ZZBULLET", item(2, 0, "ZZBULLET")),
        ("ZZROMAN", item(3, 0, "ZZROMAN")),
        ("ZZSTYLED", p_with("<w:pStyle w:val='Numbered'/>", &run("ZZSTYLED"))),
        ("ZZHEADING", p_with("<w:outlineLvl w:val='0'/>", &run("ZZHEADING"))),
        ("ZZINSERTED", p(&(run("a ") + &revised("ins", &run("ZZINSERTED"))))),
        ("ZZMOVED", p(&revised("moveTo", &run("ZZMOVED")))),
        ("ZZLINK", p(&format!("<w:hyperlink r:id='link1'>{}</w:hyperlink>", run("ZZLINK")))),
        ("ZZSCRIPT", p(&format!("<w:hyperlink r:id='link2'>{}</w:hyperlink>", run("ZZSCRIPT")))),
        ("ZZANCHOR", p(&format!("<w:hyperlink w:anchor='place'>{}</w:hyperlink>", run("ZZANCHOR")))),
        ("ZZFIELDLINK", p(&field(" HYPERLINK \"https://www.itu.int/\" ", &run("ZZFIELDLINK")))),
        ("ZZRESULT", p(&field(" REF place ", &run("ZZRESULT")))),
        ("ZZSIMPLE", p(&format!("<w:fldSimple w:instr=' DATE '>{}</w:fldSimple>", run("ZZSIMPLE")))),
        ("ZZFOOTNOTE", p(&(run("a") + "<w:r><w:footnoteReference w:id='2'/></w:r>"))),
        ("ZZENDNOTE", p(&(run("b") + "<w:r><w:endnoteReference w:id='2'/></w:r>"))),
        ("ZZCELL", table(&[&[("", &line("ZZCELL")), ("", &line("b"))]])),
        (
            "ZZMERGED",
            table(&[
                &[("<w:gridSpan w:val='2'/>", &line("ZZMERGED"))],
                &[("", &line("c")), ("", &line("d"))],
            ]),
        ),
        (
            "ZZDOWN",
            table(&[
                &[("<w:vMerge w:val='restart'/>", &line("ZZDOWN")), ("", &line("e"))],
                &[("<w:vMerge/>", &line("")), ("", &line("f"))],
            ]),
        ),
        (
            "ZZINNER",
            table(&[&[
                ("", &(table(&[&[("", &line("ZZINNER")), ("", &line("g"))]]) + &line(""))),
                ("", &line("h")),
            ]]),
        ),
        ("ZZBLOCK", control(&line("ZZBLOCK"))),
        ("ZZUNFILLED", p(&control(&run("ZZUNFILLED")).replace("<w:alias", "<w:showingPlcHdr/><w:alias"))),
        ("ZZRUN", p(&(run("a ") + &control(&run("ZZRUN"))))),
        (
            "ZZROW",
            table(&[&[("", &line("i")), ("", &line("j"))]]).replace(
                "</w:tbl>",
                &format!(
                    "{}</w:tbl>",
                    control(&format!(
                        "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>",
                        line("ZZROW"),
                        line("k")
                    ))
                ),
            ),
        ),
        ("ZZSMART", p(&format!("<w:smartTag>{}</w:smartTag>", run("ZZSMART")))),
        ("ZZCUSTOM", p(&format!("<w:customXml>{}</w:customXml>", run("ZZCUSTOM")))),
        ("ZZDIRECTION", p_with("<w:bidi/>", &run_with("<w:rtl/>", "ZZDIRECTION"))),
        ("ZZOVERRIDE", p(&format!("<w:bdo w:val='rtl'>{}</w:bdo>", run("ZZOVERRIDE")))),
        ("ZZFRAME", p_with("<w:framePr w:w='1'/>", &run("ZZFRAME"))),
        (
            "ZZBOX",
            p(&format!(
                "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:r>",
                drawing(&line("ZZBOX")),
                shape(&line("ZZBOX"))
            )),
        ),
        ("ZZSHAPE", p(&shape(&line("ZZSHAPE")))),
        (
            "ZZOBJECT",
            p(&(run("ZZOBJECT")
                + "<w:r><w:object><o:OLEObject Type='Embed' ProgID='Excel.Sheet.12' r:id='o1'/></w:object></w:r>")),
        ),
        ("ZZFORMULA", p(&formula(&math("ZZFORMULA")))),
        (
            "ZZPOWER",
            p(&formula(&format!(
                "<m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup>",
                math("10"),
                math("ZZPOWER")
            ))),
        ),
        (
            "ZZBASE",
            p(&format!(
                "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
                run("ZZREADING"),
                run("ZZBASE")
            )),
        ),
        ("ZZPAGE", p(&(String::from("<w:r><w:br w:type='page'/></w:r>") + &run("ZZPAGE")))),
        ("ZZPERMITTED", p(&format!("<w:permStart w:id='1'/>{}<w:permEnd w:id='1'/>", run("ZZPERMITTED")))),
        (
            "ZZMARKED",
            p(&format!(
                "<w:bookmarkStart w:id='1' w:name='place'/>{}<w:bookmarkEnd w:id='1'/>",
                run("ZZMARKED")
            )),
        ),
        ("ZZUNKNOWN", p(&format!("<w:newThing>{}</w:newThing>", run("ZZUNKNOWN")))),
    ]
}

/// Texts that are not read, each with its reason and the blocks in which it stands.
fn dropped() -> Vec<(&'static str, Dropped, String)> {
    let deleted = "<w:r><w:delText>ZZDELETED</w:delText></w:r>";
    vec![
        ("ZZDELETED", Deleted, p(&(run("a ") + &revised("del", deleted)))),
        ("ZZGONE", MovedAway, p(&revised("moveFrom", &run("ZZGONE")))),
        ("ZZHIDDEN", Hidden, p(&(run("a") + &run_with("<w:vanish/>", "ZZHIDDEN")))),
        ("ZZREADING", Readings, String::new()),
        ("ZZLATER", Headers, String::new()),
        ("ZZFOOTER", Footers, String::new()),
        ("ZZUNMARKED", UnmarkedNotes, String::new()),
    ]
}

#[test]
fn every_text_of_every_construct_is_read_once_or_is_in_the_receipt() {
    let (kept, dropped) = (kept(), dropped());
    assert_eq!(kept.len(), 51);
    let blocks = kept.iter().map(|(_, blocks)| blocks).chain(dropped.iter().map(|(_, _, blocks)| blocks));
    let section = "<w:sectPr><w:headerReference w:type='first' r:id='header1'/><w:headerReference w:type='default' r:id='header2'/>\
                   <w:footerReference w:type='default' r:id='footer1'/><w:titlePg/></w:sectPr>";
    let note = |kind: &str, id: u32, text: &str| format!("<w:{kind} w:id='{id}'>{}</w:{kind}>", line(text));
    let page = p(&(run("ZZLATER ") + &field(" PAGE ", &run("2"))));
    let file = File::new(&(blocks.cloned().collect::<String>() + section))
        .with_numbering(
            &[list(1, &[("decimal", "%1."), ("lowerLetter", "%2)")]), list(2, &[("bullet", "•")]), list(3, &[("lowerRoman", "%1)")])].concat(),
        )
        .with_styles("<w:style w:type='paragraph' w:styleId='Numbered'><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>")
        .with_footnotes(&(note("footnote", 2, "ZZFOOTNOTE") + &note("footnote", 3, "ZZUNMARKED")))
        .with("endnotes", "endnotes.xml", "w:endnotes", &note("endnote", 2, "ZZENDNOTE"))
        .with("header", "header1.xml", "w:hdr", &line("ZZLETTERHEAD"))
        .with("header", "header2.xml", "w:hdr", &page)
        .with("footer", "footer1.xml", "w:ftr", &line("ZZFOOTER"))
        .with_link("hyperlink", "https://www.itu.int/")
        .with_link("hyperlink", "javascript:alert(1)");
    let imported = file.imported();
    for (mark, _) in kept.iter().chain([&("ZZLETTERHEAD", String::new())]) {
        assert_eq!(imported.markdown.matches(mark).count(), 1, "{mark} in\n{}", imported.markdown);
    }
    for (mark, reason, _) in &dropped {
        assert!(!imported.markdown.contains(mark), "{mark} is left out");
        let lost = imported.receipt.dropped.get(reason);
        assert!(lost.is_some_and(|lost| lost.texts.concat().contains(mark)), "{mark} is {reason}: {lost:?}");
    }
    assert!(imported.markdown.starts_with("ZZLETTERHEAD"), "the header of the first page comes first");
    assert!(!imported.markdown.contains("javascript:"));
    for remark in [Remark::UnknownElement("w:newThing".to_owned()), Remark::Unfilled("ZZUNFILLED".to_owned())]
    {
        assert!(imported.receipt.remarks.contains(&remark), "{remark}");
    }
}
