//! `circulars check`: the problems that a publisher should fix in the letters of a folder.

use std::io;
use std::path::Path;

use letters::catalogue::Catalogue;

use crate::arguments::CheckArguments;
use crate::checked::Checked;
use crate::failure::Failure;
use crate::folder::{OwnCatalogue, catalogue_in, letters_in};
use crate::output::{print, tell};
use crate::progress::Progress;
use crate::report::{Format, Remark, Tally, counted, report};
use crate::source::Source;
use crate::versions;

pub(crate) fn run(arguments: &CheckArguments) -> Result<(), Failure> {
    let folder = &arguments.folder;
    let catalogue = match &arguments.catalogue {
        Some(file) => Some(catalogue_in(file)?),
        None => OwnCatalogue::of(folder)?.found(),
    };
    let files = letters_in(folder)?;
    if files.is_empty() {
        return Err(Failure::Unusable(format!("there are no letters (*.md) in {}", folder.display())));
    }
    let mut tally = Tally::default();
    let mut checked = Vec::new();
    for result in read_all(&files, catalogue.as_ref()) {
        match result {
            Ok(letter) => checked.push(letter),
            Err(Failure::Unusable(problem)) => {
                tell(&format!("error: {problem}"));
                tally.errors += 1;
            }
            Err(Failure::Reported) => tally.errors += 1,
        }
    }
    let format = Format::of(&arguments.report, &io::stdout());
    for (Checked { source, problems, .. }, differences) in checked.iter().zip(versions::differences(&checked))
    {
        let own = problems.iter().cloned().map(Remark::from);
        let remarks: Vec<Remark<'_>> = own.chain(differences).collect();
        tally.add(&remarks);
        report(source, &remarks, format).try_for_each(|remark| print(&remark))?;
    }
    let [letters, errors, warnings] =
        [(files.len(), "letter"), (tally.errors, "error"), (tally.warnings, "warning")]
            .map(|(number, noun)| counted(number, noun));
    tell(&format!("{letters}: {errors}, {warnings}"));
    if tally.errors > 0 { Err(Failure::Reported) } else { Ok(()) }
}

fn read_all(files: &[impl AsRef<Path>], catalogue: Option<&Catalogue>) -> Vec<Result<Checked, Failure>> {
    let mut progress = Progress::of("Reading letters", files.len());
    let read = files.iter().map(|file| {
        let checked = Source::read(file.as_ref()).map(|source| Checked::of(source, catalogue));
        progress.step();
        checked
    });
    read.collect()
}
