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
            let Some(next) = lines.get(index + 1) else { break };
            let is_flowing = its_line.end == LineEnd::Flowing;
            if is_flowing && goes_on_without_space(its_line, Some(next)) {
                continue;
            }
            // The running text has no space before its first word, which may follow the mark of a footnote.
            let is_in_running_text = passage.line_starts().get(index + 1).is_some_and(|next| *next > 0);
            if is_flowing && is_in_running_text {
                line.push(Inline::Text { text: " ".to_owned(), span: 0..0 });
                continue;
            }
            nodes.extend(self.with_references(std::mem::take(&mut line), start, &mut coming));
            nodes.push(if is_flowing { Node::Text(" ".to_owned()) } else { Tag::Br.holding([]).into() });
        }
        nodes.extend(self.with_references(line, start, &mut coming));
        nodes
    }
}

fn goes_on_without_space(line: &Line, next: Option<&Line>) -> bool {
    next.is_some_and(|next| joins_without_space(&line.plain(), &next.plain()))
}

#[cfg(test)]
mod tests {
    use crate::citation;
    use crate::ids::Language;
    use crate::letter::read;
    use crate::page::{letter, to_html};
    use crate::resolver::{Sources, resolve};

    #[test]
    fn the_words_of_a_link_are_right_behind_a_line_that_is_only_a_footnote_mark() {
        let source = "Text.[^1]\n\n[^1]: [^1]\nsee Resolution 70 (Rev. Bucharest, 2022) on this.\n";
        let read = read(source, Some(Language::English));
        let sources = Sources { catalogue: None, entries: &[], language: Language::English };
        let references = resolve(&read.metadata.letterhead, citation::find(&read), sources);
        let html = to_html(&letter(&read, &references, Language::English));
        assert!(html.contains(">Resolution 70 (Rev. Bucharest, 2022)</a>"), "{html}");
        assert!(html.contains("</sup> see "), "{html}");
    }
}
