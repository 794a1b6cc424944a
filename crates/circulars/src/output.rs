//! The output of the command: results to standard output or to a file, everything else to standard error.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{fs, process};

use crate::failure::Failure;

/// Prints a line to standard output. A reader such as `head` may stop before the end: that is not a failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    print_part(&format!("{text}\n"))
}

/// Prints text to standard output as it is.
pub(crate) fn print_part(text: &str) -> Result<(), Failure> {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Unusable(format!("standard output cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Prints a line to standard error. A failure cannot be reported anywhere, and is ignored.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Writes the text and a final line break to a file, which keeps its old content until the new is complete.
pub(crate) fn replace(file: &Path, text: &str) -> Result<(), Failure> {
    replace_with(file, &|draft| writeln!(draft, "{text}"))
}

/// Writes a file part by part; it keeps its old content until the new is complete.
pub(crate) fn replace_with(
    file: &Path,
    write: &dyn Fn(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Failure> {
    // A symbolic link is kept: its target is replaced.
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let draft = draft_beside(&file);
    write_draft(&draft, &file, write).and_then(|()| fs::rename(&draft, &file)).map_err(|error| {
        // The draft may not exist.
        let _ = fs::remove_file(&draft);
        Failure::Unusable(format!("{} cannot be written: {error}", file.display()))
    })
}

/// A file in the same folder, so that renaming it replaces the other in one step.
fn draft_beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.{}.tmp", process::id()))
}

fn write_draft(
    draft: &Path,
    file: &Path,
    write: &dyn Fn(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let written = fs::OpenOptions::new().write(true).create_new(true).open(draft)?;
    if let Ok(replaced) = fs::metadata(file) {
        fs::set_permissions(draft, replaced.permissions())?;
    }
    let mut written = io::BufWriter::new(written);
    write(&mut written)?;
    written.into_inner()?.sync_all()
}
