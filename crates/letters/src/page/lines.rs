//! The lines of a passage, with the references in them.

use super::citing::Coming;
use super::html::{Node, Tag};
use super::renderer::Renderer;
use crate::text::passage::Passage;
use crate::text::tree::{Inline, Line, LineEnd, joins_without_space};

impl Renderer<'_> {
    /// The lines of a passage; each passage of the letter is shown once, in the order of the text.
    pub(super) fn lines(&self, lines: &[Line]) -> Vec<Node> {
        let passage = self.passage(lines);
        if let Some(passage) = passage {
            let references = self.references_of(passage);
            if !references.references.is_empty() {
                return self.lines_with_references(lines, passage, Coming::of(references));
            }
        }
        let mut nodes = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            nodes.extend(self.inlines(&line.content));
            if index + 1 < lines.len() {
                nodes.push(match line.end {
                    LineEnd::Fixed => Tag::Br.holding([]).into(),
                    LineEnd::Flowing if goes_on_without_space(line, lines.get(index + 1)) => continue,
                    LineEnd::Flowing => Node::Text(" ".to_owned()),
                });
            }
        }
        nodes
    }

    /// The lines of a passage that has references. Lines joined by soft breaks are one line, so that a reference across
    /// them is one link.
    fn lines_with_references(
        &self,
        lines: &[Line],
        passage: Passage<'_>,
        mut coming: Coming<'_>,
    ) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut line: Vec<Inline> = Vec::new();
        let mut start = 0;
        for (index, (its_line, its_start)) in lines.iter().zip(passage.line_starts()).enumerate() {
            if line.is_empty() {
                start = *its_start;
            }
            line.extend(its_line.content.iter().cloned());
            let is_last = index + 1 == lines.len();
            match its_line.end {
                LineEnd::Flowing if !is_last => {
                    if !goes_on_without_space(its_line, lines.get(index + 1)) {
                        line.push(Inline::Text { text: " ".to_owned(), span: 0..0 });
                    }
                    continue;
                }
                _ => nodes.extend(self.with_references(std::mem::take(&mut line), start, &mut coming)),
            }
            if !is_last {
                nodes.push(Tag::Br.holding([]).into());
            }
        }
        nodes
    }
}

fn goes_on_without_space(line: &Line, next: Option<&Line>) -> bool {
    next.is_some_and(|next| joins_without_space(&line.plain(), &next.plain()))
}
