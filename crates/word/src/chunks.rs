//! Text of other files that is joined to a document (`w:altChunk`; ECMA-376, part 1, 17.17.2): pages of HTML, and plain text.

use crate::body::Chunks;
use crate::document::{Block, Inline, Kind, Marks, Paragraph};
use crate::package::{Package, Relationships};
use crate::receipt::{Receipt, Remark};
use crate::refusal::Refusal;

/// The chunks of the document, by the ids of their relationships.
pub(crate) fn read(
    package: &mut Package<'_>,
    relationships: &Relationships,
    receipt: &mut Receipt,
) -> Result<Chunks, Refusal> {
    let mut chunks = Chunks::new();
    for (id, relationship) in relationships.iter().filter(|(_, relationship)| relationship.kind == "aFChunk")
    {
        let ending = relationship.target.rsplit('.').next().unwrap_or_default().to_owned();
        let text = match package.part(&relationship.target)?.map(String::from_utf8) {
            Some(Ok(text)) if !relationship.is_external => text,
            _ => String::new(),
        };
        let lines = match ending.as_str() {
            "html" | "htm" | "xhtml" => lines_of_page(&text),
            "txt" => text.lines().map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
        if lines.is_empty() {
            receipt.remark(Remark::ChunkDropped(ending));
            continue;
        }
        let characters = lines.iter().map(|line| line.chars().count()).sum::<usize>();
        chunks.insert(id.clone(), (characters, lines.into_iter().map(paragraph).collect()));
    }
    Ok(chunks)
}

fn paragraph(text: String) -> Block {
    let content = vec![Inline { kind: Kind::Text(text), marks: Marks::default(), link: None }];
    Block::Paragraph(Paragraph { content, ..Paragraph::default() })
}

/// The lines of text in a page, without its tags and comments.
fn lines_of_page(page: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut rest = page;
    // What a page does not show ends with the end of its element.
    let mut hidden: Option<String> = None;
    while let Some((text, after)) = rest.split_once('<') {
        if hidden.is_none() {
            push(&mut lines, text);
        }
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let is_end = tag.starts_with('/');
        let name = tag
            .trim_start_matches('/')
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        let name = name.to_ascii_lowercase();
        rest = after;
        match &hidden {
            Some(open) if is_end && *open == name => hidden = None,
            Some(_) => {}
            None if !is_end && matches!(name.as_str(), "script" | "style" | "head") => hidden = Some(name),
            None if BREAKS.contains(&name.as_str()) => lines.push(String::new()),
            None => {}
        }
    }
    if hidden.is_none() {
        push(&mut lines, rest);
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

/// Elements that begin a line.
const BREAKS: [&str; 13] = ["p", "div", "br", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"];

fn push(lines: &mut [String], text: &str) {
    let Some(line) = lines.last_mut() else { return };
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u{A0}")
        .replace("&amp;", "&");
    for c in text.chars() {
        if !c.is_ascii_whitespace() {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_its_lines_and_no_scripts() {
        let page = "<html><head><title>x</title></head><body><p>One &amp;\n two</p><script>no()</script><!-- <b>internal</b> --><P>three<br>four</body>";
        let lines: Vec<String> = lines_of_page(page).into_iter().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["One & two", "three", "four"]);
    }
}
