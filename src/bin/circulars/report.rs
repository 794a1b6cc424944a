//! How a diagnostic is told: to people with the line and a caret under the place, to programs as JSON.

use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use circular_viewer::diagnostic::{Diagnostic, Place, Severity};
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
    pub(crate) file: &'source Path,
    pub(crate) source: &'source str,
    pub(crate) format: Format,
}

impl Report<'_> {
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
        let place = AnnotationKind::Primary.span(span).label(detail);
        let snippet = Snippet::source(self.source).path(path).annotation(place);
        let group = title.element(snippet).element(Level::HELP.message(diagnostic.code.advice()));
        let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group])
    }

    fn for_programs(&self, diagnostic: &Diagnostic, detail: Option<&str>) -> String {
        let Place { line, column } = Place::of(self.source, diagnostic.span.start);
        let characters = |byte: usize| self.source.get(..byte).unwrap_or(self.source).chars().count();
        let mut remark = json!({
            "file": self.file.display().to_string(),
            "line": line,
            "column": column,
            "start": characters(diagnostic.span.start),
            "end": characters(diagnostic.span.end),
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
