//! What `circulars` promises to publishers and scripts.

#![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

mod calls;
mod catalogue;
mod check;
mod cite;
mod export;
mod import;
mod page;
mod publish;
mod read;
mod record;
mod reports;
mod serve;
mod versions;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// What a call has printed, and its exit status.
struct Answer {
    stdout: String,
    stderr: String,
    status: Option<i32>,
}

impl Answer {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { stdout: text(output.stdout), stderr: text(output.stderr), status: output.status.code() }
    }

    /// The lines of JSON on standard output.
    fn json_lines(&self) -> Vec<Value> {
        json_lines(&self.stdout)
    }
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_circulars"));
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).args(arguments);
    command
}

/// Calls the command in the root of the repository.
fn circulars(arguments: &[&str]) -> Answer {
    Answer::of(command(arguments).output().unwrap())
}

fn circulars_with_input(arguments: &[&str], input: &[u8]) -> Answer {
    let mut command = command(arguments);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    Answer::of(child.wait_with_output().unwrap())
}

/// A folder of the test's own, with nothing from an earlier run in it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn with(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        let file = self.0.join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        self
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// Calls the command in the folder.
    fn circulars(&self, arguments: &[&str]) -> Answer {
        Answer::of(command(arguments).current_dir(&self.0).output().unwrap())
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// A letter with all that a letter needs, and the given body.
fn letter(reference: &str, body: &str) -> String {
    format!(
        "Geneva, 3 May 2024\n\nRef.: {reference}\n\nTo: All\n\nSubject: A specimen\n\nDear Sir,\n\n{body}\n\n\
         Yours faithfully,\n\n(signed)\n\nJane Specimen\nDirector\n"
    )
}
