//! A remark for people.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Title};
use letters::diagnostic::{Code, Severity};

use super::excerpt::{Excerpt, first_words, quotation};
use super::{Counterpart, Remark};
use crate::source::Source;

/// The remark with the line and a caret under its place, and, where it compares, with the line of the other version.
pub(super) fn remark(source: &Source, remark: &Remark<'_>, renderer: &Renderer) -> String {
    let code = remark.diagnostic.code;
    let own = Excerpt::of(source, &remark.diagnostic.span);
    let other = remark.counterpart.as_ref().map(Counterpart::excerpt);
    let label = remark.counterpart.as_ref().and_then(Counterpart::label);
    let mut group =
        title(code, code.reason()).element(own.snippet(AnnotationKind::Primary, remark.detail.as_deref()));
    if let Some(other) = &other {
        group = group.element(other.snippet(AnnotationKind::Context, label.as_deref()));
    }
    group = group.element(Level::HELP.message(code.advice()));
    let mut rendered = renderer.render(&[group]);
    let behind = own.correct_column(&mut rendered, 0);
    if let Some(other) = &other {
        other.correct_column(&mut rendered, behind);
    }
    rendered
}

/// The number of remarks with the code that are not shown.
pub(super) fn unshown(source: &Source, code: Code, number: usize, renderer: &Renderer) -> String {
    let summary = format!("and {number} more in {}; --format json prints all", source.file.display());
    renderer.render(&[Group::with_title(title(code, &summary))])
}

fn title(code: Code, text: &str) -> Title<'_> {
    let level = match code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    level.primary_title(text).id(code.name())
}

impl<'source> Counterpart<'source> {
    fn excerpt(&self) -> Excerpt<'source> {
        Excerpt::of(self.source, &first_words(self.source, &self.span))
    }

    /// The label of the mark in the other version, where the mark alone is unclear.
    fn label(&self) -> Option<String> {
        if self.paragraph.is_empty() {
            return Some("it would be here".to_owned());
        }
        let is_quoted = self.span.start < first_words(self.source, &self.paragraph).end;
        (!is_quoted).then(|| format!("in “{}”", quotation(self.source, &self.paragraph)))
    }
}
