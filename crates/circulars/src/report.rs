//! Reports problems: to people with the line and a caret under the place, to programs as JSON.

mod excerpt;
mod human;
mod json;

use annotate_snippets::Renderer;
use letters::diagnostic::{Code, Diagnostic, Severity, Span};

use crate::arguments::{FormatName, ReportArguments};
use crate::source::Source;

/// The maximum number of remarks with one code that are shown to people, who will not read more about one letter.
/// Programs get all.
const MOST_OF_A_CODE: usize = 1000;

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    Plain,
    /// For people at a terminal, with colours.
    Styled,
    /// For programs: a line of JSON for each remark.
    Json,
}

impl Format {
    /// The requested format, or else the one for people that suits the stream.
    pub(crate) fn of(arguments: &ReportArguments, stream: &impl std::io::IsTerminal) -> Self {
        match arguments.format {
            Some(FormatName::Json) => Self::Json,
            None if stream.is_terminal() => Self::Styled,
            Some(FormatName::Human) | None => Self::Plain,
        }
    }
}

/// A problem in a letter.
#[derive(Debug)]
pub(crate) struct Remark<'source> {
    pub(crate) diagnostic: Diagnostic,
    /// The values in the letter and in the version that it is compared with.
    pub(crate) detail: Option<String>,
    /// The place that it is compared with.
    pub(crate) counterpart: Option<Counterpart<'source>>,
}

/// A place in another version of the letter.
#[derive(Debug)]
pub(crate) struct Counterpart<'source> {
    pub(crate) source: &'source Source,
    /// The fact or the paragraph. Empty where that version has neither: it is then the place where the paragraph
    /// would be.
    pub(crate) span: Span,
    /// The paragraph. Empty where that version lacks it.
    pub(crate) paragraph: Span,
}

impl From<Diagnostic> for Remark<'_> {
    fn from(diagnostic: Diagnostic) -> Self {
        Self { diagnostic, detail: None, counterpart: None }
    }
}

/// The report about one file, remark by remark.
pub(crate) fn report<'source>(
    source: &'source Source,
    remarks: &'source [Remark<'_>],
    format: Format,
) -> Box<dyn Iterator<Item = String> + 'source> {
    let renderer = match format {
        Format::Plain => Renderer::plain(),
        Format::Styled => Renderer::styled(),
        Format::Json => return Box::new(remarks.iter().map(|remark| json::line(source, remark))),
    };
    let mut counts: Vec<(Code, usize)> = Vec::new();
    let shown: Vec<&Remark<'_>> = remarks
        .iter()
        .filter(|remark| count(&mut counts, remark.diagnostic.code) <= MOST_OF_A_CODE)
        .collect();
    counts.retain(|(_, count)| *count > MOST_OF_A_CODE);
    let summaries = renderer.clone();
    let laid_out = shown.into_iter().map(move |remark| human::remark(source, remark, &renderer));
    let unshown = counts
        .into_iter()
        .map(move |(code, count)| human::unshown(source, code, count - MOST_OF_A_CODE, &summaries));
    Box::new(laid_out.chain(unshown))
}

/// Counts the code, and returns its number of occurrences so far.
fn count(counts: &mut Vec<(Code, usize)>, code: Code) -> usize {
    if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == code) {
        *count += 1;
        return *count;
    }
    counts.push((code, 1));
    1
}

/// The number of remarks of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, remarks: &[Remark<'_>]) {
        for remark in remarks {
            match remark.diagnostic.code.severity() {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
            }
        }
    }
}

/// A number of things: `1 letter`, `2 letters`.
pub(crate) fn counted(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
