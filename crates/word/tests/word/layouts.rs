//! Letters in the layouts of each issuer and in six languages, with what Word makes of them: letterheads in the header, in
//! text boxes and frames, paragraphs in cells, automatic numbers, tab stops, runs that are split anywhere, furniture of the page.
//!
//! The letters are specimens of the library. What each says of itself is the same when it comes from Word, and its Markdown is
//! in `layouts/` (`UPDATE=1 cargo test -p word` writes it anew: read what changes).

use std::fs;
use std::path::{Path, PathBuf};

use ::letters::ids::Language;
use ::letters::letter::{self, Letter};
use serde_json::Value;
use word::{Imported, Unaccepted, read};

use crate::letters::facts;
use crate::support::{File, checked, field, list, p, run};
use crate::writer::{SoftBreaks, in_word};

/// The specimens, each in six languages, with the place of the letterhead.
const LAYOUTS: [(&str, Letterhead); 8] = [
    ("dm-letter", Letterhead::Header),
    ("collective-letter", Letterhead::Header),
    ("tsb-circular-table", Letterhead::Header),
    ("tsb-circular-stacked", Letterhead::TextBox),
    ("br-circular", Letterhead::Frame),
    ("br-administrative", Letterhead::Frame),
    ("bdt-circular", Letterhead::TextBox),
    ("telefax", Letterhead::Header),
];

/// Where Word has the lines that name the issuer.
#[derive(Clone, Copy)]
enum Letterhead {
    /// In the header of the first page.
    Header,
    /// In a text box over the text, with a copy for older programs.
    TextBox,
    /// In a frame.
    Frame,
}

/// The list of automatic numbers without a point, and that of those with one.
const PLAIN: u32 = 90;
const POINTED: u32 = 91;

/// The specimen as Word has it.
fn file(markdown: &str, letterhead: Letterhead, language: Language) -> Option<File> {
    let mut written = in_word(&unwrapped(markdown), SoftBreaks::Spaces)?;
    let body = in_cells(&written.body);
    let (head, body) = issuer_of(&body);
    let body = numbered(&body);
    let blocks = match letterhead {
        Letterhead::Header => body,
        Letterhead::TextBox => format!("{}{body}", text_box(&head)),
        Letterhead::Frame => {
            let frame = "<w:framePr w:w='6000' w:hSpace='180' w:wrap='around' w:vAnchor='page' w:hAnchor='page' w:x='900' w:y='700'/>";
            format!("{}{body}", head.replace("<w:pPr>", &format!("<w:pPr>{frame}")))
        }
    };
    let section = "<w:sectPr><w:headerReference w:type='first' r:id='header1'/><w:headerReference w:type='default' r:id='header2'/>\
                   <w:footerReference w:type='default' r:id='footer1'/><w:titlePg/></w:sectPr>";
    let first = if matches!(letterhead, Letterhead::Header) { head } else { p("") };
    written.body = with_runs(&format!("{blocks}{section}"), language);
    written.numbering += &list(PLAIN, &[("decimal", "%1")]);
    written.numbering += &list(POINTED, &[("decimal", "%1."), ("decimal", "%1.%2")]);
    let page = p(&[run("- "), field(" PAGE ", &run("2")), run(" -")].concat());
    let path = p(&run(r"P:\FRA\SG\CIRCULARS\2020\0043F.DOCX"));
    Some(
        written
            .file()
            .with("header", "header1.xml", "w:hdr", &with_runs(&first, language))
            .with("header", "header2.xml", "w:hdr", &page)
            .with("footer", "footer1.xml", "w:ftr", &path),
    )
}

/// Without the line ends between ideographs, between which there is no space.
fn unwrapped(markdown: &str) -> String {
    let is_ideograph = |character: Option<char>| character.is_some_and(|character| character >= '\u{3000}');
    let lines: Vec<&str> = markdown.lines().collect();
    let ends = lines.iter().zip(lines.iter().skip(1).chain(std::iter::once(&""))).map(|(line, next)| {
        let is_wrapped = is_ideograph(line.chars().last()) && is_ideograph(next.chars().next());
        if is_wrapped { (*line).to_owned() } else { format!("{line}\n") }
    });
    ends.collect()
}

/// The paragraphs at the beginning that have neither a number nor a label, and the rest of the body.
fn issuer_of(body: &str) -> (String, String) {
    let mut rest = body;
    while let Some(paragraph) = rest.strip_prefix("<w:p>").and_then(|rest| rest.split_once("</w:p>")) {
        let text = text_of(paragraph.0);
        if text.chars().any(char::is_numeric) || text.contains([':', '：']) || text.trim().is_empty() {
            break;
        }
        rest = paragraph.1;
    }
    let (head, rest) = body.split_at(body.len() - rest.len());
    (head.to_owned(), rest.to_owned())
}

