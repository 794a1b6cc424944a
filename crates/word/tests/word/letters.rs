//! The specimen letters of the library in Word form: what each says of itself is the same when it comes from Word.
//!
//! A specimen is written with the constructs that Word has for it: headings, emphasis, breaks of lines, automatic numbers and
//! bullets, tables, links, footnotes. Specimens of what only converters write, such as HTML, are left out.

use std::fs;
use std::path::Path;

use ::letters::export::to_json;
use ::letters::letter::{self, Letter};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde_json::Value;
use word::{Unaccepted, read};

use crate::support::{File, checked};

/// A document under construction.
#[derive(Default)]
struct Writer {
    body: String,
    /// The paragraph that is open, with its properties.
    paragraph: Option<(String, String)>,
    properties: Vec<&'static str>,
    lists: Vec<Option<u64>>,
    numbering: String,
    links: Vec<String>,
    footnotes: String,
    /// The labels of the footnotes, in the order of their marks.
    labels: Vec<String>,
    note: Option<String>,
    is_head: bool,
    /// What this writer has no construct for.
    is_beyond: bool,
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl Writer {
    fn put(&mut self, xml: &str) {
        if self.paragraph.is_none() {
            self.paragraph = Some((String::new(), String::new()));
        }
        if let Some((_, content)) = &mut self.paragraph {
            content.push_str(xml);
        }
    }

    fn text(&mut self, text: &str) {
        let properties = self.properties.concat();
        for (number, part) in text.split('\t').enumerate() {
            let tab = if number > 0 { "<w:tab/>" } else { "" };
            let part = part.replace('\u{2011}', "</w:t><w:noBreakHyphen/><w:t xml:space='preserve'>");
            let part = if part.contains("<w:") { part } else { escaped(&part) };
            self.put(&format!(
                "<w:r><w:rPr>{properties}</w:rPr>{tab}<w:t xml:space='preserve'>{part}</w:t></w:r>"
            ));
        }
    }

    fn end_paragraph(&mut self) {
        let Some((properties, content)) = self.paragraph.take() else { return };
        let xml = format!("<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>");
        match &mut self.note {
            Some(note) => note.push_str(&xml),
            None => self.body.push_str(&xml),
        }
    }

    fn begin_paragraph(&mut self, properties: String) {
        self.end_paragraph();
        self.paragraph = Some((properties, String::new()));
    }

    fn place_in_list(&mut self) -> String {
        let level = self.lists.len().saturating_sub(1);
        format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{}'/></w:numPr>", self.list_number())
    }

    /// The number of the innermost list: each has one of its own.
    fn list_number(&self) -> usize {
        self.numbering.matches("<w:num ").count()
    }

    fn begin_list(&mut self, start: Option<u64>) {
        self.end_paragraph();
        self.lists.push(start);
        let number = self.list_number() + 1;
        let (format, text) = if start.is_some() {
            ("decimal", format!("%{}.", self.lists.len()))
        } else {
            ("bullet", "-".to_owned())
        };
        let level = |level: usize| {
            format!(
                "<w:lvl w:ilvl='{level}'><w:start w:val='{}'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>",
                start.unwrap_or(1)
            )
        };
        let levels: String = (0..9).map(level).collect();
        self.numbering += &format!(
            "<w:abstractNum w:abstractNumId='{number}'>{levels}</w:abstractNum>\
             <w:num w:numId='{number}'><w:abstractNumId w:val='{number}'/></w:num>"
        );
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph
                if self
                    .paragraph
                    .as_ref()
                    .is_some_and(|(properties, content)| !properties.is_empty() && content.is_empty()) => {}
            Tag::Paragraph => self.begin_paragraph(String::new()),
            Tag::Heading { level, .. } => {
                let level = match level {
                    HeadingLevel::H1 => 0,
                    HeadingLevel::H2 => 1,
                    HeadingLevel::H3 => 2,
                    _ => 3,
                };
                self.begin_paragraph(format!("<w:outlineLvl w:val='{level}'/>"));
            }
            Tag::List(start) => {
                // A list in a list begins to count anew, which this writer does not.
                self.is_beyond |= !self.lists.is_empty();
                self.begin_list(start);
            }
            Tag::Item => {
                let properties = self.place_in_list();
                self.begin_paragraph(properties);
            }
            Tag::Table(_) => {
                self.end_paragraph();
                self.body.push_str("<w:tbl>");
            }
            Tag::TableHead => {
                self.is_head = true;
                self.body.push_str("<w:tr><w:trPr><w:tblHeader/></w:trPr>");
            }
            Tag::TableRow => self.body.push_str("<w:tr>"),
            Tag::TableCell => {
                self.body.push_str("<w:tc>");
                self.begin_paragraph(String::new());
            }
            Tag::Strong => self.properties.push("<w:b/>"),
            Tag::Emphasis => self.properties.push("<w:i/>"),
            Tag::Strikethrough => self.properties.push("<w:strike/>"),
            Tag::Link { dest_url, .. } => {
                let address = if dest_url.contains('@') && !dest_url.contains(':') {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.to_string()
                };
                self.links.push(escaped(&address).replace('\'', "&apos;"));
                let number = self.links.len();
                self.put(&format!("<w:hyperlink r:id='link{number}'>"));
            }
            Tag::FootnoteDefinition(label) => {
                self.end_paragraph();
                self.is_beyond |= !self.labels.iter().any(|known| **known == *label);
                let id = self.labels.iter().position(|known| **known == *label).unwrap_or_default() + 1;
                self.note = Some(format!("<w:footnote w:id='{id}'>"));
            }
            _ => self.is_beyond = true,
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item => self.end_paragraph(),
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Table => self.body.push_str("</w:tbl>"),
            TagEnd::TableHead | TagEnd::TableRow => {
                self.is_head = false;
                self.body.push_str("</w:tr>");
            }
            TagEnd::TableCell => {
                self.end_paragraph();
                self.body.push_str("</w:tc>");
            }
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough => drop(self.properties.pop()),
            TagEnd::Link => self.put("</w:hyperlink>"),
            TagEnd::FootnoteDefinition => {
                self.end_paragraph();
                let note = self.note.take().unwrap_or_default();
                self.footnotes += &(note + "</w:footnote>");
            }
            _ => self.is_beyond = true,
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            // What CommonMark takes for no emphasis, though a converter meant it.
            Event::Text(text) if text.contains('*') => self.is_beyond = true,
            Event::Text(text) => self.text(&text),
            Event::SoftBreak | Event::HardBreak => self.put("<w:r><w:br/></w:r>"),
            Event::FootnoteReference(label) => {
                self.labels.push(label.to_string());
                let id = self.labels.len();
                self.put(&format!("<w:r><w:footnoteReference w:id='{id}'/></w:r>"));
            }
            Event::InlineHtml(html) if html.starts_with("<br") => self.put("<w:r><w:br/></w:r>"),
            Event::Rule => {}
            _ => self.is_beyond = true,
        }
    }
}

