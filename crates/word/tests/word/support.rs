//! Word files, written with the constructs that Word writes.

use std::io::{Cursor, Write};

use word::{Imported, Refusal, Unaccepted, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The namespaces of a part.
const NAMESPACES: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
    xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
    xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' \
    xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
    xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' \
    xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office'";

/// A Word file under construction.
#[derive(Clone, Debug, Default)]
pub(crate) struct File {
    body: String,
    /// Other parts, each with its kind, its name in `word/`, and its content.
    parts: Vec<(String, String, String)>,
    /// Relationships to other places, each with its kind and its target.
    links: Vec<(String, String)>,
    loose: Vec<(String, Vec<u8>)>,
}

impl File {
    /// A file with the blocks of the body.
    pub(crate) fn new(body: &str) -> Self {
        Self { body: body.to_owned(), ..Self::default() }
    }

    /// With a part whose root is the element, and its relationship, the id of which is its name without an ending.
    pub(crate) fn with(mut self, kind: &str, name: &str, root: &str, content: &str) -> Self {
        let content = format!("<{root} {NAMESPACES}>{content}</{root}>");
        self.parts.push((kind.to_owned(), name.to_owned(), content));
        self
    }

    pub(crate) fn with_styles(self, styles: &str) -> Self {
        self.with("styles", "styles.xml", "w:styles", styles)
    }

    pub(crate) fn with_numbering(self, numbering: &str) -> Self {
        self.with("numbering", "numbering.xml", "w:numbering", numbering)
    }

    pub(crate) fn with_footnotes(self, footnotes: &str) -> Self {
        self.with("footnotes", "footnotes.xml", "w:footnotes", footnotes)
    }

    /// With a relationship of the document to an address, under the id `link1`, `link2` and so on.
    pub(crate) fn with_link(mut self, kind: &str, target: &str) -> Self {
        self.links.push((kind.to_owned(), target.to_owned()));
        self
    }

    /// With a part that nothing refers to.
    pub(crate) fn with_loose(mut self, name: &str, bytes: &[u8]) -> Self {
        self.loose.push((name.to_owned(), bytes.to_vec()));
        self
    }

    /// The bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut relationships = String::new();
        for (kind, name, _) in &self.parts {
            let id = name.split('.').next().unwrap_or_default();
            relationships += &format!("<Relationship Id='{id}' Type='{TYPES}/{kind}' Target='{name}'/>");
        }
        for (number, (kind, target)) in (1..).zip(&self.links) {
            relationships += &format!(
                "<Relationship Id='link{number}' Type='{TYPES}/{kind}' Target='{target}' TargetMode='External'/>"
            );
        }
        let in_package =
            format!("<Relationship Id='main' Type='{TYPES}/officeDocument' Target='word/document.xml'/>");
        let list = |relationships: &str| {
            format!(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{relationships}</Relationships>"
            )
        };
        let document = format!("<w:document {NAMESPACES}><w:body>{}</w:body></w:document>", self.body);
        let mut parts = vec![
            ("[Content_Types].xml".to_owned(), self.content_types()),
            ("_rels/.rels".to_owned(), list(&in_package)),
            ("word/document.xml".to_owned(), document),
            ("word/_rels/document.xml.rels".to_owned(), list(&relationships)),
        ];
        parts.extend(self.parts.iter().map(|(_, name, content)| (format!("word/{name}"), content.clone())));
        let files = parts.into_iter().map(|(name, content)| (name, content.into_bytes()));
        zipped(files.chain(self.loose.iter().cloned()))
    }

    /// What each part is, which other programs want to know.
    fn content_types(&self) -> String {
        const OF_WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        let parts = self.parts.iter().map(|(kind, name, _)| (kind.as_str(), name.as_str()));
        let parts = parts.chain([("document.main", "document.xml")]).map(|(kind, name)| {
            format!("<Override PartName='/word/{name}' ContentType='{OF_WORD}.{kind}+xml'/>")
        });
        format!(
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>\
             <Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>\
             <Default Extension='xml' ContentType='application/xml'/>{}</Types>",
            parts.collect::<String>()
        )
    }

    pub(crate) fn import(&self) -> Result<Imported, Refusal> {
        read(&self.bytes(), Unaccepted::Refused)
    }

    /// The Markdown, without the line end at its end.
    pub(crate) fn markdown(&self) -> String {
        self.imported().markdown.trim_end().to_owned()
    }

    pub(crate) fn imported(&self) -> Imported {
        checked(read(&self.bytes(), Unaccepted::Accepted).unwrap())
    }
}

/// What was read, whose receipt holds.
pub(crate) fn checked(imported: Imported) -> Imported {
    let receipt = &imported.receipt;
    assert_eq!(receipt.characters, receipt.kept + receipt.dropped_characters(), "{imported:?}");
    assert_eq!(imported.markdown.chars().count(), receipt.kept + receipt.added, "{imported:?}");
    imported
}

/// An archive of the files.
pub(crate) fn zipped(files: impl Iterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A document of Strict Open XML: the same with other namespaces.
pub(crate) fn strict(bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for number in 0..archive.len() {
        let mut entry = archive.by_index(number).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut entry, &mut text).unwrap();
        let text = text
            .replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            .replace(TYPES, "http://purl.oclc.org/ooxml/officeDocument/relationships");
        files.push((entry.name().to_owned(), text.into_bytes()));
    }
    zipped(files.into_iter())
}

/// A run of text.
pub(crate) fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

/// A run with properties.
pub(crate) fn run_with(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

/// A paragraph of runs.
pub(crate) fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A paragraph of one run.
pub(crate) fn line(text: &str) -> String {
    p(&run(text))
}

/// A paragraph with properties.
pub(crate) fn p_with(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

/// A paragraph in a list.
pub(crate) fn item(list: u32, level: u32, text: &str) -> String {
    p_with(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr>"), &run(text))
}

/// A table of rows of cells, each of them with blocks and properties.
pub(crate) fn table(rows: &[&[(&str, &str)]]) -> String {
    let cell =
        |(properties, blocks): &(&str, &str)| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>");
    let row =
        |cells: &&[(&str, &str)]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A field by its characters, with its result.
pub(crate) fn field(instruction: &str, result: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType='separate'/></w:r>{result}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
}

/// An abstract list with levels, each with its format and its text, and a list of it with the same number.
pub(crate) fn list(number: u32, levels: &[(&str, &str)]) -> String {
    let level = |(at, (format, text)): (usize, &(&str, &str))| {
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let levels: String = levels.iter().enumerate().map(level).collect();
    format!(
        "<w:abstractNum w:abstractNumId='{number}'>{levels}</w:abstractNum><w:num w:numId='{number}'><w:abstractNumId w:val='{number}'/></w:num>"
    )
}
