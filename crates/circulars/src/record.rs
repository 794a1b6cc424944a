//! `circulars record`: a letter as a record.

use std::path::Path;

use letters::{Version, record};

use crate::arguments::RecordArguments;
use crate::failure::Failure;
use crate::output::print_part;
use crate::source::Source;

pub(crate) fn run(arguments: &RecordArguments) -> Result<(), Failure> {
    let source = Source::read(&arguments.file)?;
    let version = Version::read(&source.text, arguments.language);
    if version.letter().is_empty() {
        return Err(Failure::Unusable(format!("{} is empty", source.file.display())));
    }
    let address = arguments.source.clone().unwrap_or_else(|| address_beside(&arguments.file));
    let mut printed = Ok(());
    record::write(&version, &source.text, &address, &mut |part| {
        if printed.is_ok() {
            printed = print_part(part);
        }
    });
    printed
}

/// The address of the file for a record in the same folder: its name, with the characters escaped that would have a
/// meaning in an address (URL Standard, path percent-encode set). Empty for standard input.
fn address_beside(file: &Path) -> String {
    let name = file.file_name().filter(|name| *name != "-").unwrap_or_default();
    let escaped = |c: char| match c {
        ' ' | '"' | '#' | '%' | '<' | '>' | '?' | '\\' | '^' | '`' | '{' | '|' | '}' | ':' => {
            format!("%{:02X}", u32::from(c))
        }
        c if c.is_ascii_control() => format!("%{:02X}", u32::from(c)),
        c => c.to_string(),
    };
    name.to_string_lossy().chars().map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_is_an_address_whatever_is_in_it() {
        for (file, address) in [
            ("letters/cl-20-43/fr.md", "fr.md"),
            ("CL 43: draft #2 (100%).md", "CL%2043%3A%20draft%20%232%20(100%25).md"),
            ("письмо.md", "письмо.md"),
            ("-", ""),
        ] {
            assert_eq!(address_beside(Path::new(file)), address);
        }
    }
}