fn text_of(xml: &str) -> String {
    xml.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect()
}

/// In cells, each line is a paragraph.
fn in_cells(body: &str) -> String {
    let mut cells = body.split("<w:tc>");
    let mut written = cells.next().unwrap_or_default().to_owned();
    for cell in cells {
        let (inside, after) = cell.split_once("</w:tc>").unwrap_or((cell, ""));
        let lines = inside.replace("<w:r><w:br/></w:r>", "</w:p><w:p><w:pPr></w:pPr>");
        written += &format!("<w:tc><w:tcPr><w:tcW w:w='0' w:type='auto'/></w:tcPr>{lines}</w:tc>{after}");
    }
    written.replace("<w:tbl>", "<w:tbl><w:tblPr><w:tblW w:w='0' w:type='auto'/></w:tblPr>")
}

/// Counts typed numbers: those that go on from 1 can be automatic ones.
#[derive(Default)]
struct Count {
    plain: usize,
    pointed: usize,
    second: usize,
}

impl Count {
    /// The list and the level of the number, if it is the next one.
    fn place(&mut self, number: &str) -> Option<(u32, u32)> {
        if number == format!("{}.{}", self.pointed, self.second + 1) {
            self.second += 1;
            Some((POINTED, 1))
        } else if number == format!("{}.", self.pointed + 1) {
            self.pointed += 1;
            self.second = 0;
            Some((POINTED, 0))
        } else if number == (self.plain + 1).to_string() {
            self.plain += 1;
            Some((PLAIN, 0))
        } else {
            None
        }
    }
}

/// Paragraphs behind the tables of the head, whose typed numbers count from 1 on, are numbered by Word.
fn numbered(body: &str) -> String {
    const BEGIN: &str = "<w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr><w:t xml:space='preserve'>";
    let mut count = Count::default();
    let mut paragraphs = body.split(BEGIN);
    let mut written = paragraphs.next().unwrap_or_default().to_owned();
    for paragraph in paragraphs {
        let is_in_table = written.matches("<w:tbl>").count() > written.matches("</w:tbl>").count();
        let number: String = paragraph.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let text = paragraph.strip_prefix(&number).unwrap_or_default();
        let is_number = !is_in_table && text.starts_with([' ', '\u{A0}', '\t']);
        match is_number.then(|| count.place(&number)).flatten() {
            Some((list, level)) => {
                let properties =
                    format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>");
                written += &BEGIN.replace("<w:pPr>", &format!("<w:pPr>{properties}"));
                written += text.trim_start();
            }
            None => written += &format!("{BEGIN}{paragraph}"),
        }
    }
    written
}

/// Each text in runs that are split after some characters, as Word leaves them after editing; gaps of spaces are tab stops.
fn with_runs(xml: &str, language: Language) -> String {
    let (of_paragraph, of_run) = match language {
        Language::Arabic => ("<w:bidi/>", "<w:rtl/><w:lang w:bidi='ar-SA'/>".to_owned()),
        Language::Chinese => ("", "<w:lang w:eastAsia='zh-CN'/>".to_owned()),
        _ => ("", format!("<w:lang w:val='{}'/>", language.tag())),
    };
    let begin = "<w:t xml:space='preserve'>";
    let mut written = String::new();
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once(begin) {
        let (text, after) = after.split_once("</w:t>").unwrap_or((after, ""));
        let properties = before.rfind("<w:rPr>").and_then(|at| before.get(at..)).unwrap_or_default();
        let properties = properties.split_once("</w:rPr>").map_or("", |(inside, _)| inside);
        let proof = "<w:proofErr w:type='spellStart'/>";
        let between = format!(
            "</w:t></w:r>{proof}<w:r w:rsidR='00C43F21'>{properties}{}{begin}",
            if properties.is_empty() { "" } else { "</w:rPr>" }
        );
        let parts: Vec<String> = with_tabs(text).split('\t').map(|part| split(part, &between)).collect();
        written +=
            &format!("{before}{begin}{}</w:t>", parts.join("</w:t><w:tab/><w:t xml:space='preserve'>"));
        rest = after;
    }
    let written = written + rest;
    written
        .replace("<w:pPr>", &format!("<w:pPr>{of_paragraph}"))
        .replace("<w:rPr>", &format!("<w:rPr>{of_run}"))
}

