//! How a diagnostic is told: to people with the line and a caret under the place, to programs as JSON.

use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use letters::diagnostic::{Diagnostic, Severity};
use serde_json::json;

/// To whom it is told.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    /// To people; with colours where a terminal shows them.
    Human { styled: bool },
    /// To programs: one line of JSON.
    Json,
}

/// The file that diagnostics are about.
pub(crate) struct Report<'source> {
    file: &'source Path,
    source: &'source str,
    format: Format,
    lines: Vec<Line>,
}

/// Where a line of the file begins. A long letter can have thousands of diagnostics: their places are not counted from its first line.
#[derive(Clone, Copy, Default)]
struct Line {
    byte: usize,
    /// How many characters there are before it.
    characters: usize,
}

impl<'source> Report<'source> {
    pub(crate) fn new(file: &'source Path, source: &'source str, format: Format) -> Self {
        let mut next = Line::default();
        let mut lines = vec![next];
        for line in source.split_inclusive('\n') {
            next = Line { byte: next.byte + line.len(), characters: next.characters + line.chars().count() };
            lines.push(next);
        }
        Self { file, source, format, lines }
    }

    /// The number of the line with the byte, from 1, and where it begins.
    fn line(&self, byte: usize) -> (usize, Line) {
        let number = self.lines.partition_point(|line| line.byte <= byte).max(1);
        (number, self.lines.get(number - 1).copied().unwrap_or_default())
    }

    /// How many characters there are before the byte.
    fn characters(&self, byte: usize) -> usize {
        let (_, line) = self.line(byte);
        line.characters + self.source.get(line.byte..byte).unwrap_or_default().chars().count()
    }

    /// The diagnostic as it is printed, with what is to be said of this case.
    pub(crate) fn of(&self, diagnostic: &Diagnostic, detail: Option<&str>) -> String {
        match self.format {
            Format::Human { styled } => self.for_people(diagnostic, detail, styled),
            Format::Json => self.for_programs(diagnostic, detail),
        }
    }

    fn for_people(&self, diagnostic: &Diagnostic, detail: Option<&str>, styled: bool) -> String {
        let level = match diagnostic.code.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let path = self.file.display().to_string();
        let title = level.primary_title(diagnostic.code.reason()).id(diagnostic.code.name());
        // The letter as a whole is shown by its first line.
        let span = if diagnostic.span.is_empty() { 0..0 } else { diagnostic.span.clone() };
        let (number, first) = self.line(span.start);
        let (after, _) = self.line(span.end);
        let end = self.lines.get(after).map_or(self.source.len(), |line| line.byte);
        let lines = self.source.get(first.byte..end).unwrap_or_default();
        let place = AnnotationKind::Primary
            .span(span.start - first.byte..span.end.saturating_sub(first.byte))
            .label(detail);
        let snippet = Snippet::source(lines).line_start(number).path(path).annotation(place);
        let group = title.element(snippet).element(Level::HELP.message(diagnostic.code.advice()));
        let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group])
    }

    fn for_programs(&self, diagnostic: &Diagnostic, detail: Option<&str>) -> String {
        let (line, start) = self.line(diagnostic.span.start);
        let mut remark = json!({
            "file": self.file.display().to_string(),
            "line": line,
            "column": self.characters(diagnostic.span.start) - start.characters + 1,
            "start": self.characters(diagnostic.span.start),
            "end": self.characters(diagnostic.span.end),
            "severity": diagnostic.code.severity().to_string(),
            "code": diagnostic.code.name(),
            "reason": diagnostic.code.reason(),
            "advice": diagnostic.code.advice(),
        });
        if let (Some(remark), Some(detail)) = (remark.as_object_mut(), detail) {
            remark.insert("detail".to_owned(), detail.into());
        }
        remark.to_string()
    }
}
