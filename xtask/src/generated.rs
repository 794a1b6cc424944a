//! Generated files: written, or compared with those that are checked in.

use std::fs;

use crate::ROOT;

/// A generated file.
pub(crate) struct Generated {
    /// Where it is checked in, from the root of the repository.
    pub(crate) path: String,
    pub(crate) content: String,
    /// The command that generates it.
    pub(crate) command: &'static str,
}

impl Generated {
    fn is_fresh(&self) -> bool {
        fs::read_to_string(self.place()).is_ok_and(|content| content == self.content)
    }

    fn place(&self) -> String {
        format!("{ROOT}/{}", self.path)
    }
}

/// Writes the files that are stale. The others keep their modification times, so that nothing is rebuilt.
pub(crate) fn write(files: &[Generated]) -> Result<(), String> {
    for file in files.iter().filter(|file| !file.is_fresh()) {
        fs::write(file.place(), &file.content).map_err(|error| format!("{}: {error}", file.path))?;
        println!("{}", file.path);
    }
    Ok(())
}

/// Fails with the first file that is stale.
pub(crate) fn check(files: &[Generated]) -> Result<(), String> {
    match files.iter().find(|file| !file.is_fresh()) {
        None => Ok(()),
        Some(file) => Err(format!("{} is stale: run {}", file.path, file.command)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stale_file_is_named_with_the_command_that_generates_it() {
        let file = Generated {
            path: "xtask/Cargo.toml".to_owned(),
            content: String::new(),
            command: "cargo xtask tables",
        };
        assert_eq!(check(&[file]), Err("xtask/Cargo.toml is stale: run cargo xtask tables".to_owned()));
    }
}