/// The letter as a Word file; `None` if it has what Word has no construct for.
fn in_word(markdown: &str) -> Option<File> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer::default();
    Parser::new_ext(markdown, options).for_each(|event| writer.take(event));
    writer.end_paragraph();
    let is_of_converter =
        ["+--", ":::", "^", "$", "\u{B}", "\u{2028}", "-- --", "\u{0}", "]{", "*第", "\u{AD}", "\n1) "]
            .iter()
            .any(|mark| markdown.contains(mark));
    if writer.is_beyond || is_of_converter || markdown.starts_with("---") {
        return None;
    }
    let links = writer.links.iter();
    let file = File::new(&writer.body).with_numbering(&writer.numbering).with_footnotes(&writer.footnotes);
    Some(links.fold(file, |file, link| file.with_link("hyperlink", link)))
}

/// What the letter says of itself.
fn facts(letter: &Letter) -> Value {
    let mut facts = serde_json::from_str::<Value>(&to_json(letter, &[])).unwrap_or_default();
    if let Some(facts) = facts.as_object_mut() {
        facts.retain(|key, _| key != "status");
    }
    facts
}

#[test]
fn every_specimen_says_the_same_when_it_comes_from_word() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../letters/tests/letters");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    // The lines of one letter are those of its paper, which Word does not have.
    paths.retain(|path| {
        path.extension().is_some_and(|extension| extension == "md")
            && !path.to_string_lossy().contains("nineties")
    });
    paths.sort();
    let mut compared = 0;
    let mut differences = Vec::new();
    for path in paths {
        let source = letter::decode(&fs::read(&path).unwrap()).into_owned();
        let Some(file) = in_word(&source) else { continue };
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let language = name.rsplit_once('.').and_then(|(_, code)| code.parse().ok());
        let imported = checked(read(&file.bytes(), Unaccepted::Refused).unwrap());
        let (before, after) =
            (facts(&letter::read(&source, language)), facts(&letter::read(&imported.markdown, language)));
        compared += 1;
        for (key, value) in before.as_object().into_iter().flatten() {
            if after.get(key) != Some(value) {
                differences.push(format!("{name} {key}: {value} is {:?}", after.get(key)));
            }
        }
    }
    assert!(differences.is_empty(), "{compared} letters compared:\n{}", differences.join("\n"));
    assert!(compared > 100, "{compared}");
}
