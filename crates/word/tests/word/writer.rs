//! Writes letters as Word files, from their Markdown.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::support::File;

/// A document under construction.
#[derive(Default)]
struct Writer {
    body: String,
    /// The paragraph that is open, with its properties.
    paragraph: Option<(String, String)>,
    properties: Vec<&'static str>,
    /// The numbers of the lists that are open, the innermost last.
    lists: Vec<usize>,
    numbering: String,
    links: Vec<String>,
    footnotes: String,
    /// The labels of the footnotes, in the order of their marks.
    labels: Vec<String>,
    note: Option<String>,
    is_head: bool,
    /// Within a picture: Word has its file elsewhere.
    is_picture: bool,
    /// It has blocks within others, of which Word does not say where they end.
    is_nested: bool,
    /// The soft breaks of the Markdown are breaks in Word too.
    keeps_lines: bool,
    /// It has what a converter meant for something else.
    is_of_converter: bool,
    /// The letter has stars of its own.
    has_stars: bool,
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
        let number = self.lists.last().copied().unwrap_or_default();
        format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>")
    }

    fn begin_list(&mut self, start: Option<u64>) {
        self.end_paragraph();
        let number = self.numbering.matches("<w:num ").count() + 1;
        self.lists.push(number);
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
                self.is_nested |= !self.lists.is_empty();
                self.begin_list(start);
            }
            // Word has an indented paragraph.
            Tag::BlockQuote(_) => self.is_nested = true,
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
            TagEnd::BlockQuote(_) => {}
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
            Event::Start(Tag::Image { .. }) => self.is_picture = true,
            Event::End(TagEnd::Image) => self.is_picture = false,
            _ if self.is_picture => {}
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            // What CommonMark takes for no emphasis, though a converter meant it.
            Event::Text(text) if text.contains('*') && !self.has_stars => {
                self.is_of_converter = true;
                self.text(&text.replace('*', ""));
            }
            Event::Text(text) => self.text(&text),
            Event::SoftBreak if !self.keeps_lines => self.text(" "),
            Event::SoftBreak | Event::HardBreak => self.put("<w:r><w:br/></w:r>"),
            Event::FootnoteReference(label) => {
                self.labels.push(label.to_string());
                let id = self.labels.len();
                self.put(&format!("<w:r><w:footnoteReference w:id='{id}'/></w:r>"));
            }
            // Marks of a direction, which Word has elsewhere.
            Event::InlineHtml(html) if html.starts_with("<span dir") || html.starts_with("</span") => {}
            Event::InlineHtml(html) if html.starts_with("<br") => self.put("<w:r><w:br/></w:r>"),
            Event::Rule => {}
            _ => self.is_beyond = true,
        }
    }
}

/// A letter in the parts of a Word file.
pub(crate) struct Written {
    pub(crate) body: String,
    pub(crate) numbering: String,
    /// It has no blocks within others, of which Word does not say where they end, and nothing that only a converter writes.
    pub(crate) is_plain: bool,
    footnotes: String,
    links: Vec<String>,
}

impl Written {
    pub(crate) fn file(&self) -> File {
        let file = File::new(&self.body).with_numbering(&self.numbering).with_footnotes(&self.footnotes);
        self.links.iter().fold(file, |file, link| file.with_link("hyperlink", link))
    }
}

/// What becomes of the soft breaks of the Markdown.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum SoftBreaks {
    /// They are breaks in Word too.
    Lines,
    /// Word breaks its lines itself.
    Spaces,
}

/// The letter as a Word file has it; `None` if it has what Word has no construct for.
pub(crate) fn in_word(markdown: &str, breaks: SoftBreaks) -> Option<Written> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut writer = Writer {
        has_stars: markdown.contains("\\*"),
        keeps_lines: breaks == SoftBreaks::Lines,
        ..Writer::default()
    };
    Parser::new_ext(markdown, options).for_each(|event| writer.take(event));
    writer.end_paragraph();
    let Writer { body, numbering, footnotes, links, is_nested, is_of_converter, is_beyond, .. } = writer;
    (!is_beyond).then_some(Written {
        body,
        numbering,
        footnotes,
        links,
        is_plain: !is_nested && !is_of_converter,
    })
}

/// Whether the letter has what only converters write.
pub(crate) fn is_of_converter(markdown: &str) -> bool {
    let marks =
        ["+--", ":::", "^", "$", "\u{B}", "\u{2028}", "-- --", "\u{0}", "]{", "){", "*第", "\u{AD}", "\n1) "];
    markdown.starts_with("---") || marks.iter().any(|mark| markdown.replace("[^", "").contains(mark))
}
