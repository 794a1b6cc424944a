//! `circulars read`: a letter as JSON.

use std::io;

use letters::diagnostic::Severity;
use letters::{Version, export, resolver};

use crate::arguments::ReadArguments;
use crate::failure::Failure;
use crate::folder::catalogue_in;
use crate::output::{print, tell};
use crate::references::references;
use crate::report::{Format, Remark, report};
use crate::source::Source;

pub(crate) fn run(arguments: &ReadArguments) -> Result<(), Failure> {
    let catalogue = arguments.letter.catalogue.as_deref().map(catalogue_in).transpose()?;
    let source = Source::read(&arguments.letter.file)?;
    let version = Version::read(&source.text, arguments.letter.language);
    let references = references(&version, catalogue.as_ref());
    let mut problems = version.letter().diagnostics.clone();
    problems.extend(resolver::check(&references));
    problems.sort_by_key(|diagnostic| diagnostic.span.start);
    print(&export::to_json(version.letter(), &references))?;
    let has_errors = problems.iter().any(|diagnostic| diagnostic.code.severity() == Severity::Error);
    let remarks: Vec<Remark<'_>> = problems.into_iter().map(Remark::from).collect();
    let format = Format::of(&arguments.report, &io::stderr());
    report(&source, &remarks, format).for_each(|remark| tell(&remark));
    if has_errors { Err(Failure::Reported) } else { Ok(()) }
}