/// The text with tabs in the place of three spaces or more.
fn with_tabs(text: &str) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("   ") {
        written += before;
        written.push('\t');
        rest = after.trim_start_matches(' ');
    }
    written + rest
}

/// The text with something between its parts, and no-break hyphens in references: “CL-20/43”.
fn split(text: &str, between: &str) -> String {
    let mut written = String::new();
    let mut before = ' ';
    let mut in_run = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        in_run += 1;
        match character {
            '-' if before.is_ascii_uppercase() && next.is_ascii_digit() => {
                written += "</w:t><w:noBreakHyphen/><w:t xml:space='preserve'>";
            }
            // An entity stays whole.
            _ if in_run > 40 && before.is_alphabetic() && next.is_alphabetic() && !text.contains('&') => {
                written.push(character);
                written += between;
                in_run = 0;
            }
            _ => written.push(character),
        }
        before = character;
    }
    written
}

/// A text box over the text, as Word writes it: with a copy for programs that know only its older form.
fn text_box(blocks: &str) -> String {
    let content = format!("<w:txbxContent>{blocks}</w:txbxContent>");
    p(&format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor distT='0' distB='0' distL='0' distR='0' simplePos='0' \
         relativeHeight='1' behindDoc='0' locked='0' layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/>\
         <wp:positionH relativeFrom='column'><wp:posOffset>0</wp:posOffset></wp:positionH>\
         <wp:positionV relativeFrom='paragraph'><wp:posOffset>0</wp:posOffset></wp:positionV>\
         <wp:extent cx='5000000' cy='700000'/><wp:effectExtent l='0' t='0' r='0' b='0'/><wp:wrapTopAndBottom/>\
         <wp:docPr id='1' name='Text Box 1'/><wp:cNvGraphicFramePr/>\
         <a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>\
         <wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='5000000' cy='700000'/></a:xfrm>\
         <a:prstGeom prst='rect'><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/>\
         </wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:shape style='width:400pt;height:55pt'><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>\
         </mc:AlternateContent></w:r>"
    ))
}

/// The specimens of each layout and language: the name, the source, the language, and the Word file.
fn specimens() -> Vec<(String, String, Language, File)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../letters/tests/letters");
    let mut specimens = Vec::new();
    for (name, letterhead) in LAYOUTS {
        for language in Language::ALL {
            let name = format!("{name}.{}", language.code());
            let source = letter::decode(&fs::read(folder.join(format!("{name}.md"))).unwrap()).into_owned();
            let file = file(&source, letterhead, language).unwrap();
            specimens.push((name, source, language, file));
        }
    }
    specimens
}

/// What a letter says of itself and when what is to be done. Which paragraphs belong to one item is not in a Word file.
fn said(letter: &Letter) -> Value {
    let mut said = facts(letter);
    for date in said
        .get_mut("dates")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        date.retain(|key, _| ["first", "last", "kind", "about", "until"].contains(&key.as_str()));
    }
    if let Some(said) = said.as_object_mut() {
        said.remove("paragraphs");
    }
    said
}

fn expected(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/word/layouts/{name}.md"))
}

#[test]
fn letters_in_every_layout_and_language_are_read_as_their_specimens() {
    let mut differences = Vec::new();
    for (name, source, language, file) in specimens() {
        let Imported { markdown, .. } = checked(read(&file.bytes(), Unaccepted::Refused).unwrap());
        assert!(!markdown.contains(".DOCX"), "{name} has the path in its footer");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(expected(&name), &markdown).unwrap();
        }
        if fs::read_to_string(expected(&name)).unwrap_or_default() != markdown {
            differences.push(format!("{name}: the Markdown is another one"));
        }
        let said = |markdown: &str| said(&letter::read(&markdown.replace('\u{2011}', "-"), Some(language)));
        let (before, after) = (said(&source), said(&markdown));
        for (key, value) in before.as_object().into_iter().flatten() {
            if after.get(key) != Some(value) {
                differences.push(format!("{name} {key}: {value} is {:?}", after.get(key)));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// For `make validate`: the files are opened by another program.
#[test]
#[ignore = "writes files for make validate"]
fn the_files_are_written_for_other_programs() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/validate/word");
    fs::create_dir_all(&folder).unwrap();
    for (name, _, _, file) in specimens() {
        fs::write(folder.join(format!("{name}.docx")), file.bytes()).unwrap();
        fs::write(folder.join(format!("{name}.md")), fs::read(expected(&name)).unwrap()).unwrap();
    }
}
